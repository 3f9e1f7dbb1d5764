"""What `treatydiff doctor` looks at, and that a fault of each is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from treatydiff.cli.commands import doctor as looked
from treatydiff.cli.failures import FoundError


def test_all_is_well_here(tmp_path: Path) -> None:
    done = run("doctor", env={"TREATYDIFF_NO_CACHE": "", "TREATYDIFF_CACHE_DIR": str(tmp_path / "cache")})
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert {line.split()[0] for line in lines} <= {"ok", "absent"}
    assert any("a draft of 1 article was read in a process of its own" in line for line in lines)
    assert any("writable, 0 drafts kept" in line for line in lines)
    assert max(map(len, lines)) <= 80
    assert str(tmp_path) not in done.stdout.decode()


def test_a_folder_that_takes_nothing_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = str(tmp_path / "file" / "cache")
    done = run("doctor", env={"TREATYDIFF_NO_CACHE": "", "TREATYDIFF_CACHE_DIR": cache})
    assert done.returncode == 1
    assert done.stderr.startswith(b"treatydiff: not working: cache")


def test_a_package_that_is_not_there_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(looked, "PACKAGES", ("numpy", "no-such-package-here"))
    with pytest.raises(FoundError, match="no-such-package-here"):
        looked.doctor()
    assert b"FAULT   no-such-package-here" in capsysbinary.readouterr().out


def test_every_package_that_is_needed_is_looked_at() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert {each.split(">")[0] for each in project["dependencies"]} == set(looked.PACKAGES)
