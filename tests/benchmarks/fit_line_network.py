"""Fit the line network, which reads a whole line at once, and write it into ``resources/signs``.

Usage: ``python tests/benchmarks/fit_line_network.py --handwriting FOLDER [--lines N] [--write]``
or, for the mean of two networks' weights, ``… --mean FIRST.weights.h5 SECOND.weights.h5 SHARE``

The lines are composed by ``synthesis/number_lines.py`` from the pen strokes in ``FOLDER`` and
MNIST's training digits but for the last 5,000; no line is seen twice. Every 20,000 lines the
program prints how many further lines, of pen strokes that are held back, are read right. Needs
TensorFlow.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

BATCH, CHUNK = 32, 1024
STEP_SIZE, DECAY = 1.5e-3, 0.01
WARM_UP = 400
EVERY = 20_000
"""Lines between two measurements."""
MEASURED = 1000


def compose(queue: multiprocessing.Queue, folder: Path, seed: int, count: int) -> None:
    """Compose chunks of lines in a process of its own."""
    from line_material import composed_chunk, open_material

    material = open_material(folder)
    for number in range(count):
        queue.put(composed_chunk(material, np.random.default_rng([seed, number]), CHUNK))


def batches(chunk: list[tuple[np.ndarray, str]], random: np.random.Generator) -> Iterator:
    """Yield batches of lines of alike width."""
    order = sorted(range(len(chunk)), key=lambda n: chunk[n][0].shape[1])
    groups = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    for index in random.permutation(len(groups)):
        yield [chunk[n] for n in groups[index]]


def main() -> None:
    """Fit a network, or average two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handwriting", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step-size", type=float, default=STEP_SIZE)
    parser.add_argument("--output", type=Path, help="weights are also written here as they come")
    parser.add_argument(
        "--go-on", type=Path, help="begin with an earlier --output or a shipped file"
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--mean", nargs=3, help="two --output files and the second's share")
    arguments = parser.parse_args()
    if arguments.mean:
        write(mean_of(*arguments.mean[:2], float(arguments.mean[2])))
    else:
        fit(arguments)


def fit(arguments: argparse.Namespace) -> None:
    """Compose lines in another process, and fit the network to them."""
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue = context.Queue(4)
    chunks = arguments.lines // CHUNK
    work = (queue, arguments.handwriting, arguments.seed, chunks)
    composer = context.Process(target=compose, args=work, daemon=True)
    composer.start()

    import keras
    import tensorflow as tf
    from line_material import (
        composed_chunk,
        line_network,
        load_folded,
        open_material,
        pad_lines,
        read_lines,
    )
    from safetensors.numpy import load_file

    further = composed_chunk(
        open_material(arguments.handwriting, held_back=True), np.random.default_rng(7), MEASURED
    )
    network = line_network()
    if arguments.go_on and arguments.go_on.suffix == ".safetensors":
        load_folded(network, load_file(arguments.go_on), pad_lines(further[:200])[0].numpy())
        print(f"begins with {read_lines(network, further)}", flush=True)
    elif arguments.go_on:
        network.load_weights(arguments.go_on)
    steps = arguments.lines // BATCH - WARM_UP
    schedule = keras.optimizers.schedules.CosineDecay(
        0.0, steps, warmup_target=arguments.step_size, warmup_steps=WARM_UP
    )
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=DECAY, global_clipnorm=5.0)

    @tf.function(reduce_retracing=True)
    def step(pictures, values, indices, shape, frames):
        with tf.GradientTape() as tape:
            logits = network(pictures, training=True)
            labels = tf.SparseTensor(indices, values, shape)
            losses = tf.nn.ctc_loss(
                labels, logits, None, frames, logits_time_major=False, blank_index=0
            )
            loss = tf.reduce_mean(losses)
        slopes = tape.gradient(loss, network.trainable_variables)
        optimizer.apply_gradients(zip(slopes, network.trainable_variables, strict=True))
        return loss

    random, seen, mean, started = np.random.default_rng(arguments.seed), 0, 10.0, time.monotonic()
    for _ in range(chunks):
        for batch in batches(queue.get(), random):
            loss = float(step(*pad_lines(batch)))
            mean += 0.01 * (loss - mean)
            seen += len(batch)
        if seen % EVERY < CHUNK:
            right = read_lines(network, further)
            minutes = (time.monotonic() - started) / 60
            print(f"{seen:,} lines, {minutes:.1f} min, loss {mean:.3f}, right {right}", flush=True)
            if arguments.output:
                network.save_weights(arguments.output)
    if arguments.output:
        network.save_weights(arguments.output)
    if arguments.write:
        write(network)


def mean_of(first: str, second: str, share: float):
    """Return the network with the weighted mean of two networks' weights (arXiv:2203.05482)."""
    from line_material import line_network

    one, other, mean = line_network(), line_network(), line_network()
    one.load_weights(first)
    other.load_weights(second)
    pairs = zip(one.get_weights(), other.get_weights(), strict=True)
    mean.set_weights([(1 - share) * before + share * after for before, after in pairs])
    return mean


def write(network) -> None:
    """Write the network into ``resources/signs``, in float16, with nine significant bits.

    The texts of 400 lines stay the same, and the file packs better.
    """
    from fit_shape_network import rounded
    from line_material import folded_tensors

    from desktop_cvae.inference.line_network import LINE_NETWORK
    from desktop_cvae.inference.shape_network import network_file
    from desktop_cvae.library.tensor_file import pack_tensors

    tensors = {
        name: rounded(array).astype(np.float16) for name, array in folded_tensors(network).items()
    }
    network_file(LINE_NETWORK).write_bytes(pack_tensors(tensors))


if __name__ == "__main__":
    main()
