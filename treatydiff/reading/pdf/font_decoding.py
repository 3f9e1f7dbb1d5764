"""Characters of fonts that do not say what they print: named rules, tried on the whole font.

Many treaty collections hold PDFs whose fonts have no usable character map; the glyph numbers are
those of the font they were cut from. A rule is used only where the text that it gives looks like
language; the share that stays unknown is reported, and past a limit the file is refused.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Diagnostic
from treatydiff.patterns import pattern_of
from treatydiff.reading.pdf.characters import Font, Glyph, PageCharacters
from treatydiff.reading.right_to_left import ELONGATION, direction
from treatydiff.records import dataclass

MOST_UNMAPPED = 0.02
"""Past this share of unknown characters a file is refused: what is left cannot be relied on."""

_MACINTOSH = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ"
    "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
)
"""The standard Macintosh glyph order (the `post` table of TrueType) from glyph 3 on, as far as fonts
agree on it."""

_SYMBOL_FONTS = pattern_of(r"symbol|wingdings", re.IGNORECASE)
_SYMBOLS = dict(
    zip(
        "\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0b0\uf0b1\uf0b3\uf0a3\uf0b4\uf0ae\uf06d\uf062\uf061\uf0de",
        "•▪➢✓−°±≥≤×→μβα⇒",
        strict=True,
    )
)
"""Signs that Symbol and Wingdings map to private code points: bullets and the like."""

_COMMON_CYRILLIC = frozenset("оеаинтсрвл")
_COMMON_ARABIC = frozenset("اليمونرتبدحع")
_COMMON_LATIN = frozenset("etaoinsr")


def _macintosh(glyph: int) -> str | None:
    return _MACINTOSH[glyph - 3] if 3 <= glyph < 3 + len(_MACINTOSH) else None


def _times_new_roman(glyph: int) -> str | None:
    """Macintosh order without the no-break space, which stands at 3031; Cyrillic as in WGL4.

    Measured on Russian and French treaty PDFs against their repaired text: 139,705 glyphs agree,
    Cyrillic at gid + 470. WGL4 leaves out U+040D and U+0450, so the offset is one less before the
    former and one more behind the latter.
    """
    if glyph == 3031:
        return "\u00a0"
    for first, last, offset in ((556, 567, 469), (568, 633, 470), (634, 645, 471)):
        if first <= glyph <= last:
            return chr(glyph + offset)
    return _macintosh(glyph if glyph < 172 else glyph + 1)


def _gbk(glyph: int) -> str | None:
    """The characters of GBK in the order of Unicode, behind ASCII.

    Measured on a Chinese treaty PDF against its repaired text: all but the unseen signs.
    """
    punctuation = {261: "‘", 262: "’", 263: "“", 264: "”", 575: "〃", 576: "々", 577: "〆", 578: "〇"}
    if glyph in punctuation:
        return punctuation[glyph]
    for first, last, offset in ((3, 97, 29), (573, 574, 0x3001 - 573), (579, 588, 0x3008 - 579),
                                (941, 1034, 0xFF01 - 941), (1078, 21979, 0x4E00 - 1078)):  # fmt: skip
        if first <= glyph <= last:
            return chr(glyph + offset)
    return None


def _gbk_code(glyph: int) -> str | None:
    """The characters of GBK in the order of their codes, 192 to a lead byte.

    Measured on the title of a Chinese treaty PDF: all 39 characters agree.
    """
    if 3 <= glyph <= 97:
        return chr(glyph + 29)
    row, column = divmod(glyph - 994 + 1, 192)
    code = bytes((0x81 + row, 0x40 + column)) if 0 <= row <= 0x7D and column <= 0xBE else b""
    try:
        return code.decode("gbk") or None
    except UnicodeDecodeError:
        return None


@dataclass(frozen=True, slots=True)
class DecodingRule:
    """A way from glyph numbers to characters, and the font names that it may hold for."""

    name: str
    fonts: re.Pattern[str]
    decode: Callable[[int], str | None]


RULES: tuple[DecodingRule, ...] = (
    DecodingRule("times_new_roman", pattern_of(r"times\W?new\W?roman", re.I), _times_new_roman),
    DecodingRule("gbk", pattern_of(r"gbk|gb2312|simsun|simhei|fangsong|kaiti|zhongsong", re.I), _gbk),
    DecodingRule("gbk_code", pattern_of(r"gbk|gb2312|zhongsong|xingkai|song", re.I), _gbk_code),
    DecodingRule("macintosh", pattern_of(r""), _macintosh),
)
"""Tried in this order."""


def plausible(counts: Mapping[str | None, int]) -> bool:
    """Whether characters occur as often as language uses them.

    Args:
        counts: decoded characters (None: the rule knows none) and how often each occurs.
    """
    total = sum(counts.values())
    if total - counts.get(None, 0) < 0.9 * total:
        return False
    letters: Counter[str] = Counter()
    for text, count in counts.items():
        if text is not None and text.isalpha():
            letters[text.casefold()] += count
    seen = sum(letters.values())
    if seen < 60:
        # Too few to count: a title or a label, if there are letters among them at all.
        return total < 200 and seen >= 0.3 * total and not counts.get(None)
    for common, script, share in (
        (_is_everyday_han, ("\u4e00", "\u9fff"), 0.80),
        (_COMMON_CYRILLIC.__contains__, ("\u0400", "\u04ff"), 0.50),
        (_COMMON_ARABIC.__contains__, ("\u0600", "\u06ff"), 0.50),
        (_COMMON_LATIN.__contains__, ("a", "\u024f"), 0.50),
    ):
        of_script = {text: count for text, count in letters.items() if script[0] <= text <= script[1]}
        size = sum(of_script.values())
        if size >= 0.8 * seen:
            return sum(count for text, count in of_script.items() if common(text)) >= share * size
    return False


def _is_everyday_han(text: str) -> bool:
    """Whether a character is of the first level of GB 2312.

    Of running text nearly all are, of random characters under a fifth.
    """
    code = text.encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


_Printed = tuple[int, int, str]
"""A font, a glyph number in it, and the text that the font gives for it (empty: none)."""
_printed: Callable[[Glyph], _Printed] = itemgetter(*map(Glyph._fields.index, ("font", "cid", "text")))


class FontUse:
    """How often the pages of a PDF print which glyph of which font."""

    def __init__(self) -> None:
        self._counts: Counter[_Printed] = Counter()
        self._first_page: dict[_Printed, int] = {}

    def see(self, page: PageCharacters) -> bool:
        """Count a page; whether it prints glyphs that must be decoded once all pages are known.

        Args:
            page: what it prints.
        """
        printed = Counter(map(_printed, page.glyphs))
        for key in printed:
            self._first_page.setdefault(key, page.number)
        self._counts.update(printed)
        return any(not text for _, _, text in printed)

    def decoding(self, fonts: Sequence[Font]) -> FontDecoding:
        """How the unmapped glyphs are to be read.

        Args:
            fonts: the fonts of the file.
        """
        unmapped: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for (font, cid, text), count in self._counts.items():
            if not text:
                unmapped[font][cid] += count
        tables = self._elongations(unmapped)
        notes: list[Diagnostic] = []
        for font, glyphs in sorted(unmapped.items()):
            name = fonts[font].name
            rule = None if font in tables else _rule_for(name, glyphs)
            if rule is None:
                continue
            tables[font] = {cid: known for cid in glyphs if (known := rule.decode(cid)) is not None}
            notes.append(
                Diagnostic(
                    "font_decoded",
                    "info",
                    f"the font {name} does not say which characters it prints; "
                    f"{sum(glyphs.values())} were read by the rule {rule.name}",
                )
            )
        return FontDecoding(fonts, tables, tuple(notes))

    def _elongations(self, unmapped: Mapping[int, Counter[int]]) -> dict[int, dict[int, str]]:
        """The strokes that lengthen Arabic words in justified lines, as joiners without a letter.

        They are the one unmapped glyph of a font that else prints Arabic.
        """
        letters: defaultdict[int, Counter[bool]] = defaultdict(Counter)
        for (font, _, text), count in self._counts.items():
            if font in unmapped and text.isalpha():
                letters[font][direction(text) == "R"] += count
        return {
            font: dict.fromkeys(glyphs, ELONGATION)
            for font, glyphs in unmapped.items()
            if len(glyphs) == 1 and letters[font][True] > 0.9 * letters[font].total() > 0
        }

    def check_mapped(self, decoding: FontDecoding, label: str) -> tuple[Diagnostic, ...]:
        """A warning where some characters stay unknown.

        Args:
            decoding: how unmapped glyphs are read.
            label: the file's name, for the error.

        Raises:
            UnreadableTextError: more than `MOST_UNMAPPED` of the characters are unknown.
        """
        unknown: Counter[str] = Counter()
        total = 0
        pages: list[int] = []
        for key, count in self._counts.items():
            text = decoding.text(key)
            total += 0 if text.isspace() else count
            if not text or "\ue000" <= text[0] <= "\uf8ff":
                unknown[decoding.fonts[key[0]].name] += count
                pages.append(self._first_page[key])
        if not unknown:
            return ()
        share = unknown.total() / total
        names = ", ".join(name for name, _ in unknown.most_common(3))
        what = (
            f"{share:.1%} of the characters cannot be known: the fonts ({names}) do not say what they print"
        )
        if share > MOST_UNMAPPED:
            raise UnreadableTextError(
                what,
                where=f"{label}, p. {min(pages)}",
                hint="use another edition of the file (DOCX, text), "
                "or print it and run text recognition (OCR)",
            )
        return (Diagnostic("unmapped_characters", "warning", what, page=min(pages)),)


@dataclass(frozen=True, slots=True)
class FontDecoding:
    """How unmapped glyphs are read: by font, glyph number to text; `notes` say by which rules."""

    fonts: Sequence[Font]
    tables: Mapping[int, Mapping[int, str]]
    notes: tuple[Diagnostic, ...]

    def text(self, printed: _Printed) -> str:
        """The text of a glyph; empty where it stays unknown.

        Args:
            printed: its font, its number and the text that the font gives.
        """
        font, cid, text = printed
        if not text:
            return self.tables.get(font, {}).get(cid, "")
        if "\uf000" <= text <= "\uf0ff" and _SYMBOL_FONTS.search(self.fonts[font].name):
            return _SYMBOLS.get(text, text)
        return text

    def applied(self, page: PageCharacters) -> PageCharacters:
        """The page with its glyphs read.

        Args:
            page: what it prints.
        """
        texts = {glyph.text for glyph in page.glyphs}
        if all(text and not "\uf000" <= text <= "\uf0ff" for text in texts):
            return page
        return replace(page, glyphs=tuple(self._read(page.glyphs)))

    def _read(self, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
        for glyph in glyphs:
            plain = glyph.text and not "\uf000" <= glyph.text <= "\uf0ff"
            yield glyph if plain else glyph._replace(text=self.text((glyph.font, glyph.cid, glyph.text)))


def _rule_for(name: str, glyphs: Counter[int]) -> DecodingRule | None:
    for rule in RULES:
        if rule.fonts.search(name):
            counts: Counter[str | None] = Counter()
            for cid, count in glyphs.items():
                counts[rule.decode(cid)] += count
            if plausible(counts):
                return rule
    return None
