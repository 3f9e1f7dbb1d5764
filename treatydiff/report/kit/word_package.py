"""A new Word document with our styles, and its bytes: the same ones for the same content.

Imports python-docx and lxml; import it only where a report is made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from treatydiff.report.kit.xml_text import xml_text

NEUTRAL_DATE = "2000-01-01T00:00:00Z"
"""The date of a report that was given none: never the clock's, so that the bytes do not change."""

TEXT_FONT, FACE_EAST, FACE_ARABIC = "Times New Roman", "SimSun", "Traditional Arabic"
INDENT_STEP = 28.35
"""Points by which every level of subparagraphs is indented: a centimetre."""
DEEPEST_INDENT = 5

_HEADINGS = (
    ("Title", 16, True, False, 0),
    ("Subtitle", 12, True, False, 0),
    ("Heading 1", 13, True, False, 18),
    ("Heading 2", 12, True, True, 14),
    ("Heading 3", 11, True, False, 14),
    ("Heading 4", 11, False, True, 8),
)
"""Style, size, bold, italic, and the points of white space above."""

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def new_document(*, title: str, author: str, date: str, language: str) -> Any:
    """An empty document with the styles of a redline.

    Args:
        title: what the document's properties call it.
        author: who its properties say made it.
        date: of its properties, ISO 8601 with "Z".
        language: code of the drafts' language, for the spelling checker.
    """
    document = Document()
    moment = datetime.fromisoformat(date.replace("Z", "+00:00")).replace(tzinfo=None)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = xml_text(title), author, author
    properties.created = properties.modified = moment
    properties.comments, properties.keywords, properties.subject = "", "", ""
    properties.revision = 1
    properties.language = language
    _define_styles(document, language)
    _speak_to_newer_word(document)
    return document


def _define_styles(document: Any, language: str) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _face(normal)
    _look(normal, 11)
    _language(normal, language)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    for name, size, bold, italic, before in _HEADINGS:
        style = styles[name]
        _face(style)
        _look(style, size, bold=bold, italic=italic)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(6)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for unwanted in ("w:pBdr", "w:numPr"):
            for element in style.element.findall(f"{qn('w:pPr')}/{qn(unwanted)}"):
                element.getparent().remove(element)
    styles["Heading 4"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for depth in range(DEEPEST_INDENT + 1):
        style = styles.add_style(clause_style(depth), WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.paragraph_format.left_indent = Pt(INDENT_STEP * depth)
        style.paragraph_format.tab_stops.add_tab_stop(Pt(INDENT_STEP * (depth + 1)))
    for name, size, before in (("Report Heading", 20, 0), ("Report Label", 9, 10), ("Report Text", 10, 0)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _look(style, size, bold=name != "Report Text")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)


def clause_style(depth: int) -> str:
    """The name of the style of a clause at a depth of indentation."""
    return f"Clause {min(depth, DEEPEST_INDENT) + 1}"


def _look(style: Any, size: int, *, bold: bool = False, italic: bool = False) -> None:
    """Size and weight, for Arabic as for the other scripts."""
    font = style.font
    font.size, font.bold, font.italic = Pt(size), bold, italic
    font.cs_bold, font.cs_italic = bold, italic
    properties = style.element.rPr
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(2 * size))
    properties.find(qn("w:sz")).addnext(complex_size)


def _face(style: Any) -> None:
    """One face for each script, instead of those of the theme."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, face in (("ascii", TEXT_FONT), ("hAnsi", TEXT_FONT), ("eastAsia", FACE_EAST),
                       ("cs", FACE_ARABIC)):  # fmt: skip
        fonts.set(qn(f"w:{name}"), face)


def _language(style: Any, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    mark = OxmlElement("w:lang")
    attribute = {"zh": "w:eastAsia", "ar": "w:bidi"}.get(language, "w:val")
    mark.set(qn(attribute), {"zh": "zh-CN", "en": "en-GB"}.get(language, language))
    properties.append(mark)


def _speak_to_newer_word(document: Any) -> None:
    """Say that the layout is today's, so that Word opens the file without its compatibility mode."""
    settings = document.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        compatibility = OxmlElement("w:compat")
        after = settings.find(qn("w:rsids"))
        if after is None:
            settings.append(compatibility)
        else:
            after.addprevious(compatibility)
    for setting in compatibility.findall(qn("w:compatSetting")):
        compatibility.remove(setting)
    mode = OxmlElement("w:compatSetting")
    mode.set(qn("w:name"), "compatibilityMode")
    mode.set(qn("w:uri"), "http://schemas.microsoft.com/office/word")
    mode.set(qn("w:val"), "15")
    compatibility.append(mode)


def add_page_number(section: Any, text: str, *, style: str = "Report Text") -> None:
    """A foot line of a section: a few words and the page's number."""
    paragraph = section.footer.paragraphs[0]
    paragraph.style = style
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{xml_text(text)} · ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    run.append(_text_element("1"))
    field.append(run)
    paragraph._p.append(field)


def run_of(text: str, *, deleted: bool = False, right_to_left: bool = False) -> Any:
    """A w:r element: line ends as w:br, tabs as w:tab.

    Args:
        text: its characters.
        deleted: whether it stands in a deletion, where Word wants another element.
        right_to_left: whether its script is.
    """
    run = OxmlElement("w:r")
    if right_to_left:
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:rtl"))
        run.append(properties)
    for part in re.split(r"([\n\t])", xml_text(text)):
        if part == "\n":
            run.append(OxmlElement("w:br"))
        elif part == "\t":
            run.append(OxmlElement("w:tab"))
        elif part:
            run.append(_text_element(part, "w:delText" if deleted else "w:t"))
    return run


def _text_element(text: str, tag: str = "w:t") -> Any:
    element = OxmlElement(tag)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def package_bytes(document: Any) -> bytes:
    """The document as a .docx file: entries in a fixed order, with fixed times."""
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as packed:
        entries = [(name, packed.read(name)) for name in packed.namelist() if "thumbnail" not in name]
    return zipped((name, _without_thumbnail(name, data)) for name, data in entries)


def _without_thumbnail(name: str, data: bytes) -> bytes:
    """The relations of the package without that to the picture of python-docx's template."""
    if name != "_rels/.rels":
        return data
    return re.sub(rb"<Relationship (?=[^<>]*thumbnail)[^<>]*/>", b"", data)


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file whose bytes depend on its entries alone.

    Args:
        entries: names and contents, in their order.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            packed.writestr(entry, data)
    return held.getvalue()
