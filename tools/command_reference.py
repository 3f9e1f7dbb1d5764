"""docs/commands.md, written from the commands themselves: `python -m tools.command_reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from treatydiff.cli.main import app

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
_HEAD = """# Commands

Written from the commands by `make docs`. The options for reading drafts and for writing results are the same
on every command; they are explained once, in [reports.md](reports.md) and in the [README](../README.md).
"""


def reference() -> str:
    """The page: every command with its arguments and options."""
    return "\n".join((_HEAD, *_commands(typer.main.get_command(app), "treatydiff"))).rstrip() + "\n"


def _commands(command: Any, name: str) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner is not None:
        for word in sorted(inner):
            yield from _commands(inner[word], f"{name} {word}")
        return
    yield f"## {name}\n"
    yield f"{' '.join((command.help or '').split())}\n"
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and each.name != "help"]
    for title, rows in (("argument", arguments), ("option", options)):
        if not rows:
            continue
        yield f"| {title} | meaning |\n|---|---|"
        for each in rows:
            yield f"| {_name(each)} | {_meaning(each)} |"
        yield ""


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`"
    value = "" if parameter.is_flag else f" {parameter.metavar or parameter.type.name.upper()}"
    return ", ".join(f"`{option}`" for option in parameter.opts) + value.replace("|", "\\|")


def _meaning(parameter: Any) -> str:
    return " ".join((getattr(parameter, "help", "") or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
