"""What a clause says in its language, and where two clauses in different languages do not match."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from treatydiff.align.across.lexicon import Lexicon
from treatydiff.language.keys import comparison_words
from treatydiff.language.tokenizer import Word
from treatydiff.language.words.across import ForceClass
from treatydiff.records import dataclass

UnmatchedKind = Literal["figures", "references", "brackets", "force", "permission"]
"""What two clauses differ in; "permission" is a word that permits and that nothing seems to answer."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Where two clauses do not match: what each has, "" for nothing; `plain` is a negation without modal."""

    kind: UnmatchedKind
    one: str
    other: str
    class_one: ForceClass | Literal[""] = ""
    class_other: ForceClass | Literal[""] = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A clause's text, its language, and the lexicon between that and English (None for English)."""

    text: str
    language: str
    lexicon: Lexicon | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The comparison keys of its words, read once for all classes of words of force."""
        return tuple(word.key for word in self.words)

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words, with their offsets in it."""
        return _words(self.text, self.language)


@lru_cache(maxsize=64)
def _words(text: str, language: str) -> tuple[Word, ...]:
    return comparison_words(text, language)
