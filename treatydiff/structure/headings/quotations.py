"""Articles that an amending article quotes: their headings are words of the amendment."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.patterns import pattern_of
from treatydiff.structure.lines import Line

CLOSING = {
    "“": "”",
    "”": "”",
    "„": "“”",
    '"': '"',
    "«": "»",
    "‘": "’",
    "'": "'",
    "‹": "›",
    "「": "」",
    "『": "』",
}
"""Opening quotation marks, and what closes them."""
_BEHIND_THE_QUOTE = pattern_of(r"(?<![\s.;,:)\]])[\s.;,:)\]]*+$")
_LONGEST = 400
"""Lines; a mark without a partner must not swallow the draft."""


def quoted_lines(lines: Sequence[Line], grammar: Grammar) -> frozenset[int]:
    """The lines that stand inside a quotation which begins with a heading ("“Article 5").

    Args:
        lines: the lines of a file.
        grammar: the grammar of its language.
    """
    quoted: set[int] = set()
    for at, line in enumerate(lines):
        mark = line.text[:1]
        if at in quoted or mark not in CLOSING:
            continue
        inner = line.text[1:].lstrip()
        if any(form.pattern.match(inner) for form in grammar.headings if form.kind != "rule"):
            quoted.update(range(at, _end(lines, at, mark) + 1))
    return frozenset(quoted)


def _end(lines: Sequence[Line], start: int, mark: str) -> int:
    """The line that closes the quotation which opens at `start`; `start` itself if none does."""
    closing = CLOSING[mark]
    depth = 0
    for at in range(start, min(len(lines), start + _LONGEST)):
        text = lines[at].text
        if mark not in closing and mark != "‘":
            depth += text.count(mark) - sum(map(text.count, closing))
        bare = _BEHIND_THE_QUOTE.sub("", text)
        closes = bare[-1:] in closing if bare else False
        if closes and depth <= 0 and (at > start or len(bare) > 1):
            return at
    return start
