"""Sharing: who may open the page, its link and code, its visitors in the status line."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QGuiApplication
from window_desk import Desk

from desktop_cvae.gui.qimage_arrays import grey_array
from desktop_cvae.gui.sharing.sharing_command import SharingCommand
from desktop_cvae.gui.sharing.sharing_dialog import QrCode, SharingDialog
from desktop_cvae.gui.sharing.sharing_status import SERVING, SharingRequest

PLAYER = Path(__file__).parents[2] / "workers" / "server_player.py"


@pytest.fixture
def shared(desk: Desk) -> SharingCommand:
    """A window's own, whose server a script plays."""
    desk.window.sharing.process.program = [sys.executable, str(PLAYER), "well"]
    return desk.window.sharing


def dialog_of(desk: Desk) -> SharingDialog:
    desk.window.run("share")
    return desk.window.findChildren(SharingDialog)[-1]


def _seen(code: QrCode) -> npt.NDArray[np.uint8]:
    """The modules of a code as it is shown, 1 for black."""
    black = grey_array(code.pixmap().toImage()) < 0.5
    # The finders' outer frame is seven modules wide, and begins after four of white.
    side = int(np.flatnonzero(black.any(1))[0]) // 4
    return black[side // 2 :: side, side // 2 :: side].astype(np.uint8)


def serve(desk: Desk, shared: SharingCommand, dialog: SharingDialog) -> None:
    dialog.share.click()
    desk.qtbot.waitUntil(lambda: shared.status.visitors == 2)


def test_a_page_for_this_computer_has_no_code(desk: Desk, shared: SharingCommand) -> None:
    dialog = dialog_of(desk)
    serve(desk, shared, dialog)
    assert dialog.link.text() == "http://127.0.0.1:8470/"
    assert not dialog.code.isVisibleTo(dialog)
    assert dialog.message.text() == "2 visitors · 41 answers"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.link.text()
    shared.shut_down()


def test_a_page_for_the_network_warns_and_has_a_code(desk: Desk, shared: SharingCommand) -> None:
    segno = pytest.importorskip("segno")
    dialog = dialog_of(desk)
    assert not dialog.warning.isVisibleTo(dialog)
    dialog.who.segment("network").click()
    assert dialog.warning.isVisibleTo(dialog)
    serve(desk, shared, dialog)
    link = "http://192.168.1.20:8470/?token=secret"
    assert dialog.link.text() == link
    assert dialog.code.isVisibleTo(dialog)
    assert np.array_equal(_seen(dialog.code), list(segno.make(link).matrix_iter(border=4)))
    assert "not encrypted" in dialog.reminder.text()
    shared.shut_down()


def test_others_see_the_archive_only_when_asked_for(desk: Desk, shared: SharingCommand) -> None:
    dialog = dialog_of(desk)
    assert dialog.archive.isChecked()
    dialog.who.segment("network").click()
    assert not dialog.archive.isChecked()
    request = SharingRequest(is_open=True, port=9000, shows_archive=False)
    assert request.arguments("studio") == [
        *("serve", "--host", "0.0.0.0", "--port", "9000", "--model", "studio", "--no-archive")
    ]


def test_it_serves_on_without_the_dialog_and_ends_with_the_window(
    desk: Desk, shared: SharingCommand
) -> None:
    dialog = dialog_of(desk)
    serve(desk, shared, dialog)
    dialog.close()
    chip = desk.window.status.sharing
    assert chip.isVisibleTo(desk.window)
    assert chip.text() == "Shared · 2 visitors"
    chip.click()
    assert desk.window.findChildren(SharingDialog)[-1].link.text() == "http://127.0.0.1:8470/"
    desk.window.shut_down()
    assert not shared.process.is_running
    assert not chip.isVisibleTo(desk.window)


def test_a_problem_is_told_in_the_dialog_and_the_window(desk: Desk, shared: SharingCommand) -> None:
    shared.process.program[-1] = "taken"
    dialog = dialog_of(desk)
    dialog.share.click()
    desk.qtbot.waitUntil(lambda: bool(desk.notices))
    assert dialog.message.text() == "Port 8470 is taken; choose another."
    assert dialog.share.isEnabled()
    assert shared.status.phase != SERVING
