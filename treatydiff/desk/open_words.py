"""Which changed words of a clause were open, and which are no wording of it at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from treatydiff.language.tokenizer import words
from treatydiff.model import NO_WORDING, ClauseDiff, Draft, Edit, Provision
from treatydiff.records import dataclass


@dataclass(frozen=True)
class OpenWords:
    """The clauses of a draft, asked about the words that the next draft took out, or that it put in itself.

    Args:
        draft: the earlier text, for words that went; the later one, for words that came.
        op: which of both.
    """

    draft: Draft
    op: Literal["delete", "insert"] = "delete"

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
        """Whether all words of an edit stand in brackets or options, but for names and remarks beside them.

        Taking such words out settles what the draft left open.
        """
        return any(
            all(
                optional or node.in_brackets(*span) or _marked(node, *span)
                for span in _spans(node, start, end)
            )
            for node, optional, start, end in self._places(clause, edit)
        )

    def is_no_wording(self, clause: ClauseDiff, edit: Edit) -> bool:
        """Whether an edit is nothing but names, statuses or remarks that the draft prints beside its text."""
        return any(
            all(_marked(node, *span) for span in _spans(node, start, end))
            for node, _, start, end in self._places(clause, edit)
        )

    def wording(self, clause: ClauseDiff, edit: Edit) -> str:
        """The words of an edit without names, statuses and remarks; all of it where its place is unknown."""
        return self._without(clause, edit, open_too=False)

    def agreed(self, clause: ClauseDiff, edit: Edit) -> str:
        """The words of an edit that stand outside brackets and options as well; "" if none does."""
        return self._without(clause, edit, open_too=True)

    def bracketed(self, clause: ClauseDiff) -> list[bool]:
        """Of every word that both drafts have of a clause, whether it stands in brackets here."""
        ids = clause.pairing.a if self.op == "delete" else clause.pairing.b
        if len(ids) != 1 or ids[0] not in self._clauses:
            return []
        node, _ = self._clauses[ids[0]]
        found, at = [], 0
        for edit in clause.edits:
            if edit.op == "equal":
                found += [node.in_brackets(at + word.start, at + word.end) for word in words(edit.text)]
            if edit.op in ("equal", self.op):
                at += len(edit.text)
        return found

    def _without(self, clause: ClauseDiff, edit: Edit, *, open_too: bool) -> str:
        for node, optional, start, end in self._places(clause, edit):
            spans = _spans(node, start, end)
            left = [
                not (_marked(node, *span) or (open_too and (optional or node.in_brackets(*span))))
                for span in spans
            ]
            if all(left):
                break
            kept = [node.text[first:last] for (first, last), kept in zip(spans, left, strict=True) if kept]
            return " ".join(kept)
        return " ".join(edit.text.split())

    def _places(self, clause: ClauseDiff, edit: Edit) -> Iterator[tuple[Provision, bool, int, int]]:
        """Where an edit stands in the draft; nothing where it cannot be told."""
        ids = clause.pairing.a if self.op == "delete" else clause.pairing.b
        if edit.op != self.op or len(ids) != 1 or ids[0] not in self._clauses:
            return
        node, optional = self._clauses[ids[0]]
        at = 0
        for each in clause.edits:
            if each.op not in ("equal", self.op):
                continue
            found = node.text.find(each.text, at)
            if each is edit:
                if found >= 0:
                    lead = len(each.text) - len(each.text.lstrip())
                    yield node, optional, found + lead, found + len(each.text.rstrip())
                return
            at = found + len(each.text) if found >= 0 else at + len(each.text)


def all_in_brackets(clauses: Sequence[Provision]) -> bool:
    """Whether all words of some clauses stand in brackets, but for names and remarks beside them."""
    spans = [(node, span) for node in clauses for span in _spans(node, 0, len(node.text))]
    wording = [(node, span) for node, span in spans if not _marked(node, *span)]
    return bool(wording) and all(node.in_brackets(*span) for node, span in wording)


def _spans(node: Provision, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a stretch; the stretch itself where it holds none."""
    return [(start + word.start, start + word.end) for word in words(node.text[start:end])] or [(start, end)]


def _marked(node: Provision, start: int, end: int) -> bool:
    """Whether a stretch stands in a mark that holds no wording: "[Norway]", "(Norway)", "[agreed]"."""
    return any(
        mark.start <= start and end <= mark.end and mark.end > mark.start
        and (mark.kind in ("status", "attribution")
             or (mark.kind == "bracket" and dict(mark.attrs).get("role") in NO_WORDING))
        for mark in node.marks
    )  # fmt: skip
