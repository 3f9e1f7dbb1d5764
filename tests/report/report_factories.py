"""Small drafts and comparisons written for these tests: a convention on shared lighthouses."""

from __future__ import annotations

from dataclasses import replace

from treatydiff.model import (
    ArticleCount,
    BracketCount,
    ClauseDiff,
    Comparison,
    Consonance,
    ContainerComparison,
    Diagnostic,
    Draft,
    Edit,
    Evidence,
    FrontMatter,
    Furniture,
    Instrument,
    Mark,
    Note,
    Pairing,
    Provision,
    Receipt,
    ReferenceInfo,
    ScoreSheet,
    Signal,
    Source,
    Tally,
    UnitComparison,
)
from treatydiff.structure.openness import with_openness


def paragraph(unit: str, number: str, text: str, page: int | None = None) -> Provision:
    """A paragraph of a unit; without a number it is the first unnumbered one."""
    name = f"para_{number}" if number else "para_u1"
    return Provision(f"{unit}__{name}", "paragraph", number, text=text, page=page)


def article(number: str, heading: str, *texts: str, page: int | None = None, prefix: str = "") -> Provision:
    """An article; several texts are numbered paragraphs, a single one is not numbered."""
    unit = f"{prefix}art_{number.replace(' ', '')}"
    children = tuple(
        paragraph(unit, str(at) if len(texts) > 1 else "", text, page) for at, text in enumerate(texts, 1)
    )
    return Provision(unit, "article", number, heading, page=page, children=children)


def recital(number: int, text: str) -> Provision:
    """A preambular paragraph on page 1."""
    return Provision(f"preamble__rec_{number}", "recital", text=text, page=1)


def draft(label: str, *provisions: Provision, symbol: str | None = None, **fields: object) -> Draft:
    """A draft of one instrument."""
    source = Source(label, "5f0c" + "0" * 60, "application/pdf", pages=9)
    instrument = Instrument(1, True, "Convention on Shared Lighthouses", symbol, provisions)
    return with_openness(replace(Draft(source, "en", (), (instrument,)), **fields))  # type: ignore[arg-type]


FIRST = draft(
    "first-draft.pdf",
    Provision("preamble", "preamble", page=1, children=(
        recital(1, "Recalling the duty to keep lights burning,"), recital(2, "Have agreed as follows:"),
    )),
    Provision("part_I", "part", "I", "GENERAL", page=2, children=(
        article("1", "Use of terms", "“Lighthouse” means a tower that bears a light.", page=2),
        article("2", "Protection of keepers",
                "Each State Party shall protect the keepers of lighthouses on its coast.",
                "Each State Party shall report within thirty days.", page=2),
    )),
    Provision("part_II", "part", "II", "LIGHTS AND OIL", page=3, children=(
        article("3", "Oil", "Oil shall be clean. Lamps shall be trimmed.", page=3),
        article("4", "Fog horns", "Fog horns shall be sounded in fog.", page=3),
    )),
    brackets=BracketCount(3, 2, 1),
    receipt=Receipt(provision=900, note=40, front_matter=30, furniture=25, other=5),
    furniture=(Furniture("running_head", "A/LIGHT/1", 2), Furniture("page_number", "2", 2)),
    notes=(Note("1", "See the report of the keepers.", 2, "footnote"),),
    front_matter=(FrontMatter("Note by the Chair", 1),),
    diagnostics=(Diagnostic("number_gap", "warning", "Article 5 is missing", 3, "art_4"),),
)  # fmt: skip
SECOND = draft(
    "second-draft.pdf",
    Provision("preamble", "preamble", page=1, children=(
        recital(1, "Recalling the duty to keep lights burning,"), recital(2, "Have agreed as follows:"),
    )),
    Provision("part_I", "part", "I", "GENERAL", page=2, children=(
        article("1", "Use of terms", "“Lighthouse” means a tower that bears a light.", page=2),
        article("2", "Harbours", "Harbours shall be marked.", page=2),
        article("3", "Protection of keepers",
                "Each State Party may protect the keepers of lighthouses on its coast.",
                "Each State Party shall report within sixty days.", page=3),
    )),
    Provision("part_II", "part", "II", "LIGHTS AND OIL", page=4, children=(
        article("4", "Oil", "Oil shall be clean.", page=4),
        article("5", "Lamps", "Lamps shall be trimmed.", page=5),
    )),
    symbol="LIGHT/CONF/2",
)  # fmt: skip

WEAKENED = Signal("obligation", "weakened", "shall → may")
OTHER_LIMIT = Signal("number", "changed", "thirty → sixty")


def tally(weight: float, carried: float, words: int = 10) -> Tally:
    """Sums of a clause or unit, force measured, verbatim like carried."""
    verbatim = int(words * carried / weight) if weight else 0
    return Tally(weight, carried, carried * 0.75, None, words, verbatim)


def equal(text: str) -> tuple[Edit, ...]:
    """A clause without a change."""
    return (Edit("equal", text),)


def unit(
    pairing: Pairing, kind: str, clauses: tuple[ClauseDiff, ...], shares: Consonance, *signals: Signal
) -> UnitComparison:
    """A row of a comparison."""
    return UnitComparison(pairing, kind, clauses, shares, signals)  # type: ignore[arg-type]


def whole(a: Draft, b: Draft, id_a: str | None, id_b: str | None) -> ClauseDiff:
    """A clause that is the same in both drafts, or in one of them only."""
    texts = {node.id: node.text for node in (b if id_b else a).walk()}
    relation = "added" if id_a is None else "deleted" if id_b is None else "identical"
    text = texts[id_b or id_a or ""]
    op = {"added": "insert", "deleted": "delete", "identical": "equal"}[relation]
    edit = Edit(op, text, None if op == "equal" else "substantive")  # type: ignore[arg-type]
    pairing = Pairing((id_a,) if id_a else (), (id_b,) if id_b else (), relation)  # type: ignore[arg-type]
    return ClauseDiff(pairing, (edit,))


def lighthouses() -> Comparison:
    """The two drafts compared by hand: a row of most relations."""
    full = Consonance(tally(4.0, 4.0), tally(4.0, 4.0))
    nothing = tally(0.0, 0.0, 0)
    none_b, none_a = Consonance(nothing, tally(3.0, 0.0)), Consonance(tally(3.0, 0.0), nothing)
    keepers = (
        ClauseDiff(Pairing(("art_2__para_1",), ("art_3__para_1",), "amended", True, False, True), (
            Edit("equal", "Each State Party "), Edit("delete", "shall", "substantive", (WEAKENED,)),
            Edit("insert", "may", "substantive"),
            Edit("equal", " protect the keepers of lighthouses on its coast."),
        )),
        ClauseDiff(Pairing(("art_2__para_2",), ("art_3__para_2",), "amended", True, False, True), (
            Edit("equal", "Each State Party shall report within "),
            Edit("delete", "thirty", "substantive", (OTHER_LIMIT,)), Edit("insert", "sixty", "substantive"),
            Edit("equal", " days."),
        )),
    )  # fmt: skip
    oil = (
        ClauseDiff(Pairing(("art_3__para_u1",), ("art_4__para_u1",), "amended", amended=True), (
            Edit("equal", "Oil shall be clean."), Edit("delete", " Lamps shall be trimmed.", "substantive"),
        )),
        whole(FIRST, SECOND, None, "art_5__para_u1"),
    )  # fmt: skip
    units = (
        unit(Pairing(("preamble",), ("preamble",), "identical", similarity=1.0), "preamble",
             (whole(FIRST, SECOND, "preamble__rec_1", "preamble__rec_1"),
              whole(FIRST, SECOND, "preamble__rec_2", "preamble__rec_2")), full),
        unit(Pairing(("art_1",), ("art_1",), "identical", similarity=1.0), "article",
             (whole(FIRST, SECOND, "art_1__para_u1", "art_1__para_u1"),), full),
        unit(Pairing(("art_2",), ("art_3",), "amended", True, False, True, 0.8123456789,
                     (Evidence("heading"),)), "article", keepers,
             Consonance(tally(6.0, 4.0, 24), tally(6.0, 4.5, 24)), WEAKENED),
        unit(Pairing(("art_3",), ("art_4", "art_5"), "split", True, False, True, 0.7), "article", oil,
             Consonance(tally(5.0, 5.0), tally(5.0, 5.0))),
        unit(Pairing((), ("art_2",), "added"), "article",
             (whole(FIRST, SECOND, None, "art_2__para_u1"),), none_b),
        unit(Pairing(("art_4",), (), "deleted"), "article",
             (whole(FIRST, SECOND, "art_4__para_u1", None),), none_a),
    )  # fmt: skip
    document = Consonance(
        sum((each.consonance.a for each in units[1:]), units[0].consonance.a),
        sum((each.consonance.b for each in units[1:]), units[0].consonance.b),
    )
    clauses_b = {
        "art_1__para_u1": tally(4.0, 4.0), "art_2__para_u1": tally(3.0, 0.0),
        "art_3__para_1": tally(3.0, 2.25), "art_3__para_2": tally(3.0, 2.25),
        "art_4__para_u1": tally(2.5, 2.5), "art_5__para_u1": tally(2.5, 2.5),
    }  # fmt: skip
    containers = (
        ContainerComparison(Pairing(("part_I",), ("part_I",), "amended", amended=True), units[2].consonance),
        ContainerComparison(
            Pairing(("part_II",), ("part_II",), "amended", amended=True), units[3].consonance
        ),
    )
    scores = ScoreSheet(
        ReferenceInfo("en-1", 1225), document, tuple(each.consonance for each in units),
        tuple(each.consonance for each in containers), {}, clauses_b, articles_half_derived=4,
        articles_half_carried=3, articles_derived=tuple(ArticleCount(at, 4, 4, 5) for at in (0.25, 0.5, 0.75)),
    )  # fmt: skip
    return Comparison(FIRST, SECOND, units, containers, scores)


def compared(a_text: str, *edits: Edit, b_text: str) -> Comparison:
    """Two drafts of one article of one paragraph, with the edits given."""
    a = draft("a.pdf", article("1", "Lights", a_text, page=1))
    b = draft("b.pdf", article("1", "Lights", b_text, page=1))
    clause = ClauseDiff(Pairing(("art_1__para_u1",), ("art_1__para_u1",), "amended", amended=True), edits)
    shares = Consonance(tally(5.0, 4.0), tally(5.0, 4.0))
    row = unit(Pairing(("art_1",), ("art_1",), "amended", amended=True), "article", (clause,), shares)
    scores = ScoreSheet(ReferenceInfo("pair", 0), shares, (shares,), ())
    return Comparison(a, b, (row,), (), scores)


def empty_comparison() -> Comparison:
    """Two drafts without provisions."""
    nothing = Consonance(Tally(), Tally())
    scores = ScoreSheet(ReferenceInfo("pair", 0), nothing, (), ())
    return Comparison(draft("a.txt"), draft("b.txt"), (), (), scores)


BRACKETED = Provision(
    "art_9__para_u1", "paragraph", text="[Keepers may rest.]", page=4,
    marks=(Mark("bracket", 0, 19, (("depth", 1),)),),
)  # fmt: skip
