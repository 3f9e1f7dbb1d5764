from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.reading.word_files import abstract, level, num, p, read, shown, style, word_package
from treatydiff.reading.number_formats import format_number

CLAUSES = abstract(
    0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")
)
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("number_format", "value", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 11, "11th"),
        ("ordinal", 23, "23rd"),
        ("ordinalText", 21, "Twenty-first"),
        ("ordinalText", 30, "Thirtieth"),
        ("cardinalText", 115, "One hundred fifteen"),
        ("russianLower", 10, "к"),
        ("russianUpper", 1, "А"),
        ("arabicAbjad", 3, "ج"),
        ("arabicAlpha", 3, "ت"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百〇五"),
        ("ideographDigital", 21, "二一"),
        ("ideographTraditional", 2, "乙"),
        ("decimalEnclosedCircle", 3, "③"),
        ("none", 5, ""),
    ],
)
def test_a_number_is_written_in_its_format(number_format: str, value: int, expected: str) -> None:
    assert format_number(value, number_format) == expected


def test_deeper_levels_start_again_below_each_number() -> None:
    body = "".join(p(words, num=(1, depth)) for words, depth in [
        ("one", 0), ("a", 1), ("b", 1), ("i", 2), ("two", 0), ("a", 1),
    ])  # fmt: skip
    assert shown(read(body, numbering=CLAUSES + num(1, 0))) == [
        "1. one", "(a) a", "(b) b", "(i) i", "2. two", "(a) a",
    ]  # fmt: skip


def test_lists_of_one_definition_carry_on_and_an_override_starts_afresh() -> None:
    numbering = CLAUSES + num(1, 0) + num(2, 0) + num(3, 0, RESTART.format(7))
    body = "".join(p("x", num=(which, 0)) for which in (1, 1, 2, 3, 3, 2))
    assert [block.number for block in read(body, numbering=numbering).blocks] == [
        "1.", "2.", "3.", "7.", "8.", "9.",
    ]  # fmt: skip


def test_an_override_may_replace_the_whole_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Part %1")}</w:lvlOverride>'
    body = p("x", num=(1, 0)) + p("y", num=(1, 0))
    assert shown(read(body, numbering=CLAUSES + num(1, 0, own))) == ["Part I x", "Part II y"]


def test_a_level_that_never_restarts_counts_through() -> None:
    through = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
        level(2, "lowerLetter", "(%3)", more='<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(p("", "x", num=(1, depth)) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    assert [block.number for block in read(body, numbering=through + num(1, 0)).blocks] == [
        "I.", "1.", "(a)", "2.", "(b)", "II.", "3.", "(a)",
    ]  # fmt: skip


def test_legal_numbering_writes_all_levels_in_digits() -> None:
    legal = abstract(0, level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    body = "".join(p("x", num=(1, depth)) for depth in (0, 0, 1, 1))
    assert [block.number for block in read(body, numbering=legal + num(1, 0)).blocks] == [
        "Article I", "Article II", "2.1", "2.2",
    ]  # fmt: skip


def test_a_passed_over_level_counts_as_begun() -> None:
    chapters = abstract(0, level(0, "decimal", "Article %1"), level(1, "decimal", "%1.%2"))
    body = "".join(p("x", num=(1, depth)) for depth in (1, 0, 1))
    assert [block.number for block in read(body, numbering=chapters + num(1, 0)).blocks] == [
        "1.1", "Article 2", "2.1",
    ]  # fmt: skip


HEADINGS = abstract(
    0,
    level(0, "decimal", "Article %1", more='<w:pStyle w:val="ArticleHead"/>'),
    level(1, "decimal", "%2.", more='<w:pStyle w:val="Para"/>'),
)
HEADING_STYLES = (
    style("Normal", more='w:default="1"')
    + style("ArticleHead", based="Normal", p_pr='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Para", based="ArticleHead", p_pr='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    + style("Loose", based="Para", p_pr='<w:numPr><w:numId w:val="0"/></w:numPr>')
)


def test_numbers_come_through_styles_and_their_linked_levels() -> None:
    body = p("Use of terms", style="ArticleHead") + p("First.", style="Para") + p("Second.", style="Para")
    text = read(body + p("", style="ArticleHead"), numbering=HEADINGS + num(1, 0), styles=HEADING_STYLES)
    assert shown(text) == ["Article 1 Use of terms", "1. First.", "2. Second.", "Article 2"]
    assert [block.level for block in text.blocks] == [0, 1, 1, 0]


def test_number_zero_takes_a_style_out_of_its_list() -> None:
    body = p("x", style="ArticleHead") + p("y", style="Loose")
    body += p("z", style="ArticleHead", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    text = read(body, numbering=HEADINGS + num(1, 0), styles=HEADING_STYLES)
    assert shown(text) == ["Article 1 x", "y", "z"]


def test_a_definition_may_be_linked_through_a_numbering_style() -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Outline"/>')
        + abstract(1, level(0, "lowerLetter", "%1)"), more='<w:styleLink w:val="Outline"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Outline"><w:name w:val="Outline"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert shown(read(p("x", num=(1, 0)) + p("y", num=(1, 0)), numbering=numbering, styles=styles)) == [
        "a) x",
        "b) y",
    ]


def test_bullets_are_dots_or_the_dashes_that_are_printed() -> None:
    numbering = abstract(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "–")) + num(1, 0)
    body = p("x", num=(1, 0)) + p("y", num=(1, 1)) + p("", num=(1, 0))
    assert shown(read(body, numbering=numbering)) == ["• x", "– y"]


def test_a_number_typed_behind_the_same_automatic_one_is_given_once() -> None:
    text = read(p("1. Typed", num=(1, 0)) + p("Next", num=(1, 0)), numbering=CLAUSES + num(1, 0))
    assert shown(text) == ["1. Typed", "2. Next"]
    assert [diagnostic.code for diagnostic in text.diagnostics] == ["number_typed_twice"]


def test_an_unknown_format_is_written_in_digits_and_said_so() -> None:
    numbering = abstract(0, level(0, "bahtText", "%1.")) + num(1, 0)
    text = read(p("x", num=(1, 0)) + p("y", num=(1, 0)), numbering=numbering)
    assert shown(text) == ["1. x", "2. y"]
    assert [(diagnostic.code, diagnostic.message[:9]) for diagnostic in text.diagnostics] == [
        ("number_format", "2 numbers")
    ]


def test_padded_numbers_keep_their_zeros() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert shown(read(p("x", num=(1, 0)), numbering=abstract(0, custom) + num(1, 0))) == ["001 x"]


def test_a_paragraph_that_only_ends_a_section_takes_no_number() -> None:
    body = p("x", num=(1, 0)) + p(num=(1, 0), properties="<w:sectPr/>") + p("y", num=(1, 0))
    assert shown(read(body, numbering=CLAUSES + num(1, 0))) == ["1. x", "2. y"]


def test_lists_in_a_loop_of_links_do_not_hang() -> None:
    numbering = abstract(0, more='<w:numStyleLink w:val="Outline"/>') + num(1, 0)
    styles = (
        '<w:style w:type="numbering" w:styleId="Outline"><w:name w:val="Outline"/>'
        '<w:basedOn w:val="Outline"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert [block.text for block in read(p("x", num=(1, 0)), numbering=numbering, styles=styles).blocks] == [
        "x"
    ]


@pytest.mark.office
def test_libreoffice_shows_the_same_numbers(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    numbering = (
        CLAUSES
        + abstract(1, level(0, "decimal", "Article %1"), level(1, "decimal", "%1.%2"))
        + abstract(2, level(0, "russianLower", "%1)"))
        + abstract(3, level(0, "chineseCounting", "第%1条"))
        + "".join(num(place + 1, place) for place in range(4))
        + num(5, 0, RESTART.format(4))
    )
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 0), (2, 1), (2, 0), (2, 1), (5, 0), (1, 0), (1, 1)]
    places += [(3, 0)] * 30 + [(4, 0)] * 22
    body = "".join(p("x", num=place) for place in places)
    (tmp_path / "draft.docx").write_bytes(word_package(body, numbering=numbering))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "draft.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    theirs = (tmp_path / "draft.txt").read_text("utf-8-sig").split("\n")
    assert shown(read(body, numbering=numbering)) == [line.strip() for line in theirs if line.strip()]


@pytest.mark.corpus
def test_numbers_of_a_real_decision(corpus: Path) -> None:
    from treatydiff.reading.reader import read_file
    from treatydiff.settings import Settings

    resolved = (corpus / "unfccc" / "decision_draft_2024-11-14.txt").read_text("utf-8-sig")
    text = read_file(corpus / "unfccc" / "decision_draft_2024-11-14.docx", Settings())
    lines = {"".join(line.split()) for line in resolved.splitlines()}
    plain = [block for block in text.blocks if block.number and not any(run.note for run in block.runs)]
    first_lines = ["".join((block.number + block.text.partition("\n")[0]).split()) for block in plain]
    assert len(plain) > 380
    assert sum(line in lines for line in first_lines) >= 0.99 * len(plain)
