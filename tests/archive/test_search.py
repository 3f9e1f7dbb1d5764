from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import ArchiveListing, open_archive
from treatydiff.archive.model import SearchResult
from treatydiff.archive.precedents import find_precedents
from treatydiff.archive.report.search_reports import hit_citation, snippet
from treatydiff.archive.search import SearchFilter, search_like, search_words
from treatydiff.errors import UsageError
from treatydiff.pipeline import read_draft
from treatydiff.settings import Settings
from treatydiff.structure.addresses.narrowing import narrow_draft

OLD = """Convention on Lighthouses

Article 1

Lights

1. Each State Party shall keep its lighthouses lit from dusk to dawn throughout the year.

2. A State Party may extinguish a light after sixty days of notice to mariners.

Article 2

Pilots

1. Pilots shall be licensed by the harbour authority with due regard to their experience at sea.
"""
MIDDLE = OLD.replace("sixty days of notice", "ninety days of notice").replace(
    "Pilots shall be licensed", "Pilots and their deputies shall be licensed"
)
NEW = """Protocol on Beacons

Article 1

Beacons

1. Each State Party shall keep its lighthouses lit from dusk to dawn throughout the year.

2. A State Party may extinguish a light after ninety days of notice to mariners.

3. Drones that hover over a beacon belong to whoever launched them last.
"""
FRENCH = """Convention sur les phares

Article premier

Les feux

1. Chaque État Partie entretient les phares de ses côtes et veille à leur éclairage pendant la nuit.

Article 2

Les pilotes

1. Les pilotes sont agréés par l'autorité du port en tenant compte de leur expérience de la mer.
"""
LISTING = """
[[draft]]
file = "old.txt"
symbol = "A/1"
date = "1990-05-01"
[[draft]]
file = "middle.txt"
symbol = "A/2"
date = "2000-05-01"
[[draft]]
file = "new.txt"
date = "2010-05-01"
[[draft]]
file = "french.txt"
date = "1990-05-01"
"""
ANYWHERE = SearchFilter()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ArchiveListing, Index]]:
    folder = tmp_path_factory.mktemp("lighthouses")
    for name, text in (("old", OLD), ("middle", MIDDLE), ("new", NEW), ("french", FRENCH)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "treatydiff.toml").write_text(LISTING)
    archive = open_archive(folder)
    with Index(folder / "index.sqlite") as index:
        index_archive(archive, index, Settings())
        yield archive, index


def places(result: SearchResult) -> list[str]:
    return sorted(hit_citation(hit) for hit in result.hits)


@pytest.mark.parametrize(
    ("query", "matched", "expected"),
    [
        ("due regard", "phrase", ["A/1, Art. 2, para. 1", "A/2, Art. 2, para. 1"]),
        ('"due regard"', "phrase", ["A/1, Art. 2, para. 1", "A/2, Art. 2, para. 1"]),
        ("DUE Regard", "phrase", ["A/1, Art. 2, para. 1", "A/2, Art. 2, para. 1"]),
        ("regard due", "words", ["A/1, Art. 2, para. 1", "A/2, Art. 2, para. 1"]),
        ("hover over a beac*", "phrase", ["new.txt, Art. 1, para. 3"]),
        ("Etat partie", "phrase", ["french.txt, Art. 1, para. 1"]),
        ("l'autorité du port", "phrase", ["french.txt, Art. 2, para. 1"]),
        ("submarine cables", "words", []),
    ],
)
def test_what_words_find(
    held: tuple[ArchiveListing, Index], query: str, matched: str, expected: list[str]
) -> None:
    found = search_words(*held, query, ANYWHERE)
    assert (found.matched, places(found), found.total) == (matched, expected, len(expected))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (SearchFilter(draft="A/2"), ["A/2, Art. 1, para. 2"]),
        (SearchFilter(draft="middle.txt"), ["A/2, Art. 1, para. 2"]),
        (SearchFilter(since="2000"), ["A/2, Art. 1, para. 2", "new.txt, Art. 1, para. 2"]),
        (SearchFilter(until="2000"), ["A/1, Art. 1, para. 2", "A/2, Art. 1, para. 2"]),
        (SearchFilter(article="2"), []),
        (SearchFilter(article="art_1", until="1999"), ["A/1, Art. 1, para. 2"]),
        (SearchFilter(language="fr"), []),
    ],
)
def test_where_words_are_looked_for(
    held: tuple[ArchiveListing, Index], where: SearchFilter, expected: list[str]
) -> None:
    assert places(search_words(*held, "days of notice", where)) == expected


@pytest.mark.parametrize("query", ["", "  ", "…", '""', "*"])
def test_a_query_without_a_word_is_refused(held: tuple[ArchiveListing, Index], query: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        search_words(*held, query, ANYWHERE)


def test_a_draft_that_is_not_there_is_refused(held: tuple[ArchiveListing, Index]) -> None:
    with pytest.raises(UsageError, match="no draft"):
        search_words(*held, "light", SearchFilter(draft="absent.txt"))


@pytest.mark.parametrize("query", ['a" OR "b', "light AND (", "NEAR(a b)", "words:light", "-", "^light"])
def test_no_query_reaches_the_database_as_syntax(held: tuple[ArchiveListing, Index], query: str) -> None:
    found = search_words(*held, f"lighthouses {query}", ANYWHERE)
    assert all("lighthouses" in hit.text for hit in found.hits)


def test_marks_are_the_words_that_were_found(held: tuple[ArchiveListing, Index]) -> None:
    hit = search_words(*held, "etat partie", ANYWHERE).hits[0]
    assert [hit.text[start:end] for start, end in hit.marks] == ["État Partie"]


def test_a_snippet_shows_what_was_found_and_no_more() -> None:
    text = "before " * 80 + "the needle" + " behind" * 80
    shown, marks = snippet(text, ((564 - 4 + 4, 574 - 4 + 0),))
    assert len(shown) < 340
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "needle" in shown
    assert all(0 <= start < end <= len(shown) for start, end in marks)


def test_the_closest_provision_comes_first(held: tuple[ArchiveListing, Index]) -> None:
    archive, _ = held
    article = narrow_draft(read_draft(archive.folder / "new.txt", Settings()), "art_1")
    found = search_like(*held, article, ANYWHERE)
    assert [hit_citation(hit) for hit in found.hits][:2] == ["A/2, Art. 1", "A/1, Art. 1"]
    assert found.hits[0].score > found.hits[1].score > 0.3


def test_precedents_name_the_earliest_and_the_closest(held: tuple[ArchiveListing, Index]) -> None:
    archive, index = held
    draft = read_draft(archive.folder / "new.txt", Settings())
    found = find_precedents(draft, archive, index, before="2010")
    assert found.instruments == 2
    lit, notice, drones = found.clauses
    assert lit.earliest is not None
    assert (lit.earliest.entry.name, lit.earliest.share, lit.closest) == ("A/1", 1.0, lit.earliest)
    assert notice.earliest is not None
    assert notice.closest is not None
    assert (notice.earliest.entry.name, notice.closest.entry.name, notice.closest.share) == (
        "A/1",
        "A/2",
        1.0,
    )
    assert notice.earliest.share < 1.0
    assert (drones.earliest, drones.closest) == (None, None)


def test_what_is_later_is_no_precedent(held: tuple[ArchiveListing, Index]) -> None:
    archive, index = held
    draft = read_draft(archive.folder / "new.txt", Settings())
    assert find_precedents(draft, archive, index, before="1995").instruments == 1
    with pytest.raises(UsageError, match="nothing in en before 1980"):
        find_precedents(draft, archive, index, before="1980")


def test_chinese_is_searched_by_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "第一条\n\n灯塔\n\n一、缔约国应当保持其海岸灯塔全年照明。\n\n第二条\n\n引航员\n\n一、引航员应当由港务当局发给执照。\n",
        encoding="utf-8",
    )
    archive = open_archive(tmp_path)
    with Index(tmp_path / "index.sqlite") as index:
        index_archive(archive, index, Settings())
        found = search_words(archive, index, "海岸灯塔", ANYWHERE)
    assert [hit.id for hit in found.hits] == ["art_1__para_1"]
    assert [found.hits[0].text[start:end] for start, end in found.hits[0].marks] == ["海岸灯塔"]
