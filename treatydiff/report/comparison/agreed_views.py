"""What changed in text that the earlier draft prints as agreed: the first thing that a report says."""

from __future__ import annotations

from treatydiff.model import AgreedChange, Comparison
from treatydiff.naming.citations import citation
from treatydiff.naming.sides import Side
from treatydiff.naming.wording import counted
from treatydiff.report.comparison.view_model import AgreedView


def agreed_headline(comparison: Comparison) -> str:
    """One sentence on the text that A prints as agreed; "" where nothing in it changed.

    Args:
        comparison: the result of the pipeline.
    """
    changes = comparison.agreed
    if not changes:
        return ""
    words, marks = sum(each.words for each in changes), sum(each.mark_lost for each in changes)
    parts = []
    if words:
        parts.append(f"the words of {counted(words, 'clause', 'clauses')} changed")
    if marks:
        parts.append(f"{counted(marks, 'clause', 'clauses')} lost the mark")
    nowhere = "" if comparison.standing_b else " B prints no standing anywhere."
    return f"Text that A prints as agreed: {' and '.join(parts)}.{nowhere}"


def agreed_views(comparison: Comparison, a: Side, b: Side) -> tuple[AgreedView, ...]:
    """Every clause that A prints as agreed and B changed, those with other words first.

    Args:
        comparison: the result of the pipeline.
        a, b: its drafts.
    """
    ordered = sorted(comparison.agreed, key=lambda each: not each.words)
    return tuple(_view(each, a, b) for each in ordered)


def _view(change: AgreedChange, a: Side, b: Side) -> AgreedView:
    in_a, in_b = a.standing((change.a,)), b.standing((change.b,) if change.b else ())
    if not change.b:
        became = "not in B"
    else:
        became = "words changed" if change.words else "words as before"
    mark = ""
    if change.mark_lost and change.b:
        mark = f"; B prints “{change.now}”" if change.now else "; B prints no mark"
    return AgreedView(
        anchor=in_b.id or f"a--{in_a.id}",
        label=in_b.whole or in_a.whole,
        words=f"printed “{change.text or change.says}” in A: {became}{mark}",
        citation_a=citation(a.name, a.places, in_a.unit_id, in_a.id),
        citation_b=citation(b.name, b.places, in_b.unit_id, in_b.id) if in_b.id else "",
    )
