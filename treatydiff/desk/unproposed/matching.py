"""Which changes between two drafts no proposal accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatydiff.desk.unproposed.model import UnmatchedChange, Unproposed
from treatydiff.language.tokenizer import words
from treatydiff.model import ClauseDiff, Comparison
from treatydiff.studies.proposals.model import Proposal, Proposals

GRAM = 3
"""Words in a row that count as shared, as in consonance; a shorter stretch must stand there whole."""
MATCHED = 0.5
"""Share of a stretch that proposals must have: half, as for the survival of a bracket."""
_FOLLOWED = ("taken up", "bracketed", "partly")
_REMOVES = ("delete", "move", "replace")


def unproposed_changes(proposals: Proposals, comparison: Comparison) -> Unproposed:
    """The substantive changes that no proposal puts forward, and proposals whose words came in elsewhere.

    Words that came are looked for in the texts of all proposals, on whatever provision; words that went in
    what proposals take out. An instruction to delete accounts for all words that went from its provision.

    Args:
        proposals: of the documents given, on the earlier draft.
        comparison: of the draft that they are on with the later one.
    """
    held = _ProposedWords(proposals.proposals)
    changes = tuple(
        found
        for row, unit in enumerate(comparison.units)
        for at, clause in enumerate(unit.clauses)
        if (found := held.unmatched(row, at, clause, unit.pairing.a)) is not None
    )
    elsewhere = tuple(
        each for each in proposals.proposals if each.another_provision and each.fate in _FOLLOWED
    )
    return Unproposed(proposals, comparison, changes, elsewhere, comparison.settings)


class _ProposedWords:
    """The words of proposals, in runs."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        texts = [each for each in proposals if each.kind in ("text", "instruction")]
        self._put = [_keys(each.text) for each in texts]
        self._put += [_keys(part.text) for each in texts for part in each.changes if part.op == "insert"]
        self._taken = [_keys(part.text) for each in texts for part in each.changes if part.op == "delete"]
        self._removed = {
            id_ for each in texts if each.action in _REMOVES for id_ in (each.clause or each.unit,) if id_
        }

    def unmatched(
        self, row: int, at: int, clause: ClauseDiff, units: tuple[str, ...]
    ) -> UnmatchedChange | None:
        """The clause, if words came or went that are in no proposal."""
        removed = bool(self._removed.intersection((*clause.pairing.a, *units)))
        came = tuple(_stretches(clause, "insert", self._put))
        went = () if removed else tuple(_stretches(clause, "delete", self._taken))
        return UnmatchedChange(row, at, came, went) if came or went else None


def _stretches(clause: ClauseDiff, op: str, held: list[tuple[str, ...]]) -> Iterator[str]:
    for edit in clause.edits:
        if edit.op == op and edit.class_ in (None, "substantive"):
            keys = _keys(edit.text)
            if keys and _share(keys, held) < MATCHED:
                yield " ".join(edit.text.split())


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def _share(keys: tuple[str, ...], held: list[tuple[str, ...]]) -> float:
    """The largest share of a stretch's runs of words that one text has."""
    size = min(GRAM, len(keys))
    wanted = _runs(keys, size)
    return max((len(wanted & _runs(each, size)) / len(wanted) for each in held), default=0.0)


def _runs(keys: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    return {keys[at : at + size] for at in range(len(keys) - size + 1)}
