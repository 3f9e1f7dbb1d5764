"""One validated object that says how to read, align, diff and score."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Literal, get_args, get_origin, get_type_hints

from treatydiff.errors import SettingsError
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

LARGEST_CAP = 1_000_000_000
"""What no cap may exceed: 31 years, a million gigabytes."""
_BRIEF = 60
"""Characters of a value that a message shows."""
BRACKET_READING = pattern_of(r"as-is|in|out|option:[1-9]\d?")
"""The readings of brackets that there are."""


Stage = Literal["reading", "structure", "alignment", "scoring", "reporting"]
"""The stages of the pipeline, in their order."""


def _setting(default: Any, stage: Stage, *, decides: bool = True) -> Any:
    """A setting of a stage; `decides` says whether what is kept of that stage between runs depends on it.

    Kept are drafts (reading, structure) and the figures of pairs (alignment, scoring).
    """
    return dataclasses.field(default=default, metadata={"stage": stage, "decides": decides})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user may set; each default is the measured best or the convention of the field.

    Every field says which stage it belongs to, and what is kept between runs goes by that. Three decide
    nothing that is kept: `isolate`, since a file holds the same draft wherever it is read; `brackets`, since
    drafts are kept as they are and read in or out afterwards; `themes`, since they are found afterwards. The
    caps do decide: a file that one of them refuses or cuts is refused or cut however it was read before.

    Reading:
        language: code of the drafts' language, or "auto" to detect it.
        revisions: which side of tracked changes is read.
        ocr: whether text is recognised in the images of a PDF (by the command ocrmypdf): "auto" where it
            cannot be read otherwise, "always", "never".
        drafting_marks: what struck-through and underlined words mean: "apply" reads struck words as
            deleted and underlined ones as inserted, "keep" reads both as text and marks them.
        column: which column is read of tables that set several texts side by side, from 1; 0 reads all.
        brackets: the reading of brackets and options: "as-is", "in", "out" or "option:N".
        legend: what colours and looks mean, "green = agreed; blue = facilitator's bridge"; it goes before
            what the drafts print themselves.
        delegations: names of States and groups beyond those that ship, parted by semicolons, other forms
            of a name behind an equals sign: "Shelf Group = SG, Shelf States; Northland".
    Reading, caps against damaged or hostile files (docs/hostile-input.md):
        max_pages: pages of a PDF.
        max_file_mib: size of a file, in MiB.
        max_unpacked_mib: what the parts of a Word file, or one stream of a PDF, unpack to, in MiB.
        max_compression_ratio: unpacked over packed size of one part or stream.
        max_xml_elements: elements of the XML of a Word file.
        max_read_seconds: seconds of work for reading and parsing one file.
        max_memory_mib: memory of that process beyond what it starts with, in MiB.
        isolate: whether files are read in a process of their own; "auto" does so for PDF, Word and
            HTML files, and for text from 256 KiB on.
    Alignment (docs/decisions/0003-measures-of-alignment.md):
        anchor_similarity: unit pairs at or above it are fixed points for their neighbours.
        pair_similarity: unit pairs below it are no pairs.
        neighbour_bonus: what standing beside an anchor adds to a similarity.
        move_share: share of a unit's words that must have moved for split, merged or recast.
        nearness: whether the texts are drafts of one another ("near") or different instruments ("far"),
            of which a pair must show more and of which none is called moved; "auto" judges by wording.
    Consonance (docs/consonance.md):
        ngram: length of the shared runs of words that count as carried.
        verbatim_ngram: length of the runs for the verbatim share.
        reference: "auto" (shipped for the language, else none), "none", or a path of a table.
        themes: path of a TOML file with themes of one's own; the shipped ones alone if empty.
    """

    language: str = _setting("auto", "structure")
    revisions: Literal["accept", "reject"] = _setting("accept", "reading")
    ocr: Literal["auto", "always", "never"] = _setting("never", "reading")
    drafting_marks: Literal["keep", "apply"] = _setting("keep", "structure")
    column: int = _setting(0, "reading")
    brackets: str = _setting("as-is", "structure", decides=False)
    legend: str = _setting("", "structure")
    delegations: str = _setting("", "structure")
    max_pages: int = _setting(20_000, "reading")
    max_file_mib: int = _setting(512, "reading")
    max_unpacked_mib: int = _setting(256, "reading")
    max_compression_ratio: int = _setting(200, "reading")
    max_xml_elements: int = _setting(4_000_000, "reading")
    max_read_seconds: int = _setting(600, "reading")
    max_memory_mib: int = _setting(1024, "reading")
    isolate: Literal["auto", "always", "never"] = _setting("auto", "reading", decides=False)
    anchor_similarity: float = _setting(0.35, "alignment")
    pair_similarity: float = _setting(0.10, "alignment")
    neighbour_bonus: float = _setting(0.10, "alignment")
    move_share: float = _setting(0.16, "alignment")
    nearness: Literal["auto", "near", "far"] = _setting("auto", "alignment")
    ngram: int = _setting(3, "scoring")
    verbatim_ngram: int = _setting(6, "scoring")
    reference: str = _setting("auto", "scoring")
    themes: str = _setting("", "scoring", decides=False)

    def __post_init__(self) -> None:
        if not isinstance(self.brackets, str) or not BRACKET_READING.fullmatch(self.brackets):
            raise SettingsError(
                f"there is no reading {_brief(self.brackets)} of brackets",
                hint="one of as-is, in, out, option:1",
            )
        hints = get_type_hints(type(self))
        for field in dataclasses.fields(self):
            object.__setattr__(
                self, field.name, _checked(field.name, getattr(self, field.name), hints[field.name])
            )
        for name in ("anchor_similarity", "pair_similarity", "neighbour_bonus", "move_share"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise SettingsError(f"{name} must lie between 0 and 1, not {getattr(self, name)}")
        for field in dataclasses.fields(self):
            if field.name.startswith("max_") and getattr(self, field.name) < 1:
                raise SettingsError(f"{field.name} must be at least 1, not {getattr(self, field.name)}")
            if field.name.startswith("max_") and getattr(self, field.name) > LARGEST_CAP:
                raise SettingsError(f"{field.name} must be at most {LARGEST_CAP:,}")
        if not 0 <= self.column <= 99:
            raise SettingsError(f"column must lie between 0 and 99, not {self.column}")
        for name in ("ngram", "verbatim_ngram"):
            if not 1 <= getattr(self, name) <= 20:
                raise SettingsError(f"{name} must lie between 1 and 20, not {getattr(self, name)}")

    def of(self, *stages: Stage, deciding: bool = False) -> tuple[tuple[str, Any], ...]:
        """The names and values that belong to some stages, in the order of the fields.

        Args:
            stages: the stages.
            deciding: whether only those count that decide what is kept of these stages between runs.
        """
        return tuple(
            (field.name, getattr(self, field.name))
            for field in dataclasses.fields(self)
            if field.metadata["stage"] in stages and (field.metadata["decides"] or not deciding)
        )

    def changed(self) -> tuple[tuple[str, Any], ...]:
        """The names and values that differ from the defaults, in the order of the fields."""
        return tuple(
            (field.name, getattr(self, field.name))
            for field in dataclasses.fields(self)
            if getattr(self, field.name) != field.default
        )


def _checked(name: str, value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is Literal:
        if value not in get_args(wanted):
            allowed = ", ".join(map(repr, get_args(wanted)))
            raise SettingsError(f"{name} is {_brief(value)}", hint=f"one of {allowed}")
        return value
    if isinstance(value, str) and wanted in (int, float):
        try:
            return wanted(value)
        except ValueError:
            raise SettingsError(f"{name} must be a number, not {_brief(value)}") from None
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError:
            raise SettingsError(f"{name} is beyond all numbers") from None
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise SettingsError(f"{name} must be of type {wanted.__name__}, not {_brief(value)}")
    return value


def _brief(value: object) -> str:
    """A value as it is written, cut where it is long."""
    written = repr(value) if isinstance(value, str | float | bool) else type(value).__name__
    return written if len(written) <= _BRIEF else f"{written[:_BRIEF]}…"


def merge_settings(*layers: Mapping[str, Any]) -> Settings:
    """Settings from layers of values, the later over the earlier.

    Args:
        layers: names and values; None stands for "not set here".

    Raises:
        SettingsError: a name is unknown or a value impossible.
    """
    known = {field.name for field in dataclasses.fields(Settings)}
    merged: dict[str, Any] = {}
    for layer in layers:
        for name, value in layer.items():
            if name not in known:
                raise SettingsError(
                    f"there is no setting {name!r}", hint=f"known: {', '.join(sorted(known))}"
                )
            if value is not None:
                merged[name] = value
    return Settings(**merged)


TRUST_OPTION, TRUST_VARIABLE = "--trust-config", "TREATYDIFF_TRUST_CONFIG"
"""By which the user trusts the settings that archives give themselves: an option, and in the environment."""


def refuse_untrusted(values: Mapping[str, Any], where: str) -> None:
    """Refuse settings that an archive may not give itself: it comes from the same hands as its drafts.

    It may lower the caps, and not raise them; it may not say where files are read; and it names no file
    (`reference`, `themes`) that lies elsewhere.

    Args:
        values: names and values from the archive's file.
        where: that file's name, for the error.

    Raises:
        SettingsError: a value is such a one.
    """
    defaults = Settings()
    for name, value in values.items():
        if name.startswith("max_") and hasattr(defaults, name):
            if _checked(name, value, int) <= getattr(defaults, name):
                continue
            what = f"may not raise {name} above {getattr(defaults, name):,}"
        elif name == "isolate":
            what = "may not say in which process files are read (isolate)"
        elif name in ("reference", "themes") and _leads_elsewhere(value):
            what = f"may not name a file elsewhere ({name})"
        else:
            continue
        raise SettingsError(f"an archive {what}", where=where, hint=f"{TRUST_OPTION} if you trust it")


def _leads_elsewhere(value: object) -> bool:
    if not isinstance(value, str):
        return False
    path = PurePath(value)
    return path.is_absolute() or bool(path.drive) or ".." in path.parts


def settings_from_toml(text: str, *, table: str | None, where: str) -> dict[str, Any]:
    """The settings that a TOML file holds.

    Args:
        text: the file's content.
        table: dotted name of the table that holds them ("tool.treatydiff"), or None for the top
            level of the file without its sub-tables.
        where: the file's name, for errors.

    Raises:
        SettingsError: the file is no TOML.
    """
    try:
        data: Any = tomllib.loads(text)
    except RecursionError:
        raise SettingsError("not valid TOML: nested too deeply", where=where) from None
    except ValueError as fault:  # TOMLDecodeError is one, numbers of thousands of digits another
        raise SettingsError(f"not valid TOML: {fault}", where=where) from None
    for part in table.split(".") if table else ():
        data = data.get(part, {})
        if not isinstance(data, dict):
            raise SettingsError(f"[{table}] must be a table", where=where)
    # Tables and arrays of tables ([[draft]], [[check]]) say other things than settings.
    return {name: value for name, value in data.items() if not isinstance(value, dict | list)}
