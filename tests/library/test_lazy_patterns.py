"""A pattern that is compiled where it is first used answers as one compiled at once."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from treatydiff.patterns import pattern_of

LINE = "Article 5 and article 7 bis"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_it_answers_as_a_compiled_one(flags: int) -> None:
    text = r"article\s(?P<number>\d+)"
    lazy, compiled = pattern_of(text, flags), re.compile(text, flags)
    for _ in range(2):  # the first call compiles
        found = [each.span("number") for each in lazy.finditer(LINE)]
        assert found == [each.span("number") for each in compiled.finditer(LINE)] != []
        assert (lazy.match(LINE) is None) is (compiled.match(LINE) is None) is (flags == 0)
        assert lazy.sub("rule", LINE) == compiled.sub("rule", LINE)
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)
    assert dict(lazy.groupindex) == {"number": 1}


def test_it_is_compiled_when_it_is_searched_with_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags: compiled.append(text) or compile_it(text, flags))
    lazy = pattern_of(r"annex\b")
    assert lazy.pattern == r"annex\b"
    assert compiled == []
    assert [lazy.search("an annex") is not None, lazy.match("an annex")] == [True, None]
    assert compiled == [r"annex\b"]


def test_a_fault_is_told_where_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern_of("(").search("")


def test_it_is_copied_and_sent_to_workers() -> None:
    lazy = pattern_of(rb"\d+", re.MULTILINE)
    assert lazy.findall(b"3 of 40") == [b"3", b"40"]
    for other in (copy.deepcopy(lazy), pickle.loads(pickle.dumps(lazy))):
        assert other.findall(b"3 of 40") == [b"3", b"40"]
        assert (other.pattern, other.flags) == (lazy.pattern, lazy.flags)
