"""What the outline of a real text must hold: counts that were made by reading the documents."""

from __future__ import annotations

from collections import Counter

import pytest

from tools.evaluate.corpus import Corpus, main_articles, main_provisions
from tools.evaluate.words import word_recall
from treatydiff.errors import UnreadableTextError
from treatydiff.model import Draft, Provision

pytestmark = pytest.mark.corpus


def kinds(draft: Draft) -> Counter[str]:
    """Kinds of the main instrument's provisions outside annexes, and its annexes."""
    body = [top for top in main_provisions(draft) if top.kind != "annex"]
    counts = Counter(node.kind for top in body for node in top.walk())
    counts["annex"] = sum(top.kind == "annex" for top in main_provisions(draft))
    return counts


def numbered_paragraphs(draft: Draft) -> int:
    return sum(
        node.kind == "paragraph" and node.number != ""
        for article in main_articles(draft)
        for node in article.walk()
    )


def annex(draft: Draft, number: str) -> Provision:
    return next(top for top in main_provisions(draft) if top.kind == "annex" and top.number == number)


@pytest.mark.parametrize(
    ("file", "articles"),
    [
        ("crime/budapest_ETS185_2001_en.txt", 48),
        ("crime/budapest_protocol_ETS189_2003_en.txt", 16),
        ("crime/UNTOC_2000_en.txt", 41),
        ("crime/UNCAC_2003_en.txt", 71),
        ("crime/UNTOC_protocol_trafficking_en.txt", 20),
        ("crime/UNTOC_protocol_smuggling_en.txt", 25),
        ("charter/un_charter_en.txt", 111),
        ("charter/un_charter_fr.txt", 111),
        ("charter/un_charter_es.txt", 111),
        ("charter/un_charter_ru.txt", 111),
        ("charter/un_charter_zh.txt", 111),
        ("charter/un_charter_ar.txt", 111),
        ("charter/un_charter_ar.docx", 111),
        ("charter/un_charter_ar.pdf", 111),
        ("charter/un_charter_zh.pdf", 111),
        ("bbnj/draft_2022-06-01.txt", 89),
        ("bbnj/draft_2022-12-12.txt", 93),
        ("paris/2015-10-05.pdf", 26),
        ("paris/2015-10-23.pdf", 30),
        ("unfccc/decision_draft_2024-11-14.docx", 0),
    ],
)
def test_articles(texts: Corpus, file: str, articles: int) -> None:
    assert len(main_articles(texts.draft(file))) == articles


@pytest.mark.parametrize("code", ["en", "fr", "zh"])
def test_agreement_on_biodiversity(texts: Corpus, code: str) -> None:
    draft = texts.draft(f"bbnj/BBNJ_Agreement_2023_{code}.pdf")
    found = kinds(draft)
    assert (found["part"], found["article"], found["annex"]) == (12, 76, 2)
    assert draft.language == code
    if code != "zh":
        assert numbered_paragraphs(draft) == 251


def test_details_of_the_agreement_on_biodiversity(texts: Corpus) -> None:
    draft = texts.draft("bbnj/BBNJ_Agreement_2023_en.pdf")
    parts = [node for top in main_provisions(draft) for node in top.walk() if node.kind == "part"]
    firsts = [next(n.number for n in part.walk() if n.kind == "article") for part in parts]
    assert firsts == ["1", "9", "17", "27", "40", "47", "52", "53", "56", "62", "63", "64"]
    assert kinds(draft)["recital"] == 17
    by_id = {node.id: node for node in draft.walk()}
    assert [child.number for child in by_id["art_31__para_1"].children if child.number] == list("abcdef")
    assert by_id["art_31__para_1__subpara_a__point_vi"].text
    assert sum(node.kind == "subparagraph" for node in annex(draft, "I").walk()) == 22


def test_hidden_characters_are_refused_or_read_truly(texts: Corpus) -> None:
    name = "bbnj/BBNJ_Agreement_2023_ar.pdf"
    fault, recall = "", 0.0
    try:
        recall = word_recall(texts, name, "bbnj/BBNJ_Agreement_2023_ar.txt")
    except UnreadableTextError as refused:
        fault = str(refused)
    assert recall >= 0.98 or "% of the characters cannot be known" in fault


def test_convention_on_the_sea(texts: Corpus) -> None:
    draft = texts.draft("unclos/UNCLOS_1982_en.pdf")
    found = kinds(draft)
    assert (found["part"], found["section"], found["subsection"], found["article"]) == (17, 38, 11, 320)
    assert numbered_paragraphs(draft) == 577
    numbers = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    articles = [sum(node.kind == "article" for node in annex(draft, n).walk()) for n in numbers]
    assert articles == [0, 9, 22, 13, 14, 41, 13, 5, 8]
    assert [article.number for article in main_articles(draft)] == [str(n) for n in range(1, 321)]
    assert len(draft.instruments) == 2


@pytest.mark.parametrize(
    ("file", "opening"),
    [
        ("paris/2015-10-05.pdf", 231),
        ("paris/2015-10-23.pdf", 1617),
        ("unfccc/decision_draft_2024-11-14.docx", 420),
    ],
)
def test_opening_brackets(texts: Corpus, file: str, opening: int) -> None:
    assert texts.draft(file).brackets.count == opening


def test_inserted_articles_keep_their_numbers(texts: Corpus) -> None:
    ids = [article.id for article in main_articles(texts.draft("paris/2015-10-23.pdf"))]
    assert [id_ for id_ in ids if not id_.removeprefix("art_").isdigit()] == [
        "art_2bis", "art_3bis", "art_3ter", "art_8bis",
    ]  # fmt: skip


def test_notes_and_tables_of_a_word_file(texts: Corpus) -> None:
    name = "unfccc/decision_draft_2024-11-14.docx"
    kinds_of_notes = Counter(note.kind for note in texts.draft(name).notes)
    assert (kinds_of_notes["footnote"], kinds_of_notes["endnote"]) == (14, 11)
    assert len({b.cell[0] for b in texts.source_text(name).blocks if b.cell is not None}) == 18


@pytest.mark.parametrize(
    "file",
    [
        "bbnj/BBNJ_Agreement_2023_en.pdf",
        "bbnj/delegation_proposals_2022-08-01.txt",
        "bbnj/draft_2022-06-01.txt",
        "paris/2015-10-23.md",
        "paris/2015-10-23.pdf",
        "trade/2009-08-07_korea-republic-of-india.txt",
        "unclos/UNCLOS_1982_en.pdf",
        "unfccc/decision_draft_2024-11-14.docx",
    ],
)
def test_every_character_is_accounted_for_and_every_id_is_unique(texts: Corpus, file: str) -> None:
    draft = texts.draft(file)
    receipt = draft.receipt
    whole = receipt.provision + receipt.note + receipt.front_matter + receipt.furniture + receipt.other
    assert receipt.unaccounted == 0
    assert receipt.furniture <= 0.15 * whole
    assert [id_ for id_, count in Counter(node.id for node in draft.walk()).items() if count > 1] == []
