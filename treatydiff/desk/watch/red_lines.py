"""The file in which a client writes down red lines."""

from __future__ import annotations

import tomllib
from typing import Any

from treatydiff.desk.watch.model import RedLine
from treatydiff.errors import SettingsError

_KNOWN = {"name", "words", "provision", "draft"}
_EXAMPLE = '[[keep]] words = "respect for human rights"'


def red_lines(text: str, *, where: str) -> tuple[RedLine, ...]:
    """The red lines of a file: `[[keep]]` and `[[keep_out]]`, each with `words` or a `provision`.

    Args:
        text: of the file, TOML.
        where: its name, for messages.

    Raises:
        SettingsError: it is no TOML, or says something that no red line has.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise SettingsError(f"is no TOML ({fault})", where=where, hint=_EXAMPLE) from None
    unknown = sorted(data.keys() - {"keep", "keep_out"})
    if unknown:
        raise SettingsError(f"there is no {unknown[0]!r} in a file of red lines", where=where, hint=_EXAMPLE)
    lines = [
        _line(entry, where, keep=key == "keep")
        for key in ("keep", "keep_out")
        for entry in _entries(data, key, where)
    ]
    if not lines:
        raise SettingsError("holds no red line", where=where, hint=_EXAMPLE)
    return tuple(lines)


def _entries(data: dict[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    entries = data.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SettingsError(f"{key!r} is a list of tables", where=where, hint=f"write [[{key}]]")
    return entries


def _line(entry: dict[str, Any], where: str, *, keep: bool) -> RedLine:
    unknown = sorted(entry.keys() - _KNOWN)
    if unknown:
        hint = f"known: {', '.join(sorted(_KNOWN))}"
        raise SettingsError(f"a red line has no {unknown[0]!r}", where=where, hint=hint)
    words = entry.get("words", [])
    wordings = [words] if isinstance(words, str) else words
    provision, draft, name = (entry.get(each, "") for each in ("provision", "draft", "name"))
    if not isinstance(wordings, list) or not all(
        isinstance(each, str) for each in (*wordings, provision, draft, name)
    ):
        raise SettingsError("a red line is made of text", where=where, hint=_EXAMPLE)
    wordings = [each for each in wordings if each.strip(" .…")]
    if bool(wordings) == bool(provision):
        raise SettingsError(
            f"red line {name or words or provision!r}: either words or a provision",
            where=where,
            hint=_EXAMPLE,
        )
    return RedLine(name or (wordings[0] if wordings else provision), tuple(wordings), provision, draft, keep)
