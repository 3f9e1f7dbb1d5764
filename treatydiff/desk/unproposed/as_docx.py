"""Changes without a matching proposal as a Word document. Imports python-docx."""

from __future__ import annotations

from docx.shared import Cm

from treatydiff.desk.unproposed.view import UnproposedView
from treatydiff.report.kit.word_package import NEUTRAL_DATE, add_page_number, new_document, package_bytes
from treatydiff.report.kit.word_tables import add_passages, add_text, run_right_to_left
from treatydiff.report.kit.xml_text import xml_text


def unproposed_docx(view: UnproposedView) -> bytes:
    """Changes that no proposal accounts for, on A4: words that went struck, words that came underlined.

    Args:
        view: what is said.
    """
    title = "Changes without a matching proposal"
    document = new_document(title=title, author=view.tool, date=NEUTRAL_DATE, language=view.language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    add_page_number(section, title)
    document.add_paragraph(title, style="Report Heading")
    for card in view.cards:
        text = f"{card.side}  {card.label}: {card.headed}, {card.words:,} words, sha256 {card.sha256}"
        document.add_paragraph(xml_text(text), style="Report Text")
        for loss in card.losses:
            document.add_paragraph(xml_text(f"Error: {loss}"), style="Report Text")
    document.add_paragraph(xml_text(f"Proposals: {view.source}"), style="Report Text")
    document.add_paragraph(xml_text(view.headline), style="Report Label")
    if view.settled:
        document.add_paragraph(view.settled, style="Report Text")
    document.add_paragraph(view.note, style="Report Text")
    for change in view.changes:
        head = document.add_paragraph(xml_text(change.citation), style="Report Label")
        head.paragraph_format.keep_with_next = True
        words = document.add_paragraph(style="Report Text")
        if view.language == "ar":
            run_right_to_left(words)
        add_passages(words, change.passages, right_to_left=view.language == "ar")
        if change.words:
            document.add_paragraph(xml_text(change.words), style="Report Text")
    for number, each in enumerate(view.elsewhere):
        if not number:
            document.add_paragraph("Proposals whose words came in elsewhere", style="Report Label")
        said = document.add_paragraph(style="Report Text")
        add_text(said, f"{each.who}, on {each.article}: {each.fate}, {each.citation}", bold=True)
        document.add_paragraph(xml_text(each.text), style="Report Text")
    return package_bytes(document)
