"""Red lines and what every draft has of them."""

from __future__ import annotations

from typing import Literal

from treatydiff.model import Draft, Result, SettingValues, one_line
from treatydiff.records import dataclass

Standing = Literal["present", "weakened", "changed", "bracketed", "preamble", "absent"]
"""How a draft has it: in the operative text, there but weakened or changed since it was first found, only in
brackets, only in the preamble, or not at all."""


@dataclass(frozen=True, slots=True)
class RedLine:
    """What must stay in a text, or stay out of it.

    Attributes:
        name: what the owner calls it.
        words: wordings, each of which will do; "..." stands for up to five words. Empty for a provision.
        provision: what is called so in `draft` ("Article 4"); "" for words.
        draft: the draft that has the provision, by file name or number; "" for the first that has it.
        keep: whether it must stay in; otherwise it must stay out.
    """

    name: str
    words: tuple[str, ...] = ()
    provision: str = ""
    draft: str = ""
    keep: bool = True

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a draft has it.

    Attributes:
        clause: id of the clause, or of the provision that is followed.
        unit: id of its unit.
        text: the words found, as printed.
        bracketed: whether they stand in square brackets.
        preamble: whether the place is in the preamble.
        who: delegations that the draft itself names as proposing the words, or all of the provision.
        weakened: what weakened it since the line was first found ("obligation weakened (shall → may)").
        citation: the place, to be copied.
        parts: for a provision, the places in it that delegations propose, each with their names.
        changed: what else was turned in its sentence since then: a negation, the bearer, a quantifier.
    """

    clause: str
    unit: str
    text: str
    bracketed: bool
    preamble: bool
    who: tuple[str, ...]
    weakened: tuple[str, ...]
    citation: str
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    changed: tuple[str, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LineInDraft:
    """What one draft has of a red line; `lost` are the places of the draft before, where it has none."""

    standing: Standing
    sightings: tuple[Sighting, ...]
    lost: tuple[str, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LineHistory:
    """A red line through all drafts; `since` numbers the draft from which it has stood as it stands now."""

    line: RedLine
    drafts: tuple[LineInDraft, ...]
    since: int

    __repr__ = one_line

    @property
    def holds(self) -> bool:
        """Whether the last draft respects it: what must stay in is in the text, what must stay out is not."""
        standing = self.drafts[-1].standing
        return standing == "present" if self.line.keep else standing == "absent"


@dataclass(frozen=True, slots=True)
class Watch(Result):
    """Red lines followed through drafts, the earliest first."""

    drafts: tuple[Draft, ...]
    lines: tuple[LineHistory, ...]
    settings: SettingValues = ()

    __repr__ = one_line

    @property
    def broken(self) -> tuple[LineHistory, ...]:
        """The red lines that the last draft does not respect."""
        return tuple(each for each in self.lines if not each.holds)
