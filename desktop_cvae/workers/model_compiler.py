"""Compiles a model in a process of its own; nothing here waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.paths import missing_tensorflow, program_command

END_MS = 2000
NO_TENSORFLOW = missing_tensorflow(
    "TensorFlow is needed to prepare these weights and cannot be loaded here; "
    "install it with “pip install tensorflow”."
)


class ModelCompiler(QObject):
    """One ``desktop-cvae models compile`` at a time; its graph goes to this machine's cache.

    Signals:
        compiled: the graph is in the cache.
        failed(str, str): one sentence why there is none, and details.

    Args:
        command: how to start the program; tests put a script here.
    """

    compiled = Signal()
    failed = Signal(str, str)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command or program_command())
        self._name = ""
        self._is_wanted = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("TF_CPP_MIN_LOG_LEVEL", "3")
        self._process.setProcessEnvironment(environment)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def is_running(self) -> bool:
        """True until the process is gone."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self, name: str, path: Path) -> None:
        """Compile a model file.

        Args:
            name: what the model is called in a complaint.
            path: its file.
        """
        self.stop()
        self._name, self._is_wanted = name, True
        program, *before = self._command
        self._process.start(program, [*before, "models", "compile", str(path)])

    def stop(self) -> None:
        """End the process at once, without a signal. A graph is written whole or not at all."""
        self._is_wanted = False
        if self.is_running:
            self._process.kill()
            self._process.waitForFinished(END_MS)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if not self._is_wanted:
            return
        self._is_wanted = False
        if status is QProcess.ExitStatus.NormalExit and code == 0:
            self.compiled.emit()
            return
        details = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        no_tensorflow = code == EnvironmentProblem.exit_code
        self.failed.emit(NO_TENSORFLOW if no_tensorflow else self._complaint(), details)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if self._is_wanted and error is QProcess.ProcessError.FailedToStart:
            self._is_wanted = False
            self.failed.emit(self._complaint(), self._process.errorString())

    def _complaint(self) -> str:
        return f"The weights of “{self._name}” could not be prepared."
