from __future__ import annotations

import pytest

from treatydiff.naming.force_standing import JUDGED, KindMeasured, counts_in_headlines

GOOD = KindMeasured(95, 100, 100)


@pytest.mark.parametrize(
    ("measured", "real", "stands"),
    [
        ({"right": GOOD, "hedge": GOOD}, GOOD, True),
        ({"right": GOOD, "hedge": KindMeasured(95, 110, 100)}, GOOD, False),  # too much said
        ({"right": KindMeasured(85, 85, 100), "hedge": GOOD}, GOOD, False),  # too little
        (
            {"right": GOOD, "hedge": GOOD},
            KindMeasured(80, 100, 85),
            False,
        ),  # well on sentences, not on drafts
        ({"right": KindMeasured(9, 10, 10)}, KindMeasured(9, 10, 10), True),
    ],
)
def test_a_count_stands_in_headlines_only_where_all_kinds_are_told_well(
    measured: dict[str, KindMeasured], real: KindMeasured, stands: bool
) -> None:
    assert counts_in_headlines(measured, real) is stands


def test_today_it_does_not() -> None:
    assert JUDGED["right"].recall < 0.9
    assert not counts_in_headlines()
