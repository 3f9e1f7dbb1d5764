"""Runs of text: neighbours of one look are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from operator import attrgetter

from treatydiff.model import Run

_LOOK = attrgetter(*(field.name for field in fields(Run) if field.name != "text"))


def joined_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one look as one run; what calls a note stays alone.

    Args:
        runs: runs in order.
    """
    for _, alike in groupby(runs, key=_LOOK):
        first, *others = alike
        if others and first.note is None:
            yield replace(first, text="".join(run.text for run in (first, *others)))
        else:
            yield from (first, *others)


def trimmed_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one look as one run, without white space at the ends.

    Args:
        runs: runs in order.
    """
    written = [run for run in runs if run.text]
    visible = [at for at, run in enumerate(written) if run.text.strip()]
    if not visible:
        return ()
    kept = list(joined_runs(written[visible[0] : visible[-1] + 1]))
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
