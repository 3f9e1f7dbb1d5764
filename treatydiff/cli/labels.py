"""What the user calls the drafts of a command line: `--label A="Draft of 3 May" --label B=...`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.errors import UsageError, shown
from treatydiff.patterns import pattern_of

_LABEL = pattern_of(r"\s*([A-Za-z]{1,2})\s*=(.*)", re.DOTALL)
_LONGEST = 120
"""Characters of a name: it stands in the heads of columns."""


def letters_of(place: int) -> str:
    """The letter of a draft by its place on the command line, from 0: A, B, ..., Z, AA, AB, ..."""
    rest, letter = divmod(place, 26)
    return (letters_of(rest - 1) if rest else "") + chr(ord("A") + letter)


def names_of(labels: Sequence[str], count: int, *, neutral: bool = False) -> tuple[str | None, ...]:
    """What drafts are called, in the order in which the command line names them; None where nobody says it.

    Args:
        labels: as given: "A=Draft of 3 May".
        count: how many drafts there are.
        neutral: whether a draft that nobody names is called by its letter: "Draft A".

    Raises:
        UsageError: a label is none, is given to no draft or twice, or two drafts share one.
    """
    letters = [letters_of(place) for place in range(count)]
    given: dict[str, str] = {}
    for label in labels:
        letter, name = _parted(label)
        if letter not in letters:
            known = "there is no draft to name" if not letters else f"the drafts are {', '.join(letters)}"
            raise UsageError(f"--label names no draft {letter}", hint=known)
        if letter in given:
            raise UsageError(f"--label names draft {letter} twice")
        given[letter] = name
    names = [given.get(letter, f"Draft {letter}" if neutral else None) for letter in letters]
    said = [name for name in names if name is not None]
    for name in said:
        if said.count(name) > 1:
            raise UsageError(f"two drafts are called {name!r}", hint="give each its own name")
    return tuple(names)


def _parted(label: str) -> tuple[str, str]:
    found = _LABEL.fullmatch(label)
    name = " ".join(found[2].split()) if found else ""
    if found is None or not name:
        raise UsageError(f"--label takes LETTER=NAME, not {label!r}", hint='--label A="Draft of 3 May"')
    if len(name) > _LONGEST or shown(name) != name:
        raise UsageError(f"a label is one line of at most {_LONGEST} characters")
    return found[1].upper(), name
