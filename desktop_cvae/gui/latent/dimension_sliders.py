"""A slider for each latent dimension, under a strip of pictures that says what it does."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QSlider,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.latent import latent_jobs
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.plane_view import signed
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import Column, column, row, text_label
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.inference.latent_projection import walk_dimensions

STEPS = np.arange(-3, 4, dtype=np.float32)
"""Deviations from the prior's mean at which a strip shows pictures."""
TENTHS = 10
SHOWN = 16
"""Number of dimensions shown at first, and added at a time."""
MOST_CELL_PX, GAP_PX, SLIDER_PX, HANDLE_PX = 44, 2, 24, 16
PACE_MS = 40
AROUND = {
    "drawing": mark("Around the drawing"),
    "place": mark("Around the pinned point"),
    "mean": mark("Around the prior's mean"),
}
TIP = mark(
    "Each latent dimension, those with the most nats first: pictures from −3σ to +3σ of the "
    "label's prior, with the other dimensions unchanged"
)


class WalkedDimension(QWidget):
    """The pictures along one dimension, and under them the slider that moves along it.

    Signals:
        moved: ``deviations`` is another.
    """

    moved = Signal()

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self._images: FloatArray | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(-3 * TENTHS, 3 * TENTHS)
        self.slider.setPageStep(TENTHS)
        self.slider.setAccessibleName(tr("Latent dimension {dimension}", dimension=dimension + 1))
        self.setAccessibleName(
            tr("Digits along latent dimension {dimension}", dimension=dimension + 1)
        )
        self.slider.setToolTip(
            tr("Drag, use the arrow keys, or click a picture; double-click resets")
        )
        self.slider.valueChanged.connect(self._on_changed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(7 * 20)
        self.setFixedHeight(MOST_CELL_PX + SLIDER_PX)

    @property
    def deviations(self) -> float:
        return self.slider.value() / TENTHS

    def set_deviations(self, deviations: float) -> None:
        """Move the slider without telling."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(deviations * TENTHS))
        self.update()

    def set_images(self, images: FloatArray | None) -> None:
        """Show pictures, (7, 28, 28), or none."""
        self._images = images
        self.update()

    def cell(self, index: int) -> QRect:
        pitch = self.width() / len(STEPS)
        side = round(min(MOST_CELL_PX, pitch - GAP_PX))
        left = round((index + 0.5) * pitch - side / 2)
        return QRect(left, 0, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        pitch = self.width() / len(STEPS)
        left = round(pitch / 2 - HANDLE_PX / 2)
        side = self.cell(0).height()
        self.slider.setGeometry(left, side, self.width() - 2 * left, SLIDER_PX)
        self.setFixedHeight(side + SLIDER_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures; the one that is nearest to the slider is framed."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        nearest = round(self.deviations) + 3
        for index in range(len(STEPS)):
            cell = self.cell(index)
            painter.fillRect(cell, QColor(theme.paper))
            if self._images is not None:
                painter.drawImage(cell, digit_image(self._images[index]))
            is_nearest = index == nearest
            painter.setPen(QPen(QColor(theme.accent if is_nearest else theme.border), 1))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index, step in enumerate(STEPS.tolist()):
            if self.cell(index).contains(event.position().toPoint()):
                self.slider.setValue(round(step * TENTHS))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.slider.setValue(0)

    def _on_changed(self) -> None:
        self.update()
        self.moved.emit()


class DimensionSliders(QWidget):
    """The code that is looked at, moved along its latent dimensions.

    Args:
        explorer: its spot is moved.
    """

    def __init__(self, explorer: LatentExplorer) -> None:
        super().__init__()
        self._explorer = explorer
        self._deviations = np.zeros(0, np.float32)
        self._image: FloatArray | None = None
        self._rows: dict[int, WalkedDimension] = {}
        self._values: dict[int, QLabel] = {}
        self.title = text_label("", "title")
        self.title.setToolTip(tr(TIP))
        self.before = DigitView(tr("unchanged"), tr("The picture decoded from the unchanged code"))
        self.after = DigitView(
            tr("moved"), tr("The picture decoded from the values of the sliders")
        )
        self.reset = make_button(tr("Reset"), tr("Move all sliders back to the unchanged code"))
        self.use = make_button(tr("Make it the input"), tr("Let the model read the moved digit"))
        self.more = make_button(
            tr("More dimensions"), tr("Sliders for the dimensions with fewer nats")
        )
        self.column = Column(0)
        self._pace = QTimer(self, singleShot=True, interval=PACE_MS)
        self._lay_out()
        self._pace.timeout.connect(self._ask_strips)
        self.reset.clicked.connect(lambda: self._set_all(0))
        self.use.clicked.connect(lambda: self._use())
        self.more.clicked.connect(lambda: self._add_rows(SHOWN))
        explorer.map_changed.connect(self._on_map_changed)
        explorer.spot_changed.connect(self._on_spot_changed)
        self._on_map_changed()

    @property
    def rows(self) -> dict[int, WalkedDimension]:
        """The shown dimensions, counted from 0, in their order."""
        return self._rows

    def showEvent(self, event: QShowEvent) -> None:
        self._on_spot_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pace.stop()

    def _lay_out(self) -> None:
        for button in (self.use, self.reset, self.more):
            # In a dialog Enter would press it, wherever the focus is.
            button.setAutoDefault(False)
        for view in (self.before, self.after):
            view.setFixedSize(view.sizeHint())
        views = row(self.before, self.after, None)
        buttons = row(self.use, self.reset, None)
        self.setLayout(column(self.title, views, buttons, self.column, fills=self.column))
        self.column.box.setSpacing(SPACING)
        self.column.box.addWidget(self.more)
        self.column.box.addStretch(1)

    def _on_map_changed(self) -> None:
        latent_map = self._explorer.map
        size = 0 if latent_map is None else len(latent_map.kl_nats)
        if size != len(self._deviations) or latent_map is None or not self._is_in_order():
            for walked in self._rows.values():
                holder = walked.parentWidget()
                assert holder is not None
                holder.deleteLater()
            self._rows.clear()
            self._values.clear()
            self._deviations = np.zeros(size, np.float32)
            self._add_rows(SHOWN)

    def _is_in_order(self) -> bool:
        latent_map = self._explorer.map
        return (
            latent_map is not None
            and list(self._rows) == latent_map.order.tolist()[: len(self._rows)]
        )

    def _add_rows(self, count: int) -> None:
        latent_map = self._explorer.map
        if latent_map is not None:
            first = len(self._rows)
            for dimension in latent_map.order.tolist()[first : first + count]:
                self._add_row(dimension, float(latent_map.kl_nats[dimension]))
        self.more.setVisible(len(self._rows) < len(self._deviations))
        self.column.fit_width()
        self._ask()

    def _add_row(self, dimension: int, nats: float) -> None:
        holder = QWidget()
        names = column(spacing=0)
        value = text_label("", "muted")
        for label in (
            text_label(f"z{dimension + 1}", "title"),
            text_label(tr("{nats} nats", nats=number(nats, ".2f")), "muted"),
            value,
        ):
            label.setFont(tabular_font(label.font()))
            names.addWidget(label)
        value.setFixedWidth(
            value.fontMetrics().horizontalAdvance(tr("{nats} nats", nats="00.00")) + 2
        )
        names.addStretch(1)
        walked = WalkedDimension(dimension)
        walked.moved.connect(partial(self._on_moved, dimension))
        holder.setLayout(row(names, walked, fills=walked, margins=(0, 0, SPACING, 0)))
        self._rows[dimension], self._values[dimension] = walked, value
        self._show_value(dimension)
        self.column.box.insertWidget(len(self._rows) - 1, holder)

    def _on_moved(self, dimension: int) -> None:
        self._deviations[dimension] = self._rows[dimension].deviations
        self._show_value(dimension)
        self._ask()

    def _show_value(self, dimension: int) -> None:
        value = float(self._deviations[dimension])
        label = self._values[dimension]
        sign = "+" if value > 0 else ""
        label.setText(f"{sign}{signed(value, 1)} σ" if value else "")

    def _set_all(self, deviations: float) -> None:
        self._deviations[:] = deviations
        for dimension, walked in self._rows.items():
            walked.set_deviations(deviations)
            self._show_value(dimension)
        self._ask()

    def _use(self) -> None:
        if self._image is not None:
            image = self._image
            # The input's own code is moved already.
            self._set_all(0)
            self._explorer.use(image, tr("a moved digit"))

    def _on_spot_changed(self) -> None:
        spot = self._explorer.spot
        self.title.setText(tr(AROUND[spot.kind]) if spot is not None else "")
        self.before.set_image(None if spot is None else spot.image)
        self.setEnabled(spot is not None)
        self._ask()

    def _ask(self) -> None:
        """Decode the moved digit at once, and the strips at a slower pace."""
        spot, model = self._explorer.spot, self._explorer.session.model
        self.reset.setEnabled(bool(self._deviations.any()))
        if spot is None or model is None or not self.isVisible():
            return
        job = partial(latent_jobs.decode_moved, model, spot, self._deviations.copy())
        self._explorer.submit("moved", job, self._show_moved)
        if not self._pace.isActive():
            self._pace.start()

    def _ask_strips(self) -> None:
        spot, model = self._explorer.spot, self._explorer.session.model
        if spot is None or model is None:
            return
        dimensions = np.array(list(self._rows), np.int64)
        job = partial(
            walk_dimensions,
            model.generator,
            spot.code,
            spot.label,
            self._deviations.copy(),
            dimensions,
            STEPS,
        )
        shown = partial(self._show_strips, list(self._rows))
        self._explorer.submit("strips", job, shown, can_wait=True)

    def _show_moved(self, image: FloatArray) -> None:
        self._image = image
        self.after.set_image(image)

    def _show_strips(self, dimensions: list[int], images: FloatArray) -> None:
        for dimension, strip in zip(dimensions, images, strict=True):
            if dimension in self._rows:
                self._rows[dimension].set_images(strip)
