"""Which share of the words of a text is read from the PDF that holds the same text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tools.evaluate.corpus import Corpus, fault_text, is_unsupported_language, label
from tools.evaluate.rows import Row, information, row
from treatydiff.errors import TreatydiffError, UnreadableTextError
from treatydiff.language.tokenizer import words

NAME = "words"
LEAST = 0.995
_NOT_COUNTED = re.compile("[-\u0640\u064b-\u0652\u0670]")
PAIRS = tuple(
    (f"bbnj/BBNJ_Agreement_2023_{code}.pdf", f"bbnj/BBNJ_Agreement_2023_{code}.txt")
    for code in ("en", "es", "fr", "ru", "zh", "ar")
) + tuple(
    (f"charter/un_charter_{code}.pdf", f"charter/un_charter_{code}.txt")
    for code in ("en", "es", "fr", "ru", "zh", "ar")
) + tuple(
    (f"field/isa_{regulations}_{code}.pdf", f"field/isa_{regulations}_{code}.txt")
    for regulations in ("crusts-2012", "nodules-2013", "sulphides-2010")
    for code in ("es", "fr", "ru", "zh")
)  # fmt: skip


def measure(corpus: Corpus) -> Iterator[Row]:
    """Recall of words, as bags, for every PDF with its text beside it."""
    for pdf, text in PAIRS:
        try:
            lost = lost_words(corpus, pdf, text)
            recall = word_recall(corpus, pdf, text)
        except UnreadableTextError as fault:
            yield information(NAME, label(pdf), fault_text(fault))
            continue
        except TreatydiffError as fault:
            yield row(NAME, label(pdf), f"recall ≥ {LEAST}", fault_text(fault), ok=False)
            continue
        details = [f"{count} × {word!r}" for word, count in lost.most_common(15)]
        found = f"recall {recall:.4f}, {lost.total()} lost"
        yield row(NAME, label(pdf), f"recall ≥ {LEAST}", found, recall >= LEAST, details=details)


def word_recall(corpus: Corpus, name: str, text: str) -> float:
    """The share of a text's words that are read from another file of it.

    Args:
        corpus: the texts.
        name: the file that is read.
        text: the plain text beside it.

    Raises:
        TreatydiffError: the file cannot be read.
    """
    return 1.0 - lost_words(corpus, name, text).total() / max(1, _of_text(corpus, text).total())


def lost_words(corpus: Corpus, name: str, text: str) -> Counter[str]:
    """The words of a text that are not read from another file of it, as a bag."""
    # Lines give the words of headings, the draft those that were parted at a line end.
    read = _of_source(corpus, name) | _of_draft(corpus, name)
    return _of_text(corpus, text) - read


def _of_text(corpus: Corpus, text: str) -> Counter[str]:
    return Counter(_keys([corpus.path(text).read_text(encoding="utf-8-sig")]))


def _of_source(corpus: Corpus, name: str) -> Counter[str]:
    """The words of the lines that a reader gives, and of what it set aside."""
    source = corpus.source_text(name)
    texts = ["\n".join(block.text for block in source.blocks)]
    texts += [note.text for note in source.notes] + [piece.text for piece in source.furniture]
    return Counter(_keys(texts))


def _of_draft(corpus: Corpus, name: str) -> Counter[str]:
    """The words of a draft's provisions; none where its language has no grammar yet."""
    try:
        draft = corpus.draft(name)
    except TreatydiffError as fault:
        if not is_unsupported_language(fault):
            raise
        return Counter()
    return Counter(_keys(text for node in draft.walk() for text in (node.heading, node.text)))


def _keys(texts: Iterable[str]) -> list[str]:
    """Words without hyphens, elongations and vowel signs, in which a page and the text beside it differ."""
    keys = (_NOT_COUNTED.sub("", word.key) for text in texts for word in words(text))
    return [key for key in keys if key]
