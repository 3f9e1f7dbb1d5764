"""A frozen slotted dataclass made by the package's decorator is what the standard one makes of the same lines."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from treatydiff.records import dataclass as quick

Decorator = Callable[..., Any]


def _family(dataclass: Decorator) -> dict[str, Any]:
    """The same classes by one decorator: defaults, a factory, a derived field, inheritance, methods of their own."""

    @dataclass(frozen=True, slots=True)
    class Clause:
        """A clause."""

        id: str
        text: str = ""
        marks: list[int] = dataclasses.field(default_factory=list)
        note: str = dataclasses.field(default="none", compare=False, repr=False)

        @property
        def length(self) -> int:
            return len(self.text)

    @dataclass(frozen=True, slots=True)
    class Article(Clause):
        """A clause with a number."""

        number: int = 1
        words: int = dataclasses.field(init=False)
        kind: str = dataclasses.field(init=False, default="article")
        found: tuple[str, ...] = dataclasses.field(init=False, default_factory=tuple)

        def __post_init__(self) -> None:
            object.__setattr__(self, "words", len(self.text.split()))

    @dataclass(frozen=True, slots=True)
    class Label:
        """One field, and a word of its own."""

        text: str

        def __repr__(self) -> str:
            return f"<{self.text}>"

    @dataclass(frozen=True, slots=True, eq=False)
    class Place:
        """Equal to itself alone."""

        page: int

    @dataclass(frozen=True, slots=True)
    class Folded:
        """Equal where it is folded so."""

        text: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Folded) and self.text.lower() == other.text.lower()

        def __hash__(self) -> int:
            return hash(self.text.lower())

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """No field."""

    @dataclass(slots=True)
    class Open:
        """One that changes is left to the standard decorator."""

        count: int = 0

    made = (Clause, Article, Label, Place, Folded, Nothing, Open)
    for each in made:
        each.__qualname__ = each.__name__
    return {each.__name__: each for each in made}


OURS, THEIRS = _family(quick), _family(dataclasses.dataclass)


globals().update(OURS)  # where pickle looks for them

CASES: list[tuple[str, tuple[object, ...], dict[str, object]]] = [
    ("Clause", ("a",), {}),
    ("Clause", ("a", "It applies.", [1, 2]), {"note": "b"}),
    ("Article", ("a",), {"text": "Each Party shall act.", "number": 3}),
    ("Label", ("iv",), {}),
    ("Folded", ("Sea",), {}),
    ("Nothing", (), {}),
    ("Open", (2,), {}),
]


@pytest.mark.parametrize(("name", "given", "named"), CASES)
def test_what_is_made_says_the_same(name: str, given: Any, named: Any) -> None:
    ours, theirs = OURS[name](*given, **named), THEIRS[name](*given, **named)
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)
    assert [each.name for each in dataclasses.fields(ours)] == [
        each.name for each in dataclasses.fields(theirs)
    ]
    assert type(ours).__match_args__ == type(theirs).__match_args__
    assert type(ours).__slots__ == type(theirs).__slots__
    assert not hasattr(ours, "__dict__")
    assert dataclasses.is_dataclass(ours)
    assert ours == OURS[name](*given, **named)
    assert ours != theirs
    if name in {"Label", "Folded", "Nothing"}:
        assert hash(ours) == hash(theirs) == hash(OURS[name](*given, **named))


@pytest.mark.parametrize("name", ["Clause", "Article", "Label", "Place", "Folded", "Nothing"])
def test_its_signature_is_the_same(name: str) -> None:
    ours, theirs = (inspect.signature(family[name]) for family in (OURS, THEIRS))
    assert [(each.name, each.kind, each.annotation) for each in ours.parameters.values()] == [
        (each.name, each.kind, each.annotation) for each in theirs.parameters.values()
    ]


@pytest.mark.parametrize("family", [OURS, THEIRS])
def test_it_is_frozen_and_says_so(family: dict[str, Any]) -> None:
    article = family["Article"]("a", "It applies.")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'number'"):
        article.number = 4
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'text'"):
        del article.text
    with pytest.raises(
        TypeError, match=r"Article\.__init__\(\) missing 1 required positional argument: 'id'"
    ):
        family["Article"]()
    with pytest.raises(TypeError, match="unexpected keyword argument 'page'"):
        family["Label"]("a", page=3)
    assert dataclasses.replace(article, number=7).number == 7
    assert dataclasses.replace(article, text="one two three").words == 3


def test_a_factory_makes_its_value_anew_and_equality_looks_at_what_counts() -> None:
    clause, place = OURS["Clause"], OURS["Place"]
    first, second = clause("a"), clause("a", note="another")
    assert first.marks is not second.marks
    assert first == second != clause("b")
    assert OURS["Folded"]("Sea") == OURS["Folded"]("sea")
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)
    one = place(3)
    assert one == one
    assert place(3) != one
    assert len({one, place(3)}) == 2


@pytest.mark.parametrize(("name", "given", "named"), CASES)
def test_it_is_copied_and_sent_to_workers(name: str, given: Any, named: Any) -> None:
    made = OURS[name](*given, **named)
    for other in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert type(other) is type(made)
        assert dataclasses.asdict(other) == dataclasses.asdict(made)


def test_one_without_a_docstring_has_its_name_for_one() -> None:
    @quick(frozen=True, slots=True)
    class Bare:
        text: str

    assert (Bare.__doc__, OURS["Label"].__doc__) == ("Bare", "One field, and a word of its own.")


def test_a_field_without_a_default_behind_one_with_is_refused() -> None:
    with pytest.raises(TypeError, match="Turned: a field without a default follows one that has one"):

        @quick(frozen=True, slots=True)
        class Turned:
            text: str = ""
            number: int


def test_one_that_holds_itself_is_shown() -> None:
    clause = OURS["Clause"]("a")
    clause.marks.append(clause)
    assert repr(clause) == "Clause(id='a', text='', marks=[...])"


def test_others_can_build_on_one() -> None:
    clause = OURS["Clause"]

    class Noted(clause):  # type: ignore[valid-type, misc]
        """No dataclass; with attributes of its own."""

        def __init__(self, text: str) -> None:
            super().__init__("a", text)
            self.remark = "left open"

    noted = Noted("It applies.")
    noted.remark = "closed"
    assert (noted.text, noted.remark) == ("It applies.", "closed")
    del noted.remark
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'text'"):
        noted.text = "It applies no more."
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'text'"):
        del noted.text

    @dataclasses.dataclass(frozen=True)
    class Dated(clause):  # type: ignore[valid-type, misc]
        year: int = 0

    assert repr(Dated("a", year=1982)).endswith("Dated(id='a', text='', marks=[], year=1982)")
    with pytest.raises(TypeError, match="cannot inherit non-frozen dataclass from a frozen one"):
        dataclasses.dataclass(type("Open", (clause,), {}))


@pytest.mark.parametrize("name", list(OURS))
def test_who_asks_what_it_is_made_of_is_told_the_same(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]
    assert repr(ours.__dataclass_params__) == repr(theirs.__dataclass_params__)
    assert str(inspect.signature(ours)) == str(inspect.signature(theirs))
    assert str(inspect.signature(ours, eval_str=True)) == str(inspect.signature(theirs, eval_str=True))
    assert typing.get_type_hints(ours.__init__) == typing.get_type_hints(theirs.__init__)
    assert ours.__init__.__module__ == theirs.__init__.__module__
