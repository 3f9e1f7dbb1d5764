"""What a paragraph of a Word file says: every kind of run, field, change and sign, with a small package for each."""

from __future__ import annotations

import pytest

from tests.reading.word_files import deleted, ins, p, r, read, style

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A field with its result."""
    shown = (FIELD.format("separate") + r(result)) if result else ""
    return f"{FIELD.format('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{FIELD.format('end')}"


CONTENT: list[tuple[str, str]] = [
    (r("oil"), "oil"),
    ("<w:r><w:t>oil</w:t><w:tab/><w:t>lamp</w:t></w:r>", "oil lamp"),
    ("<w:r><w:t>oil </w:t><w:tab/><w:tab/><w:t>lamp</w:t></w:r>", "oil lamp"),
    ("<w:r><w:t>oil</w:t><w:ptab/><w:t xml:space='preserve'> lamp</w:t></w:r>", "oil lamp"),
    ("<w:r><w:t>oil</w:t><w:br/><w:t>lamp</w:t></w:r>", "oil\nlamp"),
    ("<w:r><w:t>oil</w:t><w:cr/><w:t>lamp</w:t></w:r>", "oil\nlamp"),
    ("<w:r><w:t>oil</w:t><w:noBreakHyphen/><w:t>lamp</w:t></w:r>", "oil-lamp"),
    ("<w:r><w:t>oil</w:t><w:softHyphen/><w:t>lamp</w:t></w:r>", "oillamp"),
    ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
    ("<w:r><w:t>a\uf061</w:t></w:r>", "aα"),
    ("<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>a\uf061</w:t></w:r>", "aα"),
    ("<w:smartTag><w:smartTagPr/><w:r><w:t>oil</w:t></w:r></w:smartTag>", "oil"),
    ("<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:r><w:t>oil</w:t></w:r></w:sdtContent></w:sdt>", "oil"),
    ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>oil</w:t></w:r></w:rubyBase></w:ruby>", "oil"),
    ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
    ("<mc:AlternateContent><mc:Choice><w:r><w:t>oil</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>fog</w:t></w:r></mc:Fallback></mc:AlternateContent>", "oil"),
    ("<mc:AlternateContent><mc:Choice/><mc:Fallback><w:r><w:t>fog</w:t></w:r></mc:Fallback></mc:AlternateContent>", "fog"),
    (field("REF x", "oil"), "oil"),
    (field("REF x", ""), ""),
    ('<w:fldSimple w:instr="REF x"><w:r><w:t>oil</w:t></w:r></w:fldSimple>', "oil"),
    (FIELD.format("begin") + "<w:r><w:t>hidden</w:t></w:r>" + FIELD.format("separate") + r("oil") + FIELD.format("end"), "oil"),
    (r("oil", "<w:vanish/>") + r("fog"), "fog"),
    (r("oil", '<w:vanish w:val="0"/>'), "oil"),
    (ins(r("oil")) + deleted("fog"), "oil"),
    ("<w:moveTo>" + r("oil") + "</w:moveTo><w:moveFrom>" + r("fog") + "</w:moveFrom>", "oil"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text"), CONTENT)
def test_what_a_paragraph_says(content: str, text: str) -> None:
    found = read(p("Lamp ", "<w:r/>" + content))
    assert [block.text for block in found.blocks] == [f"Lamp {text}".rstrip()]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (ins(r("oil")) + deleted("fog"), "fog"),
        ("<w:moveTo>" + r("oil") + "</w:moveTo><w:moveFrom>" + r("fog") + "</w:moveFrom>", "fog"),
    ],
)
def test_what_a_paragraph_said_before_its_changes(content: str, text: str) -> None:
    found = read(p("Lamp ", "<w:r/>" + content), "reject")
    assert [block.text for block in found.blocks] == [f"Lamp {text}"]


LOOKS: list[tuple[str, dict[str, bool]]] = [
    ("", {}),
    ("<w:b/>", {"bold": True}),
    ('<w:b w:val="0"/>', {}),
    ('<w:b w:val="false"/>', {}),
    ('<w:b w:val="1"/>', {"bold": True}),
    ("<w:i/>", {"italic": True}),
    ("<w:bCs/>", {}),
    ("<w:rtl/><w:bCs/>", {"bold": True}),
    ("<w:rtl/><w:b/>", {}),
    ("<w:cs/><w:iCs/>", {"italic": True}),
    ('<w:u w:val="single"/>', {"underline": True}),
    ('<w:u w:val="none"/>', {}),
    ("<w:strike/>", {"strike": True}),
    ("<w:dstrike/>", {"strike": True}),
    ('<w:rStyle w:val="Strong"/>', {"bold": True}),
    ('<w:rStyle w:val="Strong"/><w:b w:val="0"/>', {}),
    ('<w:rStyle w:val="Under"/>', {"underline": True}),
    ('<w:rStyle w:val="Hyperlink"/>', {}),
]
STYLES = (
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Under"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(("properties", "expected"), LOOKS)
def test_the_look_of_a_run(properties: str, expected: dict[str, bool]) -> None:
    (block,) = read(p(r("oil", properties)), styles=STYLES).blocks
    found = block.runs[0]
    shown = {name: True for name in ("bold", "italic", "underline", "strike") if getattr(found, name)}
    assert shown == expected


@pytest.mark.parametrize(
    ("properties", "bold"),
    [("", True), ("<w:b/>", True), ('<w:b w:val="0"/>', False), ('<w:rStyle w:val="Strong"/>', False)],
)
def test_paragraph_and_character_style_exclude_each_other(properties: str, bold: bool) -> None:
    (block,) = read(
        p(r("oil", properties), style="Head"), styles=STYLES + style("Head", r_pr="<w:b/>")
    ).blocks
    assert block.runs[0].bold is bold


def test_what_was_met_is_said() -> None:
    found = read(
        p("Lamp ", ins(r("oil")) + ins(r("ice"), author="B. Delegate") + deleted("fog"))
        + p(r("x"), r("hid", "<w:vanish/>"))
    )
    changes, hidden = found.diagnostics
    assert changes.message.startswith("tracked changes by 2 authors: 2 insertions")
    assert "1 deletion" in changes.message
    assert hidden.message == "3 characters of hidden text are not read"


@pytest.mark.parametrize(
    ("share", "contents"), [("oil", False), ("oil lamp", True)]
)  # fmt: skip
def test_a_paragraph_that_is_mostly_a_generated_table_of_contents(share: str, contents: bool) -> None:
    toc = (
        FIELD.format("begin")
        + "<w:r><w:instrText>TOC</w:instrText></w:r>"
        + FIELD.format("separate")
        + r(share)
        + FIELD.format("end")
    )
    found = read(p("Lampxx ", "<w:r/>" + toc) + p("Fog"))
    assert (len(found.blocks) == 1) is contents
