"""Drafts from a few lines of text, for tests of structure."""

from __future__ import annotations

import textwrap

from treatydiff.model import Block, Draft, Provision, Run, Source, SourceText
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse


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
