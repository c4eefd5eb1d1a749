from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.cli.main import main
from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.inference import opened_model
from desktop_cvae.inference.compiled_graphs import is_compiled
from desktop_cvae.library.model_file import NewModel, write_model_file
from desktop_cvae.library.model_library import ModelEntry, find_model, list_models


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


def test_info_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "info", "plain", "--format", "json"]) == 0
    manifest = json.loads(capsys.readouterr().out)
    assert manifest["spec"]["conditional"] is False


def test_import_export_remove(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import", str(tiny_model)]) == 0
    assert capsys.readouterr().out == "tiny\n"
    output = tmp_path / "copy.cvae"
    assert main(["models", "export", "tiny", "--output", str(output)]) == 0
    assert output.read_bytes() == tiny_model.read_bytes()
    assert main(["models", "export", "tiny", "--output", str(output)]) == 2
    assert main(["models", "remove", "tiny"]) == 0
    assert main(["models", "remove", "tiny"]) == 2
    assert main(["models", "remove", "studio"]) == 2
    assert [entry.name for entry in list_models()] == ["plain", "studio"]


def test_a_model_is_imported_without_tensorflow_too(
    tiny_model: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_engine(entry: ModelEntry, kind: str) -> None:
        raise EnvironmentProblem("TensorFlow is missing.")

    monkeypatch.setattr(opened_model, "open_engine", open_engine)
    assert main(["models", "import", str(tiny_model)]) == 0
    assert "not compiled: TensorFlow is missing." in capsys.readouterr().err
    assert any(entry.name == "tiny" for entry in list_models())


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


def test_a_model_is_compiled_into_a_folder(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "compiled"
    assert main(["models", "compile", str(tiny_model), "--compiled-into", str(folder)]) == 0
    assert "compiled “tiny”" in capsys.readouterr().err
    graph, checksum = sorted(folder.iterdir())
    assert graph.name.endswith(".template.npz")
    assert checksum.read_text() == hashlib.sha256(graph.read_bytes()).hexdigest()


def test_a_network_is_compiled_once_for_all_its_weights(
    tiny_model: Path, tiny_spec: ModelSpec, tiny_weights: dict[str, FloatArray], tmp_path: Path
) -> None:
    entry = find_model(str(tiny_model))
    assert not is_compiled(entry)
    assert main(["models", "compile", str(tiny_model)]) == 0
    assert is_compiled(entry)
    others = {name: array + np.float32(0.05) for name, array in tiny_weights.items()}
    path = tmp_path / "other.cvae"
    new = NewModel(name="other", spec=tiny_spec, training=TrainingConfig(epochs=1), weights=others)
    write_model_file(path, new)
    assert is_compiled(find_model(str(path)))
