"""An invented compilation with every kind of proposal, and what is known of each."""

from __future__ import annotations

import io
from functools import cache

import pytest

from treatydiff.isolation.guarded import read_guarded
from treatydiff.model import Comparison, Draft
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.proposals.model import Proposal, Proposals
from treatydiff.studies.proposals.proposals import read_proposals

SETTINGS = Settings(reference="none")

BASE = """Draft convention on the care of wandering glaciers

Article 1
Purpose

The purpose of this Convention is to protect wandering glaciers and the rivers that rise from them.

Article 2
Reports

1. Each Party shall submit a report on the state of its glaciers to the secretariat every two years.

2. The secretariat shall publish the reports that it receives without delay.

3. Reports shall be written in one of the official languages of the Convention.

Article 3
Observers

1. Parties shall appoint observers with experience in the measurement of ice.

2. Observers shall enjoy free access to every glacier that is listed in the annex.

Article 4
Fund

A fund for the restoration of damaged glaciers is hereby established within the secretariat.
"""

LATER = """Draft convention on the care of wandering glaciers

Article 1
Purpose

The purpose of this Convention is to protect wandering glaciers, mountain lakes and the rivers that rise from them.

Article 2
Reports

1. Each Party shall submit a detailed report on the state of its glaciers to the secretariat every two years.

2. The secretariat shall publish the reports that it receives without delay.

Article 3
Observers

1. Parties shall appoint observers with experience in the measurement of ice.

2. Observers shall enjoy free access to every glacier that is listed in the annex.

3. Observers shall be protected against reprisals by any Party whose glaciers they have measured.

Article 4
Fund

A fund for the restoration of damaged glaciers is hereby established within the secretariat.
"""

COMPILATION = """Textual proposals submitted by delegations

Article-by-article compilation

ARTICLE 1

Quillonia

The purpose of this Convention is to protect wandering glaciers, mountain lakes and the rivers that rise from them.

Rationale Lakes depend on ice as much as rivers do.

Republic of Verenia

The purpose of this Convention is to protect wandering glaciers and the rivers that rise from them.

Rationale None provided

ARTICLE 2

Quillonia

1. Each Party shall submit a detailed and illustrated annual report on the state of its glaciers to the secretariat every two years.

[…]

Delete paragraph 3.

Rationale: Languages are a matter for the rules of procedure.

Republic of Verenia

2. The secretariat shall publish the reportssummaries that it receives without delay.

Delete paragraph 2.

ARTICLE 3

Dorrin and the Ice League

Move paragraph 2 to article 4.

Retain paragraph 1.

3. Observers shall be protected against reprisals by any Party whose glaciers they have measured.

Rationale Observers have been threatened.

ARTICLE 4BIS

Quillonia

The Conference of the Parties shall adopt a scale of contributions at its first session.
"""

# article, who, kind, clause of the base, method, fate
TRUTH = [
    ("Article 1", "Quillonia", "text", "art_1__para_u1", "difference", "taken up"),
    ("Article 1", "Quillonia", "rationale", "", "none", None),
    ("Article 1", "Republic of Verenia", "text", "art_1__para_u1", "none", "not determinable"),
    ("Article 1", "Republic of Verenia", "rationale", "", "none", None),
    ("Article 2", "Quillonia", "text", "art_2__para_1", "difference", "partly"),
    ("Article 2", "Quillonia", "ellipsis", "", "none", None),
    ("Article 2", "Quillonia", "instruction", "art_2__para_3", "none", "taken up"),
    ("Article 2", "Quillonia", "rationale", "", "none", None),
    ("Article 2", "Republic of Verenia", "text", "art_2__para_2", "difference", "not taken up"),
    ("Article 2", "Republic of Verenia", "instruction", "art_2__para_2", "none", "not taken up"),
    ("Article 3", "Dorrin and the Ice League", "instruction", "art_3__para_2", "none", "not taken up"),
    ("Article 3", "Dorrin and the Ice League", "instruction", "art_3__para_1", "none", "taken up"),
    ("Article 3", "Dorrin and the Ice League", "text", "", "new", "taken up"),
    ("Article 3", "Dorrin and the Ice League", "rationale", "", "none", None),
    ("Article 4BIS", "Quillonia", "text", "", "new", "not taken up"),
]


@cache
def drafts() -> tuple[Draft, Draft, Comparison]:
    base = read_draft_bytes(BASE.encode(), "base.txt", SETTINGS, media_type="txt")
    later = read_draft_bytes(LATER.encode(), "later.txt", SETTINGS, media_type="txt")
    return base, later, compare_drafts(base, later, SETTINGS)


def proposals_of(data: bytes, media_type: str, *, later: bool = True) -> Proposals:
    base, _, comparison = drafts()
    source = read_guarded(data, SETTINGS, label=f"compilation.{media_type}", media_type=media_type)
    return read_proposals(source, base, comparison if later else None)


@cache
def plain() -> Proposals:
    return proposals_of(COMPILATION.encode(), "txt")


def test_the_truth_table() -> None:
    found = [
        (each.article, "; ".join(each.who), each.kind, each.clause, each.method, each.fate)
        for each in plain().proposals
    ]
    assert found == TRUTH


def of(found: Proposals, article: str, who: str, kind: str) -> Proposal:
    return next(
        each for each in found.proposals if (each.article, each.who, each.kind) == (article, (who,), kind)
    )


def test_only_the_difference_is_scored() -> None:
    proposal = of(plain(), "Article 1", "Quillonia", "text")
    assert [(change.op, change.text, change.followed) for change in proposal.changes] == [
        ("insert", ", mountain lakes", 2)
    ]


def test_words_left_standing_by_a_lost_marking_are_not_put_in() -> None:
    proposal = of(plain(), "Article 2", "Republic of Verenia", "text")
    assert [(change.op, change.text) for change in proposal.changes] == [("insert", "summaries")]


def test_without_a_later_draft_nothing_has_a_fate() -> None:
    found = proposals_of(COMPILATION.encode(), "txt", later=False)
    assert {each.fate for each in found.proposals} == {None}
    assert [each.text for each in found.proposals] == [each.text for each in plain().proposals]


def test_repeated_wording_says_why_it_cannot_be_told() -> None:
    proposal = of(plain(), "Article 1", "Republic of Verenia", "text")
    assert proposal.reason == "the words of the base, without the marks that said what would change"


def marked_compilation() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("ARTICLE 2")
    document.add_paragraph("Quillonia")
    line = document.add_paragraph("1. Each Party shall submit a ")
    line.add_run("detailed ").underline = True
    line.add_run("report on the state of its glaciers ")
    line.add_run("to the secretariat ").font.strike = True
    line.add_run("every two years.")
    document.add_paragraph("2. The secretariat shall publish the reports that it receives without delay.")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_marks_that_the_reader_kept_are_read() -> None:
    found = proposals_of(marked_compilation(), "docx")
    first, second = found.proposals
    assert found.marked
    assert [(change.op, change.text, change.followed) for change in first.changes] == [
        ("insert", "detailed", 1),
        ("delete", "to the secretariat", 0),
    ]
    assert (first.method, first.fate) == ("marks", "partly")
    # Where deletions are shown, the words of the base alone propose nothing.
    assert (second.fate, second.changes) == (None, ())


@pytest.mark.corpus
def test_a_real_compilation(corpus) -> None:  # type: ignore[no-untyped-def]
    from treatydiff.pipeline import read_draft

    folder = corpus / "bbnj"
    base, later = (read_draft(folder / f"draft_{day}.txt", SETTINGS) for day in ("2022-06-01", "2022-12-12"))
    source = read_guarded(folder / "delegation_proposals_2022-08-01.txt", SETTINGS)
    found = read_proposals(source, base, compare_drafts(base, later, SETTINGS))
    assert len({each.who for each in found.proposals}) >= 20
    texts = [each for each in found.proposals if each.kind == "text"]
    assert sum(bool(each.clause) for each in texts) >= 0.8 * len(texts)
    assert {each.fate for each in texts} == {
        "taken up", "partly", "not taken up", "not determinable", "bracketed",
    }  # fmt: skip


def changes_of(said: str) -> list[tuple[str, str]]:
    """What one proposal on article 3 puts in and takes out."""
    base, _, _ = drafts()
    compiled = f"Textual proposals\n\nARTICLE 3\n\nNorway\n\n{said}\n\nARTICLE 4\n\nNorway\n\nRationale None provided\n"
    source = read_guarded(compiled.encode(), SETTINGS, label="compilation.txt", media_type="txt")
    found = read_proposals(source, base).proposals
    return [(change.op, change.text) for each in found for change in each.changes]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1. Parties shall appoint observers with [experience in - delete] [skill in - insert] the measurement of ice.",
         [("delete", "experience"), ("insert", "skill")]),
        ("1. Parties shall [delete: appoint] [insert: choose] observers with experience in the measurement of ice.",
         [("delete", "appoint"), ("insert", "choose")]),
        ("2. All oObservers shall enjoy free access to every glacier that is listed in the annex.",
         [("insert", "All")]),
    ],
)  # fmt: skip
def test_marks_that_are_typed_and_capitals_that_were_struck_out(
    said: str, expected: list[tuple[str, str]]
) -> None:
    assert changes_of(said) == expected
