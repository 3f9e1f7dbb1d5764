from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.studies.chains.chains import SETTINGS, articles, chain_of, fixture_chain
from treatydiff.diff.edits import diff_texts
from treatydiff.language.tokenizer import words
from treatydiff.pipeline import read_draft
from treatydiff.studies.chains.blame import blame_chain
from treatydiff.studies.chains.chain import read_chain
from treatydiff.studies.chains.model import Blame, BlamedClause
from treatydiff.studies.chains.words import kept_words

TRUTH = Path(__file__).with_name("blame_truth.txt")
_MARKED = re.compile(r"\{(\d):([^}]*)\}|([^{]+)")


def by_hand() -> list[tuple[str, list[tuple[int, str]]]]:
    """Id and words with their draft of every clause of the truth."""
    rows = []
    for line in TRUTH.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            id_, _, text = line.partition(" ")
            found = [
                (int(draft or 1), word.key)
                for draft, marked, plain in _MARKED.findall(text)
                for word in words(marked or plain)
            ]
            rows.append((id_, found))
    return rows


def told(clause: BlamedClause) -> list[tuple[int, str]]:
    return [
        (run.first + 1, word.key) for run in clause.runs for word in words(clause.text[run.start : run.end])
    ]


def said(blame: Blame) -> str:
    """A final text with every run behind the number of its draft."""
    return " ".join(
        f"{run.first + 1}:{clause.text[run.start : run.end].strip()}"
        for clause in blame.clauses for run in clause.runs
    )  # fmt: skip


@pytest.fixture(scope="module")
def blame() -> Blame:
    return blame_chain(fixture_chain())


@pytest.mark.parametrize(("id_", "expected"), by_hand())
def test_words_of_the_final_text_as_read_from_the_sources(
    blame: Blame, id_: str, expected: list[tuple[int, str]]
) -> None:
    clause = next(each for each in blame.clauses if each.id == id_)
    assert told(clause) == expected


def test_shares_add_up_and_runs_are_the_text(blame: Blame) -> None:
    final = blame.chain.drafts[-1]
    leaves = [leaf for unit in final.units() for leaf in unit.clauses()]
    assert [clause.id for clause in blame.clauses] == [leaf.id for leaf in leaves]
    assert sum(blame.words) == sum(len(words(leaf.text)) for leaf in leaves)
    for clause, leaf in zip(blame.clauses, leaves, strict=True):
        assert "".join(leaf.text[run.start : run.end] for run in clause.runs) == leaf.text
        assert sum(run.words for run in clause.runs) == sum(clause.words) == len(words(leaf.text))


def test_what_survives_and_what_is_lost_make_up_every_draft(blame: Blame) -> None:
    for at, lost in enumerate(blame.lost):
        draft = blame.chain.drafts[at]
        assert lost.words == sum(len(words(leaf.text)) for unit in draft.units() for leaf in unit.clauses())
        assert lost.lost == sum(unit.lost for unit in lost.units)
    # All that the first draft has first stands there: what it lost is listed to the word.
    first = blame.lost[0]
    assert sum(run.words for unit in first.units for run in unit.runs) == first.lost
    assert first.words - first.lost == blame.words[0]


def test_lost_passages_say_where_they_were_dropped(blame: Blame) -> None:
    dropped = {
        (at, unit.id): [(run.text, run.dropped_in) for run in unit.runs]
        for at, lost in enumerate(blame.lost)
        for unit in lost.units
    }
    assert dropped[0, "art_26"] == [("thirtieth", 1), ("twentieth", 1), ("twentieth", 1), ("thirtieth", 1)]
    assert dropped[2, "art_28bis"] == [("three quarters", 3)]
    assert ("twenty-four", 1) in dropped[0, "art_11"]


def test_words_of_a_provision_that_returns_are_those_of_the_draft_that_had_it() -> None:
    blame = blame_chain(fixture_chain(3))
    first, second = (clause for clause in blame.clauses if clause.unit == "art_11bis")
    assert [(run.first, run.clause) for run in second.runs] == [(0, "art_13__para_2")]
    assert [run.first for run in first.runs] == [0, 2]
    assert first.text[first.runs[1].start :].strip() == "and thereby to obtain an advantage."


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        (
            ("Each State shall keep the lights.", "Each State may keep the lights."),
            "1:Each State 2:may 1:keep the lights.",
        ),
        (  # struck and written again: new
            ("Each State shall keep the lights.", "Each State may keep the lights.",
             "Each State shall keep the lights."),
            "1:Each State 3:shall 1:keep the lights.",
        ),
        (  # only case and quotation marks changed
            ('Each State shall keep the "lights" lit.', "Each STATE shall keep the “lights” lit."),
            "1:Each STATE shall keep the “lights” lit.",
        ),
        (  # brackets set and lifted around words that stay
            ("Each State shall keep all lights lit.", "Each State [shall] keep all lights lit.",
             "Each State shall keep all lights lit."),
            "1:Each State shall keep all lights lit.",
        ),
    ],
)  # fmt: skip
def test_small_chains(drafts: tuple[str, ...], expected: str) -> None:
    assert said(blame_chain(chain_of(*(articles(f"1 Lights: {text}") for text in drafts)))) == expected


_DATA = "Data gathered by wardens shall be erased within thirty months of the day of the visit."
_LIGHTS = "Every harbour shall keep its lights lit from dusk until dawn throughout the year."
_PILOTS = "Pilots board vessels above two hundred tonnes before they pass the outer buoy."
_FEES = "A fee for mooring is paid to the harbour master in the currency of the port."


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        (  # copied into an article that has a partner, and into one that is new
            (
                (("1 Lights", _LIGHTS), ("2 Wardens", _PILOTS, _DATA)),
                (("1 Lights", _LIGHTS, _DATA), ("2 Wardens", _PILOTS, _DATA), ("3 Fees", _FEES, _DATA)),
            ),
            "11 11 21",
        ),
        (  # copied by the second draft, reworded by the third: only the new word is the third's
            (
                (("1 Lights", _LIGHTS), ("2 Wardens", _PILOTS, _DATA)),
                (("1 Lights", _LIGHTS, _DATA), ("2 Wardens", _PILOTS, _DATA)),
                (("1 Lights", _LIGHTS, _DATA.replace("thirty", "sixty")), ("2 Wardens", _PILOTS, _DATA)),
            ),
            "1131 11",
        ),
        (  # the clause that is copied is the second draft's own
            (
                (("1 Lights", _LIGHTS), ("2 Wardens", _PILOTS)),
                (("1 Lights", _LIGHTS), ("2 Wardens", _PILOTS, _DATA)),
                (("1 Lights", _LIGHTS, _DATA), ("2 Wardens", _PILOTS, _DATA)),
            ),
            "12 12",
        ),
        (  # nobody had it: several places of the final text do not make it older
            (
                (("1 Lights", _LIGHTS), ("2 Wardens", _PILOTS)),
                (("1 Lights", _LIGHTS, _DATA), ("2 Wardens", _PILOTS, _DATA)),
            ),
            "12 12",
        ),
        (  # a few words that stand elsewhere, too, link nothing
            (
                (("1 Lights", _LIGHTS), ("2 Wardens", _PILOTS, "Wardens keep a book.")),
                (("1 Lights", _LIGHTS, "Wardens keep a book."), ("2 Wardens", _PILOTS, "Wardens keep a book.")),
            ),
            "12 11",
        ),
    ],
)  # fmt: skip
def test_words_of_a_clause_that_further_articles_copy(
    drafts: tuple[tuple[tuple[str, ...], ...], ...], expected: str
) -> None:
    """Of every article of the final text, the draft of each run of words."""
    blame = blame_chain(chain_of(*(articles(*(_article(*each) for each in draft)) for draft in drafts)))
    by_unit = groupby(blame.clauses, key=lambda clause: clause.unit)
    found = ("".join(str(run.first + 1) for clause in held for run in clause.runs) for _, held in by_unit)
    assert " ".join(found) == expected


def _article(title: str, *paragraphs: str) -> str:
    return f"{title}: " + "\n\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, 1))


_WORDS = st.lists(
    st.sampled_from(("shall", "may", "keep", "the", "all", "lights", "of", "[and", "oil]")), max_size=30
)


@given(_WORDS, _WORDS)
def test_kept_words_are_the_same_words_each_once(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    pairs = kept_words(diff_texts(a, b, language="en"))
    assert len({here for here, _ in pairs}) == len(pairs) == len({there for _, there in pairs})
    assert all(left[there].strip("[]") == right[here].strip("[]") for here, there in pairs)


@pytest.mark.parametrize(
    ("a", "b", "new"),
    [
        ("By a national of that State.", "By a national of that State [or against a national of that State].",
         "or against a national of that State"),
        ("the data and the keys", "the data, the files, and the keys", "the files"),
        ("Oil and oil, and oil", "Oil [and oil and oil and oil] and oil, and oil", "and oil and oil and oil"),
        ("shall keep the lights", "shall keep the lights lit", "lit"),
    ],
)  # fmt: skip
def test_what_came_is_what_its_marks_set_off(a: str, b: str, new: str) -> None:
    kept = {here for here, _ in kept_words(diff_texts(a, b, language="en"))}
    gone = {there for _, there in kept_words(diff_texts(b, a, language="en"))}
    for same in (kept, gone):
        assert [w.key for at, w in enumerate(words(b)) if at not in same] == [w.key for w in words(new)]


@pytest.mark.corpus
@pytest.mark.parametrize(
    "names",
    [
        ("paris/2015-10-05.pdf", "paris/2015-10-23.pdf"),
        ("bbnj/draft_2022-06-01.txt", "bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"),
    ],
)
def test_shares_of_real_chains_add_up(corpus: Path, names: tuple[str, ...]) -> None:
    chain = read_chain([read_draft(corpus / name, SETTINGS) for name in names], SETTINGS)
    blame = blame_chain(chain)
    final = chain.drafts[-1]
    assert sum(blame.words) == sum(len(words(leaf.text)) for unit in final.units() for leaf in unit.clauses())
    assert blame.words[0] > 0.2 * sum(blame.words)
    for clause in blame.clauses:
        assert "".join(clause.text[run.start : run.end] for run in clause.runs) == clause.text


@pytest.mark.parametrize(
    ("again", "lost"),
    [
        # What the last draft lacks of the first: a clause that it has in another article too is not lost.
        (_DATA, []),
        (_PILOTS.replace("Pilots", "Helmsmen"), [_DATA.removesuffix(".")]),
    ],
)
def test_a_clause_that_stays_in_one_of_two_articles_is_not_lost(again: str, lost: list[str]) -> None:
    first = articles(_article("1 Lights", _LIGHTS, _DATA), _article("2 Wardens", _PILOTS, again))
    last = articles(_article("1 Lights", _LIGHTS), _article("2 Wardens", _PILOTS, again))
    (gone, _) = (*blame_chain(chain_of(first, last)).lost, None)
    assert gone is not None
    assert [run.text for unit in gone.units for run in unit.runs] == lost
