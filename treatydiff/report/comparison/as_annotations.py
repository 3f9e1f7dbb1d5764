"""A comparison for CI: annotations of GitHub's workflows, and JUnit XML."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from treatydiff.model import Comparison, Relation
from treatydiff.naming.wording import ABSENT
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import AgreedView, AsideView, ComparisonView, UnitView
from treatydiff.report.kit.annotations import annotation
from treatydiff.report.kit.junit import JUnitCase, JUnitFailure, junit_xml
from treatydiff.report.kit.pieces import Passage

MOST_ANNOTATIONS = 10
"""GitHub shows at most ten warnings of a step."""
PASSED: frozenset[Relation] = frozenset({"identical", "renumbered"})


def comparison_annotations(comparison: Comparison) -> str:
    """At most ten `::warning` commands of GitHub's workflows, for the least consonant provisions.

    Args:
        comparison: the result of the pipeline.

    Returns:
        A command a line, an `::error` for what could not be read before them; none where nothing
        changed but numbers.
    """
    view = comparison_view(comparison)
    changed = [unit for unit in view.units if unit.relation not in PASSED]
    order = sorted(range(len(changed)), key=lambda at: (*_consonance(changed[at]), at))
    lines = [_annotation(view, changed[at]) for at in order[:MOST_ANNOTATIONS]]
    if view.aside_counts:
        beside = "; ".join(view.aside_counts)
        lines.append(annotation("warning", view.b.label, "Notes and front matter", beside))
    losses = [
        annotation("error", card.label, "Loss", loss) for card in (view.a, view.b) for loss in card.losses
    ]
    agreed = [
        annotation("error", view.b.label, "Agreed text", f"{each.label}, {each.words}")
        for each in view.agreed
    ]
    cautions = [annotation("warning", view.b.label, "Headline", caution) for caution in view.cautions]
    return "".join((*losses, *agreed, *cautions, *lines))


def _consonance(unit: UnitView) -> tuple[float, int]:
    """How little is shared, both ways weighed by words; of equals the longer one first."""
    words = unit.words_a + unit.words_b
    shared = (unit.shares.carried_share or 0.0) * unit.words_a + (
        unit.shares.derived_share or 0.0
    ) * unit.words_b
    return (round(shared / words, 6) if words else 1.0, -words)


def _annotation(view: ComparisonView, unit: UnitView) -> str:
    card = view.b if unit.ids_b else view.a
    parts = [unit.relation_words, *unit.signals]
    if unit.shares.derived and unit.ids_b:
        parts.append(f"derived {unit.shares.derived}")
    elif unit.shares.carried:
        parts.append(f"carried {unit.shares.carried}")
    message = f"{'; '.join(parts)} ({unit.citation_b or unit.citation_a})"
    return annotation("warning", card.label, _name(unit), message)


def _name(unit: UnitView) -> str:
    was = f" (was {unit.was})" if unit.was else ""
    group = f"{unit.group}: " if unit.group else ""
    return f"{group}{unit.label}{was}" + (f" {unit.heading}" if unit.heading else "")


def comparison_junit(comparison: Comparison) -> str:
    """A comparison as JUnit XML: a test case a unit, failed unless it is identical or only renumbered.

    Args:
        comparison: the result of the pipeline.
    """
    view = comparison_view(comparison)
    losses = [(f"{card.side.lower()}.error", loss) for card in (view.a, view.b) for loss in card.losses]
    properties = (
        ("tool", view.tool), ("a.sha256", view.a.sha256), ("b.sha256", view.b.sha256), *losses,
        *(("caution", caution) for caution in view.cautions),
    )  # fmt: skip
    cases = [
        *(_agreed_case(each) for each in view.agreed),
        *(_case(unit) for unit in view.units),
        *(_aside_case(aside) for aside in view.asides),
    ]
    return junit_xml(f"{view.a.name} → {view.b.name}", cases, properties)


def _case(unit: UnitView) -> JUnitCase:
    if unit.relation in PASSED:
        return JUnitCase(_name(unit))
    message = "; ".join((unit.relation_words, *unit.signals))
    changes = "\n".join(
        f"{clause.label or unit.label}: {marked(clause.passages)}"
        for clause in unit.clauses
        if clause.changed
    )
    body = changes or f"{unit.label_a or ABSENT} → {unit.label_b or ABSENT}"
    return JUnitCase(_name(unit), JUnitFailure(unit.relation, message, body))


def _agreed_case(agreed: AgreedView) -> JUnitCase:
    """A clause that A prints as agreed and B changed: a failed test case of its own."""
    return JUnitCase(
        f"Agreed text: {agreed.label}",
        JUnitFailure("agreed", agreed.words, agreed.citation_b or agreed.citation_a),
    )


def _aside_case(aside: AsideView) -> JUnitCase:
    """A note or a paragraph of front matter that differs: a failed test case of its own."""
    return JUnitCase(aside.label, JUnitFailure("aside", aside.change, marked(aside.passages)))


def marked(passages: Sequence[Passage]) -> str:
    """Words with [-deletions-] and {+insertions+} marked in the text."""
    marks = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "equal": ("", "")}
    joined = ((op, "".join(each.text for each in run)) for op, run in groupby(passages, lambda each: each.op))
    return "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in joined)
