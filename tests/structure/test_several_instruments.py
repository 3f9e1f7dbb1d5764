"""Files that hold several instruments, and what only looks like another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, ids, line
from treatydiff.model import Block, Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings

WORDS = {
    "en": ("The Contracting Parties,", "Noting the lamps,", "Have agreed as follows:", "Article {}",
           "Each Party lights the lamps.", "IN WITNESS WHEREOF the undersigned have signed."),
    "fr": ("Les Parties contractantes,", "Notant les lampes,", "Sont convenues de ce qui suit :", "Article {}",
           "Chaque Partie allume les lampes.", "EN FOI DE QUOI les soussignés ont signé."),
    "es": ("Las Partes contratantes,", "Observando las lámparas,", "Han convenido en lo siguiente:", "Artículo {}",
           "Cada Parte enciende las lámparas.", "EN FE DE LO CUAL los infrascritos han firmado."),
    "ru": ("Договаривающиеся Стороны,", "отмечая значение ламп,", "согласились о нижеследующем:", "Статья {}",
           "Каждая Сторона зажигает лампы.", "В УДОСТОВЕРЕНИЕ ЧЕГО нижеподписавшиеся подписали."),
    "zh": ("缔约各国，", "注意到灯塔的重要性，", "兹协议如下：", "第{}条", "各国应当点灯。",
           "为此，下列签署人签署了本条约。"),
    "ar": ("إن الدول الأطراف،", "إذ تشير إلى المصابيح،", "قد اتفقت على ما يلي:", "المادة {}",
           "تضيء كل دولة المصابيح.", "وإثباتا لذلك، قام الموقعون أدناه بالتوقيع."),
}  # fmt: skip
TITLES = {
    "en": ("Treaty on Lamps", "Agreement on Oil"),
    "fr": ("Traité sur les lampes", "Accord sur l’huile"),
    "es": ("Tratado sobre las lámparas", "Acuerdo sobre el aceite"),
    "ru": ("Договор о лампах", "Соглашение о масле"),
    "zh": ("灯塔条约", "灯油协定"),
    "ar": ("معاهدة المصابيح", "اتفاق الزيت"),
}


def instrument(language: str, title: str, *, numbers: tuple[int, ...] = (1, 2), closed: bool = True) -> str:
    """The text of a small treaty."""
    parties, recital, formula, article, duty, closing = WORDS[language]
    body = "\n\n".join(f"{article.format(number)}\n\n{duty}" for number in numbers)
    return f"{title}\n\n{parties}\n\n{recital}\n\n{formula}\n\n{body}\n\n" + (
        f"{closing}\n\n" if closed else ""
    )


def outline(draft: Draft) -> list[tuple[str, int]]:
    """Title and number of articles of each instrument, those of annexes included."""
    return [(each.title, sum(node.kind == "article" for node in each.walk())) for each in draft.instruments]


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("closed", [True, False])
def test_a_volume_of_treaties(language: str, closed: bool) -> None:
    first, second = TITLES[language]
    text = instrument(language, first, closed=closed) + instrument(language, second, numbers=(1, 2, 3))
    draft = draft_of(text, language=language)
    assert outline(draft) == [(first, 2), (second, 3)]
    assert [node.kind for node in draft.walk()].count("recital") == 2
    assert "repeated_number" not in {doubt.code for doubt in draft.diagnostics}


@pytest.mark.parametrize(
    ("language", "resolution", "word"),
    [
        ("en", "The Assembly,\n\nNoting the fog,\n\n1. Adopts the Treaty on Lamps annexed hereto;\n\n"
               "2. Thanks its keepers.", "ANNEX"),
        ("fr", "L’Assemblée générale,\n\nNotant la brume,\n\n1. Adopte le Traité sur les lampes ci-annexé;\n\n"
               "2. Remercie ses gardiens.", "ANNEXE"),
    ],
)  # fmt: skip
def test_a_treaty_annexed_to_a_resolution_is_an_instrument(language: str, resolution: str, word: str) -> None:
    title = TITLES[language][0]
    treaty = instrument(language, "", numbers=(1, 2, 3)).lstrip()
    text = f"{resolution}\n\n{word}\n\n{title.upper()}\n\n{treaty}"
    assert outline(draft_of(text, language=language)) == [("", 0), (f"{word} {title.upper()}", 3)]


def test_rules_annexed_to_a_resolution_leave_its_paragraphs_their_numbers() -> None:
    draft = draft_of(
        "The General Assembly,\n\nNoting the fog,\n\n1. Adopts the rules annexed hereto;\n\n2. Thanks its keepers."
        "\n\nAnnex\nRules on lamps\n\nArticle 1\nLamps are lit.\n\nArticle 2\nOil is bought.\n"
    )
    assert [name for name in ids(draft) if name.count("__") <= 1] == [
        "preamble", "preamble__intro", "preamble__rec_1", "para_1", "para_2", "annex", "annex__art_1", "annex__art_2",
    ]  # fmt: skip


def test_a_treaty_behind_the_annex_of_another_has_a_preamble_of_its_own() -> None:
    def page(*texts: str, centred: tuple[int, ...] = ()) -> list[Block]:
        return [
            line(0, text, page=1, x0=100.0, x1=500.0, centred=at in centred) for at, text in enumerate(texts)
        ]

    blocks = page(
        "TREATY ON LAMPS", "The Contracting Parties,", "Noting the lamps,", "Have agreed as follows:", "Article 1",
        "Each Party lights the lamps.", "IN WITNESS WHEREOF the undersigned have signed.", "ANNEX I", "Article 1",
        "Lamps are lit at dusk.", "AGREEMENT ON OIL", "THE STATES PARTIES TO THIS AGREEMENT,",
        "Recognizing the harbours that burn it and all of the keepers who carry it up the towers at dusk,",
        "Have agreed as follows:", "Article 1", "Oil is bought.", "Article 2", "Oil is kept.",
        centred=(0, 4, 7, 8, 10, 14, 16),
    )  # fmt: skip
    draft = draft_of_blocks(*(replace(block, index=at) for at, block in enumerate(blocks)))
    assert outline(draft) == [("TREATY ON LAMPS", 2), ("AGREEMENT ON OIL", 2)]


def test_an_annex_that_is_titled_like_a_treaty_but_lists_is_an_annex() -> None:
    text = "The Assembly,\n\nNoting the fog,\n\n1. Notes the list;\n\nANNEX\n\nTREATIES ON LAMPS\n\n1. One."
    assert [each.title for each in draft_of(text).instruments] == [""]


def test_parties_that_are_called_by_their_names() -> None:
    def treaty(title: str, aim: str) -> str:
        return (
            f"{title}\n\nThe Republic of Northmark and the Kingdom of Southmark,\n\nDesiring {aim},\n\n"
            "Have agreed as follows:\n\nArticle 1\n\nLamps are lit.\n\nArticle 2\n\nOil is bought.\n\n"
        )

    draft = draft_of(treaty("Treaty on Lamps", "light") + treaty("Treaty on Oil", "oil"))
    assert outline(draft) == [("Treaty on Lamps", 2), ("Treaty on Oil", 2)]


@pytest.mark.parametrize("title", ["STATUTE OF THE COURT OF LAMPS", "Statute of the Court of Lamps"])
def test_a_statute_behind_its_charter(title: str) -> None:
    draft = draft_of(
        instrument("en", "CHARTER OF THE HARBOURS")
        + f"{title}\n\nArticle 1\n\nThe Court sits.\n\nCHAPTER I\n\nORGANIZATION\n\n"
        + "Article 2\n\nThe Court rests.\n\nArticle 3\n\nThe Court rules.\n"
    )
    assert outline(draft) == [("CHARTER OF THE HARBOURS", 2), (title, 3)]
    assert [unit.id for unit in draft.units()][-2:] == ["art_2", "art_3"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_annexes_whose_articles_start_again_stay_with_their_agreement(language: str) -> None:
    *_, article, duty, _ = WORDS[language]
    annex = {"en": "ANNEX {}\n\nStatute of the Board", "zh": "附件{}\n\n理事会规约"}[language]
    restarted = "\n\n".join(f"{article.format(n)}\n\n{duty}" for n in range(1, 8))
    text = instrument(language, TITLES[language][0], numbers=tuple(range(1, 8)), closed=False)
    text += f"{annex.format('一' if language == 'zh' else 'I')}\n\n{restarted}\n\n"
    draft = draft_of(text, language=language)
    assert outline(draft) == [(TITLES[language][0], 14)]
    assert draft.articles == 7


def test_resolutions_one_behind_the_other() -> None:
    def resolution(number: int) -> str:
        return (
            f"Resolution {number} on lamps\n\nThe General Assembly,\n\nRecalling the lamps,\n\n"
            f"1. Decides to light lamp {number};\n\n2. Requests oil for it.\n\n{57 + number}th plenary meeting\n"
            f"{number} December 2031\n\n"
        )

    draft = draft_of(resolution(1) + resolution(2))
    assert [each.title for each in draft.instruments] == ["Resolution 1 on lamps", "Resolution 2 on lamps"]
    assert "plenary" not in " ".join(node.text for node in draft.walk())
    assert "December" not in " ".join(node.text for node in draft.walk())
    assert draft.receipt.unaccounted == 0


@pytest.mark.parametrize(
    "meeting",
    [
        "58th plenary meeting\n\n13 December 2031",
        "58th plenary meeting, 13 December 2031",
        "1632nd plenary meeting",
        "7345th meeting",
    ],
)
def test_the_meeting_that_adopted_a_text_is_no_clause(meeting: str) -> None:
    draft = draft_of(f"Article 1\n\nLamps are lit.\n\n{meeting}\n")
    assert [node.text for node in draft.walk() if node.text] == ["Lamps are lit."]
    assert draft.receipt.other > 0
    assert draft.receipt.unaccounted == 0


@pytest.mark.parametrize(
    ("language", "text", "meeting"),
    [
        ("zh", "第一条\n\n守灯人应当每夜点灯。", "2032年12月3日\n第58次全体会议"),
        (
            "ar",
            "المادة 1\n\nعلى كل حارس أن يضيء المصابيح ليلا.",
            "الجلسة العامة 58\n3 كانون الأول/ديسمبر 2032",
        ),
        ("fr", "Article premier\n\nLes lampes brûlent.", "58e séance plénière\n3 décembre 2032"),
    ],
)
def test_meetings_in_other_languages(language: str, text: str, meeting: str) -> None:
    draft = draft_of(f"{text}\n\n{meeting}\n", language=language)
    assert [node.text for node in draft.walk() if node.text] == [text.split("\n\n")[1]]


def test_a_sentence_on_a_meeting_is_a_clause() -> None:
    sentence = "The 58th plenary meeting decides on the lamps."
    assert sentence in [node.text for node in draft_of(f"Article 1\n\n{sentence}\n").walk()]


def test_a_bold_line_and_a_bracketed_preamble_inside_an_article_begin_nothing() -> None:
    draft = draft_of_blocks(
        line(0, "Agreement on Lamps", bold=True), line(1, "The Parties to this Agreement,"),
        line(2, "Noting the lamps,"), line(3, "Have agreed as follows:"), line(4, "Article 1", bold=True),
        line(5, "1. Parties light lamps."), line(6, "Dry oars", bold=True),
        line(7, "[Preamble: Parties acknowledge the use of oars.]"), line(8, "2. Parties carry oars."),
        line(9, "Article 2", bold=True), line(10, "1. Parties buy oil."),
    )  # fmt: skip
    assert [(each.title, each.articles) for each in draft.instruments] == [("Agreement on Lamps", 2)]


@pytest.mark.parametrize(
    "inside",
    [
        ["**Protocol on oars**", "[Preamble: The Parties to this Protocol, noting oars,]"],
        ["**Dry oars**", "[PREAMBLE: The Parties, noting oars, have agreed as follows:]"],
        ["**Option A**", "The Parties to this Agreement,", "Noting oars,", "Have agreed as follows:"],
        ["DRAFT DECISION ON OARS", "The Parties,"],
    ],
)
def test_nothing_begins_where_the_numbers_go_on(inside: list[str]) -> None:
    within = ["1. Parties light lamps.", *inside, "2. Parties carry oars."]
    for behind in ([], ["Article 2", "1. Parties buy oil."]):
        text = "\n\n".join(["# Agreement on Lamps", "## Article 1", *within, *behind]).replace(
            "Article 2", "## Article 2"
        )
        draft = read_draft_bytes(text.encode(), "draft.md", Settings())
        assert outline(draft) == [("Agreement on Lamps", 1 + bool(behind))]


def test_an_instrument_that_counts_from_the_beginning_begins() -> None:
    text = (
        "# Agreement on Lamps\n\n## Article 1\n\n1. Parties light lamps.\n\n**Protocol on oars**\n\n"
        "[Preamble: The Parties to this Protocol, noting oars,]\n\n## Article 1\n\n1. Parties carry oars.\n"
    )
    draft = read_draft_bytes(text.encode(), "draft.md", Settings())
    assert [articles for _, articles in outline(draft)] == [1, 1]


@pytest.mark.parametrize(
    ("annex", "instruments"),
    [
        # A series of texts in one annex is the annex's; behind an annex of another kind a resolution begins.
        ("RESOLUTION I", 1),
        ("LIST OF LAMPS", 2),
    ],
)
def test_resolutions_of_one_annex(annex: str, instruments: int) -> None:
    paragraphs = (
        "FINAL ACT ON LAMPS", "The Parties to this Act,", "Noting the lamps,", "Have agreed as follows:",
        "1. The Conference met in spring.", "2. Its texts are annexed.", "ANNEX I", annex, "1. Keepers light lamps.", "2. Keepers buy oil.", "RESOLUTION II",
        "The Second Conference on Lamps,", "Recalling the lamps,", "1. Decides to light them.",
    )  # fmt: skip
    draft = read_draft_bytes("\n\n".join(paragraphs).encode(), "draft.txt", Settings())
    assert len(draft.instruments) == instruments
