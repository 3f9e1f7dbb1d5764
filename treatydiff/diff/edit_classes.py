"""The class of a change: typographic, editorial or substantive, by comparing what it takes and gives.

Whether a change is consequential depends on what was renumbered and is decided where references are
compared (`stretches`); a change of brackets alone is told by its characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from treatydiff.diff.tokens import token_key
from treatydiff.language.tokenizer import pieces
from treatydiff.language.typography import same_typographically
from treatydiff.model import EditClass

# Marks that Unicode counts as punctuation but that say something.
_SAID_TWICE = re.compile(r"(?<!\d)(\d+\x1f)\1")
_SPEAKING_MARKS = frozenset("%‰&#@§¶*")


def class_of_change(deleted: str, inserted: str, language: str) -> EditClass:
    """How much a change of words means.

    Args:
        deleted: the words taken out, brackets left aside; empty for a pure insertion.
        inserted: the words put in their place.
        language: code of the drafts' language, for its spelling variants.
    """
    if deleted == inserted:
        return "bracket"
    if same_typographically(deleted, inserted):
        return "typographic"
    if editorial_form(deleted, language) == editorial_form(inserted, language):
        return "editorial"
    return "substantive"


def editorial_form(text: str, language: str) -> str:
    """The letters, digits and speaking marks of a text, in the one case and spelling."""
    return _SAID_TWICE.sub(r"\1", "".join(_speaking(text, language)))


def _speaking(text: str, language: str) -> Iterator[str]:
    for piece in pieces(text):
        key = token_key(piece, language)
        if any(char.isalnum() for char in key):
            # A number stays apart from what follows: "1 5" is not "15".
            yield f"{key}\x1f" if key[-1].isdigit() else key
        elif piece in _SPEAKING_MARKS or unicodedata.category(piece[0])[0] == "S":
            yield key
