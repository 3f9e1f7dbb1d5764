from __future__ import annotations

import pytest

from treatydiff.diff.diff_sheet import DiffSheet, diff_drafts
from treatydiff.diff.final_clauses import final_clause_kinds
from treatydiff.model import Draft, Signal
from treatydiff.pipeline import compare_drafts, has_changes, read_draft_bytes
from treatydiff.settings import Settings

SETTINGS = Settings()

HARBOUR = """CONVENTION ON HARBOUR LIGHTS

PREAMBLE

The States Parties to this Convention,

Recalling the Harbour Declaration and the hopes that mariners of every nation place in it,

Have agreed as follows:

CHAPTER I
GENERAL

Article 1
Use of terms

For the purposes of this Convention:

(a) "Keeper" means a person who keeps a light;
(b) "Buoy" means a floating mark.

Article 2
Keepers

1. Every keeper shall trim the lamp at dusk in accordance with article 4.

2. Keepers who work under the Harbour Declaration may rest at noon.

CHAPTER II
MEASURES

Article 3
Safeguards

The powers set out in this chapter are subject to the safeguards of human rights law.

Article 4
Search of ships

A harbour master may search any ship that lies at anchor and may seize the oil that is found on board of it.

Article 5
Oil

1. Oil of ships shall be clean under the Harbour Declaration, as paragraph 2 of article 2 provides.

2. Lamps that burn the oil of the Harbour Declaration shall be inspected every thirty days.

CHAPTER III
FINAL PROVISIONS

Article 6
Entry into force

This Convention shall enter into force on the thirtieth day after the deposit of the fortieth instrument of ratification.
"""


def parsed(text: str) -> Draft:
    return read_draft_bytes(text.encode(), "harbour.txt", SETTINGS)


def sheet(b_text: str, a_text: str = HARBOUR) -> tuple[DiffSheet, list[Signal]]:
    from treatydiff.align.align import align_drafts

    a, b = parsed(a_text), parsed(b_text)
    found = diff_drafts(a, b, align_drafts(a, b, SETTINGS))
    signals = [each for row in found.signals for each in row]
    signals += [each for row in found.clauses for clause in row for each in clause.signals]
    signals += [
        each for row in found.clauses for clause in row for edit in clause.edits for each in edit.signals
    ]
    return found, signals


def test_a_substitution_found_in_three_places_is_reported_once() -> None:
    found, _ = sheet(HARBOUR.replace("the Harbour Declaration", "the Port Charter"))
    assert [(each.old, each.new, each.count) for each in found.substitutions] == [
        ("the Harbour Declaration", "the Port Charter", 4)
    ]


def test_a_substitution_found_twice_is_none() -> None:
    found, _ = sheet(HARBOUR.replace("lamp", "lantern"))
    assert found.substitutions == ()


NEW_ARTICLE = "Article 3\nTides\n\nThe harbour shall publish a table of the tides of every month.\n\n"


def with_an_article_more(references: dict[str, str]) -> str:
    """The convention with an article more before the third, so that those behind it are renumbered."""
    text = HARBOUR
    for number in (6, 5, 4, 3):
        text = text.replace(f"Article {number}\n", f"Article {number + 1}\n")
    for old, new in references.items():
        text = text.replace(old, new)
    return text.replace("CHAPTER II\nMEASURES\n\n", f"CHAPTER II\nMEASURES\n\n{NEW_ARTICLE}")


def test_a_reference_that_follows_its_article_is_consequential() -> None:
    found, signals = sheet(with_an_article_more({"with article 4": "with article 5"}))
    edits = [edit for row in found.clauses for clause in row for edit in clause.edits]
    assert [edit.text for edit in edits if edit.class_ == "consequential"] == ["4", "5"]
    assert not [each for each in signals if each.kind == "reference"]


def test_a_reference_left_behind_is_stale() -> None:
    _, signals = sheet(with_an_article_more({}))
    assert Signal("reference", "stale", "article 4, now article 5") in signals


def test_a_reference_to_what_kept_its_number_is_not_stale() -> None:
    _, signals = sheet(with_an_article_more({"with article 4": "with article 5"}))
    assert not [each for each in signals if each.direction == "stale"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('(b) "Buoy" means a floating mark.', '(b) "Buoy" means any floating or fixed mark.',
         Signal("definition", "redefined", "Buoy (used in 0 clauses)")),
        ('light;\n(b) "Buoy" means a floating mark.', "light.",
         Signal("definition", "removed", "Buoy (used in 0 clauses)")),
        ("floating mark.", 'floating mark;\n(c) "Ship" means any vessel whatever that floats.',
         Signal("definition", "added", "Ship (used in 2 clauses)")),
        ("fortieth instrument", "sixtieth instrument", Signal("final_clause", "entry_into_force")),
        ("fortieth instrument", "sixtieth instrument", Signal("number", "raised", "40 → 60")),
    ],
)  # fmt: skip
def test_signals_of_a_changed_convention(old: str, new: str, expected: Signal) -> None:
    assert old in HARBOUR
    _, signals = sheet(HARBOUR.replace(old, new))
    assert expected in signals


SEARCH = HARBOUR[HARBOUR.index("Article 4\n") : HARBOUR.index("Article 5\n")]


def test_an_article_that_left_the_chapter_of_its_safeguard() -> None:
    moved = HARBOUR.replace(SEARCH, "").replace("CHAPTER II\n", f"{SEARCH}CHAPTER II\n")
    _, signals = sheet(moved)
    assert Signal("placement", "out_of_safeguard", "chapter II, governed by article 3") in signals


def test_an_article_moved_into_an_annex() -> None:
    moved = HARBOUR.replace(SEARCH, "") + f"\nANNEX I\nSEARCHES\n\n{SEARCH.replace('Article 4', 'Article 1')}"
    _, signals = sheet(moved)
    assert Signal("placement", "moved_to_annex", "the operative part → an annex") in signals


def test_the_obligation_profile_by_chapter() -> None:
    found, _ = sheet(HARBOUR.replace("shall trim", "should trim"))
    assert found.obligations is not None
    at = {word: n for n, word in enumerate(found.obligations.words)}
    whole, first = found.obligations.rows[0], found.obligations.rows[1]
    assert (whole.a, whole.b) == ("", "")
    assert (whole.counts_a[at["shall"]], whole.counts_b[at["shall"]]) == (4, 3)
    assert (first.b, first.counts_b[at["should"]]) == ("chp_I", 1)


def test_kinds_of_final_clauses_by_heading_and_words() -> None:
    kinds = {unit.id: set(final_clause_kinds(unit, "en")) for unit in parsed(HARBOUR).units()}
    assert {id_: found for id_, found in kinds.items() if found} == {"art_6": {"entry_into_force"}}


def test_renumbered_reordered_and_rewrapped_nothing_is_substantive() -> None:
    second, third = HARBOUR.index("CHAPTER II\n"), HARBOUR.index("CHAPTER III\n")
    general = HARBOUR.index("CHAPTER I\n")
    one, two = HARBOUR[general:second], HARBOUR[second:third]
    numbers = {"1": "4", "2": "5", "3": "1", "4": "2", "5": "3"}
    for old, new in numbers.items():
        one = one.replace(f"rticle {old}", f"rticle #{new}")
        two = two.replace(f"rticle {old}", f"rticle #{new}")
    one, two = one.replace("CHAPTER I\n", "CHAPTER II\n"), two.replace("CHAPTER II\n", "CHAPTER I\n")
    text = (HARBOUR[:general] + two + one + HARBOUR[third:]).replace("#", "")
    text = text.replace("that lies at anchor and ", "that lies at anchor\nand ").replace(
        "work under", "work\nunder"
    )
    comparison = compare_drafts(parsed(HARBOUR), parsed(text), SETTINGS)
    classes = {edit.class_ for unit in comparison.units for clause in unit.clauses for edit in clause.edits}
    assert "substantive" not in classes
    assert "consequential" in classes
    assert not [s for unit in comparison.units for clause in unit.clauses for s in clause.signals]
    assert has_changes(comparison)  # chapters moved
