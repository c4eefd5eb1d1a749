"""The dialog about the program: versions, and licences of its libraries."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from desktop_cvae import __version__
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.notices import LibraryNotice, all_notices
from desktop_cvae.gui.about.support import copy_report, open_log_folder
from desktop_cvae.gui.about.support_report import NOT_INSTALLED, versions
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.icons import app_icon
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, enlarge_text, fixed_font
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.text_list import ListEntry, TextList
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(880, 520)
LIST_WIDTH = 210
ICON_PX = 64
TEXT = mark(
    "Draw or open a handwritten digit and watch a conditional variational autoencoder read it by "
    "evidence, reconstruct it, write new digits, and show where they lie in its latent space. "
    "Everything runs on this computer: the program sends nothing and does not look for updates."
)
SOURCES = mark(
    "Kingma and Welling 2014 (arXiv:1312.6114), Sohn, Lee and Yan 2015; "
    "label colours by Petroff 2021 (arXiv:2107.02270); digits of the MNIST database. "
    "Apache License 2.0."
)


class AboutDialog(WorkDialog):
    """Two tabs; their content is read from the disk on the worker.

    Args:
        parent: the window.
        session: its model is named.
        runner: reads versions and licences.
    """

    def __init__(self, parent: QWidget, session: Session, runner: JobRunner) -> None:
        super().__init__(parent, "about", tr("About desktop_cvae"), runner)
        self.versions = QGridLayout()
        self.notices = TextList()
        self._found: tuple[LibraryNotice, ...] = ()
        self.text = QPlainTextEdit()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._program(session), tr("Program"))
        self.tabs.addTab(self._libraries(), tr("Libraries"))
        self.lay_out(column(self.tabs), self._buttons(session, runner), SIZE)
        self.notices.row_changed.connect(self._on_library_chosen)
        self.ask(versions, self._show_versions, self._on_failed, about="versions")
        self.ask(all_notices, self._show_notices, self._on_failed, about="notices")

    def _program(self, session: Session) -> QWidget:
        card = Card()
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))
        name = QLabel(f"desktop_cvae {__version__}")
        enlarge_text(name, 5, QFont.Weight.DemiBold)
        card.box.addLayout(row(picture, name, None, spacing=2 * SPACING))
        for text, role in ((TEXT, ""), (SOURCES, "muted")):
            label = text_label(tr(text), role, wraps=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.box.addWidget(label)
        card.add_gap()
        card.add_section(tr("Versions"))
        self.versions.setHorizontalSpacing(2 * SPACING)
        self.versions.setVerticalSpacing(4)
        self.versions.setColumnStretch(1, 1)
        self.versions.setColumnStretch(3, 1)
        card.box.addLayout(self.versions)
        model = session.model
        used = f"{model.name} ({model.spec.preset}), {model.engine.name}" if model else tr("none")
        card.box.addWidget(text_label(tr("Model in use: {used}", used=used), "muted"))
        card.box.addStretch(1)
        return card

    def _libraries(self) -> QWidget:
        self.notices.setObjectName("libraries")
        self.notices.setAccessibleName(tr("Libraries"))
        self.notices.setToolTip(tr("Libraries in this program"))
        self.notices.setFixedWidth(LIST_WIDTH)
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(tr("Licence"))
        page = QWidget()
        page.setLayout(row(self.notices, self.text, fills=self.text, margins=(0, SPACING, 0, 0)))
        return page

    def _buttons(self, session: Session, runner: JobRunner) -> QHBoxLayout:
        report = make_button(
            tr("Copy a report"),
            tr("Versions, system and the end of the log, for the person who helps you"),
            on_click=partial(copy_report, session, runner),
        )
        folder = make_button(
            tr("Open the log folder"),
            tr("Show where the log is"),
            on_click=partial(open_log_folder, session),
        )
        copy = make_button(
            tr("Copy this text"),
            tr("Copy this licence"),
            on_click=lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()),
        )
        copy.setVisible(False)
        # The second tab, whose index counts as True, has the licences.
        self.tabs.currentChanged.connect(copy.setVisible)
        close = make_button(tr("Close"), tr("Close (Esc)"), on_click=self.close)
        return row(report, folder, copy, None, close)

    def _show_versions(self, found: list[tuple[str, str]]) -> None:
        half = -(-len(found) // 2)
        for number, (name, version) in enumerate(found):
            line, column = number % half, 2 * (number // half)
            self.versions.addWidget(text_label(name, "muted"), line, column)
            label = text_label(tr(NOT_INSTALLED) if version == NOT_INSTALLED else version, "")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.versions.addWidget(label, line, column + 1)

    def _show_notices(self, found: tuple[LibraryNotice, ...]) -> None:
        self._found = found
        lines = [ListEntry(f"{one.name} {one.version}", one.licence) for one in found]
        self.notices.entries.set_lines(lines)
        self.notices.set_row(0)

    def _on_library_chosen(self, row: int) -> None:
        if row >= 0:
            notice = self._found[row]
            heading = f"{notice.name} {notice.version}\n{notice.licence}\n\n"
            self.ask(
                notice.text,
                lambda text: self.text.setPlainText(heading + text),
                self._on_failed,
                about="text",
            )

    def _on_failed(self, error: Exception) -> None:
        self.text.setPlainText(tr("This could not be read; see the log."))


def build_dialog(window: AppWindow) -> AboutDialog:
    """Return what this program is, its versions and the licences of its libraries."""
    return AboutDialog(window, window.session, window.controller.runner)
