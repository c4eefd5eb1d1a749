"""Errors of the program, each with the sentence that the user reads.

::

    DesktopCvaeError                exit code
     ├─ UsageError                  2   wrong arguments, nothing matches, output exists
     ├─ EnvironmentProblem          3   no display, no TensorFlow
     ├─ ModelFileError              4   any fault of a .cvae file
     │   ├─ NotAModelFile
     │   ├─ DamagedModelFile
     │   ├─ InvalidManifest
     │   ├─ MismatchedWeights
     │   └─ NewerModelFormat
     ├─ InvalidData                 4   untrusted data, before the file at fault is named
     │   └─ MalformedJson
     ├─ LessonFileError             4   any fault of a .cvae-lesson file
     │   ├─ NotALesson
     │   ├─ DamagedLesson
     │   └─ NewerLesson
     ├─ FormFileError               4   any fault of a form.json
     ├─ MissingLabels               2   a label was asked of a model without labels
     ├─ TrainingProblem             1   the loss became NaN, nothing to train on
     └─ InputOutputError            5   reading or writing
         ├─ ImageProblem
         │   └─ ReadingTooSlow
         ├─ DamagedDrawing       a drawing of a session or of the archive
         ├─ RunProblem           a run, its history or a checkpoint
         ├─ SweepProblem         the state of a sweep
         ├─ ArchiveProblem
         │   ├─ DamagedEntry    one of its entries; the others are whole
         │   └─ DamagedArchive  it is set aside
         └─ DatasetProblem
             └─ UnfitRows       its rows do not fit, and are named

``str(error)`` is one sentence for the user; ``error.details`` may hold more for
the curious. Exit codes are documented in docs/command_line.md.

Tested in tests/cli/test_main.py, tests/core/test_checked_json.py, tests/cli/test_output.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_cvae.core.language import mark, tr

_SYSTEM_REASONS = frozenset(
    {
        mark("Permission denied"),
        mark("Operation not permitted"),
        mark("No such file or directory"),
        mark("No space left on device"),
        mark("Disk quota exceeded"),
        mark("Read-only file system"),
        mark("Input/output error"),
        mark("File name too long"),
        mark("Is a directory"),
        mark("Not a directory"),
        mark("File too large"),
        mark("Too many open files"),
        mark("Cannot allocate memory"),
        mark("Bad file descriptor"),
        mark("Address already in use"),
        mark("Cannot assign requested address"),
        mark("standard output is closed"),
    }
)
"""Reasons that Linux and macOS give, always in English; Windows uses the user's language."""


def reason_of(error: OSError) -> str:
    """Return the system's reason, in the user's language if it is known."""
    # Errors that Python raises with one argument, as a closed stream's, have no strerror.
    reason = error.strerror or str(error)
    return tr(reason) if reason in _SYSTEM_REASONS else reason


class DesktopCvaeError(Exception):
    """Base of all errors that the program raises on purpose."""

    exit_code = 1

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details


class UsageError(DesktopCvaeError):
    """The request is impossible."""

    exit_code = 2


class MissingLabels(UsageError):
    """A label was requested from a model that was trained without labels."""

    def __init__(self, model_name: str, action: str = "") -> None:
        super().__init__(
            tr(
                "The model “{model}” was trained without labels (a plain VAE), so it cannot "
                "{action}; it can reconstruct, generate and map.",
                model=model_name,
                action=action or tr("name a digit"),
            )
        )


class EnvironmentProblem(DesktopCvaeError):
    """The machine lacks something that the program needs."""

    exit_code = 3


class InvalidData(DesktopCvaeError):
    """An entry is unknown, missing, of the wrong type or out of range, or entries contradict.

    Readers of files catch it and raise an error that names the kind of file.
    """

    exit_code = 4


class MalformedJson(InvalidData):
    """Data are no JSON that the program accepts; ``details`` is a clause that says why."""

    def __init__(self, details: str) -> None:
        super().__init__(tr("The JSON data cannot be used: {details}.", details=details), details)


class ModelFileError(DesktopCvaeError):
    """A model file cannot be used; the model in use stays."""

    exit_code = 4


class NotAModelFile(ModelFileError):
    """The file is of another kind."""

    def __init__(self, name: str, details: str = "") -> None:
        super().__init__(tr("“{name}” is not a model file.", name=name), details)


class DamagedModelFile(ModelFileError):
    """The file is damaged or was altered."""

    def __init__(self, name: str, details: str) -> None:
        super().__init__(
            tr("The model file “{name}” is damaged: {details}.", name=name, details=details),
            details,
        )


class InvalidManifest(ModelFileError):
    """A model file's description is incomplete, out of range or contradicts itself."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            tr("The model file “{name}” cannot be used: {reason}", name=name, reason=reason)
        )


class MismatchedWeights(ModelFileError):
    """The weights do not fit the network that the manifest describes."""

    def __init__(self, name: str, mismatch: str) -> None:
        super().__init__(
            tr(
                "The weights in “{name}” do not fit its network: {mismatch}.",
                name=name,
                mismatch=mismatch,
            ),
            mismatch,
        )


class NewerModelFormat(ModelFileError):
    """The file was written by a later version of the program."""

    def __init__(self, name: str, version: str) -> None:
        super().__init__(
            tr(
                "“{name}” was made by a newer version of the program (format {version}); update "
                "desktop-cvae to open it.",
                name=name,
                version=version,
            )
        )


class LessonFileError(DesktopCvaeError):
    """A lesson cannot be used; the window's content stays."""

    exit_code = 4


class NotALesson(LessonFileError):
    """The file is something else."""

    def __init__(self, name: str, details: str = "") -> None:
        super().__init__(tr("“{name}” is not a lesson.", name=name), details)


class DamagedLesson(LessonFileError):
    """The file is damaged or was altered."""

    def __init__(self, name: str, details: str) -> None:
        sentence = tr(
            "The lesson “{name}” is damaged or was altered and cannot be opened.", name=name
        )
        super().__init__(sentence, details)


class NewerLesson(LessonFileError):
    """The file was written by a later version of the program."""

    def __init__(self, name: str, version: str) -> None:
        super().__init__(
            tr(
                "“{name}” was made by a newer version of the program (lesson format {version}); "
                "update desktop-cvae to open it.",
                name=name,
                version=version,
            )
        )


class FormFileError(DesktopCvaeError):
    """A form cannot be used."""

    exit_code = 4

    def __init__(self, name: str, details: str) -> None:
        super().__init__(
            tr("The form “{name}” cannot be used: {details}.", name=name, details=details),
            details,
        )


class TrainingProblem(DesktopCvaeError):
    """Training cannot start or continue."""

    exit_code = 1


class InputOutputError(DesktopCvaeError):
    """Something could not be read or written."""

    exit_code = 5


class ImageProblem(InputOutputError):
    """A picture cannot be used."""


class ReadingTooSlow(ImageProblem):
    """Raised when a picture holds so much that it is not read in time."""

    def __init__(self) -> None:
        super().__init__(tr("The picture holds too much to be read in time; crop it first."))


class DamagedDrawing(InputOutputError):
    """A stored drawing is not valid."""

    def __init__(self, details: str) -> None:
        super().__init__(tr("The stored drawing is damaged and was skipped."), details)


class RunProblem(InputOutputError):
    """A run of a training, its history or one of its checkpoints cannot be used."""


class SweepProblem(InputOutputError):
    """The state of a sweep cannot be used."""


class ArchiveProblem(InputOutputError):
    """The archive cannot be used; its content stays."""


class DamagedEntry(ArchiveProblem):
    """An entry of the archive is damaged; the others are not."""


class DamagedArchive(ArchiveProblem):
    """The archive was damaged and renamed; the next use begins a new one."""


class DatasetProblem(InputOutputError):
    """A data set cannot be used."""


class UnfitRows(DatasetProblem):
    """Rows of a data set are unusable.

    Attributes:
        rows: one complaint a row, the first twenty; the last one may tell how many more.
    """

    def __init__(self, sentence: str, rows: Sequence[str]) -> None:
        super().__init__(sentence, "\n".join(rows))
        self.rows = tuple(rows)
