from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from treatydiff.archive.cache import FolderCache
from treatydiff.archive.indexing import reading_key
from treatydiff.archive.pair_scores import scoring_key
from treatydiff.isolation import code as version
from treatydiff.isolation.draft_key import draft_key
from treatydiff.model import FrontMatter
from treatydiff.model.draft_codec import CODEC_VERSION, decode_draft, encode_draft
from treatydiff.pipeline import read_draft, read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.version import __version__

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
    damaged += [data.replace(b"draft %d" % CODEC_VERSION, b"draft %d" % (CODEC_VERSION - 1), 1)]
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
    old, middle, new, newest = (digit * 64 for digit in "abcd")
    for age, key in enumerate((old, middle, new)):
        cache.put(key, draft)
        for path in (tmp_path / "cache").glob(f"{key}-*"):
            os.utime(path, (1000 + age, 1000 + age))
    cache.put(newest, draft)
    assert cache.get(old) is None
    assert cache.get(newest) == draft


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    source = tmp_path / "a.txt"
    source.write_text("Article 1\n\nAim\n\nThe Parties act.\n")
    assert read_draft(source, Settings(), cache=FolderCache(tmp_path / "file" / "cache")).articles == 1


def test_what_an_older_version_kept_is_taken_away_and_said_once(tmp_path: Path) -> None:
    draft = read_draft_bytes(b"Article 1\n\nThe Parties act.\n", "a.txt", Settings())
    FolderCache(tmp_path).put("ours", draft)
    for name in (
        f"{'a' * 64}-1.draft",
        f"{'b' * 64}-0.0.9-99.draft",
        f"{'c' * 64}-{__version__}-{CODEC_VERSION - 1}.draft",
    ):
        (tmp_path / name).write_bytes(b"old")
    later = tmp_path / f"{'d' * 64}-99.0.0-1.draft"
    later.write_bytes(b"of a later version, which may be in use, too")
    for name in ("notes.txt", "treaty-2.draft"):
        (tmp_path / name).write_text("no entry")
    told: list[str] = []
    cache = FolderCache(tmp_path, tell=told.append)
    assert told == ["the drafts that an older version kept are taken away: each is read again"]
    assert cache.get("ours") == draft
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("ours")) == [
        later.name,
        "notes.txt",
        "treaty-2.draft",
    ]
    FolderCache(tmp_path, tell=told.append)
    assert len(told) == 1


DECIDING = {
    "column": 2,
    "language": "fr",
    "revisions": "reject",
    "ocr": "auto",
    "drafting_marks": "apply",
    "delegations": "Northland",
    "legend": "red = agreed",
    "max_pages": 7,
    "max_file_mib": 7,
    "max_unpacked_mib": 7,
    "max_compression_ratio": 7,
    "max_xml_elements": 7,
    "max_read_seconds": 7,
    "max_memory_mib": 7,
}
"""Settings that decide what draft a file holds, or whether it is read at all, each with another value."""
NOT_DECIDING = {
    "nearness": "far",
    "brackets": "in",
    "isolate": "always",
    "anchor_similarity": 0.5,
    "pair_similarity": 0.5,
    "neighbour_bonus": 0.5,
    "move_share": 0.5,
    "ngram": 5,
    "verbatim_ngram": 5,
    "reference": "none",
    "themes": "own.toml",
}


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_a_kept_draft_is_known_by_the_settings_that_decide_it(name: str) -> None:
    changed = Settings(**{name: (DECIDING | NOT_DECIDING)[name]})
    assert (draft_key(changed) != draft_key(Settings())) == (name in DECIDING)
    in_reading = name in DECIDING or name in ("brackets", "isolate")
    assert (reading_key(changed) != reading_key(Settings())) == in_reading
    assert (scoring_key(changed) != scoring_key(Settings())) == (not in_reading and name != "themes")


def test_other_code_makes_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = draft_key(Settings()), reading_key(Settings()), scoring_key(Settings())
    monkeypatch.setattr(version, "__version__", "0.0.0")
    version.code_of.cache_clear()
    after = draft_key(Settings()), reading_key(Settings()), scoring_key(Settings())
    version.code_of.cache_clear()
    assert all(one != other for one, other in zip(before, after, strict=True))
