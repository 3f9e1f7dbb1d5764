"""Cross-references: where a text names an article, paragraph, annex or part by its number.

A reference is read as a chain of steps ("paragraph 1 (a) of article 5"), whichever end comes first
in print; its targets give the steps from the outermost in. The wordings are tables, one a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from treatydiff.language.number_words import word_number
from treatydiff.language.numbers import SUFFIXES, canonical_number
from treatydiff.language.numerals import cjk_value
from treatydiff.language.reference_patterns import LABEL, ZH_NUMBER, ReferencePatterns, patterns_of
from treatydiff.language.tokenizer import words
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

Step = tuple[str, str]
"""A kind and a canonical number; the number is "this" where the text says "this article"."""

_RANK = {
    "annex": 0, "part": 1, "title": 1, "chapter": 2, "section": 3, "subsection": 4, "article": 5,
    "rule": 5, "paragraph": 6, "subparagraph": 7, "point": 8,
}  # fmt: skip
_MAX_TARGETS = 1_000
_BARE_LETTER = pattern_of(r",\s([a-z])$")
_BARE = 3
"""Words of "of the Agreement", "de l'Accord"; more of them name another instrument in full."""
_NAME_GOES_ON = pattern_of(
    r"\s+(?:on|for|concerning|relating|regarding|between|establishing|against|of|sur|relati\w+|concernant|pour"
    r"|contre|sobre|para|contra|о|об|по|против|بشأن|المتعلق\w*|لمكافحة)(?![^\W_])"
)
"""What shows that the name of an instrument is not yet at its end: "the Agreement on Oil"."""
_NUMBER_OF_NAME = pattern_of(
    r"(?:/[^\s,;:()]{1,20}|\s(?:\([A-Z]{2,4}\)\s)?(?:N[o°º]\s)?\d{1,4}/\d{1,4}(?:/[A-Z]{2,4})?)?"
)
_NAME_REACH = 140
"""Code points before a reference among which the full name of an instrument stands."""
_DECISION_REACH = 80
"""Code points before a reference among which the number of a decision stands."""
_FIRST = pattern_of(r"^1(?:er|re|ère)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference: where it stands in the text, and what it points at.

    Args:
        start, end: code points of the given text, from the first word to the last number.
        kind: kind of the outermost step that bears a number (article, paragraph, annex, ...).
        number: canonical number of that step: Arabic digits, Roman for parts, chapters, titles and
            annexes, suffix last ("5bis"). The first, where there are several.
        targets: one chain of steps for each provision named, outermost first; the two ends of a
            range.
        is_range: whether some of the targets are ends of a range ("articles 8 to 12").
        external: whether the text says that the target is in another instrument.
        of: the noun of that instrument, where it is all that is said of it ("of the Agreement").
        named: where it stands with the name of that instrument, in code points; (0, 0) where none is said.
    """

    start: int
    end: int
    kind: str
    number: str
    targets: tuple[tuple[Step, ...], ...]
    is_range: bool = False
    external: bool = False
    of: str = ""
    named: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class _Designator:
    """One kind with its numbers: "paragraphs 2 (a) and 3"."""

    start: int
    end: int
    chains: tuple[tuple[Step, ...], ...]
    is_range: bool

    @property
    def rank(self) -> int:
        return _RANK[self.chains[0][0][0]]


@lru_cache(maxsize=16_384)
def find_references(text: str, language: str) -> tuple[Reference, ...]:
    """The cross-references of a text in order; none for a language without a table.

    Kept, because alignment, diff, signals and staleness ask for those of the same clauses.

    Args:
        text: canonical text of a clause (any text will do).
        language: code of its language ("en").
    """
    patterns = patterns_of(language)
    if patterns is None:
        return ()
    return tuple(_references(text, patterns))


def _references(text: str, patterns: ReferencePatterns) -> Iterator[Reference]:
    group: list[_Designator] = []
    for designator in _designators(text, patterns):
        if group and _continues(text, group, designator, patterns):
            group.append(designator)
            continue
        if reference := _reference(text, group, patterns):
            yield reference
        group = [designator]
    if reference := _reference(text, group, patterns):
        yield reference


def _continues(text: str, group: list[_Designator], after: _Designator, patterns: ReferencePatterns) -> bool:
    """Whether a designator is a further step of the reference that the group reads so far."""
    gap = text[group[-1].end : after.start]
    if patterns.language == "ar" and text.startswith("و", after.start):  # "and paragraph 3": another one
        return False
    ranks = {step.rank for step in group}
    return after.rank not in ranks and patterns.joiner.fullmatch(gap) is not None


def _reference(text: str, group: list[_Designator], patterns: ReferencePatterns) -> Reference | None:
    numbered = [step for step in group if step.chains[0][0][1] != "this"]
    if not numbered:
        return None
    while group[0].chains[0][0][1] == "this":  # "this article, paragraph 2" begins with its number
        group = group[1:]
    ordered = sorted(group, key=lambda designator: designator.rank)
    targets: tuple[tuple[Step, ...], ...] = ((),)
    for designator in ordered:
        chains = designator.chains[: max(1, _MAX_TARGETS // len(targets))]
        targets = tuple((*target, *chain) for target in targets for chain in chains)
    targets = tuple(_lettered(_with_paragraph(target)) for target in targets)
    start, end = group[0].start, group[-1].end
    if patterns.position and (position := patterns.position.match(text, end)):
        end = position.end()
    named = patterns.of_other.match(text, end)
    before = _instrument_before(text, start, patterns)
    kind, number = next(step for step in targets[0] if step[1] != "this")
    is_range = any(each.is_range for each in group)
    of = _bare_noun(named[0]) if named and not _NAME_GOES_ON.match(text, named.end()) else ""
    external = named is not None or before >= 0
    whole = (before if before >= 0 else start, _end_of_name(text, named.end()) if named else end)
    return Reference(start, end, kind, number, targets, is_range, external, of, whole if external else (0, 0))


def _end_of_name(text: str, at: int) -> int:
    """Where the name of an instrument ends with its number: "of decision 2/Oil.3", not "of decision 2"."""
    match = _NUMBER_OF_NAME.match(text, at)
    return at + len(match[0].rstrip(".")) if match else at


def _instrument_before(text: str, start: int, patterns: ReferencePatterns) -> int:
    """Where the name of another instrument begins that ends right before a reference; -1 for none."""
    for pattern, reach in (
        (patterns.other_before, 8),
        (patterns.decision_before, _DECISION_REACH),
        (patterns.named_before, _NAME_REACH),
    ):
        first = max(0, start - reach)
        if pattern is not None and (match := pattern.search(text[first:start])) is not None:
            return first + match.start()
    return -1


def _bare_noun(named: str) -> str:
    """The "agreement" of "of the Agreement"; "" where more is said of the instrument."""
    said = words(named.replace("'", " ").replace("\u2019", " "))
    return said[-1].key if 0 < len(said) <= _BARE else ""


def _with_paragraph(target: tuple[Step, ...]) -> tuple[Step, ...]:
    """A target with paragraph 1 and subparagraph (a) named, where the text says "subparagraph 1(a)"."""
    kinds = [kind for kind, _ in target]
    at = kinds.index("subparagraph") if "subparagraph" in kinds else len(kinds)
    if "paragraph" in kinds or at + 1 >= len(kinds) or not target[at][1].isdigit():
        return target
    return (
        *target[:at],
        ("paragraph", target[at][1]),
        ("subparagraph", target[at + 1][1]),
        *target[at + 2 :],
    )


def _lettered(target: tuple[Step, ...]) -> tuple[Step, ...]:
    """A target with "point (m) of Article 7(2)" taken as the subparagraph (m) that "Article 7(2)(m)" is."""
    kinds = [kind for kind, _ in target]
    if "subparagraph" in kinds or kinds[-2:] != ["paragraph", "point"] or _style(target[-1][1]) != "letters":
        return target
    return (*target[:-1], ("subparagraph", target[-1][1]))


def _designators(text: str, patterns: ReferencePatterns) -> Iterator[_Designator]:
    listing: _Designator | None = None  # the plural whose list may go on after a step further in
    for match in patterns.designators_in(text):
        found = _designator(match, patterns)
        if found is None:
            continue
        yield found
        if not patterns.words.number_first and match["one"]:
            second = _alternative(text, found, patterns)
            if second:
                yield second
        if not patterns.words.number_first and match["many"]:
            listing = found
        elif listing and patterns.joiner.fullmatch(text[listing.end : found.start]):
            listing = _resumed(text, listing, found, patterns)
            if listing:
                yield listing
        else:
            listing = None


def _alternative(text: str, first: _Designator, patterns: ReferencePatterns) -> _Designator | None:
    """The "or 55" of "article 31 or 55 of this Convention", said in the singular."""
    match = patterns.alternative.match(text, first.end) if patterns.alternative else None
    if match is None or len(first.chains[0]) > 1:
        return None
    chains, _ = _chains(first.chains[0][0][0], match[1], False, patterns)
    return _Designator(match.start(1), match.end(1), chains, False) if chains else None


def _resumed(
    text: str, listing: _Designator, inner: _Designator, patterns: ReferencePatterns
) -> _Designator | None:
    """The "and 14" of "articles 12, paragraph 1, and 14"."""
    match = patterns.resumed.match(text, inner.end) if patterns.resumed else None
    if match is None or inner.rank <= listing.rank:
        return None
    chains, _ = _chains(listing.chains[0][0][0], match[1], False, patterns)
    return _Designator(match.start(1), match.end(1), chains, False) if chains else None


def _designator(match: re.Match[str], patterns: ReferencePatterns) -> _Designator | None:
    if match["this"]:
        return _Designator(
            match.start(), match.end(), (((_kind_of(match["this"], patterns), "this"),),), False
        )
    if patterns.words.number_first:
        return _number_first(match, patterns)
    if match["small"]:  # "inciso b del párrafo 1"
        return _Designator(
            match.start(), match.end(), (((_kind_of(match["small"], patterns), match["letter"]),),), False
        )
    kind = _kind_of(match["many"] or match["one"], patterns)
    numbers = match["numbers"] or match["number"]
    chains, is_range = _chains(kind, numbers, bool(match["many"]), patterns)
    if not chains or (kind in patterns.words.roman_only and numbers[0].isdigit()):
        return None
    return _Designator(match.start(), match.end(), chains, is_range)


def _kind_of(word: str, patterns: ReferencePatterns) -> str:
    return next(kind for kind, pattern in patterns.kinds.items() if pattern.fullmatch(word))


def _number_first(match: re.Match[str], patterns: ReferencePatterns) -> _Designator:
    kind = "annex" if match["annex"] else _kind_of(match["kind"], patterns)
    printed = match["annex_number"] or match["numbers"]
    numbers = re.findall(ZH_NUMBER, printed)
    again = match["again"] or ""
    chains = tuple(((kind, _canonical(kind, number + again, patterns)),) for number in numbers)
    return _Designator(match.start(), match.end(), chains, patterns.through.search(printed) is not None)


def _chains(
    kind: str, numbers: str, several: bool, patterns: ReferencePatterns
) -> tuple[tuple[tuple[Step, ...], ...], bool]:
    """The chains of steps that a list of numbers stands for, and whether it holds a range."""
    chains: list[tuple[Step, ...]] = []
    is_range = False
    previous_end = 0
    for item in patterns.item.finditer(numbers):
        if item[0][0].isalpha() and numbers[item.start() - 1 : item.start()].isalpha():
            continue  # the "T" of "PARAGRAPHES 1 ET 2"
        if chains and patterns.through.fullmatch(numbers[previous_end : item.start()]):
            is_range = True
        ends = re.fullmatch(r"(\d{1,9})[-\u2013\u2014](\d{1,9})", item[0])
        if several and ends and int(ends[1]) < int(ends[2]):  # "articles 5-7", but "article 14-3"
            is_range = True
            chains.extend(((kind, _canonical(kind, end, patterns)),) for end in ends.groups())
            continue
        if steps := _steps(kind, item[0], chains[-1] if chains else (), patterns):
            chains.append(steps)
        previous_end = item.end()
    return tuple(chains), is_range


def _steps(
    kind: str, printed: str, before: tuple[Step, ...], patterns: ReferencePatterns
) -> tuple[Step, ...]:
    """The steps of one number: "3 (a) (ii)" after "paragraph" is paragraph 3, (a), (ii)."""
    printed = _BARE_LETTER.sub(r" (\1)", printed.replace("[", "").replace("]", ""))
    head = re.match(r"([^()]*?)(?:(?<!\s)(?=\s*\(|\s+[^\W_]{1,5}\)|$)|$)", printed)
    first = head[1].strip() if head else ""
    tails = [tail.strip() for tail in re.findall(r"\(?\s?([^\W_]{1,5}(?:\s(?:bis|ter))?)\s?\)", printed)]
    if before and not first and not all(map(LABEL.fullmatch, tails)):
        return ()
    steps: list[Step] = []
    if first:
        steps.append((kind, _canonical(kind, first, patterns)))
    elif len(before) > 1:
        steps.extend(_shared_with(before, tails[0] if tails else ""))
    for tail in tails:
        steps.append((_kind_of_tail(kind, tail, steps), tail.casefold().replace(" ", "")))
    return tuple(steps)


def _shared_with(before: tuple[Step, ...], tail: str) -> tuple[Step, ...]:
    """What "(b)" has in common with the number before it: in "1 (a) (i) or (b)", the paragraph 1."""
    for depth in range(len(before) - 1, 0, -1):
        if _style(before[depth][1]) == _style(tail):
            return before[:depth]
    return before[:-1]


def _style(label: str) -> str:
    return "digits" if label[:1].isdigit() else "roman" if not label.strip("ivx") else "letters"


def _kind_of_tail(kind: str, tail: str, steps: list[Step]) -> str:
    if not steps:
        return kind
    rank = _RANK[steps[-1][0]]
    if tail[0].isdigit() and rank < _RANK["paragraph"]:
        return "paragraph"
    return "subparagraph" if rank < _RANK["subparagraph"] else "point"


def _canonical(kind: str, printed: str, patterns: ReferencePatterns) -> str:
    """The number as ids carry it; letters of subparagraphs and points as they are."""
    plain = _FIRST.sub("1", printed.strip("[]() "))
    said = word_number(plain, patterns.language) if patterns.words.ordinals else None
    plain = str(said.value) if said else plain
    if kind in ("subparagraph", "point"):
        return plain.casefold().replace(" ", "")
    if not patterns.words.number_first:
        return canonical_number(plain, kind, patterns.language)
    number, _, again = plain.partition("之")  # 之二 is bis, 之三 is ter
    suffix = SUFFIXES[max(0, (cjk_value(again) or 2) - 2)] if again else ""
    return canonical_number(number, kind, patterns.language) + suffix
