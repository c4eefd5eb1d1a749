"""The answer as code: the Python lines and the command that read the same picture the same way."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from desktop_cvae.core import operating_system, paths
from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.exporting.answer_export import NO_ANSWER
from desktop_cvae.library.model_library import ModelEntry

DRAWING_FILE = "drawing.png"
"""Name in the code of a picture that is no file; the drawing's menu saves it under this name."""
SAVE_FIRST = mark("Save the drawing as “{name}” first; it is not a file yet.")
WITHOUT_NOISE = mark("It reads the picture without the noise.")


@dataclass(frozen=True)
class ShownReading:
    """Settings by which the shown picture is read.

    Attributes:
        model: a name in the library, or a file.
        picture: the picture's file.
        numbers: True for lines of digits.
        rule: of the numbers; "" for none.
        false_rejection_rate: in [0, 0.05].
        preparation: a key of ``core.preparation_names.PREPARATIONS``, or "".
        thinking_steps: steps for which it is thought about; 0 for one pass.
        label: name of the label that was chosen for the reconstruction, or "".
    """

    model: str
    picture: str
    numbers: bool = False
    rule: str = ""
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE
    preparation: str = ""
    thinking_steps: int = 0
    label: str = ""

    def python(self) -> str:
        """Return lines of Python that print the reading."""
        method = "read_number" if self.numbers else "read"
        arguments = [repr(self.picture)]
        if self.rule:
            arguments.append(f"rule={self.rule!r}")
        if self.preparation and not self.numbers:
            arguments.append(f"preparation={self.preparation!r}")
        if self.false_rejection_rate != DEFAULT_FALSE_REJECTION_RATE:
            arguments.append(f"false_rejection_rate={self.false_rejection_rate!r}")
        if self.thinking_steps and not self.numbers:
            arguments.append(f"thinking_steps={self.thinking_steps}")
        lines = [
            "import desktop_cvae as dc",
            "",
            f"model = dc.load({self.model!r})",
            f"reading = model.{method}({', '.join(arguments)})",
            "print(reading)",
        ]
        if not self.numbers:
            lines.append("print(reading.evidence)")
        if self.label:
            lines.append(f"drawn = model.reconstruct({self.picture!r}, {self.label!r})")
        return "\n".join(lines) + "\n"

    def command(self) -> str:
        """Return the command line that prints the reading."""
        # A name that begins with a hyphen would be taken for an option.
        picture = f"./{self.picture}" if self.picture.startswith("-") else self.picture
        words = ["desktop-cvae", "recognize", picture, "--model", self.model]
        if self.numbers:
            words.append("--numbers")
        if self.rule:
            words += ["--rule", self.rule]
        if self.preparation and not self.numbers:
            words += ["--preparation", self.preparation]
        if self.false_rejection_rate != DEFAULT_FALSE_REJECTION_RATE:
            words += ["--refuse", f"{self.false_rejection_rate:g}"]
        if self.thinking_steps and not self.numbers:
            words += ["--think", str(self.thinking_steps)]
        if operating_system.SYSTEM == "win32":
            # The module takes 16 ms to load, before the window is there, and is not needed for it.
            from subprocess import list2cmdline

            return list2cmdline(words)
        return shlex.join(words)


def copy_python(window: AppWindow) -> None:
    """Copy the Python lines that read what is shown, and say so."""
    shown = shown_reading(window)
    if shown is not None:
        _copy(window, shown.python(), tr("The Python code is on the clipboard."), shown)


def copy_command(window: AppWindow) -> None:
    """Copy the command that reads what is shown, and say so."""
    shown = shown_reading(window)
    if shown is not None:
        _copy(window, shown.command(), tr("The command is on the clipboard."), shown)


def shown_reading(window: AppWindow) -> ShownReading | None:
    """Return how the shown picture is read; None, and a notice, without one."""
    session, several = window.session, window.several
    model, reply = session.model, session.reply
    is_number = several.is_active and several.has_digits
    if model is None or not (is_number or reply):
        session.raise_notice(tr(NO_ANSWER), is_warning=False)
        return None
    question = None if is_number or reply is None else reply.question
    label = None if question is None else question.label
    return ShownReading(
        model=_name_of(model.entry),
        picture=_file_of(window),
        numbers=is_number,
        rule=several.rule if is_number else "",
        false_rejection_rate=session.false_rejection_rate,
        preparation="" if question is None else question.preparation,
        thinking_steps=session.thinking_steps,
        label="" if label is None else session.label_names[label],
    )


def _name_of(entry: ModelEntry) -> str:
    is_kept = entry.path.parent in (paths.pretrained_dir(), paths.models_dir())
    return entry.name if is_kept else str(entry.path)


def _file_of(window: AppWindow) -> str:
    drawing = window.input.canvas.drawing.history
    picture = drawing.picture
    if picture is None or picture.path is None or drawing.strokes or picture.before is not None:
        return DRAWING_FILE
    return str(picture.path)


def _copy(window: AppWindow, text: str, done: str, shown: ShownReading) -> None:
    QGuiApplication.clipboard().setText(text)
    sentences = [done]
    if shown.picture == DRAWING_FILE:
        sentences.append(tr(SAVE_FIRST, name=DRAWING_FILE))
    reply = window.session.reply
    if not shown.numbers and reply is not None and reply.question.noise.level > 0:
        sentences.append(tr(WITHOUT_NOISE))
    window.session.raise_notice(" ".join(sentences), text, is_warning=False)
