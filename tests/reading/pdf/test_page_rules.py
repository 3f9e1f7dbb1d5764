"""Notes, margins, starts of paragraphs, looks and rows of a page, with invented boxes at and beside each bound."""

from __future__ import annotations

import pytest

from treatydiff.model import Note, Run
from treatydiff.reading.lines import PageLine
from treatydiff.reading.page_furniture import find_furniture, masked
from treatydiff.reading.pdf import blocks, endnotes, layout, looks, notes, rows
from treatydiff.reading.pdf.characters import DrawnLine, Font, Glyph, PageCharacters
from treatydiff.reading.pdf.layout import Column
from treatydiff.reading.pdf.looks import PrintedLook
from treatydiff.reading.pdf.markings import PaintedArea
from treatydiff.reading.pdf.rows import GlyphRow

WIDTH = 600.0


def row(
    text: str, y: float, *, size: float = 10.0, x0: float = 72.0, x1: float = 500.0, **more: object
) -> PageLine:
    """A line of a page."""
    runs = more.pop("runs", None) or (Run(text),)
    return PageLine(
        text, more.pop("page", 1), runs, x0=x0, x1=x1, baseline=y, size=size, page_width=WIDTH, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def calling(text: str, label: str, y: float, *, page: int = 1) -> PageLine:
    """A line that calls a note at its end by a raised label."""
    return row(text + label, y, runs=(Run(text), Run(label, note=label)), page=page)


def raised(label: str, text: str, y: float, *, size: float = 8.0, page: int = 1) -> PageLine:
    """A line of a note with a raised label."""
    return row(label + text, y, size=size, runs=(Run(label, note=label), Run(text)), page=page)


RULE = DrawnLine(72.0, 172.0, 150.0)
BODY = [row("The keepers mend the lamps of the coast.", 700 - 14 * at) for at in range(10)]


def noted(
    *foot: PageLine, drawn: tuple[DrawnLine, ...] = (RULE,), text: list[PageLine] | None = None
) -> list[tuple[str, str]]:
    """Label and text of the notes of a page."""
    lines = [*(BODY if text is None else text), *foot]
    found = notes.take_notes([lines], [drawn])
    return [(note.label, note.text) for note in found.notes]


SMALL = 8.0
NOTES: list[tuple[str, list[PageLine], tuple[DrawnLine, ...], list[tuple[str, str]]]] = [
    ("a raised label", [raised("1", " See the Charter.", 140)], (RULE,), [("1", "See the Charter.")]),
    ("a raised label of three runs", [row("1See the Charter.", 140, size=SMALL, runs=(Run("1", note="1"), Run(" See "), Run("the Charter.")))], (RULE,),
     [("1", "See the Charter.")]),
    ("a raised label at the size of the text", [raised("1", " See it.", 140, size=10.0)], (RULE,), [("1", "See it.")]),
    ("a raised label alone", [raised("1", "", 140), row("See it.", 130, size=SMALL)], (RULE,), []),
    ("a raised star before a figure", [raised("1", " See it.", 140), raised("*", "7 lamps.", 130)], (RULE,), [("1", "See it."), ("*", "7 lamps.")]),
    ("a note in two looks", [row("1 See it.", 140, size=SMALL, runs=(Run("1 "), Run("See it.", italic=True)))], (RULE,), [("1", "See it.")]),
    ("the next note in two looks", [raised("1", " See it.", 140), row("and this.", 130, size=SMALL, runs=(Run("and "), Run("this.", italic=True)))], (RULE,),
     [("1", "See it. and this.")]),
    ("a label and its text", [row("1 See the Charter.", 140, size=SMALL)], (RULE,), [("1", "See the Charter.")]),
    ("a label without a gap", [row("1United Nations.", 140, size=SMALL)], (RULE,), [("1", "United Nations.")]),
    ("an ordinal", [row("2nd lamp.", 140, size=SMALL)], (RULE,), []),
    ("a star", [row("* See it.", 140, size=SMALL)], (RULE,), [("*", "See it.")]),
    ("old style at the size of the text", [row("1/ See it.", 140)], (RULE,), [("1", "See it.")]),
    ("at the size of the text", [row("1 See it.", 140)], (RULE,), []),
    ("at .95 of it", [row("1 See it.", 140, size=9.5)], (RULE,), [("1", "See it.")]),
    ("at .96 of it", [row("1 See it.", 140, size=9.6)], (RULE,), []),
    ("no rule, at .92", [row("* See it.", 140, size=9.2)], (), []),
    ("no label", [row("See it.", 140, size=SMALL)], (RULE,), []),
    ("two", [row("1 See it.", 140, size=SMALL), row("2 And it.", 130, size=SMALL)], (RULE,), [("1", "See it."), ("2", "And it.")]),
    ("two that do not count", [row("1 See it.", 140, size=SMALL), row("3 lamps.", 130, size=SMALL)], (RULE,), [("1", "See it. 3 lamps.")]),
    ("one of two lines", [row("1 See the", 140, size=SMALL), row("Charter.", 130, size=SMALL)], (RULE,), [("1", "See the Charter.")]),
    ("a word cut", [row("1 See the Char-", 140, size=SMALL), row("ter.", 130, size=SMALL)], (RULE,), [("1", "See the Char-ter.")]),
    ("a row of underscores", [row("_____", 150, x1=172), row("1 See it.", 140, size=SMALL)], (), [("1", "See it.")]),
    ("four underscores", [row("____", 150, x1=172), row("1 See it.", 140, size=SMALL)], (), []),
    ("a row of half the page", [row("_" * 30, 150, x1=372), row("1 See it.", 140, size=SMALL)], (), [("1", "See it.")]),
    ("a longer one", [row("_" * 30, 150, x1=373), row("1 See it.", 140, size=SMALL)], (), []),
    ("a rule of twenty points", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 92.0, 150.0),), [("1", "See it.")]),
    ("a shorter one", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 91.9, 150.0),), []),
    ("a rule of half the page", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 372.0, 150.0),), [("1", "See it.")]),
    ("a longer rule", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 372.1, 150.0),), []),
    ("a rule in the middle", [row("1 See it.", 140, size=SMALL)], (DrawnLine(300.0, 400.0, 150.0),), [("1", "See it.")]),
    ("a rule on the right", [row("1 See it.", 140, size=SMALL)], (DrawnLine(300.1, 400.0, 150.0),), []),
    ("a rule through the note", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 172.0, 144.0),), []),
    ("a rule just above it", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 172.0, 144.1),), [("1", "See it.")]),
    ("below everything", [row("1 See it.", 140, size=SMALL)], (DrawnLine(72.0, 172.0, 130.0),), []),
    ("a rule that underlines", [row("A line", 153.5, x1=172), row("1 See it.", 130, size=SMALL)], (RULE,), []),
    ("a rule further below", [row("A line", 153.6, x1=172), row("1 See it.", 130, size=SMALL)], (RULE,), [("1", "See it.")]),
    ("under half the line", [row("A line", 153.5, x1=122), row("1 See it.", 130, size=SMALL)], (RULE,), [("1", "See it.")]),
    ("under more of it", [row("A line", 153.5, x1=122.1), row("1 See it.", 130, size=SMALL)], (RULE,), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("foot", "drawn", "expected"), [each[1:] for each in NOTES], ids=[each[0] for each in NOTES]
)
def test_notes_below_a_rule(
    foot: list[PageLine], drawn: tuple[DrawnLine, ...], expected: list[tuple[str, str]]
) -> None:
    assert noted(*foot, drawn=drawn) == expected


@pytest.mark.parametrize(
    ("size", "label", "found"), [(9.2, "1", True), (9.3, "1", False), (9.2, "2", False), (0.0, "1", False)]
)
def test_small_type_at_the_foot_that_the_text_calls(size: float, label: str, found: bool) -> None:
    text = [*BODY, calling("The keepers mend them.", "1", 200)]
    assert noted(row(f"{label} See it.", 140, size=size), drawn=(), text=text) == (
        [(label, "See it.")] if found else []
    )


def test_what_stands_above_the_note_that_is_called_stays_text() -> None:
    text = [*BODY, calling("The keepers mend them.", "1", 200)]
    found = notes.take_notes([[*text, row("Small.", 160, size=8.0), row("1 See it.", 140, size=8.0)]], [()])
    assert [note.text for note in found.notes] == ["See it."]
    assert [line.text for line in found.pages[0]][-1] == "Small."


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("(1) See it.", "1", "See it."),
        ("[1] See it.", "1", "See it."),
        ("(1)See it.", "1", "See it."),
        ("(2) See it.", "", ""),
    ],
)
def test_a_label_in_brackets_that_the_text_calls(text: str, label: str, rest: str) -> None:
    above = [*BODY, calling("The keepers mend them.", "1", 200)]
    assert noted(row(text, 140), text=above) == ([(label, rest)] if label else [])


def test_a_note_goes_on_over_the_page() -> None:
    first = [*BODY, calling("They mend.", "1", 200), raised("1", " See the", 140)]
    second = [*BODY, row("Charter.", 140, size=8.0, page=2)]
    wide = DrawnLine(72.0, 528.0, 150.0)
    found = notes.take_notes([first, second], [(RULE,), (wide,)])
    assert [(note.label, note.text, note.page) for note in found.notes] == [("1", "See the Charter.", 1)]
    ended = [*BODY, calling("They mend.", "1", 200), raised("1", " See it.", 140)]
    found = notes.take_notes([ended, second], [(RULE,), (wide,)])
    assert [note.text for note in found.notes] == ["See it."]


def test_a_figure_and_a_stroke_call_only_notes_that_are_printed_so() -> None:
    for note, called in ((raised("1", " See it.", 140), [None]), (row("1/ See it.", 140), [None, "1", None])):
        lines = [*BODY, row("The lamp 1/ is lit.", 200), note]
        found = notes.take_notes([lines], [(RULE,)])
        assert [run.note for run in found.pages[0][-1].runs] == called


def test_notes_count_on_over_pages() -> None:
    first = [*BODY, row("1 See the", 140, size=SMALL)]
    second = [*BODY, row("2 And it.", 140, size=SMALL, page=2)]
    found = notes.take_notes([first, second], [(RULE,), (RULE,)])
    assert [(note.label, note.text, note.page) for note in found.notes] == [
        ("1", "See the", 1),
        ("2", "And it.", 2),
    ]


def test_the_rule_of_underscores_and_the_title_are_furniture() -> None:
    lines = [*BODY, row("Notes", 170), row("_____", 150, x1=172), row("1 See it.", 140, size=8.0)]
    found = notes.take_notes([lines], [()])
    assert [line.text for line in found.rules] == ["_____"]
    assert [line.text for line in found.titles] == ["Notes"]
    assert len(found.pages[0]) == 10


@pytest.mark.parametrize(
    ("parts", "text"),
    [(["oil", "lamp"], "oil lamp"), (["oil-", "lamp"], "oil-lamp"), (["灯", "塔"], "灯塔"), (["灯", "a"], "灯 a"), (["a", "灯"], "a 灯"), ([], "")],
)  # fmt: skip
def test_lines_of_a_note(parts: list[str], text: str) -> None:
    assert notes.join_lines(parts) == text


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([10.0, 10.0, 8.0], 10.0), ([10.2, 9.8], 10.0), ([10.3, 10.3], 10.5), ([8.0, 10.0], 10.0), ([], 10.0)],
)
def test_the_size_of_most_of_a_text(sizes: list[float], expected: float) -> None:
    assert notes.body_size([[row("lamp", 700, size=size) for size in sizes]]) == expected


def references(
    *runs: Run, page_notes: tuple[Note, ...], old: tuple[str, ...] = ()
) -> list[tuple[str, str | None]]:
    """The runs of a line with what they call."""
    line = row("".join(run.text for run in runs), 700, runs=runs)
    found = notes._mark_references(line, page_notes, {(1, label) for label in old})
    return [(run.text, run.note) for run in found.runs]


ONE = (Note("1", "See it.", 1, "footnote"),)
STAR = (Note("*", "See it.", 1, "footnote"),)
FAR = (Note("1", "See it.", 2, "footnote"),)


@pytest.mark.parametrize(
    ("runs", "page_notes", "old", "expected"),
    [
        ((Run("the lamp 1/ is"),), ONE, ("1",), [("the lamp", None), (" 1/", "1"), (" is", None)]),
        ((Run("the lamp 1/ is"),), ONE, (), [("the lamp 1/ is", None)]),
        ((Run("the lamp 2/ is"),), ONE, ("1",), [("the lamp 2/ is", None)]),
        ((Run("the lamp* is"),), STAR, (), [("the lamp", None), ("*", "*"), (" is", None)]),
        ((Run("the lamp * is"),), STAR, (), [("the lamp * is", None)]),
        ((Run("the lamp"), Run("1", note="1")), ONE, (), [("the lamp", None), ("1", "1")]),
        ((Run("5 km"), Run("2", note="2")), ONE, (), [("5 km", None), ("2", None)]),
        ((Run("5 lm"), Run("2", note="2")), ONE, (), [("5 lm", None), ("2", "2")]),
        ((Run("the lamp"), Run("a", note="a")), ONE, (), [("the lamp", None), ("a", None)]),
        ((Run("the lamp"), Run("1", note="1")), FAR, (), [("the lamp", None), ("1", "1")]),
        ((Run("the lamp is"),), (), (), [("the lamp is", None)]),
    ],
)  # fmt: skip
def test_what_calls_a_note(
    runs: tuple[Run, ...],
    page_notes: tuple[Note, ...],
    old: tuple[str, ...],
    expected: list[tuple[str, str | None]],
) -> None:
    assert references(*runs, page_notes=page_notes, old=old) == expected


def test_calls_that_nothing_answers_are_said() -> None:
    lines = [calling("They mend.", "1", 700), calling("They light.", "2", 686)]
    found = notes.unanswered([lines], ONE)
    assert [(doubt.code, doubt.message, doubt.page) for doubt in found] == [
        ("note_not_found", "the text calls a note 2, which was not found", 1)
    ]


# --- notes behind the text -----------------------------------------------------------------------

CALLS = [calling("They mend.", "1", 700), calling("They light.", "2", 686), row("They rest.", 672)]


def ended(
    *behind: PageLine, text: list[PageLine] | None = None, footnotes: tuple[Note, ...] = ()
) -> list[str]:
    """The notes that were read behind a text."""
    found = endnotes.take_endnotes([[*(CALLS if text is None else text), *behind]], footnotes)
    return [f"{note.label} {note.text}" for note in found.notes]


ENDNOTES: list[tuple[str, list[PageLine], list[str]]] = [
    ("below a title", [row("Notes", 650), row("1. Oil.", 636), row("2. Fog.", 622)], ["1 Oil.", "2 Fog."]),
    ("no title, with stops", [row("1. Oil.", 636), row("2. Fog.", 622)], []),
    ("no title, no stops", [row("1 Oil.", 636), row("2 Fog.", 622)], ["1 Oil.", "2 Fog."]),
    ("small", [row("1. Oil.", 636, size=9.5), row("2. Fog.", 622, size=9.5)], ["1 Oil.", "2 Fog."]),
    ("nearly as large", [row("1. Oil.", 636, size=9.6), row("2. Fog.", 622, size=9.6)], []),
    ("raised", [raised("1", " Oil.", 636, size=10.0), raised("2", " Fog.", 622, size=10.0)], ["1 Oil.", "2 Fog."]),
    ("lines that go on", [row("Notes", 650), row("1. Oil", 636), row("and fat.", 622), row("2. Fog.", 608)], ["1 Oil and fat.", "2 Fog."]),
    ("one of two", [row("Notes", 650), row("1. Oil.", 636)], []),
    ("not from the first", [row("Notes", 650), row("2. Oil.", 636), row("3. Fog.", 622)], []),
    ("a heading among them", [row("Notes", 650), row("1. Oil.", 636), row("Article 5", 622), row("2. Fog.", 608)], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "expected"), [each[1:] for each in ENDNOTES], ids=[each[0] for each in ENDNOTES]
)
def test_notes_behind_the_text(behind: list[PageLine], expected: list[str]) -> None:
    assert ended(*behind) == expected


def test_four_of_five_calls_answered_are_enough() -> None:
    text = [calling(f"They mend {n}.", str(n), 700 - 14 * n) for n in range(1, 6)]
    four = [row(f"{n} Oil.", 500 - 14 * n) for n in range(1, 5)]
    assert len(ended(*four, text=text)) == 4
    assert ended(*four[:3], text=text) == []


def test_one_call_is_no_reason_to_look() -> None:
    assert ended(row("Notes", 650), row("1. Oil.", 636), text=[calling("They mend.", "1", 700)]) == []


def test_calls_that_footnotes_answer_do_not_count() -> None:
    assert ended(row("Notes", 650), row("1. Oil.", 636), row("2. Fog.", 622), footnotes=ONE) == []


# --- starts of paragraphs ------------------------------------------------------------------------

PLAIN = layout.layout_of(
    [[row("The keepers mend the lamps of the coast", 700 - 14 * at) for at in range(12)]]
)
SETTING = Column(72.0, 500.0)


def starts(
    above: PageLine, line: PageLine, below: PageLine | None = None, *, gap: float = 0.0, below_gap: float = 0.0,
    centred: tuple[bool, bool] = (False, False), before: bool | None = None,
) -> bool | None:  # fmt: skip
    """What the layout says of a line below another."""
    judged = blocks._Judged(above, centred[0], before)
    return blocks._starts(
        judged, line, below, below_gap=below_gap, column=SETTING, gap=gap, centred=centred[1]
    )


FULL = row("The keepers mend the lamps of the coast", 700)
NEXT = row("and of the islands beyond it, every year", 686)


@pytest.mark.parametrize(
    ("above", "line", "more", "expected"),
    [
        (FULL, NEXT, {"gap": 0.4}, True),
        (FULL, NEXT, {"gap": 0.39}, False),
        (FULL, NEXT, {"before": False}, False),
        (FULL, NEXT, {"centred": (True, True)}, None),
        (FULL, NEXT, {"centred": (True, False)}, True),
        (FULL, NEXT, {"centred": (False, True)}, True),
        # a short line ends its paragraph, but for a sentence that goes on
        (row("The keepers mend.", 700, x1=300), row("Lamps are lit at the end of the day", 686), {}, True),
        (row("The keepers mend", 700, x1=300), row("lamps that are lit at the end of a day", 686), {}, None),
        (row("The keepers mend", 700, x1=300), row("lamps that are lit at the end of a day", 686, x0=77), {}, None),
        (row("The keepers mend", 700, x1=300), row("lamps that are lit at the end of a day", 686, x0=77.1), {}, True),
        (row("The keepers mend", 700, x1=300), row("Lamps that are lit at the end of a day", 686), {}, True),
        (row("The keepers mend.", 700, x1=300), row("lamps that are lit at the end of a day", 686), {}, True),
        (row("The keepers test", 700, x1=300), row("pH of the oil that is bought", 686), {}, None),
        # a line is full where the first word below it and a space do not fit
        (row("The keepers", 700, x1=466.6), row("oil", 686, x1=102), {"before": False}, False),
        (row("The keepers", 700, x1=466.4), row("oil", 686, x1=102), {"before": False}, None),
        # a further indent
        (FULL, row("Lamps", 686, x0=77), {"before": False}, False),
        (FULL, row("Lamps", 686, x0=78), {"before": False}, None),
        (FULL, row("Lamps", 686, x0=90), {"below": row("Oil", 672)}, True),
        (FULL, row("Lamps", 686, x0=90), {"below": row("Oil", 672), "below_gap": 0.4}, None),
        (FULL, row("Lamps", 686, x0=90), {"below": row("Oil", 672), "below_gap": 0.39}, True),
        (FULL, row("Lamps", 686, x0=90), {"below": row("Oil", 672, x0=85)}, None),
        (FULL, row("Lamps", 686, x0=90), {"below": row("Oil", 672, x0=84.9)}, True),
        (FULL, row("Lamps", 686, x0=90, x1=457.1), {"below": row("Oil", 672)}, None),
        (FULL, row("Lamps", 686, x0=90, x1=457.3), {"below": row("Oil", 672)}, True),
        # back to the margin
        (row("The keepers", 700, x0=90), row("lamps are lit at the end of the day", 686), {"before": True}, False),
        (row("The keepers", 700, x0=90), row("lamps are lit at the end of the day", 686), {}, None),
        (row("The keepers", 700, x0=90), row("lamps are lit at the end of the day", 686), {"before": False}, True),
        (row("The keepers", 700, x0=90, hang=110.0), row("lamps are lit at the end of it", 686), {}, False),
        # a label that hangs out
        (FULL, row("1. Lamps are lit", 686, hang=72.0), {}, True),
        (FULL, row("1. Lamps are lit", 686, hang=90.0), {"before": False}, False),
        (row("1. Oil", 700, hang=90.0), row("2. Lamps", 686, hang=90.0), {}, True),
        (row("1. Oil", 700, hang=90.0), row("lamps", 686, x0=90), {}, False),
        (row("1. Oil", 700, hang=90.0), row("lamps", 686, x0=96), {}, None),
        (FULL, row("(a) Lamps", 686, x0=90, hang=110.0), {}, True),
        (row("1. Oil", 700, hang=90.0), row("2. Lamps", 686, x0=77, hang=90.0), {}, True),
        (row("1. Oil", 700, hang=90.0), row("2. Lamps", 686, hang=95.0), {}, True),
        (row("1. Oil", 700, hang=90.0), row("2. Lamps", 686, hang=95.1), {}, False),
        # beside the line above, and not at the margin
        (row("The keepers mend", 700, x0=90), row("lamps of the coast", 686, x0=90), {"before": False}, False),
        (row("The keepers mend", 700, x0=90), row("lamps of the coast", 686, x0=90), {"before": True}, None),
        # a number behind a sentence that ends at the margin
        (row("The keepers mend the lamps of the coast.", 700), row("2. Lamps are lit", 686), {"before": False}, None),
        (row("The keepers mend the lamps of the coast", 700), row("2. Lamps are lit", 686), {"before": False}, False),
        (row("The keepers mend the lamps of the coast.", 700), row("Lamps are lit", 686), {"before": False}, False),
    ],
)  # fmt: skip
def test_what_the_layout_says_of_a_line(
    above: PageLine, line: PageLine, more: dict[str, object], expected: bool | None
) -> None:
    assert starts(above, line, **more) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("y", "gap"), [(686, 0.0), (680.4, 0.4), (679, 0.5), (672, 1.0), (690, 0.0)]
)  # fmt: skip
def test_white_space_above_a_line(y: float, gap: float) -> None:
    assert blocks._gap(row("Oil", 700), row("Fog", y), PLAIN, 0) == pytest.approx(gap)


def test_the_distance_of_lines() -> None:
    assert PLAIN.line_distance(0, 10.0) == 14.0
    assert PLAIN.line_distance(5, 10.2) == 14.0
    assert PLAIN.line_distance(0, 20.0) == pytest.approx(28.0)
    assert PLAIN.line_distance(0, 0.0) == 1.0
    empty = layout.layout_of([[]])
    assert empty.columns == (Column(0.0, 612.0),)
    assert empty.line_distance(0, 10.0) == pytest.approx(11.5)


@pytest.mark.parametrize(
    ("indented", "usual"), [(3, {0, 20}), (2, {0})]
)  # fmt: skip
def test_usual_indents(indented: int, usual: set[int]) -> None:
    lines = [row("x", 900 - 14 * at, x0=92 if at < indented else 72) for at in range(14)]
    assert layout.layout_of([lines]).indents == usual


def test_margins_are_those_of_lines_that_go_on() -> None:
    lines = [row("x", 900 - 14 * at, x0=92 if at % 2 else 72, x1=400 if at % 2 else 500) for at in range(20)]
    assert (
        layout.layout_of([lines]).columns[0] == Column(92.0, 400.0)
        or layout.layout_of([lines]).columns[0].right == 500.0
    )


# --- furniture -----------------------------------------------------------------------------------


def pages(count: int, *heads: tuple[str, float], foot: str = "") -> list[list[PageLine]]:
    """Pages of ten lines with something above them, and a line at the foot ("{}" for the number of the page)."""
    return [
        [
            *(row(text.format(page), y, x1=200, page=page) for text, y in heads),
            *(row(f"The {'abcdefghij'[at]} keepers of {'klmnopqrstuvwxyz'[page % 16]} lamps mend", 700 - 14 * at, page=page) for at in range(10)),
            *([row(foot.format(page), 40, x1=90, page=page)] if foot else []),
        ]
        for page in range(1, count + 1)
    ]  # fmt: skip


def taken(sheets: list[list[PageLine]]) -> list[tuple[str, str]]:
    """Text and rule of what was taken from the pages."""
    return [
        (sheets[page][index].text, rule) for (page, index), rule in sorted(find_furniture(sheets).items())
    ]


@pytest.mark.parametrize(
    ("count", "printed", "expected"),
    [(5, 3, True), (5, 2, False), (4, 2, True), (4, 1, False), (30, 3, True), (31, 3, False), (31, 4, True)],
)
def test_a_running_head_is_on_enough_pages(count: int, printed: int, expected: bool) -> None:
    sheets = [
        sheet[0 if page < printed else 1 :]
        for page, sheet in enumerate(pages(count, ("Lamps of the Coast", 760)))
    ]
    assert taken(sheets) == ([("Lamps of the Coast", "running_head")] * printed if expected else [])


@pytest.mark.parametrize(("off", "expected"), [(4.0, 5), (4.1, 4)])
def test_a_running_head_stands_in_one_place(off: float, expected: int) -> None:
    sheets = pages(5, ("Lamps of the Coast", 760))
    sheets[4][0] = row("Lamps of the Coast", 760 - off, x1=200, page=5)
    assert len(taken(sheets)) == expected


@pytest.mark.parametrize(("lines", "expected"), [(6, True), (7, False)])
def test_how_deep_a_running_head_may_be(lines: int, expected: bool) -> None:
    sheets = pages(5, *((f"Lamp {'abcdefgh'[at]}", 790.0 - 12 * at) for at in range(lines)))
    assert (len(taken(sheets)) == 5 * lines) is expected


@pytest.mark.parametrize(
    ("foot", "rule"),
    [
        ("{}", "page_number"),
        ("- {} -", "page_number"),
        ("[{}]", "page_number"),
        ("A/LAMP/2031/{}", "running_foot"),
        ("Lamp {}", "running_foot"),
    ],
)
def test_feet(foot: str, rule: str) -> None:
    found = taken(pages(6, foot=foot))
    assert {each for _, each in found} == {rule}
    assert len(found) == 6


def test_lone_numbers_that_do_not_count_pages_are_text() -> None:
    sheets = pages(6)
    for at, number in enumerate((7, 3, 12, 1, 4, 9)):
        sheets[at].append(row(str(number), 40 + 20 * at, x1=90, page=at + 1))
    assert taken(sheets) == []


@pytest.mark.parametrize(
    ("text", "other", "same"), [("Lamp 12", "lamp  7", True), ("Lamp", "Lamps", False), ("a b", "ab", True)]
)
def test_running_heads_are_compared_without_figures_and_spaces(text: str, other: str, same: bool) -> None:
    assert (masked(text) == masked(other)) is same


# --- looks ---------------------------------------------------------------------------------------

LOOK = PrintedLook(bold=False, italic=False, underline=False, strike=False, raised=False)
ROW = GlyphRow(700.0, 10.0, 100.0, 200.0, [], [])


def sign(text: str, x: float = 150.0, y: float = 700.0, *, advance: float = 6.0, size: float = 10.0) -> Glyph:
    return Glyph(text, x, y, advance, size, 0, ord(text), 0)


@pytest.mark.parametrize(
    ("size", "y", "expected"),
    [(8.4, 701.0, True), (8.5, 701.0, False), (8.4, 700.9, False), (8.4, 704.0, True)],
)
def test_raised_letters(size: float, y: float, expected: bool) -> None:
    assert (
        looks.look_of(sign("1", y=y, size=size), ROW, [Font("F", bold=False, italic=False)]).raised
        is expected
    )


@pytest.mark.parametrize(
    ("line", "underline", "strike"),
    [
        (DrawnLine(150.0, 160.0, 697.0), True, False),
        (DrawnLine(150.0, 160.0, 696.9), False, False),
        (DrawnLine(150.0, 160.0, 700.1), True, False),
        (DrawnLine(150.0, 160.0, 700.3), False, False),
        (DrawnLine(150.0, 160.0, 701.5), False, True),
        (DrawnLine(150.0, 160.0, 701.4), False, False),
        (DrawnLine(150.0, 160.0, 704.5), False, True),
        (DrawnLine(150.0, 160.0, 704.6), False, False),
        (DrawnLine(97.0, 203.0, 699.0), True, False),
        (DrawnLine(96.9, 203.0, 699.0), False, False),
        (DrawnLine(97.0, 203.1, 699.0), False, False),
        (DrawnLine(90.0, 300.0, 703.0), False, True),
        (DrawnLine(153.5, 160.0, 699.0), True, False),
        (DrawnLine(153.6, 160.0, 699.0), False, False),
        (DrawnLine(140.0, 152.5, 699.0), True, False),
        (DrawnLine(140.0, 152.4, 699.0), False, False),
    ],
)
def test_lines_drawn_under_and_through_letters(line: DrawnLine, underline: bool, strike: bool) -> None:
    look = looks.with_drawn(LOOK, sign("a"), ROW, [line])
    assert (look.underline, look.strike) == (underline, strike)


def area(
    x0: float, x1: float, y0: float = 698.0, y1: float = 710.0, *, kind: str = "ground", drawn: bool = True
) -> PaintedArea:
    return PaintedArea(kind, x0, x1, y0, y1, "yellow", drawn)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("painted", "counts"),
    [
        (area(150, 162), True),
        (area(150, 162, y0=703.0), True),
        (area(150, 162, y0=703.1), False),
        (area(150, 162, y1=703.0), True),
        (area(150, 162, y1=702.9), False),
        (area(200, 212), False),
        (area(88, 100), False),
        # what the page itself draws fits its words
        (area(145, 167), True),
        (area(144.9, 162), False),
        (area(150, 167.1), False),
        (area(144.9, 162, drawn=False), True),
        (area(150, 162, y0=690, y1=712), True),
        (area(150, 162, y0=690, y1=712.1), False),
        (area(150, 162, y0=690, y1=712.1, drawn=False), True),
        (area(110, 120), False),
        # over the middle of a letter
        (area(153.5, 155), True),
        (area(153.6, 155), False),
        (area(157, 158.5), True),
        (area(157, 158.4), False),
    ],
)
def test_what_is_painted_on_a_row(painted: PaintedArea, counts: bool) -> None:
    two = GlyphRow(700.0, 10.0, 100.0, 200.0, [sign("a"), sign("b", 156.0), sign(" ", 110.0)], [])
    assert bool(looks.markings_on(two, [painted])) is counts


@pytest.mark.parametrize(
    ("painted", "expected"),
    [
        ([area(150, 160)], (False, False, "yellow")),
        ([area(153.5, 160)], (False, False, "yellow")),
        ([area(153.6, 160)], (False, False, "")),
        ([area(140, 152.5)], (False, False, "yellow")),
        ([area(140, 152.4)], (False, False, "")),
        ([area(150, 160, kind="underline")], (True, False, "")),
        ([area(150, 160, kind="strike")], (False, True, "")),
        ([area(150, 160), area(150, 160, kind="strike")], (False, True, "yellow")),
    ],
)
def test_the_look_of_a_letter_that_is_painted_on(
    painted: list[PaintedArea], expected: tuple[bool, bool, str]
) -> None:
    look = looks.with_markings(LOOK, sign("a"), painted)
    assert (look.underline, look.strike, look.ground) == expected


# --- rows ----------------------------------------------------------------------------------------


def grouped(*glyphs: Glyph) -> list[str]:
    """The letters of every row, from the left."""
    return ["".join(each.text for each in found.shown()) for found in rows.rows_of(glyphs)]


WORD = [sign(text, 100.0 + 6 * at) for at, text in enumerate("lamps")]


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        ([sign("a"), sign("b", 160, 699.4)], ["ab"]),
        ([sign("a"), sign("b", 160, 690)], ["a", "b"]),
        ([sign("a"), sign(" ", 160, 690)], ["a"]),
        ([sign(" ")], []),
        # two halves of a line
        ([*WORD, sign("x", 160, 697.5)], ["lampsx"]),
        ([*WORD, sign("x", 160, 697.4)], ["lamps", "x"]),
        ([*WORD, sign("x", 100, 697.5)], ["lamps", "x"]),
        # raised and lowered signs
        ([*WORD, sign("1", 130, 701, size=7)], ["lamps1"]),
        ([*WORD, sign("1", 130, 707.5, size=7)], ["lamps1"]),
        ([*WORD, sign("1", 130, 707.6, size=7)], ["1", "lamps"]),
        ([*WORD, sign("1", 130, 696, size=7)], ["lamps1"]),
        ([*WORD, sign("1", 130, 695.9, size=7)], ["lamps", "1"]),
        ([*WORD, sign("1", 130, 704, size=8.4)], ["lamps1"]),
        ([*WORD, sign("1", 130, 704, size=8.5)], ["1", "lamps"]),
        # how near they stand
        ([*WORD, sign("n", 136, 704, size=7)], ["lampsn"]),
        ([*WORD, sign("n", 136.1, 704, size=7)], ["n", "lamps"]),
        ([*WORD, sign("n", 84, 704, size=7)], ["nlamps"]),
        ([*WORD, sign("n", 83.9, 704, size=7)], ["n", "lamps"]),
        # the label of a note may stand a tab before its text
        ([*WORD, sign("1", 50, 704, size=7)], ["1lamps"]),
        ([*WORD, sign("*", 50, 704, size=7)], ["*lamps"]),
        ([*WORD, sign("1", 50, 698, size=7)], ["lamps", "1"]),
        ([*WORD, *(sign("1", 40 + 5 * at, 704, advance=5, size=7) for at in range(3))], ["111lamps"]),
        ([*WORD, *(sign("1", 35 + 5 * at, 704, advance=5, size=7) for at in range(4))], ["1111", "lamps"]),
    ],
)
def test_letters_of_one_row(glyphs: list[Glyph], expected: list[str]) -> None:
    assert grouped(*glyphs) == expected


def test_a_row_knows_its_size_and_edges() -> None:
    (found,) = rows.rows_of([*WORD, sign("x", 140, 700.1, size=10.04)])
    assert (found.y, found.size, found.x0, found.x1) == (700.0, 10.0, 100.0, 146.0)


@pytest.mark.parametrize(("x", "y", "outside"), [(-1, 400, False), (-1.1, 400, True), (601, 400, False), (601.1, 400, True),
                                                 (300, -1, False), (300, -1.1, True), (300, 801, False), (300, 801.1, True)])  # fmt: skip
def test_letters_outside_the_page(x: float, y: float, outside: bool) -> None:
    page = PageCharacters(1, 600.0, 800.0, (sign("a", x, y),), ())
    assert bool(rows.off_page(page)) is outside
    assert bool(rows.page_rows(page)) is not outside
