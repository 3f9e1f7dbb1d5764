"""What a redline in a draft's own Word file costs beside a plain one, and what each tool marks.

    python -m tools.word_redlines A.docx B.docx [--runs 3] [--peers /opt/peers]

Whole processes without cache, one tool after the other and round after round; work is user and system time.
A redline in the draft's own file carries that file's pictures, styles and headers, so its size is held
against the larger of the plain redline and the draft. Words are counted in the text, footnotes and endnotes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from statistics import median

from lxml import etree

from tools.side_by_side import Measured, Tool, run, tools

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = ("ins", "del", "moveFrom", "moveTo")
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def words_marked(path: Path) -> Counter[str]:
    """The words of a Word file's tracked changes by kind; in a change within a move, of the inner one."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as package:
        roots = [etree.fromstring(package.read(name)) for name in PARTS if name in package.namelist()]
    for change in (each for root in roots for each in root.iter(*(W + kind for kind in KINDS))):
        texts = change.iter(W + "t", W + "delText", W + "tab", W + "br")
        own = (each for each in texts if next(each.iterancestors(*(W + kind for kind in KINDS))) is change)
        found[change.tag.removeprefix(W)] += len("".join(each.text or " " for each in own).split())
    return found


def _ours(layout: str) -> Tool:
    command = str(Path(sys.executable).parent / "treatydiff")
    line = (command, "--no-cache", "compare", "{a}", "{b}", "-q", "-f", "docx", "--layout", layout)
    return Tool(f"treatydiff, {layout}", (*line, "-o", "{out}"), "docx", lambda _: 0)


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", type=Path)
    chosen = parser.parse_args()
    others = [each for each in tools(chosen.peers, ())[0] if each.name.split()[0] in ("Docxodus", "jubarte")]
    asked = [_ours("plain"), _ours("own"), *others]
    measured = {tool.name: Measured() for tool in asked}
    with tempfile.TemporaryDirectory() as folder:
        outs = {tool.name: Path(folder) / f"{at}.docx" for at, tool in enumerate(asked)}
        for _ in range(chosen.runs):
            for tool in asked:
                run(tool, (chosen.a, chosen.b), outs[tool.name], measured[tool.name])
        sizes = {name: path.stat().st_size if path.exists() else 0 for name, path in outs.items()}
        words = {name: words_marked(path) for name, path in outs.items() if path.exists()}
    print("| tool | KB | by the larger of plain and B | work, s | by plain | put in | taken out | moved |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    plain = measured[asked[0].name].work
    floor = max(sizes[asked[0].name], chosen.b.stat().st_size)
    for tool in asked:
        work = measured[tool.name].work
        ratio = median(one / other for one, other in zip(work, plain, strict=True))
        marked, size = words.get(tool.name, Counter()), sizes[tool.name]
        print(
            f"| {tool.name} | {size / 1000:.0f} | {size / floor:.2f} | {median(work):.2f} | {ratio:.2f} "
            f"| {marked['ins']} | {marked['del']} | {marked['moveTo']} |"
        )


if __name__ == "__main__":
    main()
