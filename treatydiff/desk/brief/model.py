"""What a brief is made of: comparisons with the text before and with our own, precedents, red lines."""

from __future__ import annotations

from treatydiff.archive.model import Precedents
from treatydiff.desk.watch.model import Watch
from treatydiff.model import Comparison, Result, one_line
from treatydiff.model.result import SettingValues
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class RankedChange:
    """A clause that changed in substance: the numbers of row and clause, points, and what gave them."""

    row: int
    clause: int
    points: int
    why: tuple[str, ...]
    words: int

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Brief(Result):
    """A draft since the text that instructions were written on, and beside our own.

    Attributes:
        since: the earlier text against the draft.
        ranked: its clauses that changed in substance, the weightiest first.
        units: ids of the draft's units that the sheets are about, in text order.
        ours: our own draft against the draft; None where none was named.
        watch: our red lines through both texts; None where none were named.
        precedents: of the draft's clauses in an archive; None where none was named.
    """

    since: Comparison
    ranked: tuple[RankedChange, ...]
    units: tuple[str, ...]
    ours: Comparison | None = None
    watch: Watch | None = None
    precedents: Precedents | None = None
    settings: SettingValues = ()

    __repr__ = one_line
