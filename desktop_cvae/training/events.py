"""Reporters of a training's events: to the window's pipe, or to a person at a terminal."""

from __future__ import annotations

from typing import Protocol

from desktop_cvae.core.command_events import Event
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.language import tr


class Reporter(Protocol):
    """Receiver of a training's events."""

    def say(self, event: Event) -> None:
        """Report an event; raises :class:`ReaderGone`. Called from any thread."""

    def note(self, sentence: str) -> None:
        """Report a sentence that no program reads."""


class ReaderGone(InputOutputError):
    """Nobody reads the events any more: the window was killed, or a pipe was closed."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The window or program that started this training is gone; the training can be "
                "resumed."
            )
        )
