"""The base of the program's dialogs: size, layout, jobs, and the question before closing.

Tested in tests/gui/test_dialog_sizes.py.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.file_dialogs import open_modal
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, row
from desktop_cvae.workers.job_runner import JobRunner

FRAME = QSize(8, 40)
"""Size of a desktop's frame and title bar, in logical pixels."""
LEAST = QSize(300, 120)
"""Smallest size of a body that scrolls."""
LINES = (QPushButton, QLineEdit, QComboBox, QAbstractSpinBox)
MOST_STEPS = 4
CLOSE_KEY = "Ctrl+W"
UNKNOWN = mark("Something went wrong; see the log (Help ▸ Open the log folder).")


def available_size(window: QWidget) -> QSize:
    """Return the largest size of a window on its screen, without the frame."""
    return window.screen().availableSize() - FRAME


def open_at(window: QWidget, wish: QSize) -> None:
    """Resize a window to a size, bounded by its screen."""
    window.resize(wish.boundedTo(available_size(window)))


def make_room(window: QWidget, height: int) -> None:
    """Make a window higher by that many pixels, as far as the screen allows."""
    if not window.isMaximized() and not window.isFullScreen():
        most = max(window.height(), available_size(window).height())
        window.resize(window.width(), min(window.height() + height, most))


def make_close(dialog: QDialog, tip: str = "") -> QPushButton:
    """Return the button that closes a dialog: the last one of its last row, in every dialog.

    The primary button, if there is one, stands before it.
    """
    return make_button(tr("Close"), tip or tr("Close (Esc)"), on_click=dialog.close)


def close_with_key(dialog: QDialog) -> None:
    """Let Ctrl+W close a dialog, as Escape does."""
    QShortcut(QKeySequence(CLOSE_KEY), dialog, dialog.close)


def sentence_of(error: Exception) -> str:
    """Return the sentence for the user about an error."""
    return error.sentence if isinstance(error, DesktopCvaeError) else tr(UNKNOWN)


class Body(QScrollArea):
    """A scroll area that scrolls only where the screen is smaller than its content.

    Qt's own resizable area scrolls as soon as wrapped text makes the height that the content
    would like to have larger than the area.

    Args:
        content: is laid out in it.
    """

    grown = Signal()
    """The content has become larger."""

    def __init__(self, content: QLayout) -> None:
        super().__init__()
        self._inner = QWidget()
        self._inner.setObjectName("column")
        self._inner.setLayout(content)
        content.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)

    def lacking_size(self) -> QSize:
        """Return by how much the content is larger than what is seen of it."""
        self._fit()
        return (self._inner.size() - self.maximumViewportSize()).expandedTo(QSize(0, 0))

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inner.minimumSizeHint().boundedTo(LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            before = self._inner.size()
            self._fit()
            if self._inner.size().expandedTo(before) != before:
                self.grown.emit()
        return super().eventFilter(watched, event)

    def _keep_heights(self) -> None:
        """Let no line of controls be lower than its text.

        The stylesheet's ``min-height`` in pixels takes the place of their own minimum size hint.
        """
        for part in self._inner.findChildren(QWidget):
            if isinstance(part, LINES) and part.minimumHeight() < part.maximumHeight():
                least = part.sizeHint().height()
                if part.minimumHeight() != least:
                    part.setMinimumHeight(least)

    def _fit(self) -> None:
        self._keep_heights()
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        least = self._inner.minimumSizeHint()
        if least.height() > room.height():
            room.setWidth(room.width() - bar)
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        self._inner.resize(least.expandedTo(room))
        # The layout shares the height that is added among all, so that some may still be missing.
        for _ in range(MOST_STEPS):
            if not (lacking := self._lacking()):
                break
            self._inner.resize(self._inner.width(), self._inner.height() + lacking)

    def _lacking(self) -> int:
        """Return the missing height in pixels: the minimum height of wrapped text is one line."""
        layout, lacking = self._inner.layout(), 0
        if layout is None or not layout.hasHeightForWidth():
            return 0
        layout.activate()
        inner = self._inner
        parts: list[QLabel | QAbstractButton] = [*inner.findChildren(QLabel)]
        parts += inner.findChildren(QAbstractButton)
        for part in parts:
            if part.text() and part.isVisibleTo(inner):
                lacking += max(0, _least_height(part) - part.height())
        return lacking


def _least_height(part: QLabel | QAbstractButton) -> int:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.heightForWidth(part.width())
    return part.minimumSizeHint().height()


class WorkDialog(QDialog):
    """A dialog beside the window, in which one can go on drawing.

    It opens as large as its screen allows, its body scrolls where that is too small, and its
    buttons stay below. When it is closed it stops listening, its jobs are cancelled and it is
    deleted.

    Args:
        parent: the window.
        name: of the object, for tests and the stylesheet; also of its jobs' slots.
        title: in the title bar.
        runner: does its jobs; None for a dialog without any.
    """

    def __init__(
        self, parent: QWidget, name: str, title: str, runner: JobRunner | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._runner = runner
        self._slots: set[str] = set()
        self._body: Body | None = None
        self._followed: list[tuple[SignalInstance, Callable[..., object]]] = []
        close_with_key(self)
        self.finished.connect(self._leave)

    def lay_out(self, body: QLayout, buttons: QLayout | None, size: QSize) -> None:
        """Put the body above the buttons, and open so that nothing scrolls if the screen allows it.

        Args:
            body: scrolls where the screen is too small.
            buttons: the last one closes; None for that one alone.
            size: in logical pixels; larger where the texts of the language need it.
        """
        body.setSpacing(2 * SPACING)
        seen = Body(body)
        items = (seen, row(None, make_close(self)) if buttons is None else buttons)
        around = (2 * SPACING,) * 4
        self.setLayout(column(*items, fills=seen, spacing=2 * SPACING, margins=around))
        for button in self.findChildren(QPushButton):
            # In a dialog Qt lets Enter press the first button, also while a field is edited.
            button.setAutoDefault(False)
        open_at(self, size)
        self._body = seen
        # Texts have their place with the next event.
        settled = QTimer(self, singleShot=True)
        settled.timeout.connect(self._grow)
        seen.grown.connect(settled.start)

    def setVisible(self, visible: bool) -> None:
        """Grow until nothing scrolls, as far as the screen allows, before Qt chooses the place."""
        layout = self.layout()
        if visible and not self.isVisible() and layout is not None:
            # Fonts come from the stylesheet when a widget is polished, and with them its size.
            self.ensurePolished()
            layout.activate()
            self._grow()
        super().setVisible(visible)

    def _grow(self) -> None:
        if self._body is None or self.isMaximized() or self.isFullScreen():
            return
        larger = self.size() + self._body.lacking_size()
        self.resize(larger.boundedTo(available_size(self)).expandedTo(self.size()))
        if self.isVisible():
            beyond = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
            self.move(self.x(), self.y() - max(beyond, 0))

    def unsaved(self) -> str:
        """Return a sentence about what closing would lose; "" for nothing."""
        return ""

    def offer_saving(self) -> None:
        """Ask where to save."""

    def discard(self) -> None:
        """Drop the changes, so that closing asks nothing."""

    def done(self, result: int) -> None:
        """Ask first if something would be lost."""
        sentence = self.unsaved()
        if not sentence:
            super().done(result)
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(sentence)
        buttons = QMessageBox.StandardButton
        question.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        question.setDefaultButton(buttons.Save)
        question.button(buttons.Save).clicked.connect(self.offer_saving)
        question.button(buttons.Discard).clicked.connect(self._close_without)
        open_modal(question)

    def _close_without(self) -> None:
        self.discard()
        self.reject()

    def follow(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        signal.connect(slot)
        self._followed.append((signal, slot))

    def ask(
        self,
        task: Callable[[], Generator[Any, None, Any] | Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        *,
        about: str = "",
        on_progress: Callable[[Any], object] | None = None,
    ) -> None:
        """Submit a job; a newer one with the same ``about`` replaces it."""
        assert self._runner is not None
        slot = self._slot(about)
        self._slots.add(slot)
        self._runner.submit(slot, task, on_done, on_error, on_progress=on_progress)

    def withdraw(self, about: str = "") -> None:
        if self._runner is not None:
            self._runner.cancel(self._slot(about))

    def _slot(self, about: str) -> str:
        return f"{self.objectName()} {id(self)} {about}"

    def _leave(self) -> None:
        for signal, slot in self._followed:
            signal.disconnect(slot)
        if self._runner is not None:
            for job in self._slots:
                self._runner.cancel(job)
        self.deleteLater()
