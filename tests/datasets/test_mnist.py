"""The IDX parser: strict and bounded.

MNIST: found, or fetched and checked from servers that misbehave; faults row 26.
"""

from __future__ import annotations

import gzip
import hashlib
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.datasets import mnist
from desktop_cvae.datasets.download import CHUNK_BYTES, RemoteFile, fetch
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.datasets.mnist import pack_idx, parse_idx, read_idx


@settings(max_examples=60, deadline=None)
@given(
    values=hnp.arrays(np.uint8, hnp.array_shapes(min_dims=1, max_dims=3, max_side=5)),
    zipped=st.booleans(),
)
def test_what_is_written_is_read(values: np.ndarray, zipped: bool) -> None:
    data = pack_idx(values)
    read = parse_idx(gzip.compress(data) if zipped else data, values.ndim, "x")
    assert np.array_equal(read, values)


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=40), zipped=st.booleans(), dimensions=st.sampled_from([1, 3]))
def test_any_bytes_give_an_array_or_our_error(data: bytes, zipped: bool, dimensions: int) -> None:
    try:
        values = parse_idx(gzip.compress(data) if zipped else data, dimensions, "x")
    except DatasetProblem:
        return
    assert values.ndim == dimensions


GOOD = pack_idx(np.arange(24, dtype=np.uint8).reshape(2, 3, 4))


@pytest.mark.parametrize("cut", range(len(GOOD)))
def test_a_truncated_file_is_refused_wherever_it_is_cut(cut: int) -> None:
    with pytest.raises(DatasetProblem):
        parse_idx(GOOD[:cut], 3, "x")


def test_a_truncated_gzip_is_refused() -> None:
    zipped = gzip.compress(GOOD)
    with pytest.raises(DatasetProblem, match=r"truncated|not an IDX|damaged"):
        parse_idx(zipped[: len(zipped) // 2], 3, "x")


def test_bytes_after_the_end_are_refused() -> None:
    with pytest.raises(DatasetProblem, match="has trailing data"):
        parse_idx(GOOD + b"\0", 3, "x")


def test_other_dimensions_and_types_are_refused() -> None:
    with pytest.raises(DatasetProblem, match="3-dimensional data of type 8; 1-dimensional"):
        parse_idx(GOOD, 1, "x")
    with pytest.raises(DatasetProblem, match="type 13"):
        parse_idx(GOOD.replace(b"\x08", b"\x0d", 1), 3, "x")


def test_a_claim_of_many_values_is_refused_without_making_room() -> None:
    huge = bytes([0, 0, 8, 3]) + struct.pack(">3I", 2**31, 28, 28)
    with pytest.raises(DatasetProblem, match="damaged header"):
        parse_idx(huge, 3, "x")


def test_a_gzip_bomb_inflates_no_further_than_its_header_says() -> None:
    bomb = gzip.compress(pack_idx(np.zeros((1, 2, 2), np.uint8)) + bytes(50_000_000))
    with pytest.raises(DatasetProblem, match="has trailing data"):
        parse_idx(bomb, 3, "x")


def test_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetProblem, match="There is no file “labels”"):
        read_idx(tmp_path / "labels", 1)


CONTENT = np.random.default_rng(0).bytes(4 * CHUNK_BYTES)
FILE = RemoteFile("digits.gz", hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
NOWHERE = "http://127.0.0.1:9/"


@dataclass
class Mirror:
    """A server on this machine; ``behave`` says how it answers a request."""

    behave: Callable[[BaseHTTPRequestHandler, bytes], None]
    contents: dict[str, bytes] = field(default_factory=lambda: {FILE.name: CONTENT})
    asked: list[str | None] = field(default_factory=list)
    server: ThreadingHTTPServer = field(init=False)

    def __post_init__(self) -> None:
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mirror.asked.append(self.headers["Range"])
                mirror.behave(self, mirror.contents[self.path.strip("/")])

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/"


MakeMirror = Callable[..., Mirror]


@pytest.fixture
def serve() -> Iterator[MakeMirror]:
    started: list[tuple[Mirror, threading.Thread]] = []

    def make(behave: Callable[..., None], **more: dict[str, bytes]) -> Mirror:
        mirror = Mirror(behave, **more)
        run = threading.Thread(target=mirror.server.serve_forever, kwargs={"poll_interval": 0.01})
        run.start()
        started.append((mirror, run))
        return mirror

    yield make
    for mirror, run in started:
        mirror.server.shutdown()
        run.join()
        mirror.server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, code: int = 200, claimed: int = -1,
         **headers: str) -> None:  # fmt: skip
    handler.send_response(code)
    handler.send_header("Content-Length", str(len(body) if claimed < 0 else claimed))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def behave_well(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    asked = handler.headers["Range"]
    if not asked:
        return send(handler, content)
    start = int(asked.removeprefix("bytes=").rstrip("-"))
    if start >= len(content):
        return send(handler, b"", 416)
    range_ = f"bytes {start}-{len(content) - 1}/{len(content)}"
    return send(handler, content[start:], 206, Content_Range=range_)


def cut_off(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, content[: len(content) // 2], claimed=len(content))


def cut_off_wrong_bytes(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, bytes(len(content) // 2), claimed=len(content))


def ignore_ranges(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, content)


def send_wrong_bytes(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, bytes(len(content)))


def send_too_much(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, content + bytes(200_000))


def send_login_page(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, b"<html>please log in</html>", Content_Type="text/html; charset=utf-8")


def send_page_as_data(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, b"<html>please log in</html>", Content_Type="application/gzip")


def send_nothing_found(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    send(handler, b"not here", 404)


class Hanging:
    """Sends the headers and half of the content, and then nothing until it is released."""

    def __init__(self) -> None:
        self.release = threading.Event()

    def __call__(self, handler: BaseHTTPRequestHandler, content: bytes) -> None:
        send(handler, content[: len(content) // 2], claimed=len(content))
        self.release.wait(20)


MISBEHAVIOURS = [
    cut_off, cut_off_wrong_bytes, send_wrong_bytes, send_too_much, send_login_page,
    send_page_as_data, send_nothing_found,
]  # fmt: skip


def get(folder: Path, *mirrors: str, **more: object) -> Path:
    return result_of(fetch(FILE, mirrors, folder, **{"timeout_s": 5.0, **more}))  # type: ignore[arg-type]


@pytest.mark.parametrize("behave", MISBEHAVIOURS)
def test_row_26_a_bad_mirror_is_refused_and_the_next_one_serves(
    tmp_path: Path, serve: MakeMirror, behave: Callable[..., None]
) -> None:
    bad, good = serve(behave), serve(behave_well)
    with pytest.raises(DatasetProblem, match="could not be downloaded") as caught:
        get(tmp_path, bad.url)
    assert bad.url in caught.value.details
    assert not (tmp_path / FILE.name).exists()
    assert get(tmp_path, NOWHERE, bad.url, good.url).read_bytes() == CONTENT
    assert [f.name for f in tmp_path.iterdir()] == [FILE.name]


def test_row_26_a_silent_mirror_is_left(tmp_path: Path, serve: MakeMirror) -> None:
    hanging = Hanging()
    silent, good = serve(hanging), serve(behave_well)
    try:
        assert get(tmp_path, silent.url, good.url, timeout_s=0.2).read_bytes() == CONTENT
    finally:
        hanging.release.set()
    assert good.asked == [f"bytes={len(CONTENT) // 2}-"]


def test_an_interrupted_download_is_taken_up_where_it_broke(
    tmp_path: Path, serve: MakeMirror
) -> None:
    broken, good = serve(cut_off), serve(behave_well)
    with pytest.raises(DatasetProblem):
        get(tmp_path, broken.url)
    steps = list(fetch(FILE, [good.url], tmp_path, timeout_s=5.0))
    assert good.asked == [f"bytes={len(CONTENT) // 2}-"]
    assert steps[0].done > len(CONTENT) // 2
    assert steps[-1] == Progress(len(CONTENT), len(CONTENT))


def test_a_server_that_ignores_ranges_sends_all_again(tmp_path: Path, serve: MakeMirror) -> None:
    broken, simple = serve(cut_off), serve(ignore_ranges)
    assert get(tmp_path, broken.url, simple.url).read_bytes() == CONTENT
    assert simple.asked == [f"bytes={len(CONTENT) // 2}-"]


def test_a_wrong_part_is_thrown_away_and_fetched_afresh(tmp_path: Path, serve: MakeMirror) -> None:
    wrong, good = serve(cut_off_wrong_bytes), serve(behave_well)
    assert get(tmp_path, wrong.url, good.url).read_bytes() == CONTENT
    assert good.asked == [f"bytes={len(CONTENT) // 2}-", None]


def test_a_part_as_long_as_the_file_is_no_dead_end(tmp_path: Path, serve: MakeMirror) -> None:
    (tmp_path / f".{FILE.name}.part").write_bytes(bytes(len(CONTENT)))
    assert get(tmp_path, serve(behave_well).url).read_bytes() == CONTENT


def test_a_login_page_does_not_cost_what_has_come(tmp_path: Path, serve: MakeMirror) -> None:
    broken, page, good = serve(cut_off), serve(send_login_page), serve(behave_well)
    get(tmp_path, broken.url, page.url, good.url)
    assert good.asked == [f"bytes={len(CONTENT) // 2}-"]


def test_what_is_right_is_not_fetched_again_and_what_is_wrong_is(
    tmp_path: Path, serve: MakeMirror
) -> None:
    good = serve(behave_well)
    path = get(tmp_path, good.url)
    assert get(tmp_path, NOWHERE) == path
    path.write_bytes(CONTENT[:-1])
    assert get(tmp_path, good.url).read_bytes() == CONTENT


def test_a_download_that_is_closed_is_taken_up_later(tmp_path: Path, serve: MakeMirror) -> None:
    good = serve(behave_well)
    fetching = fetch(FILE, [good.url], tmp_path, timeout_s=5.0)
    next(fetching)
    fetching.close()
    assert not (tmp_path / FILE.name).exists()
    get(tmp_path, good.url)
    assert good.asked[1] not in (None, "bytes=0-")


def test_row_26_offline_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetProblem, match="MNIST could not be downloaded") as caught:
        result_of(mnist.download_mnist((NOWHERE,), tmp_path / "mnist"))
    assert NOWHERE in caught.value.details
    assert "\n" not in str(caught.value)


def test_a_download_that_broke_off_is_not_taken_for_mnist(home: Path) -> None:
    *before, last = mnist.FILES
    folder = paths.datasets_dir() / "mnist"
    folder.mkdir(parents=True)
    for name in before:
        (folder / f"{name}.gz").touch()
    assert paths.mnist_dir() is None
    (folder / f"{last}.gz").touch()
    assert paths.mnist_dir() == folder


def test_mnist_comes_into_the_users_data_and_goes_again(
    home: Path, serve: MakeMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mnist, "FILES", dict.fromkeys(mnist.FILES, (FILE.sha256, len(CONTENT))))
    mirror = serve(behave_well, contents={f"{name}.gz": CONTENT for name in mnist.FILES})
    assert result_of(mnist.download_mnist((mirror.url,))) == paths.mnist_dir()
    assert len(list(paths.datasets_dir().glob("mnist/*.gz"))) == len(mnist.FILES)
    mnist.forget_mnist()
    assert paths.mnist_dir() is None


@pytest.mark.mnist
def test_row_26_all_of_mnist_from_the_third_mirror(
    tmp_path: Path, serve: MakeMirror, mnist_dir: Path
) -> None:
    contents = {f"{n}.gz": (mnist_dir / f"{n}.gz").read_bytes() for n in mnist.FILES}
    page, right = serve(send_login_page, contents=contents), serve(behave_well, contents=contents)
    folder = tmp_path / "mnist"
    told = list(mnist.download_mnist((NOWHERE, page.url, right.url), folder))
    steps = [(step.done, step.total) for step in told]
    assert len(mnist.read_mnist_folder(folder, "test")) == 10_000
    assert steps == sorted(steps)
    assert steps[-1] == (mnist.TOTAL_BYTES, mnist.TOTAL_BYTES)
    # What is there and right is not fetched again.
    assert result_of(mnist.download_mnist((NOWHERE,), folder)) == folder
    mnist.forget_mnist(folder)
    assert list(folder.iterdir()) == []


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
