"""A draft as bounds see it: the numbers of its words, where clauses begin, and what each word weighs.

numpy loads with this module; import it only where pairs are scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

import numpy as np

from treatydiff.language.runs.numbers import Numbers
from treatydiff.records import dataclass
from treatydiff.score.grams import Indices, Shares, TokenRow


@dataclass(frozen=True, slots=True, eq=False)
class RunSheet:
    """The words of a draft as arrays: 16 bytes a word.

    `numbers` and `weights` hold one figure a word; clause c has the words `bounds[c]` to `bounds[c + 1]`.
    `own` says that the weights are the same whatever the draft is held against: they are not where the
    reference table holds a near-copy of it, and where two drafts are their own reference.
    """

    numbers: Numbers
    bounds: Indices
    weights: Shares
    own: bool

    def row(self) -> TokenRow:
        """The words as rows of clauses."""
        lengths = np.diff(self.bounds)
        return TokenRow(self.numbers, self.bounds, np.repeat(np.arange(len(lengths)), lengths))


class SheetFile:
    """The sheets of many drafts in a file that is read from where one is wanted: memory holds places only.

    Args:
        file: empty, open for writing and reading.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[str, tuple[int, int, int, bool]] = {}

    def keep(self, content: str, sheet: RunSheet) -> None:
        """Put a sheet behind the others; one that is there already stays.

        Args:
            content: of the draft, as the index calls it.
            sheet: its words.
        """
        if content in self._places:
            return
        start = self._file.seek(0, 2)
        for part in (sheet.numbers, sheet.weights, sheet.bounds):
            self._file.write(part.tobytes())
        self._places[content] = (start, len(sheet.numbers), len(sheet.bounds), sheet.own)

    def __contains__(self, content: object) -> bool:
        return content in self._places

    def is_own(self, content: str) -> bool:
        """Whether the weights of a draft hold whatever it is held against."""
        return self._places[content][3]

    def words(self, contents: Sequence[str]) -> int:
        """How many words some drafts have."""
        return sum(self._places[each][1] for each in contents)

    def get(self, content: str) -> RunSheet:
        """The sheet of a draft."""
        start, words, bounds, own = self._places[content]
        self._file.seek(start)
        return RunSheet(
            np.frombuffer(self._file.read(8 * words), dtype=np.uint64),
            weights=np.frombuffer(self._file.read(8 * words), dtype=np.float64),
            bounds=np.frombuffer(self._file.read(8 * bounds), dtype=np.int64),
            own=own,
        )
