"""What two drafts say on a theme."""

from __future__ import annotations

from treatydiff.model.one_line import one_line
from treatydiff.model.scores import Consonance
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """How often two drafts name a theme, and what became of A's words.

    `struck` of them are gone in B, `moved` ones stand in another place there; `bracketed` words stand
    in brackets in B and did not in A. Counts of terms, not of the words in them.
    """

    a: int = 0
    b: int = 0
    struck: int = 0
    bracketed: int = 0
    moved: int = 0

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """What two drafts say on a theme: the clauses that name it, and what of them is in the other draft.

    `only_a` and `only_b` are the clauses of which less than a quarter is in the other draft; `terms`
    the words of the theme that were found. `consonance` is that of the clauses named. `struck` are the
    provisions of A whose words on it B does not have, `bracketed` and `moved` those of B that hold
    such words newly in brackets, or from another place (a unit stands for its heading).
    """

    name: str
    title: str
    clauses_a: tuple[str, ...]
    clauses_b: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    consonance: Consonance
    terms: tuple[str, ...] = ()
    words: ThemeWords = ThemeWords()
    struck: tuple[str, ...] = ()
    bracketed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    __repr__ = one_line
