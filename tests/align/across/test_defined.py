"""Defined terms: which clauses have one, and what a second word for one is."""

from __future__ import annotations

import pytest

from treatydiff.align.across.defined import Beside, defined_term, has_term, rendered_otherwise


@pytest.mark.parametrize(
    ("text", "term", "language", "share", "there"),
    [
        ("State Party lamps burn.", "State Party", "en", 1.0, True),
        ("It has policies.", "policy", "en", 1.0, True),
        ("This Part is short.", "Party", "en", 1.0, False),  # of four letters nothing is known
        ("States light lamps.", "State Party", "en", 1.0, False),
        ("Any State lights lamps.", "State Party", "en", 0.5, True),
        ("It is polished.", "policy", "en", 1.0, False),  # begins alike, and is another word
        ("Риск наводнений растет.", "наводнение", "ru", 1.0, True),
        ("Риск растет.", "наводнение", "ru", 1.0, False),
        ("L’autorité nationale décide.", "autorité compétente", "fr", 0.5, True),
        ("L’autorité nationale décide.", "autorité compétente", "fr", 0.51, False),
        ("It burns.", "", "en", 0.5, False),
        ("Lamp oils burn.", "oil", "en", 1.0, True),
        ("Lamplighters burn.", "lamp", "en", 1.0, False),
    ],
)
def test_whether_a_text_has_a_term(text: str, term: str, language: str, share: float, there: bool) -> None:
    assert has_term(text, term, language, share) is there


@pytest.mark.parametrize(
    ("before", "term"), [(0, "lamp"), (59, "lamp"), (60, "lamp"), (61, "")]
)  # fmt: skip
def test_a_definition_begins_with_its_term(before: int, term: str) -> None:
    assert defined_term("x" * before + '"lamp" means a light') == term


LAMP = Beside(
    "art_1", "art_1", '"Lamp" means a light that burns oil.', "« Lampe » s’entend d’un feu à huile."
)


def _clauses(*texts: tuple[str, str]) -> list[Beside]:
    return [LAMP, *(Beside(f"art_{n}", f"art_{n}", one, two) for n, (one, two) in enumerate(texts, start=2))]


TRUE = ("Each lamp is counted.", "Chaque lampe est comptée.")
OTHER = ("No lamp is sold.", "Aucun fanal n’est vendu.")
OTHERS = ("Every lamp is round.", "Tout fanal demeure rond.")
ELSE = ("Ships carry sails.", "Les navires portent des voiles.")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([TRUE, OTHER, OTHERS, ELSE], [("fanal", 1, 2)]),
        ([TRUE, OTHER, ELSE], []),  # once is a turn of phrase
        ([OTHER, OTHERS, ELSE], []),  # the counterpart nowhere: the definition is read otherwise
        ([TRUE, OTHER, ("A lamp hangs.", "Il pend."), ("Lamps hang low.", "Ils pendent bas.")], []),  # pronouns
        ([TRUE, OTHER, OTHERS, ("Fanals are none.", "Un fanal n’en est pas.")], []),  # stands elsewhere as well
        ([TRUE, TRUE, OTHER, OTHERS, ("That lamp is old.", "Ce fanal paraît vieux.")], [("fanal", 2, 3)]),
        ([TRUE, OTHER, OTHERS, ("Old lamps go out.", "Ils meurent.")], []),  # two of three are too few
        ([TRUE, OTHER, OTHERS, ("That lamp is old.", "Ce fanal paraît vieux."),
          ("Old lamps go out.", "Ils meurent.")], [("fanal", 1, 3)]),  # three of four are enough
    ],
)  # fmt: skip
def test_a_second_word_for_a_defined_term(
    texts: list[tuple[str, str]], told: list[tuple[str, int, int]]
) -> None:
    found = list(rendered_otherwise(_clauses(*texts), ("en", "fr")))
    assert [(each.other, each.together, len(each.places)) for each in found] == told
    assert all((each.term, each.counterpart) == ("Lamp", "Lampe") for each in found)


@pytest.mark.parametrize(("clauses_with", "told"), [(1, ["fanal"]), (2, [])])
def test_a_word_of_one_clause_in_twenty_without_the_term_may_be_the_second_one(
    clauses_with: int, told: list[str]
) -> None:
    around = [("It burns oil.", "Le fanal brûle.")] * clauses_with
    texts = [TRUE, OTHER, OTHERS, *around, *[ELSE] * (19 - clauses_with)]
    assert [each.other for each in rendered_otherwise(_clauses(*texts), ("en", "fr"))] == told
