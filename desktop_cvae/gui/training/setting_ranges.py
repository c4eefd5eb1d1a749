"""The sensible ranges of a training's numbers, and what each does."""

from __future__ import annotations

from desktop_cvae.gui.training.number_box import NumberRange

LATENT = NumberRange("Latent dimensions", "How many numbers describe a hand", 1, 512)
LIMIT = NumberRange(
    "Digits", "Learn from so many, the first ones", 0, 10_000_000, 0, 1000, zero="all"
)
NUMBERS = {
    "epochs": NumberRange("Epochs", "Passes over the training digits", 1, 10_000),
    "batch_size": NumberRange("Batch size", "Digits a step", 1, 8192, 0, 16),
    "learning_rate": NumberRange("Learning rate", "Adam's first step size", 1e-6, 0.1, 6, 0),
    "beta": NumberRange("β", "Weight of the KL term; 1 is the ELBO", 0, 100, 3, 0.1),
    "beta_warmup_epochs": NumberRange(
        "β warm-up", "β rises from 0 over so many epochs", 0, 10_000, 1, 1, suffix=" epochs"
    ),
    "augmentation": NumberRange(
        "Augmentation", "Strength of small random rotations, shears and shifts", 0, 1, 2, 0.1
    ),
    "elastic": NumberRange("Bending", "Strength of smooth random bending", 0, 1, 2, 0.1),
    "pen": NumberRange(
        "Pen", "Strength of changes of stroke width, softness and contrast", 0, 1, 2, 0.1
    ),
    "noise_share": NumberRange(
        "Noisy digits", "Share of the digits that are read under noise", 0, 1, 2, 0.1
    ),
    "noise_level": NumberRange(
        "Noise level", "The strongest noise; each digit draws its own", 0, 1, 2, 0.1
    ),
    "contrast": NumberRange(
        "Label contrast",
        "Step of telling the labels apart, in learning rates; 0 is the plain ELBO",
        0,
        10,
        2,
        0.1,
    ),
    "contrast_temperature": NumberRange(
        "Temperature",
        "The higher, the wider the true label has to win in the contrast",
        0.01,
        1000,
        2,
        1,
        suffix=" nats",
    ),
    "contrast_after_epochs": NumberRange(
        "Contrast after",
        "The contrast begins after so many epochs; each takes twice as long then",
        0,
        10_000,
        1,
        1,
        suffix=" epochs",
    ),
    "early_stopping_epochs": NumberRange(
        "Stop early",
        "Stop when so many epochs brought nothing better",
        0,
        10_000,
        suffix=" epochs",
        zero="never",
    ),
    "validation_share": NumberRange(
        "Validation", "Held out to see what is learnt", 1, 50, 1, 1, scale=100, suffix=" %"
    ),
    "seed": NumberRange("Seed", "The same seed trains the same model", 0, 2**31 - 1),
}
"""By the name of :class:`TrainingConfig`."""
