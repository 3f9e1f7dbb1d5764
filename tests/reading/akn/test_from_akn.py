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


def read(body: str, meta: str = "") -> list[str]:
    """Blocks and notes of a document: "#" before headings, labels and styles around words, calls in carets."""
    data = f"<akomaNtoso><act><meta>{meta}</meta><body>{body}</body></act></akomaNtoso>".encode()
    text = read_bytes(data, "draft.akn", Settings())
    assert [block.index for block in text.blocks] == list(range(len(text.blocks)))
    blocks = [
        "#" * block.centred
        + f"<{block.number}>" * bool(block.number)
        + "".join(f"^{run.note}^" if run.note is not None else run.text for run in block.runs)
        for block in text.blocks
    ]
    return [*blocks, *(f"{note.kind} {note.label}: {note.text}" for note in text.notes)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Oil.</p><block>Fog.</block>", ["Oil.", "Fog."]),
        ("<p>Oil <b>and <i>fog</i></b> burn.</p>", ["Oil and fog burn."]),
        ("<p>Oil<eol/>fog</p>", ["Oilfog"]),
        ("<p> </p><p>Oil.</p>", ["Oil."]),
        # headings, and labels that wait for their words
        ("<article><num>Article 1</num><heading>Lamps</heading><p>Oil.</p></article>", ["#Article 1", "#Lamps", "Oil."]),
        ("<paragraph><num>1.</num><content><p>Oil.</p></content></paragraph>", ["<1.>Oil."]),
        ("<paragraph><num> 1. </num><content><p>Oil.</p></content></paragraph>", ["<1.>Oil."]),
        ("<paragraph><num>1.</num><point><num>(a)</num><p>Oil.</p></point></paragraph>", ["1. (a) Oil."]),
        ("<paragraph><num>1.</num></paragraph><article><num>Article 2</num></article>", ["<1.>", "#Article 2"]),
        ("<paragraph><num>1.</num></paragraph><p><b/></p><p>Oil.</p>", ["<1.>", "Oil."]),
        # options with what they replace
        ('<container name="option"><num>Option 1</num><p>Oil.</p></container>', ["Option 1:", "Oil."]),
        ('<container name="option"><num>Option 1</num><heading>paragraph 2</heading><p>Oil.</p></container>',
         ["Option 1 (paragraph 2):", "Oil."]),
        ('<container name="list"><num>1.</num><heading>Oil</heading><p>Fog.</p></container>', ["<1.>", "Oil", "Fog."]),
        # notes, by where they are put
        ('<p>Oil<authorialNote marker="1" placement="bottom"><p>Or  fog.</p></authorialNote> burns.</p>',
         ["Oil^1^ burns.", "footnote 1: Or fog."]),
        ('<p>Oil<authorialNote marker="2" placement="side"><p>Ask.</p></authorialNote></p>', ["Oil^2^", "comment 2: Ask."]),
        ('<p>Oil<authorialNote marker="3"><p>At the end.</p></authorialNote>.</p>', ["Oil^3^.", "endnote 3: At the end."]),
        ("<p>Oil<authorialNote><p>Bare.</p></authorialNote>.</p>", ["Oil.", "endnote : Bare."]),
        # a title that the cover has shown already
        ("<p>Treaty on  lamps</p><p><docTitle>Treaty on lamps</docTitle></p>", ["Treaty on  lamps"]),
        ("<p>Treaty on</p><p>lamps</p><p><docTitle>Treaty on lamps</docTitle></p>", ["Treaty on", "lamps"]),
        ("<p>Treaty on oil</p><p><docTitle>Treaty on lamps</docTitle></p>", ["Treaty on oil", "#Treaty on lamps"]),
        ("<p>Oil.</p><p>Oil.</p>", ["Oil.", "Oil."]),
    ],
)  # fmt: skip
def test_the_parts_of_a_document(body: str, expected: list[str]) -> None:
    assert read(body) == expected


def test_notes_that_nothing_calls_stand_in_the_meta() -> None:
    meta = '<notes><note marker="4"><p>Of  oil.</p></note><note><p>Of fog.</p></note></notes>'
    assert read("<p>Oil.</p>", meta) == ["Oil.", "footnote 4: Of oil.", "footnote : Of fog."]


@pytest.mark.parametrize(("elements", "refused"), [(5, False), (6, True)])
def test_a_document_of_too_many_elements(elements: int, refused: bool) -> None:
    """Each element opens and closes: twice as many signs as elements are allowed."""
    data = b"<akomaNtoso>" + b"<p>x</p>" * (elements - 1) + b"</akomaNtoso>"
    settings = Settings(max_xml_elements=5)
    if refused:
        with pytest.raises(ReadError, match="holds more than 5 elements"):
            read_bytes(data, "draft.akn", settings)
    else:
        assert len(read_bytes(data, "draft.akn", settings).blocks) == elements - 1
