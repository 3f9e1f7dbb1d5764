"""Bytes of a text file become characters, and characters that nobody sees are left out."""

from __future__ import annotations

import codecs
from unicodedata import normalize

from treatydiff.model import Diagnostic
from treatydiff.patterns import pattern_of

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_COMMON_LETTERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("cp1251", frozenset("оеаинтсрвлкмдпу")),
    ("koi8-r", frozenset("оеаинтсрвлкмдпу")),
    ("cp1256", frozenset("اليمونتربةعدسف")),
)
"""One-byte encodings of other scripts, with the letters that make up most of a text in them."""

_INVISIBLE = pattern_of("[\ufeff\u200b\u00ad\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Byte order marks, zero-width spaces, soft hyphens, word joiners and marks of writing direction."""

_CUT_WORD = pattern_of("(?<=[^\\W\\d_])\u00ad(?=[ \t]?\r?\n)")
"""A soft hyphen that shows, as it parts a word at the end of a line."""

_SHAPED = pattern_of("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfc\ufe80-\ufefc]+")


def decode_text(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The characters of a text file, and a diagnostic where its encoding had to be guessed.

    Args:
        data: the whole file.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_lossy(data[len(mark) :], encoding)
    unmarked = _unmarked_utf16(data[:4096])
    if unmarked:
        return _decode_lossy(data, unmarked)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    mostly = data.decode("utf-8", "replace")
    read_as_utf8 = sum(1 for character in mostly if character > "\x7f" and character != "\ufffd")
    if mostly.count("\ufffd") * 20 < read_as_utf8:
        return _decode_lossy(data, "utf-8")
    encoding = _guess_encoding(data)
    note = f"the encoding is not UTF-8; read as {encoding}"
    return data.decode(encoding, "replace"), (Diagnostic("encoding_guessed", "warning", note),)


def shown_characters(text: str) -> str:
    """The text without characters that nobody sees; joiners, which shape letters, stay.

    Arabic presentation forms, which extractors print, become the letters that they show.

    Args:
        text: any text.
    """
    return _SHAPED.sub(lambda match: normalize("NFKC", match[0]), _INVISIBLE.sub("", text))


def with_cut_words(text: str) -> str:
    """The text of printed lines, in which a soft hyphen at the end of a line is a hyphen.

    Args:
        text: any text.
    """
    return _CUT_WORD.sub("-", text) if "\u00ad" in text else text


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 without a mark: about every other byte of Latin text is zero, always on one side."""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if min(high, low) or max(high, low) < 0.3 * len(sample) or len(sample) < 2:
        return ""
    return "utf-16-be" if high else "utf-16-le"


def _decode_lossy(data: bytes, encoding: str) -> tuple[str, tuple[Diagnostic, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    note = f"{lost} characters are damaged and cannot be read as {encoding}"
    return text, (Diagnostic("characters_damaged", "warning", note),)


def _guess_encoding(data: bytes) -> str:
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        chinese = ""
    outside_ascii = [character for character in chinese if character > "\x7f"]
    if outside_ascii and sum("\u4e00" <= c <= "\u9fff" for c in outside_ascii) > 0.6 * len(outside_ascii):
        return "gb18030"
    high = sum(byte >= 0x80 for byte in data)
    letters = high + sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in data)
    if high < 0.4 * letters:
        return "cp1252"
    scores = [
        (sum(character in common for character in data.decode(encoding, "replace")), encoding)
        for encoding, common in _COMMON_LETTERS
    ]
    return max(scores)[1]
