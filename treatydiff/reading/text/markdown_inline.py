"""Emphasis, escapes, links and note references inside a paragraph of Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from unicodedata import category

from treatydiff.model import Run

_TARGET = r"\((?:[a-z][a-z0-9+.-]*:|www\.|[#/.])[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
"""A link's target: it must look like an address, or the brackets are the negotiating text's own."""

_TOKEN = re.compile(
    rf"""
      (?P<escape>\\[!-/:-@\[-`{{-~\ ])
    | (?P<code>(?P<ticks>`+)(?P<inside>.{{1,2000}}?)(?P=ticks))
    | (?P<silent><!--.{{0,2000}}?-->|\{{:[^{{}}]*\}})
    | (?P<address><(?:[a-z][a-z0-9+.-]*:[^\s<>]+|[^\s<>@]+@[^\s<>]+)>)
    | (?P<line_break><br\s*/?>)
    | (?P<tag></?[A-Za-z][^<>]*>)
    | (?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)
    | (?P<note>\[\^(?P<label>[^\]\s]+)\])
    | (?P<image>!\[(?P<alternative>[^\[\]]*)\]{_TARGET})
    | (?P<link_start>\[(?=(?:[^\[\]]|\[[^\[\]]*\])*\]{_TARGET}))
    | (?P<link_end>\]{_TARGET})
    | (?P<reference>\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\])
    | (?P<strike>~~)
    | (?P<stars>\*+|_+)
    """,
    re.VERBOSE,
)

_WORDS: dict[str, Callable[[re.Match[str]], str]] = {
    "escape": lambda match: match[0][1],
    "code": lambda match: match["inside"].strip(),
    "silent": lambda _: "",
    "address": lambda match: match[0][1:-1],
    "line_break": lambda _: "\n",
    "tag": lambda _: "",
    "entity": lambda match: html.unescape(match[0]),
    "note": lambda match: match["label"],
    "image": lambda match: match["alternative"],
    "link_start": lambda _: "",
    "link_end": lambda _: "",
    "reference": lambda match: match["words"],
}
"""What each kind of token leaves on the page."""

_REACH = 50
"""A closing star looks back over so many open ones at most, so that hostile files cost little."""


@dataclass(slots=True)
class _Piece:
    """A stretch of text with its look; `stars` are those not yet used up by emphasis."""

    text: str
    note: str | None = None
    strike: bool = False
    bold: bool = False
    italic: bool = False
    stars: int = 0
    opens: bool = False
    closes: bool = False


def inline_runs(text: str, link_names: frozenset[str] = frozenset()) -> tuple[Run, ...]:
    """The runs of one paragraph.

    Square brackets stay, since negotiating texts are full of them; only links to an address, or to
    a name that the file defines, lose theirs. Emphasis follows CommonMark 0.31, section 6.2, so
    that `r*eaffirming*` is an r and a word in italics, while `2 * 3` keeps its star.

    Args:
        text: the source of the paragraph.
        link_names: names of the file's link definitions, in lower case.
    """
    pieces = _pieces(text, link_names)
    _emphasise(pieces)
    return _merged(pieces)


def _pieces(text: str, link_names: frozenset[str]) -> list[_Piece]:
    pieces: list[_Piece] = []
    strike, at, open_links, position = False, 0, 0, 0
    while (match := _TOKEN.search(text, position)) is not None:
        kind = match.lastgroup or ""
        kind = next(name for name in (*_WORDS, "strike", "stars") if match[name] is not None)
        named = (match["name"] or match["words"] or "").lower() if kind == "reference" else ""
        if (kind == "reference" and named not in link_names) or (kind == "link_end" and not open_links):
            position = match.start() + 1
            continue
        open_links += (kind == "link_start") - (kind == "link_end")
        pieces.append(_Piece(text[at : match.start()], strike=strike))
        at = position = match.end()
        if kind == "strike":
            strike = not strike
        elif kind == "stars":
            opens, closes = _flanks(text, match)
            pieces.append(_Piece(match[0], None, strike, stars=len(match[0]), opens=opens, closes=closes))
        else:
            note = match["label"] if kind == "note" else None
            pieces.append(_Piece(_WORDS[kind](match), note, strike))
    pieces.append(_Piece(text[at:], strike=strike))
    return pieces


def _flanks(text: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Whether a run of stars may open and may close emphasis.

    More lenient than CommonMark at the ends of a paragraph, where a star can only be emphasis.
    """
    before, after = text[: match.start()][-1:] or " ", text[match.end() :][:1] or " "
    left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
    right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
    if match[0].startswith("_"):
        return left and (not right or _is_sign(before)), right and (not left or _is_sign(after))
    return left, right or not text[match.end() :].strip()


def _is_sign(character: str) -> bool:
    return category(character)[0] in "PS"


def _emphasise(pieces: list[_Piece]) -> None:
    openers: list[int] = []
    for at, closer in enumerate(pieces):
        while closer.closes and closer.stars:
            opener = next((o for o in reversed(openers[-_REACH:]) if _matches(pieces[o], closer)), None)
            if opener is None:
                break
            used = 2 if min(pieces[opener].stars, closer.stars) >= 2 else 1
            for inner in pieces[opener + 1 : at]:
                inner.bold = inner.bold or used == 2
                inner.italic = inner.italic or used == 1
            pieces[opener].stars -= used
            closer.stars -= used
            while openers and (openers[-1] > opener or not pieces[openers[-1]].stars):
                openers.pop()
        if closer.opens and closer.stars:
            openers.append(at)
    for piece in pieces:
        if piece.opens or piece.closes:
            piece.text = piece.text[: piece.stars]


def _matches(opener: _Piece, closer: _Piece) -> bool:
    if opener.text[0] != closer.text[0] or not opener.stars:
        return False
    both_ways = opener.closes or closer.opens
    odd_sum = (len(opener.text) + len(closer.text)) % 3 == 0
    thirds = len(opener.text) % 3 == 0 and len(closer.text) % 3 == 0
    return not (both_ways and odd_sum and not thirds)


def _merged(pieces: list[_Piece]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in pieces:
        run = Run(piece.text, bold=piece.bold, italic=piece.italic, strike=piece.strike, note=piece.note)
        if not run.text:
            continue
        if runs and run.note is None and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return tuple(runs)
