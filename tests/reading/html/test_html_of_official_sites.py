"""Pages built as official sites build them: journals with tables for points, treaty collections, ministries."""

from __future__ import annotations

from treatydiff.model import Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings

JOURNAL = """<!DOCTYPE html><html lang="en"><head><title>L_2024001EN</title></head><body>
<div class="eli-container"><div class="eli-main-title" id="tit_1">
<p class="oj-doc-ti" id="d1">AGREEMENT</p><p class="oj-doc-ti">on the keeping of lamps</p></div>
<div class="eli-subdivision" id="pbl_1"><p class="oj-normal">THE PARTIES TO THIS AGREEMENT,</p>
<p class="oj-normal">HAVING REGARD to their lamps,</p>
<p class="oj-normal">HAVE AGREED AS FOLLOWS:</p></div>
<div class="eli-subdivision" id="enc_1">
<p class="oj-ti-section-1" id="d1e1"><span class="oj-italic">CHAPTER I</span></p>
<p class="oj-ti-section-2"><span class="oj-bold">GENERAL PROVISIONS</span></p>
<div class="eli-subdivision" id="art_1"><p class="oj-ti-art" id="d1e2">Article 1</p>
<div class="eli-title"><p class="oj-sti-art">Subject matter</p></div>
<div id="001.001"><p class="oj-normal">1.&nbsp;&nbsp;&nbsp;This Agreement lays down rules on:</p>
<table width="100%" border="0"><col width="4%"/><col width="96%"/><tbody><tr>
<td valign="top"><p class="oj-normal">(a)</p></td>
<td valign="top"><p class="oj-normal">the lighting of lamps:</p>
<table width="100%"><tbody><tr><td valign="top"><p class="oj-normal">(i)</p></td>
<td valign="top"><p class="oj-normal">at dusk;</p></td></tr></tbody></table>
<table width="100%"><tbody><tr><td valign="top"><p class="oj-normal">(ii)</p></td>
<td valign="top"><p class="oj-normal">in fog;</p></td></tr></tbody></table>
</td></tr></tbody></table>
<table width="100%"><tbody><tr><td valign="top"><p class="oj-normal">(b)</p></td>
<td valign="top"><p class="oj-normal">the mending of lamps<a id="ntc1" href="#ntr1">(<span
class="oj-super oj-note-tag">1</span>)</a>.</p></td></tr></tbody></table></div>
<div id="001.002"><p class="oj-normal">2.&nbsp;&nbsp;&nbsp;It does not apply to candles.</p></div></div>
<div class="eli-subdivision" id="art_2"><p class="oj-ti-art">Article 2</p>
<div class="eli-title"><p class="oj-sti-art">Entry into force</p></div>
<p class="oj-normal">This Agreement shall enter into force at once.</p></div></div>
<div class="oj-final"><p class="oj-normal">Done at Harbour Town, 1 May 2024.</p>
<div class="oj-signatory"><p class="oj-signatory">For Northland</p><p class="oj-signatory">A. KEEPER</p></div></div>
<hr class="oj-note"/><p class="oj-note"><a id="ntr1" href="#ntc1">(<span class="oj-super">1</span>)</a>  Lamps of
the coast only.</p></div></body></html>"""

COLLECTION = """<html><body><div id="wrapper"><div id="header"><ul><li><a href="/">Home</a></li></ul></div>
<div id="content"><div class="treaty"><center><h2>Convention on Lamps</h2></center>
<p><em>The States Parties to this Convention,</em></p><p><em>Recalling</em> their lamps,</p>
<p>Have agreed as follows:</p>
<p align="center"><a name="part1"></a><b>PART I</b><br/><b>GENERAL PROVISIONS</b></p>
<p align="center"><a name="art1"></a><b>Article&nbsp;1</b><br/><i>Use of terms</i></p>
<p>1.&nbsp; For the purposes of this Convention:</p>
<blockquote><p>(a)&nbsp; "lamp" means a light;</p><p>(b)&nbsp; "keeper" means a person.</p></blockquote>
<p>2.&nbsp; Words mean what they say.</p>
<p align="center"><a name="art2"></a><b>Article&nbsp;2</b><br/><i>Duties</i></p>
<p>Each Party shall keep its lamps lit.</p>
</div></div><div id="footer"><p>Last updated 1 May 2024</p></div></div></body></html>"""

MINISTRY = """<html><body><nav><a href="#">Treaties</a></nav><main><article>
<h1>Protocol on Lamps</h1>
<p>The Parties to this Protocol,</p><p>Considering their lamps,</p><p>Have agreed as follows:</p>
<section><h2>Article 1 <small>Aim</small></h2><div class="clause"><span class="num">1.</span>
<div class="text">The aim is light.</div></div>
<div class="clause"><span class="num">2.</span> <span class="text">Light is kept by:</span>
<ol type="a"><li>lamps;</li><li>keepers.</li></ol></div></section>
<section><h2>Article 2 <small>Means</small></h2><p>The means are oil and wicks.</p></section>
</article></main><footer>Ministry of Lights</footer></body></html>"""


def read(page: str) -> Draft:
    return read_draft_bytes(page.encode(), "page.html", Settings(language="en"))


def clauses(draft: Draft) -> list[tuple[str, str]]:
    return [(node.id, node.text) for node in draft.walk() if not node.children]


def test_a_journal_with_tables_for_points() -> None:
    draft = read(JOURNAL)
    found = dict(clauses(draft))
    assert [(node.id, node.heading) for node in draft.walk() if node.kind in ("chapter", "article")] == [
        ("chp_I", "GENERAL PROVISIONS"), ("art_1", "Subject matter"), ("art_2", "Entry into force"),
    ]  # fmt: skip
    assert {name: text for name, text in found.items() if name.startswith("art_1")} == {
        "art_1__para_1__intro": "This Agreement lays down rules on:",
        "art_1__para_1__subpara_a__intro": "the lighting of lamps:",
        "art_1__para_1__subpara_a__point_i": "at dusk;",
        "art_1__para_1__subpara_a__point_ii": "in fog;",
        "art_1__para_1__subpara_b": "the mending of lamps.",
        "art_1__para_2": "It does not apply to candles.",
    }
    assert [(note.label, note.text) for note in draft.notes] == [("1", "Lamps of the coast only.")]
    assert draft.receipt.other == len("ForNorthlandA.KEEPER")


def test_a_collection_with_anchors_and_headings_of_two_lines() -> None:
    draft = read(COLLECTION)
    assert [(node.id, node.heading) for node in draft.walk() if node.kind in ("part", "article")] == [
        ("part_I", "GENERAL PROVISIONS"), ("art_1", "Use of terms"), ("art_2", "Duties"),
    ]  # fmt: skip
    assert [text for name, text in clauses(draft) if name.startswith("art_")] == [
        "For the purposes of this Convention:", '"lamp" means a light;', '"keeper" means a person.',
        "Words mean what they say.", "Each Party shall keep its lamps lit.",
    ]  # fmt: skip


def test_a_ministry_with_sections_and_numbers_in_spans() -> None:
    draft = read(MINISTRY)
    assert [(node.id, node.heading) for node in draft.walk() if node.kind == "article"] == [
        ("art_1", "Aim"), ("art_2", "Means"),
    ]  # fmt: skip
    assert [pair for pair in clauses(draft) if pair[0].startswith("art_1")] == [
        ("art_1__para_1", "The aim is light."),
        ("art_1__para_2__intro", "Light is kept by:"),
        ("art_1__para_2__subpara_a", "lamps;"),
        ("art_1__para_2__subpara_b", "keepers."),
    ]
    assert [piece.text for piece in draft.furniture] == ["Treaties", "Ministry of Lights"]
