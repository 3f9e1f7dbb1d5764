"""Why two provisions were paired, in the words and figures that reports give for it."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, draft
from treatydiff.align import evidence
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.rows import Row
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import Components
from treatydiff.align.unit_pairs import UnitPair
from treatydiff.model import Evidence, Provision

MEASURED = Components(0.5, 0.25, 0.125)
MEASURES = [("cosine", "", 0.5), ("dice_3", "", 0.25), ("dice_5", "", 0.125)]


def said(found: tuple[Evidence, ...]) -> list[tuple[str, str, float | None]]:
    return [(each.kind, each.text, each.value) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "spoke", "reason", "more"),
    [
        # Number and heading in either draft; how alike the headings are, whether the numbers, how many neighbours.
        (("1", ""), ("1", ""), (0.0, False, 0), "", []),
        (("1", ""), ("1", ""), (0.0, True, 0), "", [("same_number", "1", None)]),
        (("1", ""), ("1", ""), (0.0, False, 2), "", [("neighbours", "", 2.0)]),
        (("1", ""), ("1", ""), (0.0, False, 0), "order", [("moved", "order", None)]),
        (("1", "Lamps"), ("2", "Lamps"), (0.75, False, 0), "", [("same_heading", "Lamps", 0.75)]),
        (("1", ""), ("2", "Lamps"), (1.0, False, 0), "", [("heading", "— → Lamps", None)]),
        (("1", "Lamps"), ("2", ""), (1.0, False, 0), "", [("heading", "Lamps → —", None)]),
        (("1", "Oil lamps"), ("1", "Lamps"), (0.5, True, 1), "container",
         [("same_heading", "Lamps", 0.5), ("same_number", "1", None), ("neighbours", "", 1.0),
          ("heading", "Oil lamps → Lamps", None), ("moved", "container", None)]),
        (("1", "“Lamps”"), ("1", '"Lamps"'), (0.0, False, 0), "", []),
    ],
)  # fmt: skip
def test_what_spoke_for_a_pair_of_articles(before, after, spoke, reason: str, more) -> None:
    a, b = (side_of(draft(article(*each, "Gulls nest."))) for each in (before, after))
    heading, number, beside = spoke
    only = Row((0,), (0,), (UnitPair(0, 0, 0.5, heading, number, beside, 0.5),), ((0, 0, 7),))
    found = evidence.pair_evidence(a, b, only, [MEASURED], [reason])
    assert said(found) == [*MEASURES, *more, ("moved_words", "art_1 → art_1".replace("1", before[0], 1).replace(
        "→ art_1", f"→ art_{after[0]}"), 7.0)]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        (("1", "", "Gulls nest."), ("1", "", "Crabs dig."), [("same_number", "1", None)]),
        (("1", "", "Gulls nest."), ("2", "", "Crabs dig."), []),
        (("", "", "Gulls nest."), ("", "", "Crabs dig."), []),
        (("1", "Lamps", "Gulls."), ("2", "Nets", "Crabs."), [("heading", "Lamps → Nets", None)]),
        (
            ("1", "", "Gulls nest here."),
            ("2", "", "Crabs nest here too."),
            [("shared_run", "nest here", 2.0)],
        ),
    ],
)
def test_what_spoke_for_a_pair_of_clauses(before, after, more) -> None:
    a, b = (
        side_of(draft(Provision("art_1", "article", "1", children=(
            Provision(f"art_1__para_{number}", "paragraph", number, heading, text=text),
        ))))
        for number, heading, text in (before, after)
    )  # fmt: skip
    both = ClausePair(0, 0, 0.5)
    assert said(evidence.clause_evidence(a, b, both, MEASURED)) == [*MEASURES, *more]
    assert evidence.clause_evidence(a, b, both, None) == ()


@pytest.mark.parametrize(
    ("a", "b", "run"),
    [
        # Paragraphs in either draft, paired by place; the longest run of words, as the later draft prints it.
        (["Gulls nest."], ["Gulls, nest!"], ("Gulls, nest", 2.0)),
        (["Gulls nest."], ["Old gulls nest, here."], ("gulls nest", 2.0)),
        (["Gulls nest."], ["Crabs dig."], None),
        (
            ["Gulls nest.", "Eels hide in mud."],
            ["Gulls nest.", "Some eels hide in sand."],
            ("eels hide in", 3.0),
        ),
        (
            ["Eels hide in mud.", "Gulls nest."],
            ["Some eels hide in sand.", "Gulls nest."],
            ("eels hide in", 3.0),
        ),
        # Two as long: the first.
        (["Gulls nest.", "Crabs dig."], ["Gulls nest.", "Crabs dig."], ("Gulls nest", 2.0)),
        (["Gulls nest here.", "Crabs dig."], ["Gulls nest.", "Crabs dig."], ("Gulls nest", 2.0)),
        (["Gulls nest.", "Crabs dig holes."], ["Gulls nest.", "Crabs dig mud."], ("Gulls nest", 2.0)),
        (["***"], ["***"], None),  # there are no words
        ([], [], None),
    ],
)
def test_the_longest_run_that_two_clauses_share(a: list[str], b: list[str], run) -> None:
    one, other = (side_of(draft(article("1", "", *each))) for each in (a, b))
    found = evidence.shared_run(one, other, [ClausePair(n, n, 0.5) for n in range(len(a))])
    assert said(found) == ([("shared_run", *run)] if run else [])


@pytest.mark.parametrize(
    ("a", "b", "run"),
    [
        ("a b c", "a b c", (3, 0)),
        ("a b c", "x b c", (2, 1)),
        ("a b c", "b x a b", (2, 2)),
        ("a b", "b a", (1, 0)),
        ("a b", "x y", (0, 0)),
        ("", "x y", (0, 0)),
        ("a b", "", (0, 0)),
        ("a a b a a a b", "a a a b a", (4, 0)),
        ("a b a b a c", "b a b a b a c", (6, 1)),
        ("p q r x q r y r", "r y", (2, 0)),
    ],
)
def test_the_longest_run_of_words(a: str, b: str, run: tuple[int, int]) -> None:
    assert evidence.longest_common_run(a.split(), b.split()) == run
    assert evidence._longest_by_automaton(a.split(), b.split()) == run


def test_a_long_text_is_searched_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(
        evidence, "_longest_by_automaton", lambda a, b: asked.append((len(a), len(b))) or (0, 0)
    )
    for one, other in ((1_000, 1_000), (1_001, 1_000), (1, 49_999), (1, 50_000), (50_000, 1)):
        evidence.longest_common_run(["a"] * one, ["b"] * other)
    assert asked == [(1_001, 1_000), (1, 50_000), (50_000, 1)]
