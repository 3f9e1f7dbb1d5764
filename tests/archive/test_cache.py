from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from treatydiff.archive.cache import FolderCache
from treatydiff.model import FrontMatter
from treatydiff.model.draft_codec import decode_draft, encode_draft
from treatydiff.pipeline import read_draft, read_draft_bytes
from treatydiff.settings import Settings

NAMES = ("1-national-draft.docx", "2-chairs-text.pdf", "3-revised-text.docx", "4-final-text.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_comes_back_as_it_was(fixtures: Path, name: str) -> None:
    draft = read_draft(fixtures / "chain" / name, Settings())
    assert decode_draft(encode_draft(draft)) == draft


@pytest.mark.parametrize("data", [b"", b"nothing", encode_draft.__doc__.encode()])  # type: ignore[union-attr]
def test_damaged_bytes_are_no_draft(data: bytes) -> None:
    with pytest.raises(ValueError, match="no draft"):
        decode_draft(data)


@pytest.mark.parametrize("words", ["may act", "half \ud83d a pair", "\x00 and \u2028"])
def test_every_text_comes_back(words: str) -> None:
    draft = read_draft_bytes(b"Article 1\n\nThe Parties act.\n", "a.txt", Settings())
    draft = replace(draft, front_matter=(FrontMatter(words, None),))
    assert decode_draft(encode_draft(draft)) == draft


@pytest.mark.parametrize("words", ["may act", "half \ud83d a pair"])
def test_no_damage_goes_unnoticed(words: str) -> None:
    draft = read_draft_bytes(b"Article 1\n\nThe Parties act.\n", "a.txt", Settings())
    data = encode_draft(replace(draft, front_matter=(FrontMatter(words, None),)))
    damaged = [data[:end] for end in range(0, len(data), 7)]
    damaged += [data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :] for at in range(0, len(data), 5)]
    damaged += [data.replace(b"draft 2", b"draft 1", 1)]
    for each in damaged:
        with pytest.raises(ValueError, match="no draft"):
            decode_draft(each)


def test_a_file_is_read_once_and_again_when_its_settings_change(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Article 1\n\nAim\n\nThe Parties [shall] act.\n\nArticle 2\n\nEnd\n\nText.\n")
    cache = FolderCache(tmp_path / "cache")
    first = read_draft(source, Settings(), cache=cache)
    assert read_draft(source, Settings(), cache=cache) == first
    assert len(list((tmp_path / "cache").iterdir())) == 1
    read_draft(source, Settings(language="en"), cache=cache)
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_the_label_is_that_of_the_file_asked_for(tmp_path: Path) -> None:
    text = "Article 1\n\nAim\n\nThe Parties act.\n\nArticle 2\n\nEnd\n\nText.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text)
    cache = FolderCache(tmp_path / "cache")
    assert [
        read_draft(tmp_path / name, Settings(), cache=cache).source.label for name in ("a.txt", "b.txt")
    ] == ["a.txt", "b.txt"]


def test_a_damaged_entry_is_read_anew(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Article 1\n\nAim\n\nThe Parties act.\n")
    cache = FolderCache(tmp_path / "cache")
    first = read_draft(source, Settings(), cache=cache)
    next((tmp_path / "cache").iterdir()).write_bytes(b"\x00damaged")
    assert read_draft(source, Settings(), cache=cache) == first


def test_the_cache_is_bounded_and_the_oldest_go_first(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Article 1\n\nAim\n\nThe Parties act.\n")
    draft = read_draft(source, Settings())
    size = len(encode_draft(draft))
    cache = FolderCache(tmp_path / "cache", most_bytes=2 * size)
    for age, key in enumerate(("old", "middle", "new")):
        cache.put(key, draft)
        for path in (tmp_path / "cache").glob(f"{key}-*"):
            os.utime(path, (1000 + age, 1000 + age))
    cache.put("newest", draft)
    assert cache.get("old") is None
    assert cache.get("newest") == draft


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    source = tmp_path / "a.txt"
    source.write_text("Article 1\n\nAim\n\nThe Parties act.\n")
    assert read_draft(source, Settings(), cache=FolderCache(tmp_path / "file" / "cache")).articles == 1
