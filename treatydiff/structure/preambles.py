"""Where a preamble begins: at its heading, above its formula, at the parties, or at a run of recitals."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.labels import Label, label_values, read_label
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.paragraphs import Paragraph

OutlineItem = Heading | Paragraph

_RECITAL_ENDS = (",", ";", "，", "；", "،", "؛", " and", " et", " y", " e", " и")
_SHORTEST_RUN_ON = 120
"""Code points of the shortest preamble that runs on in one paragraph."""
_SHORTEST_RECITAL = {False: 30, True: 5}
"""Code points of the shortest recital, by whether lines join without a space (Chinese)."""
_LONGEST_UNPAUSED = 400
"""Code points past which an opener needs no comma: a preamble in one paragraph."""
_NEAR_THE_BODY = 3
"""Items that may stand between the formula of a preamble and the first heading (a title of a part)."""


def preamble_start(items: Sequence[OutlineItem], first: int, grammar: Grammar) -> int:
    """The number of the item that the preamble above item `first` begins with; `first` if there is none.

    Args:
        items: headings and paragraphs of a file.
        first: the number of the first article or rule.
        grammar: the grammar of the language.
    """
    for number in range(first - 1, -1, -1):
        if is_preamble_heading(items[number], grammar):
            return number
    openers = [
        n for n in range(first)
        if (opens_preamble(items[n], grammar) or _opens_before_recital(items, n, first, grammar))
        and not _only_adopts(items[n], grammar)
    ]  # fmt: skip
    formula = _formula_above(items, first, grammar)
    if formula is not None:
        above = _start_above_formula(items, formula, grammar)
        # A sentence among recitals ("[Further preambular paragraphs to come.]") does not end the preamble
        # that the parties opened above it, nor does the treaty that a resolution adopts end the resolution.
        opened = [
            n
            for n in openers
            if n < above and any(reads_like_recital(items[m], grammar) for m in range(n + 1, above))
        ]
        return opened[-1] if opened else above
    if not openers:
        return _recital_run(items, first, grammar)
    start = openers[-1]
    while start > 0 and reads_like_recital(items[start - 1], grammar):
        start -= 1
    return start


def _only_adopts(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a body opens a decision, above articles: a cover for the rules that it adopts.

    Bodies that the grammar names, and parties, open a preamble in any case; they need no end behind them.
    """
    return isinstance(item, Paragraph) and not grammar.preamble_opener.match(f"{item.text.strip()} …")


def is_preamble_heading(item: OutlineItem, grammar: Grammar, *, alone: bool = False) -> bool:
    """Whether a paragraph is, or begins with, the word "Preamble" as a heading.

    Args:
        item: a heading or paragraph.
        grammar: the grammar of the language.
        alone: whether nothing but the parties may follow the word ("[Preamble: oars …]" is a clause).
    """
    if isinstance(item, Heading):
        return False
    text = item.text.lstrip("[{( ")
    found = grammar.preamble.match(text)
    if found is None:
        return False
    rest = text[found.end() :]
    return (
        not rest.strip(" ])}")
        or grammar.preamble_opener.match(rest) is not None
        or (rest[:1].isupper() and not alone)
    )


def opens_preamble(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether the parties, or the body that speaks, introduce themselves: "The States Parties, …"."""
    if isinstance(item, Heading):
        return False
    text = item.text.strip()
    if grammar.preamble_opener.match(text) is None:
        return False
    pauses = text.rstrip(" ]").endswith((",", ";", ":", "，", "：", "،", " and"))
    return pauses or len(text) > _LONGEST_UNPAUSED or text.isupper()


def opens_recital(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a paragraph begins with the word of a preambular paragraph and pauses at its end."""
    return (
        isinstance(item, Paragraph)
        and grammar.recital_opener.match(item.text) is not None
        and (_pauses(item.text) or len(item.text) > _LONGEST_UNPAUSED)
    )


def reads_like_recital(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a paragraph ends as preambular paragraphs do, or is the formula that closes them."""
    if isinstance(item, Heading):
        return False
    long_enough = len(item.text.rstrip(" ]")) > _SHORTEST_RECITAL[grammar.joins_without_space]
    return grammar.preamble_closer.match(item.text) is not None or (long_enough and _pauses(item.text))


def _pauses(text: str) -> bool:
    return text.rstrip(" ]").endswith(_RECITAL_ENDS)


def _formula_above(items: Sequence[OutlineItem], first: int, grammar: Grammar) -> int | None:
    """The item with the formula ("HAVE AGREED AS FOLLOWS:") that stands above the body."""
    at, between = first - 1, 0
    while at >= 0 and between < _NEAR_THE_BODY:
        item = items[at]
        if isinstance(item, Paragraph):
            if grammar.preamble_closer.match(item.text):
                return at
            between += 1
        elif item.kind == "annex":
            return None
        at -= 1
    return None


def _start_above_formula(items: Sequence[OutlineItem], formula: int, grammar: Grammar) -> int:
    """The first item above a formula that belongs to the preamble: recitals and the names of the parties.

    Going up, a title or a sentence with its full stop ends the preamble, except between numbered
    recitals. Of what is passed the first that pauses or opens is the beginning: lines above it go on a
    title.
    """
    top, number = formula, 0
    for at in range(formula - 1, -1, -1):
        item = items[at]
        if isinstance(item, Heading):
            break
        label = read_label(item.text, grammar.code)
        if label is not None and label.family == "paren_digit":
            number = _position(label, grammar)
        elif number <= 1 and _ends_the_walk(items, at, grammar):
            break
        if (
            _pauses(item.text)
            or item.text.rstrip().endswith((":", "："))
            or number > 0
            or opens_recital(item, grammar)
        ):
            top = at
        number = 0 if number == 1 else number
    # "WE THE PEOPLES OF …", "DETERMINED", each on a line of its own.
    if top > 1 and _begins_recital(items[top - 1], grammar) and _opens_unpaused(items[top - 2], grammar):
        top -= 1
    while top > 0 and _opens_unpaused(items[top - 1], grammar):
        top -= 1
    return top


def _begins_recital(item: OutlineItem, grammar: Grammar) -> bool:
    return (
        isinstance(item, Paragraph)
        and grammar.recital_opener.match(item.text) is not None
        and not ends_sentence(item.text)
    )


def _position(label: Label, grammar: Grammar) -> int:
    return label_values(label, grammar.code)[0][1]


def _opens_unpaused(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether the parties introduce themselves without a comma ("The Governments represented at …")."""
    return (
        isinstance(item, Paragraph)
        and grammar.preamble_opener.match(item.text) is not None
        and not ends_sentence(item.text)
        and not item.first.styled
    )


def _ends_the_walk(items: Sequence[OutlineItem], at: int, grammar: Grammar) -> bool:
    """Whether what stands above recitals is a title or a sentence, and so no part of the preamble."""
    item = items[at]
    assert isinstance(item, Paragraph)
    text = item.text
    formulas = (grammar.recital_opener, grammar.preamble_opener, grammar.preamble_closer)
    if _pauses(text) or any(form.match(text) for form in formulas):
        return False
    if text.rstrip(' ])"”’').endswith((".", "。", "؟", "?", "!")) or item.first.styled:
        return True
    above = items[at - 1] if at else None
    # The name of a party may fill two lines; a title does not stand below a comma.
    listed = isinstance(above, Paragraph) and _pauses(above.text)
    return item.first.upper and not ends_sentence(text) and not listed


def _opens_before_recital(items: Sequence[OutlineItem], at: int, first: int, grammar: Grammar) -> bool:
    """Whether the parties introduce themselves on a line of their own: "WE THE PEOPLES … DETERMINED"."""
    item = items[at]
    return (
        isinstance(item, Paragraph)
        and grammar.preamble_opener.match(item.text.strip()) is not None
        and not ends_sentence(item.text)
        and at + 1 < first
        and reads_like_recital(items[at + 1], grammar)
    )


def _recital_run(items: Sequence[OutlineItem], first: int, grammar: Grammar) -> int:
    """The start of the run of recitals that ends before the first heading, if it looks like one."""
    start = first
    while start > 0 and isinstance((above := items[start - 1]), Heading) and above.kind != "annex":
        start -= 1
    at = start
    while at > 0 and not isinstance(items[at - 1], Heading) and (
        reads_like_recital(items[at - 1], grammar)
        or grammar.recital_opener.match(items[at - 1].text)  # type: ignore[union-attr]
        or (at == start and _may_run_on(items[at - 1], grammar))
    ):  # fmt: skip
        at -= 1
    return at


def _may_run_on(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a paragraph directly before the first heading may be a whole preamble in one.

    A sentence with its full stop, or a numbered paragraph, is the end of a note on the draft.
    """
    return (
        isinstance(item, Paragraph)
        and len(item.text) > _SHORTEST_RUN_ON
        and not is_numbered(item, grammar)
        and not item.text.rstrip(' ])"”').endswith((".", "。"))
    )


def is_numbered(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether an item is a paragraph with a number of its own ("1.")."""
    if isinstance(item, Heading):
        return False
    label = read_label(item.first.block.number + " x" if item.first.block.number else item.text, grammar.code)
    return label is not None and label.family == "digit"
