"""Chains of drafts for tests: the fixtures' and small invented ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from treatydiff.pipeline import read_draft, read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import read_chain
from treatydiff.studies.chains.model import Chain

FOLDER = Path(__file__).parents[3] / "fixtures" / "chain"
FILES = ("1-national-draft.docx", "2-chairs-text.pdf", "3-revised-text.docx", "4-final-text.pdf")
SETTINGS = Settings(reference="none")


@cache
def fixture_chain(drafts: int = 4) -> Chain:
    """The first drafts of the fixtures' chain, compared."""
    return read_chain([read_draft(FOLDER / name, SETTINGS) for name in FILES[:drafts]], SETTINGS)


def chain_of(*texts: str) -> Chain:
    """A chain of drafts given as plain text, called 1.txt, 2.txt, ..."""
    return read_chain(
        [read_draft_bytes(text.encode(), f"{at}.txt", SETTINGS) for at, text in enumerate(texts, 1)], SETTINGS
    )


def articles(*bodies: str) -> str:
    """A draft of articles, each given as "number heading: text"."""
    parts = []
    for body in bodies:
        title, _, text = body.partition(": ")
        number, _, heading = title.partition(" ")
        parts.append(f"Article {number}\n{heading}\n\n{text}\n")
    return "\n".join(parts)
