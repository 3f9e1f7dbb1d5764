"""`treatydiff doctor`: whether everything that the tool relies on works here."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from treatydiff.cli.failures import FoundError
from treatydiff.cli.options import OutputOption
from treatydiff.errors import TreatydiffError
from treatydiff.records import dataclass
from treatydiff.version import __version__

PACKAGES = (
    "typer", "rich", "markdown-it-py", "diff-match-patch", "python-docx", "pdfminer.six", "lxml", "rapidfuzz",
    "numpy", "scipy", "jinja2", "msgspec", "XlsxWriter",
)  # fmt: skip
_SAMPLE = "Article 1\n\nUse of terms\n\nFor the purposes of this Convention:\n\n(a) a light is a lamp.\n"


@dataclass(frozen=True, slots=True)
class _Checkup:
    """One thing looked at: fine, or not, or (None) absent without harm."""

    name: str
    fine: bool | None
    said: str


def doctor(output: OutputOption = None) -> None:
    """Look at what the tool relies on: packages, the guarded reader, tables, the cache, other programs."""
    from treatydiff.cli.writing import check_target, write_result

    check_target(output)
    findings = list(_findings())
    marks = {True: "ok", False: "FAULT", None: "absent"}
    width = max(len(each.name) for each in findings)
    write_result(
        "".join(f"{marks[each.fine]:<7} {each.name:<{width}}  {each.said}\n" for each in findings), output
    )
    faults = [each.name for each in findings if each.fine is False]
    if faults:
        raise FoundError(f"not working: {', '.join(faults)}")


def _findings() -> Iterator[_Checkup]:
    yield _Checkup("treatydiff", True, f"{__version__}, Python {sys.version.split()[0]}")
    yield from map(_package, PACKAGES)
    for name, look in (
        ("guarded reader", _guarded_reader), ("reference table", _reference), ("cache", _cache),
        ("output encoding", _encoding),
    ):  # fmt: skip
        yield _looked_at(name, look)
    for program, use in (
        ("ocrmypdf", "reads scans with --ocr"),
        ("less", "pages long results on a terminal"),
    ):
        found = shutil.which(program) is not None
        yield _Checkup(program, True if found else None, use)


def _package(name: str) -> _Checkup:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return _Checkup(name, True, version(name))
    except PackageNotFoundError:
        return _Checkup(name, False, "not installed; install treatydiff anew")


def _looked_at(name: str, look: Callable[[], str]) -> _Checkup:
    try:
        return _Checkup(name, True, look())
    except TreatydiffError as fault:
        return _Checkup(name, False, str(fault))
    except OSError as fault:
        return _Checkup(name, False, fault.strerror or str(fault))


def _guarded_reader() -> str:
    """A small draft read in a process of its own, as hostile files are."""
    import tempfile

    from treatydiff.pipeline import read_draft
    from treatydiff.settings import Settings

    with tempfile.TemporaryDirectory(prefix="treatydiff-") as folder:
        path = Path(folder) / "sample.txt"
        path.write_text(_SAMPLE, encoding="utf-8")
        draft = read_draft(path, Settings(isolate="always"))
    return f"a draft of {draft.articles} article was read in a process of its own"


def _reference() -> str:
    from treatydiff.score.reference import shipped_reference

    table = shipped_reference("en")
    return (
        f"{table.table.id}, {len(table.table.names):,} treaties" if table is not None else "none is shipped"
    )


def _cache() -> str:
    from treatydiff.archive.cache import FolderCache
    from treatydiff.cli.configuration import draft_cache

    cache = draft_cache()
    if not isinstance(cache, FolderCache):
        return "drafts are read anew each time (TREATYDIFF_NO_CACHE, or no home folder)"
    kept, size = cache.probe()
    return f"writable, {kept:,} drafts kept, {size / 2**20:,.1f} MiB"


def _encoding() -> str:
    encoding = sys.stdout.encoding if sys.stdout is not None else "utf-8"
    return f"{encoding}; results are written as UTF-8"
