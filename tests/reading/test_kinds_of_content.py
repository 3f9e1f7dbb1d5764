"""What some bytes are: signatures, packages, plain text and its kinds, at and beside every bound."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from treatydiff.reading.sniff import sniff_content


def zipped(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(zipfile.ZipInfo(name), b"x")
    return buffer.getvalue()


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XML = b'<?xml version="1.0"?>'
WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"x" * 1019 + b"%PDF-", "a PDF document"),
        (b"x" * 1020 + b"%PDF-", "a plain text"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a WebP image"),
        (b"RIFF\x00\x00\x00WEBP", "binary data of an unknown kind"),
        (b"\x00\x00\x00\x20ftyp", "an image or video in an MP4 container"),
        (b"GIF8", "a GIF image"),
        (b"oil GIF8", "a plain text"),
        (b"%!PS", "a PostScript file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        # packages
        (zipped("word/document.xml"), "a Word document"),
        (zipped("docProps/app.xml", "xl/workbook.xml"), "an Excel workbook"),
        (zipped("ppt/a"), "a PowerPoint presentation"),
        (zipped("META-INF/container.xml"), "an EPUB book"),
        (zipped("[Content_Types].xml"), "an Office package"),
        (zipped("oil.txt"), "a ZIP archive"),
        (zipped(), "a ZIP archive"),
        (zipped("word/document.xml")[:40], "a damaged Word document"),
        (zipped("[Content_Types].xml")[:60], "a damaged Word document"),
        (zipped("oil.txt")[:40], "a damaged ZIP archive"),
        (b"PK\x03\x04" + b"x" * 4073 + b"[Content_Types].xml", "a damaged Word document"),
        (b"PK\x03\x04" + b"x" * 4074 + b"[Content_Types].xml", "a damaged ZIP archive"),
        (OLE + utf16("WordDocument"), "a Word document of the old .doc format"),
        (OLE + utf16("WordDocument") + utf16("EncryptedPackage"), "an Office document locked with a password"),
        (OLE, "an Office document of an old format"),
        # bytes that are text or none
        (b"Oil " * 499 + b"oi\x01", "a plain text"),
        (b"\xe9" + b"Oil " * 250 + b"\x01\x02", "a plain text"),
        (b"\xe9" + b"Oil " * 250 + b"\x01\x02\x03", "binary data of an unknown kind"),
        (b"\xe9" + b"Oil " * 100 + b"\x08\t\n\x0b\x0c\r\x1a\x1b\x1c\x1d\x1e", "a plain text"),
        (b"\x01" * 64, "a plain text"),
        (b"\x01" * 63, "binary data of an unknown kind"),
        (b"\x01" * 64 + b"\xc3", "a plain text"),
        (b"\x01" * 63 + b"\xc3", "binary data of an unknown kind"),
        (b"\x01" * 64 + b"\xc3x", "binary data of an unknown kind"),
        (utf16("Oil"), "a plain text"),
        ("Oil".encode("utf-16-be"), "a plain text"),
        (b"Oil\x00Oil", "binary data of an unknown kind"),
        (b"O\x00\x00i", "binary data of an unknown kind"),
        (b"O\x00i\x00lll", "binary data of an unknown kind"),
        (b"\xff\xfe" + utf16("灯塔"), "a plain text"),
        (b"\xfe\xff\x01\x02\x03\x04", "a plain text"),
        (b"", "a plain text"),
        # text of other kinds
        (XML + b"\n<act>oil</act>", "XML of a kind that is not known here"),
        (b"\xef\xbb\xbf" + XML + b"<act/>", "XML of a kind that is not known here"),
        (b" " + XML + b"<act/>", "a plain text"),
        (XML + b"<html>", "an HTML page"),
        (b"<!-- oil --><!-- fog --> <body>", "an HTML page"),
        (b"<!-- oil <body>", "a plain text"),
        (b" " * 4090 + b"<html>", "an HTML page"),
        (b" " * 4092 + b"<html>", "a plain text"),
        (b"<akomaNtoso>", "an Akoma Ntoso document"),
        (b"\xef\xbb\xbf  <akomaNtoso>", "an Akoma Ntoso document"),
        ("<akomaNtoso>".encode("utf-16"), "an Akoma Ntoso document"),
        (b"The akomaNtoso", "a plain text"),
        (b"<x " + b" " * 4083 + b"akomaNtoso", "an Akoma Ntoso document"),
        (b"<x " + b" " * 4084 + b"akomaNtoso", "a plain text"),
        (b"<x " + WORD_2003, "XML of Word 2003"),
        (b"<office:document", "flat OpenDocument XML"),
        (MAIL, "a web archive (MHT)"),
        (b"content-type:   MULTIPART/RELATED\n", "a web archive (MHT)"),
        (b"Oil and fog.\n" + MAIL, "a plain text"),
        (b"Subject: oil\nOil: Content-Type: multipart/related", "a plain text"),
    ],
)  # fmt: skip
def test_what_content_is(data: bytes, name: str) -> None:
    assert sniff_content(data, "draft").name == name


@pytest.mark.parametrize(
    ("data", "label", "name"),
    [
        (b"oil</p>", "a.html", "an HTML page"),
        (b"oil</P >", "a.b.HTM", "an HTML page"),
        (b"oil</p>", "html", "a plain text"),
        (b"oil</p>", "a.txt", "a plain text"),
        (b"oil<p>", "a.html", "a plain text"),
        (b"oil", "a.md", "a Markdown text"),
        (b"oil", "md", "a plain text"),
        (b"oil", "a.md.txt", "a plain text"),
        (XML + b"<act/>", "a.md", "XML of a kind that is not known here"),
        (b"<html>", "a.md", "an HTML page"),
    ],
)
def test_a_name_tells_kinds_of_text_apart(data: bytes, label: str, name: str) -> None:
    assert sniff_content(data, label).name == name
