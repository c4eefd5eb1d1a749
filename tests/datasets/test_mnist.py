"""MNIST: found, or fetched and checked; faults row 26."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.datasets import mnist
from desktop_cvae.datasets.loading import load_dataset


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def _serve(folder: Path) -> tuple[ThreadingHTTPServer, threading.Thread]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    return server, thread


@pytest.fixture
def login_page(tmp_path: Path) -> Iterator[str]:
    """A mirror that answers every file with a page instead of data."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in mnist.SHA256:
        (folder / f"{name}.gz").write_text("<html>please log in</html>")
    server, thread = _serve(folder)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


NOWHERE = "http://127.0.0.1:9/"


def test_row_26_offline_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetProblem, match="could not be downloaded") as caught:
        mnist.download_mnist((NOWHERE,), tmp_path / "mnist")
    assert NOWHERE in caught.value.details
    assert "\n" not in str(caught.value)


def test_row_26_a_login_page_is_never_taken_for_data(tmp_path: Path, login_page: str) -> None:
    with pytest.raises(DatasetProblem, match="could not be downloaded"):
        mnist.download_mnist((login_page,), tmp_path / "mnist")
    assert [f for f in (tmp_path / "mnist").iterdir() if f.stat().st_size] == []


@pytest.mark.mnist
def test_row_26_the_next_mirror_is_tried(tmp_path: Path, login_page: str, mnist_dir: Path) -> None:
    server, thread = _serve(mnist_dir)
    try:
        right = f"http://127.0.0.1:{server.server_port}/"
        folder = mnist.download_mnist((NOWHERE, login_page, right), tmp_path / "mnist")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert len(mnist.read_mnist_folder(folder, "test")) == 10_000
    # What is there and right is not fetched again.
    assert mnist.download_mnist((NOWHERE,), folder) == folder


@pytest.mark.mnist
def test_mnist_is_found_by_its_variable(mnist_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(mnist_dir))
    test = load_dataset("mnist", "test")
    assert test.name == "MNIST test"
    assert np.bincount(test.labels).tolist() == [
        980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009,
    ]  # fmt: skip


@pytest.mark.parametrize("mirror", mnist.MIRRORS)
def test_the_mirrors_are_reached_by_https(mirror: str) -> None:
    assert mirror.startswith("https://")
    assert mirror.endswith("/")
