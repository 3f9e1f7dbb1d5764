"""Find the defined terms of two drafts in different languages, their counterparts, and other translations."""

from __future__ import annotations

import re
from collections.abc import Mapping

from treatydiff.align.across.align import align_across
from treatydiff.align.across.lexicon import Lexicon, shipped_lexicon
from treatydiff.errors import LanguageError
from treatydiff.language.across import stems
from treatydiff.model import Draft
from treatydiff.studies.glossary.model import Glossary, GlossaryTerm

_QUOTED = re.compile(
    r"[\"\u201c\u201e\u00ab]\s?([^\"\u201c\u201d\u201e\u00ab\u00bb]{1,80}?)\s?[\"\u201d\u00bb]"
)
"""A term in quotation marks."""
_NEAR_START = 60
"""Characters within which the quotation of a definition begins ("For the purposes of this article, ...")."""
ENOUGH = 0.5
"""Share of a counterpart's stems that a clause must have to be taken for having it; words are inflected."""


def find_glossary(a: Draft, b: Draft, *, lexicons: Mapping[str, Lexicon] | None = None) -> Glossary:
    """The defined terms of A with their counterparts in B.

    A definition is a clause that begins with a term in quotation marks; its counterpart is what stands in
    quotation marks in the clause of B that answers to it.

    Args:
        a, b: the drafts.
        lexicons: instead of those that come with the program, by language.

    Raises:
        LanguageError: both are in one language.
    """
    if a.language == b.language:
        raise LanguageError(
            f"both drafts are in one language ({a.language})", hint="a glossary is of two languages"
        )
    rows = align_across(a, b, [(lexicons or {}).get(each.language) or shipped_lexicon(each.language)
                                for each in (a, b)])  # fmt: skip
    texts = [{leaf.id: leaf.text for unit in draft.units() for leaf in unit.clauses()} for draft in (a, b)]
    pairs = [(link.a, link.b) for row in rows for link in row.clauses if link.a and link.b]
    answers = dict(pairs)
    found = []
    for id_, text in texts[0].items():
        term = _defined(text)
        if not term:
            continue
        other_id = answers.get(id_, "")
        other = _defined(texts[1][other_id]) if other_id else ""
        together, otherwise = 0, []
        for one, two in pairs if other else ():
            if one == id_ or not _has(texts[0][one], term, a.language, 1.0):
                continue
            if _has(texts[1][two], other, b.language, ENOUGH):
                together += 1
            else:
                otherwise.append((one, two))
        found.append(GlossaryTerm(term, other, id_, other_id if other else "", together, tuple(otherwise)))
    return Glossary(a, b, tuple(found))


def _defined(text: str) -> str:
    """The term that a clause defines: the first in quotation marks, where it stands at the beginning."""
    match = _QUOTED.search(text)
    return match[1].strip() if match and match.start() <= _NEAR_START else ""


def _has(text: str, term: str, language: str, share: float) -> bool:
    """Whether a text has the stems of a term, or as many of them as are asked for."""
    wanted = {each for each, _ in stems.terms(term, language)}
    held = {each for each, _ in stems.terms(text, language)}
    return bool(wanted) and len(wanted & held) >= share * len(wanted)
