"""A training's process on a worker: asked to end, and ended if it does not hear it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop_cvae.training import sweep_worker
from desktop_cvae.training.sweep_worker import TrainingJob, run_training

TELLS_WHAT_IT_IS_ASKED = "import sys; sys.exit(sys.stdin.readline().strip() and 7)"
HEARS_NOTHING = "import time; time.sleep(20)"


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize(
    ("program", "code"),
    [(TELLS_WHAT_IT_IS_ASKED, 7), (HEARS_NOTHING, -9)],
    ids=["hears", "hears nothing"],
)
def test_a_training_that_does_not_end_when_asked_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, code: int
) -> None:
    monkeypatch.setattr(sweep_worker, "PATIENCE_S", 0.1 if program == HEARS_NOTHING else 3600)
    asked: list[bool] = []

    def should_stop() -> bool:
        asked.append(len(asked) > 2)  # later than the process begins
        return asked[-1]

    job = TrainingJob(("train",), str(tmp_path / "run"), 1, (sys.executable, "-c", program))
    assert run_training(job, lambda _: None, should_stop).exit_code == code
    assert len(asked) == 4, "it is asked once"
