from __future__ import annotations

import pytest

from treatydiff.align.align import align_drafts
from treatydiff.diff.diff_sheet import DiffSheet, diff_drafts
from treatydiff.model import Draft
from treatydiff.pipeline import parse_source
from treatydiff.reading.text.from_text import read_text
from treatydiff.settings import Settings

SETTINGS = Settings(language="en")
SEARCH = "1. Keepers may enter ships without right of search."
OIL = "2. Keepers store the oil of the harbour in barrels."


def draft(*paragraphs: str) -> Draft:
    text = "\n\n".join(("Harbour Convention", "Article 1\n\nLanterns", *paragraphs)) + "\n"
    return parse_source(read_text(text.encode(), "d.txt", SETTINGS), SETTINGS)


def sheet(before: tuple[str, ...], after: tuple[str, ...]) -> DiffSheet:
    a, b = draft(*before), draft(*after)
    return diff_drafts(a, b, align_drafts(a, b, SETTINGS))


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ("[agreed]", "agreed"),
        ("[Agreed ad ref.]", "agreed ad referendum"),
        ("[agreed ad referendum]", "agreed ad referendum"),
        ("(agreed in informals)", "agreed in informals"),
        ("[pending]", "pending"),
        ("[not yet discussed]", "not discussed"),
        ("[position reserved]", "reserved"),
        ("[not agreed]", "not agreed"),
    ],
)
def test_the_ledger_has_what_is_printed(mark: str, says: str) -> None:
    found = sheet((f"{SEARCH} {mark}", OIL), (f"{SEARCH} {mark}", OIL)).standing[0]
    assert [(each.provision, each.says, each.text) for each in found] == [
        ("art_1__para_1", says, mark.strip("[]()"))
    ]


def test_nothing_is_inferred_where_nothing_is_printed() -> None:
    found = sheet((SEARCH, OIL), (SEARCH.replace("right", "authority"), OIL))
    assert found.standing == ((), ())
    assert found.agreed == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(f"{SEARCH} [agreed]", f"{SEARCH} [agreed]", [], id="as it was"),
        pytest.param(f"{SEARCH} [agreed]", f"{SEARCH} [agreed ad ref.]", [], id="another mark of agreement"),
        pytest.param(f"{SEARCH} [agreed]", f"{SEARCH.replace('right', 'authority')} [agreed]",
                     [(True, False)], id="a word changed under its mark"),
        pytest.param(f"{SEARCH} [agreed]", SEARCH, [(False, True)], id="the mark lost"),
        pytest.param(f"{SEARCH} [agreed]", SEARCH.replace("right", "authority"), [(True, True)],
                     id="both"),
        pytest.param(f"{SEARCH} [agreed]", f"{SEARCH} [pending]", [(False, True)], id="pending again"),
        pytest.param(f"{SEARCH} [pending]", SEARCH.replace("right", "authority"), [],
                     id="what was pending was not agreed"),
    ],
)  # fmt: skip
def test_what_changed_in_text_printed_as_agreed(
    before: str, after: str, expected: list[tuple[bool, bool]]
) -> None:
    found = sheet((before, OIL), (after, OIL)).agreed
    assert [(each.words, each.mark_lost) for each in found] == expected


@pytest.mark.parametrize(
    ("mark", "direction"),
    [(" [agreed]", "reopened"), (" [pending]", "newly bracketed"), ("", "newly bracketed")],
)
def test_only_what_is_printed_as_agreed_can_be_reopened(mark: str, direction: str) -> None:
    """A State that brackets a verb again undoes an agreement only where there was one in print."""
    open_ = OIL.replace("store", "[shall] [may] store").replace("barrels", "[ten] [twelve] barrels")
    settled = OIL.replace("store", "shall store").replace("barrels", "ten barrels")
    clauses = [c for row in sheet((SEARCH, settled + mark), (SEARCH, open_)).clauses for c in row]
    told = [signal for clause in clauses for edit in clause.edits for signal in edit.signals]
    assert {(each.kind, each.direction) for each in told} == {
        ("obligation", direction),
        ("number", direction),
    }


def test_an_agreed_paragraph_that_is_gone_is_told() -> None:
    (found,) = sheet((SEARCH, f"{OIL} [agreed]"), (SEARCH,)).agreed
    assert (found.a, found.b, found.words) == ("art_1__para_2", "", True)
