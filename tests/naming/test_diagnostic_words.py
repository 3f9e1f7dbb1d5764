"""Doubts are told in words: every code has a name, and ids in messages are names of provisions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import treatydiff
from tests.report.report_factories import lighthouses
from treatydiff.model import Diagnostic
from treatydiff.naming.diagnostic_words import (
    DIAGNOSTIC_NAMES,
    diagnostic_name,
    diagnostic_told,
    diagnostic_with_place,
)
from treatydiff.report.comparison.as_html import comparison_html
from treatydiff.report.comparison.as_markdown import comparison_markdown
from treatydiff.report.comparison.as_terminal import comparison_terminal

SOURCES = Path(treatydiff.__file__).parent
DRAFT = lighthouses().a


def _codes() -> Iterator[str]:
    """The first words of every diagnostic that the package makes."""
    for file in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "Diagnostic"
            ):
                code = node.args[0] if node.args else None
                if isinstance(code, ast.Constant):
                    yield str(code.value)


def test_every_code_has_a_name_that_is_no_code() -> None:
    codes = set(_codes())
    assert len(codes) > 40
    assert codes - set(DIAGNOSTIC_NAMES) == set()
    assert [name for name in DIAGNOSTIC_NAMES.values() if "_" in name or name != name.strip()] == []


def test_what_another_reader_made_up_is_told_without_underscores() -> None:
    assert diagnostic_name("stamps_not_read") == "stamps not read"


@pytest.mark.parametrize(
    ("message", "page", "provision", "told"),
    [
        ("article 3 is missing before art_4", 3, "art_4", "p. 3, Art. 4: article 3 is missing before Art. 4"),
        ("article 9 follows 4", None, "art_4", "Art. 4: article 9 follows 4"),
        ("page 3 is a picture", 3, None, "page 3 is a picture"),
        ("the file is called my_art_9.pdf", None, None, "the file is called my_art_9.pdf"),
        ("number twice", None, "art_99", "art_99: number twice"),
        ("two clauses", 2, None, "p. 2: two clauses"),
    ],
)
def test_ids_are_told_as_names(message: str, page: int | None, provision: str | None, told: str) -> None:
    assert diagnostic_with_place(Diagnostic("number_gap", "warning", message, page, provision), DRAFT) == told


def test_without_a_draft_a_message_stays_as_it_is() -> None:
    assert diagnostic_told(Diagnostic("number_gap", "warning", "before art_4")) == "before art_4"


def test_a_clause_is_named_with_its_article() -> None:
    doubt = Diagnostic("number_gap", "warning", "a number before art_2__para_2 is missing")
    assert diagnostic_told(doubt, DRAFT) == "a number before Art. 2, para. 2 is missing"


def test_no_report_for_readers_holds_a_code() -> None:
    doubts = tuple(Diagnostic(code, "warning", "something is doubtful") for code in DIAGNOSTIC_NAMES)
    comparison = replace(lighthouses(), diagnostics=doubts)
    for said in (
        comparison_html(comparison).partition('<h2 id="diagnostics">')[2].partition("</section>")[0],
        comparison_markdown(comparison),
        comparison_terminal(comparison, width=200).partition("Diagnostics")[2],
    ):
        assert "something is doubtful" in said
        assert [code for code in DIAGNOSTIC_NAMES if "_" in code and code in said] == []
