"""How near two texts are, what headings say, what is formula, what has moved: at the edges of the thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from tests.align.alignment_drafts import article, closing, container, draft, draft_of, preamble
from tests.align.test_going_elsewhere import measured, phrase
from tests.align.test_splits import pair
from treatydiff.align import far_pairs, formulas, nearness, relations
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.containers import container_rows
from treatydiff.align.kinds import frames, heading_kinds
from treatydiff.align.relations import Flags
from treatydiff.align.rows import Row
from treatydiff.align.sides import side_of
from treatydiff.model import Instrument, Provision
from treatydiff.settings import Settings

HEADED = [
    # A heading, and the kinds of final clause that it names.
    ("Amendments", {"amendment"}),
    ("Amendment of annexes", {"amendment"}),
    ("Entry into force", {"entry_into_force"}),
    ("Use of terms", {"definitions"}),
    ("Harbour dues", set()),
    ("", set()),
]


@pytest.mark.parametrize(("heading", "kinds"), HEADED)
def test_headings_name_kinds(heading: str, kinds: set[str]) -> None:
    (unit,) = draft(article("1", heading, "Gulls nest here.")).units()
    assert heading_kinds(unit, "en") == kinds
    assert frames(unit, "en") is bool(kinds - {"definitions"})


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", "Purpose|Objectives|Aim|Objective|Statement of purpose|Aims and objectives|General objective|"
               "Purpose of this Convention|Objective and scope|PURPOSES"),
        ("fr", "Objet|But|Objectifs|Objet et champ d’application|Énoncé de l’objet|Objet de la Convention|"
               "Buts de la présente Convention"),
        ("es", "Objeto|Finalidad|Objetivos|Propósito|Fines|Objeto de la Convención|"
               "Objeto y ámbito de aplicación"),
        ("ru", "Цель|Цели|Цель настоящей Конвенции|Цели и задачи"),
        ("zh", "宗旨|目的|目标|本公约的宗旨|一般目标|宗旨和原则"),
        ("ar", "الغرض|الأهداف|بيان الأغراض|الهدف|الغرض من هذه الاتفاقية"),
    ],
)  # fmt: skip
def test_headings_of_the_purpose(language: str, headings: str) -> None:
    for heading in headings.split("|"):
        unit = side_of(draft(article("1", heading, "x"), language=language)).units[0]
        assert (heading, heading_kinds(unit, language)) == (heading, {"purpose"})
        assert not frames(unit, language)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        # What somebody else's purpose is, or what something is the object of, is no purpose of the instrument.
        (
            "en",
            "Purpose of the request|Objectives of the Fund|Objections|Aiming devices|Dual-purpose goods|Scope",
        ),
        ("fr", "Objet de la demande|Objets trouvés|Butin|Champ d’application"),
        ("es", "Objeto de la solicitud|Objetos perdidos|Finalmente"),
        ("ru", "Целевой фонд|Цели запроса"),
        ("zh", "请求的目的|目标人群"),
        ("ar", "أغراض الطلب|الأهداف الإنمائية"),
    ],
)
def test_headings_of_other_purposes(language: str, headings: str) -> None:
    for heading in headings.split("|"):
        unit = side_of(draft(article("1", heading, "x"), language=language)).units[0]
        assert (heading, heading_kinds(unit, language)) == (heading, set())


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("This Convention shall enter into force on the first day of spring.", True),
        ("The gulls shall enter into the harbour on the first day of spring.", False),
    ],
)
def test_final_clauses_without_a_heading_are_known_by_their_words(text: str, frame: bool) -> None:
    (unit,) = draft(article("1", "", text)).units()
    assert frames(unit, "en") is frame
    assert frames(unit, "xx") is False


def test_preambles_and_closing_formulas_frame_a_text() -> None:
    units = draft(preamble("Gulls nest."), closing("Done at the pier.")).units()
    assert [frames(unit, "en") for unit in units] == [True, True]


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        # Articles by their words; the mean of shares of words and of articles, of the text that has more of it.
        (("g20", "h20"), ("g20", "h20"), 1.0),
        (("g20", "h20"), ("g20",), 1.0),
        (("g20", "h20"), ("g20", "k20"), 0.5),
        (("g30", "h10"), ("g30", "k10"), (0.75 * 0.5) ** 0.5),
        (("g20", "h20"), ("k20", "l20"), 0.0),
        (("g20",), (), 0.0),
    ],
)
def test_how_near_two_texts_are(a, b, share: float) -> None:
    drafts = measured(*(
        tuple(article(str(n), "", phrase(text)) for n, text in enumerate(texts, 1)) for texts in (a, b)
    ))  # fmt: skip
    found = nearness.judge_nearness(drafts, Settings())
    assert found.share == pytest.approx(share)
    assert found.near is (share >= 0.37 or not b)  # a text without words cannot be told apart
    assert not found.asked
    for asked in ("near", "far"):
        said = nearness.judge_nearness(drafts, Settings(nearness=asked))
        assert (said.near, said.asked, said.share) == (asked == "near", True, found.share)


@pytest.mark.parametrize(
    ("matter", "frame", "judged"),
    # Where what the text is about is a quarter of it or more, the final clauses are left out.
    [(20, 60, {0}), (19, 60, {0, 1}), (40, 20, {0}), (0, 60, {1})],
)
def test_what_a_text_is_judged_by(matter: int, frame: int, judged: set[int]) -> None:
    side = side_of(
        draft(article("1", "", phrase(f"g{matter}")), article("2", "Amendments", phrase(f"h{frame}")))
    )
    assert nearness._matter(side) == judged


@pytest.mark.parametrize(
    ("a", "b", "floor", "pairs"),
    [
        (("g20", "h20"), ("h20", "g20"), 0.25, [(0, 1), (1, 0)]),
        # Two articles have it: the one that has more of it is the nearest.
        (("g20",), ("g10 h10", "g20"), 0.25, [(0, 1)]),
        (("g10 k10", "g20"), ("g20",), 0.25, [(1, 0)]),
        (("g20",), ("h20",), 0.25, []),
        (("g4 k16",), ("g4 h16",), 0.25, []),
        # Two are as near: the first.
        (("g20", "g20"), ("g20",), 0.25, [(0, 0)]),
        (("g20",), ("g20", "g20"), 0.25, [(0, 0)]),
        (("k20", "g20"), ("h20", "g20"), 0.25, [(1, 1)]),
        ((), ("g20",), 0.25, []),
        (("g20",), (), 0.25, []),
    ],
)
@pytest.mark.parametrize("at_once", [1, 256])
def test_which_articles_are_one_anothers_nearest(
    a, b, floor: float, pairs, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formulas, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(formulas, "KEPT_CELLS", at_once)
    drafts = measured(*(
        tuple(article(str(n), "", phrase(text)) for n, text in enumerate(texts, 1)) for texts in (a, b)
    ))  # fmt: skip
    rows, columns = nearness.nearest_pairs(drafts.content, floor)
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == pairs


@pytest.mark.parametrize(("above", "found"), [(0.0, True), (1e-9, False)])
def test_the_bounds_of_nearness(above: float, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = measured(
        (article("1", "", phrase("g20")), article("2", "", phrase("k20"))),
        (article("1", "", phrase("g12 h8")), article("2", "", phrase("l20"))),
    )
    cosine = float((drafts.content.a @ drafts.content.b.turned()).dense().round(9)[0, 0])
    assert nearness.nearest_pairs(drafts.content, cosine + above)[0].tolist() == ([0] if found else [])
    share = nearness.judge_nearness(drafts, Settings()).share
    assert share == pytest.approx(0.5)
    monkeypatch.setattr(nearness, "NEAR_SHARE", share + above)
    said = nearness.judge_nearness(drafts, Settings())
    assert (said.near, said.bar) == (found, share + above)


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        # What of a text is left beside formulas; where nothing is, in either, it cannot be told apart.
        (("f9", "f9", "f9", "f9"), ("g20",), True),
        (("g20",), ("f9", "f9", "f9", "f9"), True),
        (("f9", "f9", "f9", "f9", "k9"), ("g20",), False),
    ],
)
def test_texts_that_are_formula_throughout_are_not_told_apart(a, b, near: bool) -> None:
    drafts = measured(*(
        tuple(article(str(n), "", phrase(text)) for n, text in enumerate(texts, 1)) for texts in (a, b)
    ))  # fmt: skip
    assert nearness.judge_nearness(drafts, Settings()).near is near


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        # Headings of articles; how alike they count, 0 where nothing speaks for them.
        ("Lantern theft", "Lantern theft", 1.0),
        ("Lanterns", "Lantern", 1.0),  # by their first six letters
        ("Lantern theft", "Bribery", 0.0),
        ("Amendments", "Revision of this Convention", 0.8),
        ("Definitions", "Use of terms", 0.8),
        ("Of", "Of", 0.0),  # words of two letters say nothing
        ("", "", 0.0),
    ],
)
def test_how_alike_headings_of_two_instruments_are(one: str, other: str, alike: float) -> None:
    a, b = (side_of(draft(article("1", heading, "Gulls nest."), article("2", "Tides", "Sand shifts.")))
            for heading in (one, other))  # fmt: skip
    assert far_pairs._headings(a, b).get((0, 0), 0.0) == pytest.approx(alike)


def test_rare_words_of_headings_count_more() -> None:
    a = side_of(draft(article("1", "Lantern theft", "Gulls."), article("2", "Oil theft", "Gulls.")))
    b = side_of(draft(article("1", "Lantern storage", "Gulls."), article("2", "Rope theft", "Gulls.")))
    found = far_pairs._headings(a, b)
    assert found[0, 0] > found[0, 1] > 0.0
    assert 0.0 < found[0, 0] < 1.0


@pytest.mark.parametrize(
    ("one", "other", "paired"),
    [
        (article("1", "Lamps", phrase("g20")), article("2", "Wicks", phrase("g20")), True),
        (article("1", "Lamps", phrase("g20")), article("2", "Lamps", phrase("h20")), True),  # by the heading alone
        (article("1", "", phrase("g20")), article("1", "", phrase("h20")), False),
        (article("1", "Lamps", phrase("g20")), article("1", "Lamps", "[Deleted]"), False),
        (preamble(phrase("g20")), article("1", "", phrase("g20")), False),
        (preamble(phrase("g20")), preamble(phrase("h20")), True),
        (closing(phrase("g20")), closing(phrase("h20")), True),
    ],
)  # fmt: skip
def test_what_answers_to_what_between_two_instruments(one: Provision, other: Provision, paired: bool) -> None:
    beside = article("9", "Tides", phrase("t20")), article("8", "Fees", phrase("u20"))
    found = far_pairs.pair_far_units(measured((one, beside[0]), (other, beside[1])))
    assert [(each.a, each.b) for each in found] == ([(0, 0)] if paired else [])
    assert all(each.number is (one.number == other.number != "") for each in found)


@pytest.mark.parametrize(
    ("in_a", "in_b", "formula"),
    [(2, 2, True), (2, 1, False), (1, 2, False), (3, 1, False), (4, 0, True), (0, 4, True), (3, 0, False), (0, 3, False)],
)  # fmt: skip
def test_how_often_a_run_of_words_is_a_formula(in_a: int, in_b: int, formula: bool) -> None:
    assert formulas._are_formulas(np.asarray([in_a]), np.asarray([in_b])).tolist() == [formula]


def test_what_is_left_of_a_text_without_its_formulas() -> None:
    # Four articles begin with the same five words; behind them each has its own.
    drafts = measured(
        tuple(
            article(str(n), "", f"{phrase('f5')} {phrase(f'{voice}6')}") for n, voice in enumerate("ghkl", 1)
        ),
        (article("1", "", f"{phrase('f5')} {phrase('g6')}"), article("2", "", phrase("f5"))),
    )
    cosines = (drafts.content.a @ drafts.content.b.turned()).dense()
    assert cosines[:, 0] == pytest.approx([1.0, 0.0, 0.0, 0.0])
    assert cosines[:, 1] == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("flags", "relation"),
    [
        (Flags(), "identical"),
        (Flags(renumbered=True), "renumbered"),
        (Flags(renumbered=True, lifted=True), "brackets_lifted"),
        (Flags(renumbered=True, lifted=True, amended=True), "amended"),
        (Flags(renumbered=True, lifted=True, amended=True, moved=True), "moved"),
    ],
)
def test_the_first_relation_that_applies(flags: Flags, relation: str) -> None:
    assert flags.relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [((), (0,), "added"), ((0,), (), "deleted"), ((0,), (0, 1), "split"), ((0, 1), (0,), "merged"),
     ((0, 1), (0, 1), "recast"), ((0,), (0,), "amended")],
)  # fmt: skip
def test_the_relation_of_a_row(a: tuple[int, ...], b: tuple[int, ...], relation: str) -> None:
    assert relations.row_relation(Row(a, b), Flags(amended=True)) == relation


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    # Rows of the containers around either article, outermost first.
    [((), (), True), ((1,), (1,), True), ((1,), (2,), False), ((1,), (), False), ((1, 2), (1,), True),
     ((1, 2), (1, 3), False), ((2,), (2, 5), True), ((1, 2), (2, 1), True)],
)  # fmt: skip
def test_whether_two_articles_stand_in_one_place(a: tuple[int, ...], b: tuple[int, ...], agree: bool) -> None:
    assert relations._chains_agree(a, b) is agree


def test_an_instrument_answers_to_the_one_that_most_of_its_text_went_to() -> None:
    agreement, decision = (
        Instrument(1, True, "", None, (article("1", "", phrase("g20")), article("2", "", phrase("h9")))),
        Instrument(2, False, "", None, (article("3", "", phrase("k20")), article("4", "", phrase("l9")))),
    )
    side = side_of(draft_of(agreement, decision))
    rows = tuple(Row((i,), (j,), (pair(i, j, 1.0),)) for i, j in ((0, 0), (1, 3), (2, 2), (3, 1)))
    assert relations.moved_units(side, side, rows, {}, {}) == {(1, 3): "instrument", (3, 1): "instrument"}


@pytest.mark.parametrize(
    ("order", "moved"),
    [((0, 1, 2), set()), ((1, 0, 2), {1}), ((2, 0, 1), {0}), ((0, 2, 1), {1})],
)
def test_what_stands_out_of_order_has_moved(order: tuple[int, ...], moved: set[int]) -> None:
    # The lightest moves: the articles of A have twenty, ten and thirty words.
    texts = phrase("g20"), phrase("h10"), phrase("k30")
    a = side_of(draft(*(article(str(n), "", text) for n, text in enumerate(texts))))
    b = side_of(draft(*(article(str(n), "", texts[order.index(n)]) for n in range(3))))
    rows = tuple(Row((i,), (j,), (pair(i, j, 1.0),)) for i, j in enumerate(order))
    found = relations.moved_units(a, b, rows, {}, {})
    assert {i for i, _ in found} == moved
    assert set(found.values()) <= {"order"}


def two_level(*texts: str) -> Provision:
    """An article whose paragraphs 1 and 2 have two subparagraphs each."""
    return Provision("art_1", "article", "1", children=tuple(
        Provision(f"art_1__para_{n}", "paragraph", str(n), children=tuple(
            Provision(f"art_1__para_{n}__subpara_{letter}", "subparagraph", letter, text=phrase(text))
            for letter, text in zip("ab", texts[2 * n - 2 : 2 * n], strict=True)
        ))
        for n in (1, 2)
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("went", "moved"),
    [
        # Where each of the four subparagraphs of A went; which of B's have moved.
        ((0, 1, 2, 3), set()),
        ((1, 0, 2, 3), {0}),  # the lighter of the two
        ((0, 2, 1, 3), {1, 2}),  # each to another paragraph
    ],
)
def test_a_subparagraph_has_moved_to_another_paragraph(went: tuple[int, ...], moved: set[int]) -> None:
    texts = ("g30", "h10", "k12", "l31")
    a = side_of(draft(two_level(*texts)))
    b = side_of(draft(two_level(*(texts[went.index(n)] for n in range(4)))))
    pairs = tuple(ClausePair(went.index(n), n, 1.0) for n in range(4))
    found = relations.clause_flags(a, b, Row((0,), (0,), (pair(0, 0, 1.0),)), pairs)
    assert {each.b for each, flags in zip(pairs, found, strict=True) if flags.moved} == moved


@pytest.mark.parametrize(
    ("headings", "held", "rows"),
    [
        # Two chapters in either draft: their headings in B (in A: Lamps, Nets), and which chapter of B holds each of
        # four articles of A, two a chapter.
        (("Lamps", "Nets"), (1, 1, 2, 2), {(("chp_1",), ("chp_1",)), (("chp_2",), ("chp_2",))}),
        (("Nets", "Lamps"), (1, 1, 2, 2), {(("chp_1",), ("chp_1",)), (("chp_2",), ("chp_2",))}),
        (("Fees", "Dues"), (2, 2, 1, 1), {(("chp_1",), ("chp_2",)), (("chp_2",), ("chp_1",))}),
        (("Lamps", "Dues"), (1, 1, 1, 1), {(("chp_1", "chp_2"), ("chp_1",)), ((), ("chp_2",))}),
    ],
)
def test_which_chapter_became_which(headings, held, rows) -> None:
    texts = [phrase(f"{voice}20") for voice in "ghkl"]

    def made(names, places):
        return draft(*(
            container("chapter", str(n), name, *(
                article(str(at), "", text) for at, (text, place) in enumerate(zip(texts, places, strict=True))
                if place == n
            ))
            for n, name in enumerate(names, 1)
        ))  # fmt: skip

    a, b = made(("Lamps", "Nets"), (1, 1, 2, 2)), made(headings, held)
    sides = side_of(a), side_of(b)
    at_b = {unit.id: j for j, unit in enumerate(sides[1].units)}
    paired = tuple(
        Row((i,), (at_b[unit.id],), (pair(i, at_b[unit.id], 1.0),)) for i, unit in enumerate(sides[0].units)
    )
    assert {(row.a, row.b) for row in container_rows(a, b, *sides, paired)} == rows


@pytest.mark.parametrize(
    ("in_a", "in_b", "near"),
    [
        # Two drafts narrowed to one article each: the same heading, though too short to tell; another one.
        ("Oil", "Oil", True),
        ("Oil", "Ice", True),
    ],
)
def test_drafts_of_one_article(in_a: str, in_b: str, near: bool) -> None:
    a = "The Council shall buy the oil for the lamps every year and the keepers shall answer to the Council."
    drafts = measured((article("2", in_a, a),), (article("2", in_b, a.replace("answer", "write reports")),))
    assert nearness.judge_nearness(drafts, Settings()).near is near
