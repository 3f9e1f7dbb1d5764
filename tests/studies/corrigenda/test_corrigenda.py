"""Corrigenda: entries are read in the forms of the field, applied exactly or refused, and drafted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from treatydiff.model import Draft
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.corrigenda.as_terminal import corrigendum_text
from treatydiff.studies.corrigenda.correct import correct_draft
from treatydiff.studies.corrigenda.entries import read_entries
from treatydiff.studies.corrigenda.write import write_corrigendum

READING = Settings(reference="none", isolate="never")
TEXT = """Article 1
Lamps

1. Each Party shall keep the lamps of its lighthouses lit from dusk until dawn in every season.

2. The keeper of a tower shall report to the Council, and the Council shall answer the keeper.

Article 2
Oil

1. Ships that enter a sheltered bay may ask the nearest station for oil, rope and fresh water.
"""


def draft(text: str = TEXT) -> Draft:
    return read_draft_bytes(text.encode(), "draft.txt", READING, media_type="txt")


@pytest.mark.parametrize(
    ("lines", "language", "place", "old", "new"),
    [
        (["Article 1, paragraph 2", "For “the keeper” read “its keeper”"], "en", "Article 1, paragraph 2",
         "the keeper", "its keeper"),
        (["Article 1, paragraph 2: for “oil” read “fuel”."], "en", "Article 1, paragraph 2", "oil", "fuel"),
        (["Page 3, article 4", "For every season read each season."], "en", "Page 3, article 4", "every season",
         "each season"),
        (["Article 2", "Replace \"rope\" with \"ropes\""], "en", "Article 2", "rope", "ropes"),
        (["Article 2, paragraphe 1", "Au lieu de « huile » lire « pétrole »"], "fr", "Article 2, paragraphe 1",
         " huile ", " pétrole "),
        (["Artículo 2", "Donde dice «aceite» debe decir «petróleo»"], "es", "Artículo 2", "aceite", "petróleo"),
        (["Статья 2", "Вместо «масло» следует читать «нефть»"], "ru", "Статья 2", "масло", "нефть"),
        (["第2条", "将“油料”改为“燃料”"], "zh", "第2条", "油料", "燃料"),
    ],
)  # fmt: skip
def test_entries_are_read(lines: list[str], language: str, place: str, old: str, new: str) -> None:
    (entry,) = read_entries(lines, language)
    assert (entry.place, entry.old.strip(), entry.new.strip()) == (place, old.strip(), new.strip())


@pytest.mark.parametrize(
    "line",
    [
        "The following corrections are made for delegations to read.",
        "For technical reasons this text is issued again.",
        "For “oil” alone nothing is said.",
    ],
)
def test_what_is_no_entry_is_none(line: str) -> None:
    entries = read_entries(["Article 1", line], "en")
    assert [each for each in entries if each.old == "oil"] == []


@pytest.mark.parametrize(
    ("place", "old", "refused"),
    [
        ("Article 1, paragraph 1", "every season", ""),
        ("Article 1, paragraph 2", "keeper", "these words stand there 2 times"),
        ("Article 1, paragraph 1", "oil", "these words do not stand there"),
        ("Article 1, paragraph 1", "seaso", "these words do not stand there"),
        ("Article 9", "oil", "the draft has no such provision"),
        ("Article 2", "oil", ""),
    ],
)
def test_what_does_not_match_exactly_is_refused(place: str, old: str, refused: str) -> None:
    entries = read_entries([place, f"For “{old}” read “something else”"], "en")
    corrected = correct_draft(draft(), entries, draft().source)
    (correction,) = corrected.corrections
    assert correction.refused == refused
    assert corrected.proven
    assert any("something else" in node.text for node in corrected.draft.walk()) == (not refused)


def test_entries_are_applied_one_after_another() -> None:
    lines = ["Article 2", "For “oil” read “fuel”", "For “fuel, rope” read “fuel, ropes”"]
    corrected = correct_draft(draft(), read_entries(lines, "en"), draft().source)
    assert corrected.refused == ()
    assert corrected.corrections[-1].after.endswith("for fuel, ropes and fresh water.")
    assert corrected.proven


def test_a_corrigendum_that_was_drafted_leads_to_the_other_text() -> None:
    meant = TEXT.replace("the Council shall answer the keeper", "the Council may answer the keeper").replace(
        "rope and fresh", "rope and clean"
    )
    written = write_corrigendum(compare_drafts(draft(), draft(meant), READING))
    text = corrigendum_text(written)
    assert "Article 1, paragraph 2\n" in text
    assert written.left_over == ()
    corrected = correct_draft(draft(), read_entries(text.splitlines(), "en"), draft().source)
    assert corrected.refused == ()
    assert [node.text for node in corrected.draft.walk()] == [node.text for node in draft(meant).walk()]


def test_what_no_entry_can_say_is_named() -> None:
    meant = f"{TEXT}\n2. Every pilot shall carry a whistle of brass and shall sound it in fog.\n"
    written = write_corrigendum(compare_drafts(draft(), draft(meant), READING))
    assert [each.rpartition(": ")[2] for each in written.left_over] == ["added"]


def test_the_command_applies_refuses_and_drafts(tmp_path: Path) -> None:
    paths = {name: tmp_path / f"{name}.txt" for name in ("draft", "corr", "wrong", "meant")}
    paths["draft"].write_text(TEXT, "utf-8")
    paths["corr"].write_text("Article 2\nFor “rope” read “ropes”\n", "utf-8")
    paths["wrong"].write_text("Article 2\nFor “sails” read “oars”\n", "utf-8")
    paths["meant"].write_text(TEXT.replace("rope", "ropes"), "utf-8")
    done = run("corrigendum", paths["draft"], paths["corr"])
    assert done.returncode == 0
    assert b"1 entry applied, 0 refused\nundoing them restores the draft" in done.stdout
    text = run("corrigendum", paths["draft"], paths["corr"], "-f", "text").stdout
    assert text == run("text", paths["meant"]).stdout
    refused = run("corrigendum", paths["draft"], paths["wrong"])
    assert refused.returncode == 1
    assert b"refused: these words do not stand there" in refused.stdout
    drafted = run("corrigendum", "--write", paths["draft"], paths["meant"])
    assert drafted.stdout.decode() == "Article 2, paragraph 1\nFor “rope” read “ropes”\n"
    empty = run("corrigendum", paths["draft"], paths["meant"])
    assert (empty.returncode, b"holds no entry" in empty.stderr) == (1, True)


IN_FOUR_LINES = ["Article 1, paragraph 2", "For", "the Council shall answer", "Read", "the Council answers"]


@pytest.mark.parametrize(
    ("lines", "applied", "refused"),
    [
        (IN_FOUR_LINES, ["the Council answers"], []),
        (["Article 2, paragraph 1", "Delete “rope”"], [], ["Delete “rope”"]),
        (["Article 2, paragraph 1", "After “oil” insert “tar”"], [], ["After “oil” insert “tar”"]),
        (["Article 2, paragraph 1", "“rope” should read “ropes”"], [], ["“rope” should read “ropes”"]),
        (
            ["Article 2", "For the existing text substitute", "Ships pay."],
            [],
            ["For the existing text substitute"],
        ),
        (["Delete paragraph 2 of article 1."], [], ["Delete paragraph 2 of article 1."]),
        (["Article 2, paragraph 1", "Supprimer « rope »"], [], []),
        (["Article 2, paragraph 1", "GE.24-00001 (E)", "For “rope” read “ropes”"], ["ropes"], []),
        (["Corrigendum, to be added to the file", "Article 2", "For “rope” read “ropes”"], ["ropes"], []),
        # The words that an entry quotes instruct nobody.
        (["Article 2, paragraph 1 (“Ships may insert”)", "For “rope” read “ropes”"], ["ropes"], []),
    ],
)
def test_instructions_of_another_form_are_refused_and_none_is_passed_over(
    lines: list[str], applied: list[str], refused: list[str]
) -> None:
    text = draft()
    corrected = correct_draft(text, read_entries(lines, "en"), text.source)
    assert [each.entry.new for each in corrected.corrections if not each.refused] == applied
    assert [each.entry.line for each in corrected.refused] == refused
    assert corrected.proven


def test_signs_that_are_typed_otherwise_are_the_same_and_exact_ones_come_first() -> None:
    text = draft("Article 1\n\n1. The keepers’ lamps, numbers 1–2 and 1-2, are lit.\n")
    lines = ["Article 1", "For “keepers' lamps” read “pilots’ lamps”", "For “1-2” read “3–4”"]
    corrected = correct_draft(text, read_entries(lines, "en"), text.source)
    assert [each.after for each in corrected.corrections][
        -1
    ] == "The pilots’ lamps, numbers 1–2 and 3–4, are lit."


def test_an_instruction_is_printed_as_it_stands(tmp_path: Path) -> None:
    base, corrigendum = tmp_path / "draft.txt", tmp_path / "corr.txt"
    base.write_text(TEXT, "utf-8")
    corrigendum.write_text("Article 2, paragraph 1\n\nDelete “rope”\n", "utf-8")
    done = run("corrigendum", base, corrigendum)
    assert done.returncode == 1
    assert (
        "Article 2, paragraph 1: Delete “rope”\n    refused: this is no “for … read …”"
        in done.stdout.decode()
    )
