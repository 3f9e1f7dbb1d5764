"""The account of every character, and its total against that of another program."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, fault_text, is_unsupported_language, label
from tools.evaluate.rows import Row, information, row
from treatydiff.errors import TreatydiffError
from treatydiff.model import Receipt
from treatydiff.structure.receipt import MOST_FRONT_MATTER, MOST_NOTES

NAME = "receipt"
MOST_FURNITURE = 0.15
MOST_DEVIATION = 0.005


def measure(corpus: Corpus) -> Iterator[Row]:
    """Classes, furniture and total of every file that is no plain trade agreement, then those together."""
    archive: list[Receipt] = []
    for name in corpus.files():
        try:
            receipt = corpus.draft(name).receipt
        except TreatydiffError as fault:
            if not is_unsupported_language(fault):
                yield information(NAME, label(name), fault_text(fault))
            continue
        if name.startswith("trade/"):
            archive.append(receipt)
        else:
            yield _account(label(name), receipt)
        if name.startswith("field/"):
            yield _shares(corpus, name, receipt)
        if name.endswith(".pdf"):
            yield _against_pdftotext(corpus, name, receipt)
    yield _account(f"{len(archive)} trade agreements", _sum(archive))
    most = max(archive, key=_furniture_share)
    yield row(
        NAME,
        "trade agreement with most furniture",
        f"≤ {MOST_FURNITURE:.0%}",
        f"{_furniture_share(most):.1%}",
        _furniture_share(most) <= MOST_FURNITURE,
    )


def total(receipt: Receipt) -> int:
    """All non-space code points of a file; generated numbers are not in it."""
    return (
        receipt.provision + receipt.note + receipt.front_matter + receipt.furniture + receipt.other
        + receipt.unaccounted
    )  # fmt: skip


def _account(what: str, receipt: Receipt) -> Row:
    found = (
        f"{receipt.provision} provision, {receipt.note} note, {receipt.front_matter} front matter, "
        f"{receipt.furniture} furniture ({_furniture_share(receipt):.1%}), {receipt.other} other, "
        f"{receipt.unaccounted} unaccounted"
    )
    ok = receipt.unaccounted == 0 and _furniture_share(receipt) <= MOST_FURNITURE
    return row(NAME, what, f"0 unaccounted, furniture ≤ {MOST_FURNITURE:.0%}", found, ok)


def _shares(corpus: Corpus, name: str, receipt: Receipt) -> Row:
    """What is over its usual share in a document from the field must be said; its pages are the details."""
    said = {diagnostic.code for diagnostic in corpus.draft(name).diagnostics}
    over = {
        "furniture_share": _furniture_share(receipt) > MOST_FURNITURE,
        "front_matter_share": receipt.front_matter > MOST_FRONT_MATTER * total(receipt),
        "note_share": receipt.note > MOST_NOTES * total(receipt),
    }
    unsaid = sorted(code for code, is_over in over.items() if is_over and code not in said)
    found = ", ".join(unsaid) or f"said: {', '.join(sorted(said & over.keys())) or 'nothing is over'}"
    details = list(_pages_over(corpus, name))
    return row(
        NAME,
        f"{label(name)}: shares",
        "nothing over its usual share unsaid",
        found,
        not unsaid,
        details=details,
    )


def _pages_over(corpus: Corpus, name: str) -> Iterator[str]:
    """The pages of a file on which furniture and notes together take more than a third of the characters."""
    source = corpus.source_text(name)
    counts: dict[int, Counter[str]] = {}
    for kind, pieces in (("text", source.blocks), ("furniture", source.furniture), ("notes", source.notes)):
        for piece in pieces:
            counts.setdefault(piece.page or 0, Counter())[kind] += len("".join(piece.text.split()))
    for page in sorted(counts):
        found = counts[page]
        if found["furniture"] + found["notes"] > found.total() / 3:
            yield (f"p. {page}: {found['text']} text, {found['furniture']} furniture, {found['notes']} notes")


def _furniture_share(receipt: Receipt) -> float:
    return receipt.furniture / max(1, total(receipt))


def _sum(receipts: list[Receipt]) -> Receipt:
    names = Receipt.__dataclass_fields__
    return Receipt(**{name: sum(getattr(receipt, name) for receipt in receipts) for name in names})


def _against_pdftotext(corpus: Corpus, name: str, receipt: Receipt) -> Row:
    what = f"{label(name)}: total against pdftotext"
    program = shutil.which("pdftotext")
    if program is None:
        return information(NAME, what, "skipped: pdftotext is not installed")
    printed = subprocess.run(
        [program, "-enc", "UTF-8", str(corpus.path(name)), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    other = sum(not char.isspace() and unicodedata.category(char)[0] != "C" for char in printed)
    deviation = (total(receipt) - other) / other
    found = f"{total(receipt)} / {other} ({deviation:+.2%})"
    if any(diagnostic.code == "font_decoded" for diagnostic in corpus.draft(name).diagnostics):
        # What pdftotext prints for fonts that hide their characters is no measure.
        return information(NAME, what, f"{found}; fonts had to be decoded")
    return row(NAME, what, f"within {MOST_DEVIATION:.1%}", found, abs(deviation) <= MOST_DEVIATION)
