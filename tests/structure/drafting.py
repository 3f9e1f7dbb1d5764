"""Drafts from a few lines of text, for tests of structure."""

from __future__ import annotations

import textwrap

from treatydiff.model import Block, Draft, Provision, ProvisionKind, Run, Source, SourceText
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.lines import Line, to_lines
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.parse import parse
from treatydiff.structure.preambles import OutlineItem


def draft_of(text: str, **settings: object) -> Draft:
    """The draft that some lines of plain text make."""
    return read_draft_bytes(textwrap.dedent(text).encode(), "draft.txt", Settings(**settings))  # type: ignore[arg-type]


def draft_of_blocks(*blocks: Block) -> Draft:
    """The draft that blocks with layout make."""
    return parse(SourceText(Source("draft.pdf", "0" * 64, "application/pdf"), tuple(blocks)), Settings())


def line(index: int, text: str, **layout: object) -> Block:
    """A block of one run."""
    return Block(index, (Run(text, bold=bool(layout.pop("bold", False))),), **layout)  # type: ignore[arg-type]


def ids(draft: Draft) -> list[str]:
    """Every id, in text order."""
    return [node.id for node in draft.walk()]


def leaves(draft: Draft) -> list[tuple[str, str]]:
    """Id and words of every clause."""
    return [(node.id, node.text) for node in draft.walk() if not node.children]


def provision(draft: Draft, wanted: str) -> Provision:
    """The provision of an id."""
    return next(node for node in draft.walk() if node.id == wanted)


def lined(text: str, **layout: object) -> Line:
    """A line as structure sees it."""
    return to_lines([line(0, text, **layout)])[0]


def lines_of(*texts: str | Line) -> tuple[Line, ...]:
    """Lines of some texts; those that need a look are made with `lined`."""
    return tuple(lined(text) if isinstance(text, str) else text for text in texts)


def paragraph(text: str, lines: int = 1, **layout: object) -> Paragraph:
    """A paragraph as it stands between headings."""
    first = lined(text, **layout)
    return Paragraph(first.sourced, first, 0, lines)


def heading(kind: ProvisionKind, number: str, title: str = "", body: str = "", **layout: object) -> Heading:
    """A heading with its title, or with text on its line."""
    first = lined(f"{kind} {number}", **layout)
    said = lined(body).sourced if body else None
    return Heading(kind, number, 0, 1, first, (first.sourced,), title, said, called=kind * (kind == "rule"))


def articles(*numbers: int, text: str = "The keeper lights the lamp.") -> list[OutlineItem]:
    """Articles of one paragraph each."""
    return [item for n in numbers for item in (heading("article", str(n)), paragraph(text))]


def tree(draft: Draft) -> list[str]:
    """Every provision of a draft on a line: its id, its heading, its words."""
    return [" | ".join(filter(None, (node.id, node.heading, node.text))) for node in draft.walk()]
