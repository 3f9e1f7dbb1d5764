"""How headings and labels are printed in each language."""

from __future__ import annotations

from treatydiff.model import CONTAINER_KINDS, Provision, ProvisionKind
from treatydiff.patterns import pattern_of

HEADING_FORMS: dict[str, dict[str, str]] = {
    "en": {
        "part": "PART {}",
        "title": "TITLE {}",
        "chapter": "CHAPTER {}",
        "section": "SECTION {}",
        "option": "Option {}",
        "subsection": "SUBSECTION {}",
        "article": "Article {}",
        "rule": "Rule {}",
        "annex": "ANNEX {}",
    },
    "fr": {
        "part": "PARTIE {}",
        "title": "TITRE {}",
        "chapter": "CHAPITRE {}",
        "section": "SECTION {}",
        "option": "Option {}",
        "subsection": "SOUS-SECTION {}",
        "article": "Article {}",
        "rule": "Règle {}",
        "annex": "ANNEXE {}",
    },
    "es": {
        "part": "PARTE {}",
        "title": "TÍTULO {}",
        "chapter": "CAPÍTULO {}",
        "section": "SECCIÓN {}",
        "option": "Opción {}",
        "subsection": "SUBSECCIÓN {}",
        "article": "Artículo {}",
        "rule": "Regla {}",
        "annex": "ANEXO {}",
    },
    "ru": {
        "part": "ЧАСТЬ {}",
        "title": "РАЗДЕЛ {}",
        "chapter": "ГЛАВА {}",
        "section": "РАЗДЕЛ {}",
        "option": "Вариант {}",
        "subsection": "ПОДРАЗДЕЛ {}",
        "article": "Статья {}",
        "rule": "Правило {}",
        "annex": "ПРИЛОЖЕНИЕ {}",
    },
    "zh": {
        "part": "第{}部分",
        "title": "第{}编",
        "chapter": "第{}章",
        "section": "第{}节",
        "option": "备选案文{}",
        "subsection": "第{}分节",
        "article": "第{}条",
        "rule": "第{}条规则",
        "annex": "附件{}",
    },
    "ar": {
        "part": "الجزء {}",
        "title": "الباب {}",
        "chapter": "الفصل {}",
        "section": "الفرع {}",
        "option": "الخيار {}",
        "subsection": "الفرع {}",
        "article": "المادة {}",
        "rule": "القاعدة {}",
        "annex": "المرفق {}",
    },
}
"""How a heading is printed in each language; the number as the draft prints it goes in."""


def printed_heading(node: Provision, language: str) -> tuple[str, ...]:
    """The lines of a heading: one, but two for an annex, whose title drafts print below it."""
    form = HEADING_FORMS.get(language, HEADING_FORMS["en"]).get(node.kind)
    if node.called and node.label:
        form = node.label.replace("{", "").replace("}", "")
    title = one_line(node.heading) if node.kind not in _ITEM_KINDS | _LABELLED_KINDS else ""
    if form is None or (title and not node.number and node.kind in CONTAINER_KINDS):
        # A container that prints no number does not print its word either ("GENERAL PROVISIONS").
        number = node.number if node.kind == "table" else ""
        lines: tuple[str, ...] = (" ".join(part for part in (number, title) if part),)
    elif node.kind == "annex":
        lines = (form.format(node.number).strip(), title)
    else:
        lines = ("  ".join(part for part in (form.format(node.number).strip(), title) if part),)
    return tuple(line for line in lines if line)


def printed_label(node: Provision) -> str:
    """A label as the draft prints it, else as its script does: "1." and "(a)", or "一、" and "（一）"."""
    if node.kind in HEADING_FORMS["en"]:
        return ""
    return unusual_label(node.label, node.number, node.kind) or _usual_label(node.number, node.kind)


def unusual_label(label: str, number: str, kind: ProvisionKind) -> str:
    """A label as printed where its kind has another usual form ("a.", "1.1", "Section 1.01"), else empty.

    Args:
        label: as printed.
        number: the number in it.
        kind: the kind of the provision.
    """
    shown = one_line(label)
    usual = _usual_label(number, kind)
    return "" if shown.replace(" ", "") == usual.replace(" ", "") else shown


def _usual_label(number: str, kind: ProvisionKind) -> str:
    if not number or kind not in _LABELLED_KINDS | _ITEM_KINDS:
        return ""
    chinese = _CHINESE_NUMBER.fullmatch(number) is not None
    if kind in _LABELLED_KINDS:
        return f"{number}、" if chinese else f"{number}."
    return f"（{number}）" if chinese else f"({number})"


_CHINESE_NUMBER = pattern_of(r"[一二三四五六七八九十百〇零]+")


_ITEM_KINDS = frozenset({"subparagraph", "point"})


_LABELLED_KINDS = frozenset({"paragraph", "recital"})


def one_line(text: str) -> str:
    """A text with every run of spaces and line ends made one space."""
    return " ".join(text.split())
