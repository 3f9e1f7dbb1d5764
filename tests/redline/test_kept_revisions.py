"""Tracked changes that the marked file holds already: told of, or left to stand beside ours."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.reading.word_files import p, r, word_package
from tests.redline.test_own_redline import NEUTRAL, READING, W, difference, part, says
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.redline.as_docx import comparison_docx
from treatydiff.redline.own import OwnLook, own_redline
from treatydiff.redline.word.order import misplaced
from treatydiff.settings import Settings

OTHERS = 'w:author="{}" w:date="2023-03-04T05:06:07Z"'
HEAD = p("Article 1") + p("Lamps and harbours")
LAST = p("Nothing in this article affects the right of a Party to repair its own piers.")
REJECTING = Settings(reference="none", isolate="never", revisions="reject")


def put_in(text: str, who: str = "Norvania", number: int = 3) -> str:
    return f'<w:ins w:id="{number}" {OTHERS.format(who)}>{r(text)}</w:ins>'


def taken_out(*texts: str, who: str = "Quillon", number: int = 4) -> str:
    runs = "".join(f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>' for text in texts)
    return f'<w:del w:id="{number}" {OTHERS.format(who)}>{runs}</w:del>'


def new_paragraph(text: str) -> str:
    return (
        f'<w:p><w:pPr><w:rPr><w:ins w:id="7" {OTHERS.format("Norvania")}/></w:rPr></w:pPr>'
        f"{put_in(text, number=8)}</w:p>"
    )


CASES = {
    "words of ours beside theirs": (
        p("Each Party shall keep its lamps lit at night in every season."),
        p(r("Each Party may keep its "), put_in("brass "), r("lamps lit "), taken_out("at night "),
          r("in any season.")),
    ),
    "ours put in where they took out": (
        p("Each Party shall keep its lamps lit in every season."),
        p(r("Each Party shall keep its lamps lit "), taken_out("at dusk ", "at night "), r("in every season.")),
    ),
    "ours taken out inside what they took out": (
        p("Each Party shall keep its lamps and its bells and its ropes in good order."),
        p(r("Each Party shall keep its lamps "), taken_out("and its ", "ropes"), r(" in good order.")),
    ),
    "a paragraph of theirs, and one of ours": (
        p("Each Party shall keep its lamps lit at night in every season.") + LAST,
        p("Each Party shall keep its lamps lit at night in every season.")
        + new_paragraph("A keeper who leaves the tower shall report to the Council.")
        + p("The Council shall meet once a year in a port that it chooses.") + LAST,
    ),
    "one that they took out, and one that we did": (
        p("The Council shall meet once a year in a port that it chooses.")
        + p("Ships that enter a bay may ask the nearest station for oil and rope.") + LAST,
        '<w:p><w:pPr><w:rPr><w:del w:id="9" w:author="Quillon" w:date="2023-03-04T05:06:07Z"/></w:rPr></w:pPr>'
        + taken_out("The Council shall meet once a year in a port that it chooses.", number=10) + "</w:p>" + LAST,
    ),
}  # fmt: skip


def kept(a: bytes, b: bytes, said: list[str] | None = None) -> bytes:
    drafts = [read_draft_bytes(a, "a.docx", READING), read_draft_bytes(b, "b.docx", REJECTING)]
    tell = None if said is None else said.append
    look = OwnLook("Secretariat", keep=True)
    return own_redline(compare_drafts(*drafts, READING), (a, b), look, NEUTRAL, tell)


def authors(data: bytes) -> Counter[str]:
    tags = [W + name for name in ("ins", "del", "moveFrom", "moveTo")]
    return Counter(each.get(f"{W}author") for each in part(data).iter(*tags))


@pytest.mark.parametrize("name", CASES)
def test_changes_of_others_stay_and_ours_stand_beside_them(name: str) -> None:
    a, b = (word_package(HEAD + body) for body in CASES[name])
    data = kept(a, b)
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""
    found = authors(data)
    assert found["Secretariat"]
    for who, count in authors(b).items():
        assert found[who] >= count
    dates = {
        each.get(f"{W}date")
        for each in part(data).iter()
        if each.get(f"{W}author") in ("Norvania", "Quillon")
    }
    assert dates == {"2023-03-04T05:06:07Z"}
    assert list(misplaced(part(data))) == []
    root = part(data)
    ids = [each.get(f"{W}id") for each in root.iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids))


def test_how_many_there_were_and_whose_is_said() -> None:
    a, b = (word_package(HEAD + body) for body in CASES["words of ours beside theirs"])
    said: list[str] = []
    kept(a, b, said)
    assert said == ["b.docx: 2 tracked changes left as they are (Norvania 1, Quillon 1)"]
    said.clear()
    drafts = [read_draft_bytes(data, name, READING) for data, name in ((a, "a.docx"), (b, "b.docx"))]
    comparison_docx(compare_drafts(*drafts, READING), files=(a, b), tell=said.append)
    assert said == ["b.docx: 2 tracked changes accepted first (Norvania 1, Quillon 1)"]


def test_a_paragraph_that_nobody_but_they_touched_keeps_its_xml() -> None:
    from lxml import etree

    theirs = word_package(
        HEAD + p(r("Bells ring "), taken_out("twice "), r("at noon in all of the ports.")) + LAST
    )
    ours = word_package(
        HEAD + p("Bells ring twice at noon in all of the ports.") + LAST.replace("piers", "docks")
    )
    data = kept(ours, theirs)
    paragraphs = {etree.tostring(each) for each in part(data).iter(f"{W}p")}
    before: list[Any] = [each for each in part(theirs).iter(f"{W}p") if each.find(f"{W}del") is not None]
    assert [etree.tostring(each) in paragraphs for each in before] == [True]
