from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.cli.running import run


def test_a_cache_of_an_older_version_is_made_anew_and_says_so_once(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Article 1\n\nAim\n\nThe Parties shall act.\n\nArticle 2\n\nEnd\n\nText.\n")
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / f"{'0123' * 16}-1.draft").write_bytes(b"of an older version")
    runs = [run("outline", draft, env={"TREATYDIFF_CACHE_DIR": str(cache)}) for _ in range(2)]
    assert [each.returncode for each in runs] == [0, 0]
    assert [each.stderr for each in runs] == [
        b"treatydiff: the drafts that an older version kept are taken away: each is read again\n", b"",
    ]  # fmt: skip
    assert runs[0].stdout == runs[1].stdout
    assert len(list(cache.iterdir())) == 1


def test_clearing_takes_what_is_ours_and_says_so(tmp_path: Path) -> None:
    draft, cache = tmp_path / "draft.txt", tmp_path / "cache"
    draft.write_text("Article 1\n\nAim\n\nThe Parties shall act.\n")
    env = {"TREATYDIFF_CACHE_DIR": str(cache), "TREATYDIFF_NO_CACHE": ""}
    assert run("text", draft, env=env).returncode == 0
    (entry,) = cache.iterdir()
    (cache / f"{'0' * 64}-99.0.0-7.draft").write_bytes(b"draft of a later version")
    (cache / ".abcd1234.part").write_bytes(b"draf")
    elsewhere = tmp_path / "elsewhere.draft"
    elsewhere.write_text("behind a link")
    (cache / f"{'1' * 64}-99.0.0-1.draft").symlink_to(elsewhere)
    (cache / f"{'2' * 64}-99.0.0-1.draft").mkdir()
    mine = ["treaty-2.draft", "notes.txt", ".hidden12.part", "abc-0.1.0-1.draft"]
    for name in mine:
        (cache / name).write_text("mine")
    done = run("cache", "clear", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == (
        f"2 drafts (0.0 MiB) removed from {cache}; 6 files that are not treatydiff's left there\n"
    )
    assert not entry.exists()
    assert sorted(path.name for path in cache.iterdir()) == sorted(
        [*mine, f"{'1' * 64}-99.0.0-1.draft", f"{'2' * 64}-99.0.0-1.draft"]
    )
    assert elsewhere.read_text() == "behind a link"
    assert run("cache", "clear", env=env).stdout.startswith(b"0 drafts ")


def test_nothing_kept_is_nothing_to_clear(tmp_path: Path) -> None:
    done = run("cache", "clear", env={"TREATYDIFF_CACHE_DIR": str(tmp_path / "absent")})
    assert done.returncode == 0
    assert done.stdout.decode() == f"0 drafts (0.0 MiB) removed from {tmp_path}/absent\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="rights of folders are those of POSIX")
@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("treatydiff", None, 0o700),
        ("treatydiff", 0o755, 0o700),
        ("shared", None, 0o700),
        ("shared", 0o755, 0o755),
    ],
)
def test_what_is_kept_is_its_owners_alone(tmp_path: Path, name: str, before: int | None, after: int) -> None:
    draft, cache = tmp_path / "draft.txt", tmp_path / name
    draft.write_text("Article 1\n\nAim\n\nThe Parties shall act.\n")
    if before is not None:
        cache.mkdir()
        cache.chmod(before)
    env = {"TREATYDIFF_CACHE_DIR": str(cache), "TREATYDIFF_NO_CACHE": ""}
    assert run("text", draft, env=env).returncode == 0
    assert stat.S_IMODE(cache.stat().st_mode) == after
    (entry,) = cache.iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


def test_what_was_compared_once_is_reported_again_as_it_was(tmp_path: Path) -> None:
    a, b, cache = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "cache"
    a.write_text("Article 1\n\nAim\n\nThe Parties shall act within three months.\n")
    b.write_text("Article 1\n\nAim\n\nThe Parties may act within four months.\n")
    env = {"TREATYDIFF_CACHE_DIR": str(cache), "TREATYDIFF_NO_CACHE": ""}
    first, again = (run("compare", a, b, "-f", "json", env=env) for _ in range(2))
    assert (first.stdout, first.stderr) == (again.stdout, again.stderr)
    assert sorted(path.suffix for path in cache.iterdir()) == [".comparison", ".draft", ".draft"]
    confidential = run("compare", a, b, "--confidential", "-f", "json", env=env)
    assert confidential.returncode == 0
    run("cache", "clear", env=env)
    assert list(cache.iterdir()) == []
