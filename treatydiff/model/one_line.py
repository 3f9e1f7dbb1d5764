"""The one line that stands for an object in a session or a log.

Written out by its fields, a comparison of two drafts of 26 articles has half a million characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from dataclasses import MISSING, fields, is_dataclass

TEXT_SHOWN = 40
"""So many characters of a text are shown."""
NESTED_SHOWN = 90
"""An object inside another one is shown if its own line is no longer."""
LINE_SHOWN = 160
"""So long a line becomes before what is left of the fields is left out."""


def one_line(self: object) -> str:
    """A frozen dataclass in one line: fields that differ from their defaults, long texts cut, tuples counted.

    Meant as the `__repr__` of a class: `Provision(id='art_5', kind='article', children=<3>)`.

    Args:
        self: the object; its class is a dataclass.
    """
    shown: list[str] = []
    length = 0
    for each in _shown_fields(self):
        if length + len(each) > LINE_SHOWN:
            shown.append("…")
            break
        shown.append(each)
        length += len(each) + 2
    return f"{type(self).__name__}({', '.join(shown)})"


def name_shown(label: str, scope: str | None) -> str:
    """What a draft is called in one line: file and narrowing, cut where it is long."""
    return _brief(f"{label}#{scope}" if scope else label)


def _shown_fields(held: object) -> Iterator[str]:
    if not is_dataclass(held):
        return
    for field in fields(held):
        value = getattr(held, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if field.repr and (default is MISSING or value != default):
            yield f"{field.name}={_brief(value)}"


def _brief(value: object) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= TEXT_SHOWN else f"{value[:TEXT_SHOWN]}…")
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    if isinstance(value, float):
        return repr(round(value, 6))
    if isinstance(value, Mapping) or (isinstance(value, Sized) and not isinstance(value, tuple)):
        return f"<{len(value)}>"
    if isinstance(value, tuple):
        few = len(value) <= 3 and all(isinstance(each, str | int) for each in value)
        if not few:
            return f"<{len(value)}>"
        return f"({', '.join(map(_brief, value))}{',' if len(value) == 1 else ''})"
    if is_dataclass(value):
        line = repr(value)
        return line if len(line) <= NESTED_SHOWN else f"{type(value).__name__}(…)"
    return repr(value)
