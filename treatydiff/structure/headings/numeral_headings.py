"""Chapters that print no word for themselves: "I", or "II. Prevention", before an article or paragraph 1."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.numerals import roman_value
from treatydiff.patterns import pattern_of
from treatydiff.structure.headings.headings import Heading, printed_title
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import OutlineItem

_NUMERAL = pattern_of(r"\W*(?P<number>[IVXLC]{1,6})[.:]?(?:\s+(?P<title>[^a-z].{0,120}))?$")


def read_numeral_headings(items: Sequence[OutlineItem], language: str) -> list[OutlineItem]:
    """The items with lone Roman numerals taken for chapter headings.

    A numeral counts if an article follows, or a numbered paragraph where the numeral stands alone (as
    in resolutions), at most a title line between them, and if the numerals of the file begin with I
    and rise by one.

    Args:
        items: headings and paragraphs of a file.
        language: code of its language.
    """
    found: list[tuple[int, int, Heading]] = []
    for at, item in enumerate(items):
        numeral = _numeral_heading(items, at, item, language)
        if numeral is not None and roman_value(numeral[1].number) == len(found) + 1:
            found.append((at, *numeral))
    if len(found) < 2:
        return list(items)
    rewritten: list[OutlineItem] = []
    at = 0
    for first, last, heading in found:
        rewritten.extend(items[at:first])
        rewritten.append(heading)
        at = last
    rewritten.extend(items[at:])
    return rewritten


def _numeral_heading(
    items: Sequence[OutlineItem], at: int, item: OutlineItem, language: str
) -> tuple[int, Heading] | None:
    """The heading that a numeral makes, and the number of the item behind its title."""
    if isinstance(item, Heading) or len(item.text) > 130:
        return None
    numeral = _NUMERAL.match(item.text)
    if numeral is None or (numeral.group("title") and ends_sentence(item.text)):
        return None
    last, raw, title = at + 1, [item.sourced], numeral.group("title") or ""
    alone = not title
    following = items[last] if last < len(items) else None
    if alone and isinstance(following, Paragraph) and not _is_numbered(following, language):
        if len(following.text) > 130 or ends_sentence(following.text):
            return None
        raw.append(following.sourced)
        title = following.text
        last += 1
    following = items[last] if last < len(items) else None
    headed = isinstance(following, Heading) and following.kind in ("article", "rule")
    numbered = isinstance(following, Paragraph) and _is_numbered(following, language)
    if not headed and not (alone and numbered):
        return None
    return last, Heading(
        "chapter",
        numeral.group("number"),
        item.at,
        item.at + 1,
        item.first,
        tuple(raw),
        printed_title([title]),
    )


def _is_numbered(item: Paragraph, language: str) -> bool:
    label = item.label(language)
    return label is not None and label.family == "digit"
