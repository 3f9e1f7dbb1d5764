"""A compilation on the terminal and as Markdown.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from treatydiff.naming.wording import encodable, listed
from treatydiff.patterns import pattern_of
from treatydiff.report.kit.printed_lines import PrintedLine
from treatydiff.report.kit.terminal_parts import DELETED, INSERTED, QUIET, STRONG, rendered, safe
from treatydiff.studies.proposals.compilation_view import CONFLICTS, CompilationView, ProposedLine

_MARKUP = pattern_of(r"([\\`*_{}\[\]<>#|~])")


def compilation_terminal(view: CompilationView, *, width: int = 80, colour: bool = False) -> str:
    """A compilation as text for a terminal: {+put in+}, [-taken out-].

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view), width=width, colour=colour)


def _parts(view: CompilationView) -> Iterator[RenderableType]:
    yield Text(safe(view.title), STRONG)
    yield Text(f"Proposals of {safe(listed(view.names))}", QUIET)
    for unit in view.units:
        for line in unit.lines:
            if line.role == "title":
                continue
            clause = line.role == "clause"
            if not clause:
                yield Text()
            said = Text(safe(line.whole), "" if clause else STRONG)
            said.append("  new" if unit.new else "", QUIET)
            yield Padding(said, (0, 0, 0, 2 * line.depth if clause else 0))
        for entry in unit.entries:
            yield Text()
            yield Text(f"  {safe(entry.who)}", "bold underline")
            for proposed in entry.lines:
                yield Padding(_said(proposed), (0, 0, 0, 4 + 2 * proposed.depth))
    if view.conflicts:
        yield Text()
        yield Text(CONFLICTS, STRONG)
        for conflict in view.conflicts:
            yield Padding(Text(safe(conflict)), (0, 0, 0, 2))
    if view.left_out:
        yield Text()
        yield Text(safe(view.left_out), QUIET)


def _said(line: ProposedLine) -> Text:
    text = Text(f"{safe(line.label)} " if line.label else "", INSERTED if line.role == "new" else "")
    for op, words in line.pieces:
        if op == "insert":
            text.append(f"{{+{safe(words)}+}}", INSERTED)
        elif op == "delete":
            text.append(f"[-{safe(words)}-]", DELETED)
        else:
            text.append(safe(words), "italic" if line.role == "say" else "")
    return text


def compilation_markdown(view: CompilationView) -> str:
    """A compilation as Markdown: put in as <ins>, taken out as <del>.

    Args:
        view: what is said.
    """
    parts = [f"# {_plain(view.title)}", f"Proposals of {_plain(listed(view.names))}"]
    for unit in view.units:
        parts += [_base(line) + (" – new" if unit.new else "") for line in unit.lines if line.role != "title"]
        for entry in unit.entries:
            parts.append(f"##### {_plain(entry.who)}")
            parts += [f"> {_marked(line)}" for line in entry.lines]
    if view.conflicts:
        parts += [f"## {CONFLICTS}", "\n".join(f"- {_plain(said)}" for said in view.conflicts)]
    parts.append(_plain(view.left_out))
    return encodable("\n\n".join(part for part in parts if part)) + "\n"


def _base(line: PrintedLine) -> str:
    if line.role == "heading":
        return f"{'#' * (1 + min(line.depth, 3))} {_plain(line.whole)}"
    return f"**{_plain(line.whole)}**" if line.role == "subheading" else _start(_plain(line.whole))


def _start(text: str) -> str:
    """A paragraph that Markdown does not take for a list: the dot behind its number is escaped."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _marked(line: ProposedLine) -> str:
    signs = {"insert": "ins", "delete": "del"}
    said = "".join(
        f"<{signs[op]}>{_edges(words)}</{signs[op]}>" if op in signs else _edges(words)
        for op, words in line.pieces
    )
    if line.role == "say":
        return f"*{said}*"
    label = _plain(line.label)
    if not label:
        return _start(said)
    return f"<ins>{label}</ins> {said}" if line.role == "new" else f"{_start(label)} {said}"


def _edges(words: str) -> str:
    """Words as Markdown shows them, with the spaces at their ends."""
    return _MARKUP.sub(r"\\\1", re.sub(r"\s+", " ", words))
