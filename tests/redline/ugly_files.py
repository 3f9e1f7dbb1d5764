"""Word files as they come from the field: what programs, templates and many hands leave in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.reading.word_files import OFFICE, abstract, ins, level, num, p, packed, r, style, word_package
from tests.redline.pairs import ARABIC, ENGLISH, NEW

LAMPS, REPORTS, KEEPERS, SHIPS, COUNCIL, PIERS = ENGLISH
STYLES = style("Normal", more='w:default="1"') + style("Heading1", "heading 1")
HEAD = p("Article 1", style="Heading1")
NEXT = p("Article 2", style="Heading1")

Texts = tuple[str, str, str]
"""Three sentences that differ between the drafts: one changed, one kept, one that only a draft has."""
A: Texts = (LAMPS, KEEPERS, "")
B: Texts = (LAMPS.replace("shall", "should"), KEEPERS, NEW["en"])


def cell(*inside: str, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{more}</w:tcPr>{"".join(inside)}</w:tc>'


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def field(instruction: str, *shown: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark.format("begin") + asked + mark.format("separate") + "".join(shown) + mark.format("end")


def control(*inside: str, tag: str = "t") -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{"".join(inside)}</w:sdtContent></w:sdt>'


def body(text: str, **parts: str) -> bytes:
    return word_package(HEAD + text + NEXT + p(PIERS) + "<w:sectPr/>", styles=STYLES, **parts)


def added(sentence: str) -> str:
    return p(sentence) if sentence else ""


def nested_tables(texts: Texts) -> bytes:
    one, kept, new = texts
    inner = table(
        row(cell(p(one)), cell(p("Forty barrels"))), *([row(cell(p(new)), cell(p("None")))] if new else [])
    )
    return body(
        p("The duties:")
        + table(row(cell(p("Port")), cell(p("Duty"))), row(cell(p(kept)), cell(inner, p(""))))
    )


def text_boxes(texts: Texts) -> bytes:
    one, kept, new = texts
    inside = p(one) + added(new)
    drawing = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>'
        f"{inside}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    return body(p(kept, f"<w:r>{drawing}</w:r>") + p(SHIPS))


def controls_across_paragraphs(texts: Texts) -> bytes:
    one, kept, new = texts
    held = control(p(one) + added(new) + p(kept))
    in_row = f"<w:tr>{cell(p('Port'))}{control(cell(p(one)))}</w:tr>"
    return body(held + p("The duties:") + table(in_row, control(row(cell(p("Quay")), cell(p(kept))))))


def fields(texts: Texts) -> bytes:
    one, kept, new = texts
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>'
    entries = [
        field(
            f'HYPERLINK \\l "_b{at}"',
            r(f"Article {at}"),
            "<w:r><w:tab/></w:r>",
            field(f"PAGEREF _b{at} \\h", r("1")),
        )
        for at in (1, 2)
    ]
    contents = (
        p(mark.format("begin"), asked, mark.format("separate"), entries[0])
        + p(entries[1])
        + p(mark.format("end"))
    )
    heads = [
        p(
            f'<w:bookmarkStart w:id="{at}" w:name="_b{at}"/>',
            r(f"Article {at}"),
            f'<w:bookmarkEnd w:id="{at}"/>',
            style="Heading1",
        )
        for at in (1, 2)
    ]
    start, _, rest = one.partition("lamps")
    linked = field('HYPERLINK "https://example.org/lamps"', r("lamps"))
    referring = p(r(kept), r(" See "), field("REF _b2 \\h", r("Article 2")), r("."))
    return word_package(
        contents + heads[0] + p(r(start), linked, r(rest)) + added(new) + referring + heads[1] + p(PIERS),
        styles=STYLES,
    )


def smart_tags(texts: Texts) -> bytes:
    one, kept, new = texts

    def tagged(text: str) -> str:
        words = text.split(" ")
        tag = '<w:smartTag w:uri="urn:x" w:element="place">{}</w:smartTag>'
        inner = '<w:customXml w:uri="urn:x" w:element="who">{}</w:customXml>'
        return p(tag.format(r(" ".join(words[:2]))), '<w:proofErr w:type="spellStart"/>',
                 inner.format(r(" " + " ".join(words[2:5]))), '<w:proofErr w:type="spellEnd"/>', r(" " + " ".join(words[5:])))  # fmt: skip

    return body(tagged(one) + (tagged(new) if new else "") + tagged(kept))


def breaks_and_symbols(texts: Texts) -> bytes:
    one, kept, new = texts
    first, _, rest = one.partition("its lighthouses")
    odd = (
        r(first), "<w:r><w:br/></w:r>", '<w:r><w:t xml:space="preserve">its </w:t><w:noBreakHyphen/><w:softHyphen/><w:t>lighthouses</w:t><w:tab/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:lastRenderedPageBreak/></w:r>', r(rest),
        '<w:r><w:br w:type="page"/></w:r>',
    )  # fmt: skip
    gone = r("hidden words", "<w:vanish/>")
    return body(p(*odd) + added(new) + p(r(kept), gone, "<w:r><w:cr/></w:r>", r("as they may agree.")))


def comments(texts: Texts) -> bytes:
    one, kept, new = texts
    opened, closed = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    call = '<w:r><w:commentReference w:id="4"/></w:r>'
    half = len(one) // 2
    note = f'<w:comment w:id="4" w:author="A. Clerk" w:date="2024-01-02T00:00:00Z">{p("Brass or iron?")}</w:comment>'
    return body(p(r(one[:4]), opened, r(one[4:half]), r(one[half:])) + added(new) + p(r(kept[:9]), closed, call, r(kept[9:])),
                comments=note)  # fmt: skip


def foreign_chunk(texts: Texts) -> bytes:
    one, kept, new = texts
    relation = f'<Relationship Id="chunk" Type="{OFFICE}/aFChunk" Target="chunk.html"/>'
    text = p(one) + '<w:altChunk r:id="chunk"/>' + added(new) + p(kept)
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>{relation}</Relationships>'
    )
    return word_package(
        HEAD + text + NEXT + p(PIERS), styles=STYLES,
        extra={"word/_rels/document.xml.rels": rels.encode(), "word/chunk.html": b"<p>A page of another program.</p>"},
    )  # fmt: skip


def right_to_left(texts: Texts) -> bytes:
    arabic = {
        LAMPS: ARABIC[0],
        B[0]: ARABIC[0].replace("يلتزم", "يتعهد"),
        KEEPERS: ARABIC[2],
        NEW["en"]: NEW["ar"],
    }
    said = [arabic[each] for each in texts if each]

    def para(text: str) -> str:
        start, _, rest = text.partition(" ")
        return p(
            r(start, "<w:b/><w:bCs/><w:rtl/>"),
            r(" "),
            r(rest, '<w:rtl/><w:lang w:bidi="ar-SA"/>'),
            properties="<w:bidi/>",
        )

    return word_package(
        p(r("المادة 1", "<w:rtl/>"), style="Heading1", properties="<w:bidi/>")
        + "".join(map(para, said))
        + para(ARABIC[5]),
        styles=STYLES,
    )


def sections_in_paragraphs(texts: Texts) -> bytes:
    one, kept, new = texts
    section = '<w:sectPr><w:type w:val="nextPage"/><w:cols w:num="2"/></w:sectPr>'
    closing = p(new, properties=section) if new else p(REPORTS, properties=section)
    return body(p(one) + closing + p(kept) + p(SHIPS, properties="<w:sectPr/>"))


def numbered_headings(texts: Texts) -> bytes:
    one, kept, new = texts
    lists = abstract(7, level(0, "decimal", "Article %1", more='<w:pStyle w:val="Heading1"/>'),
                     level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Para"/>')) + num(3, 7)  # fmt: skip
    styles = (
        style("Normal", more='w:default="1"')
        + style("Heading1", "heading 1", p_pr='<w:numPr><w:numId w:val="3"/></w:numPr>')
        + style("Para", p_pr='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>')
    )

    def article(title: str, *said: str) -> str:
        return p(title, style="Heading1") + "".join(p(each, style="Para") for each in said)

    extra = article("Whistles", new, COUNCIL) if new else ""
    return word_package(
        article("Lamps", one, REPORTS) + extra + article("Keepers", kept, SHIPS),
        styles=styles,
        numbering=lists,
    )


def insertion_in_a_deletion(texts: Texts) -> bytes:
    one, kept, new = texts
    start, _, rest = one.partition("lamps")
    gone = (
        '<w:ins w:id="31" w:author="Quillon" w:date="2024-01-02T00:00:00Z">'
        '<w:del w:id="32" w:author="Norvania" w:date="2024-01-03T00:00:00Z"><w:r><w:delText xml:space="preserve">brass </w:delText></w:r></w:del></w:ins>'
    )
    return body(p(r(start), gone, ins(r("bright ")), r(f"lamps{rest}")) + added(new) + p(kept))


def empty_paragraphs(texts: Texts) -> bytes:
    one, kept, new = texts
    blank, spaced = "<w:p/>", p(properties='<w:spacing w:after="480"/>')
    return body(
        blank + p(one) + spaced + blank + (p(new) + blank if new else blank) + p(kept) + blank + spaced
    )


def footnotes_in_tables(texts: Texts) -> bytes:
    one, kept, new = texts
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    rows = [row(cell(p(r("Quay"), call.format(1))), cell(p(r(one), call.format(2))))]
    rows += [row(cell(p(r("Pier"), call.format(3))), cell(p(new)))] if new else []
    rows += [row(cell(p("Bay")), cell(p(r(kept), call.format(4))))]
    said = {
        1: "The northern one.",
        2: f"As {'proposed' if new else 'agreed'}.",
        3: "The new one.",
        4: "Without relief.",
    }
    notes = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{r(f" {text}")}</w:p></w:footnote>'
        for at, text in said.items() if new or at != 3
    )  # fmt: skip
    return body(p("The duties:") + table(*rows), footnotes=notes)


def strict(texts: Texts) -> bytes:
    """As Word saves "Strict Open XML Document": other names throughout, and the document says so."""
    one, kept, new = texts
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{r(" Of brass.")}</w:p></w:footnote>'
    data = body(p(r(one), call) + added(new) + p(kept), footnotes=note)
    with zipfile.ZipFile(BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    usual = b"http://schemas.openxmlformats.org/"
    for name, content in members.items():
        for kind, word in ((b"wordprocessingml", b"/main"), (b"officeDocument", b"/relationships")):
            content = content.replace(  # noqa: PLW2901
                usual + kind + b"/2006" + word, b"http://purl.oclc.org/ooxml/" + kind + word
            )
        members[name] = content.replace(b"<w:document ", b'<w:document w:conformance="strict" ')
    return packed(members)


def bookmarks_and_permissions(texts: Texts) -> bytes:
    one, kept, new = texts
    opened = '<w:bookmarkStart w:id="9" w:name="_b1"/><w:permStart w:id="8" w:edGrp="everyone"/>'
    closed = '<w:permEnd w:id="8"/><w:bookmarkEnd w:id="9"/>'
    middle = p(opened, r(new)) + p(r(SHIPS), closed) if new else p(opened, r(REPORTS)) + p(r(SHIPS), closed)
    return body(p(one) + middle + p(kept))


def formulas_and_pictures(texts: Texts) -> bytes:
    one, kept, new = texts
    formula = "<m:oMath><m:r><m:t>x=2y</m:t></m:r></m:oMath>"
    picture = "<w:r><w:drawing/></w:r>"
    start, _, rest = one.partition("burning")
    return body(
        p(r(start), formula, r(f"burning{rest}"), picture)
        + (p(r(new), formula) if new else "")
        + p(kept, picture)
    )


UGLY: dict[str, Callable[[Texts], bytes]] = {
    "nested tables": nested_tables,
    "text boxes": text_boxes,
    "controls across paragraphs": controls_across_paragraphs,
    "fields": fields,
    "smart tags": smart_tags,
    "breaks and symbols": breaks_and_symbols,
    "comments": comments,
    "a foreign chunk": foreign_chunk,
    "right to left": right_to_left,
    "sections in paragraphs": sections_in_paragraphs,
    "numbered headings": numbered_headings,
    "an insertion in a deletion": insertion_in_a_deletion,
    "empty paragraphs": empty_paragraphs,
    "footnotes in tables": footnotes_in_tables,
    "strict": strict,
    "bookmarks and permissions": bookmarks_and_permissions,
    "formulas and pictures": formulas_and_pictures,
}
