"""What texts say as weighted terms, and how alike two of them are."""

from __future__ import annotations

import math

import numpy as np
import pytest

from treatydiff.align.across.lexicon import Lexicon, Translation
from treatydiff.align.across.meaning import cosines, in_english, rows_of, spelling, spellings, summed
from treatydiff.align.across.sides import _joined

LEXICON = Lexicon(
    "fr", (), {"lamp": (Translation("lamp", 0.8), Translation("light", 0.1)), "huil": (Translation("oil", 0.5),)},
    {"lamp": "lampe", "huil": "huile"}, {"lamp": "lamp", "light": "light", "oil": "oil"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "lexicon", "terms"),
    [
        ("Lamps burn oil. Lamps glow.", "en", None, {"lamp": 2, "burn": 1, "oil": 1, "glow": 1}),
        ("Lampe, lampe, huile, navire.", "fr", LEXICON, {"lamp": 1.6, "light": 0.2, "oil": 0.5}),
        ("Navire.", "fr", LEXICON, {}),
        ("", "en", None, {}),
    ],
)
def test_terms_of_english(text: str, language: str, lexicon: Lexicon | None, terms: dict[str, float]) -> None:
    assert in_english(text, language, lexicon) == pytest.approx(terms)


@pytest.mark.parametrize(
    ("word", "runs"),
    [
        ("phare", ("phar", "hare", "phare")), ("état", ("etat",)), ("oil", ()),
        ("co-opère", ("coop", "oope", "oper", "pere", "coope", "ooper", "opere")),
    ],
)  # fmt: skip
def test_runs_of_letters_by_which_cognates_are_known(word: str, runs: tuple[str, ...]) -> None:
    assert spelling(word) == runs


@pytest.mark.parametrize(
    ("text", "language", "runs"),
    [
        ("Phare.", "fr", {"phar": 1, "hare": 1, "phare": 1}),
        ("Маяк IMO.", "ru", {"imo": 1}),  # of another script only words in Latin letters
        ("Маяк A.", "ru", {}),  # and no letter that stands alone
        ("灯塔 MARPOL", "zh", {"marpol": 1}),
    ],
)
def test_spellings(text: str, language: str, runs: dict[str, int]) -> None:
    assert dict(spellings(text, language)) == runs


def test_texts_are_alike_by_rare_terms() -> None:
    one = [{"lamp": 1.0, "party": 1.0}, {"oil": 1.0, "party": 1.0}]
    two = [{"lamp": 1.0, "party": 1.0}, {"sail": 1.0, "party": 1.0}, {}]
    left, right = rows_of(one, two)
    common, rare = 1 / 5, math.log(6 / 3)  # a term of four of five texts counts a fifth at least
    lone = math.log(6 / 2)
    assert (left @ right.T).toarray() == pytest.approx(np.array([
        [1.0, common**2 / math.hypot(common, rare) / math.hypot(common, lone), 0.0],
        [common**2 / math.hypot(common, lone) / math.hypot(common, rare),
         common**2 / math.hypot(common, lone) ** 2, 0.0],
    ]))  # fmt: skip


def test_what_a_text_says_often_counts_by_its_logarithm() -> None:
    left, _ = rows_of([{"lamp": 3.0, "oil": 1.0}], [{"sail": 1.0}])
    assert left.toarray()[0].tolist() == pytest.approx(
        [math.log(4) / math.hypot(math.log(4), math.log(2)),
         math.log(2) / math.hypot(math.log(4), math.log(2)), 0.0]
    )  # fmt: skip


def test_terms_that_all_texts_have_still_say_something() -> None:
    assert cosines([{"lamp": 1.0}], [{"lamp": 1.0}]) == pytest.approx(np.array([[1.0]]))
    left, _ = rows_of([{"lamp": 1.0, "oil": 1.0}], [{"lamp": 1.0}])
    both, one = 1 / 2, math.log(3 / 2)  # not less than one by the number of texts
    assert left.toarray()[0].tolist() == pytest.approx(
        [both / math.hypot(both, max(one, both)), max(one, both) / math.hypot(both, max(one, both))]
    )


def test_terms_of_more_weight_than_one_are_in_one_text_each() -> None:
    left, _ = rows_of([{"lamp": 5.0, "oil": 0.5}], [{"lamp": 1.0}, {}, {}])
    lamp, oil = math.log1p(5) * math.log(5 / 3), math.log1p(0.5) * math.log(5 / 1.5)
    assert left.toarray()[0].tolist() == pytest.approx(
        [lamp / math.hypot(lamp, oil), oil / math.hypot(lamp, oil)]
    )


@pytest.mark.parametrize(("one", "two", "shape"), [([], [{"a": 1.0}], (0, 1)), ([{"a": 1.0}], [], (1, 0))])
def test_no_texts_are_like_none(
    one: list[dict[str, float]], two: list[dict[str, float]], shape: tuple[int, int]
) -> None:
    assert cosines(one, two).shape == shape


def test_terms_of_several_texts_together() -> None:
    assert summed([{"lamp": 1.0}, {"lamp": 0.5, "oil": 2.0}, {}]) == {"lamp": 1.5, "oil": 2.0}
    assert summed([]) == {}


@pytest.mark.parametrize(
    ("terms", "spelled", "numbers", "alike"),
    [
        (True, True, True, 1.0), (True, False, False, 0.65), (False, True, False, 0.25), (False, False, True, 0.10),
        (True, False, True, 0.75), (False, False, False, 0.0),
    ],
)  # fmt: skip
def test_what_terms_spelling_and_numbers_count_for(
    terms: bool, spelled: bool, numbers: bool, alike: float
) -> None:
    one = [({"lamp": 1.0}, {"phare": 1.0}, {"30": 1.0})]
    two = [tuple({key: 1.0} for key in (
        "lamp" if terms else "oil", "phare" if spelled else "huile", "30" if numbers else "31"
    ))]  # fmt: skip
    left, right = _joined(one, two)  # type: ignore[arg-type]
    assert (left @ right.T).toarray()[0, 0] == pytest.approx(alike)


def test_what_neither_text_has_counts_for_nothing() -> None:
    one = [({"lamp": 1.0}, {"phare": 1.0}, {})]
    two = [({"lamp": 1.0}, {"huile": 1.0}, {})]
    left, right = _joined(one, two)
    assert (left @ right.T).toarray()[0, 0] == pytest.approx(0.65 / 0.9)
    left, right = _joined([({}, {}, {})], two)
    assert (left @ right.T).toarray()[0, 0] == 0.0
