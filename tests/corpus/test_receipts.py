"""The account of every character, over all texts of the corpus, and against another extractor."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest

from tools.evaluate.corpus import Corpus
from treatydiff.errors import UnreadableTextError

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("field", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_no_character_of_any_text_is_unaccounted_for_or_taken_by_a_page_rule(
    texts: Corpus, field: bool
) -> None:
    """The documents of other layouts take minutes to read."""
    faults: list[str] = []
    for name in texts.files():
        if name.startswith("field/") is not field:
            continue
        try:
            draft = texts.draft(name)
        except UnreadableTextError:
            continue
        faults += [f"{name}: {each.message}" for each in draft.diagnostics if each.severity == "error"]
        if draft.receipt.unaccounted:
            faults.append(f"{name}: {draft.receipt}")
    assert faults == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
@pytest.mark.parametrize("field", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_totals_are_within_half_a_percent_of_another_extractor(texts: Corpus, field: bool) -> None:
    """Where fonts are readable; in right-to-left text pdftotext adds marks of direction.

    Characters are counted composed: where a page draws accents over letters pdftotext gives "e" and a
    combining acute, the reader "é" (13,809 of 488,469 characters of an issue of the Official Journal).
    """
    compared = 0
    for name in texts.files():
        if not name.endswith(".pdf") or name.startswith("field/") is not field:
            continue
        try:
            draft = texts.draft(name)
        except UnreadableTextError:
            continue
        if draft.language == "ar" or any(each.code == "font_decoded" for each in draft.diagnostics):
            continue
        printed = subprocess.run(
            ["pdftotext", "-raw", str(texts.path(name)), "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
        theirs = len(unicodedata.normalize("NFC", "".join(printed.split())))
        receipt = draft.receipt
        ours = receipt.provision + receipt.note + receipt.front_matter + receipt.furniture + receipt.other
        # Text off the page is accounted for and told of; the other extractor leaves it out.
        ours -= sum(len("".join(each.text.split())) for each in draft.furniture if each.rule == "off_page")
        assert abs(ours - theirs) <= 0.005 * theirs, name
        compared += 1
    assert compared
