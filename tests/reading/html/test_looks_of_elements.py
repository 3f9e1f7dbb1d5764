"""What the elements of a page say about the look of their text, and what of it is shown."""

from __future__ import annotations

import pytest
from lxml import html

from treatydiff.errors import ReadError
from treatydiff.reading.html.colours import colours_of
from treatydiff.reading.html.from_html import _refuse_crowded_tags
from treatydiff.reading.html.look import Look, is_hidden, looked, visible_text


def look_of(source: str, around: Look | None = None) -> Look:
    element = html.fragment_fromstring(source)
    return looked(element, element.tag, around or Look())


@pytest.mark.parametrize(
    ("source", "looks"),
    [
        ("<b>x</b>", "bold"), ("<strong>x</strong>", "bold"), ("<i>x</i>", "italic"), ("<em>x</em>", "italic"),
        ("<cite>x</cite>", "italic"), ("<s>x</s>", "strike"), ("<strike>x</strike>", "strike"), ("<u>x</u>", "underline"),
        ("<span>x</span>", ""), ("<del>x</del>", "deletion"), ("<ins>x</ins>", "insertion"),
        ('<span style="font-weight: bold">x</span>', "bold"), ('<span style="font-weight:600">x</span>', "bold"),
        ('<span style="font-weight:900">x</span>', "bold"), ('<span style="font-weight:500">x</span>', ""),
        ('<span style="font-style: italic">x</span>', "italic"), ('<span style="font-style:oblique">x</span>', "italic"),
        ('<span style="text-decoration: line-through">x</span>', "strike"),
        ('<span style="text-decoration: underline">x</span>', "underline"),
        ('<span style="text-decoration: underline line-through">x</span>', "strike underline"),
        ('<span style="text-decoration: none; font: underline">x</span>', ""),
        ("<pre>x</pre>", "preformatted"),
        ("<center>x</center>", "centred"), ('<p align="CENTER">x</p>', "centred"), ('<p align="left">x</p>', ""),
        ('<p style="text-align : center">x</p>', "centred"), ('<span style="text-align:center">x</span>', ""),
    ],
)  # fmt: skip
def test_looks(source: str, looks: str) -> None:
    found = look_of(source)
    run = found.run
    names = [name for name in ("bold", "italic", "strike", "underline") if getattr(run, name)]
    names += [run.revision.kind] if run.revision else []
    names += [name for name in ("preformatted", "centred") if getattr(found, name)]
    assert " ".join(names) == looks


@pytest.mark.parametrize(
    ("source", "style", "depth"),
    [
        ("<h1>x</h1>", "Heading 1", 0),
        ("<h6>x</h6>", "Heading 6", 0),
        ('<p class="oj-normal small">x</p>', "oj-normal", 0),
        ('<span class="oj-normal">x</span>', "around", 0),
        ("<p>x</p>", "around", 0),
        ("<blockquote>x</blockquote>", "around", 1),
        ("<dd>x</dd>", "around", 1),
        ("<dl>x</dl>", "around", 0),
    ],
)
def test_styles_and_depth(source: str, style: str, depth: int) -> None:
    found = look_of(source, Look(style="around", depth=2))
    assert (found.style, found.depth) == (style, 2 + depth)


def test_what_is_around_stays() -> None:
    around = look_of('<p style="text-align:center; color: red; font-weight: bold">x</p>')
    inner = look_of("<i>x</i>", around)
    assert (inner.run.bold, inner.run.italic, inner.run.colour, inner.centred) == (True, True, "red", True)
    assert look_of("<a>x</a>", around).run.colour == ""
    assert look_of('<span style="background: yellow">x</span>', around).run.ground == "yellow"
    assert look_of('<span style="background: yellow">x</span>', around).run.colour == "red"
    assert look_of('<span style="color: blue">x</span>', around).run.colour == "blue"
    assert look_of("<b>x</b>", look_of("<pre>x</pre>")).preformatted
    assert look_of('<ins datetime="2031">x</ins>').run.revision is not None


@pytest.mark.parametrize(
    ("source", "colours"),
    [
        ('<span style="color: red">x</span>', ("red", "")),
        ('<span style="COLOR:#F00">x</span>', ("red", "")),
        ('<span style="color: #0000ff; background-color: #ff0">x</span>', ("blue", "yellow")),
        ('<span style="background: lime">x</span>', ("", "green")),
        ('<span style="background: #0f0 url(x)">x</span>', ("", "green")),
        ('<span style="border-color: red">x</span>', ("", "")),
        ('<span style="color: rgb(255, 0, 0)">x</span>', ("red", "")),
        ('<span style="color: rgba(0 0 255 / 1)">x</span>', ("blue", "")),
        ('<span style="color: rgb(0, 999, 0)">x</span>', ("green", "")),
        ('<span style="color: rgb(20, 0, 0)">x</span>', ("", "")),
        ('<span style="color: rgb(200, 190, 190)">x</span>', ("", "")),
        ('<span style="color: rgb(1, 2)">x</span>', ("", "")),
        ('<span style="color: black">x</span>', ("", "")),
        ('<span style="color: #0000">x</span>', ("", "")),
        ('<font color="navy">x</font>', ("blue", "")),
        ('<font color="navy" style="color: red">x</font>', ("red", "")),
        ('<span color="navy">x</span>', ("", "")),
        ("<mark>x</mark>", ("", "yellow")),
        ('<mark style="background: #0f0">x</mark>', ("", "green")),
        # what is the look of a site
        ('<a style="color: red">x</a>', ("", "")),
        ('<h2 style="color: red">x</h2>', ("", "")),
    ],
)
def test_colours_that_elements_set(source: str, colours: tuple[str, str]) -> None:
    element = html.fragment_fromstring(source)
    assert colours_of(element, element.tag) == colours


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        ("<p>x</p>", False),
        ("<p hidden>x</p>", True),
        ('<p style="display : none">x</p>', True),
        ('<p style="VISIBILITY:hidden">x</p>', True),
        ('<p style="display: block">x</p>', False),
    ],
)
def test_what_is_hidden(source: str, hidden: bool) -> None:
    assert is_hidden(html.fragment_fromstring(source)) is hidden


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Oil</p>", " Oil"),
        ("<span>Oil</span>", "Oil"),
        ("<div>Oil<p>Fog</p>Ice</div>", " Oil Fog Ice"),
        ("<div>Oil<b>Fog</b>Ice</div>", " OilFogIce"),
        ("<div>Oil<br>Fog</div>", " Oil  Fog"),
        ("<div>Oil<script>x<b>y</b>z</script>Fog</div>", " OilFog"),
        ("<div>Oil<svg><g>x</g>y</svg>Fog<style>z</style>Ice</div>", " OilFogIce"),
        ("<div>Oil<button>a<select>b</select>c</button>Fog</div>", " OilFog"),
        ("<div>co\u00adop</div>", " coop"),
    ],
)
def test_the_text_that_is_shown(source: str, text: str) -> None:
    assert visible_text(html.fragment_fromstring(source)) == text


@pytest.mark.parametrize(
    ("tag", "refused"),
    [
        ("<p" + " a" * 9_999 + ">", False),
        ("<p" + " a" * 10_000 + ">", True),
        ("<p " + 'a="1"' * 9_999 + ">", False),
        ("<p " + 'a="1"' * 10_000 + ">", True),
        ("<p " + "a=1 " * 9_999 + ">", False),
        ("<p " + "a='1'" * 10_001 + ">", True),
        # what stands in a value is none
        ('<p a="' + "=" * 20_000 + '">', False),
        ('<p a="' + "a " * 20_000 + '">', False),
        ("<p>" + "a = b " * 20_000, False),
        ("<p" + " a" * 10_000, True),
    ],
)
def test_a_tag_has_so_many_attributes_at_most(tag: str, refused: bool) -> None:
    page = f"<p>oil</p>{tag}fog</p>".encode()
    if refused:
        with pytest.raises(ReadError, match="a tag of the page has more than 10000 attributes"):
            _refuse_crowded_tags(page, "page.html")
    else:
        _refuse_crowded_tags(page, "page.html")
