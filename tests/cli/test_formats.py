from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("drafts")
    for name, word in (("a", "shall"), ("b", "may")):
        text = f"Article 1\nLights\n\n1. Each State Party {word} keep the lights.\n\n2. Oil shall be clean.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder / "a.txt", folder / "b.txt"


def document(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
        return packed.read("word/document.xml").decode()


def test_one_reading_writes_every_report(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    names = ("docx", "markdown", "github", "junit")
    reports = [word for name in names for word in ("--report", f"{name}={tmp_path}/out.{name}")]
    done = run("compare", *drafts, "--reference", "none", *reports)
    assert done.returncode == 0, done.stderr
    assert all((tmp_path / f"out.{name}").stat().st_size for name in names)
    assert b"::warning file=b.txt," in (tmp_path / "out.github").read_bytes()


@pytest.mark.parametrize(
    ("flags", "env", "date"),
    [
        ((), {}, "2000-01-01T00:00:00Z"),
        ((), {"SOURCE_DATE_EPOCH": "1700000000"}, "2023-11-14T22:13:20Z"),
        (("--date", "2024-05-31"), {"SOURCE_DATE_EPOCH": "1700000000"}, "2024-05-31T00:00:00Z"),
    ],
)
def test_the_date_of_changes_is_the_flag_or_the_epoch_or_a_fixed_one(
    drafts: tuple[Path, Path], tmp_path: Path, flags: tuple[str, ...], env: dict[str, str], date: str
) -> None:
    target = tmp_path / "out.docx"
    done = run("compare", *drafts, "-f", "docx", "-o", target, "--author", "Adviser", *flags, env=env)
    assert done.returncode == 0, done.stderr
    assert f'w:author="Adviser" w:date="{date}"' in document(target)


@pytest.mark.parametrize(
    ("flags", "env", "said"),
    [
        (("--date", "tomorrow"), {}, b"'tomorrow' is no date; hint: --date 2024-05-31"),
        (("--layout", "rows"), {}, b"there is no layout 'rows'; hint: one of own, plain, table"),
        ((), {"SOURCE_DATE_EPOCH": "soon"}, b"SOURCE_DATE_EPOCH is 'soon'; hint: whole seconds since 1970"),
    ],
)
def test_what_cannot_be_is_one_clear_line(
    drafts: tuple[Path, Path], tmp_path: Path, flags: tuple[str, ...], env: dict[str, str], said: bytes
) -> None:
    done = run("compare", *drafts, "-f", "docx", "-o", tmp_path / "out.docx", *flags, env=env)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr


def test_an_outline_as_akoma_ntoso(drafts: tuple[Path, Path]) -> None:
    done = run("outline", drafts[0], "-f", "akn")
    assert done.returncode == 0, done.stderr
    assert b'<paragraph eId="art_1__para_1"><num>1.</num>' in done.stdout
