"""Red lines through invented drafts, each question with a planted answer."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run
from tests.structure.drafting import draft_of
from treatydiff.desk.watch.model import RedLine
from treatydiff.desk.watch.red_lines import red_lines
from treatydiff.desk.watch.view import watch_view
from treatydiff.desk.watch.watching import watch_lines
from treatydiff.desk.watch.wordings import places_of_words
from treatydiff.errors import SettingsError
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import read_chain

FIRST = """The Parties to this Convention,

Mindful of the sea,

Have agreed as follows:

Article 1

Keepers

Each Party shall protect the keepers, with respect for their rights, and shall pay them.

Article 2

Oil

Oil shall be clean and free of charge.

Article 3

Fog

Horns shall be sounded in fog.
"""
SECOND = (
    FIRST.replace("with respect for their rights", "[with respect for their rights]")
    .replace("Each Party shall protect", "Each Party may protect")
    .replace("\nArticle 3\n\nFog\n\nHorns shall be sounded in fog.\n", "")
)
THIRD = SECOND.replace(", [with respect for their rights],", "").replace(
    "Mindful of the sea,", "Mindful of the sea, with respect for their rights,"
)
LINES = """
[[keep]]
words = "respect for their rights"

[[keep]]
name = "Payment"
words = ["remunerate them", "shall pay them"]

[[keep]]
provision = "Article 3"

[[keep]]
words = "clean ... free of charge"

[[keep_out]]
words = "without reservation"
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND), ("3.txt", THIRD), ("lines.toml", LINES)):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_every_red_line_is_followed(drafts: Path) -> None:
    done = run("watch", "lines.toml", "1.txt", "2.txt", "3.txt", "-f", "json", cwd=drafts)
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads(run("schema", "watch").stdout))
    found = {
        line["name"]: ([each["standing"] for each in line["drafts"]], line["holds"], line["since"])
        for line in told["lines"]
    }
    assert found == {
        "respect for their rights": (["present", "bracketed", "preamble"], False, 2),
        "Payment": (["present", "weakened", "weakened"], False, 1),
        "Article 3": (["present", "absent", "absent"], False, 1),
        "clean ... free of charge": (["present", "present", "present"], True, 0),
        "without reservation": (["absent", "absent", "absent"], True, 0),
    }
    gone = next(line for line in told["lines"] if line["name"] == "Article 3")
    assert gone["drafts"][1]["lost"] == ["1.txt, Art. 3"]


def test_the_terminal_and_the_page_say_it_broken_ones_first(drafts: Path) -> None:
    done = run("watch", "lines.toml", "1.txt", "2.txt", "3.txt", cwd=drafts)
    printed = done.stdout.decode()
    assert done.returncode == 0
    assert "5 red lines in 3.txt: 3 do not hold." in printed
    assert "DOES NOT HOLD: only in the preamble since 3.txt" in printed
    assert "substance may survive" in " ".join(printed.split())
    assert printed.index("DOES NOT HOLD") < printed.index("holds: ")
    assert max(map(len, printed.splitlines())) <= 80
    page = run("watch", "lines.toml", "1.txt", "2.txt", "3.txt", "-f", "html", cwd=drafts).stdout.decode()
    assert "only in the preamble" in page


@pytest.mark.parametrize(("last", "code"), [("1.txt", 0), ("3.txt", 1)])
def test_the_exit_code_is_for_ci(last: str, code: int, drafts: Path) -> None:
    assert run("watch", "lines.toml", "1.txt", last, "--exit-code", cwd=drafts).returncode == code


@pytest.mark.parametrize(
    ("text", "wording", "found"),
    [
        ("with respect for human rights and law", "respect for human rights", ["respect for human rights"]),
        ("with [full] respect for human [rights]", "respect for human rights", ["respect for human [rights"]),
        ("subject to the principles of its domestic law", "subject to ... domestic law",
         ["subject to the principles of its domestic law"]),
        ("subject to a, b, c, d, e, f and domestic law", "subject to ... domestic law", []),
        ("respect for humans", "respect for human", []),
        ("Respect for Human Rights", "respect for human rights", ["Respect for Human Rights"]),
    ],
)  # fmt: skip
def test_where_a_clause_has_given_words(text: str, wording: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places_of_words(text, wording, "en")] == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no red line"),
        ("[[keep", "is no TOML"),
        ("[[retain]]\nwords = 'x'", "there is no 'retain'"),
        ("[[keep]]\nwords = 'x'\nprovision = 'y'", "either words or a provision"),
        ("[[keep]]\nname = 'x'", "either words or a provision"),
        ("[[keep]]\nwords = 3", "a red line is made of text"),
        ("[[keep]]\nword = 'x'", "a red line has no 'word'"),
        ("keep = 3", "'keep' is a list of tables"),
    ],
)
def test_a_file_that_says_something_else_is_refused(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said.replace("[", r"\[")):
        red_lines(text, where="lines.toml")


def test_a_provision_that_no_draft_has_is_refused_with_the_nearest(drafts: Path) -> None:
    (drafts / "other.toml").write_text("[[keep]]\nprovision = 'Article 33'\n")
    done = run("watch", "other.toml", "1.txt", "2.txt", cwd=drafts)
    assert done.returncode == 2
    assert "no draft has a provision 'Article 33'; hint: nearest: art_3 (Article 3)" in done.stderr.decode()


def test_what_the_preamble_has_without_brackets_is_said(tmp_path: Path) -> None:
    before = "The Parties,\n\nRecalling the right of keepers to rest,\n\nHave agreed as follows:\n\nArticle 1\n\nOil is kept.\n"
    (tmp_path / "a.txt").write_text(before)
    (tmp_path / "b.txt").write_text(
        before.replace("Oil is kept.", "Oil is kept [, as is the right of keepers to rest].")
    )
    (tmp_path / "lines.toml").write_text('[[keep]]\nwords = "right of keepers to rest"\n')
    printed = " ".join(run("watch", "lines.toml", "a.txt", "b.txt", cwd=tmp_path).stdout.decode().split())
    assert "only in brackets, and in the preamble" in printed


PARTED = """Convention on Lamps

Part I

Lamps

Article 1

Care

1. Lamps shall be clean.

2. [Kenya: Lamps shall be green.]

Part II

Oil

Article 2

Cellars

Oil shall be kept in cellars.
"""


def test_a_provision_is_looked_for_in_the_whole_of_narrowed_drafts(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(PARTED)
    (tmp_path / "2.txt").write_text(PARTED.replace("in cellars", "in stone cellars"))
    (tmp_path / "lines.toml").write_text('[[keep]]\nprovision = "Article 2"\n[[keep]]\nwords = "cellars"\n')
    words = ("watch", "lines.toml", "1.txt#part_I", "2.txt#part_I", "-f", "json")
    told = json.loads(run(*words, cwd=tmp_path).stdout)
    assert [[each["standing"] for each in line["drafts"]] for line in told["lines"]] == [
        ["present", "present"], ["absent", "absent"],
    ]  # fmt: skip


def test_two_parts_of_one_file_have_a_name_each(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(PARTED)
    (tmp_path / "lines.toml").write_text('[[keep]]\nwords = "cellars"\n')
    printed = run("watch", "lines.toml", "1.txt#part_I", "1.txt#part_II", cwd=tmp_path).stdout.decode()
    assert "1 red line in 1.txt#part_II: all hold." in printed
    assert "holds: in the text since 1.txt#part_II" in printed


def test_who_proposed_one_paragraph_is_said_of_that_paragraph(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(PARTED)
    (tmp_path / "2.txt").write_text(PARTED)
    (tmp_path / "lines.toml").write_text(
        '[[keep]]\nprovision = "Article 1"\n[[keep]]\nwords = "be clean"\n[[keep]]\nwords = "be green"\n'
    )
    told = json.loads(run("watch", "lines.toml", "1.txt", "2.txt", "-f", "json", cwd=tmp_path).stdout)
    jsonschema.validate(told, json.loads(run("schema", "watch").stdout))
    found = [line["drafts"][1]["places"][0] for line in told["lines"]]
    assert [each["who"] for each in found] == [[], [], ["Kenya"]]
    assert found[0]["parts"] == [{"citation": "2.txt, Art. 1, para. 2", "who": ["Kenya"]}]
    printed = " ".join(run("watch", "lines.toml", "1.txt", "2.txt", cwd=tmp_path).stdout.decode().split())
    assert printed.count("Art. 1, para. 2: proposed by Kenya, as printed") == 2


WEEK = "Convention on Wells\n\nArticle 1\n\nReports\n\nEach Party shall report each week. It shall print the report.\n"


@pytest.mark.parametrize(
    ("line", "old", "new", "standing"),
    [
        (RedLine("", ("report each week",)), "Party shall", "Party may", "weakened"),
        (RedLine("", ("report each week",)), "It shall", "It may", "present"),  # another sentence
        (RedLine("", ("print the report",)), "It shall", "It may", "weakened"),
        (RedLine("", ("print the report",), keep=False), "It shall", "It may", "present"),
        (RedLine("", provision="Article 1"), "It shall", "It may", "weakened"),
    ],
)
def test_a_line_is_weakened_by_its_own_sentence(line: RedLine, old: str, new: str, standing: str) -> None:
    chain = read_chain([draft_of(WEEK), draft_of(WEEK.replace(old, new))], Settings(reference="none"))
    assert watch_lines(chain, [line]).lines[0].drafts[1].standing == standing


LAKE = "Each Party shall publish all monitoring data on the quality of lake water."


def _texts(*sentences: str) -> list[str]:
    return [f"Convention on Lakes\n\nArticle 1\n\nData\n\n{each}\n\nArticle 2\n\nSeat\n\nThe seat is on the island.\n"
            for each in sentences]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said", "standing"),
    [
        ((("shall", "should"), ("shall", "should")), "shall → should", "weakened"),
        ((("publish", "as far as possible publish"), (" all", " all the")), "hedge added", "weakened"),
        ((("shall", "should"), ("", "")), "", "present"),  # restored
        ((("shall", "[shall] [should]"),), "its force is in brackets ([shall] [should])", "weakened"),
        ((("shall", "[shall]"), ("lake", "lakes'")), "its force is in brackets ([shall])", "weakened"),
        ((("shall", "shall not"),), "negation added (not)", "changed"),
        ((("Party", "developed country Party"),), "bearer changed", "changed"),
        (((" all", " some"),), "all → some", "changed"),
        ((("water.", "water, and shall not charge for it."),), "", "present"),  # the negation of another verb
        ((("water.", "water without delay."),), "", "present"),
        ((("Each", "[Each"), ("water.", "water.] [Kenya and Peru]")), "", "bracketed"),
        ((("Each", "[Each"), ("water.", "water] (Kenya).")), "", "bracketed"),
    ],
)
@pytest.mark.parametrize(
    "line", [RedLine("", ("monitoring data",)), RedLine("", provision="Article 1", draft="1")]
)
def test_a_line_is_held_against_the_text_that_it_was_first_found_in(
    words: tuple[tuple[str, str], ...], said: str, standing: str, line: RedLine
) -> None:
    texts = [LAKE]
    for old, new in words:
        texts.append(texts[-1].replace(old, new) if old else LAKE)
    if standing == "bracketed":
        texts = [LAKE, texts[-1]]
    drafts = [draft_of(each) for each in _texts(*texts)]
    seen = watch_lines(read_chain(drafts, Settings(reference="none")), [line]).lines[0]
    (place,) = seen.drafts[-1].sightings
    assert (seen.drafts[-1].standing, seen.holds) == (standing, standing == "present")
    assert said in " ".join((*place.weakened, *place.changed))


ITEMS = """Convention on Lakes

Article 1

Data

1. The board meets. Each Party shall:

(a) publish monitoring data;

(b) map its lakes.

2. The seat is on the island.
"""
MOVED = (("Party shall:", "Party:"), ("(a) publish", "(a) shall publish"), ("(b) map", "(b) shall map"))


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ([("Party shall:", "Party may:")], "weakened"),
        ([("Party shall:", "Party shall, as far as possible:")], "weakened"),
        ([("Party shall:", "Party [shall] [should]:")], "weakened"),
        ([("Party shall:", "Party shall not:")], "changed"),
        ([("The board meets.", "The board may meet.")], "present"),
        ([*MOVED], "present"),
        ([*MOVED, ("", ""), *MOVED], "present"),  # there and back again
    ],
)
@pytest.mark.parametrize(
    "line", [RedLine("", ("monitoring data",)), RedLine("", provision="Article 1 (1) (a)", draft="1")]
)
def test_an_item_is_weakened_by_its_chapeau(
    changes: list[tuple[str, str]], standing: str, line: RedLine
) -> None:
    texts, stages = [ITEMS], [ITEMS]
    for old, new in changes:
        texts.append(texts[-1].replace(old, new) if old else ITEMS)
        if (old, new) not in MOVED[:-1]:
            stages.append(texts[-1])
    chain = read_chain([draft_of(each) for each in stages], Settings(reference="none"))
    assert watch_lines(chain, [line]).lines[0].drafts[-1].standing == standing


@pytest.mark.parametrize(("words", "standing"), [("report each week", "present"), ("print it", "changed")])
def test_a_negation_is_that_of_the_words_at_its_verb(words: str, standing: str) -> None:
    texts = [
        WEEK.replace("week. It shall print the report", f"week and shall {each}print it")
        for each in ("", "not ")
    ]
    chain = read_chain([draft_of(each) for each in texts], Settings(reference="none"))
    assert watch_lines(chain, [RedLine("", (words,))]).lines[0].drafts[1].standing == standing


def test_words_in_an_option_are_said_to_be_in_one_and_a_provision_has_counterparts() -> None:
    later = WEEK.replace("Each Party", "Option 1:\n\nEach Party") + "\nOption 2:\n\nNo text.\n"
    chain = read_chain([draft_of(WEEK), draft_of(later)], Settings(reference="none"))
    (line,) = watch_view(watch_lines(chain, [RedLine("", ("report each week",))])).lines
    assert [each.words for each in line.stations] == ["in the text", "in the text, in an option"]
    other = "Convention on Wells\n\nArticle 1\n\nSeat\n\nThe seat of the Board is an island in the north.\n"
    chain = read_chain([draft_of(WEEK), draft_of(other)], Settings(reference="none"))
    (line,) = watch_view(watch_lines(chain, [RedLine("", provision="Article 1", draft="1")])).lines
    assert line.stations[1].words == "no textual counterpart found"
