"""The conference-room sheet on invented drafts, each question with a planted answer."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest
from docx import Document

from tests.cli.running import run
from tests.structure.drafting import draft_of
from treatydiff.desk.brief.briefing import brief_of
from treatydiff.desk.brief.ranking import ranked_changes
from treatydiff.desk.brief.view import brief_view
from treatydiff.desk.watch.model import RedLine
from treatydiff.desk.watch.watching import watch_lines
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import read_chain

BEFORE = """Article 1

Keepers

Each Party shall protect the keepers of lighthouses on its coast.

Article 2

Oil

Oil shall be clean.

Article 3

Reports

Each Party shall report within thirty days.

Article 4

Fog

Horns shall be sounded in fog.

Article 5

Seat

The seat is on the island.
"""
NOW = (
    BEFORE.replace("Each Party shall protect", "Each Party may protect")
    .replace("Oil shall be clean.", "Oil shall be clean [and free of charge].")
    .replace("thirty days", "ninety days")
    .replace("\nArticle 4\n\nFog\n\nHorns shall be sounded in fog.\n", "")
)
OURS = "Article 1\n\nReports\n\nEach Party shall report within thirty days.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name, text in (
        ("before.txt", BEFORE), ("now.txt", NOW), ("ours.txt", OURS),
        ("lines.toml", '[[keep]]\nname = "Clean oil"\nwords = "oil shall be clean"\n'),
    ):  # fmt: skip
        (tmp_path / name).write_text(text)
    return tmp_path


def told(cwd: Path, *words: str) -> dict[str, object]:
    done = run("brief", "now.txt", "--since", "before.txt", "-f", "json", *words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    jsonschema.validate(found, json.loads(run("schema", "brief").stdout))
    return dict(found)


def test_every_planted_answer_is_found_and_nothing_else(drafts: Path) -> None:
    found = told(drafts, "--ours", "ours.txt", "--red-lines", "lines.toml")
    titles = [each["title"] for each in found["changes"]]
    assert titles[0].startswith("Art. 2: Oil")  # a red line is touched
    assert {title.split(":")[0] for title in titles} == {"Art. 1", "Art. 2", "Art. 3", "Art. 4 (deleted)"}
    assert found["gone"] == ["Art. 4 Fog"]
    sheets = {sheet["label"]: sheet for sheet in found["sheets"]}
    assert set(sheets) == {"Art. 1", "Art. 2", "Art. 3"}
    assert sheets["Art. 2"]["open"] == ["Art. 2: [and free of charge]"]
    assert sheets["Art. 2"]["red_lines"] == ["Clean oil: in the text"]
    assert sheets["Art. 3"]["ours"][0].startswith("Art. 1 ")
    assert sheets["Art. 3"]["ours"][0].endswith("% of it is here")
    assert sheets["Art. 1"]["ours"] == ["no textual counterpart found in our draft"]


def test_one_article_alone(drafts: Path) -> None:
    found = told(drafts, "--part", "Article 3")
    assert [sheet["label"] for sheet in found["sheets"]] == ["Art. 3"]
    assert [each["title"].split(":")[0] for each in found["changes"]] == ["Art. 3"]
    done = run("brief", "now.txt", "--since", "before.txt", "--part", "Article 33", cwd=drafts)
    assert done.returncode == 2
    assert "nearest: art_3 (Article 3)" in done.stderr.decode()


def test_the_sheet_in_every_format_has_its_rule(drafts: Path) -> None:
    words = ("brief", "now.txt", "--since", "before.txt")
    printed = run(*words, cwd=drafts).stdout.decode()
    assert "Ranked by points" in printed
    assert "Nothing to say of Art. 5." in printed
    assert max(map(len, printed.splitlines())) <= 80
    page = run(*words, "-f", "html", cwd=drafts).stdout.decode()
    assert "The changes that matter" in page
    assert "size: A4" in page
    made = run(*words, "-f", "docx", "-o", "brief.docx", cwd=drafts)
    assert made.returncode == 0
    text = [each.text for each in Document(io.BytesIO((drafts / "brief.docx").read_bytes())).paragraphs]
    assert any(line.startswith("1. Art.") for line in text)
    assert any("ninety" in line and "thirty" in line for line in text)


def test_a_draft_narrowed_to_an_article_is_compared_whole_and_briefed_on_the_article(drafts: Path) -> None:
    narrowed = run("brief", "now.txt#Article 3", "--since", "before.txt", cwd=drafts)
    chosen = run("brief", "now.txt", "--since", "before.txt", "--part", "Article 3", cwd=drafts)
    assert narrowed.returncode == 0
    assert narrowed.stdout == chosen.stdout


def test_a_red_line_of_the_earlier_text_is_no_clause_of_the_later_with_its_number(tmp_path: Path) -> None:
    before = (
        "Article 1\n\nCaves\n\nThe secretariat shall keep a list of caves.\n\n"
        "Article 2\n\nReports\n\nEach Party shall report on its lamps within twelve months.\n"
    )
    now = (
        "Article 1\n\nReports\n\nEach Party shall report on its lamps within nine months.\n\n"
        "Article 2\n\nCaves\n\nThe secretariat shall keep a list of caves and wells.\n"
    )
    for name, text in (("a.txt", before), ("b.txt", now), ("l.toml", '[[keep]]\nwords = "list of caves"\n')):
        (tmp_path / name).write_text(text)
    words = ("brief", "b.txt", "--since", "a.txt", "--red-lines", "l.toml", "-f", "json")
    found = json.loads(run(*words, cwd=tmp_path).stdout)
    assert [("red line" in each["why"], each["title"].split(":")[0]) for each in found["changes"]] == [
        (True, "Art. 2 (was 1)"), (False, "Art. 1 (was 2)"),
    ]  # fmt: skip


LAKES = """Convention on Lakes

Article 1

Maps

1. Each Party shall map its lakes. Maps shall be given to every school.

2. The seat is on the island.

Article 2

Rowing

Boats are rowed.
"""


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Each Party shall map its lakes.", "[Each Party shall map its lakes.]", [("put into brackets",)]),
        ("The seat is on the island.", "[The seat is on the island.] [Kenya]", [("put into brackets",)]),
        ("The seat is on the island.", "The [seat] is on the island.", [("put into brackets",)]),
        ("shall map", "[shall] [should] map", [("obligation",)]),  # told by its force
        ("Each Party shall map its lakes.", "Each Party should map [its] lakes.",
         [("obligation", "put into brackets")]),
        (" Maps shall", "\n\n1 bis. Maps shall", [("the same words, in another paragraph",)]),
        ("The seat is on the island.", "The [seat] lies on the island.", [("put into brackets", "substance")]),
        (" Maps shall", "\n\n1 bis. Maps should", [("obligation",), ("substance",)]),
    ],
)  # fmt: skip
def test_brackets_are_told_and_a_split_is_no_new_duty(old: str, new: str, why: list[tuple[str, ...]]) -> None:
    a, b = draft_of(LAKES), draft_of(LAKES.replace(old, new))
    ranked = ranked_changes(compare_drafts(a, b, Settings(reference="none")))
    assert [each.why for each in ranked] == why
    if why == [("put into brackets",)]:
        (change,) = ranked_changes(compare_drafts(b, a, Settings(reference="none")))
        assert change.why == ("brackets removed",)


def test_what_is_not_found_of_ours_and_what_only_got_names_is_said() -> None:
    ours = draft_of(LAKES + "\nArticle 3\n\nPay\n\nA Party shall pay rowers for every lost day.\n")
    now = draft_of(
        LAKES.replace("Boats are rowed.", "Boats are rowed. [Supported by Chile; opposed by India]")
    )
    settings = Settings(reference="none")
    since = compare_drafts(draft_of(LAKES.replace("are rowed", "are towed")), now, settings)
    view = brief_view(brief_of(since, ours=compare_drafts(ours, now, settings)))
    assert view.gone == ("of ours, not found: Art. 3 Pay",)
    assert "Art. 2 the same words, all of it is here" in [
        each for sheet in view.sheets for each in sheet.ours
    ]


def test_a_red_line_that_is_an_article_is_touched_through_a_new_number_and_a_split() -> None:
    now = LAKES.replace("Article 1\n", "Article 1\n\nSeat\n\nThe Board is new.\n\nArticle 1 bis\n")
    now = now.replace("its lakes. Maps", "its lakes.\n\n1 bis. Maps").replace(
        "shall map", "[shall] [should] map"
    )
    chain = read_chain([draft_of(LAKES), draft_of(now)], Settings(reference="none"))
    watch = watch_lines(chain, [RedLine("Maps", provision="Article 1", draft="1")])
    ranked = brief_of(chain.steps[0], watch=watch).ranked
    assert ranked[0].why == ("red line", "obligation")


WHOLE = """Harbour Convention

Article 1

Keepers

1. Keepers clean lamps at dusk.

Article 2

Meetings

1. The Board meets at the oldest harbour.
"""
CAME = {
    "Each Party shall pay keepers within thirty days.": ("obligation", "number"),
    "A Party may bring any dispute before the Board.": ("right",),
    "Nothing in this article prevents Parties from meeting elsewhere.": ("negation",),
    "Dues are three per cent of the budget.": ("number",),
    "The islands of the harbours are green in spring and white in winter and grey in every storm of the year.":
        ("substance",),
}  # fmt: skip


@pytest.mark.parametrize("gone", [False, True])
def test_a_whole_clause_ranks_by_the_force_and_the_quantities_that_it_holds(gone: bool) -> None:
    more = "".join(f"{number}. {text}\n\n" for number, text in enumerate(CAME, 2))
    texts = [WHOLE, WHOLE.replace("harbour.\n", f"harbour.\n\n{more}")]
    a, b = (draft_of(text) for text in (reversed(texts) if gone else texts))
    comparison = compare_drafts(a, b, Settings(reference="none"))
    ranked = ranked_changes(comparison)
    told = [(" ".join(edit.text for edit in comparison.units[each.row].clauses[each.clause].edits), each.why)
            for each in ranked]  # fmt: skip
    assert dict(told) == CAME
    assert told[0][1] == ("obligation", "number")
    assert told[-1][1] == ("substance",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lamps burn [at dusk] [Norway].", ["Art. 1: [at dusk] (Norway)"]),
        ("Lamps burn [at dusk] [Chile: and at dawn].", ["Art. 1: [at dusk]", "Art. 1: [Chile: and at dawn]"]),
        ("Lamps burn [at dusk] [supported by Kenya; opposed by Peru].",
         ["Art. 1: [at dusk] (supported by Kenya; opposed by Peru)"]),
    ],
)  # fmt: skip
def test_what_is_open_names_whoever_stands_right_behind_it(text: str, told: list[str]) -> None:
    draft = draft_of(
        f"Harbour Convention\n\nArticle 1\n\nLamps\n\n{text}\n\nArticle 2\n\nOil\n\nOil is kept.\n"
    )
    view = brief_view(brief_of(compare_drafts(draft, draft, Settings(reference="none"))))
    assert list(view.sheets[0].open) == told
