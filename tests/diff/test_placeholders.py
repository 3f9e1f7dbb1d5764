"""A placeholder ("[Deleted]") is no deletion: it matches itself, and its own coming or going is editorial."""

from __future__ import annotations

import pytest

from treatydiff.align.align import align_drafts
from treatydiff.diff.clauses import diff_alignment
from treatydiff.model import Draft
from treatydiff.pipeline import parse_source
from treatydiff.reading.text.from_text import read_text
from treatydiff.settings import Settings

SETTINGS = Settings(language="en")
LAMPS = (
    "Article 1\n\nLamps\n\n1. Each Party shall register its lamps.\n\n2. {}\n\n3. Each Party shall store oil."
)


def draft(second: str, *articles: str) -> Draft:
    text = "\n\n".join(("Lamp Convention", LAMPS.format(second), *articles)) + "\n"
    return parse_source(read_text(text.encode(), "d.txt", SETTINGS), SETTINGS)


@pytest.mark.parametrize(
    ("before", "after"),
    [("[Deleted]", "[Deleted]"), ("(deleted)", "[Deleted]"), ("[Reserved]", "[Reserved]")],
)
def test_an_article_that_is_a_placeholder_in_both_drafts_is_one(before: str, after: str) -> None:
    a = draft("Lamps are lit.", f"Article 2\n\n{before}")
    b = draft("Lamps are put out.", f"Article 2\n\n{after}")
    rows = {row.pairing.a: row.pairing for row in align_drafts(a, b, SETTINGS).units}
    assert rows[("art_2",)].b == ("art_2",)
    assert rows[("art_2",)].relation not in ("added", "deleted")


def test_another_placeholder_is_not_it() -> None:
    a = draft("Lamps are lit.", "Article 2\n\n[Deleted]")
    b = draft("Lamps are put out.", "Article 2\n\n[Moved to article 9]")
    assert ((), ("art_2",)) in {(row.pairing.a, row.pairing.b) for row in align_drafts(a, b, SETTINGS).units}


@pytest.mark.parametrize(
    ("second", "class_"), [("[Deleted]", "editorial"), ("Lamps are lit.", "substantive")]
)
def test_a_paragraph_that_was_only_a_placeholder_takes_nothing_with_it(second: str, class_: str) -> None:
    a = draft(second)
    text = f"Lamp Convention\n\n{LAMPS}\n".replace("2. {}\n\n", "")
    b = parse_source(read_text(text.encode(), "b.txt", SETTINGS), SETTINGS)
    clauses = diff_alignment(a, b, align_drafts(a, b, SETTINGS))
    gone = [edit.class_ for row in clauses for clause in row for edit in clause.edits if edit.op == "delete"]
    assert gone == [class_]
