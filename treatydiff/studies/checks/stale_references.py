"""References that a renumbering left behind: what they lead to now against what they led to before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.language.references import Step
from treatydiff.model import Alignment, Draft, Pairing, Provision
from treatydiff.records import dataclass
from treatydiff.settings import Settings
from treatydiff.structure.addresses.answering import UNITS
from treatydiff.structure.addresses.targets import Targets
from treatydiff.studies.checks.elsewhere import own_references
from treatydiff.studies.checks.model import Finding
from treatydiff.studies.checks.references import is_placeholder, node_words

_HEADING_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Corresponding:
    """Which provisions of the later draft those of the earlier one became, by id."""

    now: Mapping[str, tuple[str, ...]]
    before: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Pointer:
    """One target of a reference: its steps, what it leads to, and the words of the reference."""

    kind: str
    target: tuple[Step, ...]
    found: Provision
    quote: str


_NOTHING = Provision("", "article")


def check_stale_references(previous: Draft, draft: Draft, settings: Settings) -> Iterator[Finding]:
    """A finding for each reference that kept its number while its target did not, or changed its target.

    The targets of a clause's references are held against those of the corresponding clause of the
    previous draft.

    Args:
        previous: the draft before.
        draft: the draft to be issued.
        settings: how to align.

    Raises:
        LanguageError: the drafts are in different languages.
    """
    from treatydiff.align.align import align_drafts
    from treatydiff.errors import LanguageError

    if previous.language != draft.language:
        raise LanguageError(
            f"the previous draft is in {previous.language}, the draft in {draft.language}",
            hint="check a draft against one of its own language",
        )
    alignment = align_drafts(previous, draft, settings)
    came = _corresponding(alignment)
    before, now = Targets(previous), Targets(draft)
    for unit in alignment.units:
        for pairing in unit.clauses:
            if pairing.a and pairing.b:
                yield from _in_clause(pairing, before, now, came)


def _corresponding(alignment: Alignment) -> _Corresponding:
    now: dict[str, tuple[str, ...]] = {}
    before: dict[str, tuple[str, ...]] = {}
    pairings = [*alignment.containers, *(unit.pairing for unit in alignment.units)]
    for pairing in [*pairings, *(clause for unit in alignment.units for clause in unit.clauses)]:
        for one in pairing.a:
            now.setdefault(one, pairing.b)
        for one in pairing.b:
            before.setdefault(one, pairing.a)
    return _Corresponding(now, before)


def _in_clause(pairing: Pairing, before: Targets, now: Targets, came: _Corresponding) -> Iterator[Finding]:
    old = before.standing[pairing.a[0]].provision
    new = now.standing[pairing.b[0]].provision
    if is_placeholder(new, now.language):
        return
    mine = list(_pointers(new, now))
    theirs = [each for each in _pointers(old, before) if not is_placeholder(each.found, before.language)]
    for pointer, earlier in _partners(mine, theirs, now, came):
        yield from _judged(pointer, earlier, new, now, came)


def _pointers(clause: Provision, targets: Targets) -> Iterator[_Pointer]:
    for reference in own_references(clause.text, targets.language):
        for target in reference.targets:
            resolution = targets.resolve(target, clause.id)
            if resolution is not None:
                found = resolution.found[0] if resolution.found else _NOTHING
                yield _Pointer(reference.kind, target, found, clause.text[reference.start : reference.end])


def _partners(
    mine: Sequence[_Pointer], theirs: Sequence[_Pointer], now: Targets, came: _Corresponding
) -> list[tuple[_Pointer, _Pointer]]:
    """Each pointer with the one that it was.

    In order, where there are as many and all have kept their number or followed their target; else
    first those that followed, then those of the same number, then what is left in order.
    """

    def followed(one: _Pointer, earlier: _Pointer) -> bool:
        became = _became(earlier.found, came, now)
        return became is not None and _is_or_holds(one.found, became)

    in_order = list(zip(mine, theirs, strict=False))
    if len(mine) == len(theirs) and all(
        one.target == earlier.target or followed(one, earlier) for one, earlier in in_order
    ):
        return in_order
    pairs: list[tuple[_Pointer, _Pointer]] = []
    left, rest = list(mine), list(theirs)
    for fits in (followed, lambda one, earlier: one.target == earlier.target):
        for one in list(left):
            partner = next((each for each in rest if fits(one, each)), None)
            if partner is not None:
                left.remove(one)
                rest.remove(partner)
                pairs.append((one, partner))
    if len(left) == len(rest):
        pairs += [pair for pair in zip(left, rest, strict=True) if pair[0].kind == pair[1].kind]
    return pairs


def _judged(
    pointer: _Pointer, earlier: _Pointer, clause: Provision, now: Targets, came: _Corresponding
) -> Iterator[Finding]:
    """What to say of a pointer, seen from the one that it was."""
    was, quote = earlier.found, pointer.quote
    if was is _NOTHING:
        return
    kept = pointer.target == earlier.target
    found = None if pointer.found is _NOTHING else pointer.found
    became = _became(was, came, now)
    if found is not None and became is not None and _is_or_holds(found, became):
        return
    formerly = f"former {node_words(was)}{_titled(was)}"
    if became is not None:
        fate = f"{formerly} is now {_path_words(became, now)}"
    elif was.id in came.now:
        fate = f"{formerly} is gone"
    else:
        return
    place = (clause.page, clause.id, quote)
    if kept and became is not None:
        yield Finding("stale_reference", f"“{quote}”: {fate}", *place)
    elif kept and found is not None:
        message = f"“{quote}”: {fate}, and the number is now {_path_words(found, now)}{_titled(found)}"
        yield Finding("reused_number", message, *place)
    elif not kept and found is not None and became is not None and (
        _path_words(found, now) != _path_words(became, now)  # else the same paragraph of another option
    ):  # fmt: skip
        message = (
            f"“{quote}” leads to {_path_words(found, now)}{_titled(found)}; before, it led to what is now "
        )
        message += f"{_path_words(became, now)}{_titled(became)}"
        yield Finding("reference_elsewhere", message, *place)


def _became(was: Provision, came: _Corresponding, now: Targets) -> Provision | None:
    """What a provision became, where that is one provision."""
    partners = came.now.get(was.id, ())
    if len(partners) == 1:
        return now.standing[partners[0]].provision
    if was.id in came.now or not was.children:
        return None
    # a paragraph with subparagraphs is no clause itself: it went where all its clauses went
    homes = {home for leaf in was.clauses() for home in _homes(leaf, came, now, was.kind)}
    # where the numbers of a list are gone, nothing of its kind stands around the clause: its home is ""
    home = now.standing.get(homes.pop()) if len(homes) == 1 else None
    return home.provision if home is not None else None


def _homes(leaf: Provision, came: _Corresponding, now: Targets, kind: str) -> Iterator[str]:
    for partner in came.now.get(leaf.id, ()):
        standing = now.standing[partner]
        for node in (*reversed(standing.around), standing.provision):
            if node.kind == kind:
                yield node.id
                break
        else:
            yield ""


def _is_or_holds(found: Provision, became: Provision) -> bool:
    """Whether two provisions are one, or one stands in the other (a reference that grew more precise)."""
    return any(node.id == became.id for node in found.walk()) or any(
        node.id == found.id for node in became.walk()
    )


def _path_words(node: Provision, now: Targets) -> str:
    """A provision with its article: "paragraph 2 of article 12"."""
    around = now.standing[node.id].around
    unit = next((each for each in reversed(around) if each.kind in UNITS or each.kind == "annex"), None)
    return (
        node_words(node)
        if unit is None or node.kind in UNITS
        else f"{node_words(node)} of {node_words(unit)}"
    )


def _titled(node: Provision) -> str:
    words = node.heading.split()
    if not words:
        return ""
    return f" ({' '.join(words[:_HEADING_WORDS])}{' …' if len(words) > _HEADING_WORDS else ''})"
