"""An archive stays inside its folder: what links lead to elsewhere is not read, and that is said."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from treatydiff.archive.index import Index, index_path
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.errors import ReadError, SettingsError
from treatydiff.settings import Settings

TEXT = "Article 1\n\nAim\n\nThe Parties protect the lamps.\n"
SECRET = "Article 1\n\nAim\n\nThe plans of the fortress.\n"
LEADS_OUT = "a link that leads out of the archive is not followed"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one draft; beside it a folder that is none of its business."""
    for folder, name, text in (("drafts", "a.txt", TEXT), ("private", "secret.txt", SECRET)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    return tmp_path / "drafts"


def failures(archive: Path, index: Path) -> dict[str, str]:
    with Index(index) as opened:
        run_ = index_archive(open_archive(archive), opened, Settings(isolate="never"))
        assert "fortress" not in "".join(opened.dump())
    return {each.file: each.message for each in run_.failures}


@pytest.mark.parametrize(
    ("link", "to", "listed", "aside"),
    [
        ("b.txt", "../private/secret.txt", "", {"b.txt": LEADS_OUT}),
        ("b.txt", "../private/secret.txt", "b.txt", {"b.txt": LEADS_OUT}),
        ("sub", "../private", "", {"sub": LEADS_OUT}),
        ("sub", "../private", "sub/secret.txt", {"sub": LEADS_OUT, "sub/secret.txt": LEADS_OUT}),
        ("sub", "..", "sub/private/secret.txt", {"sub": LEADS_OUT, "sub/private/secret.txt": LEADS_OUT}),
        ("b.txt", "a.txt", "", {}),
        ("b.txt", "../drafts/a.txt", "b.txt", {}),
        ("notes", "../private/secret.txt", "", {}),
        (".hidden.txt", "../private/secret.txt", "", {}),
    ],
)
def test_links_that_lead_out_are_not_followed_and_said(
    archive: Path, tmp_path: Path, link: str, to: str, listed: str, aside: dict[str, str]
) -> None:
    (archive / link).symlink_to(to)
    if listed:
        (archive / "treatydiff.toml").write_text(f'[[draft]]\nfile = "{listed}"\n')
    assert {each.file: each.message for each in open_archive(archive).aside} == aside
    assert failures(archive, tmp_path / "index.sqlite") == aside
    assert failures(archive, tmp_path / "index.sqlite") == aside


def test_the_commands_say_what_they_leave_aside(archive: Path) -> None:
    (archive / "b.txt").symlink_to("../private/secret.txt")
    done = run("archive", "describe", archive)
    assert (done.returncode, f"# b.txt cannot be read: {LEADS_OUT}" in done.stdout.decode()) == (0, True)
    assert done.stderr.decode() == f"treatydiff: not read: b.txt: {LEADS_OUT}\n"


def test_what_is_excluded_is_not_spoken_of(archive: Path) -> None:
    (archive / "b.txt").symlink_to("../private/secret.txt")
    (archive / "treatydiff.toml").write_text('[archive]\nexclude = ["b.*"]\n')
    assert open_archive(archive).aside == ()


def test_neither_the_listing_nor_the_index_leads_out(archive: Path, tmp_path: Path) -> None:
    (archive / ".treatydiff").symlink_to("../private")
    with pytest.raises(ReadError, match="leads out of the archive"):
        index_path(archive)
    assert index_path(archive, tmp_path / "i.sqlite") == tmp_path / "i.sqlite"
    done = run("archive", "index", archive)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert [path.name for path in (tmp_path / "private").iterdir()] == ["secret.txt"]
    (archive / "treatydiff.toml").symlink_to("../private/secret.txt")
    with pytest.raises(ReadError, match="leads out of the archive"):
        open_archive(archive)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_holds_nobody_up(archive: Path, tmp_path: Path) -> None:
    os.mkfifo(archive / "pipe.txt")
    assert open_archive(archive).files == ("a.txt",)
    (archive / "treatydiff.toml").write_text('[[draft]]\nfile = "pipe.txt"\n')
    assert failures(archive, tmp_path / "index.sqlite") == {"pipe.txt": "it is no regular file"}


@pytest.mark.parametrize(
    ("listing", "files"),
    [
        ('[[draft]]\nfile = "./a.txt"\nsymbol = "A/1"\n', ("a.txt",)),
        ('[[draft]]\nfile = "sub/.//b.txt"\nsymbol = "A/1"\n', ("a.txt", "sub/b.txt")),
    ],
)
def test_two_ways_to_write_a_path_are_one_draft(archive: Path, listing: str, files: tuple[str, ...]) -> None:
    (archive / "treatydiff.toml").write_text(listing)
    listed = open_archive(archive)
    assert listed.files == files
    assert listed.entry(files[-1]).symbol == "A/1"


def test_two_tables_for_one_draft_are_refused_however_they_write_it(archive: Path) -> None:
    (archive / "treatydiff.toml").write_text('[[draft]]\nfile = "a.txt"\n[[draft]]\nfile = "./a.txt"\n')
    with pytest.raises(SettingsError, match=r"a\.txt is listed twice"):
        open_archive(archive)
    (archive / "treatydiff.toml").write_text('[[draft]]\nfile = "b.txt"\nrevises = "./a.txt"\n')
    assert open_archive(archive).given["b.txt"].revises == "a.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name themselves")
def test_a_name_that_is_no_utf8_stops_that_file_only(archive: Path) -> None:
    Path(os.fsdecode(os.fsencode(archive) + b"/\xff.txt")).write_text(TEXT)
    done = run("archive", "index", archive)
    assert done.returncode == 0
    assert done.stdout == b"1 read, 0 unchanged, 0 removed, 1 not readable\n"
    assert done.stderr == b"treatydiff: not read: \\xff.txt: its name is no UTF-8; hint: rename it\n"


@pytest.mark.skipif(os.name == "nt", reason="rights of folders are those of POSIX")
@pytest.mark.parametrize("before", [None, 0o755])
def test_the_index_is_its_owners_alone(archive: Path, before: int | None) -> None:
    folder = archive / ".treatydiff"
    if before is not None:
        folder.mkdir()
        folder.chmod(before)
    assert run("archive", "index", archive, "-q").returncode == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "archive.sqlite").stat().st_mode) == 0o600
