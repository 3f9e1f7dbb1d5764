"""Versions of which one is numbered otherwise, and texts that are no versions of one another."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.align.across.defined import defined_term
from treatydiff.align.across.held import held
from treatydiff.align.across.said import Said
from treatydiff.model import Draft
from treatydiff.studies.across.compare import compare_across
from treatydiff.studies.languages.versions import compare_languages

BODIES = (
    ("The lighthouse shall burn oil within 30 days.", "Le phare brûle de l’huile dans les 30 jours."),
    ("The Council shall elect a president for 5 years.", "Le Conseil élit un président pour 5 ans."),
    ("The secretariat shall publish a report on navigation.", "Le secrétariat publie un rapport sur la navigation."),
    ("Each Party shall transmit information on the marine environment.",
     "Chaque Partie transmet des informations sur le milieu marin."),
    ("The tribunal shall decide disputes in accordance with article 2.",
     "Le tribunal règle les différends conformément à l’article 2."),
    ("The depositary shall notify ratification to all States.",
     "Le dépositaire notifie la ratification à tous les États."),
    ("The budget shall be adopted by consensus of the Parties.",
     "Le budget est adopté par consensus des Parties."),
)  # fmt: skip
OTHER = ("Lamps glow.", "Bakers sift flour.", "Masons carve stone.", "Brewers taste malt.", "Weavers mend sails.",
         "Pilots whistle.", "Bees sleep.")  # fmt: skip


def drafted(bodies: list[str], language: str) -> Draft:
    text = "".join(f"Article {n}\n\n{body}\n\n" for n, body in enumerate(bodies, start=1))
    return draft_of(text, language=language)


def told(english: list[str], french: list[str]) -> list[tuple[str, str, str]]:
    found = compare_languages([drafted(english, "en"), drafted(french, "fr")]).differences
    return [(each.code, each.places[0].says, each.places[1].says) for each in found if not each.remark]


ENGLISH, FRENCH = [each[0] for each in BODIES], [each[1] for each in BODIES]


def test_an_article_that_one_version_has_before_the_others() -> None:
    french = [
        "Le présent accord entre en vigueur.",
        *FRENCH[:4],
        FRENCH[4].replace("article 2", "article 3"),
        *FRENCH[5:],
    ]
    assert told(ENGLISH, french) == [
        ("renumbered", "1", "2"), ("provision_missing", "—", "article 1"),
    ]  # fmt: skip
    french[5] = FRENCH[4]  # the reference does not follow
    assert told(ENGLISH, french)[1] == ("references", "article 2 (now article 3)", "—")


def test_a_number_that_is_missing_at_the_end_is_no_other_numbering() -> None:
    assert told(ENGLISH, FRENCH) == []
    assert told(ENGLISH, FRENCH[:-1]) == [("provision_missing", "article 7", "—")]


def test_texts_that_are_no_versions_of_one_another() -> None:
    found = told([*OTHER, "Oil runs for 9 days."], FRENCH)
    assert found[0] == ("unrelated", "14% of the articles answer to one another by what they say", "—")


def test_drafts_that_are_no_drafts_of_one_text_are_told_before_the_rows() -> None:
    drafts = drafted([*OTHER, "Oil runs for 9 days."], "en"), drafted(FRENCH, "fr")
    codes = [each.code for each in compare_across(*drafts).diagnostics]
    assert "unrelated" in codes
    same = compare_across(drafted(ENGLISH, "en"), drafted(FRENCH, "fr"))
    assert "unrelated" not in [each.code for each in same.diagnostics]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("”الزيت“ يعني كل سائل قابل للاحتراق.", "الزيت"), ("“Oil” means any liquid.", "Oil"),
        ("« Huile » s’entend de tout liquide.", "Huile"), ("يقصد بعبارة ”المصباح“ كل ضوء.", "المصباح"),
        ("Oil means any liquid.", ""),
    ],
)  # fmt: skip
def test_defined_terms_in_quotation_marks(text: str, term: str) -> None:
    assert defined_term(text) == term


def test_a_reference_that_was_followed_shows_what_became_of_it() -> None:
    sides = Said("Article 5 applies.", "en", None), Said("L’article 5 s’applique.", "fr", None)
    (found,) = held(*sides, {("article", "5"): ("article", "6")})
    assert (found.one, found.other) == ("article 5 (now article 6)", "article 5")
