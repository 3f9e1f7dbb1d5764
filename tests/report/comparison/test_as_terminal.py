from __future__ import annotations

import re

import pytest

from tests.report.report_factories import FIRST, article, compared, draft, empty_comparison, lighthouses
from treatydiff.model import Edit
from treatydiff.report.comparison.as_terminal import comparison_terminal
from treatydiff.report.draft.as_terminal import draft_terminal

LIGHTHOUSES = """\
A  first-draft.pdf                        4 articles  54 words  en  sha256 5f0c…
B  LIGHT/CONF/2  second-draft.pdf         5 articles  51 words  en  sha256 5f0c…

Consonance   4 of 5 articles of B share at least half of their (weighted)
             wording with A.
             carried 77 %: 58 % no force word changed, 19 % changed; 23 % not
             derived 80 %: 60 % no force word changed, 20 % changed; 20 % not
             Shared wording does not show who proposed it; both may quote
             earlier texts. Ancestry was not examined. --ancestors EARLIER...
             examines it.
Articles     1 identical · 1 revised · 1 split · 1 added · 1 deleted
Other units  1 identical
To read      4 substantive changes
             towards less binding wording · number changed

A         B         Heading                Relation             Carried  Derived
Preamble  Preamble                         identical              100 %    100 %
Art. 1    Art. 1    Use of terms           identical              100 %    100 %
—         Art. 2    Harbours               added                             0 %
Art. 2    Art. 3    Protection of keepers  revised, renumbered     67 %     75 %
                    towards less binding wording; number changed
Art. 3    Art. 4+5  Oil / Lamps            split, revised         100 %    100 %
Art. 4    —         Fog horns              deleted                  0 %

A        B        Heading         Relation  Carried  Derived
Part I   Part I   GENERAL         revised      67 %     75 %
Part II  Part II  LIGHTS AND OIL  revised     100 %    100 %

Art. 2 (added)  Harbours                                                — / p. 2
  {+Harbours shall be marked.+}

Art. 3 (was 2), paragraph 1  Protection of keepers                   p. 2 / p. 3
  Each State Party [-shall-] {+may+} protect the keepers of lighthouses on its
  coast.

Art. 3 (was 2), paragraph 2  Protection of keepers                   p. 2 / p. 3
  Each State Party shall report within [-thirty-] {+sixty+} days.

Art. 4 (was 3)  Oil                                                  p. 3 / p. 4
  Oil shall be clean. [-Lamps shall be trimmed.-]

Art. 5 (added)  Lamps                                                   — / p. 5
  {+Lamps shall be trimmed.+}

Art. 4 (deleted)  Fog horns                                             p. 3 / —
  [-Fog horns shall be sounded in fog.-]

Measures     At least 25 / 50 / 75 % derived: 4 / 4 / 4 of 5 articles of B
             (remark: no force word changed 4 / 4 / 4). Both ways together 78 %.
             Word for word, in runs of at least 6 words: 72 % of A, 75 % of B.
Computed     Weights come from the reference en-1, 1,225 treaties.

Diagnostics
  A  warning  1  number missing  p. 3, Art. 4: Article 5 is missing

Consonance   4 of 5 articles of B share at least half of their (weighted)
             wording with A.
Articles     1 identical · 1 revised · 1 split · 1 added · 1 deleted
To read      4 substantive changes
             towards less binding wording · number changed
"""
OUTLINE = """\
first-draft.pdf                           4 articles  54 words  en  sha256 5f0c…

Convention on Shared Lighthouses
2 parts, 4 articles, 2 numbered paragraphs

Preamble                                                           2 paras  p. 1
Part I  GENERAL                                                             p. 2
  Art. 1  Use of terms                                              1 para  p. 2
  Art. 2  Protection of keepers                                    2 paras  p. 2
Part II  LIGHTS AND OIL                                                     p. 3
  Art. 3  Oil                                                       1 para  p. 3
  Art. 4  Fog horns                                                 1 para  p. 3

1 note · 3 opening brackets, 2 deep at most, 1 without a partner
"""


def test_a_comparison_at_80_columns() -> None:
    assert comparison_terminal(lighthouses()) == LIGHTHOUSES


def test_an_outline_at_80_columns() -> None:
    assert draft_terminal(FIRST).startswith(OUTLINE)


def test_the_receipt_accounts_for_every_character() -> None:
    text = draft_terminal(FIRST, receipt=True)
    assert "  900  90 %  provisions, with numbers and headings\n" in text
    assert "    0   0 %  not accounted for\n" in text
    assert "  running head  1 region\n" in text
    assert "  page number   1 region\n" in text


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = comparison_terminal(lighthouses(), width=width) + draft_terminal(FIRST, width=width, receipt=True)
    assert max(len(line) for line in text.splitlines()) <= width


def test_colour_adds_nothing_but_colour() -> None:
    coloured = comparison_terminal(lighthouses(), colour=True)
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == LIGHTHOUSES.splitlines()


def test_a_draft_cannot_steer_the_terminal() -> None:
    hostile = "Lights \x1b]0;owned\x07 burn \x1b[2J\u202eon\x9b1m."
    comparison = compared(
        hostile, Edit("equal", hostile), Edit("insert", "\x1b[31m", "substantive"), b_text=""
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", comparison_terminal(comparison))
    outline = draft_terminal(draft("x\x1b[2J.pdf", article("1", hostile, "Words.")))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", outline)


def test_square_brackets_of_a_draft_are_no_markup() -> None:
    text = "Keepers [shall][bold red]rest[/]."
    comparison = compared(text, Edit("equal", text), Edit("insert", " [Now.]", "substantive"), b_text="")
    assert "Keepers [shall][bold red]rest[/]. {+[Now.]+}" in comparison_terminal(comparison)


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        ("=one |-two |=three", "one [-two-] three"),
        ("=one|+ two|= six", "one {+two+} six"),
        ("-a|+b|= c", "[-a-] {+b+} c"),
        ("=a|-,|+;|= b", "a[-,-] {+;+} b"),
        ("=a |+b ", "a {+b+}"),
        ("=a|- |=b", "a[- -]b"),
        ("=a |+[|+b|+]|= c", "a {+[b]+} c"),
    ],
)
def test_redlines(edits: str, shown: str) -> None:
    ops = {"=": "equal", "-": "delete", "+": "insert"}
    made = [Edit(ops[e[0]], e[1:], None if e[0] == "=" else "substantive") for e in edits.split("|")]  # type: ignore[arg-type]
    assert f"\n  {shown}\n" in comparison_terminal(compared("", *made, b_text=""))


def test_typography_is_shown_as_b_has_it() -> None:
    edits = (Edit("delete", "“", "typographic"), Edit("insert", '"', "typographic"), Edit("equal", "b"))
    more = Edit("insert", " c", "editorial")
    assert '\n  "b {+c+}\n' in comparison_terminal(compared("", *edits, more, b_text=""))
    text = comparison_terminal(compared("", *edits, b_text=""))
    assert "No clause changed in more than typography." in text


def test_long_equal_runs_are_cut_to_what_stands_near_a_change() -> None:
    words = [f"w{at}" for at in range(60)]
    edits = (
        Edit("equal", " ".join(words[:30]) + " "),
        Edit("insert", "new ", "substantive"),
        Edit("equal", " ".join(words[30:]) + " "),
        Edit("delete", "old", "substantive"),
    )
    text = " ".join(comparison_terminal(compared("", *edits, b_text="")).split())
    assert "… w18 w19" in text
    assert "w29 {+new+} w30" in text
    assert "w41 … w48" in text
    assert "w17" not in text


def test_long_equal_runs_without_spaces_are_cut_by_characters() -> None:
    edits = (
        Edit("insert", "新", "substantive"),
        Edit("equal", "灯" * 90),
        Edit("delete", "旧", "substantive"),
    )
    text = comparison_terminal(compared("", *edits, b_text=""), width=120)
    assert f"{{+新+}}{'灯' * 24}…{'灯' * 24}[-旧-]" in "".join(text.split())


def test_nothing_to_compare_is_said() -> None:
    assert "A and B have no provisions that could be compared." in comparison_terminal(empty_comparison())
