"""Files that are written in characters but are no drafts as they stand are refused with a hint."""

from __future__ import annotations

import pytest

from treatydiff.errors import UnsupportedFormatError
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings

HEAD = '<?xml version="1.0"?>'
WORD_2003 = (
    f'{HEAD}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body/>'
    "</w:wordDocument>"
)
FLAT = f'{HEAD}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'
ARCHIVE = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n<html>'


@pytest.mark.parametrize("name", ["draft.xml", "draft.doc", "draft.txt", "draft.docx", "draft.html"])
@pytest.mark.parametrize(
    "data",
    [WORD_2003.encode(), FLAT.encode(), ARCHIVE.encode(), WORD_2003.encode("utf-16")],
    ids=["Word 2003", "flat", "web archive", "UTF-16"],
)
def test_refused(name: str, data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError) as refused:
        read_bytes(data, name, Settings())
    assert refused.value.hint is not None
    assert "save it as .docx" in refused.value.hint


def test_a_text_that_speaks_of_parts_is_a_text() -> None:
    text = read_bytes(
        b"Article 1: Lamps\n\nContent-Type: multipart/related is a form of mail.\n", "a.txt", Settings()
    )
    assert text.blocks[0].text == "Article 1: Lamps"


@pytest.mark.parametrize("name", ["draft.xml", "draft.txt", "draft.md"])
def test_xml_of_another_kind_is_no_prose(name: str) -> None:
    with pytest.raises(UnsupportedFormatError, match="XML of a kind"):
        read_bytes(f"{HEAD}\n<act><article>Lamps</article></act>".encode(), name, Settings())


def test_a_web_page_may_begin_as_xml() -> None:
    page = f"{HEAD}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Lamps</p></body></html>"
    assert read_bytes(page.encode(), "draft.xml", Settings()).blocks[0].text == "Lamps"
