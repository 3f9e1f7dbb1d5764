"""Which share of the words of a text is read from the PDF that holds the same text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tools.evaluate.corpus import Corpus, fault_text, is_unsupported_language, label
from tools.evaluate.rows import Row, row
from treatydiff.errors import TreatydiffError
from treatydiff.language.words import words

NAME = "words"
LEAST = 0.995
_ELONGATION = "\u0640"
PAIRS = tuple(
    (f"bbnj/BBNJ_Agreement_2023_{code}.pdf", f"bbnj/BBNJ_Agreement_2023_{code}.txt")
    for code in ("en", "es", "fr", "ru", "zh")
) + tuple(
    (f"charter/un_charter_{code}.pdf", f"charter/un_charter_{code}.txt")
    for code in ("en", "es", "fr", "ru", "zh", "ar")
)  # fmt: skip


def measure(corpus: Corpus) -> Iterator[Row]:
    """Recall of words, as bags, for every PDF with its text beside it."""
    for pdf, text in PAIRS:
        try:
            printed_words, joined_words = _of_source(corpus, pdf), _of_draft(corpus, pdf)
        except TreatydiffError as fault:
            yield row(NAME, label(pdf), f"recall ≥ {LEAST}", fault_text(fault), ok=False)
            continue
        known = Counter(_keys([corpus.path(text).read_text(encoding="utf-8-sig")]))
        # Lines give the words of headings, the draft those that were parted at a line end.
        read = printed_words | joined_words
        recall = (read & known).total() / max(1, known.total())
        found = f"recall {recall:.4f}{'' if joined_words else ' (lines not joined: no grammar yet)'}"
        lost = (known - read).most_common(15)
        details = [f"{count} × {word!r}" for word, count in lost]
        yield row(NAME, label(pdf), f"recall ≥ {LEAST}", found, recall >= LEAST, details=details)


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
    """Words without hyphens and elongations, which a page may have where the text beside it has none."""
    keys = (word.key.replace("-", "").replace(_ELONGATION, "") for text in texts for word in words(text))
    return [key for key in keys if key]
