from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from tests.archive.invented_archive import write_archive
from treatydiff.archive.executors import processes
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import ArchiveListing, open_archive
from treatydiff.archive.matrix import build_matrix
from treatydiff.archive.model import Matrix
from treatydiff.archive.report.matrix_data import matrix_csv, matrix_json
from treatydiff.archive.report.matrix_html import matrix_html
from treatydiff.archive.report.matrix_svg import matrix_svg
from treatydiff.archive.report.matrix_terminal import matrix_terminal
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings

DRAFTS = 8


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> ArchiveListing:
    return open_archive(write_archive(tmp_path_factory.mktemp("matrix") / "archive", DRAFTS))


def built(archive: ArchiveListing, path: Path, **options: float) -> Matrix:
    with Index(path) as index:
        index_archive(archive, index, Settings())
        return build_matrix(archive, index, Settings(), **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def full(archive: ArchiveListing, tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    return built(archive, tmp_path_factory.mktemp("full") / "index", threshold=0.0)


def test_every_pair_is_there_in_both_directions(full: Matrix) -> None:
    assert sorted(full.cells) == [(i, j) for i in range(DRAFTS) for j in range(DRAFTS) if i != j]
    assert full.pairs == full.measured == DRAFTS * (DRAFTS - 1) // 2
    assert sorted(full.order) == list(range(DRAFTS))


def test_no_share_exceeds_its_bound(full: Matrix) -> None:
    for cell in full.cells.values():
        assert cell.carried is not None
        assert cell.carried <= cell.bound + 1e-12
        assert cell.same_force is not None
        assert cell.same_force <= cell.carried + 1e-12


def test_shares_are_those_of_a_comparison(archive: ArchiveListing, full: Matrix, tmp_path: Path) -> None:
    with Index(tmp_path / "index") as index:
        index_archive(archive, index, Settings())
        drafts = [index.draft(each.entry.file) for each in full.drafts]
    for i, j in ((0, 1), (0, 2), (3, 5)):
        scores = compare_drafts(drafts[i], drafts[j], Settings()).scores.document
        there, back = full.cells[i, j], full.cells[j, i]
        assert there.carried == pytest.approx(scores.carried, abs=1e-12)
        assert back.carried == pytest.approx(scores.derived, abs=1e-12)
        assert there.same_force == pytest.approx(scores.carried_same_force, abs=1e-12)
        assert there.verbatim == pytest.approx(scores.verbatim_carried, abs=1e-12)


def test_few_full_scores_find_the_same_neighbours(
    archive: ArchiveListing, full: Matrix, tmp_path: Path
) -> None:
    sparse = built(archive, tmp_path / "index", threshold=1.0, nearest=1)
    assert sparse.measured < full.measured
    assert not sparse.limited
    for near, of_all in zip(sparse.neighbours, full.neighbours, strict=True):
        assert near[0].certain
        assert (near[0].draft, near[0].symmetric) == (of_all[0].draft, of_all[0].symmetric)


def test_of_a_draft_like_no_other_the_nearest_is_said_to_be_uncertain(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 4, articles=12)
    of_bees = (
        "The bee-keepers of the valleys, in accordance with its domestic law, weigh honey before witnesses.",
        "Within sixty days of a request made for hives, the swarms are counted and their queens are named.",
        "The fees collected for the use of hives are shared; the training of wardens and of hounds is not.",
        "Unless the depositary has been notified of a swarm, every lighthouse that guides bees is lit.",
    )
    stranger = "".join(f"Article {at}\n\nBees {at}\n\n{text}\n\n" for at, text in enumerate(of_bees, 1))
    (folder / "1990-01-01_bees.txt").write_text(stranger, encoding="utf-8")
    archive = open_archive(folder)
    found = built(archive, tmp_path / "index")
    place = [each.entry.file for each in found.drafts].index("1990-01-01_bees.txt")
    assert found.sought == 0.25
    assert not found.neighbours[place][0].certain
    assert all(near[0].certain for at, near in enumerate(found.neighbours) if at != place)
    said = " ".join(matrix_terminal(found).split())
    assert (
        "for 1 draft a pair left unscored may be nearer than the nearest given (both stay below 25 %" in said
    )
    assert json.loads(matrix_json(found))["summary"]["nearest_from"] == 0.25
    whole = built(archive, tmp_path / "index", floor=0.0)
    assert whole.measured > found.measured
    assert all(near[0].certain for near in whole.neighbours)
    assert "unscored may be nearer" not in matrix_terminal(whole)


def test_what_the_limit_leaves_out_keeps_its_bound_and_is_said(
    archive: ArchiveListing, tmp_path: Path
) -> None:
    limited = built(archive, tmp_path / "index", most_pairs=3)
    assert limited.limited
    assert limited.measured == 3
    assert len(limited.cells) == DRAFTS * (DRAFTS - 1)
    assert sum(not cell.measured for cell in limited.cells.values()) == 2 * (limited.pairs - 3)


def test_above_a_floor_a_matrix_says_the_same_of_fewer_pairs(
    archive: ArchiveListing, full: Matrix, tmp_path: Path
) -> None:
    floor = 0.8
    found = built(archive, tmp_path / "index", threshold=floor, floor=floor)
    high = {
        pair for pair, cell in full.cells.items() if max(cell.bound, full.cells[pair[::-1]].bound) >= floor
    }
    assert 0 < len(high) < len(full.cells)
    assert dict(found.cells) == {pair: full.cells[pair] for pair in high}
    assert (found.pairs, found.floor) == (full.pairs, floor)
    assert len(high) // 2 <= found.looked_at <= full.pairs
    for place, near in enumerate(found.neighbours):
        for each in near:
            assert (place, each.draft) in high
        assert [each.draft for each in near if each.certain] == [
            each.draft for each in full.neighbours[place][: sum(each.certain for each in near)]
        ]
    said = json.loads(matrix_json(found))
    assert (said["summary"]["listed"], len(said["pairs"])) == (len(high) // 2, len(high) // 2)
    assert f"{full.pairs - len(high) // 2} pairs are not listed: no share of theirs reaches 80 %" in " ".join(
        matrix_terminal(found).split()
    )


def test_a_long_list_of_pairs_is_written_as_one(full: Matrix, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = matrix_json(full)
    assert whole == msgspec.json.format(msgspec.json.encode(json.loads(whole)), indent=1).decode() + "\n"
    monkeypatch.setattr("treatydiff.archive.report.matrix_data._AT_ONCE", 3)
    assert matrix_json(full) == whole


def test_drafts_stand_in_the_order_of_their_dates(full: Matrix) -> None:
    dates = [full.drafts[place].entry.chronology for place in full.order]
    assert dates == sorted(dates)


def test_processes_give_the_same_index(archive: ArchiveListing, tmp_path: Path) -> None:
    dumps = []
    for name, jobs in (("one", 1), ("two", 2)):
        with processes(jobs) as workers, Index(tmp_path / name) as index:
            index_archive(archive, index, Settings(), workers=workers)
            build_matrix(archive, index, Settings(), threshold=0.9, nearest=1, workers=workers)
            dumps.append(list(index.dump()))
    assert dumps[0] == dumps[1]


def test_nothing_is_measured_twice(
    archive: ArchiveListing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(archive, tmp_path / "index")

    def refuse(*_: object) -> None:
        raise AssertionError("measured again")

    monkeypatch.setattr("treatydiff.archive.pair_work.measure_pairs", refuse)
    assert built(archive, tmp_path / "index") == first


def test_without_a_reference_table_bounds_hold_too(archive: ArchiveListing, tmp_path: Path) -> None:
    settings = Settings(reference="none")
    with Index(tmp_path / "index") as index:
        index_archive(archive, index, settings)
        found = build_matrix(archive, index, settings, threshold=0.0)
    assert all(
        cell.carried is not None and cell.carried <= cell.bound + 1e-12 for cell in found.cells.values()
    )


@pytest.mark.parametrize("drafts", [0, 1, 2])
def test_few_drafts_have_a_matrix_too(tmp_path: Path, drafts: int) -> None:
    archive = open_archive(write_archive(tmp_path / "archive", drafts))
    found = built(archive, tmp_path / "index")
    assert (len(found.drafts), found.pairs) == (drafts, drafts // 2)
    assert matrix_svg(found).startswith("<svg")
    assert matrix_html(found).count("<h1>") == 1
    assert matrix_csv(found).count("\n") == 1 + drafts // 2 * 2
    assert str(drafts) in matrix_terminal(found)


def test_drafts_in_two_languages_are_not_compared(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 2)
    (folder / "phares.txt").write_text(
        "Convention sur les phares\n\nArticle premier\n\nLes feux\n\nChaque État Partie entretient les phares de "
        "ses côtes.\n\nArticle 2\n\nLes pilotes\n\nLes pilotes sont agréés par l'autorité du port.\n"
    )
    found = built(open_archive(folder), tmp_path / "index")
    assert found.pairs == 1
    assert found.neighbours[[each.language for each in found.drafts].index("fr")] == ()
    assert "not compared" in " ".join(matrix_terminal(found).split())
