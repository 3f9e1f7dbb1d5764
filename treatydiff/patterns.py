"""Patterns that are compiled when something is first searched with them, not when their module is loaded.

The rooms hold patterns for every language, kind of file and printed form; a run meets half of them, and
compiling the others took a fifteenth of a comparison of two short texts.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def pattern_of(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What stands for `re.compile(text, flags)`, and compiles it where it is first used.

    Args:
        text: the pattern; whether it is one is found out when it is used (the tests compile all).
        flags: of `re`.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(text, flags))


class _LazyPattern:
    """Hands on what a pattern is asked for, and keeps it: only the first call of a method passes here."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._made_of = (text, flags)

    @property
    def pattern(self) -> str | bytes:
        """Its text, of which further patterns may be made without compiling this one."""
        return self._made_of[0]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        answer: Any = re.compile(*self._made_of) if name == "_compiled" else getattr(self._compiled, name)
        setattr(self, name, answer)
        return answer

    def __reduce__(self) -> tuple[object, tuple[str | bytes, int]]:
        return pattern_of, self._made_of
