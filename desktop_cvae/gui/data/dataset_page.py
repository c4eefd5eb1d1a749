"""One data set: pictures, counts, where it came from; download or removal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cvae.gui.data.download_pane import DownloadPane
from desktop_cvae.gui.data.elided_label import ElidedLabel
from desktop_cvae.gui.data.preview_pane import PreviewPane
from desktop_cvae.gui.data.quiet_button import quiet_button
from desktop_cvae.gui.data.values import DataRow, Preview
from desktop_cvae.gui.style import sized
from desktop_cvae.gui.theme import SPACING, Theme, tabular_font
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.workers.download_process import DownloadProcess


class DatasetPage(QWidget):
    """Shows a :class:`DataRow` and its preview.

    Signals:
        removal_wanted(str): the user has confirmed that this data set shall go.

    Args:
        theme: the colours.
        process: fetches MNIST.
    """

    removal_wanted = Signal(str)

    def __init__(
        self, theme: Theme, process: DownloadProcess, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row: DataRow | None = None
        self.title = ElidedLabel("title")
        self.title.setFont(sized(self.font(), 3))
        self.facts = text_label("", "muted")
        self.facts.setFont(tabular_font(self.font()))
        self.facts.setWordWrap(True)
        self.origin = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        self.preview = PreviewPane(theme)
        self.download = DownloadPane(process)
        self.problem = text_label("", "warning")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.remove = quiet_button("Remove…", "Delete this data set from your computer")
        self.question = text_label("", "")
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.keep = quiet_button("Keep it", "Remove nothing")
        self.confirm = quiet_button("Remove it", "Delete it for good")
        self._lay_out()
        self.remove.clicked.connect(lambda: self._ask(True))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.confirm.clicked.connect(self._on_confirmed)
        self._ask(False)

    @property
    def shown(self) -> str:
        """The name of the data set that is shown."""
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
        self.preview.show_preview(None, "Reading …")
        self._ask(False)

    def show_preview(self, preview: Preview) -> None:
        """Show its pictures."""
        self.preview.show_preview(preview)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong with it."""
        self.problem.setText(sentence)
        self.problem.show()
        if self.preview.grid.count == 0:
            self.preview.show_preview(None)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.preview.set_theme(theme)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACING // 2)
        box.addWidget(self.title)
        box.addWidget(self.facts)
        box.addWidget(self.origin)
        box.addSpacing(SPACING)
        box.addWidget(self.preview, 1)
        box.addWidget(self.download, 1)
        box.addWidget(self.problem)
        box.addSpacing(SPACING // 2)
        footer = row(self.question, self.remove, self.keep, self.confirm)
        footer.setStretch(0, 1)
        box.addLayout(footer)

    def _ask(self, is_asking: bool) -> None:
        has_own = self._row is not None and not self._row.is_mnist
        self.question.setText(f"Remove “{self.shown}” for good?" if is_asking else "")
        self.remove.setVisible(has_own and not is_asking)
        for button in (self.keep, self.confirm):
            button.setVisible(is_asking)
        if is_asking:
            self.keep.setFocus()

    def _on_confirmed(self) -> None:
        self._ask(False)
        self.removal_wanted.emit(self.shown)
