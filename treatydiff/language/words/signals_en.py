"""Words of force in English; patterns over comparison keys joined by single spaces."""

from __future__ import annotations

from treatydiff.language.words.signal_table import SignalWords, plain

_BE = r"(?:is|are|be|shall be|should be)"
_BOUND = r"(?:required|obliged|bound|obligated|mandated)"
_INVERTED = r"(?:the|an?|any|it|he|they|this|that|these|those|such|either|neither|no|one|another) "
_SO = r" (?!do |not |be )\w+ so (?:decide|agree|wish|request|require|desire|determine|consent)"
"""Behind a "should" that opens a condition: "should keepers so request"."""
_WHERE = (
    r"(?:where|when|if|as(?<!well as)(?<!such as)|whenever|wherever|to the extent|as far as|so far as"
    r"|in so far as|insofar as)"
)
_UNDONE = r" (?:in fact |otherwise )?have (?:been|made|paid|done|taken|given|known|\w+ed)(?!\S)"
_EXTENT = r"to the (?:maximum |greatest |fullest |widest )?extent"
_LESS = r"(?:later|less|more|fewer|earlier|longer)"
_ITS = r"(?:its|their|his|her)(?: respective| own)?"
_PRINCIPLES = r"(?:the )?(?:(?:basic |fundamental )?(?:principles|concepts) of )?"
_DOMESTIC_LAW = (
    r"(?:domestic|national|internal|legal|constitutional)"
    r"(?: (?:laws?|legislation|legal systems?|systems?|principles|regulations))?"
)

WORDS = SignalWords(
    modals=(
        ("is not required to", rf"(?:shall|is|are|be|should) not (?:be )?{_BOUND} to", 0),
        ("need not", r"need not", 0),
        (
            "has the right to",
            r"(?:has|have|shall have|enjoys?) (?:the right to|(?:the )?freedom of|the option (?:of|to))"
            r"|reserves? the right to",
            1,
        ),
        ("has the obligation to", r"(?:has|have|shall have) the (?:obligation|duty) to", 5),
        (
            "is encouraged to",
            rf"{_BE} (?:strongly )?(?:encouraged|urged|invited|recommended|advised|requested|called upon) to",
            2,
        ),
        (
            "is entitled to",
            rf"{_BE} (?:entitled|empowered|permitted|authori[sz]ed|allowed|free) to"
            r"|(?:has|have|shall have) (?:the )?(?:power|authority) to",
            1,
        ),
        ("is required to", rf"{_BE} {_BOUND} to|(?:has|have) to", 5),
        ("undertakes to", r"undertakes? to|commits? (?:itself |themselves )?to", 5),
        ("agrees to", r"agrees? to", 4),
        ("shall not", rf"shall(?: \w+ly)? not(?! only| {_LESS} than)", 5),
        ("must not", rf"must(?: \w+ly)? not(?! only| {_LESS} than)", 5),
        ("shall", r"shall", 5),
        ("must", r"must", 5),
        ("will", r"will", 4),
        # "should the Board so decide" is a condition
        # "when they should have paid" tells what was not done
        ("should", rf"should(?! {_INVERTED})(?!{_SO})(?!{_UNDONE})|ought to", 3),
        ("may not", r"may(?: only)? not|may under no circumstances", 5),
        ("cannot", r"cannot|can not", 5),
        ("may wish to", r"may wish to|may consider", 1),
        ("may", r"may(?<!\d may)(?! \d{4})", 1),
    ),
    operative=(
        ("decides", r"decides|agrees", 5),
        ("requests", r"requests|directs|instructs|mandates", 4),
        ("urges", r"(?:strongly )?urges|calls upon|calls on", 3),
        ("recommends", r"recommends", 2),
        ("encourages", r"encourages|invites", 1),
    ),
    modal_verbs=frozenset(["shall", "should", "may", "must", "will"]),
    negations=(
        ("not", rf"not(?<!whether or not)(?! (?:only|exceeding|{_LESS} than))|cannot|fail(?:s|ed)? to"),
        ("no", rf"no(?! {_LESS} than)(?! \d)|nobody|in the absence of"),
        ("never", r"never"),
        ("neither", r"neither"),
        ("nor", r"nor(?= (?:shall|may|must|should|will|can|does|do|is|are)(?!\S))"),
        ("neither nor", r"nor"),
        ("none", r"none"),
        ("nothing", r"nothing"),
        ("without", r"without(?! (?:prejudice|delay|undue delay))"),
    ),
    hedges=(
        ("where appropriate", rf"{_WHERE} (?:deemed |considered )?appropriate"),
        (
            "as far as possible",
            rf"(?<!soon )(?<!early )(?<!quickly )(?<!promptly )(?:{_WHERE}|{_EXTENT}) possible",
        ),
        (
            "as far as practicable",
            rf"(?:{_WHERE}|{_EXTENT}|as soon as) (?:reasonably )?(?:practicable|feasible)",
        ),
        # "such measures as may be necessary" are the necessary measures
        (
            "where necessary",
            rf"(?!(?<=measures )as (?:may|are) ){_WHERE} (?:deemed |considered |is |are |may be )?necessary",
        ),
        ("where applicable", rf"{_WHERE} (?:applicable|relevant)"),
        ("where available", rf"{_WHERE} (?:readily |reasonably )?available"),
        ("in certain cases", r"in (?:certain|some|exceptional) (?:cases|circumstances|instances|provisions)"),
        (
            "to the extent permitted by law",
            r"to the extent (?:permitted|allowed) by (?:its|their|the|domestic|national|applicable)"
            r"(?: \w+)?(?: laws?)?",
        ),
        (
            "in accordance with its domestic law",
            r"(?:in accordance|in conformity|in a manner consistent|consistent|compatible) with "
            rf"{_PRINCIPLES}{_ITS} {_DOMESTIC_LAW}",
        ),
        ("subject to its domestic law", rf"subject to {_PRINCIPLES}{_ITS} {_DOMESTIC_LAW}"),
        (
            "within its means",
            r"(?:within|according to|taking into account|in accordance with|subject to|"
            rf"with due regard (?:for|to)|in line with) (?:{_ITS}|available|the|existing|national) "
            r"(?:available |national |financial )?"
            r"(?:means|possibilities|capabilities|capacity|capacities|resources|abilities|circumstances)|"
            rf"(?:in so far as|insofar as|as far as|to the extent) {_ITS} "
            r"(?:means|resources|capabilities) (?:allow|permit)",
        ),
        ("on mutually agreed terms", r"on mutually agreed terms"),
        ("on a voluntary basis", r"on a voluntary basis|voluntarily"),
        (
            "unless otherwise agreed",
            r"unless (?:otherwise agreed|the parties otherwise agree|they otherwise agree)",
        ),
        (
            "if its domestic law so permits",
            r"(?:if|where|when|as|to the extent(?: that)?) (?:so )?"
            r"(?:permitted|allowed|authori[sz]ed|possible) "
            rf"(?:by|under) {_PRINCIPLES}(?:{_ITS} )?{_DOMESTIC_LAW}|"
            rf"(?:if|where|when|provided that|to the extent(?: that)?) {_ITS} {_DOMESTIC_LAW} (?:so )?"
            r"(?:permits?|allows?|provides?|requires?)",
        ),
        (
            "to the extent consistent with its law",
            rf"(?:to the extent|so far as|in so far as|insofar as|where|if) (?:it is |that is |they are )?"
            rf"(?:consistent|compatible) with {_PRINCIPLES}{_ITS} (?:constitution|{_DOMESTIC_LAW})",
        ),
        (
            "at its discretion",
            r"(?:at|in|within) (?:its|their|his|her|the)(?: own| sole| absolute| full)? discretion",
        ),
        (
            "as it deems fit",
            r"(?:as|if|where|when|to the extent) (?:it|they) (?:may )?"
            r"(?:deems?|considers?|sees?|determines?) "
            r"(?:it )?(?:fit|appropriate|necessary|desirable|useful)(?: to do so)?",
        ),
        (
            "within its mandate",
            rf"(?:in accordance with|within|consistent with|subject to|in line with|under) {_ITS} mandates?",
        ),
        ("if any", r"if any(?= (?:and|or|to|in|on|for|with|as|which|that|by|from)(?!\S)|$)"),
        ("in principle", r"in principle|as a (?:general )?rule"),
    ),
    carve_outs=(
        ("provided that", r"provided(?: however)? that|on condition that"),
        *plain(
            "except",
            "excepting",
            "unless",
            "notwithstanding",
            "without prejudice to",
            "subject to",
            "other than",
            "save",
            "excluding",
            "with the exception of",
            "to the exclusion of",
            "exempt/exempted",
            "does/do/shall/should/will/must not apply to",
        ),
    ),
    concord=frozenset(("neither nor",)),
    negated_modals=frozenset(("may not", "cannot", "shall not", "must not")),
    definitions=(
        r"(?:(?:for|in|within) the (?:purposes?|context|meaning) of [^\"\u201c\u201d:]{1,80}[,:]\s*)?"
        r"(?:the (?:terms?|expressions?|words?)\s+)?{term}(?:,?\s+(?:or|and)\s+{other})?,?"
        r"\s+(?:(?:shall )?means?\b|(?:shall )?includes?\b|(?:shall )?refers? to\b|(?:is|are) defined as\b"
        r"|has the same meaning\b|shall have the meaning\b|denotes?\b)",
    ),
    profile=(
        ("shall not", r"shall(?: \w+ly)? not"),
        ("shall", "shall"),
        ("must", "must(?: not)?"),
        ("will", "will"),
        ("should", rf"should(?! {_INVERTED})(?: not)?"),
        ("may not", "may(?: only)? not"),
        ("may", r"(?<!\d )may(?! \d{4})"),
    ),
    decision=r"\b(?:decision|resolution|decisions)\b",
    this_chapter=r"\bth(?:is|e present) (?:part|chapter|section|title)\b",
    safeguard=(
        r"safeguards?|human rights|proportionality|subject to|without prejudice|in accordance with|"
        r"consistent with|limits?|conditions"
    ),
)
