"""The pages of a file as thumbnails, to open one of them or to read them all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.gui.controls import describe, make_button
from desktop_cvae.gui.theme import SPACING, current_theme
from desktop_cvae.gui.thumbnails import PIXELS_PER_POINT, centred_thumbnail
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.text_list import ListEntry, TextList
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.pictures.background import block_means
from desktop_cvae.pictures.bounded_files import shown_name
from desktop_cvae.pictures.pages import split_page
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(700, 600)
THUMBNAIL = QSize(132, 172)
"""Size of a thumbnail in logical pixels, in the proportions of paper."""
Pixels = npt.NDArray[np.uint8]


class PageDialog(WorkDialog):
    """Thumbnails of the pages; visible ones are drawn one after the other.

    Args:
        parent: the window.
        runner: draws them, one page a step, so that the pen's answers do not wait.
        path: the file.
        pages: names of its pages, at least one.

    Signals:
        page_chosen(Path): a page is to be opened.
        all_requested: all pages are to be read into a table.
    """

    page_chosen = Signal(Path)
    all_requested = Signal()

    def __init__(
        self, parent: QWidget, runner: JobRunner, path: Path, pages: tuple[str, ...]
    ) -> None:
        title = tr("Pages of {name}", name=shown_name(path))
        super().__init__(parent, "pages", title, runner)
        self._pages = pages
        self._drawn: set[int] = set()
        self._is_drawing = False
        self.list = describe(
            TextList(),
            title=tr("Pages"),
            tip=tr("Choose the page to open; Enter opens it"),
            name="page_list",
        )
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(THUMBNAIL)
        text = self.list.fontMetrics().height()
        self.list.setGridSize(THUMBNAIL + QSize(2 * SPACING, text + 3 * SPACING))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        blank = QIcon(_thumbnail(None))
        lines = [
            ListEntry(number(split_page(name)[1] or page), Path(name).name, icon=blank)
            for page, name in enumerate(pages, 1)
        ]
        self.list.entries.set_lines(lines)
        self.state = text_label(tr_n("{n} page", "{n} pages", len(pages)), "muted")
        self.all = make_button(
            tr("Read all"), tr("Read every page into a table"), on_click=self._on_all
        )
        self.open_ = make_button(
            tr("Open"), tr("Open the chosen page (Enter)"), on_click=self._on_open
        )
        self.cancel = make_button(tr("Cancel"), tr("Open no page (Esc)"), on_click=self.close)
        buttons = row(self.state, None, self.all, self.open_, self.cancel)
        self.lay_out(column(self.list), buttons, SIZE)
        self.open_.setDefault(True)
        self._connect()
        self.list.set_row(0)
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.activated.connect(lambda _: self._on_open())
        self._draw_timer = QTimer(self, singleShot=True, interval=0)
        self._draw_timer.timeout.connect(self._draw_next)
        self.list.verticalScrollBar().valueChanged.connect(self._draw_timer.start)
        self._draw_timer.start()

    def _on_open(self) -> None:
        page = Path(self._pages[max(self.list.row, 0)])
        self.close()
        self.page_chosen.emit(page)

    def _on_all(self) -> None:
        self.close()
        self.all_requested.emit()

    def _draw_next(self) -> None:
        """Draw the first visible page that is not drawn yet."""
        if self._is_drawing:
            return
        entries, seen = self.list.entries, self.list.viewport().rect()
        in_cell = QPoint(THUMBNAIL.width() // 2, THUMBNAIL.height() // 4)
        first = self.list.indexAt(seen.topLeft() + in_cell).row()
        for page in range(max(first, 0), len(self._pages)):
            if self.list.visualRect(entries.index(page)).top() > seen.bottom():
                return
            if page not in self._drawn:
                self._is_drawing = True
                self._drawn.add(page)
                job = partial(draw_small, self._pages[page])
                self.ask(job, partial(self._on_drawn, page), self._on_not_drawn)
                return

    def _on_drawn(self, page: int, pixels: Pixels) -> None:
        self._is_drawing = False
        entries = self.list.entries
        entries.change(page, replace(entries.lines[page], icon=QIcon(_thumbnail(pixels))))
        self._draw_next()

    def _on_not_drawn(self, error: Exception) -> None:
        self._is_drawing = False
        self.state.setText(sentence_of(error))
        self._draw_next()


def draw_small(name: str) -> Pixels:
    """Draw a page: uint8, (h, w), light is 255, no larger than it is shown.

    Raises:
        ImageProblem: the page cannot be read.
    """
    image = read_image(Path(name))
    height, width = image.shape
    most = THUMBNAIL * PIXELS_PER_POINT
    factor = max(-(-height // most.height()), -(-width // most.width()))
    return np.rint(255 * np.clip(block_means(image, factor), 0, 1)).astype(np.uint8)


def _thumbnail(pixels: Pixels | None) -> QPixmap:
    """Return a page in the middle of its cell, or blank paper."""
    theme = current_theme()
    if pixels is None:
        cell = QImage(THUMBNAIL * PIXELS_PER_POINT, QImage.Format.Format_ARGB32_Premultiplied)
        cell.fill(Qt.GlobalColor.transparent)
        frame = cell.rect().adjusted(8, 2, -8, -2)
    else:
        cell, frame = centred_thumbnail(pixels, THUMBNAIL)
        cell.setDevicePixelRatio(1)
    painter = QPainter(cell)
    if pixels is None:
        painter.fillRect(frame, QColor(theme.raised))
    painter.setPen(QColor(theme.border))
    painter.drawRect(frame.adjusted(0, 0, -1, -1))
    painter.end()
    cell.setDevicePixelRatio(PIXELS_PER_POINT)
    return QPixmap.fromImage(cell)
