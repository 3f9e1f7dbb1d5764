"""What the settings file of an archive may say of itself: its author is whoever sent the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

import treatydiff
from tests.cli.running import run
from treatydiff.errors import SettingsError

REFUSED = [
    ("max_memory_mib = 4096", "may not raise max_memory_mib above 1,024"),
    ('max_read_seconds = "86400"', "may not raise max_read_seconds above 600"),
    ("max_pages = 1000000", "may not raise max_pages above 20,000"),
    ("max_file_mib = 513", "may not raise max_file_mib above 512"),
    ("max_unpacked_mib = 999", "may not raise max_unpacked_mib above 256"),
    ("max_compression_ratio = 201", "may not raise max_compression_ratio above 200"),
    ("max_xml_elements = 4000001", "may not raise max_xml_elements above 4,000,000"),
    ('isolate = "never"', "may not say in which process files are read"),
    ('isolate = "always"', "may not say in which process files are read"),
    ('themes = "/etc/passwd"', "may not name a file elsewhere (themes)"),
    ('reference = "../table"', "may not name a file elsewhere (reference)"),
]
ADMITTED = ["max_memory_mib = 512", "max_pages = 20000", 'language = "en"', 'reference = "none"']


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text("Article 1\n\nAim\n\nThe Parties act.\n")
    return tmp_path / "drafts"


@pytest.mark.parametrize("trusted", [False, True], ids=["", "trusted"])
@pytest.mark.parametrize(("line", "said"), [*REFUSED, *((line, "") for line in ADMITTED)])
def test_the_library_holds_an_archive_to_it(archive: Path, line: str, said: str, trusted: bool) -> None:
    (archive / "treatydiff.toml").write_text(f"{line}\n")
    if not said or trusted:
        assert treatydiff.Archive(archive, trust_config=trusted).files == ("a.txt",)
        return
    with pytest.raises(SettingsError) as refused:
        treatydiff.Archive(archive)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("treatydiff.toml", "max_pages = 30000\n"),
        ("pyproject.toml", "[tool.treatydiff]\nmax_pages = 30000\n"),
    ],
)
def test_the_command_does_unless_it_is_told_to_trust(archive: Path, name: str, text: str) -> None:
    (archive / name).write_text(text)
    done = run("archive", "index", archive)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"treatydiff: error: {name}: an archive may not raise max_pages above 20,000; "
        "hint: --trust-config if you trust it\n"
    )
    assert run("archive", "index", archive, "--trust-config").returncode == 0


@pytest.mark.parametrize(
    ("listing", "code"),
    [
        ("max_pages = 30000\n", 0),
        ('max_pages = 30000\n[archive]\ntitle = "Lamps"\n', 2),
        ('max_pages = 30000\n[[draft]]\nfile = "a.txt"\n', 2),
        ('max_pages = 300\n[[draft]]\nfile = "a.txt"\n', 0),
    ],
)
def test_so_does_a_command_that_is_run_inside_an_archive(archive: Path, listing: str, code: int) -> None:
    (archive / "treatydiff.toml").write_text(listing)
    assert run("text", "a.txt", cwd=archive).returncode == code
    assert run("--trust-config", "text", "a.txt", cwd=archive).returncode == 0


def test_a_settings_file_behind_a_link_is_not_read(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text('[tool.treatydiff]\nlanguage = "fr"\n')
    (archive / "pyproject.toml").symlink_to(tmp_path / "elsewhere.toml")
    done = run("archive", "index", archive)
    assert (done.returncode, b"leads out of the archive" in done.stderr) == (2, True)
