"""Submits jobs when the session changes, and puts their results into the session.

Each answer is followed by a job for the spread of the posterior.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Candidate, Style
from desktop_cvae.gui import jobs
from desktop_cvae.gui.exporting.exporter import Exporter
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Question, Reply, Session, Spread
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.core.latent_maps import LatentMap
    from desktop_cvae.gui.writing.generated_panel import GenerationRequest
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.model_library import ModelEntry


DEFAULT_MODEL = "studio"
NO_MAP = mark(
    "The map needs MNIST's test digits, which are not on this computer; "
    "File ▸ Data sets… (Ctrl+D) downloads them."
)
MAP_GIVEN_UP = mark("The map was cancelled; switch to another tab and back to compute it.")
T = TypeVar("T")
SLOT = "spread"


class Controller(QObject):
    """Submits the window's jobs to the worker.

    Args:
        session: the state that is read and written.
        runner: the worker.
        source: where models come from.

    Attributes:
        exporter: lets out what window and dialogs show.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        source: ModelSource,
    ) -> None:
        super().__init__()
        self._session, self._runner, self._source = session, runner, source
        self._request: GenerationRequest | None = None
        self._asked: tuple[object, ...] = ()
        self._answering: OpenedModel | None = None
        self.exporter = Exporter(session, runner, self)
        runner.busy_changed.connect(session.working_changed)
        session.image_changed.connect(self._on_image_changed)
        session.noise_changed.connect(self._ask)
        session.false_rejection_rate_changed.connect(self._ask)
        session.preparation_changed.connect(self._ask)
        session.thinking_changed.connect(self._on_thinking_changed)
        session.label_changed.connect(self._on_label_changed)
        session.model_changed.connect(self._on_model_changed)
        session.reply_changed.connect(self._write_samples)
        session.panel_changed.connect(self._write_samples)

    @property
    def runner(self) -> JobRunner:
        """The worker, for dialogs with questions of their own."""
        return self._runner

    @property
    def source(self) -> ModelSource:
        """The source of models; call it on the worker thread only."""
        return self._source

    def load_model(self, name_or_path: str, kind: str = "onnx", fallback: str = "") -> None:
        """Open a model; the current one stays until it is loaded.

        Args:
            name_or_path: of the library, or a ``.cvae`` file.
            kind: the engine's kind.
            fallback: the name to try when the first one fails.
        """
        if kind == "keras":
            sentence = tr("Loading TensorFlow for the Keras engine; this takes a few seconds.")
            self._session.raise_notice(sentence, is_warning=False)
        self._runner.submit(
            "model",
            partial(self._source.load, name_or_path, kind),
            self._session.set_model,
            partial(self._on_model_failed, fallback),
            status=tr("Opening the model"),
        )

    def use_model(self, name: str) -> None:
        """Switch to another model of the library, with the current engine."""
        model = self._session.model
        self.load_model(name, model.engine.name if model else "onnx")

    def use_engine(self, kind: str) -> None:
        model = self._session.model
        if model is not None and model.engine.name != kind:
            self.load_model(str(model.entry.path), kind)

    def list_models(self) -> None:
        self._submit("library", self._source.models, self._session.set_models, can_wait=True)

    def add_model(self, path: Path, on_added: Callable[[ModelEntry], object] | None = None) -> None:
        """Add a model file to the library and use it.

        Args:
            path: a ``.cvae`` file.
            on_added: called with the model's entry before it is loaded.
        """

        def done(entry: ModelEntry) -> None:
            if on_added is not None:
                on_added(entry)
            self._on_added(entry.name)

        self._submit(
            "add model",
            partial(self._source.add, path),
            done,
            status=tr("Checking the model file"),
        )

    def open_picture(self, source: Path | bytes, name: str) -> None:
        """Read a picture; the canvas stays as it is if that fails."""
        read = partial(jobs.read_picture, source, name)
        self._submit_picture(read, self._session.picture_opened.emit)

    def count_pages(self, path: Path, on_counted: Callable[[tuple[str, ...]], object]) -> None:
        """Find the names of a file's pages, without changing the canvas."""
        self._submit_picture(partial(jobs.find_pages, path), on_counted)

    def reopen(self, record: DrawingRecord) -> None:
        """Put a saved drawing on the canvas, which stays as it is if the picture is damaged."""
        put = partial(self._session.reopen, record)
        self._submit_picture(partial(jobs.read_recorded_picture, record), put)

    def want_samples(self, request: GenerationRequest) -> None:
        """Write digits, now and whenever label, style or model change."""
        self._request = request
        self._write_samples()

    def find_map(self) -> None:
        """Load or compute the latent map of the current model."""
        model = self._session.model
        if model is not None:
            self._session.set_latent_map(None, tr("Mapping the test digits …"))
            self._submit(
                "map",
                partial(self._source.latent_map, model),
                self._on_map_found,
                status=tr("Mapping the test digits"),
            )

    def load_plotting(self, on_loaded: Callable[[], object] = lambda: None) -> None:
        """Import matplotlib beside the window; what needs it is called then, or at once."""
        if jobs.PLOTTING_LOADED.is_set():
            on_loaded()
        else:
            self._submit("plotting", jobs.load_plotting, lambda _: on_loaded(), can_wait=True)

    def give_up(self, slot: str) -> None:
        """Cancel a job; whatever waits for it shows its earlier state again."""
        self._runner.cancel(slot)
        session = self._session
        if slot in ("model", "add model"):
            # The chooser shows the request; let it fall back to the model in use.
            session.models_changed.emit()
            if session.model is None:
                session.model_failed.emit()
        elif slot == "map":
            session.set_latent_map(None, tr(MAP_GIVEN_UP))

    def tell(self, error: Exception) -> None:
        if isinstance(error, DesktopCvaeError):
            self._session.raise_notice(error.sentence, error.details)
        else:
            details = "".join(traceback.format_exception(error))
            self._session.raise_notice(
                tr("Something went wrong; see the log (Help ▸ Open the log folder)."), details
            )

    def _ask(self) -> None:
        session, model = self._session, self._session.model
        if model is None or session.image is None:
            return
        last = session.reply
        prepared, known = session.prepared, session.known
        candidates: tuple[Candidate, ...] = ()
        if prepared is None and last is not None and self._is_of(last):
            prepared, candidates = last.answer.prepared, last.answer.candidates
            if last.question.false_rejection_rate == session.false_rejection_rate:
                if last.is_thought and session.thinking_steps:
                    # Another label explains the same picture: nothing needs to be thought again.
                    known = last.answer.recognition
                elif candidates:
                    known = candidates[0].recognition
        question = Question(
            session.image,
            prepared,
            session.noise,
            session.label,
            known,
            session.false_rejection_rate,
            session.preparation,
            candidates,
        )
        shows_style = self._request is not None and self._request.mode == "hand"
        writes = shows_style and session.panel == "generated" and model.has_labels
        job = partial(jobs.answer_question, model, question, writes_digits=writes)
        self._submit("answer", job, partial(self._on_answered, model))

    def _is_of(self, reply: Reply) -> bool:
        """Return True if the reply's preparation still holds for the image."""
        session, question = self._session, reply.question
        is_same = question.image is session.image and self._answering is session.model
        return is_same and question.preparation == session.preparation

    def _on_answered(self, model: OpenedModel, reply: Reply) -> None:
        self._answering = model
        self._session.set_reply(reply)

    def _on_image_changed(self) -> None:
        if self._session.image is None:
            self._runner.cancel("answer")
            self._session.set_reply(None)
        self._ask()

    def _on_thinking_changed(self) -> None:
        reply = self._session.reply
        if reply is not None and reply.is_thought and not self._session.thinking_steps:
            self._ask()

    def _on_label_changed(self) -> None:
        self._runner.cancel("answer")
        self._ask()
        if self._session.reply is None:
            self._write_samples()

    def _on_model_changed(self) -> None:
        for slot in ("answer", "samples", "line", "map"):
            self._runner.cancel(slot)
        self._ask()
        self._write_samples()

    def _on_added(self, name: str) -> None:
        self.list_models()
        self.load_model(name)

    def _on_model_failed(self, fallback: str, error: Exception) -> None:
        self.tell(error)
        if fallback:
            self.load_model(fallback)
        elif self._session.model is None:
            self._session.model_failed.emit()
        # The chooser shows the request; let it fall back to the model in use.
        self._session.models_changed.emit()

    def _write_samples(self) -> None:
        session, model, request = self._session, self._session.model, self._request
        if model is None or request is None or session.panel != "generated":
            return
        # Without labels there is only one hand's digit, the drawing itself.
        if request.mode == "hand" and not model.has_labels:
            return
        is_free = request.mode == "hand" or request.every_label or not model.has_labels
        label = None if is_free else session.reading_label
        style = self._style() if request.mode == "hand" or request.keeps_style else None
        # Every answer comes here; most leave what is shown as it is.
        # Thinking leaves the style as it is, unless another label leads.
        reply = session.reply
        drawn = None if style is None or reply is None else (reply.question, style.label)
        asked = (model, request, label, drawn)
        if asked == self._asked:
            return
        self._asked = asked
        if request.mode == "hand" and reply is not None and reply.digits is not None:
            # Those of another hand may be on their way.
            self._runner.cancel("samples")
            session.set_samples(reply.digits)
        else:
            # Before the first answer nobody has chosen what they show.
            job = partial(jobs.write_samples, model, request, label, style)
            self._submit(
                "samples",
                job,
                session.set_samples,
                can_wait=reply is None,
                status=tr("Writing digits"),
            )
        if request.mode == "hand":
            line = partial(jobs.write_line, model, request, style)
            self._submit("line", line, session.set_line, can_wait=True)

    def _style(self) -> Style | None:
        reply = self._session.reply
        return reply.answer.style if reply else None

    def _on_map_found(self, latent_map: LatentMap | None) -> None:
        self._session.set_latent_map(latent_map, "" if latent_map else tr(NO_MAP))

    def _submit(
        self,
        slot: str,
        function: Callable[[], T],
        on_done: Callable[[T], object],
        *,
        can_wait: bool = False,
        status: str = "",
    ) -> None:
        self._runner.submit(slot, function, on_done, self.tell, can_wait=can_wait, status=status)

    def _submit_picture(self, function: Callable[[], T], on_done: Callable[[T], object]) -> None:
        self._submit("picture", function, on_done, status=tr("Opening the picture"))


class SpreadAsker(QObject):
    """Keeps the session's spread of the posterior up to date.

    Args:
        session: the reply and the label that is looked at.
        runner: the worker.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        session.reply_changed.connect(self._ask)
        session.looked_at_changed.connect(self._ask)

    def _ask(self) -> None:
        session = self._session
        reply, model = session.reply, session.model
        if model is None or reply is None or reply.answer.recognition is None:
            return
        if reply.thought is not None and not reply.thought.is_done:
            return
        if session.spread is not None and session.spread.is_of(reply, session.shown_label):
            return
        job = partial(_find_spread, model, reply, session.shown_label)
        # The picture is an extra: if it fails, the log has it, and nobody is disturbed.
        self._runner.submit(SLOT, job, session.set_spread, lambda _: None)


def _find_spread(model: OpenedModel, reply: Reply, label: int | None) -> Spread:
    return Spread(reply, label, model.posterior_spread(reply.answer.noisy, label))
