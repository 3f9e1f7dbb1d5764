"""Frozen, slotted dataclasses that are made quickly, without compiling six functions for each.

A comparison makes two hundred of them before its first word is read, which took a seventh of the run
(docs/decisions/0011-dataclasses-made-quickly.md).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields, is_dataclass
from dataclasses import dataclass as _standard
from operator import attrgetter
from reprlib import recursive_repr
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
    names: dict[str, Any] = {"_MADE": _MADE}
    taken, does = ["self"], []
    for field in known:
        name, default, factory = field.name, f"_default_{field.name}", field.default_factory
        names[f"_set_{name}"] = getattr(cls, name).__set__
        names[default] = field.default if factory is MISSING else factory
        value = default if factory is MISSING else f"{default}()"
        if field.init and names[default] is MISSING:
            if "=" in taken[-1]:
                raise TypeError(f"{cls.__qualname__}: a field without a default follows one that has one")
            taken.append(name)
            value = name
        elif field.init:
            taken.append(f"{name}={default if factory is MISSING else '_MADE'}")
            value = name if factory is MISSING else f"{value} if {name} is _MADE else {name}"
        elif names[default] is MISSING:
            continue
        does.append(f"_set_{name}(self, {value})")
    does.append("self.__post_init__()" if hasattr(cls, "__post_init__") else "pass")
    made = f"""def made({", ".join(names)}):
 def __init__({", ".join(taken)}):
  {"; ".join(does)}
 return __init__"""
    found: dict[str, Any] = {}
    # The names of the module, since whoever reads the annotations looks them up in the function's.
    exec(made, vars(sys.modules[cls.__module__]), found)  # nosec B102 - of names of fields
    init = found["made"](**names)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {each.name: each.type for each in known if each.init} | {"return": None}
    return init


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
