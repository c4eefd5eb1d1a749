"""In place of MNIST's pictures, while it is not here: its download."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_cvae.gui.data.quiet_button import quiet_button
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.workers.download_process import DownloadProcess

MEGABYTE = 1e6
WIDTH_PX = 420
ABOUT = (
    "MNIST is not on this computer.\n\nIts 70,000 digits are downloaded once (11.6 MB) and "
    "checked. The program trains and measures with them."
)
CANCELLED = "Cancelled; what has come is kept, and the next download goes on from there."


class DownloadPane(QWidget):
    """A button to start; while it runs a bar and a button to cancel.

    Signals:
        progressed(str): a short line on how far it is; empty when it has ended.
        ended: it went well, failed or was cancelled.

    Args:
        process: fetches the files.
    """

    progressed = Signal(str)
    ended = Signal()

    def __init__(self, process: DownloadProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._process = process
        fetch = "Fetch its four files, 11.6 MB, checked by their SHA-256"
        self.start = quiet_button("Download MNIST", fetch)
        hold = "Hold the download; what has come is kept for the next time"
        self.cancel = quiet_button("Cancel", hold)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Download of MNIST")
        self.about = text_label(ABOUT, "muted")
        self.told = text_label("", "muted")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setFont(tabular_font(self.font()))
        for label in (self.about, self.told):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.start.clicked.connect(self._on_start_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        process.progressed.connect(self._on_progress)
        process.finished.connect(self._on_finished)
        self._show_running(False)

    def _lay_out(self) -> None:
        box = QVBoxLayout()
        box.setSpacing(2 * SPACING)
        box.addStretch(2)
        box.addWidget(self.about)
        box.addWidget(self.bar)
        box.addWidget(self.told)
        box.addLayout(row(None, self.start, self.cancel, None))
        box.addStretch(3)
        middle = QWidget()
        middle.setLayout(box)
        middle.setMaximumWidth(WIDTH_PX)
        across = row(None, middle, None)
        across.setStretch(1, 8)
        self.setLayout(across)

    def offer(self, part: int, obstacle: str) -> None:
        """Say what can be done.

        Args:
            part: bytes that a broken-off download has left.
            obstacle: why nothing can be, or an empty text.
        """
        self.start.setEnabled(not obstacle)
        self.start.setDefault(not obstacle)
        self.start.setText("Go on with the download" if part else "Download MNIST")
        if obstacle:
            self._tell(obstacle, "warning")
        elif part and not self.told.text():
            self._tell(f"{part / MEGABYTE:.1f} MB of it are here already.")

    def _on_start_clicked(self) -> None:
        self.bar.setRange(0, 0)
        self._tell("Looking for a server …")
        self._show_running(True)
        self.progressed.emit("downloading …")
        self._process.start()

    def _on_cancel_clicked(self) -> None:
        self.cancel.setEnabled(False)
        self._tell("Cancelling …")
        self._process.cancel()

    def _on_progress(self, done: int, total: int) -> None:
        if self._process.is_cancelled:
            return
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        percent = f"{100 * done // max(1, total)} %"
        self._tell(f"{done / MEGABYTE:.1f} of {total / MEGABYTE:.1f} MB · {percent}")
        self.progressed.emit(f"downloading · {percent}")

    def _on_finished(self, sentence: str, details: str) -> None:
        self._show_running(False)
        if sentence:
            self._tell(sentence, "warning")
        else:
            self._tell(CANCELLED if self._process.is_cancelled else "")
        self.told.setToolTip(details)
        self.progressed.emit("")
        self.ended.emit()

    def _show_running(self, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.cancel.setEnabled(is_running)
        self.start.setVisible(not is_running)

    def _tell(self, text: str, role: str = "muted") -> None:
        self.told.setText(text)
        self.told.setToolTip("")
        if self.told.property("role") != role:
            self.told.setProperty("role", role)
            self.told.style().polish(self.told)
