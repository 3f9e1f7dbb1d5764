"""What of CommonMark holds for drafts: markdown-it's rules, and ours where negotiating texts differ.

Imported only when a Markdown file is read.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from treatydiff.patterns import pattern_of

DEEPEST = 30
"""Quotations, lists and links inside one another are told apart to this depth."""
_LONGEST_LABEL = 1000
"""Characters of the name of a link or note, as in CommonMark."""

_NOTE = pattern_of(r"\[\^([^\]\s]+)\]:[ ]*")
_NOTE_CALL = pattern_of(r"\[\^([^\]\s]{1,1000})\]")
_ATTRIBUTES = pattern_of(r"\{:[^{}]*\}")
_ADDRESS = pattern_of(r"[a-z][a-z0-9+.-]*:|www\.|[#/.]", re.IGNORECASE)
"""How a link's target begins, or the brackets are the negotiating text's own."""
_TARGET = pattern_of(
    r"\((?:[a-z][a-z0-9+.-]*:|www\.|[#/.])[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
)
_SQUARE = pattern_of(r"\\.|[\[\]]", re.DOTALL)
_REST_BLANK = pattern_of(r"\s*\Z")
_INTERRUPTED = ("paragraph", "reference", "blockquote", "list")


def markdown_grammar() -> MarkdownIt:
    """A parser of blocks and of the text in them.

    Indented lines are paragraphs, not code, since drafts indent their subparagraphs; elements of HTML
    are read where they stand, never as blocks of their own; square brackets stay unless they hold a
    link to an address or to a name that the file defines.
    """
    grammar = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    grammar.disable(["code", "html_block", "link", "image"])
    grammar.core.ruler.enableOnly(["normalize", "block"])
    grammar.validateLink = _is_address  # type: ignore[method-assign]
    grammar.normalizeLink = _as_typed  # type: ignore[method-assign]
    grammar.normalizeLinkText = _as_typed  # type: ignore[method-assign,assignment]
    grammar.block.ruler.before("reference", "note", _note, {"alt": list(_INTERRUPTED)})
    grammar.inline.ruler.before("escape", "escaped_space", _escaped_space)
    grammar.inline.ruler.at("emphasis", _emphasis)
    grammar.inline.ruler.before("autolink", "square_brackets", _square_brackets)
    grammar.inline.ruler.before("autolink", "attributes", _attributes)
    return grammar


def _is_address(url: str) -> bool:
    return _ADDRESS.match(url) is not None


def _as_typed(url: str) -> str:
    return url


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A note: `[^1]: its text`, with the lines directly below and the indented ones behind a gap."""
    match = _NOTE.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    lines = [state.src[match.end() : state.eMarks[start]]]
    rules = state.md.block.ruler.getRules("paragraph")
    line = last = start + 1
    while line < end:
        indented = state.sCount[line] - state.blkIndent >= 4
        if state.isEmpty(line):
            line += 1
            continue
        if not indented and (line > last or any(rule(state, line, end, True) for rule in rules)):
            break
        lines.append(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
        line = last = line + 1
    state.line = last
    notes = state.env.setdefault("notes", [])
    notes.append((match[1], "\n".join(lines), (start, last)))
    return True


def _escaped_space(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("\\ ", state.pos):
        return False
    if not silent:
        state.append_pending(" ")
    state.pos += 2
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Stars and low lines as in CommonMark, but a star at the very end may close, whatever it follows."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    found = state.scanDelims(state.pos, marker == "*")
    closes = found.can_close or (
        marker == "*" and _REST_BLANK.match(state.src, state.pos + found.length) is not None
    )
    for _ in range(found.length):
        state.push("text", "", 0).content = marker
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), found.length, at, -1, found.can_open, closes))
    state.pos += found.length
    return True


def _attributes(state: StateInline, _silent: bool) -> bool:
    """`{:.class}`, which tells a renderer something."""
    match = _ATTRIBUTES.match(state.src, state.pos)
    if match is None:
        return False
    state.pos = match.end()
    return True


def _square_brackets(state: StateInline, silent: bool) -> bool:
    """Calls of notes, links and pictures; every other bracket is text."""
    call = _NOTE_CALL.match(state.src, state.pos)
    if call is not None:
        if not silent:
            state.push("note_call", "", 0).content = call[1]
        state.pos = call.end()
        return True
    picture = state.src.startswith("![", state.pos)
    opening = state.pos + picture
    closing = _closing_bracket(state, opening) if state.src[opening] == "[" else None
    behind = None if closing is None else _end_of_target(state, opening, closing)
    if closing is None or behind is None or behind > state.posMax:
        return False
    if not silent:
        whole, state.pos, state.posMax = state.posMax, opening + 1, closing
        state.push("link_open", "a", 1)
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = whole
    state.pos = behind
    return True


def _closing_bracket(state: StateInline, opening: int) -> int | None:
    """Where the bracket that opens here closes; all are paired once, so that many cost no more.

    They are kept in the cache of the rules that look ahead, of which none is in use.
    """
    if not state.cache:
        state.cache[-1] = -1
        opened: list[int] = []
        for match in _SQUARE.finditer(state.src):
            if match[0] == "[":
                opened.append(match.start())
            elif match[0] == "]" and opened:
                state.cache[opened.pop()] = match.start()
    return state.cache.get(opening)


def _end_of_target(state: StateInline, opening: int, closing: int) -> int | None:
    """The place behind a link's address or name; None where the brackets hold no link."""
    target = _TARGET.match(state.src, closing + 1)
    if target is not None:
        return target.end()
    named, behind = (opening, closing), closing + 1
    if state.src.startswith("[", behind):
        end = _closing_bracket(state, behind)
        if end is None:
            return None
        named = (behind, end) if end > behind + 1 else named
        behind = end + 1
    if named[1] - named[0] > _LONGEST_LABEL:
        return None
    name = normalizeReference(state.src[named[0] + 1 : named[1]])
    return behind if name in state.env.get("references", {}) else None
