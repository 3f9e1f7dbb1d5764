"""What `-f akn` writes is read back as the same draft."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.errors import ReadError
from treatydiff.model import Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.reading.reader import read_bytes
from treatydiff.report.draft.as_akn import draft_akn
from treatydiff.settings import Settings

CONVENTION = """\
CONVENTION ON LAMPS

PREAMBLE

The States Parties to this Convention,

Recalling the harbours,

Recognizing the sea,

Have agreed as follows:

CHAPTER I
GENERAL PROVISIONS

Article 1
Use of terms

1. For the purposes of this Convention:

(a) "lamp" means a light;

(b) "keeper" means a person.

2. Words mean what they say.

Article 2
Duties

Each Party shall keep [its] lamps lit.

CHAPTER II
FINAL PROVISIONS

Article 3

1. (a) Lamps burn from dusk;

(b) they burn in fog.

2. This Convention enters into force at once.

Article 4

Option 1

1. Lamps are red.

Option 2 (paragraphs 1 and 2):

1. Lamps are blue.

2. They are lit.

ANNEX I
Forms

1. The form is blue.
"""


def back(draft: Draft) -> Draft:
    return read_draft_bytes(draft_akn(draft).encode(), "draft.akn", Settings())


def told(draft: Draft) -> list[tuple[str, str, str, str]]:
    return [(node.id, node.number, node.heading, node.text) for node in draft.walk()]


def test_read_back() -> None:
    draft = draft_of(CONVENTION)
    again = back(draft)
    assert told(again) == told(draft)
    assert again.instruments[0].title == draft.instruments[0].title
    assert again.receipt.unaccounted == 0
    assert [each for each in again.diagnostics if each.severity != "info"] == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<akomaNtoso><bill>", "damaged"),
        (b"<!DOCTYPE x><akomaNtoso/>", "document type"),
        (b"<akomaNtoso/>", "no text"),
    ],
)
def test_what_is_no_whole_document(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what):
        read_bytes(data, "draft.akn", Settings())
