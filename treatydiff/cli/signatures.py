"""Commands whose parameters are groups of options: each group is a dataclass, typer sees its fields."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_type_hints

import typer

from treatydiff.rendering import formats_of

Command = Callable[..., None]

_KEYWORD = inspect.Parameter.KEYWORD_ONLY


def command(result: str = "", *, form: str = "terminal") -> Callable[[Command], Command]:
    """Lay the groups of options of a command open for typer, and hand them over whole.

    A parameter whose type is a dataclass stands for the options that the fields of that class describe.

    Args:
        result: module and name of the type of the command's result; its formats are those of `-f`.
        form: the format where `-f` is not given.
    """

    def laid_open(function: Command) -> Command:
        hints = get_type_hints(function, include_extras=True)
        groups: dict[str, Any] = {name: hint for name, hint in hints.items() if is_dataclass(hint)}
        parameters: list[inspect.Parameter] = []
        for name, parameter in inspect.signature(function).parameters.items():
            if name in groups:
                parameters += _options_of(groups[name], result, form)
            else:
                parameters.append(parameter.replace(annotation=hints[name], kind=_KEYWORD))

        def flat(**given: Any) -> None:
            whole = {
                name: group(**{each.name: given.pop(each.name) for each in fields(group)})
                for name, group in groups.items()
            }
            function(**given, **whole)

        flat.__name__, flat.__doc__ = function.__name__, function.__doc__
        flat.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        flat.__annotations__ = {each.name: each.annotation for each in parameters}
        return flat

    return laid_open


def _options_of(group: Any, result: str, form: str) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for each in fields(group):
        hint, default = hints[each.name], each.default
        if each.name == "form":
            *others, last = formats_of(result)
            named = f"{', '.join(others)} or {last}." if others else f"{last}."
            hint, default = Annotated[str, typer.Option("-f", "--format", metavar="NAME", help=named)], form
        yield inspect.Parameter(each.name, _KEYWORD, default=default, annotation=hint)
