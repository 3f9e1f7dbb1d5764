"""Layers that are switched off, and what is painted on words: by the page, or by a reviewer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from treatydiff.model import SourceText
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings

LINE = "Each Party shall keep the lights of its coast lit at all times of the night."
FROM, TO = (72 + stringWidth(words, "Times-Roman", 11) for words in ("Each Party ", "Each Party shall keep"))


def drawn(x: float, y: float, text: str) -> str:
    """The operators that print a text."""
    return f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET\n"


def read(
    content: str, *, catalog: str = "", resources: str = "", annotations: Sequence[str] = ()
) -> SourceText:
    """One page of a PDF written by hand: two lines of text behind the content; objects 6 and 7 are layers."""
    content += drawn(72, 740, LINE) + drawn(72, 726, "The keepers of its harbours are paid by the Council.")
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 544 842] /Contents 4 0 R "
        f"/Resources << {font} {resources} >> /Annots [{' '.join(annotations)}] >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< >>",
        "<< /Type /OCG /Name (Old) /Usage << /View << /ViewState /OFF >> >> >>",
        "<< /Type /OCG /Name (New) >>",
    ]
    file, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    file += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} "
        f"/Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF"
    ).encode("latin-1")
    return read_pdf(file, "draft.pdf", Settings())


_OFF = "/D << /OFF [6 0 R] >>"


@pytest.mark.parametrize(
    ("shown", "layer", "hidden"),
    [
        (_OFF, "6 0 R", True),
        (_OFF, "7 0 R", False),
        ("/D << /BaseState /OFF /ON [7 0 R] >>", "6 0 R", True),
        ("/D << /BaseState /OFF /ON [7 0 R] >>", "7 0 R", False),
        ("/D << /AS [<< /Event /View /OCGs [6 0 R 7 0 R] >>] >>", "6 0 R", True),
        ("/D << /AS [<< /Event /Print /OCGs [6 0 R] >>] >>", "6 0 R", False),
        (_OFF, "<< /Type /OCMD /OCGs [6 0 R 7 0 R] /P /AllOn >>", True),
        (_OFF, "<< /Type /OCMD /OCGs [6 0 R 7 0 R] >>", False),
        (_OFF, "<< /Type /OCMD /OCGs [6 0 R] >>", True),
        (_OFF, "<< /Type /OCMD /OCGs 6 0 R >>", True),
        (_OFF, "<< /Type /OCMD /OCGs 7 0 R >>", False),
        (_OFF, "<< /Type /OCMD /OCGs [] >>", False),
        (_OFF, "<< /Type /OCMD >>", False),
        (_OFF, "<< /Type /Other /OCGs 6 0 R >>", False),
        (_OFF, "<< /Type /OCMD /OCGs [7 0 R] /P /AllOn >>", False),
        (_OFF, "<< /Type /OCMD /OCGs [6 0 R] /P /AllOff >>", False),
        (_OFF, "<< /Type /OCMD /OCGs [6 0 R 7 0 R] /P /AllOff >>", True),
        (_OFF, "<< /Type /OCMD /OCGs [6 0 R 7 0 R] /P /AnyOff >>", False),
        (_OFF, "<< /Type /OCMD /OCGs [7 0 R] /P /AnyOff >>", True),
        ("/D << /OFF [] >>", "<< /Type /OCMD /OCGs [7 0 R] /P /AnyOff >>", False),
        ("/D << /AS [<< /Event /View /OCGs [7 0 R] >>] >>", "6 0 R", False),
        ("/D << /OFF [7 0 R] /AS [<< /Event /View /OCGs [7 0 R] >>] >>", "7 0 R", True),
        (_OFF, "<< /Type /OCMD /VE [/Or 6 0 R 7 0 R] >>", False),
        (_OFF, "<< /Type /OCMD /VE [/And 6 0 R 7 0 R] >>", True),
        (_OFF, "<< /Type /OCMD /VE [/Not 6 0 R] >>", False),
        (_OFF, "<< /Type /OCMD /VE [/Not [/And 7 0 R [/Or 7 0 R 6 0 R]]] >>", True),
        (_OFF, "<< /Type /OCMD /VE [] >>", False),
        (_OFF, "<< /Type /OCMD /VE [/Not 7 0 R] >>", True),
        (_OFF, "<< /Type /OCMD /VE [/Or 6 0 R [/Not 7 0 R]] >>", True),
        (_OFF, "<< /Type /OCMD /VE [/And 7 0 R [/Not 6 0 R]] >>", False),
    ],
)
def test_layers_that_are_switched_off_are_not_read(shown: str, layer: str, hidden: bool) -> None:
    found = read(
        f"/OC /L BDC\n{drawn(72, 760, 'Words of a layer.')}EMC\n",
        catalog=f"/OCProperties << /OCGs [6 0 R 7 0 R] {shown} >>",
        resources=f"/Properties << /L {layer} >>",
    )
    assert [block.text for block in found.blocks][-2].startswith("Each Party")
    assert ("Words of a layer." in {block.text for block in found.blocks}) is not hidden
    assert [each.code for each in found.diagnostics] == (["layer_not_read"] if hidden else [])
    assert [piece.rule for piece in found.furniture] == (["layer_off"] if hidden else [])


def looks(found: SourceText) -> list[tuple[str, str]]:
    """Words that something is painted on, with what it is."""
    return [
        (run.text.strip(), run.ground or ("underline" if run.underline else "strike"))
        for block in found.blocks
        for run in block.runs
        if run.ground or run.underline or run.strike
    ]


@pytest.mark.parametrize(
    ("kind", "ink", "more", "look"),
    [
        ("Highlight", "1 1 0", "", "yellow"),
        ("Highlight", "0 0.8 0.2", "", "green"),
        ("Underline", "0 0 1", "", "underline"),
        ("Squiggly", "1 0 1", "", "underline"),
        ("StrikeOut", "1 0 0", "", "strike"),
        ("Highlight", "1 1 0", "/F 2", None),
        ("Highlight", "0.8 0.8 0.8", "", None),
        ("Square", "1 0 0", "", None),
    ],
)
def test_annotations_of_reviewers_are_looks(kind: str, ink: str, more: str, look: str | None) -> None:
    corners = f"{FROM} 749 {TO} 749 {FROM} 737 {TO} 737"
    annotation = f"<< /Type /Annot /Subtype /{kind} /Rect [{FROM} 737 {TO} 749] /QuadPoints [{corners}] /C [{ink}] {more} >>"
    found = read("", annotations=[annotation])
    assert looks(found) == ([("shall keep", look)] if look else [])
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    ("area", "ink", "look"),
    [
        (f"{FROM} 737 {TO - FROM} 12", "1 1 0", "yellow"),
        (f"{FROM} 734 {TO - FROM} 20", "0.4 0.7 1", "blue"),
        (f"{FROM} 737 {TO - FROM} 12", "0.9 0.9 0.9", None),
        ("60 737 440 12", "1 1 0", None),
        (f"{FROM} 715 {TO - FROM} 40", "1 1 0", None),
    ],
    ids=["yellow", "as tall as a line with its space", "grey", "a cell of a table", "a box over two lines"],
)
def test_grounds_that_the_page_draws(area: str, ink: str, look: str | None) -> None:
    assert looks(read(f"{ink} rg {area} re f 0 g\n")) == ([("shall keep", look)] if look else [])
