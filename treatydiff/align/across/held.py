"""What two clauses in different languages say, held against one another without translating them.

Numbers, references, brackets and words of force are counted and looked for in the other clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from treatydiff.align.across.forces import held_force
from treatydiff.align.across.printed import unprinted_numbers, unprinted_steps
from treatydiff.align.across.said import Said, Unmatched
from treatydiff.language.across.dates import dated_months
from treatydiff.language.across.enclosures import alike_in_brackets
from treatydiff.language.across.figures import (
    SMALLEST,
    counter_words,
    figures,
    reference_steps,
    step_list,
    unlike_steps,
)
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.quantities import quantities_in
from treatydiff.language.references import Step
from treatydiff.model import OPENING_BRACKETS


def held(
    one: Said, other: Said, renumbered: Mapping[Step, Step] | None = None, *, versions: bool = False
) -> tuple[Unmatched, ...]:
    """Where two clauses do not match in numbers, references, brackets and words of force.

    Args:
        one, other: the clauses.
        renumbered: what became of the articles that the first may refer to, where drafts are compared.
        versions: whether they are versions of one text.
    """
    found = [*_figures(one, other, versions=versions)]
    found += _references(one, other, renumbered or {}, versions=versions)
    brackets = [sum(char in OPENING_BRACKETS for char in each.text) for each in (one, other)]
    if brackets[0] != brackets[1] and not (versions and alike_in_brackets(one.text, other.text)):
        found.append(Unmatched("brackets", str(brackets[0]), str(brackets[1])))
    return (*found, *held_force(one, other, versions=versions))


def _figures(one: Said, other: Said, *, versions: bool) -> Iterator[Unmatched]:
    counts = _numbers_and_months(one), _numbers_and_months(other)
    more, less = unlike_figures(*counts)
    if versions:
        if _only_repeated(more, less, counts[1]) or _only_repeated(less, more, counts[0]):
            return
        more = unprinted_numbers(more, one.text, other.text, one.language, other.language)
        less = unprinted_numbers(less, other.text, one.text, other.language, one.language)
    if more or less:
        yield Unmatched("figures", counter_words(more), counter_words(less))
    elif (terms := _terms(one, other)) != ("", ""):
        yield Unmatched("figures", *terms)


def _terms(one: Said, other: Said) -> tuple[str, str]:
    """The durations and fractions in words that differ ("two years", « trois ans »), where both have as many.

    Numbers below four are counted by nobody else; what is a duration in all languages is no turn of phrase.
    """
    both = [_durations(each) for each in (one, other)]
    if not both[0] or both[0].total() != both[1].total():
        return "", ""
    more, less = both[0] - both[1], both[1] - both[0]
    if {value.split()[-1] for value in more} != {value.split()[-1] for value in less}:
        return "", ""  # what is months here and a share there was read otherwise
    return counter_words(more), counter_words(less)


def _durations(said: Said) -> Counter[str]:
    return Counter(
        each.value if each.kind == "duration" else f"{each.value} share"
        for each in quantities_in(said.keys, said.language)
        if each.kind == "duration" or (each.kind == "share" and "/" in each.value)
    )


def _numbers_and_months(said: Said) -> Counter[str]:
    """The numbers of a clause, and the months of its dates by their English names."""
    return figures(said.text, said.language) + dated_months(ascii_digits(said.text), said.language)[1]


def _only_repeated(more: Counter[str], less: Counter[str], other: Counter[str]) -> bool:
    """Whether a version only says again what the other says once: "the ten-year period", "that period"."""
    return bool(more) and not less and more.keys() <= other.keys()


def unlike_figures(one: Counter[str], two: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """What each has more of; small numbers count only where both print as many of them in digits.

    Args:
        one, two: the numbers of two clauses.
    """
    small = [
        Counter({value: n for value, n in each.items() if value.isdigit() and int(value) < SMALLEST})
        for each in (one, two)
    ]
    if small[0].total() != small[1].total():
        one, two = one - small[0], two - small[1]
    return one - two, two - one


def _references(
    one: Said, other: Said, renumbered: Mapping[Step, Step], *, versions: bool
) -> Iterator[Unmatched]:
    steps = reference_steps(one.text, one.language)
    followed = tuple(renumbered.get(step, step) for step in steps)
    named, other_named = unlike_steps(followed, reference_steps(other.text, other.language))
    if versions:
        named, other_named = (
            unprinted_steps(named, other.text, other.language),
            unprinted_steps(other_named, one.text, one.language),
        )
    if named or other_named:
        printed = dict(zip(followed, steps, strict=True))
        yield Unmatched("references", ", ".join(_followed(printed.get(step, step), step) for step in named),
                        step_list(other_named))  # fmt: skip


def _followed(printed: Step, step: Step) -> str:
    """A step as printed, with what became of it: "article 5" beside "article 5" would be no difference."""
    return step_list([printed]) if printed == step else f"{step_list([printed])} (now {step_list([step])})"
