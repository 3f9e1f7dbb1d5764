"""What instruments other than treaties call their provisions: principles, guidelines, regulations and so on.

The name in English is how reports call them; the words of each language are what headings print. They were
taken from the practice of the Seabed Authority, the International Law Commission, the General Assembly's
bodies of principles, model clauses, and plans and compacts with numbered objectives, targets and actions.
"""

from __future__ import annotations

import re
from functools import cache

RULE_WORDS: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
    ("draft article", {
        "en": ("draft article",), "fr": ("projet d'article", "projet d’article"),
        "es": ("proyecto de artículo", "proyecto de articulo"), "ru": ("проект статьи",),
        "zh": ("条款草案", "条文草案"), "ar": ("مشروع المادة",)}),
    ("draft conclusion", {
        "en": ("draft conclusion",), "fr": ("projet de conclusion",), "es": ("proyecto de conclusión",),
        "ru": ("проект вывода",), "zh": ("结论草案",), "ar": ("مشروع الاستنتاج",)}),
    ("draft principle", {
        "en": ("draft principle",), "fr": ("projet de principe",), "es": ("proyecto de principio",),
        "ru": ("проект принципа",), "zh": ("原则草案",), "ar": ("مشروع المبدأ",)}),
    ("draft guideline", {
        "en": ("draft guideline",), "fr": ("projet de directive", "projet de ligne directrice"),
        "es": ("proyecto de directriz",),
        "ru": ("проект руководящего положения",), "zh": ("准则草案",), "ar": ("مشروع المبدأ التوجيهي",)}),
    ("draft regulation", {
        "en": ("draft regulation",), "fr": (), "es": ("proyecto de regla",), "ru": ("проект правила",),
        "zh": ("规章草案",), "ar": ("مشروع القاعدة",)}),
    ("draft rule", {
        "en": ("draft rule",), "fr": ("projet de règle",), "es": (), "ru": (), "zh": ("规则草案",),
        "ar": ()}),
    ("draft recommendation", {
        "en": ("draft recommendation",), "fr": ("projet de recommandation",),
        "es": ("proyecto de recomendación",), "ru": ("проект рекомендации",), "zh": ("建议草案",),
        "ar": ("مشروع التوصية",)}),
    ("guideline", {
        "en": ("guideline",), "fr": ("directive", "ligne directrice"),
        "es": ("directriz", "pauta", "directiva"),
        "ru": ("руководящее положение", "руководящий принцип", "руководящее указание"),
        "zh": ("准则", "指导方针", "指南"), "ar": ("المبدأ التوجيهي", "مبدأ توجيهي")}),
    ("principle", {
        "en": ("principle", "guiding principle"), "fr": ("principe", "principe directeur"),
        "es": ("principio", "principio rector"), "ru": ("принцип",), "zh": ("原则",),
        "ar": ("المبدأ", "مبدأ")}),
    ("regulation", {
        "en": ("regulation",), "fr": ("règlement",), "es": ("reglamento",), "ru": ("регламент",),
        "zh": ("规章", "条例"), "ar": ("البند",)}),
    ("rule", {
        "en": ("rule",), "fr": ("règle", "regle"), "es": ("regla",), "ru": ("правило",), "zh": ("规则",),
        "ar": ("القاعدة", "قاعدة")}),
    ("provision", {
        "en": (), "fr": ("disposition",), "es": ("disposición",), "ru": ("положение",), "zh": (), "ar": ()}),
    ("standard", {
        "en": ("standard",), "fr": ("norme",), "es": ("norma", "estándar"), "ru": ("стандарт", "норма"),
        "zh": ("标准",), "ar": ("المعيار",)}),
    ("clause", {
        "en": ("clause",), "fr": ("clause",), "es": ("cláusula", "clausula"), "ru": ("клаузула",),
        "zh": ("条款",), "ar": ("الشرط",)}),
    ("conclusion", {
        "en": ("conclusion",), "fr": ("conclusion",), "es": ("conclusión",), "ru": ("вывод",),
        "zh": ("结论",), "ar": ("الاستنتاج",)}),
    ("objective", {
        "en": ("objective",), "fr": ("objectif",), "es": ("objetivo",), "ru": ("цель",), "zh": ("目标",),
        "ar": ("الهدف",)}),
    ("goal", {
        "en": ("goal",), "fr": (), "es": (), "ru": (), "zh": (), "ar": ()}),
    ("measure", {
        "en": ("measure",), "fr": (), "es": (), "ru": (), "zh": ("措施",), "ar": ("التدبير",)}),
    ("target", {
        "en": ("target",), "fr": ("cible",), "es": ("meta",), "ru": ("задача",),
        "zh": ("行动目标", "具体目标"), "ar": ("الغاية",)}),
    ("action", {
        "en": ("action",), "fr": ("action", "mesure"), "es": ("acción", "medida"), "ru": ("действие", "мера"),
        "zh": ("行动",), "ar": ("الإجراء",)}),
    ("recommendation", {
        "en": ("recommendation",), "fr": ("recommandation",), "es": ("recomendación",),
        "ru": ("рекомендация",), "zh": ("建议",), "ar": ("التوصية",)}),
    ("commitment", {
        "en": ("commitment",), "fr": ("engagement",), "es": ("compromiso",), "ru": ("обязательство",),
        "zh": ("承诺",), "ar": ("الالتزام",)}),
)  # fmt: skip
"""Rows of (name in reports, the words of each language); the names, with an s, are the plural too."""


def rule_words(language: str) -> str:
    """The words of one language with a capital, all in capitals or with each word's capital: a pattern.

    Args:
        language: its code.
    """
    words = [word for _, row in RULE_WORDS for word in row[language]]
    forms = [form for word in sorted(words, key=len, reverse=True) for form in _forms(word)]
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)


def called_in_reports(word: str, language: str) -> str:
    """How reports call what a word heads: "principle", "regulation", "draft article".

    Args:
        word: the word as a heading prints it.
        language: code of its language.
    """
    return _names(language)[" ".join(word.casefold().split())]


@cache
def _names(language: str) -> dict[str, str]:
    return {word.casefold(): called for called, row in RULE_WORDS for word in row[language]}


def _forms(word: str) -> tuple[str, ...]:
    """The capitalised prints of a word; a script without capitals has one."""
    titled = " ".join(part[:1].upper() + part[1:] for part in word.split(" "))
    return tuple(dict.fromkeys((word[:1].upper() + word[1:], titled, word.upper())))
