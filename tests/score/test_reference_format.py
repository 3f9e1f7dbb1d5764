"""The bytes of a reference table, read without the code that writes them; and what a table answers."""

from __future__ import annotations

import dataclasses
import json
import struct
import zlib

import numpy as np
import pytest

from tests.score.invented_drafts import make_draft
from treatydiff.errors import ReferenceDataError
from treatydiff.language.runs.numbers import word_numbers
from treatydiff.score.draft_words import clause_words, draft_words
from treatydiff.score.grams import clause_grams, token_row
from treatydiff.score.reference import (
    ReferenceTable,
    leave_out_near_copies,
    near_copies,
    pair_reference,
    read_reference,
)
from treatydiff.score.reference_build import build_reference, clauses_of_text, treaties_from_jsonl
from treatydiff.score.reference_format import TableData, decode_table, encode_table

ARRAYS = {
    "word_keys": "I", "word_df": "I", "gram_keys": "I", "gram_codes": "B", "code_df": "I", "sample_keys": "I",
    "sample_treaty": "I", "null_shares": "f",
}  # fmt: skip
TABLE = TableData(
    id="lights", language="en", names=("Traité des phares", "港口"), gram_size=5, sample_rate=32,
    word_keys=np.array([3, 7, 2**32 - 1]), word_df=np.array([1, 2, 2]),
    gram_keys=np.array([5, 6]), gram_codes=np.array([0, 1]), code_df=np.array([1, 2, 300]),
    sample_keys=np.array([5]), sample_treaty=np.array([1]),
    null_shares=np.array([0.25, 0.5, 0.75], dtype=np.float32),
)  # fmt: skip


def test_a_file_can_be_read_by_its_description() -> None:
    data = encode_table(TABLE)
    assert data[:8] == b"TDREFTAB"
    version, length = struct.unpack("<II", data[8:16])
    assert version == 1
    header = json.loads(data[16 : 16 + length])
    assert header == {
        "id": "lights", "language": "en", "names": ["Traité des phares", "港口"], "gram_size": 5,
        "sample_rate": 32, "keys_version": 2,
        "lengths": {name: len(getattr(TABLE, name)) for name in ARRAYS},
    }  # fmt: skip
    assert list(header) == sorted(header)  # the same bytes whatever wrote it
    assert "港口".encode() in data
    at = 16 + length
    for name, kind in ARRAYS.items():
        at += -at % 8
        values = struct.unpack_from(f"<{len(getattr(TABLE, name))}{kind}", data, at)
        assert list(values) == getattr(TABLE, name).tolist()
        at += struct.calcsize(kind) * len(values)
    at += -at % 8
    assert int.from_bytes(data[at:], "little") == zlib.crc32(data[:at])
    assert len(data) == at + 8


def test_a_table_that_was_written_is_read_again() -> None:
    read = decode_table(encode_table(TABLE))
    for field in dataclasses.fields(TableData):
        before, after = getattr(TABLE, field.name), getattr(read, field.name)
        assert (before.tolist() == after.tolist()) if field.name in ARRAYS else before == after


def resealed(body: bytes) -> bytes:
    return body + zlib.crc32(body).to_bytes(8, "little")


WHOLE = encode_table(TABLE)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"TDREFTAX" + WHOLE[8:], "this is no reference table"),
        (b"TDREFTAB", "format 0, not 1"),
        (resealed(WHOLE[:8] + b"\2" + WHOLE[9:-8]), "format 2, not 1"),
        (resealed(WHOLE[:9] + b"\1" + WHOLE[10:-8]), "format 257, not 1"),
        (resealed(WHOLE[:11] + b"\1" + WHOLE[12:-8]), "format 16777217, not 1"),
        (WHOLE[:23], "damaged or cut short"),
        (WHOLE[:-1], "damaged or cut short"),
        (WHOLE[:-8] + bytes(8), "damaged or cut short"),
        (WHOLE[:40] + b"?" + WHOLE[41:], "damaged or cut short"),
        (resealed(WHOLE[:-8].replace(b'"keys_version":2', b'"keys_version":3')), "split words differently"),
    ],
)
def test_what_is_no_table_of_ours_is_said(data: bytes, complaint: str) -> None:
    with pytest.raises(ReferenceDataError, match=complaint) as caught:
        decode_table(data, where="lights.bin")
    assert caught.value.where == "lights.bin"
    assert "reference build" in caught.value.hint


# --- counts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("holders", "said"),
    [
        (1, 0), (2, 2), (3, 3), (127, 127), (128, 128),  # exact, but that one counts as none
        (129, 130), (130, 130), (131, 132), (998, 1000), (1000, 1000),  # then in steps of 1.6 %, upwards on a tie
    ],
)  # fmt: skip
def test_in_how_many_of_a_thousand_treaties_a_run_stands(holders: int, said: int) -> None:
    formula = "each party shall light lanterns"
    treaties = [(str(n), [formula if n < holders else "other words"]) for n in range(1000)]
    reference = read_reference(build_reference(treaties, reference_id="x", language="en"))
    run = clause_grams(token_row([clause_words(formula, "en").numbers]), 5).numbers
    assert reference.df5(run).tolist() == [said]
    assert reference.df1(word_numbers(["lanterns"])).tolist() == [holders]


def test_a_treaty_counts_once_however_often_it_says_a_word() -> None:
    treaties = [("one", ["oil oil oil", "oil lamps"]), ("two", ["lamps"]), ("empty", ["—"])]
    reference = read_reference(build_reference(treaties, reference_id="x", language="en"))
    assert (reference.n, reference.info.treaties) == (2, 2)
    assert reference.table.names == ("one", "two")
    assert reference.df1(word_numbers(["oil", "lamps", "bees"])).tolist() == [1, 2, 0]


def table_of(held: list[list[int]], rate: int = 1) -> ReferenceTable:
    """A table of some treaties by the sampled runs that each holds."""
    pairs = sorted((run, treaty) for treaty, runs in enumerate(held) for run in runs)
    table = dataclasses.replace(
        TABLE, names=tuple(f"Treaty {n}" for n in range(len(held))), sample_rate=rate,
        sample_keys=np.array([run for run, _ in pairs], dtype=np.uint32),
        sample_treaty=np.array([treaty for _, treaty in pairs], dtype=np.uint32),
    )  # fmt: skip
    return read_reference(encode_table(table))


def runs(*keys: int) -> np.ndarray:
    """Numbers of runs by their upper halves, which are what a table keeps."""
    return np.array(keys, dtype=np.uint64) << np.uint64(32)


@pytest.mark.parametrize(
    ("of_draft", "held", "copy"),
    [
        pytest.param(15, 12, True, id="four fifths"),
        pytest.param(15, 11, False, id="less"),
        pytest.param(12, 12, True, id="twelve runs are enough to know"),
        pytest.param(11, 11, False, id="eleven are not"),
    ],
)
def test_a_treaty_with_four_fifths_of_a_draft_is_a_near_copy(of_draft: int, held: int, copy: bool) -> None:
    reference = table_of([list(range(900, 950)), list(range(held))])
    assert near_copies(reference, runs(*range(of_draft))) == (frozenset({1}) if copy else frozenset())


def test_only_sampled_runs_are_asked_for() -> None:
    reference = table_of([list(range(20))], rate=32)
    every = runs(*range(20)) + np.arange(20, dtype=np.uint64)  # one in 32 of these numbers: the first alone
    assert near_copies(reference, every) == frozenset()
    assert near_copies(reference, runs(*range(20)) + np.uint64(64)) == {0}


def test_near_copies_of_either_draft_are_counted_out_for_its_own_words_alone() -> None:
    def text(name: str) -> list[str]:
        return [" ".join(f"{name}{clause}n{place}" for place in range(62)) for clause in range(8)]

    a, b = make_draft({"1": text("a")}), make_draft({"1": text("b")})
    treaties = [
        ("Copy of A", text("a")),
        ("Copy of both", [*text("a"), *text("b")]),
        ("Part of A", text("a")[:2]),
    ]
    treaties += [(f"Far {n}", ["bees swarm", "a1n1 alone"]) for n in range(3)]
    whole = read_reference(build_reference(treaties, reference_id="x", language="en"))
    left = leave_out_near_copies(whole, draft_words(a), draft_words(b))
    assert left.info.left_out == ("Copy of A", "Copy of both")
    assert (left.n, left.info.treaties) == (4, 6)
    asked = word_numbers(["a1n1", "a7n1", "b1n1", "bees", "alone"])
    assert whole.df1(asked).tolist() == [6, 2, 1, 3, 3]
    assert left.df1(asked).tolist() == [4, 0, 0, 3, 3]
    assert leave_out_near_copies(left, draft_words(a), draft_words(b)) is left
    assert leave_out_near_copies(pair_reference(a, b), draft_words(a)).info.left_out == ()


# --- the drafts as their own reference ---------------------------------------------------------------


def test_units_of_the_drafts_stand_for_treaties() -> None:
    formula = "keepers give notice to the master"
    a = make_draft({"1": [formula, formula], "2": [f"{formula} today"], "3": ["oil"]})
    b = make_draft({"1": [formula], "2": ["oil"], "3": ["oil"], "4": ["oil and wicks"]})
    reference = pair_reference(a, b)
    # Once a unit, however often there; and the greater of the two drafts' counts, not their sum.
    assert reference.df1(word_numbers(["notice", "oil", "wicks", "today"])).tolist() == [2, 3, 1, 1]
    run = clause_grams(token_row([clause_words(formula, "en").numbers]), 5).numbers
    assert reference.df5(run).tolist() == [2, 2]
    assert (reference.n, reference.gram_size) == (30, 5)
    many = make_draft({str(n): ["oil"] for n in range(1, 41)})
    assert pair_reference(many, b).n == 40
    assert pair_reference(b, many).n == 40


# --- treaties as text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("treaty/harbour/lanterns/BW1", "harbour lanterns (BW1)"),
        ("treaty/harbour/BW1", "treaty/harbour/BW1"),
        ("Harbour Convention", "Harbour Convention"),
    ],
)
def test_names_of_treaties(name: str, shown: str) -> None:
    line = json.dumps({"name": name, "articles": [{"text": "1. Oil."}, {"text": "Wicks.\n\nBees."}]})
    assert list(treaties_from_jsonl(["", line, "  "])) == [(shown, ("Oil.", "Wicks.", "Bees."))]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Keepers\n# Lights\n| a | b |\n![a lamp](lamp.png)\nPilots", ["Keepers", "Pilots"]),
        ("See [the rules](rules.md) and ![](x.png) here", ["See the rules and  here"]),
        ("(12) oil\n(xii) oil\nB. oil\n• oil\n1234. oil\nabc) oil", ["oil"] * 4 + ["1234. oil", "abc) oil"]),
        ("  **Bold** words  ", ["Bold words"]),
    ],
)
def test_clauses_of_text(text: str, clauses: list[str]) -> None:
    assert list(clauses_of_text(text)) == clauses
