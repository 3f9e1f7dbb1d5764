"""Formulas that treaties share carry no pair, though each draft has them in one article only."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, draft, summaries
from treatydiff.align import far_pairs, nearness
from treatydiff.align.align import align_drafts
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import measure
from treatydiff.model import Draft, Provision
from treatydiff.settings import Settings

OFFENCE = {
    "en": "Each State Party shall adopt such legislative and other measures as may be necessary to establish as "
    "criminal offences under its domestic law, when committed intentionally, {}.",
    "fr": "Chaque Partie adopte les mesures législatives et autres qui se révèlent nécessaires pour ériger en "
    "infraction pénale, conformément à son droit interne, {}.",
    "ru": "Каждое Государство-участник принимает такие законодательные и другие меры, какие могут потребоваться, "
    "с тем чтобы признать в качестве уголовно наказуемых деяний {}.",
}
BELLS = {
    "en": "the theft of a ship’s bell",
    "fr": "le vol de la cloche d’un navire",
    "ru": "кражу судового колокола",
}
SEEDS = {
    "en": "the mislabelling of sowing seed",
    "fr": "l’étiquetage trompeur de semences",
    "ru": "ложную маркировку семян",
}


def about_bells(language: str = "en") -> Draft:
    other = {
        "en": "Every bell is struck at noon.",
        "fr": "Toute cloche sonne à midi.",
        "ru": "Бьют в полдень.",
    }
    return draft(
        article("1", "", other[language]),
        article("2", "", OFFENCE[language].format(BELLS[language])),
        language=language,
    )


def about_seeds(language: str = "en", what: str = "") -> Draft:
    other = {
        "en": "Germination rates are printed.",
        "fr": "Le taux figure au sac.",
        "ru": "Мешок пломбируется.",
    }
    return draft(
        article("1", "", other[language]),
        article("2", "", OFFENCE[language].format(what or SEEDS[language])),
        language=language,
    )


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_one_offence_of_each_of_two_conventions_is_no_pair(language: str) -> None:
    found = align_drafts(about_bells(language), about_seeds(language), Settings())
    assert found.nearness is not None
    assert not found.nearness.near
    assert {row.pairing.relation for row in found.units} == {"added", "deleted"}


@pytest.mark.parametrize(
    ("what", "paired"),
    [
        # What is made an offence, beside the theft of a ship's bell: by the formula alone it is no pair.
        ("the theft of a ship’s bell or of its clapper", True),
        ("the mislabelling of sowing seed", False),
    ],
)
def test_offences_pair_by_what_they_punish(what: str, paired: bool) -> None:
    found = align_drafts(about_bells(), about_seeds(what=what), Settings(nearness="far"))
    assert ("art_2 = art_2: amended" in summaries(found)) is paired


def test_like_headings_ask_for_no_content(monkeypatch: pytest.MonkeyPatch) -> None:
    def headed(text: str, heading: str) -> tuple[Provision, ...]:
        return (article("1", "", "Gulls nest."), article("2", heading, OFFENCE["en"].format(text)))

    drafts = measure(
        *(
            side_of(draft(*headed(text, heading)))
            for text, heading in ((BELLS["en"], "Theft"), (SEEDS["en"], "Theft"))
        )
    )
    pairs = {(pair.a, pair.b): pair.heading for pair in far_pairs.pair_far_units(drafts)}
    assert pairs[1, 1] == 1.0
    monkeypatch.setattr(far_pairs, "NAMED_ALIKE", 1.1)
    assert (1, 1) not in {(pair.a, pair.b) for pair in far_pairs.pair_far_units(drafts)}


def test_texts_that_treaties_have_throughout_are_judged_by_themselves() -> None:
    both = [draft(article("1", "", OFFENCE["en"].format("")[:-3])) for _ in range(2)]
    drafts = measure(*(side_of(each) for each in both))
    assert not drafts.own.in_both
    assert drafts.content.in_both
    assert nearness.judge_nearness(drafts, Settings()).near
