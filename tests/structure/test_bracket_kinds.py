from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, provision
from treatydiff.model import Draft, Mark
from treatydiff.structure.brackets.groups import fill_one_slot


def clause(text: str, legend: str = "") -> tuple[Draft, tuple[Mark, ...], str]:
    draft = draft_of(
        f"{legend}\n\nDraft convention on wells\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n"
        f"Article 1\n\nAim\n\n1. The Parties share wells.\n\n2. {text}\n\n3. Wells are deep.\n\n"
        "Article 2\n\nBodies\n\n1. The Conference meets.\n\n2. The Implementation Committee reports.\n"
    )
    node = provision(draft, "art_1__para_2")
    return draft, node.marks, node.text


def roles(text: str, legend: str = "") -> list[str]:
    _, marks, _ = clause(text, legend)
    return [str(dict(mark.attrs)["role"]) for mark in marks if mark.kind == "bracket"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one wording that is open
        ("States [promptly] report.", ["text"]),
        ("States report [, where possible, in writing].", ["text"]),
        ("States report [in writing] to the [deep] seat.", ["text", "text"]),
        ("States report [in [plain] writing] soon.", ["text", "text"]),
        # alternatives: one slot
        ("States [shall][should] report.", ["alternative", "alternative"]),
        ("States [shall] [should] report.", ["alternative", "alternative"]),
        ("States [shall][should][may] report.", ["alternative"] * 3),
        ("States [shall]/[should] report.", ["alternative", "alternative"]),
        ("States [shall] / [should] report.", ["alternative", "alternative"]),
        ("States [shall/should] report.", ["alternative"]),
        ("States report [its/their] wells.", ["alternative"]),
        ("Within [sixty][ninety] days.", ["alternative", "alternative"]),
        ("Within [sixty] [ninety] days.", ["alternative", "alternative"]),
        ("Within [60] [90] days.", ["alternative", "alternative"]),
        ("Within [one year][three years][four years].", ["alternative"] * 3),
        ("By [two thirds] [three quarters] of them.", ["alternative", "alternative"]),
        ("The [contribution][commitment][other] is sent.", ["alternative"] * 3),
        ("The [contribution][commitment] [other] is sent.", ["alternative"] * 3),
        ("On [wells][deep boreholes] they agree.", ["alternative", "alternative"]),
        ("On [the wells of States] [the wells of Parties] they agree.", ["alternative", "alternative"]),
        ("Free [and pure][, pure and clean] water flows.", ["alternative", "alternative"]),
        # lettered or numbered one after another
        ("They [A. maintain] [B. repair] wells.", ["alternative", "alternative"]),
        ("They [(a) maintain] [(b) repair] wells.", ["alternative", "alternative"]),
        ("They [1) maintain] [2) repair] [3) close] wells.", ["alternative"] * 3),
        ("They [Alt 1 maintain] [Alt 2 repair] wells.", ["alternative", "alternative"]),
        ("They [Option A: maintain] [Option B: repair] wells.", ["alternative", "alternative"]),
        ("Они [вариант 1: хранят] [вариант 2: чинят] колодцы.", ["alternative", "alternative"]),
        ("They [A. maintain] [C. repair] wells.", ["undetermined", "undetermined"]),
        ("They [B. maintain] [A. repair] wells.", ["undetermined", "undetermined"]),
        ("They [a maintained] [b repaired] wells.", ["undetermined", "undetermined"]),
        ("They [A. maintain] [repair] wells.", ["undetermined", "undetermined"]),
        ("Here [A.] [they maintain wells] [B.] [all rest] now.", ["remark", "alternative", "remark", "alternative"]),
        ("Here [A.] is a letter.", ["text"]),
        # side by side, and no sign that one excludes the other
        ("Needs of [migrants] [vulnerable groups] count.", ["undetermined", "undetermined"]),
        ("Respect for [land rights,] [local custom,] and wells.", ["undetermined", "undetermined"]),
        ("Respect for wells[, rivers][, lakes] and springs.", ["undetermined", "undetermined"]),
        ("Wells [and rivers][and lakes] are kept.", ["undetermined", "undetermined"]),
        ("They [maintain] [repair] wells.", ["undetermined", "undetermined"]),
        ("[Each][Every] well [now] [soon] closes.", ["alternative", "alternative", "undetermined", "undetermined"]),
        # not side by side
        ("States [shall] or [should] report.", ["text", "text"]),
        ("[Early] wells and [late] wells close.", ["text", "text"]),
        # reserves: whole provisions
        ("[States report on wells.]", ["reserve"]),
        ("[States report on wells].", ["reserve"]),
        ("[States [shall][should] report on wells.]", ["reserve", "alternative", "alternative"]),
        ("[States report on wells.] [agreed ad referendum]", ["reserve", "status"]),
        ("[States report on wells.] {see the annex}", ["reserve"]),
        ("[[States report on wells.]]", ["reserve", "reserve"]),
        ("[States report.] [Wells are safe.]", ["undetermined", "undetermined"]),
        # standing
        ("States report. [agreed ad referendum]", ["status"]),
        ("States report. [Agreed ad ref.]", ["status"]),
        ("States report. [provisionally agreed]", ["status"]),
        ("States report. [agreed]", ["status"]),
        ("States report. [not yet agreed]", ["status"]),
        ("States report. [pending the outcome on article 2]", ["status"]),
        ("They report on the [agreed measures] soon.", ["text"]),
        # placeholders
        ("[Placeholder for a rule on rivers]", ["placeholder"]),
        ("The report [placeholder: length] is sent.", ["placeholder"]),
        ("[to be elaborated]", ["placeholder"]),
        ("[to be determined by the Conference]", ["placeholder"]),
        ("The seat is in [insert city].", ["placeholder"]),
        ("At its [X] session.", ["placeholder"]),
        ("The fee is [...] a year.", ["placeholder"]),
        ("It reports [] each year.", ["placeholder"]),
        ("[More terms may be required at a later stage.]", ["placeholder"]),
        # notes to the reader
        ("[Moved as article 41 ter]", ["remark"]),
        ("States report. [formerly article 12]", ["remark"]),
        ("States report. [Note by the secretariat: to be aligned with article 2.]", ["remark"]),
        ("States report. [See annex II]", ["remark"]),
        # names
        ("Wells are free[, and rivers too] [Norway, Iceland].", ["text", "attribution"]),
        ("Wells are free[, and rivers too [G77 and China]].", ["text", "attribution"]),
        ("Wells are free[, and rivers too] [proposal by Kenya].", ["text", "attribution"]),
        ("Wells are free[, and rivers too] [EU proposal].", ["text", "attribution"]),
        ("Wells are free [Japan reserves its position].", ["attribution"]),
        ("The report of the [Implementation Committee] is sent.", ["text"]),
        ("The laws of [Norway] apply to wells.", ["text"]),
        # words of which a sentence takes one
        ("[The] [A] well closes.", ["alternative", "alternative"]),
        ("Wells [and] [or] springs close.", ["alternative", "alternative"]),
        ("Wells [and][or][and/or] springs close.", ["alternative"] * 3),
        ("They meet [once] [twice] a year.", ["alternative", "alternative"]),
        ("States [shall] [may] [not] report.", ["alternative", "alternative", "text"]),
        ("States shall [not] report.", ["text"]),
        ("They pay [EU: one tenth] [Japan: two tenths].", ["alternative", "alternative"]),
        # full-width and lenticular brackets
        ("States ［shall］［should］ report.", ["alternative", "alternative"]),
        ("States 【promptly】 report.", ["text"]),
        ("［States report ［promptly］.］", ["reserve", "text"]),
        # blanks, notes, dates
        ("Within [y] days.", ["placeholder"]),
        ("A[n] well closes.", ["text"]),
        ("By [X date] wells close.", ["placeholder"]),
        ("Done at [place] on [date].", ["placeholder", "placeholder"]),
        ("By [2030] wells close.", ["text"]),
        ("By [2030][2050] wells close.", ["alternative", "alternative"]),
        ("Within [30] days.", ["text"]),
        ("[TBD]", ["placeholder"]),
        ("[…]", ["placeholder"]),
        ("States report.[1]", ["remark"]),
        ("States report on wells[2] and springs.", ["remark"]),
        ("Wells [sic] are free.", ["remark"]),
        ("[Footnote: to be checked.]", ["remark"]),
        # standing, further forms
        ("States report. [a/r]", ["status"]),
        ("States report. [ad ref]", ["status"]),
        ("States report. [Agreed ad referendum on 3 March 2031]", ["status"]),
        ("States report. [Agreed in principle]", ["status"]),
        ("States report. [Text agreed in informal consultations]", ["status"]),
        # names, further forms
        ("[Japan: delete]", ["attribution"]),
        ("States report [EU: delete “soon”].", ["attribution"]),
        ("States report [EU reserves].", ["attribution"]),
        ("States report [bracketed by Norway].", ["attribution"]),
        ("[Norway]: States report.", ["attribution"]),
        ("States report [some delegations proposed deletion].", ["attribution"]),
        ("The [reserved position] of a well is marked.", ["text"]),
        ("The reservation clause applies [to all].", ["text"]),
        # brackets at fault
        ("[A [B [C]]]", ["reserve", "text", "text"]),
        ("States [report [soon.", ["unclosed", "unclosed"]),
        ("States [report on wells.", ["unclosed"]),
        ("States report] on wells.", []),
    ],
)  # fmt: skip
def test_every_bracket_has_a_role(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "who", "role", "named"),
    [
        ("Wells [Delegation A: and rivers] are free.", "Delegation A", "proposes", True),
        ("Wells [Kenya: and rivers] are free.", "Kenya", "proposes", True),
        ("Wells [EU and Norway: and rivers] are free.", "European Union; Norway", "proposes", True),
        ("Wells [one group of Parties: and rivers] are free.", "one group of Parties", "proposes", False),
        ("Wells are free (supported by Chile and Peru).", "Chile; Peru", "supports", True),
        ("Wells are free (proposed by AOSIS).", "Alliance of Small Island States", "proposes", True),
        ("Wells are free (opposed by two delegations).", "two delegations", "opposes", False),
        ("Wells are free (reservation by Türkiye).", "Türkiye", "reserves", True),
        ("Wells [and rivers] [proposal by the African Group] are free.", "African Group", "proposes", True),
        ("Wells are free [Japan reserves its position].", "Japan", "reserves", True),
        ("Wells are free (reserved by Japan).", "Japan", "reserves", True),
        ("Wells are free (supported by Brazil, India and the African Group).",
         "Brazil; India; African Group", "supports", True),
        ("Wells are free (supported by Norway and two other delegations).",
         "Norway; two other delegations", "supports", True),
        ("Wells [G77 and China propose: and rivers] are free.", "Group of 77 and China", "proposes", True),
        ("Wells [China, supported by Iran, proposes: and rivers] are free.", "China", "proposes", True),
        ("Wells [Proposal of Brazil: and rivers] are free.", "Brazil", "proposes", True),
        ("Wells [Cuba’s proposal: and rivers] are free.", "Cuba", "proposes", True),
        ("Wells [and rivers (Norway)] are free.", "Norway", "proposes", True),
        ("Wells [and rivers] (Norway) are free.", "Norway", "proposes", True),
        ("Wells [and rivers – EU, Norway] are free.", "European Union; Norway", "proposes", True),
        ("Wells [and rivers — supported by Chile] are free.", "Chile", "supports", True),
        ("Wells are free [Japan: delete].", "Japan", "opposes", True),
        ("Wells are free [EU: reservation].", "European Union", "reserves", True),
        ("Wells are free [two delegations proposed deletion].", "two delegations", "opposes", False),
    ],
)  # fmt: skip
def test_who_proposed_or_opposes_what(text: str, who: str, role: str, named: bool) -> None:
    _, marks, _ = clause(text)
    found = [dict(mark.attrs) for mark in marks if mark.kind == "attribution"]
    assert [(each["who"], each["role"], each["named"], each["where"]) for each in found] == [
        (who, role, named, "text")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wells (other than those of Norway) are free.",
        "Wells [definitions: rivers and lakes] are free.",
        "Wells [Conference: the body] are free.",
        "Parties are [support: money].",
        "Wells are free (reservation clause).",
        "Wells lie in mountains (Norway) and plains.",
        "Wells [in three States supported by the Fund] are free.",
    ],
)
def test_what_attributes_nothing(text: str) -> None:
    assert not [mark for mark in clause(text)[1] if mark.kind == "attribution"]


LEGEND = "Names of delegations stand in brackets after the wording that they proposed."


def test_names_of_ones_own_are_known_where_the_settings_give_them() -> None:
    text = "Article 1\n\nAim\n\n1. Wells [SG and Northmark: and rivers] are free.\n\n2. Wells are deep.\n"
    for given, expected in (
        ("", []),
        ("Shelf Group = SG, Shelf States; Northmark", ["Shelf Group; Northmark"]),
    ):
        draft = draft_of(text, delegations=given)
        marks = [
            dict(mark.attrs) for node in draft.walk() for mark in node.marks if mark.kind == "attribution"
        ]
        assert [each["who"] for each in marks] == expected


def test_unknown_names_are_names_where_the_legend_says_so() -> None:
    text = "Wells are free[, and rivers too] [Aldermark, Verenia]."
    assert roles(text) == ["undetermined", "undetermined"]
    assert roles(text, LEGEND) == ["text", "attribution"]
    assert roles("The [Implementation Committee] and the [Conference] meet.", LEGEND) == ["text", "text"]


def test_the_legend_may_say_that_neighbours_are_alternatives() -> None:
    text = "Needs of [migrants] [vulnerable groups] count."
    legend = "Adjacent square brackets contain alternatives."
    assert roles(text, legend) == ["alternative", "alternative"]


def test_marks_of_standing_say_only_what_the_draft_prints() -> None:
    _, marks, text = clause("States report. [agreed ad ref.]")
    status = [mark for mark in marks if mark.kind == "status"]
    assert [(dict(mark.attrs)["says"], text[mark.start : mark.end]) for mark in status] == [
        ("agreed ad referendum", "[agreed ad ref.]")
    ]
    assert not [mark for mark in clause("States report.")[1] if mark.kind == "status"]


def test_standing_in_parentheses_and_remarks_in_braces_are_marks() -> None:
    _, marks, text = clause("States {timing} report (agreed ad referendum).")
    found = [(mark.kind, text[mark.start : mark.end]) for mark in marks]
    assert ("comment", "{timing}") in found
    assert ("status", "(agreed ad referendum)") in found
    for said in ("States report (each year).", "States report (agreed ad referendum) each year."):
        assert not [mark for mark in clause(said)[1] if mark.kind == "status"]


def test_editorial_notes_in_place_of_a_provision_are_comments() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\nText.\n\nArticle 2\n\nMoved as article 41 ter\n\nArticle 3\n\nEnd\n\nText.\n"
    )
    marks = [mark for node in draft.walk() for mark in node.marks if mark.kind == "comment"]
    assert [dict(mark.attrs) for mark in marks] == [{"text": "Moved as article 41 ter", "form": "editorial"}]


def test_a_bracket_around_an_article_is_a_reserve() -> None:
    draft = draft_of("[Article 1\n\nAim\n\n1. The first.\n\n2. The last.]\n\nArticle 2\n\nEnd\n\nText.\n")
    found = {
        dict(mark.attrs)["role"] for node in draft.walk() for mark in node.marks if mark.kind == "bracket"
    }
    assert found == {"reserve"}


def test_a_bracket_whose_end_was_forgotten_encloses_nothing_beyond_its_clause() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\n1. States meet [each year.\n\n2. Wells are safe.\n\nArticle 2\n\nEnd\n\n"
        "1. Rivers flow] now.\n\n2. Rain falls.\n"
    )
    found = {
        dict(mark.attrs)["role"] for node in draft.walk() for mark in node.marks if mark.kind == "bracket"
    }
    assert found == {"astray"}
    assert draft.openness.bracketed_words == 2
    assert draft.openness.unbalanced_clauses == 1


def test_options_have_level_group_and_may_have_no_text() -> None:
    draft = draft_of(
        "Article 3\n\nFunds\n\n1. There is a fund.\n\nOption 1\n\n2. It is free.\n\nOption 2\n\nNo text\n\n"
        "Article 4\n\nEnd\n\nText.\n"
    )
    marks = [dict(mark.attrs) for node in draft.walk() for mark in node.marks if mark.kind == "option"]
    assert [(each["number"], each["level"], each["group"], each["no_text"]) for each in marks] == [
        ("1", 1, 1, False), ("2", 1, 1, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("contents", "signs", "expected"),
    [
        (("shall", "should"), (" ",), True),
        (("deep wells", "deep springs"), (" ",), True),
        (("wells", "springs"), (" ",), False),
        (("wells", "springs"), ("",), True),
        (("wells,", "springs,"), ("",), False),
        (("wells", ", springs"), ("",), False),
        (("wells", "springs"), ("/",), True),
        (("", "springs"), ("",), False),
    ],
)
def test_when_brackets_fill_one_slot(
    contents: tuple[str, ...], signs: tuple[str, ...], expected: bool
) -> None:
    assert fill_one_slot(contents, signs) is expected
