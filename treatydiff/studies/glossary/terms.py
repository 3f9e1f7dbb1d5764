"""Find the defined terms of two drafts in different languages, their counterparts, and other translations."""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.align.across.align import align_across
from treatydiff.align.across.defined import ENOUGH, defined_term, has_term
from treatydiff.align.across.lexicon import Lexicon, shipped_lexicon
from treatydiff.errors import LanguageError
from treatydiff.model import Draft
from treatydiff.studies.glossary.model import Glossary, GlossaryTerm


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
        term = defined_term(text)
        if not term:
            continue
        other_id = answers.get(id_, "")
        other = defined_term(texts[1][other_id]) if other_id else ""
        together, otherwise = 0, []
        for one, two in pairs if other else ():
            if one == id_ or not has_term(texts[0][one], term, a.language, 1.0):
                continue
            if has_term(texts[1][two], other, b.language, ENOUGH):
                together += 1
            else:
                otherwise.append((one, two))
        found.append(GlossaryTerm(term, other, id_, other_id if other else "", together, tuple(otherwise)))
    return Glossary(a, b, tuple(found))
