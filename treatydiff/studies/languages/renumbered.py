"""Versions of one text of which one is numbered otherwise: their articles are paired by what they say.

Imports numpy and scipy; import it only where the numbers do not hold.
"""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.align.across.lexicon import Lexicon, shipped_lexicon
from treatydiff.align.across.sides import measure_across
from treatydiff.align.across.unit_pairs import pair_units_across
from treatydiff.language.across.labels import across_languages, plain_id
from treatydiff.language.references import Step
from treatydiff.model import Draft, Unit
from treatydiff.records import dataclass

LEAST, SHARE = 3, 0.15
"""Articles that must answer to another number, and their share, before numbers are given up."""
UNRELATED = 0.3
"""Share of the articles with a counterpart below which two texts do not look like versions of one.

Versions of treaties and regulations have 97 % and more; three pairs that have nothing to do with one
another 6, 9 and 12 %.
"""
_ARTICLES = frozenset({"article", "rule"})


@dataclass(frozen=True, slots=True)
class ByContent:
    """What the articles of two versions say of one another.

    Args:
        pairs: ids of articles of the first version and of the other.
        renumbered: those whose numbers differ.
        share: of the articles of the shorter version that have a counterpart.
    """

    pairs: Mapping[str, str]
    renumbered: tuple[tuple[Unit, Unit], ...]
    share: float

    @property
    def otherwise(self) -> bool:
        """Whether one version is numbered otherwise."""
        return len(self.renumbered) >= max(LEAST, SHARE * len(self.pairs))

    @property
    def unrelated(self) -> bool:
        """Whether the texts do not look like versions of one."""
        return self.share < UNRELATED

    @property
    def steps(self) -> dict[Step, Step]:
        """What the numbers of the first version are in the other, for cross-references."""
        return {
            ("article", one.provision.number): ("article", two.provision.number)
            for one, two in self.renumbered
        }


def by_content(first: Draft, other: Draft, lexicons: Mapping[str, Lexicon]) -> ByContent:
    """Pair the articles of two versions by what they say, their numbers playing no part.

    Args:
        first, other: the versions.
        lexicons: instead of those that come with the program, by language.
    """
    used = [lexicons.get(draft.language) or shipped_lexicon(draft.language) for draft in (first, other)]
    units = [draft.units() for draft in (first, other)]
    if first.language == other.language:
        used = [None, None]
    found = [
        (units[0][pair.a], units[1][pair.b])
        for pair in pair_units_across(measure_across(first, other, used))
        if {units[0][pair.a].kind, units[1][pair.b].kind} <= _ARTICLES
    ]
    counts = [sum(unit.kind in _ARTICLES for unit in those) for those in units]
    return ByContent(
        {one.id: two.id for one, two in found},
        tuple((one, two) for one, two in found if _number(one) != _number(two)),
        len(found) / max(1, min(counts)),
    )


def _number(unit: Unit) -> str:
    return "__".join(across_languages(step) for step in plain_id(unit.id).split("__"))
