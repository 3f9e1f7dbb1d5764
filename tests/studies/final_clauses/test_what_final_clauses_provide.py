"""What final clauses provide: sentences as treaties word them, and what a table must say of them."""

from __future__ import annotations

import json

import pytest

import treatydiff
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.final_clauses.clauses import final_clauses
from treatydiff.studies.final_clauses.model import FinalClause, FinalClauses
from treatydiff.studies.final_clauses.terms import terms_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("No reservations may be made to this Convention.", "prohibited"),
        ("No reservation shall be made to articles 4 and 5 of this Convention.", "prohibited to articles 4 and 5"),
        ("This Convention shall not be subject to reservations.", "prohibited"),
        ("Reservations to this Convention are not permitted.", "prohibited"),
        ("This Convention may not be signed with reservations.", "prohibited"),
        ("No reservation may be made except in respect of article 7, paragraph 2.",
         "allowed only to article 7, paragraph 2"),
        ("No reservations may be made unless expressly permitted by other articles.",
         "only where expressly permitted"),
        ("A State may make reservations to articles 3 and 9. No other reservation may be made.",
         "allowed only to articles 3 and 9"),
        ("A State may formulate a reservation to any article other than articles 1 to 3.",
         "allowed, but prohibited to articles 1 to 3"),
        ("A State may, when signing, make a reservation.", "allowed"),
    ],
)  # fmt: skip
def test_reservations(text: str, value: str) -> None:
    assert dict(terms_of("reservations", text, "en"))["reservations"] == value


def test_a_reservation_that_was_made_allows_none() -> None:
    said = terms_of("reservations", "A Party that has made a reservation may withdraw it.", "en")
    assert said == (("reservations", "may be withdrawn"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This Convention shall enter into force on the thirtieth day after the date on which at least fifty-five "
         "Parties, accounting in total for at least 55 per cent of all lamp oil, have deposited instruments.",
         [("threshold", "55"),
          ("condition", "accounting in total for at least 55 per cent of all lamp oil"), ("after", "30 days")]),
        ("It enters into force three months after ten States, including at least four member States of the "
         "League, have ratified.",
         [("threshold", "10"), ("condition", "including at least four member States of the League"),
          ("after", "3 months")]),
        ("This Convention shall enter into force thirty days after the deposit of the [thirtieth] [sixtieth] "
         "instrument.", [("threshold", "[thirtieth] [sixtieth]"), ("after", "30 days")]),
        ("This Protocol shall enter into force after five ratifications, except that it shall not enter into force "
         "before the Convention does.",
         [("threshold", "5"),
          ("condition", "except that it shall not enter into force before the Convention does")]),
        ("This Agreement shall enter into force on 1 March 1990, provided that the Parties have notified each other.",
         [("on", "on 1 March 1990, provided that the Parties have notified each other"),
          ("condition", "provided that the Parties have notified each other")]),
        ("This Convention shall enter into force after nine ratifications. For each State acceding after that, it "
         "shall enter into force sixty days after its deposit.",
         [("threshold", "9"), ("for later Parties after", "60 days")]),
    ],
)  # fmt: skip
def test_entry_into_force_with_all_its_conditions(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(terms_of("entry_into_force", text, "en")) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Amendments enter into force for the Parties that have accepted them.", "only Parties that accept it"),
        ("An amendment enters into force in respect of a Party sixty days after the deposit of its instrument.",
         "only Parties that accept it"),
        ("An amendment enters into force when all Parties have accepted it.",
         "all Parties, once all have accepted it"),
        ("An amendment accepted by two thirds of the Parties enters into force for all Parties.", "all Parties"),
        ("It enters into force for all Parties except those that have notified an objection.",
         "all Parties except those that object"),
    ],
)  # fmt: skip
def test_for_whom_an_amendment_is_in_force(text: str, value: str) -> None:
    assert dict(terms_of("amendment", text, "en"))["in force for"] == value


def test_authentic_texts_by_reference_and_a_text_that_prevails() -> None:
    by_reference = "The texts of this Protocol are authentic as provided in article 320 of the Convention."
    said = terms_of("authentic_texts", by_reference, "en")
    assert said == (("text", "by reference to article 320 of the Convention"),)
    divergence = "Done in Malay and English; in case of divergence, the English text shall prevail."
    assert ("prevails", "English") in terms_of("authentic_texts", divergence, "en")


def of_draft(text: str) -> FinalClauses:
    draft = read_draft_bytes(f"LIGHTS CONVENTION\n\n{text}".encode(), "lights.txt", Settings())
    return final_clauses([draft]).drafts[0]


def of_kind(text: str, kind: str) -> FinalClause:
    found = of_draft(text).of_kind(kind)
    assert found is not None
    return found


REFERRED = """Article 1
Entry into force

This Convention shall enter into force in accordance with article 3.

Article 2
Denunciation

1. A Party may denounce this Convention. Denunciation takes effect six months after receipt of the notice.

2. The denunciation shall not affect obligations that arose before.

Article 3
Coming into operation

This Convention comes into operation when seven States have ratified it.

Article 4
Termination of proceedings

The keepers may terminate the proceedings of the Harbour Board.
"""


def test_a_reference_is_followed() -> None:
    entry = of_kind(REFERRED, "entry_into_force")
    assert entry.units == ("art_1",)
    assert entry.follows == ("art_3__para_u1",)
    assert ("threshold", "7") in entry.terms
    assert entry.places[0].clause == "art_3__para_u1"


def test_a_denunciation_is_called_one_and_has_its_effect() -> None:
    found = of_kind(REFERRED, "withdrawal")
    assert (found.called, found.units) == ("denunciation", ("art_2",))  # proceedings are no treaty
    assert dict(found.terms) == {
        "notice": "6 months",
        "effect": "The denunciation shall not affect obligations that arose before.",
    }
    assert [place.clause for place in found.places] == ["art_2__para_1", "art_2__para_2"]


FURTHER = """Article 1
Provisional application

A State that so notifies the Board in writing applies this Convention provisionally until its entry into force.

Article 2
Territorial application

A Party may declare that this Convention shall extend to any territory that it names.

Article 3
Consent to be bound

1. This Convention is open for signature by States and by regional economic integration organizations.

2. Instruments of such organizations shall not be counted as additional to those of their member States.
"""


def test_further_kinds_of_final_clauses() -> None:
    assert ("provisional", "until entry into force") in of_kind(FURTHER, "provisional_application").terms
    territory = of_kind(FURTHER, "territorial_application")
    assert territory.terms == (("territory", "extension by declaration or notification"),)
    assert of_kind(FURTHER, "regional_organizations").terms[0] == ("organizations", "may be Parties")


def test_what_is_not_said_and_what_was_not_parsed() -> None:
    text = (
        REFERRED
        + "\nArticle 5\nReservations\n\nReservations made under this Convention are a matter of the Board.\n"
    )
    draft = read_draft_bytes(f"LIGHTS CONVENTION\n\n{text}".encode(), "lights.txt", Settings())
    found = final_clauses([draft])
    (said,) = json.loads(treatydiff.render(found, "json"))["drafts"]
    assert "provisional_application" in said["silent"]
    assert "reservations" not in said["silent"]
    assert [each["parsed"] for each in said["clauses"] if each["kind"] == "reservations"] == [False]
    assert all(term["words"] and term["clause"] for each in said["clauses"] for term in each["terms"])
    shown = " ".join(treatydiff.render(final_clauses([draft, draft]), "terminal").split())
    assert "not parsed: read the text" in shown
