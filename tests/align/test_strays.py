"""What was struck at one end and put in at another is no article that moved, however alike their formulas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.align.alignment_drafts import article, draft
from tools.agreements import revised_pair
from treatydiff import read
from treatydiff.align import strays
from treatydiff.align.align import align_drafts
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import measure
from treatydiff.align.unit_pairs import UnitPair
from treatydiff.model import Alignment
from treatydiff.settings import Settings

STAY = {
    "Buoys": "Buoys over sunken nets bear the colours of the family that set them and a bell that rings in fog.",
    "Lamps": "Each keeper trims the wick of every harbour lamp before dusk and writes the hour into the book.",
    "Pilots": "Pilots from foreign ports swear on the mole that they know every rock and shoal of the coast.",
    "Oysters": "No boat drags a net across the oyster banks between the new moon of May and late August.",
    "Herring": "Herring is counted in barrels at the quay, and a tenth goes to the widows of drowned crews.",
}
PORTS = (
    "The Parties shall cooperate with one another in the ports, taking into account the tides, and the pilots shall "
    "report on the depths within thirty days."
)
SLIPWAYS = (
    "The Parties shall cooperate with one another on slipways of the northern islands, taking into account the winds, "
    "and inspectors shall report on timber within thirty days."
)


def moved(found: Alignment) -> set[tuple[str, str]]:
    return {(u.pairing.a[0], u.pairing.b[0]) for u in found.units if u.pairing.moved and u.pairing.b}


@pytest.mark.parametrize("seed", [3, 4, 5, 8])
def test_of_a_generated_revision_only_what_went_elsewhere_has_moved(seed: int, tmp_path: Path) -> None:
    pair = revised_pair(2_500, 0.2, seed)
    for name, text in (("a.txt", pair.a), ("b.txt", pair.b)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = align_drafts(read(tmp_path / "a.txt"), read(tmp_path / "b.txt"), Settings())
    assert moved(found) == {(f"art_{a}", f"art_{b}") for a, b in pair.moved}


@pytest.mark.parametrize(
    ("before", "after", "went"),
    [
        (
            "Slipways of the northern islands are looked over by inspectors of timber before the winds of spring.",
            "On slipways of the northern islands masters of rope look for rot and worms in the winds of spring.",
            True,
        ),
        (
            SLIPWAYS,
            PORTS.replace("ports", "schools").replace("tides", "tongues").replace("depths", "books"),
            False,
        ),
    ],
)
def test_an_article_has_moved_only_to_where_its_own_words_are(before: str, after: str, went: bool) -> None:
    kept = [article(str(n), heading, said) for n, (heading, said) in enumerate(STAY.items(), start=2)]
    ports = article("7", "Ports", PORTS)
    found = align_drafts(
        draft(article("1", "", before), *kept, ports),
        draft(*kept, ports, article("8", "", after)),
        Settings(),
    )
    assert (("art_1", "art_8") in moved(found)) is went


@pytest.mark.parametrize(
    ("score", "heading", "beside", "weak"),
    [
        (0.34, 0.0, 0, True),
        (0.35, 0.0, 0, False),  # an anchor
        (0.34, 0.79, 0, True),
        (0.34, 0.8, 0, False),  # a heading that makes a pair alone
        (0.34, 0.0, 1, False),
    ],
)
def test_a_pair_is_weak_below_an_anchor_without_heading_or_neighbour(
    score: float, heading: float, beside: int, weak: bool
) -> None:
    pair = UnitPair(0, 0, score, heading, number=False, beside=beside, score=score)
    assert strays._is_weak(pair, Settings()) is weak


@pytest.mark.parametrize(
    ("values", "place", "top"),
    [
        ([0.1, 0.3, 0.2], 1, True),
        ([0.1, 0.3, 0.2], 2, False),
        ([0.3, 0.3], 1, True),  # as near as another is near enough
        ([0.3, 0.3 + 1e-12], 0, True),
        ([0.0, 0.0], 0, False),
    ],
)
def test_nobody_is_nearer(values: list[float], place: int, top: bool) -> None:
    assert strays._tops(np.asarray([values]), [place]).tolist() == [top]


def test_a_pair_leads_where_neither_article_is_nearer_to_another() -> None:
    before = "Slipways of the northern islands are looked over by inspectors of timber before the winds."
    after = "On slipways of the northern islands masters of rope look for rot and worms in the winds."
    kept = [article(str(n), "", text) for n, text in enumerate(STAY.values(), 1)]
    drafts = measure(
        side_of(draft(*kept, article("6", "", before))),
        side_of(draft(*kept, article("6", "", after), article("7", "", before))),
    )
    pairs = [
        UnitPair(i, j, 0.1, 0.0, number=False, beside=0, score=0.1)
        for i, j in ((0, 0), (5, 6), (5, 5), (0, 6))
    ]
    assert strays._leading(drafts, pairs).tolist() == [True, True, False, False]
