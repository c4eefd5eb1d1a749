"""How far the fields of a printed sample sheet are from where they are found, in millimetres.

    python tests/benchmarks/form_registration.py [--pages 5]

A sheet as the form editor prints it (A4), with combs of boxes and marks in its corners, is scanned
at 150 dpi: turned, shrunk and shifted, soft, noisy, unevenly lit. Half of the pages are written on.
Errors are those of the fields' corners, the worst of a page, of the pages that are found. At full
size a turned page loses corners with marks: it may be told to be another form.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes import draw_digit
from PIL import Image
from printed_forms import FIELDS, HEIGHT, WIDTH, Laid, form, misplaced_px, scanned, written
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.forms.sample_sheet import A4_ASPECT, write_sheet
from desktop_cvae.pictures.registration import reference_of, register

MM_PER_PX = 25.4 / 150
SHIFT_PX = 30
TURNS, SCALES = (0, 5, 10, -10, 190), (1.0, 0.93, 0.85)


def main() -> None:
    """Print a table, and fail above half a millimetre."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5)
    options = parser.parse_args()
    _app = QApplication([])
    random = np.random.default_rng(0)
    fields = form({name: f"length:{count}" for name, (count, _) in FIELDS.items()}).fields
    with tempfile.TemporaryDirectory() as folder:
        image = write_sheet(Path(folder) / "sheet.png", "Meter reading card", fields, A4_ASPECT)
    reference = reference_of(image)
    printed = Image.fromarray(np.uint8(255 * image)).resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    print("| turned by | shrunk to | error, median and worst | found |")
    print("|---|---|---|---|")
    worst = 0.0
    for turn in TURNS:
        for scale in SCALES:
            errors, count = [], 0
            for number in range(options.pages):
                texts = {
                    name: "".join(map(str, random.integers(0, 10, digits)))
                    for name, (digits, _) in FIELDS.items()
                }
                page = written(printed, texts if number % 2 else {}, draw_digit)
                laid = Laid(turn, scale, *random.uniform(-SHIFT_PX, SHIFT_PX, 2))
                found = register(reference, scanned(page, laid, int(random.integers(1 << 30))))
                count += found.is_found
                if found.is_found:
                    places = ((found.corners(one.share_box), one.name) for one in fields)
                    px = max(misplaced_px(at, laid, name) for at, name in places)
                    errors.append(MM_PER_PX * px)
            worst = max(worst, *errors)
            error = f"{np.median(errors):.2f}, {max(errors):.2f} mm"
            print(f"| {turn}° | {100 * scale:.0f} % | {error} | {count} of {options.pages} |")
    print(f"worst: {worst:.2f} mm")
    sys.exit(worst > 0.5)


if __name__ == "__main__":
    main()
