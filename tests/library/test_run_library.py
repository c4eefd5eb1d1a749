"""Runs: described, found, renamed, deleted; a dead process's run is interrupted.

Bytes set aside for the last words.
"""

import json

import pytest

from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.library.run_library import (
    change_run,
    create_run,
    delete_run,
    find_run,
    free_run_name,
    hold_run,
    keep_reserve,
    list_runs,
    new_run_folder,
    read_history_lines,
    rename_run,
    spend_reserve,
    write_history,
)

TERMS = {"total": 3.0, "reconstruction": 2.0, "kl": 1.0}


@pytest.fixture
def folder(tiny_spec):
    folder = new_run_folder("my run")
    create_run(
        folder,
        name="my run",
        spec=tiny_spec,
        training=TrainingConfig(),
        dataset_name="made up",
        dataset_digest="",
        request={"data": "mnist"},
    )
    return folder


def test_a_run_is_running_only_while_its_process_holds_it(folder):
    with hold_run(folder):
        (run,) = list_runs()
        assert (run.state, run.resumable) == ("running", False)
        with pytest.raises(UsageError, match="being trained"):
            delete_run(run)
    (run,) = list_runs()
    assert (run.state, run.resumable) == ("interrupted", True)


def test_a_run_is_found_renamed_and_deleted(folder, tiny_spec):
    record = {"epoch": 1, "train": TERMS, "validation": TERMS, "seconds": 1.5}
    write_history(folder, [record | {"kl_per_dimension": [0.5, 0.5]}])
    change_run(folder, state="finished")
    run = find_run("my run")
    assert (run.spec, run.state, run.resumable) == (tiny_spec, "finished", False)
    assert run.history[0].validation.total == 3.0
    rename_run(run, "other")
    assert find_run("other").id == find_run(run.id).id == run.id
    with pytest.raises(UsageError, match="1 to 100"):
        rename_run(run, " ")
    delete_run(run)
    assert list_runs() == []
    with pytest.raises(UsageError, match="no run"):
        find_run("other")


def test_what_was_cancelled_on_purpose_can_be_resumed_but_was_not_interrupted(folder):
    change_run(folder, state="cancelled")
    run = find_run("my run")
    assert (run.state, run.resumable) == ("cancelled", True)


def test_a_name_is_taken_once(folder, tiny_spec):
    assert free_run_name("other") == "other"
    assert free_run_name("my run") == "my run-2"
    second = new_run_folder("other")
    create_run(
        second,
        name="other",
        spec=tiny_spec,
        training=TrainingConfig(),
        dataset_name="made up",
        dataset_digest="",
        request={},
    )
    with pytest.raises(UsageError, match="Another run is called “other”"):
        rename_run(find_run("my run"), "other")
    rename_run(find_run("my run"), "my run ")
    assert {run.name for run in list_runs()} == {"my run", "other"}


def test_a_damaged_run_is_left_out(folder):
    (folder / "run.json").write_text('{"name": 3')
    assert list_runs() == []


@pytest.mark.parametrize(
    "history",
    [
        b"{",
        b"\xff\xfe",
        b"[1]",
        b'{"epoch": 1}',
        json.dumps({"epoch": 0, "train": TERMS, "validation": TERMS, "seconds": 1}).encode(),
        json.dumps({"epoch": 1, "train": TERMS, "validation": TERMS, "seconds": -1}).encode(),
        b'{"epoch": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_damaged_history_is_our_own_error(folder, history):
    (folder / "history.jsonl").write_bytes(history)
    with pytest.raises(InputOutputError, match="history"):
        read_history_lines(folder)
    assert list_runs() == []


def test_bytes_are_set_aside_and_given_back(tmp_path):
    keep_reserve(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_size > 32_000
    spend_reserve(tmp_path)
    spend_reserve(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_run_goes_on_without_them(tmp_path):
    keep_reserve(tmp_path / "missing")
    spend_reserve(tmp_path / "missing")
