from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from tests.score.invented_drafts import LANTERNS, ORCHARDS, SEVEN_TREATIES, make_draft
from treatydiff.errors import ReferenceDataError
from treatydiff.language.runs.numbers import word_numbers
from treatydiff.model import ReferenceInfo
from treatydiff.score.draft_words import clause_words
from treatydiff.score.grams import clause_grams, token_row
from treatydiff.score.reference import (
    ReferenceTable,
    load_reference,
    near_copies,
    pair_reference,
    read_reference,
    shipped_reference,
    without_near_copies,
)
from treatydiff.score.reference_build import build_reference, clauses_of_text, treaties_from_jsonl


def runs(text: str) -> np.ndarray:
    return clause_grams(token_row([clause_words(text, "en").numbers]), 5).numbers


def test_counts_are_those_of_the_treaties(seven_treaties: ReferenceTable) -> None:
    words = word_numbers(["each", "protect", "harbour", "zebra"])
    assert seven_treaties.df1(words).tolist() == [7, 3, 1, 0]
    assert seven_treaties.df5(runs("each party shall protect the")).tolist() == [3]
    assert seven_treaties.df5(runs("harbour")).tolist() == [0]  # in one treaty: counts as none
    assert seven_treaties.df5(runs("each party shall")).tolist() == [4]  # a clause of its own in four
    assert seven_treaties.info == ReferenceInfo("seven", 7)


def test_the_same_treaties_give_the_same_bytes() -> None:
    first, second = (build_reference(SEVEN_TREATIES, reference_id="x", language="en") for _ in "12")
    assert first == second


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        pytest.param(lambda data: b"", "no reference table", id="empty"),
        pytest.param(lambda data: b"PK\x03\x04" + data, "no reference table", id="another format"),
        pytest.param(lambda data: data[:8] + b"\x63" + data[9:], "format 99", id="another version"),
        pytest.param(lambda data: data[:-20], "damaged", id="cut short"),
        pytest.param(lambda data: data[:20], "damaged", id="cut in the header"),
        pytest.param(lambda data: data[:-30] + b"\x07" + data[-29:], "damaged", id="a byte changed"),
    ],
)  # fmt: skip
def test_damaged_tables_are_refused(damage, complaint: str) -> None:
    data = build_reference(SEVEN_TREATIES, reference_id="x", language="en")
    with pytest.raises(ReferenceDataError, match=complaint) as caught:
        read_reference(damage(data), where="counts.bin")
    assert caught.value.where == "counts.bin"
    assert caught.value.hint


def test_an_archive_of_one_treaty_is_no_reference() -> None:
    with pytest.raises(ReferenceDataError, match="at least two"):
        build_reference([("one", ["some words"]), ("empty", ["—"])], reference_id="x", language="en")


def test_large_counts_are_rounded_by_less_than_a_hundredth() -> None:
    formula = "each party shall protect the lanterns"
    treaties = [(str(n), [formula if n < 777 else "other words here"]) for n in range(1000)]
    reference = read_reference(build_reference(treaties, reference_id="x", language="en"))
    assert reference.df5(runs(formula)) == pytest.approx([777, 777], rel=0.01)


def test_jsonl_lines_become_names_and_clauses() -> None:
    line = (
        '{"name": "treaty/harbour/lanterns/BW1", "articles": [{"heading": "Article 1", "title": "Lanterns",'
        ' "text": "1. Keepers trim [wicks](a/b/c.md) daily.\\n\\n(a) *Oil* is free;'
        '\\n### ANNEX\\n| x | y |"}]}'
    )
    assert list(treaties_from_jsonl([line, "\n"])) == [
        ("harbour lanterns (BW1)", ("Keepers trim wicks daily.", "Oil is free;"))
    ]


@pytest.mark.parametrize("line", ["{", "[]", '{"name": "x"}', '{"name": "x", "articles": [1]}'])
def test_jsonl_lines_of_another_shape_are_refused_with_their_number(line: str) -> None:
    with pytest.raises(ReferenceDataError) as caught:
        list(treaties_from_jsonl(["", line]))
    assert caught.value.where == "line 2"


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The keeper\n(iv) shall sail", ["The keeper", "shall sail"]),
        ("a) oil\n12. wicks\n– tar", ["oil", "wicks", "tar"]),
        ("Ports and piers", ["Ports and piers"]),
        ("####Heading\n\n", []),
    ],
)
def test_clauses_of_running_text(text: str, clauses: list[str]) -> None:
    assert list(clauses_of_text(text)) == clauses


LONG = [" ".join(f"word{clause}n{place}" for place in range(60)) for clause in range(20)]


def test_near_copies_are_found_and_taken_off() -> None:
    draft, other = make_draft({"1": LONG}), make_draft(ORCHARDS)
    copy = ("The copy", [*LONG[:19], "and some words of its own"])
    quarter = ("A quarter of it", LONG[:5])
    far = [(f"Far {n}", ORCHARDS["2"]) for n in range(4)]
    archive = build_reference([copy, quarter, *far], reference_id="x", language="en")
    reference = read_reference(archive)
    left = without_near_copies(reference, draft, other)
    assert left.info == ReferenceInfo("x", 6, ("The copy",))
    assert left.n == 5
    word = word_numbers(["word1n1", "word9n1", "bees"])
    assert reference.df1(word).tolist() == [2, 1, 4]
    assert left.df1(word).tolist() == [1, 0, 4]
    assert reference.df5(runs(LONG[0]))[0] == 2
    assert left.df5(runs(LONG[0]))[0] == 0
    assert reference.info.left_out == ()  # the table itself stays as it was


def test_short_drafts_have_no_known_near_copies(shipped: ReferenceTable) -> None:
    draft = make_draft({"1": ["The Depositary shall notify all States Parties of each signature."]})
    assert without_near_copies(shipped, draft, draft) is shipped


def test_choice_of_reference(tmp_path: Path) -> None:
    a, b = make_draft(LANTERNS), make_draft(ORCHARDS)
    data = build_reference(SEVEN_TREATIES, reference_id="seven", language="en")
    assert load_reference("auto", "en", a, b) is shipped_reference("en")
    assert load_reference("auto", "zh", a, b).info == ReferenceInfo("pair", 0)
    assert load_reference("none", "en", a, b).info == ReferenceInfo("pair", 0)
    assert load_reference("own.bin", "en", a, b, table=data).info == ReferenceInfo("seven", 7)
    with pytest.raises(ReferenceDataError, match="'en'"):
        load_reference("own.bin", "fr", a, b, table=data)
    with pytest.raises(ReferenceDataError, match="not read"):
        load_reference("own.bin", "en", a, b)


def test_pair_reference_counts_units_and_not_drafts() -> None:
    formula = "Each Party shall give notice to the Secretariat"
    a = make_draft({"1": [formula, "of lanterns"], "2": [formula, formula], "3": ["of wicks and lanterns"]})
    b = make_draft({"1": [formula, "of lanterns"]})
    reference = pair_reference(a, b)
    assert reference.n == 30  # the least
    assert reference.df1(word_numbers(["notice", "lanterns", "wicks", "bees"])).tolist() == [2, 2, 1, 0]
    assert reference.df5(runs(formula)).tolist() == [2, 2, 2, 2]
    assert pair_reference(b, b).df5(runs(formula)).tolist() == [0, 0, 0, 0]  # once in each: no boilerplate


def test_shipped_table_is_as_described(shipped: ReferenceTable) -> None:
    assert shipped.info == ReferenceInfo("en-1", 1225)
    the, zebra = shipped.df1(word_numbers(["the", "zqxzebra"]))
    assert the > 1200
    assert zebra == 0
    formula, lantern = shipped.df5(
        np.concatenate(
            [runs("the Government of the Kingdom"), runs("lanterns trimmed along estuaries daily")]
        )
    )
    assert formula > 100
    assert lantern == 0


@pytest.mark.corpus
def test_shipped_counts_are_those_of_the_archive(corpus: Path, shipped: ReferenceTable) -> None:
    with gzip.open(corpus / "reference_en.jsonl.gz", "rt", encoding="utf-8") as lines:
        treaties = list(treaties_from_jsonl(lines))
    probes = ["depositary", "extradition", "fisheries", "notwithstanding"]
    held = dict.fromkeys(probes, 0)
    for _, clauses in treaties:
        text = " ".join(clauses).casefold()
        for probe in probes:
            held[probe] += probe in text
    counts = dict(zip(probes, shipped.df1(word_numbers(probes)).tolist(), strict=True))
    assert len(treaties) == 1225
    for probe in probes:
        assert counts[probe] == pytest.approx(held[probe], rel=0.05)


def test_null_shares_place_a_share_among_unrelated_pairs(shipped: ReferenceTable) -> None:
    null = shipped.table.null_shares
    assert len(null) == 500
    assert np.all(np.diff(null) >= 0)
    assert float(np.median(null)) == pytest.approx(0.023, abs=0.004)
    assert shipped.share_of_null_below(0.0) == 0.0
    assert shipped.share_of_null_below(1.0) == 1.0
    assert shipped.share_of_null_below(None) is None


def test_small_archives_have_no_null(seven_treaties: ReferenceTable) -> None:
    assert seven_treaties.share_of_null_below(0.5) is None


def test_drafts_alone_have_no_null() -> None:
    draft = make_draft(LANTERNS)
    assert pair_reference(draft, draft).share_of_null_below(0.5) is None


@pytest.mark.corpus
def test_shipped_table_was_built_with_the_words_of_today(corpus: Path, shipped: ReferenceTable) -> None:
    with gzip.open(corpus / "reference_en.jsonl.gz", "rt", encoding="utf-8") as lines:
        treaties = list(treaties_from_jsonl(islice(lines, 0, 1200, 60)))
    rebuild = "the words changed: build the table anew (treatydiff/score/data/README.md)"
    for name, clauses in treaties:
        row = token_row([clause_words(clause, "en").numbers for clause in clauses])
        assert shipped.df1(row.numbers).min() >= 1, rebuild
        grams = np.unique(clause_grams(row, 5).numbers)
        copies = {shipped.table.names[treaty] for treaty in near_copies(shipped, grams)}
        assert len(grams) < 1000 or name in copies, rebuild
