from __future__ import annotations

import pytest

from tests.score.invented_drafts import LANTERNS, make_alignment, make_draft, same_rows
from treatydiff.language.keys import comparison_words
from treatydiff.language.words.force_table import force_tables
from treatydiff.model import Draft, Instrument, Mark, Provision, ScoreSheet, Source
from treatydiff.score import force, passages
from treatydiff.score.consonance import score_drafts
from treatydiff.score.force import force_differs
from treatydiff.score.force_words import force_lexicon
from treatydiff.score.passages import GovernedSentence
from treatydiff.score.reference import ReferenceTable
from treatydiff.settings import Settings


def passage(text: str, language: str = "en") -> GovernedSentence:
    lexicon = force_lexicon(language)
    assert lexicon is not None
    return GovernedSentence((tuple(word.key for word in comparison_words(text, language)),), lexicon)


def differs(before: str, after: str, language: str = "en") -> bool:
    there = force_differs(passage(before, language), passage(after, language))
    assert there == force_differs(passage(after, language), passage(before, language))
    return there


KEEPERS = "Keepers shall trim the wick of every lantern at dusk"
CHANGED = [
    ("shall becomes may", KEEPERS.replace("shall", "may")),
    ("shall becomes should", KEEPERS.replace("shall", "should")),
    ("shall becomes shall endeavour to", KEEPERS.replace("shall", "shall endeavour to")),
    ("shall becomes are encouraged to", KEEPERS.replace("shall", "are encouraged to")),
    ("shall becomes shall consider", KEEPERS.replace("shall trim", "shall consider trimming")),
    ("the modal goes", KEEPERS.replace("shall ", "")),
    ("a negation comes", KEEPERS.replace("shall", "shall not")),
    ("a hedge comes", KEEPERS.replace("shall", "shall, where appropriate,")),
    ("a long hedge comes",
     KEEPERS + ", to the extent consistent with the fundamental principles of its domestic legal system"),
    ("a carve-out comes",
     KEEPERS + ", unless the harbour master has said that the port is closed to ferries for the night"),
    ("a proviso comes", "Subject to the law of the port, " + KEEPERS.lower()),
]  # fmt: skip
KEPT = [
    ("an open choice settled", KEEPERS.replace("shall", "[shall] [may]")),
    ("an open choice in one bracket", KEEPERS.replace("shall", "[should/shall]")),
    ("nothing changed", KEEPERS.upper() + "!"),
    ("must for shall", KEEPERS.replace("shall", "must")),
    ("a noun changed", KEEPERS.replace("lantern", "beacon")),
    ("the subject changed", KEEPERS.replace("Keepers", "The keepers of the harbour")),
    ("a duty of its own is added",
     KEEPERS + " and the harbour master shall inspect the oil of all the ferries"),
    ("a permission of its own is added",
     KEEPERS + " and the owners of ferries moored in the port may inspect the oil"),
]  # fmt: skip


PARTIES = "Developed country Parties shall lend lamps to every harbour that asks for them"


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        ("en", PARTIES, PARTIES.replace("Developed country Parties", "Parties"), True),
        ("en", PARTIES, PARTIES.replace("Developed country Parties", "Each developed country Party"), False),
        ("en", PARTIES, PARTIES.replace("Developed", "Developing"), True),
        ("en", PARTIES.replace("Developed country Parties", "States Parties"),
         PARTIES.replace("Developed country Parties", "Each Party"), False),
        ("en", PARTIES.replace("Developed country Parties", "The Board"),
         PARTIES.replace("Developed country Parties", "The Council"), True),
        ("en", PARTIES.replace("Developed country Parties", "The Conference of the Parties"),
         PARTIES.replace("Developed country Parties", "The Conference of the States Parties"), False),
        ("en", "The requested State Party may refuse to hand over lamps of the port",
         "The requesting State Party may refuse to hand over lamps of the port", True),
        ("en", "The lamps of the Board shall be lit at dusk in every harbour",
         "The lamps of the Council shall be lit at dusk in every harbour", True),
        ("fr", "Le Secrétariat doit publier la liste des lampes de chaque port",
         "Le Conseil doit publier la liste des lampes de chaque port", True),
        ("fr", "Les Parties doivent publier la liste des lampes de chaque port",
         "Chaque Partie doit publier la liste des lampes de chaque port", False),
        ("es", "La Secretaría deberá publicar la lista de lámparas de cada puerto",
         "La Junta deberá publicar la lista de lámparas de cada puerto", True),
        ("ru", "Секретариат должен публиковать список ламп каждого порта",
         "Совет должен публиковать список ламп каждого порта", True),
    ],
)  # fmt: skip
def test_who_is_bound_is_of_force(language: str, before: str, after: str, expected: bool) -> None:
    assert differs(before, after, language) is expected


@pytest.mark.parametrize(("after"), [pytest.param(after, id=name) for name, after in CHANGED])
def test_changes_of_force_are_seen(after: str) -> None:
    assert differs(KEEPERS, after)


@pytest.mark.parametrize(("after"), [pytest.param(after, id=name) for name, after in KEPT])
def test_other_changes_keep_the_force(after: str) -> None:
    assert not differs(KEEPERS, after)


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        ("en", "reports are due within thirty days of the tide",
         "reports are due within sixty days of the tide", True),
        ("en", "reports are due within thirty days of the tide",
         "reports are due within 30 days of the tide", False),
        ("en", "as article 5 provides, ferries sail at noon",
         "as article 6 provides, ferries sail at noon", False),
        ("en", "ferries shall, where appropriate, sail at noon",
         "ferries shall sail at noon, where appropriate", False),
        ("en", "the port may close and pilots shall wait there",
         "the port shall close and pilots may wait there", True),
        ("en", "pilots shall use their domestic law", "pilots shall not use their domestic law", True),
        ("en", "in accordance with its domestic law, pilots sail at noon from the port",
         "in accordance with their domestic law, pilots sail at noon from the port", False),
        ("fr", "les gardiens doivent nettoyer la lanterne du port",
         "les gardiens peuvent nettoyer la lanterne du port", True),
        ("fr", "les gardiens nettoient la lanterne du port",
         "les gardiens nettoient, s'il y a lieu, la lanterne du port", True),
        ("es", "los guardas deberán limpiar el farol del puerto",
         "los guardas podrán limpiar el farol del puerto", True),
        ("es", "los guardas limpian el farol del puerto",
         "los guardas limpian el faro viejo del puerto", False),
    ],
)  # fmt: skip
def test_force_of_a_passage(language: str, before: str, after: str, expected: bool) -> None:
    assert differs(before, after, language) is expected


def test_a_language_without_a_list_is_not_measured(shipped: ReferenceTable) -> None:
    assert force_lexicon("xx") is None


def scored(a: Draft, b: Draft, reference: ReferenceTable) -> ScoreSheet:
    return score_drafts(a, b, make_alignment(a, b, *same_rows(a)), reference, Settings())


def test_every_shall_made_may_is_carried_with_changed_force(shipped: ReferenceTable) -> None:
    a = make_draft(LANTERNS)
    b = make_draft({n: [text.replace("shall", "may") for text in texts] for n, texts in LANTERNS.items()})
    sheet = scored(a, b, shipped)
    assert sheet.document.carried is not None
    assert sheet.document.carried > 0.8
    for number, texts in LANTERNS.items():
        for place, text in enumerate(texts, start=1):
            tally = sheet.clauses_a[f"art_{number}__para_{place}"]
            kept = 0.0 if "shall" in text else tally.carried
            assert tally.carried_same_force == pytest.approx(kept)


def test_only_the_sentence_changes_its_force(shipped: ReferenceTable) -> None:
    first, second = (
        "Keepers shall trim the wick of every lantern.",
        "Ferries carrying lamp oil shall sail by day.",
    )
    a = make_draft({"1": [f"{first} {second}"]})
    b = make_draft({"1": [f"{first.replace('shall', 'may')} {second}"]})
    only = make_draft({"1": [second]})
    tally = scored(a, b, shipped).document.a
    assert tally.carried_same_force == pytest.approx(scored(only, only, shipped).document.a.weight)


def with_chapeau(chapeau: str, *points: str, closing: str = "", marks: tuple[Mark, ...] = ()) -> Draft:
    children = [Provision("art_1__intro", "intro", text=chapeau)]
    children += [
        Provision(f"art_1__subpara_{letter}", "subparagraph", number=letter, text=text, marks=marks)
        for letter, text in zip("abc", points, strict=False)
    ]
    if closing:
        children.append(Provision("art_1__wrapup", "wrapup", text=closing))
    article = Provision("art_1", "article", number="1", children=tuple(children))
    instrument = Instrument(1, True, "", None, (article,))
    return Draft(Source("test.txt", "0" * 64, "text/plain"), "en", (), (instrument,))


POINTS = ("trim the wick of every lantern at dusk;", "record the hour in the lantern register.")


def test_a_changed_chapeau_governs_what_stands_below_it(shipped: ReferenceTable) -> None:
    a = with_chapeau("Each keeper shall:", *POINTS)
    b = with_chapeau("Each keeper may:", *POINTS)
    sheet = scored(a, b, shipped)
    for letter in "ab":
        tally = sheet.clauses_a[f"art_1__subpara_{letter}"]
        assert tally.carried == pytest.approx(tally.weight)
        assert tally.carried_same_force == 0.0


def test_a_closing_text_with_a_carve_out_governs_what_stands_above_it(shipped: ReferenceTable) -> None:
    a = with_chapeau("Each keeper shall:", *POINTS)
    b = with_chapeau("Each keeper shall:", *POINTS, closing="unless the port is closed.")
    sheet = scored(a, b, shipped)
    assert [sheet.clauses_a[f"art_1__subpara_{letter}"].carried_same_force for letter in "ab"] == [0.0, 0.0]


def test_a_list_written_out_as_a_sentence_keeps_its_force(shipped: ReferenceTable) -> None:
    a = with_chapeau("Each keeper shall:", *POINTS)
    b = make_draft({"1": [f"Each keeper shall {POINTS[0]} and {POINTS[1]}"]})
    tally = scored(a, b, shipped).document.a
    assert tally.carried_same_force == pytest.approx(tally.carried)


def test_share_carried_inside_brackets(shipped: ReferenceTable) -> None:
    a = with_chapeau("Each keeper shall:", *POINTS)
    text = "[trim the wick of every lantern at dusk];"
    b = with_chapeau("Each keeper shall:", text, POINTS[1])
    point = b.instruments[0].provisions[0].children[1]
    marked = Provision(
        point.id, point.kind, point.number, text=text, marks=(Mark("bracket", 0, len(text) - 1),)
    )
    article = b.instruments[0].provisions[0]
    children = (article.children[0], marked, article.children[2])
    article = Provision(article.id, article.kind, article.number, children=children)
    b = Draft(b.source, "en", (), (Instrument(1, True, "", None, (article,)),))
    sheet = scored(a, b, shipped)
    in_brackets = sheet.clauses_a["art_1__subpara_a"]
    assert in_brackets.carried_in_brackets == pytest.approx(in_brackets.weight)
    assert sheet.document.a.carried_in_brackets == pytest.approx(in_brackets.weight)
    assert sheet.document.b.carried_in_brackets == 0.0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keepers may not sail", ["modal 5", "negation not"]),
        ("Keepers shall not sail", ["modal 5", "negation not"]),
        ("signed on 31 May 2003", ["number date 31 may", "number date 2003"]),
        ("by twenty-one of the third States", ["number 21"]),
        ("Invites the pilots, and decides on nothing", ["modal 1", "negation not"]),
        ("subject to its domestic law, and subject to the tide", [
            "hedge subject to its domestic law", "carve_out subject to"]),
    ],
)  # fmt: skip
def test_words_of_force(text: str, found: list[str]) -> None:
    assert [f"{word.kind} {word.value}" for word in passage(text).force()] == found


def test_no_conjunction_is_longer_than_those_that_are_looked_for() -> None:
    for language, table in force_tables().items():
        told = [word for _, pattern in table.conjunctions for word in pattern.pattern.split("|")]
        lengths = [len(word) if language == "zh" else len(word.split()) for word in told]
        assert max(lengths) <= force._LONGEST_CONJUNCTION


def test_passages_are_compared_alike_as_letters_and_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [
        ("Each Party shall keep its lamps lit at night.", "Each Party may keep its lamps lit at night."),
        ("Each Party shall keep its lamps and oil.", "Each Party shall keep its lamps or oil."),
        ("Each Party shall keep its lamps lit.", "Each Party shall keep all its lamps lit."),
    ]
    spelt = [force_differs(passage(before), passage(after)) for before, after in pairs]
    monkeypatch.setattr(passages, "_MOST_LETTERS", 0)
    monkeypatch.setattr(passages, "_ALPHABET", {})
    assert passage("lamps").letters == ""
    assert [force_differs(passage(before), passage(after)) for before, after in pairs] == spelt
    assert spelt == [True, True, False]
