"""The dialog that crops and turns a picture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controls import make_button, make_slider
from desktop_cvae.gui.cropping.crop_view import CropView
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import tabular_font
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.pictures.cropping import cropped
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(760, 560)
NOTHING_TO_CROP = mark("Open a picture first; then you can crop and turn it.")
STEPS_A_DEGREE = 2
MOST_DEGREES = 45


class CropDialog(WorkDialog):
    """The picture with its frame, above the controls that turn it.

    Args:
        parent: the window.
        session: opens the part like any picture, so that undo brings the whole picture back.
        runner: cuts the part out.
        picture: the picture on the canvas.
        image: the picture with the strokes on it, float32, (H, W), in [0, 1].
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        runner: JobRunner,
        picture: Picture,
        image: FloatArray,
    ) -> None:
        super().__init__(parent, "crop", tr("Crop and turn {name}", name=picture.name), runner)
        self._session, self._picture, self._image = session, picture, image
        self.view = CropView(grey_image(image))
        self.left = make_button(
            tr("Turn left"),
            tr("Turn 90° to the left (Ctrl+L)"),
            on_click=lambda: self.view.turn(-1),
        )
        self.right = make_button(
            tr("Turn right"),
            tr("Turn 90° to the right (Ctrl+R)"),
            on_click=lambda: self.view.turn(1),
        )
        self.left.setShortcut("Ctrl+L")
        self.right.setShortcut("Ctrl+R")
        most = STEPS_A_DEGREE * MOST_DEGREES
        self.angle = make_slider(
            tr("Straighten, in half degrees"),
            tr("Turn by a few degrees until the writing is level"),
            "crop_angle",
            low=-most,
            high=most,
        )
        self.degrees = QLabel()
        self.degrees.setFont(tabular_font(self.font()))
        self.degrees.setMinimumWidth(self.degrees.fontMetrics().horizontalAdvance("−45.0°") + 2)
        self.degrees.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.size_label = text_label("", "muted")
        self.size_label.setFont(tabular_font(self.font()))
        self.whole = make_button(tr("Whole picture"), tr("Select the whole picture, not turned"))
        self.cancel = make_button(tr("Cancel"), tr("Leave the picture as it is (Esc)"))
        self.use = make_button(
            tr("Read this part"),
            tr("Read the part in the frame; undo brings the whole picture back"),
        )
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        card = Card()
        card.box.addWidget(self.view, 1)
        name = text_label(tr("Straighten"), "muted", buddy=self.angle)
        card.box.addLayout(row(self.left, self.right, name, self.angle, self.degrees))
        buttons = row(self.whole, self.size_label, None, self.use, self.cancel)
        self.lay_out(column(card), buttons, SIZE)
        self.use.setDefault(True)
        self.view.setFocus()

    def _connect(self) -> None:
        self.angle.valueChanged.connect(lambda n: self.view.set_angle(n / STEPS_A_DEGREE))
        self.whole.clicked.connect(self._on_whole)
        self.view.changed.connect(self._show)
        self.cancel.clicked.connect(self.close)
        self.use.clicked.connect(self._on_use)

    def _show(self) -> None:
        size = self.view.chosen_pixels()
        self.size_label.setText(
            tr(
                "{width} × {height} pixels",
                width=number(size.width()),
                height=number(size.height()),
            )
        )
        degrees = self.view.crop.angle_degrees
        self.degrees.setText(f"{number(degrees, '+.1f' if degrees else '.1f')}°".replace("-", "−"))

    def _on_whole(self) -> None:
        self.angle.setValue(0)
        self.view.show_whole()

    def _on_use(self) -> None:
        self.use.setEnabled(False)
        job = partial(cropped, self._image, self.view.crop)
        self.ask(job, self._on_cropped, self._on_failed)

    def _on_cropped(self, part: FloatArray) -> None:
        cropped = f" ({tr('cropped')})"
        name = self._picture.name.removesuffix(cropped) + cropped
        self._session.picture_opened.emit(Picture(part, name, path=self._picture.path))
        self.close()

    def _on_failed(self, error: Exception) -> None:
        self.use.setEnabled(True)
        self.size_label.setText(sentence_of(error))


def build_dialog(window: AppWindow) -> CropDialog | None:
    """Return the dialog for the picture on the canvas; a notice says if there is none."""
    drawing = window.input.canvas.drawing
    image, picture = drawing.image(), drawing.picture
    if picture is None or image is None:
        window.session.raise_notice(tr(NOTHING_TO_CROP), is_warning=False)
        return None
    return CropDialog(window, window.session, window.controller.runner, picture, image)
