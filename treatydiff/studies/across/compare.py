"""Compare two drafts in different languages: what answers to what, and what does not match as detected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from treatydiff.align.across.align import AlignedRow, ClauseLink, align_across
from treatydiff.align.across.held import held
from treatydiff.align.across.lexicon import Lexicon, shipped_lexicon
from treatydiff.align.across.said import Said
from treatydiff.errors import LanguageError
from treatydiff.language.across.stems import terms
from treatydiff.language.references import Step
from treatydiff.model import Diagnostic, Draft, Provision, SettingValues
from treatydiff.studies.across.model import (
    AcrossComparison,
    ClauseAcross,
    ClauseMismatch,
    LexiconUsed,
    RowAcross,
)

LEAST_KNOWN = 0.6
"""Share of a draft's words that a lexicon must know for its silence to say much; below it, it is said.

On treaties and acts that a lexicon was not learned from it knew between 70 and 95 of 100 words.
"""
LEAST_ARTICLES, RELATED = 5, 0.2
"""Share of the articles of the shorter draft below which two drafts do not look like drafts of one text.

Three pairs that have nothing to do with one another have 6, 9 and 12 %; an earlier draft and its final 90.
"""


def compare_across(
    a: Draft, b: Draft, *, lexicons: Mapping[str, Lexicon] | None = None, settings: SettingValues = ()
) -> AcrossComparison:
    """Compare two drafts in different languages, without translating them.

    Provisions are aligned by a lexicon of treaty words, by spelling, numbers, headings and neighbours;
    in each pair of clauses numbers, references, brackets and words of force are held against one another.
    No words are compared, and no share is measured.

    Args:
        a, b: the drafts, the earlier first.
        lexicons: instead of those that come with the program, by language.
        settings: names and values that differ from the defaults, for the record.

    Raises:
        LanguageError: both drafts are in one language.
    """
    if a.language == b.language:
        raise LanguageError(
            f"both drafts are in one language ({a.language})", hint="compare them word by word: compare(a, b)"
        )
    used = [(lexicons or {}).get(draft.language) or shipped_lexicon(draft.language) for draft in (a, b)]
    aligned = align_across(a, b, used)
    texts = [{leaf.id: leaf for unit in draft.units() for leaf in unit.clauses()} for draft in (a, b)]
    kinds = [{unit.id: unit.kind for unit in draft.units()} for draft in (a, b)]
    renumbered = _renumbered(aligned)
    rows = tuple(
        RowAcross(
            kinds[1][row.b[0]] if row.b else kinds[0][row.a[0]], row.a, row.b, row.relation, row.similarity,
            tuple(_clause(link, texts, (a, b), used, renumbered) for link in row.clauses), row.links,
        )
        for row in aligned
    )  # fmt: skip
    known = [_known(draft, lexicon) for draft, lexicon in zip((a, b), used, strict=True)]
    return AcrossComparison(
        a, b, rows,
        tuple(LexiconUsed(each.language, len(each.entries), each.sources) for each in used if each),
        known[0], known[1], (*_doubts((a, b), known), *_unrelated(aligned, kinds)), settings,
    )  # fmt: skip


def _unrelated(aligned: Sequence[AlignedRow], kinds: Sequence[Mapping[str, str]]) -> list[Diagnostic]:
    """That hardly any article has a counterpart, which two drafts of one text never show."""
    shares = []
    for at, those in enumerate(kinds):
        own = {id_ for id_, kind in those.items() if kind in ("article", "rule")}
        with_partner = {id_ for row in aligned if row.a and row.b for id_ in (row.a, row.b)[at] if id_ in own}
        shares.append((len(own), len(with_partner)))
    count, paired = min(shares)
    if count < LEAST_ARTICLES or paired >= RELATED * count:
        return []
    return [Diagnostic("unrelated", "warning", f"{paired} of {count} articles have a counterpart: "
                       "these do not look like drafts of one text")]  # fmt: skip


def _clause(
    link: ClauseLink,
    texts: Sequence[Mapping[str, Provision]],
    drafts: Sequence[Draft],
    lexicons: Sequence[Lexicon | None],
    renumbered: Mapping[Step, Step],
) -> ClauseAcross:
    one = texts[0][link.a] if link.a else None
    other = texts[1][link.b] if link.b else None
    found: tuple[ClauseMismatch, ...] = ()
    if one is not None and other is not None:
        said, answered = (
            Said(leaf.text, draft.language, lexicon)
            for leaf, draft, lexicon in zip((one, other), drafts, lexicons, strict=True)
        )
        found = tuple(
            ClauseMismatch(each.kind, each.one, each.other, each.class_one, each.class_other)
            for each in held(said, answered, renumbered)
            if each.kind != "permission"  # asked of versions of one text alone
        )
    return ClauseAcross(link.a, link.b, one.page if one else None, other.page if other else None,
                        link.similarity, link.moved, found)  # fmt: skip


def _renumbered(aligned: Sequence[AlignedRow]) -> dict[Step, Step]:
    """What became of the numbers of articles: a reference that follows them is the same reference."""
    found: dict[Step, Step] = {}
    for row in aligned:
        if len(row.a) == len(row.b) == 1:
            kinds, numbers = zip(
                *(id_.rsplit("__", 1)[-1].partition("_")[::2] for id_ in (row.a[0], row.b[0])), strict=True
            )
            if set(kinds) == {"art"} and numbers[0] != numbers[1]:
                found["article", numbers[0]] = ("article", numbers[1])
    return found


def _known(draft: Draft, lexicon: Lexicon | None) -> float:
    """The share of the words of a draft that a lexicon has a translation for; 1 for English."""
    if lexicon is None:
        return 1.0
    found = [
        term in lexicon.entries
        for unit in draft.units()
        for leaf in unit.clauses()
        for term, _ in terms(leaf.text, draft.language)
    ]
    return sum(found) / max(1, len(found))


def _doubts(drafts: Sequence[Draft], known: Sequence[float]) -> list[Diagnostic]:
    """What a reader must know before the rows."""
    found = []
    for side, draft, share in zip("AB", drafts, known, strict=True):
        if not draft.units():
            found.append(Diagnostic("nothing_to_compare", "error",
                                    f"{side} ({draft.source.label}) holds no provision"))  # fmt: skip
        elif share < LEAST_KNOWN:
            found.append(Diagnostic(
                "words_not_known", "warning",
                f"the lexicon knows {share:.0%} of the words of {side} ({draft.source.label}): counterparts "
                "may be missed, and a word of force may be looked for in vain",
            ))  # fmt: skip
    return found
