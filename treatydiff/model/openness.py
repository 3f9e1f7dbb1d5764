"""How open a text is: brackets, options and words in brackets, of a draft and of its provisions."""

from __future__ import annotations

from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class Openness:
    """What is open in some provisions.

    Attributes:
        brackets: brackets with wording that open there; statements of standing and names are none.
        alternatives: those that fill one slot with others beside them.
        reserves: those around whole provisions.
        placeholders: those that stand for wording to come.
        options: labelled alternatives.
        words: all words.
        bracketed_words: words that stand in brackets with wording.
        unbalanced_clauses: clauses with a bracket that has no partner.
    """

    brackets: int = 0
    alternatives: int = 0
    reserves: int = 0
    placeholders: int = 0
    options: int = 0
    words: int = 0
    bracketed_words: int = 0
    unbalanced_clauses: int = 0

    def __add__(self, other: Openness) -> Openness:
        return Openness(
            self.brackets + other.brackets,
            self.alternatives + other.alternatives,
            self.reserves + other.reserves,
            self.placeholders + other.placeholders,
            self.options + other.options,
            self.words + other.words,
            self.bracketed_words + other.bracketed_words,
            self.unbalanced_clauses + other.unbalanced_clauses,
        )

    @property
    def share(self) -> float | None:
        """Share of the words that stand in brackets; None without words."""
        return self.bracketed_words / self.words if self.words else None


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """How open a provision is, all that stands below it included.

    Attributes:
        id: of the provision: a container, a unit, or a headed provision inside a unit.
        kind: of the provision.
        depth: number of provisions around it; 0 for the outermost of an instrument.
        in_unit: whether it stands inside a unit (a table of an article, a part of an annex).
        openness: what is open there.
    """

    id: str
    kind: str
    depth: int
    in_unit: bool
    openness: Openness
