"""How far a long run is: a line on stderr, only where stderr is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from treatydiff.errors import shown

if TYPE_CHECKING:
    from treatydiff.model.progress import Progress


def _show_nothing(_stage: str, _done: int, _total: int) -> None:
    """A progress function for runs that nobody watches."""


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress]:
    """A progress function that draws a bar while the block runs.

    Args:
        quiet: whether to show nothing.
    """
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":  # a bar is drawn by escapes
        yield _show_nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=24), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, int] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage and stage not in tasks:
                tasks[stage] = bar.add_task(shown(stage), total=total or None)
            if stage:
                bar.update(tasks[stage], completed=done, total=total or None)  # type: ignore[arg-type]

        yield tell
