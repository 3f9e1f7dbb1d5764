"""Whether numbers or the texts of one annex go on over a place: where they do, no instrument begins there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.language.numbers import number_value
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.labels import label_values, read_label
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import OutlineItem, is_numbered

_ValueOf = Callable[[OutlineItem, Grammar], int | None]


def numbers_go_on(items: Sequence[OutlineItem], title: int, start: int, grammar: Grammar) -> bool:
    """Whether the articles behind a place, or the paragraphs if there are none, count on from those before.

    A bold line and "[Preamble: The Parties …]" may stand inside an article whose paragraph 2 and whose
    Article 2 follow; an instrument of its own counts from the beginning.

    Args:
        items: headings and paragraphs of a file.
        title: the number of the first item of the place, its title.
        start: the number of the item behind the title.
        grammar: the grammar of the language.
    """
    before, behind = range(title - 1, -1, -1), range(start, len(items))
    for value_of in (_article, _paragraph):
        last, first = (
            _first_value(items, before, grammar, value_of),
            _first_value(items, behind, grammar, value_of),
        )
        if last is not None and first is not None:
            return first == last + 1
    return False


def _first_value(
    items: Sequence[OutlineItem], places: Iterable[int], grammar: Grammar, value_of: _ValueOf
) -> int | None:
    return next((value for at in places if (value := value_of(items[at], grammar)) is not None), None)


def _article(item: OutlineItem, grammar: Grammar) -> int | None:
    if not isinstance(item, Heading) or item.kind not in ("article", "rule"):
        return None
    return number_value(item.number, grammar.code)


def _paragraph(item: OutlineItem, grammar: Grammar) -> int | None:
    if isinstance(item, Heading) or not is_numbered(item, grammar):
        return None
    number = item.first.block.number
    label = read_label(f"{number} x" if number else item.text, grammar.code)
    return label_values(label, grammar.code)[0][1] if label is not None else None


def name_of_texts(annex: Heading, grammar: Grammar) -> str:
    """What an annex calls the first of the texts that it holds ("ANNEX I / RESOLUTION I"), or nothing.

    Args:
        annex: its heading.
        grammar: of the text's language.
    """
    named = grammar.instrument_name.search(annex.title) is not None
    return annex.title.split()[0].casefold() if named else ""


def goes_on_a_series(title: OutlineItem, name: str) -> bool:
    """Whether a title goes on the texts of an annex: "RESOLUTION II" behind "RESOLUTION I".

    Args:
        title: the first line of the title.
        name: what the annex calls its first text, or nothing.
    """
    return bool(name) and isinstance(title, Paragraph) and title.text.split()[0].casefold() == name
