"""The fate of options: labelled alternatives of which a text can keep one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from treatydiff.studies.brackets.found_words import TRACE
from treatydiff.studies.brackets.model import BracketFate, Fate
from treatydiff.studies.brackets.sides import OpenOption, OpenSide
from treatydiff.studies.brackets.slots import ClausePoint


def option_fates(
    a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], rows: Mapping[str, tuple[str, ...]]
) -> tuple[list[BracketFate], list[BracketFate]]:
    """What became of the options of A, and the options that are new in B.

    Args:
        a, b: the drafts.
        found: which word of A's options is which of B.
        rows: which units of B correspond to a unit of A.
    """
    groups: dict[tuple[str, int], list[OpenOption]] = defaultdict(list)
    for option in a.options:
        groups[option.group].append(option)
    fates: list[BracketFate] = []
    kept: set[str] = set()
    for members in groups.values():
        places = {option.node.id: _places(a, option, found) for option in members}
        decided = {option.node.id: _fate(b, places[option.node.id]) for option in members}
        _best_alone(decided, places)
        for option in members:
            if option.no_text:
                others = [decided[each.node.id] for each in members if not each.no_text]
                decided[option.node.id] = _fate_of_nothing(b, option, others, rows, kept)
        for option in members:
            words, where = places[option.node.id]
            clauses = Counter(clause for clause, _ in where)
            most = max(clauses, key=lambda id_: (clauses[id_], id_)) if clauses else ""
            fate = decided[option.node.id]
            if fate == "kept open" and not option.no_text:
                kept.update(b.option_of[clause] for clause in clauses if clause in b.option_of)
            fates.append(_said("a", option, fate, "" if fate == "dropped" else most, words, len(where)))
    new = [
        _said("b", option, "newly bracketed", "", 0, 0) for option in b.options if option.node.id not in kept
    ]
    return fates, new


def _places(
    a: OpenSide, option: OpenOption, found: Mapping[ClausePoint, ClausePoint]
) -> tuple[int, list[ClausePoint]]:
    words = [(clause, number) for clause in option.clauses for number in range(len(a.tokens(clause)))]
    return len(words), [found[place] for place in words if place in found]


def _fate(b: OpenSide, held: tuple[int, list[ClausePoint]]) -> Fate:
    words, where = held
    if not where or len(where) < TRACE * words:
        return "dropped"
    if 2 * sum(clause in b.option_of for clause, _ in where) > len(where):
        return "kept open"
    return "adopted" if len(where) == words else "reworded"


def _best_alone(decided: dict[str, Fate], places: Mapping[str, tuple[int, list[ClausePoint]]]) -> None:
    """Of options that are found in the same clauses, the one with the greatest share was taken."""
    taken = [id_ for id_, fate in decided.items() if fate in ("adopted", "reworded")]
    ranked = sorted(taken, key=lambda id_: (-len(places[id_][1]) / places[id_][0], list(decided).index(id_)))
    claimed: set[str] = set()
    for id_ in ranked:
        clauses = {clause for clause, _ in places[id_][1]}
        if len(clauses & claimed) * 2 > len(clauses):
            decided[id_] = "dropped"
        claimed |= clauses


def _fate_of_nothing(
    b: OpenSide, option: OpenOption, others: list[Fate], rows: Mapping[str, tuple[str, ...]], kept: set[str]
) -> Fate:
    """An option without text is adopted where all the others went, and open where one is."""
    here = rows.get(option.unit, ())
    if any(fate in ("adopted", "reworded") for fate in others):
        return "dropped"
    same = next(
        (each for each in b.options if each.no_text and each.unit in here and each.node.id not in kept), None
    )
    if same is not None:
        kept.add(same.node.id)
        return "kept open"
    return "dropped" if "kept open" in others else "adopted"


def _said(side: str, option: OpenOption, fate: Fate, elsewhere: str, words: int, shared: int) -> BracketFate:
    text = " ".join(leaf.text for leaf in option.node.clauses()).strip()
    return BracketFate(
        "a" if side == "a" else "b", "option", "no text" if option.no_text else "option", option.unit,
        option.node.id, option.instrument, 0, 0, 0, text, fate, elsewhere, "", words, shared,
    )  # fmt: skip
