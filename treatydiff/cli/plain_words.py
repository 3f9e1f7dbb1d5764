"""A command line in which every word can be read in one way only, read without loading typer.

Typer and what it brings take a tenth of a comparison of two short texts. It stays the one that explains,
completes and refuses: whatever is not plain here (help, faults, anything run together) is left to it.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

from treatydiff.cli.declared import Declared, declared_in
from treatydiff.patterns import pattern_of

_NUMBERS = {
    int: pattern_of(r"0|[1-9][0-9]{0,8}"),
    float: pattern_of(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?"),
}
_KINDS: Mapping[Any, Callable[[str], Any]] = {str: str, Path: Path, int: int, float: float}


class _NotPlainError(Exception):
    """Typer must judge."""


def read_plainly(command: Callable[..., Any], words: Sequence[str]) -> dict[str, Any] | None:
    """What a command is given by the words behind its name; None where that is not plain.

    Args:
        command: with annotations that declare its options and arguments.
        words: options by their full names, each value a word of its own or behind "=", and arguments.
    """
    try:
        return _read(inspect.signature(command).parameters, words)
    except _NotPlainError:
        return None


def _read(parameters: Mapping[str, inspect.Parameter], words: Sequence[str]) -> dict[str, Any]:
    kinds = {name: declared_in(each) for name, each in parameters.items()}
    declared = {name: kind for name, kind in kinds.items() if kind is not None}
    if len(declared) < len(kinds):
        raise _NotPlainError
    of_option = {said: name for name, (_, each) in declared.items() for said in each.names}
    given: dict[str, list[str]] = defaultdict(list)
    standing, waiting = [], iter(words)
    for word in waiting:
        if _is_value(word):
            standing.append(word)
            continue
        said, equals, value = word.partition("=")
        name = of_option.get(said)
        if name is None or (equals and not said.startswith("--")):
            raise _NotPlainError
        if declared[name][0] is not bool:
            given[name].append(value if equals else next(waiting, ""))
        elif equals or parameters[name].default is not False:
            raise _NotPlainError
        else:
            given[name] = ["yes"]
    given |= _arguments([each for name, each in parameters.items() if not declared[name][1].names], standing)
    return {
        name: _value(*declared[name], given[name]) if name in given else _default(each)
        for name, each in parameters.items()
    }


def _is_value(word: str) -> bool:
    return word == "-" or (word != "" and not word.startswith("-"))


def _arguments(parameters: Sequence[inspect.Parameter], words: Sequence[str]) -> dict[str, list[str]]:
    """The words of each argument; the one that takes several takes what the others leave."""
    several = [at for at, each in enumerate(parameters) if _of_list(get_args(each.annotation)[0]) is not None]
    if not several:
        if len(words) > len(parameters):
            raise _NotPlainError
        return {each.name: [word] for each, word in zip(parameters, words, strict=False)}
    at, *further = several
    behind = len(parameters) - at - 1
    if further or len(words) < len(parameters):
        raise _NotPlainError
    parts = [[word] for word in words]
    parts[at : len(words) - behind] = [list(words[at : len(words) - behind])]
    return {each.name: part for each, part in zip(parameters, parts, strict=True)}


def _default(parameter: inspect.Parameter) -> Any:
    if parameter.default is inspect.Parameter.empty:
        raise _NotPlainError
    return parameter.default


def _value(kind: Any, declared: Declared, texts: Sequence[str]) -> Any:
    if kind is bool:
        return True
    if isinstance(kind, UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    of_list = _of_list(kind)
    if of_list is not None:
        return [_one(of_list, declared, text) for text in texts]
    return _one(kind, declared, texts[-1])


def _of_list(kind: Any) -> Any:
    """The type of the items of a list, also of one that may be missing; None for what is no list."""
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    return next((get_args(each)[0] for each in kinds if get_origin(each) is list), None)


def _one(kind: Any, declared: Declared, text: str) -> Any:
    if not _is_value(text) or kind not in _KINDS:
        raise _NotPlainError
    if kind not in _NUMBERS:
        return _KINDS[kind](text)
    if not _NUMBERS[kind].fullmatch(text):
        raise _NotPlainError
    number = _KINDS[kind](text)
    if (declared.least is not None and number < declared.least) or (
        declared.most is not None and number > declared.most
    ):
        raise _NotPlainError
    return number
