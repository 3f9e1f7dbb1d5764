from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.language.keys import comparison_key

PARAGRAPH = re.compile(r"\n\s*\n")


def paragraphs(path: Path) -> list[str]:
    return [" ".join(text.split()) for text in PARAGRAPH.split(path.read_text(encoding="utf-8"))]


@pytest.mark.corpus
@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_edits_rebuild_real_texts_in_every_language(corpus: Path, language: str) -> None:
    texts = paragraphs(corpus / "charter" / f"un_charter_{language}.txt")[:120]
    for a, b in zip_longest(texts, texts[1:], fillvalue=""):
        edits = diff_texts(a, b, language)
        assert "".join(edit.text for edit in edits if edit.op != "insert") == a
        assert "".join(edit.text for edit in edits if edit.op != "delete") == b


@pytest.mark.corpus
def test_a_text_rehyphenated_and_in_capitals_keeps_its_key(corpus: Path) -> None:
    texts = [text for text in paragraphs(corpus / "crime" / "UNCAC_2003_en.txt") if len(text) > 40]
    changed = [text.upper().replace("COOPERATION", "CO\u2011OPERATION") for text in texts]
    same = sum(
        comparison_key(a, "en") == comparison_key(b, "en") for a, b in zip(texts, changed, strict=True)
    )
    assert len(texts) > 200
    assert same / len(texts) > 0.99
