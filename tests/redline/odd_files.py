"""Word files with what few drafts hold, but some do: lists of styles, bound controls, moves of others, nested rows."""

from __future__ import annotations

from collections.abc import Callable

from tests.reading.word_files import abstract, ins, level, num, p, r, style, word_package
from tests.redline.pairs import ARABIC, ENGLISH, NEW
from tests.redline.ugly_files import (
    HEAD,
    KEEPERS,
    LAMPS,
    NEXT,
    PIERS,
    SHIPS,
    STYLES,
    B,
    Texts,
    added,
    body,
    cell,
    control,
    field,
    row,
    table,
)

REPORTS, COUNCIL = ENGLISH[1], ENGLISH[4]
OF_QUILLON = 'w:author="Quillon" w:date="2024-01-02T00:00:00Z"'
BOUND = '<w:dataBinding w:xpath="/a/b" w:storeItemID="{11111111-2222-3333-4444-555555555555}"/>'


def bound_controls(texts: Texts) -> bytes:
    """A clause that Word fills from custom XML, a new one in a control of plain text, a list to choose from."""
    one, kept, new = texts

    def held(properties: str, inside: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    start, _, rest = one.partition(" ")
    plain = held("<w:text/>", p(new)) if new else ""
    return body(
        p(r(f"{start} "), held(f"{BOUND}<w:text/>", r(rest))) + plain + held("<w:dropDownList/>", p(kept))
    )


def alternate_content(texts: Texts) -> bytes:
    one, kept, new = texts

    def either(now: str, before: str) -> str:
        return (
            f'<mc:AlternateContent><mc:Choice Requires="w14">{now}</mc:Choice>'
            f"<mc:Fallback>{before}</mc:Fallback></mc:AlternateContent>"
        )

    return body(
        p(r(one[:10]), either(r(one[10:]), r("older words"))) + either(p(kept) + added(new), p("older words"))
    )


def controls_around_rows(texts: Texts) -> bytes:
    one, kept, new = texts
    rows = [row(cell(p("Port")), cell(p(one)))]
    rows += [row(cell(p("Pier")), cell(p(new)))] if new else []
    rows += [row(cell(p("Quay")), cell(p(kept)))]
    return body(p("The duties:") + control(table(*map(control, rows))))


def lists_from_right_to_left(texts: Texts) -> bytes:
    arabic = {
        LAMPS: ARABIC[0],
        B[0]: ARABIC[0].replace("يلتزم", "يتعهد"),
        KEEPERS: ARABIC[2],
        NEW["en"]: NEW["ar"],
    }
    lists = abstract(7, level(0, "decimal", "(%1)"), level(1, "decimal", "%2-")) + num(3, 7)
    said = [ARABIC[4], *(arabic[each] for each in texts if each)]
    paragraphs = [
        p(r(each, "<w:rtl/>"), num=(3, int(at == 1)), properties="<w:bidi/>") for at, each in enumerate(said)
    ]
    heads = [p(r(f"المادة {at}", "<w:rtl/>"), style="Heading1", properties="<w:bidi/>") for at in (1, 2)]
    return word_package(
        heads[0] + "".join(paragraphs) + heads[1] + p(r(ARABIC[5], "<w:rtl/>"), properties="<w:bidi/>"),
        styles=STYLES,
        numbering=lists,
    )


def lists_of_styles(texts: Texts) -> bytes:
    """Numbers come from styles; a clause changes its level, and a list begins anew in the second article."""
    one, kept, new = texts
    lists = (
        abstract(7, level(0, "decimal", "%1.", more='<w:pStyle w:val="L0"/>'),
                 level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="L1"/>'))
        + num(3, 7)
        + num(4, 7, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    )  # fmt: skip
    styles = (
        STYLES
        + style("L0", p_pr='<w:numPr><w:numId w:val="3"/></w:numPr>')
        + style("L1", p_pr='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>')
    )
    first = p(SHIPS, style="L0") + p(kept, style="L1") + p(one, style="L0" if new else "L1")
    first += (p(new, style="L1") if new else "") + p(COUNCIL, style="L1")
    second = p(REPORTS, style="L0", num=(4, 0)) + p(PIERS, num=(4, 1 if new else 0))
    return word_package(HEAD + first + NEXT + second, styles=styles, numbering=lists)


def lists_that_begin_anew(texts: Texts) -> bytes:
    """Each article has a list of its own that begins at 1 by an override; the new clause is the first of one."""
    one, kept, new = texts
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract(7, level(0, "decimal", "%1.")) + num(3, 7) + num(4, 7, anew)
    second = ([new] if new else []) + [one, kept]
    return word_package(
        HEAD + p(SHIPS, num=(3, 0)) + p(COUNCIL, num=(3, 0)) + NEXT + "".join(p(each, num=(4, 0)) for each in second),
        styles=STYLES,
        numbering=lists,
    )  # fmt: skip


def moves_of_others(texts: Texts) -> bytes:
    one, kept, new = texts

    def side(tag: str, at: int) -> str:
        look = f'<w:pPr><w:rPr><w:{tag} w:id="{at}" {OF_QUILLON}/></w:rPr></w:pPr>'
        start = f'<w:{tag}RangeStart w:id="{at + 1}" w:name="move9" {OF_QUILLON}/>'
        words = f'<w:{tag} w:id="{at + 2}" {OF_QUILLON}>{r(COUNCIL)}</w:{tag}>'
        return f'<w:p>{look}{start}{words}</w:p><w:{tag}RangeEnd w:id="{at + 1}"/>'

    return body(side("moveFrom", 21) + p(one) + added(new) + side("moveTo", 25) + p(kept))


def sections_of_changed_paragraphs(texts: Texts) -> bytes:
    one, kept, new = texts
    return body(p(one, properties='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') + added(new) + p(kept))


def empty_paragraphs_with_marks(texts: Texts) -> bytes:
    one, kept, new = texts
    come, gone = (
        f'<w:p><w:pPr><w:rPr><w:{tag} w:id="41" {OF_QUILLON}/></w:rPr></w:pPr></w:p>'
        for tag in ("ins", "del")
    )
    return body(come + p(one) + gone + added(new) + come + gone + p(kept) + gone)


def comments_on_new_clauses(texts: Texts) -> bytes:
    """The last clause of a list is new and has a comment; what is behind it is in no list."""
    one, kept, new = texts
    note = f'<w:comment w:id="4" {OF_QUILLON}>{p("Why?")}</w:comment>'
    start, end = (f'<w:commentRange{each} w:id="4"/>' for each in ("Start", "End"))
    said = new or COUNCIL
    commented = p(r(said[:20]), start, r(said[20:40]), end, '<w:r><w:commentReference w:id="4"/></w:r>',
                  r(said[40:]), num=(3, 0))  # fmt: skip
    return word_package(
        HEAD + p(SHIPS, num=(3, 0)) + p(one, num=(3, 0)) + commented + NEXT + p(kept),
        styles=STYLES,
        numbering=abstract(7, level(0, "decimal", "%1.")) + num(3, 7),
        comments=note,
    )


def cross_references(texts: Texts) -> bytes:
    """Fields that print the number of an article or a page, which is another one in the newer draft."""
    one, kept, new = texts
    named = p('<w:bookmarkStart w:id="9" w:name="_b2"/>', r("Preamble"), '<w:bookmarkEnd w:id="9"/>')

    def simple(instruction: str, said: str) -> str:
        return f'<w:fldSimple w:instr=" {instruction} ">{r(said)}</w:fldSimple>'

    numbers = ("article 4", "12") if new else ("article 3", "11")
    first = p(
        r(f"{one} See "), field("REF _b2 \\h", r(numbers[0])), r(" and "), field("SEQ x", r("7")), r(".")
    )
    added_clause = p(
        r(new), simple("REF _b2", "Preamble"), r(" and "), field("REF _b2", r("article 9")), r(".")
    )
    last = p(r(f"{kept} See page "), simple("PAGEREF _b2", numbers[1]), r("."))
    return body(named + first + (added_clause if new else "") + last)


def links_around_changes(texts: Texts) -> bytes:
    one, kept, new = texts

    def link(*runs: str) -> str:
        return f'<w:hyperlink w:anchor="_b1">{"".join(runs)}</w:hyperlink>'

    words = one.split(" ")
    linked = link(r(" ".join(words[1:5]), '<w:u w:val="single"/>'))
    whole = p(link(r(new))) if new else ""
    numbered = p(r(kept), r(" See "), field("SEQ x", r("7")), r("."))
    return body(p(r(f"{words[0]} "), linked, r(" " + " ".join(words[5:]))) + whole + numbered)


def custom_xml(texts: Texts) -> bytes:
    one, kept, new = texts

    def named(*inside: str) -> str:
        return (
            '<w:customXml w:uri="urn:x" w:element="clause"><w:customXmlPr><w:attr w:name="n" w:val="1"/>'
            f"</w:customXmlPr>{''.join(inside)}</w:customXml>"
        )

    return body(named(p(one), added(new)) + named(named(p(kept))))


def rows_of_others(texts: Texts) -> bytes:
    one, kept, new = texts

    def marked(mark: str, *cells: str) -> str:
        return f"<w:tr><w:trPr>{mark}</w:trPr>{''.join(cells)}</w:tr>"

    rows = [
        marked("", cell(p("Port")), cell(p(one))),
        marked(f'<w:ins w:id="51" {OF_QUILLON}/>', cell(p(ins(r("Bay")))), cell(p(ins(r(SHIPS))))),
        marked("", cell(p("Quay")), cell(p(kept))),
    ]
    return body(
        p("The duties:") + table(*rows, *([marked("", cell(p("Pier")), cell(p(new)))] if new else []))
    )


ODD: dict[str, Callable[[Texts], bytes]] = {
    "bound controls": bound_controls,
    "alternate content": alternate_content,
    "controls around rows": controls_around_rows,
    "lists from right to left": lists_from_right_to_left,
    "lists of styles": lists_of_styles,
    "lists that begin anew": lists_that_begin_anew,
    "moves of others": moves_of_others,
    "sections of changed paragraphs": sections_of_changed_paragraphs,
    "empty paragraphs with marks": empty_paragraphs_with_marks,
    "comments on new clauses": comments_on_new_clauses,
    "cross-references": cross_references,
    "links around changes": links_around_changes,
    "custom XML": custom_xml,
    "rows of others": rows_of_others,
}
