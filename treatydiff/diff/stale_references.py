"""Cross-references that kept their number although what they pointed at was renumbered."""

from __future__ import annotations

from collections.abc import Container, Iterator

from treatydiff.diff.renumbering import Renumbering
from treatydiff.language.references import Reference, find_references
from treatydiff.model import Signal


def stale_references(
    text_a: str, text_b: str, language: str, renumbering: Renumbering, known_a: Container[str]
) -> tuple[Signal, ...]:
    """The references of a clause that are printed as before and now point elsewhere.

    Args:
        text_a, text_b: canonical texts of the two clauses.
        language: code of their language.
        renumbering: what was renumbered, as seen from the two clauses.
        known_a: ids of the provisions of A; a reference that pointed nowhere cannot go stale.
    """
    references_a = find_references(text_a, language)
    if not references_a:
        return ()
    references_b = references_a if text_a == text_b else find_references(text_b, language)
    in_b = list(references_b)
    found: dict[Signal, None] = {}
    for reference in references_a:
        printed = _printed(text_a, reference)
        same = next((each for each in in_b if _printed(text_b, each) == printed), None)
        if same is None:
            continue
        in_b.remove(same)
        if not reference.external and not same.external:
            for signal in _stale(reference, same, printed, renumbering, known_a):
                found[signal] = None
    return tuple(found)


def _printed(text: str, reference: Reference) -> str:
    return " ".join(text[reference.start : reference.end].casefold().split())


def _stale(
    a: Reference, b: Reference, printed: str, renumbering: Renumbering, known_a: Container[str]
) -> Iterator[Signal]:
    if renumbering.key_of_a(a) == renumbering.key_of_b(b):
        return
    targets = zip(renumbering.targets_of_a(a), renumbering.now(a), renumbering.targets_of_b(b), strict=False)
    for before, now, read in targets:
        if before in known_a and now != read and now in renumbering.known_b and _renumbered(before, now):
            yield Signal("reference", "stale", f"{printed}, now {_name(before, now)}")


def _renumbered(before: str, now: str) -> bool:
    """Whether two ids are of provisions of the same kinds under other numbers."""
    kinds = [[step.partition("_")[0] for step in id_.split("__")] for id_ in (before, now)]
    return before != now and kinds[0] == kinds[1]


def _name(before: str, now: str) -> str:
    """What a provision is called now, from where its id differs: "article 7", "paragraph 3"."""
    steps_a, steps_b = before.split("__"), now.split("__")
    at = next(n for n, (one, two) in enumerate(zip(steps_a, steps_b, strict=True)) if one != two)
    named = [
        (_NAMES.get(kind, kind), number) for kind, _, number in (step.partition("_") for step in steps_b)
    ]
    return ", ".join(f"{kind} {number}" for kind, number in named[at:])


_NAMES = {
    "annex": "annex", "part": "part", "title": "title", "chp": "chapter", "sec": "section",
    "subsec": "subsection", "art": "article", "rule": "rule", "para": "paragraph", "subpara": "subparagraph",
    "point": "point",
}  # fmt: skip
