"""Headings that count only beside others: series of rules, sections, numerals, groups, quotations, numbers."""

from __future__ import annotations

import pytest

from tests.structure.drafting import heading, lined, lines_of, paragraph
from treatydiff.language.registry import get_language
from treatydiff.model import ProvisionKind
from treatydiff.structure.headings.article_sections import without_article_sections
from treatydiff.structure.headings.candidates import read_candidate
from treatydiff.structure.headings.group_headings import heads_articles
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.headings.numeral_headings import read_numeral_headings
from treatydiff.structure.headings.quotations import quoted_lines
from treatydiff.structure.headings.rule_series import in_no_series
from treatydiff.structure.lines import Line
from treatydiff.structure.number_series import NumberSeries
from treatydiff.structure.preambles import OutlineItem

EN = get_language("en")
TEXT = "The keeper lights the lamp."


@pytest.mark.parametrize(
    ("numbers", "body", "lone"),
    [
        (["1", "2"], "", []),
        (["1"], "", ["1"]),
        (["1", "2", "3"], TEXT, []),
        (["1", "2"], TEXT, ["1", "2"]),
        (["1", "5", "2", "6"], "", ["2"]),
        (["1", "2", "1", "2"], "", []),
        (["2", "1"], "", ["2", "1"]),
        (["2", "3", "1", "4"], "", ["1"]),
        (["29ter", "29quater"], "", []),
        (["29quater", "29ter"], "", ["29quater", "29ter"]),
        (["1.9", "1.a"], "", []),
        (["A.1", "A.2", "B.1"], "", []),
        (["A.2", "A.1"], "", ["A.2", "A.1"]),
        (["1bis", "1"], "", ["1bis", "1"]),
        (["9", "10"], "", []),
        (["1foo", "1zoo"], "", []),
    ],
)
def test_rules_stand_in_a_rising_series(numbers: list[str], body: str, lone: list[str]) -> None:
    row = [heading("rule", number, "", body) for number in numbers]
    assert [each.number for each in in_no_series(row, "en")] == lone


def chained(*rows: tuple[ProvisionKind, str, str]) -> list[Heading]:
    """Headings one behind the other: kind, line and text on it; a row of "text" parts two."""
    return [
        Heading(kind, printed.split()[1].strip("."), at, at + 1, lined(printed), (),
                body=lined(body).sourced if body else None)
        for at, (kind, printed, body) in enumerate(rows) if kind != "intro"
    ]  # fmt: skip


GAP: tuple[ProvisionKind, str, str] = ("intro", "", "")


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        # two articles that begin with a first section
        ([("article", "Article 1", ""), ("section", "Section 1", ""), GAP, ("section", "Section 2", ""), GAP,
          ("article", "Article 2", ""), ("section", "Section 1", "")], "aa"),
        # one alone
        ([("article", "Article 1", ""), ("section", "Section 1", ""), GAP, ("article", "Article 2", ""), GAP], "asa"),
        # one whose text stands on its line
        ([("article", "Article 1", ""), ("section", "Section 1", TEXT), GAP, ("article", "Article 2", ""), GAP], "aa"),
        # they do not begin with the first
        ([("article", "Article 1", ""), ("section", "Section 2", TEXT), GAP, ("article", "Article 2", "")], "asa"),
        # text between
        ([("article", "Article 1", ""), GAP, ("section", "Section 1", TEXT), GAP, ("article", "Article 2", "")], "asa"),
        # a section begins with an article: it is the greater
        ([("article", "Article 1", ""), ("section", "Section 1", TEXT), ("article", "Article 2", ""), GAP], "aa"),
        ([("article", "Article 1", ""), ("section", "Section 1", TEXT), GAP, ("section", "Section 2", ""),
          ("article", "Article 2", "")], "assa"),
        # text on the line of the article
        ([("article", "Article 1", TEXT), ("section", "Section 1", TEXT)], "as"),
        ([("part", "Part 1", ""), ("section", "Section 1", TEXT)], "ps"),
    ],
)  # fmt: skip
def test_sections_of_articles_are_paragraphs(rows: list[tuple[ProvisionKind, str, str]], kept: str) -> None:
    labelled = [
        (kind, f"{printed}. Oil" if kind == "section" else printed, body) for kind, printed, body in rows
    ]
    assert "".join(each.kind[0] for each in without_article_sections(chained(*labelled), "en")) == kept


def outline(items: list[OutlineItem]) -> list[str]:
    """Kinds, numbers and titles of headings, words of paragraphs."""
    return [
        f"{item.kind} {item.number} {item.title}".strip() if isinstance(item, Heading) else item.text
        for item in read_numeral_headings(items, "en")
    ]


A1, A2 = heading("article", "1"), heading("article", "2")
P1, P2 = paragraph("1. Oil."), paragraph("2. Fog.")


def said(*texts: str) -> list[OutlineItem]:
    return [paragraph(text) for text in texts]


NUMERALS: list[tuple[list[OutlineItem], list[str]]] = [
    ([*said("I"), A1, *said("II"), A2], ["chapter I", "article 1", "chapter II", "article 2"]),
    ([*said("I. Oil"), A1, *said("II. Fog"), A2], ["chapter I Oil", "article 1", "chapter II Fog", "article 2"]),
    ([*said("I", "Oil"), A1, *said("II", "Fog"), A2], ["chapter I Oil", "article 1", "chapter II Fog", "article 2"]),
    ([*said("I"), P1, *said("II"), P2], ["chapter I", "1. Oil.", "chapter II", "2. Fog."]),
    ([*said("I", "Oil"), P1, *said("II", "Fog"), P2], ["chapter I Oil", "1. Oil.", "chapter II Fog", "2. Fog."]),
    ([*said("I. Oil"), P1, *said("II. Fog"), P2], ["I. Oil", "1. Oil.", "II. Fog", "2. Fog."]),
    ([*said("I"), A1], ["I", "article 1"]),
    ([*said("I"), A1, *said("III"), A2], ["I", "article 1", "III", "article 2"]),
    ([*said("II"), A1, *said("III"), A2], ["II", "article 1", "III", "article 2"]),
    ([*said("I"), A1, *said("I"), A2, *said("II"), P1], ["chapter I", "article 1", "I", "article 2", "chapter II", "1. Oil."]),
    ([*said("I. Oil is bought."), A1, *said("II. Fog"), A2], ["I. Oil is bought.", "article 1", "II. Fog", "article 2"]),
    ([*said("I. oil"), A1, *said("II. fog"), A2], ["I. oil", "article 1", "II. fog", "article 2"]),
    ([*said("I", "Oil is bought."), A1, *said("II"), A2], ["I", "Oil is bought.", "article 1", "II", "article 2"]),
    ([*said("I", "Oil", "Fog"), A1, *said("II"), A2], ["I", "Oil", "Fog", "article 1", "II", "article 2"]),
    ([*said("I", "x" * 130), A1, *said("II"), A2], ["chapter I " + "x" * 130, "article 1", "chapter II", "article 2"]),
    ([*said("I", "x" * 131), A1, *said("II"), A2], ["I", "x" * 131, "article 1", "II", "article 2"]),
    ([*said("I. O" + "x" * 120), A1, *said("II"), A2],
     ["chapter I O" + "x" * 120, "article 1", "chapter II", "article 2"]),
    ([*said("I. O" + "x" * 121), A1, *said("II"), A2], ["I. O" + "x" * 121, "article 1", "II", "article 2"]),
    ([*said("I"), heading("part", "1"), *said("II"), A2], ["I", "part 1", "II", "article 2"]),
    ([*said("I"), heading("rule", "1"), *said("II"), heading("rule", "2")], ["chapter I", "rule 1", "chapter II", "rule 2"]),
    ([*said("I"), A1, *said("II")], ["I", "article 1", "II"]),
    ([*said("I", "Oil"), A1, *said("II", "Fog")], ["I", "Oil", "article 1", "II", "Fog"]),
]  # fmt: skip


@pytest.mark.parametrize(("items", "expected"), NUMERALS)
def test_lone_numerals_head_chapters(items: list[OutlineItem], expected: list[str]) -> None:
    assert outline(items) == expected


def group(text: str, *, lines: int = 1, before: OutlineItem | None = None, **layout: object) -> bool:
    """Whether a line behind some text heads the article below it."""
    items = [*([before] if before else []), paragraph(text, lines, **layout), A2]
    return heads_articles(items, len(items) - 2, EN)


ENDED, OPEN_TEXT = (
    paragraph(TEXT),
    paragraph("The keeper lights the lamp and the others that stand on the coast"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cluster 2", True),
        ("Cluster 2: Oil", True),
        ("Cluster 2. oil", True),
        ("Theme B – Oil", True),
        ("Cluster IV", True),
        ("Cluster 123", False),
        ("Final provisions", True),
        ("final provisions", False),
        ("Final provisions.", False),
        ("Final provisions,", False),
        ("Oil 2 fog", False),
        ("IV", False),
        ("1. Oil", False),
        ("Option 1", False),
        ("Deleted", False),
        ("Final".ljust(60, "l"), True),
        ("Final".ljust(61, "l"), False),
        ("FINAL".ljust(150, "L"), True),
        ("FINAL".ljust(151, "L"), False),
        ("FINAL PROVISIONS", True),
        ("总则", True),
        ("总" * 24, True),
        ("总" * 25, False),
        ("总则1", False),
    ],
)
def test_a_plain_line_that_heads_articles(text: str, expected: bool) -> None:
    assert group(text, before=ENDED) is expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ({"text": "Final provisions", "before": OPEN_TEXT}, False),
        ({"text": "Final provisions"}, True),
        ({"text": "Final provisions", "before": A1}, False),
        ({"text": "Final provisions", "before": heading("rule", "1")}, False),
        ({"text": "Final provisions", "before": heading("part", "I")}, True),
        ({"text": "Final provisions", "before": paragraph("Oil [agreed ad referendum].")}, True),
        ({"text": "Final provisions", "before": paragraph("Oil. [agreed ad referendum]")}, True),
        ({"text": "Final provisions", "before": paragraph("He says “oil.” 3")}, True),
        ({"text": "Final provisions", "before": OPEN_TEXT, "centred": True}, True),
        ({"text": "Final provisions", "before": OPEN_TEXT, "bold": True}, True),
        ({"text": "final provisions", "before": OPEN_TEXT, "bold": True}, False),
        ({"text": "final provisions", "before": OPEN_TEXT, "style": "Heading 1"}, True),
        ({"text": "Final provisions", "before": OPEN_TEXT, "style": "Body"}, False),
        ({"text": "FINAL PROVISIONS", "before": OPEN_TEXT}, True),
        ({"text": "FINAL PROVISIONS", "before": OPEN_TEXT, "lines": 2}, True),
        ({"text": "FINAL PROVISIONS", "before": OPEN_TEXT, "lines": 3}, False),
        ({"text": "Final provisions", "before": ENDED, "lines": 2}, False),
        ({"text": "FINAL PROVISIONS", "number": "1."}, False),
        ({"text": "FINAL PROVISIONS", "cell": (0, 0, 0)}, False),
        ({"text": "总则", "lines": 2}, False),
    ],
)
def test_a_line_that_heads_articles_by_its_look(shown: dict[str, object], expected: bool) -> None:
    assert group(**shown) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "following", "expected"),
    [
        (["Oil", "Fog", "Wind"], A2, True),
        (["Oil", "Fog", "Wind", "Rain"], A2, False),
        (["Oil", "The lamp is lit."], A2, False),
        (["Oil"], heading("part", "I"), False),
        (["Oil"], heading("rule", "1"), False),
        (["Oil"], None, False),
    ],
)
def test_lines_in_a_row_that_head_articles(
    lines: list[str], following: Heading | None, expected: bool
) -> None:
    items = [*said(*lines), *([following] if following else [])]
    assert heads_articles(items, 0, EN) is expected


@pytest.mark.parametrize("times", [3, 4])
def test_a_line_that_recurs_is_an_entry_of_a_form(times: int) -> None:
    items = [item for _ in range(times) for item in (paragraph("No remarks"), A2, ENDED)]
    assert heads_articles(items, 0, EN) is (times == 3)


QUOTED: list[tuple[list[str], set[int]]] = [
    (["“Article 5", "Oil.”", "Fog."], {0, 1}),
    (["“Article 5", "Oil.”;", "Fog."], {0, 1}),
    (["“Article 5 Oil.”", "Fog."], {0}),
    (["“Article 5", "Oil."], {0}),
    (["“Oil", "Fog.”"], set()),
    (["“Rule 5", "Oil.”"], set()),
    (["“ Article 5", "Oil”."], {0, 1}),
    (["«Article 5", "«Oil»", "Fog»", "Wind"], {0, 1, 2}),
    (["“Article 5", "“Oil”", "Fog”", "Wind"], {0, 1, 2}),
    (['"Article 5', 'Oil"', "Wind"], {0, 1}),
    (["‘Article 5", "Oil’", "Wind"], {0, 1}),
    (["“Article 5", "”", "Wind"], {0, 1}),
    (["“Article 5", *["Oil"] * 398, "Fog”"], set(range(400))),
    (["“Article 5", *["Oil"] * 399, "Fog”"], {0}),
    (["Article 5", "“Part I", "Oil”"], {1, 2}),
]


@pytest.mark.parametrize(("lines", "expected"), QUOTED)
def test_lines_inside_a_quoted_article(lines: list[str], expected: set[int]) -> None:
    assert quoted_lines(lines_of(*lines), EN) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Article 5 Oil", ("5", " Oil")),
        ("[Article 5 Oil", ("5", " Oil")),
        ("[ (Article 5 Oil", ("5", " Oil")),
        ("A R T I C L E 5", ("5", "")),
        ("A R T I C L E  5 Oil", ("5", " Oil")),
        ("A R T I C L E 1 2", ("12", "")),
        ("[A R T I C L E 5]", ("5", "")),
        ("See A R T I C L E 5", None),
        ("A R T 5", None),
        ("“Article 5", None),
        ("'Article 5", None),
        ("Oil", None),
    ],
)
def test_a_line_that_begins_like_a_heading(printed: str, expected: tuple[str, str] | None) -> None:
    lines = lines_of(printed)
    candidate = read_candidate(lines, 0, EN)
    assert (candidate and (candidate.number, candidate.rest(lines))) == expected


@pytest.mark.parametrize(
    ("rest", "bare"),
    [
        ("", True), ("]", True), (".", True), (" —", True), (" [6]", True), (" [6 bis]", True), (" [123]", True),
        (" [1234]", False), (" [six]", False), ("*", True), ("\u00b2", True), (" Oil", False), (" (6)", False),
    ],
)  # fmt: skip
def test_nothing_behind_the_number_but_signs(rest: str, bare: bool) -> None:
    lines = lines_of(f"Article 5{rest}")
    candidate = read_candidate(lines, 0, EN)
    assert candidate is not None
    assert candidate.is_bare(lines) is bare


@pytest.mark.parametrize(
    ("number", "expected"),
    [("Article 5.", ("5", True)), ("Article 5", ("5", True)), ("5.", None), ("Annex", None), ("", None)],
)
def test_a_heading_whose_number_the_file_generates(number: str, expected: tuple[str, bool] | None) -> None:
    lines: tuple[Line, ...] = (lined("Oil", number=number),)
    candidate = read_candidate(lines, 0, EN)
    assert (candidate and (candidate.number, candidate.generated)) == expected


@pytest.mark.parametrize(
    ("numbers", "number", "canonical"),
    [
        (["A", "B", "C"], "C", "c"),
        (["I", "II", "C"], "C", "100"),
        (["A", "1"], "A", "a"),
        (["A", "B", "1"], "A", "a"),
        (["C", "D", "M"], "C", "100"),
        (["1", "2", "X"], "X", "x"),
        (["1", "X", "X"], "X", "x"),
        (["I", "II", "X"], "X", "10"),
        (["1", "I", "V"], "X", "10"),
        (["1", "2", "X bis"], "X bis", "xbis"),
        (["1", "2", "XX"], "XX", "xx"),
        (["3k", "3l"], "3l", "3l"),
        (["3j", "3l"], "3l", "31"),
        (["一", "二", "X"], "X", "x"),
    ],
)
def test_what_a_letter_counts(numbers: list[str], number: str, canonical: str) -> None:
    assert NumberSeries(numbers, "article", "en").canonical(number) == canonical


@pytest.mark.parametrize(
    ("numbers", "number", "kept"),
    [
        (["1", "2"], "X", True),
        (["1", "2"], " XX ", True),
        (["I", "II"], "X", False),
        (["1", "2"], "3", False),
        (["1", "I"], "X", False),
        (["1", "X"], "X", True),
    ],
)
def test_a_number_that_is_not_known_yet(numbers: list[str], number: str, kept: bool) -> None:
    assert NumberSeries(numbers, "article", "en").keeps_a_place(number) is kept
