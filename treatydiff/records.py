"""Frozen, slotted dataclasses that are made quickly: one function is compiled for a class instead of six.

A comparison makes two hundred of them before its first word is read, which took a seventh of the run
(docs/decisions/0011-dataclasses-made-quickly.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _standard
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_MADE = object()
"""The default of a field whose value a factory makes, for every instance anew."""


def _dataclass(
    *, frozen: bool = False, slots: bool = False, eq: bool = True, **further: Any
) -> Callable[[type], type]:
    """The decorator of `dataclasses`, which makes the frozen slotted classes here and leaves others to it.

    Args:
        frozen, slots, eq, further: as `dataclasses.dataclass` takes them.
    """
    if not (frozen and slots):
        return _standard(frozen=frozen, slots=slots, eq=eq, **further)
    slotted = _standard(init=False, repr=False, eq=False, slots=True, **further)

    def made(declared: type) -> type:
        own = vars(declared)
        if declared.__doc__ is None:  # else the standard decorator would take apart its signature for one
            declared.__doc__ = declared.__name__
        cls: type = slotted(declared)
        known: tuple[Field[Any], ...] = fields(cls)
        methods: dict[str, Any] = {"__init__": _init(cls, known), **_FROZEN}
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
    """`__init__`, which sets each slot by its descriptor: quicker than by its name."""
    names: dict[str, Any] = {"_MADE": _MADE}
    taken, does = ["self"], []
    for field in known:
        name, default = field.name, f"_default_{field.name}"
        factory = field.default_factory is not MISSING
        names[f"_set_{name}"] = getattr(cls, name).__set__
        names[default] = field.default_factory if factory else field.default
        anew = f"{default}()" if factory else default
        if field.init:
            optional = f"={'_MADE' if factory else default}" if names[default] is not MISSING else ""
            taken.append(name + optional)
            value = f"{anew} if {name} is _MADE else {name}" if factory else name
        elif names[default] is not MISSING:
            value = anew
        else:
            continue
        does.append(f"_set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        does.append("self.__post_init__()")
    exec(f"def __init__({', '.join(taken)}):\n {'; '.join(does) or 'pass'}", names)  # nosec B102 - of names that are fields
    init = names["__init__"]
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


def _refuse_to_assign(_: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_FROZEN = {
    "__setattr__": _refuse_to_assign,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
"""What is the same in all frozen slotted classes."""
