"""Which changes between two drafts no proposal accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatydiff.desk.open_words import OpenWords
from treatydiff.desk.unproposed.model import UnmatchedChange, Unproposed
from treatydiff.language.tokenizer import words
from treatydiff.model import ClauseDiff, Comparison, Edit
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
    Words that the clause had before, elsewhere in it, did not come.
    Words that went from a bracket or an option of the earlier draft need no proposal: taking them out
    settles what it left open. Clauses of which nothing else changed are counted apart.

    Args:
        proposals: of the documents given, on the earlier draft.
        comparison: of the draft that they are on with the later one.
    """
    held = _ProposedWords(proposals.proposals, OpenWords(comparison.a), OpenWords(comparison.b, "insert"))
    changes: list[UnmatchedChange] = []
    settled = 0
    for row, unit in enumerate(comparison.units):
        for at, clause in enumerate(unit.clauses):
            found = held.unmatched(row, at, clause, unit.pairing.a)
            changes += [found] if found is not None and (found.came or found.went) else []
            settled += found is not None and not (found.came or found.went)
    elsewhere = tuple(
        each for each in proposals.proposals if each.another_provision and each.fate in _FOLLOWED
    )
    return Unproposed(proposals, comparison, tuple(changes), elsewhere, settled, comparison.settings)


class _ProposedWords:
    """The words of proposals, in runs."""

    def __init__(self, proposals: Iterable[Proposal], before: OpenWords, after: OpenWords) -> None:
        self._before, self._after = before, after
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
        """The clause, if words came or went that are in no proposal; without any if all were open."""
        removed = bool(self._removed.intersection((*clause.pairing.a, *units)))
        here = [_keys(each.text) for each in clause.edits if each.op == "delete"]
        texts = [self._after.wording(clause, edit) for edit in _changed(clause, "insert")]
        came = tuple(text for text in texts if _unmatched(text, [*self._put, *here]))
        lost = [edit for edit in _changed(clause, "delete") if _unmatched(edit.text, self._taken)]
        agreed = [self._before.agreed(clause, each) for each in lost if not removed]
        went = tuple(each for each in agreed if _unmatched(each, self._taken))
        return UnmatchedChange(row, at, came, went) if came or (lost and not removed) else None


def _changed(clause: ClauseDiff, op: str) -> Iterator[Edit]:
    return (each for each in clause.edits if each.op == op and each.class_ in (None, "substantive"))


def _unmatched(text: str, held: list[tuple[str, ...]]) -> bool:
    """Whether a stretch has words, and no text has half of their runs."""
    keys = _keys(text)
    return bool(keys) and _share(keys, held) < MATCHED


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def _share(keys: tuple[str, ...], held: list[tuple[str, ...]]) -> float:
    """The largest share of a stretch's runs of words that one text has."""
    size = min(GRAM, len(keys))
    wanted = _runs(keys, size)
    return max((len(wanted & _runs(each, size)) / len(wanted) for each in held), default=0.0)


def _runs(keys: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    return {keys[at : at + size] for at in range(len(keys) - size + 1)}
