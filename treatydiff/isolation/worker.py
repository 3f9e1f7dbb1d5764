"""The process that reads and parses one file for another, under limits.

Started as `python -m treatydiff.isolation.worker`.
It takes one pickled request on stdin and answers in pickled frames on stdout; see `process`.
"""

from __future__ import annotations

import math
import os
import pickle
import signal
import struct
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Literal

from treatydiff.errors import TreatydiffError
from treatydiff.isolation.collector import collect_seldom
from treatydiff.model import SourceText
from treatydiff.records import dataclass
from treatydiff.settings import Settings

_LENGTH = struct.Struct(">Q")
_MIB = 1024 * 1024
_BLOCKS_A_FRAME = 2_000
"""A long draft goes out in parts, so that neither side holds it twice."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: a path, or bytes with the name they go by; `media_type` where it is known.

    `wants` says what goes back: the text of the file, or the draft that the grammar makes of it.
    """

    path: Path | None
    data: bytes
    label: str
    settings: Settings
    media_type: str | None
    wants: Literal["draft", "text"]


def write_frame(stream: IO[bytes], value: object) -> None:
    """Write one value behind its length.

    Args:
        stream: a pipe.
        value: anything that can be pickled.
    """
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """The next value of a pipe.

    Args:
        stream: a pipe.

    Raises:
        EOFError: the other side has gone.
    """
    head = stream.read(_LENGTH.size)
    content = stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
    if not content:
        raise EOFError
    # Both ends of the pipe are this program; the process bounds, and is no sandbox (docs/security.md).
    return pickle.loads(content)  # nosec B301


def main() -> None:
    """Answer one request and leave."""
    collect_seldom()
    # The parent decides what an interrupt means, and ends this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not come between the frames.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    request: Request = read_frame(sys.stdin.buffer)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _limit(request.settings)
    write_frame(answers, ("began",))
    try:
        text = _read(request, answers)
        if request.wants == "draft":
            write_frame(answers, ("draft", _parsed(text, request.settings)))
        else:
            _send(answers, text)
    except TreatydiffError as fault:
        write_frame(answers, ("refused", fault))
    except MemoryError:
        write_frame(answers, ("memory",))
    except BrokenPipeError:
        pass
    except Exception as fault:  # noqa: BLE001 - whatever a hostile file provokes must not pass for a crash
        write_frame(answers, ("failed", type(fault).__name__, traceback.format_exc()))
    # Nothing is left to tidy up, and the memory of a long draft takes long to free.
    os._exit(0)


def _leave_with_parent() -> None:
    """Stdin stays open as long as the parent lives."""
    sys.stdin.buffer.read(1)
    os._exit(1)


def _limit(settings: Settings) -> None:
    """Let the system refuse memory past the cap, and end the process after its seconds of work."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    for kind, cap in (
        (resource.RLIMIT_AS, _memory_in_use() + settings.max_memory_mib * _MIB),
        (resource.RLIMIT_CPU, math.ceil(time.process_time()) + settings.max_read_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        soft = cap if hard == resource.RLIM_INFINITY else min(cap, hard)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (OSError, ValueError):  # some systems know the limit but do not keep it
            continue


def _memory_in_use() -> int:
    """Bytes of address space of this process, where the system tells it."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 256 * _MIB
    return pages * os.sysconf("SC_PAGE_SIZE")


def _read(request: Request, answers: IO[bytes]) -> SourceText:
    from treatydiff.reading.reader import read_bytes, read_file

    def tell(done: int, total: int) -> None:
        write_frame(answers, ("progress", done, total))

    if request.path is not None:
        return read_file(request.path, request.settings, media_type=request.media_type, progress=tell)
    return read_bytes(
        request.data, request.label, request.settings, media_type=request.media_type, progress=tell
    )


def _parsed(text: SourceText, settings: Settings) -> bytes:
    from treatydiff.model.draft_codec import encode_draft
    from treatydiff.structure.parse import parse

    return encode_draft(parse(text, settings))


def _send(answers: IO[bytes], text: SourceText) -> None:
    for name in ("blocks", "notes", "furniture"):
        items: Sequence[object] = getattr(text, name)
        for start in range(0, len(items), _BLOCKS_A_FRAME):
            write_frame(answers, (name, items[start : start + _BLOCKS_A_FRAME]))
    write_frame(answers, ("read", replace(text, blocks=(), notes=(), furniture=())))


if __name__ == "__main__":
    main()
