"""What a row says of its articles, their clauses and the chapters around them, and on what evidence."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, container, draft, preamble, summary
from tests.align.test_evidence import said
from tests.align.test_going_elsewhere import phrase
from treatydiff.align.align import align_drafts
from treatydiff.align.containers import ContainerRow
from treatydiff.align.pairings import container_pairings
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import measure
from treatydiff.model import Alignment, Evidence, Pairing, Provision, Relation, UnitPairing
from treatydiff.settings import Settings


def aligned(a: tuple[Provision, ...], b: tuple[Provision, ...], nearness: str = "near") -> Alignment:
    return align_drafts(draft(*a), draft(*b), Settings(nearness=nearness))  # type: ignore[arg-type]


def articles(*texts: tuple[str, ...]) -> tuple[Provision, ...]:
    return tuple(article(str(n), "", *map(phrase, each)) for n, each in enumerate(texts, 1))


def row(a: str, b: str, relation: Relation, *clauses: Pairing) -> UnitPairing:
    pairing = Pairing((a,) if a else (), (b,) if b else (), relation)
    return UnitPairing(pairing, "article", clauses)


def chapter(number: str, heading: str, *texts: str, inside: str = "") -> Provision:
    """A chapter with article 1, whose paragraphs are these, with a section heading if `inside`."""
    inner = article("1", "", *texts)
    return container(
        "chapter", number, heading, container("section", "1", inside, inner) if inside else inner
    )


@pytest.mark.parametrize(
    ("before", "after", "unit", "relation", "flags"),
    [
        # A chapter in either draft, the row of its article; its relation; renumbered, moved, amended.
        (("I", "Lamps"), ("I", "Lamps"), "identical", "identical", (False, False, False)),
        (("I", "Lamps"), ("I", "Lamps"), "renumbered", "identical", (False, False, False)),
        (("I", "Lamps"), ("I", "Lamps"), "amended", "amended", (False, False, True)),
        (("I", "Lamps"), ("I", "Lamps"), "moved", "amended", (False, False, True)),
        (("I", "Lamps"), ("II", "Lamps"), "identical", "renumbered", (True, False, False)),
        (("I", "Lamps"), ("II", "Lamps"), "amended", "amended", (True, False, True)),
        (("I", "Lamps"), ("I", "Nets"), "identical", "amended", (False, False, True)),
        (("I", "Lamps"), ("II", "Nets"), "identical", "amended", (True, False, True)),
    ],
)
def test_what_is_said_of_a_chapter(before, after, unit: Relation, relation: str, flags) -> None:
    text = "Gulls nest here."
    a, b = (draft(chapter(*each, text)) for each in (before, after))
    rows = [ContainerRow((f"chp_{before[0]}",), (f"chp_{after[0]}",), 0.75, 4)]
    (found,) = container_pairings(a, b, rows, [row("art_1", "art_1", unit)])
    assert (found.relation, (found.renumbered, found.moved, found.amended)) == (relation, flags)
    heading = [Evidence("heading", f"{before[1]} → {after[1]}")] if before[1] != after[1] else []
    assert (found.similarity, list(found.evidence)) == (
        0.75,
        [Evidence("shared_words", value=0.75), *heading],
    )


@pytest.mark.parametrize(
    ("unit", "relation"),
    [
        (row("art_1", "art_1", "identical"), "identical"),
        (row("art_1", "", "deleted"), "amended"),
        (row("", "art_1", "added"), "amended"),
        (row("art_9", "art_9", "amended"), "identical"),  # it stands elsewhere
        (row("", "art_9", "added"), "identical"),
    ],
)
def test_a_chapter_is_amended_by_what_stands_in_it(unit: UnitPairing, relation: str) -> None:
    one = draft(chapter("I", "Lamps", "Gulls nest here."), article("9", "", "Crabs dig."))
    (found,) = container_pairings(one, one, [ContainerRow(("chp_I",), ("chp_I",), 1.0, 4)], [unit])
    assert found.relation == relation


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ((("Gulls nest.",), "Wicks"), (("Gulls nest.",), "Wicks"), "identical"),
        ((("Gulls nest.",), "Wicks"), (("Gulls sleep.",), "Wicks"), "amended"),
        ((("Gulls nest.",), "Wicks"), (("Gulls nest.",), "Oil"), "amended"),  # a heading inside
        ((("Gulls nest.", "Crabs dig."), "Wicks"), (("Gulls nest.",), "Wicks"), "amended"),
        ((("Gulls nest.",), ""), (("“Gulls” nest.",), ""), "amended"),
        ((("'Gulls' nest.",), ""), (("‘Gulls’ nest.",), ""), "identical"),
    ],
)
def test_a_chapter_is_never_identical_when_its_words_are_not(before, after, relation: str) -> None:
    a, b = (draft(chapter("I", "Lamps", *texts, inside=inside)) for texts, inside in (before, after))
    rows = [ContainerRow(("chp_I",), ("chp_I",), 1.0, 4)]
    (found,) = container_pairings(a, b, rows, [row("art_1", "art_1", "identical")])
    assert found.relation == relation


def halls(*numbers: str) -> tuple[Provision, ...]:
    return tuple(container("chapter", n, "", article(n, "", "Gulls nest.")) for n in numbers)


@pytest.mark.parametrize(
    ("rows", "found", "moved"),
    [
        # Chapters I to IV of A and of B; which became which, of how many words; where those that moved stand.
        ([("I", "I", 5), ("II", "II", 5)], ["I = I: identical", "II = II: identical"], []),
        ([("I", "", 5), ("", "I", 0)], ["I = -: deleted", "- = I: added"], []),
        ([("I", "", 5), ("II", "I", 5)], ["I = -: deleted", "II = I: renumbered"], []),
        ([("I", "I II", 5)], ["I = I+II: split"], []),
        ([("I II", "I", 5)], ["I+II = I: merged"], []),
        ([("I II", "I II", 5)], ["I+II = I+II: recast"], []),
        # The smallest is the one that moved.
        ([("I", "II", 5), ("II", "III", 5), ("III", "I", 5)],
         ["III = I: moved", "I = II: renumbered", "II = III: renumbered"], ["I"]),
        ([("I", "II", 6), ("II", "I", 5)], ["II = I: moved", "I = II: renumbered"], ["I"]),
        ([("I", "II", 5), ("II", "I", 6)], ["II = I: renumbered", "I = II: moved"], ["II"]),
        ([("I", "", 5), ("II", "", 5), ("III", "II", 5), ("IV", "I", 6)],
         ["I = -: deleted", "II = -: deleted", "IV = I: renumbered", "III = II: moved"], ["II"]),
        ([("I", "II III", 5), ("IV", "I", 6)], ["IV = I: renumbered", "I = II+III: split"], ["II"]),
        ([("I II", "IV", 5), ("III", "I", 6)], ["III = I: renumbered", "I+II = IV: merged"], ["IV"]),
        ([("I II", "III IV", 5), ("III", "I", 6)], ["III = I: renumbered", "I+II = III+IV: recast"], ["III"]),
    ],
)  # fmt: skip
def test_chapters_in_order(rows, found: list[str], moved: list[str]) -> None:
    one = draft(*halls("I", "II", "III", "IV"))
    made = [
        ContainerRow(*(tuple(f"chp_{n}" for n in names.split()) for names in (a, b)), 0.5, size)
        for a, b, size in rows
    ]
    listed = container_pairings(one, one, made, [])
    assert [summary(each).replace("chp_", "") for each in listed] == found
    assert [each.b[0][4:] for each in listed if each.moved] == moved
    unordered = container_pairings(one, one, made, [], ordered=False)
    assert not any(each.moved or each.relation == "moved" for each in unordered)
    assert [each.a + each.b for each in unordered] == [each.a + each.b for each in listed]


def rows_of(found: Alignment) -> dict[str, list[str]]:
    return {summary(each.pairing): [summary(clause) for clause in each.clauses] for each in found.units}


def of_kind(found: Alignment, key: str, *kinds: str) -> list[tuple[str, str]]:
    unit = next(each.pairing for each in found.units if key in each.pairing.b)
    return [(each.kind, each.text) for each in unit.evidence if each.kind in kinds]


def test_a_row_lists_its_clauses_in_the_order_of_b_with_what_was_deleted_where_it_stood() -> None:
    found = aligned(articles(("g20", "h20", "k21")), articles(("n20", "k21", "g20")))
    assert rows_of(found) == {
        "art_1 = art_1: amended": [
            "- = art_1__para_1: added",
            "art_1__para_3 = art_1__para_2: renumbered",
            "art_1__para_1 = art_1__para_3: moved",
            "art_1__para_2 = -: deleted",
        ]
    }


def test_clauses_that_went_to_another_row_are_listed_there_and_named_in_both() -> None:
    found = aligned(
        articles(("a90", "g20", "h20"), ("b90", "k20")), articles(("a90", "k20"), ("b90", "g20", "h20"))
    )
    assert rows_of(found) == {
        "art_1 = art_1: amended": [
            "art_1__para_1 = art_1__para_1: identical", "art_2__para_2 = art_1__para_2: moved",
        ],
        "art_2 = art_2: amended": [
            "art_2__para_1 = art_2__para_1: identical", "art_1__para_2 = art_2__para_2: moved",
            "art_1__para_3 = art_2__para_3: moved",
        ],
    }  # fmt: skip
    assert of_kind(found, "art_1", "moved_to", "moved_from") == [
        ("moved_to", "art_2__para_2"), ("moved_to", "art_2__para_3"), ("moved_from", "art_2__para_2"),
    ]  # fmt: skip
    assert of_kind(found, "art_2", "moved_to", "moved_from") == [
        ("moved_to", "art_1__para_2"), ("moved_from", "art_1__para_2"), ("moved_from", "art_1__para_3"),
    ]  # fmt: skip
    moved = found.units[0].clauses[1]
    assert [each for each in said(moved.evidence) if each[0] == "moved_from"] == [
        ("moved_from", "art_2", None)
    ]
    assert not [each for each in said(found.units[0].clauses[0].evidence) if each[0] == "moved_from"]


def test_copies_are_named_on_rows_and_clauses() -> None:
    found = aligned(
        articles(("a30", "g20"), ("b30", "d30")),
        articles(("a30", "g20"), ("b30", "d30", "g20"), ("c30", "g20")),
    )
    for number in "123":
        assert of_kind(found, f"art_{number}", "copies") == [("copies", "art_1__para_2")]
    copies = {
        summary(clause): [each for each in said(clause.evidence) if each[0] == "copies"]
        for each in found.units for clause in each.clauses
    }  # fmt: skip
    assert {what for what, named in copies.items() if named == [("copies", "art_1__para_2", 3.0)]} == {
        "art_1__para_2 = art_1__para_2: identical", "- = art_2__para_3: added", "- = art_3__para_2: added",
    }  # fmt: skip
    assert sum(map(bool, copies.values())) == 3


@pytest.mark.parametrize(
    ("nearness", "counterpart", "relations"),
    [("near", [], {"moved"}), ("far", ["no_counterpart"], {"identical", "renumbered", "amended"})],
)
def test_between_instruments_nothing_has_moved_and_what_has_no_counterpart_is_said(
    nearness: str, counterpart: list[str], relations: set[str]
) -> None:
    a = articles(("g20", "h20"), ("k30",), ("l40",))
    b = articles(("l40",), ("h20", "g20"), ("m30",))
    found = aligned(a, b, nearness)
    by_a = {each.pairing.a: each for each in found.units}
    assert [each.kind for each in by_a["art_2",].pairing.evidence] == counterpart
    assert {
        clause.relation == "moved" for each in found.units for clause in each.clauses if clause.a and clause.b
    } == ({True, False} if nearness == "near" else {False})
    pairs = {each.pairing.relation for each in found.units if each.pairing.a and each.pairing.b}
    assert bool(pairs & {"moved"}) is (nearness == "near")
    assert pairs - relations <= {"amended"}


def test_the_similarity_of_a_row_is_that_of_its_most_alike_pair() -> None:
    halves = articles(
        ("g20", "h20"),
    )
    found = aligned(halves, (*articles(("g20",)), article("2", "", phrase("h20"))))
    drafts = measure(side_of(draft(*halves)), side_of(draft(*articles(("g20",), ("h20",)))))
    best = max(parts.mean for parts in drafts.units.components([0, 0], [0, 1]))
    (whole,) = found.units
    assert summary(whole.pairing) == "art_1 = art_1+art_2: split"
    assert whole.pairing.similarity == pytest.approx(best)
    (empty,) = aligned((article("1", "Lamps"),), (article("1", "Lamps"),)).units
    assert empty.pairing.similarity == 1.0 or empty.pairing.similarity is None


@pytest.mark.parametrize(
    ("before", "after", "similarity"),
    [
        (article("1", "Lamps"), article("2", "Lamps"), None),  # neither has words to compare
        (article("1", "Lamps"), article("2", "Lamps", "Gulls nest."), 0.0),
        (article("1", "Lamps", "Gulls nest."), article("2", "Lamps"), 0.0),
        (article("1", "Lamps", "Gulls nest."), article("2", "Lamps", "Gulls nest."), 1.0),
        (preamble("Gulls nest."), preamble("Crabs dig."), 0.0),
    ],
)
def test_how_alike_a_row_is(before: Provision, after: Provision, similarity: float | None) -> None:
    (found,) = aligned((before,), (after,)).units
    assert found.pairing.similarity == (similarity if similarity is None else pytest.approx(similarity))


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        (("Gulls nest.", "Crabs dig."), ("Gulls nest.", "Crabs dig."), "identical"),
        # The same words in other paragraphs: none of them is the one there was.
        (
            ("Gulls crabs eels owls rooks moles hares.",),
            ("Gulls crabs eels", "owls rooks moles hares."),
            "amended",
        ),
        ((" ".join("gcerwmhs"),), tuple("gcerwmhs"), "amended"),
    ],
)
def test_a_row_is_amended_where_a_clause_of_it_has_no_partner(before, after, relation: str) -> None:
    (found,) = aligned((article("1", "Lamps", *before),), (article("1", "Lamps", *after),)).units
    assert found.pairing.relation == relation


def test_what_stood_in_several_places_is_named_on_rows_and_clauses() -> None:
    found = aligned(
        articles(("a30", "g20"), ("b30", "d30", "g20"), ("c30", "g20")),
        articles(("a30", "g20"), ("b30", "d30")),
    )
    for number in "123":
        row = next(each.pairing for each in found.units if f"art_{number}" in each.pairing.a)
        assert [each for each in said(row.evidence) if each[0] == "repeated"] == [
            ("repeated", "art_1__para_2", 3.0)
        ]
    told = {
        summary(clause) for each in found.units for clause in each.clauses
        if ("repeated", "art_1__para_2", 3.0) in said(clause.evidence)
    }  # fmt: skip
    assert told == {
        "art_1__para_2 = art_1__para_2: identical", "art_2__para_3 = -: deleted", "art_3__para_2 = -: deleted",
    }  # fmt: skip
    kinds = {(link.a, link.b): link.kind for each in found.units for link in each.links}
    assert kinds == {
        ("art_1", "art_1"): "pair", ("art_2", "art_2"): "pair", ("art_2", "art_1"): "copy",
        ("art_3", "art_1"): "copy",
    }  # fmt: skip


@pytest.mark.parametrize(("nearness", "linked"), [("near", {"art_1", "art_2", "art_3"}), ("far", {"art_1"})])
def test_copies_are_linked_between_drafts_of_one_text_alone(nearness: str, linked: set[str]) -> None:
    found = aligned(
        articles(("a30", "g20")), articles(("a30", "g20"), ("b30", "g20"), ("c30", "g20")), nearness
    )
    assert {link.b for each in found.units for link in each.links} == linked
