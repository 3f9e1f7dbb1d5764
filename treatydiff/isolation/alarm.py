"""Seconds of work are bounded in this process too: an alarm interrupts even the engine of `re`.

Only the main thread of a POSIX system hears it, and a search that never leaves one inner loop of the
engine hears it late: therefore no more than short texts are read here (`guarded`).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0
"""Seconds until the alarm rings again, should something have swallowed it."""


class TimeIsUpError(BaseException):
    """The seconds of work are over; no ordinary error, so that nothing on the way takes it for one."""


def can_ring() -> bool:
    """Whether an alarm would be heard here: on the main thread, where the system has such timers."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def bounded_seconds(seconds: float) -> Iterator[None]:
    """Let the block do at most so many seconds of work; where no alarm is heard, nothing bounds it.

    The timer is that of the process's work (SIGVTALRM): it stands still while the process waits, as the
    limit of a worker does, and leaves the alarm of the wall clock to the caller's own use.

    Args:
        seconds: of work of this process.

    Raises:
        TimeIsUpError: they are over.
    """
    if not can_ring():
        yield
        return
    armed = True

    def ring(_signal: int, _frame: FrameType | None) -> None:
        if armed:
            raise TimeIsUpError

    handler = signal.signal(signal.SIGVTALRM, ring)
    left, interval = signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_VIRTUAL, left, interval)
        signal.signal(signal.SIGVTALRM, handler)
