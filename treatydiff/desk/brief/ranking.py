"""Which changes matter most, by a rule that is printed with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from treatydiff.desk.brief.model import RankedChange
from treatydiff.desk.open_words import OpenWords
from treatydiff.desk.terms.quantities_of import terms_of
from treatydiff.language.force import RIGHT, Axis, force_terms
from treatydiff.language.tokenizer import word_count
from treatydiff.language.tokenizer import words as words_of
from treatydiff.model import ClauseDiff, Comparison, Draft, Edit, Signal, UnitComparison
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

POINTS: dict[str, int] = {
    "obligation": 4, "right": 4, "standard": 4, "bearer": 4, "negation": 4, "number": 3, "definition": 3,
    "content": 2, "hedge": 2, "final_clause": 2, "brackets": 2, "reference": 1,
}  # fmt: skip
"""Points of what was observed on a clause, each kind once; a lawyer reads duties first, then figures."""
RULE = (
    "A red line touched comes first. Ranked by points, each kind once: a duty, right, standard, bearer or "
    "negation 4; a number or definition 3; content, a condition, a final clause, or words put into or out of "
    "brackets 2; a reference 1; any other change of substance 1; the same words in another paragraph 0. "
    "A whole clause that came or went counts by what it holds of these, unless it was open, in brackets or "
    "an option. Equal points: more words changed first."
)
TOUCHED = "red line"
INTO, OUT_OF, INTO_AND_OUT = "put into brackets", "brackets removed", "brackets shifted"
ELSEWHERE = "the same words, in another paragraph"
NOT_OF_SUBSTANCE = frozenset((TOUCHED, INTO, OUT_OF, INTO_AND_OUT, ELSEWHERE))
"""What is told of a clause without counting it as changed in substance."""
_OF_BRACKETS = frozenset(("newly bracketed", "reopened", "settled"))
_SENTENCE_ENDS = pattern_of(r"(?<=[.;])\s+|(?<=[。；])")
_HELD: dict[Axis, str] = {
    "negation": "negation", "standard": "standard", "hedge": "hedge",
    "carve_out": "hedge", "condition": "hedge",
}  # fmt: skip
"""What the axes of force are called here; a modal is a duty or a right by its rank. Words of content ("and",
"or") say something where they change, and nothing of a clause that is new; conditions and standards say
something of a duty or a right."""


def ranked_changes(
    comparison: Comparison, red_a: Collection[str] = (), red_b: Collection[str] = ()
) -> tuple[RankedChange, ...]:
    """The clauses that changed in substance, the weightiest first, with those that came or went.

    Args:
        comparison: the earlier text against the draft.
        red_a, red_b: ids of clauses that hold a red line, of A and of B: one id may name two clauses.
    """
    sides = (_RankedText.of(comparison.a, "delete", red_a), _RankedText.of(comparison.b, "insert", red_b))
    found = [
        change
        for row, unit in enumerate(comparison.units)
        for kept in [_kept_sentences(unit)]
        for at, clause in enumerate(unit.clauses)
        for change in _change(row, at, clause, sides, kept, preamble=unit.kind == "preamble")
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (TOUCHED not in each.why, -each.points, -each.words, each.row, each.clause),
        )
    )


@dataclass(frozen=True, slots=True)
class _RankedText:
    """One text of a comparison: what of it is no wording, its red lines, and its quantities by clause."""

    language: str
    words: OpenWords
    red: Collection[str]
    counted: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, draft: Draft, op: Literal["delete", "insert"], red: Collection[str]) -> _RankedText:
        counted: dict[str, frozenset[str]] = {}
        for term in terms_of(draft):
            counted[term.clause] = counted.get(term.clause, frozenset()) | {term.value}
        return cls(draft.language, OpenWords(draft, op), red, counted)

    def values_of(self, clauses: Collection[str]) -> frozenset[str]:
        """The values of the quantities of some clauses."""
        return frozenset(value for each in clauses for value in self.counted.get(each, ()))


def _change(
    row: int,
    at: int,
    clause: ClauseDiff,
    sides: tuple[_RankedText, _RankedText],
    kept: Collection[tuple[str, ...]],
    *,
    preamble: bool,
) -> Iterator[RankedChange]:
    edits = [
        each for each in clause.edits
        if each.op != "equal" and not any(side.words.is_no_wording(clause, each) for side in sides)
    ]  # fmt: skip
    apart = [each for each in edits if not set(_sentences(each)).difference(kept) and _sentences(each)]
    edits = [each for each in edits if each not in apart]
    substantive = [each for each in edits if each.class_ == "substantive"]
    signals = [*clause.signals, *(signal for each in edits for signal in each.signals)]
    brackets = _brackets(clause, signals, sides)
    touched = any(
        id_ in side.red
        for side, ids in zip(sides, (clause.pairing.a, clause.pairing.b), strict=True)
        for id_ in ids
    )
    if not substantive and not signals and not brackets:
        if apart and not (clause.pairing.a and clause.pairing.b):
            yield RankedChange(row, at, 0, (*([TOUCHED] if touched else []), ELSEWHERE), 0)
        return
    observed: set[str] = {signal.kind for signal in signals} | ({"brackets"} if brackets else set())
    whole = next((side for side, ids in zip(sides, _other_way(clause), strict=True) if not ids), None)
    was_open = all(sides[0].words.is_open(clause, each) for each in substantive)
    if whole is not None and substantive and not (preamble or was_open):
        observed.update(_held(" ".join(each.text for each in substantive), whole))
    before, after = (
        side.values_of(ids) for side, ids in zip(sides, (clause.pairing.a, clause.pairing.b), strict=True)
    )
    if before != after and not apart and not (whole is not None and was_open):
        observed.add("number")
    kinds = [kind for kind in POINTS if kind in observed]
    points = sum(POINTS[kind] for kind in kinds) + bool(substantive)
    words = sum(word_count(each.text) for each in substantive)
    why = (
        *([TOUCHED] if touched else []),
        *(brackets if kind == "brackets" else kind.replace("_", " ") for kind in kinds),
        *(["substance"] if (substantive or signals) and not {*kinds} - {"brackets"} else []),
    )
    yield RankedChange(row, at, points, why, words)


def _brackets(clause: ClauseDiff, signals: Sequence[Signal], sides: tuple[_RankedText, _RankedText]) -> str:
    """Whether words that stayed were put into brackets or taken out, where no signal says so already."""
    if any(each.direction in _OF_BRACKETS for each in signals):
        return ""
    before, after = (side.words.bracketed(clause) for side in sides)
    if len(before) != len(after) or before == after:
        return ""
    went_in = any(new and not old for old, new in zip(before, after, strict=True))
    went_out = any(old and not new for old, new in zip(before, after, strict=True))
    return INTO_AND_OUT if went_in and went_out else INTO if went_in else OUT_OF


def _kept_sentences(unit: UnitComparison) -> frozenset[tuple[str, ...]]:
    """Sentences that one clause of a row lost and another has, word for word: a paragraph split or joined."""
    went, came = (
        {
            key: at
            for at, clause in enumerate(unit.clauses)
            for edit in clause.edits
            if edit.op == op
            for key in _sentences(edit)
        }
        for op in ("delete", "insert")
    )
    return frozenset(key for key in went if key in came and came[key] != went[key])


def _sentences(edit: Edit) -> tuple[tuple[str, ...], ...]:
    """The comparison keys of the sentences of an edit that holds whole ones."""
    if edit.op == "equal" or edit.text.rstrip()[-1:] not in (".", ";", "。", "；"):
        return ()
    keys = (tuple(word.key for word in words_of(each)) for each in _SENTENCE_ENDS.split(edit.text))
    return tuple(each for each in keys if each)


def _other_way(clause: ClauseDiff) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The other side's provisions of each side's: of a clause that only one text has, its own are empty."""
    return clause.pairing.b, clause.pairing.a


def _held(text: str, side: _RankedText) -> Iterator[str]:
    """What a whole clause holds of duties, rights, negations, standards and conditions."""
    keys = tuple(word.key for word in words_of(text))
    modals = [modal for modal in force_terms(keys, "modal", side.language) if modal.lone]
    yield from ("obligation" if modal.rank > RIGHT else "right" for modal in modals)
    for axis, kind in _HELD.items():
        if (modals or axis == "negation") and force_terms(keys, axis, side.language):
            yield kind
