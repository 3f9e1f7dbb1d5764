"""Every pattern of the package and the methods it is used with, as JSON lines: `python -m tests.growth.census`.

Runs in a process of its own, since it must stand before `re` compiles anything: what modules hold is found
by walking them, what functions compile by reading, comparing and rendering invented drafts in six
languages. Each pattern is a stand-in that notes the methods called on it.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from treatydiff import patterns

PACKAGE = (Path(__file__).resolve().parents[2] / "treatydiff").as_posix() + "/"
"""Where the package stands; the folder of a clone, with its environment inside, may have the same name."""
METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
Key = tuple[str | bytes, int]
used: dict[Key, set[str]] = defaultdict(set)
where: dict[Key, str] = {}
_compile = re._compile  # type: ignore[attr-defined]


class StandIn:
    """A pattern that notes which of its methods are called."""

    __class__ = re.Pattern  # type: ignore[assignment]

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.own = pattern

    def __getattr__(self, name: str) -> Any:
        if name in METHODS:
            used[self.own.pattern, self.own.flags].add(name)
        return getattr(self.own, name)

    def __eq__(self, other: object) -> bool:
        return self.own == getattr(other, "own", other)

    def __hash__(self) -> int:
        return hash(self.own)


def _recorded(pattern: Any, flags: int) -> Any:
    if isinstance(pattern, StandIn) or type(pattern) is StandIn:
        return pattern
    compiled = _compile(pattern, flags)
    caller = sys._getframe(2)
    file = caller.f_code.co_filename.replace("\\", "/")
    if not file.startswith(PACKAGE):
        return compiled
    key = (compiled.pattern, compiled.flags)
    place = f"{file.removeprefix(PACKAGE)}:{caller.f_lineno}"
    where.setdefault(key, place)
    return StandIn(compiled)


def _modules() -> Iterator[Any]:
    import treatydiff

    yield treatydiff
    for each in pkgutil.walk_packages(treatydiff.__path__, "treatydiff."):
        if not each.name.endswith("__main__"):
            yield importlib.import_module(each.name)


def _held(value: Any, name: str, seen: set[int]) -> Iterator[tuple[str, Any]]:
    """The patterns inside a value, however deep, each with the name of the field or variable that holds it."""
    if id(value) in seen or isinstance(value, (str, bytes, int, float)):
        return
    seen.add(id(value))
    if type(value) is StandIn or type(value) is re.Pattern:
        yield name, value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from _held(pair, name, seen)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from _held(each, name, seen)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _held(getattr(value, field.name, None), field.name, seen)
    elif isinstance(value, type) and value.__module__.startswith("treatydiff"):
        for held, each in vars(value).items():
            yield from _held(each, held, seen)


def _static_uses(root: Path) -> dict[str, set[str]]:
    """Names on which a method of patterns is called; a private name of a module stands behind its path."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                if isinstance(node.value, ast.Name):
                    found[_name(node.value.id, path)].add(node.attr)
                elif isinstance(node.value, ast.Attribute):
                    found[node.value.attr].add(node.attr)
    return found


def _place(module: str) -> str:
    return f"{module.removeprefix('treatydiff.').replace('.', '/')}.py"


def _name(name: str, path: Path) -> str:
    return f"{path.resolve()}:{name}" if name.startswith("_") else name


def main() -> None:
    """Print one line a pattern: pattern, flags, methods, place."""
    re._compile = _recorded  # type: ignore[attr-defined]
    re.purge()
    patterns.pattern_of = re.compile  # at once, by the line that names it
    from tests.growth.exercise import exercise

    modules = list(_modules())
    exercise()
    static = _static_uses(Path(modules[0].__file__).parent)
    seen: set[int] = set()
    for module in modules:
        for variable, value in list(vars(module).items()):
            for name, pattern in _held(value, variable, seen):
                own = getattr(pattern, "own", pattern)
                key = (own.pattern, own.flags)
                where.setdefault(key, _place(module.__name__))
                if name.startswith("_") or not used[key]:  # many fields are called `pattern`
                    used[key] |= static.get(_name(name, Path(module.__file__)), set())
    for key in sorted(where, key=lambda key: (str(key[0]), key[1])):
        pattern, flags = key
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        sys.stdout.write(
            json.dumps([text, isinstance(pattern, bytes), flags, sorted(used[key]), where[key]]) + "\n"
        )


if __name__ == "__main__":
    main()
