"""What the fit of the line network needs: composed lines, the Keras network, batches, readings."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np

from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.line_network import (
    CLASSES,
    MIN_WIDTH,
    STRIDE,
    line_picture,
    network_shapes,
)
from desktop_cvae.synthesis.number_lines import PenDigits, compose_number_line, read_pen_digits

LEARNED = 55_000
"""MNIST's training digits after these are for validation."""
Material = tuple[PenDigits, tuple[np.ndarray, np.ndarray]]


def open_material(folder: Path, *, held_back: bool = False) -> Material:
    """Return pen strokes and scans to compose lines of."""
    pens = read_pen_digits(folder / "unipen_digits.json.gz", held_back=held_back)
    digits = load_dataset("mnist", "train")
    part = slice(LEARNED, None) if held_back else slice(None, LEARNED)
    return pens, (digits.images[part], digits.labels[part])


def composed_chunk(
    material: Material, random: np.random.Generator, count: int
) -> list[tuple[np.ndarray, str]]:
    """Compose lines that have room for their text in the network's frames."""
    found: list[tuple[np.ndarray, str]] = []
    while len(found) < count:
        picture, text = compose_number_line(*material, random)
        image = line_picture(np.asarray(picture, np.float32) / 255).astype(np.float16)
        repeats = sum(a == b for a, b in itertools.pairwise(text))
        if text and image.shape[1] // STRIDE >= len(text) + repeats:
            found.append((image, text))
    return found


def pad_lines(batch: list[tuple[np.ndarray, str]]) -> tuple:
    """Return pictures, sparse labels and frames for a step."""
    import tensorflow as tf

    width = max(MIN_WIDTH, -(-max(image.shape[1] for image, _ in batch) // 16) * 16)
    pictures = np.zeros((len(batch), batch[0][0].shape[0], width, 1), np.float32)
    indices, values = [], []
    for row, (image, text) in enumerate(batch):
        pictures[row, :, : image.shape[1], 0] = image
        indices += [(row, at) for at in range(len(text))]
        values += [1 + CLASSES.index(sign) for sign in text]
    frames = np.array([image.shape[1] // STRIDE for image, _ in batch], np.int32)
    shape = (len(batch), max(len(text) for _, text in batch))
    return (
        tf.constant(pictures),
        tf.constant(values, tf.int32),
        tf.constant(indices, tf.int64),
        tf.constant(shape, tf.int64),
        tf.constant(frames),
    )


def line_network():
    """The untrained network; its layers' names are those of ``inference/line_network.py``."""
    import keras
    from keras import layers

    from desktop_cvae.inference.line_network import BLOCKS, HEIGHT, KERNEL, MIDDLE

    pictures = keras.Input((HEIGHT, None, 1))
    value = pictures
    for name, channels, pool in BLOCKS:
        value = layers.Conv2D(channels, 3, padding="same", use_bias=False, name=name)(value)
        value = layers.BatchNormalization(momentum=0.98, epsilon=1e-3, name=f"{name}.norm")(value)
        value = layers.ReLU()(value)
        if pool:
            value = layers.MaxPooling2D(pool)(value)
    rows = HEIGHT // int(np.prod([pool[0] for *_, pool in BLOCKS if pool]))
    value = layers.SpatialDropout2D(0.1)(value)
    value = layers.Conv2D(MIDDLE, (rows, 1), use_bias=False, name="column")(value)
    value = layers.BatchNormalization(momentum=0.98, epsilon=1e-3, name="column.norm")(value)
    value = layers.ReLU()(value)
    value = layers.Reshape((-1, MIDDLE))(value)
    for name in ("along", "along2"):
        new = layers.Conv1D(MIDDLE, KERNEL, padding="same", use_bias=False, name=name)(value)
        new = layers.BatchNormalization(momentum=0.98, epsilon=1e-3, name=f"{name}.norm")(new)
        value = layers.Dropout(0.1)(layers.ReLU()(new))
    logits = layers.Conv1D(1 + len(CLASSES), 1, name="signs")(value)
    return keras.Model(pictures, logits)


def greedy(logits: np.ndarray, frames: int) -> str:
    """Return the text of the likeliest class of each frame (CTC's best path)."""
    best = logits[:frames].argmax(1)
    kept = best[np.concatenate([[True], best[1:] != best[:-1]])]
    return "".join(CLASSES[n - 1] for n in kept if n)


def read_lines(network, lines: list[tuple[np.ndarray, str]]) -> str:
    """Return what share of lines is read right, whole and digits alone."""
    whole = digits = 0
    order = sorted(range(len(lines)), key=lambda n: lines[n][0].shape[1])
    for at in range(0, len(order), 50):
        batch = [lines[n] for n in order[at : at + 50]]
        pictures, *_, frames = pad_lines(batch)
        logits = network(pictures, training=False).numpy()
        for (_, text), row, count in zip(batch, logits, frames.numpy(), strict=True):
            read = greedy(row, count)
            whole += read == text
            digits += _digits(read) == _digits(text)
    return f"{whole / len(lines):.3f} whole, {digits / len(lines):.3f} digits"


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def folded_tensors(network) -> dict[str, np.ndarray]:
    """Return the tensors of ``inference/line_network.py``, batch normalisation folded into them."""
    tensors = {}
    names = [name.removesuffix(".kernel") for name in network_shapes() if name.endswith(".kernel")]
    for name in names:
        layer = network.get_layer(name)
        kernel = layer.get_weights()[0]
        if kernel.ndim == 3:
            kernel = kernel[np.newaxis]
        if name == "signs":
            scale, bias = np.ones(kernel.shape[-1]), layer.get_weights()[1]
        else:
            norm = network.get_layer(f"{name}.norm")
            gamma, beta, mean, variance = norm.get_weights()
            scale = gamma / np.sqrt(variance + norm.epsilon)
            bias = beta - mean * scale
        tensors[f"{name}.kernel"] = (kernel * scale).transpose(3, 2, 0, 1).astype(np.float32)
        tensors[f"{name}.bias"] = bias.astype(np.float32)
    return {name: np.ascontiguousarray(tensors[name]) for name in network_shapes()}


def load_folded(network, tensors: dict[str, np.ndarray], pictures: np.ndarray) -> None:
    """Begin with a shipped network: set the weights from its folded tensors.

    A network with more channels says the same: its new channels are random, and nothing listens to
    them yet.

    Args:
        network: from ``line_network``.
        tensors: those of ``folded_tensors``; no kernel larger than the network's.
        pictures: float32, (N, 40, W, 1), to measure what batch normalisation takes away.
    """
    import keras

    for name in [name.removesuffix(".kernel") for name in tensors if name.endswith(".kernel")]:
        layer = network.get_layer(name)
        kernel = layer.get_weights()[0]
        old = tensors[f"{name}.kernel"].astype(np.float32).transpose(2, 3, 1, 0)
        old = old[0] if kernel.ndim == 3 else old
        known, channels = old.shape[-2:]
        kernel[..., :channels] = 0
        kernel[..., :known, :channels] = old
        bias = np.zeros(kernel.shape[-1], np.float32)
        bias[:channels] = tensors[f"{name}.bias"]
        if name == "signs":
            layer.set_weights([kernel, bias])
            continue
        layer.set_weights([kernel])
        sums = keras.Model(network.input, layer.output).predict(pictures, verbose=0)
        axes = tuple(range(sums.ndim - 1))
        mean, variance = sums.mean(axes), sums.var(axes)
        norm = network.get_layer(f"{name}.norm")
        gamma = np.sqrt(variance + norm.epsilon)
        beta = bias + mean
        gamma[channels:], beta[channels:] = 1, 0
        norm.set_weights([gamma, beta, mean, variance])
