"""The site of an archive that a page may stand in."""

from __future__ import annotations

from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What a page needs to know of the site around it: its name, and the way up ("../" or "")."""

    title: str
    root: str
