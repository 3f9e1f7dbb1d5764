"""A comparison as a Word document: a redline with tracked changes, or two columns side by side.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Cm

from treatydiff.errors import UsageError
from treatydiff.model import Comparison
from treatydiff.naming.wording import counted
from treatydiff.patterns import pattern_of
from treatydiff.report.comparison.as_annotations import marked
from treatydiff.report.comparison.consonance_words import share_lines
from treatydiff.report.comparison.link_words import lone_sources, moved_clauses
from treatydiff.report.comparison.redline.clause_looks import Ranges, clause_looks
from treatydiff.report.comparison.redline.columns import add_columns
from treatydiff.report.comparison.redline.redline import redline
from treatydiff.report.comparison.redline.tracked_changes import TrackedChanges
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ComparisonView
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.report.kit.printed_lines import printed_lines
from treatydiff.report.kit.word_package import (
    NEUTRAL_DATE,
    add_page_number,
    new_document,
    package_bytes,
)
from treatydiff.report.kit.xml_text import xml_text

LAYOUTS = ("redline", "table")

_DATE = pattern_of(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


Italics = Mapping[str, Mapping[str, Ranges]]
"""What clauses set in italics, by side ("a", "b") and id."""
_UNKNOWN: Italics = {}


def comparison_docx(
    comparison: Comparison,
    *,
    author: str = "",
    date: str = "",
    layout: str = "redline",
    italics: Italics = _UNKNOWN,
) -> bytes:
    """A comparison as a Word document.

    The redline gives B's text when all changes are accepted and A's when all are rejected.

    Args:
        comparison: the result of the pipeline.
        author: whom the tracked changes are of; the tool if empty.
        date: of the changes, "2024-05-31" or "2024-05-31T12:00:00Z"; a fixed one if empty.
        layout: "redline", or "table" for two columns on landscape pages.
        italics: what the columns set in italics.

    Raises:
        UsageError: there is no such layout, or the date is none.
    """
    if layout not in LAYOUTS:
        raise UsageError(f"there is no layout {layout!r}", hint=f"one of {', '.join(LAYOUTS)}")
    moment = word_moment(date)
    view = comparison_view(comparison)
    name = f"{view.a.name} compared with {view.b.name}"
    document = new_document(title=name, author=author or TOOL, date=moment, language=view.b.language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    right_to_left = comparison.b.language == "ar"
    add_page_number(section, f"{view.a.name} → {view.b.name}")
    _add_cover(document, view, layout)
    if layout == "table":
        looks = clause_looks(comparison, italics)
        add_columns(document, view, _labels(comparison), looks, right_to_left=right_to_left)
    else:
        style_ids = {style.name: style.style_id for style in document.styles}
        changes = TrackedChanges(style_ids, author=author or TOOL, date=moment, right_to_left=right_to_left)
        end = document.element.body.sectPr
        for element in changes.elements(redline(comparison)):
            end.addprevious(element)
        # A last paragraph that is in both texts: the mark of a document's end cannot be deleted.
        document.add_paragraph(style="Report Text")
    return package_bytes(document)


def _labels(comparison: Comparison) -> dict[str, str]:
    """The numbers that the drafts print, by the anchors of their clauses."""
    return {
        prefix + line.id: line.label
        for prefix, draft in (("", comparison.b), ("a--", comparison.a))
        for line in printed_lines(draft)
        if line.role == "clause"
    }


def word_moment(date: str) -> str:
    """A date as Word writes them.

    Raises:
        UsageError: it is no date.
    """
    if not date:
        return NEUTRAL_DATE
    if _DATE.fullmatch(date) is None:
        raise UsageError(f"{date!r} is no date", hint="--date 2024-05-31, or 2024-05-31T12:00:00Z")
    try:
        from datetime import datetime

        datetime.fromisoformat(date.replace("Z", "+00:00"))
    except ValueError as fault:
        raise UsageError(f"{date!r} is no date: {fault}", hint="--date 2024-05-31") from None
    return date if "T" in date else f"{date}T00:00:00Z"


def _first_words(view: ComparisonView) -> Iterator[str]:
    """What a reader must know before the figures: changes in agreed text, losses of reading."""
    if view.guard:
        yield view.guard
    yield from (f"{each.label}, {each.words}." for each in view.agreed)
    yield from view.cautions


def _add_cover(document: Any, view: ComparisonView, layout: str) -> None:
    """The first page: what was compared, with what, and what the document shows."""

    def say(text: str, style: str = "Report Text") -> Any:
        return document.add_paragraph(xml_text(text), style=style)

    say("Comparison of two drafts", "Report Heading")
    for card, role in ((view.a, "A, the earlier draft"), (view.b, "B, the later draft")):
        say(role, "Report Label")
        say(card.label if not card.scope else f"{card.label}, only {card.scope}")
        if card.title:
            say(card.title)
        say(_figures(card))
        say(f"sha256 {card.sha256}")
        for loss in card.losses:
            say(f"Error: {loss}.")
    for line in _first_words(view):
        say(line)
    say("Consonance", "Report Label")
    say(view.headline)
    for line in (*(f"{each[0].upper()}{each[1:]}." for each in share_lines(view.shares)), view.force_remark):
        say(line)
    say(" ".join(view.beside))
    say(view.units_name, "Report Label")
    say(", ".join(count.words for count in view.counts) or "none")
    if view.other_counts:
        say("Other units: " + ", ".join(count.words for count in view.other_counts))
    if view.changes:
        say("To read: " + ", ".join(view.changes))
    if view.signals:
        say("Signals: " + "; ".join(view.signals))
    for line in _beside_the_text(view):
        say(line)
    say("How to read this document", "Report Label")
    for sentence in _READING if layout == "redline" else _READING_COLUMNS:
        say(sentence)
    for note in view.method:
        say(note)
    say("The text begins on the next page.")
    if layout == "redline":
        document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def _beside_the_text(view: ComparisonView) -> Iterator[str]:
    """Clauses that left their article, notes that differ, reserved positions, standings of drafts."""
    for words in moved_clauses(view.units):
        yield f"Went to another article: {words}"
    yield from lone_sources(view.units)
    if view.aside_counts:
        yield f"Notes and front matter: {'; '.join(view.aside_counts)}."
    for aside in view.asides:
        yield f"{aside.label}, {aside.change}: {marked(aside.passages)}"
    for each in view.positions:
        yield f"{each.side}, reserved position of {each.who}: “{each.text}” ({each.citation})"
    for statement in view.statements:
        yield f"{statement.side} says of itself: “{statement.text}” ({statement.citation})"


_READING = (
    "Every change is a tracked change: accept all of them and the text of B remains, reject all of them "
    "and the text of A does, word for word and with its own numbers, which are typed.",
    "A provision that stands in another place is shown as moved, with the words that changed on the way; "
    "a deleted one stands where it stood in relation to its neighbours.",
    "Notes and front matter that differ are listed above; running heads and pictures are left out.",
)
_READING_COLUMNS = (
    "A stands on the left and B on the right, in the order of B. Words that only A has are struck out, "
    "words that only B has are underlined. The third column says what became of a provision. Footnotes and "
    "endnotes stand below the clause that calls them.",
    "Notes and front matter that differ are listed above; running heads and pictures are left out.",
)


def _figures(card: DraftCard) -> str:
    parts = [card.headed] if card.articles or card.rules else []
    parts += [
        counted(card.units, "unit", "units"),
        counted(card.words, "word", "words"),
        f"language {card.language}",
    ]
    if card.pages is not None:
        parts.append(counted(card.pages, "page", "pages"))
    return ", ".join(parts)
