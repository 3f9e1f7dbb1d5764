"""Small Word packages written by hand, so that a test shows the XML that it is about."""

from __future__ import annotations

import zipfile
from io import BytesIO

from treatydiff.model import Block, SourceText
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_MEMBERS = {
    "styles": ("styles", "w:styles", "styles+xml"),
    "numbering": ("numbering", "w:numbering", "numbering+xml"),
    "footnotes": ("footnotes", "w:footnotes", "footnotes+xml"),
    "endnotes": ("endnotes", "w:endnotes", "endnotes+xml"),
    "comments": ("comments", "w:comments", "comments+xml"),
    "settings": ("settings", "w:settings", "settings+xml"),
    "header1": ("header", "w:hdr", "header+xml"),
    "footer1": ("footer", "w:ftr", "footer+xml"),
}


def p(*runs: str, style: str = "", num: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph; `num` is (numId, ilvl); plain strings become runs, XML is taken as it is."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        inside += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inside += properties
    body = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{inside}</w:pPr>{body}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(*content: str, author: str = "A. Delegate") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="2024-01-02T00:00:00Z">{"".join(content)}</w:ins>'


def deleted(text: str) -> str:
    return (
        '<w:del w:id="2" w:author="A. Delegate" w:date="2024-01-02T00:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def level(ilvl: int, fmt: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(abstract_id: int, *levels: str, more: str = "") -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{abstract_id}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(num_id: int, abstract_id: int, more: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>{more}</w:num>'


def style(
    style_id: str, name: str = "", *, based: str = "", p_pr: str = "", r_pr: str = "", more: str = ""
) -> str:
    based_on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}" {more}><w:name w:val="{name or style_id}"/>'
        f"{based_on}<w:pPr>{p_pr}</w:pPr><w:rPr>{r_pr}</w:rPr></w:style>"
    )


def word_package(
    body: str,
    *,
    raw_document: str | None = None,
    extra: dict[str, bytes] | None = None,
    without: str = "",
    **parts: str,
) -> bytes:
    """A package with a main text and, by keyword, the content of its other parts."""
    document = raw_document or f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    members = {"word/document.xml": document.encode()}
    relations, overrides = (
        "",
        f'<Override PartName="/word/document.xml" ContentType="{CONTENT}.document.main+xml"/>',
    )
    for name, content in parts.items():
        kind, root, media = _MEMBERS[name]
        members[f"word/{name}.xml"] = f"<{root} {NAMES}>{content}</{root}>".encode()
        relations += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}.{media}"/>'
    members["word/_rels/document.xml.rels"] = _relationships(relations)
    members["_rels/.rels"] = _relationships(
        f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    members["[Content_Types].xml"] = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
    members.update(extra or {})
    members.pop(without, None)
    return packed(members)


def packed(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relationships(inside: str) -> bytes:
    return (
        '<?xml version="1.0"?><Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    ).encode()


def read(body: str, revisions: str = "accept", **parts: str) -> SourceText:
    settings = Settings(revisions="reject" if revisions == "reject" else "accept")
    return read_bytes(word_package(body, **parts), "draft.docx", settings)


def said(block: Block) -> str:
    """A block as a reader of the page sees it: its number, then its text."""
    return " ".join(filter(None, (block.number, block.text)))


def shown(text: SourceText) -> list[str]:
    return [said(block) for block in text.blocks]
