"""Compilations on the invented chain: what stands under each delegation, and Word's tracked changes."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from treatydiff.isolation.guarded import read_guarded
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.settings import Settings
from treatydiff.studies.proposals.compilation_as_docx import compilation_docx
from treatydiff.studies.proposals.compilation_as_text import compilation_markdown, compilation_terminal
from treatydiff.studies.proposals.compilation_view import CompilationView, compilation_view
from treatydiff.studies.proposals.compile import compile_proposals
from treatydiff.studies.proposals.proposals import read_proposals

CHAIN = Path(__file__).parents[3] / "fixtures" / "chain"
SETTINGS = Settings(reference="none")


@cache
def chain_view() -> CompilationView:
    base = read_draft(CHAIN / "2-chairs-text.pdf", SETTINGS)
    texts = (("Aldermark", "1-national-draft.docx"), ("Verenia", "3-revised-text.docx"))
    drafts = [(name, read_draft(CHAIN / file, SETTINGS)) for name, file in texts]
    return compilation_view(compile_proposals(base, drafts, SETTINGS))


def said_on(unit: str, who: str) -> list[str]:
    """The lines of one delegation below a unit of the base, put in as {+x+}, taken out as [-x-]."""
    signs = {"insert": "{+%s+}", "delete": "[-%s-]", "equal": "%s"}
    return [
        " ".join(part for part in (line.label, "".join(signs[op] % text for op, text in line.pieces)) if part)
        for each in chain_view().units
        if not each.new and unit in {line.unit for line in each.lines}
        for entry in each.entries
        if entry.who == who
        for line in entry.lines
    ]


def test_only_changed_clauses_stand_below_a_delegation() -> None:
    lines = said_on("art_4", "Aldermark")
    assert [line[:2] for line in lines] == ["2.", "3.", "4."]
    assert lines[0].endswith("to its own competent [-authorities-]{+organs+}.")


def test_a_clause_is_shown_with_the_numbers_around_it() -> None:
    lines = said_on("art_9", "Verenia")
    assert any(line.startswith("1. (a) Call publicly") for line in lines)


def test_references_that_follow_a_renumbering_are_no_change() -> None:
    assert not any("[-22-]" in line for line in said_on("art_17", "Aldermark"))


def test_deletions_are_said() -> None:
    assert "Delete subparagraph (h)." in said_on("art_2", "Aldermark")
    assert said_on("art_25", "Aldermark") == ["Delete article 25."]


def test_new_wording_stands_where_it_belongs() -> None:
    lines = said_on("preamble", "Verenia")
    at = lines.index("After preambular para. 7, add:")
    assert lines[at + 1].startswith("{+[Conscious of the particular situation")


def test_what_nobody_changes_has_no_delegation() -> None:
    assert said_on("art_3", "Aldermark") == said_on("art_3", "Verenia") == []


def test_new_articles_follow_their_neighbour() -> None:
    units = chain_view().units
    at = next(
        n
        for n, each in enumerate(units)
        if each.new and each.lines and each.lines[0].label == "Article 11 bis"
    )
    before = next(each for each in reversed(units[:at]) if not each.new)
    assert "art_11" in {line.unit for line in before.lines}
    assert [entry.who for entry in units[at].entries] == ["Verenia"]


def test_word_has_each_delegation_as_author_and_the_same_bytes_again() -> None:
    data = compilation_docx(chain_view())
    assert data == compilation_docx(chain_view())
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    changes = re.findall(r'<w:(ins|del) w:id="(\d+)" w:author="([^"]+)"', xml)
    assert {author for _, _, author in changes} == {"Aldermark", "Verenia"}
    assert len({number for _, number, _ in changes}) == len(changes)
    assert '<w:pStyle w:val="Heading3"/>' in xml


def test_a_compilation_can_be_read_again() -> None:
    base = read_draft(CHAIN / "2-chairs-text.pdf", SETTINGS)
    later = read_draft(CHAIN / "3-revised-text.docx", SETTINGS)
    source = read_guarded(
        compilation_docx(chain_view()), SETTINGS, label="compilation.docx", media_type="docx"
    )
    found = read_proposals(source, base, compare_drafts(base, later, SETTINGS))
    assert {each.who for each in found.proposals} == {("Aldermark",), ("Verenia",)}
    of_later = [each for each in found.proposals if each.who == ("Verenia",) and each.changes]
    taken = [each for each in of_later if each.fate == "taken up"]
    # What the later draft itself proposes is taken up; the rest are its statements of standing.
    assert len(taken) >= 0.9 * len(of_later)


def test_text_forms() -> None:
    shown = compilation_terminal(chain_view(), width=100)
    assert "[-authorities-]{+organs+}" in shown
    marked = compilation_markdown(chain_view())
    assert "<del>authorities</del><ins>organs</ins>" in marked
    assert "##### Aldermark" in marked
