from __future__ import annotations

from dataclasses import replace

from tests.structure.drafting import draft_of, draft_of_blocks, leaves, line, provision

AGREEMENT = """
    A. DRAFT AGREEMENT

    The Parties to this Agreement,

    Recalling their earlier decisions,

    Have agreed as follows:

    Article 1

    Aim

    The aim of this Agreement is to protect systems.

    Article 2

    Means

    The means are listed by the Conference.

    B. DRAFT DECISION

    The Conference of the Parties,

    Recalling the Agreement,

    1. Decides to adopt the Agreement;

    2. Requests the secretariat to publish it.
"""


def test_two_instruments_in_one_file() -> None:
    draft = draft_of(AGREEMENT)
    first, second = draft.instruments
    assert (first.main, second.main) == (True, False)
    assert first.title == "A. DRAFT AGREEMENT"
    assert [unit.id for unit in draft.units()] == [
        "preamble", "art_1", "art_2", "doc_2__preamble", "doc_2__para_1", "doc_2__para_2",
    ]  # fmt: skip


def test_the_preamble_has_opener_recitals_and_formula() -> None:
    draft = draft_of(AGREEMENT)
    assert [(child.id, child.kind) for child in provision(draft, "preamble").children] == [
        ("preamble__intro", "intro"),
        ("preamble__rec_1", "recital"),
        ("preamble__wrapup", "wrapup"),
    ]


def test_a_note_with_numbered_paragraphs_before_the_draft_is_front_matter() -> None:
    draft = draft_of(
        """
        Note by the Chair

        1. The present text was prepared at the request of the Conference.

        2. Square brackets show that no agreement was reached.

        3. The numbers are provisional.

        4. The annex is for information.

        5. Delegations may comment.

        Annex

        PREAMBLE

        The States Parties to this Convention,

        Convinced of the need for rules,

        Have agreed as follows:

        Article 1

        Aim

        The aim is peace.

        Article 2

        Scope

        The scope is wide.
        """
    )
    assert [unit.id for unit in draft.units()] == ["preamble", "art_1", "art_2"]
    assert draft.front_matter[0].text == "Note by the Chair"
    assert any("provisional" in paragraph.text for paragraph in draft.front_matter)


def test_a_preamble_that_runs_on_in_one_paragraph_is_cut_at_its_recitals() -> None:
    run_on = (
        "Preamble The States Parties to this Convention, Recognizing that information systems are in use in every "
        "State and that their misuse does harm to persons and institutions, Convinced that the harm can be limited "
        "where States act together and without delay, Bearing in mind that rights that people have offline must be "
        "kept online as well, including the right to privacy and the freedom of expression, Have agreed as follows:"
    )
    draft = draft_of(f"{run_on}\n\nArticle 1\n\nAim\n\nThe aim is safety.\n")
    assert [name for name, _ in leaves(draft)][:5] == [
        "preamble__intro", "preamble__rec_1", "preamble__rec_2", "preamble__rec_3", "preamble__wrapup",
    ]  # fmt: skip


def test_closing_formula_is_a_unit() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\nText.\n\nIN WITNESS WHEREOF the undersigned have signed this Convention.\n"
    )
    assert [unit.kind for unit in draft.units()] == ["article", "closing"]


def test_an_instrument_of_numbered_paragraphs_under_lettered_headings() -> None:
    draft = draft_of(
        """
        The Conference of the Parties,

        Recalling its decision,

        I. Scope

        1. Decides that the scope is wide;

        A. Systems

        2. Notes the report;

        3. Also notes the annex;

        II. Means

        4. Requests the secretariat to act.
        """
    )
    assert [unit.id for unit in draft.units()] == ["preamble", "para_1", "para_2", "para_3", "para_4"]
    assert provision(draft, "chp_I__sec_A").heading == "Systems"


def test_a_cover_and_the_line_of_a_delegation_are_no_title() -> None:
    title = "CONVENTION ON SIGNAL LAMPS"
    cover = [
        line(0, title, centred=True, page=1, bold=True),
        line(1, "UNITED NATIONS", centred=True, page=1, bold=True),
        line(2, "2031", centred=True, page=1, bold=True),
    ]
    text = [
        line(3, title, centred=True, page=2, bold=True),
        line(4, "The States Parties to this Convention,", page=2, starts_paragraph=True),
        line(5, "Have agreed as follows:", page=2, starts_paragraph=True),
        line(6, "Article 1", centred=True, page=2, bold=True),
        line(7, "Each State shall keep its lamps.", page=2, starts_paragraph=True),
    ]
    assert draft_of_blocks(*cover, *text).instruments[0].title == title
    submitted = [
        line(0, "Draft submitted by Northmark", centred=True, bold=True),
        line(1, "18 June 2031", centred=True, bold=True),
    ]
    draft = draft_of_blocks(*submitted, *(replace(each, page=None) for each in text))
    assert draft.instruments[0].title == title
