"""How a package says in which formats its results can be written: plain data, nothing imported for it."""

from __future__ import annotations

from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What a renderer is given instead of the result itself: a function of the result, and its choices."""

    module: str
    function: str
    takes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """One format of a result.

    `name` is what `-f` calls it, `suffix` ends its files, with the dot; `takes` are the names of the
    choices that the function has parameters for ("width", "colour", "settings").
    """

    name: str
    suffix: str
    module: str
    function: str
    takes: tuple[str, ...] = ()
    view: View | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The names of the choices that it takes, and those of its view."""
        return (*self.takes, *(self.view.takes if self.view is not None else ()))


@dataclass(frozen=True, slots=True)
class Renderings:
    """The formats of one type of result, in the order in which they are offered.

    `result` is the type's module and name ("treatydiff.model.draft:Draft"), `called` what messages call
    it, with its article ("a draft"); `becomes` makes of it what the formats render, where that is another
    result.
    """

    result: str
    called: str
    formats: tuple[Rendering, ...]
    becomes: View | None = None


TERMINAL = ("width", "colour")
"""What every rendering for a terminal takes."""
SETTINGS = ("settings",)
"""What a JSON rendering takes whose result does not hold the settings that it was made with."""
