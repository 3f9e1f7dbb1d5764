"""What is known of an archive's drafts as the TOML of a listing, to be corrected and kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from treatydiff.archive.model import DRAFT_KINDS, ENTRY_FIELDS, Conflict, DraftEntry, ReadFailure
from treatydiff.naming.wording import encodable, printable


def listing_toml(
    entries: Sequence[DraftEntry],
    *,
    title: str = "",
    conflicts: Sequence[Conflict] = (),
    failures: Sequence[ReadFailure] = (),
) -> str:
    """A `treatydiff.toml` with a table for every draft, in the order in which they followed one another.

    Args:
        entries: what the drafts print, and what is known already.
        title: of the archive.
        conflicts: shown as comments, and so is what could not be read.
        failures: files that are no readable drafts.
    """
    return encodable("\n".join(_lines(entries, title, conflicts, failures)) + "\n")


def _lines(
    entries: Sequence[DraftEntry], title: str, conflicts: Sequence[Conflict], failures: Sequence[ReadFailure]
) -> Iterator[str]:
    yield "# Proposed from what the drafts print: read it through before you keep it as treatydiff.toml."
    yield f"# kind is one of: {', '.join(DRAFT_KINDS)}."
    for conflict in conflicts:
        files = ", ".join(conflict.files)
        yield _comment(
            f"{conflict.symbol} ({conflict.language}) is claimed by files of different bytes: {files}"
        )
        yield from map(_comment, conflict.differences)
    for failure in failures:
        yield _comment(f"{failure.file} cannot be read: {failure.message}")
    yield ""
    yield "[archive]"
    yield f"title = {_text(title)}"
    for entry in sorted(entries, key=lambda each: each.chronology):
        yield ""
        yield "[[draft]]"
        for name in ENTRY_FIELDS:
            value = getattr(entry, name)
            if value not in ("", None):
                yield f"{name} = {value if isinstance(value, int) else _text(value)}"


def _text(text: str) -> str:
    # A JSON string is a TOML basic string; both escape the same characters.
    return json.dumps(printable(text).replace("\x7f", ""), ensure_ascii=False)


def _comment(text: str) -> str:
    return f"# {' '.join(printable(text).split())}"
