from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from tests.structure.drafting import draft_of
from treatydiff.language.words.delegations import delegations
from treatydiff.model import Note
from treatydiff.structure.brackets.attributions import (
    Running,
    behind_dash,
    parenthesised,
    read_attribution,
    read_attributions,
    read_names,
    read_prefix,
)
from treatydiff.structure.brackets.noted import note_attributions
from treatydiff.structure.lines import pauses

NOTHING_ELSE = Running("", legend=True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sylvania", ("Sylvania",)),
        ("Sylvania and the Isles of the North", None),
        ("Sylvania, Isles of the North", ("Sylvania", "Isles of the North")),
        ("Sylvania/Ruritania & Graustark", ("Sylvania", "Ruritania", "Graustark")),
        ("SYLVANIA; RURITANIA", ("SYLVANIA", "RURITANIA")),
        ("Зубровка, Сильвания", ("Зубровка", "Сильвания")),
        ("Île-Haute", ("Île-Haute",)),
        ("Ελεύθερη Πολιτεία", ("Ελεύθερη Πολιτεία",)),
        ("Norway\u00a0and Sylvania", ("Norway", "Sylvania")),
        # a small letter is no capital, whatever its script; where a script has none, a word is no name
        ("état", None),
        ("государства сотрудничают", None),
        ("Государства сотрудничают в целях", None),
        ("ñandú", None),
        ("تتعاون الدول", None),
        ("各国应合作", None),
        ("One Two Three Four Five Six", None),
    ],
)
def test_unknown_names_are_words_with_capitals(text: str, names: tuple[str, ...] | None) -> None:
    found = read_names(text, NOTHING_ELSE, unknown=True)
    assert (found and found[0]) == names


@pytest.mark.parametrize("name", ["الجزيرة الجديدة", "新岛国", "Новый остров", "île neuve"])
def test_names_that_are_known_need_no_capital(name: str) -> None:
    running = Running("", legend=False, further=f"{name}; Sylvania")
    assert read_names(f"{name}, Sylvania", running) == ((name, "Sylvania"), True)
    assert read_attribution(name, running, bare_names=True) is not None
    found = read_prefix(f"{name}: each Party", running)
    assert found is not None
    assert (found[0].who, found[1]) == ((name,), len(name) + 2)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("States [Sylvania] report.", False),
        ("States [ Ruritania, Sylvania : ] report.", False),
        ("States [, , Sylvania] report.", False),
        ("States [in Sylvania] report.", True),
        ("States [государства, Sylvania] report.", True),
        ("States of Sylvania report.", True),
    ],
)
def test_a_name_is_a_term_of_the_draft_where_it_stands_outside_its_bracket(text: str, used: bool) -> None:
    assert Running.of([text], []).uses("Sylvania") is used


def test_a_name_with_a_separator_of_its_own_is_one_name() -> None:
    further = "Rocks, Reefs and Shoals of the Far North; Sylvania"
    expected = ("Sylvania", "Rocks, Reefs and Shoals of the Far North", "Sylvania")
    assert delegations("Sylvania, Rocks, Reefs and Shoals of the Far North and Sylvania", further) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("each year,", True),
        ("each year;)", True),
        ("each year, and", True),
        ("each year; или", True),
        ("each year – and", False),
        ("each year, sand", False),
        ("each year", False),
        ("and", False),
        ("; and …", True),
        ("", False),
    ],
)
def test_a_text_pauses_at_a_sign_with_or_without_a_joining_word(text: str, expected: bool) -> None:
    assert pauses(text) is expected


@pytest.mark.parametrize(
    ("content", "who", "wording"),
    [
        ("Alternative 1 (Brazil): each Party pays", ("Brazil",), "each Party pays"),
        ("(Côte d'Ivoire): each Party pays", ("Côte d’Ivoire",), "each Party pays"),
        ("Proposition de la Suisse : chaque Partie paie", ("Switzerland",), "chaque Partie paie"),
        ("Propuesta de Argentina: cada Parte pagará", ("Argentina",), "cada Parte pagará"),
        ("Alternative 1 (see Article 4): each Party pays", None, ""),
        ("Proposition de la Conférence : chaque Partie paie", None, ""),
    ],
)
def test_who_stands_before_a_colon(content: str, who: tuple[str, ...] | None, wording: str) -> None:
    found = read_prefix(content, NOTHING_ELSE)
    assert (found and found[0].who) == who
    assert found is None or content[found[1] :] == wording


# --- several acts, and other languages ---------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("supported by Kenya; opposed by Peru", {"supports": ("Kenya",), "opposes": ("Peru",)}),
        ("Supported by: Kenya, Chile. Opposed by: Peru", {"supports": ("Kenya", "Chile"), "opposes": ("Peru",)}),
        ("proposed by Kenya and supported by two delegations",
         {"proposes": ("Kenya",), "supports": ("two delegations",)}),
        ("Deletion proposed by Norway", {"opposes": ("Norway",)}),
        ("proposé par la Norvège", {"proposes": ("Norway",)}),
        ("apoyado por Chile; rechazado por Perú", {"supports": ("Chile",), "opposes": ("Peru",)}),
        ("Apoyado por Chile y México; opuesto por Perú", {"supports": ("Chile", "Mexico"), "opposes": ("Peru",)}),
        ("Appuyé par le Chili; contesté par l'Inde", {"supports": ("Chile",), "opposes": ("India",)}),
        ("Kenya and Ghana do not support this paragraph.", {"opposes": ("Kenya", "Ghana")}),
        ("Not supported by Kenya.", {"opposes": ("Kenya",)}),
        ("Norway cannot accept this Article.", {"opposes": ("Norway",)}),
        ("Egypt entered a reservation on this Article.", {"reserves": ("Egypt",)}),
        ("Норвегия резервирует свою позицию", {"reserves": ("Norway",)}),
        ("由挪威和智利提议", {"proposes": ("Norway", "Chile")}),
        ("مقترح من النرويج", {"proposes": ("Norway",)}),
        # wording, whatever verbs it has
        ("supported by the Parties", {}),
        ("Norway shall support", {}),
        ("sous réserve", {}),
        ("deletion", {}),
        ("Kenya", {}),
    ],
)  # fmt: skip
def test_a_bracket_may_say_several_things_and_in_any_language(
    content: str, said: dict[str, tuple[str, ...]]
) -> None:
    found = read_attributions(content, Running("", legend=False), bare_names=False)
    assert {each.role: each.who for each in found} == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Norway proposed this text, supported by Chile and opposed by Peru.",
         {"proposes": ("Norway",), "supports": ("Chile",), "opposes": ("Peru",)}),
        ("Proposed by Kenya and opposed by Peru and Chile.",
         {"proposes": ("Kenya",), "opposes": ("Peru", "Chile")}),
        ("Norway and Chile objected to the proposal by Peru.",
         {"opposes": ("Norway", "Chile"), "proposes": ("Peru",)}),
        ("Norway objected to the proposal.", {"opposes": ("Norway",)}),
        ("Norway could not accept the text that Chile proposed.",
         {"opposes": ("Norway",), "proposes": ("Chile",)}),
        ("Japan supports this text, but Norway prefers Option 2.",
         {"supports": ("Japan",), "proposes": ("Norway",)}),
        ("Делегация Норвегии резервирует свою позицию", {"reserves": ("Norway",)}),
        ("Делегации Китая и Чили оставляют за собой право вернуться к пункту", {"reserves": ("China", "Chile")}),
        ("挪威保留其对本条的立场", {"reserves": ("Norway",)}),
        ("احتفظ وفد النرويج بموقفه بشأن هذه المادة", {"reserves": ("Norway",)}),
        ("India, while supporting the text, reserved its position on the number.",
         {"supports": ("India",), "reserves": ("India",)}),
        ("Norway proposed that the paragraph be deleted.", {"opposes": ("Norway",)}),
        ("Norway proposed the deletion of this paragraph, which Chile supported.",
         {"opposes": ("Norway",), "supports": ("Chile",)}),
        ("Le Kenya a proposé ce texte, appuyé par le Chili.", {"proposes": ("Kenya",), "supports": ("Chile",)}),
        ("挪威提议删除本款，智利支持。", {"opposes": ("Norway",), "supports": ("Chile",)}),
        ("اقترحت النرويج هذا النص وأيدته شيلي.", {"proposes": ("Norway",), "supports": ("Chile",)}),
        ("Kenya hosted the meeting.", {}),
        # a reservation that is withdrawn is none
        ("Norway withdrew its reservation.", {}),
        ("The reservation of Norway was withdrawn.", {}),
        ("La Suisse a retiré sa réserve.", {}),
        ("La delegación de Chile retiró su reserva.", {}),
        ("撤回保留：挪威", {}),
        ("سحبت النرويج تحفظها", {}),
        ("Norway lifted its brackets and reserved its position.", {"reserves": ("Norway",)}),
        ("Chile supports the text; Norway maintains its reservation.",
         {"supports": ("Chile",), "reserves": ("Norway",)}),
    ],
)  # fmt: skip
def test_a_sentence_of_a_note_says_who_did_what(text: str, said: dict[str, tuple[str, ...]]) -> None:
    assert {each.role: each.who for each in note_attributions(Note("1", text, 1, "footnote"))} == said


@pytest.mark.parametrize(
    ("text", "kind", "author", "said"),
    [
        # whoever is named in quoted wording did not speak
        ("Norway reserves its position on “the lamps of Chile”.", "footnote", "", ["Norway reserves"]),
        ('Norway proposed "lamps; oil of Peru". Chile supported this.', "footnote", "",
         ["Norway proposes", "Chile supports"]),
        ("Norway proposed «lamps of Peru».", "footnote", "", ["Norway proposes"]),
        # a number with a stop does not end a sentence
        ("Norway proposed article 3.2 anew; Peru opposed it.", "endnote", "", ["Norway proposes", "Peru opposes"]),
        # a comment in the voice of its author
        ("Our delegation opposes this.", "comment", "Norway", ["Norway opposes"]),
        ("We support this.", "comment", "The Delegation of Norway", ["Norway supports"]),
        ("We support this.", "comment", "Anna Lind", ["Anna Lind supports"]),
        ("Peru supports this, as we do.", "comment", "Norway", ["Peru supports"]),
        ("This is supported.", "comment", "Norway", []),
        ("We support this.", "footnote", "Norway", []),
        ("We support this.", "comment", "", []),
        ("We met.", "comment", "Norway", []),
        ("Two delegations opposed this.", "footnote", "", ["Two delegations opposes?"]),
    ],
)  # fmt: skip
def test_notes_quote_wording_and_comments_have_authors(
    text: str, kind: str, author: str, said: list[str]
) -> None:
    note = Note("1", text, None, kind, author)  # type: ignore[arg-type]
    found = [
        f"{', '.join(each.who)} {each.role}{'' if each.named else '?'}" for each in note_attributions(note)
    ]
    assert found == said


# --- what reading costs ------------------------------------------------------------------------

ENDLESS = {
    "capitals": "THE PARTIES SHALL COOPERATE AND ",
    "one word of capitals": "A",
    "Russian": "государства сотрудничают в целях ",
    "Russian capitals": "ГОСУДАРСТВА СОТРУДНИЧАЮТ ",
    "Greek capitals": "ΤΑ ΚΡΑΤΗ ΣΥΝΕΡΓΑΖΟΝΤΑΙ ",
    "Arabic": "تتعاون الدول الأطراف ",
    "one Arabic word": "ا",
    "Chinese": "各国应合作",
    "Devanagari": "राज्य सहयोग ",
    "French": "à l’État de l’économie où ",
    "Georgian": "სახელმწიფოები ",
    "names": "Norway, ",
    "unknown names": "Sylvania, ",
    "names joined by signs": "CHILE/JAPAN/",
    "commas": ", ",
    "hyphens": " - ",
    "dots": ".",
    "stops and words": "a.",
    "parentheses": "(A) ",
    "open parentheses": "(",
    "of the": "Of of the ",
    "new proposals": "new proposal by ",
    "two other": "two other States, ",
    "blanks": "\u00a0",
    "blanks behind words": "a" + 40 * "\u00a0",
}
READERS: dict[str, Callable[[str], object]] = {
    "running": lambda text: Running.of([f"A [{text}] b", f"A [{text}1] b"], []),
    "attributions": lambda text: read_attributions(text, NOTHING_ELSE, bare_names=True),
    "attribution": lambda text: read_attribution(text, NOTHING_ELSE, bare_names=True),
    "prefix": lambda text: read_prefix(f"{text}: x", NOTHING_ELSE),
    "parenthesised": lambda text: list(parenthesised(f"A ({text[:250]}1) {text}", NOTHING_ELSE)),
    "dash": lambda text: behind_dash(f"a – {text}", NOTHING_ELSE),
    "note": lambda text: list(note_attributions(Note("1", f"{text} supported it", 1, "footnote"))),
    "pause": pauses,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ENDLESS)
def test_reading_who_says_what_grows_with_the_text_alone(reader: str, kind: str) -> None:
    """Four times the length must not take sixteen times as long: eight, in one of three tries."""
    read, piece = READERS[reader], ENDLESS[kind]
    read(piece)
    tries = []
    for _ in range(3):
        tries.append([_seconds(read, (piece * size)[:size]) for size in (5_000, 10_000, 20_000)])
        if tries[-1][2] < max(0.1, 8 * tries[-1][0]):
            return
    pytest.fail(f"seconds for a text, one twice and one four times as long: {tries}")


@pytest.mark.parametrize("kind", [kind for kind in ENDLESS if kind != "open parentheses"])
def test_a_long_bracket_holds_up_no_draft(kind: str) -> None:
    words = (ENDLESS[kind] * 4_000)[:4_000]
    text = f"Draft convention\n\nArticle 1\nAim\n\nStates [{words} 5] act [{words}: x] on wells.\n"
    assert _seconds(lambda draft: draft_of(draft, language="en"), text) < 4


def _seconds(read: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        read(text)
        return time.process_time() - started
    finally:
        gc.enable()
