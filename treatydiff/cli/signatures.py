"""Commands whose parameters are groups of options: of each, a dataclass, the command line has the fields."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

from treatydiff.cli.declared import declared_in, option

if TYPE_CHECKING:
    import typer

Command = Callable[..., None]

_KEYWORD = inspect.Parameter.KEYWORD_ONLY
_FORMAT = option("-f", "--format", metavar="NAME", says="")


def command(result: str = "", *, form: str = "terminal") -> Callable[[Command], Command]:
    """Lay the groups of options of a command open for the command line, and hand them over whole.

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
        _sign(flat, parameters)
        return flat

    return laid_open


def tell_typer(app: typer.Typer) -> None:
    """Say what the commands of an app take in typer's words; the commands themselves stay as they are.

    Args:
        app: with its commands and groups of commands.
    """
    for each in app.registered_commands:
        if each.callback is not None:
            each.callback = _told(each.callback)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            tell_typer(group.typer_instance)


def _told(function: Command) -> Command:
    def told(**given: Any) -> None:
        function(**given)

    told.__name__, told.__doc__ = function.__name__, function.__doc__
    _sign(told, [_for_typer(parameter) for parameter in _parameters(function)])
    return told


def _parameters(function: Command) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        yield parameter.replace(annotation=hints[name])


def _for_typer(parameter: inspect.Parameter) -> inspect.Parameter:
    said = declared_in(parameter)
    if said is None:
        return parameter
    kind, declared = said
    return parameter.replace(annotation=Annotated[kind, declared.for_typer()])


def _sign(function: Command, parameters: list[inspect.Parameter]) -> None:
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {each.name: each.annotation for each in parameters}


def _options_of(group: Any, result: str, form: str) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for each in fields(group):
        hint, default = hints[each.name], each.default
        if each.name == "form":
            hint, default = Annotated[str, replace(_FORMAT, formats_of=result)], form
        yield inspect.Parameter(each.name, _KEYWORD, default=default, annotation=hint)
