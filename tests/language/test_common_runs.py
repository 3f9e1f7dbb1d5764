"""Which words of a sentence treaties have in common, whatever they are about."""

from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from tools.common_runs import table_of
from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.common import COMMON_TREATIES, RUN_LENGTH, common_runs, in_common_runs
from treatydiff.language.runs.numbers import run_numbers, word_numbers


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        # What is left of a sentence without the runs that many treaties have.
        (
            "en",
            "Each State Party shall adopt such legislative and other measures as may be necessary to establish as "
            "criminal offences under its domestic law, when committed intentionally, the theft of a ship’s bell.",
            "the theft of a ship’s bell",
        ),
        (
            "en",
            "Gulls and terns shall not be fed from the quay.",
            "gulls and terns shall not be fed from the quay",
        ),
        # Four words in common are none.
        ("en", "Lamps as may be necessary.", "lamps as may be necessary"),
        (
            "fr",
            "Chaque Partie adopte les mesures législatives et autres qui se révèlent nécessaires pour ériger en "
            "infraction pénale, conformément à son droit interne, le vol d’une cloche.",
            "le vol d une cloche",
        ),
        (
            "es",
            "Cada Estado Parte adoptará las medidas legislativas y de otra índole que sean necesarias para tipificar "
            "como delito, cuando se cometan intencionalmente, el robo de campanas.",
            "el robo de campanas",
        ),
        (
            "ru",
            "Каждое Государство-участник принимает такие законодательные и другие меры, какие могут потребоваться, "
            "с тем чтобы признать в качестве уголовно наказуемых деяний кражу колокола.",
            "кражу колокола",
        ),
        ("zh", "各缔约国均应采取必要的立法和其他措施，将下列故意实施的行为规定为犯罪：盗窃钟", "盗 窃 钟"),
        (
            "ar",
            "تعتمد كل دولة طرف ما قد يلزم من تدابير تشريعية وتدابير أخرى لتجريم سرقة الأجراس",
            "سرقة الأجراس",
        ),
        ("de", "Jede Vertragspartei trifft die erforderlichen Maßnahmen.", None),
        ("en", "", ""),
    ],
)
def test_what_is_left_without_common_runs(language: str, text: str, left: str | None) -> None:
    keys = [word.key for word in comparison_words(text, language if language != "de" else "en")]
    inside = in_common_runs(word_numbers(keys), language)
    found = " ".join(key for key, common in zip(keys, inside, strict=True) if not common)
    wanted = (
        " ".join(keys) if left is None else " ".join(word.key for word in comparison_words(left, language))
    )
    assert found == wanted


def test_the_table_is_what_the_reference_counts() -> None:
    data = resources.files("treatydiff.language.runs").joinpath("data", "common_runs_en.bin").read_bytes()
    assert data == table_of("en")
    runs = common_runs("en")
    assert (RUN_LENGTH, COMMON_TREATIES) == (5, 8)
    assert np.all(runs[1:] > runs[:-1])


def test_a_language_without_a_reference_has_no_table() -> None:
    with pytest.raises(SystemExit, match="no reference"):
        table_of("fr")


@pytest.mark.parametrize(("words", "size", "runs"), [("a b c", 2, 2), ("a b", 2, 1), ("a", 2, 0), ("", 1, 0)])
def test_runs_that_have_room(words: str, size: int, runs: int) -> None:
    assert len(run_numbers(word_numbers(words.split()), size)) == runs
