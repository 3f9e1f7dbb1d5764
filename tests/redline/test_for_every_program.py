"""How changes are written that LibreOffice, Word and our reader would otherwise settle in different ways."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.word_files import abstract, level, num, p, r, word_package
from tests.redline.odd_files import (
    BOUND,
    cell,
    comments_on_new_clauses,
    cross_references,
    lists_that_begin_anew,
    row,
    table,
)
from tests.redline.pairs import ENGLISH, NEW
from tests.redline.test_own_redline import W, marked, marked_pair, part
from tests.redline.ugly_files import KEEPERS, STYLES, A, B

LISTS = abstract(7, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(3, 7)
ARTICLES = abstract(
    7, level(0, "decimal", "Article %1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")
) + num(3, 7)


def marks(paragraph: Any) -> list[str]:
    """The tracked changes of a paragraph's end."""
    look = paragraph.find(f"{W}pPr/{W}rPr")
    return [] if look is None else [each.tag.removeprefix(W) for each in look]


def paragraph_of(data: bytes, words: str) -> Any:
    return next(each for each in part(data).iter(f"{W}p") if words in "".join(each.itertext()))


def control(properties: str, inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("edit", ["words replaced", "a paragraph put in", "one moved", "moved and worded"])
def test_a_control_around_a_paragraph_that_changed_goes_inside_it(edit: str) -> None:
    root = part(marked_pair(f"controls around paragraphs, {edit}"))
    for each in root.iter(f"{W}p"):
        changed = next(each.iter(*(W + tag for tag in ("ins", "del", "moveTo", "moveFrom"))), None)
        own = next(each.iter(f"{W}sdt"), None)
        assert changed is None or each.getparent().tag != f"{W}sdtContent"
        assert changed is not None or own is None
        if own is not None and set(marks(each)) & {"ins", "moveTo"}:  # it comes and goes with the paragraph
            assert own.getparent().tag == W + marks(each)[0]


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [("shall", "may", []), ("shall", "shall", ["dataBinding", "text"])],
    ids=["changed", "unchanged"],
)
def test_a_control_lets_go_of_custom_xml_only_where_words_in_it_changed(
    before: str, after: str, kept: list[str]
) -> None:
    a, b = (
        word_package(
            p("Article 1")
            + p(r("Each Party "), control(f"{BOUND}<w:text/>", r(f"{how} keep its lamps lit.")))
            + p(f"Ships {when} ask for oil.")
        )
        for how, when in ((before, "may"), (after, "must"))
    )
    properties = next(part(marked(a, b)).iter(f"{W}sdtPr"))
    assert [each.tag.removeprefix(W) for each in properties] == kept


@pytest.mark.parametrize(("was", "now"), [(1, 0), (0, 1)])
def test_a_level_that_a_paragraph_was_on_is_that_of_a_style_too(was: int, now: int) -> None:
    a, b = (
        word_package(p("Article 1") + p(ENGLISH[0], num=(3, 0)) + p(ENGLISH[1], num=(3, each)), styles=STYLES,
                     numbering=LISTS)
        for each in (was, now)
    )  # fmt: skip
    data = marked(a, b)
    former = paragraph_of(data, ENGLISH[1]).find(f"{W}pPr/{W}pPrChange/{W}pPr")
    assert former.find(f"{W}numPr/{W}ilvl").get(f"{W}val") == str(was)
    named = former.find(f"{W}pStyle")
    assert (named is None) == (was == 0)
    if named is not None:
        styles = {each.get(f"{W}styleId"): each for each in part(data, "word/styles.xml").iter(f"{W}style")}
        style = styles[named.get(f"{W}val")]
        assert style.find(f"{W}basedOn").get(f"{W}val") == "Normal"
        assert style.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") == "1"


def test_a_list_that_begins_anew_at_another_paragraph_has_a_definition_of_its_own() -> None:
    data = marked(lists_that_begin_anew(A), lists_that_begin_anew(B))
    lists = part(data, "word/numbering.xml")
    defined = {
        each.get(f"{W}numId"): each.find(f"{W}abstractNumId").get(f"{W}val") for each in lists.iter(f"{W}num")
    }
    assert defined["3"] != defined["4"]
    assert next(lists.iter(f"{W}lvlOverride"), None) is None
    assert part(data).find(f".//{W}pPrChange") is None  # both drafts say the same of every paragraph


def test_what_is_behind_a_new_clause_with_a_comment_keeps_its_properties() -> None:
    data = marked(comments_on_new_clauses(A), comments_on_new_clauses(B))
    assert marks(paragraph_of(data, NEW["en"])) == []
    assert marks(paragraph_of(data, "shall" if "shall" in B[0] else "should")) == ["ins"]


def test_what_is_behind_a_clause_that_moved_with_new_words_keeps_its_properties() -> None:
    first, *rest = ENGLISH
    head = p("Article 2", style="Heading1")
    a, b = (
        word_package(
            p("Article 1", style="Heading1") + "".join(p(each, num=(3, 0)) for each in order) + head + p(NEW["en"]),
            styles=STYLES,
            numbering=LISTS,
        )
        for order in ([first, *rest], [*rest, first.replace("burning", "shining")])
    )  # fmt: skip
    data = marked(a, b)
    moved = [each for each in part(data).iter(f"{W}p") if "Each Party shall keep" in "".join(each.itertext())]
    assert [marks(each) for each in moved] == [["moveFrom"], []]
    assert marks(paragraph_of(data, ENGLISH[-1])) == ["ins"]
    assert [each.tag for each in moved[1] if each.tag in (f"{W}moveTo", f"{W}ins")] == [
        f"{W}moveTo",
        f"{W}ins",
        f"{W}moveTo",
    ]


def test_a_cross_reference_that_prints_another_number_comes_and_goes_as_a_whole() -> None:
    root = part(marked(cross_references(A), cross_references(B)))
    for start in ("Each Party", KEEPERS[:12]):
        paragraph = next(each for each in root.iter(f"{W}p") if "".join(each.itertext()).startswith(start))
        put_in = [each for each in paragraph.iter(f"{W}ins") if each.find(f".//{W}instrText") is not None]
        assert len(put_in) == 1
        marks_of_field = [each.get(f"{W}fldCharType") for each in put_in[0].iter(f"{W}fldChar")]
        assert marks_of_field == ["begin", "separate", "end"]
    said = [
        "".join(each.text or "" for each in change.iter(f"{W}delText")) for change in root.iter(f"{W}del")
    ]
    assert said == ["shall", "article 3", "11"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10 centimetres", "12 centimetres"),
        ("Third station", "Fourth station"),
        ("Archivist", "Chief archivist"),
        ("Close the locks", "Call the breakers"),
    ],
)
def test_a_cell_of_one_line_stays_one_of_one_line_on_both_sides(before: str, after: str) -> None:
    a, b = (
        word_package(p("Article 1") + p("The measures:") + table(row(cell(p("Ice")), cell(p(words)))))
        for words in (before, after)
    )
    lines = list(list(part(marked(a, b)).iter(f"{W}tc"))[1].iter(f"{W}p"))
    assert [marks(each) for each in lines] == [[]]


def test_where_what_ends_the_text_moved_the_end_of_a_line_that_did_not_is_struck() -> None:
    def text(*articles: tuple[str, str, str], more: str = "") -> bytes:
        clauses = [
            p(title, num=(3, 0)) + p(one, num=(3, 1)) + p(other, num=(3, 1)) for title, one, other in articles
        ]
        return word_package("".join(clauses) + more, styles=STYLES, numbering=ARTICLES)

    seals = ("Seals", "Seals on river ice shall not be hunted.", "Pups on the ice are left alone.")
    swans = ("Swans", "Swans frozen to the ice shall be freed.", "Costs of that are borne by the finder.")
    data = marked(text(seals, swans), text(swans, seals, more=p("in winter; and", num=(3, 2))))
    ends = [
        (mark, {"moveTo", "moveFrom"} & {each.tag.removeprefix(W) for each in paragraph})
        for paragraph in part(data).iter(f"{W}p")
        for mark in marks(paragraph)
    ]
    assert "moveFrom" in {mark for mark, _ in ends}
    assert [mark for mark, words in ends if mark.startswith("move") and mark not in words] == []


@pytest.mark.parametrize("kind", ["DATE", "TIME", "PAGE", "NUMPAGES"])
def test_a_field_that_a_program_works_out_comes_as_a_whole(kind: str) -> None:
    a, b = (
        word_package(
            p("Article 1")
            + p(f'<w:fldSimple w:instr=" {kind} ">{r(printed)}</w:fldSimple>', r(" is printed."))
        )
        for printed in ("3 May", "9 June")
    )
    paragraph = paragraph_of(marked(a, b), "is printed")
    assert [each.text for each in paragraph.iter(f"{W}delText")] == ["3 May"]
    new = paragraph.find(f"{W}ins")
    assert [each.get(f"{W}fldCharType") for each in new.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert list(paragraph.iter(f"{W}fldSimple")) == []
