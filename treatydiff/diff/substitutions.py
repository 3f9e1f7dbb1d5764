"""Substitutions that recur: "the Paris Agreement" became "this Agreement" thirty-five times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.language.registry import get_language
from treatydiff.language.tokenizer import word_spans, words
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import ClauseDiff, Edit, Substitution
from treatydiff.records import dataclass

LEAST = 3
"""Fewer occurrences are no pattern."""
MOST_WORDS = 12
"""A longer change on either side is a rewording, not a substitution of terms."""
_CONTEXT = 2
"""Words on either side that join the substitution where all occurrences have them."""


@dataclass(frozen=True, slots=True)
class _Occurrence:
    old: str
    new: str
    before: str
    after: str
    place: str


def recurring_substitutions(units: Iterable[Iterable[ClauseDiff]], language: str) -> tuple[Substitution, ...]:
    """The substitutions of words found in three places or more, the frequent first.

    Words that stand around every occurrence are taken in, so that the substitution reads as a
    phrase. Changes of function words alone ("a" for "the") are no substitution of terms.

    Args:
        units: the clause edits of every row.
        language: code of the drafts' language.
    """
    groups: dict[tuple[str, str], list[_Occurrence]] = {}
    for clauses in units:
        for clause in clauses:
            for found in _occurrences(clause):
                groups.setdefault((_key(found.old), _key(found.new)), []).append(found)
    result = [
        _substitution(group)
        for (old, new), group in groups.items()
        if len(group) >= LEAST and _says_something(f"{old} {new}", language)
    ]
    return tuple(sorted(result, key=lambda each: (-each.count, each.old.casefold(), each.new.casefold())))


def _key(text: str) -> str:
    return " ".join(word.key for word in words(text))


_MORE_FUNCTION_WORDS = frozenset(("a", "an", "any", "such", "those", "these"))


def _says_something(both: str, language: str) -> bool:
    """Whether the words of both sides are more than function words: words of content, or modals."""
    empty = get_language(language).function_words
    if any(word not in empty and word not in _MORE_FUNCTION_WORDS for word in both.split()):
        return True
    table = SIGNAL_WORDS.get(language)
    return table is not None and any(
        table.at_words(pattern).search(both) is not None for _, pattern, _ in table.modals
    )


def _occurrences(clause: ClauseDiff) -> Iterator[_Occurrence]:
    """Replacements of words by words in a clause, with the equal text around each."""
    runs = list(_runs(clause.edits))
    for at, run in enumerate(runs):
        if len(run) < 2 or any(edit.class_ != "substantive" for edit in run):
            continue  # nothing that replaces something
        old, new = ("".join(edit.text for edit in run if edit.op == op) for op in ("delete", "insert"))
        counts = len(words(old)), len(words(new))
        if 0 in counts or max(counts) > MOST_WORDS:
            continue
        before = runs[at - 1][0].text if at else ""
        after = runs[at + 1][0].text if at + 1 < len(runs) else ""
        place = next(iter(clause.pairing.b), "")
        yield _Occurrence(" ".join(old.split()), " ".join(new.split()), before, after, place)


def _runs(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    run: list[Edit] = []
    for edit in edits:
        if run and (edit.op == "equal" or run[-1].op == "equal"):
            yield run
            run = []
        run.append(edit)
    if run:
        yield run


def _substitution(group: Sequence[_Occurrence]) -> Substitution:
    before = _shared_words([_last(each.before) for each in group], from_end=True)
    after = _shared_words([_first(each.after) for each in group], from_end=False)
    old, new = (" ".join(filter(None, (before, text, after))) for text in (group[0].old, group[0].new))
    return Substitution(old, new, len(group), tuple(dict.fromkeys(each.place for each in group)))


def _first(text: str) -> list[str]:
    """The first words of an equal text, up to the first mark of punctuation."""
    found: list[str] = []
    end = 0
    for start, stop in word_spans(text, 0, len(text)):
        if text[end:start].strip() or len(found) == _CONTEXT:
            break
        found.append(text[start:stop])
        end = stop
    return found


def _last(text: str) -> list[str]:
    found: list[str] = []
    start_of_next = len(text)
    for start, stop in reversed(list(word_spans(text, max(0, len(text) - 80), len(text)))):
        if text[stop:start_of_next].strip() or len(found) == _CONTEXT:
            break
        found.insert(0, text[start:stop])
        start_of_next = start
    return found


def _shared_words(sides: Sequence[list[str]], *, from_end: bool) -> str:
    shared: list[str] = []
    for offset in range(_CONTEXT):
        at = -1 - offset if from_end else offset
        here = {side[at].casefold() if len(side) > offset else "" for side in sides}
        if len(here) != 1 or "" in here:
            break
        shared.insert(0, sides[0][at]) if from_end else shared.append(sides[0][at])
    return " ".join(shared)
