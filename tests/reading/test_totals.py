"""The totals of the receipt over the drafts written for the tests, against another extractor."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from treatydiff.pipeline import read_draft
from treatydiff.settings import Settings

DRAFTS = sorted(
    path.name
    for path in (Path(__file__).resolve().parents[2] / "fixtures" / "chain").iterdir()
    if path.suffix in (".pdf", ".docx")
)


@pytest.mark.parametrize("name", DRAFTS)
def test_every_character_of_the_chain_is_in_one_class(fixtures: Path, name: str) -> None:
    draft = read_draft(fixtures / "chain" / name, Settings())
    assert draft.receipt.unaccounted == 0
    assert [each.message for each in draft.diagnostics if each.severity == "error"] == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
@pytest.mark.parametrize("name", [name for name in DRAFTS if name.endswith(".pdf")])
def test_the_total_of_a_pdf_is_that_of_another_extractor(fixtures: Path, name: str) -> None:
    path = fixtures / "chain" / name
    receipt = read_draft(path, Settings()).receipt
    printed = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout
    theirs = len("".join(printed.decode("utf-8").split()))
    ours = receipt.provision + receipt.note + receipt.front_matter + receipt.furniture + receipt.other
    assert abs(ours - theirs) <= 0.005 * theirs
