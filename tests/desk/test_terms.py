"""Deadlines and thresholds through invented drafts."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run
from tests.structure.drafting import draft_of
from tests.studies.chains.chains import chain_of
from treatydiff.desk.terms.quantities_of import terms_of
from treatydiff.desk.terms.table import term_table

FIRST = """Article 1

Reports

Each Party shall report within thirty days to the Secretariat.

Article 2

Fund

The Fund shall pay 5,000 dollars to each keeper. Its board has nine members.

Article 3

Entry into force

This Convention enters into force after forty States have ratified it, see articles 7 to 11.
"""
SECOND = (
    FIRST.replace("thirty days", "[sixty days]").replace("5,000", "7,500")
    + "\nArticle 4\n\nAmendment\n\nAn amendment needs a majority of two thirds, and is open for twelve months.\n"
)
THIRD = (
    SECOND.replace("[sixty days]", "fourteen days")
    .replace("forty States", "sixty States")
    .replace(", and is open for twelve months", ", and is open for one year")
)


@pytest.mark.parametrize(
    ("sentence", "printed", "kind", "limit", "actor"),
    [
        ("Each Party shall report within thirty days.", "thirty days", "duration", True, "Each Party"),
        ("[Each Party] shall report within ten days.", "ten days", "duration", True, "Each Party"),
        (
            "[Each [State] Party shall report within ten days.]",
            "ten days",
            "duration",
            True,
            "Each State Party",
        ),
        ("A Party shall report within thirty (30) days.", "thirty (30) days", "duration", True, "A Party"),
        ("A Party may leave by giving one year's notice.", "one year's", "duration", False, "A Party"),
        ("A Party shall pay a fine of 2,000 euros.", "2,000 euros", "money", False, "A Party"),
        ("The Board, within six months, shall reply.", "six months", "duration", True, "The Board"),
        (
            "Aims are, inter alia, lamps. The Board shall reply within six months.",
            "six months",
            "duration",
            True,
            "The Board",
        ),
        ("Within six months the Board shall reply.", "six months", "duration", True, "the Board"),
        ("Within six months of receipt the Board shall reply.", "six months", "duration", True, ""),
        ("A Party shall not discharge more than 5 grams.", "5 grams", "count", True, "A Party"),
        ("A Party may discharge more than 5 grams.", "5 grams", "count", False, "A Party"),
        ("A Party shall pay US$ 50 million.", "US$ 50 million", "money", False, "A Party"),
        ("A Party shall pay $1,500.", "$1,500", "money", False, "A Party"),
        ("Chaque Partie répond dans un délai d'un an.", "un an", "duration", True, ""),
        ("Le budget ne dépasse pas 200 000 euros.", "200 000 euros", "money", True, ""),
        ("No ship shall pass within 12 nautical miles.", "12 nautical miles", "count", False, "No ship"),
        ("各缔约国应在三十日内提交报告。", "三十日", "duration", True, "各缔约国"),
        ("The penalty is at least five years.", "five years", "duration", False, ""),
        ("The Fund may pay up to 30 per cent of the costs.", "30 per cent", "share", True, "The Fund"),
        (
            "The Conference decides by a majority of two thirds.",
            "two thirds",
            "share",
            False,
            "The Conference",
        ),
        ("A Party shall pay 5,000 dollars.", "5,000 dollars", "money", False, "A Party"),
        ("The Committee shall have nine members.", "nine members", "count", False, "The Committee"),
        ("[Thirty][Sixty] days are enough.", "[Thirty][Sixty] days", "duration", False, ""),
        (
            "The [thirtieth] [sixtieth] instrument counts.",
            "[thirtieth] [sixtieth] instrument",
            "count",
            False,
            "",
        ),
        (
            "A Party shall answer within [ten days] [two weeks].",
            "[ten days] [two weeks]",
            "duration",
            True,
            "A Party",
        ),
        (
            "The Board decides by [two thirds/three fourths].",
            "[two thirds/three fourths]",
            "share",
            False,
            "The Board",
        ),
        ("The kiln stays below 2 °C.", "2 °C", "count", False, ""),
        ("The Fund shall pay EUR 70 billion in 2030.", "EUR 70 billion", "money", False, "The Fund"),
        (
            "The Board shall set up two high-level panels.",
            "two high-level panels",
            "count",
            False,
            "The Board",
        ),
        ("It ends 200 nautical miles from the pier.", "200 nautical miles", "count", False, ""),
        (
            "A Party shall reply [12 [–18] months before] the session.",
            "[12 [–18] months]",
            "duration",
            False,
            "A Party",
        ),
        (
            "Parties cut soot by [40– 70] [70–95] per cent.",
            "[40– 70] [70–95] per cent",
            "share",
            False,
            "",
        ),
        ("There shall be a period of four years.", "four years", "duration", False, ""),
        (
            "A quarrel that cannot be settled within ten days shall be ended by the Board.",
            "ten days",
            "duration",
            True,
            "A quarrel",
        ),
    ],
)
def test_a_quantity_with_its_unit_its_actor_and_whether_it_is_a_limit(
    sentence: str, printed: str, kind: str, limit: bool, actor: str
) -> None:
    found = next(terms_of(draft_of(f"Article 1\n\nText\n\n{sentence}\n")))
    assert (found.printed, found.kind, found.limit, found.actor) == (printed, kind, limit, actor)


@pytest.mark.parametrize(
    "sentence",
    [
        "See articles 7 to 11 and paragraph 2.",
        "Resolution 1540 is recalled.",
        "A third State may accede.",
        "Parties act under Articles [3] [, 4, 6 and 8] of this Agreement.",
        "Delete 38 and leave 42.",
        "The Board meets from 10 to 12 October.",
        "The register opens in the first half of 2016.",
        "The balance is 50:50 between them.",
        "Two or more Parties may agree otherwise.",
        "8 There is a pier.",
        "Storms hit lane 2 during the winter.",
    ],
)
def test_what_counts_nothing_is_no_term(sentence: str) -> None:
    assert list(terms_of(draft_of(f"Article 1\n\nText\n\n{sentence}\n"))) == []


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND), ("3.txt", THIRD)):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_terms_are_followed_through_drafts(drafts: Path) -> None:
    done = run("terms", "1.txt", "2.txt", "3.txt", "-f", "json", cwd=drafts)
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads(run("schema", "terms").stdout))
    rows = {
        " → ".join(each["printed"] if each else "—" for each in row["drafts"]): row["changes"][1:]
        for row in told["terms"]
    }
    assert rows == {
        "thirty days → sixty days → fourteen days": ["loosened", "tightened"],
        "5,000 dollars → 7,500 dollars → 7,500 dollars": ["raised", "same"],
        "nine members → nine members → nine members": ["same", "same"],
        "forty States → forty States → sixty States": ["same", "raised"],
        "— → two thirds → two thirds": ["new", "same"],
        "— → twelve months → one year": ["new", "same"],
    }


def test_every_format_says_the_changes(drafts: Path) -> None:
    printed = run("terms", "1.txt", "3.txt", cwd=drafts).stdout.decode()
    assert "6 terms: 1 tightened · 2 raised · 2 new." in printed
    assert max(map(len, printed.splitlines())) <= 80
    page = run("terms", "1.txt", "3.txt", "-f", "html", cwd=drafts).stdout.decode()
    assert "fourteen days" in page
    assert "tightened" in page
    lines = run("terms", "1.txt", "3.txt", "-f", "csv", cwd=drafts).stdout.decode().splitlines()
    assert lines[0] == "unit,kind,actor,1.txt,3.txt,change,sentence,citation"
    assert any(
        line.startswith("Art. 1,time limit,Each Party,thirty days,fourteen days,tightened") for line in lines
    )


def test_one_draft_is_enough(drafts: Path) -> None:
    assert "4 terms." in run("terms", "1.txt", cwd=drafts).stdout.decode()


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("within [thirty] [sixty] days", "within sixty days", "settled"),
        ("within thirty days", "within [thirty] [sixty] days", "opened"),
        ("within [thirty] [sixty] days", "within [thirty] [sixty] days", "same"),
        ("within [thirty] [sixty] days", "within ninety days", "changed"),
    ],
)
def test_alternatives_are_one_row(before: str, after: str, change: str) -> None:
    text = "Article 1\n\nReports\n\nEach Party shall report to the Secretariat {} of its accession.\n"
    (row,) = term_table(chain_of(text.format(before), text.format(after))).terms
    assert row.changes == ("", change)


def test_two_quantities_in_two_brackets_with_words_between_are_two() -> None:
    sentence = "A Party shall pay [ten dollars] and wait [two days] for [three days]."
    assert len(list(terms_of(draft_of(f"Article 1\n\nText\n\n{sentence}\n")))) == 3


def test_the_same_quantity_twice_in_a_sentence_is_one_row() -> None:
    sentence = "Parties keep the kilns [below 2 °C][below 1.5 °C][well below 2 °C]."
    found = [each.printed for each in terms_of(draft_of(f"Article 1\n\nText\n\n{sentence}\n"))]
    assert found == ["2 °C", "1.5 °C"]


def test_what_is_gone_is_called_by_the_draft_that_had_it(tmp_path: Path) -> None:
    gone = "Article 1\n\nFines\n\nA fine is paid within ten days.\n\nArticle 2\n\nLamps\n\nA keeper shall answer within {} days.\n"
    kept = "Article 1\n\nLamps\n\nA keeper shall answer within {} days.\n"
    (tmp_path / "1.txt").write_text(gone.format("five"))
    (tmp_path / "2.txt").write_text(kept.format("six"))
    printed = run("terms", "1.txt", "2.txt", cwd=tmp_path).stdout.decode()
    assert "Art. 1 of 1.txt\n" in printed
    assert "\nArt. 1\n" in printed
