"""What the window shows, to be kept and shown again: by the next start, by a lesson's step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.drawing import Snapshot
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.library.window_record import MAX_SEED, WindowRecord

if TYPE_CHECKING:
    from desktop_cvae.gui.main_window import MainWindow


@dataclass(frozen=True, eq=False)
class WindowSnapshot:
    """What a window shows, of which any thread may make a record.

    Attributes:
        drawing: on the canvas.
        noise, label, looked_at, panel, topic, reads_number: as in :class:`WindowRecord`.
    """

    drawing: Snapshot
    noise: NoiseSetting
    label: str
    looked_at: str
    panel: str
    topic: str
    reads_number: bool

    def record(self) -> WindowRecord:
        """All of it as it is kept; a large picture takes a moment."""
        return WindowRecord(
            self.drawing.record(),
            self.noise,
            self.label,
            self.looked_at,
            self.panel,
            self.topic,
            self.reads_number,
        )


@dataclass(frozen=True, eq=False)
class Aside:
    """What is shown again when a lesson is left; nothing of it is lost by a crash.

    Attributes:
        snapshot: of the window.
        model, engine: what was in use; "" if none was.
    """

    snapshot: WindowSnapshot
    model: str = ""
    engine: str = ""


class WindowState(QObject):
    """Tells what the window shows, and shows what was told.

    Args:
        window: whose parts are asked.
        session: its state.

    Attributes:
        aside: what was set aside, if anything was.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._awaited: WindowRecord | WindowSnapshot | None = None
        self.aside: Aside | None = None
        session.model_changed.connect(self._on_model_changed)

    @property
    def is_telling(self) -> bool:
        """True while a notice is shown."""
        return not self._window.notice.isHidden()

    def snapshot(self) -> WindowSnapshot:
        """What is shown now; costs next to nothing."""
        session, window = self._session, self._window
        noise = session.noise
        return WindowSnapshot(
            window.input.canvas.drawing.snapshot(),
            NoiseSetting(noise.kind, noise.level, noise.seed % (MAX_SEED + 1)),
            self._name_of(session.label),
            self._name_of(session.looked_at),
            window.results.panel,
            window.open_topic,
            window.several.is_active,
        )

    @property
    def own(self) -> WindowSnapshot:
        """What is the user's own: what is shown, or what was set aside for a lesson."""
        return self.aside.snapshot if self.aside else self.snapshot()

    @property
    def own_model(self) -> tuple[str, str]:
        """Name and engine of the user's own model; "" if there is none."""
        if self.aside is not None:
            return self.aside.model, self.aside.engine
        model = self._session.model
        return (model.entry.name, model.engine.name) if model else ("", "")

    def set_aside(self) -> None:
        """Keep what is shown now, for :meth:`take_back`."""
        self.aside = Aside(self.snapshot(), *self.own_model)

    def take_back(self) -> Aside | None:
        """Show again what was set aside, but for its model."""
        aside, self.aside = self.aside, None
        if aside is not None:
            self.show(aside.snapshot, aside.snapshot.drawing.picture)
        return aside

    def show(self, record: WindowRecord | WindowSnapshot, picture: Picture | None) -> None:
        """Show what was recorded; one undo takes drawing, noise and label back.

        Args:
            record: of a window.
            picture: of its drawing, read; None for blank paper.
        """
        session, window = self._session, self._window
        window.several.leave()
        session.look_at(None)
        with window.input.canvas.in_one_step(tr("opening")):
            session.set_label(None)
            session.reopen(record.drawing, picture)
            session.put_noise(record.noise)
            # Labels are a model's; at the start it may be on its way.
            self._awaited = record
            if session.model is not None:
                self._choose_labels()
        if window.results.panel != record.panel:
            window.results.show_panel(record.panel)

    def _on_model_changed(self) -> None:
        if self._awaited is not None:
            self._choose_labels()

    def _choose_labels(self) -> None:
        record, self._awaited = self._awaited, None
        names = self._session.label_names
        if record is None or not names:
            return
        if record.label in names:
            self._session.set_label(names.index(record.label))
        if record.looked_at in names:
            self._session.look_at(names.index(record.looked_at))
        if record.reads_number:
            self._window.several.enter()

    def _name_of(self, label: int | None) -> str:
        # A number's digits are looked at one by one, each under its own label.
        if label is None or self._window.several.is_active:
            return ""
        return self._session.label_names[label]
