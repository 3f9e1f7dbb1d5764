"""Comments of delegations' copies in a compilation, and what scrubbing takes out of files."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from tests.reading.word_files import p, r, word_package
from tests.redline.pairs import ENGLISH, NEW
from tests.redline.test_own_redline import READING, W, marked, part, says
from treatydiff.pipeline import read_draft_bytes
from treatydiff.redline.word.order import misplaced
from treatydiff.redline.word.package import WordPackage
from treatydiff.redline.word.properties import left_inside
from treatydiff.studies.proposals.compilation_as_text import compilation_markdown, compilation_terminal
from treatydiff.studies.proposals.compilation_in_word import compilation_docx
from treatydiff.studies.proposals.compilation_view import compilation_view
from treatydiff.studies.proposals.compile import compile_proposals

LAMPS, REPORTS, KEEPERS, *_ = ENGLISH
CHAIR = (3, "Chair", "Agreed last week.")


def commented(number: int, *runs: str) -> str:
    """Runs that a comment is on."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{"".join(runs)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def text(*paragraphs: str, comments: tuple[tuple[int, str, str], ...] = (), extra: Any = None) -> bytes:
    said = "".join(
        f'<w:comment w:id="{number}" w:author="{who}" w:date="2024-01-02T00:00:00Z">{p(words)}</w:comment>'
        for number, who, words in comments
    )
    return word_package(p("Article 1") + "".join(paragraphs), comments=said, extra=extra)


BASE = text(p(LAMPS), p(commented(3, r(REPORTS))), p(KEEPERS), comments=(CHAIR,))
ALDERMARK = text(
    p(commented(7, r(LAMPS.replace("shall", "should")))), p(commented(3, r(REPORTS))), p(KEEPERS),
    p(commented(8, r(NEW["en"]))),
    comments=(CHAIR, (7, "A. Clerk", "Our law says so."), (8, "A. Clerk", "Brass rusts less.")),
)  # fmt: skip
QUILLON = text(
    p(LAMPS), p(commented(3, r(REPORTS))), p(KEEPERS), comments=((3, "B. Aide", "Thirty days are few."),)
)


def compiled(*, scrub: bool = False, base: bytes = BASE) -> bytes:
    drafts = [
        read_draft_bytes(each, f"{n}.docx", READING) for n, each in enumerate((base, ALDERMARK, QUILLON))
    ]
    compilation = compile_proposals(drafts[0], [("Aldermark", drafts[1]), ("Quillon", drafts[2])], READING)
    told: list[str] = []
    data = compilation_docx(
        compilation, files=(base, ALDERMARK, QUILLON), layout="own", scrub=scrub, tell=told.append
    )
    assert told == []
    return data


def comments_in(data: bytes) -> dict[str, tuple[str, str]]:
    """Author of every comment, and the paragraph that it is on, by what it says."""
    on = {
        each.get(f"{W}id"): "".join(next(each.iterancestors(f"{W}p")).itertext())
        for each in part(data).iter(f"{W}commentReference")
    }
    return {
        "".join(each.itertext()): (each.get(f"{W}author"), on[each.get(f"{W}id")])
        for each in part(data, "word/comments.xml")
    }


def test_comments_of_copies_stand_under_the_name_of_each_on_their_paragraphs() -> None:
    data = compiled()
    assert comments_in(data) == {
        "Agreed last week.": ("Chair", REPORTS),
        "Our law says so.": ("Aldermark", LAMPS.replace("shall", "shallshould")),
        "Brass rusts less.": ("Aldermark", NEW["en"]),
        "Thirty days are few.": ("Quillon", REPORTS),
    }
    root = part(data)
    assert list(misplaced(root)) == []
    for end in ("RangeStart", "RangeEnd", "Reference"):
        ids = [each.get(f"{W}id") for each in root.iter(f"{W}comment{end}")]
        assert len(ids) == len(set(ids)) == 4
    assert b"A. Clerk" not in b"".join(members(data).values())


@pytest.mark.parametrize("form", ["docx", "terminal", "markdown"])
def test_a_compilation_by_provision_says_whose_comments_it_leaves_out(form: str) -> None:
    texts = (BASE, ALDERMARK, QUILLON)
    drafts = [read_draft_bytes(each, f"{n}.docx", READING) for n, each in enumerate(texts)]
    compilation = compile_proposals(drafts[0], [("Aldermark", drafts[1]), ("Quillon", drafts[2])], READING)
    if form == "docx":
        said = "".join(part(compilation_docx(compilation, layout="articles")).itertext())
    elif form == "terminal":
        said = compilation_terminal(compilation_view(compilation))
    else:
        said = compilation_markdown(compilation_view(compilation))
    # The chair's comment is the base's own.
    assert "Comments on the texts are left out: Aldermark 2, Quillon 1." in said


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


APP = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Template>\\\\server7\\drafts\\chair.dotx</Template><Application>Microsoft Office Word</Application>"
    b"<Manager>C. Head</Manager><Company>Ministry of Piers</Company></Properties>"
)
ATTACHED = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate" Target="file:///server7/drafts/chair.dotx" TargetMode="External"/></Relationships>'
)


def of_a_house(word: str) -> bytes:
    return word_package(
        p("Article 1") + p(LAMPS.replace("shall", word)),
        settings='<w:attachedTemplate r:id="rId1"/>',
        extra={"docProps/app.xml": APP, "word/_rels/settings.xml.rels": ATTACHED},
    )


HOUSE = (b"C. Head", b"Ministry of Piers", b"server7")


def test_scrub_takes_the_house_and_its_template_out() -> None:
    a, b = of_a_house("shall"), of_a_house("may")
    kept, scrubbed = (b"".join(members(marked(a, b, scrub=each)).values()) for each in (False, True))
    assert [each in kept for each in HOUSE] == [True] * 3
    assert [each in scrubbed for each in HOUSE] == [False] * 3
    assert b"attachedTemplate" not in scrubbed
    assert b"Microsoft Office Word" in scrubbed
    assert left_inside(WordPackage(b, "b.docx", READING)) == (
        "of the house that it was made in: Company Ministry of Piers, Manager C. Head, "
        "Template \\\\server7\\drafts\\chair.dotx",
    )
    assert left_inside(WordPackage(marked(a, b, scrub=True), "r.docx", READING)) == ()


def test_a_scrubbed_compilation_has_no_comments_and_no_house() -> None:
    base = text(
        p(LAMPS), p(commented(3, r(REPORTS))), p(KEEPERS), comments=(CHAIR,), extra={"docProps/app.xml": APP}
    )
    data = compiled(scrub=True, base=base)
    whole = b"".join(members(data).values())
    for word in (b"Chair", b"Our law says so", *HOUSE):
        assert word not in whole
    assert {each.get(f"{W}author") for each in part(data).iter(f"{W}ins", f"{W}del")} == {"Aldermark"}
    assert says(data, "reject")[: len(says(base))] == says(base)


@pytest.mark.parametrize("name", ["Normal.dotm", ""])
def test_the_usual_template_names_no_house(name: str) -> None:
    app = APP.replace(b"\\\\server7\\drafts\\chair.dotx", name.encode()).replace(b"C. Head", b"")
    data = word_package(p("Article 1") + p(LAMPS), extra={"docProps/app.xml": app})
    assert left_inside(WordPackage(data, "a.docx", READING)) == (
        "of the house that it was made in: Company Ministry of Piers",
    )
