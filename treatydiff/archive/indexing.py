"""Read what is new or changed in an archive into its index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from treatydiff.archive.executors import Lost, Workers, mapped, serial
from treatydiff.archive.index import Index
from treatydiff.archive.index_rows import IndexedClause, IndexedDraft, IndexedProvision
from treatydiff.archive.listing import ArchiveListing
from treatydiff.archive.model import IndexRun, ReadFailure
from treatydiff.archive.printed_metadata import printed_entry
from treatydiff.errors import ReadError, TreatydiffError
from treatydiff.isolation.code import code_of
from treatydiff.isolation.draft_key import READING_ROOMS
from treatydiff.language.tokenizer import word_keys
from treatydiff.model import Draft, Provision
from treatydiff.model.draft_codec import CODEC_VERSION, encode_draft
from treatydiff.model.progress import Progress
from treatydiff.naming.citations import citation, places_of
from treatydiff.pipeline import read_draft_bytes
from treatydiff.reading.reader import bytes_of, digest_of, sha256_of
from treatydiff.records import dataclass
from treatydiff.settings import Settings

_TELLING = ("archive/printed_metadata.py", "naming/citations.py")
"""What else decides what the index says of a draft."""


@dataclass(frozen=True, slots=True)
class _Task:
    """One file to read; its bytes travel along, since another machine may not see the folder."""

    file: str
    data: bytes
    sha256: str
    reading: str
    settings: Settings


def index_archive(
    archive: ArchiveListing,
    index: Index,
    settings: Settings,
    *,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> IndexRun:
    """Read every file that is new or changed; take those out that are gone.

    Each draft is stored in a transaction of its own, in the order of the files, so a run that is
    killed loses at most what it was reading. A file that is no readable draft is stored as failed
    with its reason, and tried again only when its bytes or the reader change; so is what the listing leaves
    aside.

    Args:
        archive: the folder and its files.
        index: where the drafts go.
        settings: how to read.
        workers: who reads; this process if None.
        progress: called as files are done.
    """
    reading = reading_key(settings)
    known = index.known()
    aside = {each.file: each.message for each in archive.aside}
    gone = tuple(sorted(known.keys() - {*archive.files, *aside}))
    if gone:
        index.forget(gone)
    read: list[str] = []
    unchanged: list[str] = []
    failures: list[ReadFailure] = []
    for file, reason in aside.items():
        index.keep(IndexedDraft(file, "", reading, failure=reason))

    def tasks() -> Iterator[_Task]:
        for file in archive.files:
            path = archive.folder / file
            try:
                if known.get(file) == (digest_of(path, settings), reading):
                    unchanged.append(file)
                    continue
                data = bytes_of(path, settings)
            except ReadError as fault:
                # A file that is missing or too big has no bytes to know it by; it is tried on every run.
                index.keep(IndexedDraft(file, "", reading, failure=_reason(fault)))
                continue
            yield _Task(file, data, sha256_of(data), reading, settings)

    under_way: list[_Task] = []
    for done, result in enumerate(mapped(workers or serial(), _read, _noted(tasks(), under_way)), 1):
        task = under_way.pop(0)
        if isinstance(result, Lost):
            index.keep(_failed(task, f"reading it ended its process each time ({result.reason})"))
        else:
            index.keep(result)
        read.append(task.file)
        if progress is not None:
            progress("reading drafts", done + len(unchanged), len(archive.files))
    failures = [ReadFailure(each.file, each.failure) for each in index.drafts(failed=True) if each.failure]
    return IndexRun(tuple(read), tuple(unchanged), gone, tuple(failures))


def _noted(tasks: Iterable[_Task], under_way: list[_Task]) -> Iterator[_Task]:
    """The tasks, each noted without its bytes until its result comes."""
    for task in tasks:
        under_way.append(replace(task, data=b""))
        yield task


def _read(task: _Task) -> IndexedDraft:
    try:
        draft = read_draft_bytes(task.data, Path(task.file).name, task.settings)
    except TreatydiffError as fault:
        return _failed(task, _reason(fault))
    except Exception as fault:  # noqa: BLE001 - one bad draft must not stop the others
        return _failed(task, f"internal error: {type(fault).__name__}: {fault}")
    return _indexed(task, draft)


def _reason(fault: TreatydiffError) -> str:
    return f"{fault.what}; hint: {fault.hint}" if fault.hint else fault.what


def _failed(task: _Task, reason: str) -> IndexedDraft:
    return IndexedDraft(task.file, task.sha256, task.reading, failure=" ".join(reason.split()))


def _indexed(task: _Task, draft: Draft) -> IndexedDraft:
    named_as = Path(task.file).suffix.lower()
    clauses = tuple(_clauses(draft))
    return IndexedDraft(
        file=task.file, sha256=task.sha256, reading=task.reading, language=draft.language,
        media_type=draft.source.media_type, pages=draft.source.pages, articles=draft.articles,
        units=len(draft.units()), words=draft.openness.words,
        content=hashlib.sha256(f"{task.sha256};{task.reading};{named_as}".encode()).hexdigest(),
        printed=replace(printed_entry(draft), file=task.file), data=encode_draft(draft),
        provisions=tuple(_provisions(draft)), clauses=clauses,
    )  # fmt: skip


def _provisions(draft: Draft) -> Iterator[IndexedProvision]:
    def below(node: Provision, parent: str) -> Iterator[IndexedProvision]:
        yield IndexedProvision(
            node.id, parent, node.kind, _storable(node.number), _storable(node.heading), node.page
        )
        for child in node.children:
            yield from below(child, node.id)

    for instrument in draft.instruments:
        for provision in instrument.provisions:
            yield from below(provision, "")


def _clauses(draft: Draft) -> Iterator[IndexedClause]:
    places = places_of(draft)
    for unit in draft.units():
        for leaf in unit.clauses():
            cited = citation("", places, unit.id, leaf.id if leaf.id != unit.id else None)
            text = _storable(leaf.text)
            yield IndexedClause(
                leaf.id, unit.id, _storable(cited.removeprefix(", ")), text, searched_words(text)
            )


def searched_words(text: str) -> str:
    """The words of a text as they are searched: folded, a space between any two, also in Chinese."""
    return " ".join(word_keys(text))


def _storable(text: str) -> str:
    """Text that SQLite can hold: halves of surrogate pairs become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def reading_key(settings: Settings) -> str:
    """What the index knows a reading by: a hash of the code, a point, and one of the settings.

    All settings of reading count, also those that decide no draft: a file that failed may be read by others.

    Args:
        settings: how to read.
    """
    chosen = hashlib.sha256(repr(settings.of("reading", "structure")).encode()).hexdigest()
    return f"{_code_key()}.{chosen[:16]}"


def is_of_another_version(index: Index) -> bool:
    """Whether an index holds what other code read, so that everything is read again.

    Args:
        index: of an archive.
    """
    return any(not reading.startswith(f"{_code_key()}.") for _, reading in index.known().values())


def _code_key() -> str:
    return hashlib.sha256(f"{CODEC_VERSION};{code_of((*READING_ROOMS, *_TELLING))}".encode()).hexdigest()[:16]
