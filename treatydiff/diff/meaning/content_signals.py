"""What is observed on words of content: only, all, any; prohibit, regulate; consent, consult; and, or."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treatydiff.diff.meaning.phrase_changes import PhraseSides, replaced
from treatydiff.diff.meaning.phrases import Phrase, new_around
from treatydiff.diff.word_map import SideWords
from treatydiff.language.tokenizer import words
from treatydiff.language.words.force_table import conjunction, conjunctions
from treatydiff.model import Edit, Signal

Observed = Iterator[tuple[int, Signal]]

_SHORT_CONTENT = 4
"""New words in a row among which "all" still bears on the old ones."""
_ARTICLES = frozenset(("a", "an", "the", "such", "each", "every", "un", "une", "le", "la", "una", "el"))


def content_signals(sides: PhraseSides) -> Observed:
    """Words of content that say something else: only, all, any; prohibit, regulate; consent, consult.

    Args:
        sides: both texts of a clause.
    """
    alone: list[tuple[int, str, str]] = []
    for at, lost, gained in replaced(sides, "content"):
        if lost and gained:
            yield at, Signal("content", "changed", f"{lost[0].name} → {gained[0].name}")
            continue
        for held, side, other, direction in (
            (lost, sides.a, sides.b, "removed"), (gained, sides.b, sides.a, "added"),
        ):  # fmt: skip
            for each in held:
                if one := _one_instead(each, side, other, sides):
                    names = (each.name, one) if side is sides.a else (one, each.name)
                    yield at, Signal("content", "changed", " → ".join(names))
                    continue
                if (
                    not each.lone
                    or sides.is_of_its_own(each, side)
                    or new_around(each, side) > _SHORT_CONTENT
                ):
                    continue
                instead = sides.words_of(other, sides.run_at(at))
                if each.like == "any" and not _ARTICLES.isdisjoint(instead):
                    continue
                alone.append((at, each.name, direction))
    if not alone:
        return
    changes = sides.changes_of("content")
    went = Counter(each.name for change in changes for each in change.lost)
    came = Counter(each.name for change in changes for each in change.gained)
    for at, name, direction in alone:
        if not (went[name] and came[name]):  # else it only moved
            yield at, Signal("content", "changed", f"{name} {direction}")


_EVERY = frozenset(("each", "chaque", "cada"))
_INDEFINITE = frozenset(("a", "an", "un", "une", "una"))
"""Articles by which one of a class does where every one did: "shall inspect every well", "a well"."""


def _one_instead(phrase: Phrase, side: SideWords, other: SideWords, sides: PhraseSides) -> str:
    """The article that stands instead of "every" behind a verb; as a subject "a Party" is every one too."""
    if phrase.name not in _EVERY or phrase.edit is None:
        return ""
    if not any(each.last <= phrase.first for each in sides.phrases(side, "modal")):
        return ""
    instead = sides.words_of(other, sides.run_at(phrase.edit))
    return instead[0] if len(instead) == 1 and instead[0] in _INDEFINITE else ""


def conjunction_signals(sides: PhraseSides) -> Observed:
    """A conjunction that became another, "and" for "or", where nothing else changed.

    Args:
        sides: both texts of a clause.
    """
    edits = sides.edits
    for number, (edit, after) in enumerate(zip(edits, (*edits[1:], None), strict=True)):
        if edit.class_ != "substantive":
            continue
        if edit.op == "delete" and after is not None and after.op == "insert":
            taken, given = _keys(edit), _keys(after)
            if not taken or not given:
                continue  # marks alone
            old, new = conjunctions(taken, given, sides.language)
            if old and new and old != new:
                yield number, Signal("content", "changed", f"{old} → {new}")
        elif (edit.text.strip().startswith("/") or edit.text.strip().endswith("/")) and (
            said := conjunction(_keys(edit), sides.language)
        ):
            yield (
                number,
                Signal("content", "changed", f"/{said} {'added' if edit.op == 'insert' else 'removed'}"),
            )


def _keys(edit: Edit) -> list[str]:
    return [word.key for word in words(edit.text)]
