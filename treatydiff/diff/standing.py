"""The ledger of printed standing: what each draft prints as agreed, and what became of it.

Only what a draft prints counts: a mark on a paragraph, or on the heading of what holds it. Nothing is
inferred, neither from the absence of brackets nor from a text that did not change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.model import AgreedChange, ClauseDiff, Draft, Edit, PrintedStanding, Provision

AGREED = frozenset((
    "agreed", "agreed ad referendum", "agreed in informals", "provisionally agreed", "agreed in principle",
    "closed",
))  # fmt: skip
"""Marks by which a draft says that a text is agreed, to whatever degree."""
_NO_STANDING = frozenset(("placeholder",))
_AROUND_MARKS = " \t\n\u00a0.;,"


def printed_standing(draft: Draft) -> tuple[PrintedStanding, ...]:
    """The standing of every clause that a draft prints one for, in text order.

    A mark on a heading or on a provision with parts holds for all clauses below it; a clause's own mark
    comes before it.

    Args:
        draft: a parsed draft.
    """
    found: list[PrintedStanding] = []
    for instrument in draft.instruments:
        for provision in instrument.provisions:
            found += _below(provision, None)
    return tuple(found)


def _below(node: Provision, around: PrintedStanding | None) -> Iterator[PrintedStanding]:
    own = _own(node)
    held = own or around
    if not node.children:
        if held is not None and node.text:
            yield PrintedStanding(node.id, held.says, held.text, node.page)
        return
    for child in node.children:
        yield from _below(child, held)


def _own(node: Provision) -> PrintedStanding | None:
    for mark in node.marks:
        attrs = dict(mark.attrs)
        says = str(attrs.get("says", ""))
        if mark.kind == "status" and says and says not in _NO_STANDING:
            return PrintedStanding(node.id, says, str(attrs.get("text", "")), node.page)
    return None


def agreed_changes(a: Draft, b: Draft, clauses: Sequence[Sequence[ClauseDiff]]) -> tuple[AgreedChange, ...]:
    """What B changed in text that A prints as agreed, and the marks that it no longer prints.

    Args:
        a, b: the drafts, the earlier first.
        clauses: the clause edits of every row.
    """
    agreed = {each.provision: each for each in printed_standing(a) if each.says in AGREED}
    if not agreed:
        return ()
    standing_b = {each.provision: each for each in printed_standing(b)}
    nodes_a, nodes_b = ({node.id: node for node in draft.walk()} for draft in (a, b))
    order = {id_: at for at, id_ in enumerate(agreed)}
    found: dict[str, AgreedChange] = {}
    for clause in (clause for row in clauses for clause in row):
        id_a, id_b = "".join(clause.pairing.a[:1]), "".join(clause.pairing.b[:1])
        if id_a in agreed and (
            change := _change(clause, agreed[id_a], standing_b.get(id_b), nodes_a, nodes_b)
        ):
            found.setdefault(id_a, change)
    return tuple(found[id_] for id_ in sorted(found, key=order.__getitem__))


def _change(
    clause: ClauseDiff,
    before: PrintedStanding,
    after: PrintedStanding | None,
    nodes_a: Mapping[str, Provision],
    nodes_b: Mapping[str, Provision],
) -> AgreedChange | None:
    id_b = "".join(clause.pairing.b[:1])
    node_b = nodes_b.get(id_b)
    words = not id_b or _words_changed(clause.edits, nodes_a[before.provision], node_b)
    lost = after is None or after.says not in AGREED
    if not words and not lost:
        return None
    return AgreedChange(
        before.provision, id_b, before.says, before.text, after.says if after else "", words=words,
        mark_lost=lost, page_a=before.page, page_b=node_b.page if node_b else None,
    )  # fmt: skip


def _words_changed(edits: Sequence[Edit], a: Provision, b: Provision | None) -> bool:
    """Whether anything but the marks of standing, brackets around them and typography changed."""
    marked_a, marked_b = _marked(a), _marked(b) if b else frozenset()
    at_a = at_b = 0
    for edit in edits:
        marked, at = (marked_b, at_b) if edit.op == "insert" else (marked_a, at_a)
        if edit.op != "equal" and edit.class_ != "typographic":
            said = "".join(char for n, char in enumerate(edit.text, at) if n not in marked)
            if said.strip(_AROUND_MARKS):
                return True
        at_a += len(edit.text) if edit.op != "insert" else 0
        at_b += len(edit.text) if edit.op != "delete" else 0
    return False


def _marked(node: Provision) -> frozenset[int]:
    """The places of the characters that say the standing."""
    return frozenset(at for mark in node.marks if mark.kind == "status" for at in range(mark.start, mark.end))
