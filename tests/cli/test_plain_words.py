"""A command line that is read without typer is read as typer reads it; whatever is not plain is left to it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.cli.commands import COMMANDS, command_called
from treatydiff.cli.declared import declared_in
from treatydiff.cli.plain_words import read_plainly
from treatydiff.cli.signatures import tell_typer
from treatydiff.cli.typer_app import typer_app


@cache
def _by_typer(name: str) -> tuple[Any, list[dict[str, Any]]]:
    """A command of typer's that notes what it is given, in place of one of ours."""
    noted: list[dict[str, Any]] = []

    def stand_in(**values: Any) -> None:
        noted.append(values)

    command = command_called(name)
    stand_in.__signature__ = inspect.signature(command)  # type: ignore[attr-defined]
    stand_in.__annotations__ = dict(command.__annotations__)
    app = typer.Typer(rich_markup_mode=None)
    app.command()(stand_in)
    tell_typer(app)
    return typer.main.get_command(app), noted


def read_by_typer(name: str, words: list[str]) -> dict[str, Any]:
    command, noted = _by_typer(name)
    noted.clear()
    command(list(words), standalone_mode=False)
    return noted[0]


@pytest.mark.parametrize(
    ("name", "words", "values"),
    [
        ("compare", ["a.txt", "b.pdf"], {"a": "a.txt", "b": "b.pdf", "form": "terminal", "only": None}),
        ("compare", ["-", "b.pdf", "-f", "json", "-o", "-"], {"a": "-", "form": "json", "output": Path("-")}),
        ("compare", ["--format=json", "a", "--summary", "b"], {"form": "json", "summary": True, "b": "b"}),
        ("compare", ["a", "b", "-f", "json", "-f", "html"], {"form": "html"}),
        ("compare", ["a", "b", "--only", "bracket", "--only=editorial"], {"only": ["bracket", "editorial"]}),
        ("compare", ["a", "b", "--color", "never", "--width", "72"], {"colour": "never", "width": 72}),
        ("compare", ["a#art_5", "b", "--legend", "c.toml"], {"a": "a#art_5", "legend": Path("c.toml")}),
        ("concordance", ["a", "b", "c"], {"drafts": ["a", "b", "c"]}),
        ("watch", ["lines.toml", "a", "-q", "b"], {"red_lines": "lines.toml", "drafts": ["a", "b"]}),
        ("precedents", ["p", "--in", "x", "--threshold", "0.5"], {"threshold": 0.5}),
    ],
)
def test_a_plain_command_line_is_read(name: str, words: list[str], values: dict[str, object]) -> None:
    read = read_plainly(command_called(name), words)
    assert read is not None
    assert {each: read[each] for each in values} == values
    assert read == read_by_typer(name, words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a"],
        ["a", "b", "c"],
        ["a", "b", "--help"],
        ["a", "b", "--summ"],
        ["a", "b", "--summary=yes"],
        ["a", "b", "-fjson"],
        ["a", "b", "-f=json"],
        ["a", "b", "-qf", "json"],
        ["a", "b", "-f"],
        ["a", "b", "--author="],
        ["a", "b", "--author", ""],
        ["a", "b", "--author", "--date"],
        ["a", "b", "--", "-c"],
        ["a", "", "b"],
        ["a", "b", "--width", "39"],
        ["a", "b", "--width", "072"],
        ["a", "b", "--width", "٧٢"],
        ["a", "b", "--width", "wide"],
    ],
)
def test_what_is_not_plain_is_left_to_typer(words: list[str]) -> None:
    assert read_plainly(command_called("compare"), words) is None


VALUES = (
    "a.txt",
    "-",
    "",
    "json",
    "40",
    "3",
    "0.5",
    "1e2",
    "007",
    "-x",
    "--",
    "--help",
    "a=b",
    "é",
    "-1",
    "x y",
)


@pytest.mark.parametrize("name", ["compare", "precedents", "watch", "glossary", "corrigendum"])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_typer_reads_the_same(name: str, data: st.DataObject) -> None:
    command = command_called(name)
    declared = [
        said for each in inspect.signature(command).parameters.values() if (said := declared_in(each))
    ]
    options = [option for _, each in declared for option in each.names]
    value, option = st.sampled_from(VALUES), st.sampled_from(options)
    pieces = st.one_of(
        value.map(lambda each: [each]),
        option.map(lambda each: [each]),
        st.tuples(option, value).map(list),
        st.tuples(option, value).map(lambda pair: ["=".join(pair)]),
    )
    words = [word for piece in data.draw(st.lists(pieces, max_size=5)) for word in piece]
    read = read_plainly(command, words)
    if read is not None:
        assert read == read_by_typer(name, words)


def test_all_that_commands_take_is_declared() -> None:
    for name in COMMANDS.keys() - {"doctor"}:  # which loads everything, to see whether it is there
        for parameter in inspect.signature(command_called(name)).parameters.values():
            assert declared_in(parameter) is not None, (name, parameter)


def test_typer_is_not_loaded_for_a_plain_command_line() -> None:
    line = "import sys; from treatydiff.cli.main import _run; _run({!r}); print('typer' in sys.modules)"
    said = [
        subprocess.run([sys.executable, "-c", line.format(words)], capture_output=True, text=True, check=True)
        .stdout.splitlines()[-1]
        for words in (["--version"], ["schema", "draft"])
    ]  # fmt: skip
    assert said == ["False", "False"]


def test_typer_is_told_of_commands_without_a_change_of_them() -> None:
    typer_app()
    assert read_plainly(command_called("compare"), ["a", "b"]) is not None
