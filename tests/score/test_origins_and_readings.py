from __future__ import annotations

import dataclasses
from functools import reduce

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.score.invented_drafts import LANTERNS, ORCHARDS, make_alignment, make_draft, same_rows
from treatydiff.errors import SettingsError
from treatydiff.model import Ancestry, Draft, Mark, Provision, ScoreSheet, Tally
from treatydiff.score.ancestry import Forebear, trace_ancestry
from treatydiff.score.consonance import score_drafts
from treatydiff.score.explanation import explain_row
from treatydiff.score.null_pairs import drawn_pairs, may_be_kin
from treatydiff.score.reference import ReferenceTable, pair_reference
from treatydiff.score.sensitivity import bootstrap_interval, measure_sensitivity
from treatydiff.score.themes import find_themes, load_themes, theme_named
from treatydiff.settings import Settings

SETTINGS = Settings()
FAST = examples(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = ("lantern", "keeper", "oil", "shall", "may", "the", "harbour", "of", "wick", "register")
ARTICLES = st.lists(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3),
    min_size=1,
    max_size=4,
).map(lambda articles: {str(number): clauses for number, clauses in enumerate(articles, start=1)})


def scored(a: Draft, b: Draft, reference: ReferenceTable, *rows: tuple[list[str], list[str]]) -> ScoreSheet:
    return score_drafts(a, b, make_alignment(a, b, *rows), reference, SETTINGS)


def traced(draft: Draft, sources: list[Draft], ancestors: list[Draft], reference: ReferenceTable) -> Ancestry:
    def forebear(name: str, other: Draft) -> Forebear:
        rows = [row for row in same_rows(draft) if f"art_{row[0][0]}" in {unit.id for unit in other.units()}]
        return Forebear(name, other, make_alignment(other, draft, *rows))

    return trace_ancestry(
        draft,
        [forebear(f"source {at}", each) for at, each in enumerate(sources, start=1)],
        [forebear(f"ancestor {at}", each) for at, each in enumerate(ancestors, start=1)],
        reference,
        SETTINGS,
    )


def told(ancestry: Ancestry, id_: str) -> dict[str, float]:
    shares = ancestry.shares(id_) or ()
    return {
        " ".join((origin.kind, *origin.names)): round(share, 6)
        for origin, share in zip(ancestry.origins, shares, strict=True)
        if share
    }


# --- ancestry ---------------------------------------------------------------------------------


def test_every_word_has_one_origin(shipped: ReferenceTable) -> None:
    draft = make_draft(LANTERNS)
    one = make_draft({"1": LANTERNS["1"], "3": LANTERNS["3"]})
    other = make_draft({"2": LANTERNS["2"], "3": LANTERNS["3"]})
    ancestry = traced(draft, [one, other], [], shipped)
    assert told(ancestry, "art_1") == {"exclusive source 1": 1.0}
    assert told(ancestry, "art_2") == {"exclusive source 2": 1.0}
    assert told(ancestry, "art_3") == {"shared source 1 source 2": 1.0}
    assert told(traced(draft, [make_draft(ORCHARDS)], [], shipped), "art_1") == {"new": 1.0}


def test_the_first_ancestor_named_is_credited_before_any_source(shipped: ReferenceTable) -> None:
    draft, older = make_draft(LANTERNS), make_draft({"1": LANTERNS["1"]})
    oldest = make_draft({"1": LANTERNS["1"], "2": LANTERNS["2"]})
    ancestry = traced(draft, [draft], [older, oldest], shipped)
    assert told(ancestry, "art_1") == {"ancestor ancestor 1": 1.0}
    assert told(ancestry, "art_2") == {"ancestor ancestor 2": 1.0}
    assert told(ancestry, "art_3") == {"exclusive source 1": 1.0}
    whole = sum(ancestry.document)
    assert ancestry.derived[0] == pytest.approx(whole)
    assert ancestry.in_ancestors[0] == pytest.approx(whole - sum(ancestry.parts["art_3"]))


@FAST
@given(ARTICLES, ARTICLES, ARTICLES)
def test_origins_add_up_in_every_part(
    draft: dict[str, list[str]], source: dict[str, list[str]], older: dict[str, list[str]]
) -> None:
    b, a, c = make_draft(draft), make_draft(source), make_draft(older)
    reference = pair_reference(a, b, c)
    ancestry = traced(b, [a, c], [c], reference)
    sheet = scored(a, b, reference, *(row for row in same_rows(b) if row[0][0] in source))
    for id_, shares in ((each, ancestry.shares(each)) for each in (*ancestry.parts, None)):
        assert shares is None or sum(shares) == pytest.approx(1.0, abs=1e-9), id_
    for id_, tally in sheet.clauses_b.items():
        assert sum(ancestry.parts[id_]) == pytest.approx(tally.weight, abs=1e-9)
    assert sum(ancestry.document) == pytest.approx(sheet.document.b.weight, abs=1e-9)
    assert ancestry.derived[0] == pytest.approx(sheet.document.b.carried, abs=1e-9)


# --- three shares, counts, stretches, explanation ---------------------------------------------------


@FAST
@given(ARTICLES, ARTICLES)
def test_three_shares_add_up_everywhere(a: dict[str, list[str]], b: dict[str, list[str]]) -> None:
    left, right = make_draft(a), make_draft(b)
    sheet = scored(left, right, pair_reference(left, right), *(([n], [n]) for n in a if n in b))
    for each in (sheet.document, *sheet.units, *sheet.containers):
        for parts in (
            (each.carried_same_force, each.carried_changed_force, each.not_carried),
            (each.derived_same_force, each.derived_changed_force, each.not_derived),
        ):
            assert None in parts or sum(filter(None, parts)) == pytest.approx(1.0, abs=1e-9)


@FAST
@given(ARTICLES, ARTICLES)
def test_stretches_hold_every_word_and_the_whole_weight(
    a: dict[str, list[str]], b: dict[str, list[str]]
) -> None:
    left, right = make_draft(a), make_draft(b)
    sheet = scored(left, right, pair_reference(left, right), *(([n], [n]) for n in a if n in b))
    texts = {leaf.id: leaf.text for leaf in right.walk() if leaf.text}
    for id_, tally in sheet.clauses_b.items():
        stretches = sheet.stretches_b[id_]
        assert " ".join(texts[id_][each.start : each.end] for each in stretches) == texts[id_]
        assert sum(each.words for each in stretches) == tally.words
        carried = sum(each.weight for each in stretches if each.carried)
        assert carried == pytest.approx(tally.carried, abs=1e-9)


def test_articles_are_counted_at_three_shares(shipped: ReferenceTable) -> None:
    b = make_draft({
        "1": ["The keeper shall trim the wick at dusk and record the hour."],
        "2": ["The keeper may trim the wick at dusk and record the hour."],
        "3": ["Apple growers graft quince upon wild rootstock."],
    })  # fmt: skip
    a = make_draft(
        {key: ["The keeper shall trim the wick at dusk and record the hour."] for key in ("1", "2", "3")}
    )
    sheet = scored(a, b, shipped, (["1"], ["1"]), (["2"], ["2"]), (["3"], ["3"]))
    assert [(each.at_least, each.articles, each.same_force, each.of) for each in sheet.articles_derived] == [
        (0.25, 2, 1, 3), (0.5, 2, 1, 3), (0.75, 2, 1, 3),
    ]  # fmt: skip


def test_the_sum_of_a_row_is_explained_by_its_words(shipped: ReferenceTable) -> None:
    a = make_draft(LANTERNS)
    b = make_draft({**LANTERNS, "2": ["Each lantern keeper may trim the wick at dusk."]})
    alignment = make_alignment(a, b, *same_rows(a))
    sheet = score_drafts(a, b, alignment, shipped, SETTINGS)
    row = alignment.units[1]
    explained = explain_row(a, b, alignment, row, shipped, SETTINGS)
    assert explained.consonance == sheet.units[1]
    for each in explained.clauses:
        assert sum(word.weight for word in each.words) == pytest.approx(each.tally.weight)
        assert sum(word.weight for word in each.words if word.carried) == pytest.approx(each.tally.carried)
        for word in each.words:
            assert word.weight == pytest.approx((word.rarity + 0.05) * (1 - word.formula))


# --- readings --------------------------------------------------------------------------------------


def bracketed(text: str, number: int) -> tuple[Mark, ...]:
    start, end = text.index("["), text.rindex("]") + 1
    return (Mark("bracket", start, end, (("depth", 1), ("n", number), ("part", "whole"))),)


def with_marks(draft: Draft) -> Draft:
    """The draft with a mark for the one bracket of each clause."""
    numbers = iter(range(1, 100))

    def marked(node: Provision) -> Provision:
        marks = bracketed(node.text, next(numbers)) if "[" in node.text else ()
        return dataclasses.replace(node, marks=marks, children=tuple(map(marked, node.children)))

    instrument = draft.instruments[0]
    return dataclasses.replace(
        draft,
        instruments=(dataclasses.replace(instrument, provisions=tuple(map(marked, instrument.provisions))),),
    )


def test_the_interval_between_all_brackets_out_and_all_in(shipped: ReferenceTable) -> None:
    a = with_marks(make_draft({"1": ["The keeper trims the wick [and records the hour] before dusk."]}))
    b = make_draft({"1": ["The keeper trims the wick before dusk."]})
    readings = scored(a, b, shipped, (["1"], ["1"])).readings
    assert readings.brackets_out is not None
    assert readings.brackets_in is not None
    assert readings.brackets_out.carried == 1.0
    assert readings.brackets_in.carried is not None
    assert readings.brackets_in.carried < 0.7
    assert readings.brackets_out.carried_same_force is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[Ferries carrying lamp oil pay no harbour dues.]", id="the whole paragraph"),
        pytest.param("[Ferries carrying lamp oil pay no harbour dues].", id="all but its full stop"),
    ],
)
def test_a_reserve_is_kept_under_every_reading(text: str, shipped: ReferenceTable) -> None:
    a = with_marks(make_draft({"1": [text, "The register is open to pilots."]}))
    b = make_draft(
        {"1": ["Ferries carrying lamp oil pay no harbour dues.", "The register is open to pilots."]}
    )
    readings = scored(a, b, shipped, (["1"], ["1"])).readings
    assert readings.brackets_out is None


def test_no_interval_without_brackets(shipped: ReferenceTable) -> None:
    a = make_draft(LANTERNS)
    readings = scored(a, a, shipped, *same_rows(a)).readings
    assert (readings.brackets_out, readings.brackets_in, readings.best_options) == (None, None, None)


def test_the_best_option_is_named(shipped: ReferenceTable) -> None:
    texts = ("Ferries carrying lamp oil pay no harbour dues.", "Bees are welcome in every orchard.")
    options = tuple(
        Provision(f"art_1__opt_{n}", "option", str(n), children=(
            Provision(f"art_1__opt_{n}__para_u1", "paragraph", text=text),
        ))
        for n, text in enumerate(texts, start=1)
    )  # fmt: skip
    plain = make_draft({"1": ["Ferries carrying lamp oil pay no harbour dues."]})
    instrument = plain.instruments[0]
    article = dataclasses.replace(instrument.provisions[0], children=options)
    a = dataclasses.replace(plain, instruments=(dataclasses.replace(instrument, provisions=(article,)),))
    alignment = dataclasses.replace(
        make_alignment(plain, plain, (["1"], ["1"])),
        units=tuple(
            dataclasses.replace(
                row, pairing=dataclasses.replace(row.pairing, a=tuple(unit.id for unit in a.units()))
            )
            for row in make_alignment(plain, plain, (["1"], ["1"])).units
        ),
    )
    readings = score_drafts(a, plain, alignment, shipped, SETTINGS).readings
    (choice,) = readings.options
    assert (choice.side, choice.chosen, choice.others) == ("a", "art_1__opt_1", ("art_1__opt_2",))
    assert choice.share == 1.0
    assert readings.best_options is not None
    assert readings.best_options.carried == 1.0


# --- sensitivity and chance -----------------------------------------------------------------------


def test_longer_runs_never_find_more(shipped: ReferenceTable) -> None:
    a = make_draft(LANTERNS)
    b = make_draft({**LANTERNS, "2": ["Each lantern keeper may trim the wick at dusk."]})
    alignment = make_alignment(a, b, *same_rows(a))
    sheet = score_drafts(a, b, alignment, shipped, SETTINGS)
    found = measure_sensitivity(a, b, alignment, shipped, sheet)
    shares = [carried for _, carried, _ in found.by_ngram if carried is not None]
    assert len(shares) == 5
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == pytest.approx(sheet.document.carried)


def test_an_interval_narrows_where_clauses_agree() -> None:
    alike = bootstrap_interval([Tally(2.0, 1.0)] * 20)
    uneven = bootstrap_interval([Tally(2.0, 2.0), Tally(2.0, 0.0)] * 10)
    assert alike == (0.5, 0.5)
    assert uneven is not None
    assert uneven[0] < 0.4 < 0.6 < uneven[1]
    assert bootstrap_interval([Tally()]) is None


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("Convention on the continental shelf", "Agreement establishing a development bank", False),
        ("Convention on extradition", "Third protocol to the convention on extradition", True),
        ("Agreement between the kingdom and Malta", "Agreement between the kingdom and Chad", True),
        ("Convention on the high seas", "Convention on road traffic", False),
    ],
)  # fmt: skip
def test_names_tell_who_may_be_kin(one: str, other: str, *, kin: bool) -> None:
    assert may_be_kin(one, other) is kin


def test_random_pairs_are_of_strangers() -> None:
    names = [
        f"Convention on {word} matters" for word in ("lantern", "lantern oil", "orchard", "ferry", "bees")
    ]
    names += ["Statute of a bank", "Charter of a port", "Rules for pilots"]
    pairs = drawn_pairs(names, pairs=20)
    assert len(pairs) == 20
    assert pairs == drawn_pairs(names, pairs=20)
    assert not any(may_be_kin(names[first], names[second]) for first, second in pairs)


# --- themes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "theme"),
    [
        ("en", "Each Party shall protect personal data.", "data_protection"),
        ("en", "Nothing prejudices the Sovereign Equality of States.", "sovereignty"),
        ("en", "Non-intervention in the domestic affairs of other States", "sovereignty"),
        ("en", "Extradition shall be subject to the law of the requested State.", "cooperation"),
        ("en", "Disputes may be submitted to arbitration.", "disputes"),
        ("fr", "Les données à caractère personnel sont protégées.", "data_protection"),
        ("fr", "Le respect des droits de l’homme et des libertés fondamentales.", "human_rights"),
        ("es", "La protección de los datos personales.", "data_protection"),
        ("es", "La extradición estará sujeta a las condiciones previstas.", "cooperation"),
        ("ru", "Защита персональных данных обеспечивается.", "data_protection"),
        ("ru", "Терроризм и экстремизм", "terrorism"),
        ("zh", "各缔约国应保护个人数据。", "data_protection"),
        ("zh", "缔约国应尊重人权和基本自由。", "human_rights"),
        ("ar", "تحترم الدول الأطراف حقوق الإنسان والحريات الأساسية.", "human_rights"),
        ("ar", "يتعين حماية البيانات الشخصية.", "data_protection"),
    ],
)
def test_a_clause_speaks_of_a_theme(language: str, text: str, theme: str) -> None:
    draft = dataclasses.replace(make_draft({"1": [text]}), language=language)
    sheet = scored(draft, draft, pair_reference(draft, draft), (["1"], ["1"]))
    assert theme in [each.name for each in find_themes(draft, draft, load_themes(), sheet)]


@pytest.mark.parametrize(
    "text", ["The training of pilots in sovereignly decorated halls", "The private lives of bees"]
)
def test_a_word_that_only_resembles_a_term_says_nothing(text: str) -> None:
    draft = make_draft({"1": [text]})
    sheet = scored(draft, draft, pair_reference(draft, draft), (["1"], ["1"]))
    names = {each.name for each in find_themes(draft, draft, load_themes(), sheet)}
    assert names.isdisjoint({"sovereignty", "data_protection"})


def test_what_stands_in_one_draft_only(shipped: ReferenceTable) -> None:
    a = make_draft(
        {"1": ["Each Party shall protect the privacy of lantern keepers."], "2": ["Bees are welcome."]}
    )
    b = make_draft(
        {"1": ["Confidentiality binds the inspectors of cider presses."], "2": ["Bees are welcome."]}
    )
    sheet = scored(a, b, shipped, (["1"], ["1"]), (["2"], ["2"]))
    (theme,) = find_themes(a, b, load_themes(), sheet)
    assert (theme.only_a, theme.only_b) == (("art_1__para_1",), ("art_1__para_1",))
    assert theme.terms == ("confidentiality", "privacy")
    assert theme.consonance.a == sheet.clauses_a["art_1__para_1"]


def test_every_shipped_theme_has_six_languages_where_it_has_any() -> None:
    themes = load_themes()
    assert len(themes) == 10
    for theme in themes:
        assert {language for language, _ in theme.terms} == {"ar", "en", "es", "fr", "ru", "zh"}, theme.name
        every = reduce(lambda left, right: left + right, (terms for _, terms in theme.terms))
        assert all(term == term.strip() for term in every)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not toml [", "not valid TOML"),
        ('lamps = "oil"', "'lamps' is no theme"),
        ('[lamps]\ntitle = "Lamps"', "has no terms"),
        ('[lamps.terms]\nen = "oil"', "must be a list of texts"),
        ('[lamps.terms]\nen = ["*"]', "must be a list of texts"),
    ],
)
def test_themes_that_cannot_be_read(text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load_themes(text, where="mine.toml")


def test_a_theme_of_ones_own_stands_beside_or_instead() -> None:
    own = load_themes('[data_protection.terms]\nen = ["lamp*"]\n[oil.terms]\nen = ["oil"]')
    assert len(own) == 11
    assert theme_named(own, "data_protection").terms_in("en") == ("lamp*",)
    with pytest.raises(SettingsError, match=r"no theme 'wine'.*data_protection"):
        theme_named(own, "wine")
