"""How the cost of a pattern grows with the line that it is given."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from tests.growth.repeats import Reading, Repeat
from treatydiff.isolation.alarm import TimeIsUpError, bounded_seconds

LINES = (
    "a", "z ", "A", "Я", "я ", "Ω", "Α ", "É", "א", "م ", "第", "１", "1", "9 ", " ", "\n", "\u00a0", ".", ". ", ",", ", ",
    "…", "-", "_", "[", "]", "()", "(a)", "(a) ", "(i) ", "and ", "1.", "a-", "a.", "A. ", "A, ", "Aa ", "Aa, ", ";", "—", "/a", "|",
)  # fmt: skip
"""What endless lines are made of, whatever the pattern: letters and capitals of six scripts, digits, signs."""
COMMON = ("a", "A", "1", " ", "\n", ".", ",", "[")
"""Those that follow whatever leads to a repeat of the pattern's own."""
ENDS = ("", "!", "\x00")
PARTS = 16
PART = 1_000
"""Characters of a part; the whole line has sixteen times as many."""
PROBE, QUICK = 3_000, 0.0002
"""Characters, and seconds in which a match of a line as long is looked at no further."""
CHEAP = 0.01
"""Seconds for the whole line that need no comparison, and that the clock of work counts well enough."""
STEEP = 3.0
"""The whole takes as long as its parts where the cost is linear, sixteen times as long where it is quadratic."""
TRIES = 3
ENOUGH = 0.1
"""Seconds of work for one way of using one pattern; only patterns of thousands of words need as much."""
AT_MOST = 0.3
ENDLESS = 60.0
"""Said of what was interrupted after so many seconds of work, several times what the widest pattern takes."""


def slow_lines(pattern: re.Pattern[Any], reading: Reading, methods: Iterable[str]) -> list[str]:
    """A line on which a pattern takes more than linear time, for each way of using it: method, line, times."""
    kinds = dict.fromkeys(
        name if name in ("match", "fullmatch", "search") else "finditer" for name in methods
    )
    if "finditer" in kinds:  # which begins with a search
        kinds.pop("search", None)
    if len({"search", "finditer"} & kinds.keys()):  # which begin with a match
        kinds.pop("match", None)
    lines = list(_lines(reading.repeats(), bytes_=isinstance(pattern.pattern, bytes)))
    found: list[str] = []
    for kind in kinds:
        until = time.process_time() + ENOUGH
        said = (_growth(_call(pattern, kind), line) for line in lines if time.process_time() < until)
        found += [f"{kind}: {each}" for each in islice(filter(None, said), 1)]
    return found


def _call(pattern: re.Pattern[Any], kind: str) -> Callable[[Any], object]:
    method = getattr(pattern, kind)
    return (lambda text: deque(method(text), maxlen=0)) if kind == "finditer" else method


def _lines(repeats: Sequence[Repeat], *, bytes_: bool) -> Iterator[Callable[[int], Any]]:
    """Lines of any length: of general signs, and of what the pattern's own repeats repeat."""
    if not repeats:  # what repeats nothing without bound costs the same at every place of a line
        return
    rounds = [each for each in dict.fromkeys(each for one in repeats for each in one.rounds[:6]) if each][:12]
    leads = ["", *dict.fromkeys(repeat.lead for repeat in repeats)][:3]
    lines = [(lead, each, end) for lead in leads for each in rounds for end in ENDS]
    # What leads to a repeat may come again and again, and each time the repeat runs to the end of the line.
    lines += [("", one.lead + each, "\x00") for one in repeats[:20] if one.lead for each in one.rounds[:2]]
    first = frozenset().union(*(one.first for one in repeats))
    lines += [(lead, each, "\x00") for lead in leads for each in COMMON if each[0] in first]
    lines += [("", each, "\x00") for each in LINES if each[0] in first]
    for lead, each, end in dict.fromkeys(lines):
        yield _line(lead, each, end, bytes_=bytes_)


def _line(lead: str, each: str, end: str, *, bytes_: bool) -> Callable[[int], Any]:
    def made(length: int) -> Any:
        line = lead + each * (length // len(each)) + end
        return line.encode("utf-8") if bytes_ else line

    return made


def _growth(call: Callable[[Any], object], line: Callable[[int], Any]) -> str:
    """What is to be said of a line, or nothing where the whole costs no more than its parts.

    Seconds are those of work, which a busy machine does not lengthen much.
    """
    if _seconds(call, line(PROBE), 1) < QUICK:
        return ""
    said = ""
    for _ in range(TRIES):  # slow is what is slow each time
        whole = _seconds(call, line(PARTS * PART), 1)
        parts = _seconds(call, line(PART), PARTS) if CHEAP <= whole < ENDLESS else 0.0
        if whole < max(CHEAP, STEEP * parts):
            return ""
        said = f"{whole:.2f} s, in {PARTS} parts {parts:.2f} s" if whole < ENDLESS else f"over {AT_MOST} s"
    return f"{line(24)!r}... {said}"


def _seconds(call: Callable[[Any], object], text: Any, times: int) -> float:
    started = time.process_time()
    try:
        with bounded_seconds(AT_MOST):
            for _ in range(times):
                call(text)
    except TimeIsUpError:
        return ENDLESS
    return time.process_time() - started
