"""What a corrigendum says, and what became of the draft that it corrects."""

from __future__ import annotations

from treatydiff.model import Draft, Source
from treatydiff.model.result import Result
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """One "for X read Y": where, as printed, what is to be read there, and instead of what.

    `line` is an instruction of another form ("Delete ..."), which is not carried out; old and new words are
    then empty.
    """

    place: str
    old: str
    new: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What became of an entry: the clause that it corrected, or why it was refused.

    `before` and `after` are the whole words of the clause; both empty where it was refused.
    """

    entry: CorrectionEntry
    clause: str = ""
    before: str = ""
    after: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedDraft(Result):
    """A draft with the entries of a corrigendum applied.

    `proven` says that every clause without an entry is unchanged and that undoing the corrections in
    reverse order restores the draft.
    """

    draft: Draft
    corrigendum: Source
    corrections: tuple[Correction, ...]
    proven: bool

    @property
    def refused(self) -> tuple[Correction, ...]:
        """The entries that do not fit the draft."""
        return tuple(each for each in self.corrections if each.refused)

    def __repr__(self) -> str:
        """What was corrected, and how much."""
        applied = len(self.corrections) - len(self.refused)
        return f"CorrectedDraft({self.draft.source.label}, applied={applied}, refused={len(self.refused)})"


@dataclass(frozen=True, slots=True)
class Corrigendum(Result):
    """The entries that lead from one text to another, in the order of the text.

    `language` is that of the texts. `left_over` names what no entry can say: what was added, deleted or
    moved as a whole.
    """

    a: Source
    b: Source
    language: str
    entries: tuple[CorrectionEntry, ...]
    left_over: tuple[str, ...]

    def __repr__(self) -> str:
        """Which texts, and how many entries."""
        return f"Corrigendum({self.a.label}, {self.b.label}, entries={len(self.entries)})"
