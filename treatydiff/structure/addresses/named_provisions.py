"""The provisions people name: by id, as lawyers cite them ("art. 8(2)(a)"), or as a draft prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treatydiff.errors import ScopeError
from treatydiff.language.numbers import canonical_number
from treatydiff.language.references import Step, find_references
from treatydiff.language.registry import get_language
from treatydiff.language.words.references.typed import KINDS_FOR_SHORT, RANGES
from treatydiff.model import CONTAINER_KINDS, Draft
from treatydiff.naming.citations import names_in_reports
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.addresses.answering import UNITS
from treatydiff.structure.addresses.from_outside import from_outside, instruments_meant
from treatydiff.structure.addresses.targets import Targets, TargetStanding
from treatydiff.structure.addresses.typed import (
    LANGUAGES,
    Typed,
    bare_reference,
    plain_words,
    typed_steps,
)
from treatydiff.structure.identifiers import PREFIXES

PREAMBLES = frozenset(word for word, kind in KINDS_FOR_SHORT.items() if kind == "preamble")
"""What the six languages call the preamble, without accents."""

_TYPED_SHORT = {
    "art": "article", "arts": "articles", "para": "paragraph", "paras": "paragraphs", "par": "paragraph",
    "subpara": "subparagraph", "ch": "chapter", "chap": "chapter", "pt": "part", "sec": "section",
    "articulo": "article", "parr": "paragraph", "párr": "paragraph", "parrafo": "paragraph",
    "titulo": "title", "capitulo": "chapter", "cap": "chapter", "seccion": "section",
}  # fmt: skip
"""What people type for short or without accents, with or without a full stop; treaties hardly print it."""
_SHORT_WORD = pattern_of(rf"\b({'|'.join(_TYPED_SHORT)})\.?\s*(?=\d|(?-i:[IVXLC]))", re.IGNORECASE)

_BARE_NUMBER = pattern_of(r"\d{1,4}(?:[\s-]?(?:[a-z]|bis|ter|quater))?(?:\s?\([^\W_]{1,5}\))*", re.IGNORECASE)
_RANGE = pattern_of(RANGES)


@dataclass(frozen=True, slots=True)
class ReadReference:
    """One way to read some words as a reference: its chains of steps, and the instrument that it names."""

    targets: tuple[tuple[Step, ...], ...]
    is_range: bool
    instrument: str


def provisions_named(draft: Draft, words: str) -> tuple[str, ...]:
    """The ids that some words name in a draft: none, one, or the two ends of a range.

    Args:
        draft: the whole draft.
        words: an id ("art_8__para_2"), a reference in one of six languages ("Article 8 (2)", "Part II",
            "第八条"), also as people type it ("8.2.a", "§ 8", "art. 8 of the Convention"), a bare number
            ("8(2)"), a label or heading as the draft prints it, or a name as reports give it
            ("Section B, para. 12 (d)").

    Raises:
        ScopeError: the words name several provisions that are no range, or that are called alike.
    """
    if found := _by_number(draft, words) or _printed(draft, words):
        return found
    for dash in _RANGE.finditer(words):
        ends = [_by_number(draft, part) for part in (words[: dash.start()], words[dash.end() :])]
        if all(len(end) == 1 for end in ends):
            return ends[0][0], ends[1][0]
    return ()


def _by_number(draft: Draft, words: str) -> tuple[str, ...]:
    """The ids that some words name as an id, a name in reports or a reference, and not by a heading."""
    ids = {node.id for node in draft.walk()}
    squeezed = "".join(words.split())
    if squeezed in ids:
        return (squeezed,)
    if plain_words(bare_reference(words).words) in PREAMBLES:
        return next(((node.id,) for node in draft.walk() if node.kind == "preamble"), ())
    called = _called(draft).get(plain_words(words), ())
    if len(called) == 1:
        return (called[0],)
    for reading in readings_of(words, draft.language, articles=_has_articles(draft)):
        if found := _resolved(draft, reading):
            return found
    return ()


def unit_named(drafts: Sequence[Draft], words: str) -> str:
    """The id of the unit (article, annex, preamble, ...) that some words name, in the last draft that has it.

    Args:
        drafts: where to look.
        words: as `provisions_named`.

    Raises:
        ScopeError: no draft has such a unit.
    """
    from treatydiff.structure.addresses.nearest import no_such_provision

    for draft in reversed(drafts):
        named = provisions_named(draft, words)
        if len(named) > 1:
            raise several_named(draft, named)
        if named and named[0] in {unit.id for unit in draft.units()}:
            return named[0]
    raise no_such_provision(drafts[-1], words)


def readings_of(words: str, language: str, *, articles: bool = True) -> Iterator[ReadReference]:
    """The readings of some words as one reference that leaves no word over, the plainest first.

    Args:
        words: as `provisions_named`.
        language: of a draft; it is tried first.
        articles: whether the draft has any.
    """
    for typed in dict.fromkeys((Typed(words.strip()), bare_reference(words))):
        yield from _as_printed(language, typed)
        if steps := typed_steps(typed.words, language, articles=articles):
            yield ReadReference((steps,), False, typed.instrument)


def as_id(target: Sequence[Step]) -> str:
    """The id that the steps of a reference would have where nothing else is in between.

    Args:
        target: steps, outermost first.
    """
    prefixes: dict[str, str] = {str(kind): prefix for kind, prefix in PREFIXES.items()}
    return "__".join(f"{prefixes.get(kind, kind)}_{number}" for kind, number in target)


def _has_articles(draft: Draft) -> bool:
    return any(unit.kind in UNITS for unit in draft.units())


def _as_printed(own: str, typed: Typed) -> Iterator[ReadReference]:
    """The readings of some words as a text would print a reference, or as a heading."""
    text, said = typed.words, typed.instrument
    if _BARE_NUMBER.fullmatch(text):
        for reference in find_references(f"article {text}", "en")[:1]:
            yield ReadReference(reference.targets, reference.is_range, said)
        return
    expanded = _SHORT_WORD.sub(lambda found: f"{_TYPED_SHORT[found[1].lower()]} ", text)
    for language in dict.fromkeys((own, *LANGUAGES)):
        for reference in find_references(expanded, language)[:1]:
            if not expanded[: reference.start].strip() and not expanded[reference.end :].strip(" .)"):
                yield ReadReference(reference.targets, reference.is_range, said)
    for steps in _headed(own, text):
        yield ReadReference((steps,), False, said)


def _headed(own: str, text: str) -> Iterator[tuple[Step, ...]]:
    """The readings of some words as a heading alone, whose number may be a word ("Part Two")."""
    for language in dict.fromkeys((own, *LANGUAGES)):
        for form in get_language(language).headings:
            found = form.pattern.match(text) or form.pattern.match(text.upper())
            if found is None or not found["number"] or found["rest"].strip(" ."):
                continue
            number = canonical_number(found["number"].strip(), form.kind, language)
            if number:
                yield ((form.kind, number),)


def _resolved(draft: Draft, reading: ReadReference) -> tuple[str, ...]:
    """The ids that a reading leads to, in the instrument that it names or else from the main one on."""
    found: list[str] = []
    for target in reading.targets:
        standing = next(filter(None, _meant(draft, reading.instrument, target)), ())
        if not standing:
            return ()
        if len(standing) > 1:
            raise called_alike(draft, [each.provision.id for each in standing])
        found.append(standing[0].provision.id)
    if len(found) > 2 or (len(found) == 2 and not reading.is_range):
        if not _follow_one_another(draft, found):
            raise several_named(draft, found)
        return found[0], found[-1]
    return tuple(found)


def _meant(draft: Draft, said: str, target: Sequence[Step]) -> Iterator[list[TargetStanding]]:
    """What steps lead to in each instrument that may be meant, in containers of the kinds named.

    A "Chapter II" is not the Part II of a draft that has no chapters, and "Article 8" no Principle 8. Of what
    bears one number, the nearest to the outside is meant.
    """
    named = {kind for kind, _ in target if kind in CONTAINER_KINDS or kind in UNITS}
    standings = Targets(draft).standing
    for instrument in instruments_meant(draft, said):
        found = [standings[node.id] for node in from_outside(target, instrument, draft.language)]
        fitting = [each for each in found if named <= {node.kind for node in (*each.around, each.provision)}]
        depth = min((_depth(each, target) for each in fitting), default=(False, 0))
        yield [each for each in fitting if _depth(each, target) == depth]


def _depth(standing: TargetStanding, target: Sequence[Step]) -> tuple[bool, int]:
    return standing.provision.kind != target[-1][0], len(standing.around)


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


def called_alike(draft: Draft, ids: Sequence[str]) -> ScopeError:
    """The error for words by which several provisions of a draft are called.

    Args:
        draft: the draft that was searched.
        ids: of what is called so.
    """
    return ScopeError(
        f"several provisions are called so: {', '.join(ids)}",
        where=draft.source.label,
        hint="ask for one by its id",
    )


def _printed(draft: Draft, words: str) -> tuple[str, ...]:
    """The provision whose label, heading or both are just these words; none where several are."""
    for both in (False, True):
        wanted = _bare_words(words) if both else plain_words(words)
        for places in printed_places(draft, both=both):
            if found := places.get(wanted):
                return (found[0],) if len(found) == 1 else ()
    return ()


def _called(draft: Draft) -> dict[str, list[str]]:
    """The ids of provisions by what reports call them, so that what is read there can be typed here."""
    return {plain_words(name): ids for name, ids in names_in_reports(draft).items()}


def printed_places(draft: Draft, *, both: bool = False) -> tuple[dict[str, list[str]], ...]:
    """The ids of the provisions that print a label, and of those that print a heading, by these.

    Args:
        draft: the whole draft.
        both: by the label with the heading behind it instead, without the marks between them.
    """
    labels: dict[str, list[str]] = {}
    headings: dict[str, list[str]] = {}
    for node in draft.walk():
        if both and node.label and node.heading:
            labels.setdefault(_bare_words(f"{node.label} {node.heading}"), []).append(node.id)
        elif not both:
            for places, printed in ((labels, node.label), (headings, node.heading)):
                if words := plain_words(printed):
                    places.setdefault(words, []).append(node.id)
    return (labels,) if both else (labels, headings)


def _bare_words(words: str) -> str:
    """Words without the marks between them."""
    return " ".join(re.findall(r"[^\W_]+", plain_words(words)))
