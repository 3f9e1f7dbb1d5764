from __future__ import annotations

from pathlib import Path

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
