"""Refuses large files in the next commit: ``python packaging/large_files.py``.

A hook of pre-commit, and a step of ``.ci/check`` and ``.ci/run``. Every version of a large file
stays in every clone, so large binaries are committed once per release (CONTRIBUTING.md). Whoever
adds one names it here.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MAX_BYTES = 500_000
NAMED = {
    "resources/models/dense_cvae.cvae",
    "resources/models/studio.cvae",
    "resources/signs/lines-1.safetensors",
    "resources/signs/pieces-1.safetensors",
    "resources/signs/shapes-1.safetensors",
}
"""Files that may be larger: models and networks that come with the program."""


def large_files(folder: Path) -> list[tuple[str, int]]:
    """Return path and size in bytes of all large files in a repository's index that have no name.

    Args:
        folder: of the repository.
    """
    listed = _git(folder, "ls-files", "--stage", "-z")
    entries = [line.split("\t", 1) for line in listed.split("\0") if line]
    blobs = {path: head.split()[1] for head, path in entries if not head.startswith("160000")}
    answers = _git(
        folder, "cat-file", "--batch-check=%(objectsize)", given="\n".join(blobs.values())
    )
    sizes = zip(blobs, map(int, answers.split()), strict=True)
    return [(path, size) for path, size in sizes if size > MAX_BYTES and path not in NAMED]


def _git(folder: Path, *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout


def main() -> int:
    """Print the large files; return 1 if there are any."""
    found = large_files(Path(__file__).resolve().parents[1])
    for path, size in found:
        print(f"{path} has {size / 1000:,.0f} kB, more than {MAX_BYTES // 1000}.")
    if found:
        print("Leave such files out, or name them in packaging/large_files.py.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
