"""Runs: described, found, renamed, deleted; a dead process's run is interrupted.

Bytes set aside for the last words.
"""

import json
import os
import stat
import types
from functools import partial

import pytest

from desktop_cvae.core.errors import InputOutputError, RunProblem, UsageError
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.library import run_library
from desktop_cvae.library.run_library import (
    change_run,
    create_run,
    delete_run,
    find_run,
    free_run_name,
    hold_run,
    holds_run,
    is_held,
    keep_reserve,
    list_runs,
    new_run_folder,
    read_description,
    read_history_lines,
    read_run,
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
    with pytest.raises(UsageError, match="Another run already has the name “other”"):
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
    with pytest.raises(RunProblem, match="history"):
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
    assert not (tmp_path / "missing").exists()


@pytest.fixture
def waited(monkeypatch):
    """The moments slept through while another process holds the run; no time passes here."""
    waited = []
    clock = types.SimpleNamespace(monotonic=lambda: 0.02 * len(waited), sleep=waited.append)
    monkeypatch.setattr(run_library, "time", clock)
    return waited


def test_who_only_looked_is_waited_for(tmp_path, monkeypatch, waited):
    answers = iter([False, False, True])
    monkeypatch.setattr(run_library, "hold_file", lambda descriptor: next(answers))
    with hold_run(tmp_path):
        assert waited == [0.02, 0.02]


def test_who_trains_is_not_waited_for_longer_than_a_second(tmp_path, monkeypatch, waited):
    monkeypatch.setattr(run_library, "hold_file", lambda descriptor: False)
    with pytest.raises(UsageError, match="being trained by another process"), hold_run(tmp_path):
        pass
    assert 50 <= len(waited) <= 52


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_the_lock_is_the_users_alone(tmp_path):
    with hold_run(tmp_path / "run"):
        assert is_held(tmp_path / "run")
        assert stat.S_IMODE((tmp_path / "run" / "lock").stat().st_mode) == 0o600
    assert not is_held(tmp_path / "run")
    assert not is_held(tmp_path / "nothing")


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputOutputError, match="could not be created"), hold_run(tmp_path / "file"):
        pass


@pytest.mark.parametrize(
    ("state", "losses", "resumable"),
    [
        ("running", (), True),
        ("interrupted", (), True),
        ("cancelled", (), True),
        ("stopped", (), False),
        ("stopped", (9.0,), True),
        ("failed", (), False),
        ("failed", (9.0,), True),
        ("finished", (9.0,), False),
    ],
)
def test_what_did_not_come_to_its_end_can_be_resumed(make_run, state, losses, resumable):
    run = make_run("night", losses=losses, state=state)
    assert run.state == ("interrupted" if state == "running" else state)
    assert run.resumable == resumable
    with hold_run(run.folder):
        assert not read_run(run.folder).resumable


def test_a_run_is_read_as_it_was_described(folder, tiny_spec, tiny_model):
    description = read_description(folder)
    assert (description["pid"], description["state"]) == (os.getpid(), "running")
    assert description["model"] is None
    (run,) = list_runs()
    assert (run.id, run.folder, run.name) == (folder.name, folder.absolute(), "my run")
    assert (run.spec, run.training, run.dataset_name) == (tiny_spec, TrainingConfig(), "made up")
    assert (run.request, run.dataset_digest, run.reason) == ({"data": "mnist"}, "", "")
    assert (run.model_path, run.history, run.created) == (None, (), description["created"])
    assert run.checkpoints == folder.absolute() / "checkpoints"
    change_run(folder, model=str(tiny_model), reason="x" * 600)
    run = read_run(folder)
    assert (run.model_path, run.reason) == (tiny_model, "x" * 500)
    change_run(folder, model=str(tiny_model) + ".gone")
    assert read_run(folder).model_path is None
    change_run(folder, model="x" * 5000)
    assert read_run(folder).model_path is None
    assert holds_run(folder)
    assert not holds_run(folder.parent)


@pytest.mark.parametrize("changes", [{"state": "asleep"}, {"spec": None}, {"request": 3}])
def test_a_description_that_no_run_has_is_our_own_error(folder, changes):
    change_run(folder, **changes)
    with pytest.raises(RunProblem, match="cannot be read"):
        read_run(folder)


@pytest.mark.parametrize("text", ["[]", "{", "3", "[" * 100_000, '{"name": "a", "name": "b"}'])
def test_a_fault_of_the_description_is_the_runs_own_error(folder, text):
    (folder / "run.json").write_text(text)
    for read in (read_description, read_run, partial(change_run, state="failed")):
        with pytest.raises(RunProblem, match="cannot be read"):
            read(folder)


def test_what_is_too_large_is_not_read(folder, monkeypatch):
    size = (folder / "run.json").stat().st_size
    write_history(folder, [{"epoch": 1, "train": TERMS, "validation": TERMS, "seconds": 1}])
    monkeypatch.setattr(run_library, "_MAX_BYTES", size)
    assert read_run(folder).name == "my run"
    monkeypatch.setattr(run_library, "_MAX_BYTES", size - 1)
    with pytest.raises(RunProblem, match="cannot be read"):
        read_run(folder)
    monkeypatch.setattr(run_library, "_MAX_BYTES", (folder / "history.jsonl").stat().st_size - 1)
    with pytest.raises(RunProblem, match="too large"):
        read_history_lines(folder)


def test_the_newest_run_comes_first_and_an_id_before_a_name(make_run):
    for created in ("2026-01-02", "2026-01-03", "2026-01-01"):
        run = make_run("night")
        change_run(run.folder, created=created)
    newest, middle, oldest = list_runs()
    assert [run.created[-2:] for run in (newest, middle, oldest)] == ["03", "02", "01"]
    assert find_run("night").id == newest.id
    rename_run(newest, oldest.id)
    assert find_run(oldest.id).id == oldest.id
    assert find_run(str(middle.folder)).id == middle.id
    assert free_run_name("night") == "night-2"
    rename_run(newest, "night-2")
    assert free_run_name("night") == "night-3"


@pytest.mark.parametrize("name", ["x" * 101, "a\nb", ""])
def test_a_name_that_no_list_shows_is_refused(folder, name):
    with pytest.raises(UsageError, match="1 to 100"):
        rename_run(read_run(folder), name)
    rename_run(read_run(folder), "x" * 100)
    assert read_run(folder).name == "x" * 100


@pytest.mark.parametrize(
    ("name", "stem"), [("my run!", "my_run_"), ("", "run"), ("x" * 50, "x" * 40)]
)
def test_a_folder_is_named_by_time_and_name(name, stem):
    folder = new_run_folder(name)
    day, moment, rest = folder.name.split("-", 2)
    assert (len(day), len(moment)) == (8, 6)
    assert rest[:-6] == f"{stem}-"
    assert not folder.exists()
