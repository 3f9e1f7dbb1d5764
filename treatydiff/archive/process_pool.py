"""A pool of processes on this machine that no lost process, interrupt or killed parent leaves hanging.

Why it is ours: docs/decisions/0007-a-pool-of-our-own.md.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for_futures
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess, parent_process
from threading import Thread
from typing import Any, TypeVar

from treatydiff.isolation.collector import collect_seldom

R = TypeVar("R")

NOTICE_SECONDS = 2.0
"""So long after a process is gone its pool has to say so itself."""


class _Uninterrupted(SpawnProcess):
    """A process that no interrupt reaches, not even while it starts: what one means is for its parent."""

    def start(self) -> None:
        """Start it with interrupts held back, which it inherits; this process gets them afterwards."""
        if not hasattr(signal, "pthread_sigmask"):  # not on Windows
            super().start()
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _RecordedSpawn(SpawnContext):
    """Spawns processes, not forks them: the same on every system, and no locks are copied. Keeps them."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[BaseProcess] = []

    def Process(self, *arguments: Any, **named: Any) -> BaseProcess:  # type: ignore[override]  # noqa: N802
        process = _Uninterrupted(*arguments, **named)
        self.made.append(process)
        return process


class ProcessPool(ProcessPoolExecutor):
    """A pool of processes that can be ended whatever its processes, or its own threads, wait for."""

    def __init__(self, jobs: int) -> None:
        self._spawn = _RecordedSpawn()
        super().__init__(jobs, mp_context=self._spawn, initializer=_begin)

    def one_is_gone(self) -> bool:
        """Whether a process has ended; none does as long as the pool is whole."""
        return any(process.exitcode is not None for process in self._spawn.made)

    def end(self) -> None:
        """Kill the processes. Two things would make the pool wait for ever otherwise.

        A broken pool ends the processes that it knows of, but not one that was started in that very
        moment. And where a process was lost while it handed over a result, the pool reads on for the
        rest, as long as anybody can write it: the pool itself, too.
        """
        for process in self._spawn.made:
            if process.is_alive():
                process.kill()
                process.join()
        with suppress(AttributeError, OSError):
            self._result_queue._writer.close()  # type: ignore[attr-defined]


@contextmanager
def process_pool(jobs: int) -> Iterator[Executor]:
    """A pool of processes; ends at once where some were lost or the work was interrupted.

    Args:
        jobs: how many.
    """
    pool = ProcessPool(jobs)
    try:
        yield pool
    except BaseException:
        pool.end()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    collect_seldom()
    _end_with_parent()


def _end_with_parent() -> None:
    """Let this process end when the one that started it is gone, even where that was killed.

    A worker holds both ends of the pipe that its work comes through, so the pipe never ends for it.
    """
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def awaited(future: Future[R], executor: Executor) -> R:
    """The result of a future; of a pool that lost a process and does not notice, that it did.

    Args:
        future: of a call.
        executor: who makes it.

    Raises:
        BrokenExecutor: a process is gone and the result does not come.
    """
    if not isinstance(executor, ProcessPool):
        return future.result()
    gone = False
    while True:
        finished, _ = wait_for_futures([future], timeout=NOTICE_SECONDS)
        if finished:
            return future.result()
        if gone:
            raise BrokenExecutor("a process was lost while it handed over its result")
        gone = executor.one_is_gone()
