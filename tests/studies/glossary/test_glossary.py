from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import treatydiff
from tests.structure.drafting import draft_of
from treatydiff.errors import LanguageError
from treatydiff.rendering import render
from treatydiff.studies.glossary.terms import find_glossary

ENGLISH = """\
Article 1

Use of terms

1. "Marine lamp" means a light on the sea.

2. "Keeper" means a person who keeps a light.

Article 2

Duties

1. Each Party shall protect every marine lamp.

2. The Council may adopt rules for the marine lamp and its oil.
"""
FRENCH = """\
Article premier

Emploi des termes

1. « Lampe marine » s'entend d'une lumière en mer.

2. « Gardien » s'entend d'une personne qui garde une lumière.

Article 2

Devoirs

1. Chaque Partie protège toutes les lampes marines.

2. Le Conseil peut adopter des règles pour le fanal et son huile.
"""


def test_terms_have_their_counterparts_and_other_translations_are_told() -> None:
    found = find_glossary(draft_of(ENGLISH), draft_of(FRENCH))
    assert [(term.a, term.b, term.together) for term in found.terms] == [
        ("Marine lamp", "Lampe marine", 1), ("Keeper", "Gardien", 0),
    ]  # fmt: skip
    assert found.terms[0].otherwise == (("art_2__para_2", "art_2__para_2"),)
    schema = Path(treatydiff.__file__).parent / "report/kit/schemas/glossary-1.schema.json"
    jsonschema.validate(json.loads(str(render(found, "json"))), json.loads(schema.read_text()))
    assert "Marine lamp,Lampe marine,art_1__para_1,art_1__para_1,1,art_2__para_2" in str(render(found, "csv"))
    assert "Lampe marine" in str(render(found, "terminal"))


def test_one_language_has_no_glossary() -> None:
    with pytest.raises(LanguageError, match="one language"):
        find_glossary(draft_of(ENGLISH), draft_of(ENGLISH))


def test_a_glossary_as_a_page_says_its_places_in_words() -> None:
    page = str(render(find_glossary(draft_of(ENGLISH), draft_of(FRENCH)), "html"))
    assert "<script" not in page
    assert "Art. 2, para. 2" in page
    assert "art_1" not in page
