"""The last page of a redline, on request: what was compared and what came out.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from treatydiff.model import Comparison
from treatydiff.reading.docx.styles import W
from treatydiff.redline.changes import piece_of, run_of
from treatydiff.redline.word.package import WordPackage
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.kit.cards import TOOL

SUMMARY_TAG = "treatydiff-summary"
"""The tag of the content control around the page, by which a proof knows that it belongs to neither draft."""


def add_summary(package: WordPackage, comparison: Comparison) -> None:
    """Put the page behind the text, in a content control of its own.

    It stands at the head where text was lost, or where text that A prints as agreed changed.

    Args:
        package: the redline.
        comparison: the result of the pipeline.
    """
    view = comparison_view(comparison)
    losses = [f"{card.side}, error: {loss}" for card in (view.a, view.b) for loss in card.losses]
    lines = [
        f"Comparison of two drafts ({TOOL})",
        f"A, the earlier draft: {view.a.label}, sha256 {view.a.sha256}",
        f"B, the later draft: {view.b.label}, sha256 {view.b.sha256}",
        *losses,
        view.guard,
        *(f"{each.label}, {each.words}" for each in view.agreed),
        *view.cautions,
        view.headline,
        ", ".join(count.words for count in view.counts),
    ]
    add_page(package, lines, first=bool(losses or view.guard))


def add_page(package: WordPackage, lines: Sequence[str], *, first: bool = False) -> None:
    """Put a page of ours behind the text, or before it.

    Args:
        package: the file.
        lines: its paragraphs.
        first: whether it stands before the text.
    """
    control = etree.Element(W + "sdt")
    properties = etree.SubElement(control, W + "sdtPr")
    etree.SubElement(properties, W + "tag").set(W + "val", SUMMARY_TAG)
    content = etree.SubElement(control, W + "sdtContent")
    for at, line in enumerate(each for each in lines if each):
        paragraph = etree.SubElement(content, W + "p")
        if not at and not first:
            own = etree.SubElement(paragraph, W + "pPr")
            etree.SubElement(own, W + "pageBreakBefore")
        paragraph.append(run_of(None, [piece_of(line)]))
    if first:
        package.body.insert(0, control)
        return
    end = package.body.find(W + "sectPr")
    if end is None:
        package.body.append(control)
    else:
        end.addprevious(control)


def without_summary(root: Any) -> bool:
    """Take the page out of a main part; whether there was one.

    Args:
        root: its root element.
    """
    found = [
        control
        for control in root.iter(W + "sdt")
        if (tag := control.find(f"{W}sdtPr/{W}tag")) is not None and tag.get(W + "val") == SUMMARY_TAG
    ]
    for control in found:
        control.getparent().remove(control)
    return bool(found)
