"""The command reference is that of the commands."""

from __future__ import annotations

from tools.command_reference import TARGET, reference


def test_the_page_is_what_the_commands_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "run: python -m tools.command_reference"
