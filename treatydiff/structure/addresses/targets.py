"""Where a cross-reference leads: the provisions of a draft that answer to its steps."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.numerals import roman_value
from treatydiff.language.references import Step
from treatydiff.model import CONTAINER_KINDS, Draft, Instrument, Provision
from treatydiff.records import dataclass
from treatydiff.structure.addresses.answering import (
    SMALL,
    UNITS,
    alike_kinds,
    all_below,
    answering,
    inside,
    matching,
    number_of,
    outside_units,
    read_otherwise,
)

_MANY_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """A provision, what it stands in (outermost first), and its instrument."""

    provision: Provision
    around: tuple[Provision, ...]
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a chain of steps leads to.

    Attributes:
        found: the provisions that answer to all steps; several where numbers occur more than once.
        missing: the first step that nothing answers to; None where something is found.
        within: what the missing step was looked for in; None for the whole instrument.
    """

    found: tuple[Provision, ...]
    missing: Step | None = None
    within: Provision | None = None


class Targets:
    """The provisions of a draft, to be found by kind and number from any place in it.

    Args:
        draft: the draft.
    """

    def __init__(self, draft: Draft) -> None:
        self.language = draft.language
        self.standing: dict[str, TargetStanding] = {}
        self.kinds: dict[int, set[str]] = {}
        for instrument in draft.instruments:
            for top in instrument.provisions:
                self._enter(top, (), instrument)

    def _enter(self, node: Provision, around: tuple[Provision, ...], instrument: Instrument) -> None:
        self.standing[node.id] = TargetStanding(node, around, instrument)
        self.kinds.setdefault(instrument.n, set()).add(node.kind)
        for child in node.children:
            self._enter(child, (*around, node), instrument)

    def resolve(self, target: Sequence[Step], here: str) -> Resolution | None:
        """What a target leads to for a reader who stands in the provision `here`.

        Args:
            target: steps, outermost first; the number "this" means the one that the reader is in.
            here: id of a provision.

        Returns:
            None where the question cannot be answered: nothing of such a kind is around the reader.
        """
        standing = self.standing[here]
        path = (*standing.around, standing.provision)
        scope: Provision | None = None
        steps = list(target)
        while steps and steps[0][1] == "this":
            scope = _around(path, steps[0][0])
            if scope is None:
                return None
            steps.pop(0)
        if not steps or any(number == "this" for _, number in steps):
            return None
        strict = self._strict(steps, path, scope)
        if not strict.found:
            others = [self._strict(other, path, scope) for other in read_otherwise(steps)]
            found = next((each for each in others if each.found), None)
            if found is not None:
                return found
            # "Article 3.1 (c)" whose (c) is missing misses a subparagraph, and no article 3.1
            strict = next((each for each in others if each.within is not None), strict)
        if strict.found or not (scope is None or scope.kind in SMALL):
            return strict
        return self._elsewhere(steps, path, scope) or strict

    def _strict(
        self, steps: Sequence[Step], path: tuple[Provision, ...], scope: Provision | None
    ) -> Resolution:
        found = answering(steps[0], [scope], self.language) if scope else self._first(steps[0], path)
        if not found:
            return Resolution((), steps[0], scope)
        for step in steps[1:]:
            inner = answering(step, found, self.language)
            if not inner:
                return Resolution((), step, found[0])
            found = inner
        return Resolution(tuple(found))

    def _elsewhere(
        self, steps: Sequence[Step], path: tuple[Provision, ...], scope: Provision | None
    ) -> Resolution | None:
        """A second try: the same number in an annex, or a label that hangs in another place of the unit.

        "Annex III, article 13 and article 17" leaves the annex out; and where a draft's labels are
        ambiguous ("(i)" after "(h)"), a clause may hang beside where the reference looks for it.
        """
        if steps[0][0] in SMALL:
            unit = [_unit_around(path)]
            last = answering(steps[-1], unit, self.language)
            return Resolution(tuple(last)) if last and (scope is not None or len(steps) > 1) else None
        for start in matching(steps[0], (each.provision for each in self.standing.values()), self.language):
            found = [start]
            for step in steps[1:]:
                found = answering(step, found, self.language)
            if found:
                return Resolution(tuple(found))
        return None

    def _first(self, step: Step, path: tuple[Provision, ...]) -> list[Provision]:
        """What the outermost step leads to: the nearest around the reader, else anywhere in the draft."""
        if step[0] in SMALL:
            return self._first_small(step, path)
        # "Part II" is no chapter II where there are parts, however near that chapter is.
        exact = step[0] in CONTAINER_KINDS and self.has_kind(step[0], path[0].id)
        for node in reversed(path):
            found = answering(step, [node], self.language)
            if found and (not exact or found[0].kind == step[0]):
                return found
        instrument = self.standing[path[0].id].instrument
        own = matching(step, all_below(instrument.provisions), self.language)
        body = [node for node in own if "annex" not in node.id] if step[0] in UNITS else []
        if body or own:
            return body or own
        return matching(step, (each.provision for each in self.standing.values()), self.language)

    def _first_small(self, step: Step, path: tuple[Provision, ...]) -> list[Provision]:
        """A paragraph or smaller is looked for up to the article; without articles, in the instrument."""
        ends = next((at for at, node in enumerate(path) if node.kind in UNITS or node.kind == "annex"), 0)
        inner = path[ends:]
        for exact in (True, False):
            for node in reversed(inner):
                found = answering(step, [node], self.language)
                if exact:
                    found = [each for each in found if each.kind == step[0]]
                if found:
                    return found
        if inner[0].kind in UNITS or inner[0].kind == "annex":
            return []
        instrument = self.standing[path[0].id].instrument
        return matching(step, outside_units(instrument.provisions), self.language)

    def lost_labels(self, resolution: Resolution, here: str) -> bool:
        """Whether a subparagraph is missed in an article of many clauses none of which bears a label.

        Such labels were lost when the text was taken from a page, so nothing can be said.
        """
        if resolution.missing is None or resolution.missing[0] not in ("subparagraph", "point"):
            return False
        place = resolution.within.id if resolution.within is not None else here
        standing = self.standing[place]
        unit = _unit_around((*standing.around, standing.provision))
        clauses = [node for node in inside(unit, small=True) if node.kind in SMALL]
        return len(clauses) >= _MANY_CLAUSES and not any(node.number for node in clauses)

    def unknowable(self, resolution: Resolution, here: str) -> bool:
        """Whether the draft's own numbers do not allow to say that something is missing.

        A decimal number can be looked for only where provisions bear such numbers; paragraphs and
        subparagraphs only where the article's paragraphs count from one, all of them.
        """
        if resolution.missing is None:
            return False
        kind, number = resolution.missing
        if kind in CONTAINER_KINDS:
            return self._lost_containers(kind, here)
        if "." in number:
            head = number.partition(".")[0]
            heads = matching((kind, head), (each.provision for each in self.standing.values()), self.language)
            return not any(_counts_from_one(node) for node in heads if node.kind in UNITS) and not any(
                "." in each.provision.number and alike_kinds(each.provision.kind, kind)
                for each in self.standing.values()
            )
        if kind not in SMALL:
            return False
        standing = self.standing[resolution.within.id if resolution.within is not None else here]
        unit = _unit_around((*standing.around, standing.provision))
        if kind != "paragraph" and resolution.within is not None and resolution.within.kind in SMALL:
            beside = standing.around[-1] if standing.around else unit
            if any(number in number_of(node) for node in inside(beside, small=True) if node.kind in SMALL):
                return True  # a label of which the level was read otherwise
        if any(node.kind == "paragraph" and node.number for node in inside(unit, small=True)):
            return not _counts_from_one(unit)
        return kind != "paragraph" and any(
            number in number_of(node) for node in inside(unit, small=True) if node.kind in SMALL
        )

    def _lost_containers(self, kind: str, here: str) -> bool:
        """Whether parts or chapters of an instrument were not read: more than one number is left out."""
        instrument = self.standing[here].instrument
        values = {
            value
            for node in all_below(instrument.provisions)
            if node.kind == kind
            for number in number_of(node)
            if (value := int(number) if number.isdigit() else roman_value(number)) is not None
        }
        return bool(values) and max(values) - len(values) > 1

    @property
    def annexes(self) -> int:
        """How many annexes the file holds."""
        return sum(each.provision.kind == "annex" for each in self.standing.values())

    def has_kind(self, kind: str, here: str) -> bool:
        """Whether the instrument of a place holds any provision of a kind."""
        kinds = self.kinds[self.standing[here].instrument.n]
        return kind in kinds


def _counts_from_one(unit: Provision) -> bool:
    """Whether the paragraphs of a unit bear numbers from one on."""
    return any(node.kind == "paragraph" and "1" in number_of(node) for node in inside(unit, small=True))


def _around(path: Sequence[Provision], kind: str) -> Provision | None:
    """The provision around the reader that "this" and a kind mean: the nearest of it, else of its like."""
    nearest = [node for node in reversed(path) if node.kind == kind]
    if nearest or kind in CONTAINER_KINDS:
        return nearest[0] if nearest else None
    alike = [node for node in path if alike_kinds(node.kind, kind)]
    return (alike[0] if kind == "paragraph" else alike[-1]) if alike else None


def _unit_around(path: Sequence[Provision]) -> Provision:
    return next((node for node in reversed(path) if node.kind in UNITS or node.kind == "annex"), path[0])
