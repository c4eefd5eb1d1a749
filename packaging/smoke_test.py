"""Test a packaged folder as a new user would, on the command line and in a real window.

Usage: ``python packaging/smoke_test.py FOLDER [--root ROOT]``. With ``--root`` the folder lies
in another Debian's root (``bare_debian.py`` makes one) and is started inside it, as a user who
may not write there. Windows need Xvfb and xdotool (on Linux) and are left out without them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import struct
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from packaged_program import PATIENCE_S, VIEWER_WORDS, Failure, PackagedProgram, forget_the_build

REPETITIONS = 20
"""Repetitions of the samples that keep one process busy until it starts others."""


def check_commands(program: PackagedProgram, samples: list[Path]) -> None:
    """Test what needs no TensorFlow: reading on one and on many cores, generating, comparing."""
    assert program.run("--version").stdout.startswith("desktop-cvae ")
    print(program.run("self-test").stdout, end="")
    folder = program.inside(samples[0].parent)
    read = program.run("recognize", folder, "--format", "jsonl").stdout.splitlines()
    right = sum(
        record["text"].startswith(sample.name[0])
        for record, sample in zip(map(json.loads, read), samples, strict=True)
    )
    require(right >= len(samples) - 2, f"only {right} of {len(samples)} samples are read")
    program.run("recognize", program.inside(samples[0]), "--archive")
    kept = program.run("archive", "list", "--format", "jsonl").stdout.splitlines()
    names = [json.loads(line)["name"] for line in kept]
    require(samples[0].name in names, "what was read is not in the archive")
    table = program.scratch / "archive.xlsx"
    program.run("archive", "export", "--format", "xlsx", "--output", program.inside(table))
    require(table.read_bytes().startswith(b"PK"), "no workbook was written")
    many = [folder] * REPETITIONS
    read = program.run(
        "recognize", *many, "--workers", "2", "--format", "jsonl"
    ).stdout.splitlines()
    require(len(read) == REPETITIONS * len(samples), "some of many pictures are missing")
    written = program.scratch / "sevens.png"
    program.run("generate", "--label", "7", "--count", "4", "--output", program.inside(written))
    require(written.read_bytes().startswith(b"\x89PNG"), "no digits were written")
    report = program.scratch / "report"
    models = ("studio", "dense_cvae")
    data = ("--data", program.inside(program.scratch / "digits"), "--limit", "20")
    program.run("compare", *models, *data, "--output", program.inside(report))
    require(any(report.glob("*.html")), "no comparison was written")


def check_web_page(program: PackagedProgram, sample: Path) -> None:
    """Test that the page has all its files and reads, and that the server ends with its parent."""
    with program.start("serve", "--port", "0", "--events", "jsonl") as served:
        assert served.stdin is not None
        assert served.stdout is not None
        url = json.loads(served.stdout.readline())["url"]
        page = fetch(url).decode()
        files = re.findall(r'(?:src|href)="([\w./-]+)"', page)
        require(len(files) >= 2 and all(map(fetch, (url + file for file in files))), "no page")
        head = b"--x\r\nContent-Disposition: form-data; name=picture; filename=a\r\n\r\n"
        body = head + sample.read_bytes() + b"\r\n--x--\r\n"
        answer = json.loads(fetch(f"{url}api/v1/read", body, "multipart/form-data; boundary=x"))
        require(answer["text"] == sample.name[0], f"the page reads {answer['text']}")
        served.stdin.close()
    require(served.returncode == 0, f"serve ended with {served.returncode}")


def fetch(url: str, body: bytes | None = None, kind: str = "") -> bytes:
    """Return the answer of an address on this machine."""
    request = urllib.request.Request(url, body, {"Content-Type": kind} if kind else {})
    with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
        return answer.read()


def check_training(program: PackagedProgram, sample: Path) -> None:
    """Train for one epoch; the new model reads a picture."""
    model = program.inside(program.scratch / "tiny.cvae")
    data = program.inside(program.scratch / "digits")
    options = ("--preset", "dense_cvae", "--epochs", "1", "--data", data, "--output", model)
    program.run("train", *options)
    program.run("recognize", program.inside(sample), "--model", model)


def check_that_a_viewer_does_not_train(program: PackagedProgram) -> None:
    """Test that a viewer says in a sentence which package trains."""
    data = program.inside(program.scratch / "digits")
    output = program.inside(program.scratch / "tiny.cvae")
    done = program.run("train", "--data", data, "--output", output, expected=3)
    require(VIEWER_WORDS in done.stderr, f"unfriendly: {done.stderr}")


def check_picture_of_window(program: PackagedProgram, sample: Path) -> None:
    """Test the window without a mouse: it answers and saves a picture of itself."""
    picture = program.scratch / "window.png"
    program.run(program.inside(sample), "--screenshot", program.inside(picture))
    require(picture.read_bytes().startswith(b"\x89PNG"), "the window was not saved")


def write_digits(folder: Path) -> None:
    """Write a very small MNIST: 400 and 40 pictures of noise, each label equally often."""
    folder.mkdir()
    noise = random.Random(0)
    for part, count in (("train", 400), ("t10k", 40)):
        images = noise.randbytes(count * 28 * 28)
        files = {
            f"{part}-images-idx3-ubyte.gz": struct.pack(">4I", 2051, count, 28, 28) + images,
            f"{part}-labels-idx1-ubyte.gz": struct.pack(">2I", 2049, count)
            + bytes(number % 10 for number in range(count)),
        }
        for name, data in files.items():
            (folder / name).write_bytes(gzip.compress(data))


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every file with its size and time of change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def require(condition: bool, complaint: str) -> None:
    """Raise :class:`Failure` unless the condition holds."""
    if not condition:
        raise Failure(complaint)


def smoke_test(folder: Path, root: Path | None = None) -> None:
    """Run all tests.

    Args:
        folder: folder of the executables.
        root: another system's root that contains it.

    Raises:
        Failure: something does not work.
    """
    forget_the_build()
    temporary = None if root is None else root / "tmp"
    with tempfile.TemporaryDirectory(prefix="a user’s ünicode ", dir=temporary) as scratch:
        program = PackagedProgram(folder, Path(scratch) / "files", root)
        write_digits(program.scratch / "digits")
        before = contents(folder)
        samples = sorted(next(folder.glob("**/resources/samples")).iterdir())
        is_viewer = not any(folder.glob("**/tensorflow"))
        steps = [
            ("command line", lambda: check_commands(program, samples)),
            ("training", lambda: check_training(program, samples[0])),
            ("web page", lambda: check_web_page(program, samples[0])),
            ("window", lambda: check_picture_of_window(program, samples[0])),
        ]
        if is_viewer:
            steps[1] = ("no training", lambda: check_that_a_viewer_does_not_train(program))
        if sys.platform == "linux":
            from smoke_test_window import check_window

            steps[-1] = ("window", lambda: check_window(program, samples, is_viewer=is_viewer))
        for name, step in steps:
            started = time.monotonic()
            step()
            print(f"smoke test: {name} ok, {time.monotonic() - started:.0f} s", flush=True)
        require(contents(folder) == before, "the package has changed its own folder")


def main() -> None:
    """Read the arguments and run the tests."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path)
    arguments = parser.parse_args()
    try:
        smoke_test(arguments.folder.resolve(), arguments.root and arguments.root.resolve())
    except AssertionError as failure:
        raise SystemExit(f"smoke test FAILED: {failure}") from None


if __name__ == "__main__":
    main()
