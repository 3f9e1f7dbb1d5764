from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.structure.drafting import draft_of
from treatydiff.errors import LanguageError
from treatydiff.model import Diagnostic, Note
from treatydiff.pipeline import read_draft
from treatydiff.settings import Settings
from treatydiff.studies.checks.check import check_draft
from treatydiff.studies.checks.model import FINDING_CODES, FINDING_GROUPS, Finding

FRAME = """\
CONVENTION ON LIGHTHOUSES

The States Parties to this Convention,

Recalling the duty to keep lights burning,

Have agreed as follows:

Article 1
Use of terms

For the purposes of this Convention:

(a) “Lighthouse” means a tower that bears a light;

(b) “Keeper” means a person who tends a lighthouse.

Article 2
Protection of keepers

1. Each State Party shall protect keepers.

2. The measures under paragraph 1 shall include:

(a) Housing;

(b) Pay.

Article 3
Oil

{article_3}

Article 4
Fog

{article_4}
"""
GOOD = {"article_3": "Oil shall be clean.", "article_4": "Horns shall be sounded at every lighthouse."}


def found(article_3: str = GOOD["article_3"], article_4: str = GOOD["article_4"]) -> list[tuple[str, str]]:
    """Code and quote of what a check of the frame with other articles finds."""
    draft = draft_of(FRAME.format(article_3=article_3, article_4=article_4))
    return [(finding.code, finding.quote) for finding in check_draft(draft).findings]


def test_a_sound_draft_has_no_findings() -> None:
    assert found() == []


@pytest.mark.parametrize(
    "words",
    [
        "Article 2 applies, in particular article 2, paragraph 2 (b).",
        "See article 2, paragraph 1, and articles 1 to 4.",
        "See article 90 of the Charter of the United Nations.",
        "See articles 12 to 19 and articles 24 to 36 of the Vienna Convention.",
        "See the Vienna Convention, article 31, and article 18 thereof.",
        "See decision 2/CMA.3, annex, paragraph 22 (j), and chapter VII, paragraph 37.",
        "See Annex VII to the Charter. An Annex VII tribunal shall decide.",
        "The principle of article 2, and in particular paragraph 1 of that article, applies.",
        "See article 2.1 above.",
        "See subparagraph 2(b) of article 2.",
        "See article 2 (paragraph 1, below).",
        "Goods of Harmonized System Chapters 84 and 90 are lamps. Rule 7 of the oil trade applies.",
    ],
)
def test_references_that_lead_somewhere(words: str) -> None:
    assert found(article_3=words) == []


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("See article 7.", "article 7"),
        ("See article 2, paragraph 3.", "article 2, paragraph 3"),
        ("See article 2, paragraph 2 (d).", "article 2, paragraph 2 (d)"),
        ("See articles 3 to 9.", "articles 3 to 9"),
        ("1. Oil shall be clean.\n\n2. Paragraph 5 of this article applies.", "Paragraph 5 of this article"),
        ("1. Oil shall be clean.\n\n2. Paragraph 3 above applies.", "Paragraph 3 above"),
        ("The provisions of article 2 and article 11 apply.", "article 11"),
    ],
)
def test_references_to_nothing(words: str, quote: str) -> None:
    assert found(article_3=words) == [("reference_to_nothing", quote)]


def test_an_annex_that_the_file_does_not_hold_is_only_remarked_on() -> None:
    assert found(article_3="The oils are listed in Annex II.") == [("reference_outside_file", "Annex II")]


def test_annexes_that_are_kept_elsewhere_are_named_once() -> None:
    words = "See Annex I, Annex II and Annex III. Oils are in Annex II."
    assert found(article_3=words) == [
        ("reference_outside_file", f"Annex {number}") for number in ("I", "II", "III")
    ]


def test_lost_labels_are_no_missing_subparagraphs() -> None:
    words = "Oil shall be:\n\nclean;\n\nclear;\n\ncheap.\n\nSubparagraph (b) of this article applies."
    assert found(article_3=words) == []


def test_a_remark_in_braces_is_found_once() -> None:
    codes = found(article_3="1. Oil shall be clean.\n\n2. {clean oil}\n\n3. Oil shall be clear.")
    assert len(codes) == 1


def test_references_to_what_was_deleted() -> None:
    assert found(article_3="[Deleted]", article_4="Article 3 applies to every lighthouse.") == [
        ("reference_to_deleted", "Article 3")
    ]


@pytest.mark.parametrize(
    ("words", "code", "quote"),
    [
        ("Oil shall [be clean [and clear].", "bracket_unbalanced", "[be clean [and clear]."),
        ("Oil shall be clean].", "bracket_unbalanced", "Oil shall be clean]"),
        ("Oil shall be clean. {move to the preamble; see the note}", "remark_left",
         "{move to the preamble; see the note}"),
        ("[Note to the Secretariat: check this.] Oil shall be clean.", "remark_left",
         "[Note to the Secretariat: check this.]"),
        ("Oil shall be clean by [date to be completed].", "remark_left", "[date to be completed]"),
        ("Oil shall be clean by [insert date].", "remark_left", "[insert date]"),
        ("Oil shall cost XXX francs.", "remark_left", "XXX"),
        ("See Error! Reference source not found.", "remark_left", "Error! Reference source"),
    ],
)  # fmt: skip
def test_brackets_and_remarks(words: str, code: str, quote: str) -> None:
    assert (code, quote) in found(article_3=words)


@pytest.mark.parametrize(
    "words",
    [
        "Oil shall [be clean] [or clear].",
        "The parties shall update [update] their lists.",
        "Oil shall cost XX francs and be of grade III.",
        "The decision shall be determined by the Conference.",
        "Each Party notes (note 3) the report.",
    ],
)
def test_text_that_only_looks_like_a_remark(words: str) -> None:
    assert [code for code, _ in found(article_3=words) if code in ("remark_left", "bracket_unbalanced")] == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("1. Oil.\n\n2. Wicks.\n\n4. Glass.", ["number_gap"]),
        ("1. Oil.\n\n2. Wicks.\n\n2. Glass.", ["number_repeat"]),
        ("1. Oil:\n\n(a) Clean;\n\n(b) Clear;\n\n(d) Cheap.", ["number_gap"]),
        ("1. Oil:\n\n(a) Clean;\n\n(b) Clear.\n\n2. Wicks:\n\n(a) Long.", []),
        ("1. Oil.\n\n1 bis. Wicks.\n\n2. Glass.", []),
    ],
)
def test_numbers_out_of_order(words: str, codes: list[str]) -> None:
    assert [code for code, _ in found(article_3=words)] == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Option 1: Oil shall be clean.\n\nOption 2: Oil shall be clear.", []),
        ("Option 1: Oil shall be clean.", ["option_lone"]),
        ("Option 1: Oil shall be clean.\n\nOption 3: Oil shall be clear.", ["option_gap"]),
    ],
)
def test_options(words: str, codes: list[str]) -> None:
    assert [code for code, _ in found(article_3=words)] == codes


def test_terms_defined_in_vain_twice_or_not_at_all() -> None:
    text = FRAME.format(**GOOD).replace(
        "(b) “Keeper”",
        "(b) “Beacon” means a fire on a hill;\n\n(c) “Lighthouse” means a light;\n\n(d) “Keeper”",
    )
    codes = [(each.code, each.quote) for each in check_draft(draft_of(text)).findings]
    assert codes == [("term_unused", "Beacon"), ("term_defined_twice", "Lighthouse")]
    text = FRAME.format(article_3="Oil shall be kept in a “Store”.", article_4=GOOD["article_4"])
    assert [(each.code, each.quote) for each in check_draft(draft_of(text)).findings] == [
        ("term_undefined", "Store")
    ]


def test_a_term_in_another_form_is_used() -> None:
    text = FRAME.format(
        article_3="States shall train those who keep many lighthouses.", article_4="Keepers rest."
    )
    assert check_draft(draft_of(text)).findings == ()


def test_what_the_file_carries_besides_its_text() -> None:
    draft = replace(
        draft_of(FRAME.format(**GOOD)),
        notes=(
            Note("1", "Is this agreed?", 2, "comment", "J. Doe"),
            Note("2", "See the report.", 2, "footnote"),
        ),
        diagnostics=(
            Diagnostic("tracked_changes", "warning", "tracked changes: 2 insertions"),
            Diagnostic("hidden_text", "warning", "40 characters of hidden text are not read"),
        ),
    )
    check = check_draft(draft)
    assert [(each.code, each.severity) for each in check.findings] == [
        ("tracked_changes", "error"), ("hidden_text", "error"), ("comment_left", "error"),
    ]  # fmt: skip
    assert check.faults == 3
    assert "J. Doe" in check.findings[2].message


# --- against the draft before --------------------------------------------------------------------

BEFORE = """\
Article 1

Aim

The aim of this Convention is to keep lights burning on every coast.

Article 2

Oil

Oil shall be clean and shall be stored in iron vessels away from fire.

Article 3

Keepers

Keepers shall be paid monthly, and shall tend the lamp from dusk to dawn in turn.

Article 4

Reports

Each State Party shall report on the oil under article 2 and on the keepers under article 3 every year.
"""
INSERTED = BEFORE.replace(
    "Article 2\n",
    "Article 2\n\nHarbours\n\nHarbours shall be marked by buoys of red and green colour.\n\nArticle 3\n",
    1,
).replace("Article 3\n\nKeepers", "Article 4\n\nKeepers").replace("Article 4\n\nReports", "Article 5\n\nReports")  # fmt: skip


def against(now: str) -> list[Finding]:
    return list(check_draft(draft_of(now), against=draft_of(BEFORE)).findings)


def test_references_that_follow_the_renumbering_are_right() -> None:
    assert (
        against(
            INSERTED.replace("under article 3", "under article 4").replace(
                "under article 2", "under article 3"
            )
        )
        == []
    )


def test_references_that_a_renumbering_left_behind() -> None:
    findings = against(INSERTED)
    assert [(each.code, each.quote) for each in findings] == [
        ("stale_reference", "article 2"), ("stale_reference", "article 3"),
    ]  # fmt: skip
    assert "former article 2 (Oil) is now article 3" in findings[0].message


def test_a_number_that_now_belongs_to_another_provision() -> None:
    now = BEFORE.replace("Oil\n\nOil shall be clean and shall be stored in iron vessels away from fire.",
                         "Harbours\n\nHarbours have buoys of red and green, lit at night by gas.")  # fmt: skip
    assert [(each.code, each.quote) for each in against(now)] == [("reused_number", "article 2")]


def test_a_reference_that_leads_elsewhere_is_only_remarked_on() -> None:
    findings = against(BEFORE.replace("under article 3 every", "under article 1 every"))
    assert [(each.code, each.severity) for each in findings] == [("reference_elsewhere", "info")]


def test_drafts_of_two_languages_are_refused() -> None:
    french = draft_of(
        "Article 1\n\nLa présente convention est applicable aux phares et aux gardiens dans les États.\n"
    )
    with pytest.raises(LanguageError):
        check_draft(draft_of(BEFORE), against=french)


def test_every_code_belongs_to_a_group_and_the_order_is_that_of_groups() -> None:
    groups = [name for name, _ in FINDING_GROUPS]
    assert {group for group, _ in FINDING_CODES.values()} == set(groups)
    mixed = found(article_3="See article 9. {Note: this is left; delete} Oil [shall be.")
    order = [groups.index(FINDING_CODES[code][0]) for code, _ in mixed]
    assert order == sorted(order)
    assert len(order) == 3


# --- real texts ----------------------------------------------------------------------------------


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("bbnj/BBNJ_Agreement_2023_en.pdf", 0), ("crime/UNCAC_2003_en.txt", 0), ("crime/UNTOC_2000_en.txt", 0),
        ("charter/un_charter_fr.txt", 0), ("charter/un_charter_ar.txt", 0), ("charter/un_charter_zh.txt", 0),
    ],
)  # fmt: skip
def test_final_texts_have_next_to_no_faults(corpus: Path, name: str, most: int) -> None:
    assert check_draft(read_draft(corpus / name, Settings())).faults <= most


@pytest.mark.corpus
def test_known_faults_of_a_negotiating_draft(corpus: Path) -> None:
    before = read_draft(corpus / "bbnj/draft_2022-06-01.txt", Settings())
    check = check_draft(read_draft(corpus / "bbnj/draft_2022-12-12.txt", Settings()), against=before)
    quotes = {(each.code, each.quote) for each in check.findings}
    # What was subparagraph (a) is an option of the article now.
    assert ("stale_reference", "article 34, paragraph 1, subparagraph (a)") in quotes
    assert ("reference_to_deleted", "article 55 ter") in quotes
    assert ("remark_left", "XXX") in quotes
    assert check.faults <= 10


def test_a_reference_into_a_list_whose_numbers_vanished_is_no_fault_of_the_program() -> None:
    list_of_two = "(a) damage to a public lantern; or\n(b) loss of a keeper's log.\n"
    numbered = draft_of(
        "Article 1\nPurpose\n1. Each Party shall punish the conduct where it results in:\n" + list_of_two
        + "2. The courts shall apply paragraph 1 of this article to conduct at sea.\n"
    )  # fmt: skip
    bare = draft_of(
        "Article 1\nPurpose\nEach Party shall punish the conduct where it results in:\n" + list_of_two
        + "The courts shall apply paragraph 1 of this article to conduct at sea.\n"
    )  # fmt: skip
    found = check_draft(bare, against=numbered)
    assert {each.code for each in found.findings} <= {"reference_to_nothing", "stale_reference"}
