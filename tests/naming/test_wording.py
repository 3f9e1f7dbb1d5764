from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.model import Pairing, Signal
from treatydiff.naming.wording import (
    listed,
    percent,
    relation_words,
    signal_group_words,
    signal_words,
)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (None, ""), (0.0, "0 %"), (0.0001, "<1 %"), (0.005, "1 %"), (0.125, "13 %"), (0.625, "63 %"),
        (0.7149, "71 %"), (0.9949, "99 %"), (0.995, ">99 %"), (0.9999, ">99 %"), (1.0, "100 %"),
    ],
)  # fmt: skip
def test_percents_are_whole_and_never_claim_all_or_nothing_falsely(share: float | None, words: str) -> None:
    assert percent(share) == words


@given(st.floats(0.0, 1.0))
def test_only_nothing_is_0_percent_and_only_all_is_100(share: float) -> None:
    assert (percent(share) == "0 %") == (share == 0.0)
    assert percent(share) != "100 %" or share > 1.0 - 1e-8


@pytest.mark.parametrize(
    ("pairing", "words"),
    [
        (Pairing(("art_1",), ("art_1",), "identical"), "identical"),
        (Pairing(("art_5",), ("art_6",), "amended", renumbered=True, amended=True), "revised, renumbered"),
        (Pairing(("art_5",), ("art_6",), "renumbered", renumbered=True), "renumbered"),
        (Pairing(("art_5",), ("art_5",), "brackets_lifted"), "brackets removed"),
        (Pairing(("art_5",), ("art_9",), "moved", True, True, True), "moved, revised, renumbered"),
        (Pairing(("art_7",), ("art_8", "art_9"), "split", renumbered=True), "split"),
        (Pairing(("art_7",), ("art_8", "art_9"), "split", renumbered=True, amended=True), "split, revised"),
        (Pairing((), ("art_9",), "added", renumbered=True), "added"),
    ],
)
def test_a_relation_is_told_with_the_flags_it_does_not_imply(pairing: Pairing, words: str) -> None:
    assert relation_words(pairing) == words


@pytest.mark.parametrize(
    ("signal", "number", "words"),
    [
        (Signal("obligation", "weakened"), 1, "towards less binding wording"),
        (Signal("obligation", "weakened"), 2, "2 times towards less binding wording"),
        (Signal("obligation", "settled: shall"), 1, "obligation settled: shall"),
        (Signal("negation", "added"), 1, "negation added"),
        (Signal("number"), 3, "3 numbers changed"),
        (Signal("final_clause"), 1, "final clause changed"),
        (Signal("bearer", "removed"), 1, "remark: bearer removed"),
        (Signal("bearer", "changed"), 3, "remarks: 3 bearers changed"),
    ],
)
def test_signals_in_words(signal: Signal, number: int, words: str) -> None:
    assert signal_words(signal, number) == words


def test_signals_of_one_kind_are_told_together() -> None:
    counts = [(Signal("obligation", "added"), 2), (Signal("obligation", "removed"), 1)]
    assert signal_group_words(counts) == "obligations: 2 added, 1 removed"
    assert signal_group_words(counts[:1]) == "2 obligations added"
    bearers = [(Signal("bearer", "changed"), 2), (Signal("bearer", "named"), 1)]
    assert signal_group_words(bearers) == "remarks: bearers: 2 changed, 1 named"


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_in_a_sentence(parts: list[str], words: str) -> None:
    assert listed(parts) == words
