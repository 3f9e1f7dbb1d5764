from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.archive.invented_archive import write_archive
from tests.cli.running import run
from treatydiff.archive import executors
from treatydiff.archive.executors import (
    Lost,
    SerialExecutor,
    TlsFiles,
    Workers,
    dask,
    mapped,
    processes,
    serial,
)
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.archive.matrix import build_matrix
from treatydiff.errors import UsageError
from treatydiff.settings import Settings


def double(number: int) -> int:
    return 2 * number


def end_once(task: tuple[int, str]) -> int:
    """End the process the first time that number 2 comes; a file remembers it."""
    number, mark = task
    if number == 2 and not Path(mark).exists():
        Path(mark).touch()
        os._exit(9)
    return number


def end_always(number: int) -> int:
    if number == 2:
        os._exit(9)
    return number


def end_in_the_middle_of_a_result(task: tuple[int, str]) -> bytes:
    """End the process once, when the first bytes of a large result have been handed over."""
    number, mark = task
    if number == 2 and not Path(mark).exists():
        Path(mark).touch()

        def cut(self: Connection, data: bytes, write: object = None) -> None:
            os.write(self.fileno(), data[:100])
            os._exit(9)

        Connection._send = cut  # type: ignore[attr-defined]
    return bytes([number]) * 100_000


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a Dask scheduler with two workers."""
    distributed = pytest.importorskip(
        "distributed", reason="Dask is not installed: pip install treatydiff[dask]"
    )
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as running:
        yield running.scheduler_address


@pytest.mark.parametrize("workers", [serial(), processes(2)], ids=["serial", "processes"])
def test_results_come_in_the_order_of_the_items(workers: Workers) -> None:
    with workers:
        assert list(mapped(workers, double, range(100))) == [2 * number for number in range(100)]


def test_items_are_drawn_only_as_they_are_needed() -> None:
    drawn = []

    def items() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = mapped(serial(), double, items())
    next(results)
    assert len(drawn) < 100


def test_what_a_lost_process_held_is_done_again(tmp_path: Path) -> None:
    tasks = [(number, str(tmp_path / "mark")) for number in range(5)]
    with processes(2) as workers:
        assert list(mapped(workers, end_once, tasks)) == [0, 1, 2, 3, 4]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are other ones there")
def test_a_process_lost_while_it_hands_over_a_result_does_not_stop_the_rest(tmp_path: Path) -> None:
    tasks = [(number, str(tmp_path / "mark")) for number in range(5)]
    with processes(2) as workers:
        found = list(mapped(workers, end_in_the_middle_of_a_result, tasks))
    assert [each[0] for each in found if not isinstance(each, Lost)] == [0, 1, 2, 3, 4]


def test_an_item_that_always_ends_its_process_is_given_up_and_the_rest_goes_on() -> None:
    with processes(2) as workers:
        results = list(mapped(workers, end_always, range(5)))
    assert isinstance(results[2], Lost)
    assert [each for each in results if not isinstance(each, Lost)] == [0, 1, 3, 4]


def test_no_jobs_are_refused() -> None:
    with pytest.raises(UsageError, match="at least 1"):
        processes(0)


def test_dask_gives_the_same_index_byte_for_byte(cluster: str, tmp_path: Path) -> None:
    archive = open_archive(write_archive(tmp_path / "archive", 6))
    for name, made in (("serial", serial()), ("dask", dask(cluster))):
        with made as workers, Index(tmp_path / name) as index:
            index_archive(archive, index, Settings(), workers=workers)
            build_matrix(archive, index, Settings(), threshold=0.9, workers=workers)
    assert (tmp_path / "serial").read_bytes() == (tmp_path / "dask").read_bytes()


def test_what_a_lost_dask_worker_held_is_done_by_another(cluster: str, tmp_path: Path) -> None:
    tasks = [(number, str(tmp_path / "mark")) for number in range(5)]
    with dask(cluster) as workers:
        assert list(mapped(workers, end_once, tasks)) == [0, 1, 2, 3, 4]


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be killed so there")
def test_processes_end_where_the_one_that_started_them_was_killed() -> None:
    script = (
        "import os, time\n"
        "from treatydiff.archive.process_pool import ProcessPool\n"
        "pool = ProcessPool(2)\n"
        "started = [pool.submit(time.sleep, 60) for _ in range(2)]\n"
        "time.sleep(3)\n"
        "print(*(process.pid for process in pool._spawn.made), flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    # The processes hold its stdout open: this reads until the last of them is gone.
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, timeout=40, check=False)
    assert done.returncode == -9
    assert len(done.stdout.split()) == 2


@pytest.mark.parametrize("tls", [None, TlsFiles(Path("ca.pem"), Path("cert.pem"), Path("key.pem"))])
def test_tls_files_are_handed_to_dask(monkeypatch: pytest.MonkeyPatch, tls: TlsFiles | None) -> None:
    told: dict[str, Any] = {}

    class Client:
        def __init__(self, address: str, **options: Any) -> None:
            told.update(options, address=address)

        def __enter__(self) -> Client:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def get_executor(self) -> SerialExecutor:
            return SerialExecutor()

    fake = SimpleNamespace(Client=Client, Security=lambda **options: options)
    monkeypatch.setattr(executors, "import_module", lambda name: fake)
    with dask("tls://cluster:8786", tls) as workers:
        assert list(mapped(workers, len, ["ab"])) == [2]
    wanted = None if tls is None else {
        "tls_ca_file": "ca.pem", "tls_client_cert": "cert.pem", "tls_client_key": "key.pem",
        "require_encryption": True,
    }  # fmt: skip
    assert (told["address"], told["security"]) == ("tls://cluster:8786", wanted)


def test_tls_files_want_an_address_with_tls() -> None:
    with pytest.raises(UsageError, match="by TLS"):
        dask("tcp://cluster:8786", TlsFiles(Path("a"), Path("b"), Path("c")))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--tls-ca", "a.pem"), "belong together"),
        (("--tls-ca", "a.pem", "--tls-cert", "a.pem", "--tls-key", "a.pem"), "and to --scheduler"),
        (("--scheduler", "tls://h:1", "--tls-ca", "a.pem", "--tls-cert", "a.pem", "--tls-key", "b.pem"),
         "b.pem: no such file"),
    ],
)  # fmt: skip
def test_tls_files_that_cannot_be_used_are_refused(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "a.pem").touch()
    done = run("archive", "index", ".", *options, cwd=tmp_path)
    assert (done.returncode, said in done.stderr.decode()) == (2, True)
