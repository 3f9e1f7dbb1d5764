"""Tables of contents, and short articles that are none."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, line

LONG = (
    "Lamps and lights that are made or mended for purposes other than those of this Convention or for such "
    "purposes on the coasts of a third State or by a keeper of it, and oil that is bought or sold for them there"
)


def body(numbers: range) -> str:
    """Articles with a title and a sentence each."""
    return "\n\n".join(f"Article {n}\n\nTitle of {n}\n\nEach keeper lights lamp {n}." for n in numbers)


@pytest.mark.parametrize("count", [3, 7])
@pytest.mark.parametrize("title", ["Lamps", LONG])
def test_a_table_with_one_long_title_is_a_table(count: int, title: str) -> None:
    entries = [f"Article {n}\n\n{title if n == 2 else f'Title of {n}'}" for n in range(1, count + 1)]
    draft = draft_of("CONTENTS\n\n" + "\n\n".join(entries) + "\n\n" + body(range(1, count + 1)))
    assert draft.articles == count
    assert draft.receipt.front_matter + draft.receipt.furniture > sum(map(len, entries)) / 2


def test_a_table_between_the_preamble_and_the_text() -> None:
    entries = "\n\n".join(f"Article {n}:\n\nTitle of {n}" for n in range(1, 7))
    draft = draft_of(
        "The Parties to this Agreement,\n\nNoting lamps,\n\nHave agreed as follows:\n\nTABLE OF CONTENTS\n\n"
        f"{entries}\n\n{body(range(1, 7))}"
    )
    assert draft.articles == 6
    assert [unit.kind for unit in draft.units()] == ["preamble", *["article"] * 6]


def test_a_table_of_cells_lists_no_articles() -> None:
    cells = [("Article 1:", "Lamps"), ("Article 2:", LONG), ("ANNEX I:", LONG)]
    blocks = [
        line(2 * row + column, text, cell=(row, 0, column))
        for row, entry in enumerate(cells)
        for column, text in enumerate(entry)
    ]
    texts = ["Article 1", "Lamps are lit.", "Article 2", "Oil is bought.", "ANNEX I", "Lamps of the coast."]
    blocks += [line(10 + number, text, starts_paragraph=True) for number, text in enumerate(texts)]
    draft = draft_of_blocks(*blocks)
    assert [(node.kind, node.number) for node in draft.walk() if node.kind in ("article", "annex")] == [
        ("article", "1"), ("article", "2"), ("annex", "I"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "article", "annex", "sentence"),
    [
        ("en", "Article {}", "ANNEX", "Each keeper lights the lamps."),
        ("fr", "Article {}", "ANNEXE", "Chaque gardien allume les lampes."),
        ("zh", "第{}条", "附件", "守灯人应当每夜点灯，并应当在每月的第一天向理事会报告。" * 4),
    ],
)
def test_short_articles_that_recur_in_an_annex_are_text(
    language: str, article: str, annex: str, sentence: str
) -> None:
    articles = "\n\n".join(f"{article.format(n)}\n\n{sentence}" for n in range(1, 8))
    draft = draft_of(f"{articles}\n\n{annex}\n\n{articles}\n", language=language)
    assert draft.articles == 7
    assert sum(node.kind == "article" for node in draft.walk()) == 14
    assert draft.front_matter == ()


def test_a_preamble_without_a_heading_below_a_table_that_lists_it() -> None:
    draft = draft_of(
        "CONVENTION\n\nTable of contents\n\nPreamble\nArticle 1 Scope\nArticle 2 Ports\nArticle 3 Entry\n\n"
        "CONVENTION ON PORTS\n\nThe States Parties to this Convention,\n\nRecalling ports,\n\n"
        "Have agreed as follows:\n\nArticle 1\nScope\n\nPorts open.\n\nArticle 2\nPorts\n\nPorts open.\n\n"
        "Article 3\nEntry\n\nPorts open.\n"
    )
    assert [node.text for node in draft.instruments[0].provisions[0].children] == [
        "The States Parties to this Convention,", "Recalling ports,", "Have agreed as follows:",
    ]  # fmt: skip
    assert draft.instruments[0].title == "CONVENTION ON PORTS"
    assert draft.articles == 3


@pytest.mark.parametrize("bullet", ["- ", "• ", ""])
def test_a_table_of_bullets_is_no_title(bullet: str) -> None:
    entries = "\n\n".join(f"{bullet}Article {number}. Ports" for number in (1, 2, 3))
    body = "\n\n".join(f"Article {number}. Ports\n\nPorts open." for number in (1, 2, 3))
    draft = draft_of(f"CONVENTION ON PORTS\n\nContents\n\n{entries}\n\n{body}\n")
    assert (draft.instruments[0].title, draft.articles) == ("CONVENTION ON PORTS", 3)


@pytest.mark.parametrize(
    ("titles", "articles"),
    [
        (("Lamps", "Oil", "Fog"), 3),  # the same titles once more: a table
        (("Lamps", "Oil", "Snow"), 6),  # another one: as many articles without text
        (("Lamps", "Oil", "Fog", "bare"), 3),  # the text prints no titles
    ],
)
def test_a_short_table_that_no_line_announces(titles: tuple[str, ...], articles: int) -> None:
    table = "\n\n".join(f"Article {n}. {title}" for n, title in enumerate(titles[:3], 1))
    body = "\n\n".join(
        f"Article {n}{'' if titles[3:] else '. ' + title}\n\nPorts open."
        for n, title in enumerate(("Lamps", "Oil", "Fog"), 1)
    )
    assert draft_of(f"Convention\n\n{table}\n\n{body}\n").articles == articles
