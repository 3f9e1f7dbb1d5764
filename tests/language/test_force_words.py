from __future__ import annotations

import pytest

from treatydiff.language.words.brackets import MODALS
from treatydiff.language.words.signals import SIGNAL_WORDS


@pytest.mark.parametrize("language", SIGNAL_WORDS)
def test_every_modal_verb_is_a_modal_of_its_table(language: str) -> None:
    table = SIGNAL_WORDS[language]
    known = [table.at_words(pattern) for _, pattern, _ in table.modals]
    assert table.modal_verbs
    assert {verb for verb in table.modal_verbs if not any(each.fullmatch(verb) for each in known)} == set()
    assert table.modal_verbs <= MODALS


@pytest.mark.parametrize("language", SIGNAL_WORDS)
def test_every_negated_modal_is_a_modal(language: str) -> None:
    table = SIGNAL_WORDS[language]
    assert table.negated_modals <= {name for name, _, _ in table.modals}
