"""Keys that are pressed for a page of a form: reviewed in the table, and typed as a whole.

    DESKTOP_CVAE_MNIST=FOLDER python tests/benchmarks/review_keystrokes.py [--pages 20]

Scans of a form of four fields (28 digits), written with test digits of MNIST, are read and put into
the real table of *Read many pictures*. A clerk who knows what is written presses Enter where a
field to check is right, and types it where it is wrong, until nothing is left to check; every key
goes through the widget. Who types everything presses a key for every digit, and Tab after a field.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from printed_forms import FIELDS, Laid, blank, form, scanned, written
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.gui.batch.batch_view import BatchView
from desktop_cvae.gui.batch.picture_table import FIRST_FIELD, PictureTable
from desktop_cvae.inference.form_reading import read_form_page
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.inference.picture_records import FormRecord
from desktop_cvae.pictures.picture_files import ReadPicture

Texts = dict[str, str]


def read_pages(count: int, model_name: str) -> tuple[list[Texts], list[FormRecord]]:
    """Write, scan and read pages; return what is written and what was read."""
    digits, random = load_dataset("mnist", "test"), np.random.default_rng(0)
    by_label = [digits.images[digits.labels == label] for label in range(10)]
    model = open_model(model_name)
    card = form({name: f"length:{length}" for name, (length, _) in FIELDS.items()})

    def pen(label: int) -> FloatArray:
        return np.float32(random.choice(by_label[label])) / np.float32(255)

    truths, records = [], []
    for number in range(count):
        texts = {
            name: "".join(map(str, random.integers(0, 10, length)))
            for name, (length, _) in FIELDS.items()
        }
        laid = Laid(random.uniform(-2, 2), random.uniform(0.97, 1.03))
        page = scanned(written(blank(), texts, pen), laid, number)
        truths.append(texts)
        records.append(read_form_page(model, str(number), ReadPicture(page, 1), card))
    return truths, records


def review(table: PictureTable, view: BatchView, truths: list[Texts]) -> int:
    """Review a table by its keys; return how many were pressed."""
    keys = 0
    place = table.next_to_check(-1)
    if place is None:
        return 0
    view.go_to(*place)
    while (place := table.next_to_check(-1)) is not None:
        index = view.current_reading()
        truth = truths[int(table.row_at(index).name)][list(FIELDS)[index.column() - FIRST_FIELD]]
        typed = "" if table.text(index) == truth else truth
        if typed:
            QTest.keyClick(view, typed[0])
            # The editor of the field before is still waiting to be deleted.
            editor = view.findChildren(QLineEdit)[-1]
            QTest.keyClicks(editor, typed[1:])
            QTest.keyClick(editor, Qt.Key.Key_Return)
            # Qt queues what an editor hands over.
            QApplication.processEvents()
        else:
            QTest.keyClick(view, Qt.Key.Key_Return)
        keys += len(typed) + 1
    return keys


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--pages", type=int, default=20)
    options = parser.parse_args()
    _app = QApplication([])
    truths, records = read_pages(options.pages, options.model)
    table = PictureTable()
    view = BatchView(table)
    view.show()
    table.set_field_names(list(FIELDS))
    table.add(record.file for record in records)
    table.add_records(records)
    doubtful = sum(len(row.open_fields) for row in table.rows)
    reviewed = review(table, view, truths)
    everything = sum(len(text) + 1 for texts in truths for text in texts.values())
    fields = [
        (given, texts[name])
        for row, texts in zip(table.rows, truths, strict=True)
        for name, given in zip(FIELDS, row.field_texts, strict=True)
    ]
    wrong = sum(given != text for given, text in fields)
    print("| way | keys a page | fields left wrong |")
    print("|---|---|---|")
    print(f"| reviewed | {reviewed / options.pages:.1f} | {wrong} of {len(fields)} |")
    print(f"| typed | {everything / options.pages:.1f} | not measured |")
    print(f"{doubtful} of {len(fields)} fields were to check.")


if __name__ == "__main__":
    main()
