"""Archives that are made to measure a matrix are the same every time, and drafts of one family."""

from __future__ import annotations

from pathlib import Path

from tools.agreements import revised_pair
from tools.archive_sizes import write_archive
from treatydiff.pipeline import compare_drafts, read_drafts
from treatydiff.settings import Settings


def test_an_archive_of_many_drafts_is_made_of_a_few(tmp_path: Path) -> None:
    pair = revised_pair(900, 0.1)
    sources = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, text in zip(sources, (pair.a, pair.b), strict=True):
        path.write_text(text, encoding="utf-8")
    for name in ("one", "two"):
        write_archive(sources, tmp_path / name, 3, articles=4)
    made = sorted((tmp_path / "one").iterdir())
    assert [path.name for path in made] == [f"1950-01-0{day}_0000{day - 1}.txt" for day in (1, 2, 3)]
    texts = [path.read_text(encoding="utf-8") for path in made]
    assert texts == [(tmp_path / "two" / path.name).read_text(encoding="utf-8") for path in made]
    assert len(set(texts)) == 3
    first, _, third = read_drafts(made, Settings())
    assert (first.articles, third.articles) == (4, 4)
    assert compare_drafts(first, third, Settings()).scores.document.carried > 0.2
