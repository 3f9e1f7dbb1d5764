"""A report marked as confidential, in a way that nobody who opens it overlooks.

Imports python-docx where a Word document is marked, and nothing heavy otherwise.
"""

from __future__ import annotations

from collections.abc import Callable

from treatydiff.patterns import pattern_of

CONFIDENTIAL = "CONFIDENTIAL"

_BODY = pattern_of(r"<body\b[^<>]*>")
_BANNER = (
    '\n<div class="confidential" role="region" aria-label="Marking" style="margin:0;padding:0.4rem;'
    'text-align:center;font-weight:700;letter-spacing:0.1em;color:#fff;background:#b00020">'
    f'<p style="margin:0">{CONFIDENTIAL}</p></div>'
)
_STAMP = (
    '<text x="24" y="15" font-family="sans-serif" font-size="12" font-weight="700" '
    f'letter-spacing="1" fill="#b00020">{CONFIDENTIAL}</text>\n'
)


def marked_confidential(content: str | bytes, name: str, suffix: str) -> str | bytes:
    """A rendering with the mark on it; data for programs (JSON, CSV, XML) stays what it is.

    A workbook bears the mark already: what writes it puts it there (`CARRY_IT_THEMSELVES`).

    Args:
        content: the rendering.
        name: of its format.
        suffix: that ends its files, with the dot.
    """
    if isinstance(content, bytes):
        return _document(content) if suffix == ".docx" else content
    mark = _MARKS.get(name) or _MARKS.get(suffix)
    return mark(content) if mark is not None else content


def _page(text: str) -> str:
    return _BODY.sub(lambda body: body[0] + _BANNER, text, count=1)


def _picture(text: str) -> str:
    before, end, after = text.rpartition("</svg>")
    return f"{before}{_STAMP}{end}{after}" if end else text


def _document(data: bytes) -> bytes:
    import io

    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    from treatydiff.report.kit.word_package import package_bytes

    document = Document(io.BytesIO(data))
    document.element.body.get_or_add_sectPr()
    for place, section in enumerate(document.sections):
        heads = [section.header]
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            heads.append(section.even_page_header)
        for head in heads:
            if head.is_linked_to_previous and place > 0:
                continue
            first = head.paragraphs[0]
            paragraph = first.insert_paragraph_before() if first.text or len(head.paragraphs) > 1 else first
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(CONFIDENTIAL).bold = True
    document.core_properties.category = CONFIDENTIAL
    return package_bytes(document)


_MARKS: dict[str, Callable[[str], str]] = {
    "terminal": lambda text: f"{CONFIDENTIAL}\n\n{text}",
    "text": lambda text: f"{CONFIDENTIAL}\n\n{text}",
    "github": lambda text: f"::notice title={CONFIDENTIAL}::{CONFIDENTIAL}\n{text}",
    ".md": lambda text: f"**{CONFIDENTIAL}**\n\n{text}",
    ".html": _page,
    ".svg": _picture,
}
"""What puts the mark on, by the name of a format or the suffix of its files."""

CARRY_IT_THEMSELVES = frozenset({".xlsx"})
DATA = frozenset({".json", ".csv", ".xml"})
"""Suffixes of what programs read; a mark would be read as data."""
