"""About, licences, reports, the log's folder, and the crash that is told of at the next start."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel
from window_desk import Desk

from desktop_cvae import __version__
from desktop_cvae.core import notices, paths
from desktop_cvae.gui.about import support_report as report_module
from desktop_cvae.gui.about.about_dialog import AboutDialog
from desktop_cvae.gui.about.support import offer_crash_report
from desktop_cvae.gui.about.support_report import report, versions, without_names
from desktop_cvae.gui.log_file import CRASH_NAME, LAST_CRASH_NAME, NAME, take_last_crash
from desktop_cvae.gui.settings import Settings, write_settings


def open_about(desk: Desk) -> AboutDialog:
    desk.window.run("about")
    dialog = desk.window.findChild(AboutDialog)
    assert dialog is not None
    desk.settle()
    return dialog


def test_versions_and_model_are_named(desk: Desk) -> None:
    dialog = open_about(desk)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert f"desktop_cvae {__version__}" in told
    for name in ("Python", "Qt", "PySide6", "numpy", "onnxruntime", "Pillow", "matplotlib"):
        assert name in told
    assert any(text.startswith("Model in use: studio") for text in told)
    assert dict(versions())["TensorFlow"] == notices.version_of("tensorflow-cpu")
    dialog.close()


def test_every_library_has_its_licence_shown(desk: Desk) -> None:
    dialog = open_about(desk)
    dialog.tabs.setCurrentIndex(1)
    names = dialog.notices.texts
    assert names == sorted(names, key=str.lower)
    row = next(row for row, name in enumerate(names) if name.startswith("numpy "))
    dialog.notices.set_row(row)
    desk.settle()
    text = dialog.text.toPlainText()
    assert "NumPy Developers" in text
    assert text.startswith(names[row])
    dialog.close()


def test_no_library_is_without_a_licence() -> None:
    found = {notice.name.lower(): notice for notice in notices.all_notices()}
    for name in ("python", "pyside6_essentials", "pillow", "matplotlib", "onnxruntime", "numpy"):
        assert found[name].licence or found[name].files, name
        assert found[name].version
    # What the libraries need in turn is there too.
    assert "urllib3" in found
    without = [name for name, one in found.items() if not one.files and not one.licence]
    assert without == []


def test_a_package_has_its_licences_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "licences" / "numpy"
    folder.mkdir(parents=True)
    (folder / "about.txt").write_text("numpy 2.9.9\nBSD-3-Clause\nhttps://numpy.org\n")
    (folder / "LICENSE.txt").write_text("All of it.")
    (tmp_path / "licences" / "Python").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "desktop-cvae"))
    found = notices.all_notices()
    assert [(one.name, one.version) for one in found] == [("numpy", "2.9.9"), ("Python", "")]
    assert found[0].licence == "BSD-3-Clause"
    assert found[0].text() == "All of it."
    assert notices.version_of("numpy") == "2.9.9"
    assert notices.version_of("matplotlib") == ""


@pytest.fixture
def logged(home: Path) -> Path:
    folder = paths.log_dir()
    folder.mkdir(parents=True)
    user = Path.home()
    lines = [f"line {n}: “{user}/secret/{n}.png” and {home}/models" for n in range(300)]
    (folder / NAME).write_text("\n".join([*lines, "in /home/anna/x and C:\\Users\\Anna\\y"]))
    (folder / CRASH_NAME).write_text("Fatal Python error: Segmentation fault")
    return folder


def test_a_report_names_nobody(logged: Path, home: Path) -> None:
    write_settings(
        paths.settings_file(),
        Settings("dark", "my model", folder="/private/place", recent=("/private/7.png",)),
    )
    assert take_last_crash(logged)
    text = report(["Screen 1920×1080, scale 2"], "conv_cvae, engine onnx")
    assert f"desktop_cvae {__version__}" in text
    assert "Segmentation fault" in text
    assert "theme: dark" in text
    assert "Screen 1920×1080, scale 2" in text
    assert "line 299" in text
    assert "line 100:" not in text
    for private in (str(Path.home()), str(home), "anna", "Anna", "private", "my model"):
        assert private not in text


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe"])
def test_a_report_of_broken_settings(home: Path, content: bytes) -> None:
    path = paths.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert "## Versions" in report([], "none")


def test_a_users_folder_elsewhere_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_module.getpass, "getuser", lambda: "berta")
    assert without_names("/media/berta/stick") == "/media/user/stick"
    assert without_names("alberta") == "alberta"


def test_a_report_is_copied_and_can_be_read_first(desk: Desk, logged: Path) -> None:
    desk.window.run("copy_report")
    desk.settle()
    copied = QGuiApplication.clipboard().text()
    assert "## System" in copied
    assert "preset" not in copied
    assert desk.notices[-1].details == copied


def test_the_folder_is_shown_or_named(
    desk: Desk, logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: object) -> bool:
        asked.append(url.toLocalFile())  # type: ignore[attr-defined]
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    desk.window.run("log_folder")
    assert asked == [str(logged)]
    assert not desk.notices
    desk.window.run("log_folder")
    assert str(logged) in desk.notices[-1].sentence
    desk.notices[-1].actions[0].run()
    assert QGuiApplication.clipboard().text() == str(logged)


def test_a_crash_is_told_of_once(desk: Desk, logged: Path) -> None:
    assert take_last_crash(logged)
    assert not take_last_crash(logged)
    assert (logged / LAST_CRASH_NAME).is_file()
    offer_crash_report(desk.session, desk.runner)
    actions = {action.text: action for action in desk.notices[-1].actions}
    assert list(actions) == ["Copy the report", "Open the folder", "Dismiss"]
    actions["Copy the report"].run()
    desk.settle()
    assert "Segmentation fault" in QGuiApplication.clipboard().text()


def test_no_crash_is_no_crash(tmp_path: Path) -> None:
    assert not take_last_crash(tmp_path / "nowhere")
    (tmp_path / CRASH_NAME).touch()
    assert not take_last_crash(tmp_path)


def test_the_menu_has_them(desk: Desk) -> None:
    names = {action.objectName() for action in desk.window.findChildren(QAction)}
    assert {"action_open_the_log_folder", "action_copy_a_report"} <= names
