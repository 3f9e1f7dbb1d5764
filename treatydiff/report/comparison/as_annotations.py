"""A comparison for CI: annotations of GitHub's workflows, and JUnit XML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from treatydiff.model import Comparison, Relation
from treatydiff.naming.wording import ABSENT, printable
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ComparisonView, UnitView
from treatydiff.report.kit.pieces import Passage

MOST_ANNOTATIONS = 10
"""GitHub shows at most ten warnings of a step."""
PASSED: frozenset[Relation] = frozenset({"identical", "renumbered"})

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
    losses = [
        f"::error file={annotation_property(card.label)}::{annotation_data(loss)}"
        for card in (view.a, view.b)
        for loss in card.losses
    ]
    return "".join(f"{line}\n" for line in (*losses, *lines))


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
    place = f"file={annotation_property(card.label)},title={annotation_property(_name(unit))}"
    return f"::warning {place}::{annotation_data(message)}"


def annotation_data(text: str) -> str:
    """Text as the message of a workflow command."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def annotation_property(text: str) -> str:
    """Text as a property of a workflow command."""
    return annotation_data(text).replace(":", "%3A").replace(",", "%2C")


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
    suite = f"{view.a.name} → {view.b.name}"
    failed = sum(unit.relation not in PASSED for unit in view.units)
    counts = f'tests="{len(view.units)}" failures="{failed}" errors="0" skipped="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites {counts}>",
        f"<testsuite name={xml_attribute(suite)} {counts}>",
        "<properties>",
        f'<property name="tool" value={xml_attribute(view.tool)}/>',
        f'<property name="a.sha256" value={xml_attribute(view.a.sha256)}/>',
        f'<property name="b.sha256" value={xml_attribute(view.b.sha256)}/>',
        *(
            f'<property name="{card.side.lower()}.error" value={xml_attribute(loss)}/>'
            for card in (view.a, view.b)
            for loss in card.losses
        ),
        "</properties>",
        *(_case(suite, unit) for unit in view.units),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(suite: str, unit: UnitView) -> str:
    case = f'<testcase classname={xml_attribute(suite)} name={xml_attribute(_name(unit))} time="0"'
    if unit.relation in PASSED:
        return f"{case}/>"
    message = "; ".join((unit.relation_words, *unit.signals))
    changes = "\n".join(
        f"{clause.label or unit.label}: {marked(clause.passages)}"
        for clause in unit.clauses
        if clause.changed
    )
    body = changes or f"{unit.label_a or ABSENT} → {unit.label_b or ABSENT}"
    kind = xml_attribute(unit.relation)
    failure = f"<failure type={kind} message={xml_attribute(message)}>{xml_content(body)}</failure>"
    return f"{case}>\n{failure}\n</testcase>"


def marked(passages: Sequence[Passage]) -> str:
    """Words with [-deletions-] and {+insertions+} marked in the text."""
    marks = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "equal": ("", "")}
    joined = ((op, "".join(each.text for each in run)) for op, run in groupby(passages, lambda each: each.op))
    return "".join(f"{marks[op][0]}{text}{marks[op][1]}" for op, text in joined)


def xml_content(text: str) -> str:
    """Text between XML tags; what XML cannot hold becomes U+FFFD."""
    return escape(_ILLEGAL.sub("\ufffd", printable(text)))


def xml_attribute(text: str) -> str:
    """Text as a quoted XML attribute."""
    return quoteattr(_ILLEGAL.sub("\ufffd", printable(text)))
