"""The public library behind ``import desktop_cvae as dc``: load, read, generate, train.

A thin front over ``OpenedModel`` and the command ``train``: it takes pictures in any form, and
gives plain values and arrays. Neither Qt nor matplotlib is loaded, and TensorFlow only by
:func:`train` and :meth:`Model.to_keras`.
"""

from __future__ import annotations

import dataclasses
import html
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np
import numpy.typing as npt

from desktop_cvae.bulk.batches import BATCH
from desktop_cvae.bulk.record_formats import json_line
from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, MAX_FALSE_REJECTION_RATE
from desktop_cvae.core.command_events import Event, Saved, Started
from desktop_cvae.core.errors import ImageProblem, InvalidData, MissingLabels, UsageError
from desktop_cvae.core.language import number, percent_text, tr
from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import (
    NO_BOX,
    UNSURE,
    Box,
    Candidate,
    FloatArray,
    NoiseSetting,
    Posterior,
    PreparedDigit,
    Recognition,
)
from desktop_cvae.core.specs import TRAINING_SETTINGS, ModelSpec, TrainingConfig, count_trainable
from desktop_cvae.core.tasks import result_of
from desktop_cvae.core.thought import MOST_THINKING_STEPS
from desktop_cvae.inference import opened_model
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.onnx_files import NETWORKS, RECOGNISER, export_network
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import (
    NOTHING_FOUND,
    FoundDigit,
    PictureRecord,
    box_around,
    number_record,
    picture_record,
    probability_of,
    verdict_on,
)
from desktop_cvae.inference.thinking import with_thought
from desktop_cvae.library import model_library
from desktop_cvae.library.model_file import SUFFIX, read_model_file
from desktop_cvae.pictures.contact_sheets import data_url
from desktop_cvae.pictures.hypotheses import propose_hypotheses
from desktop_cvae.pictures.picture_files import ReadPicture
from desktop_cvae.pictures.picture_sources import PictureSource, read_source
from desktop_cvae.training.event_sentences import sentence_of

if TYPE_CHECKING:
    import keras


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Reading:
    """Reading of a picture: one digit, or a number of several.

    Attributes:
        text: what was read. Of a digit: its label, or "" if it is not a digit or nothing was found.
            Of a number: its digits, with ``?`` for what is not a digit; lines joined by line ends.
        probability: that all of ``text`` is right, in [0, 1], given that the picture shows
            digits. Of a digit: the largest of ``probabilities``. Of a number: the product over its
            lines, each among all ways to cut the line and to read its pieces; a rule leaves only
            the ways that keep it. 0 where ``record`` has None: nothing was found, or nothing is a
            digit.
        verdict: ``"digit"``, ``"unsure"``, ``"not a digit"`` or ``"nothing found"``; a number has
            the worst of its digits.
        labels: the labels that it may have, the most likely first; two or three where it is unsure,
            none where it is not a digit, nor of a number.
        evidence: the ELBO under each label, in nats, ≤ 0; the mean over 11 views of the picture if
            the first view is a close call. Empty for a number, and if nothing was found.
        probabilities: of each label, in [0, 1], sum 1: the softmax of ``evidence`` over the
            temperature of the model's calibration, or over 1 without one. They tell labels apart
            and not whether the picture is a digit, so a rejected one has them, too.
        box: (x, y, width, height) around the ink, in the picture's pixels; all 0 if nothing was
            found.
        image: float32, (28, 28), in [0, 1], white ink on black: what the model read; zeros for a
            number.
        digits: the digits of a number, left to right, top to bottom; empty for one digit. The
            ``probability`` of each is its label's and is at most that of the cuts around it.
        warning: a sentence if a number breaks its rule, or "".
        record: the same as the command ``recognize --format jsonl`` writes it, which rounds
            ``probability`` to 6 digits and the evidence to 3 digits after the point.
    """

    text: str
    probability: float
    verdict: str
    labels: tuple[str, ...] = ()
    evidence: Mapping[str, float] = field(default_factory=dict)
    probabilities: Mapping[str, float] = field(default_factory=dict)
    box: Box = NO_BOX
    image: FloatArray
    digits: tuple[Reading, ...] = ()
    warning: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)
    # As bytes, (K, 28, 28): as floats, the explanations of 60,000 digits would fill 1.9 GB.
    _explanations: npt.NDArray[np.uint8] | None = None

    @property
    def explanations(self) -> dict[str, FloatArray]:
        """Reconstruction under each label, float32, (28, 28), in [0, 1]; {} for a number."""
        if self._explanations is None:
            return {}
        images = self._explanations.astype(np.float32) / np.float32(255)
        return dict(zip(self.evidence, images, strict=True))

    def __repr__(self) -> str:
        if self.verdict == NOTHING_FOUND:
            return f"<Reading: {NOTHING_FOUND}>"
        doubt = f": {' or '.join(self.labels)}" if self.verdict == UNSURE and self.labels else ""
        return f"<Reading {self.text!r}: {percent_text(self.probability)}, {self.verdict}{doubt}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the explanations under all labels, or a number's digits."""
        parts = [self.text or "–", tr(self.verdict), self.warning]
        if self.verdict != NOTHING_FOUND:
            parts.insert(1, percent_text(self.probability))
        head = ", ".join(html.escape(part) for part in parts if part)
        cells = [_cell(self.image, tr("picture"))] if not self.digits else []
        cells += [
            _cell(digit.image, f"<b>{html.escape(digit.text or '?')}</b>") for digit in self.digits
        ]
        for name, image in self.explanations.items():
            is_read = name == (self.labels[0] if self.labels else None)
            label = html.escape(name)
            title = f"<b>{label}</b>" if is_read else label
            nats = tr("{nats} nats", nats=number(self.evidence[name], ".1f").replace("-", "−"))
            cells.append(_cell(image, f"{title}<br>{nats}"))
        return f"<div><p>{head}</p><table><tr>{''.join(cells)}</tr></table></div>"


def _cell(image: FloatArray, caption: str) -> str:
    picture = f'<img src="{data_url(image)}" width="56" height="56" alt="">'
    return f'<td style="text-align:center;vertical-align:top">{picture}<br>{caption}</td>'


class Model:
    """A model that is ready to answer; call it on one thread at a time.

    Every ``picture`` is a file's name, also a page's (``"scan.pdf#2"``), a picture file's bytes, a
    Pillow image or a NumPy array, of any size, with light or dark ink: see
    :func:`desktop_cvae.pictures.picture_sources.read_source`. What cannot be read raises
    ``errors.ImageProblem``. Labels are names, such as ``"7"``, or numbers.

    Args:
        opened: the opened model; :func:`load` makes it.

    Attributes:
        name: its name in the library.
        label_names: names of its labels; empty for a plain VAE.
    """

    def __init__(self, opened: OpenedModel) -> None:
        self._opened = opened
        self.name: str = opened.name
        self.label_names: tuple[str, ...] = opened.label_names

    @property
    def spec(self) -> ModelSpec:
        """The network that reads, as data."""
        return self._opened.spec

    @property
    def latent_dim(self) -> int:
        """Number of latent dimensions L of :meth:`posterior` and :meth:`decode`."""
        return self._opened.generator.spec.latent_dim

    @property
    def metrics(self) -> dict[str, float]:
        """Results on held-out digits, such as ``accuracy`` and ``neg_elbo_nats``."""
        return dict(self._opened.manifest.metrics)

    @property
    def path(self) -> Path:
        """Its file."""
        return self._opened.entry.path

    def __repr__(self) -> str:
        kind = f"CVAE of {len(self.label_names)} labels" if self.label_names else "VAE"
        networks = {id(one): one.spec for one in (self._opened.engine, self._opened.generator)}
        weights = sum(count_trainable(spec.tensors()) for spec in networks.values())
        return f"<Model {self.name!r}: {kind}, {self.latent_dim} latents, {weights:,} weights>"

    @overload
    def read(
        self,
        picture: list[PictureSource],
        *,
        false_rejection_rate: float = ...,
        preparation: str = ...,
        thinking_steps: int = ...,
    ) -> list[Reading]: ...

    @overload
    def read(
        self,
        picture: PictureSource,
        *,
        false_rejection_rate: float = ...,
        preparation: str = ...,
        thinking_steps: int = ...,
    ) -> Reading: ...

    def read(
        self,
        picture: PictureSource | list[PictureSource],
        *,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
        preparation: str = "",
        thinking_steps: int = 0,
    ) -> Reading | list[Reading]:
        """Read one digit, or a list of pictures of one digit each in batches.

        Args:
            picture: one picture, or a list of them; an array of several is ``list(array)``.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.
            preparation: a key of ``core.preparation_names.PREPARATIONS``, such as ``"inverted"``;
                "" lets the evidence decide, which is much faster where nothing is in doubt.
            thinking_steps: steps for which each digit is thought about, in 0 … 100; 0 reads it in
                one pass. 12 are usual and take a fifth of a second.

        Returns:
            the picture's reading; of a list, a list of readings in its order.

        Raises:
            MissingLabels: the model has no labels.
            UsageError: the rate or the steps are out of range, or there is no such preparation.
            ImageProblem: a picture cannot be read.
        """
        self._require_labels()
        _require_rate(false_rejection_rate)
        if preparation and preparation not in PREPARATIONS:
            known = ", ".join(PREPARATIONS)
            raise UsageError(
                tr(
                    "There is no preparation “{name}”; there are {known}.",
                    name=preparation,
                    known=known,
                )
            )
        if not 0 <= thinking_steps <= MOST_THINKING_STEPS:
            raise UsageError(
                tr(
                    "The number of thinking steps must be between 0 and {most}.",
                    most=number(MOST_THINKING_STEPS),
                )
            )
        pictures = picture if isinstance(picture, list) else [picture]
        readings: list[Reading] = []
        for start in range(0, len(pictures), BATCH):
            sources = pictures[start : start + BATCH]
            found = [read_source(source) for source in sources]
            proposed = [propose_hypotheses(one.image) for one in found]
            candidates = self._opened.prepare_all(proposed, false_rejection_rate, preparation)
            if thinking_steps:
                recogniser, rate = self._opened.recogniser, false_rejection_rate
                candidates = [
                    (with_thought(recogniser, best, thinking_steps, rate), *others)
                    for best, *others in candidates
                ]
            readings += map(self._reading, sources, found, candidates)
        return readings if isinstance(picture, list) else readings[0]

    def read_number(
        self,
        picture: PictureSource,
        rule: str | None = None,
        *,
        false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
    ) -> Reading:
        """Read all numbers of a picture.

        Args:
            picture: one picture.
            rule: what every line must be: ``"length:5"``, ``"postal:5"``, ``"phone"``, ``"card"``,
                ``"date"``, ``"amount"`` or ``"decimal"``; None takes any number.
            false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.

        Returns:
            one reading of all lines; its ``digits`` has one reading for each digit.

        Raises:
            MissingLabels: the model has no labels.
            UsageError: the rate is out of range, or there is no such rule.
            ImageProblem: the picture cannot be read.
        """
        self._require_labels()
        _require_rate(false_rejection_rate)
        field_rule = None if rule is None else parse_rule(rule)
        source = read_source(picture)
        page = self._opened.read_page(source.image, field_rule, false_rejection_rate)
        name, labels = _name_of(picture), self.label_names
        record = number_record(name, page, self.name, labels, source.reduction)
        digits = tuple(
            _digit_reading(found, one.prepared, one.recognition, labels)
            for found, one in zip(record.digits, page.digits, strict=True)
        )
        return Reading(
            text=record.text,
            probability=probability_of(record) or 0.0,
            verdict=verdict_on(record.digits),
            box=box_around(record.digits) if digits else NO_BOX,
            image=np.zeros((28, 28), np.float32),
            digits=digits,
            warning=record.warning,
            record=_json(record),
        )

    def generate(
        self,
        label: str | int | None = None,
        count: int = 1,
        *,
        seed: int = 0,
        temperature: float = 1.0,
        min_probability: float | None = None,
    ) -> FloatArray:
        """Write new digits.

        Args:
            label: of all digits; None takes all labels in turn, or a plain VAE's only way.
            count: number of digits, ≥ 0.
            seed: ≥ 0; the same seed writes the same digits.
            temperature: scales the prior's deviations, ≥ 0; lower is more typical.
            min_probability: in [0, 1]: draw digits again that are not read as their label with at
                least this probability; None draws again as the command ``generate`` does.

        Returns:
            float32, (count, 28, 28), in [0, 1], white ink on black.

        Raises:
            MissingLabels: a label was chosen for a model without labels.
            UsageError: there is no such label, the count, seed or temperature is negative, or
                ``min_probability`` is never reached.
        """
        if min(count, seed, temperature) < 0:
            raise UsageError(
                tr("The number of digits, the seed and the temperature cannot be negative.")
            )
        index = self._index(label)
        if not count:
            return np.zeros((0, 28, 28), np.float32)
        task = self._opened.generate(index, count, temperature, seed, min_probability)
        return result_of(task).images

    def reconstruct(self, picture: PictureSource, label: str | int | None = None) -> FloatArray:
        """Return the decoder's picture of a digit, float32, (28, 28), in [0, 1].

        Args:
            picture: one picture.
            label: under which it is encoded and decoded; None takes the one that is read.

        Raises:
            UsageError: there is no such label.
            ImageProblem: the picture cannot be read, or nothing is written in it.
        """
        index, candidate = self._index(label), self._prepare(picture)
        answer = self._opened.answer(
            candidate.prepared, NoiseSetting(), index, candidate.recognition
        )
        assert answer.reconstruction is not None, "there is ink"
        return answer.reconstruction

    def posterior(self, picture: PictureSource, label: str | int | None = None) -> Posterior:
        """Return q(z | x, y) of a digit: mean and natural log variance, float32, (L,) each.

        In a model of two networks it is the generator's, whose latents :meth:`decode` takes.

        Args:
            picture: one picture.
            label: y; None takes the one that is read.

        Raises:
            UsageError: there is no such label.
            ImageProblem: the picture cannot be read, or nothing is written in it.
        """
        index, candidate = self._index(label), self._prepare(picture)
        image = candidate.prepared.image[np.newaxis]
        if index is None:
            reading = candidate.recognition or self._opened.read(image)[0]
            index = reading.label or 0
        posterior = self._opened.generator.encode(image, np.array([index], np.int64))
        return Posterior(posterior.mean[0], posterior.log_var[0])

    def decode(self, latents: npt.ArrayLike, label: str | int | None = None) -> FloatArray:
        """Decode latents under a label.

        Args:
            latents: float, (L,) or (N, L).
            label: of all of them; needed by a model with labels.

        Returns:
            float32, (28, 28) or (N, 28, 28), in [0, 1], white ink on black.

        Raises:
            UsageError: the latents have another shape, or there is no such label.
        """
        codes = np.asarray(latents, np.float32)
        rows = codes[np.newaxis] if codes.ndim == 1 else codes
        size = self._opened.generator.spec.latent_dim
        index = self._index(label)
        if rows.ndim != 2 or rows.shape[1] != size:
            raise UsageError(
                tr(
                    "Latents of shape {shape} cannot be decoded; the model has {size} latent "
                    "dimensions.",
                    shape=codes.shape,
                    size=size,
                )
            )
        if index is None and self.label_names:
            known = ", ".join(self.label_names)
            raise UsageError(tr("Name the label to decode under: {known}.", known=known))
        labels = np.full(len(rows), index or 0, np.int64)
        images = self._opened.generator.decode(rows, labels)
        return images[0] if codes.ndim == 1 else images

    def to_keras(self) -> keras.Model:
        """Return the network that reads as a functional Keras model of Keras' own layers.

        It takes images, (B, 28, 28, 1), and, with labels, one-hot labels, (B, K), and returns a
        dictionary of ``reconstruction``, ``mean`` and ``log_var``. Its layers ``encoder`` and
        ``decoder`` are models, too. This loads TensorFlow.

        Raises:
            EnvironmentProblem: TensorFlow is missing.
        """
        from desktop_cvae.model.tensorflow_setup import require_tensorflow

        require_tensorflow()
        # It imports Keras, which takes seconds.
        from desktop_cvae.model.functional_model import functional_model

        model = read_model_file(self.path)
        return functional_model(model.manifest.spec, model.weights)

    def export_onnx(
        self,
        path: str | os.PathLike[str],
        *,
        network: str = RECOGNISER,
        overwrite: bool = False,
    ) -> Path:
        """Write a network as one ONNX file for other programs, and return its path.

        Args:
            path: the file.
            network: ``"recogniser"``, the network that reads, with the calibration's temperature
                in the metadata; or ``"generator"``, the network that writes, with inputs that draw
                latents from its prior. ``docs/onnx.md`` lists inputs and outputs of both.
            overwrite: True may replace an existing file.

        Raises:
            UsageError: there is no such network, or the file exists and may not be overwritten.
            InputOutputError: it cannot be written.
        """
        if network not in NETWORKS:
            known = ", ".join(NETWORKS)
            raise UsageError(
                tr("There is no network “{name}”; there are {known}.", name=network, known=known)
            )
        output = _free_output(Path(path), overwrite=overwrite)
        write_atomically(output, export_network(read_model_file(self.path), network))
        return output

    def _require_labels(self) -> None:
        if not self.label_names:
            raise MissingLabels(self.name)

    def _index(self, label: str | int | None) -> int | None:
        return None if label is None else self._opened.label_index(str(label))

    def _prepare(self, picture: PictureSource) -> Candidate:
        candidate = self._opened.prepare(read_source(picture).image)[0]
        if not candidate.prepared.found:
            raise ImageProblem(tr("Nothing was found in “{name}”.", name=_name_of(picture)))
        return candidate

    def _reading(
        self, source: PictureSource, picture: ReadPicture, candidates: Sequence[Candidate]
    ) -> Reading:
        name, best = _name_of(source), candidates[0]
        prepared, reading = best.prepared, best.recognition
        if reading is None:
            empty = PictureRecord(name, "", (), self.name)
            return Reading(
                text="",
                probability=0.0,
                verdict=NOTHING_FOUND,
                image=prepared.image,
                record=_json(empty),
            )
        scaled = dataclasses.replace(prepared, box=prepared.box.scaled(picture.reduction))
        record = picture_record(name, scaled, reading, self._opened)
        digit = _digit_reading(record.digits[0], prepared, reading, self.label_names)
        return dataclasses.replace(digit, record=_json(record))


def _digit_reading(
    digit: FoundDigit, prepared: PreparedDigit, reading: Recognition, names: Sequence[str]
) -> Reading:
    return Reading(
        text=digit.label or "",
        probability=digit.probability or 0.0,
        verdict=digit.verdict,
        labels=digit.labels,
        evidence=dict(zip(names, digit.evidence_nats, strict=True)),
        probabilities=dict(zip(names, reading.probabilities.tolist(), strict=True)),
        box=digit.box,
        image=prepared.image,
        _explanations=np.rint(255 * reading.reconstructions).astype(np.uint8),
    )


def _json(record: PictureRecord) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(json_line(record))
    return fields


def _require_rate(rate: float) -> None:
    if not 0 <= rate <= MAX_FALSE_REJECTION_RATE:
        most = f"{MAX_FALSE_REJECTION_RATE:g}"
        raise UsageError(
            tr("The false rejection rate must be a number from 0 to {most}.", most=most)
        )


def _name_of(picture: PictureSource) -> str:
    return os.fspath(picture) if isinstance(picture, str | os.PathLike) else ""


def list_models() -> list[str]:
    """Return the names of the models that :func:`load` knows, the program's own first."""
    return [entry.name for entry in model_library.list_models()]


def load(model: str | os.PathLike[str] = "studio") -> Model:
    """Open a model.

    Args:
        model: a name in the library (see :func:`list_models`), or a ``.cvae`` file.

    Raises:
        UsageError: there is no such model.
        ModelFileError: the file cannot be used.
        InputOutputError: there is no such file, or it cannot be read.
    """
    return Model(opened_model.open_model(os.fspath(model)))


def train(
    preset: str = "studio",
    data: str | os.PathLike[str] = "mnist",
    *,
    name: str | None = None,
    output: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    limit: int | None = None,
    start_from: str | None = None,
    latent_dim: int | None = None,
    conditional: bool = True,
    report: Callable[[str], object] | None = print,
    **settings: float | str,
) -> Model:
    """Train, save, measure and open a model, as the command ``train`` does; loads TensorFlow.

    Args:
        preset: name of the network and its settings, a key of ``core.network_presets.PRESETS``.
        data: ``"mnist"``, a stored data set's name, or a path: an ``.npz``, ``.csv`` or IDX file,
            or a folder with one folder per label.
        name: the model's name; None makes one of the preset's or the output's.
        output: the model's file; None puts it into the library.
        overwrite: True may replace an existing file.
        limit: number of images to use, ≥ 2; None for all.
        start_from: name or file of a model whose network and weights to begin with.
        latent_dim: number of latent dimensions, 1–512; None keeps the preset's.
        conditional: False trains the network as a plain VAE, without labels.
        report: called with a sentence for every epoch and event; None is silent.
        settings: settings of the training that differ from the preset's, by name, such as
            ``epochs=5``; see ``core.specs.TrainingConfig``.

    Returns:
        the trained model, opened from its file.

    Raises:
        UsageError: there is no such preset, setting or model to start from, a value is out of
            range, the name cannot be a file's, or the output exists.
        DatasetProblem: the data cannot be used.
        EnvironmentProblem: TensorFlow is missing, or the memory is too small.
        TrainingProblem: there is nothing to learn from, or the loss became NaN.
        KeyboardInterrupt: it was interrupted; the sentence names the run that can be resumed.
    """
    # Only training needs its room, which takes a while to load.
    from desktop_cvae.training.run_request import RunRequest
    from desktop_cvae.training.training_run import train_run

    network, config = _configure(preset, latent_dim, settings)
    if output is None:
        if name is not None:
            model_library.require_model_name(name)
        named = None if name is None else paths.models_dir() / f"{name}{SUFFIX}"
        output = named or model_library.new_model_file(preset)
    file = _free_output(Path(output), overwrite=overwrite)
    request = RunRequest(
        data=os.fspath(data),
        limit=limit,
        name=name or file.stem,
        output=file,
        overwrite=overwrite,
        network=network if conditional else network.without_labels(),
        config=config,
        start_from=start_from,
    )
    reporter = _SentenceReporter(report)
    try:
        train_run(request, reporter)
    except KeyboardInterrupt as interrupt:
        if not reporter.run:
            raise
        raise KeyboardInterrupt(
            tr(
                "The training was interrupted; “desktop-cvae train --resume {run}” continues it.",
                run=reporter.run,
            )
        ) from interrupt
    assert reporter.saved is not None, "only a command or a signal ends it without a model"
    return load(reporter.saved)


def _configure(
    preset: str, latent_dim: int | None, settings: Mapping[str, Any]
) -> tuple[ModelSpec, TrainingConfig]:
    chosen = preset_named(preset)
    for name in settings:
        if name not in TRAINING_SETTINGS:
            known = ", ".join(TRAINING_SETTINGS)
            raise UsageError(
                tr("There is no setting “{name}”; there are {known}.", name=name, known=known)
            )
    try:
        network = dataclasses.replace(chosen.spec, latent_dim=latent_dim or chosen.spec.latent_dim)
        return network, dataclasses.replace(chosen.training, **settings)
    except InvalidData as error:
        raise UsageError(error.sentence) from error


def _free_output(path: Path, *, overwrite: bool) -> Path:
    if path.exists() and not overwrite:
        raise UsageError(tr("“{path}” exists; overwrite=True replaces it.", path=path))
    return path


class _SentenceReporter:
    """Reports a training's events as sentences, and remembers the run and the saved file."""

    def __init__(self, report: Callable[[str], object] | None) -> None:
        self._report = report
        self.run = ""
        self.saved: Path | None = None

    def say(self, event: Event) -> None:
        match event:
            case Started():
                self.run = event.run
            case Saved():
                self.saved = event.file
        if sentence := sentence_of(event):
            self.note(sentence)

    def note(self, sentence: str) -> None:
        if self._report is not None:
            self._report(sentence)
