"""What a person may have meant who named a provision that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from treatydiff.errors import ScopeError
from treatydiff.language.numerals import roman_value
from treatydiff.language.references import Step
from treatydiff.model import Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.structure.addresses.answering import SMALL, number_of
from treatydiff.structure.addresses.from_outside import from_outside
from treatydiff.structure.addresses.named_provisions import as_id, printed_places, readings_of
from treatydiff.structure.addresses.typed import LONGEST, plain_words

_PIECE = pattern_of(r"[^\W_]+|[\W_]")
_OFFERED = 3
_LIKE_ENOUGH = 0.5
"""Below this share of equal characters (difflib) a suggestion is more confusing than none."""


def no_such_provision(draft: Draft, words: str) -> ScopeError:
    """The error for words that name nothing, with the nearest that is there.

    Args:
        draft: the draft that was searched.
        words: what was asked for.
    """
    return ScopeError(
        f"there is no provision {words!r}", where=draft.source.label, hint=nearest_hint(draft, words)
    )


def nearest_hint(draft: Draft, words: str) -> str:
    """The hint behind an error: the nearest that is there, or how to list what is.

    Args:
        draft: the draft that was searched.
        words: what was asked for.
    """
    near = nearest_provisions(draft, words)
    return f"nearest: {', '.join(near)}" if near else "treatydiff outline shows what is there"


def nearest_provisions(draft: Draft, words: str) -> tuple[str, ...]:
    """What a person who named nothing may have meant, as ids, each with its label where it prints one.

    Args:
        draft: the draft that was searched.
        words: what was asked for.
    """
    known = {node.id: node for node in draft.walk()}
    wanted = list(_meant(draft, words))
    near = [node.id for target in wanted for node in _around(draft, target)]
    guesses = (*(as_id(target) for target in wanted), "".join(words.split()))
    near += [id_ for guess in guesses for id_ in _close(guess, known)]
    _, headings = printed_places(draft)
    near += [id_ for each in _close(plain_words(words), headings) for id_ in headings[each]]
    return tuple(_shown(known[id_]) for id_ in dict.fromkeys(near))[:_OFFERED]


def _meant(draft: Draft, words: str) -> Iterator[tuple[Step, ...]]:
    """The steps that some words name, or else the most of them that name any: "8 (2)" of "Artikel 8 (2)"."""
    pieces = _PIECE.findall(words[:LONGEST])
    numbered = next((at for at, piece in enumerate(pieces) if piece[0].isdigit()), 0)
    for start in dict.fromkeys((0, numbered)):
        for end in range(len(pieces), start, -1):
            for reading in readings_of("".join(pieces[start:end]), draft.language):
                yield reading.targets[-1]
                return


def _around(draft: Draft, target: Sequence[Step]) -> Iterator[Provision]:
    """What bears the number under another name or elsewhere, else its neighbours that are there."""
    instrument = next((each for each in draft.instruments if each.main), None)
    if instrument is None:
        return
    language = draft.language
    for start in range(len(target)):
        if target[start][0] not in SMALL:
            yield from from_outside(target[start:], instrument, language)
    within: Sequence[Provision] = tuple(instrument.walk())
    for depth, (kind, number) in enumerate(target, 1):
        found = from_outside(target[:depth], instrument, language)
        if not found:
            like = _like(within, kind)
            alike = _close(as_id(target[:depth]), [node.id for node in like])[:1]
            yield from (node for node in like if node.id in alike)
            yield from sorted(like, key=lambda node: (node.kind != kind, _apart(number, number_of(node)[1])))
            return
        within = tuple(found[0].walk())[1:]


def _like(nodes: Iterable[Provision], kind: str) -> list[Provision]:
    """The provisions of a kind; for what is smaller than an article, of any such kind."""
    return [node for node in nodes if node.kind == kind or (kind in SMALL and node.kind in SMALL)]


def _apart(number: str, other: str) -> int:
    return abs(_value(number) - _value(other))


def _value(number: str) -> int:
    """A number as far as it counts something: its first digits, a Roman one, or the place of a letter."""
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    if digits:
        return int(digits)
    return roman_value(number) or (ord(number[0].casefold()) - ord("a") + 1 if number else 0)


def _close(wanted: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(wanted, sorted(known), n=_OFFERED, cutoff=_LIKE_ENOUGH)


def _shown(node: Provision) -> str:
    label = " ".join(node.label.split()).rstrip(".")
    return f"{node.id} ({label})" if label and not label.startswith("(") else node.id
