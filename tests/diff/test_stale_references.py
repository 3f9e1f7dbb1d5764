from __future__ import annotations

import pytest

from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.stale_references import stale_references

IDS = {
    "art_1": "art_1", "art_4": "art_5", "art_5": "art_6", "art_5__para_2": "art_6__para_3", "art_7": "art_7",
    "art_8__para_1": "art_9__subpara_a", "annex_I": "annex_II", "art_1__para_3": "art_1__para_4",
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("under article 4", "under article 4", ["article 4, now article 5"]),
        ("under  Article 4", "under article 4 now", ["article 4, now article 5"]),
        ("under article 4", "under article 5", []),
        ("under article 7", "under article 7", []),
        ("under article 12", "under article 12", []),  # pointed nowhere
        ("under article 4 of the Oil Convention", "under article 4 of the Oil Convention", []),
        ("article 5, paragraph 2", "article 5, paragraph 2",
         ["article 5, paragraph 2, now article 6, paragraph 3"]),
        ("article 8, paragraph 1", "article 8, paragraph 1", []),  # became another kind of provision
        ("annex I", "annex I", ["annex i, now annex II"]),
        ("under paragraph 3", "under paragraph 3", ["paragraph 3, now paragraph 4"]),
        ("article 4 and article 4", "article 4", ["article 4, now article 5"]),
        ("articles 4 and 5", "articles 4 and 5", ["articles 4 and 5, now article 5", "articles 4 and 5, now article 6"]),
        ("no reference", "under article 4", []),
        ("under article 4", "no reference", []),
    ],
)  # fmt: skip
def test_which_references_were_left_behind(before: str, after: str, told: list[str]) -> None:
    renumbering = Renumbering(IDS).at("art_1__para_1", "art_1__para_1")
    found = stale_references(before, after, "en", renumbering, IDS)
    assert [(each.kind, each.direction) for each in found] == [("reference", "stale")] * len(told)
    assert [each.text for each in found] == told
