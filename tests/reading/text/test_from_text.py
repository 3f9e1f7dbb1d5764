from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.errors import ReadError, UnreadableTextError
from treatydiff.model import SourceText
from treatydiff.reading.decoding import decode_text, shown_characters
from treatydiff.reading.reader import read_file
from treatydiff.reading.text.from_text import lines_of, read_text
from treatydiff.reading.text.pages import find_page_marks, pages_of_lines
from treatydiff.settings import Settings


def read(text: str) -> SourceText:
    return read_text(text.encode(), "draft.txt", Settings())


# --- encodings ---------------------------------------------------------------------------------

RUSSIAN = "Статья 1. Для целей настоящей Конвенции употребляемые термины означают следующее. " * 4
ARABIC = "المادة الأولى لأغراض هذه الاتفاقية يقصد بالمصطلحات التالية ما يلي " * 4
CHINESE = "第一条 就本公约而言，下列用语的含义如下，各缔约国应当采取必要的措施。" * 4


@pytest.mark.parametrize(
    ("data", "expected", "codes"),
    [
        ("\ufeffArtículo 1".encode(), "Artículo 1", []),
        ("Artículo 1".encode("utf-16"), "Artículo 1", []),
        ("Article 1".encode("utf-16-le"), "Article 1", []),
        ("Article 1".encode("utf-16-be"), "Article 1", []),
        ("“Artículo” – dé".encode("cp1252"), "“Artículo” – dé", ["encoding_guessed"]),
        (RUSSIAN.encode("cp1251"), RUSSIAN, ["encoding_guessed"]),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, ["encoding_guessed"]),
        (ARABIC.encode("cp1256"), ARABIC, ["encoding_guessed"]),
        (CHINESE.encode("gb18030"), CHINESE, ["encoding_guessed"]),
        (RUSSIAN.encode() + b"\xff", RUSSIAN + "\ufffd", ["characters_damaged"]),
    ],
)
def test_encodings(data: bytes, expected: str, codes: list[str]) -> None:
    text, diagnostics = decode_text(data)
    assert text == expected.removeprefix("\ufeff")
    assert [diagnostic.code for diagnostic in diagnostics] == codes


def test_invisible_characters_are_left_out() -> None:
    assert [block.text for block in read("\ufeffco\u00adoper\u200bate\u200e\nx").blocks] == ["cooperate", "x"]


def test_arabic_presentation_forms_become_letters() -> None:
    assert read("\ufe8e\ufedf\ufee4\ufe8e\ufea9\ufe93 \ufefb").blocks[0].text == "المادة لا"


def test_garbled_text_is_refused() -> None:
    with pytest.raises(UnreadableTextError, match="4% of its characters"):
        read("Article \x03 of the Convention")


# --- lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_become_blocks(end: str) -> None:
    text = read(end.join(("Article 1", "", "The Parties", "shall", "", "", "meet.")))
    assert [(block.text, block.starts_paragraph, block.gap) for block in text.blocks] == [
        ("Article 1", True, 0.0),
        ("The Parties", True, 1.0),
        ("shall", None, 0.0),
        ("meet.", True, 2.0),
    ]


def test_indents_count_tabs_as_eight_columns() -> None:
    assert [block.x0 for block in read("a\n  b\n\tc\n \td").blocks] == [0.0, 12.0, 48.0, 48.0]
    assert read("1.\tScope").blocks[0].text == "1. Scope"


def test_a_text_of_white_space_is_refused() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read(" \n\t\n\u00a0\ufeff")


WRAPPED = "The Parties to this Convention shall meet at intervals that they decide upon in the"


def test_titles_in_the_middle_are_centred() -> None:
    paragraph = "\n".join([WRAPPED] * 4) + "\n\n"
    titles = "".join(f"{f'Article {n}'.center(84).rstrip()}\n\n{paragraph}" for n in range(1, 12))
    text = read(titles)
    assert [block.text for block in text.blocks if block.centred] == [f"Article {n}" for n in range(1, 12)]


def test_lines_with_an_indent_are_not_centred() -> None:
    paragraph = "\n".join([WRAPPED] * 3) + "\n\n"
    items = "".join(
        f"{' ' * 20}({letter}) {'word ' * (4 + n)}\n\n{paragraph}" for n, letter in enumerate("abcdefgh")
    )
    assert not any(block.centred for block in read(items).blocks)


def test_empty_lines_between_all_lines_start_no_paragraphs() -> None:
    text = read("\n\n".join([WRAPPED] * 30) + "\n\n\n\nArticle 2")
    assert [block.starts_paragraph for block in text.blocks[1:-1]] == [None] * 29
    assert text.blocks[-1].starts_paragraph


# --- pages -------------------------------------------------------------------------------------

WORDS = ("lake", "river", "sea", "delta", "spring")
PAGE = [f"{WRAPPED} {word} {other}" for word in WORDS for other in WORDS[:4]]


def pages_with(mark: str, numbers: range, *, at_head: bool, before: int = 0, after: int = 0) -> list[str]:
    lines = PAGE[:before]
    for number in numbers:
        page = [mark.format(number), *PAGE] if at_head else [*PAGE, mark.format(number)]
        lines += page
    return lines + PAGE[:after]


@pytest.mark.parametrize(
    "mark", ["{}/9", "22-12993 {}/9", "{}/9 22-12993", "Page {} of 9", "- {} -", "{}", "Page {}"]
)
@pytest.mark.parametrize("at_head", [True, False])
def test_page_marks_give_pages(mark: str, at_head: bool) -> None:
    lines = pages_with(mark, range(1, 10), at_head=at_head)
    marks = find_page_marks(lines)
    assert [number for _, number in marks.numbers] == list(range(1, 10))
    pages = pages_of_lines(lines, marks)
    assert [pages.count(number) for number in range(1, 10)] == [21] * 9


def test_text_before_the_mark_of_page_two_is_page_one() -> None:
    lines = pages_with("{}/9", range(2, 10), at_head=True, before=20)
    assert pages_of_lines(lines, find_page_marks(lines))[:21] == [1] * 20 + [2]


def test_roman_pages_have_no_number() -> None:
    lines = ["i", "Contents", "ii", *pages_with("{}", range(1, 10), at_head=True)]
    marks = find_page_marks(lines)
    assert marks.numbers[:3] == ((0, None), (2, None), (3, 1))


@pytest.mark.parametrize(
    "lines",
    [
        ["1", "short", "2", "short", "3", "short", "4", "short", "5", "short"],
        ["3/9", *PAGE, "2/9", *PAGE, "1/9", *PAGE],
        ["1/2", *PAGE],
        [*PAGE, "1", WRAPPED, "2", *PAGE * 6, "3", WRAPPED, "4", *PAGE * 3, "5", "6", *PAGE],
    ],
    ids=["labels on lines of their own", "falling", "one fraction", "note references"],
)
def test_other_numbers_are_no_page_marks(lines: list[str]) -> None:
    assert not find_page_marks(lines)


def test_form_feeds_are_pages_and_running_heads_furniture() -> None:
    bodies = ["\n".join(PAGE[n : n + 5]) for n in range(6)]
    sheets = [f"A/CONF.1/L.1\n\nArticle {n}\n\n{body}\n\n{n}\n" for n, body in enumerate(bodies, 1)]
    text = read("\f".join(sheets) + "\f")
    assert text.source.pages == 6
    assert [block.page for block in text.blocks if block.text.startswith("Article")] == [1, 2, 3, 4, 5, 6]
    assert {item.text for item in text.furniture} == {"A/CONF.1/L.1", "1", "2", "3", "4", "5", "6"}
    assert len(text.furniture) == 12


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        ("Convention on Lakes", True),
        ("A/CONF.1/L.1/Rev.{page}", True),
        ("Draft of the Chair, page {page}", True),
        ("{label}.", False),
        ("Artikel {label}", False),
    ],
)
def test_lines_at_page_tops(head: str, taken: bool) -> None:
    labels = [3, 4, 8, 9, 15, 16, 22, 30]
    sheets = [
        head.format(page=page, label=label)
        + "\n"
        + "\n".join(f"{WRAPPED} {page * 'x'}{letter}" for letter in "abcdefgh")
        for page, label in enumerate(labels, 1)
    ]
    assert [item.rule for item in read("\f".join(sheets)).furniture] == ["running_head"] * 8 * taken


def test_a_sentence_over_a_page_break_is_left_to_judge() -> None:
    sheets = ["\n".join(f"{WRAPPED} {sheet}{letter}" for letter in "abcdefgh") for sheet in "xyz"]
    text = read(f"{sheets[0]}\n\n1/9\n\n{sheets[1]}\n\n2/9\n\n{sheets[2]}\n\n3/9")
    assert [block.starts_paragraph for block in text.blocks] == [True] + [None] * 23
    assert [block.page for block in text.blocks] == [1] * 8 + [2] * 8 + [3] * 8


def test_contents_are_furniture() -> None:
    entries = "\n".join(f"Article {n} {'.' * 40} {n}" for n in range(1, 9))
    text = read(f"Contents\n{entries}\n\nArticle 1\n{WRAPPED}")
    assert [block.text for block in text.blocks] == ["Article 1", WRAPPED]
    assert {item.rule for item in text.furniture} == {"contents"}


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(ReadError, match="more than 2 pages"):
        read_text(b"a\fb\fc", "draft.txt", Settings(max_pages=2))


# --- contracts ---------------------------------------------------------------------------------

INVISIBLE = "\ufeff\u200b\u00ad\u2060\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_character_is_lost(text: str) -> None:
    visible = [character for character in shown_characters(text) if not character.isspace()]
    assert not set(visible) & set(INVISIBLE)
    lines, furniture, _ = lines_of(shown_characters(text))
    kept = "".join(line.text for line in lines) + "".join(item.text for item in furniture)
    assert sorted(character for character in kept if not character.isspace()) == sorted(visible)


@settings(deadline=None)
@given(st.binary(min_size=1))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        said = [block.text for block in read_text(data, "draft.txt", Settings()).blocks]
    except ReadError as fault:
        said = [fault.where]
    assert all(said)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "pages", "marks"),
    [
        ("draft_2022-06-01.txt", 56, 55),
        ("draft_2022-12-12.txt", 52, 51),
        ("delegation_proposals_2022-08-01.txt", 243, 252),
    ],
)
def test_pages_of_real_drafts(corpus: Path, name: str, pages: int, marks: int) -> None:
    text = read_file(corpus / "bbnj" / name, Settings())
    assert text.source.pages == pages
    assert sum(item.rule == "page_number" for item in text.furniture) == marks


@pytest.mark.corpus
def test_no_pages_are_found_where_there_are_none(corpus: Path) -> None:
    for path in sorted((corpus / "trade").glob("*.txt")):
        assert read_file(path, Settings()).source.pages is None, path.name


def test_a_soft_hyphen_at_the_end_of_a_line_parts_a_word() -> None:
    data = "Article 1\n\nEach Party shall co\u00adoperate in the imple\u00ad\nmentation of this Treaty.\n".encode()
    found = read_text(data, "draft.txt", Settings())
    assert [block.text for block in found.blocks][1:] == [
        "Each Party shall cooperate in the imple-",
        "mentation of this Treaty.",
    ]
