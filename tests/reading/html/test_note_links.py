"""Which links and raised marks of a web page call notes: one small page a row."""

from __future__ import annotations

import pytest
from lxml import html

from treatydiff.reading.html.notes import find_notes

TEXT = "<p>The keepers mend the lamp{call} every night.</p>"


def called(call: str, *behind: str, before: str = "") -> list[str]:
    """The labels of what calls notes on a page with a call in its text and more blocks behind it."""
    root = html.fromstring(f"<html><body>{before}{TEXT.format(call=call)}{''.join(behind)}</body></html>")
    found = find_notes(root)
    assert sorted(set(found.holders.values())) == sorted(set(found.calls.values()))
    return list(found.calls.values())


BACK = '<p id="{id}"><a href="#r1">1</a> See the Charter.</p>'
LINK = '<a href="#{id}" id="r1">1</a>'


def linked(name: str, mark: str = "1") -> str:
    return f'<a href="#{name}">{mark}</a>'


CALLS: list[tuple[str, str, tuple[str, ...], list[str]]] = [
    ("a link and one back", LINK.format(id="x"), (BACK.format(id="x"),), ["1"]),
    ("back to what is around it", '<sup id="r1"><a href="#x">1</a></sup>', (BACK.format(id="x"),), ["1"]),
    ("back to a span around it", '<span id="r1"><a href="#x">1</a></span>', (BACK.format(id="x"),), ["1"]),
    ("back to what is within it", '<a href="#x"><b id="r1">1</b></a>', (BACK.format(id="x"),), ["1"]),
    ("back to another place", '<a href="#x">1</a><i id="r1">it</i>', (BACK.format(id="x"),), []),
    ("no link back", linked("x"), ('<p id="x">1 See the Charter.</p>',), []),
    ("named as a note", linked("fn1"), ('<p id="fn1">1 See the Charter.</p>',), ["1"]),
    ("named as Word does", linked("_ftn1", "[1]"), ('<p id="_ftn1">See the Charter.</p>',), ["1"]),
    ("named as LibreOffice does", linked("sdfootnote1sym"), ('<p id="sdfootnote1sym">See it.</p>',), ["1"]),
    ("named as a call", linked("_ftnref1"), ('<p id="_ftnref1">See the Charter.</p>',), []),
    ("named as a call, with its anchor", linked("sdfootnote1anc"), ('<p id="sdfootnote1anc">See it.</p>',), []),
    ("raised, to its mark", f"<sup>{linked('x')}</sup>", ('<p id="x">1 See the Charter.</p>',), ["1"]),
    ("raised within, to its mark", '<a href="#x"><sup>1</sup></a>', ('<p id="x">[1] See it.</p>',), ["1"]),
    ("raised, to another mark", f"<sup>{linked('x')}</sup>", ('<p id="x">2 See the Charter.</p>',), []),
    ("raised, to no mark", f"<sup>{linked('x')}</sup>", ('<p id="x">— See the Charter.</p>',), []),
    ("by the name of an anchor", linked("fn1"), ('<p><a name="fn1"></a>See the Charter.</p>',), ["1"]),
    ("to nothing", linked("fn1"), ("<p>See the Charter.</p>",), []),
    ("no place", '<a href="">1</a>', ('<p id="fn1">See it.</p>',), []),
    ("of three letters", linked("fn1", "abc"), ('<p id="fn1">See it.</p>',), ["abc"]),
    ("of four letters", linked("fn1", "abcd"), ('<p id="fn1">See it.</p>',), []),
    ("of four figures", linked("fn1", "1234"), ('<p id="fn1">See it.</p>',), []),
    ("of stars", linked("fn1", "***"), ('<p id="fn1">See it.</p>',), ["***"]),
    ("in a division of its own", linked("fn1"), ('<div id="ftn1"><p id="fn1">See it.</p><p>More.</p></div>',), ["1"]),
    ("whose role is a note's", linked("x"), ('<aside id="x" role="doc-footnote">See it.</aside>',), ["1"]),
    ("whose role is an endnote's", linked("x"), ('<p id="x" role="doc-endnote">See it.</p>',), ["1"]),
    ("whose role is a call's", '<a role="doc-noteref" href="#x">1</a>', ('<p id="x">See it.</p>',), ["1"]),
    ("of an e-book", '<a epub:type="noteref" href="#x">1</a>', ('<p id="x">See it.</p>',), ["1"]),
    ("whose role is another's", linked("x"), ('<p id="x" role="doc-abstract">See it.</p>',), []),
    ("to the page itself", linked("fn1"), ('<span id="fn1">See it.</span>',), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("call", "behind", "labels"), [each[1:] for each in CALLS], ids=[each[0] for each in CALLS]
)
def test_links_that_call_notes(call: str, behind: tuple[str, ...], labels: list[str]) -> None:
    assert called(call, *behind) == labels


def test_a_link_up_the_page_calls_no_note() -> None:
    assert called(linked("fn1"), before='<p id="fn1">See the Charter.</p>') == []


def test_a_link_within_its_own_block_calls_no_note() -> None:
    assert called(f'{linked("fn1")}<b id="fn1">it</b>') == []


@pytest.mark.parametrize(
    ("place", "tag"),
    [
        ('<p id="fn1">See it.</p>', "p"),
        ('<div id="ftn1"><p id="fn1">See it.</p><p>More.</p></div>', "div"),
        ('<aside id="fn-1"><p><a name="fn1">1</a> See it.</p></aside>', "aside"),
        ('<div id="notes"><p id="fn1">See it.</p><p>More.</p></div>', "p"),
        ('<section id="ftn1"><p id="fn1">See it.</p></section>', "p"),
        ('<ol><li><b id="fn1">See it.</b></li></ol>', "li"),
    ],
)
def test_the_block_that_holds_a_note(place: str, tag: str) -> None:
    root = html.fromstring(f"<html><body>{TEXT.format(call=linked('fn1'))}{place}</body></html>")
    assert [each.tag for each in find_notes(root).holders] == [tag]


def note(mark: str, text: str = " See the Charter.") -> str:
    return f"<p><sup>{mark}</sup>{text}</p>"


RAISED: list[tuple[str, str, tuple[str, ...], list[str]]] = [
    ("a raised figure", "<sup>1</sup>", (note("1"),), ["1"]),
    ("in brackets", "<sup>(1)</sup>", (note("1"),), ["1"]),
    ("a star", "<sup>*</sup>", (note("*"),), ["*"]),
    ("a letter", "<sup>a</sup>", (note("a"),), []),
    ("another figure", "<sup>2</sup>", (note("1"),), []),
    ("two", "<sup>1</sup><sup>2</sup>", (note("1"), note("2")), ["1", "2"]),
    ("a block between", "<sup>1</sup><sup>2</sup>", (note("1"), "<p>Oil.</p>", note("2")), ["2"]),
    ("a note behind which text stands", "<sup>1</sup>", (note("1"), "<p>Oil.</p>"), []),
    ("an empty block behind it", "<sup>1</sup>", (note("1"), "<p> </p>"), ["1"]),
    ("words before the mark", "<sup>1</sup>", ("<p>See <sup>1</sup> it.</p>",), []),
    ("not raised", "<sup>1</sup>", ("<p><b>1</b> See it.</p>",), []),
    ("linked", '<sup><a href="#x">1</a></sup>', (note("1"),), []),
    ("within a link", '<a href="#x"><sup>1</sup></a>', (note("1"),), []),
    ("an exponent", " 5 m<sup>2</sup>", (note("2"),), []),
    ("of a length in words", " 5 lm<sup>2</sup>", (note("2"),), ["2"]),
    ("behind an element", "<i>oil</i> km<sup>2</sup>", (note("2"),), []),
    ("in a list", "<sup>1</sup>", (f"<div>{note('1')}</div>",), ["1"]),
    ("at the foot of a part", "<sup>1</sup>", ("<hr>", note("1"), "<p>Oil.</p>"), ["1"]),
    ("at the foot of a part, behind text", "<sup>1</sup>", ("<hr>", "<p>Oil.</p>", note("1"), "<p>Oil.</p>"), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("call", "behind", "labels"), [each[1:] for each in RAISED], ids=[each[0] for each in RAISED]
)
def test_raised_marks_without_links(call: str, behind: tuple[str, ...], labels: list[str]) -> None:
    assert called(call, *behind) == labels


def test_notes_that_are_linked_are_passed_over() -> None:
    behind = ('<p id="fn1">See it.</p>', note("2"), '<div id="ftn3"><p id="fn3">3 It.</p></div>')
    call = f"{linked('fn1')}<sup>2</sup>{linked('fn3', '3')}"
    assert called(call, *behind) == ["1", "3", "2"]


@pytest.mark.parametrize(
    ("page", "pairs"),
    [
        # (what the page prints, the words before each call and the note that it has)
        (f"<p>oil<sup>*</sup> wick<sup>*</sup></p>{note('*', 'A')}{note('*', 'B')}", ["oil A", "wick B"]),
        (f"<p>oil<sup>1</sup></p><hr>{note('1', 'A')}<p>wick<sup>1</sup></p><hr>{note('1', 'B')}", ["oil A", "wick B"]),
        (f"<p>oil<sup>1</sup> wick<sup>2</sup></p>{note('2', 'B')}{note('1', 'A')}", ["wick B", "oil A"]),
        # a note that nothing calls, or only what stands below it
        (f"<p>oil<sup>1</sup></p>{note('1', 'A')}{note('1', 'B')}", ["oil A"]),
        (f"<p>oil<sup>1</sup></p>{note('3', 'C')}{note('1', 'A')}", ["oil A"]),
        (f"<hr>{note('1', 'A')}<p>oil<sup>1</sup></p>", []),
        (f"<hr>{note('1', 'A')}<p>oil<sup>1</sup></p><hr>{note('1', 'B')}", ["oil B"]),
        # a call without a note
        (f"<p>oil<sup>1</sup> wick<sup>2</sup></p>{note('1', 'A')}", ["oil A"]),
        (f"<p>oil<sup>1</sup></p><hr>{note('2', 'B')}<p>wick<sup>2</sup></p>{note('1', 'A')}", ["oil A"]),
        # two notes behind one rule, and a rule that ends with them
        (f"<p>oil<sup>1</sup> wick<sup>2</sup></p><hr>{note('1', 'A')}{note('2', 'B')}<p>Tar</p>", ["oil A", "wick B"]),
        (f"<p>oil<sup>1</sup> wick<sup>2</sup></p><hr>{note('1', 'A')}<p>Tar</p>{note('2', 'B')}<p>Tar</p>", ["oil A"]),
        # what begins a note calls none; what stands within it may
        (f"<hr>{note('1', 'A')}{note('1', 'B')}", []),
        (f"<p>oil<sup>1</sup></p>{note('1', ' and<sup>2</sup> A')}{note('2', 'B')}", ["oil A", "and B"]),
        # links within and around, beside a note that is linked
        (f"<p>oil<sup><b><a href='#x'>1</a></b></sup></p>{note('1', 'A')}", []),
        (f"<p>oil<a href='#x'><b><sup>1</sup></b></a></p>{note('1', 'A')}", []),
    ],
)  # fmt: skip
def test_each_note_of_one_mark_has_its_own_call(page: str, pairs: list[str]) -> None:
    found = find_notes(html.fromstring(f"<html><body>{page}</body></html>"))
    before = {(call.getprevious().tail if call.getprevious() is not None else call.getparent().text).strip()
              for call in found.calls}  # fmt: skip
    assert before == {pair.split()[0] for pair in pairs}
    assert [holder.text_content()[-1] for holder in found.holders] == [pair.split()[1] for pair in pairs]


@pytest.mark.parametrize(
    ("page", "calls", "holders"),
    [
        # of three calls one stands below the note that all have
        (f"<p>oil<sup>1</sup> tar<sup>1</sup></p><hr>{note('1')}<p>wick<sup>1</sup></p>", ["1"] * 3, ["1"]),
        (f"<p>oil<sup>1</sup> tar<sup>1</sup> wick<sup>1</sup></p>{note('1')}{note('1')}", ["1"] * 3, ["1"] * 2),
        (f"<p>oil<sup>1</sup> tar<sup>2</sup> wick<sup>1</sup></p>{note('1')}", ["1"] * 2, ["1"]),
        (f"<p>oil<sup>1</sup> tar<sup>*</sup></p>{note('*')}{note('1')}", ["*", "1"], ["*", "1"]),
    ],
)  # fmt: skip
def test_calls_of_one_note(page: str, calls: list[str], holders: list[str]) -> None:
    found = find_notes(html.fromstring(f"<html><body>{page}</body></html>"))
    assert (list(found.calls.values()), list(found.holders.values())) == (calls, holders)


def test_a_note_called_twice_is_one_note() -> None:
    found = find_notes(
        html.fromstring(f"<html><body><p>oil<sup>1</sup> wick<sup>1</sup></p>{note('1')}</body></html>")
    )
    assert (len(found.calls), len(found.holders)) == (2, 1)
