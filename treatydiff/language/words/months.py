"""The months in the six languages, in their order, as dates print them."""

from __future__ import annotations

MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "(?-i:May|MAY)", "June", "July", "August", "September",
           "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août|aout", "septembre",
           "octobre", "novembre", "décembre"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre", "octubre",
           "noviembre", "diciembre"),
    "ru": ("январ[ья]", "феврал[ья]", "марта?", "апрел[ья]", "ма[йя]", "июн[ья]", "июл[ья]", "августа?",
           "сентябр[ья]", "октябр[ья]", "ноябр[ья]", "декабр[ья]"),
    "ar": ("كانون الثاني|يناير|جانفي", "شباط|فبراير|فيفري", "آذار|مارس", "نيسان|أبريل|إبريل|ابريل|أفريل",
           "أيار|مايو|ماي", "حزيران|يونيو|يونيه|جوان", "تموز|يوليو|يوليه|جويلية", "آب|أغسطس|أوت",
           "أيلول|سبتمبر", "تشرين الأول|أكتوبر|اكتوبر", "تشرين الثاني|نوفمبر", "كانون الأول|ديسمبر"),
}  # fmt: skip
"""Patterns of the names, one a month, from January on; Chinese counts its months, and "may" is a modal."""
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
               "October", "November", "December")  # fmt: skip
"""What reports call the months."""
