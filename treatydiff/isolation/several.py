"""Several files are read at once: workers side by side, short texts here while the workers work."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Protocol

from treatydiff.model import Draft
from treatydiff.model.progress import StepProgress

_MOST_WORKERS = 4
"""Each may need as much memory as `max_memory_mib` allows."""


class Reading(Protocol):
    """A draft that is being read; `guarded.Reading` is one."""

    @property
    def is_under_way(self) -> bool:
        """Whether a worker reads it, so that this process may do something else meanwhile."""

    def result(self, progress: StepProgress | None = None) -> Draft:
        """The draft; raises what is wrong with its file."""

    def end(self) -> None:
        """End the worker, if one reads."""


def read_all(
    begin: Sequence[Callable[[], Reading]],
    progress: Sequence[StepProgress | None],
    meanwhile: Callable[[], None] | None = None,
) -> tuple[Draft, ...]:
    """Read drafts side by side; the outcome is that of reading them one after another.

    Args:
        begin: begins the reading of one draft each.
        progress: told (pages done, pages in all) of the draft at the same place.
        meanwhile: what this process does once, while workers read.

    Raises:
        Exception: what is wrong with the first of those that cannot be read.
    """
    outcomes: dict[int, Draft | Exception] = {}
    running: dict[int, Reading] = {}

    def settle(place: int, reading: Reading) -> None:
        try:
            outcomes[place] = reading.result(progress[place])
        except Exception as fault:  # noqa: BLE001 - raised as soon as all before it are known to be sound
            outcomes[place] = fault
        _raise_first(outcomes)

    try:
        for place, start in enumerate(begin):
            if len(running) == _workers_at_once():
                first = min(running)
                settle(first, running[first])
                del running[first]
            try:
                reading = start()
            except Exception as fault:  # noqa: BLE001 - as above
                outcomes[place] = fault
                _raise_first(outcomes)
                continue
            running[place] = reading
            if not reading.is_under_way:
                settle(place, running.pop(place))
        if running and meanwhile is not None:
            meanwhile()
        for place, reading in running.items():
            settle(place, reading)
    finally:
        for reading in running.values():
            reading.end()
    return tuple(draft for place in range(len(begin)) if isinstance(draft := outcomes[place], Draft))


def _raise_first(outcomes: dict[int, Draft | Exception]) -> None:
    """Raise the first fault once everything before it is known."""
    place = 0
    while place in outcomes:
        outcome = outcomes[place]
        if isinstance(outcome, Exception):
            raise outcome
        place += 1


def _workers_at_once() -> int:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_WORKERS)
