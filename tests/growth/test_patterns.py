"""What a pattern costs grows with the line and no faster, for every pattern of the package.

All of them are found, also those that functions make (`census`). Each is read in its parsed form for
repeats that may overlap inside another, and attacked with lines made for it (`repeats`, `attack`).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass

import pytest

from tests.growth.attack import slow_lines
from tests.growth.repeats import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern of the package: where it stands, and the methods it is used with."""

    place: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    reading: Reading
    methods: frozenset[str]

    @property
    def said(self) -> str:
        return f"{self.place}: {str(self.pattern.pattern)[:160]!r}"


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """Every pattern; what nothing was seen to use is taken to be used as those of the same line of code."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.growth.census"], capture_output=True, check=True, timeout=200
    )
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    beside: dict[str, set[str]] = defaultdict(set)
    for _, _, _, methods, place in rows:
        beside[place].update(methods)
    return [
        Found(
            place,
            re.compile(text.encode("latin-1") if is_bytes else text, flags),
            Reading(text, flags),
            frozenset(methods or beside[place] or {"search"}),
        )
        for text, is_bytes, flags, methods, place in rows
    ]


def test_the_census_finds_the_patterns_of_all_rooms(found: list[Found]) -> None:
    assert len(found) > 700
    places = " ".join(each.place for each in found)
    for room in (
        "structure/paragraphs.py",
        "structure/brackets/attributions.py",
        "language/references.py",
        "language/grammar.py",
        "diff/stretches.py",
        "reading/pdf/lines.py",
        "studies/proposals/words.py",
        "report/comparison/as_markdown.py",
        "archive/",
    ):
        assert room in places


def test_no_repeat_inside_another_may_take_what_follows_it(found: list[Found]) -> None:
    overlapping = [(each.said, chars) for each in found if (chars := each.reading.overlapping())]
    assert overlapping == []


def test_no_line_makes_a_pattern_slower_than_its_length(found: list[Found]) -> None:
    slow = [
        f"{each.said} {said}"
        for each in found
        for said in slow_lines(each.pattern, each.reading, sorted(each.methods))
    ]
    assert slow == [], "\n".join(slow)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\d+x", "search"),
        (r"\s+$", "search"),
        (r"\w*\d*:", "match"),
        (r"(?:\w+\s?)+$", "match"),
        (r"(?:a|b|ab)*c", "match"),
        (r"(?:1\w*(?:a\d\w*)*)!", "fullmatch"),
        (r"Part [^.]*?done", "finditer"),
        (r"[“\"]\s*(?:[^”\"]{2,80}?)\s*[”\"]", "search"),
        (r"(?:[\s.]*(?:bis|ter))+$", "sub"),
        (r"<!--.*?-->", "sub"),
    ],
)
def test_patterns_that_are_not_linear_are_caught(pattern: str, method: str) -> None:
    assert slow_lines(re.compile(pattern), Reading(pattern, 0), [method])


@pytest.mark.parametrize(
    ("pattern", "overlapping"),
    [
        (r"(?:\w+\s?)+$", True),
        (r"(?:\s*[.\t]\s*)+", True),
        (r"(?:\w+\s)+$", False),
        (r"(?:\s*+[.\t]\s*+)+", False),
        (r"(?:[a-z]+(?:-[a-z]+)*,)*", False),
    ],
)
def test_overlapping_repeats_are_seen(pattern: str, overlapping: bool) -> None:
    assert bool(Reading(pattern, 0).overlapping()) is overlapping
