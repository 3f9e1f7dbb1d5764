"""A word about files that hold several languages: one grammar reads all of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.language.registry import LANGUAGE_NAMES, language_of_a_paragraph
from treatydiff.model import Block, Diagnostic
from treatydiff.patterns import pattern_of

LEAST_SHARE, LEAST_LETTERS = 0.10, 600
"""Share of a file's letters, and letters, that another language must have to be named.

Lists of names in many languages, as acts have them in annexes, stay below.
"""
_LETTERS = pattern_of(r"[^\W\d_]+")


def mixed_languages(blocks: Sequence[Block], language: str) -> tuple[Diagnostic, ...]:
    """A warning for each of the six languages, other than a file's own, that much of the file is in.

    Args:
        blocks: that are read.
        language: code of the language whose grammar reads them.
    """
    of: dict[str, list[Block]] = {}
    for block in blocks:
        of.setdefault(language_of_a_paragraph(block.text), []).append(block)
    if of.keys() <= {"", language}:
        return ()
    letters = Counter(
        {code: sum(len(run) for each in those for run in _LETTERS.findall(each.text))
         for code, those in of.items()}
    )  # fmt: skip
    total = letters.total()
    return tuple(
        Diagnostic(
            "mixed_languages", "warning",
            f"about {100 * count / total:.0f} % of the text is in {LANGUAGE_NAMES[code]}; all of it is "
            f"read with the grammar of {LANGUAGE_NAMES.get(language, language)}: part the languages, "
            "or name one with --language", of[code][0].page,
        )
        for code, count in letters.most_common()
        if code and code != language and count >= max(LEAST_LETTERS, LEAST_SHARE * total)
    )  # fmt: skip
