"""Try an archive in a bare Debian that has no Python: unpacked, run by a user, read-only.

Usage, as root: ``python packaging/bare_debian.py ARCHIVE [--root FOLDER]``. Needs debootstrap, Xvfb
and xdotool. The root is made at the first time; it gets the system libraries that the
README's section "Package" names and nothing else. Screen and mouse are outside of it.
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

README = Path(__file__).resolve().parents[1] / "README.md"
SUITE, MIRROR = "bookworm", "http://deb.debian.org/debian"
FOLDER = "opt/Eigene Programme, „größer“"
"""Where it is unpacked: with spaces, a comma and letters that are not ASCII."""

ALONE = "DESKTOP_CVAE_MOUNTS_ARE_ITS_OWN"


def named_packages(readme: str) -> list[str]:
    """The system packages that the section "Package" names."""
    section = readme.partition("\n## Package\n")[2].partition("\n## ")[0]
    found = re.search(r"`apt install ([^`]+)`", section)
    if found is None:
        raise Failure("the README's section “Package” names no system packages")
    return found[1].split()


def make_root(root: Path) -> None:
    """A minimal Debian with the named packages and one user."""
    subprocess.run(
        ["debootstrap", "--variant=minbase", SUITE, str(root), MIRROR],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    packages = named_packages(README.read_text(encoding="utf-8"))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    for command in ([*install, *packages], ["useradd", "--uid", str(USER), "user"]):
        subprocess.run(
            ["chroot", str(root), *command], check=True, env=quiet, stdout=subprocess.DEVNULL
        )


def unpack(archive: Path, root: Path) -> Path:
    """Unpack it as the system's administrator; returns the folder."""
    place = root / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with tarfile.open(archive) as tar:
        tar.extractall(place, filter="data")
    return place / "desktop-cvae"


@contextmanager
def kernel_files(root: Path) -> Iterator[None]:
    """What a running system has: /proc, /dev and shared memory."""
    mounts = [
        ["mount", "-t", "proc", "proc", str(root / "proc")],
        ["mount", "--rbind", "/dev", str(root / "dev")],
    ]
    for command in mounts:
        subprocess.run(command, check=True)
    try:
        yield
    finally:
        for place in ("dev", "proc"):
            subprocess.run(["umount", "--lazy", str(root / place)], check=False)


def main() -> None:
    """Read the arguments, make what is missing, try."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--root", type=Path, default=Path("/var/tmp/desktop-cvae-bare-debian"))
    arguments = parser.parse_args()
    if not os.environ.get(ALONE):
        # What is mounted from here on is seen by this process and its own only.
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
