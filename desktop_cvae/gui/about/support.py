"""Support: a report on the clipboard, the log folder, news of a crash."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_cvae.core import paths
from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.session import NoticeAction, Session
from desktop_cvae.workers.job_runner import JobRunner

CRASHED = mark("desktop_cvae crashed last time. Nothing that you had saved is lost.")
COPIED = mark(
    "The report is on the clipboard. It contains none of your file names; read it before you send "
    "it."
)


def open_log_folder(session: Session) -> None:
    """Open the log folder; where the desktop cannot, say where it is."""
    folder = paths.log_dir()
    if folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return
    copy_path = partial(QGuiApplication.clipboard().setText, str(folder))
    copy = NoticeAction(tr("Copy"), copy_path, tr("Copy the folder's name"))
    session.raise_notice(
        tr("The log is in “{folder}”.", folder=folder), is_warning=False, actions=(copy,)
    )


def copy_report(session: Session, runner: JobRunner) -> None:
    """Copy a report to the clipboard, and say so."""

    def copy(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        session.raise_notice(tr(COPIED), text, is_warning=False)

    def fail(_: Exception) -> None:
        session.raise_notice(tr("No report: the log could not be read."))

    runner.submit(
        "report",
        partial(_report, _screens(), _model(session)),
        copy,
        fail,
        status=tr("Collecting the report"),
    )


def offer_crash_report(session: Session, runner: JobRunner) -> None:
    """Report a crash of the last run, and offer what can be done about it."""
    session.raise_notice(
        tr(CRASHED),
        actions=(
            NoticeAction(
                tr("Copy the report"),
                partial(copy_report, session, runner),
                tr("Put versions and the place of the crash on the clipboard; nothing is sent"),
            ),
            NoticeAction(
                tr("Open the folder"),
                partial(open_log_folder, session),
                tr("Show the folder of the log"),
            ),
            NoticeAction(tr("Dismiss"), lambda: None, tr("Do not mention this crash again")),
        ),
    )


def _report(screens: list[str], model: str) -> str:
    # Imported here: the window opens without it.
    from desktop_cvae.gui.about.support_report import report

    return report(screens, model)


def _screens() -> list[str]:
    platform = QGuiApplication.platformName()
    return [
        f"Screen {one.size().width()}×{one.size().height()}, scale {one.devicePixelRatio():g}, "
        f"{one.logicalDotsPerInch():.0f} dpi, {platform}"
        for one in QGuiApplication.screens()
    ]


def _model(session: Session) -> str:
    model = session.model
    return f"{model.spec.preset}, engine {model.engine.name}" if model else "none"
