from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT

from tests.structure.drafting import draft_of
from treatydiff.model import Draft
from treatydiff.rendering import render
from treatydiff.studies.languages.table_view import versions_table
from treatydiff.studies.languages.versions import compare_languages

ENGLISH = """\
Article 1

Bells

1. Each Party shall ring its bell within 30 days.

2. The bell shall be heard:

(a) In the harbour;

(b) At sea.

Article 2

Ropes

A Party may replace its rope.
"""
FRENCH = """\
Article premier

Cloches

1. Chaque Partie sonne sa cloche dans les 20 jours.

2. La cloche est entendue :

a) Dans le port ;

b) En mer.

Article 2

Cordes

Une Partie peut remplacer sa corde.
"""
SPANISH = """\
Artículo 1

Campanas

1. Cada Parte tocará su campana en un plazo de 30 días.

2. La campana se oirá en el puerto y en el mar.

Artículo 3

Cubos

Una Parte podrá reemplazar su cubo.
"""


def _drafts(*texts: tuple[str, str]) -> list[Draft]:
    drafts = [draft_of(text, language=language) for text, language in texts]
    return [replace(draft, source=replace(draft.source, label=f"{draft.language}.txt")) for draft in drafts]


def test_a_line_for_every_clause_and_a_column_for_every_version() -> None:
    found = versions_table(compare_languages(_drafts((ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es"))))
    said = [[" ".join(text for _, text in cell.clauses) for cell in line.cells] for line in found.lines]
    assert said == [
        ["Bells", "Cloches", "Campanas"],
        ["Each Party shall ring its bell within 30 days.", "Chaque Partie sonne sa cloche dans les 20 jours.",
         "Cada Parte tocará su campana en un plazo de 30 días."],
        ["The bell shall be heard:", "La cloche est entendue :",
         "La campana se oirá en el puerto y en el mar."],
        ["In the harbour;", "Dans le port ;", ""],
        ["At sea.", "En mer.", ""],
        ["Ropes", "Cordes", ""],
        ["A Party may replace its rope.", "Une Partie peut remplacer sa corde.", ""],
        ["", "", "Una Parte podrá reemplazar su cubo."],
    ]  # fmt: skip
    assert [[cell.remarks for cell in line.cells] for line in found.lines][1:3] == [
        [("Numbers in the text: 30",), ("Numbers in the text: 20",), ()],
        [(), (), ("Structure: one text",)],
    ]


def test_no_clause_is_lost_and_none_stands_twice() -> None:
    drafts = _drafts((ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es"))
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        chosen = [drafts[at] for at in order]
        lines = versions_table(compare_languages(chosen)).lines
        for at, draft in enumerate(chosen):
            printed = [text for line in lines if not line.heads for _, text in line.cells[at].clauses]
            assert sorted(printed) == sorted(leaf.text for unit in draft.units() for leaf in unit.clauses())


def test_the_table_for_word_is_turned_and_marks_what_differs() -> None:
    drafts = _drafts((ENGLISH, "en"), (FRENCH, "fr"))
    made = render(compare_languages(drafts), "docx")
    assert isinstance(made, bytes)
    document = Document(BytesIO(made))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["en.txt (en)", "fr.txt (fr)"]
    marked = [cell.text for row in table.rows for cell in row.cells if "FFF2CC" in cell._tc.xml]
    assert [text.rpartition("\n")[2] for text in marked] == [
        "Numbers in the text: 30", "Numbers in the text: 20",
    ]  # fmt: skip
    assert render(compare_languages(drafts), "docx") == made
