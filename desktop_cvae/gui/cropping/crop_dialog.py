"""Cut a part out of a picture and turn it upright, before it is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.cropping.crop_view import CropView
from desktop_cvae.gui.drawing import grey_image
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.theme import tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.pictures.cropping import cropped

if TYPE_CHECKING:
    from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(760, 560)
STEPS_A_DEGREE = 2
MOST_DEGREES = 45


class CropDialog(WorkDialog):
    """The picture with its frame; below, what turns it.

    Args:
        parent: the window.
        session: gets the part as any opened picture, so that undo brings the whole back.
        runner: cuts it out.
        picture: what is on the canvas.
        image: the same with the strokes on it, float32, (H, W), in [0, 1].
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
        self.left = _button(tr("Turn left"), tr("By 90° to the left (Ctrl+L)"))
        self.right = _button(tr("Turn right"), tr("By 90° to the right (Ctrl+R)"))
        self.left.setShortcut("Ctrl+L")
        self.right.setShortcut("Ctrl+R")
        self.angle = QSlider(Qt.Orientation.Horizontal)
        self.angle.setObjectName("crop_angle")
        self.angle.setAccessibleName(tr("Straighten, in half degrees"))
        self.angle.setToolTip(tr("Turn by a few degrees, until the writing is level"))
        most = STEPS_A_DEGREE * MOST_DEGREES
        self.angle.setRange(-most, most)
        self.degrees = QLabel()
        self.degrees.setFont(tabular_font(self.font()))
        self.degrees.setMinimumWidth(self.degrees.fontMetrics().horizontalAdvance("−45.0°") + 2)
        self.degrees.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.size_label = text_label("", "muted")
        self.size_label.setFont(tabular_font(self.font()))
        self.whole = _button(tr("Whole picture"), tr("The frame around all of it, unturned"))
        self.cancel = _button(tr("Cancel"), tr("Leave the picture as it is (Esc)"))
        self.use = _button(
            tr("Read this part"), tr("Open what is in the frame; undo brings all back")
        )
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        card = Card()
        card.box.addWidget(self.view, 1)
        name = text_label(tr("Straighten"), "muted")
        name.setBuddy(self.angle)
        card.box.addLayout(row(self.left, self.right, name, self.angle, self.degrees))
        body = QVBoxLayout()
        body.addWidget(card)
        buttons = row(self.whole, self.size_label, None, self.cancel, self.use)
        self.lay_out(body, buttons, SIZE)
        self.use.setDefault(True)
        self.view.setFocus()

    def _connect(self) -> None:
        self.left.clicked.connect(lambda: self.view.turn(-1))
        self.right.clicked.connect(lambda: self.view.turn(1))
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


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    return button
