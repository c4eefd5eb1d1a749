"""Time to the window and to the first answer, and memory, beside ``import tensorflow``.

Usage: ``python tests/benchmarks/start.py``; offscreen unless ``QT_QPA_PLATFORM`` is set.
The runs take turns, each in a fresh process; medians are printed. All find their modules
compiled, as ``pip install`` leaves them: the first start of each, which compiles, does not count.
The floor is the least that any such program does: an empty PySide6 window, NumPy, and one answer
of the same network by ONNX Runtime.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from process_memory import memory_mb

from desktop_cvae.core import paths
from desktop_cvae.inference.onnx_files import RECOGNISER, export_network
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model

ROUNDS = 5
TENSORFLOW = "import tensorflow"
FLOOR = """
import os
import sys
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
application.processEvents()
import onnxruntime
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
session = onnxruntime.InferenceSession(sys.argv[1], options)
latents = session.get_inputs()[1].shape[1]
given = {
    "images": np.zeros((1, 28, 28), np.float32),
    "latents": np.zeros((0, latents), np.float32),
    "labels": np.zeros(0, np.int64),
}
session.run(["reconstructions", "reconstruction_nats", "kl_nats"], given)
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
TRACED = Path(__file__).parents[1] / "traced_program.py"


def as_installed() -> dict[str, str]:
    """The environment, but for a wish to have no module kept compiled."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def start_window(picture: Path) -> dict[str, float]:
    """Start the program on a picture; seconds to window and answer, and megabytes then."""
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace.jsonl"
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **as_installed(),
            "DESKTOP_CVAE_HOME": folder,
        }
        started = time.time()
        command = [sys.executable, str(TRACED), str(trace), str(picture)]
        process = subprocess.Popen(command, env=environment)
        try:
            times = wait_for_answer(trace, started)
            return {**times, "memory_mb": memory_mb("VmHWM", process.pid)}
        finally:
            process.terminate()
            process.wait()


def wait_for_answer(trace: Path, started: float) -> dict[str, float]:
    """Seconds until the events ``shown`` and ``answer``."""
    while time.time() - started < 60:
        text = trace.read_text(encoding="utf-8") if trace.exists() else ""
        events = {e["event"]: e["time"] - started for e in map(json.loads, text.splitlines())}
        if "answer" in events:
            return {"window_s": events["shown"], "answer_s": events["answer"]}
        time.sleep(0.005)
    raise SystemExit("the window did not answer within a minute")


def import_tensorflow() -> float:
    """Seconds of ``python -c "import tensorflow"``."""
    started = time.time()
    environment = {**as_installed(), "TF_CPP_MIN_LOG_LEVEL": "3"}
    subprocess.run(
        [sys.executable, "-c", TENSORFLOW], env=environment, check=True, capture_output=True
    )
    return time.time() - started


def start_floor(network: Path) -> dict[str, float]:
    """Answer once with an ONNX file beside an empty window; seconds, and megabytes then."""
    started = time.time()
    command = [sys.executable, "-c", FLOOR, str(network)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **as_installed()}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    kilobytes = int(done.stdout.split()[1])
    return {"answer_s": time.time() - started, "memory_mb": kilobytes / 1024}


def main() -> None:
    """Run in turns and print medians and ratios."""
    picture = min((paths.resources_dir() / "samples").glob("7*"))
    with tempfile.TemporaryDirectory() as folder:
        network = Path(folder) / "network.onnx"
        model = read_model_file(find_model("studio").path)
        network.write_bytes(export_network(model, RECOGNISER))
        del model
        measure(picture, network)


def measure(picture: Path, network: Path) -> None:
    """Start the window on a picture, the floor with a network, and TensorFlow, in turns."""
    runs = (partial(start_window, picture), partial(start_floor, network), import_tensorflow)
    for run in runs:
        run()
    rounds = [[run() for run in runs] for _ in range(ROUNDS)]
    windows, floors, imports = zip(*rounds, strict=True)
    base = statistics.median(imports)
    print(f"median of {ROUNDS} starts in turns")
    print(f"  {'python -c ' + repr(TENSORFLOW):32s} {base:6.2f} s      1.0 ×")
    for key, title in (("window_s", "to the window"), ("answer_s", "to the first answer")):
        seconds = statistics.median(run[key] for run in windows)
        print(f"  {title:32s} {seconds:6.2f} s   {base / seconds:6.1f} × sooner")
    floor = statistics.median(run["answer_s"] for run in floors)
    print(f"  {'floor':32s} {floor:6.2f} s   {base / floor:6.1f} × sooner")
    times = statistics.median(
        w["answer_s"] / f["answer_s"] for w, f in zip(windows, floors, strict=True)
    )
    print(f"  {'to the first answer, in floors':32s} {times:6.2f} ×")
    memory = statistics.median(run["memory_mb"] for run in windows)
    print(f"  {'peak memory at the first answer':32s} {memory:6.0f} MB")
    memory = statistics.median(run["memory_mb"] for run in floors)
    print(f"  {'peak memory of the floor':32s} {memory:6.0f} MB")


if __name__ == "__main__":
    main()
