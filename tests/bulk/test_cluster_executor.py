"""Reading on a cluster: alike, whoever dies, whatever a worker cannot see or lacks."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import CancelledError
from functools import partial
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dying_reader
import pytest

pytest.importorskip("distributed")
from distributed import Client, LocalCluster
from PIL import Image

from desktop_cvae.bulk import batches as batches_module
from desktop_cvae.bulk import cluster_executor, process_executor
from desktop_cvae.bulk.batch_reader import RecognitionRequest, open_reader
from desktop_cvae.bulk.batches import batches
from desktop_cvae.bulk.cluster_executor import ClusterExecutor
from desktop_cvae.bulk.cluster_worker import SeenFile
from desktop_cvae.bulk.executors import schedule
from desktop_cvae.cli.main import main
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference import engine, opened_model
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.workers.language_selection import speak


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
    ) as running:
        yield running


@pytest.fixture
def client(cluster: LocalCluster) -> Iterator[Client]:
    with Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        yield client


@pytest.fixture(autouse=True)
def real_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that the workers have too."""
    monkeypatch.setattr(opened_model, "open_engines", engine.open_engines)
    monkeypatch.setattr(cluster_executor, "TASK_PICTURES", 16)
    monkeypatch.setattr(batches_module, "BATCH", 8)


@pytest.fixture
def names(pictures: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ninety, from where this process is: each fifth is not there, one is a second page."""
    monkeypatch.chdir(pictures)
    with Image.open("0.png") as first, Image.open("1.png") as second:
        first.save("two.tif", save_all=True, append_images=[second])
    return [f"{number % 5}.png" if number != 70 else "two.tif#2" for number in range(90)]


REQUEST = RecognitionRequest("studio")
# Something that workers can import, which nothing in this module is.
SPEAK_ENGLISH = partial(speak, "en")


def read_on(client: Client, names: list[str]) -> list[PictureRecord]:
    read = open_reader(REQUEST)
    with ClusterExecutor(client, REQUEST, read, SPEAK_ENGLISH) as executor:
        lists = schedule(executor, read, batches(names), in_order=True)
        return list(chain.from_iterable(lists))


def read_alone(names: list[str]) -> list[PictureRecord]:
    read = open_reader(REQUEST)
    return [record for batch in batches(names) for record in result_of(read(batch))]


def test_a_cluster_answers_alike_with_a_model_that_it_lacked(
    client: Client, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = []

    def run(*arguments: Any, workers: list[str], **options: Any) -> Any:
        sent.extend(workers)
        return really_run(*arguments, workers=workers, **options)

    really_run = client.run
    monkeypatch.setattr(client, "run", run)
    # The workers have a “studio” too, but another.
    assert read_on(client, names) == read_alone(names)
    assert 0 < len(sent) == len(set(sent))


def test_a_worker_that_cannot_keep_the_model_is_given_up(
    client: Client, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client.restart()
    monkeypatch.setattr(cluster_executor, "keep_model", dying_reader.keep_nothing)
    with pytest.raises(DesktopCvaeError, match="cannot store the model"):
        read_on(client, names)


def test_pictures_that_a_worker_cannot_see_are_sent(
    client: Client, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = read_alone(names)

    def files_of_a_disk_here(pictures: tuple[str, ...], *, as_bytes: bool) -> Any:
        files = really_files(pictures, as_bytes=as_bytes)
        return files if as_bytes else dict.fromkeys(files or {}, SeenFile("/nowhere", 1, 1))

    really_files = cluster_executor._files
    monkeypatch.setattr(cluster_executor, "_files", files_of_a_disk_here)
    assert read_on(client, names) == alone


def test_a_picture_of_that_name_may_be_another(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    seen = (cluster_executor._files([str(path)], as_bytes=False) or {})[str(path)]
    assert isinstance(seen, SeenFile)
    assert seen.is_here()
    path.write_bytes(b"newer")
    assert not seen.is_here()


@pytest.mark.skipif(os.name == "nt", reason="devices")
def test_what_only_this_process_sees_is_read_here(client: Client, names: list[str]) -> None:
    names[20], names[50] = "/dev/zero", "a\0b"
    assert read_on(client, names) == read_alone(names)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_workers_are_killed_at_will(client: Client, names: list[str]) -> None:
    alone, read = read_alone(names), open_reader(REQUEST)
    with ClusterExecutor(client, REQUEST, read, SPEAK_ENGLISH) as executor:
        lists = schedule(executor, read, batches(names), in_order=True)
        records = chain.from_iterable(lists)
        came = [next(records)]
        for process in client.run(os.getpid).values():
            os.kill(process, signal.SIGKILL)
        assert [*came, *records] == alone


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_picture_that_kills_workers_is_named(
    cluster: LocalCluster, client: Client, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    monkeypatch.setattr(process_executor, "_serve", dying_reader.serve)
    client.run(dying_reader.become_one)
    names[60] = "fatal.png"
    Path("fatal.png").write_bytes(b"")
    records = read_on(client, names)
    assert [record.file for record in records] == names
    (error,) = (record.error for record in records if record.file == "fatal.png")
    assert error is not None
    assert "every attempt crashed" in error


def test_workers_of_another_version_are_refused(
    client: Client, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_executor, "__version__", "0.0.1")
    with pytest.raises(DesktopCvaeError, match=r"this is 0\.0\.1: the answers might differ"):
        read_on(client, names)


def test_a_cluster_that_goes_is_told(client: Client) -> None:
    def result() -> None:
        raise CancelledError("lost")

    executor = ClusterExecutor(client, REQUEST, open_reader(REQUEST), SPEAK_ENGLISH)
    with pytest.raises(
        InputOutputError, match="connection to the cluster was lost; the readings so far"
    ):
        executor._answer(SimpleNamespace(result=result))


def test_the_command_reads_on_a_scheduler_that_runs(
    cluster: LocalCluster, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", *names, "--format", "jsonl", "--workers", "1"]) == 1
    alone = capsys.readouterr()
    address = ["--cluster", cluster.scheduler_address]
    assert main(["recognize", *names, "--format", "jsonl", *address]) == 1
    assert capsys.readouterr() == alone
    assert main(["recognize", *names, "--engine", "keras", *address]) == 2
    assert "A cluster needs --engine onnx." in capsys.readouterr().err
