"""The same sentences in six languages: what is told of each version beside the English one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from treatydiff.align.across.held import held
from treatydiff.align.across.lexicon import shipped_lexicon
from treatydiff.align.across.said import Said

ROWS = tomllib.loads((Path(__file__).parent / "six_languages.toml").read_text("utf-8"))["row"]


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_what_is_told_of_versions_of_a_sentence(language: str) -> None:
    lexicon = shipped_lexicon(language)
    found = {
        row["about"]: [
            each.kind
            for each in held(
                Said(row["en"], "en", None), Said(row[language], language, lexicon), versions=True
            )
        ]
        for row in ROWS
    }
    assert found == {row["about"]: row["told"] for row in ROWS}


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_versions_are_held_together_the_same_from_either_side(language: str) -> None:
    lexicon = shipped_lexicon(language)
    for row in ROWS:
        sides = Said(row["en"], "en", None), Said(row[language], language, lexicon)
        forth, back = held(*sides, versions=True), held(*reversed(sides), versions=True)
        assert [(each.kind, each.one, each.other) for each in forth] == [
            (each.kind, each.other, each.one) for each in back
        ], row["about"]
