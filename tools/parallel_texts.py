"""The parallel texts of the corpus, and lexicons learned from them: python -m tools.parallel_texts."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from tools.evaluate.corpus import Corpus
from tools.evaluate.kept import Kept
from treatydiff.align.across.lexicon import Lexicon, encode_lexicon, lexicon_of
from treatydiff.align.across.parallel import ParallelClause, parallel_clauses
from treatydiff.model import Draft

LANGUAGES = ("ar", "es", "fr", "ru", "zh")
REGULATIONS = {
    "crusts-2012": "Regulations on Cobalt-rich Ferromanganese Crusts, 2012",
    "nodules-2013": "Regulations on Polymetallic Nodules, 2013",
    "sulphides-2010": "Regulations on Polymetallic Sulphides, 2010",
}
"""Regulations of the International Seabed Authority; between them they share most of their words."""
TARGET = Path(__file__).resolve().parent.parent / "treatydiff" / "align" / "across" / "data"

_Text = tuple[str, str, str, str]
"""Family, name, file in the language and file in English."""


def parallel_texts(corpus: Corpus, language: str) -> Iterator[_Text]:
    """The texts of a language that the corpus also has in English.

    Args:
        corpus: the texts.
        language: code of the language.
    """
    yield ("bbnj", "Agreement on marine biological diversity beyond national jurisdiction, 2023",
           f"bbnj/BBNJ_Agreement_2023_{language}.txt", "bbnj/BBNJ_Agreement_2023_en.txt")  # fmt: skip
    yield ("charter", "Charter of the United Nations", f"charter/un_charter_{language}.txt",
           "charter/un_charter_en.txt")  # fmt: skip
    for stem, name in REGULATIONS.items():
        own = next((f"field/isa_{stem}_{language}{end}" for end in (".txt", ".pdf")
                    if corpus.path(f"field/isa_{stem}_{language}{end}").is_file()), None)  # fmt: skip
        if own:
            yield "regulations", name, own, f"field/isa_{stem}_en.txt"
    if language == "fr":
        for path in sorted((corpus.folder / "eu").glob("*.html")):
            celex = path.stem.split("_")[0].upper()
            yield path.stem, f"EU act {celex}", f"eu_fr/{path.stem}.fr.html", f"eu/{path.name}"


class ParallelTexts:
    """The parallel clauses of the corpus and lexicons learned from them, each made at most once.

    Args:
        corpus: the texts.
        kept: what earlier runs made; None where nothing is to be kept.
    """

    def __init__(self, corpus: Corpus, kept: Kept | None = None) -> None:
        self._corpus = corpus
        self._kept = kept
        self._clauses_of: dict[str, tuple[ParallelClause, ...]] = {}
        self._drafts: dict[str, Draft] = {}
        self._lexicons: dict[str, Lexicon] = {}

    def draft(self, name: str) -> Draft:
        """A draft of the corpus.

        Args:
            name: of the file.
        """
        if name not in self._drafts:
            kept, corpus = self._kept, self._corpus
            self._drafts[name] = kept.draft(corpus, name) if kept else corpus.draft(name)
        return self._drafts[name]

    def lexicon(self, language: str, without: Collection[str] = ()) -> Lexicon:
        """The lexicon of a language, learned from all of its texts but some.

        Args:
            language: code of the language.
            without: families of texts that are left out.
        """
        texts = [each for each in parallel_texts(self._corpus, language) if each[0] not in without]
        about = "\n".join((language, *(f"{own} {english}" for _, _, own, english in texts)))
        if about not in self._lexicons:

            def learned() -> Lexicon:
                clauses = [clause for _, _, own, english in texts for clause in self._clauses(own, english)]
                return lexicon_of(language, clauses, [name for _, name, _, _ in texts])

            self._lexicons[about] = self._kept.lexicon(about, learned) if self._kept else learned()
        return self._lexicons[about]

    def _clauses(self, own: str, english: str) -> tuple[ParallelClause, ...]:
        if own not in self._clauses_of:
            self._clauses_of[own] = parallel_clauses(self.draft(own), self.draft(english))
        return self._clauses_of[own]


def main() -> int:
    """Build the lexicons that come with the program."""
    texts = ParallelTexts(Corpus(Path(os.environ["TREATYDIFF_CORPUS"])))
    TARGET.mkdir(exist_ok=True)
    for language in LANGUAGES:
        lexicon = texts.lexicon(language)
        data = encode_lexicon(lexicon)
        (TARGET / f"lexicon_{language}.tsv.gz").write_bytes(data)
        print(
            f"{language}: {len(lexicon.entries):,} terms, {len(lexicon.sources)} texts, {len(data):,} bytes"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
