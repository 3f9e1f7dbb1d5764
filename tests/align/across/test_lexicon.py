from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.align.across.learning import learn
from treatydiff.align.across.lengths import by_length
from treatydiff.align.across.lexicon import decode_lexicon, encode_lexicon, lexicon_of, shipped_lexicon
from treatydiff.align.across.parallel import parallel_clauses
from treatydiff.errors import ReferenceDataError
from treatydiff.language.across.stems import terms

NOUNS = {"lampe": "lamp", "huile": "oil", "rapport": "report", "navire": "ship", "phare": "lighthouse"}
"""Words that are only ever translated so, in clauses of two of them."""


def clauses_of(words: list[tuple[str, str]], form: str) -> str:
    return "".join(f"Article {n}\n\n{form.format(*pair)}\n\n" for n, pair in enumerate(words, 1))


PAIRS = [(one, two) for one in NOUNS for two in NOUNS if one != two]
FRENCH = clauses_of(PAIRS, "Chaque Partie garde une {} pour chaque {} de la côte.")
ENGLISH = clauses_of(
    [(NOUNS[one], NOUNS[two]) for one, two in PAIRS], "Each Party keeps a {} for every {} of the coast."
)


def test_words_that_stand_together_translate_one_another() -> None:
    clauses = parallel_clauses(draft_of(FRENCH, language="fr"), draft_of(ENGLISH, language="en"))
    lexicon = lexicon_of("fr", clauses, ["lamps"])
    first = {lexicon.words[term]: lexicon.english[found[0].term] for term, found in lexicon.entries.items()}
    assert {word: first[word] for word in NOUNS} == NOUNS


def test_a_lexicon_is_read_as_it_was_written_and_always_the_same_bytes() -> None:
    clauses = parallel_clauses(draft_of(FRENCH, language="fr"), draft_of(ENGLISH, language="en"))
    lexicon = lexicon_of("fr", clauses, ["lamps", "more lamps"])
    data = encode_lexicon(lexicon)
    assert data == encode_lexicon(lexicon_of("fr", clauses, ["lamps", "more lamps"]))
    assert decode_lexicon(data, where="own") == lexicon
    with pytest.raises(ReferenceDataError, match="is no lexicon"):
        decode_lexicon(data[:40], where="own")


@pytest.mark.parametrize(
    ("language", "word", "english"),
    [("fr", "république", "republic"), ("es", "tribunal", "tribunal"), ("ru", "конвенция", "convention"),
     ("zh", "报告", "report"), ("ar", "المتحدة", "united")],
)  # fmt: skip
def test_the_lexicons_that_come_with_the_program(language: str, word: str, english: str) -> None:
    lexicon = shipped_lexicon(language)
    assert lexicon is not None
    ((term, _),) = terms(word, language)
    assert lexicon.english[lexicon.entries[term][0].term] == english
    assert lexicon.sources


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The Parties shall adopt regulations.", ["part", "shall", "adopt", "regul"]),
        ("ru", "Стороны обязаны защищать море.", ["сторон", "обязан", "защищ", "мор"]),
        ("zh", "理事会的报告", ["理事", "事会", "报告"]),
        ("ar", "والمعاهدة", ["معاهد"]),
        ("en", "Within 30 days of article 5.", ["within", "day"]),
    ],
)
def test_terms_are_words_without_endings(language: str, text: str, found: list[str]) -> None:
    assert [term for term, _ in terms(text, language)] == found


def test_sentences_are_paired_by_their_lengths() -> None:
    assert by_length([100, 20, 20], [100, 40]) == [
        (slice(0, 1), slice(0, 1)), (slice(1, 3), slice(1, 2)),
    ]  # fmt: skip
    assert learn([]) == []
