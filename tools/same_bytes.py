"""Show that a change of the code changed no byte of what is written: hashes of reports, before and after.

    python -m tools.same_bytes --write before.json
    python -m tools.same_bytes --against before.json [--only PAIR...]

Twelve pairs of the corpus are compared and written in every format that depends on nothing but the
comparison, and their drafts as JSON. The hashes hold nothing of the texts, but they belong to one
version of the corpus and are kept outside the project.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from treatydiff.pipeline import compare_drafts, read_drafts
from treatydiff.rendering import render
from treatydiff.settings import Settings

PAIRS = {
    "text": ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"),
    "short": (
        "trade/2003-03-26_albania-bulgaria.txt",
        "trade/2003-04-08_romania-bosnia-and-herzegovina.txt",
    ),
    "pdf": ("paris/2015-10-05.pdf", "paris/2015-10-23.pdf"),
    "mixed": ("bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"),
    "docx": ("unfccc/decision_draft_2024-11-14.docx", "unfccc/decision_final_4-CMA.6.txt"),
    "proposals": ("bbnj/delegation_proposals_2022-08-01.txt", "bbnj/draft_2022-12-12.txt"),
    "html": ("eu/32009l0072_2009-07-13.html", "eu/32019l0944_2019-06-05.html"),
    "fr": ("field/isa_nodules-2013_fr.pdf", "field/isa_sulphides-2010_fr.txt"),
    "es": ("field/isa_crusts-2012_es.pdf", "field/isa_nodules-2013_es.txt"),
    "ru": ("field/isa_nodules-2013_ru.txt", "field/isa_sulphides-2010_ru.txt"),
    "zh": ("field/isa_crusts-2012_zh.txt", "field/isa_nodules-2013_zh.txt"),
    "ar": ("charter/un_charter_ar.docx", "charter/un_charter_ar.pdf"),
}
FORMATS = ("json", "html", "markdown", "terminal", "csv")


def hashes_of(a: Path, b: Path) -> dict[str, str]:
    """SHA-256 of every rendering of one pair, and of both drafts, by their names."""
    settings = Settings()
    drafts = read_drafts([a, b], settings)
    comparison = compare_drafts(drafts[0], drafts[1], settings)
    written = {name: render(comparison, name) for name in FORMATS}
    written |= {f"draft {side}": render(draft, "json") for side, draft in zip("ab", drafts, strict=True)}
    return {name: _digest(content) for name, content in written.items()}


def _digest(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the hashes or hold them against earlier ones; 1 where one differs, 2 without a corpus."""
    parser = argparse.ArgumentParser(prog="python -m tools.same_bytes", description="Hash all reports.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the hashes here")
    parser.add_argument("--against", type=Path, metavar="FILE", help="hold them against these")
    parser.add_argument("--only", nargs="+", choices=tuple(PAIRS), metavar="PAIR", help=", ".join(PAIRS))
    options = parser.parse_args(arguments)
    corpus = Path(os.environ.get("TREATYDIFF_CORPUS", ""))
    if not corpus.name or not corpus.is_dir():
        print("tools.same_bytes: TREATYDIFF_CORPUS must name the folder of texts", file=sys.stderr)
        return 2
    found = {name: hashes_of(*(corpus / file for file in PAIRS[name])) for name in options.only or PAIRS}
    if options.write:
        options.write.write_text(json.dumps(found, indent=1), encoding="utf-8")
    known = json.loads(options.against.read_text(encoding="utf-8")) if options.against else {}
    differing = [
        f"{pair}: {name}"
        for pair, hashes in found.items()
        for name, digest in hashes.items()
        if pair in known and known[pair].get(name) != digest
    ]
    compared = sum(len(known.get(pair, ())) for pair in found)
    print("\n".join(differing) if differing else f"{len(found)} pairs hashed, {compared} hashes as before")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
