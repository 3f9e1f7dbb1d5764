"""Frozen, slotted dataclasses that are made quickly, without compiling six functions for each.

A comparison makes two hundred of them before its first word is read, which took a seventh of the run
(docs/decisions/0011-dataclasses-made-quickly.md).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields, is_dataclass
from dataclasses import dataclass as _standard
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from types import CellType, CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]


class _Made:
    """The default of a field whose value a factory makes, for every instance anew; signatures show it."""

    def __repr__(self) -> str:
        return "<factory>"


_MADE = _Made()


def _dataclass(
    *, frozen: bool = False, slots: bool = False, eq: bool = True, **further: Any
) -> Callable[[type], type]:
    """The decorator of `dataclasses`, which makes the frozen slotted classes here and leaves others to it.

    One that inherits from a dataclass is left to it too: it would be asked whether both are frozen.

    Args:
        frozen, slots, eq, further: as `dataclasses.dataclass` takes them.
    """
    standard = _standard(frozen=frozen, slots=slots, eq=eq, **further)
    if not (frozen and slots):
        return standard
    slotted = _standard(init=False, repr=False, eq=False, slots=True, **further)

    def made(declared: type) -> type:
        if any(is_dataclass(each) for each in declared.__bases__):
            return standard(declared)
        own = vars(declared)
        if declared.__doc__ is None:  # else the standard decorator would take apart its signature for one
            declared.__doc__ = declared.__name__
        cls: type = slotted(declared)
        known: tuple[Field[Any], ...] = fields(cls)
        params = cls.__dataclass_params__  # type: ignore[attr-defined]
        params.init, params.repr, params.eq, params.frozen = True, True, eq, True
        methods: dict[str, Any] = {"__init__": _init(cls, known), **_frozen(cls, known), **_PICKLED}
        if eq and own.get("__hash__") is None:
            methods["__hash__"] = _hash(known)
        if eq and "__eq__" not in own:
            methods["__eq__"] = _eq(known)
        if "__repr__" not in own:
            methods["__repr__"] = _repr(known)
        for name, method in methods.items():
            setattr(cls, name, method)
        return cls

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _init(cls: type, known: Sequence[Field[Any]]) -> Any:
    """`__init__`, which sets each slot by its descriptor: quicker than by its name.

    Raises:
        TypeError: a field without a default follows one that has one.
    """
    given = [each for each in known if each.init]
    defaults = tuple(_default(each) for each in given if _default(each) is not MISSING)
    if any(_default(each) is MISSING for each in given[len(given) - len(defaults) :]):
        raise TypeError(f"{cls.__qualname__}: a field without a default follows one that has one")
    names: dict[str, Any] = {"_MADE": _MADE}
    for place, field in enumerate(known):
        names[f"set_{place}"] = getattr(cls, field.name).__set__
        names[f"make_{place}"] = field.default_factory
        names[f"fixed_{place}"] = field.default
    code = _code_of(tuple(map(_kind, known)), hasattr(cls, "__post_init__"))
    own = code.replace(co_varnames=("self", *(each.name for each in given)))
    closed = tuple(CellType(names[each]) for each in code.co_freevars)
    module = vars(sys.modules[cls.__module__])  # where whoever reads the annotations looks their names up
    init = FunctionType(own, module, "__init__", defaults, closed)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {each.name: each.type for each in given} | {"return": None}
    return init


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else _MADE


def _kind(field: Field[Any]) -> str:
    """How a field comes by its value: what `_VALUES` says of it."""
    if field.init:
        return "given" if field.default_factory is MISSING else "given or made"
    if field.default_factory is not MISSING:
        return "made"
    return "unset" if field.default is MISSING else "fixed"


_VALUES = {
    "given": "value_{0}",
    "given or made": "make_{0}() if value_{0} is _MADE else value_{0}",
    "made": "make_{0}()",
    "fixed": "fixed_{0}",
}


@cache
def _code_of(kinds: tuple[str, ...], prepares: bool) -> CodeType:
    """The code of `__init__` of all classes whose fields come by their values alike, compiled once for them.

    Args:
        kinds: of the fields.
        prepares: whether there is a `__post_init__`.
    """
    taken = ["self", *(f"value_{at}" for at, kind in enumerate(kinds) if kind.startswith("given"))]
    does = [f"set_{at}(self, {_VALUES[kind].format(at)})" for at, kind in enumerate(kinds) if kind in _VALUES]
    does.append("self.__post_init__()" if prepares else "pass")
    names = ["_MADE", *(f"{what}_{at}" for at in range(len(kinds)) for what in ("set", "make", "fixed"))]
    found: dict[str, Any] = {}
    made = f"""def made({", ".join(names)}):
 def __init__({", ".join(taken)}):
  {"; ".join(does)}
 return __init__"""
    exec(made, found)  # nosec B102 - of places of fields
    code: CodeType = found["made"](*names).__code__
    return code


def _values(known: Sequence[Field[Any]]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of the fields that count where instances are compared."""
    names = [each.name for each in known if each.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _eq(known: Sequence[Field[Any]]) -> Any:
    values = _values(known)

    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(known: Sequence[Field[Any]]) -> Any:
    values = _values(known)

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(known: Sequence[Field[Any]]) -> Any:
    names = [each.name for each in known if each.repr]

    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _frozen(cls: Any, known: Sequence[Field[Any]]) -> dict[str, Any]:
    """What refuses to change an instance; one of a subclass may have attributes of its own."""
    names = {each.name for each in known}

    def __setattr__(self: Any, name: str, value: object) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_PICKLED = {"__getstate__": _state, "__setstate__": _set_state}
"""What is the same in all frozen slotted classes."""
