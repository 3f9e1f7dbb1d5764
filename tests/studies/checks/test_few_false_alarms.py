"""What is no fault: other instruments, ranges and lists, decimal rules, chapters in hundreds, closing rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.structure.drafting import draft_of
from treatydiff.model import Mark, Note
from treatydiff.studies.checks.check import check_draft

FRAME = """\
Article 1

{one}

Article 2

Lamps are lit at dusk.

Article 3

1. Oil is kept dry.

2. Wicks are trimmed.
"""


def codes(one: str) -> list[tuple[str, str]]:
    return [(each.code, each.quote) for each in check_draft(draft_of(FRAME.format(one=one))).findings]


@pytest.mark.parametrize(
    "words",
    [
        "By way of derogation from Article 16 of the Treaty on Lighthouses and paragraph 7 thereof, the Board pays.",
        "The Board recalls Resolution 4 of the League, and its paragraph 9.",
        "The Board applies Article 5 of Annex VI to the Treaty on Lighthouses.",
        "Keepers rest under section 4.3 of the manual.",
        "Keepers rest; see “Remarks” box.",
        "Keepers rest as set out in article 95 and other provisions of the Convention on Piers.",
        "Keepers rest under paragraphs 8 and 9 of section 5 of an annex to the Agreement on Piers.",
        "The Harbour Treaty on the Lighting of Piers, article 31, applies.",
        "Keepers count hours as in decision 4/Oil.2, annex, paragraph 18, and article 2.",
        "Keepers rest under paragraph 7 of decision 4/Oil.2.",
        "Directive 2031/16/EC, Article 95(2)(b), is observed.",
        "Keepers rest as in Regulation (EU) No 2031/160, article 95.",
        "Keepers rest as in resolution 1540 (2034), paragraph 7.",
        "Keepers rest as in resolution A.749(18), paragraph 7.",
        "_____________",
    ],
)
def test_what_is_no_fault(words: str) -> None:
    assert codes(words) == []


@pytest.mark.parametrize(
    ("language", "heading", "words"),
    [
        (
            "fr",
            "Article {n}",
            "Le Conseil paie selon l'article 1 du Traité sur les phares et à son paragraphe 7.",
        ),
        (
            "es",
            "Artículo {n}",
            "La Junta paga según el Tratado sobre los Faros, en su artículo 1 y su párrafo 7.",
        ),
        ("ru", "Статья {n}", "Совет платит по статье 1 Договора о маяках в отступление от ее пункта 7."),
        ("zh", "第{n}条", "根据《灯塔条约》第一条，并作为对其第七款的减损，理事会付款。"),
    ],
)
def test_its_paragraph_is_another_provisions(language: str, heading: str, words: str) -> None:
    text = f"{heading.format(n=1)}\n\n{words}\n"
    assert check_draft(draft_of(text, language=language)).findings == ()


def test_a_paragraph_behind_a_list_of_articles_may_be_that_of_the_reader() -> None:
    text = "1. Keepers rest.\n\n2. Keepers sing.\n\n3. Where articles 2 or 3, paragraph 2, does not apply."
    assert codes(text) == []


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Keepers rest under article 9.", "article 9"),
        ("Keepers rest under article 3, paragraph 5.", "article 3, paragraph 5"),
        ("Keepers rest under Article 3.5.", "Article 3.5"),
    ],
)
def test_what_is_a_fault_all_the_same(words: str, quote: str) -> None:
    assert codes(words) == [("reference_to_nothing", quote)]


INLINE = """\
Article 1

{one}

Article 2

The keeper: a) lights the lamp within an hour; b) trims it; and c) tells the Board.

Article 3

3.1 Oil is kept dry. 3.2 Wicks are trimmed. 3.3 Nets are mended.
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Keepers rest once the Board was told under article 2 (c).", []),
        ("Keepers rest as in articles 3.2 and 3.3.", []),
        ("Keepers rest once the Board was told under article 9 (c).", ["article 9 (c)"]),
        ("Keepers rest as in articles 3.2 and 5.", ["articles 3.2 and 5"]),
    ],
)
def test_labels_that_are_printed_inside_a_paragraph(words: str, found: list[str]) -> None:
    assert [each.quote for each in check_draft(draft_of(INLINE.format(one=words))).findings] == found


def test_a_decimal_number_that_leads_to_a_paragraph() -> None:
    assert codes("Keepers rest under Article 3.2.") == []


def test_articles_that_count_in_the_hundreds_of_their_chapter() -> None:
    articles = "\n\n".join(
        f"CHAPTER {chapter}\n\n"
        + "\n\n".join(f"Article {chapter}0{n}\n\nLamps {chapter}0{n} are lit." for n in (1, 2, 3))
        for chapter in (1, 2, 3)
    )
    assert check_draft(draft_of(articles)).findings == ()


def test_one_number_printed_for_another_is_one_finding() -> None:
    one = "Keepers keep:\n\n(a) oil;\n\n(b) wicks;\n\n(b) glass;\n\n(d) tin."
    assert [code for code, _ in codes(one)] == ["number_repeat"]


def test_options_over_whole_articles_are_alternatives() -> None:
    text = """\
Article 1

Lamps are lit at dusk.

OPTION I:

Article 2

Oil is kept dry.

OPTION II:

Article 2

Oil is kept in tins.

Article 3

Wicks are trimmed.
"""
    assert [each.code for each in check_draft(draft_of(text)).findings] == []


def test_a_comment_has_its_place() -> None:
    draft = draft_of(FRAME.format(one="Keepers rest."))
    (instrument,) = draft.instruments
    first, *rest = instrument.provisions
    leaf = replace(first.children[0], marks=(Mark("comment", 0, 7, (("label", "1"),)),), page=4)
    provisions = (replace(first, children=(leaf,)), *rest)
    commented = replace(
        draft,
        instruments=(replace(instrument, provisions=provisions),),
        notes=(Note("1", "Is this agreed?", None, "comment", "J. Doe"),),
    )
    (found,) = check_draft(commented).findings
    assert (found.code, found.provision, found.page) == ("comment_left", leaf.id, 4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Article 1\n\nPar dérogation à l'article 12 du traité sur les phares, le Conseil paie.\n\n"
               "Article 2\n\nL'article 40 du règlement intérieur s'applique aux frais."),
        ("es", "Artículo 1\n\nEl artículo 12 del citado tratado no se aplica.\n\nArtículo 2\n\nPaga el Consejo."),
        ("ru", "Статья 1\n\nРасходы несет Совет согласно пункту 3 статьи 12 упомянутого Договора.\n\n"
               "Статья 2\n\nСовет применяет статью 30 правил процедуры."),
    ],
)  # fmt: skip
def test_articles_of_other_instruments_in_other_languages_are_no_faults(language: str, text: str) -> None:
    draft = replace(draft_of(text), language=language)
    assert [each.quote for each in check_draft(draft).findings] == []


def test_a_section_with_a_decimal_is_its_paragraph() -> None:
    text = (
        "Section 1\nTerms\n\n1.1 Keepers rest.\n\n1.2 The rest of section 1.1 is short.\n\n"
        "Section 2\nCosts\n\n2.1 Costs under sections 1.1 and 1.2 are paid.\n\n"
        "2.2 Costs under section 2.7 are not."
    )
    assert [each.quote for each in check_draft(draft_of(text)).findings] == ["section 2.7"]
