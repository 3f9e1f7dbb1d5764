from __future__ import annotations

import pytest

from treatydiff.language.number_forms import number_form, same_number
from treatydiff.language.words.placeholders import read_statement
from treatydiff.model import Provision


@pytest.mark.parametrize(
    ("text", "name", "targets"),
    [
        ("Deleted.", "deleted", []),
        ("[Deleted]", "deleted", []),
        ("[Article 12 deleted]", "deleted", ["12"]),
        ("Deleted and merged into article 7 as revised.", "deleted", ["7"]),
        ("Deleted – see article 3 bis", "deleted", ["3 bis"]),
        ("Moved as article 41 ter", "moved", ["41 ter"]),
        ("[Moved to article 6, paragraph 2]", "moved", ["6"]),
        ("Has been moved to follow article 9 as article 9 bis.", "moved", ["9", "9 bis"]),
        ("Merged into article 30.", "merged", ["30"]),
        ("[Placeholder for annexes]", "placeholder", []),
        ("{Placeholder: lights on buoys}", "placeholder", []),
        ("[Article 7 - placeholder]", "placeholder", ["7"]),
        ("[Paragraph 3: placeholder]", "placeholder", []),
        ("[Reserved]", "reserved", []),
        ("(reserved)", "reserved", []),
        ("To be completed", "reserved", []),
        ("[(paragraphs 65-65septies)", "range", []),
        ("(para. 7)", "range", []),
        ("XXX", "blank", []),
        ("[...]", "blank", []),
        ("…", "blank", []),
    ],
)
def test_placeholders_are_known_by_their_whole_text(text: str, name: str, targets: list[str]) -> None:
    statement = read_statement(text, "en")
    assert statement is not None
    assert statement.name == name
    assert list(statement.targets) == [number_form(target) for target in targets]


@pytest.mark.parametrize(
    "text",
    [
        "A reservation may be withdrawn by a note to the depositary.",
        "The deleted records shall be kept for five years.",
        "Withdrawn goods are returned to their owner.",
        "Goods moved as cargo shall be insured.",
        "Rights reserved to the coastal State are listed in annex II.",
        "Paragraphs 3 to 5 apply to pilots.",
        "The text of article 5 is deleted and replaced by the following: lights shall burn all night.",
        "Ships shall be moved to a safe harbour.",
        "",
        "[shall]",
    ],
)
def test_content_is_no_placeholder(text: str) -> None:
    assert read_statement(text, "en") is None


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "[Supprimé]", "deleted"),
        ("fr", "Déplacé à l'article 12", "moved"),
        ("fr", "À compléter", "reserved"),
        ("es", "Suprimido.", "deleted"),
        ("es", "Trasladado al artículo 5", "moved"),
        ("es", "[Reservado]", "reserved"),
        ("ru", "[Исключена]", "deleted"),
        ("ru", "Перенесена в статью 7", "moved"),
        ("ru", "Зарезервировано", "reserved"),
        ("zh", "删除", "deleted"),
        ("zh", "[移至第5条]", "moved"),
        ("zh", "[待定]", "reserved"),
        ("ar", "حذفت", "deleted"),
        ("ar", "[محجوزة]", "reserved"),
    ],
)
def test_placeholders_of_the_other_languages(language: str, text: str, name: str) -> None:
    statement = read_statement(text, language)
    assert statement is not None
    assert statement.name == name


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("3 bis", "3bis", True), ("ante 58", "58 ante", True), ("(a)", "a)", True), ("1.", "1", True),
        ("3", "3 bis", False), ("٣", "3", True), ("07", "7", True), ("1.2", "2.1", False), ("14-3", "14", False), ("", "", True), ("", "1", False),
    ],
)  # fmt: skip
def test_when_two_numbers_are_the_same(a: str, b: str, same: bool) -> None:
    one, other = (Provision(f"x_{n}", "article", number) for n, number in enumerate((a, b)))
    assert same_number(one, other) is same


def test_the_canonical_number_of_the_id_counts_too() -> None:
    premier, first = Provision("art_1", "article", "premier"), Provision("art_1", "article", "1")
    assert same_number(premier, first)
    assert not same_number(first, Provision("art_1", "article", "2"))
