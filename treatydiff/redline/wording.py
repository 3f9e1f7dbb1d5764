"""What leads from the words of a paragraph of A to those of B: the comparison's own edits, where it has them.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.stretches import stretches
from treatydiff.model import Comparison
from treatydiff.records import dataclass
from treatydiff.redline.sides import TypedSide, WordSide
from treatydiff.redline.word.leaves import is_sign
from treatydiff.redline.word.story import StoryParagraph
from treatydiff.report.comparison.redline.line_pairs import clause_diffs

Edits = list[tuple[str, str]]
"""Operations "equal", "delete" and "insert" with their text; what is replaced is deleted first."""


@dataclass(frozen=True, slots=True)
class ParagraphWording:
    """Says how paragraphs were changed.

    Args:
        language: code of the drafts' language.
        known: the edits between paragraphs of A and of B that hold one clause each.
    """

    language: str
    known: Mapping[tuple[StoryParagraph, StoryParagraph], Edits]

    def edits(self, a: StoryParagraph, b: StoryParagraph, old: str, new: str) -> Edits:
        """What leads from A to B.

        Signs (note calls, formulas) are no words: one that comes or goes leaves the words beside it alone.

        Args:
            a, b: the paragraphs.
            old, new: what they say, with their numbers where those are typed.
        """
        if old == new:
            return [("equal", old)] if old else []
        found = self._of_words(a, b, _without_signs(old), _without_signs(new))
        return _joined(_with_signs(found, old, new))

    def _of_words(self, a: StoryParagraph, b: StoryParagraph, old: str, new: str) -> Edits:
        known = self.known.get((a, b), [])
        said_a = "".join(text for op, text in known if op != "insert")
        said_b = "".join(text for op, text in known if op != "delete")
        if not known or not (old.endswith(said_a) and new.endswith(said_b)):
            return self._stretches(old, new)
        # What stands before the clause is its number.
        return [*self._stretches(old.removesuffix(said_a), new.removesuffix(said_b)), *known]

    def _stretches(self, old: str, new: str) -> Edits:
        if old == new:
            return [("equal", old)] if old else []
        return [(each.op, each.text) for each in stretches(old, new, self.language, Renumbering())]


def wording_of(comparison: Comparison, a: WordSide | TypedSide, b: WordSide | TypedSide) -> ParagraphWording:
    """The wording of two drafts.

    Args:
        comparison: the result of the pipeline.
        a, b: its drafts.
    """
    known: dict[tuple[StoryParagraph, StoryParagraph], Edits] = {}
    for (id_a, id_b), diff in clause_diffs(comparison).items():
        ours, theirs = a.lines.get(("clause", id_a), ()), b.lines.get(("clause", id_b), ())
        if len(ours) == len(theirs) == 1:
            known[ours[0], theirs[0]] = [(each.op, each.text) for each in diff.edits]
    return ParagraphWording(comparison.b.language, known)


def _without_signs(text: str) -> str:
    return "".join(character for character in text if not is_sign(character))


def _joined(edits: Iterable[tuple[str, str]]) -> Edits:
    return [(op, "".join(text for _, text in same)) for op, same in groupby(edits, key=lambda each: each[0])]


def _with_signs(edits: Iterable[tuple[str, str]], old: str, new: str) -> Iterator[tuple[str, str]]:
    """The edits of words with the signs of both texts put back where they stand."""
    at_old = at_new = 0
    for op, text in edits:
        for character in text:
            own_old, own_new = _signs_at(old, at_old), _signs_at(new, at_new)
            if own_old != own_new:
                own_old = own_old if op != "insert" else ""
                own_new = own_new if op != "delete" else ""
            yield from _replaced(own_old, own_new)
            yield op, character
            at_old += len(own_old) + (op != "insert")
            at_new += len(own_new) + (op != "delete")
    yield from _replaced(old[at_old:], new[at_new:])


def _signs_at(text: str, at: int) -> str:
    end = at
    while end < len(text) and is_sign(text[end]):
        end += 1
    return text[at:end]


def _replaced(old: str, new: str) -> Iterator[tuple[str, str]]:
    if old == new:
        if old:
            yield "equal", old
        return
    if old:
        yield "delete", old
    if new:
        yield "insert", new
