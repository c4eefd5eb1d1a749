"""The live picture of a CVAE with its steps, its networks, and what can be done to z."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.explanations.cvae_painting import STEPS
from desktop_cvae.gui.explanations.cvae_picture import CvaePicture
from desktop_cvae.gui.explanations.sentences import bold
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, text_scale
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.verdict import article
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.evidence_decomposition import ForwardPass, decoded_again
from desktop_cvae.workers.job_runner import JobRunner

SLOT = "decoding of a moved code"
READS, WRITES = "reads", "writes"
NETWORKS = (READS, WRITES)
"""The networks in the order of ``Situation.passes``."""
TEXT_LINES = 2
"""Lines that are kept for the text of a step, so that the picture under it stays where it is."""
HEADER_WIDTH = 260
"""Smallest width of the header beside the buttons, in pixels at the normal text size."""
PARAGRAPH = '<p style="margin:0; line-height:118%">{text}</p>'

ONE_CVAE = mark("“{model}” is one CVAE with {n} latent dimensions; it reads and writes.")
ONE_VAE = mark(
    "“{model}” is a VAE with {n} latent dimensions. It has no labels, so it is not conditional."
)
OF_READER = mark(
    "“{model}” consists of two CVAEs. This one reads your drawing; the other one writes digits "
    "and redraws your drawing in the window."
)
OF_WRITER = mark(
    "“{model}” consists of two CVAEs. This one writes digits and redraws your drawing in the "
    "window; the other one reads it."
)
ALL = mark("Drag a bar of z, or click another label, and watch the reconstruction follow.")
ALL_PLAIN = mark("Drag a bar of z and watch the reconstruction follow.")
_PICTURE = mark(
    "<b>x</b> is your drawing as the network gets it: 28 × 28 = 784 numbers, from 0 for paper "
    "to 1 for ink."
)
_CODE = mark(
    "The code <b>z</b> is drawn from the posterior with random numbers ε; the program takes its "
    "centre, z = μ. The KL divergence tells how far the posterior is from the prior: your "
    "drawing costs {kl} nats here. Each bar can be dragged."
)
TOLD = {
    "picture": _PICTURE,
    "label": mark(
        "<b>y</b> is the label, here {name}, as a one-hot vector: 1 in its own place, 0 in all "
        "others. Encoder and decoder both get it. To read a digit, the program tries every "
        "label in turn. Click another one."
    ),
    "encoder": mark(
        "From x and y, the encoder computes a mean <b>μ</b> (bar) and a standard deviation "
        "<b>σ</b> (line) for each of the {n} latent dimensions: the posterior q(z | x, y). Grey "
        "is the prior p(z | y), what is expected before anything is drawn."
    ),
    "code": _CODE,
    "decoder": mark(
        "The decoder gets only z and y, never the drawing. From them it computes the "
        "reconstruction <b>x′</b>: how much ink to expect in each of the 784 pixels."
    ),
    "elbo": mark(
        "Compared pixel by pixel, x under x′ costs {nats} nats. Minus the sum of both costs is "
        "the <b>ELBO</b>, the evidence for {name}. Training makes it as large as possible."
    ),
}
"""Text of each step, for a model with labels."""
TOLD_PLAIN = {
    "picture": _PICTURE,
    "encoder": mark(
        "From x, the encoder computes a mean <b>μ</b> (bar) and a standard deviation <b>σ</b> "
        "(line) for each of the {n} latent dimensions: the posterior q(z | x). Grey is the prior "
        "p(z), what is expected before anything is drawn."
    ),
    "code": _CODE,
    "decoder": mark(
        "The decoder gets only z, never the drawing. From it, it computes the reconstruction "
        "<b>x′</b>: how much ink to expect in each of the 784 pixels."
    ),
    "elbo": mark(
        "Compared pixel by pixel, x under x′ costs {nats} nats. Minus the sum of both costs is "
        "the <b>ELBO</b>. Training makes it as large as possible."
    ),
}
MOVED = mark("Here, z has been moved; at z = μ, the ELBO is {nats} nats.")
BY_READER = mark("The label with the largest ELBO is the answer.")
BY_WRITER = mark("This network only writes: its ELBO does not decide what is read.")


class CvaePanel(QWidget):
    """The picture, all at once or step by step, in either of the model's networks.

    Args:
        session: gets the label that is clicked.
        runner: decodes the moved z.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._situation = Situation()
        self._way: ForwardPass | None = None
        self._network = READS
        self._draws = 0
        self.picture = CvaePicture()
        self.picture.code_moved.connect(self._decode)
        self.picture.label_chosen.connect(self._on_label_chosen)
        self.networks = SegmentedChoice(
            [(network, "") for network in NETWORKS], tr("Network shown")
        )
        self.networks.chosen.connect(self._on_network_chosen)
        self.header = text_label("", "muted", wraps=True, name="cvae_header")
        self.mode = SegmentedChoice(
            [("all", tr("All at once")), ("steps", tr("Step by step"))],
            tr("What the picture shows"),
        )
        self.mode.chosen.connect(self._on_mode_chosen)
        self.back = make_button(
            tr("Back"), tr("Previous step of the picture"), on_click=partial(self._go, -1)
        )
        self.next = make_button(
            tr("Next"), tr("Next step of the picture"), on_click=partial(self._go, 1)
        )
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.reset = make_button(
            tr("Centre: z = μ"),
            tr("Puts z back to the centre of the posterior"),
            on_click=self._reset,
        )
        self.draw = make_button(
            tr("Sample: z = μ + σ·ε"),
            tr("Draws z at random from the posterior"),
            on_click=self._draw,
        )
        self._step = ""
        self._lines = (
            row(self.networks, None),
            row(self.mode, self.back, self.next, None),
        )
        self._controls = row(*self._lines, None)
        self._buttons = row(self.reset, self.draw, None)
        self._foot = row(self._buttons, self.header, spacing=2 * SPACING)
        self._foot.setStretch(1, 1)
        self.setLayout(column(self._controls, self.text, self.picture, self._foot))
        self._show_step()

    @property
    def step(self) -> str:
        """The step that is explained; "" for all of them."""
        return self._step

    def show_situation(self, situation: Situation) -> None:
        """Follow the drawing, with z = μ."""
        self._situation = situation
        has_two = situation.model is not None and situation.model.separate_generator is not None
        self.networks.setVisible(has_two)
        if has_two and situation.model is not None:
            read, write = situation.model.spec, situation.model.generator.spec
            reads = tr_n("Reads: {n} dimension", "Reads: {n} dimensions", read.latent_dim)
            writes = tr_n("Writes: {n} dimension", "Writes: {n} dimensions", write.latent_dim)
            self.networks.segment(READS).setText(reads)
            self.networks.segment(WRITES).setText(writes)
        if not has_two:
            self._network = READS
            self.networks.set_value(READS)
        self.header.setText(self._header())
        self._arrange()
        if self._step not in ("", *self._steps):
            self._step = "picture"
        self._show_mean()

    def minimumSizeHint(self) -> QSize:
        """Return the size with nothing side by side that may stand in two lines."""
        lines = [line.minimumSize().width() for line in (*self._lines, self._buttons)]
        return QSize(
            max(*lines, self.picture.minimumSizeHint().width()), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put what stands above and below the picture in one line each if there is room."""
        controls = sum(line.minimumSize().width() for line in self._lines)
        foot = self._buttons.minimumSize().width() + round(HEADER_WIDTH * text_scale())
        direction = QBoxLayout.Direction
        for box, needed in ((self._controls, controls), (self._foot, foot)):
            fits = needed + 2 * SPACING <= self.width()
            box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    @property
    def _steps(self) -> tuple[str, ...]:
        """The steps of this model: one without labels has none for the label."""
        has_labels = self._situation.model is None or self._situation.model.has_labels
        return STEPS if has_labels else tuple(step for step in STEPS if step != "label")

    def _show_mean(self) -> None:
        self._runner.cancel(SLOT)
        passes = self._situation.passes
        self._show(passes[NETWORKS.index(self._network)] if passes else None)

    def _show(self, way: ForwardPass | None) -> None:
        self._way = way
        model = self._situation.model
        names = model.label_names if model is not None else ()
        self.picture.show_pass(self._situation.image, way, names)
        for control in (self.reset, self.draw):
            control.setEnabled(way is not None)
        self._show_step()

    def _decode(self, latents: FloatArray) -> None:
        """Decode a moved z on the worker; the newest wins."""
        model, image, way = self._situation.model, self._situation.image, self._way
        if model is None or image is None or way is None:
            return
        engine = model.engine if self._network == READS else model.generator
        # The bar follows the hand at once, the reconstruction when it is decoded.
        self._way = moved(way, latents)
        self.picture.show_pass(image, self._way, model.label_names)
        job = partial(_decode_moved, engine, self._situation, way, latents)
        self._runner.submit(SLOT, job, self._on_decoded, _leave_to_the_log)

    def _on_decoded(self, way: ForwardPass) -> None:
        before = self._way
        if before is None or before.mean is not way.mean:
            return
        # A newer z may be in hand already; its own reconstruction follows.
        self._show(moved(way, before.latents))

    def _reset(self) -> None:
        self._show_mean()

    def _draw(self) -> None:
        if self._way is not None:
            self._draws += 1
            noise = np.random.default_rng(self._draws).standard_normal(len(self._way.mean))
            self._decode((self._way.mean + self._way.spread * noise).astype(np.float32))

    def _on_label_chosen(self, label: int) -> None:
        reply = self._session.reply
        own = reply.answer.label if reply is not None else None
        self._session.look_at(None if label == own else label)

    def _on_network_chosen(self, network: str) -> None:
        self._network = network
        self.header.setText(self._header())
        self._show_mean()

    def _on_mode_chosen(self, mode: str) -> None:
        self._step = "" if mode == "all" else STEPS[0]
        self._show_step()

    def _go(self, by: int) -> None:
        steps = self._steps
        at = steps.index(self._step) + by if self._step else 0
        self._step = steps[min(max(at, 0), len(steps) - 1)]
        self.mode.set_value("steps")
        self._show_step()

    def _show_step(self) -> None:
        self.picture.set_step(self._step)
        self.back.setEnabled(self._step not in ("", STEPS[0]))
        self.next.setEnabled(self._step != STEPS[-1])
        steps = self._steps
        told = self._told()
        if self._step:
            place = tr("{n} of {all}.", n=steps.index(self._step) + 1, all=len(steps))
            told = f"{bold(place)} {told}"
        self.text.setText(PARAGRAPH.format(text=told))
        self.text.setMinimumHeight(
            TEXT_LINES * round(1.2 * self.text.fontMetrics().height()) if self._step else 0
        )

    def _header(self) -> str:
        """Tell which network is shown, and which other there is."""
        model = self._situation.model
        if model is None:
            return ""
        if model.separate_generator is None:
            text = ONE_CVAE if model.has_labels else ONE_VAE
            return tr(text, model=model.name, n=model.spec.latent_dim)
        return tr(OF_READER if self._network == READS else OF_WRITER, model=model.name)

    def _told(self) -> str:
        """Return the text of the step."""
        situation, way = self._situation, self._way
        if situation.model is None:
            return tr("No model is open yet.")
        if way is None:
            return tr("Draw a digit on the canvas.")
        has_labels = situation.model.has_labels
        name = article(situation.name) if has_labels else tr("digit")
        values = {
            "name": bold(name),
            "n": len(way.mean),
            "kl": bold(nats_text(way.kl_nats)),
            "nats": bold(nats_text(way.reconstruction_nats)),
        }
        if not self._step:
            return tr(ALL if has_labels else ALL_PLAIN, **values)
        # The ELBO of a network that only writes is no evidence.
        is_evidence = has_labels and (self._network == READS or self._step != "elbo")
        told = [tr((TOLD if is_evidence else TOLD_PLAIN)[self._step], **values)]
        centred = situation.passes[NETWORKS.index(self._network)]
        if self._step == "elbo" and (way.latents != centred.mean).any():
            told.append(tr(MOVED, nats=bold(nats_text(centred.elbo_nats))))
        elif self._step == "elbo" and has_labels:
            told.append(tr(BY_READER if self._network == READS else BY_WRITER))
            reading = situation.reading
            if self._network == READS and reading is not None and reading.thought is not None:
                told.append(tr("The evidence list shows the evidence after “Think longer”."))
            elif self._network == READS and reading is not None and reading.views > 1:
                told.append(
                    tr_n(
                        "The evidence list shows the mean over {n} view of the drawing.",
                        "The evidence list shows the mean over {n} views of the drawing.",
                        reading.views,
                    )
                )
        return " ".join(told)


def moved(way: ForwardPass, latents: FloatArray) -> ForwardPass:
    """Return a forward pass whose z has moved and is not decoded yet."""
    return replace(way, latents=latents)


def _decode_moved(
    engine: Engine, situation: Situation, way: ForwardPass, latents: FloatArray
) -> ForwardPass:
    assert situation.image is not None
    return decoded_again(engine, situation.image, way, latents, situation.flip)


def _leave_to_the_log(error: Exception) -> None:
    """Ignore the error, which the job runner has logged: the last reconstruction stays."""
