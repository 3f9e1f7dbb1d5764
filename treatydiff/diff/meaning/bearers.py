"""Who is bound or entitled: the subject of a modal, changed, removed or named.

*Bearer removed*: an active duty of somebody became passive or impersonal ("A Party shall take account" to
"account shall be taken"); *bearer named* is the reverse. Terms of address ("each", "States Parties" for
"Parties") leave the bearer the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatydiff.diff.meaning.agents import agent_behind, agents_compared
from treatydiff.diff.meaning.phrase_changes import PhraseSides
from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.diff.word_map import SideWords
from treatydiff.language.words.force_table import BearerWords, force_tables
from treatydiff.model import Signal
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_LONGEST = 40
"""Words before a modal among which its subject is looked for."""
_ARABIC_REACH = 4
"""Words behind an Arabic modal among which its subject is named, before "that" and the verb."""
_LONGEST_NAME = 9
"""A longer subject is a description, which is compared as words and not as a bearer."""


_UNMARKED: dict[str, int] = {"fr": 0, "ru": 0, "ar": 1}
"""Languages whose duties need no modal, with the word at which the subject of a sentence begins."""
_COPULAS = frozenset((
    "are", "is", "sont", "est", "son", "es", "sean", "sea", "являются", "является",
))  # fmt: skip
"""Verbs that make a relative clause a name of a class: "Parties that are developed countries"."""
_ARABIC_SINGULARS = {
    "أطراف": "طرف", "دول": "دولة", "بلدان": "بلد", "أعضاء": "عضو", "منظمات": "منظمة", "سلطات": "سلطة",
    "أشخاص": "شخص", "حكومات": "حكومة", "حراس": "حارس", "جنة": "لجنة",
}  # fmt: skip
_BEING = frozenset(("являющиеся", "являющееся", "являющаяся", "являющихся", "being", "étant", "siendo"))


@dataclass(frozen=True, slots=True)
class _Norm:
    """A modal with its subject: keys of the words that tell the bearer, first and last word, passive or not.

    `modal` is None for the sentence of a duty that has none.
    """

    modal: Phrase | None
    bearer: tuple[str, ...]
    first: int
    last: int
    passive: bool


def bearer_signals(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """What is observed on the bearers of duties and rights.

    Args:
        sides: both texts of a clause.
    """
    table = force_tables().get(sides.language)
    if table is None:
        return
    norms_a, norms_b = (
        [
            _norm(each, side, sides.language, table.bearers)
            for each in sides.phrases(side, "modal")
            if each.force
        ]
        for side in (sides.a, sides.b)
    )
    seen: set[Signal] = set()
    pairs = [*_paired(norms_a, norms_b, sides)]
    if sides.language in _UNMARKED and not any(norm.bearer for pair in pairs for norm in pair):
        pairs = [
            (
                _opening(sides.a, sides.language, table.bearers),
                _opening(sides.b, sides.language, table.bearers),
            )
        ]
    for old, new in pairs:
        signal = _compared(old, new, sides, table.bearers)
        at = _edit_of(old, sides.a, new, sides.b) if signal else None
        if signal and at is not None and signal not in seen:
            seen.add(signal)
            yield at, signal


def _paired(
    norms_a: Sequence[_Norm], norms_b: Sequence[_Norm], sides: PhraseSides
) -> Iterator[tuple[_Norm, _Norm]]:
    """Modals that stayed one another, then those that one run of edits replaced by one another."""
    at_b = {norm.modal.first: norm for norm in norms_b if norm.modal}
    left_a: list[_Norm] = []
    taken: set[int] = set()
    for norm in norms_a:
        now = sides.a.kept.get(norm.modal.first) if norm.modal else None
        partner = at_b.get(now) if now is not None else None
        if now is None or partner is None:
            left_a.append(norm)
        else:
            taken.add(now)
            yield norm, partner
    left_b = [norm for norm in norms_b if norm.modal and norm.modal.first not in taken]
    for norm in left_a:
        run = _run_of(norm, sides)
        there = [each for each in left_b if run is not None and _run_of(each, sides) == run]
        partner = next((each for each in there if _like(each) == _like(norm)), there[0] if there else None)
        if partner is not None:
            left_b.remove(partner)
            yield norm, partner


def _like(norm: _Norm) -> str:
    return norm.modal.like if norm.modal else ""


def _run_of(norm: _Norm, sides: PhraseSides) -> int | None:
    """The run of edits that took a modal or put it in."""
    edit = norm.modal.edit if norm.modal else None
    return None if edit is None else sides.run_at(edit)


def _norm(modal: Phrase, side: SideWords, language: str, words: BearerWords) -> _Norm:
    keys = side.keys
    first, last = _subject(modal, side, language, words)
    named = _named(keys[first:last], language, words)
    glue = "" if language == "zh" else " "
    # In Spanish the future of "to be" is the modal: "será inspeccionado".
    behind = glue.join(keys[modal.last - (language == "es") : modal.last + 6])
    passive = words.passive is not None and words.passive.match(behind) is not None
    if words.impersonal is not None and modal.first > 0:
        passive |= words.impersonal.match(" ".join(keys[modal.first - 1 : modal.last])) is not None
    passive |= language == "zh" and first == last
    if not named and words.impersonal is not None and language == "es":
        passive |= first < last and keys[first] == "se"
    return _Norm(modal, named, first, last, passive)


def _opening(side: SideWords, language: str, words: BearerWords) -> _Norm:
    """The subject that a sentence without modal opens with: nouns of bearers and their adjectives."""
    first = last = _UNMARKED[language]
    keys = side.keys
    while last < len(keys) and any(
        pattern is not None and pattern.fullmatch(keys[last])
        for pattern in (words.actors, words.plain, words.qualified)
    ):
        last += 1
    start = " ".join(keys[:8])
    named = _named(keys[first:last], language, words)
    passive = not named and any(
        pattern is not None and pattern.search(start) is not None
        for pattern in (words.impersonal, words.passive)
    )
    return _Norm(None, named, first, last, passive)


def _subject(modal: Phrase, side: SideWords, language: str, words: BearerWords) -> tuple[int, int]:
    """The first and last (excluded) words of the subject of a modal."""
    last = modal.first
    while last > 0 and language not in ("zh", "ar") and words.adverbs.fullmatch(side.keys[last - 1]):
        last -= 1
    if language == "ar":
        last = min(modal.last + _ARABIC_REACH, len(side.words))
        clause = side.keys[modal.last : last]
        return modal.last, modal.last + clause.index("أن") if "أن" in clause[1:] else last
    start = max(0, last - _LONGEST)
    segment = last
    for at in range(last, start, -1):
        between = side.text[side.words[at - 1].end : side.words[at].start if at < len(side.words) else None]
        stops = any(mark in between for mark in ".;:!?。；：")
        if at < last and (stops or any(mark in between for mark in ",，、")):
            if stops or _has_actor(side.keys[at:segment], language, words):
                return at, _cut(side.keys, at, segment, words)
            if side.keys[at] not in _BEING:
                segment = at
    return start, _cut(side.keys, start, segment, words)


def _cut(keys: Sequence[str], first: int, last: int, words: BearerWords) -> int:
    """The end of a noun phrase: before a relative clause or an adverbial behind it."""
    for at in range(first + 1, last):
        classed = at + 1 < last and keys[at + 1] in _COPULAS
        if words.relative is not None and words.relative.fullmatch(keys[at]) and not classed:
            return at
    return last


def _has_actor(keys: Sequence[str], language: str, words: BearerWords) -> bool:
    if language == "zh":
        return words.actors.search("".join(keys)) is not None
    return any(words.actors.fullmatch(key) for key in keys)


def _named(keys: Sequence[str], language: str, words: BearerWords) -> tuple[str, ...]:
    """The words that tell who somebody is; none where the subject is no bearer."""
    if not keys or len(keys) > _LONGEST_NAME * (2 if language == "zh" else 1):
        return ()
    if language == "zh":
        text = "".join(keys)
        return (words.plain.sub("", text),) if words.actors.search(text[-4:]) else ()
    core = keys[: keys.index("of")] if "of" in keys[1:] and language == "en" else keys
    if language == "en" and not (core and words.actors.fullmatch(core[-1])):
        return ()
    if not any(words.actors.fullmatch(key) for key in core):
        return ()
    told = tuple(_singular(key, language) for key in keys if not words.plain.fullmatch(key))
    return told or (_singular(core[-1], language),)


_WRITTEN_ON = pattern_of("^[ولبكف]?(?:ال|لل)(?=..)|^[لبك](?=...)")
"""What Arabic writes on to a noun: the article, a preposition, a conjunction."""


def _singular(key: str, language: str) -> str:
    if language == "ar":
        return _ARABIC_SINGULARS.get(bare := _WRITTEN_ON.sub("", key), bare)
    if language == "en" and key.endswith("ies"):
        return f"{key[:-3]}y"
    key = key.removesuffix("'s")
    return key[:-1] if key.endswith("s") and key.isascii() and not key.endswith("ss") else key


def _compared(old: _Norm, new: _Norm, sides: PhraseSides, words: BearerWords) -> Signal | None:
    if old.passive and new.passive and old.bearer == new.bearer:
        return agents_compared(_agent(old, sides.a, words), _agent(new, sides.b, words))
    # Whom something is done to is not bound by it, unless both sentences are about that.
    if (
        sides.language == "en"
        and old.bearer == new.bearer
        and _is_state(old, sides.a) != _is_state(new, sides.b)
    ):
        return None
    if sides.language == "en" and old.bearer and new.bearer and old.passive != new.passive:
        old, new = (replace(each, bearer=()) if each.passive else each for each in (old, new))
    if old.bearer and new.bearer:
        before, after = set(old.bearer) - _CLASSES, set(new.bearer) - _CLASSES
        if before == after or _fuller_name(old, new, sides):
            return None
        # A name that only grew or shrank is another; of words for words, only known ones tell who.
        heads = {old.bearer[-1], new.bearer[-1]}
        other_head = (
            sides.language == "en" and heads <= before ^ after and all(_is_actor(key, words) for key in heads)
        )
        if not (
            before < after
            or after < before
            or other_head
            or all(_tells(key, words) for key in before ^ after)
        ):
            return None
        return Signal("bearer", "changed", f"{_printed(old, sides.a)} → {_printed(new, sides.b)}")
    if old.bearer and not new.bearer and new.passive and not old.passive:
        agent = _agent(new, sides.b, words)
        return agents_compared(_printed(old, sides.a), agent)
    if new.bearer and not old.bearer and old.passive and not new.passive:
        return agents_compared(_agent(old, sides.a, words), _printed(new, sides.b))
    return None


_CLASSES = frozenset((
    "party", "state", "country", "member", "طرف", "دولة", "بلد", "عضو", "and",
))  # fmt: skip
"""Names of a whole class; which of them is printed tells nobody apart."""


def _fuller_name(old: _Norm, new: _Norm, sides: PhraseSides) -> bool:
    """Whether one name is the other with more of a proper name: "the Board", "the Oil Board"."""
    extra = set(old.bearer) ^ set(new.bearer)
    longer, side = (old, sides.a) if len(old.bearer) > len(new.bearer) else (new, sides.b)
    if not (set(old.bearer) < set(new.bearer) or set(new.bearer) < set(old.bearer)):
        return False
    if not _CLASSES.isdisjoint(longer.bearer):
        return False
    extra -= {"and", "of", "the"}
    named = side.words[longer.first : longer.last]
    printed = [side.text[word.start] for word in named if _singular(word.key, sides.language) in extra]
    return bool(printed) and all(char.isupper() for char in printed)


def _is_actor(key: str, words: BearerWords) -> bool:
    return any(words.actors.fullmatch(form) for form in _forms(key))


def _forms(key: str) -> tuple[str, ...]:
    """A word in the singular as the tables may have it: in the plural, or with the Arabic article."""
    return key, f"{key}s", f"{key[:-1]}ies", f"ال{key}"


def _tells(key: str, words: BearerWords) -> bool:
    """Whether a word says who somebody is; other words of a subject are compared as words."""
    if words.relative is None or key in _COPULAS or words.relative.fullmatch(key):
        return True
    return any(
        pattern is not None and any(pattern.fullmatch(form) for form in _forms(key))
        for pattern in (words.actors, words.qualified)
    )


def _is_state(norm: _Norm, side: SideWords) -> bool:
    """Whether a modal says what somebody is to be ("shall be eligible"): no act of theirs, nor of another."""
    behind = norm.modal.last if norm.modal else len(side.keys)
    return not norm.passive and side.keys[behind : behind + 1] == ("be",)


def _agent(norm: _Norm, side: SideWords, words: BearerWords) -> str:
    return agent_behind(norm.modal.last if norm.modal else norm.last, side, words)


def _printed(norm: _Norm, side: SideWords) -> str:
    text = side.text[side.words[norm.first].start : side.words[norm.last - 1].end]
    return " ".join(text.split())


def _edit_of(old: _Norm, a: SideWords, new: _Norm, b: SideWords) -> int | None:
    """The edit that changed a subject: the first that took or gave words of it."""
    for norm, side in ((old, a), (new, b)):
        for at in range(norm.first, max(norm.last, norm.modal.last if norm.modal else 0)):
            if at not in side.kept:
                return side.edit_of[at]
    return _edit_behind(old, a) if _edit_behind(old, a) is not None else _edit_behind(new, b)


def _edit_behind(norm: _Norm, side: SideWords) -> int | None:
    """The first edit behind a modal, where the agent of a passive went or came."""
    first = norm.modal.last if norm.modal else norm.last
    behind = range(first, min(first + _LONGEST, len(side.words)))
    return next((side.edit_of[at] for at in behind if at not in side.kept), None)
