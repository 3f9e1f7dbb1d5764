"""The ledger of printed standing: what each draft prints as agreed, and what became of it.

Only what a draft prints counts: a mark on a paragraph, or on the heading of what holds it, or a colour whose
standing its legend (or its reader's) says. Nothing is inferred, neither from the absence of brackets nor from
a text that did not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from treatydiff.model import AgreedChange, ClauseDiff, Draft, Edit, PrintedStanding, Provision
from treatydiff.naming.colour_legends import standing_in_legend

AGREED = frozenset((
    "agreed", "agreed ad referendum", "agreed in informals", "provisionally agreed", "agreed in principle",
    "closed",
))  # fmt: skip
"""Marks by which a draft says that a text is agreed, to whatever degree."""
NEWLY_BRACKETED = "newly bracketed"
"""The direction of a signal on words that only B brackets; only agreed text can be reopened."""
_NO_STANDING = frozenset(("placeholder",))
_AROUND_MARKS = " \t\n\u00a0.;,"
_WHOLE = 0.9
"""Share of the letters of a clause that one colour must cover to say the standing of the clause."""


def printed_standing(draft: Draft) -> tuple[PrintedStanding, ...]:
    """The standing of every clause that a draft prints one for, in text order.

    A mark on a heading or on a provision with parts holds for all clauses below it; a clause's own mark
    comes before it, and so do colours that a legend explains.

    Args:
        draft: a parsed draft.
    """
    found: list[PrintedStanding] = []
    for instrument in draft.instruments:
        for provision in instrument.provisions:
            found += _below(provision, None)
    return tuple(found)


def _below(node: Provision, around: PrintedStanding | None) -> Iterator[PrintedStanding]:
    held = _own(node) or (None if node.children else _by_colour(node)) or around
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


def _by_colour(node: Provision) -> PrintedStanding | None:
    """The standing that the colour of a clause has by the legend; of several colours, of the most letters."""
    places, texts = _coloured(node)
    if not places:
        return None
    letters = {says: _letters(node, held) for says, held in places.items()}
    says = max(letters, key=lambda each: (letters[each], each in AGREED))
    whole = letters[says] >= _WHOLE * _letters(node, range(len(node.text)))
    if not whole and (agreed := [each for each in letters if each in AGREED]):
        says = agreed[0]
    return PrintedStanding(node.id, says, texts[says] if whole else f"in part: {texts[says]}", node.page)


def _coloured(node: Provision) -> tuple[dict[str, set[int]], dict[str, str]]:
    """Of every standing by colour, the places that have it, and what the legend says."""
    places: dict[str, set[int]] = {}
    texts: dict[str, str] = {}
    for mark in node.marks:
        attrs = dict(mark.attrs)
        name = str(attrs.get("colour", "") if mark.kind == "colour" else mark.kind)
        if "legend" not in attrs or not (says := standing_in_legend(str(attrs.get("says", "")), name)):
            continue
        places.setdefault(says, set()).update(range(mark.start, mark.end))
        texts.setdefault(says, f"{name}: {attrs['says']}")
    return places, texts


def _letters(node: Provision, places: Iterable[int]) -> int:
    return sum(at < len(node.text) and node.text[at].isalnum() for at in places)


def _agreed_places(node: Provision, standing: PrintedStanding | None) -> frozenset[int]:
    """The places of a clause that are printed as agreed; those of a clause agreed as a whole are all."""
    coloured, _ = _coloured(node)
    agreed = {at for says, held in coloured.items() if says in AGREED for at in held}
    own = _own(node)
    if standing is None or (not agreed and (standing.says not in AGREED or coloured)):
        return frozenset()
    if own is None and agreed and _letters(node, agreed) < _WHOLE * _letters(node, range(len(node.text))):
        return frozenset(agreed)
    return frozenset(range(len(node.text))) if standing.says in AGREED else frozenset(agreed)


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


def with_reopened(
    clauses: tuple[tuple[ClauseDiff, ...], ...], standing: Iterable[PrintedStanding]
) -> tuple[tuple[ClauseDiff, ...], ...]:
    """The clause edits, with what B newly brackets told as reopened where A prints the text as agreed.

    Args:
        clauses: the clause edits of every row.
        standing: what A prints.
    """
    agreed = {each.provision for each in standing if each.says in AGREED}
    if not agreed:
        return clauses
    return tuple(
        tuple(
            replace(clause, edits=tuple(_reopened(edit) for edit in clause.edits))
            if agreed.intersection(clause.pairing.a) else clause
            for clause in row
        )
        for row in clauses
    )  # fmt: skip


def _reopened(edit: Edit) -> Edit:
    if not any(signal.direction == NEWLY_BRACKETED for signal in edit.signals):
        return edit
    return replace(
        edit,
        signals=tuple(
            replace(signal, direction="reopened") if signal.direction == NEWLY_BRACKETED else signal
            for signal in edit.signals
        ),
    )


def _change(
    clause: ClauseDiff,
    before: PrintedStanding,
    after: PrintedStanding | None,
    nodes_a: Mapping[str, Provision],
    nodes_b: Mapping[str, Provision],
) -> AgreedChange | None:
    id_b = "".join(clause.pairing.b[:1])
    node_a, node_b = nodes_a[before.provision], nodes_b.get(id_b)
    agreed_a = _agreed_places(node_a, before)
    agreed_b = _agreed_places(node_b, after) if node_b else frozenset()
    words = not id_b or _words_changed(clause.edits, node_a, node_b, agreed_a)
    lost = not agreed_b or _mark_lost(clause.edits, agreed_a, agreed_b)
    if not words and not lost:
        return None
    return AgreedChange(
        before.provision, id_b, before.says, before.text, after.says if after else "", words=words,
        mark_lost=lost, page_a=before.page, page_b=node_b.page if node_b else None,
    )  # fmt: skip


def _words_changed(edits: Sequence[Edit], a: Provision, b: Provision | None, agreed: frozenset[int]) -> bool:
    """Whether anything but the marks of standing, brackets around them and typography changed in a text.

    Args:
        edits: of the clause.
        a, b: the clause in both drafts.
        agreed: the places of A's text that are printed as agreed.
    """
    marked_a, marked_b = _marked(a), _marked(b) if b else frozenset()
    whole = len(agreed) >= len(a.text)
    at_a = at_b = 0
    for edit in edits:
        marked, at = (marked_b, at_b) if edit.op == "insert" else (marked_a, at_a)
        if edit.op != "equal" and edit.class_ != "typographic":
            inside = whole or (edit.op == "insert" and {at_a - 1, at_a} <= agreed)
            said = "".join(
                char for n, char in enumerate(edit.text, at)
                if n not in marked and (inside or (edit.op == "delete" and n in agreed))
            )  # fmt: skip
            if said.strip(_AROUND_MARKS):
                return True
        at_a += len(edit.text) if edit.op != "insert" else 0
        at_b += len(edit.text) if edit.op != "delete" else 0
    return False


def _mark_lost(edits: Sequence[Edit], agreed_a: frozenset[int], agreed_b: frozenset[int]) -> bool:
    """Whether words that A prints as agreed stand in B and are not printed so."""
    kept = still = at_a = at_b = 0
    for edit in edits:
        if edit.op == "equal":
            letters = [n for n, char in enumerate(edit.text) if char.isalnum() and at_a + n in agreed_a]
            kept += len(letters)
            still += sum(at_b + n in agreed_b for n in letters)
        at_a += len(edit.text) if edit.op != "insert" else 0
        at_b += len(edit.text) if edit.op != "delete" else 0
    return still < _WHOLE * kept


def _marked(node: Provision) -> frozenset[int]:
    """The places of the characters that say the standing."""
    return frozenset(at for mark in node.marks if mark.kind == "status" for at in range(mark.start, mark.end))
