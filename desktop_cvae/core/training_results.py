"""What a training tells: losses, epochs and progress; frozen values that may cross threads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LossTerms:
    """Mean loss of one image, in nats on the grey-pixel BCE scale.

    Attributes:
        total: reconstruction + β·KL, what is minimised.
        reconstruction: −log p(x | z, y) summed over the pixels.
        kl: KL(q ‖ p).
    """

    total: float
    reconstruction: float
    kl: float


@dataclass(frozen=True)
class EpochRecord:
    """One epoch of a model's history.

    Attributes:
        epoch: counted from 1.
        train: means over the epoch's batches, as trained (with dropout).
        validation: means over the held-out part.
        seconds: the epoch's wall time.
    """

    epoch: int
    train: LossTerms
    validation: LossTerms
    seconds: float


@dataclass(frozen=True)
class TrainingProgress:
    """Where a training stands, after every few batches and every epoch.

    Attributes:
        epoch: counted from 1.
        epochs: how many there will be.
        batch: counted from 1 within the epoch.
        batches: batches an epoch.
        train: running means of this epoch.
        images_per_second: over this epoch so far.
        record: the finished epoch's record, or None within an epoch.
        kl_per_dimension: with a record, mean KL of each latent dimension over the held-out
            part, in nats; they add up to its KL.
        active_units: with a record, number of dimensions whose posterior mean varies by more
            than 0.01 (variance over the held-out part; Burda et al. 2016, arXiv:1509.00519).
        is_best: True with the record of the best epoch so far, by validation −ELBO.
    """

    epoch: int
    epochs: int
    batch: int
    batches: int
    train: LossTerms
    images_per_second: float
    record: EpochRecord | None = None
    kl_per_dimension: tuple[float, ...] = ()
    active_units: int | None = None
    is_best: bool = False
