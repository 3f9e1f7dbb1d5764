from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.reading.word_files import (
    NAMES,
    abstract,
    deleted,
    ins,
    level,
    num,
    p,
    packed,
    r,
    read,
    shown,
    style,
    word_package,
)
from treatydiff.errors import ReadError
from treatydiff.model import SourceText
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings

NUMBERS = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="A. Delegate"/></w:rPr>'
INSERTED_MARK = '<w:rPr><w:ins w:id="9" w:author="A. Delegate"/></w:rPr>'


def codes(text: SourceText) -> list[str]:
    return [diagnostic.code for diagnostic in text.diagnostics]


# --- tracked changes ---------------------------------------------------------------------------


def test_accepting_reads_what_was_inserted_and_says_that_something_was_deleted() -> None:
    text = read(p("Each Party ", deleted("may"), ins(r("shall")), " report."))
    assert shown(text) == ["Each Party shall report."]
    revisions = [
        (run.text, run.revision.kind, run.revision.author) for run in text.blocks[0].runs if run.revision
    ]
    assert revisions == [("shall", "insertion", "A. Delegate")]
    assert codes(text) == ["tracked_changes"]
    assert "1 insertions, 1 deletions" in text.diagnostics[0].message


def test_rejecting_reads_what_was_deleted() -> None:
    text = read(p("Each Party ", deleted("may"), ins(r("shall")), " report."), revisions="reject")
    assert shown(text) == ["Each Party may report."]
    assert [run.text for run in text.blocks[0].runs if run.revision] == ["may"]


@pytest.mark.parametrize(
    ("revisions", "expected"), [("accept", ["here: moved"]), ("reject", ["moved there", "here:"])]
)
def test_moved_text_stands_in_one_place(revisions: str, expected: list[str]) -> None:
    source = f'<w:moveFrom w:id="1" w:author="A">{r("moved")}</w:moveFrom>'
    target = f'<w:moveTo w:id="2" w:author="A">{r("moved")}</w:moveTo>'
    first = p(source, " there") if revisions == "reject" else p(source)
    assert shown(read(first + p("here: ", target), revisions=revisions)) == expected


def test_a_deletion_inside_an_insertion_is_read_neither_way() -> None:
    body = p("a ", ins(r("b "), deleted("c ")), "d")
    assert shown(read(body)) == ["a b d"]
    assert shown(read(body, revisions="reject")) == ["a d"]


def test_a_deleted_paragraph_mark_joins_paragraphs_and_takes_no_number() -> None:
    body = p("one", num=(1, 0)) + p("two ", num=(1, 0), properties=DELETED_MARK) + p("more", num=(1, 0))
    body += p("three", num=(1, 0))
    assert shown(read(body, numbering=NUMBERS)) == ["1. one", "2. two more", "3. three"]
    assert shown(read(body, "reject", numbering=NUMBERS)) == ["1. one", "2. two", "3. more", "4. three"]


def test_a_paragraph_deleted_whole_leaves_nothing() -> None:
    body = (
        p("one", num=(1, 0)) + p(deleted("two"), num=(1, 0), properties=DELETED_MARK) + p("three", num=(1, 0))
    )
    assert shown(read(body, numbering=NUMBERS)) == ["1. one", "2. three"]
    assert shown(read(body, "reject", numbering=NUMBERS)) == ["1. one", "2. two", "3. three"]


def test_an_inserted_paragraph_mark_joins_when_rejected() -> None:
    body = p("one ", properties=INSERTED_MARK) + p("two")
    assert shown(read(body)) == ["one", "two"]
    assert shown(read(body, "reject")) == ["one two"]


def test_deleted_rows_are_left_out() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    gone = row.format('<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>', p("gone"))
    table = f"<w:tbl>{row.format('', p('kept'))}{gone}</w:tbl>"
    assert shown(read(table + p("after"))) == ["kept", "after"]
    assert shown(read(table + p("after"), "reject")) == ["kept", "gone", "after"]


def test_numbering_changed_by_a_tracked_change() -> None:
    change = '<w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>'
    body = p("x", num=(1, 0), properties=change)
    assert shown(read(body, numbering=NUMBERS)) == ["1. x"]
    assert shown(read(body, "reject", numbering=NUMBERS)) == ["x"]


# --- what counts as text -----------------------------------------------------------------------


def test_containers_inside_a_paragraph_are_read() -> None:
    body = p(
        f"<w:hyperlink>{r('the ')}</w:hyperlink>",
        f"<w:smartTag>{r('Paris ')}</w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Agreement')}</w:sdtContent></w:sdt>",
    )
    assert shown(read(body)) == ["the Paris Agreement"]


def test_fields_give_their_result_only() -> None:
    field = f"{BEGIN}<w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>{SEPARATE}{r('12')}{END}"
    simple = f'<w:fldSimple w:instr="REF a">{r("13")}</w:fldSimple>'
    assert shown(read(p("Articles ", field, " and ", simple))) == ["Articles 12 and 13"]


def test_a_field_that_never_ends_does_not_swallow_the_draft() -> None:
    assert shown(read(p("a", BEGIN, "lost") + p("kept"))) == ["a", "kept"]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t></w:r>", "cooperate"),
        ("<w:r><w:t>co\u00adoperate</w:t></w:r>", "cooperate"),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>State</w:t></w:r>", "non-State"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>', "≥ 5"),
        ('<w:r><w:sym w:font="Times" w:char="00A7"/><w:t> 5</w:t></w:r>', "§ 5"),
        ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
        (f"<w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby>", "漢"),
    ],
)  # fmt: skip
def test_special_characters(xml: str, expected: str) -> None:
    assert shown(read(p(xml))) == [expected]


def test_signs_of_symbol_fonts_in_plain_runs() -> None:
    symbol, wingdings = '<w:rFonts w:ascii="Symbol"/>', '<w:rFonts w:ascii="Wingdings"/>'
    text = read(p(r("\uf0a3 5", symbol), " ", r("\uf0d8", wingdings), " ", r("\uf021", symbol)))
    assert shown(text) == ["≤ 5 • \ufffd"]
    assert codes(text) == ["unknown_symbol"]


def test_number_fields_are_reported() -> None:
    field = f"{BEGIN}<w:r><w:instrText> LISTNUM </w:instrText></w:r>{END}"
    assert codes(read(p(field, "text"))) == ["number_field"]


def test_hidden_text_is_not_read_but_reported() -> None:
    text = read(p("shown ", r("secret", "<w:vanish/>"), "again"))
    assert shown(text) == ["shown again"]
    assert codes(text) == ["hidden_text"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent>" + p("in the box") + "</w:txbxContent>"
    xml = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(read(p("before", xml) + p("after"))) == ["before", "in the box", "after"]


def test_tables_keep_reading_order_and_cells() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('inner')}</w:tc></w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('a')}</w:tc>"
        f"<w:tc>{p('b')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('c')}{inner}{p('d')}</w:tc></w:tr></w:tbl>"
    )
    text = read(p("before") + table + p("after"))
    assert [(block.text, block.cell) for block in text.blocks] == [
        ("before", None),
        ("a", (0, 0, 0)),
        ("b", (0, 0, 2)),
        ("c", (0, 1, 0)),
        ("inner", (1, 0, 0)),
        ("d", (0, 1, 0)),
        ("after", None),
    ]


def test_content_controls_around_paragraphs_and_rows() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('held')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    assert shown(read(body + f"<w:tbl>{row}</w:tbl>")) == ["held", "cell"]


# --- looks -------------------------------------------------------------------------------------


def test_looks_come_from_runs_and_styles() -> None:
    styles = (
        style("Normal", more='w:default="1"')
        + style("Head", "heading 1", r_pr="<w:b/><w:sz w:val='28'/>", p_pr='<w:jc w:val="center"/>')
        + style("Sub", "Sub", based="Head")
    )
    runs = (
        r("not bold", '<w:b w:val="0"/>'),
        r("strike", "<w:strike/>"),
        r("under", '<w:u w:val="single"/>'),
    )
    text = read(p("Article 1", style="Sub") + p(*runs, style="Head"), styles=styles)
    first, second = text.blocks
    assert (first.style, first.bold, first.centred, first.size) == ("Sub", True, True, 14.0)
    assert second.style == "Heading 1"
    assert [(run.text, run.bold, run.strike, run.underline) for run in second.runs] == [
        ("not bold", False, False, False),
        ("strike", True, True, False),
        ("under", True, False, True),
    ]


def test_indents_are_in_points() -> None:
    text = read(p("x", properties='<w:ind w:left="720"/>') + p("y"))
    assert [block.x0 for block in text.blocks] == [36.0, 0.0]
    assert all(block.starts_paragraph and block.page is None for block in text.blocks)


# --- notes and furniture -----------------------------------------------------------------------

NOTE = '<w:{0} w:id="{1}"><w:p><w:r><w:{0}Ref/></w:r>{2}</w:p></w:{0}>'


def call(kind: str, note_id: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'


def test_notes_are_numbered_in_the_order_of_their_calls() -> None:
    footnotes = NOTE.format("footnote", 7, r(" second")) + NOTE.format("footnote", 5, r(" first"))
    text = read(
        p("a", call("footnote", 5), " b", call("footnote", 7), call("endnote", 2)),
        footnotes=footnotes,
        endnotes=NOTE.format("endnote", 2, r("end")),
    )
    assert [(note.label, note.text, note.kind) for note in text.notes] == [
        ("1", "first", "footnote"),
        ("2", "second", "footnote"),
        ("i", "end", "endnote"),
    ]
    assert [(run.text, run.note) for run in text.blocks[0].runs if run.note] == [
        ("1", "1"),
        ("2", "2"),
        ("i", "i"),
    ]


def test_notes_may_restart_in_each_section() -> None:
    restart = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    footnotes = "".join(NOTE.format("footnote", n, r(f"note {n}")) for n in (1, 2, 3))
    body = (
        p("a", call("footnote", 1), call("footnote", 2), properties=restart)
        + p("b", call("footnote", 3))
        + restart
    )
    assert [note.label for note in read(body, footnotes=footnotes).notes] == ["1", "2", "1"]


def test_a_mark_typed_by_hand_takes_no_number() -> None:
    starred = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    footnotes = NOTE.format("footnote", 1, r("star")) + NOTE.format("footnote", 2, r("one"))
    text = read(p("a", starred, call("footnote", 2)), footnotes=footnotes)
    assert [note.label for note in text.notes] == ["*", "1"]
    assert text.blocks[0].text == "a*1"


def test_comments_keep_their_author() -> None:
    comments = f'<w:comment w:id="0" w:author="Ann Delegate" w:initials="AD">{p("Why?")}</w:comment>'
    text = read(p("a", call("comment", 0), "b"), comments=comments)
    assert [(note.label, note.text, note.kind, note.author) for note in text.notes] == [
        ("AD1", "Why?", "comment", "Ann Delegate")
    ]
    assert shown(text) == ["ab"]


def test_headers_and_footers_are_furniture() -> None:
    section = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/>'
    section = f"<w:sectPr>{section}</w:sectPr>"
    text = read(p("x") + section, header1=p("A/CONF.1/L.1"), footer1=p("24-00001"))
    assert [(item.rule, item.text) for item in text.furniture] == [
        ("docx header", "A/CONF.1/L.1"),
        ("docx footer", "24-00001"),
    ]


def test_contents_are_furniture_by_style_field_or_control() -> None:
    field = f'{BEGIN}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>{SEPARATE}'
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    )
    body = (
        control
        + p("Article 9 ... 9", style="T")
        + p(field, "Article 1 ... 2")
        + p("Article 2 ... 3")
        + p(END, "Body")
    )
    text = read(body, styles=style("T", "toc 1"))
    assert shown(text) == ["Body"]
    assert [item.text for item in text.furniture] == [
        "Contents",
        "Article 9 ... 9",
        "Article 1 ... 2",
        "Article 2 ... 3",
    ]
    assert {item.rule for item in text.furniture} == {"contents"}


@pytest.mark.parametrize("row", ["Article {0} ............ {0}", "Article {0}<w:tab/>{0}"])
def test_contents_typed_by_hand_are_furniture(row: str) -> None:
    leaders = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'

    def entry(n: int) -> str:
        typed = row.format(n).replace("<w:tab/>", "</w:t><w:tab/><w:t>")
        return p(f"<w:r><w:t>{typed}</w:t></w:r>", properties=leaders)

    text = read(p("Contents") + "".join(map(entry, range(1, 8))) + p("Article 1") + p("Words in 2005"))
    assert shown(text) == ["Article 1", "Words in 2005"]
    assert len(text.furniture) == 8


# --- damaged and hostile packages --------------------------------------------------------------


def refusal(data: bytes, **settings: int) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "draft.docx", Settings(**settings))  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert caught.value.where == "draft.docx"
    assert caught.value.hint
    return caught.value.what


def test_a_truncated_package() -> None:
    whole = word_package(p("x" * 5000))
    assert "cut off or damaged" in refusal(whole[: len(whole) // 2])


def test_a_package_without_main_text() -> None:
    assert "no main text" in refusal(word_package(p("x"), without="word/document.xml"))
    assert refusal(packed({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<a/>"}))


def test_broken_xml() -> None:
    assert "damaged" in refusal(word_package("", raw_document="<w:document><w:body>"))


def test_an_empty_document() -> None:
    assert "no text" in refusal(word_package(p("")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str) -> None:
    loop = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'
        f"<w:document {NAMES}><w:body>{p('&a;')}</w:body></w:document>"
    ).encode(encoding)
    assert "document type" in refusal(word_package(p("x"), extra={"word/document.xml": loop}))


def test_a_zip_bomb_is_refused_by_its_ratio() -> None:
    bomb = word_package(p("x"), extra={"word/footnotes.xml": b" " * (8 * 1024 * 1024)})
    assert "200 to 1" in refusal(bomb)


def test_a_big_package_is_refused_by_its_size() -> None:
    big = word_package(p("x"), extra={"word/footnotes.xml": bytes(range(33, 59)) * 60_000})
    assert "unpacks to more than 1 MiB" in refusal(big, max_unpacked_mib=1)


def test_too_many_elements_are_refused() -> None:
    assert "elements" in refusal(word_package(p("x") * 100), max_xml_elements=100)


def test_deep_nesting_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("x") + "</w:sdtContent></w:sdt>" * 5000
    assert refusal(word_package(deep))


def test_relationships_to_missing_parts_do_no_harm() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="../NULL"/></Relationships>'
    )
    data = word_package(p("kept"), extra={"word/_rels/document.xml.rels": relations})
    assert shown(read_bytes(data, "draft.docx", Settings())) == ["kept"]


def test_documents_with_macros_are_read() -> None:
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    types = zipfile.ZipFile(BytesIO(word_package(p("x")))).read("[Content_Types].xml")
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = word_package(p("x"), extra={"[Content_Types].xml": types.replace(usual, kind)})
    assert shown(read_bytes(data, "draft.docm", Settings())) == ["x"]


def test_many_fields_inside_one_another_cost_little() -> None:
    nested = (BEGIN + SEPARATE) * 3000 + r("x") * 3000 + END * 3000
    assert shown(read(p(nested))) == ["x" * 3000]


def test_the_strict_variety_is_read() -> None:
    data = word_package(
        "",
        raw_document=(
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
            f"{p('strict')}</w:body></w:document>"
        ),
    )
    assert shown(read_bytes(data, "draft.docx", Settings())) == ["strict"]
