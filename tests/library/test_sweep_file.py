from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_cvae.cli.parser import parse
from desktop_cvae.core.errors import DesktopCvaeError, UsageError
from desktop_cvae.library.sweep_file import (
    MAX_TRAININGS,
    SETTING_NAMES,
    SweepPlan,
    arguments_of,
    read_sweep_file,
    settings_key,
)


def read(folder: Path, text: str) -> SweepPlan:
    file = folder / "wide.toml"
    file.write_text(text, encoding="utf-8")
    return read_sweep_file(file)


def test_grid_chance_and_list_follow_each_other_over_the_base_each_once(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        """
        best_by = "neg_elbo_nats"
        [base]
        preset = "dense_cvae"
        epochs = 3
        [grid]
        beta = [1, 0.5]
        latent_dim = [2, 16]
        [random]
        count = 3
        seed = 7
        learning_rate = {low = 1e-4, high = 1e-2, scale = "log"}
        batch_size = {low = 16, high = 64}
        schedule = ["constant", "cosine"]
        [[list]]
        beta = 1.0
        latent_dim = 16
        [[list]]
        preset = "wide_vae"
        no_labels = true
        """,
    )
    assert (plan.name, plan.best_by, len(plan.trainings)) == ("wide", "neg_elbo_nats", 8)
    base = {"preset": "dense_cvae", "epochs": 3}
    grid = [(one["beta"], one["latent_dim"]) for one in plan.trainings[:4]]
    assert grid == [(1.0, 2), (1.0, 16), (0.5, 2), (0.5, 16)]
    drawn = plan.trainings[4:7]
    assert all(1e-4 <= one["learning_rate"] <= 1e-2 for one in drawn)
    assert all(type(one["batch_size"]) is int and 16 <= one["batch_size"] <= 64 for one in drawn)
    # The same seed draws the same; a 1 in the file is the number 1.0 of a setting that is one.
    assert read(tmp_path, plan.file.read_text()).trainings == plan.trainings
    assert plan.trainings[-1] == base | {"preset": "wide_vae", "no_labels": True}
    asked = parse(["train", *arguments_of(plan.trainings[-1]), "--output", "a.cvae"])
    assert (asked.preset, asked.epochs, asked.no_labels) == ("wide_vae", 3, True)


def test_every_setting_of_the_training_command_can_be_swept(tmp_path: Path) -> None:
    arguments = vars(parse(["train", "--output", "a.cvae"]))
    others = {"output", "overwrite", "events", "map_folder", "resume", "run_folder", "name"}
    assert set(SETTING_NAMES) == set(arguments) - others - {"module", "command_line", "log_level"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("grid.betta = [1]", "“grid.betta”; did you mean “beta”?"),
        ("grid.beta = [1, 200]", "“grid.beta”: “beta” must lie between 0 and 100"),
        ("base.epochs = 2.5", "“base.epochs” should be a whole number"),
        ("base.limit = 1", "“base.limit”"),
        ("grid.beta = []", "“grid.beta” is an empty list"),
        ("[[list]]\npreset = 'x'", "“list.1.preset”: There is no preset “x”"),
        ("random.beta = [1]", "“random.count”"),
        ("random = {count = 2, beta = {low = 0, high = 1, scale = 'log'}}", "“random.beta”"),
        ("random = {count = 2, preset = {low = 'a', high = 'b'}}", "“random.preset"),
        ("bases = 1", "did you mean “base”?"),
        ("name = '../x'", "“name”"),
        ("best_by = 'beauty'", "“best_by”"),
        (f"grid = {{seed = {list(range(MAX_TRAININGS + 1))}}}", "at most"),
        ("list = " + "[" * 100_000, "not TOML"),
        ("grid = {beta = [nan]}", "“grid.beta” should be a finite number"),
        ("a = [", "not TOML"),
    ],
)
def test_what_cannot_be_is_refused_and_its_key_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert "wide.toml" in caught.value.sentence
    assert said in caught.value.sentence


def test_bytes_that_are_no_text_and_a_missing_file_are_told(tmp_path: Path) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(b"\xff\x00")
    for path in (file, tmp_path / "none.toml", tmp_path):
        with pytest.raises(DesktopCvaeError, match=path.name):
            read_sweep_file(path)


def test_settings_in_another_order_are_the_same_training() -> None:
    assert settings_key({"beta": 1.0, "epochs": 2}) == settings_key({"epochs": 2, "beta": 1.0})
    assert settings_key({"beta": 1.0}) != settings_key({"beta": 2.0})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_pipe_makes_nobody_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wide.toml")
    with pytest.raises(UsageError, match="is not a file"):
        read_sweep_file(tmp_path / "wide.toml")
