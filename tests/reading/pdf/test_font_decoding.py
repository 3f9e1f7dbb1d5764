from __future__ import annotations

from dataclasses import dataclass

import pytest

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Diagnostic
from treatydiff.reading.pdf.characters import Font, Glyph, PageCharacters
from treatydiff.reading.pdf.font_decoding import RULES, FontUse

_ENGLISH = (
    "Each State Party shall take the measures that are necessary to protect the waters of the mountains"
)
_RUSSIAN = "Каждое государство принимает меры, которые необходимы для охраны водных ресурсов горных районов"
_CHINESE = "各缔约国应采取必要措施保护山区的水资源，并向理事会报告所采取的措施。本公约不影响各国的权利和义务"


@dataclass(frozen=True)
class _Printed:
    """One page in one font."""

    page: PageCharacters
    font: Font

    def read(self) -> str:
        use = FontUse()
        use.see(self.page)
        glyphs = use.decoding([self.font]).applied(self.page).glyphs
        return "".join(glyph.text or "?" for glyph in glyphs)

    def told(self) -> tuple[Diagnostic, ...]:
        use = FontUse()
        use.see(self.page)
        return use.decoding([self.font]).notes

    def doubts(self) -> tuple[Diagnostic, ...]:
        use = FontUse()
        use.see(self.page)
        return use.check_mapped(use.decoding([self.font]), "draft.pdf")


def _printed(font: str, numbers: list[int], mapped: str = "") -> _Printed:
    """One line in a font without a character map, and perhaps one that is mapped."""
    glyphs = [Glyph("", 10.0 * at, 700, 9, 10, 0, number, turned=False) for at, number in enumerate(numbers)]
    glyphs += [Glyph(text, 10.0 * at, 600, 9, 10, 0, 0, turned=False) for at, text in enumerate(mapped)]
    page = PageCharacters(1, 5000, 842, tuple(glyphs), ())
    return _Printed(page, Font(font, bold=False, italic=False))


def _numbers(text: str, rule: str) -> list[int]:
    """The glyph numbers that a rule reads as the text."""
    (decode,) = [known.decode for known in RULES if known.name == rule]
    table = {decode(number): number for number in range(24000, 0, -1)}
    return [table[sign] for sign in text]


@pytest.mark.parametrize(
    ("font", "text", "rule"),
    [
        ("TimesNewRomanPSMT", _ENGLISH, "times_new_roman"),
        ("TimesNewRomanPS-BoldMT", _RUSSIAN, "times_new_roman"),
        ("FangSong-GBK-EUC-H", _CHINESE * 2, "gbk"),
        ("STZhongsong-GBK-EUC-H", _CHINESE * 2, "gbk_code"),
        ("SomeSans", _ENGLISH, "macintosh"),
    ],
)
def test_a_font_is_read_by_the_rule_that_gives_language(font: str, text: str, rule: str) -> None:
    characters = _printed(font, _numbers(text, rule))
    assert characters.read() == text
    (told,) = characters.told()
    assert told.code == "font_decoded"
    assert told.message.endswith(f"by the rule {rule}")


@pytest.mark.parametrize(
    ("number", "character"),
    [
        (3, " "),
        (36, "A"),
        (68, "a"),
        (177, "–"),
        (179, "“"),
        (182, "’"),
        (602, "а"),
        (1000, None),
        (3031, "\u00a0"),
    ],
)
def test_times_new_roman_glyph_numbers(number: int, character: str | None) -> None:
    assert RULES[0].decode(number) == character


def test_a_rule_that_gives_no_language_is_not_used() -> None:
    characters = _printed("TimesNewRomanPSMT", list(range(90, 257)) * 2)
    assert set(characters.read()) == {"?"}
    assert characters.told() == ()


def test_a_stroke_that_lengthens_arabic_words_is_no_character() -> None:
    characters = _printed("NaskhArabic", [31] * 30, mapped="تتخذالدولالأطرافالتدابير")
    assert characters.told() == ()
    assert characters.doubts() == ()


def test_bullets_of_symbol_fonts() -> None:
    assert _printed("Symbol", [], mapped="\uf0b7 \uf0b3").read() == "• ≥"


def test_unknown_characters_past_two_percent_are_refused_with_their_share() -> None:
    characters = _printed("Strange", [9000] * 3, mapped="a" * 97)
    with pytest.raises(UnreadableTextError, match=r"draft\.pdf, p\. 1: 3\.0% .*Strange.*hint"):
        characters.doubts()


def test_a_few_unknown_characters_are_a_warning() -> None:
    (told,) = _printed("Strange", [9000], mapped="a" * 99).doubts()
    assert (told.code, told.severity, told.page) == ("unmapped_characters", "warning", 1)
