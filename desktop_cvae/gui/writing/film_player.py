"""A play button that moves a slider step by step, for walks and epoch histories."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSlider

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button


class FilmPlayer(QTimer):
    """Plays the positions of a slider.

    Args:
        slider: is moved; also the parent.
        interval_ms: time between two positions.
        tip: tooltip of the button.
        bounces: True to go back and forth until stopped, False to stop at the last position.

    Attributes:
        button: starts and stops the film.
    """

    def __init__(self, slider: QSlider, interval_ms: int, tip: str, *, bounces: bool) -> None:
        super().__init__(slider, interval=interval_ms)
        self._slider, self._bounces, self._step = slider, bounces, 1
        self.button = make_button(tr("Play"), tip, on_click=self._toggle)
        self.timeout.connect(self._advance)

    def end(self) -> None:
        """Stop where the slider is."""
        self.stop()
        self.button.setText(tr("Play"))

    def _toggle(self) -> None:
        if self.isActive():
            self.end()
            return
        if not self._bounces and self._slider.value() == self._slider.maximum():
            self._slider.setValue(0)
        self.start()
        self.button.setText(tr("Stop"))

    def _advance(self) -> None:
        position = self._slider.value() + self._step
        if self._bounces and not 0 <= position <= self._slider.maximum():
            self._step = -self._step
            position = self._slider.value() + self._step
        self._slider.setValue(position)
        if not self._bounces and position >= self._slider.maximum():
            self.end()
