"""A brief as a Word document: a front page, then a sheet an article. Imports python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from treatydiff.desk.brief.view import BriefView, ChangeLine, SheetView
from treatydiff.naming.wording import counted
from treatydiff.report.kit.pieces import Passage
from treatydiff.report.kit.word_package import NEUTRAL_DATE, add_page_number, new_document, package_bytes
from treatydiff.report.kit.xml_text import xml_text


def brief_docx(view: BriefView, *, date: str | None = None) -> bytes:
    """A brief as a Word document on A4: struck words were in the earlier text, underlined ones are new.

    Args:
        view: what is said.
        date: of the document's properties, ISO 8601; a fixed one if None.
    """
    document = new_document(
        title=view.title, author=view.tool, date=_moment(date), language=view.language or "en"
    )
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    add_page_number(section, view.title)
    _front(document, view)
    for sheet in view.sheets:
        _sheet(document, sheet)
    if view.untouched:
        _say(document, view.untouched)
    return package_bytes(document)


def _moment(date: str | None) -> str:
    return NEUTRAL_DATE if not date else date if "T" in date else f"{date}T00:00:00Z"


def _front(document: Any, view: BriefView) -> None:
    _say(document, view.title, "Report Heading")
    for card in view.cards:
        _say(
            document, f"{card.side}  {card.label}: {card.headed}, {card.words:,} words, sha256 {card.sha256}"
        )
    for caution in view.cautions:
        _say(document, caution)
    _say(document, view.headline, "Report Label")
    for number, line in enumerate(view.front, 1):
        _change(document, line, f"{number}. ")
    if view.gone:
        _say(document, f"Gone: {'; '.join(view.gone)}")
    _say(document, view.rule)
    document.add_page_break()


def _change(document: Any, line: ChangeLine, number: str = "") -> None:
    paragraph = _say(document, f"{number}{line.title}")
    paragraph.runs[0].bold = True
    paragraph.add_run(xml_text(f"  {line.why}")).italic = True
    paragraph.paragraph_format.keep_with_next = True
    _words(document, line.passages)


def _sheet(document: Any, sheet: SheetView) -> None:
    title = document.add_paragraph(xml_text(f"{sheet.label}  {sheet.heading}"), style="Heading 3")
    title.add_run(xml_text(f"  ({sheet.relation})")).bold = False
    for line in sheet.changes:
        note = _say(document, f"{line.title.partition(':')[0]}: {line.why}")
        note.paragraph_format.keep_with_next = True
        _words(document, line.passages)
    if sheet.more:
        _say(document, f"and {counted(sheet.more, 'more change', 'more changes')}")
    for name, lines in (
        ("Open", sheet.open), ("Ours", sheet.ours), ("Precedent", sheet.precedent), ("Red lines", sheet.red),
    ):  # fmt: skip
        for at, each in enumerate(lines):
            paragraph = _say(document, f"{name}: " if at == 0 else "")
            if paragraph.runs:
                paragraph.runs[0].bold = True
            paragraph.add_run(xml_text(each))


def _words(document: Any, passages: Sequence[Passage]) -> None:
    paragraph = document.add_paragraph(style="Report Text")
    paragraph.paragraph_format.left_indent = Cm(0.6)
    for passage in passages:
        run = paragraph.add_run(xml_text(passage.text))
        run.font.strike = passage.op == "delete" or None
        run.font.underline = passage.op == "insert" or None


def _say(document: Any, text: str, style: str = "Report Text") -> Any:
    return document.add_paragraph(xml_text(text), style=style)
