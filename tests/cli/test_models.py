"""``models calibrate``, ``--refuse``, and what ``recognize`` says of a calibrated model."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.bulk.record_formats import DIGIT_FORMATS
from desktop_cvae.cli import model_fitting
from desktop_cvae.cli.main import main
from desktop_cvae.cli.model_fitting import calibration_text
from desktop_cvae.core.results import Box, FloatArray, PreparedDigit
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.datasets import loading
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.picture_records import picture_record
from desktop_cvae.library.manifest import PriorEntry
from desktop_cvae.library.model_file import (
    NewModel,
    read_manifest,
    read_model_file,
    rewrite_calibration,
    write_model_file,
)
from desktop_cvae.library.model_library import list_models


def test_the_list_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list"]) == 0
    heading, plain, studio = capsys.readouterr().out.splitlines()
    assert heading.split()[:3] == ["name", "kind", "latent"]
    assert plain.split()[:3] == ["plain", "VAE", "2"]
    assert studio.split()[:3] == ["studio", "CVAE", "2"]
    assert "99.51 %" in studio
    assert "123.46" in studio
    assert heading.index("kind") == plain.index("VAE") == studio.index("CVAE")


def test_info_shows_network_training_and_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "info", "studio"]) == 0
    out = capsys.readouterr().out
    for fact in ("conditional variational", "dense · relu · label", "epochs", "0.9951"):
        assert fact in out
    assert "command\n  desktop-cvae train --output studio.cvae" in out


def test_info_of_a_strangers_model_brings_no_escapes_to_the_terminal(
    capsys: pytest.CaptureFixture[str], tiny_model: Path
) -> None:
    model = read_model_file(tiny_model)
    evil = "\x1b]0;mine\x07"
    write_model_file(
        tiny_model,
        NewModel(
            name="tiny",
            spec=model.manifest.spec,
            training=model.manifest.training,
            weights=model.weights,
            history=(),
            metrics={f"accuracy{evil}": 0.5},
            dataset_name=f"digits{evil}",
            dataset_digest="",
            command=f"desktop-cvae{evil}",
        ),
    )
    assert main(["models", "info", str(tiny_model)]) == 0
    shown = capsys.readouterr().out
    assert shown.count("\ufffd]0;mine\ufffd") == 3
    assert shown.replace("\n", "").isprintable()


def test_info_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "info", "plain", "--format", "json"]) == 0
    manifest = json.loads(capsys.readouterr().out)
    assert manifest["spec"]["conditional"] is False


def test_json_lists_the_models_as_info_shows_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "info", "studio", "--format", "json"]) == 0
    text = capsys.readouterr().out
    assert main(["models", "list", "--format", "json"]) == 0
    models = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert models["studio"] == json.loads(text)
    assert models["studio"]["builtin"] is True


def test_json_leaves_the_arrays_of_a_calibration_out(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = Path(__file__).parents[2] / "resources/models/studio.cvae"
    assert main(["models", "info", str(shipped), "--format", "json"]) == 0
    text = capsys.readouterr().out
    assert json.loads(text)["calibration"]["temperature"] > 0
    assert len(text.splitlines()) < 500


def test_a_card_is_markdown_in_which_names_are_text(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = read_model_file(tiny_model)
    manifest = model.manifest
    new = NewModel(
        name="tiny",
        spec=manifest.spec,
        training=manifest.training,
        weights=model.weights,
        metrics={"accuracy": 0.5},
        dataset_name="[my|data](x) <b>",
        command="desktop-cvae train\n# no heading",
    )
    path = tmp_path / "my_model.cvae"
    write_model_file(path, new)
    assert main(["models", "card", str(path)]) == 0
    card = capsys.readouterr().out
    lines = card.splitlines()
    assert lines[0] == "# my\\_model"
    assert [line for line in lines if line.startswith("#")][1:] == [
        *("## Limits", "## Network", "## Training", "## Held-out results", "## Prior"),
        *("## Made with", "## Command"),
    ]
    assert r"| data | \[my\|data\](x) \<b\> |" in lines
    assert "    desktop-cvae train\N{REPLACEMENT CHARACTER}# no heading" in lines
    assert "| accuracy | 0.5000 |" in lines
    assert "It is not calibrated" in card
    assert str(tmp_path) not in card
    # Every table has as many cells in each row as in its first.
    for table in re.findall(r"(?:^\|.*\n)+", card, re.MULTILINE):
        counts = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(counts) == 1


def test_a_joined_model_has_a_card_for_each_network(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite_calibration(tiny_model, fake_calibration())
    output = tmp_path / "both.cvae"
    assert main(["models", "join", str(tiny_model), "studio", "--output", str(output)]) == 0
    capsys.readouterr()
    assert main(["models", "card", str(output)]) == 0
    card = capsys.readouterr().out
    assert re.findall(r"^# .*", card, re.MULTILINE) == ["# both", "# both, the generator"]
    assert "fitted on validation digits" in card
    assert main(["models", "card", "plain"]) == 0
    assert "Encodes pictures of 28 × 28 pixels" in capsys.readouterr().out


def test_import_export_remove(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import", str(tiny_model)]) == 0
    assert capsys.readouterr().out == "tiny\n"
    output = tmp_path / "copy.cvae"
    assert main(["models", "export", "tiny", "--output", str(output)]) == 0
    assert output.read_bytes() == tiny_model.read_bytes()
    assert main(["models", "export", "tiny", "--output", str(output)]) == 2
    half = tmp_path / "half.cvae"
    assert main(["models", "export", "tiny", "--half", "--output", str(half)]) == 0
    assert half.stat().st_size < output.stat().st_size
    other = ["--format", "onnx", "--output", str(tmp_path / "half.onnx")]
    assert main(["models", "export", "tiny", "--half", *other]) == 2
    assert main(["models", "remove", "tiny"]) == 0
    assert main(["models", "remove", "tiny"]) == 2
    assert main(["models", "remove", "studio"]) == 2
    assert [entry.name for entry in list_models()] == ["plain", "studio"]


def test_a_reader_and_a_writer_become_one_model(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "both.cvae"
    command = ["models", "join", "studio", str(tiny_model), "--output", str(output)]
    assert main(command) == 0
    assert "reads with studio and writes with tiny" in capsys.readouterr().out
    both = read_model_file(output)
    assert both.generator is not None
    assert both.generator.manifest == read_manifest(tiny_model)
    assert main(["models", "info", str(output)]) == 0
    out = capsys.readouterr().out
    assert "both, the generator" in out
    assert "desktop-cvae train --preset studio" in out
    assert main(command) == 2
    assert main(["models", "join", "studio", "plain", "--output", str(tmp_path / "x.cvae")]) == 2
    assert "“plain” and “studio” have different labels" in capsys.readouterr().err


def test_the_mean_of_models_is_a_model_without_calibration(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "mean.cvae"
    command = ["models", "average", str(tiny_model), str(tiny_model), "--output", str(output)]
    assert main(command) == 0
    assert "“mean.cvae” has the average weights of tiny, tiny" in capsys.readouterr().out
    mean, tiny = read_model_file(output), read_model_file(tiny_model)
    assert all(np.allclose(mean.weights[name], array) for name, array in tiny.weights.items())
    assert mean.manifest.calibration is None
    assert main(command) == 2
    assert main(["models", "average", "nobody", "--output", str(tmp_path / "x.cvae")]) == 2


def test_a_copy_of_a_built_in_model_is_not_added(tmp_path: Path) -> None:
    before = [entry.name for entry in list_models()]
    copy = tmp_path / "mine.cvae"
    copy.write_bytes(next(entry for entry in list_models() if entry.builtin).path.read_bytes())
    assert main(["models", "import", str(copy)]) == 0
    assert [entry.name for entry in list_models()] == before


def test_what_is_no_model_is_not_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keras = tmp_path / "model.keras"
    keras.write_bytes(b"PK\x03\x04")
    for path, code, sentence in (
        (keras, 4, "is a Keras file"),
        (tmp_path, 4, "is not a model file"),
        (tmp_path / "gone.cvae", 5, "There is no file"),
    ):
        assert main(["models", "import", str(path)]) == code
        assert sentence in capsys.readouterr().err
    assert len(list_models()) == 2


def test_an_exported_network_answers_in_plain_onnx_runtime(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "tiny.onnx"
    command = ["models", "export", str(tiny_model), "--format", "onnx", "--output", str(output)]
    assert main([*command, "--verbose"]) == 0
    assert f"\nmodel: {tiny_model} (" in capsys.readouterr().err
    assert main(command) == 2
    assert "tiny.onnx” exists" in capsys.readouterr().err
    model = read_model_file(tiny_model)
    images = np.stack([draw_digit(label) for label in range(3)])
    session = onnxruntime.InferenceSession(output, providers=["CPUExecutionProvider"])
    inputs = {
        "images": images,
        "latents": np.zeros((0, model.manifest.spec.latent_dim), np.float32),
        "labels": np.zeros(0, np.int64),
    }
    names = ("reconstruction_nats", "kl_nats")
    scores = OnnxEngine(model.manifest.spec, model.weights).score(images)
    for name, answer in zip(names, session.run(names, inputs), strict=True):
        np.testing.assert_allclose(answer, getattr(scores, name), rtol=1e-5, atol=1e-4)


def test_the_generator_of_a_model_of_two_networks_is_exported(
    tmp_path: Path, tiny_model: Path
) -> None:
    joined, output = tmp_path / "joined.cvae", tmp_path / "writer.onnx"
    assert main(["models", "join", str(tiny_model), "studio", "--output", str(joined)]) == 0
    command = ["models", "export", str(joined), "--format", "onnx", "--output", str(output)]
    assert main([*command, "--network", "generator"]) == 0
    session = onnxruntime.InferenceSession(output, providers=["CPUExecutionProvider"])
    inputs = {
        value.name: np.ones(
            [n if isinstance(n, int) else 2 for n in value.shape],
            np.int64 if "int64" in value.type else np.float32,
        )
        for value in session.get_inputs()
    }
    assert "sample_noise" in inputs
    (decoded,) = session.run(["decoded"], inputs)
    # The weights of this studio are zeros; the recogniser's are not.
    np.testing.assert_array_equal(decoded, 0.5)


def test_an_exported_network_answers_in_keras(tmp_path: Path, tiny_model: Path) -> None:
    import keras  # takes seconds, and no other test here needs it

    output = tmp_path / "tiny.keras"
    command = ["models", "export", str(tiny_model), "--format", "keras", "--output", str(output)]
    assert main(command) == 0
    model = read_model_file(tiny_model)
    network = keras.saving.load_model(output)
    images, labels = np.stack([draw_digit(4)]), np.array([4], np.int64)
    one_hot = np.eye(10, dtype=np.float32)[labels]
    answer = network({"image": images[..., np.newaxis], "label": one_hot})
    expected = OnnxEngine(model.manifest.spec, model.weights).encode(images, labels)
    np.testing.assert_allclose(answer["mean"], expected.mean, atol=1e-4)


@pytest.mark.parametrize("network", ["recogniser", "generator"])
def test_either_network_of_a_joined_model_goes_to_keras(
    tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch, network: str
) -> None:
    exported: list[Mapping[str, FloatArray]] = []

    def export(spec: ModelSpec, weights: Mapping[str, FloatArray]) -> bytes:
        exported.append(weights)
        return b"network"

    monkeypatch.setattr("desktop_cvae.model.functional_model.export_keras", export)
    joined, output = tmp_path / "joined.cvae", tmp_path / "out.keras"
    assert main(["models", "join", str(tiny_model), "studio", "--output", str(joined)]) == 0
    command = ["models", "export", str(joined), "--format", "keras", "--network", network]
    assert main([*command, "--output", str(output)]) == 0
    assert output.read_bytes() == b"network"
    # The weights of this studio are zeros; the recogniser's are not.
    assert any(tensor.any() for tensor in exported[0].values()) == (network == "recogniser")


@pytest.mark.parametrize(
    ("kind", "name"), [("onnx", "a.cvae"), ("cvae", "a.onnx"), ("keras", "a.h5")]
)
def test_an_export_is_named_by_its_format(
    kind: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / name
    assert main(["models", "export", "studio", "--format", kind, "--output", str(output)]) == 2
    assert f"must end in .{kind}" in capsys.readouterr().err
    assert not output.exists()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "digits.npz"
    labels = np.arange(60) % 10
    drawn = np.stack([draw_digit(int(label)) for label in labels])
    np.savez(path, x=np.rint(255 * drawn).astype(np.uint8), y=labels)
    return path


def test_a_model_is_calibrated(
    tiny_model: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    engines = "desktop_cvae.inference.opened_model.open_engines"
    monkeypatch.setattr(engines, lambda entry, kind: (FakeEngine(entry.manifest.spec), None))
    assert main(["models", "calibrate", str(tiny_model), "--data", str(data)]) == 0
    out, err = capsys.readouterr()
    calibration = read_manifest(tiny_model).calibration
    assert calibration is not None
    assert calibration.digits == 60
    assert f"temperature {calibration.temperature:.3g}" in out
    assert "rejects nothing" in out
    assert "trained on other data" in err


def test_the_table_is_shown() -> None:
    text = calibration_text(fake_calibration())
    assert "rejects 1 % of digits below 0.00" in text


@pytest.mark.parametrize("share", ["-0.1", "0.06", "nan", "much"])
def test_a_senseless_share_is_refused(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognize", "a.png", f"--refuse={share}"]) == 2
    assert "--refuse" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("score", "margin", "text", "line", "cells"),
    [
        (5.0, 0.0, "3", "a.png  3  ", ",digit,3,"),
        (5.0, 1e4, "3", " %  unsure: 3 or ", ",unsure,3/"),
        (-5.0, 0.0, "", "a.png  –  not a digit\n", ",not a digit,?,,"),
    ],
)
def test_what_is_said_of_a_picture(
    score: float, margin: float, text: str, line: str, cells: str
) -> None:
    model = fake_model(calibration=fake_calibration(score=score, unsure_margin=margin))
    prepared = PreparedDigit(draw_digit(3), True, Box(4, 4, 20, 20), 1.0, (4.0, 4.0), False)
    (reading,) = model.read(prepared.image[None])
    record = picture_record("a.png", prepared, reading, model)
    assert record.text == text
    assert record.digits[0].label == (text or None)
    assert line in DIGIT_FORMATS.text_formatter(["a.png"])(record)
    assert cells in DIGIT_FORMATS.csv_line(record)


def test_a_prior_is_fitted_and_taken_back(
    tiny_model: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_manifest(tiny_model)
    fit = ["models", "fit-prior", str(tiny_model), "--data", str(data), "--components"]
    assert main([*fit, "1"]) == 0
    fitted = read_manifest(tiny_model)
    assert "prior: 1 Gaussian for each label" in capsys.readouterr().out
    assert fitted.prior == PriorEntry("mixture", 1)
    assert fitted.weights_sha256 == before.weights_sha256
    # Measured with another prior, and this data has no test part to measure on.
    assert fitted.metrics == {}
    assert main(["models", "info", str(tiny_model)]) == 0
    assert "mixture of 1 for each label" in capsys.readouterr().out
    factors = read_model_file(tiny_model).prior.factors
    assert main([*fit, "1", "--widen", "1.5"]) == 0
    np.testing.assert_allclose(read_model_file(tiny_model).prior.factors, 1.5 * factors, rtol=1e-5)
    assert main([*fit, "0"]) == 0
    assert "prior: N(0, I)" in capsys.readouterr().out
    assert read_manifest(tiny_model).prior is None


def test_a_new_prior_is_calibrated_again(
    tiny_model: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite_calibration(tiny_model, fake_calibration())
    assert main(["models", "fit-prior", str(tiny_model), "--data", str(data)]) == 0
    calibration = read_manifest(tiny_model).calibration
    assert calibration is not None
    assert calibration.digits == 60
    assert "temperature" in capsys.readouterr().out


@pytest.mark.parametrize("components", ["-1", "257", "1.5"])
def test_a_prior_has_a_few_components(tiny_model: Path, components: str) -> None:
    assert main(["models", "fit-prior", str(tiny_model), "--components", components]) == 2


def test_with_a_new_prior_the_models_own_data_is_measured(
    tiny_model: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = loading.load_dataset(str(data), "train")
    model = read_model_file(tiny_model)
    manifest = model.manifest
    new = NewModel(
        name="tiny",
        spec=manifest.spec,
        training=manifest.training,
        weights=model.weights,
        dataset_digest=whole.digest,
    )
    write_model_file(tiny_model, new)
    monkeypatch.setattr(
        model_fitting,
        "load_dataset",
        lambda wish, part: whole if part == "train" else whole.limit(20),
    )
    assert main(["models", "fit-prior", str(tiny_model), "--data", str(data)]) == 0
    assert read_manifest(tiny_model).metrics["test_images"] == 20
