"""Chapeaux and their items: a modal that goes from one to the other binds as before.

"Each Party: (a) Shall keep" and "Each Party shall: (a) keep" are one duty. An item that becomes a
paragraph of its own, or the reverse, is compared with the modal that governed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from treatydiff.diff.meaning.phrase_changes import ALTERNATIVE
from treatydiff.language.force import RIGHT, ForceTerm, force_terms
from treatydiff.language.tokenizer import words
from treatydiff.model import ClauseDiff, Signal

_OPENING = 5
"""Words of an item among which its own modal stands."""
_HANDED_DOWN = 9
"""Words behind the modal of a chapeau up to its items; a longer chapeau has a duty of its own."""
_MODAL_KINDS = frozenset(("obligation", "right"))


def with_chapeaux(clauses: tuple[ClauseDiff, ...], language: str) -> tuple[ClauseDiff, ...]:
    """The clauses with the modals of chapeaux and of their items read as one.

    Args:
        clauses: the clause edits of one row.
        language: code of the drafts' language.
    """
    in_a, in_b = _texts(clauses, "insert"), _texts(clauses, "delete")
    chapeaux_a, chapeaux_b = _chapeaux(in_a, language), _chapeaux(in_b, language)
    if not chapeaux_a and not chapeaux_b and not any(id_.endswith("__intro") for id_ in (*in_a, *in_b)):
        return clauses
    own_a, own_b = _own_modals(in_a, language), _own_modals(in_b, language)
    with_modals_a, with_modals_b = (
        {id_ for id_, text in texts.items() if any(each.lone for each in _modals(text, language))}
        for texts in (in_a, in_b)
    )
    items_a, items_b = dict(own_a), dict(own_b)
    for clause in clauses:  # the one modal of an item that has none now went to the chapeau
        id_a, id_b = "".join(clause.pairing.a), "".join(clause.pairing.b)
        if (
            id_b in in_b
            and id_b not in with_modals_b
            and (modal := _only_modal(in_a.get(id_a, ""), language))
        ):
            items_a.setdefault(id_a, modal)
        if (
            id_a in in_a
            and id_a not in with_modals_a
            and (modal := _only_modal(in_b.get(id_b, ""), language))
        ):
            items_b.setdefault(id_b, modal)
    result = []
    for clause in clauses:
        id_a, id_b = "".join(clause.pairing.a), "".join(clause.pairing.b)
        intros = [id_.endswith("__intro") for id_ in (id_a, id_b) if id_]
        if all(intros):
            of_items_a = _of_items(id_a, items_a) if _hands_down(in_b.get(id_b, ""), language) else None
            of_items_b = _of_items(id_b, items_b) if _hands_down(in_a.get(id_a, ""), language) else None
            result.append(_settled(clause, of_items_b, of_items_a))
            continue
        opening = own_a.get(id_a), own_b.get(id_b)
        governing = tuple(
            None if id_.endswith("__intro") else _around(id_, chapeaux)
            for id_, chapeaux in ((id_a, chapeaux_a), (id_b, chapeaux_b))
        )
        if governing[0] is None and not opening[0] and governing[1] and id_b not in with_modals_b:
            opening = _only_modal(in_a.get(id_a, ""), language), opening[1]
        if governing[1] is None and not opening[1] and governing[0] and id_a not in with_modals_a:
            opening = opening[0], _only_modal(in_b.get(id_b, ""), language)
        settled = _settled(clause, governing[1], governing[0], opening=opening)
        result.append(_set_free(settled, governing, opening) if id_a and id_b else settled)
    return tuple(result)


def _texts(clauses: Sequence[ClauseDiff], absent: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for clause in clauses:
        ids = clause.pairing.b if absent == "delete" else clause.pairing.a
        if ids:
            found[ids[0]] = "".join(edit.text for edit in clause.edits if edit.op != absent)
    return found


def _modals(text: str, language: str) -> tuple[ForceTerm, ...]:
    """The modals of a text; verbs of a decision ("a Party that requests aid") only where they open it."""
    found = force_terms(tuple(word.key for word in words(text)), "modal", language)
    return tuple(each for each in found if not (each.opening and each.first))


def _chapeaux(texts: Mapping[str, str], language: str) -> dict[str, ForceTerm]:
    """The last modal of every chapeau, by the id of the provision that it opens."""
    found = {}
    for id_, text in texts.items():
        if id_.endswith("__intro") and (modals := _modals(text, language)):
            found[id_.removesuffix("__intro")] = _offered(text, modals) or next(
                (each for each in modals[::-1] if each.lone), modals[-1]
            )
    return found


_OFFERED = "offered"


def _offered(text: str, modals: Sequence[ForceTerm]) -> ForceTerm | None:
    """The alternatives that a chapeau ends with, as one term: "[shall][should][may] be:"."""
    said = words(text)
    last = [modals[-1]]
    for each in modals[-2::-1]:
        if not ALTERNATIVE.fullmatch(text[said[each.last - 1].end : said[last[0].first].start]):
            break
        last.insert(0, each)
    if len(last) < _LEAST_OFFERED:
        return None
    return replace(last[-1], name=" / ".join(each.name for each in last), group=_OFFERED)


_LEAST_OFFERED = 2


def _choice(old: ForceTerm, new: ForceTerm) -> Signal | None:
    """What is said where a modal was offered as one of several, or one of several was taken."""
    if old.group != _OFFERED:
        return Signal("obligation", "newly bracketed", new.name)
    if new.group != _OFFERED and new.name in old.name.split(" / "):
        return Signal("obligation", "settled", new.name)
    return None if new.group == _OFFERED else Signal("obligation", "changed", f"{old.name} → {new.name}")


def _own_modals(texts: Mapping[str, str], language: str) -> dict[str, ForceTerm]:
    """The modal that each item opens with, by its id."""
    found = {}
    for id_, text in texts.items():
        intro = id_.endswith("__intro")
        modals = [each for each in _modals(text, language) if each.first < _OPENING or (intro and each.lone)]
        if modals:
            found[id_] = modals[0]
    return found


def _only_modal(text: str, language: str) -> ForceTerm | None:
    """The modal of a clause that has one alone, or several times; it goes on in an item without its own."""
    modals = {each.name: each for each in _modals(text, language) if each.lone}
    return next(iter(modals.values())) if len(modals) == 1 else None


def _around(id_: str, chapeaux: Mapping[str, ForceTerm]) -> ForceTerm | None:
    """The modal of the chapeau over an item."""
    steps = id_.split("__")
    for length in range(len(steps) - 1, 0, -1):
        if found := chapeaux.get("__".join(steps[:length])):
            return found
    return None


def _of_items(id_: str, own: Mapping[str, ForceTerm]) -> ForceTerm | None:
    """The modal that the items below a chapeau open with."""
    parent = id_.removesuffix("__intro") + "__"
    return next((term for each, term in own.items() if id_ and each != id_ and each.startswith(parent)), None)


def _hands_down(text: str, language: str) -> bool:
    """Whether the last modal of a chapeau is that of its items rather than of a duty of its own."""
    modals = [each for each in _modals(text, language) if each.lone]
    return not modals or len(words(text)) - modals[-1].last <= _HANDED_DOWN


def _set_free(
    clause: ClauseDiff,
    governing: tuple[ForceTerm | None, ...],
    opening: tuple[ForceTerm | None, ForceTerm | None],
) -> ClauseDiff:
    """An item that got a weaker or stronger modal of its own than the chapeau that governed it had."""
    old, new = ((own or around) for own, around in zip(opening, governing, strict=True))
    of_chapeau = [around is not None and own is None for own, around in zip(opening, governing, strict=True)]
    told = any(signal.kind in _MODAL_KINDS for edit in clause.edits for signal in edit.signals)
    at = next((n for n, edit in enumerate(clause.edits) if edit.op != "equal"), None)
    if told or at is None or old is None or new is None or sum(of_chapeau) != 1:
        return clause
    if old.rank == new.rank and _OFFERED not in (old.group, new.group):
        return clause
    direction = "strengthened" if new.rank > old.rank else "weakened"
    signal = Signal("obligation", direction, f"{old.name} → {new.name}")
    if _OFFERED in (old.group, new.group):
        chosen = _choice(old, new)
        if chosen is None:
            return clause
        signal = chosen
    edit = replace(clause.edits[at], signals=(*clause.edits[at].signals, signal))
    return replace(clause, edits=(*clause.edits[:at], edit, *clause.edits[at + 1 :]))


def _settled(
    clause: ClauseDiff,
    now: ForceTerm | None,
    before: ForceTerm | None,
    opening: tuple[ForceTerm | None, ForceTerm | None] | None = None,
) -> ClauseDiff:
    """A clause whose modals went to, or came from, a chapeau or items.

    Args:
        clause: the clause.
        now: the modal that governs it from elsewhere in B.
        before: the modal that governed it from elsewhere in A.
        opening: of an item, the modals that it opens with in A and in B; others are its own.
    """
    if now is None and before is None:
        return clause
    edits = []
    for edit in clause.edits:
        signals = [each for signal in edit.signals for each in _restated(signal, now, before, opening)]
        edits.append(replace(edit, signals=tuple(signals)) if tuple(signals) != edit.signals else edit)
    return replace(clause, edits=tuple(edits))


def _restated(
    signal: Signal,
    now: ForceTerm | None,
    before: ForceTerm | None,
    opening: tuple[ForceTerm | None, ForceTerm | None] | None,
) -> Iterator[Signal]:
    if signal.kind not in _MODAL_KINDS or signal.direction not in ("removed", "added"):
        yield signal
        return
    removed = signal.direction == "removed"
    elsewhere = now if removed else before
    own = opening[0 if removed else 1] if opening else None
    if elsewhere is None or (opening is not None and (own is None or own.name != signal.text)):
        yield signal
        return
    if elsewhere.name == signal.text or opening is None:
        return  # of a chapeau: its items say what became of it
    rank = own.rank if own else RIGHT
    if own and elsewhere.group == _OFFERED:
        chosen = _choice(*((own, elsewhere) if removed else (elsewhere, own)))
        yield from () if chosen is None else (chosen,)
    elif rank != elsewhere.rank:
        stronger = (elsewhere.rank > rank) == removed
        words_ = (signal.text, elsewhere.name) if removed else (elsewhere.name, signal.text)
        yield Signal("obligation", "strengthened" if stronger else "weakened", " → ".join(words_))
