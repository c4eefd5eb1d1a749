"""Make the documents' pictures of the real window, without a screen.

Usage: ``QT_QPA_PLATFORM=offscreen python packaging/make_gallery.py [FOLDER]``, by default
``resources/screenshots``. The latent space shows test digits, so MNIST must be on the machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QPointF, QSize, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.thought import THINKING_STEPS
from desktop_cvae.gui.drawing import Drawing, Stroke
from desktop_cvae.gui.picture import Picture

ROOT = Path(__file__).resolve().parents[1]
PUZZLES = ROOT / "resources" / "puzzles"
SAMPLES, SCREENSHOTS = ROOT / "resources" / "samples", ROOT / "resources" / "screenshots"
SIZE = QSize(1366, 768)
CHANGES_ITS_MIND, SHOWN_STEP = 3361, 1
"""A test digit whose verdict ``conv_cvae`` changes by thinking, and the step that is shown."""
QUIET_MS, QUIET_TIMES, PATIENCE_TIMES = 100, 6, 600


class Gallery:
    """The running program, and its pictures.

    Args:
        folder: where the pictures go.
    """

    def __init__(self, folder: Path) -> None:
        from desktop_cvae.app import Application

        self._folder = folder
        self._app = Application(None, "studio", None)
        self.window = self._app.window
        self.session = self._app.session
        self._is_working = True
        self.session.working_changed.connect(self._on_working_changed)

    def run(self, make: Callable[[Gallery], None]) -> None:
        """Show the window, make all pictures, close it."""
        is_made = False

        def work() -> None:
            nonlocal is_made
            try:
                make(self)
                is_made = True
            finally:
                self.window.close()

        QTimer.singleShot(0, work)
        self._app.run()
        if not is_made:
            raise SystemExit("Not all pictures could be made.")

    def settle(self) -> None:
        """Wait until the program has been idle for more than half a second.

        Raises:
            TimeoutError: it is still busy after a minute.
        """
        loop, timer = QEventLoop(), QTimer(interval=QUIET_MS)
        quiet = looks = 0

        def look() -> None:
            nonlocal quiet, looks
            looks += 1
            quiet = 0 if self._is_working else quiet + 1
            if quiet >= QUIET_TIMES or looks >= PATIENCE_TIMES:
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        if quiet < QUIET_TIMES:
            raise TimeoutError("the window does not come to rest")

    def _on_working_changed(self, is_working: bool) -> None:
        self._is_working = is_working

    def open(self, name: str) -> None:
        """Open one of the sample pictures."""
        self.window.opening.open_file(SAMPLES / name)
        self.settle()

    def show(self, image: FloatArray, name: str) -> None:
        """Open a picture that is not a file."""
        self.session.picture_opened.emit(Picture(image, name))
        self.settle()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of the window or another widget."""
        self.settle()
        self.grab(name, widget)

    def grab(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of what is shown now; see :meth:`take`."""
        path = self._folder / f"{name}.png"
        if not (widget or self.window).grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        print(path)

    def dialog(
        self,
        name: str,
        opened: Callable[[], object],
        arrange: Callable[..., None] = lambda _: None,
    ) -> None:
        """Open a dialog, arrange it, save a picture of it, close it."""
        opened()
        self.settle()
        shown = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        arrange(shown[-1])
        self.take(name, shown[-1])
        shown[-1].close()
        self.settle()


def struck_three() -> FloatArray:
    """Return a drawn 3 under a bar that is foreign ink, float32, (280, 280), light is 1."""
    arcs = [(0.47, 0.32, 0.17, 0.15, 200, 440), (0.47, 0.64, 0.2, 0.18, 280, 510)]
    three = [
        QPointF(x + wide * np.cos(angle), y + high * np.sin(angle))
        for x, y, wide, high, start, end in arcs
        for angle in np.radians(np.linspace(start, end, 18))
    ]
    bar = [QPointF(0.02, 0.55), QPointF(0.5, 0.5), QPointF(0.98, 0.44)]
    drawing = Drawing()
    for stroke in (Stroke(0.06, False, three), Stroke(0.06, False, bar)):
        drawing.begin(stroke)
        drawing.end(stroke)
    image = drawing.image()
    assert image is not None, "ink"
    return (1 - 0.85 * image).astype(np.float32)


def make(gallery: Gallery) -> None:
    """Make all pictures of the window for the documents."""
    window = gallery.window
    window.notice.hide()
    window.appearance.choose("light")
    gallery.open("7-thin-blue-pen.jpg")
    gallery.take("window-light")
    window.appearance.choose("dark")
    gallery.open("2-chalk-on-board.jpg")
    gallery.take("window-dark")
    window.appearance.choose("light")
    gallery.show(struck_three(), "3-struck.png")
    gallery.take("foreign-light")
    gallery.open("3-black-marker.webp")
    explainer, bars = gallery.window.explainer, gallery.window.answer.bars
    explainer.explain("reconstruction", bars)
    gallery.take("explained-light")
    # A second time closes it.
    explainer.explain("reconstruction", bars)
    gallery.dialog("guide-light", lambda: explainer.show_guide("probability"))
    gallery.dialog("training-light", partial(window.run, "train"))
    gallery.dialog(
        "latent-light", partial(window.run, "latent_space"), lambda dialog: dialog.resize(SIZE)
    )
    gallery.dialog(
        "walk-light", partial(window.run, "walk"), lambda dialog: dialog.slider.setValue(9)
    )
    gallery.dialog("complete-light", partial(window.run, "complete"), _rub_out)
    gallery.dialog("sheet-light", partial(window.run, "sheet_prior"))
    window.opening.open_file(PUZZLES / "number-2047.jpg")
    gallery.take("number-light")
    show_thinking(gallery)


def show_thinking(gallery: Gallery) -> None:
    """Make a picture before, while and after ``conv_cvae`` thinks about a 7 that it read as a 9."""
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.inference.opened_model import open_model

    session, answer = gallery.session, gallery.window.answer
    session.set_model(open_model("conv_cvae"))
    digits = load_dataset("mnist", "test").images
    gallery.show(digits[CHANGES_ITS_MIND].astype(np.float32) / 255, "7.png")
    gallery.take("thinking-0-light", answer)

    def take_step() -> None:
        thought = session.reply.thought if session.reply else None
        if thought is not None and thought.step == SHOWN_STEP and not thought.is_done:
            # The panes follow first.
            QTimer.singleShot(0, partial(gallery.grab, "thinking-1-light", answer))

    session.reply_changed.connect(take_step)
    session.set_thinking_steps(THINKING_STEPS)
    while (
        session.reply is None or session.reply.thought is None or not session.reply.thought.is_done
    ):
        gallery.settle()
    gallery.take("thinking-2-light", answer)
    session.set_thinking_steps(0)


def make_contact(gallery: Gallery) -> None:
    """Make a picture of every main state and every dialog, for a contact sheet."""
    window = gallery.window
    window.notice.hide()
    gallery.take("01-empty")
    gallery.open("7-thin-blue-pen.jpg")
    window.panes.bring("answer")
    gallery.take("02-answer")
    for number, panel in enumerate(("generated", "latent", "loss"), 3):
        window.results.show_panel(panel)
        gallery.take(f"{number:02}-{panel}")
    window.panes.bring("input")
    gallery.take("06-input")
    window.numbers.enter()
    gallery.take("07-number")
    window.numbers.leave()
    opened = {
        "training": partial(window.run, "train"),
        "library": partial(window.run, "library"),
        "scorecard": partial(window.run, "scorecard"),
        "data": partial(window.run, "data_sets"),
        "sheet": partial(window.run, "sheet_prior"),
        "completion": partial(window.run, "complete"),
        "walk": partial(window.run, "walk"),
        "latent-space": partial(window.run, "latent_space"),
        "many-pictures": lambda: window.read_many([SAMPLES]),
        "preferences": partial(window.run, "preferences"),
        "keys": partial(window.run, "keys"),
        "about": partial(window.run, "about"),
        "guide": window.explainer.show_guide,
    }
    for number, (name, show) in enumerate(opened.items(), 8):
        gallery.dialog(f"{number:02}-{name}", show)


def compare_samples(path: Path) -> None:
    """Show samples of the reader alone beside those of the generator, which the reader checks."""
    from desktop_cvae.core.tasks import result_of
    from desktop_cvae.inference.generation import generate
    from desktop_cvae.inference.opened_model import open_model
    from desktop_cvae.pictures.contact_sheets import tile_images, write_png

    model = open_model("studio")
    reader = result_of(generate(model.engine, None, 80, 1.0, 1))
    writer = result_of(model.generate(None, 80, 1.0, 1))
    sheets = [tile_images(each.images, 10, 2, 4) for each in (reader, writer)]
    gap = np.zeros((len(sheets[0]), 48), np.uint8)
    write_png(path, 255 - np.hstack([sheets[0], gap, sheets[1]]))
    print(path)


def _rub_out(dialog: QDialog) -> None:
    """Mark the lower part of the drawing as missing."""
    missing = np.zeros((28, 28), bool)
    missing[15:, :] = True
    dialog.part.set_missing(missing)  # type: ignore[attr-defined]


def main() -> None:
    """Make the pictures with fresh settings in the named folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SCREENSHOTS
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["DESKTOP_CVAE_HOME"] = home
        compare_samples(folder / "samples.png")
        gallery = Gallery(folder)
        gallery.window.resize(SIZE)
        gallery.run(make)


if __name__ == "__main__":
    main()
