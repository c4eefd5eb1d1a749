"""The state of a sweep: a fault of its JSON is an error of the sweep, whatever the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.core.errors import SweepProblem
from desktop_cvae.library.sweep_file import read_sweep_file
from desktop_cvae.library.sweep_library import list_sweeps, prepare_sweep, read_sweep


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "[" * 100_000, '{"best_by": []}', '{"name": 1, "name": 2}'],
)
def test_a_fault_of_the_state_is_the_sweeps_own_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(tmp_path))
    file = tmp_path / "small.toml"
    file.write_text("[grid]\nepochs = [1, 2]\n")
    sweep = prepare_sweep(read_sweep_file(file))
    assert [one.settings for one in sweep.trainings] == [{"epochs": 1}, {"epochs": 2}]
    assert [one.name for one in list_sweeps()] == ["small"]
    (sweep.folder / "sweep.json").write_text(text)
    with pytest.raises(SweepProblem, match="cannot be read"):
        read_sweep(sweep.folder)
    assert list_sweeps() == []
