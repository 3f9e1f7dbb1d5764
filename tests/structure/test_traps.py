"""What real drafts print that misleads a simple reader, one small draft for each."""

from __future__ import annotations

import pytest

from tests.reading.pdf_pages import LEFT, Sheets
from tests.structure.drafting import draft_of, draft_of_blocks, ids, leaves, line, provision
from treatydiff.model import Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings


def articles(draft: Draft) -> list[str]:
    """The ids of all articles, in text order."""
    return [node.id for node in draft.walk() if node.kind == "article"]


def drawn(sheets: Sheets) -> Draft:
    """The draft that drawn pages make."""
    return read_draft_bytes(sheets.saved(), "draft.pdf", Settings(language="en"))


def test_a_reference_set_in_by_its_indent_is_not_centred() -> None:
    sheets = Sheets()
    for number in (63, 64):
        sheets.skip().centred(f"Article {number}").skip().filled(3)
    sheets.full("2. The coastal State shall keep to what is laid down for such lamps, and", LEFT + 30)
    sheets.line("its duties towards other keepers remain.")
    sheets.line("Article 65 also applies to the keeping of lamps on ships at anchor.", LEFT + 42)
    sheets.skip().centred("Article 65").skip().filled(3)
    assert articles(drawn(sheets)) == ["art_63", "art_64", "art_65"]


def test_items_of_a_wrapped_reference_are_no_items() -> None:
    draft = draft_of(
        """
        Artículo 1

        1. Los Estados Parte adoptarán las medidas que sean necesarias:

        a) para tipificar:

        i) la conducta descrita;

        ii) la participación en los delitos a que se refiere el apartado
        a) i) del presente artículo;

        b) para sancionarla.
        """,
        language="es",
    )
    assert [name for name in ids(draft) if "subpara" in name] == [
        "art_1__para_1__subpara_a",
        "art_1__para_1__subpara_a__intro",
        "art_1__para_1__subpara_a__point_i",
        "art_1__para_1__subpara_a__point_ii",
        "art_1__para_1__subpara_b",
    ]
    assert provision(draft, "art_1__para_1__subpara_a__point_ii").text.endswith(
        "el apartado a) i) del presente artículo;"
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("[Article 5 bis", "art_5bis"),
        ("[Article 5 bis]", "art_5bis"),
        ("Article ante 58", "art_58ante"),
        ("Article 54 ante", "art_54ante"),
        ("Article 14-3", "art_14-3"),
        ("Article 2bis", "art_2bis"),
        ("Article 3 ter", "art_3ter"),
        ("Article 3l", "art_31"),
    ],
)
def test_numbers_with_brackets_and_suffixes(printed: str, name: str) -> None:
    draft = draft_of(f"Article 1\n\nThe Parties shall act.\n\n{printed}\n\nThe Parties shall act again.\n")
    assert articles(draft) == ["art_1", name]


def test_lettered_articles() -> None:
    draft = draft_of(
        "Title V\n\nArticle J.1\n\nThe Union shall keep lamps.\n\nArticle J.2\n\nThe Union shall mend them.\n"
    )
    assert [provision(draft, name).number for name in articles(draft)] == ["J.1", "J.2"]


def test_an_instrument_inside_an_annex_keeps_its_own_annexes() -> None:
    draft = draft_of(
        """
        Article 1

        The Statute of the Court of Lights is in Annex I.

        Article 2

        The rates are in Annex II.

        ANNEX I
        STATUTE OF THE COURT OF LIGHTS

        Article 1

        The Court has three judges.

        Article 2

        The seat is in Harbour Town.

        ANNEX II
        RATES

        Article 1

        The rate is one coin a lamp.
        """
    )
    assert articles(draft) == [
        "art_1", "art_2", "annex_I__art_1", "annex_I__art_2", "annex_II__art_1",
    ]  # fmt: skip


def test_a_final_act_behind_a_convention_has_annexes_of_its_own() -> None:
    draft = draft_of(
        """
        CONVENTION ON LIGHTS

        The States Parties to this Convention,

        Have agreed as follows:

        Article 1

        Each Party shall keep its lamps lit.

        Article 2

        Each Party shall mend its lamps.

        ANNEX I

        Lamps are listed here.

        FINAL ACT OF THE CONFERENCE ON LIGHTS

        1. The Conference met in Harbour Town in the spring.

        2. It adopted the Convention on Lights.

        ANNEX I

        Resolution on lamps at sea.
        """
    )
    assert len(draft.instruments) == 2
    first, second = draft.instruments
    assert first.main
    assert [node.id for node in first.provisions if node.kind == "annex"] == ["annex_I"]
    assert [node.id for node in second.provisions if node.kind == "annex"] == ["doc_2__annex_I"]


def test_a_title_that_is_an_annex_word_opens_no_annex() -> None:
    draft = draft_of(
        """
        Article 1
        Definitions

        The words mean what they say.

        Article 2
        Annexes

        The annexes form an integral part of this Convention.

        Article 3
        Annex on arbitration

        Arbitration follows the rules in the annex.

        Article 4
        Entry into force

        This Convention enters into force at once.
        """
    )
    assert articles(draft) == ["art_1", "art_2", "art_3", "art_4"]
    assert [node.kind for node in draft.walk() if node.kind == "annex"] == []
    assert [provision(draft, f"art_{n}").heading for n in (2, 3)] == ["Annexes", "Annex on arbitration"]


def test_flush_closing_text_shows_only_by_its_gap() -> None:
    sheets = Sheets().centred("Article 1").skip()
    sheets.line("Each Party shall adopt measures to establish as offences:", LEFT + 30).skip(0.5)
    sheets.line("(a) the wilful putting out of a lamp that ships steer by at night;", LEFT + 30).skip(0.5)
    sheets.full("(b) the wilful lighting of a false lamp on a coast where no harbour of", LEFT + 30)
    sheets.line("any kind is to be found").skip(0.5)
    sheets.line("when committed intentionally and without right.").skip()
    sheets.centred("Article 2").skip().filled(3)
    draft = drawn(sheets)
    assert provision(draft, "art_1__subpara_b").text.endswith("is to be found")
    assert ("art_1__wrapup", "when committed intentionally and without right.") in leaves(draft)


def test_ragged_lines_that_hang_below_their_label_are_one_item() -> None:
    sheets = Sheets().centred("Article 1").skip().filled(3)
    sheets.line("Each town keeps:", LEFT).skip(0.5)
    sheets.line("(a)   the lamps of the coast and of the harbours that lie at the", LEFT + 30)
    sheets.line("mouth of a river;", LEFT + 54).skip(0.5)
    sheets.line("(b)   the bells.", LEFT + 30).skip()
    sheets.centred("Article 2").skip().filled(3)
    draft = drawn(sheets)
    assert provision(draft, "art_1__subpara_a").text.endswith("that lie at the mouth of a river;")


def test_items_without_labels_begin_behind_a_page_turn() -> None:
    sheets = Sheets().centred("Article 1").skip().filled(2).skip()
    sheets.line("The Council may:").page()
    sheets.line("light the lamps of the coast;").skip()
    sheets.line("mend the bells.").skip()
    sheets.centred("Article 2").skip().filled(3)
    items = [leaf.text for leaf in provision(drawn(sheets), "art_1").clauses()]
    assert items[-3:] == ["The Council may:", "light the lamps of the coast;", "mend the bells."]


def test_a_recital_goes_on_over_the_page() -> None:
    sheets = Sheets().line("The States Parties to this Convention,", LEFT + 30)
    sheets.line("Recalling the lamps of their coasts,", LEFT + 30)
    sheets.full("Convinced that lamps which are lit every night of the year save more ships", LEFT + 30)
    sheets.page()
    sheets.line("than all the charts of the pilots do,")
    sheets.line("Have agreed as follows:", LEFT + 30).skip()
    for number in (1, 2):
        sheets.centred(f"Article {number}").skip().filled(3).skip()
    draft = drawn(sheets)
    recitals = [node.text for node in provision(draft, "preamble").children if node.kind == "recital"]
    assert len(recitals) == 2
    assert recitals[1].endswith("of the year save more ships than all the charts of the pilots do,")


def test_labels_in_the_margin_of_a_preamble() -> None:
    draft = draft_of(
        """
        The Parties to this Agreement,

        Pp1 Recalling their lamps,

        Pp2 [Recognizing the keepers,]

        Pp3 Have agreed as follows:

        Article 1

        Each Party shall keep its lamps lit.

        Article 2

        Each Party shall mend them.
        """
    )
    recitals = [(node.number, node.text) for node in draft.walk() if node.kind == "recital"]
    assert recitals[:2] == [("Pp1", "Recalling their lamps,"), ("Pp2", "[Recognizing the keepers,]")]


def test_part_and_title_on_one_line() -> None:
    draft = draft_of(
        "PART I GENERAL PROVISIONS\n\nArticle 1\n\nThe Parties act.\n\nPART II LAMPS\n\nArticle 2\n\nThey act.\n"
    )
    assert [(node.id, node.heading) for node in draft.walk() if node.kind == "part"] == [
        ("part_I", "GENERAL PROVISIONS"),
        ("part_II", "LAMPS"),
    ]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’")])
def test_articles_quoted_by_an_amending_article_are_text(opening: str, closing: str) -> None:
    draft = draft_of(
        f"""
        Article 1

        Article 5 of the Convention is replaced by the following:

        {opening}Article 5

        Each Party shall keep two lamps.{closing}

        Article 2

        After article 7 the following article is inserted:

        {opening}Article 7 bis

        Each Party shall keep a spare lamp.

        Article 7 ter

        Each Party shall count them.{closing}

        Article 3

        This Protocol enters into force at once.
        """
    )
    assert articles(draft) == ["art_1", "art_2", "art_3"]
    assert "Each Party shall keep two lamps." in " ".join(
        leaf.text for leaf in provision(draft, "art_1").clauses()
    )


def test_headings_that_facilitators_put_in_braces() -> None:
    draft = draft_of(
        "Article 1\n\n1. The Parties act.\n\n{Timing}\n\n2. The Parties act in the spring.\n\n"
        "Article 2\n\nThe Parties act again.\n"
    )
    assert "Timing" not in " ".join(node.text for node in draft.walk())
    (mark,) = provision(draft, "art_1__para_2").marks
    assert (mark.kind, dict(mark.attrs)["text"]) == ("comment", "{Timing}")


def test_numbers_that_restart_by_chapter_carry_the_chapter() -> None:
    draft = draft_of(
        "CHAPTER I\n\nArticle 1\n\nThe Parties act.\n\nArticle 2\n\nThey act.\n\n"
        "CHAPTER II\n\nArticle 1\n\nThe Parties rest.\n\nArticle 2\n\nThey rest.\n"
    )
    assert articles(draft) == ["chp_I__art_1", "chp_I__art_2", "chp_II__art_1", "chp_II__art_2"]


def test_a_presidents_note_with_numbered_paragraphs_before_the_draft() -> None:
    draft = draft_of(
        """
        Note by the President

        1. This text takes up what was said in the spring session.

        2. Brackets enclose what is not agreed; see article 2.

        Draft agreement on lights

        The Parties to this Agreement,

        Have agreed as follows:

        Article 1

        Each Party shall keep its lamps lit.

        Article 2

        Each Party shall mend its lamps.
        """
    )
    assert [unit.id for unit in draft.units()] == ["preamble", "art_1", "art_2"]
    assert any("spring session" in piece.text for piece in draft.front_matter)


def test_options_repeat_the_numbers_of_paragraphs() -> None:
    draft = draft_of(
        "Article 1\n\nOption 1:\n\n1. The Parties act.\n\n2. They act again.\n\nOption 2:\n\n"
        "1. The Parties rest.\n\n2. They rest again.\n\nArticle 2\n\nThe Parties meet.\n"
    )
    assert [name for name in ids(draft) if name.count("__") == 2] == [
        "art_1__opt_1__para_1", "art_1__opt_1__para_2", "art_1__opt_2__para_1", "art_1__opt_2__para_2",
    ]  # fmt: skip
    assert not [doubt for doubt in draft.diagnostics if doubt.code == "number_repeat"]


def test_articles_at_page_tops_stay() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", page=1, centred=True),
        line(1, "Each Party shall keep its lamps lit.", page=1, starts_paragraph=True),
        line(2, "Article 2", page=2, centred=True),
        line(3, "Each Party shall mend its lamps.", page=2, starts_paragraph=True),
    )
    assert articles(draft) == ["art_1", "art_2"]


def test_a_masthead_wider_than_the_text_moves_no_margin() -> None:
    sheets = Sheets()
    sheets.line("United Nations", LEFT - 40, size=9).put("A/XX.291/16", 480, sheets.y, size=9)
    sheets.skip(2).centred("Article 1").skip()
    for number in (1, 2):
        # Set ragged, as word processors do.
        sheets.line(f"{number}. Each State Party shall keep such lamps along its coast as", LEFT + 20)
        sheets.line("are needed by ships that pass in the dark months, and shall have")
        sheets.line("them looked after by keepers who were taught to do so by others")
        sheets.line("who have kept a lamp for ten years.")
    draft = drawn(sheets)
    assert [name for name, _ in leaves(draft)] == ["art_1__para_1", "art_1__para_2"]


def test_the_last_paragraph_of_a_note_is_no_preamble() -> None:
    note = "2. The text joins what was proposed by many, and its order is without prejudice to that of the later text."
    draft = draft_of(
        f"""
        Note by the Chair

        1. The Chair has prepared this text.

        {note}

        Chapter I

        General provisions

        Article 1

        Each State Party shall keep its lamps.
        """
    )
    assert [block.text for block in draft.front_matter][-1] == note
    assert next(draft.walk()).id == "chp_I"


@pytest.mark.parametrize(
    ("code", "first", "second", "reference"),
    [
        ("zh", "第一条 目标", "第二条不妨害其他协定，各缔约方应遵守。", "第五条所述的措施。"),
        (
            "ar",
            "المادة 1 الهدف",
            "المادة 2 الأهداف أهداف هذا الجزء هي صون المصابيح.",
            "المادة 9 من هذا الاتفاق.",
        ),
    ],
)
def test_without_capitals_the_next_number_tells_an_article(
    code: str, first: str, second: str, reference: str
) -> None:
    keep = {"zh": "各缔约方应维护其信号灯。", "ar": "تصون كل دولة طرف مصابيحها."}[code]
    draft = draft_of(f"{first}\n\n{keep}\n\n{second}\n\n{reference}\n", language=code)
    assert articles(draft) == ["art_1", "art_2"]
