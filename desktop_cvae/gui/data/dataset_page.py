"""The page of one data set: pictures, counts, origin, removal.

In place of its pictures, MNIST shows its download until it is there.

Tested in tests/gui/data/test_data_dialog.py.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.command_events import Event, StepsDone
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import make_button, make_progress_bar
from desktop_cvae.gui.data.data_fields import message_label, show_message
from desktop_cvae.gui.data.data_jobs import DataRow
from desktop_cvae.gui.data.preview_pane import PreviewPane
from desktop_cvae.gui.theme import SPACING, enlarge_text, tabular_font
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.workers.command_process import CommandProcess

MEGABYTE = 1e6
WIDTH_PX = 420
ABOUT = mark(
    "MNIST is not on this computer.\n\nIts 70,000 digits are downloaded once (11.6 MB) and "
    "checked. The program trains and measures with them."
)
CANCELLED = mark(
    "Cancelled; the downloaded part is kept, and the next download continues from there."
)


class DownloadPane(QWidget):
    """Starts the download of MNIST; shows a bar and a button to cancel while it runs.

    Signals:
        progressed(str): a short line about the progress; empty at the end.
        ended: the download succeeded, failed or was cancelled.

    Args:
        process: downloads the files.
    """

    progressed = Signal(str)
    ended = Signal()

    def __init__(self, process: CommandProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = process
        self.start = make_button(
            tr("Download MNIST"),
            tr("Download its four files (11.6 MB) and check their SHA-256"),
            on_click=self._start,
        )
        self.cancel = make_button(
            tr("Cancel"),
            tr("Stop the download; the downloaded part is kept"),
            on_click=self._cancel,
        )
        self.bar = make_progress_bar(tr("Download of MNIST"))
        self.about = text_label(tr(ABOUT), "muted", wraps=True)
        self.status = message_label("muted")
        self.status.setFont(tabular_font(self.font()))
        for label in (self.about, self.status):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        process.event_received.connect(self._on_event)
        process.finished.connect(self._on_finished)
        self._show_running(False)

    def _lay_out(self) -> None:
        buttons = row(None, self.start, self.cancel, None)
        box = column(self.about, self.bar, self.status, buttons, spacing=2 * SPACING)
        box.insertStretch(0, 2)
        box.addStretch(3)
        middle = QWidget()
        middle.setLayout(box)
        middle.setMaximumWidth(WIDTH_PX)
        across = row(None, middle, None)
        across.setStretch(1, 8)
        self.setLayout(across)

    def offer(self, part: int, obstacle: str) -> None:
        """Offer to start or to continue the download.

        Args:
            part: bytes that an interrupted download has left.
            obstacle: why it cannot be downloaded, or an empty text.
        """
        self.start.setEnabled(not obstacle)
        self.start.setDefault(not obstacle)
        self.start.setText(tr("Continue the download") if part else tr("Download MNIST"))
        if obstacle:
            self._say(obstacle, "warning")
        elif part and not self.status.text():
            self._say(tr("{size} MB are already here.", size=number(part / MEGABYTE, ".1f")))

    def _start(self) -> None:
        self.bar.setRange(0, 0)
        self._say(tr("Looking for a server …"))
        self._show_running(True)
        self.progressed.emit(tr("downloading …"))
        self._process.start(["data", "download", "mnist"])

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._say(tr("Cancelling …"))
        self._process.stop()

    def _on_event(self, event: Event) -> None:
        if self._process.is_stopped or not isinstance(event, StepsDone):
            return
        done, total = event.done, event.total
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        percent = f"{100 * done // max(1, total)} %"
        self._say(
            tr(
                "{done} of {total} MB · {percent}",
                done=number(done / MEGABYTE, ".1f"),
                total=number(total / MEGABYTE, ".1f"),
                percent=percent,
            )
        )
        self.progressed.emit(tr("downloading · {percent}", percent=percent))

    def _on_finished(self, sentence: str, details: str) -> None:
        self._show_running(False)
        if sentence:
            self._say(sentence, "warning")
        else:
            self._say(tr(CANCELLED) if self._process.is_stopped else "")
        self.status.setToolTip(details)
        self.progressed.emit("")
        self.ended.emit()

    def _show_running(self, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.cancel.setEnabled(is_running)
        self.start.setVisible(not is_running)

    def _say(self, text: str, role: str = "muted") -> None:
        show_message(self.status, text, role)
        self.status.setToolTip("")


class DatasetPage(QWidget):
    """Shows a :class:`DataRow` and its preview.

    Signals:
        removal_requested(str): the user has confirmed the removal of this data set.

    Args:
        process: downloads MNIST.
    """

    removal_requested = Signal(str)

    def __init__(self, process: CommandProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: DataRow | None = None
        self.title = ElidedLabel("title")
        enlarge_text(self.title, 3)
        self.facts = text_label("", "muted", wraps=True)
        self.facts.setFont(tabular_font(self.font()))
        self.origin = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        self.preview = PreviewPane()
        self.download = DownloadPane(process)
        self.problem = message_label("warning")
        self.remove = make_button(
            tr("Delete…"),
            tr("Delete this data set from your computer"),
            on_click=partial(self._ask, True),
        )
        self.question = message_label("")
        self.keep = make_button(
            tr("Keep it"), tr("Keep the data set"), on_click=partial(self._ask, False)
        )
        self.confirm = make_button(
            tr("Delete it"), tr("Delete it permanently"), on_click=self._on_confirmed
        )
        self._lay_out()
        self._ask(False)

    @property
    def shown(self) -> str:
        """Name of the shown data set."""
        return self._row.name if self._row else ""

    def show_row(self, dataset: DataRow) -> None:
        """Show another data set; its preview comes later."""
        self._row = dataset
        self.title.say(dataset.name)
        self.facts.setText(dataset.facts)
        self.origin.say(dataset.origin)
        self.origin.setVisible(bool(dataset.origin))
        self.problem.hide()
        self.download.setVisible(not dataset.is_here)
        self.preview.setVisible(dataset.is_here)
        self.download.offer(dataset.part, dataset.obstacle)
        self.preview.show_preview(None, tr("Reading …"))
        self._ask(False)

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        if self.preview.grid.count == 0:
            self.preview.show_preview(None)

    def _lay_out(self) -> None:
        box = column(self.title, self.facts, self.origin, SPACING, spacing=SPACING // 2)
        # Only one of the two is visible.
        box.addWidget(self.preview, 1)
        box.addWidget(self.download, 1)
        box.addWidget(self.problem)
        box.addSpacing(SPACING // 2)
        buttons = (self.remove, self.keep, self.confirm)
        box.addLayout(row(self.question, *buttons, fills=self.question))
        self.setLayout(box)

    def _ask(self, is_asking: bool) -> None:
        has_own = self._row is not None and not self._row.is_mnist
        self.question.setText(
            tr("Permanently delete “{name}”?", name=self.shown) if is_asking else ""
        )
        self.remove.setVisible(has_own and not is_asking)
        for button in (self.keep, self.confirm):
            button.setVisible(is_asking)
        if is_asking:
            self.keep.setFocus()

    def _on_confirmed(self) -> None:
        self._ask(False)
        self.removal_requested.emit(self.shown)
