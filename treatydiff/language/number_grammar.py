"""Which number words may follow one another in a language, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple

from treatydiff.records import dataclass


class NumberAtom(NamedTuple):
    """A word of the tables; the joiner has the value -1."""

    value: int
    ordinal: bool
    weak: bool
    joined: bool = False


JOINER = NumberAtom(-1, False, False)


@dataclass(slots=True)
class NumberReading:
    """A number as far as it has been read.

    `whole` is what thousands and millions have closed, `group` what stands below them, `last` the last
    atom's value, `room` what a further word must be smaller than.
    """

    language: str
    whole: int = 0
    group: int = 0
    last: int = -1
    room: int = 10**12
    bound: int = 10**12
    ordinal: bool = False
    atoms: list[NumberAtom] = field(default_factory=list)

    @property
    def value(self) -> int:
        """The number read so far."""
        return self.whole + self.group

    def take_all(self, atoms: Sequence[NumberAtom], rest: Sequence[NumberAtom] = ()) -> bool:
        """Read further words, if all of them continue the number; if not, it is left as it was.

        Args:
            atoms: the words.
            rest: what stands behind them.
        """
        before = (self.whole, self.group, self.last, self.room, self.bound, self.ordinal)
        read = len(self.atoms)
        joined = False
        for place, atom in enumerate(atoms):
            following = (*atoms[place + 1 :], *rest)[:1]
            if atom is not JOINER and not self._take(atom, following, joined=joined):
                self.whole, self.group, self.last, self.room, self.bound, self.ordinal = before
                del self.atoms[read:]
                return False
            joined = atom is JOINER
        return True

    def _take(self, atom: NumberAtom, following: Sequence[NumberAtom], *, joined: bool) -> bool:
        joined = joined or atom.joined
        if self.last >= 0 and not self._may_follow(atom, following, joined):
            return False
        if atom.value >= 1000:
            taken = self._thousand(atom.value, joined)
        elif atom.value == 100:
            taken = self._hundred(joined)
        else:
            taken = self._add(atom, joined)
        if taken:
            self.ordinal, self.last = atom.ordinal, atom.value
            self.atoms.append(atom)
        return taken

    def _may_follow(self, atom: NumberAtom, following: Sequence[NumberAtom], joined: bool) -> bool:
        """Whether the language says these words so: behind an ordinal, and with or without "and"."""
        if self.ordinal and not (atom.ordinal and self.language == "es") and self.language != "ar":
            return False
        if self.language == "ar":
            return joined or self.last < 10 or atom.value >= 1000
        if not joined:
            return True
        if self.language == "en":
            multiplied = any(each.value >= 100 for each in following)
            return self.room >= 100 and (not multiplied or (self.last == 100 and following[0].value > 100))
        if self.language == "fr":
            return self.room >= 10 and atom.value in (1, 11)
        return 20 <= self.last < 100 and atom.value < 10

    def _thousand(self, value: int, joined: bool) -> bool:
        if value >= self.bound or (joined and self.group):
            return False
        if value == 2000 or not self.group:  # the Arabic dual, or a thousand without a number before it
            if self.group or self.last >= 0:
                return False
            self.whole = value
        else:
            self.whole += self.group * value
        self.group, self.room, self.bound = 0, min(value, 1000), value
        return True

    def _hundred(self, joined: bool) -> bool:
        if self.group == 0 and self.room >= 1000:
            self.group = 100
        elif not joined and 1 < self.last == self.group < 20 and self.last != 10:
            self.group *= 100
        elif self.language == "en" and not joined and self.last == self.group == 1:
            self.group = 100
        else:
            return False
        self.room = 100
        return True

    def _add(self, atom: NumberAtom, joined: bool) -> bool:
        value = atom.value
        if self.language == "fr" and value == 20 and self.last == 4 == self.group % 100 and not joined:
            self.group += 76
            self.room = 20
            return True
        if self.language == "ar" and 0 < self.last < 10 and value in range(10, 100) and value % 10 == 0:
            if joined == (value == 10):
                return False
            self.group += value
            self.room = 0
            return True
        if value >= self.room:
            return False
        if self.language == "fr" and self.last == 10 and value < 7:
            return False
        self.group += value
        self.room = self._room_after(atom)
        return True

    def _room_after(self, atom: NumberAtom) -> int:
        value = atom.value
        if value >= 100:
            return 100
        if value in (60, 80) and self.language == "fr":
            return 20
        if value == 10:
            return 10 if self.language == "fr" or (self.language == "es" and atom.ordinal) else 0
        return 10 if value >= 20 and value % 10 == 0 and self.language != "ar" else 0
