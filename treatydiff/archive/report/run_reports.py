"""What was done with an archive or a cache, in a line and as JSON: indexing, describing, clearing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatydiff.archive.model import (
    ENTRY_FIELDS,
    ClearedCache,
    Conflict,
    DescribedArchive,
    IndexRun,
    ReadFailure,
)
from treatydiff.archive.report.listing_toml import listing_toml
from treatydiff.naming.wording import counted, encodable, printable
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import dumped

_MIB = 1024 * 1024


def index_run_terminal(run: IndexRun) -> str:
    """A run over an archive in a line."""
    return (
        f"{len(run.read)} read, {len(run.unchanged)} unchanged, {len(run.removed)} removed, "
        f"{len(run.failures)} not readable\n"
    )


def index_run_json(run: IndexRun) -> str:
    """A run over an archive as JSON of the schema `treatydiff/index-run/1`."""
    return dumped({
        "schema": "treatydiff/index-run/1", "tool": TOOL, "read": list(run.read),
        "unchanged": list(run.unchanged), "removed": list(run.removed), "failures": _failures(run.failures),
    })  # fmt: skip


def described_toml(archive: DescribedArchive) -> str:
    """What is known of an archive as a `treatydiff.toml`, to be read through and kept."""
    return listing_toml(
        archive.entries, title=archive.title, conflicts=archive.conflicts, failures=archive.failures
    )


def described_json(archive: DescribedArchive) -> str:
    """What is known of an archive as JSON of the schema `treatydiff/listing/1`; null where nothing is."""
    entries = sorted(archive.entries, key=lambda each: each.chronology)
    return dumped({
        "schema": "treatydiff/listing/1",
        "tool": TOOL,
        "title": archive.title,
        "drafts": [
            {name: value if (value := getattr(entry, name)) != "" else None for name in ENTRY_FIELDS}
            for entry in entries
        ],
        "conflicts": [_conflict(each) for each in archive.conflicts],
        "failures": _failures(archive.failures),
    })  # fmt: skip


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"symbol": conflict.symbol, "language": conflict.language, "files": list(conflict.files),
            "differences": list(conflict.differences)}  # fmt: skip


def _failures(failures: Iterable[ReadFailure]) -> list[dict[str, str]]:
    return [{"file": each.file, "message": each.message} for each in failures]


def cleared_terminal(cleared: ClearedCache) -> str:
    """What was taken away from a cache, and what was left there."""
    where = encodable(printable(cleared.folder))
    drafts = counted(cleared.drafts, "draft", "drafts")
    went = f"{drafts} ({cleared.size / _MIB:.1f} MiB) removed from {where}"
    if not cleared.left:
        return f"{went}\n"
    rest = counted(cleared.left, "file that is not treatydiff's", "files that are not treatydiff's")
    return f"{went}; {rest} left there\n"


def cleared_json(cleared: ClearedCache) -> str:
    """What was taken away from a cache as JSON of the schema `treatydiff/cleared-cache/1`."""
    return dumped({
        "schema": "treatydiff/cleared-cache/1", "tool": TOOL, "folder": cleared.folder,
        "drafts": cleared.drafts, "bytes": cleared.size, "left": cleared.left,
    })  # fmt: skip
