"""Ids must be unique in every file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, fault_text, is_unsupported_language, label
from tools.evaluate.rows import Row, row
from treatydiff.errors import TreatydiffError

NAME = "ids"


def measure(corpus: Corpus) -> Iterator[Row]:
    """One row for all files that parse, one for every file with a repeat or an unforeseen fault."""
    unique, unsupported = 0, 0
    for name in corpus.files():
        try:
            counts = Counter(node.id for node in corpus.draft(name).walk())
        except TreatydiffError as fault:
            if is_unsupported_language(fault):
                unsupported += 1
            elif name not in _refused(corpus):
                yield row(NAME, label(name), "parsed", fault_text(fault), ok=False)
            continue
        repeats = [f"{id_} ({count})" for id_, count in counts.items() if count > 1]
        unique += not repeats
        if repeats:
            yield row(NAME, f"{label(name)}: repeated", 0, len(repeats), details=repeats)
    yield row(NAME, "files with unique ids", unique, unique)
    if unsupported:
        yield row(NAME, "files in a language that is not supported yet", 0, unsupported)


def _refused(corpus: Corpus) -> set[str]:
    files = corpus.truth("structure.json")["files"]
    return {name for name, known in files.items() if known.get("refused")}
