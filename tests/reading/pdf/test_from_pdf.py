from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.pdf_pages import LEFT, PITCH, RIGHT, Sheets, block, rules_of, starts, texts
from treatydiff.errors import ReadError, TreatydiffError, UnreadableTextError
from treatydiff.model import SourceText
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings

# --- characters and lines ----------------------------------------------------------------------


def test_a_hanging_number_printed_after_its_text_leads_the_line() -> None:
    sheets = Sheets().line("Each Party shall report to the Council.", LEFT + 28)
    sheets.put("4.", LEFT, sheets.y + PITCH)
    assert texts(sheets.read()) == ["4. Each Party shall report to the Council."]


def test_lines_printed_from_the_foot_up_are_read_from_the_top() -> None:
    sheets = Sheets()
    for number in range(5):
        sheets.put(f"Line {5 - number}.", LEFT, 600 + number * PITCH)
    assert texts(sheets.read()) == [f"Line {number}." for number in range(1, 6)]


def test_pieces_of_a_line_are_joined_with_one_space_where_there_is_a_gap() -> None:
    sheets = Sheets().put("State", 200, 700).put("Each", LEFT, 700).put("s", 200 + 22.0, 700)
    assert texts(sheets.read()) == ["Each States"]


def test_fake_bold_is_read_once_and_is_bold() -> None:
    sheets = Sheets().put("Article 5", 200, 700).put("Article 5", 200.3, 700).put("and on", LEFT, 680)
    found = block(sheets.read(), "Article")
    assert (found.text, found.bold) == ("Article 5", True)


def test_double_letters_are_no_fake_bold() -> None:
    assert texts(Sheets().line("Annex III: the bill shall still fill all cells").read()) == [
        "Annex III: the bill shall still fill all cells"
    ]


def test_bold_and_italic_come_from_the_fonts() -> None:
    sheets = Sheets().line("Recalling", font="Times-Italic").line("Article 1", font="Times-Bold").line("Text")
    assert [(b.italic, b.bold) for b in sheets.read().blocks] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_drawn_lines_under_and_through_words() -> None:
    sheets = Sheets().put("shall", LEFT, 700).put("may", LEFT + 60, 700).put("act", LEFT + 120, 700)
    sheets.rule(LEFT, LEFT + 24, 698.5).rule(LEFT + 60, LEFT + 80, 703)
    (line,) = sheets.read().blocks
    looks = {run.text.strip(): (run.underline, run.strike) for run in line.runs}
    assert looks == {"shall": (True, False), "may": (False, True), "act": (False, False)}


def test_subscripts_and_exponents_stay_in_the_text() -> None:
    sheets = Sheets().put("removals of CO", LEFT, 700).put("2", LEFT + 70.5, 698, size=7)
    sheets.put("(in W/m", LEFT, 680).put("2", LEFT + 36.2, 684, size=7).put(") per year", LEFT + 40, 680)
    found = sheets.read()
    assert texts(found) == ["removals of CO2", "(in W/m2) per year"]
    assert all(run.note is None for b in found.blocks for run in b.runs)


def test_margin_labels_on_a_baseline_of_their_own_stay_apart() -> None:
    sheets = Sheets().put("Pp1", LEFT - 28, 704.5, size=6.5).put("Recalling the Charter,", LEFT, 700)
    assert texts(sheets.read()) == ["Pp1", "Recalling the Charter,"]


def test_text_printed_sideways_or_off_the_page_is_furniture() -> None:
    sheets = Sheets().line("Each Party shall report.").put("lost", -200, 700)
    sheets._canvas.rotate(90)
    sheets.put("JOB 42", 100, -20)
    found = sheets.read()
    assert texts(found) == ["Each Party shall report."]
    assert sorted(rules_of(found)) == [("off_page", "lost"), ("sideways", "JOB 42")]


# --- what the layout says of paragraphs ---------------------------------------------------------


def test_first_line_indents() -> None:
    sheets = Sheets().filled(2)
    for number in range(1, 4):
        sheets.full(f"{number}. This paragraph has its first line further in than the others have", LEFT + 30)
        sheets.full(f"second line of {number} is at the margin of the page where the text goes on")
        sheets.line(f"third line of {number} is short.")
    found = sheets.read()
    assert starts(found, ["1.", "2.", "3."]) == [True, True, True]
    assert starts(found, [f"second line of {n}" for n in (1, 2, 3)]) == [False] * 3
    assert starts(found, [f"third line of {n}" for n in (1, 2, 3)]) == [False] * 3


def test_hanging_numbers() -> None:
    sheets = Sheets()
    sheets.line("The Parties agree:", LEFT + 28)
    for number in range(1, 5):
        sheets.full(
            "This line follows its hanging number and goes on to the end of it", LEFT + 28, label=f"{number}."
        )
        sheets.full(f"next of {number} that is under the text and not under its number there", LEFT + 28)
        sheets.line(f"end of {number}.", LEFT + 28)
    found = sheets.read()
    assert starts(found, ["1.", "2.", "3.", "4."]) == [True] * 4
    assert starts(found, [f"next of {n}" for n in (1, 2, 3, 4)]) == [False] * 4
    assert starts(found, [f"end of {n}" for n in (1, 2, 3, 4)]) == [False] * 4


def test_white_space_starts_a_paragraph_and_is_measured_in_lines() -> None:
    sheets = Sheets().filled(4).line("It ends here.").skip(0.8).filled(4).line("And here.")
    found = sheets.read()
    gaps = [b.gap for b in found.blocks]
    assert gaps[0] is None
    assert gaps[5] == pytest.approx(0.8, abs=0.05)
    assert [gap for at, gap in enumerate(gaps) if at not in (0, 5)] == [0.0] * 8
    assert found.blocks[5].starts_paragraph is True
    assert [b.starts_paragraph for b in found.blocks[1:5]] == [False] * 4


def test_one_line_paragraphs_do_not_hide_the_usual_line_distance() -> None:
    sheets = Sheets().filled(6).line("so it ends.")
    for number in range(12):
        sheets.skip(0.7).line(f"({number}) a short item;")
    found = sheets.read()
    assert {b.gap for b in found.blocks if b.text.startswith("(")} == {0.7}


def test_the_first_line_of_a_page_is_left_open() -> None:
    found = Sheets().filled(5).page().filled(5).read()
    assert [b.starts_paragraph for b in found.blocks if b.gap is None] == [None, None]


def test_centred_lines() -> None:
    sheets = Sheets().filled(3).line("It ends.").skip()
    sheets.centred("Article 7").centred("Scope of application").skip()
    sheets.full("An indented line that goes on to the right margin and so is none", LEFT + 30)
    sheets.filled(3).line("a short last line.")
    sheets.full("Another indented line that goes on to the right margin and so is none", LEFT + 30)
    sheets.full("A third indented line that goes on to the right margin and so is none", LEFT + 30)
    sheets.line("An indented one-line paragraph about in the middle of its column, as it is.", LEFT + 30)
    found = sheets.read()
    assert [b.text for b in found.blocks if b.centred] == ["Article 7", "Scope of application"]


def test_the_wide_line_of_a_centred_title_is_centred_too() -> None:
    sheets = Sheets()
    sheets.centred("AGREEMENT ON THE CONSERVATION OF MOUNTAIN WATERS AND")
    sheets.centred("THEIR SOURCES").skip().filled(6)
    assert [b.centred for b in sheets.read().blocks[:2]] == [True, True]


def test_blocks_are_numbered_and_tell_their_page_and_place() -> None:
    found = Sheets().filled(2).page().filled(1).read()
    assert [(b.index, b.page) for b in found.blocks] == [(0, 1), (1, 1), (2, 2)]
    assert [(b.x0, b.x1) for b in found.blocks] == [(LEFT, pytest.approx(RIGHT, abs=0.2))] * 3
    assert found.source.pages == 2


# --- every character once ----------------------------------------------------------------------

_WORDS = st.text("abcdefghij.,;()[]123", min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.lists(_WORDS, min_size=1, max_size=6), min_size=1, max_size=12), min_size=1, max_size=4
    )
)
def test_every_printed_character_is_in_exactly_one_place(pages: list[list[list[str]]]) -> None:
    sheets = Sheets()
    printed = ""
    for page in pages:
        for words in page:
            sheets.line(" ".join(words))
            printed += "".join(words)
        sheets.page()
    try:
        found = sheets.read()
    except UnreadableTextError:
        return
    assert sorted(_non_space(found)) == sorted(printed)


def _non_space(found: SourceText) -> str:
    pieces = [b.text for b in found.blocks] + [piece.text for piece in found.furniture]
    pieces += [note.label + note.text for note in found.notes]
    return "".join("".join(pieces).split())


# --- files that cannot be read -----------------------------------------------------------------


def _whole() -> bytes:
    return Sheets().filled(20).page().filled(20).saved()


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_pdf(_whole(), "draft.pdf", Settings(), lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"%PDF-1.4\ngarbage garbage", _whole()[:400], _whole()[: len(_whole()) // 2]],
    ids=["empty", "header only", "garbage", "first 400 bytes", "first half"],
)
def test_damaged_files_are_refused_with_their_name(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "draft.pdf", Settings())
    assert caught.value.where.startswith("draft.pdf")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_bytes_never_end_in_anything_but_our_errors(data: st.DataObject) -> None:
    whole = bytearray(_whole())
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_pdf(bytes(whole), "draft.pdf", Settings())
    except TreatydiffError as fault:
        assert fault.where.startswith("draft.pdf")  # noqa: PT017 - most damage is harmless


def test_an_encrypted_file_asks_for_a_copy_without_password() -> None:
    from io import BytesIO

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("user", ownerPassword="owner", strength=128))
    canvas.drawString(72, 700, "secret")
    canvas.save()
    with pytest.raises(ReadError, match=r"encrypted.*hint: .*without a password"):
        read_pdf(out.getvalue(), "draft.pdf", Settings())


def test_pages_without_text_look_like_a_scan() -> None:
    with pytest.raises(UnreadableTextError, match="looks like a scan"):
        Sheets().page().page().read()


def test_the_cap_on_pages() -> None:
    with pytest.raises(ReadError, match=r"more than 1 page.*max_pages"):
        read_pdf(_whole(), "draft.pdf", Settings(max_pages=1))


def test_a_damaged_file_with_type_of_no_size_is_read() -> None:
    sheets = Sheets()
    for number in range(6):
        sheets.put(f"plain {number}", 72, 700)
        sheets.put(f"tiny {number}", 72, 600, size=0.01)
        sheets.put(f"gone {number}", 72 + 60 * number, 500, size=0)
    assert any("plain" in block.text for block in sheets.read().blocks)
