from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.alignment_drafts import ALL, article, container, draft, draft_of, preamble, renumbered
from treatydiff.align.align import align_drafts
from treatydiff.model import RELATIONS, Alignment, Draft, Instrument, Provision
from treatydiff.settings import Settings

SETTINGS = Settings()
WORDS = [
    "state", "party", "shall", "not", "ship", "harbour", "the", "a", "of", "light", "keep", "warn", "pilot",
    "sea", "board", "crew", "duty", "toll", "paid", "rope", "storm", "law", "court", "judge", "annex", "flag",
    "consul", "cargo", "grain", "port", "dawn", "[may]", "[should]", "coast", "vessel", "treaty",
]  # fmt: skip
PLACEHOLDERS = ("Deleted.", "[Reserved]", "Moved as article 3", "XXX", "[Placeholder for tolls]", "...")

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)
bodies = st.one_of(st.lists(sentences, max_size=4), st.sampled_from(PLACEHOLDERS).map(lambda text: [text]))
articles = st.builds(
    lambda heading, body: article("1", heading, *body), st.sampled_from(("", "Scope", "Tolls", "XXX")), bodies
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Drafts of up to eight articles, some in chapters, some with a preamble or a second instrument."""
    made = [renumbered(one, str(n)) for n, one in enumerate(draw(st.lists(articles, max_size=8)), start=1)]
    cut = draw(st.integers(0, len(made)))
    front: list[Provision] = [preamble(*draw(st.lists(sentences, min_size=1, max_size=3)))] if cut % 2 else []
    chapters = [container("chapter", "I", draw(st.sampled_from(("", "General", "Final"))), *made[:cut])]
    main = Instrument(
        1, True, "", None, (*front, *(chapters if draw(st.booleans()) else made[:cut]), *made[cut:])
    )
    if draw(st.booleans()):
        return draft_of(main)
    loose = tuple(
        Provision(f"doc_2__para_{n}", "paragraph", str(n), text=text)
        for n, text in enumerate(draw(st.lists(sentences, max_size=3)), start=1)
    )
    return draft_of(main, Instrument(2, False, "", None, loose))


def check_contract(a: Draft, b: Draft, alignment: Alignment) -> None:
    for side, whole in (("a", a), ("b", b)):
        units = Counter(key for row in alignment.units for key in getattr(row.pairing, side))
        assert units == Counter(unit.id for unit in whole.units())
        clauses = Counter(
            key for row in alignment.units for pair in row.clauses for key in getattr(pair, side)
        )
        assert clauses == Counter(clause.id for unit in whole.units() for clause in unit.clauses())
        held = {key for unit in whole.units() for key in unit.containers}
        shelves = Counter(key for pair in alignment.containers for key in getattr(pair, side))
        assert held <= shelves.keys()
        assert set(shelves.values()) <= {1}
    for row in alignment.units:
        sizes = len(row.pairing.a), len(row.pairing.b)
        several = {"split": sizes[0] == 1 < sizes[1], "merged": sizes[1] == 1 < sizes[0],
                   "recast": min(sizes) > 1,
                   "added": sizes == (0, 1), "deleted": sizes == (1, 0)}  # fmt: skip
        assert several.get(row.pairing.relation, sizes == (1, 1))
        assert all(
            pair.relation in RELATIONS and len(pair.a) <= 1 and len(pair.b) <= 1 for pair in row.clauses
        )
        if row.pairing.relation in ("added", "deleted"):
            # A clause of an article that is new may have come from another, and of one that is gone have gone there.
            assert {pair.relation for pair in row.clauses} <= {row.pairing.relation, "moved"}
            assert all(pair.b for pair in row.clauses if row.pairing.b)
        if row.pairing.relation == "identical":
            assert {pair.relation for pair in row.clauses} <= {"identical"}
            assert (row.pairing.moved, row.pairing.amended, row.pairing.renumbered) == (False, False, False)


@given(drafts(), drafts())
@settings(deadline=None, max_examples=60)
def test_everything_is_in_exactly_one_row(a: Draft, b: Draft) -> None:
    check_contract(a, b, align_drafts(a, b, SETTINGS))


@given(drafts())
@settings(deadline=None, max_examples=30)
def test_a_draft_is_identical_to_itself(one: Draft) -> None:
    alignment = align_drafts(one, one, SETTINGS)
    check_contract(one, one, alignment)
    assert {row.pairing.relation for row in alignment.units} <= {"identical"}
    assert all(row.pairing.a == row.pairing.b for row in alignment.units)


DISTINCT = [
    article(
        str(n),
        f"Heading {name}",
        f"The {name} of each Party is kept by the {name} office, which reports on the {name} every year.",
        f"Costs of the {name} number {n} are shared among the Parties that have asked for the {name}.",
    )
    for n, name in enumerate(
        ("anchor", "beacon", "cable", "dredge", "ensign", "ferry", "gauge", "hull"), start=1
    )
]


@given(st.permutations(range(len(DISTINCT))))
@settings(deadline=None, max_examples=30)
def test_a_reordered_and_renumbered_draft_is_found_again_whole(order: list[int]) -> None:
    after = [renumbered(DISTINCT[index], str(10 + place)) for place, index in enumerate(order)]
    alignment = align_drafts(draft(*DISTINCT), draft(*after), SETTINGS)
    assert {row.pairing.a + row.pairing.b for row in alignment.units} == {
        (DISTINCT[index].id, f"art_{10 + place}") for place, index in enumerate(order)
    }
    assert {row.pairing.relation for row in alignment.units} <= {"renumbered", "moved"}
    assert all(row.pairing.renumbered and not row.pairing.amended for row in alignment.units)


@given(st.lists(st.booleans(), min_size=len(DISTINCT), max_size=len(DISTINCT)))
@settings(deadline=None, max_examples=30)
def test_deleting_articles_moves_nothing(kept: list[bool]) -> None:
    after = [renumbered(one, str(place)) for place, one in enumerate(
        (one for one, keep in zip(DISTINCT, kept, strict=True) if keep), start=1)]  # fmt: skip
    alignment = align_drafts(draft(*DISTINCT), draft(*after), SETTINGS)
    found = Counter(row.pairing.relation for row in alignment.units)
    assert found["deleted"] == kept.count(False)
    assert set(found) <= {"deleted", "renumbered", "identical"}


def test_identical_articles_are_told_apart_by_their_neighbours() -> None:
    twin = article("1", "Reports", "The Parties report to the League every year in writing.")
    before = [
        renumbered(one, str(n)) for n, one in enumerate((DISTINCT[0], twin, DISTINCT[1], twin), start=1)
    ]
    after = [renumbered(one, str(n)) for n, one in enumerate((DISTINCT[1], twin, DISTINCT[0], twin), start=5)]
    alignment = align_drafts(draft(*before), draft(*after), SETTINGS)
    assert {row.pairing.a + row.pairing.b for row in alignment.units} == {
        ("art_1", "art_7"), ("art_2", "art_8"), ("art_3", "art_5"), ("art_4", "art_6"),
    }  # fmt: skip


PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.align.test_properties import DISTINCT, SETTINGS, align_drafts, draft, renumbered
from dataclasses import replace
after = [renumbered(one, str(9 - n)) for n, one in enumerate(DISTINCT, start=1)][::-1]
after[2] = replace(after[2], heading="Heading new", children=after[3].children[:1])
from dataclasses import asdict
print(asdict(align_drafts(draft(*DISTINCT), draft(*after), SETTINGS)))
"""


def test_the_result_does_not_depend_on_hash_order() -> None:
    here = str(Path(__file__).parents[2])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, here],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1_000


def test_swapping_the_drafts_swaps_added_and_deleted() -> None:
    a, b = draft(*ALL[:3]), draft(*ALL[1:])
    there = Counter(row.pairing.relation for row in align_drafts(a, b, SETTINGS).units)
    back = Counter(row.pairing.relation for row in align_drafts(b, a, SETTINGS).units)
    assert (there["added"], there["deleted"], there["identical"]) == (2, 1, 2)
    assert there == replace_keys(back)


def replace_keys(counts: Counter[str]) -> Counter[str]:
    other = {"added": "deleted", "deleted": "added"}
    return Counter({other.get(kind, kind): count for kind, count in counts.items()})


def test_the_same_article_twice_keeps_each_in_its_row() -> None:
    twins = draft(replace(DISTINCT[0]), renumbered(DISTINCT[0], "2"))
    check_contract(twins, draft(DISTINCT[0]), align_drafts(twins, draft(DISTINCT[0]), SETTINGS))
