"""Consonance under the readings that brackets and options leave open.

Between "every bracket out" and "every bracket in" lies what a text in brackets can still become. A
reserve, which is a bracket around whole provisions, is a position on them and no alternative wording:
it is kept under every reading. Of options at most one can remain, so the best one of each group is
named with its share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from treatydiff.model import Consonance, Draft, Mark, OptionChoice, Provision, Readings, Tally
from treatydiff.score.draft_words import DraftWords, words_of_clauses
from treatydiff.score.grams import Flags, TokenRow
from treatydiff.score.matching import Partners
from treatydiff.score.measured import Measured, measure, sum_below, sum_of
from treatydiff.score.reference import ReferenceTable
from treatydiff.settings import Settings

_AROUND = " \t.,;:[](){}«»\"'“”‘’"
"""What may stand between a bracket and the bounds of a provision that it encloses."""
SideName = Literal["a", "b"]


def measure_readings(
    a: Draft,
    b: Draft,
    measured_a: Measured,
    measured_b: Measured,
    document: Consonance,
    partners: Partners,
    reference: ReferenceTable,
    settings: Settings,
) -> Readings:
    """The shares of two drafts between the readings of their brackets, and with the best options.

    Args:
        a: the draft compared.
        b: the draft it is compared with.
        measured_a: A as it was measured, with every bracket in.
        measured_b: B as it was measured.
        document: the consonance of both so measured.
        partners: who is whose partner.
        reference: where the weights come from.
        settings: lengths of the runs of words.
    """
    out_a, out_b = droppable(a), droppable(b)
    brackets_out = None
    if out_a.any() or out_b.any():
        left, right = without(measured_a.words, out_a), without(measured_b.words, out_b)
        bare_a = measure(left, right, partners, reference, None, settings)
        bare_b = measure(right, left, partners.turned(), reference, None, settings)
        brackets_out = Consonance(_plain_sum(bare_a.tallies()), _plain_sum(bare_b.tallies()))
    best_a, choices_a = _with_best_options(a, "a", measured_a, document.a)
    best_b, choices_b = _with_best_options(b, "b", measured_b, document.b)
    options = (*choices_a, *choices_b)
    return Readings(
        brackets_out=brackets_out,
        brackets_in=document if brackets_out is not None else None,
        best_options=Consonance(best_a, best_b) if options else None,
        options=options,
    )


def _plain_sum(tallies: list[Tally]) -> Tally:
    """A sum without force, which was not measured for this reading."""
    return replace(sum_of(tallies), carried_same_force=None)


def droppable(draft: Draft) -> Flags:
    """Which words of a draft stand in a bracket that is no reserve; parallel to its tokens.

    Args:
        draft: a parsed draft.
    """
    flags = [np.zeros(0, dtype=bool)]
    for instrument in draft.instruments:
        nodes = list(instrument.walk())
        reserves = _reserves(nodes)
        leaves = [node for node in nodes if node.text and not node.children]
        for leaf, words in zip(leaves, words_of_clauses(draft, leaves), strict=True):
            inside = np.zeros(len(words.keys), dtype=bool)
            for mark in leaf.marks:
                if mark.kind == "bracket" and _number(mark) not in reserves and not _unclosed(mark):
                    inside |= (words.starts >= mark.start) & (words.ends <= mark.end)
            flags.append(inside)
    return np.concatenate(flags)


def _reserves(nodes: Sequence[Provision]) -> frozenset[object]:
    """The numbers of the brackets of an instrument that enclose whole provisions."""
    marks = [mark for node in nodes for mark in node.marks if mark.kind == "bracket"]
    if any("role" in dict(mark.attrs) for mark in marks):
        return frozenset(_number(mark) for mark in marks if dict(mark.attrs).get("role") == "reserve")
    first: dict[object, tuple[Provision, Mark]] = {}
    last: dict[object, tuple[Provision, Mark]] = {}
    for node in nodes:
        for mark in node.marks:
            if mark.kind == "bracket":
                first.setdefault(_number(mark), (node, mark))
                last[_number(mark)] = (node, mark)
    return frozenset(
        number for number in first if _opens_whole(*first[number]) and _closes_whole(*last[number])
    )


def _opens_whole(node: Provision, mark: Mark) -> bool:
    return not node.text[: mark.start].strip(_AROUND)


def _closes_whole(node: Provision, mark: Mark) -> bool:
    # A bracket on a heading or label has no offsets of its own in the text of a leaf.
    on_label = mark.start == mark.end == 0
    return not node.text if on_label else not node.text[mark.end :].strip(_AROUND)


def _number(mark: Mark) -> object:
    return dict(mark.attrs).get("n", (mark.start, mark.end, id(mark)))


def _unclosed(mark: Mark) -> bool:
    return dict(mark.attrs).get("part") == "unclosed"


def without(words: DraftWords, dropped: Flags) -> DraftWords:
    """The words of a draft less some of them; clauses, units and their order stay.

    Args:
        words: all of its words.
        dropped: which are left out.
    """
    kept = ~dropped
    lengths = np.bincount(words.row.clause[kept], minlength=len(words.clauses))
    bounds = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])
    return replace(
        words,
        row=TokenRow(words.row.numbers[kept], bounds, words.row.clause[kept]),
        keys=tuple(key for key, stays in zip(words.keys, kept.tolist(), strict=True) if stays),
        sentence=words.sentence[kept],
        bracketed=words.bracketed[kept],
        starts=words.starts[kept],
        ends=words.ends[kept],
    )


def _with_best_options(
    draft: Draft, side: SideName, measured: Measured, whole: Tally
) -> tuple[Tally, tuple[OptionChoice, ...]]:
    """The sums of a draft with one option of every group, and which ones."""
    groups = list(_option_groups(draft))
    if not groups:
        return whole, ()
    tallies = measured.tallies()
    choices: list[OptionChoice] = []
    left_out: set[int] = set()
    for options in groups:
        sums = [sum_below((option.id,), measured.words.extent, tallies) for option in options]
        shares = [tally.carried / tally.weight if tally.weight > 0.0 else 0.0 for tally in sums]
        best = max(range(len(options)), key=lambda at: (round(shares[at], 9), -at))
        others = tuple(option.id for at, option in enumerate(options) if at != best)
        choices.append(OptionChoice(side, options[best].id, others, shares[best]))
        for id_ in others:
            left_out.update(range(*measured.words.extent[id_]))
    return sum_of(tally for at, tally in enumerate(tallies) if at not in left_out), tuple(choices)


def _option_groups(draft: Draft) -> Iterator[tuple[Provision, ...]]:
    """Options that stand side by side, two or more, in text order."""
    tops = [provision for instrument in draft.instruments for provision in instrument.provisions]
    for siblings in (tuple(tops), *(node.children for node in draft.walk())):
        group: list[Provision] = []
        for node in (*siblings, None):
            if node is not None and node.kind == "option" and _goes_on(group, node):
                group.append(node)
                continue
            if len(group) > 1:
                yield tuple(group)
            group = [node] if node is not None and node.kind == "option" else []


def _goes_on(group: Sequence[Provision], option: Provision) -> bool:
    """Whether an option belongs to the group before it: a number seen already begins a new one."""
    return all(option.number != earlier.number for earlier in group)
