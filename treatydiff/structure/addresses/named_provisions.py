"""The provisions people name: by id, as lawyers cite them ("art. 8(2)(a)"), or as a draft prints them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Literal

from treatydiff.errors import ScopeError
from treatydiff.language.numbers import canonical_number
from treatydiff.language.references import Reference, Step, find_references
from treatydiff.language.registry import get_language
from treatydiff.model import Draft, Provision
from treatydiff.naming.citations import names_in_reports
from treatydiff.structure.addresses.targets import Targets
from treatydiff.structure.identifiers import PREFIXES

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
"""Tried in this order behind the draft's own language: people cite a draft in the language they work in."""

PREAMBLES = frozenset({"preamble", "preambule", "preambulo", "преамбула", "序言", "الديباجة", "ديباجة"})
"""What the six languages call the preamble, without accents."""

_TYPED_SHORT = {
    "art": "article", "arts": "articles", "para": "paragraph", "paras": "paragraphs", "par": "paragraph",
    "subpara": "subparagraph", "ch": "chapter", "chap": "chapter", "pt": "part", "sec": "section",
    "articulo": "article", "parr": "paragraph", "párr": "paragraph", "parrafo": "paragraph",
    "titulo": "title", "capitulo": "chapter", "cap": "chapter", "seccion": "section",
}  # fmt: skip
"""What people type for short or without accents, with or without a full stop; treaties hardly print it."""
_SHORT_WORD = re.compile(rf"\b({'|'.join(_TYPED_SHORT)})\.?\s*(?=\d|(?-i:[IVXLC]))", re.IGNORECASE)

_BARE_NUMBER = re.compile(r"\d{1,4}(?:[\s-]?(?:[a-z]|bis|ter|quater))?(?:\s?\([^\W_]{1,5}\))*", re.IGNORECASE)
_OFFERED = 3
_LIKE_ENOUGH = 0.5
"""Below this share of equal characters (difflib) a suggestion is more confusing than none."""


def provisions_named(draft: Draft, words: str) -> tuple[str, ...]:
    """The ids that some words name in a draft: none, one, or the two ends of a range.

    Args:
        draft: the whole draft.
        words: an id ("art_8__para_2"), a reference in one of six languages ("Article 8 (2)", "Part II",
            "第八条"), a bare number of an article ("8(2)"), a label or heading as the draft prints it, or a
            name as reports give it ("Section B, para. 12 (d)").
    """
    ids = {node.id for node in draft.walk()}
    squeezed = "".join(words.split())
    if squeezed in ids:
        return (squeezed,)
    if _plain(words) in PREAMBLES:
        return next(((node.id,) for node in draft.walk() if node.kind == "preamble"), ())
    called = _called(draft).get(_plain(words), ())
    if len(called) == 1:
        return (called[0],)
    for reference in _references(draft, words):
        if found := _resolved(draft, reference):
            return found
    return _printed(draft, words)


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


def unit_named(drafts: Sequence[Draft], words: str) -> str:
    """The id of the unit (article, annex, preamble, ...) that some words name, in the last draft that has it.

    Args:
        drafts: where to look.
        words: as `provisions_named`.

    Raises:
        ScopeError: no draft has such a unit.
    """
    for draft in reversed(drafts):
        named = provisions_named(draft, words)
        if len(named) > 1:
            raise several_named(draft, named)
        if named and named[0] in {unit.id for unit in draft.units()}:
            return named[0]
    raise no_such_provision(drafts[-1], words)


def nearest_provisions(draft: Draft, words: str) -> tuple[str, ...]:
    """What a person who named nothing may have meant, as ids, each with its label where it prints one.

    Args:
        draft: the draft that was searched.
        words: what was asked for.
    """
    known = {node.id: node for node in draft.walk()}
    wanted = [_as_id(reference.targets[0]) for reference in _references(draft, words)][:1]
    near = [id_ for guess in (*wanted, "".join(words.split())) for id_ in _close(guess, known)]
    headings = _places(draft, "heading")
    near += [id_ for each in _close(_plain(words), headings) for id_ in headings[each]]
    return tuple(_shown(known[id_]) for id_ in dict.fromkeys(near))[:_OFFERED]


def _references(draft: Draft, words: str) -> Iterator[Reference]:
    """The readings of some words as one reference that leaves no word over."""
    text = words.strip()
    if _BARE_NUMBER.fullmatch(text):
        yield from find_references(f"article {text}", "en")[:1]
        return
    text = _SHORT_WORD.sub(lambda found: f"{_TYPED_SHORT[found[1].lower()]} ", text)
    for language in dict.fromkeys((draft.language, *LANGUAGES)):
        for reference in find_references(text, language)[:1]:
            if not text[: reference.start].strip() and not text[reference.end :].strip(" .)"):
                yield reference
    yield from _headed(draft, words.strip())


def _headed(draft: Draft, text: str) -> Iterator[Reference]:
    """The readings of some words as a heading alone, whose number may be a word ("Part Two")."""
    for language in dict.fromkeys((draft.language, *LANGUAGES)):
        for form in get_language(language).headings:
            found = form.pattern.match(text) or form.pattern.match(text.upper())
            if found is None or not found["number"] or found["rest"].strip(" ."):
                continue
            number = canonical_number(found["number"].strip(), form.kind, language)
            if number:
                yield Reference(0, len(text), form.kind, number, (((form.kind, number),),))


def _resolved(draft: Draft, reference: Reference) -> tuple[str, ...]:
    """The ids that a reference leads to, read from the head of the main instrument."""
    here = next((node.id for instrument in _main_first(draft) for node in instrument), None)
    if here is None:
        return ()
    targets = Targets(draft)
    found: list[str] = []
    for target in reference.targets:
        resolution = targets.resolve(target, here)
        if resolution is None or not resolution.found:
            return ()
        found.append(resolution.found[0].id)
    if len(found) > 2 or (len(found) == 2 and not reference.is_range):
        if not _follow_one_another(draft, found):
            raise several_named(draft, found)
        return found[0], found[-1]
    return tuple(found)


def _follow_one_another(draft: Draft, ids: Sequence[str]) -> bool:
    """Whether provisions stand one behind the other, as units or in what holds them: a range."""
    units = [unit.provision for unit in draft.units()]
    for those in (
        units,
        *(i.provisions for i in draft.instruments),
        *(node.children for node in draft.walk()),
    ):
        order = [node.id for node in those]
        if ids[0] in order:
            at = order.index(ids[0])
            return order[at : at + len(ids)] == list(ids)
    return False


def several_named(draft: Draft, ids: Sequence[str]) -> ScopeError:
    """The error for words that name several provisions where one, or a range, is taken.

    Args:
        draft: the draft that was searched.
        ids: of what they name.
    """
    return ScopeError(
        f"several provisions are named, and one or a range of them is taken: {', '.join(ids)}",
        where=draft.source.label,
        hint="ask for one at a time",
    )


def _main_first(draft: Draft) -> Iterator[tuple[Provision, ...]]:
    yield from (each.provisions for each in sorted(draft.instruments, key=lambda each: not each.main))


def _printed(draft: Draft, words: str) -> tuple[str, ...]:
    """The provision whose label, or else whose heading, is just these words; none where several are."""
    wanted = _plain(words)
    for places in (_places(draft, "label"), _places(draft, "heading")):
        if found := places.get(wanted):
            return (found[0],) if len(found) == 1 else ()
    return ()


def _called(draft: Draft) -> dict[str, list[str]]:
    """The ids of provisions by what reports call them, so that what is read there can be typed here."""
    return {_plain(name): ids for name, ids in names_in_reports(draft).items()}


def _places(draft: Draft, printed: Literal["label", "heading"]) -> dict[str, list[str]]:
    """The ids of the provisions that print a label or a heading."""
    places: dict[str, list[str]] = {}
    for node in draft.walk():
        if words := _plain(node.label if printed == "label" else node.heading):
            places.setdefault(words, []).append(node.id)
    return places


def _as_id(target: tuple[Step, ...]) -> str:
    prefixes: dict[str, str] = {str(kind): prefix for kind, prefix in PREFIXES.items()}
    return "__".join(f"{prefixes.get(kind, kind)}_{number}" for kind, number in target)


def _close(wanted: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(wanted, sorted(known), n=_OFFERED, cutoff=_LIKE_ENOUGH)


def _shown(node: Provision) -> str:
    label = " ".join(node.label.split()).rstrip(".")
    return f"{node.id} ({label})" if label and not label.startswith("(") else node.id


def _plain(words: str) -> str:
    """Words as they are compared: people type capitals and accents as it comes."""
    bare = (each for each in unicodedata.normalize("NFD", words) if not unicodedata.combining(each))
    return " ".join("".join(bare).split()).casefold()
