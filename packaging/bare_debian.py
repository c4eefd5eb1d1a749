"""Try an archive in a bare Debian that has no Python: unpacked, run by a user, read-only.

Usage, as root: ``python packaging/bare_debian.py ARCHIVE [--root FOLDER]``. Needs debootstrap, Xvfb
and xdotool. The first run makes the root, with the system libraries that the section
"Package" of docs/installation.md names and nothing else. Screen and mouse are outside of it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from packaged_program import USER, Failure
from smoke_test import smoke_test

INSTALLATION = Path(__file__).resolve().parents[1] / "docs" / "installation.md"
SUITE, MIRROR = "bookworm", "http://deb.debian.org/debian"
FOLDER = "opt/Eigene Programme, „größer“"
"""Folder for the archive's contents: with spaces, a comma and letters that are not ASCII."""
ALONE = "DESKTOP_CVAE_MOUNTS_ARE_ITS_OWN"
"""Environment variable that is set once this process has mounts of its own."""


def named_packages(page: str) -> list[str]:
    """Return the system packages that the section "Package" names."""
    section = page.partition("\n## Package\n")[2].partition("\n## ")[0]
    found = re.search(r"`apt install ([^`]+)`", section)
    if found is None:
        raise Failure("the section “Package” of docs/installation.md names no system packages")
    return found[1].split()


def make_root(root: Path) -> None:
    """Make a minimal Debian with the named packages and one user."""
    subprocess.run(
        ["debootstrap", "--variant=minbase", SUITE, str(root), MIRROR],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    packages = named_packages(INSTALLATION.read_text(encoding="utf-8"))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    for command in ([*install, *packages], ["useradd", "--uid", str(USER), "user"]):
        subprocess.run(
            ["chroot", str(root), *command], check=True, env=quiet, stdout=subprocess.DEVNULL
        )


def unpack(archive: Path, root: Path) -> Path:
    """Unpack the archive as the system's administrator; return the program's folder."""
    parent = root / FOLDER
    shutil.rmtree(parent, ignore_errors=True)
    parent.mkdir(parents=True)
    with tarfile.open(archive) as tar:
        tar.extractall(parent, filter="data")
    return parent / "desktop-cvae"


@contextmanager
def kernel_files(root: Path) -> Iterator[None]:
    """Mount what a running system has: /proc, /dev and shared memory."""
    mounts = [
        ["mount", "-t", "proc", "proc", str(root / "proc")],
        ["mount", "--rbind", "/dev", str(root / "dev")],
    ]
    for command in mounts:
        subprocess.run(command, check=True)
    try:
        yield
    finally:
        for name in ("dev", "proc"):
            # Lazy: a process that has not quite ended may still use it.
            subprocess.run(["umount", "--lazy", str(root / name)], check=False)


def main() -> None:
    """Read the arguments, make the root if it is missing, run the smoke test."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--root", type=Path, default=Path("/var/tmp/desktop-cvae-bare-debian"))
    arguments = parser.parse_args()
    if not os.environ.get(ALONE):
        # Mounts of the new process are visible to it and its children only.
        os.environ[ALONE] = "1"
        os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])
    root = arguments.root.resolve()
    started = time.monotonic()
    if not (root / "usr").is_dir():
        make_root(root)
    if list(root.glob("usr/bin/python*")):
        raise SystemExit(f"{root} has a Python, so it proves nothing")
    folder = unpack(arguments.archive, root)
    print(f"root and archive: {time.monotonic() - started:.0f} s", flush=True)
    with kernel_files(root):
        try:
            smoke_test(folder, root)
        except AssertionError as failure:
            raise SystemExit(f"smoke test FAILED: {failure}") from None


if __name__ == "__main__":
    main()
