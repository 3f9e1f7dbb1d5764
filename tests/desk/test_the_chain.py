"""The desk's questions on the fixture chain: every planted answer is found, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from tests.cli.running import run

FIXTURES = Path(__file__).parents[2] / "fixtures"
CHAIN = sorted(str(path) for path in (FIXTURES / "chain").glob("[1-4]-*.*"))
REVISED, FINAL = CHAIN[2:]

STANDINGS = {
    "Human rights": ["absent", "absent", "preamble", "preamble"],
    "Conditions of transfer": ["absent", "absent", "present", "absent"],
    "Small islands": ["absent", "absent", "preamble", "absent"],
    "Explanation": ["present", "weakened", "weakened", "present"],
    "Political opinions": ["absent", "present", "bracketed", "present"],
    "Justification of acts": ["present", "present", "bracketed", "absent"],
}
POSITIONS = {
    ("Aldermark", "Art. 9", "proposed"),
    ("Verenia", "Art. 9", "proposed"),
    ("Archipelago Group", "Art. 20", "proposed"),
    ("Norvania", "Art. 1", "proposed, comment"),
    ("Norvania", "Art. 11", "proposed (in brackets)"),
    ("Quillon", "Art. 5", "proposed (in brackets)"),
    ("several delegations", "Art. 16", "reserved its position, footnote"),
    ("Some delegations", "Preamble", "proposed, footnote"),
    ("Two delegations", "Art. 4", "reserved its position, footnote"),
}
TERMS_OF_THE_LAST_STEP = {
    "[thirty][sixty] days → sixty days": "settled",
    "[sixty][ninety] days → ninety days": "settled",
    "[one year][three years][four years] → three years": "settled",
    "[twenty][thirty] days → thirty days": "settled",
    "[six][nine] months → nine months": "settled",
    "[thirtieth][fortieth] instrument → fortieth instrument": "settled",
    "[two thirds][three quarters] → two thirds": "settled",
    "[six][twelve] months → nine months": "changed",
    "seventy-two hours → —": "gone",
    "— → one year": "new",
}


def _told(*words: str) -> dict[str, Any]:
    done = run(*words, "-f", "json", cwd=FIXTURES)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_every_red_line_has_its_standing_in_every_draft() -> None:
    told = _told("watch", "desk/redlines.toml", *CHAIN)
    found = {each["name"]: [draft["standing"] for draft in each["drafts"]] for each in told["lines"]}
    assert found == STANDINGS


def test_every_position_that_a_draft_prints_is_found() -> None:
    rows = csv.DictReader(io.StringIO(run("positions", *CHAIN, "-f", "csv").stdout.decode()))
    assert {(row["delegation"], row["unit"], row["position"]) for row in rows} == POSITIONS


def test_every_term_that_the_last_step_changed_is_found() -> None:
    told = _told("terms", REVISED, FINAL)
    changed = {
        " → ".join(" ".join(each["printed"].split()) if each else "—" for each in row["drafts"]): row[
            "changes"
        ][-1]
        for row in told["terms"]
        if row["changes"][-1] != "same"
    }
    assert changed == TERMS_OF_THE_LAST_STEP


def test_the_one_definition_that_changed_reaches_the_clauses_that_use_it() -> None:
    told = _told("definitions", REVISED, "--since", CHAIN[1])
    (changed,) = [each for each in told["terms"] if each["fate"] != "same"]
    assert (changed["term"], changed["fate"], len(changed["uses"])) == ("Information system", "redefined", 17)
    assert changed["recitals"] == 3  # what the preamble says has no operative reach
    assert not told["undefined"]


def test_what_nobody_proposed_is_found_and_what_brackets_settled_is_set_apart() -> None:
    told = _told("unproposed", "desk/proposals.txt", REVISED, FINAL)
    assert [(each["a"], each["b"], each["came"][0][:5]) for each in told["changes"]] == [
        ([], ["art_29__para_1"], "A Sta"),
        (["annex__art_2__para_3"], ["annex__art_2__para_3"], "nine"),
    ]
    assert [(each["who"], each["found_in"]) for each in told["elsewhere"]] == [
        (["Norvania"], "art_29__para_2")
    ]


def test_the_sheet_of_an_article_answers_every_question() -> None:
    told = _told("brief", FINAL, "--since", REVISED, "--ours", CHAIN[0], "--part", "Article 10", "--part",
                 "Article 11", "--part", "Article 16", "--red-lines", "desk/redlines.toml")  # fmt: skip
    sheets = {each["label"]: each for each in told["sheets"]}
    assert list(sheets) == ["Art. 10", "Art. 11", "Art. 16"]
    assert [(each["title"].partition(":")[0], each["why"]) for each in told["changes"][:2]] == [
        ("Art. 16, paragraph 6", "red line, brackets removed"), ("Art. 10 (was 9), paragraph 1 (a)", "red line, substance"),
    ]  # fmt: skip
    assert all("agreed ad referendum" not in str(each) for each in told["changes"])
    assert any("Political opinions" in each for each in sheets["Art. 16"]["red_lines"])
    assert sheets["Art. 11"]["ours"][0].startswith("Art. 12 ")
    assert not any(each["open"] for each in told["sheets"])


# --- two further texts, each answer of which was once wrong --------------------------------------

THEN, NOW = "desk/then.txt", "desk/now.txt"


def test_names_behind_sentences_and_several_acts_in_a_bracket_are_positions() -> None:
    found = {(each["who"], each["role"], each["clause"]) for each in _told("positions", THEN)["positions"]}
    assert found == {
        ("Kenya", "supports", "art_2__para_1"),
        ("Peru", "opposes", "art_2__para_1"),
        ("Norway", "proposes", "art_2__para_2"),
        ("Chile", "proposes", "art_2__para_3"),
        ("Peru", "proposes", "art_2__para_3"),
        ("Norway", "proposes", "art_2__para_4"),
    }
    quoted = next(
        each["words"] for each in _told("positions", THEN)["positions"] if each["clause"] == "art_2__para_2"
    )
    assert quoted.endswith("and house them near the path.]")


def test_a_red_line_names_who_bears_it_and_looks_for_articles_outside_the_part() -> None:
    article, paths, houses = _told("watch", "desk/lines_on_paths.toml", THEN, NOW)["lines"]
    assert [line["drafts"][1]["places"][0]["who"] for line in (article, paths, houses)] == [
        [],
        [],
        ["Norway"],
    ]
    assert [each["who"] for each in article["drafts"][1]["places"][0]["parts"]] == [
        ["Norway"],
        ["Chile", "Peru"],
    ]
    narrowed = _told("watch", "desk/lines_on_paths.toml", f"{THEN}#part_II", f"{NOW}#part_II")["lines"]
    assert [[each["standing"] for each in line["drafts"]] for line in narrowed] == [
        ["present", "present"], ["absent", "absent"], ["absent", "absent"],
    ]  # fmt: skip


def test_a_definition_reaches_no_preamble_and_goes_on_through_another() -> None:
    told = _told("definitions", NOW, "--since", THEN)
    path, warden, post = told["terms"]
    assert (path["fate"], [use["clause"] for use in path["uses"]], path["recitals"]) == (
        "redefined", ["art_2__para_1", "art_2__para_2"], 1,
    )  # fmt: skip
    assert [(each["term"], [use["clause"] for use in each["uses"]]) for each in path["through"]] == [
        ("Warden", ["art_2__para_3"])
    ]
    assert [warden["fate"], post["uses"]] == ["same", []]  # a poster is no post
    assert [each["term"] for each in told["undefined"]] == ["Hut Book", "Mountain Fund"]


def test_a_bracket_that_went_with_its_name_is_no_change_and_a_draft_no_compilation() -> None:
    told = _told("unproposed", "desk/proposals_on_paths.txt", THEN, NOW)
    assert [(each["a"], each["b"]) for each in told["changes"]] == [
        (["art_3__para_2"], ["art_3__para_2"]), ([], ["art_4__para_u1"]),
    ]  # fmt: skip
    done = run("unproposed", NOW, THEN, NOW, cwd=FIXTURES)
    assert done.returncode == 2
    assert "it is no compilation of proposals" in done.stderr.decode()


def test_a_new_clause_with_a_duty_and_a_sum_stands_first() -> None:
    told = _told("brief", NOW, "--since", THEN)
    assert [(each["title"].partition(":")[0], each["why"]) for each in told["changes"]][::4] == [
        ("Art. 3, paragraph 3 (added)", "obligation, negation, number"),
        ("Art. 3, paragraph 2", "substance"),
    ]
