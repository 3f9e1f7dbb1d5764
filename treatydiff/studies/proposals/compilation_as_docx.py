"""A compilation as a Word document: changes are tracked changes, each with its delegation as author.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from treatydiff.naming.wording import listed
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.printed_lines import PrintedLine
from treatydiff.report.kit.word_package import (
    NEUTRAL_DATE,
    add_page_number,
    clause_style,
    new_document,
    package_bytes,
    run_of,
)
from treatydiff.report.kit.xml_text import xml_text
from treatydiff.studies.proposals.compilation_view import CONFLICTS, CompilationView, ProposedLine

_CHANGES = {"insert": "w:ins", "delete": "w:del"}


def compilation_docx(view: CompilationView, *, date: str | None = None) -> bytes:
    """A compilation as a Word document; the same bytes for the same drafts.

    Args:
        view: what is said.
        date: of the tracked changes, ISO 8601; a fixed one if None.
    """
    moment = NEUTRAL_DATE if not date else date if "T" in date else f"{date}T00:00:00Z"
    document = new_document(title=_file_title(view), author=TOOL, date=moment, language=view.base.language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    add_page_number(section, f"Article-by-article compilation on {view.base.source.label}")
    document.add_paragraph(xml_text(view.title), style="Title")
    document.add_paragraph(
        xml_text(f"Article-by-article compilation of the proposals of {listed(view.names)}"),
        style="Report Text",
    )
    writer = _Writer(document, moment, right_to_left=view.base.language == "ar")
    for unit in view.units:
        for line in unit.lines:
            writer.base(line, new=unit.new)
        for entry in unit.entries:
            document.add_paragraph(style="Heading 4").add_run(xml_text(entry.who)).bold = True
            for said in entry.lines:
                writer.proposed(said, entry.who)
    if view.conflicts:
        document.add_paragraph(CONFLICTS, style="Report Label")
        for conflict in view.conflicts:
            document.add_paragraph(xml_text(conflict), style="Report Text")
    if view.left_out:
        document.add_paragraph(xml_text(view.left_out), style="Report Text")
    return package_bytes(document)


class _Writer:
    """Writes the paragraphs; every tracked change has a number of its own."""

    def __init__(self, document: Any, date: str, *, right_to_left: bool) -> None:
        self._document = document
        self._date = date
        self._right_to_left = right_to_left
        self._ids = count(1)

    def base(self, line: PrintedLine, *, new: bool) -> None:
        """A line of the base; of a provision that only a delegation has, its heading."""
        if line.role == "title":
            return
        if line.role == "heading":
            words = f"{line.whole} – new" if new else line.whole
            paragraph = self._paragraph(f"Heading {min(line.depth, 3)}")
            paragraph.paragraph_format.keep_with_next = True
            paragraph._p.append(run_of(words, right_to_left=self._right_to_left))
        elif line.role == "subheading":
            self._paragraph("Subtitle")._p.append(run_of(line.text, right_to_left=self._right_to_left))
        else:
            label = f"{line.label}\t" if line.label else ""
            paragraph = self._paragraph(clause_style(line.depth))
            paragraph._p.append(run_of(label + line.text, right_to_left=self._right_to_left))

    def proposed(self, line: ProposedLine, who: str) -> None:
        """A line of a delegation."""
        if line.role == "say":
            paragraph = self._paragraph("Report Text")
            run = paragraph.add_run("".join(xml_text(text) for _, text in line.pieces))
            run.italic = True
            return
        paragraph = self._paragraph(clause_style(line.depth))
        if line.role == "new":
            properties = paragraph._p.get_or_add_pPr()
            mark = OxmlElement("w:rPr")
            mark.append(self._change("w:ins", who))
            properties.append(mark)
        if line.label:
            label = run_of(f"{line.label}\t", right_to_left=self._right_to_left)
            paragraph._p.append(self._inside("w:ins", who, label) if line.role == "new" else label)
        for op, text in line.pieces:
            run = run_of(text, deleted=op == "delete", right_to_left=self._right_to_left)
            tag = _CHANGES.get(op)
            paragraph._p.append(self._inside(tag, who, run) if tag else run)

    def _paragraph(self, style: str) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        if self._right_to_left:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        return paragraph

    def _change(self, tag: str, who: str) -> Any:
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(next(self._ids)))
        element.set(qn("w:author"), xml_text(who))
        element.set(qn("w:date"), self._date)
        return element

    def _inside(self, tag: str, who: str, run: Any) -> Any:
        change = self._change(tag, who)
        change.append(run)
        return change


def _file_title(view: CompilationView) -> str:
    """What the document's properties call it: where the user says what the base is called, nothing else."""
    source = view.base.source
    return f"Compilation on {source.label}" if source.named else view.title
