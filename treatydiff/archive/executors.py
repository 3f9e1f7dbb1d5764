"""Work as a map over items through any `concurrent.futures` executor; what a lost worker held is redone.

Results come in the order of the items, whoever made them, so that everything built from them is the
same with one process, several, or a Dask cluster.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from treatydiff.archive.process_pool import awaited, process_pool
from treatydiff.errors import UsageError
from treatydiff.records import dataclass

T = TypeVar("T")
R = TypeVar("R")
MakeExecutor = Callable[[], AbstractContextManager[Executor]]
"""Makes a fresh executor, open as long as its context."""

TRIES = 3
"""So often an item is tried that loses its worker each time."""
AHEAD = 4
"""Items submitted beyond those at work, for each of eight workers: bounds the memory of a long run."""
_WINDOW = 8 * AHEAD


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
    return serial() if jobs == 1 else Workers(lambda: process_pool(jobs))


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """The files by which a scheduler and its clients know one another: authority, certificate, key."""

    authority: Path
    certificate: Path
    key: Path


def dask(address: str, tls: TlsFiles | None = None) -> Workers:
    """The workers of a Dask cluster; what one that goes away held is done by another.

    Whoever reaches the scheduler runs code on its workers and reads the drafts (docs/security.md).

    Args:
        address: of the scheduler, "tcp://host:8786", or "tls://host:8786".
        tls: for a scheduler that is reached by TLS; what Dask's own configuration says if None.

    Raises:
        UsageError: Dask is not installed, or files are given for an address without TLS; later, when work
            begins: no scheduler is there.
    """
    if tls is not None and not address.startswith("tls://"):
        raise UsageError("--tls-... say how a scheduler is reached by TLS", hint=f"not by {address}")
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise UsageError("--scheduler needs Dask", hint="pip install 'treatydiff[dask]'") from None

    @contextmanager
    def make() -> Iterator[Executor]:
        try:
            security = None if tls is None else distributed.Security(
                tls_ca_file=str(tls.authority), tls_client_cert=str(tls.certificate),
                tls_client_key=str(tls.key), require_encryption=True,
            )  # fmt: skip
            client = distributed.Client(address, timeout="15s", set_as_default=False, security=security)
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
                result = awaited(futures[0], workers.executor)
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
