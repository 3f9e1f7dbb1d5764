"""Scans: refused with a hint, or recognised by ocrmypdf where it is asked for."""

from __future__ import annotations

import hashlib
import shutil
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdf_pages import Sheets, texts
from treatydiff.errors import ReadError, UnreadableTextError
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings

SENTENCE = "Each Party shall keep its lamps lit from dusk to dawn."


def scan(*lines: str) -> bytes:
    """A PDF of one page that holds an image of some lines."""
    image = Image.new("L", (1700, 2200), 255)
    draw = ImageDraw.Draw(image)
    for at, text in enumerate(lines):
        draw.text((200, 200 + 80 * at), text, font=ImageFont.load_default(40), fill=0)
    content = BytesIO()
    canvas = Canvas(content, pagesize=(612, 792), invariant=1)
    canvas.drawImage(ImageReader(image), 0, 0, 612, 792)
    canvas.showPage()
    canvas.save()
    return content.getvalue()


@pytest.fixture
def recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command called ocrmypdf that copies a prepared PDF and writes down how it was called."""
    prepared = tmp_path / "prepared.pdf"
    prepared.write_bytes(Sheets().line("Article 1").line(SENTENCE).saved())
    script = tmp_path / "bin" / "ocrmypdf"
    script.parent.mkdir()
    script.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, shutil, sys\n"
        f"pathlib.Path({str(tmp_path / 'called')!r}).write_text(' '.join(sys.argv[1:-2]))\n"
        "if '--language xxx' in ' '.join(sys.argv): sys.exit('no such language')\n"
        f"shutil.copy({str(prepared)!r}, sys.argv[-1])\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(script.parent))
    return tmp_path


def test_a_scan_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableTextError, match="looks like a scan") as refused:
        read_pdf(scan(SENTENCE), "scan.pdf", Settings())
    assert "install ocrmypdf" in refused.value.hint
    with pytest.raises(UnreadableTextError, match="looks like a scan"):
        read_pdf(scan(SENTENCE), "scan.pdf", Settings(ocr="auto"))
    with pytest.raises(ReadError, match="ocrmypdf is not installed"):
        read_pdf(scan(SENTENCE), "scan.pdf", Settings(ocr="always"))


@pytest.mark.usefixtures("recogniser")
def test_recognition_is_never_used_unasked() -> None:
    with pytest.raises(UnreadableTextError) as refused:
        read_pdf(scan(SENTENCE), "scan.pdf", Settings())
    assert refused.value.hint.startswith("set TREATYDIFF_OCR=auto")


@pytest.mark.parametrize(("language", "named"), [("auto", "eng"), ("en", "eng"), ("zh", "chi_sim")])
def test_a_scan_is_recognised_and_keeps_its_hash(recogniser: Path, language: str, named: str) -> None:
    data = scan(SENTENCE)
    found = read_pdf(data, "scan.pdf", Settings(ocr="auto", language=language))
    assert texts(found) == ["Article 1", SENTENCE]
    assert found.source.sha256 == hashlib.sha256(data).hexdigest()
    assert [(each.code, each.severity) for each in found.diagnostics] == [("text_recognised", "warning")]
    assert (recogniser / "called").read_text().endswith(f"--language {named}")


def test_a_readable_file_is_recognised_only_always(recogniser: Path) -> None:
    data = Sheets().line("Words that can be read as they are.").saved()
    assert texts(read_pdf(data, "draft.pdf", Settings(ocr="auto"))) == ["Words that can be read as they are."]
    assert not (recogniser / "called").exists()
    assert texts(read_pdf(data, "draft.pdf", Settings(ocr="always"))) == ["Article 1", SENTENCE]


def test_a_failure_of_the_command_is_one_line(recogniser: Path) -> None:
    (recogniser / "prepared.pdf").unlink()
    with pytest.raises(ReadError, match="text recognition failed"):
        read_pdf(scan(SENTENCE), "scan.pdf", Settings(ocr="auto"))


def test_a_command_that_hangs_is_ended(recogniser: Path) -> None:
    script = recogniser / "bin" / "ocrmypdf"
    script.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    with pytest.raises(ReadError, match="took longer than 1 seconds"):
        read_pdf(scan(SENTENCE), "scan.pdf", Settings(ocr="auto", max_read_seconds=1))


@pytest.mark.ocr
@pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="ocrmypdf is not installed")
def test_the_real_command_reads_an_image() -> None:
    found = read_pdf(scan("Article 1", SENTENCE), "scan.pdf", Settings(ocr="auto"))
    assert texts(found) == ["Article 1", SENTENCE]
