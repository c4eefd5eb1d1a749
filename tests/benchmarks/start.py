"""Time to the window and to the first answer, and memory, beside ``import tensorflow``.

Usage: ``python tests/benchmarks/start.py``; offscreen unless ``QT_QPA_PLATFORM`` is set.
The runs take turns, each in a fresh process; medians are printed. Both find their modules
compiled, as ``pip install`` leaves them: the first start of each, which compiles, does not count.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from process_memory import memory_mb

from desktop_cvae.core import paths

ROUNDS = 5
TENSORFLOW = "import tensorflow"
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


def main() -> None:
    """Run in turns and print medians and ratios."""
    picture = min((paths.resources_dir() / "samples").glob("7*"))
    start_window(picture)
    import_tensorflow()
    windows, imports = [], []
    for _ in range(ROUNDS):
        windows.append(start_window(picture))
        imports.append(import_tensorflow())
    base = statistics.median(imports)
    print(f"median of {ROUNDS} starts in turns")
    print(f"  {'python -c ' + repr(TENSORFLOW):32s} {base:6.2f} s      1.0 ×")
    for key, title in (("window_s", "to the window"), ("answer_s", "to the first answer")):
        seconds = statistics.median(run[key] for run in windows)
        print(f"  {title:32s} {seconds:6.2f} s   {base / seconds:6.1f} × sooner")
    memory = statistics.median(run["memory_mb"] for run in windows)
    print(f"  {'peak memory at the first answer':32s} {memory:6.0f} MB")


if __name__ == "__main__":
    main()
