"""Drafts, alignments and a reference archive written for the tests of scoring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from treatydiff.model import (
    Alignment,
    Draft,
    Instrument,
    Pairing,
    Provision,
    Relation,
    Source,
    Unit,
    UnitPairing,
)

Rows = tuple[Sequence[str], Sequence[str]]

LANTERNS = {
    "1": ["The purpose of this Convention is to keep the lanterns of every harbour lit through the night."],
    "2": [
        "Each lantern keeper shall trim the wick at dusk and record the hour in the lantern register.",
        "A keeper who finds the oil spoiled shall replace it before the evening tide.",
        "The register shall be open to any pilot who asks for it.",
    ],
    "3": [
        "The Harbour Assembly shall meet once every second year in a port chosen by lot.",
        "Ferries carrying lamp oil pay no harbour dues.",
        "No dues:",
    ],
}
ORCHARDS = {
    "1": ["Apple growers may graft quince upon wild rootstock wherever frost comes late."],
    "2": [
        "Cider presses stay sealed until inspectors have weighed that season's pomace.",
        "Bees are welcome.",
    ],
}

SEVEN_TREATIES = (
    ("Treaty 1", ("each party shall protect the",)),
    ("Treaty 2", ("each party shall protect the",)),
    ("Treaty 3", ("each party shall protect the", "harbour")),
    ("Treaty 4", ("each party shall", "the")),
    ("Treaty 5", ("each party shall", "the")),
    ("Treaty 6", ("each party shall", "the")),
    ("Treaty 7", ("each party shall", "the")),
)


def make_draft(
    articles: Mapping[str, Sequence[str]], parts: Mapping[str, Sequence[str]] | None = None
) -> Draft:
    """A draft from clause texts by article number; `parts` puts articles into parts."""

    def article(number: str) -> Provision:
        clauses = tuple(
            Provision(f"art_{number}__para_{place}", "paragraph", number=str(place), text=text)
            for place, text in enumerate(articles[number], start=1)
        )
        return Provision(f"art_{number}", "article", number=number, children=clauses)

    if parts is None:
        provisions = tuple(article(number) for number in articles)
    else:
        provisions = tuple(
            Provision(f"part_{part}", "part", number=part, children=tuple(article(n) for n in numbers))
            for part, numbers in parts.items()
        )
    instrument = Instrument(1, True, "An instrument written for a test", None, provisions)
    return Draft(Source("test.txt", "0" * 64, "text/plain"), "en", (), (instrument,))


def make_alignment(
    a: Draft, b: Draft, *rows: tuple[Sequence[str], Sequence[str]], clauses: Sequence[tuple[str, str]] = ()
) -> Alignment:
    """Rows of article numbers; units not named are deleted or added; parts pair by position.

    `clauses` are pairs of clause ids, listed in the row of B's unit.
    """
    wanted = [(tuple(f"art_{n}" for n in left), tuple(f"art_{n}" for n in right)) for left, right in rows]
    wanted += [((u.id,), ()) for u in a.units() if not any(u.id in left for left, _ in wanted)]
    wanted += [((), (u.id,)) for u in b.units() if not any(u.id in right for _, right in wanted)]
    moved = [Pairing((left,), (right,), "moved") for left, right in clauses]
    units = tuple(
        UnitPairing(
            Pairing(left, right, _relation(left, right)),
            "article",
            tuple(pair for pair in moved if pair.b[0].rpartition("__")[0] in right),
        )
        for left, right in wanted
    )
    parts_a, parts_b = _containers(a.units()), _containers(b.units())
    containers = tuple(
        Pairing((left,) if left else (), (right,) if right else (), "amended")
        for left, right in zip_longest(parts_a, parts_b)
    )
    return Alignment(units, containers)


def _relation(left: Sequence[str], right: Sequence[str]) -> Relation:
    if not left:
        return "added"
    return "amended" if right else "deleted"


def _containers(units: Sequence[Unit]) -> list[str]:
    return list(dict.fromkeys(container for unit in units for container in unit.containers))


def same_rows(draft: Draft) -> list[Rows]:
    """Every article paired with the article of the same number."""
    return [([unit.provision.number], [unit.provision.number]) for unit in draft.units()]
