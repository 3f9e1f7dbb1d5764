"""Options and arguments of commands, as annotations say them; typer is told of them where it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from treatydiff.records import dataclass

if TYPE_CHECKING:
    import inspect


@dataclass(frozen=True, slots=True)
class Declared:
    """What a parameter of a command is on the command line.

    Args:
        names: of an option ("-o", "--output"); none for an argument.
        metavar: what stands for its value in the help.
        says: the help, one line; of an option that takes a format, the formats follow from `formats_of`.
        least, most: bounds of a number.
        formats_of: module and name of the type of result whose formats are its values.
    """

    names: tuple[str, ...] = ()
    metavar: str | None = None
    says: str = ""
    least: float | None = None
    most: float | None = None
    formats_of: str = ""

    def for_typer(self) -> Any:
        """The same in typer's words."""
        import typer

        if not self.names:
            return typer.Argument(metavar=self.metavar, help=self.says)
        said = _formats(self.formats_of) if self.formats_of else self.says
        return typer.Option(*self.names, metavar=self.metavar, help=said, min=self.least, max=self.most)


def option(
    *names: str, says: str, metavar: str | None = None, least: float | None = None, most: float | None = None
) -> Declared:
    """An option, for the annotation of a parameter.

    Args:
        names, says, metavar, least, most: as `Declared` has them.
    """
    return Declared(names, metavar, says, least, most)


def argument(*, metavar: str, says: str) -> Declared:
    """An argument, for the annotation of a parameter.

    Args:
        metavar, says: as `Declared` has them.
    """
    return Declared((), metavar, says)


def declared_in(parameter: inspect.Parameter) -> tuple[Any, Declared] | None:
    """The type of a parameter and what it is on the command line; None where its annotation is silent."""
    kind, *said = get_args(parameter.annotation) or (None,)
    return (kind, said[0]) if len(said) == 1 and isinstance(said[0], Declared) else None


def _formats(result: str) -> str:
    from treatydiff.rendering import formats_of

    *others, last = formats_of(result)
    return f"{', '.join(others)} or {last}." if others else f"{last}."
