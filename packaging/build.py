"""Build the packaged program: one folder to unpack and run, tried and packed.

Usage: ``python packaging/build.py [--viewer] [--output DIR]`` in an environment with
``pip install '.[package]'``. Leaves ``DIR/desktop-cvae/`` and the archive beside it.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive import EPOCH, pack
from licences import copy_licences
from make_icons import make_icons
from packaged_program import CONSOLE, WINDOW, Failure
from smoke_test import smoke_test
from stripping import strip_libraries

from desktop_cvae import __version__

HERE = Path(__file__).resolve().parent
FOLDER = "desktop-cvae"
MEGABYTE = 1_000_000
MOST_MB = {"viewer": (260, 87), "full": (1000, 350)}
"""Most megabytes unpacked and packed, by the kind of package."""

TRAINS = "Training is in it: Model ▸ Train…, or desktop-cvae train --help.\n"
DOES_NOT_TRAIN = (
    "This is the viewer: it draws, opens, reads, writes and explores, but does not train.\n"
    "The full package, whose name has no “viewer” in it, is where you got this one.\n"
)


def build(kind: str, output: Path) -> None:
    """Build one kind of package.

    Args:
        kind: ``"full"`` or ``"viewer"``.
        output: where the folder and the archive are left.

    Raises:
        Failure: it does not work, or is too large.
    """
    folder = output / FOLDER
    with tempfile.TemporaryDirectory(prefix="desktop-cvae-") as temporary:
        work = Path(temporary)
        with timed("icons"):
            make_icons(work / "icons")
        with timed("PyInstaller"):
            collect(kind, output, work)
        with timed("desktop files and licences"):
            furnish(kind, folder, work)
    gathered = size_mb(folder)
    if sys.platform == "linux":
        with timed("strip"):
            strip_libraries(folder / "_internal")
    with timed("smoke test"):
        smoke_test(folder)
    with timed("archive"):
        packed = pack(folder, archive_name(kind))
    sizes = (size_mb(folder), packed.stat().st_size / MEGABYTE)
    print(f"{folder}: {sizes[0]:.0f} MB ({gathered:.0f} MB before stripping)")
    print(f"{packed}: {sizes[1]:.0f} MB")
    if complaint := oversize(kind, *sizes):
        raise Failure(complaint)


def collect(kind: str, output: Path, work: Path) -> None:
    """Let PyInstaller collect everything.

    On Linux every program has a standard output, so one file with two names serves window and
    console, and its modules are stored once.
    """
    shutil.rmtree(output / FOLDER, ignore_errors=True)
    paths = ["--distpath", str(output), "--workpath", str(work / "work")]
    environment = {
        **os.environ,
        "DESKTOP_CVAE_PACKAGE": kind,
        "DESKTOP_CVAE_ICONS": str(work / "icons"),
        # TensorFlow would log its start-up while PyInstaller examines it.
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "KERAS_BACKEND": "tensorflow",
        # The same order of modules in every build, so that the same contents give the same bytes.
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(EPOCH),
    }
    spec = str(HERE / "desktop_cvae.spec")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    done = subprocess.run([*command, *paths, spec], env=environment, cwd=HERE.parent, check=False)
    if done.returncode != 0:
        raise Failure("PyInstaller failed")
    if sys.platform == "darwin":
        # The bundle holds everything that the folder holds, so it alone is shipped.
        shutil.rmtree(output / FOLDER)
        (output / FOLDER).mkdir()
        (output / "desktop_cvae.app").rename(output / FOLDER / "desktop_cvae.app")
    if sys.platform == "linux":
        (output / FOLDER / WINDOW).unlink(missing_ok=True)
        (output / FOLDER / WINDOW).hardlink_to(output / FOLDER / CONSOLE)


def furnish(kind: str, folder: Path, work: Path) -> None:
    """Add what desktops and people read: menu entries, icons, README and licences."""
    text = (HERE / "desktop" / "README.txt").read_text(encoding="utf-8")
    variant, more = (" (viewer)", DOES_NOT_TRAIN) if kind == "viewer" else ("", TRAINS)
    if sys.platform == "linux":
        more += "add-to-menu.sh puts it into your menu and makes it open .cvae files.\n"
        shutil.copytree(work / "icons" / "hicolor", folder / "share" / "icons" / "hicolor")
        targets = (
            ("desktop", "applications"),
            ("xml", "mime/packages"),
            ("metainfo.xml", "metainfo"),
        )
        for suffix, target in targets:
            (folder / "share" / target).mkdir(parents=True)
            shutil.copy(HERE / "desktop" / f"{FOLDER}.{suffix}", folder / "share" / target)
        shutil.copy(HERE / "desktop" / "add-to-menu.sh", folder)
    filled = text.format(version=__version__, variant=variant, more=more)
    (folder / "README.txt").write_text(filled, encoding="utf-8")
    shutil.copy(HERE.parent / "LICENSE", folder / "LICENSE.txt")
    copy_licences(modules_in(folder, work), folder / "licences")


def modules_in(folder: Path, work: Path) -> set[str]:
    """Return a package's top-level modules: those in its archive of modules and those beside it."""
    listed = next((work / "work").rglob("PYZ-*.toc")).read_text(encoding="utf-8")
    archived = {line.split("'")[1].split(".")[0] for line in listed.splitlines() if "'" in line}
    beside = (path.name.partition(".")[0] for path in folder.glob("_internal/*"))
    return {*archived, *beside}


def archive_name(kind: str) -> str:
    """Return the archive's name without its suffix."""
    variant = "-viewer" if kind == "viewer" else ""
    machine = f"{platform.system()}-{platform.machine()}".lower()
    return f"{FOLDER}{variant}-{__version__}-{machine}"


def size_mb(folder: Path) -> float:
    """Return the size of a folder's files; links count nothing, a file with two names once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    sizes = {(stat.st_dev, stat.st_ino): stat.st_size for stat in (path.stat() for path in files)}
    return sum(sizes.values()) / MEGABYTE


def oversize(kind: str, unpacked_mb: float, packed_mb: float) -> str:
    """Return a sentence if a package is larger than :data:`MOST_MB`, else an empty text."""
    most = MOST_MB[kind]
    if unpacked_mb <= most[0] and packed_mb <= most[1]:
        return ""
    return f"the package may have {most[0]} MB, and {most[1]} MB packed"


@contextmanager
def timed(step: str) -> Iterator[None]:
    """Print how long a step took."""
    started = time.monotonic()
    yield
    print(f"{step}: {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--viewer", action="store_true", help="without TensorFlow")
    parser.add_argument("--output", type=Path, default=HERE.parent / "dist", metavar="DIR")
    arguments = parser.parse_args()
    output: Path = arguments.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    try:
        build("viewer" if arguments.viewer else "full", output)
    except (AssertionError, OSError) as failure:
        raise SystemExit(f"build FAILED: {failure}") from None


if __name__ == "__main__":
    main()
