"""What changed in text printed as agreed is the first thing that every report says."""

from __future__ import annotations

import io
import zipfile

import pytest

from treatydiff.model import Comparison
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.rendering import render
from treatydiff.settings import Settings

SETTINGS = Settings(reference="none", isolate="never")
TEXT = (
    "Harbour Convention\n\nArticle 1\n\nLanterns\n\n1. Keepers may enter ships without {} of search. [agreed]\n\n"
    "2. Keepers store the oil of the harbour in barrels.\n"
)
SAID = "Text that A prints as agreed: the words of 1 clause changed"


def compared(a: str, b: str) -> Comparison:
    drafts = (read_draft_bytes(TEXT.format(word).encode(), f"{word}.txt", SETTINGS, media_type="txt")
              for word in (a, b))  # fmt: skip
    return compare_drafts(*drafts, SETTINGS)


CHANGED, SAME = compared("right", "authority"), compared("right", "right")


def text_of(comparison: Comparison, format_: str) -> str:
    made = render(comparison, format_)
    if isinstance(made, str):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return "".join(
            package.read(name).decode() for name in sorted(package.namelist()) if name.endswith(".xml")
        )


@pytest.mark.parametrize("format_", ["terminal", "html", "markdown", "csv", "svg", "docx", "xlsx"])
def test_every_report_says_so(format_: str) -> None:
    assert SAID in " ".join(text_of(CHANGED, format_).split())
    assert "prints as agreed" not in text_of(SAME, format_)


@pytest.mark.parametrize("format_", ["terminal", "markdown", "csv", "svg"])
def test_it_stands_before_the_figures(format_: str) -> None:
    said = " ".join(text_of(CHANGED, format_).split())
    assert said.index(SAID) < said.index("carried") if "carried" in said else said.index(SAID) < 400
