from __future__ import annotations

import pytest

from treatydiff.language.words.final_clauses.kinds import FinalClauseKind
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.final_clauses.clauses import final_clauses
from treatydiff.studies.final_clauses.terms import terms_of


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("entry_into_force",
         "This Treaty shall enter into force on the ninetieth day after the date of deposit of the thirtieth "
         "instrument of ratification.", [("threshold", "30"), ("after", "90 days")]),
        ("entry_into_force",
         "It enters into force three months after the date on which five States have expressed their consent.",
         [("threshold", "5"), ("after", "3 months")]),
        ("reservations", "No reservations may be made to this Treaty.", [("reservations", "prohibited")]),
        ("reservations", "No reservations may be made unless expressly permitted by other articles.",
         [("reservations", "only where expressly permitted")]),
        ("withdrawal", "Withdrawal shall take effect one year after the date of receipt of the notification.",
         [("notice", "1 year")]),
        ("amendment", "An amendment adopted by a two-thirds vote enters into force ninety days after deposit.",
         [("adopted by", "two-thirds"), ("in force after", "90 days")]),
        ("depositary", "The Secretary-General of the United Nations is the depositary.",
         [("depositary", "Secretary-General of the United Nations")]),
        ("disputes", "Disputes shall be settled by negotiation, failing which by arbitration.",
         [("by", "negotiation"), ("by", "arbitration")]),
        ("authentic_texts", "The English and French texts are equally authentic.",
         [("text", "English"), ("text", "French")]),
        ("consent", "It is open for signature and subject to ratification.",
         [("by", "signature"), ("by", "ratification")]),
    ],
)  # fmt: skip
def test_terms_of_english_final_clauses(
    kind: FinalClauseKind, text: str, expected: list[tuple[str, str]]
) -> None:
    assert list(terms_of(kind, text, "en")) == expected


TEXT = """CONVENTION ON HARBOUR LIGHTS

Article 1
Lamps

Amendments to the lamp shall be made of brass.

Article 2
Denunciation

A State Party may denounce this Convention. Denunciation takes effect six months after receipt of the notice.
"""


def test_final_clauses_are_found_by_their_heading_and_not_by_a_word() -> None:
    draft = read_draft_bytes(TEXT.encode(), "lights.txt", Settings())
    (found,) = final_clauses([draft]).drafts
    assert [(each.kind, each.units, each.terms) for each in found.clauses] == [
        ("withdrawal", ("art_2",), (("notice", "6 months"),))
    ]


CLOSING = """CONVENTION ON HARBOUR LIGHTS

Article 1
Lamps

Lamps are lit once this Convention enters into force for a Party.

Article 2
Final provisions

1. This Convention enters into force once four States have ratified it.

2. Keepers are heard.
"""


def test_a_convention_that_enters_into_force_in_the_present_tense_is_read() -> None:
    (found,) = final_clauses([read_draft_bytes(CLOSING.encode(), "lights.txt", Settings())]).drafts
    assert [(each.kind, each.clauses, each.terms) for each in found.clauses] == [
        ("entry_into_force", ("art_2__para_1",), (("threshold", "4"),))
    ]
