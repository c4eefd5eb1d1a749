"""Time for which one correction holds up the window, in a table of many pictures.

    python tests/benchmarks/review_rows.py [--rows 20000] [--reviewed 10000] [--corrections 50]

Rows are put into the real dialog of *Read many pictures*; that many are corrected first, as if in
one step, so that the file of unsaved reviews holds them. Then single rows are corrected.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DESKTOP_CVAE_HOME"] = tempfile.mkdtemp()

from fakes import FakeSource
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cvae.gui.batch.batch_dialog import BatchDialog
from desktop_cvae.gui.batch.picture_table import PictureColumn
from desktop_cvae.gui.session import Session
from desktop_cvae.inference.picture_records import NumberRecord


def main() -> None:
    """Fill the table, correct rows, and print how long each correction took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--reviewed", type=int, default=10_000)
    parser.add_argument("--corrections", type=int, default=50)
    arguments = parser.parse_args()
    _ = QApplication([])
    window = QWidget()
    dialog = BatchDialog(window, Session(), FakeSource())
    table, folder = dialog.table, Path(tempfile.mkdtemp())
    names = [str(folder / f"{number}.png") for number in range(arguments.rows)]
    for name in names:
        Path(name).touch()
    table.add(names)
    table.add_records([NumberRecord(name, "42", (), "studio") for name in names])
    dialog.show()

    def correct(line: int) -> None:
        table.setData(table.index(line, PictureColumn.READING), "43", Qt.ItemDataRole.EditRole)

    table.undo_stack.beginMacro("")
    for line in range(arguments.reviewed):
        correct(line)
    began = time.perf_counter()
    table.undo_stack.endMacro()
    print(f"{arguments.reviewed:,} rows at once: {time.perf_counter() - began:.3f} s")
    held = []
    for line in range(arguments.reviewed, arguments.reviewed + arguments.corrections):
        began = time.perf_counter()
        correct(line)
        held.append(1000 * (time.perf_counter() - began))
    middle, worst = np.median(held), max(held)
    print(f"one of {arguments.rows:,} rows: median {middle:.1f} ms, worst {worst:.1f} ms")
    dialog.discard()
    dialog.close()
    dialog.reader.runner.stop()


if __name__ == "__main__":
    main()
