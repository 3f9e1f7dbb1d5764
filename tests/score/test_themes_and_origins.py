"""Themes by the words of their lists, and origins by who has what: small tables."""

from __future__ import annotations

import pytest

from tests.score.invented_drafts import make_alignment, make_draft
from tests.score.test_origins_and_readings import traced
from treatydiff.errors import SettingsError
from treatydiff.model import Draft, ThemeFinding
from treatydiff.score.consonance import score_drafts
from treatydiff.score.reference import ReferenceTable
from treatydiff.score.themes import find_themes, load_themes, theme_named
from treatydiff.settings import Settings

FISHERIES = """
[fisheries]
title = "Fishing at sea"
[fisheries.terms]
en = ["fish*", "high seas", "*trawler", "catch limit*", "co-operation", "sea"]
"""


def found(a: Draft, b: Draft, reference: ReferenceTable, themes: str = FISHERIES) -> dict[str, ThemeFinding]:
    rows = make_alignment(a, b, *(([n], [n]) for n in ("1", "2", "3") if n in numbers(a) & numbers(b)))
    sheet = score_drafts(a, b, rows, reference, Settings())
    own = [theme_named(load_themes(themes), "fisheries")]
    return {finding.name: finding for finding in find_themes(a, b, own, sheet)}


def numbers(draft: Draft) -> set[str]:
    return {unit.provision.number for unit in draft.units()}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Fishing is free.", "fishing"),
        ("A FISH may be caught.", "fish"),
        ("Shellfish may be caught.", None),  # the stem is the beginning of a word
        ("Every trawler sails.", "trawler"),
        ("Supertrawlers and a supertrawler sail.", "supertrawler"),
        ("Ships on the high seas", "high seas"),
        ("High, stormy seas", None),
        ("the catch  limitations of a party", "catch limitations"),
        ("cooperation among pilots", "cooperation"),  # a hyphen makes no other word
        ("the seaside", None),
        ("by sea, in boats", "sea"),
        ("in boats", None),
    ],
)
def test_which_words_speak_of_a_theme(text: str, term: str | None, seven_treaties: ReferenceTable) -> None:
    draft = make_draft({"1": [text]})
    findings = found(draft, draft, seven_treaties)
    assert [finding.terms for finding in findings.values()] == ([(term,)] if term else [])


def test_the_longest_term_is_the_one_named(seven_treaties: ReferenceTable) -> None:
    draft = make_draft({"1": ["Fish limits bind all"]})
    themes = '[fisheries.terms]\nen = ["fish", "fish limits"]'
    finding = found(draft, draft, seven_treaties, themes)["fisheries"]
    assert finding.terms == ("fish limits",)
    assert finding.title == "Fisheries"  # a theme without a title is called by its name


def with_heading(draft: Draft, heading: str) -> Draft:
    import dataclasses

    (instrument,) = draft.instruments
    first, *rest = instrument.provisions
    provisions = (dataclasses.replace(first, heading=heading), *rest)
    return dataclasses.replace(draft, instruments=(dataclasses.replace(instrument, provisions=provisions),))


def test_the_heading_of_an_article_speaks_for_its_clauses(seven_treaties: ReferenceTable) -> None:
    a = with_heading(make_draft({"1": ["Nets are free.", "Fish is not."], "2": ["Bees rest."]}), "Fishing")
    b = make_draft({"1": ["Nets are free.", "Fish is not."], "2": ["Bees rest."]})
    finding = found(a, b, seven_treaties)["fisheries"]
    assert finding.clauses_a == ("art_1__para_1", "art_1__para_2")
    assert finding.clauses_b == ("art_1__para_2",)
    assert finding.terms == ("fish", "fishing")
    assert (finding.title, finding.consonance.a.words, finding.consonance.b.words) == ("Fishing at sea", 6, 3)


@pytest.mark.parametrize(
    ("words", "only_there"),
    [pytest.param(12, False, id="a quarter is there"), pytest.param(13, True, id="less than a quarter is")],
)
def test_a_clause_of_which_less_than_a_quarter_is_there_stands_in_one_draft_only(
    words: int, only_there: bool, seven_treaties: ReferenceTable
) -> None:
    a = make_draft({"1": [" ".join(["fish", "swim", "home", *(f"word{n}" for n in range(words - 3))])]})
    b = make_draft({"1": ["fish swim home", "bees rest"], "2": ["fish sleep"]})
    finding = found(a, b, seven_treaties)["fisheries"]
    assert finding.only_a == (("art_1__para_1",) if only_there else ())
    assert finding.only_b == ("art_2__para_1",)
    assert finding.clauses_b == ("art_1__para_1", "art_2__para_1")


def test_a_theme_has_no_terms_in_another_language() -> None:
    theme = theme_named(load_themes(FISHERIES), "fisheries")
    assert theme.terms_in("fr") == ()
    assert theme.terms_in("en")[0] == "fish*"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[Fisheries.terms]\nen = ["fish"]', "'Fisheries' is no theme"),
        ("fisheries = 3", "'fisheries' is no theme"),
        ('[fisheries]\ntitle = 3\n[fisheries.terms]\nen = ["fish"]', "title of fisheries must be a text"),
        ('[fisheries]\ntitle = " "\n[fisheries.terms]\nen = ["fish"]', "title of fisheries must be a text"),
        ("[fisheries]\nterms = 3", "fisheries has no terms"),
        ("[fisheries.terms]", "fisheries has no terms"),
        ("[fisheries.terms]\nen = [3]", "terms of fisheries in 'en' must be a list of texts"),
        ('[fisheries.terms]\nen = ["fish", " * "]', "must be a list of texts"),
    ],
)
def test_lists_that_are_not_written_as_they_should_be(text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        load_themes(text, where="mine.toml")
    assert caught.value.where == "mine.toml"


# --- origins -------------------------------------------------------------------------------------

LAMPS, FERRIES, BEES, PILOTS = (
    "keepers trim wicks", "ferries pay dues", "bees swarm quietly", "pilots steer westward",
)  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "ancestors", "origin"),
    [
        ([], [], "new"),
        ([FERRIES], [], "new"),
        ([LAMPS], [], "exclusive source 1"),
        ([FERRIES, LAMPS], [], "exclusive source 2"),
        ([LAMPS, LAMPS], [], "shared source 1 source 2"),
        ([LAMPS, FERRIES, LAMPS], [], "shared source 1 source 3"),
        ([FERRIES, LAMPS, LAMPS], [], "shared source 2 source 3"),
        ([LAMPS, LAMPS, LAMPS], [], "shared source 1 source 2 source 3"),
        ([LAMPS], [LAMPS], "ancestor ancestor 1"),
        ([LAMPS, LAMPS], [FERRIES, LAMPS], "ancestor ancestor 2"),
        ([FERRIES], [LAMPS, LAMPS], "ancestor ancestor 1"),
    ],
)
def test_where_a_clause_comes_from(
    sources: list[str], ancestors: list[str], origin: str, seven_treaties: ReferenceTable
) -> None:
    draft = make_draft({"1": [LAMPS]})
    ancestry = traced(
        draft, [make_draft({"1": [text]}) for text in sources], [make_draft({"1": [text]}) for text in ancestors],
        seven_treaties,
    )  # fmt: skip
    told = {
        " ".join((each.kind, *each.names)): weight
        for each, weight in zip(ancestry.origins, ancestry.document, strict=True)
    }
    assert {name: round(weight / 1.05) for name, weight in told.items() if weight} == {origin: 3}
    assert ancestry.parts["art_1__para_1"] == ancestry.parts["art_1"] == ancestry.document


def test_the_sums_of_every_part_by_origin(seven_treaties: ReferenceTable) -> None:
    draft = make_draft({"1": [LAMPS, BEES], "2": [FERRIES, f"{PILOTS} and rest"]})
    one = make_draft({"1": [LAMPS], "2": [FERRIES]})
    other = make_draft({"1": ["oil"], "2": [f"{FERRIES} and so on", PILOTS]})
    older = make_draft({"1": [f"{BEES} today"], "2": [PILOTS]})
    ancestry = traced(draft, [one, other], [older], seven_treaties)
    names = [" ".join((each.kind, *each.names)) for each in ancestry.origins]
    assert names == [
        "exclusive source 1", "exclusive source 2", "shared source 1 source 2", "ancestor ancestor 1", "new",
    ]  # fmt: skip

    def words(part: str) -> list[int]:
        return [round(weight / 1.05) for weight in ancestry.parts[part]]

    assert words("art_1__para_1") == [3, 0, 0, 0, 0]
    assert words("art_1__para_2") == [0, 0, 0, 3, 0]
    assert words("art_1") == [3, 0, 0, 3, 0]
    assert words("art_2__para_1") == [0, 0, 3, 0, 0]
    assert words("art_2__para_2") == [0, 0, 0, 3, 2]
    assert words("art_2") == [0, 0, 3, 3, 2]
    assert [round(weight / 1.05) for weight in ancestry.document] == [3, 0, 3, 6, 2]
    assert [round(weight / 1.05) for weight in ancestry.derived] == [6, 6]
    assert [round(weight / 1.05) for weight in ancestry.in_ancestors] == [0, 3]
