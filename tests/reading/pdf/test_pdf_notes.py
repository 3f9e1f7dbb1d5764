from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.reading.pdf_pages import LEFT, PITCH, RIGHT, Sheets, block, rules_of, texts
from treatydiff.model import Note, SourceText


def _called(found: SourceText) -> list[tuple[str, str | None]]:
    return [(run.text, run.note) for b in found.blocks for run in b.runs if run.note is not None]


def _text_page() -> Sheets:
    text = "The Parties, acting together,"
    sheets = Sheets().filled(8).line(text)
    return sheets.put("1", LEFT + stringWidth(text, "Times-Roman", 11), sheets.y + 14 + 4, size=6)


def _note_lines(sheets: Sheets, y: float = 120) -> Sheets:
    sheets.put("1", LEFT, y + 3, size=5.5).put(
        "See the report of the first session, held in the", LEFT + 8, y, size=8.5
    )
    return sheets.put("capital of the host State.", LEFT + 8, y - 10, size=8.5)


_NOTE = Note(
    "1", "See the report of the first session, held in the capital of the host State.", 1, "footnote"
)


def test_a_footnote_below_a_short_rule() -> None:
    found = _note_lines(_text_page().rule(LEFT, LEFT + 144, 134)).read()
    assert found.notes == (_NOTE,)
    assert _called(found) == [("1", "1")]
    assert block(found, "The Parties").text == "The Parties, acting together,1"
    assert all("report" not in text for text in texts(found))


def test_a_footnote_without_a_rule() -> None:
    assert _note_lines(_text_page()).read().notes == (_NOTE,)


def test_a_footnote_below_a_row_of_underscores() -> None:
    found = _note_lines(_text_page().put("_" * 18, LEFT, 134)).read()
    assert found.notes == (_NOTE,)
    assert rules_of(found) == [("note_rule", "_" * 18)]


def test_a_label_that_stands_a_tab_before_its_note() -> None:
    sheets = _text_page().rule(LEFT, LEFT + 144, 134).put("1", LEFT, 123, size=5.5)
    sheets.put("See the report of the first session.", LEFT + 60, 120, size=8.5)
    assert sheets.read().notes == (Note("1", "See the report of the first session.", 1, "footnote"),)


def test_small_type_at_the_foot_that_nothing_calls_is_text() -> None:
    sheets = Sheets().filled(10).put("Parts of this table are in small type.", LEFT, 120, size=8)
    found = sheets.read()
    assert found.notes == ()
    assert texts(found)[-1] == "Parts of this table are in small type."


def test_an_asterisk_at_the_size_of_the_text() -> None:
    sheets = Sheets().line("Revised draft text*").filled(8).rule(LEFT, LEFT + 144, 134)
    sheets.put("* Reissued for technical reasons.", LEFT, 120, size=9)
    found = sheets.read()
    assert found.notes == (Note("*", "Reissued for technical reasons.", 1, "footnote"),)
    assert _called(found) == [("*", "*")]


def test_old_style_notes_at_the_size_of_the_text() -> None:
    sheets = Sheets().filled(6).line("as decided by the Council 1/ at its last session.").filled(2)
    sheets.put("_" * 12, LEFT, 134).put("1/ Decision 4, paragraph 2.", LEFT, 118)
    found = sheets.read()
    assert found.notes == (Note("1", "Decision 4, paragraph 2.", 1, "footnote"),)
    assert [(run.text, run.note) for run in block(found, "as decided").runs if run.note] == [(" 1/", "1")]


def test_a_note_goes_on_below_the_rule_of_the_next_page() -> None:
    sheets = _text_page().rule(LEFT, LEFT + 144, 134).put("1", LEFT, 123, size=5.5)
    sheets.put("This note does not end on the page on which it", LEFT + 8, 120, size=8.5)
    sheets.page().filled(8).rule(LEFT, RIGHT, 134).put("began but here.", LEFT, 120, size=8.5)
    found = sheets.read()
    assert [note.text for note in found.notes] == [
        "This note does not end on the page on which it began but here."
    ]
    assert len(found.blocks) == 8 + 1 + 8


def test_a_table_in_small_type_under_a_rule_is_no_note() -> None:
    sheets = _note_lines(_text_page().rule(LEFT, LEFT + 144, 134)).page().filled(8)
    sheets.rule(LEFT, RIGHT, 400).put("First column", LEFT, 380, size=8.5).put(
        "of a table", LEFT, 370, size=8.5
    )
    found = sheets.read()
    assert len(found.notes) == 1
    assert texts(found)[-2:] == ["First column", "of a table"]


@pytest.mark.parametrize("above", [0, 3], ids=["over the whole page", "below some of it"])
def test_an_annex_in_small_type_below_a_short_rule_is_no_note(above: int) -> None:
    sheets = Sheets().filled(40).page()
    for number in range(1, above + 1):
        sheets.line(f"{number}. Keepers of lamps keep them lit through the night.", size=8.5)
    sheets.rule(LEFT, LEFT + 26, sheets.y + PITCH - 4)
    for number in range(above + 1, above + 8):
        sheets.line(f"{number}. Keepers of lamps keep them lit through the night.", size=8.5)
    found = sheets.read()
    assert found.notes == ()
    assert len(found.blocks) == 40 + above + 7


def test_an_underlined_word_is_no_note_rule() -> None:
    sheets = Sheets().filled(3).line("Definitions").rule(LEFT, LEFT + 55, 760 - 3 * 14 - 1.5)
    sheets.line("1. Small type below an underlined heading.", size=9).line("It goes on.", size=9)
    sheets.page().filled(30)
    assert sheets.read().notes == ()


def test_a_call_without_a_note_is_told() -> None:
    found = _text_page().read()
    assert [(d.code, d.page) for d in found.diagnostics] == [("note_not_found", 1)]


def with_calls(count: int = 3) -> Sheets:
    """Pages of text that call notes 1, 2, 3 by raised figures."""
    sheets = Sheets()
    for number in range(1, count + 1):
        words = f"A line that calls a note about {'abc'[number - 1]}"
        end = LEFT + stringWidth(words, "Times-Roman", 11)
        sheets.filled(4).line(words).put(str(number), end, sheets.y + PITCH + 4, size=6)
        sheets.filled(3).page()
    return sheets


@pytest.mark.parametrize("title", ["Notes", "ENDNOTES", ""])
def test_notes_at_the_end_are_endnotes(title: str) -> None:
    sheets = with_calls().filled(3).skip(2)
    if title:
        sheets.line(title)
    sheets.line("1. The first note is about lamps and", size=11 if title else 9)
    sheets.line("goes on over a second line.", size=11 if title else 9)
    sheets.line("2. The second note.", size=11 if title else 9)
    found = sheets.line("3. The third note.", size=11 if title else 9).read()
    assert [(note.label, note.text, note.kind) for note in found.notes] == [
        ("1", "The first note is about lamps and goes on over a second line.", "endnote"),
        ("2", "The second note.", "endnote"),
        ("3", "The third note.", "endnote"),
    ]
    assert rules_of(found) == ([("note_title", title)] if title else [])
    assert [each.code for each in found.diagnostics] == []
    assert not any("note." in text and "second" in text for text in texts(found))


def test_numbered_paragraphs_at_the_end_are_no_endnotes() -> None:
    sheets = with_calls().filled(3).skip(2)
    found = sheets.line("1. The Parties meet.").line("2. They act.").line("3. They rest.").read()
    assert found.notes == ()
    assert [each.code for each in found.diagnostics] == ["note_not_found"] * 3


@pytest.mark.parametrize(
    ("line", "is_note"),
    [
        ("1United Ports, Collected Treaties, vol. 4.", True),
        ("1See document 4 of the conference.", True),
        ("1st session of the conference, in May.", False),
    ],
)
def test_small_notes_without_a_gap_behind_their_number(line: str, is_note: bool) -> None:
    sheets = Sheets().filled(6)
    sheets.put("The States Parties to this Treaty,", LEFT, sheets.y)
    sheets.put("1", LEFT + 143, sheets.y + 4, size=6)
    sheets.y = 90
    found = sheets.line(line, size=8).read()
    assert [(note.label, note.text) for note in found.notes] == ([("1", line[1:])] if is_note else [])


@pytest.mark.parametrize(
    ("call", "line", "is_note"),
    [
        ("(1)", "(1) Report of the Council, chapter two.", True),
        ("(1)", "(2) lamps that are lit by night and by day.", False),
        ("", "(1) lamps that are lit by night and by day.", False),
    ],
    ids=["called", "another label", "nothing called"],
)
def test_labels_in_brackets_at_the_size_of_the_text(call: str, line: str, is_note: bool) -> None:
    words = "The Parties, acting together,"
    sheets = Sheets().filled(6).line(words)
    if call:
        sheets.put(call, LEFT + stringWidth(words, "Times-Roman", 11), sheets.y + PITCH + 4, size=6)
    found = sheets.put("_" * 10, LEFT, 134).put(line, LEFT, 118).read()
    assert [(note.label, note.text) for note in found.notes] == ([("1", line[4:])] if is_note else [])
    assert (line in texts(found)) is not is_note


@pytest.mark.parametrize(
    ("call", "lines", "notes"),
    [
        ("3, 4", ("3 See the report.", "4 Ibid."), [("3", "See the report."), ("4", "Ibid.")]),
        ("3,4", ("3See the report.", "4Ibid."), [("3", "See the report."), ("4", "Ibid.")]),
        ("(3)", ("(3) See the report.",), [("3", "See the report.")]),
        ("(3)", ("(3)See the report.",), [("3", "See the report.")]),
        ("[3]", ("[3] See the report.",), [("3", "See the report.")]),
        ("a", ("a See the report.",), [("a", "See the report.")]),
        ("", ("a See the report.",), []),
    ],
)
def test_calls_and_labels_of_small_notes(
    call: str, lines: tuple[str, ...], notes: list[tuple[str, str]]
) -> None:
    words = "Keepers tend the lamps"
    sheets = Sheets().filled(6)
    sheets.put(words, LEFT, sheets.y)
    width = stringWidth(words, "Times-Roman", 11)
    if call:
        sheets.put(call, LEFT + width, sheets.y + 4, size=6)
        width += stringWidth(call, "Times-Roman", 6)
    sheets.put("of the coasts.", LEFT + width + (0 if call else 3), sheets.y)
    sheets.y = 90
    for line in lines:
        sheets.line(line, size=8)
    found = sheets.read()
    assert [(note.label, note.text) for note in found.notes] == notes
    assert "Keepers tend the lamps of the coasts." in "".join(
        run.text for each in found.blocks for run in each.runs if run.note is None
    )


def test_notes_of_a_volume_begin_anew_below_their_title() -> None:
    sheets = Sheets()
    for part in ("lamps", "buoys"):
        words = f"The Parties mend {part}"
        sheets.filled(6).line(words)
        sheets.put("1", LEFT + stringWidth(words, "Times-Roman", 11), sheets.y + PITCH + 4, size=6)
        sheets.line("Notes").line(f"1. What {part} are is said elsewhere.", size=8.5).page()
    found = sheets.read()
    assert [(note.label, note.text, note.page) for note in found.notes] == [
        ("1", "What lamps are is said elsewhere.", 1),
        ("1", "What buoys are is said elsewhere.", 2),
    ]
    assert rules_of(found) == [("note_title", "Notes")] * 2
