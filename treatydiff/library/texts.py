"""What a caller hands over as a draft: a path, the bytes of a file, or a draft that was read before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal, TypedDict

from treatydiff.errors import LanguageError, ReadError, TreatydiffError, UsageError
from treatydiff.isolation.kept import DraftBytes
from treatydiff.model import Draft, SourceText
from treatydiff.pipeline import read_drafts
from treatydiff.records import dataclass
from treatydiff.settings import Settings, merge_settings

Text = str | PathLike[str] | bytes | Draft
"""A path ("draft.pdf", "draft.pdf#art_5-art_12"), the content of a file, or a draft."""


class SettingsFields(TypedDict, total=False):
    """The fields of `Settings`, as every function of the library takes them by name."""

    language: str
    revisions: Literal["accept", "reject"]
    ocr: Literal["auto", "always", "never"]
    drafting_marks: Literal["keep", "apply"]
    column: int
    brackets: str
    legend: str
    delegations: str
    max_pages: int
    max_file_mib: int
    max_unpacked_mib: int
    max_compression_ratio: int
    max_xml_elements: int
    max_read_seconds: int
    max_memory_mib: int
    isolate: Literal["auto", "always", "never"]
    anchor_similarity: float
    pair_similarity: float
    neighbour_bonus: float
    move_share: float
    nearness: Literal["auto", "near", "far"]
    ngram: int
    verbatim_ngram: int
    reference: str
    themes: str


_BYTES = bytes | bytearray | memoryview
_SAYS_HOW_TO_READ = ("language", "revisions", "ocr", "drafting_marks", "column")
"""Options that come too late for a draft that was read before."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """How the texts of one call are read.

    `media_type` and `label` are those of texts that are given as bytes.
    """

    settings: Settings
    media_type: str | None = None
    label: str | None = None

    def drafts(self, texts: Sequence[Text]) -> list[Draft]:
        """The drafts that some arguments stand for, in their order."""
        return [part for part, _ in self.parts(texts)]

    def parts(self, texts: Sequence[Text]) -> list[tuple[Draft, Draft]]:
        """The drafts that some arguments stand for, each with the whole it was narrowed from.

        They are read at once, as the command does it.

        Raises:
            ReadError, ScopeError, UsageError: an argument is no draft.
        """
        several = sum(isinstance(text, _BYTES) for text in texts) > 1
        label = self.label or "draft"
        known = [
            self._source(text, f"{label} {place}" if several else label)
            for place, text in enumerate(texts, 1)
        ]
        sources = [source for source, _ in known if not isinstance(source, Draft)]
        read = iter(read_drafts(sources, self.settings))
        return [self._part(source if isinstance(source, Draft) else next(read), scope)
                for source, scope in known]  # fmt: skip

    def readable(self, texts: Sequence[Text]) -> tuple[list[Draft], list[tuple[str, str]]]:
        """The drafts that some arguments stand for, and of those that cannot be read the name and the reason.

        Raises:
            ReadError, LanguageError: fewer than two can be read.
        """
        found: list[Draft] = []
        faults: list[TreatydiffError] = []
        several = sum(isinstance(text, _BYTES) for text in texts) > 1
        for number, text in enumerate(texts, 1):
            label = f"{self.label or 'draft'} {number}" if several else self.label
            try:
                found.append(replace(self, label=label).drafts([text])[0])
            except (ReadError, LanguageError) as fault:
                faults.append(fault)
        if faults and len(found) < 2:
            raise faults[0]
        return found, [(fault.where, fault.what) for fault in faults]

    def source_text(self, text: str | PathLike[str] | bytes) -> SourceText:
        """What a file says, not parsed: a compilation of proposals is no draft.

        Raises:
            ReadError, UsageError: it cannot be read, or is no file.
        """
        from treatydiff.isolation.guarded import read_guarded

        if isinstance(text, _BYTES):
            label = self.label or "compilation"
            return read_guarded(bytes(text), self.settings, label=label, media_type=self.media_type)
        path, scope = path_and_scope(text)
        if scope:
            raise UsageError("only a draft can be narrowed", where=path.name, hint=f"without #{scope}")
        return read_guarded(path, self.settings)

    def _source(self, text: Text, label: str) -> tuple[Path | DraftBytes | Draft, str]:
        """What an argument stands for, and the narrowing behind it."""
        from treatydiff.structure.readings import read_brackets

        if isinstance(text, Draft):
            brackets = self.settings.brackets
            return (text if brackets == "as-is" else read_brackets(text, brackets)), ""
        if isinstance(text, _BYTES):
            return DraftBytes(bytes(text), label, self.media_type), ""
        return path_and_scope(text)

    @staticmethod
    def _part(whole: Draft, scope: str) -> tuple[Draft, Draft]:
        from treatydiff.structure.addresses.narrowing import narrow_draft

        return (narrow_draft(whole, scope) if scope else whole), whole


def reading_of(
    texts: Sequence[object],
    settings: Settings | None,
    options: Mapping[str, Any],
    *,
    media_type: str | None = None,
    label: str | None = None,
) -> TextReading:
    """How a call wants its texts read.

    Args:
        texts: the arguments that stand for drafts.
        settings: those of the call; the defaults if None.
        options: fields of the settings by name, over `settings`.
        media_type: of texts given as bytes; the content says it if None.
        label: what texts given as bytes are called.

    Raises:
        SettingsError: an option is no setting, or has a value that it cannot have.
        UsageError: an option says how to read, and every draft was read before; or what is said of
            bytes, and none are given.
    """
    chosen = settings_of(settings, options)
    for name, said in (("media_type", media_type), ("label", label)):
        if said is not None and not any(isinstance(text, _BYTES) for text in texts):
            raise UsageError(f"{name} is said of bytes, and none are given", hint="a file says it itself")
    late = [name for name in _SAYS_HOW_TO_READ if options.get(name) is not None]
    if late and texts and all(isinstance(text, Draft) for text in texts):
        raise UsageError(
            f"{late[0]} says how a draft is read, and these have been read already",
            hint=f"treatydiff.read(path, {late[0]}=...)",
        )
    return TextReading(chosen, media_type, label)


def settings_of(settings: Settings | None, options: Mapping[str, Any]) -> Settings:
    """Settings with some fields set anew.

    Raises:
        SettingsError: a name is unknown or a value impossible.
    """
    if settings is None:
        return merge_settings(options)
    given = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return merge_settings(given, options) if options else settings


def path_and_scope(text: object) -> tuple[Path, str]:
    """Path and narrowing of an argument; an existing path wins over a `#`.

    Raises:
        UsageError: it is no path.
    """
    if not isinstance(text, str | PathLike):
        raise UsageError(
            f"a draft is a path, bytes or a Draft, not {type(text).__name__}",
            hint="several drafts are several arguments",
        )
    name = fspath(text)
    if not isinstance(name, str):
        raise UsageError("a path is text, not bytes", hint="the bytes of a file are its content")
    if "\n" in name:
        raise UsageError("a text is the path of a file", hint="give what a file says as bytes: text.encode()")
    if not isinstance(text, str) or "#" not in name or _exists(name):
        return Path(name), ""
    path, _, scope = name.rpartition("#")
    if not path:
        raise UsageError("no file is named before the #", where=name)
    return Path(path), scope


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # too long, or not a name at all: reading it says so
        return False
