"""The composition root of the window: builds the parts, connects them, shuts them down in order.

Before that it makes sure of a screen, because Qt would abort the process without one. SIGINT and
SIGTERM become Qt signals, so that Ctrl+C and a polite kill close the window.
"""

from __future__ import annotations

import ctypes
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_cvae.core import operating_system, paths
from desktop_cvae.core.errors import EnvironmentProblem, InputOutputError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.operating_system import ending_signals, local_socket_answers
from desktop_cvae.gui.about.support import offer_crash_report
from desktop_cvae.gui.accessibility import speak_for_painted_widgets
from desktop_cvae.gui.controller import DEFAULT_MODEL, Controller
from desktop_cvae.gui.log_file import (
    catch_the_rest,
    crash_report,
    log_qt_messages,
    start_log,
    stop_log,
    take_last_crash,
)
from desktop_cvae.gui.main_window import LOOK_MS, TITLE, MainWindow
from desktop_cvae.gui.model_source import LibrarySource
from desktop_cvae.gui.screenshot import Screenshot
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import Settings, read_settings, write_settings
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.gui.widgets.focus_ring import FocusRings
from desktop_cvae.workers.garbage_collection import GarbageCollection
from desktop_cvae.workers.job_runner import JobRunner
from desktop_cvae.workers.language_selection import VARIABLE, speak_in_qt

if TYPE_CHECKING:
    from desktop_cvae.gui.archive.archive_writer import ArchiveWriter
    from desktop_cvae.gui.session_restore import SessionSaver

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
PLUGIN = Path("platforms", "libqxcb.so")
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 (where X servers listen)
SIGNALS = ending_signals()
SAFE = Settings(theme="light", keeps_recent=False)
SAFE_MODE = mark(
    "Safe mode: the program starts as if for the first time, and your own settings are not changed."
)
_log = logging.getLogger(__name__)


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Make sure that a window can be shown.

    Raises:
        EnvironmentProblem: there is no display, or it does not answer.
    """
    if operating_system.SYSTEM != "linux" or _names_other_platform(environment):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise EnvironmentProblem(
            tr(
                "There is no display to show the window on; set DISPLAY, or use “--screenshot” or "
                "one of the commands that “desktop-cvae --help” lists."
            )
        )
    _require_plugin()
    match = _LOCAL.fullmatch(display)
    if match and not _answers(int(match[1])):
        raise EnvironmentProblem(
            tr(
                "The display “{display}” does not answer; set DISPLAY to one that does.",
                display=display,
            )
        )


def _names_other_platform(environment: Mapping[str, str]) -> bool:
    platform = environment.get("QT_QPA_PLATFORM", "")
    return bool(platform) and not platform.startswith(("xcb", "wayland"))


def _require_plugin() -> None:
    """Load Qt's X11 plugin to see if it works: Qt itself would abort."""
    candidates = [Path(folder) / PLUGIN for folder in QCoreApplication.libraryPaths()]
    try:
        ctypes.CDLL(str(next(filter(Path.is_file, candidates), PLUGIN)))
    except OSError as error:
        library = str(error).partition(":")[0]
        raise EnvironmentProblem(
            tr(
                "Qt cannot show a window because this system lacks “{library}”; install it (on "
                "Debian and Ubuntu: “apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
                "libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0”).",
                library=library,
            ),
            str(error),
        ) from error


def _answers(number: int) -> bool:
    """Return True if the X server's socket answers, in the file system or as an abstract one."""
    path = str(SOCKETS / f"X{number}")
    return any(map(local_socket_answers, (path, "\0" + path)))


class Interruption(QObject):
    """Wakes Qt's event loop when a signal arrives.

    Python runs a signal's handler only between two of its own instructions, of which
    there are none while Qt waits. Its wake-up socket is written to at once, though,
    and Qt watches that.

    Signals:
        interrupted(int): the exit code, 128 + the signal's number.
    """

    interrupted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        read = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._reading.fileno(), read, self)
        self._notifier.activated.connect(self._on_activated)
        self._old_fd = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._old = {number: signal.signal(number, _do_nothing) for number in SIGNALS}

    def restore(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    def _on_activated(self) -> None:
        # Python writes each signal's number as one byte.
        for number in self._reading.recv(16):
            if number in SIGNALS:
                self.interrupted.emit(128 + number)


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """Do nothing: the socket wakes the loop; without a handler the process would end."""


def run_window(
    image: Path | None,
    model: str | None,
    screenshot: Path | None,
    *,
    safe_mode: bool = False,
    many: Sequence[Path] = (),
    preparation: str = "",
) -> int:
    """Show the window until it is closed.

    Args:
        image: a picture to open at once.
        model: a model's name or file; None for the one used last.
        screenshot: save what the window looks like after its first answer, and end.
        safe_mode: as at a first start; settings are neither read nor written.
        many: pictures and folders to be read into a table.
        preparation: what the picture is to be taken for; "" lets the evidence decide.

    Returns:
        The exit code: 0; 5 if the screenshot could not be made; 130 or 143 if interrupted.

    Raises:
        EnvironmentProblem: there is no display.
    """
    if screenshot is not None and not os.environ.get("QT_QPA_PLATFORM"):
        _fall_back_to_no_screen()
    require_display()
    log = start_log(paths.log_dir())
    log_qt_messages()
    has_crashed = screenshot is None and take_last_crash(paths.log_dir())
    try:
        with crash_report(paths.log_dir()):
            application = Application(image, model, screenshot, safe_mode=safe_mode)
            application.session.set_preparation(preparation)
            if has_crashed:
                application.tell_of_crash()
            if many:
                application.window.read_many(many)
            return application.run()
    finally:
        sys.excepthook = sys.__excepthook__
        stop_log(log)


class Application:
    """Everything that lives as long as the window, in the order in which it is made.

    Args:
        image: a picture to open at once.
        model: a model's name or file; None for the one used last.
        screenshot: save what the window looks like after its first answer, and end.
        safe_mode: as at a first start; settings are neither read nor written.

    Attributes:
        session: the window's state.
        window: not yet shown.
    """

    def __init__(
        self,
        image: Path | None,
        model: str | None,
        screenshot: Path | None,
        *,
        safe_mode: bool = False,
    ) -> None:
        self._exit_code, self._restarts = 0, False
        self._keeps_settings = screenshot is None and not safe_mode
        # Every position of the pen, even on a busy machine: otherwise fast strokes have corners.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
        # Without our arguments, some of which Qt would take for its own.
        self._app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(self._app, QApplication)
        self._app.setApplicationName(TITLE)
        # Otherwise Qt appends the application's name to the title of every window.
        self._app.setApplicationDisplayName("")
        # By it Wayland finds the window's icon.
        self._app.setDesktopFileName(paths.APP)
        speak_in_qt(self._app)
        GarbageCollection(self._app)
        if safe_mode:
            self._settings, complaint = SAFE, ""
        else:
            self._settings, complaint = read_settings(paths.settings_file())
        self.session = Session()
        self._runner = JobRunner()
        self._controller = Controller(self.session, self._runner, LibrarySource())
        # First, so that the worker loads the model while the window is being built.
        self._load_model(model)
        self._appearance = Appearance(self._app, self._settings.theme, self._settings.text_scale)
        speak_for_painted_widgets()
        FocusRings(self._app)
        self.window = MainWindow(
            self.session,
            self._controller,
            self._appearance,
            self._settings,
            safe_mode=safe_mode,
        )
        self._interruption = Interruption()
        self._interruption.interrupted.connect(self._on_interrupted)
        self.window.closed.connect(self._app.quit)
        self.window.restart_requested.connect(self._on_restart_requested)
        self.window.preferences.changed.connect(self._save_settings_soon)
        catch_the_rest(self._on_uncaught)
        if complaint:
            self.session.raise_notice(complaint)
        if safe_mode:
            self.session.raise_notice(tr(SAFE_MODE), is_warning=False)
        # Whoever opens a picture at the start knows what to do.
        is_known = image is not None or self._settings.tour_seen
        self._offers_tour = self._keeps_settings and not is_known
        self._session_saver: SessionSaver | None = None
        self._brings_image = image is not None
        self._archive_writer: ArchiveWriter | None = None
        if self._keeps_settings:
            QTimer.singleShot(LOOK_MS, self.window, self._prepare_archiving)
        if screenshot is not None:
            self._take_screenshot(screenshot, needs_answer=image is not None)
        if image is not None:
            self.window.opening.open_file(image)
        QTimer.singleShot(0, self.window, self._on_started)

    def tell_of_crash(self) -> None:
        """Offer the report of a crash that the last run left behind."""
        offer_crash_report(self.session, self._runner)

    def run(self) -> int:
        """Show the window, wait until it is closed, shut down."""
        self.window.show()
        assert self._app is not None
        self._app.exec()
        # The window goes at once; shutting down and saving may take a moment.
        self.window.hide()
        self.window.shut_down()
        self._save_settings()
        if self._session_saver is not None:
            self._session_saver.close()
        if self._keeps_settings and self._archive_writer is None and self.session.reply is not None:
            # The window was closed before the archive was prepared.
            self._begin_archiving()
        if self._archive_writer is not None:
            self._archive_writer.close()
        self._runner.stop()
        self._interruption.restore()
        if self._restarts:
            start_again()
        return self._exit_code

    def _begin_saving_session(self) -> None:
        from desktop_cvae.gui.session_restore import SessionSaver

        window, restores = self.window, not self._brings_image
        self._session_saver = SessionSaver(
            window.restorer, self.session, window.notice, restores=restores, parent=window
        )
        self._session_saver.nothing_restored.connect(window.show_example)
        # What the window starts with is answered before matplotlib is imported.
        self._session_saver.started.connect(self._controller.load_plotting)

    def _prepare_archiving(self) -> None:
        """Import the database once the window is visible."""
        begin = self._begin_archiving
        self._runner.submit("archiving", _import_archive_writer, begin, _ignore, can_wait=True)

    def _begin_archiving(self, _: object = None) -> None:
        from desktop_cvae.gui.archive.archive_writer import ArchiveWriter
        from desktop_cvae.library.reading_archive import Archive

        window = self.window
        self._archive_writer = ArchiveWriter(
            self.session,
            window.input.canvas,
            window.several,
            window.preferences,
            Archive(paths.archive_file()),
            window,
        )

    def _load_model(self, requested: str | None) -> None:
        name = requested or self._settings.wished_model
        kind = "onnx" if requested else self._settings.engine
        fallback = DEFAULT_MODEL if (name, kind) != (DEFAULT_MODEL, "onnx") else ""
        self._controller.load_model(name, kind, fallback)

    def _on_started(self) -> None:
        self._controller.list_models()
        if not self._keeps_settings:
            self._controller.load_plotting()
        # A notice that is shown already is more important.
        if self._offers_tour and self.window.notice.notice is None:
            self.window.offer_tour()
        if self._keeps_settings:
            # Once the window is on its way to the screen.
            QTimer.singleShot(0, self.window, self._begin_saving_session)

    def _take_screenshot(self, path: Path, *, needs_answer: bool) -> None:
        taking = Screenshot(self.window, self.session, path, needs_answer=needs_answer)
        taking.ended.connect(self._on_screenshot_ended)

    def _on_screenshot_ended(self, problem: str) -> None:
        if problem:
            sys.stderr.write(f"desktop-cvae: {problem}\n")
            self._exit_code = InputOutputError.exit_code
        self.window.close()

    def _on_restart_requested(self) -> None:
        # A training is asked about first; then the window may stay.
        self._restarts = self.window.close()

    def _on_interrupted(self, exit_code: int) -> None:
        self._exit_code = exit_code
        # A signal asks to end: no question about a running training.
        self.window.shut_down()
        self.window.close()

    def _on_uncaught(self, error: BaseException) -> None:
        details = "".join(traceback.format_exception(error))
        self.session.raise_notice(
            tr("Something went wrong; see the log (Help ▸ Open the log folder)."), details
        )

    def _save_settings_soon(self) -> None:
        """Save the settings now, in case the program does not end normally."""
        if self._keeps_settings:
            job = partial(write_settings, paths.settings_file(), self.window.remembered())
            self._runner.submit("settings", job, _ignore, _ignore, can_wait=True)

    def _save_settings(self) -> None:
        if not self._keeps_settings:
            return
        try:
            write_settings(paths.settings_file(), self.window.remembered())
        except InputOutputError as error:
            _log.warning("The settings were not saved: %s", error)


def _import_archive_writer() -> None:
    import desktop_cvae.gui.archive.archive_writer  # noqa: F401


def _ignore(_: object) -> None:
    """Ignore an error that the log already has: settings and archive are extras."""


def start_again() -> None:
    """Restart the program, in the chosen language."""
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    subprocess.Popen(
        paths.program_command(),
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def _fall_back_to_no_screen() -> None:
    """Use Qt's offscreen platform: a screenshot needs no screen."""
    try:
        require_display()
    except EnvironmentProblem:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
