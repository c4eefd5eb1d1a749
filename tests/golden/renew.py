"""Asks the golden set anew, prints what changed, keeps the answers of today.

Usage: ``python tests/golden/renew.py [--dry-run] [--handwriting FOLDER]``

A change that is kept needs its reason in the commit, and figures on real handwriting that it
does not make worse. ``--handwriting`` renews those instead, with a folder as
``tests/benchmarks/handwriting.py`` takes it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from golden.answers import (
    EVALUATIONS,
    GOLDEN,
    READINGS,
    SHEETS,
    TOLERANCE_GREY,
    Told,
    answers,
    kept_answers,
    moved,
    sheet_difference,
)
from golden.handwriting import KEPT_FIGURES, read_handwriting


def renew(folder: Path, *, keep: bool) -> None:
    """Ask everything, with sheets in ``folder``, and print what is not as it was."""
    before, now = kept_answers(), dict[str, list[Told]]()
    for asked in (*READINGS, *EVALUATIONS, *SHEETS):
        now[asked] = answers(asked, folder)
        for difference in moved(before.get(asked, []), now[asked]):
            print(difference)
    for name in SHEETS:
        drawn, old = folder / f"{name}.png", GOLDEN / "sheets" / f"{name}.png"
        grey = sheet_difference(old, drawn) if old.exists() else 255
        if grey > TOLERANCE_GREY:
            print(f"{name}: pixels differ by {grey}")
            if keep:
                shutil.copy(drawn, old)
    if keep:
        lines = [json.dumps(told) + "\n" for asked in now.values() for told in asked]
        (GOLDEN / "answers.jsonl").write_text("".join(lines), encoding="utf-8")


def renew_handwriting(handwriting: Path, folder: Path, *, keep: bool) -> None:
    """Read real handwriting and print what is not as it was."""
    before = json.loads(KEPT_FIGURES.read_text()) if KEPT_FIGURES.exists() else {}
    now = read_handwriting(handwriting, folder)
    for name, figures in now.items():
        if figures != before.get(name):
            print(f"{name}: {figures}, was {before.get(name)}")
    if keep:
        KEPT_FIGURES.write_text(json.dumps(now, indent=1) + "\n")


def main() -> None:
    """Read the arguments, with a home of its own: the user's models are not asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="print only")
    parser.add_argument("--handwriting", type=Path, metavar="FOLDER")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DESKTOP_CVAE_HOME"] = str(Path(folder) / "home")
        if wish.handwriting is None:
            renew(Path(folder), keep=not wish.dry_run)
        else:
            renew_handwriting(wish.handwriting, Path(folder), keep=not wish.dry_run)


if __name__ == "__main__":
    main()
