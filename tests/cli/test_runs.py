from __future__ import annotations

import json

import pytest
from fake_runs import MakeRun

from desktop_cvae.cli.main import main
from desktop_cvae.library.run_library import hold_run, list_runs


def test_runs_are_listed(make_run: MakeRun, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["runs", "list"]) == 0
    assert "no runs yet" in capsys.readouterr().err
    make_run("first", losses=[120.5, 110.25], state="finished", epochs=2)
    second = make_run("second", state="interrupted")
    assert main(["runs", "list"]) == 0
    _, newest, oldest = capsys.readouterr().out.splitlines()
    assert newest.split()[:3] == [second.id, "second", "interrupted"]
    assert oldest.split()[-2:] == ["2/2", "110.25"]
    assert main(["runs", "list", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [entry["name"] for entry in listed] == ["second", "first"]
    assert (listed[0]["resumable"], listed[0]["last_epoch"]) == (True, None)
    assert listed[1]["last_epoch"]["validation"]["total"] == 110.25


def test_a_run_is_shown_with_the_command_that_continues_it(
    make_run: MakeRun, capsys: pytest.CaptureFixture[str]
) -> None:
    run = make_run("mine", losses=[120.5], state="interrupted")
    assert main(["runs", "show", "mine"]) == 0
    out, err = capsys.readouterr()
    lines = [line.split() for line in out.splitlines()]
    assert ["state", "interrupted"] in lines
    assert ["epochs", "1/5"] in lines
    assert ["batch_size", str(run.training.batch_size)] in lines
    assert f"“desktop-cvae train --resume {run.id}”" in err
    assert main(["runs", "show", run.id, "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["id"], shown["epochs_done"]) == (run.id, 1)


def test_runs_are_removed_unless_they_are_being_trained(
    make_run: MakeRun, capsys: pytest.CaptureFixture[str]
) -> None:
    busy, done = make_run("busy", state="interrupted"), make_run("done", losses=[1.0])
    with hold_run(busy.folder):
        assert main(["runs", "remove", "done", "busy"]) == 2
    assert done.id in capsys.readouterr().err
    assert [run.name for run in list_runs()] == ["busy"]
    assert main(["runs", "remove", "gone"]) == 2
