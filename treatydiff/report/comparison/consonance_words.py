"""Consonance in sentences: counts of articles, origins, readings, the whole beside the part, themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatydiff.model import (
    Ancestry,
    ArticleCount,
    Consonance,
    Origin,
    Readings,
    ScoreSheet,
    Tally,
    ThemeFinding,
)
from treatydiff.naming import wording
from treatydiff.naming.citations import citation
from treatydiff.naming.force_standing import counts_in_headlines
from treatydiff.naming.sides import Side
from treatydiff.naming.unit_names import ARTICLE, UnitName
from treatydiff.report.comparison.rows import shares_of
from treatydiff.report.comparison.view_model import OriginView, Shares, ThemePlace, ThemeView

LISTED_OPTIONS = 5


def article_count_words(counts: Iterable[ArticleCount], name: UnitName = ARTICLE) -> str:
    """How many articles derive at least 25, 50 and 75 % of their weight, in one sentence.

    Args:
        counts: for each share.
        name: what B calls its articles.
    """
    counted = tuple(counts)
    if not counted or not counted[0].of:
        return ""

    def row(numbers: Iterable[float | int]) -> str:
        return " / ".join(f"{number:,}" for number in numbers)

    same = [count.same_force for count in counted if count.same_force is not None]
    remark = "" if counts_in_headlines() else "remark: "
    force = f" ({remark}no force word changed {row(same)})" if same else ""
    floors = row(round(100 * count.at_least) for count in counted)
    return (
        f"At least {floors} % derived: {row(count.articles for count in counted)} of "
        f"{name.counted(counted[0].of)} of B{force}."
    )


def origin_words(origin: Origin) -> str:
    """An origin as a reader is told it."""
    if origin.kind == "exclusive":
        return f"only in {origin.names[0]}"
    if origin.kind == "shared":
        return f"shared by {wording.listed(origin.names)}"
    if origin.kind == "ancestor":
        return f"already in {origin.names[0]}"
    return "in none of them"


def origin_views(ancestry: Ancestry, id_: str | None = None) -> tuple[OriginView, ...]:
    """The origins of a draft or a provision with their shares; those that have none are left out.

    Args:
        ancestry: of the draft.
        id_: of a provision; None for the whole draft.
    """
    shares = ancestry.shares(id_)
    if shares is None:
        return ()
    return tuple(
        OriginView(origin_words(origin), wording.percent(share), share)
        for origin, share in zip(ancestry.origins, shares, strict=True)
        if share > 0.0 or origin.kind != "shared"
    )


def common_ancestry_words(ancestry: Ancestry) -> tuple[str, ...]:
    """For every source how much of what derives from it an ancestor has as well."""
    whole = sum(ancestry.document)
    if not ancestry.ancestors or whole <= 0.0:
        return ()
    older = wording.listed(ancestry.ancestors, last=" or ")
    return tuple(
        f"Of the {wording.percent(derived / whole)} found in {name}, {wording.percent(common / whole)} "
        f"{'is' if common else 'are'} in {older} as well."
        for name, derived, common in zip(
            ancestry.sources, ancestry.derived, ancestry.in_ancestors, strict=True
        )
        if derived > 0.0
    )


def reading_words(readings: Readings, label_of: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """What brackets and options leave open, a sentence each.

    Args:
        readings: the shares under every reading.
        label_of: for side "a" and "b" the labels of options by id.
    """
    sentences = []
    if readings.brackets_out is not None and readings.brackets_in is not None:
        sentences.append(
            "With the text in brackets left out (reserves kept) or kept: "
            f"carried {_interval(readings.brackets_out.carried, readings.brackets_in.carried)}, "
            f"derived {_interval(readings.brackets_out.derived, readings.brackets_in.derived)}."
        )
    if readings.best_options is not None:
        shares = readings.best_options
        sentences.append(
            f"With the best option of every group alone: carried {wording.percent(shares.carried)}, "
            f"derived {wording.percent(shares.derived)}."
        )
    for side, name in (("a", "A"), ("b", "B")):
        chosen = [choice for choice in readings.options if choice.side == side]
        said = [
            f"{label_of[side].get(choice.chosen, choice.chosen)} ({wording.percent(choice.share)})"
            for choice in chosen[:LISTED_OPTIONS]
        ]
        if said:
            more = len(chosen) - len(said)
            rest = f" and {more:,} more" if more else ""
            sentences.append(f"Best options of {name}: {'; '.join(said)}{rest}.")
    return tuple(sentences)


def _interval(one: float | None, other: float | None) -> str:
    known = sorted(share for share in (one, other) if share is not None)
    if len(known) < 2:
        return "".join(map(wording.percent, known)) or "not measured"
    low, high = map(wording.percent, known)
    return low if low == high else f"{low} to {high}"


def split_words(whole: str, same: str, changed: str, rest: str) -> str:
    """A share and its parts: "62 %: 55 % no force word changed, 7 % changed; 38 % not"."""
    if not whole:
        return ""
    force = f": {same} no force word changed, {changed} changed" if same else ""
    return f"{whole}{force}; {rest} not"


def share_lines(shares: Shares) -> tuple[str, ...]:
    """Both shares with what they are made of, a line each; none where nothing was measured."""
    s = shares
    said = (
        ("carried", split_words(s.carried, s.carried_same_force, s.carried_changed_force, s.not_carried)),
        ("derived", split_words(s.derived, s.derived_same_force, s.derived_changed_force, s.not_derived)),
    )  # fmt: skip
    return tuple(f"{name} {words}" for name, words in said if words)


def whole_words(scores: ScoreSheet, scopes: Iterable[str], name: UnitName = ARTICLE) -> str:
    """The shares of whole drafts beside those of a part.

    Args:
        scores: of the whole drafts.
        scopes: the parts compared.
        name: what B calls its articles.
    """
    shares = shares_of(scores.document)
    half = next((count for count in scores.articles_derived if count.at_least == 0.5), None)
    counted = f"; {half.articles:,} of {half.of:,} {name.many} of B at least half derived" if half else ""
    scope = wording.listed([each for each in scopes if each])
    return (
        f"Aligned and computed over {scope} alone: what crosses the bounds of the part counts as deleted or "
        f"added. The whole drafts: carried {shares.carried or 'not measured'}, "
        f"derived {shares.derived or 'not measured'}{counted}."
    )


def theme_views(
    themes: Iterable[ThemeFinding], scores: ScoreSheet, a: Side, b: Side
) -> tuple[ThemeView, ...]:
    """Themes with their places in either draft, those that B no longer names first."""
    return tuple(
        ThemeView(
            name=theme.name,
            title=theme.title,
            summary=theme_words(theme),
            shares=shares_of(theme.consonance),
            places_a=_places(a, "a--", theme.clauses_a, theme.only_a, scores.clauses_a),
            places_b=_places(b, "", theme.clauses_b, theme.only_b, scores.clauses_b),
            terms=theme.terms,
            changed=tuple(
                (words, tuple(side.standing((id_,)).whole for id_ in ids if id_ in side.places))
                for words, side, ids in (
                    ("Struck from A", a, theme.struck),
                    ("Newly in brackets in B", b, theme.bracketed),
                    ("Moved, in B", b, theme.moved),
                )
                if ids
            ),
        )
        for theme in sorted(themes, key=_lost_first)
    )


def _lost_first(theme: ThemeFinding) -> bool:
    return not (theme.words.a and not theme.words.b)


def theme_words(theme: ThemeFinding) -> str:
    """A theme in one line: its words, then clauses, what was carried, what stands in one draft only.

    Where B no longer names the theme, that comes first.
    """
    consonance: Consonance = theme.consonance
    sides = (
        ("A", theme.clauses_a, theme.only_a, consonance.carried, "carried"),
        ("B", theme.clauses_b, theme.only_b, consonance.derived, "derived"),
    )
    return " · ".join([
        *_named_words(theme),
        *(f"{name} {wording.counted(len(clauses), 'clause', 'clauses')}, {wording.percent(share)} {verb}, "
          f"{len(only):,} only there"
          if clauses
          else f"{name} says nothing"
          for name, clauses, only, share, verb in sides),
    ])  # fmt: skip


def _named_words(theme: ThemeFinding) -> list[str]:
    words = theme.words
    told = []
    if words.a and not words.b:
        told.append(f"B no longer names it (A: {wording.counted(words.a, 'time', 'times')})")
    elif words.b and not words.a:
        told.append(f"only B names it ({wording.counted(words.b, 'time', 'times')})")
    elif words.a:
        told.append(f"named {words.a:,} and {words.b:,} times")
    return told + [
        f"{count:,} {what}"
        for count, what in (
            (words.struck, "struck"), (words.bracketed, "newly in brackets"), (words.moved, "moved")
        )
        if count
    ]  # fmt: skip


def _places(
    side: Side, prefix: str, clauses: Iterable[str], only: Iterable[str], tallies: Mapping[str, Tally]
) -> tuple[ThemePlace, ...]:
    only_here = set(only)
    return tuple(
        ThemePlace(
            anchor=prefix + id_,
            label=side.standing((id_,)).whole,
            citation=citation(side.name, side.places, side.holders.get(id_, id_), id_),
            share=_share(tallies.get(id_)),
            only_here=id_ in only_here,
        )
        for id_ in clauses
        if id_ in side.places
    )


def _share(tally: Tally | None) -> str:
    return wording.percent(tally.carried / tally.weight) if tally is not None and tally.weight > 0.0 else ""
