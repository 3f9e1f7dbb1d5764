from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.language.runs.numbers import word_number, word_numbers
from treatydiff.score.grams import clause_grams, covered, greatest_over_runs, offered_grams, token_row

TEXTS = st.lists(st.lists(st.sampled_from("abcd"), max_size=9), max_size=6)


def test_numbers_are_the_same_on_every_machine() -> None:
    assert word_number("lantern") == 18164025558080376068
    row = token_row([word_numbers(["lantern", "oil", "wick"])])
    assert clause_grams(row, 3).numbers.tolist() == [4949817432190182353]


def test_numbers_do_not_depend_on_the_hash_seed() -> None:
    code = "from treatydiff.language.runs.numbers import word_number; print(word_number('lantern'))"
    said = set()
    for seed in ("1", "2"):
        run = [sys.executable, "-c", code]
        said.add(subprocess.run(run, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout)
    assert said == {f"{word_number('lantern')}\n".encode()}


@given(texts=TEXTS, n=st.integers(1, 6))
def test_runs_are_those_a_reader_would_write_out(texts: list[list[str]], n: int) -> None:
    row = token_row([word_numbers(text) for text in texts])
    grams = clause_grams(row, n)
    written = []
    for text in texts:
        size = min(n, len(text))
        written += [tuple(text[i : i + size]) for i in range(len(text) - size + 1) if size]
    by_run: dict[tuple[str, ...], set[int]] = {}
    order = np.lexsort((grams.start,))
    for run, number in zip(written, grams.numbers[order].tolist(), strict=True):
        by_run.setdefault(run, set()).add(number)
    assert all(len(numbers) == 1 for numbers in by_run.values())
    assert len(set.union(set(), *by_run.values())) == len(by_run)


@given(texts=TEXTS, n=st.integers(1, 6))
def test_every_word_of_every_clause_lies_in_a_run(texts: list[list[str]], n: int) -> None:
    row = token_row([word_numbers(text) for text in texts])
    grams = clause_grams(row, n)
    assert covered(len(row.numbers), grams, np.ones(len(grams.numbers), dtype=bool)).all()
    assert (row.clause[grams.start] == row.clause[grams.start + grams.size - 1]).all()
    offered = offered_grams(row, n, range(1, n + 1))
    assert set(grams.numbers.tolist()) <= set(offered.numbers.tolist())


def test_greatest_value_of_the_runs_around_each_word() -> None:
    row = token_row([word_numbers(["a", "b", "c", "d"]), word_numbers(["e"])])
    grams = clause_grams(row, 3)
    value = {0: 0.2, 1: 0.7, 4: 0.4}  # "a b c", "b c d", "e"
    values = np.array([value[start] for start in grams.start.tolist()])
    assert greatest_over_runs(5, grams, values).tolist() == [0.2, 0.7, 0.7, 0.7, 0.4]
