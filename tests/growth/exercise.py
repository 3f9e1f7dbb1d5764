"""Invented drafts in six languages, and commands over them that reach most of the package's own patterns."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from functools import cache
from io import StringIO
from pathlib import Path

DRAFTS = {
    "en": """DRAFT AGREEMENT ON LANTERNS

The Parties to this Agreement,

Recalling the Charter of Lamps,

Have agreed as follows:

Article 1
Use of terms

For the purposes of this Agreement, “lantern” means a lamp with a handle. [Northland: delete]

Article 2
Duties

1. Each Party shall, within thirty days, inspect its lanterns in accordance with article 1, paragraph 1 (a), and
articles 1 to 3:

(a) with care; and

(b) [Option 1: at night] [Option 2: by day].

2. A Party may not export lamps [, where appropriate,] before 1 May 2031. (Proposal by Northland)

Article 3
Entry into force

This Agreement shall enter into force on the thirtieth day after the deposit of the fifth instrument of
ratification. No reservations may be made. It shall be adopted by a two-thirds majority of those present.
""",
    "fr": """PROJET D'ACCORD SUR LES LANTERNES

Les Parties au présent Accord,

Rappelant la Charte des lampes,

Sont convenues de ce qui suit :

Article premier
Définitions

Aux fins du présent Accord, on entend par « lanterne » une lampe munie d'une anse.

Article 2
Obligations

1. Chaque Partie [doit] [devrait], dans un délai de trente jours, inspecter ses lanternes conformément à
l'article premier, paragraphe 1 a), et aux articles 1 à 3 :

a) avec soin ; et

b) la nuit.

Article 3
Entrée en vigueur

Le présent Accord entrera en vigueur le trentième jour suivant le dépôt du cinquième instrument.
""",
    "es": """PROYECTO DE ACUERDO SOBRE FAROLES

Las Partes en el presente Acuerdo,

Recordando la Carta de las Lámparas,

Han convenido en lo siguiente:

Artículo 1
Términos empleados

A los efectos del presente Acuerdo, por “farol” se entenderá una lámpara con asa.

Artículo 2
Obligaciones

1. Cada Parte [deberá] [podrá], en un plazo de treinta días, inspeccionar sus faroles de conformidad con el
párrafo 1 a) del artículo 1 y los artículos 1 a 3:

a) con cuidado; y

b) de noche.

Artículo 3
Entrada en vigor

El presente Acuerdo entrará en vigor el trigésimo día después del depósito del quinto instrumento.
""",
    "ru": """ПРОЕКТ СОГЛАШЕНИЯ О ФОНАРЯХ

Стороны настоящего Соглашения,

ссылаясь на Хартию ламп,

согласились о нижеследующем:

Статья 1
Употребление терминов

Для целей настоящего Соглашения «фонарь» означает лампу с ручкой.

Статья 2
Обязанности

1. Каждая Сторона [должна] [может] в течение тридцати дней осмотреть свои фонари в соответствии с пунктом 1 a)
статьи 1 и статьями 1 по 3:

a) тщательно; и

b) ночью.

Статья 3
Вступление в силу

Настоящее Соглашение вступает в силу на тридцатый день после сдачи на хранение пятого документа.
""",
    "ar": """مشروع اتفاق بشأن الفوانيس

إن الأطراف في هذا الاتفاق،

إذ تشير إلى ميثاق المصابيح،

قد اتفقت على ما يلي:

المادة 1
المصطلحات

لأغراض هذا الاتفاق، يقصد بمصطلح "فانوس" مصباح له مقبض.

المادة 2
الالتزامات

1 - على كل طرف [أن] يفحص فوانيسه في غضون ثلاثين يوما وفقا للفقرة 1 (أ) من المادة 1 والمواد 1 إلى 3:

(أ) بعناية؛

(ب) ليلا.

المادة 3
بدء النفاذ

يبدأ نفاذ هذا الاتفاق في اليوم الثلاثين بعد إيداع الصك الخامس.
""",
    "zh": """关于灯笼的协定草案

本协定各缔约方，

回顾《灯具宪章》，

兹协议如下：

第一条
用语

为本协定的目的，“灯笼”是指带有提手的灯。

第二条
义务

1. 每一缔约方[应][可]根据第一条第1款(a)项在三十天内检查其灯笼：

(a) 仔细地；和

(b) 在夜间。

第三条
生效

本协定应自第五份批准书交存后第三十天起生效。
""",
}
"""By language; their later versions are made of them by taking out brackets and one article."""
FORMATS = ("json", "html", "docx", "markdown", "svg", "junit")


def later(text: str) -> str:
    """The next draft: brackets removed, a paragraph changed, articles renumbered by one that is new."""
    return (
        text.replace("[", "").replace("]", "").replace("1. ", "1. (a) ").replace("(b)", "(c)") + "\n2. End.\n"
    )


def exercise() -> None:
    """Run commands over the drafts of each language, in this process; their output goes nowhere."""
    os.environ.update(TREATYDIFF_ISOLATE="never", TREATYDIFF_NO_CACHE="1")
    with tempfile.TemporaryDirectory() as name, redirect_stdout(StringIO()):
        folder = Path(name)
        for language, text in DRAFTS.items():
            a, b, page = (folder / f"{language}.{end}" for end in ("a.txt", "b.txt", "html"))
            a.write_text(text, encoding="utf-8")
            b.write_text(later(text), encoding="utf-8")
            (folder / f"{language}.md").write_text(f"[TOC]\n\n# {text}\n* * *\n", encoding="utf-8")
            paragraphs = "".join(f"<p>{line}</p>\n" for line in text.split("\n\n"))
            page.write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")
            out = str(folder / "out")
            _run("compare", str(a), str(b), "-f", "json", "-o", out)
            _run("outline", str(folder / f"{language}.md"), "-o", out)
            _run("check", str(b), "--against", str(a), "-o", out)
            _run("final-clauses", str(page), "-o", out)
            if language == "en":
                _commands(str(a), str(b), str(page), out)
        versions = [str(folder / f"{language}.a.txt") for language in DRAFTS]
        _run("languages", *versions, "-o", str(folder / "out"))


def _commands(a: str, b: str, page: str, out: str) -> None:
    """What knows no language, or only English."""
    for form in FORMATS:
        _run("compare", a, b, "-f", form, "-o", out)
    for command in ("outline", "text"):
        _run(command, page, "-o", out)
    for command in ("brackets", "concordance", "consonance", "proposals", "compile"):
        _run(command, a, b, "-o", out)
    _run("trace", "art_2", a, b, "-o", out)
    _run("blame", b, "--through", a, "-o", out)


def _run(*words: str) -> None:
    with suppress(Exception):  # a command that refuses one of these drafts reaches patterns all the same
        _command()(list(words), standalone_mode=False)


@cache
def _command() -> Callable[..., object]:
    """The command with all that is under it, which takes a while to build."""
    from typer.main import get_command

    from treatydiff.cli.main import app

    return get_command(app)
