"""Marked changes of a page are read on one side, what it shows beside its words is said, markers go."""

from __future__ import annotations

import pytest

from treatydiff.model import SourceText
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings


def read(body: str, revisions: str = "accept") -> SourceText:
    settings = Settings(revisions="reject" if revisions == "reject" else "accept")
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "draft.html", settings)


def shown(text: SourceText) -> list[str]:
    return [" ".join(filter(None, (block.number, block.text))) for block in text.blocks]


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        ("<p>Ships <ins>may</ins><del>shall</del> report.</p>", ["Ships may report."], ["Ships shall report."]),
        ("<p>Ships <del>shall</del> report.</p>", ["Ships report."], ["Ships shall report."]),
        ("<p>Ships.</p><ins><p>Ports.</p></ins>", ["Ships.", "Ports."], ["Ships."]),
        ("<p>Ships.</p><del><p>Ports.</p></del><p>Seas.</p>", ["Ships.", "Seas."], ["Ships.", "Ports.", "Seas."]),
        ("<p>Ships <s>must</s> <u>can</u> report.</p>", ["Ships must can report."], ["Ships must can report."]),
    ],
)  # fmt: skip
def test_one_side_of_marked_changes_is_read(body: str, accepted: list[str], rejected: list[str]) -> None:
    assert shown(read(body)) == accepted
    assert shown(read(body, "reject")) == rejected


def test_words_of_a_marked_change_say_so() -> None:
    text = read("<p>Ships <ins>may</ins><del>shall</del> report.</p>")
    assert [run.revision.kind for run in text.blocks[0].runs if run.revision] == ["insertion"]
    assert [(each.code, each.message) for each in text.diagnostics] == [
        ("tracked_changes", "marked changes: 1 insertions, 1 deletions; read with changes accepted, "
                            "deletions left out"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ('<iframe src="annex.html"></iframe>', ["frame"]),
        ('<object data="annex.pdf" type="application/pdf"></object>', ["frame"]),
        ('<iframe src="count.html" width="0"></iframe>', []),
        ('<object data="map.png" type="image/png"></object>', []),
        ("<script>document.write('<p>Article 2</p>')</script>", ["script_text"]),
        ("<script>document.write('<script src=\"count.js\"></' + 'script>')</script>", []),
        ("<script>var lamps = 2;</script>", []),
    ],
)
def test_what_is_not_read_is_said(extra: str, expected: list[str]) -> None:
    assert [each.code for each in read(f"<p>Ships report.</p>{extra}").diagnostics] == expected


@pytest.mark.parametrize(
    ("body", "expected", "markers"),
    [
        ("<p><a href='#M1'>▼M1</a></p><p>Ships report.</p>", ["Ships report."], ["▼M1"]),
        ("<p>▼B</p><p>Ships report.</p>", ["Ships report."], ["▼B"]),
        ("<p>Ships ►M12 must ◄ report.</p>", ["Ships must report."], ["►M12", "◄"]),
        ("<p>►C1 Ships report. ◄</p>", ["Ships report."], ["►C1", "◄"]),
        ("<p>► Ships report.</p>", ["► Ships report."], []),
        ("<p>►A Party reports ◄</p>", ["►A Party reports ◄"], []),
    ],
)
def test_markers_of_consolidated_texts_are_no_words(
    body: str, expected: list[str], markers: list[str]
) -> None:
    text = read(body)
    assert shown(text) == expected
    assert [run.marker for block in text.blocks for run in block.runs if run.marker] == markers
    assert text.furniture == ()
    assert [each.code for each in text.diagnostics] == ["consolidation_markers"] * bool(markers)


@pytest.mark.parametrize("taken_out", ["<p>▼M1 —————</p>", "<p>▼M1</p><p>—————</p>"])
def test_what_an_act_took_out_of_a_consolidated_text_is_no_clause(taken_out: str) -> None:
    text = read(f"<p>Article 1</p><p>Lamps burn.</p>{taken_out}<p>▼B</p><p>Oil burns.</p>")
    assert [block.text for block in text.blocks] == ["Article 1", "Lamps burn.", "Oil burns."]


@pytest.mark.parametrize(
    ("words", "printed", "ground"),
    [
        ("<span style='color:green'>report</span>", "green", ""),
        ("<span style='font-weight:bold; COLOR : #00f'>report</span>", "blue", ""),
        ("<span style='color:rgb(192, 0, 0)'>report</span>", "red", ""),
        ("<font color='#008000'>report</font>", "green", ""),
        ("<mark>report</mark>", "", "yellow"),
        ("<span style='background:cyan'>report</span>", "", "blue"),
        ("<span style='color:green'><a href='x'>report</a></span>", "", ""),
        ("<span style='color:#333'>report</span>", "", ""),
        ("<span style='border-color:red'>report</span>", "", ""),
    ],
)
def test_colours_set_by_hand_on_words(words: str, printed: str, ground: str) -> None:
    (block,) = read(f"<p>Ships on the coast shall {words} each year.</p>").blocks
    assert {(run.colour, run.ground) for run in block.runs if "report" in run.text} == {(printed, ground)}


@pytest.mark.parametrize(
    "body", ["<h3 style='color:blue'>{}</h3>", "<div style='color:blue'><p>{}</p></div>"]
)
def test_the_colour_of_a_site_is_no_mark(body: str) -> None:
    assert not [
        run.colour for block in read(body.format("Ships report.")).blocks for run in block.runs if run.colour
    ]
