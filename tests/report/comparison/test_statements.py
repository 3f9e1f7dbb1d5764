from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.report_factories import FIRST, SECOND, lighthouses
from treatydiff.model import FrontMatter, Note
from treatydiff.report.comparison.as_terminal import comparison_terminal
from treatydiff.report.comparison.statements import LONGEST_QUOTE, statements_of, wordings

STANDING = [
    ("en", "The text is without prejudice to the position of any delegation."),
    ("en", "The present text is without prejudice to any delegation’s right to revert to it."),
    ("en", "(c) The absence of brackets does not imply that a provision has been agreed."),
    ("en", "The order of the options should not be taken as indicating any order of priority."),
    ("en", "Nothing is agreed until everything is agreed."),
    ("en", "(a) Square brackets [ ] enclose wording that remains open;"),
    ("en", "Square brackets have been used to indicate differences of drafting."),
    ("en", "Text on which views differ is placed within square brackets."),
    ("en", "Options have been used throughout the text."),
    ("en", "This paper was prepared by the co-facilitators on their own responsibility and has no legal status."),
    ("en", "Issued without formal editing."),
    ("fr", "Le présent texte est sans préjudice de la position des délégations."),
    ("fr", "L’absence de crochets n’implique aucun accord sur la disposition."),
    ("fr", "Le texte entre crochets reste en discussion."),
    ("es", "El texto se presenta sin perjuicio de la posición de las delegaciones."),
    ("es", "La ausencia de corchetes no implica que exista acuerdo."),
    ("ru", "Настоящий текст представлен без ущерба для позиции любой делегации."),
    ("ru", "Отсутствие квадратных скобок не означает согласия с текстом."),
    ("zh", "本案文不妨碍任何代表团的立场。"),
    ("zh", "方括号表示尚未商定的文字。"),
    ("ar", "هذا النص مقدم دون المساس بموقف أي وفد."),
]  # fmt: skip
NOT_STANDING = [
    ("en", "The Committee met in Port Ansel from 5 to 16 December 2022."),
    ("en", "This article is without prejudice to article 12."),
    ("en", "Delegations may submit proposals by 25 July; square meals are provided."),
    ("en", "The keepers agreed on the oil."),
    ("fr", "Sans préjudice de l’article 12, la Partie agit."),
    ("es", "Las delegaciones llegaron a un acuerdo."),
]


@pytest.mark.parametrize(("language", "text"), STANDING)
def test_a_statement_of_standing_is_quoted_with_its_place(language: str, text: str) -> None:
    found = statements_of(replace(FIRST, language=language, front_matter=(FrontMatter(text, 3),)), "A")
    assert [(each.side, each.text, each.citation) for each in found] == [
        ("A", text, "first-draft.pdf, front matter, p. 3")
    ]


@pytest.mark.parametrize(("language", "text"), NOT_STANDING)
def test_other_front_matter_is_not_quoted(language: str, text: str) -> None:
    assert statements_of(replace(FIRST, language=language, front_matter=(FrontMatter(text, 3),)), "A") == ()


def test_notes_are_read_but_what_they_say_of_brackets_is_about_a_provision() -> None:
    notes = (
        Note("1", "Some delegations wished to keep the square brackets around paragraph 2.", 4, "footnote"),
        Note("2", "This paragraph is without prejudice to the position of any delegation.", 5, "footnote"),
        Note("3", "This comment is without prejudice to the views of the Chair.", 5, "comment"),
    )
    found = statements_of(replace(FIRST, front_matter=(), notes=notes), "B", "LIGHT/1")
    assert [(each.text, each.citation) for each in found] == [(notes[1].text, "LIGHT/1, footnote 2, p. 5")]


def test_of_a_long_paragraph_only_the_sentences_that_say_it_are_quoted() -> None:
    filler = "The Committee met at the harbour and heard of many lamps. " * 12
    text = f"{filler}The text does not imply agreement on any part of it. {filler}"
    assert len(text) > LONGEST_QUOTE
    found = statements_of(replace(FIRST, front_matter=(FrontMatter(text, None),)), "A")
    assert [each.text for each in found] == ["The text does not imply agreement on any part of it."]


def test_the_same_words_are_quoted_once() -> None:
    twice = (
        FrontMatter("Issued without formal editing.", 1),
        FrontMatter("Issued  without formal editing.", 2),
    )
    assert len(statements_of(replace(FIRST, front_matter=twice), "A")) == 1


def test_the_terminal_quotes_both_drafts() -> None:
    said = (FrontMatter("The absence of brackets does not imply agreement.", 2),)
    shown = comparison_terminal(replace(lighthouses(), b=replace(SECOND, front_matter=said)))
    assert "“The absence of brackets does not imply agreement.”" in shown
    assert "LIGHT/CONF/2, front matter, p. 2" in " ".join(shown.split())


def test_every_language_of_the_table_has_the_three_main_kinds() -> None:
    kinds = {"without prejudice", "no agreement implied", "legend of brackets"}
    for language in ("en", "fr", "es", "ru", "zh", "ar"):
        assert kinds <= {each.kind for each in wordings() if each.language == language}
