"""Hold the language versions of one text against one another, without translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from treatydiff.align.across.lexicon import Lexicon
from treatydiff.errors import UsageError
from treatydiff.model import Draft, Instrument
from treatydiff.naming.wording import counted
from treatydiff.studies.languages.comparer import ABSENT, REMARKS, Comparer, Mismatch
from treatydiff.studies.languages.model import (
    LanguageDifference,
    LanguageVersions,
    UnreadVersion,
)

if TYPE_CHECKING:  # it imports numpy
    from treatydiff.studies.languages.renumbered import ByContent

_T = TypeVar("_T")
_FIRST = frozenset({"unrelated", "renumbered"})
"""What a reader must know before the differences."""


def compare_languages(
    drafts: Sequence[Draft], unread: Sequence[UnreadVersion] = (), *,
    lexicons: Mapping[str, Lexicon] | None = None,
) -> LanguageVersions:  # fmt: skip
    """Find where language versions of one text do not match, by position, numbers and references.

    The first version is the one that the others are held against. Units are known by their ids, which
    are canonical in every language; inside them provisions are paired by position and depth, whatever
    the style of their labels. In each pair of clauses the numbers (digits and number words, without
    those of references), the cross-references and the brackets are counted. Differences that several
    versions share are one difference.

    Args:
        drafts: two or more versions.
        unread: versions that could not be read, and why; they are named in the result.
        lexicons: instead of those that come with the program, by language.

    Raises:
        UsageError: there is only one version.
    """
    refuse_single(drafts)
    first, *others = drafts
    merged: dict[tuple[str, str, str | None, str], list[Mismatch]] = {}
    clauses, pairs = 0, []
    for other in others:
        comparer = _against(first, other, lexicons or {})
        clauses += comparer.clauses
        pairs.append(tuple(comparer.pairs))
        for each in comparer.found:
            key = (each.code, each.message, each.one.provision or each.other.provision, each.one.says)
            merged.setdefault(key, []).append(each)
    order = {node.id: at for at, node in enumerate(first.walk())}
    differences = [
        LanguageDifference(
            code, message, (group[0].one, *(each.other for each in group)), remark=code in REMARKS
        )
        for (code, message, _, _), group in merged.items()
    ]
    differences.sort(
        key=lambda each: (each.code not in _FIRST, order.get(each.places[0].provision or "", len(order)))
    )
    return LanguageVersions(tuple(drafts), tuple(differences), clauses, unread=tuple(unread),
                            pairs=tuple(pairs))  # fmt: skip


def refuse_single(versions: Sequence[object]) -> None:
    """Language versions are held against one another, so there must be two.

    Raises:
        UsageError: there is only one.
    """
    if len(versions) < 2:
        raise UsageError("language versions are held against one another", hint="name at least two files")


def _against(
    first: Draft, other: Draft, lexicons: Mapping[str, Lexicon]
) -> Comparer:  # fmt: skip
    comparer = _beside(first, other, lexicons)
    if comparer.doubtful(
        min(sum(unit.kind in ("article", "rule") for unit in draft.units()) for draft in (first, other))
    ):
        from treatydiff.studies.languages.renumbered import by_content

        content = by_content(first, other, lexicons)
        if content.unrelated:
            says = f"{content.share:.0%} of the articles answer to one another by what they say"
            comparer.tell(
                "unrelated", "these do not look like versions of one text", None, None, says, ABSENT
            )
        elif content.otherwise:
            comparer = _beside(first, other, lexicons, content)
            one, two = content.renumbered[0]
            many = counted(len(content.renumbered), "article bears", "articles bear")
            message = f"{many} another number: articles were paired by what they say"
            comparer.tell("renumbered", message, one.provision, two.provision,
                          one.provision.number, two.provision.number)  # fmt: skip
    if len(first.instruments) != len(other.instruments):
        comparer.tell("instruments", "the files hold different numbers of instruments", None, None,
                      str(len(first.instruments)), str(len(other.instruments)))  # fmt: skip
    comparer.lost()
    comparer.terms()
    return comparer


def _articles(draft: Draft) -> int:
    return sum(unit.kind in ("article", "rule") for unit in draft.units())


def _beside(
    first: Draft, other: Draft, lexicons: Mapping[str, Lexicon], content: ByContent | None = None
) -> Comparer:
    comparer = Comparer(first, other, lexicons, content)
    for one, two in _instruments(first, other):
        comparer.instruments(one, two)
    return comparer


def _instruments(first: Draft, other: Draft) -> Iterator[tuple[Instrument, Instrument]]:
    if len(first.instruments) == len(other.instruments):
        yield from zip(first.instruments, other.instruments, strict=True)
        return
    mains = [next((each for each in draft.instruments if each.main), None) for draft in (first, other)]
    if mains[0] is not None and mains[1] is not None:
        yield mains[0], mains[1]
