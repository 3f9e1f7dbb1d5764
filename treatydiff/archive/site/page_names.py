"""Names for the files of a site."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.patterns import pattern_of

_NOT_IN_ADDRESSES = pattern_of(r"[^A-Za-z0-9]+")
_LONGEST = 60


def page_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names in plain ASCII that need no escape in an address and differ in more than case.

    Args:
        names: of what the pages show, in their order; each gets a name of its own.
    """
    taken: set[str] = set()
    found = []
    for number, name in enumerate(names, 1):
        plain = _NOT_IN_ADDRESSES.sub("-", name).strip("-").lower()[:_LONGEST] or f"n-{number}"
        chosen, more = plain, 2
        while chosen in taken:
            chosen, more = f"{plain}-{more}", more + 1
        taken.add(chosen)
        found.append(chosen)
    return tuple(found)


def name_of_step(a: str, b: str) -> str:
    """The name of what is made of two drafts, a page or a file: it says which, wherever it is kept.

    An underscore stands in no name of a page, so that no two steps have one name.

    Args:
        a: address of the page of the earlier draft.
        b: that of the later one.
    """
    return f"{_stem(a)}_to_{_stem(b)}"


def _stem(page: str) -> str:
    return page.rpartition("/")[2].removesuffix(".html")
