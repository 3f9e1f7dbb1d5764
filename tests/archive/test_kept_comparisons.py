"""Two drafts are compared once; what is kept says what was made, and nothing else is taken for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from treatydiff.archive.cache import FolderCache
from treatydiff.isolation.comparison_key import comparison_key
from treatydiff.model import Comparison
from treatydiff.model.comparison_codec import decode_comparison, encode_comparison
from treatydiff.pipeline import compare_drafts, read_draft, read_draft_bytes
from treatydiff.rendering import render
from treatydiff.settings import Settings


@pytest.fixture(scope="module")
def made(fixtures: Path) -> Comparison:
    a, b = (read_draft(fixtures / "chain" / name, Settings()) for name in
            ("1-national-draft.docx", "2-chairs-text.pdf"))  # fmt: skip
    return compare_drafts(a, b, Settings())


def test_every_report_on_a_kept_comparison_is_that_on_the_comparison(made: Comparison) -> None:
    kept = decode_comparison(encode_comparison(made), made.a, made.b)
    assert kept == made
    for name in ("json", "html", "markdown", "terminal", "csv"):
        assert render(kept, name) == render(made, name)


def test_damage_is_no_comparison(made: Comparison) -> None:
    data = encode_comparison(made)
    damaged = [data[:end] for end in range(0, len(data), 997)]
    damaged += [data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :] for at in range(0, len(data), 1_501)]
    for each in damaged:
        with pytest.raises(ValueError, match="no comparison"):
            decode_comparison(each, made.a, made.b)


def test_a_comparison_that_cannot_be_written_is_not_kept(made: Comparison, tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "cache")
    cache.keep("0" * 64, replace(made, theme="half \ud83d a pair"))
    assert cache.comparison("0" * 64, made.a, made.b) is None
    cache.keep("0" * 64, made)
    assert cache.comparison("0" * 64, made.a, made.b) == made
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_whatever_decides_a_comparison_is_in_its_key() -> None:
    a = read_draft_bytes(b"Article 1\n\nThe Parties shall act.\n", "a.txt", Settings())
    b = replace(a, source=replace(a.source, label="b.txt"))
    same = comparison_key((a, b, None, None), Settings(), (None, None))
    assert same == comparison_key((a, b, None, None), Settings(), (None, None))
    others = [
        comparison_key((b, a, None, None), Settings(), (None, None)),
        comparison_key((a, a, None, None), Settings(), (None, None)),
        comparison_key((a, b, None, None, a), Settings(), (None, None)),
        comparison_key((a, b, a, b), Settings(), (None, None)),
        comparison_key((a, b, None, None), Settings(pair_similarity=0.4), (None, None)),
        comparison_key((a, b, None, None), Settings(), (b"a table", None)),
        comparison_key((a, b, None, None), Settings(), (None, "themes")),
    ]
    assert len({same, *others}) == 1 + len(others)
