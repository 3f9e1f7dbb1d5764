from __future__ import annotations

import pytest

from tests.studies.chains.chains import chain_of, fixture_chain
from treatydiff.errors import ScopeError
from treatydiff.studies.chains.trace import trace_provision

Cells = tuple[tuple[str, ...], ...]


@pytest.mark.parametrize(
    ("provision", "draft", "start", "cells", "relations"),
    [
        ("art_8", None, 3, (("art_7", "art_8"), ("art_7",), ("art_7",), ("art_8",)),
         ("merged", "amended", "amended")),
        ("art_8", "1", 0, (("art_8",), ("art_7",), ("art_7",), ("art_8",)), ("merged", "amended", "amended")),
        ("17", "1-national-draft", 0, (("art_17",), ("art_23", "art_24"), ("art_23", "art_24"),
         ("art_22", "art_23")), ("split", "amended", "identical", "amended", "renumbered")),
        ("art_19", "2", 1, ((), ("art_19",), ("art_19",), ("art_15",)), ("added", "amended", "merged")),
        ("art_13", "1", 0, (("art_13",), (), ("art_11bis",), ()), ("deleted", "amended", "deleted")),
        ("art_11bis", None, 2, (("art_13",), (), ("art_11bis",), ()), ("deleted", "amended", "deleted")),
        ("art_4__para_4", None, 3, (("art_4__para_4",),) * 4, ("amended",) * 3),
        ("art_15__para_3", "3", 2, (("art_19__para_3",), *(("art_15__para_3",),) * 3),
         ("amended", "amended", "merged")),
    ],
)  # fmt: skip
def test_traces_worked_out_from_the_truth(
    provision: str, draft: str | None, start: int, cells: Cells, relations: tuple[str, ...]
) -> None:
    trace = trace_provision(fixture_chain(), provision, draft=draft)
    assert (trace.start, trace.cells, trace.chosen) == (start, cells, draft is not None)
    assert (
        tuple(step.comparison.units[row].pairing.relation for step in trace.steps for row in step.rows)
        == relations
    )


def test_a_return_is_a_step_of_its_own() -> None:
    trace = trace_provision(fixture_chain(), "art_11bis")
    assert [(step.start, step.end, step.returned) for step in trace.steps] == [
        (0, 1, False), (0, 2, True), (2, 3, False),
    ]  # fmt: skip


def test_a_chapter_is_followed_by_its_units() -> None:
    trace = trace_provision(fixture_chain(), "chp_III", draft="1")
    assert trace.cells[0] == ("art_15", "art_16", "art_17", "art_18")
    assert trace.cells[1] == ("art_14", "art_21", "art_22", "art_23", "art_24")


@pytest.mark.parametrize(("draft", "said"), [(None, "no draft has"), ("4", "4-final-text.pdf has no")])
def test_an_unknown_provision_is_refused(draft: str | None, said: str) -> None:
    with pytest.raises(ScopeError, match=said):
        trace_provision(fixture_chain(), "art_99", draft=draft)


_DATA = "Data gathered by wardens shall be erased within thirty months of the day of the visit."
_LIGHTS = "Every harbour shall keep its lights lit from dusk until dawn throughout the year."
_PILOTS = "Pilots board vessels above two hundred tonnes before they pass the outer buoy."


@pytest.mark.parametrize("turned", [False, True])
def test_a_clause_is_followed_into_every_place_that_has_it(turned: bool) -> None:
    def text(*articles: tuple[str, ...]) -> str:
        return "\n\n".join(
            "\n\n".join((f"Article {n}", *(f"{p}. {said}" for p, said in enumerate(each, 1))))
            for n, each in enumerate(articles, 1)
        )

    drafts = [text((_LIGHTS, _DATA), (_PILOTS, "Boats wait.")), text((_LIGHTS, _DATA), (_PILOTS, _DATA))]
    chain = chain_of(*(reversed(drafts) if turned else drafts))
    one, both = ("art_1__para_2",), ("art_1__para_2", "art_2__para_2")
    trace = trace_provision(chain, "art_1__para_2", draft="1")
    assert trace.cells == ((one, one) if turned else (one, both))
    backwards = trace_provision(chain, "art_1__para_2", draft="2")
    assert backwards.cells == ((both, one) if turned else (one, one))
