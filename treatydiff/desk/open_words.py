"""Which deleted words of a clause were open in the earlier text, and which are no wording of it at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from treatydiff.model import NO_WORDING, ClauseDiff, Draft, Edit, Provision


@dataclass(frozen=True)
class OpenWords:
    """The clauses of a draft, asked about the words that the next draft took out.

    Args:
        draft: the earlier text.
    """

    draft: Draft

    @cached_property
    def _clauses(self) -> Mapping[str, tuple[Provision, bool]]:
        """Every clause by id, and whether it stands in an option."""
        found: dict[str, tuple[Provision, bool]] = {}

        def enter(node: Provision, optional: bool) -> None:
            optional |= node.kind == "option"
            found[node.id] = (node, optional)
            for child in node.children:
                enter(child, optional)

        for instrument in self.draft.instruments:
            for provision in instrument.provisions:
                enter(provision, False)
        return found

    def is_open(self, clause: ClauseDiff, edit: Edit) -> bool:
        """Whether a deleted edit stood in a bracket or an option, so that taking it out settles that."""
        return any(
            optional or node.in_brackets(start, end) or _marked(node, start, end)
            for node, optional, start, end in self._places(clause, edit)
        )

    def is_no_wording(self, clause: ClauseDiff, edit: Edit) -> bool:
        """Whether a deleted edit is a name, a status or a remark that the draft prints beside its text."""
        return any(_marked(node, start, end) for node, _, start, end in self._places(clause, edit))

    def _places(self, clause: ClauseDiff, edit: Edit) -> Iterator[tuple[Provision, bool, int, int]]:
        """Where an edit stands in the earlier text; nothing where it cannot be told."""
        if edit.op != "delete" or len(clause.pairing.a) != 1 or clause.pairing.a[0] not in self._clauses:
            return
        node, optional = self._clauses[clause.pairing.a[0]]
        at = 0
        for each in clause.edits:
            if each.op == "insert":
                continue
            found = node.text.find(each.text, at)
            if each is edit:
                if found >= 0:
                    lead = len(each.text) - len(each.text.lstrip())
                    yield node, optional, found + lead, found + len(each.text.rstrip())
                return
            at = found + len(each.text) if found >= 0 else at + len(each.text)


def _marked(node: Provision, start: int, end: int) -> bool:
    """Whether a stretch stands in a mark that holds no wording: "[Norway]", "[agreed]"."""
    return any(
        mark.start <= start and end <= mark.end and mark.end > mark.start
        and (mark.kind == "status" or (mark.kind == "bracket" and dict(mark.attrs).get("role") in NO_WORDING))
        for mark in node.marks
    )  # fmt: skip
