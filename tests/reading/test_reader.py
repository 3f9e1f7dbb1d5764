from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.word_files import p, word_package
from treatydiff.errors import ReadError, TreatydiffError, UnsupportedFormatError, UsageError
from treatydiff.model import Block, Run, Source, SourceText
from treatydiff.reading.reader import read_bytes, read_file
from treatydiff.reading.sniff import DOCX, HTML, MARKDOWN, PDF, TEXT, sniff_content
from treatydiff.settings import Settings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def zipped(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(zipfile.ZipInfo(name), b"x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "label", "media_type"),
    [
        (b"%PDF-1.7\n...", "a.txt", PDF),
        (b"\n\n%PDF-1.4", "a", PDF),
        (word_package(p("x")), "a.pdf", DOCX),
        (word_package(p("x" * 3000))[:1000], "a.docx", DOCX),
        (b"<!DOCTYPE html><html>", "a.txt", HTML),
        (b"\xef\xbb\xbf  <html lang=en>", "a", HTML),
        (b"<p>x</p>", "a.html", HTML),
        (b"<p>x</p>", "a.txt", TEXT),
        (b"# Article 1", "a.md", MARKDOWN),
        (b"# Article 1", "a.MARKDOWN", MARKDOWN),
        (b"Article 1", "a.pdf", TEXT),
        ("Статья 1".encode("utf-16"), "a", TEXT),
        (b"\xff\xd8\xff\xe0", "a.pdf", "image/jpeg"),
        (bytes(range(256)), "a.txt", "application/octet-stream"),
        (zipped("xl/workbook.xml"), "a.docx", "application/vnd.ms-excel"),
        (zipped("mimetype", "content.xml"), "a.odt", "application/vnd.oasis.opendocument"),
    ],
)
def test_content_decides(data: bytes, label: str, media_type: str) -> None:
    assert sniff_content(data, label).media_type == media_type


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"{\\rtf1 x}", "an RTF document"),
        (OLE + "WordDocument".encode("utf-16-le"), "the old .doc format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (bytes(range(256)), "binary data of an unknown kind"),
        (b" \n", "holds no text"),
    ],
)
def test_refusals_say_what_the_file_is(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "draft.pdf", Settings())
    assert said in caught.value.what
    assert caught.value.where == "draft.pdf"
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_name_that_disagrees_is_reported() -> None:
    text = read_bytes(word_package(p("x")), "draft.pdf", Settings())
    assert [diagnostic.code for diagnostic in text.diagnostics] == ["name_disagrees"]
    assert text.source.media_type == DOCX
    assert read_bytes(b"Article 1", "draft.md", Settings()).diagnostics == ()


def test_a_named_format_decides_among_kinds_of_text() -> None:
    assert read_bytes(b"*x*", "-", Settings(), media_type="md").blocks[0].text == "x"
    assert read_bytes(b"*x*", "-", Settings(), media_type="txt").blocks[0].text == "*x*"
    assert read_bytes(b"*x*", "-", Settings(), media_type="text/markdown").blocks[0].italic
    with pytest.raises(UnsupportedFormatError, match="a plain text, not what was named"):
        read_bytes(b"x", "-", Settings(), media_type="pdf")
    with pytest.raises(UsageError, match="no reader takes the format 'xlsx'"):
        read_bytes(b"x", "-", Settings(), media_type="xlsx")


def test_the_label_is_the_file_name(tmp_path: Path) -> None:
    path = tmp_path / "Draft 1.txt"
    path.write_text("Article 1")
    source = read_file(path, Settings()).source
    assert source.label == "Draft 1.txt"
    assert source.sha256 == hashlib.sha256(b"Article 1").hexdigest()


@pytest.mark.parametrize(
    ("name", "said"), [("missing.txt", "no such file"), ("folder", "this is a folder"), ("a\0b", "NUL")]
)
def test_paths_that_cannot_be_read(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "messing.txt").write_text("x")
    with pytest.raises(ReadError, match=said) as caught:
        read_file(tmp_path / name, Settings())
    assert str(tmp_path) not in str(caught.value)
    assert caught.value.hint


def test_a_near_name_is_offered(tmp_path: Path) -> None:
    (tmp_path / "chairs-text.pdf").write_text("x")
    with pytest.raises(ReadError, match=r"did you mean chairs-text\.pdf\?"):
        read_file(tmp_path / "chair-text.pdf", Settings())


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "denied"), "no permission"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_faults_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, said: str
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise fault

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=said) as caught:
        read_file(tmp_path / "draft.txt", Settings())
    assert caught.value.where == "draft.txt"


def test_too_big_a_file(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(ReadError, match="bigger than 1 MiB"):
        read_file(path, Settings(max_file_mib=1))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    read_bytes(b"x", "a.txt", Settings(), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


class _ShoutingReader:
    media_types = ("text/x-shout",)

    def sniff(self, data: bytes, label: str) -> bool:
        return data.startswith(b"\x00SHOUT")

    def read(self, data: bytes, label: str, settings: Settings, progress: object = None) -> SourceText:
        return SourceText(Source(label, "", "text/x-shout"), (Block(0, (Run("HEARD"),)),))


def test_readers_of_other_packages_join(monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        name = "shout"

        def load(self) -> type[_ShoutingReader]:
            return _ShoutingReader

    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [Entry()] if group == "treatydiff.readers" else []
    )
    assert read_bytes(b"\x00SHOUT", "a.shout", Settings()).blocks[0].text == "HEARD"
    assert read_bytes(b"x", "a", Settings(), media_type="text/x-shout").blocks[0].text == "HEARD"


@settings(deadline=None)
@given(st.binary(), st.sampled_from(["a.pdf", "a.docx", "a.txt", "a.md", "a.html", "a"]))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, label: str) -> None:
    refused = ""
    try:
        read = [block.text or block.number for block in read_bytes(data, label, Settings()).blocks]
    except TreatydiffError as fault:
        read, refused = [], str(fault)
    assert all(read)
    assert bool(read) != refused.startswith(f"{label}: ")
    assert "\n" not in refused


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.9, 0.99])
def test_cut_off_word_files_are_refused(kept: float) -> None:
    whole = word_package(p("x" * 5000) * 20)
    with pytest.raises(ReadError):
        read_bytes(whole[: int(len(whole) * kept)], "draft.docx", Settings())
