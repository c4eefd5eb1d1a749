"""Archives answers in a process of its own.

Usage: ``python archiving_process.py FILE COUNT [BYTES]``. Prints the number of each entry once it
is kept, or the sentence that says why it was not; no file may be longer than ``BYTES``.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from archived_answers import some_entry

from desktop_cvae.core.errors import ArchiveProblem
from desktop_cvae.library.reading_archive import Archive


def main() -> None:
    """Archive answers one after the other."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    if len(sys.argv) > 3:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    entries = [some_entry(number) for number in range(10)]
    with Archive(path) as archive:
        for number in range(count):
            try:
                print(archive.add(entries[number % 10]), flush=True)
            except ArchiveProblem as problem:
                print(problem, flush=True)


if __name__ == "__main__":
    main()
