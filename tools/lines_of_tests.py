"""Which test runs which line of some modules: one run of the tests with each line noted.

A plug-in of pytest. Lines that a shared fixture runs count for every test that uses the fixture.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

Place = tuple[str, int]
"""A file and one of its lines."""


class LinesNoted:
    """Notes what every test runs, and how long it takes; writes it to a file when all have ended.

    Args:
        files: Absolute paths of the modules whose lines are noted.
        into: The file for the record, as JSON.
    """

    def __init__(self, files: Sequence[str], into: Path) -> None:
        self._files, self._into = frozenset(files), into
        self._now: set[Place] = set()
        self._of_test: dict[str, set[Place]] = defaultdict(set)
        self._of_fixture: dict[tuple[str, str], set[Place]] = {}
        self._seconds: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note the lines of one test with its set-up."""
        self._now = set()
        sys.settrace(self._called)
        yield
        sys.settrace(None)
        shared = [self._of_fixture.get(key, set()) for key in _fixtures(item)]
        self._of_test[item.nodeid].update(self._now, *shared)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """Keep what a shared fixture runs for all who use it."""
        before, self._now = self._now, set()
        yield
        if fixturedef.scope != "function":
            self._of_fixture[fixturedef.baseid, fixturedef.argname] = self._now
        self._now = before | self._now

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the time of a test's phases."""
        self._seconds[report.nodeid] += report.duration

    def pytest_sessionfinish(self) -> None:
        """Write the record."""
        noted = {name: [self._seconds[name], sorted(lines)] for name, lines in self._of_test.items()}
        self._into.write_text(json.dumps(noted), encoding="utf-8")

    def _called(self, frame: FrameType, _event: str, _argument: object) -> Any:
        if frame.f_code.co_filename not in self._files:
            return None
        self._now.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line

    def _line(self, frame: FrameType, _event: str, _argument: object) -> Any:
        self._now.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


class InOrder:
    """Keeps the tests that are named, in the order in which they are named."""

    def __init__(self, names: Sequence[str]) -> None:
        self._rank = {name: rank for rank, name in enumerate(names)}
        self.files = list(dict.fromkeys(name.partition("::")[0] for name in names))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the others, and sort."""
        kept = [item for item in items if item.nodeid in self._rank]
        items[:] = sorted(kept, key=lambda item: self._rank[item.nodeid])


def _fixtures(item: pytest.Item) -> Iterator[tuple[str, str]]:
    definitions = getattr(item, "_fixtureinfo", None)
    for name, found in (definitions.name2fixturedefs if definitions else {}).items():
        for each in found:
            yield each.baseid, name


def tests_by_line(record: Path) -> tuple[dict[Place, list[str]], dict[str, float]]:
    """The tests that run a line, quickest first, and how many seconds each took then."""
    noted = json.loads(record.read_text(encoding="utf-8"))
    seconds = {name: spent for name, (spent, _) in noted.items()}
    by_line: dict[Place, list[str]] = defaultdict(list)
    for name in sorted(noted, key=lambda name: (seconds[name], name)):
        for file, line in noted[name][1]:
            by_line[file, line].append(name)
    return dict(by_line), seconds
