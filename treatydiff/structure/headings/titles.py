"""Titles that stand on lines of their own below a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.language.grammar import Grammar
from treatydiff.language.tokenizer import word_count
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.patterns import pattern_of
from treatydiff.structure.headings.headings import Heading, printed_title
from treatydiff.structure.labels import read_label
from treatydiff.structure.lines import Line, ends_sentence, starts_lower

_MOST_LINES = 7
_LONGEST_LINE = 130
_RUN_IN = pattern_of(
    r"(?P<title>[^\W\d_a-z][^.;:!?]{2,69})\.\s*(?:[-–—]+\s*)?(?=[^\s\W\d_a-zа-яё]|[\[(“\"«\d])"
)
_MODALS = sorted(verb for code in ("en", "fr", "es", "ru") for verb in SIGNAL_WORDS[code].modal_verbs)
_VERBS = pattern_of(
    rf"\b(?:{'|'.join(_MODALS)}|is|are|has|have|est|sont|es|son|является|являются)\b", re.IGNORECASE
)
"""Verbs that a sentence holds and a title does not."""
_DUTY = pattern_of(
    r"\b(?:shall|must|doit|doivent|deberá|deberán|debe|deben|должен|должна|должно|должны|обязан[аоы]?)\b"
)
"""Verbs that no title holds; "may" and its like do ("States that may become Parties")."""
_TIGHT = 0.3
"""Heights of a line above a line that the title before it wraps to."""
_MOST_RUN_IN_WORDS = 9
_FEWEST_RUN_IN = 3
_RUN_IN_SHARE = 0.7
_OPEN_END = pattern_of(
    r"(?:,|\b(?:and|or|of|the|for|in|to|with|by|on|from|a|as|et|de|des|du|la|le|y|и))\s*$", re.IGNORECASE
)


def attach_titles(lines: Sequence[Line], headings: Sequence[Heading], grammar: Grammar) -> list[Heading]:
    """The headings with the title lines that follow them taken in.

    Where a draft centres or emboldens titles, the look decides. Where nothing is styled, the whole
    document votes: if most article headings are followed by a short line that reads like a title,
    each of these is one.

    Args:
        lines: all lines of the file.
        headings: its headings, in order.
        grammar: the grammar of its language.
    """
    headings = _with_run_in_titles(headings)
    starts = {heading.first for heading in headings}
    vote = {
        kind: _votes_for_titles(lines, headings, grammar, starts, kind) for kind in ("article", "container")
    }
    titled = []
    for heading in headings:
        plain = vote["article" if heading.kind in ("article", "rule") else "container"]
        titled.append(_with_title_lines(lines, heading, grammar, starts, plain=plain))
    return titled


def title_goes_on(text: str) -> bool:
    """Whether a line of a title wants a further one: it ends in a comma, "and", "of" and the like."""
    return _OPEN_END.search(text) is not None


def _with_run_in_titles(headings: Sequence[Heading]) -> Sequence[Heading]:
    """The headings with titles that run into the text ("Article 2. Scope. This Convention …").

    Where most texts that stand on the line of their heading begin with such a phrase, it is the title.
    """
    found = {
        number: match
        for number, heading in enumerate(headings)
        if heading.body is not None and (match := _run_in(heading.body.text)) is not None
    }
    bodies = sum(heading.body is not None for heading in headings)
    if len(found) < _FEWEST_RUN_IN or len(found) < _RUN_IN_SHARE * bodies:
        return headings
    titled = list(headings)
    for number, match in found.items():
        heading = headings[number]
        assert heading.body is not None
        title = heading.body.slice(0, match.end())
        titled[number] = replace(
            heading,
            title=match.group("title"),
            raw=(*heading.raw, title),
            body=heading.body.slice(match.end()).strip(),
        )
    return titled


def _run_in(text: str) -> re.Match[str] | None:
    match = _RUN_IN.match(text)
    if match is None or _VERBS.search(match.group("title")):
        return None
    return match if word_count(match.group("title")) <= _MOST_RUN_IN_WORDS else None


def _votes_for_titles(
    lines: Sequence[Line], headings: Sequence[Heading], grammar: Grammar, starts: set[int], kind: str
) -> bool:
    of_kind = [
        h
        for h in headings
        if (h.kind in ("article", "rule")) == (kind == "article") and not h.title and h.body is None
    ]
    followed = [h for h in of_kind if h.last < len(lines) and h.last not in starts]
    if any(lines[h.last].styled for h in followed if not lines[h.last].text.startswith("(")):
        styled = sum(lines[h.last].styled for h in followed)
        if styled >= 0.3 * len(followed):
            return False
    likely = sum(
        _reads_like_title(lines, h.last, grammar) and not _begins_sentence(lines, h.last) for h in followed
    )
    return likely >= 0.6 * len(followed) > 0


def _reads_like_title(lines: Sequence[Line], at: int, grammar: Grammar) -> bool:
    line = lines[at]
    text = line.text
    if (
        line.block.number
        or len(text) > _LONGEST_LINE
        or ends_sentence(text)
        or text.rstrip("]").endswith(",")
    ):
        return False
    if (
        _DUTY.search(text)
        or starts_lower(text)
        or read_label(text, grammar.code)
        or grammar.placeholder.match(text)
    ):
        return False
    return not (grammar.preamble_opener.match(text) and len(text) > 60) and not grammar.option.match(text)


def _begins_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether a line runs on, in lower case, to an end such as a full stop: no title does."""
    for number in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[number]
        if not starts_lower(line.text) or line.block.starts_paragraph or line.block.number:
            return False
        if ends_sentence(line.text):
            return True
    return False


def _with_title_lines(
    lines: Sequence[Line], heading: Heading, grammar: Grammar, starts: set[int], *, plain: bool
) -> Heading:
    if heading.body is not None:
        return heading
    at = heading.last
    head = lines[heading.first]
    taken: list[int] = []
    while at < len(lines) and at not in starts and len(taken) < _MOST_LINES:
        if not _continues_title(lines, at, heading, head, taken, grammar, plain=plain):
            break
        taken.append(at)
        at += 1
    if not taken:
        return replace(heading, title=printed_title([heading.title]))
    return replace(
        heading,
        last=at,
        raw=heading.raw + tuple(lines[number].sourced for number in taken),
        title=printed_title([heading.title, *(lines[number].text for number in taken)]),
    )


def _wraps(before: Line, line: Line) -> bool:
    """Whether a line sits close below an unended title and goes on in its case."""
    if line.block.gap is None or line.block.gap > _TIGHT or line.block.page != before.block.page:
        return False
    if ends_sentence(before.text) or ends_sentence(line.text) or len(line.text) > _LONGEST_LINE:
        return False
    return starts_lower(line.text) or (before.upper and line.upper)


def _continues_title(
    lines: Sequence[Line],
    at: int,
    heading: Heading,
    head: Line,
    taken: list[int],
    grammar: Grammar,
    *,
    plain: bool,
) -> bool:
    line = lines[at]
    text = line.text
    if line.block.number or grammar.placeholder.match(text) or grammar.option.match(text):
        return False
    if grammar.preamble_opener.match(text) and ends_sentence(
        text.rstrip(",") + ("." if text.endswith(",") else "")
    ):
        return False
    before = lines[at - 1]
    if line.styled:
        label = read_label(text, grammar.code)
        if label is not None and not line.block.centred:
            return False
        if taken or heading.title:
            same_look = line.block.centred == before.block.centred and line.block.bold == before.block.bold
            if same_look:
                return (line.block.gap or 0.0) < 0.8
            # The first line may fill the page, so that only what is left of the title looks centred.
            return line.block.bold == before.block.bold and _wraps(before, line)
        return line.block.centred or not ends_sentence(text)
    if (taken or heading.title) and before.block.bold == line.block.bold and _wraps(before, line):
        return True
    if head.block.centred or (taken and lines[taken[0]].styled):
        return False
    if taken or heading.title:
        open_end = _OPEN_END.search(before.text) is not None
        caps = before.upper and line.upper and heading.kind != "article"
        return (
            (starts_lower(text) or open_end or caps)
            and len(text) <= _LONGEST_LINE
            and not ends_sentence(text)
            and line.block.starts_paragraph is not True
        )
    return plain and _reads_like_title(lines, at, grammar)
