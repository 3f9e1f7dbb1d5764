"""What README and docs say: commands and options exist, links lead somewhere, examples give what is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.cli.running import run
from treatydiff.cli.main import app

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
ANYWHERE = {"--debug", "--no-cache", "--trust-config"}


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language ("" for plain ones) on a page."""
    fences = re.split(r"^```", page.read_text(encoding="utf-8"), flags=re.M)[1::2]
    return [body for head, _, body in (fence.partition("\n") for fence in fences) if head == language]


def commands(page: Path) -> list[str]:
    """Every line of a block, and every indented one, that runs treatydiff."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    indented = re.findall(r"^    (?:\$ )?(treatydiff .+)$", text, re.M)
    fenced = re.split(r"^```", text, flags=re.M)[1::2]
    return indented + [
        line.removeprefix("$ ")
        for fence in fenced
        for line in fence.splitlines()
        if re.match(r"(\$ )?treatydiff ", line)
    ]


def parsed(line: str) -> tuple[Any, list[str]]:
    """The click command that a line names, and the long options it gives."""
    words = shlex.split(re.split(r"  #| \| | > ", line, maxsplit=1)[0], comments=True)[1:]
    found: Any = typer.main.get_command(app)
    while words and hasattr(found, "commands") and not words[0].startswith("-"):
        assert words[0] in found.commands, f"there is no command {words[0]!r}"
        found = found.commands[words.pop(0)]
    return found, [word.split("=")[0] for word in words if word.startswith("--") and len(word) > 2]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_and_options_exist(page: Path) -> None:
    for line in commands(page):
        if "..." in line.split()[1:2] or line.split()[1:2] == ["…"]:
            continue
        command, options = parsed(line)
        known = {name for each in command.params for name in each.opts} | ANYWHERE | {"--help"}
        assert not set(options) - known, f"{line!r} names options that do not exist"


def test_every_command_is_told_of() -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    root: Any = typer.main.get_command(app)
    names = [f"treatydiff {name}" for name, each in root.commands.items() if not hasattr(each, "commands")]
    names += [
        f"treatydiff {name} {inner}"
        for name, each in root.commands.items()
        for inner in getattr(each, "commands", {})
    ]
    assert [name for name in names if name not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    assert [target for target in links if target and not (page.parent / target).exists()] == []


def test_the_comparison_in_the_readme_is_what_the_command_prints() -> None:
    (shown,) = [block for block in blocks(ROOT / "README.md", "") if "treatydiff compare" in block]
    chain = ROOT / "fixtures" / "chain"
    printed = run(
        "compare", str(chain / "1-national-draft.docx"), str(chain / "2-chairs-text.pdf")
    ).stdout.decode()
    lines = {line.rstrip() for line in printed.splitlines()}
    wanted = [line.rstrip() for line in shown.splitlines() if line.strip() not in ("", "...")]
    assert [line for line in wanted[1:] if line not in lines] == []


@pytest.mark.usefixtures("_read_once")
def test_the_library_example_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks(ROOT / "README.md", "python")
    chain = ROOT / "fixtures" / "chain"
    example = example.replace('"national-draft.docx"', repr(str(chain / "1-national-draft.docx")))
    example = example.replace('"chairs-text.pdf"', repr(str(chain / "2-chairs-text.pdf")))
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert "carried 0.84" in printed
    assert "split: art_17 → art_23 + art_24" in printed
