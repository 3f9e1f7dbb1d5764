"""Work as a map over items through any `concurrent.futures` executor; what a lost worker held is redone.

Results come in the order of the items, whoever made them, so that everything built from them is the
same with one process, several, or a Dask cluster.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for_futures
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess, parent_process
from threading import Thread
from typing import Any, TypeVar

from treatydiff.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")
MakeExecutor = Callable[[], AbstractContextManager[Executor]]
"""Makes a fresh executor, open as long as its context."""

TRIES = 3
"""So often an item is tried that loses its worker each time."""
AHEAD = 4
"""Items submitted beyond those at work, for each of eight workers: bounds the memory of a long run."""
_WINDOW = 8 * AHEAD
NOTICE_SECONDS = 2.0
"""So long after a process is gone its pool has to say so itself."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for the result of an item that took its worker down each time it was tried."""

    reason: str


class _Deferred(Future[R]):
    """A call that is made when its result is asked for."""

    def __init__(self, call: Callable[[], R]) -> None:
        super().__init__()
        self._call = call

    def result(self, timeout: float | None = None) -> R:
        """What the call returns."""
        if not self.done():
            try:
                self.set_result(self._call())
            except Exception as fault:  # noqa: BLE001 - a future keeps what its call raised
                self.set_exception(fault)
        return super().result(timeout)


class SerialExecutor(Executor):
    """Runs everything right here, each call when its result is asked for."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """The future of a call."""
        return _Deferred(lambda: fn(*args, **kwargs))


class Workers:
    """Who does the work: an executor that is made when first needed, and anew when its workers are lost.

    Closed at the end of a `with` block; until then its processes keep what they have at hand.

    Args:
        make: makes an executor.
    """

    def __init__(self, make: MakeExecutor) -> None:
        self._make = make
        self._open: ExitStack | None = None
        self._executor: Executor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: object) -> None:
        self.close(fault)

    @property
    def executor(self) -> Executor:
        """The executor of now."""
        if self._executor is None:
            self._open = ExitStack()
            self._executor = self._open.enter_context(self._make())
        return self._executor

    def close(self, fault: BaseException | None = None) -> None:
        """Let the workers go; the next call makes new ones.

        Args:
            fault: what ended the work, where it did not end well: nobody waits for what is under way.
        """
        if self._open is not None:
            self._open.__exit__(type(fault) if fault else None, fault, None)
        self._open = self._executor = None


def serial() -> Workers:
    """This process, and no other."""
    return Workers(SerialExecutor)


def processes(jobs: int) -> Workers:
    """Some processes on this machine.

    Args:
        jobs: how many; 1 is this process itself.

    Raises:
        UsageError: there are none.
    """
    if jobs < 1:
        raise UsageError(f"--jobs must be at least 1, not {jobs}")
    return serial() if jobs == 1 else Workers(lambda: _process_pool(jobs))


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


class _Pool(ProcessPoolExecutor):
    """A pool of processes that can be ended whatever its processes, or its own threads, wait for."""

    def __init__(self, jobs: int) -> None:
        self._spawn = _RecordedSpawn()
        super().__init__(jobs, mp_context=self._spawn, initializer=_end_with_parent)

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
def _process_pool(jobs: int) -> Iterator[Executor]:
    """A pool of processes; ends at once where some were lost or the work was interrupted."""
    pool = _Pool(jobs)
    try:
        yield pool
    except BaseException:
        pool.end()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


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


def dask(address: str) -> Workers:
    """The workers of a Dask cluster; what one that goes away held is done by another.

    Args:
        address: of the scheduler, "tcp://host:8786".

    Raises:
        UsageError: Dask is not installed; later, when work begins: no scheduler is there.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise UsageError("--scheduler needs Dask", hint="pip install 'treatydiff[dask]'") from None

    @contextmanager
    def make() -> Iterator[Executor]:
        try:
            client = distributed.Client(address, timeout="15s", set_as_default=False)
        except (OSError, ValueError) as fault:
            raise UsageError(f"no scheduler answers at {address}: {fault}") from None
        with client:
            yield client.get_executor()

    return Workers(make)


def mapped(workers: Workers, call: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Lost]:
    """The results of a call for every item, in order.

    Exceptions of the call are raised here. Where workers die, new ones are made and what was under way
    is done again, the first item alone, so that one that kills its worker is found.

    Args:
        workers: who does it.
        call: a function of a module, so that other processes can import it.
        items: its arguments.
    """
    waiting = iter(items)
    held: deque[T] = deque()
    tries = 0
    while True:
        futures: deque[Future[R]] = deque()
        try:
            while True:
                _fill(workers.executor, call, waiting, held, futures, 1 if tries else _WINDOW)
                if not futures:
                    return
                result = _awaited(futures[0], workers.executor)
                futures.popleft()
                held.popleft()
                tries = 0
                yield result
        except (BrokenExecutor, CancelledError) as fault:
            lost: Exception = fault
        except Exception as fault:
            if type(fault).__name__ != "KilledWorker":  # Dask's, when it gave up after its own tries
                raise
            lost, tries = fault, TRIES
        workers.close(lost)
        tries += 1
        if tries >= TRIES:
            held.popleft()
            tries = 0
            yield Lost(str(lost) or type(lost).__name__)


def _awaited(future: Future[R], executor: Executor) -> R:
    """The result of a future; of a pool that lost a process and does not notice, that it did.

    Raises:
        BrokenExecutor: a process is gone and the result does not come.
    """
    if not isinstance(executor, _Pool):
        return future.result()
    gone = False
    while True:
        finished, _ = wait_for_futures([future], timeout=NOTICE_SECONDS)
        if finished:
            return future.result()
        if gone:
            raise BrokenExecutor("a process was lost while it handed over its result")
        gone = executor.one_is_gone()


def _fill(
    executor: Executor,
    call: Callable[[T], R],
    waiting: Iterator[T],
    held: deque[T],
    futures: deque[Future[R]],
    room: int,
) -> None:
    """Submit what is held and then what waits, until as much is under way as there is room for."""
    while len(futures) < room:
        if len(futures) == len(held):
            following = next(waiting, _END)
            if following is _END:
                return
            held.append(following)  # type: ignore[arg-type]
        futures.append(executor.submit(call, held[len(futures)]))


_END = object()
