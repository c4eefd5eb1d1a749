"""What a run remembers of its request, and what resuming it asks for."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from fake_runs import MakeRun

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.run_library import RunEntry
from desktop_cvae.training.run_request import RunRequest, resuming


def asked(run: RunEntry, **changes: object) -> RunEntry:
    """The run with a whole request."""
    request = {
        "data": "mnist",
        "limit": 500,
        "name": "night",
        "output": "/models/night.cvae",
        "overwrite": False,
        "start_from": "studio",
        "map_folder": None,
    }
    return dataclasses.replace(run, request=request | changes)


def test_a_run_is_resumed_with_its_own_settings(make_run: MakeRun) -> None:
    run = asked(make_run("night", losses=(3.0, 2.0), state="interrupted", epochs=9))
    request = resuming(run, command="desktop-cvae train --resume night", obeys=True)
    assert (request.data, request.limit, request.name) == ("mnist", 500, "night")
    assert (request.output, request.overwrite) == (Path("/models/night.cvae"), False)
    assert (request.network, request.config.epochs) == (run.spec, 9)
    assert (request.command, request.obeys) == ("desktop-cvae train --resume night", True)
    assert request.resumed is run
    # The weights are those of the checkpoint, but the first model stays known.
    assert (request.start_from, request.first_model, request.map_folder) == (None, "studio", None)
    fresh = resuming(asked(make_run("new", state="interrupted")))
    assert fresh.start_from == fresh.first_model == "studio"


def test_resuming_may_save_elsewhere(make_run: MakeRun) -> None:
    run = asked(make_run("night", losses=(3.0,), state="interrupted"), map_folder="/maps")
    assert resuming(run).map_folder == Path("/maps")
    other = resuming(run, output=Path("/b.cvae"), overwrite=True, map_folder=Path("/c"))
    assert (other.output, other.overwrite, other.map_folder) == (Path("/b.cvae"), True, Path("/c"))
    early = asked(run)
    del early.request["map_folder"]
    early.request["compiled_into"] = "/graphs"
    assert resuming(early).map_folder == Path("/graphs")
    # The file that it has written itself may be replaced.
    saved = dataclasses.replace(run, model_path=Path("/d.cvae"))
    assert (resuming(saved).output, resuming(saved).overwrite) == (Path("/d.cvae"), True)
    assert not resuming(saved, output=Path("/e.cvae")).overwrite
    assert resuming(asked(run, overwrite=True)).overwrite


def test_a_finished_run_cannot_be_resumed(make_run: MakeRun) -> None:
    run = asked(make_run("night", losses=(3.0,), state="finished"))
    with pytest.raises(UsageError, match="“night” is finished; it cannot be resumed"):
        resuming(run)


def test_paths_of_a_request_are_kept_absolute(
    tiny_spec: ModelSpec, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "digits").mkdir()
    request = RunRequest(
        data="digits",
        limit=None,
        name="n",
        output=Path("n.cvae"),
        overwrite=True,
        network=tiny_spec,
        config=TrainingConfig(),
        start_from=tiny_model.name,
        map_folder=Path("maps"),
    )
    assert request.first_model == tiny_model.name
    assert request.to_json() == {
        "data": str(tmp_path / "digits"),
        "limit": None,
        "start_from": str(tmp_path / tiny_model.name),
        "name": "n",
        "output": str(tmp_path / "n.cvae"),
        "overwrite": True,
        "map_folder": str(tmp_path / "maps"),
    }
    named = dataclasses.replace(request, data="mnist", start_from="studio", map_folder=None)
    kept = named.to_json()
    assert (kept["data"], kept["start_from"], kept["map_folder"]) == ("mnist", "studio", None)
    assert dataclasses.replace(named, start_from=None).to_json()["start_from"] is None
