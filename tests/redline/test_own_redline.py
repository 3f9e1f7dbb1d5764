"""The redline in the draft's own file: accepted it is B, rejected it is A, and the rest stays as it was."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from fixtures.build_docx import build_docx
from fixtures.sources import SOURCES, read_source
from tests.reading.word_files import p, r, word_package
from tests.redline.pairs import DRESSES, EDITS, ENGLISH, NEW, STYLES, pairs
from tests.report.office_revisions import lines_of, settle_all
from treatydiff.model import Comparison, Draft
from treatydiff.pipeline import compare_drafts, read_draft, read_draft_bytes
from treatydiff.reading.reader import read_bytes
from treatydiff.redline.as_docx import comparison_docx
from treatydiff.redline.own import OwnLook, UnprovenError, own_redline
from treatydiff.redline.proof import difference, sayings
from treatydiff.redline.verify import fault_of_marks
from treatydiff.redline.word.order import misplaced
from treatydiff.settings import Settings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
READING = Settings(reference="none", isolate="never")
PAIRS = {pair.name: pair for pair in pairs()}
NEUTRAL = "2000-01-01T00:00:00Z"


def _generated() -> list[Any]:
    """The names of all pairs; four edits in each dress in every run, the others where time is no matter."""
    edits, dresses = list(EDITS), list(DRESSES)
    names = []
    for pair in PAIRS:
        dress, edit = pair.split(", ", 1)
        chosen = (edits.index(edit) + 3 * dresses.index(dress)) % 10 in (0, 3, 6, 9)
        names.append(pair if chosen else pytest.param(pair, marks=pytest.mark.slow))
    return names


GENERATED = _generated()


def compared(a: bytes, b: bytes) -> Comparison:
    drafts = (read_draft_bytes(data, name, READING) for data, name in ((a, "a.docx"), (b, "b.docx")))
    return compare_drafts(*drafts, READING)


def marked(a: bytes, b: bytes, **look: Any) -> bytes:
    return own_redline(compared(a, b), (a, b), OwnLook("Secretariat", **look), NEUTRAL)


@cache
def compared_pair(name: str) -> Comparison:
    return compared(PAIRS[name].a, PAIRS[name].b)


@cache
def marked_pair(name: str) -> bytes:
    return own_redline(compared_pair(name), (PAIRS[name].a, PAIRS[name].b), OwnLook("Secretariat"), NEUTRAL)


def part(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def says(data: bytes, revisions: str = "accept") -> list[Any]:
    return sayings(read_bytes(data, "x.docx", Settings(revisions=revisions, isolate="never")))  # type: ignore[arg-type]


def words_marked(data: bytes, among: Callable[[Any], bool] = lambda _: True) -> int:
    """The words of tracked changes in the main text; `among` says of a paragraph whether it counts."""
    count = 0
    kinds = [W + name for name in ("ins", "del", "moveFrom", "moveTo")]
    for paragraph in filter(among, part(data).iter(f"{W}p")):
        for change in paragraph.iter(*kinds):
            if next(change.iterancestors(f"{W}p")) is paragraph:
                texts = change.iter(W + "t", W + "delText", W + "tab", W + "br")
                # Of a change within a move a word counts once.
                own = (each for each in texts if next(each.iterancestors(*kinds)) is change)
                count += len(re.findall(r"\w+", "".join(each.text or " " for each in own)))
    return count


def test_there_are_pairs_enough() -> None:
    assert len(PAIRS) >= 160
    always = [each for each in GENERATED if isinstance(each, str)]
    assert len(always) >= 60
    assert {each.split(", ", 1)[0] for each in always} == set(DRESSES)
    assert {each.split(", ", 1)[1] for each in always} == set(EDITS)


@pytest.mark.parametrize("name", GENERATED)
def test_accepting_gives_b_and_rejecting_gives_a(name: str) -> None:
    data = marked_pair(name)
    assert difference(says(data), says(PAIRS[name].b)) == ""
    assert difference(says(data, "reject"), says(PAIRS[name].a)) == ""
    assert says(data) != says(data, "reject")


@pytest.mark.parametrize("name", GENERATED)
def test_the_package_is_one_that_word_opens(name: str) -> None:
    data = marked_pair(name)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.namelist():
            if entry.startswith("word/") and entry.endswith(".xml"):
                assert list(misplaced(etree.fromstring(package.read(entry)))) == []
    root = part(data)
    assert not [each for each in root.iter(f"{W}del") if each.find(f".//{W}t") is not None]
    assert not [each for each in root.iter(f"{W}ins") if each.find(f".//{W}delText") is not None]
    ids = [each.get(f"{W}id") for each in root.iter() if each.get(f"{W}author") == "Secretariat"]
    assert ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", GENERATED)
def test_paragraphs_that_did_not_change_keep_their_xml(name: str) -> None:
    def paragraphs(data: bytes) -> list[bytes]:
        return [
            etree.tostring(each)
            for each in part(data).iter(f"{W}p")
            if not list(each.iter(f"{W}txbxContent"))
        ]

    a, b = set(paragraphs(PAIRS[name].a)), paragraphs(PAIRS[name].b)
    kept = paragraphs(marked_pair(name))
    changed = [each for each in b if each in a and each not in kept and b"<w:t" in each]
    if not name.startswith(("tracked changes", "a text box")) and "moved" not in name:
        # Before a last paragraph that comes or goes, the mark of the one above it comes or goes.
        assert len(changed) <= ("last" in name)
    assert sum(each in kept for each in b) >= 2  # the headings at least


def _in_other_dress() -> list[tuple[str, str, str]]:
    """Pairs of dresses, each with one of the edits: what two files of different houses would be."""
    english = [name for name, (language, _) in DRESSES.items() if language == "en"]
    edits = list(EDITS)
    return [
        (one, other, edits[(5 * i + j) % len(edits)])
        for i, one in enumerate(english)
        for j, other in enumerate(english)
        if i != j and (i + j) % 4 == 1
    ]


def _houses() -> list[Any]:
    """Every fourth of them in every run."""
    return [
        pytest.param(*each, marks=() if at % 4 == 0 else pytest.mark.slow)
        for at, each in enumerate(_in_other_dress())
    ]


@pytest.mark.parametrize(("one", "other", "edit"), _houses())
def test_files_of_different_houses_come_back_too(one: str, other: str, edit: str) -> None:
    a, b = DRESSES[one][1](ENGLISH), DRESSES[other][1](EDITS[edit](ENGLISH, "en"))
    data = marked(a, b)
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.slow)])
def test_no_more_words_are_marked_than_in_a_plain_redline(step: int) -> None:
    names = list(PAIRS) if step == 1 else [each for each in GENERATED if isinstance(each, str)][::step]
    for name in names:
        alone = comparison_docx(compared_pair(name), layout="plain")
        own, plain = words_marked(marked_pair(name)), words_marked(alone)
        # The draft's own file brings its parts along: it is held against the larger of both.
        assert len(marked_pair(name)) <= 1.5 * max(len(alone), len(PAIRS[name].b))
        # A sentence that leaves its text box goes into another story, where there are no moves: it is
        # deleted there and inserted here.
        leaves_its_box = name.startswith("a text box") and ("first" in name or "moved" in name)
        sentence = len(re.findall(r"\w+", NEW["en"])) if leaves_its_box else 0
        assert own <= plain + 2 * sentence, name


SLOW = pytest.mark.slow


FIXTURES = ((1, 3), (3, 4), (3, 1), (1, 4))


@cache
def marked_fixtures(first: int, second: int) -> tuple[bytes, bytes, bytes]:
    """The redline between two drafts of the fixtures, and both."""
    a, b = word_fixture(first), word_fixture(second)
    return own_redline(compared(a, b), (a, b), OwnLook("Secretariat"), NEUTRAL), a, b


@pytest.mark.parametrize(
    ("first", "second"), [*FIXTURES[:2], *(pytest.param(*each, marks=SLOW) for each in FIXTURES[2:])]
)
def test_the_fixture_drafts_as_word_files_come_back(first: int, second: int) -> None:
    data, a, b = marked_fixtures(first, second)
    comparison = compared(a, b)
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""
    # A plain redline lists the front matter on its cover; this one marks it, and no word more beyond that.
    printed = {
        " ".join(each.text.split()) for draft in (comparison.a, comparison.b) for each in draft.front_matter
    }
    front = words_marked(data, lambda each: not printed.isdisjoint(_both_sides(each)))
    edits = (edit for row in comparison.asides if row.kind == "front_matter" for edit in row.edits)
    assert 0 < front <= sum(len(re.findall(r"\w+", edit.text)) for edit in edits if edit.op != "equal")
    assert words_marked(data) - front <= words_marked(comparison_docx(comparison, layout="plain"))


def _both_sides(paragraph: Any) -> set[str]:
    """What a paragraph says with its changes accepted, and rejected; a paragraph of one draft says nothing else."""
    sides = []
    for gone in (("del", "moveFrom"), ("ins", "moveTo")):
        texts = (
            each.text or ""
            for each in paragraph.iter(f"{W}t", f"{W}delText")
            if next(each.iterancestors(*(W + name for name in gone)), None) is None
        )
        sides.append(" ".join("".join(texts).split()))
    return set(sides) - {""}


def word_fixture(number: int) -> bytes:
    source = read_source(next(SOURCES.glob(f"{number}-*")).stem)
    return build_docx(replace(source, header={"numbering": "typed", **source.header}))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3-revised-text.docx", "4-final-text.pdf"),
        ("2-chairs-text.pdf", "3-revised-text.docx"),
        ("1-national-draft.docx", "2-chairs-text.pdf"),
    ],
)
def test_one_word_file_is_enough(fixtures: Path, a: str, b: str) -> None:
    drafts = [_read(fixtures / "chain" / name) for name in (a, b)]
    files = tuple(
        (fixtures / "chain" / name).read_bytes() if name.endswith("docx") else None for name in (a, b)
    )
    data = own_redline(compare_drafts(*drafts, READING), files, OwnLook("S"), NEUTRAL)  # type: ignore[arg-type]
    side = "accept" if b.endswith("docx") else "reject"
    word_file = next(each for each in files if each is not None)
    assert difference(says(data, side), says(word_file)) == ""


@cache
def _read(path: Path) -> Draft:
    return read_draft(path, READING)


def test_runs_that_are_parted_keep_their_look() -> None:
    look = '<w:b/><w:color w:val="00AA00"/>'
    a = word_package(p("Article 1") + p(r("Each Party shall keep its lamps lit at night.", look)))
    b = word_package(p("Article 1") + p(r("Each Party may keep its lamps lit at night.", look)))
    root = part(marked(a, b))
    looks = {etree.tostring(each.find(f"{W}rPr")) for each in root.iter(f"{W}r") if "Article" not in "".join(
        each.itertext())}  # fmt: skip
    assert len(looks) == 1
    assert ["".join(each.itertext()) for each in root.iter(f"{W}del")] == ["shall"]
    assert ["".join(each.itertext()) for each in root.iter(f"{W}ins")] == ["may"]


def test_the_date_is_when_the_newer_file_was_saved() -> None:
    core = (
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        b"<dc:creator>A. Clerk</dc:creator><dcterms:modified>2023-05-06T07:08:09Z</dcterms:modified>"
        b"</cp:coreProperties>"
    )
    body = p("Article 1") + p("Each Party shall keep its lamps lit {} at night.")
    a = word_package(body.format("brightly"), extra={"docProps/core.xml": core.replace(b"2023", b"2019")})
    b = word_package(body.format("dimly"), extra={"docProps/core.xml": core})
    dates = {each.get(f"{W}date") for each in part(marked(a, b)).iter(f"{W}ins", f"{W}del")}
    assert dates == {"2023-05-06T07:08:09Z"}
    assert {
        each.get(f"{W}date") for each in part(marked(a, b, date="2024-01-02T00:00:00Z")).iter(f"{W}ins")
    } == {"2024-01-02T00:00:00Z"}
    with zipfile.ZipFile(io.BytesIO(marked(a, b, scrub=True))) as package:
        assert b"A. Clerk" not in package.read("docProps/core.xml")


def test_the_file_says_which_bytes_were_compared() -> None:
    pair = PAIRS["typed numbers, words replaced"]
    comparison = compared(pair.a, pair.b)
    with zipfile.ZipFile(io.BytesIO(marked_pair(pair.name))) as package:
        said = package.read("docProps/custom.xml").decode()
    assert comparison.a.source.sha256 in said
    assert comparison.b.source.sha256 in said


def test_the_same_drafts_give_the_same_bytes() -> None:
    pair = PAIRS["footnotes, moved and worded"]
    assert marked(pair.a, pair.b) == marked(pair.a, pair.b)


def test_a_file_that_changed_since_is_not_marked() -> None:
    pair, other = PAIRS["typed numbers, words replaced"], PAIRS["typed numbers, one moved"]
    said: list[str] = []
    comparison = compared(pair.a, pair.b)
    data = comparison_docx(comparison, files=(pair.a, other.b), tell=said.append)
    assert said == [
        "the redline is not in the draft's own file but a plain one: b.docx: the file has changed since it was "
        "compared"
    ]
    assert data == comparison_docx(comparison, layout="plain")


def test_what_does_not_prove_right_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    from treatydiff.redline import marking

    monkeypatch.setattr(marking, "apply_edits", lambda *_, **__: None)
    pair = PAIRS["typed numbers, words replaced"]
    with pytest.raises(UnprovenError, match="rejecting all changes does not give A"):
        marked(pair.a, pair.b)


def test_a_part_is_not_marked_in_the_file_of_the_whole() -> None:
    pair = PAIRS["typed numbers, words replaced"]
    comparison = compared(pair.a, pair.b)
    narrowed = replace(
        comparison, a=replace(comparison.a, source=replace(comparison.a.source, scope="art_1"))
    )
    with pytest.raises(UnprovenError, match="only a part"):
        own_redline(narrowed, (pair.a, pair.b), OwnLook("S"), NEUTRAL)


@pytest.mark.office
@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.slow)])
def test_libreoffice_accepts_and_rejects_as_our_reader_does(step: int, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    chosen = [(pair.name, marked_pair(pair.name), pair.a, pair.b) for pair in [*PAIRS.values()][::step]]
    chosen += [(f"fixtures {one} and {other}", *marked_fixtures(one, other)) for one, other in FIXTURES[:2]]
    for start in range(0, len(chosen), 20):
        folder = tmp_path / str(start)
        folder.mkdir()
        for at, (_, *files) in enumerate(chosen[start : start + 20]):
            for name, data in zip("rab", files, strict=True):
                (folder / f"{at:03}{name}.docx").write_bytes(data)
        settle_all(folder)
        for at, (called, *_) in enumerate(chosen[start : start + 20]):
            for side, other in (("Accept", "b"), ("Reject", "a")):
                said = lines_of(folder / f"{at:03}r.docx.{side}.txt")
                assert said == lines_of(folder / f"{at:03}{other}.docx.Accept.txt"), (called, side)


@pytest.mark.parametrize("typed", [False, True])
def test_what_is_put_in_at_the_end_of_an_article_stands_above_the_next_one_that_is_gone(
    *, typed: bool
) -> None:
    one, two, three = (p(f"Article {n}", style="Heading1") + p(ENGLISH[n]) for n in (1, 2, 3))
    a, b = (word_package(body, styles=STYLES) for body in (one + two + three, one + p(NEW["en"]) + three))
    comparison = compared(a, b)
    files = (a, None) if typed else (a, b)
    data = own_redline(comparison, files, OwnLook("S"), NEUTRAL)
    said = ["".join(each.itertext()) for each in part(data).iter(f"{W}p")]
    assert said.index(NEW["en"]) < said.index("Article 2") < said.index(ENGLISH[2])


@pytest.mark.parametrize("whose", ["both", "a"])
@pytest.mark.parametrize(
    ("after", "ends"),
    [
        ([ENGLISH[0] + "]", NEW["en"]], ["ins .]", "del ."]),
        ([ENGLISH[0][:-1] + " there", NEW["en"]], ["ins there", "del ."]),
        # Nothing new behind it: the words that came stand alone.
        ([ENGLISH[0] + "]"], ["ins ]"]),
    ],
)
def test_a_paragraph_that_grew_before_a_new_one_ends_with_deleted_words(
    after: list[str], ends: list[str], whose: str
) -> None:
    """LibreOffice would join it with what follows when it rejects."""
    last = p("Article 2") + p(ENGLISH[5])
    a, b = (word_package(p("Article 1") + "".join(map(p, said)) + last) for said in ([ENGLISH[0]], after))
    data = own_redline(compared(a, b), (a, b if whose == "both" else None), OwnLook("S"), NEUTRAL)
    first = next(each for each in part(data).iter(f"{W}p") if ENGLISH[0][:20] in "".join(each.itertext()))
    changes = [each for each in first.iter(f"{W}ins", f"{W}del") if each.getparent() is first]
    said = [f"{etree.QName(each).localname} {''.join(each.itertext()).strip()}" for each in changes]
    assert said == ends


@pytest.mark.parametrize("where", ["header1", "footer1", "numbering", "styles", "footnotes"])
def test_scrub_takes_marks_of_sessions_out_of_every_part(where: str) -> None:
    bearing = '<w:p w:rsidR="00AB12CD"/>' if where != "numbering" else '<w:abstractNum w:rsidR="00AB12CD"/>'
    a, b = (
        word_package(p("Article 1") + p(f"Each Party shall keep its lamps lit {how}."), **{where: bearing})
        for how in ("brightly", "dimly")
    )
    with zipfile.ZipFile(io.BytesIO(marked(a, b))) as package:
        assert b"00AB12CD" in package.read(f"word/{where}.xml")
    with zipfile.ZipFile(io.BytesIO(marked(a, b, scrub=True))) as package:
        assert b"00AB12CD" not in package.read(f"word/{where}.xml")


@pytest.mark.parametrize("tag", ["t", "delText"])
def test_marks_that_are_wrong_in_a_note_are_a_fault(tag: str) -> None:
    wrapped = f"<w:{'del' if tag == 't' else 'ins'}><w:r><w:{tag}>lamps</w:{tag}></w:r></w:{'del' if tag == 't' else 'ins'}>"
    notes = part(
        word_package(p("Text"), footnotes=f"<w:footnote><w:p>{wrapped}</w:p></w:footnote>"),
        "word/footnotes.xml",
    )
    main = part(word_package(p("Text")))
    assert fault_of_marks([main]) == ""
    assert "delet" in fault_of_marks([main, notes])
