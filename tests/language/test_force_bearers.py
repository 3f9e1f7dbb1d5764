"""Who stands before a modal, and which modals of other languages are drafting alone."""

from __future__ import annotations

import pytest

from treatydiff.language.force import force_terms, said_once
from treatydiff.language.tokenizer import words
from treatydiff.language.words.force_table import bearer_before, conjunction, conjunctions, names_bearer


def keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


@pytest.mark.parametrize(
    ("language", "text", "modals"),
    [
        # a permission tells of somebody, or of nobody
        ("en", "Each Party may enter", ["may"]),
        ("en", "Each Party may also enter", ["may"]),
        ("en", "Each Party also may enter", ["may"]),
        ("en", "as may be needed", ["(may)"]),
        ("en", "where a Party may enter", ["(may)"]),
        ("en", "to which the Party may enter", ["(may)"]),
        ("en", "the Board, which may refuse", ["may"]),
        ("en", "the reasons which may be given", ["(may)"]),
        ("en", "The right is that in all things the Party may enter", ["may"]),
        ("en", "the Party keeps lamps and may sell oil", ["(may)"]),
        ("en", "the Party shall keep lamps and may sell oil", ["shall", "may"]),
        ("en", "the Party shall keep lamps; oil may be sold", ["shall", "(may)"]),
        ("fr", "L'État publie ses cartes et peut percevoir une taxe", ["peut"]),
        ("fr", "L'État publie ses cartes ou peut percevoir une taxe", ["peut"]),
        ("fr", "Les cartes sont publiées et peut percevoir", ["(peut)"]),
        ("fr", "L'État publie ses cartes peut percevoir une taxe", ["(peut)"]),
        ("fr", f"État {'lampe ' * 12}et peut percevoir", ["peut"]),
        ("fr", f"État {'lampe ' * 13}et peut percevoir", ["(peut)"]),
        ("ru", "Государство публикует карты и может взимать сбор", ["может"]),
        ("ru", "Карты публикуются и может взимать сбор", ["(может)"]),
        ("es", "El Estado publica sus mapas y podrá cobrar", ["(podrá)"]),
        ("zh", "缔约国应公布并可收费", ["应", "可"]),
        ("zh", "缔约国应公布且可收费", ["应", "可"]),
        ("zh", "缔约国应公布费用可退", ["应", "(可)"]),
        ("zh", "缔约国可收费", ["可"]),
        ("zh", "费用可退", ["(可)"]),
        ("ar", "يجوز للدولة أن تدخل", ["يجوز"]),
        ("ar", "يجوز في كل وقت للدولة أن تدخل", ["(يجوز)"]),
        ("ar", "يجوز في وقت للدولة أن تدخل", ["يجوز"]),
        ("ar", "يجوز الدخول", ["(يجوز)"]),
        # series, effects, forecasts, conditions
        ("en", "Parties shall keep and shall sell", ["shall", "(shall)"]),
        ("en", "Parties shall keep lamps shall sell", ["shall", "(shall)"]),
        ("en", "Parties shall keep red lamps shall sell", ["shall", "shall"]),
        ("en", "Parties shall keep it shall sell", ["shall", "shall"]),
        ("en", "Parties shall keep Boards shall sell", ["shall", "shall"]),
        ("en", "(a) shall keep a red old lamp (b) shall sell", ["shall", "(shall)"]),
        ("en", "(a) shall keep a red old lamp (iv) shall sell", ["shall", "(shall)"]),
        ("en", "Parties shall keep and may sell", ["shall", "may"]),
        ("en", "Parties shall shall sell", ["shall", "shall"]),
        ("en", "No licence shall be required", ["(shall)"]),
        ("en", "A licence shall be required", ["shall"]),
        ("en", "No Party shall sell oil and a licence shall be required", ["shall", "shall"]),
        ("en", "Parties shall keep, must sell", ["shall", "must"]),
        ("en", "States will keep lamps", ["will"]),
        ("en", "lamps will burn", ["(will)"]),
        ("en", "should States disagree", ["(should)"]),
        ("en", "should lamps disagree", ["should"]),
        ("en", "Parties shall enter into force", ["(shall)"]),
        ("es", "El Convenio entrará en vigor", ["(futuro)"]),
        ("es", "El Convenio se aplicará a los pozos", ["(futuro)"]),
        ("es", "El Estado aplicará el Convenio", ["futuro"]),
        ("es", "El Estado entrará en el pozo", ["futuro"]),
        ("es", "significará un pozo", ["(futuro)"]),
        ("zh", "本公约应生效", ["(应)"]),
        ("fr", "La Convention doit entrer en vigueur", ["(doit)"]),
        ("de", "Die Partei soll", []),
    ],
)
def test_which_modals_tell_something_alone(language: str, text: str, modals: list[str]) -> None:
    found = force_terms(keys(text), "modal", language)
    assert [each.name if each.lone else f"({each.name})" for each in found] == modals


@pytest.mark.parametrize(
    ("language", "text", "modal", "named"),
    [
        ("en", "the Party may", 2, True),
        ("en", "the Party also jointly may", 4, True),
        ("en", "the lamp may", 2, False),
        ("en", "may", 0, False),
        ("en", "Party may", 1, True),
        ("en", "may the Party", 0, False),
        ("en", "also may", 1, False),
        ("en", "if the Party may", 3, True),
        ("en", "that the Party may", 3, False),
        ("en", "that a b c Party may", 5, True),
        ("en", "that a b Party may", 4, False),
        ("en", "in the Party may", 3, True),
        ("en", "Party which may", 2, True),
        ("en", "which may", 1, False),
        ("fr", "qui peut", 1, False),
        ("fr", "le Conseil qui peut", 3, True),
        ("zh", "发展中国家缔约国可", 8, True),
        ("zh", "灯具可", 2, False),
        ("zh", "缔约国也可", 4, True),
        ("ar", "يجوز للدولة أن", 0, True),
        ("ar", "يجوز أن تدخل الدولة", 0, True),
        ("ar", "يجوز أن تدخل هنا الدولة", 0, False),
        ("ar", "الدولة يجوز أن", 1, False),
        ("de", "die Partei kann", 2, False),
    ],
)
def test_who_stands_before_a_modal(language: str, text: str, modal: int, named: bool) -> None:
    assert names_bearer(keys(text), modal, language) is named


@pytest.mark.parametrize(
    ("language", "text", "modal", "bearer"),
    [
        ("en", "each State Party shall", 3, set()),
        ("en", "the Party shall", 2, set()),
        ("en", "developed country Parties shall", 3, {"developed"}),
        ("en", "the flag State also shall", 4, {"flag"}),
        ("en", "the competent authorities shall", 3, {"competent", "authority"}),
        ("en", "the Board shall", 2, {"board"}),
        ("en", "lamps of the Board shall", 4, {"board"}),
        ("en", "who the Board shall", 3, {"board"}),
        ("en", "the lamp shall", 2, None),
        ("en", "shall", 0, None),
        ("en", "Board shall", 1, {"board"}),
        ("en", "shall the Board", 0, None),
        ("en", "also shall", 1, None),
        ("en", "small " * 9 + "Board shall", 10, {"small", "board"}),
        ("en", "least small small small small small small small Board shall", 9, {"least", "small", "board"}),
        ("en", "least small small small small small small small small Board shall", 10, {"small", "board"}),
        ("fr", "le Conseil peut", 2, {"conseil"}),
        ("ru", "прибрежное государство должно", 2, {"прибрежное"}),
        ("zh", "缔约国应", 3, None),
        ("ar", "الدولة يجب", 1, None),
        ("de", "die Partei soll", 2, None),
    ],
)
def test_which_words_tell_who_is_bound(language: str, text: str, modal: int, bearer: set[str] | None) -> None:
    assert bearer_before(keys(text), modal, language) == bearer


@pytest.mark.parametrize(
    ("language", "names", "counted"),
    [
        ("fr", ["ne", "aucun"], None), ("en", ["neither", "neither nor"], [0]), ("en", ["not", "no"], [0, 1]),
        ("en", ["neither nor", "neither nor"], [0]), ("ru", ["не", "ни"], [0]), ("ru", ["ни", "ни"], [0]),
        ("ru", ["без", "ни", "ни"], [0, 1]), ("es", ["no", "nada"], [0]), ("de", ["nicht", "kein"], [0, 1]),
    ],
)  # fmt: skip
def test_which_negations_of_a_sentence_count(
    language: str, names: list[str], counted: list[int] | None
) -> None:
    assert said_once(names, language) == (counted if counted is not None else [0])


@pytest.mark.parametrize(
    ("language", "old", "new", "told"),
    [
        ("en", "and", "or", ("and", "or")),
        ("en", "and the", "or", ("", "or")),
        ("en", "", "or", ("", "or")),
        ("fr", "et", "ou", ("et", "ou")),
        ("es", "e", "u", ("y", "o")),
        ("zh", "以及", "或者", ("和", "或")),
        ("ar", "والزيت", "أو الزيت", ("و", "أو")),
        ("ar", "أو الزيت", "والزيت", ("أو", "و")),
        ("ar", "والزيت", "أو الفتيل", ("", "")),
        ("ar", "والزيت الأحمر", "أو الزيت الأحمر", ("و", "أو")),
        ("ar", "والزيت الأسود", "أو الزيت الأحمر", ("", "")),
        ("ar", "والزيت الأحمر", "أو الزيت", ("", "")),
        ("ar", "أو", "والزيت", ("أو", "")),
        ("de", "und", "oder", ("", "")),
    ],
)
def test_conjunctions_that_replace_one_another(
    language: str, old: str, new: str, told: tuple[str, str]
) -> None:
    assert conjunctions(keys(old), keys(new), language) == told


def test_nothing_is_no_conjunction() -> None:
    assert conjunction((), "zh") == ""
    assert conjunction(keys("and"), "en") == "and"


@pytest.mark.parametrize(
    ("axis", "text", "places"),
    [
        ("hedge", "act as far as possible", [("as far as possible", 1, 5, 0)]),
        ("carve_out", "act unless told", [("unless", 1, 2, 0)]),
        ("standard", "shall promote and ensure", [("promote", 1, 2, 2), ("ensure", 3, 4, 4)]),
        ("content", "hear all keepers", [("all", 1, 2, 0)]),
        ("condition", "act if asked", [("if", 1, 2, 1)]),
        ("negation", "do not act", [("not", 1, 2, 0)]),
        ("modal", "parties shall be encouraged to act", [("is encouraged to", 1, 5, 2)]),
    ],
)
def test_where_terms_stand_and_how_strong_they_are(
    axis: str, text: str, places: list[tuple[str, int, int, int]]
) -> None:
    found = force_terms(keys(text), axis, "en")  # type: ignore[arg-type]
    assert [(each.name, each.first, each.last, each.rank) for each in found] == places
    assert force_terms((), axis, "en") == force_terms(keys(text), axis, "xx") == ()  # type: ignore[arg-type]
