"""Pairs of Word drafts: one text in many dresses, and every kind of edit made in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.reading.word_files import abstract, deleted, ins, level, num, p, r, style, word_package

ENGLISH = (
    "Each Party shall keep the lamps of its lighthouses burning from dusk until dawn in every season.",
    "The Parties shall exchange weather reports twice a day through the harbour office of each Party.",
    "A keeper who leaves the tower without relief shall report to the Council within thirty days.",
    "Ships that enter a sheltered bay may ask the nearest station for oil, rope and fresh water.",
    "The Council shall meet once a year in the port whose mayor has offered to receive its members.",
    "Nothing in this article affects the right of a Party to repair its own piers at its own expense.",
)
ARABIC = (
    "يلتزم كل طرف بإبقاء مصابيح مناراته مضاءة من الغروب حتى الفجر في جميع الفصول.",
    "تتبادل الأطراف نشرات الطقس مرتين في اليوم عن طريق مكتب الميناء في كل دولة.",
    "يقدم الحارس الذي يغادر البرج تقريرا إلى المجلس خلال ثلاثين يوما من مغادرته.",
    "يجوز للسفن التي تدخل الخليج أن تطلب من أقرب محطة الزيت والحبال والماء العذب.",
    "يجتمع المجلس مرة في السنة في الميناء الذي عرض رئيس بلديته استقبال الأعضاء.",
    "لا يمس أي حكم في هذه المادة حق الطرف في إصلاح أرصفته على نفقته الخاصة.",
)
CHINESE = (
    "各缔约方应当在每个季节从黄昏到黎明保持其灯塔的灯火长明。",
    "各缔约方应当通过港口办公室每天两次交换天气报告。",
    "未经接替而离开灯塔的看守人应当在三十天内向理事会报告。",
    "进入避风港的船舶可以向最近的站点请求提供油料、绳索和淡水。",
    "理事会每年在提出接待其成员的市长所在的港口举行一次会议。",
    "本条的任何规定不影响缔约方自费修缮其码头的权利。",
)
NEW = {
    "en": "Every pilot shall carry a whistle of brass and shall sound it when the fog hides the shore.",
    "ar": "يحمل كل مرشد صفارة من النحاس وينفخ فيها عندما يحجب الضباب الساحل.",
    "zh": "每名引航员应当携带铜哨，并在雾气遮住海岸时吹响。",
}
WORDS = {
    "en": ((" shall ", " may "), ("harbour", "customs"), ("thirty", "sixty")),
    "ar": (("يلتزم", "يتعهد"), ("مرتين", "ثلاث مرات"), ("ثلاثين", "ستين")),
    "zh": (("应当", "可以"), ("两次", "三次"), ("三十", "六十")),
}

Sentences = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two Word drafts and what was done between them."""

    name: str
    a: bytes
    b: bytes


def pairs() -> Iterator[Pair]:
    """Every dress with every edit."""
    for dress, (language, build) in DRESSES.items():
        sentences = {"en": ENGLISH, "ar": ARABIC, "zh": CHINESE}[language]
        for edit, change in EDITS.items():
            yield Pair(f"{dress}, {edit}", build(sentences), build(change(sentences, language)))


def _worded(sentences: Sentences, language: str) -> Sentences:
    changed = list(sentences)
    for old, new in WORDS[language]:
        at = next(n for n, each in enumerate(changed) if old in each)
        changed[at] = changed[at].replace(old, new, 1)
    return tuple(changed)


def _moved_and_worded(sentences: Sentences, language: str) -> Sentences:
    first, second, third, fourth, fifth, sixth = _worded(sentences, language)
    return second, third, fifth, first, fourth, sixth


EDITS: dict[str, Callable[[Sentences, str], Sentences]] = {
    "words replaced": _worded,
    "a paragraph put in": lambda s, code: (*s[:3], NEW[code], *s[3:]),
    "a paragraph taken out": lambda s, _: (*s[:2], *s[3:]),
    "a first one put in": lambda s, code: (NEW[code], *s),
    "the first one taken out": lambda s, _: s[1:],
    "a last one put in": lambda s, code: (*s, NEW[code]),
    "the last one taken out": lambda s, _: s[:-1],
    "the last one replaced": lambda s, code: (*s[:-1], NEW[code]),
    "one moved": lambda s, _: (*s[1:4], s[0], *s[4:]),
    "moved and worded": _moved_and_worded,
}


def _headed(paragraphs: Sequence[str], article: str = "Article 1", title: str = "Lamps and harbours") -> str:
    return p(article, style="Heading1") + p(title, style="Title1") + "".join(paragraphs)


STYLES = (
    style("Normal", more='w:default="1"') + style("Heading1", "heading 1", p_pr='<w:jc w:val="center"/>')
    + style("Title1", "Article title", p_pr='<w:jc w:val="center"/>', r_pr="<w:b/>") + style("Body")
)  # fmt: skip
LISTS = abstract(7, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(3, 7)


def _plain(sentences: Sentences) -> bytes:
    body = _headed([p(f"{n}.\t{each}", style="Body") for n, each in enumerate(sentences, start=1)])
    return word_package(body, styles=STYLES)


def _numbered(sentences: Sentences) -> bytes:
    body = _headed([p(each, style="Body", num=(3, 0)) for each in sentences])
    return word_package(body, styles=STYLES, numbering=LISTS)


def _lettered(sentences: Sentences) -> bytes:
    paragraphs = [p(each, num=(3, 0 if n % 3 == 0 else 1)) for n, each in enumerate(sentences)]
    return word_package(_headed(paragraphs), styles=STYLES, numbering=LISTS)


def _looks(sentences: Sentences) -> bytes:
    paragraphs = []
    for each in sentences:
        words = each.split(" ")
        runs = [r(" ".join(words[:2]), "<w:b/>"), r(f" {words[2]} ", "<w:i/>"), r(" ".join(words[3:]))]
        paragraphs.append(p(*runs))
        paragraphs.append("<w:p/>")
    return word_package(_headed(paragraphs), styles=STYLES)


def _called(kind: str, number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def _noted(kind: str) -> Callable[[Sentences], bytes]:
    def build(sentences: Sentences) -> bytes:
        paragraphs, notes = [], ""
        for n, each in enumerate(sentences, start=1):
            half = each.index(" ", len(each) // 2)
            paragraphs.append(p(each[:half], _called(kind, n), each[half:]))
            said = f" Proposed with the words “{each[5:45]}”, as the Chair noted."
            notes += f'<w:{kind} w:id="{n}"><w:p><w:r><w:{kind}Ref/></w:r>{r(said)}</w:p></w:{kind}>'
        return word_package(_headed(paragraphs), styles=STYLES, **{f"{kind}s": notes})

    return build


def _cell(*paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def _table(rows: Sequence[Sequence[str]]) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    inside = "".join(f"<w:tr>{''.join(_cell(each) for each in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{inside}</w:tbl>'


def _tabled(sentences: Sentences) -> bytes:
    rows = [(p("Station"), p("Duty")), *((p(f"Port {each[:9]}"), p(each)) for each in sentences)]
    return word_package(_headed([p("The duties are these:"), _table(rows), p("They bind every keeper.")]),
                        styles=STYLES)  # fmt: skip


def _in_one_cell(sentences: Sentences) -> bytes:
    cell = "".join(p(each) for each in sentences)
    table = _table([(p("Duties of keepers in all ports"), cell)])
    return word_package(_headed([p("The duties are these:"), table, p("They bind every keeper.")]),
                        styles=STYLES)  # fmt: skip


def _linked(sentences: Sentences) -> bytes:
    paragraphs = []
    for n, each in enumerate(sentences):
        words = each.split(" ")
        link = f'<w:hyperlink w:anchor="b0">{r(" ".join(words[1:3]))}</w:hyperlink>'
        opened = f'<w:bookmarkStart w:id="{50 + n}" w:name="b{n}"/>'
        paragraphs.append(
            p(
                r(f"{words[0]} "),
                opened,
                link,
                f'<w:bookmarkEnd w:id="{50 + n}"/>',
                r(" " + " ".join(words[3:])),
            )
        )
    return word_package(_headed(paragraphs), styles=STYLES)


def _controlled(sentences: Sentences) -> bytes:
    paragraphs = []
    for each in sentences:
        words = each.split(" ")
        inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{r(' '.join(words[3:6]))}</w:sdtContent></w:sdt>"
        whole = p(r(" ".join(words[:3]) + " "), inside, r(" " + " ".join(words[6:])))
        paragraphs.append(whole)
    return word_package(_headed(paragraphs), styles=STYLES)


def _held(sentences: Sentences) -> bytes:
    held = (f"<w:sdt><w:sdtPr/><w:sdtContent>{p(each)}</w:sdtContent></w:sdt>" for each in sentences)
    return word_package(_headed(list(held)), styles=STYLES)


def _fielded(sentences: Sentences) -> bytes:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = '<w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "b0" </w:instrText></w:r>'
    paragraphs = []
    for n, each in enumerate(sentences):
        words = each.split(" ")
        shown = r(" ".join(words[2:4]))
        field = (
            mark.format("begin") + asked + mark.format("separate") + shown + mark.format("end")
            if n % 2
            else f'<w:fldSimple w:instr=" HYPERLINK \\l &quot;b0&quot; ">{shown}</w:fldSimple>'
        )
        paragraphs.append(p(r(" ".join(words[:2]) + " "), field, r(" " + " ".join(words[4:]))))
    return word_package(_headed(paragraphs), styles=STYLES)


def _sectioned(sentences: Sentences) -> bytes:
    breaks = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    paragraphs = [p(each) for each in sentences]
    body = _headed([*paragraphs[:2], breaks, *paragraphs[2:]]) + "<w:sectPr/>"
    return word_package(body, styles=STYLES)


def _revised(sentences: Sentences) -> bytes:
    paragraphs = [
        p(r(each), ins(r(" The Council may vary this.")), deleted(" It is final.")) if n == 1 else p(each)
        for n, each in enumerate(sentences)
    ]
    gone = (
        '<w:p><w:pPr><w:rPr><w:del w:id="9" w:author="A" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr>'
        f"{deleted('A paragraph that nobody wants any more.')}</w:p>"
    )
    return word_package(_headed([gone, *paragraphs]), styles=STYLES)


def _boxed(sentences: Sentences) -> bytes:
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{p(sentences[0])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    return word_package(_headed([p("The board by the door says:", box), *map(p, sentences[1:])]),
                        styles=STYLES)  # fmt: skip


def _right_to_left(sentences: Sentences) -> bytes:
    paragraphs = [p(r(each, "<w:rtl/>"), properties="<w:bidi/>") for each in sentences]
    body = p(r("المادة 1", "<w:rtl/>"), style="Heading1", properties="<w:bidi/>") + "".join(paragraphs)
    return word_package(body, styles=STYLES)


def _chinese(sentences: Sentences) -> bytes:
    body = p("第一条", style="Heading1") + "".join(p(each, num=(3, 0)) for each in sentences)
    return word_package(body, styles=STYLES, numbering=LISTS)


DRESSES: dict[str, tuple[str, Callable[[Sentences], bytes]]] = {
    "typed numbers": ("en", _plain),
    "automatic numbers": ("en", _numbered),
    "two levels of a list": ("en", _lettered),
    "looks and empty paragraphs": ("en", _looks),
    "footnotes": ("en", _noted("footnote")),
    "endnotes": ("en", _noted("endnote")),
    "rows of a table": ("en", _tabled),
    "paragraphs of a cell": ("en", _in_one_cell),
    "links and bookmarks": ("en", _linked),
    "content controls": ("en", _controlled),
    "controls around paragraphs": ("en", _held),
    "fields": ("en", _fielded),
    "sections": ("en", _sectioned),
    "tracked changes already": ("en", _revised),
    "a text box": ("en", _boxed),
    "right to left": ("ar", _right_to_left),
    "Chinese": ("zh", _chinese),
}
