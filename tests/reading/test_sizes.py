"""A size is looked at before a byte is read, whoever reads."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from treatydiff.archive.cache import FolderCache
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.errors import ReadError
from treatydiff.isolation.guarded import read_guarded
from treatydiff.pipeline import read_draft
from treatydiff.reading.reader import digest_of, sha256_of
from treatydiff.settings import Settings

MIB = 1024 * 1024
TEXT = "Article 1\n\nScope\n\nThe Parties shall keep the river clean.\n"


@contextmanager
def little_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 32 * MIB
    finally:
        tracemalloc.stop()


@pytest.fixture
def sparse(tmp_path: Path) -> Path:
    """Three gigabytes that take no room."""
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as file:
        file.truncate(3 * 1024 * MIB)
    return path


def test_a_sparse_file_of_three_gigabytes_costs_nothing(sparse: Path, tmp_path: Path) -> None:
    with little_memory():
        for cache in (None, FolderCache(tmp_path / "cache")):
            with pytest.raises(ReadError, match=r"sparse\.pdf: the file is bigger than 512 MiB"):
                read_draft(sparse, Settings(), cache=cache)
        for isolate in ("never", "always", "auto"):
            with pytest.raises(ReadError, match="bigger than 512 MiB"):
                read_guarded(sparse, Settings(isolate=isolate))


def test_an_archive_is_indexed_beside_a_sparse_file(sparse: Path) -> None:
    (sparse.parent / "good.txt").write_text(TEXT)
    with little_memory(), Index(sparse.parent / "index.db") as index:
        done = index_archive(open_archive(sparse.parent), index, Settings())
    assert [(each.file, each.message.partition(";")[0]) for each in done.failures] == [
        ("sparse.pdf", "the file is bigger than 512 MiB")
    ]
    assert "good.txt" in done.read


def test_an_unchanged_file_is_known_without_being_held(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "long.txt").write_text(TEXT + "\nArticle 2\n\nEnd\n\nText.\n" + "\n" * 60 * MIB)
    with Index(tmp_path / "index.db") as index:
        index.keep(_known(archive / "long.txt"))
        with little_memory():
            done = index_archive(open_archive(archive), index, Settings())
    assert done.unchanged == ("long.txt",)


def _known(path: Path) -> object:
    from treatydiff.archive.index_rows import IndexedDraft
    from treatydiff.archive.indexing import reading_key

    return IndexedDraft(path.name, digest_of(path, Settings()), reading_key(Settings()), failure="too long")


@pytest.mark.parametrize("size", [0, 1, 100_000])
def test_a_digest_is_that_of_the_content(tmp_path: Path, size: int) -> None:
    (tmp_path / "a").write_bytes(bytes(size))
    assert digest_of(tmp_path / "a", Settings()) == sha256_of(bytes(size))
