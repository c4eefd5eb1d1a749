"""The dialog to share a web page: who may open it, its link and QR code.

Tested in tests/gui/sharing/test_sharing_command.py.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.web_address import DEFAULT_PORT
from desktop_cvae.gui.controls import make_button, make_check_box, make_line_edit, make_spin_box
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.sharing.sharing_status import (
    SERVING,
    STARTING,
    SharingRequest,
    SharingStatus,
)
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog

SIZE = QSize(600, 500)
QR_PX = 232
PORT_PX = 76
QUIET = 4
"""Width of the white margin of a QR code, in modules, as its standard requires."""
FIRST_PORT, LAST_PORT = 1024, 65535
TEXT = mark(
    "A web page on which visitors draw, read and write digits with the current model. Everything "
    "stays between the browser and this computer."
)
HERE, NETWORK = "here", "network"
FOR_ONE = mark("Only browsers on this computer can open the page.")
FOR_ALL = mark(
    "Phones, tablets and computers on your network can open it with its link or QR code."
)
WARNING = mark(
    "Anyone with the link can open the page while it is shared, and the connection is not "
    "encrypted: share it only on a network that you trust."
)
FAREWELL = mark("Sharing ends when you stop it or close this window.")


class QrCode(QLabel):
    """A QR code, black on white in every theme, because phones read no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("qr_code")
        self.setAccessibleName(tr("QR code of the link"))
        self.setToolTip(tr("Point the camera of a phone or tablet at it"))

    def show_text(self, text: str) -> None:
        """Show a text as a QR code; an empty text hides it."""
        modules = qr_modules(text) if text else None
        self.setVisible(modules is not None)
        if modules is None:
            return
        ratio = self.devicePixelRatioF()
        # A module is a whole number of pixels, so that every edge is sharp.
        side = max(1, round(QR_PX * ratio / len(modules)))
        grey = np.kron(255 * (1 - modules), np.ones((side, side), np.uint8))
        width, form = len(grey), QImage.Format.Format_Grayscale8
        pixmap = QPixmap.fromImage(QImage(grey.tobytes(), width, width, width, form))
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


def qr_modules(text: str) -> npt.NDArray[np.uint8] | None:
    """Return the modules of a text's QR code with its margin, uint8, (N, N), 1 for black.

    Returns:
        None if the library for QR codes is not installed; the link is shown all the same.
    """
    try:
        import segno
    except ImportError:
        return None
    return np.array(list(segno.make(text, micro=False).matrix_iter(border=QUIET)), np.uint8)


class SharingDialog(WorkDialog):
    """Asks who may open the page, then shows how.

    Args:
        parent: the window.
        session: the model in use.

    Signals:
        share_requested(SharingRequest): serve the page.
    """

    share_requested = Signal(object)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, "sharing", tr("Share as a web page"))
        self._session, self._status = session, SharingStatus()
        whose = ((HERE, tr("This computer")), (NETWORK, tr("My network")))
        self.who = SegmentedChoice(whose, tr("Who can open it"))
        self.who.segment(HERE).setToolTip(tr("Nobody else can reach the page"))
        self.who.segment(NETWORK).setToolTip(tr("A phone or tablet becomes the drawing pad"))
        self.who_text = text_label("", "muted", wraps=True)
        self.archive = make_check_box(
            tr("The page shows the archive and can delete from it"),
            tr("Visitors can search, open and delete earlier readings"),
        )
        self.port = make_spin_box(
            tr("Port"),
            tr("If another program uses this port, choose another one"),
            low=FIRST_PORT,
            high=LAST_PORT,
        )
        self.warning = text_label(tr(WARNING), "warning", wraps=True)
        self.link = make_line_edit(
            tr("Link of the page"), tr("Open this address in a browser"), "shared_link"
        )
        self.code = QrCode()
        self.browse = make_button(
            tr("Open in a browser"),
            tr("Show the page in this computer’s browser"),
            on_click=lambda: QDesktopServices.openUrl(QUrl(self.link.text())),
        )
        self.copy = make_button(
            tr("Copy link"),
            tr("Copy the link to the clipboard"),
            on_click=lambda: QGuiApplication.clipboard().setText(self.link.text()),
        )
        self.reminder = text_label("", "", wraps=True)
        self.message = text_label("", "muted", wraps=True)
        self.share = make_button(tr("Share"), tr("Start the page"), on_click=self._start)
        self.stop = make_button(tr("Stop sharing"), tr("Close the page for everybody"))
        self.close_button = make_button(
            tr("Close"), tr("Close (Esc); the page stays shared"), on_click=self.close
        )
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_who_chosen()

    def _lay_out(self) -> None:
        self.port.setValue(DEFAULT_PORT)
        self.port.setMinimumWidth(PORT_PX)
        self.link.setReadOnly(True)
        self.message.setFont(tabular_font(self.message.font()))
        self.share.setProperty("role", "primary")
        self.pages.addWidget(self._request_page())
        self.pages.addWidget(self._sharing_page())
        body = QVBoxLayout()
        body.addWidget(self.pages, 1)
        body.addWidget(self.message)
        self.lay_out(body, row(None, self.stop, self.share, self.close_button), SIZE)

    def _request_page(self) -> Card:
        card = Card()
        card.box.addWidget(text_label(tr(TEXT), "", wraps=True))
        card.add_gap()
        card.add_section(tr("Who can open it"))
        card.box.addLayout(row(self.who, None))
        for part in (self.who_text, self.warning):
            card.box.addWidget(part)
        card.add_gap()
        card.add_section(tr("What it shows"))
        card.box.addWidget(self.archive)
        card.box.addLayout(row(text_label(tr("Port"), ""), self.port, None))
        card.box.addStretch(1)
        return card

    def _sharing_page(self) -> Card:
        card = Card()
        card.add_section(tr("The page is shared"))
        card.box.addLayout(row(self.link, self.copy, self.browse))
        card.box.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        card.box.addSpacing(SPACING)
        card.box.addWidget(self.reminder)
        card.box.addStretch(1)
        return card

    def _connect(self) -> None:
        self.follow(self._session.model_changed, lambda: self.show_status(self._status))
        self.who.chosen.connect(self._on_who_chosen)

    def _start(self) -> None:
        is_open, shows_archive = self.who.value == NETWORK, self.archive.isChecked()
        self.share_requested.emit(SharingRequest(is_open, self.port.value(), shows_archive))

    def _on_who_chosen(self) -> None:
        is_open = self.who.value == NETWORK
        self.who_text.setText(tr(FOR_ALL) if is_open else tr(FOR_ONE))
        self.warning.setVisible(is_open)
        # Other people do not see the archive unless the user wants it.
        self.archive.setChecked(not is_open)

    def show_status(self, status: SharingStatus) -> None:
        """Show the question, or the link and the number of visitors."""
        self._status = status
        is_serving = status.phase == SERVING
        self.pages.setCurrentIndex(int(is_serving))
        self.share.setVisible(not is_serving)
        self.share.setEnabled(not status.phase and self._session.model is not None)
        self.stop.setVisible(bool(status.phase))
        self.message.setText(self._message(status))
        if is_serving and self.link.text() != status.link:
            self.code.show_text(status.link if status.is_open else "")
            who = tr(WARNING) if status.is_open else tr(FOR_ONE)
            self.reminder.setText(f"{who} {tr(FAREWELL)}")
            self.link.setText(status.link)
            self.link.setCursorPosition(0)

    def _message(self, status: SharingStatus) -> str:
        if status.phase == STARTING:
            return tr("Starting …")
        if status.phase != SERVING:
            return status.problem
        visitors = tr_n("{n} visitor", "{n} visitors", status.visitors)
        return f"{visitors} · " + tr_n("{n} answer", "{n} answers", status.answers)
