"""The golden set is answered as it was on the day it was renewed last."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from golden.answers import (
    EVALUATIONS,
    GOLDEN,
    READINGS,
    SHEETS,
    TOLERANCE_GREY,
    answers,
    kept_answers,
    moved,
    sheet_difference,
)
from golden.handwriting import KEPT_FIGURES, read_handwriting

SLIPS = 1
"""Pictures of a set of handwriting that may fall on the other side of a threshold."""


@pytest.mark.parametrize("asked", [*READINGS, *EVALUATIONS, *SHEETS])
def test_what_was_said_is_said_again(asked, tmp_path):
    found = list(moved(kept_answers()[asked], answers(asked, tmp_path)))
    assert not found, "\n".join(found)
    if asked in SHEETS:
        drawn, kept = tmp_path / f"{asked}.png", GOLDEN / "sheets" / f"{asked}.png"
        assert sheet_difference(drawn, kept) <= TOLERANCE_GREY


def test_every_picture_is_asked_about():
    kept = kept_answers()
    files = {told["file"] for asked in READINGS for told in kept[asked] if "file" in told}
    folders = ("digits", "others", "numbers")
    assert files >= {path.name for folder in folders for path in (GOLDEN / folder).iterdir()}


def test_the_program_still_draws_these_pictures(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(GOLDEN.parents[1])}
    command = [sys.executable, str(GOLDEN / "draw.py"), str(tmp_path)]
    subprocess.run(command, check=True, env=environment, stderr=subprocess.PIPE)
    for folder in ("digits", "others", "numbers"):
        drawn = {path.name for path in (tmp_path / folder).iterdir()}
        assert drawn == {path.name for path in (GOLDEN / folder).iterdir()}
    for name in ("drawn.npz", "decoys.npz"):
        with np.load(tmp_path / name) as drawn, np.load(GOLDEN / name) as kept:
            assert (drawn["y"] == kept["y"]).all()
            difference = abs(drawn["x"].astype(int) - kept["x"].astype(int))
            assert difference.max() <= TOLERANCE_GREY


@pytest.mark.handwriting
def test_real_handwriting_is_read_as_well(handwriting_dir, tmp_path):
    kept = json.loads(KEPT_FIGURES.read_text())
    found = read_handwriting(handwriting_dir, tmp_path)
    for name, figures in kept.items():
        for figure, count in figures.items():
            allowed = 0 if figure in ("pictures", "lines") else SLIPS
            assert abs(found[name][figure] - count) <= allowed, f"{name}: {found[name]}"
