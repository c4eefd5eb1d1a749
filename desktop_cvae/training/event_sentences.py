"""A training's events as sentences for people.

Tested in tests/cli/test_train.py.
"""

from __future__ import annotations

from desktop_cvae.core.command_events import Advised, Event, Saved, Started, TrainingProgress
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.results import EpochRecord


def sentence_of(event: Event) -> str:
    """Return what people want to know of an event; "" where that is nothing."""
    match event:
        case Started():
            return tr_n(
                "training {preset} on {n} image, {held_out} held out; seed {seed}; run {run}",
                "training {preset} on {n} images, {held_out} held out; seed {seed}; run {run}",
                event.images,
                preset=event.preset,
                held_out=number(event.validation_images),
                seed=event.training.get("seed", 0),
                run=event.run,
            )
        case TrainingProgress(record=EpochRecord() as record):
            return epoch_line(event, record)
        case Advised():
            return event.sentence
        case Saved():
            return f"{tr('saved {file}', file=event.file)}{_result(event.metrics)}"
    return ""


def epoch_line(progress: TrainingProgress, record: EpochRecord) -> str:
    """Return a finished epoch for people: losses in nats per image, speed, time."""
    width, held_out = len(str(progress.epochs)), record.validation
    return tr(
        "epoch {epoch}/{epochs}  loss {loss}  validation {validation}"
        "  (reconstruction {reconstruction}, KL {kl})  {speed} images/s  {seconds} s",
        epoch=f"{progress.epoch:{width}}",
        epochs=progress.epochs,
        loss=number(record.train.total, "7.2f"),
        validation=number(held_out.total, "7.2f"),
        reconstruction=number(held_out.reconstruction, "6.2f"),
        kl=number(held_out.kl, "5.2f"),
        speed=number(progress.images_per_second, "6,.0f"),
        seconds=number(record.seconds, "5.1f"),
    )


def _result(metrics: dict[str, float]) -> str:
    if not metrics:
        return ""
    accuracy = ""
    if "accuracy" in metrics:
        accuracy = tr("{share} % read, ", share=number(100 * metrics["accuracy"], ".2f"))
    loss = tr("−ELBO {nats} nats", nats=number(metrics["neg_elbo_nats"], ".2f"))
    return f": {accuracy}{loss}"
