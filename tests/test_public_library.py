from __future__ import annotations

import ast
import inspect
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from fake_library import models, pictures
from fakes import draw_digit
from PIL import Image, ImageDraw, ImageFont
from small_training import write_noise

import desktop_cvae as dc
from desktop_cvae.cli.main import main
from desktop_cvae.library.run_library import find_run
from desktop_cvae.training.loop import Training

__all__ = ["models", "pictures"]
ROOT = Path(__file__).resolve().parents[1]
SIGNATURES = {
    "list_models": "() -> 'list[str]'",
    "load": "(model: 'str | os.PathLike[str]' = 'studio') -> 'Model'",
    "train": (
        "(preset: 'str' = 'studio', data: 'str | os.PathLike[str]' = 'mnist', *, "
        "name: 'str | None' = None, output: 'str | os.PathLike[str] | None' = None, "
        "overwrite: 'bool' = False, limit: 'int | None' = None, start_from: 'str | None' = None, "
        "latent_dim: 'int | None' = None, conditional: 'bool' = True, "
        "report: 'Callable[[str], object] | None' = <built-in function print>, "
        "**settings: 'float | str') -> 'Model'"
    ),
    "Model.read": (
        "(self, picture: 'PictureSource | list[PictureSource]', *, "
        "false_rejection_rate: 'float' = 0.005, preparation: 'str' = '', "
        "thinking_steps: 'int' = 0) -> 'Reading | list[Reading]'"
    ),
    "Model.read_number": (
        "(self, picture: 'PictureSource', rule: 'str | None' = None, *, "
        "false_rejection_rate: 'float' = 0.005) -> 'Reading'"
    ),
    "Model.generate": (
        "(self, label: 'str | int | None' = None, count: 'int' = 1, *, seed: 'int' = 0, "
        "temperature: 'float' = 1.0, min_probability: 'float | None' = None) -> 'FloatArray'"
    ),
    "Model.reconstruct": (
        "(self, picture: 'PictureSource', label: 'str | int | None' = None) -> 'FloatArray'"
    ),
    "Model.posterior": (
        "(self, picture: 'PictureSource', label: 'str | int | None' = None) -> 'Posterior'"
    ),
    "Model.decode": (
        "(self, latents: 'npt.ArrayLike', label: 'str | int | None' = None) -> 'FloatArray'"
    ),
    "Model.to_keras": "(self) -> 'keras.Model'",
    "Model.export_onnx": (
        "(self, path: 'str | os.PathLike[str]', *, network: 'str' = 'recogniser', "
        "overwrite: 'bool' = False) -> 'Path'"
    ),
}
ATTRIBUTES = {
    "Model": ["label_names", "latent_dim", "metrics", "name", "path", "spec"],
    "Reading": [
        *("box", "digits", "evidence", "explanations", "image", "labels", "probabilities"),
        *("probability", "record", "text", "verdict", "warning"),
    ],
}
"""Whoever changes a signature or an attribute breaks programs of others."""


def test_the_signatures_are_promises() -> None:
    found = {}
    for name in SIGNATURES:
        owner, _, method = name.rpartition(".")
        function = getattr(getattr(dc, owner) if owner else dc, method)
        found[name] = str(inspect.signature(function))
    assert found == SIGNATURES
    methods = [n for n in vars(dc.Model) if not n.startswith("_")]
    assert {f"Model.{n}" for n in methods if inspect.isfunction(getattr(dc.Model, n))} == {
        name for name in SIGNATURES if name.startswith("Model.")
    }


def test_thinking_is_the_command_s(
    models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "3.png"
    Image.fromarray(np.rint(255 * draw_digit(3)).astype(np.uint8)).save(path)
    model = dc.load("studio")
    once, thought = model.read(path), model.read(path, thinking_steps=1)
    assert once.text == thought.text == "3"
    assert once.evidence != thought.evidence
    assert model.read([path, np.ones((30, 30))], thinking_steps=1)[1].verdict == "nothing found"
    assert main(["recognize", str(path), "--think", "1", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["digits"] == thought.record["digits"]


def test_the_attributes_are_promises(models: Path) -> None:
    model = dc.load("studio")
    for value in (model, model.read(draw_digit(3))):
        public = {
            n for n in dir(value) if not n.startswith("_") and not callable(getattr(value, n))
        }
        assert sorted(public) == ATTRIBUTES[type(value).__name__]


def test_the_declared_names_are_there() -> None:
    stub = ast.parse((ROOT / "desktop_cvae" / "__init__.pyi").read_text(encoding="utf-8"))
    declared = {
        alias.asname
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert declared | {"__version__"} == set(dc.__all__)
    assert set(dc.__all__) <= set(dir(dc))
    assert all(getattr(dc, name) is not None for name in dc.__all__)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = dc.nothing_like_it  # type: ignore[attr-defined]


def test_the_documents_lines_run_without_qt_tensorflow_or_a_display(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    lines = re.findall(r"```python\n(.*?)```", document, re.DOTALL)[0]
    sample = ROOT / "resources" / "samples" / "7-thin-blue-pen.jpg"
    (tmp_path / "seven.jpg").write_bytes(sample.read_bytes())
    Image.fromarray(_number_page()).save(tmp_path / "scan.pdf", save_all=True)
    code = f"{lines}\nimport sys\nprint('LOADED', *sys.modules)"
    environment = {"PYTHONPATH": str(ROOT), "DESKTOP_CVAE_HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    out, _, loaded = done.stdout.partition("LOADED")
    assert out.splitlines()[0].startswith("7 ")
    assert (tmp_path / "studio.onnx").is_file()
    assert not set(loaded.split()) & {"PySide6", "tensorflow", "keras", "matplotlib"}


def _number_page() -> np.ndarray:
    digits = [draw_digit(label) for label in (1, 0, 7, 2, 3)]
    line = np.concatenate([np.pad(digit, 4) for digit in digits], axis=1)
    page = np.full((400, 600), 255, np.uint8)
    page[100 : 100 + 72, 100 : 100 + 360] = 255 - 255 * line.repeat(2, 0).repeat(2, 1)
    return page


def test_the_package_itself_imports_next_to_nothing() -> None:
    code = "import sys; a = set(sys.modules); import desktop_cvae; print(*set(sys.modules) - a)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded <= {"desktop_cvae", "importlib", "warnings"}


def test_a_reading_is_the_commands_record(
    models: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pictures / "3.png"
    assert main(["recognize", str(path), "--format", "jsonl"]) == 0
    record = json.loads(capsys.readouterr().out)
    reading = dc.load("studio").read(path)
    assert reading.record == record
    (digit,) = record["digits"]
    assert (reading.text, reading.probability) == (record["text"], digit["probability"])
    assert reading.verdict == digit["verdict"]
    assert list(reading.labels) == digit["labels"]
    assert list(reading.evidence.values()) == digit["evidence_nats"]
    assert list(reading.box) == digit["box"]
    assert reading.evidence["3"] == max(reading.evidence.values())
    assert sum(reading.probabilities.values()) == pytest.approx(1, abs=1e-5)


def test_a_list_is_read_in_batches_in_order(models: Path, pictures: Path) -> None:
    model = dc.load("studio")
    pages = [pictures / f"{n % 4}.png" for n in range(70)]
    assert [reading.text for reading in model.read(pages)] == [str(n % 4) for n in range(70)]
    assert model.read([]) == []
    picture = pictures / "2.png"
    forms = [str(picture), picture.read_bytes(), Image.open(picture), draw_digit(2)]
    assert [reading.text for reading in model.read(forms)] == ["2"] * 4


def test_a_reading_says_itself_in_one_line_and_shows_ten_explanations(models: Path) -> None:
    model = dc.load("studio")
    reading = model.read(draw_digit(3))
    assert repr(reading).startswith("<Reading '3': ")
    assert len(repr(reading)) < 80
    assert len(repr(model)) < 100
    page = reading._repr_html_()
    pictures = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    assert len(pictures) == 11
    assert "<b>3</b>" in page
    assert "<b>4</b>" not in page
    assert reading.explanations.keys() == reading.evidence.keys()
    assert reading.explanations["3"].shape == (28, 28)
    errors = {k: np.abs(v - reading.image).mean() for k, v in reading.explanations.items()}
    assert min(errors, key=lambda name: errors[name]) == "3"
    blank = model.read(np.ones((30, 30)))
    assert repr(blank) == "<Reading: nothing found>"
    assert (blank.text, blank.verdict, blank.digits) == ("", "nothing found", ())
    assert "nothing found" in blank._repr_html_()


def test_a_name_in_a_reading_is_no_markup(models: Path) -> None:
    reading = dc.load("studio").read(draw_digit(3))
    page = type(reading)(text="<b>", probability=1, verdict="digit", image=reading.image)
    assert "<b>," not in page._repr_html_()
    assert "&lt;b&gt;" in page._repr_html_()


def test_a_number_is_read_with_its_digits(models: Path) -> None:
    model, page = dc.load("studio"), _number_page()
    reading = model.read_number(page, rule="length:5")
    assert len(reading.digits) == 5
    assert [digit.text or "?" for digit in reading.digits] == list(reading.text)
    assert reading.verdict in ("digit", "unsure", "not a digit")
    assert reading.box.x >= 100
    assert reading.record["warning"] == reading.warning
    assert reading._repr_html_().count("<img") == 5
    with pytest.raises(dc.errors.UsageError, match="no rule"):
        model.read_number(page, rule="nonsense")
    assert model.read_number(np.ones((30, 30))).verdict == "nothing found"


def test_what_is_no_digit_has_no_probability() -> None:
    model, letter = dc.load("studio"), Image.new("L", (120, 120), "white")
    ImageDraw.Draw(letter).text((30, 20), "A", font=ImageFont.load_default(size=70), fill="black")
    for reading in (model.read(letter), model.read_number(letter)):
        assert (reading.verdict, reading.labels) == ("not a digit", ())
        assert (reading.probability, reading.record["probability"]) == (0.0, None)
    assert sum(model.read(letter).probabilities.values()) == pytest.approx(1, abs=1e-5)


def test_boxes_are_in_the_pictures_own_pixels(models: Path) -> None:
    page = np.full((4000, 3000), 255, np.uint8)
    page[1000:1560, 2000:2560] = 255 - 255 * draw_digit(0).repeat(20, 0).repeat(20, 1)
    box = dc.load("studio").read(page).box
    assert 1000 <= box.y < box.bottom <= 1560
    assert 2000 <= box.x < box.right <= 2560


def test_digits_are_generated_reconstructed_and_decoded(models: Path) -> None:
    model = dc.load("studio")
    sevens = model.generate("7", 30, seed=1)
    assert sevens.shape == (30, 28, 28)
    np.testing.assert_array_equal(sevens, model.generate(7, 30, seed=1))
    assert (sevens != model.generate("7", 30, seed=2)).any()
    posterior = model.posterior(draw_digit(4))
    assert posterior.mean.shape == posterior.log_var.shape == (model.latent_dim,)
    assert model.decode(posterior.mean, "4").shape == (28, 28)
    assert model.decode(np.stack([posterior.mean] * 3), "4").shape == (3, 28, 28)
    as_four, as_seven = model.reconstruct(draw_digit(4)), model.reconstruct(draw_digit(4), "7")
    assert np.abs(as_four - draw_digit(4)).mean() < np.abs(as_seven - draw_digit(4)).mean()


def test_wrong_requests_are_our_errors(models: Path, pictures: Path, tmp_path: Path) -> None:
    model, plain = dc.load("studio"), dc.load("plain")
    with pytest.raises(dc.errors.UsageError, match="no model"):
        dc.load("nonsense")
    with pytest.raises(dc.errors.UsageError, match="no label “x”"):
        model.generate("x")
    with pytest.raises(dc.errors.UsageError, match="latent"):
        model.decode(np.zeros(3), "1")
    for wrong in ({"count": -1}, {"seed": -1}, {"temperature": -1.0}):
        with pytest.raises(dc.errors.UsageError, match="negative"):
            model.generate("1", **wrong)
    assert model.generate("1", 0).shape == (0, 28, 28)
    with pytest.raises(dc.errors.UsageError, match="name must be"):
        dc.train(name="a/b")
    with pytest.raises(dc.errors.UsageError, match="no preparation “x”"):
        model.read(draw_digit(3), preparation="x")
    for steps in (-1, 101):
        with pytest.raises(dc.errors.UsageError, match="between 0 and 100"):
            model.read(draw_digit(3), thinking_steps=steps)
    for read in (model.read, model.read_number):
        with pytest.raises(dc.errors.UsageError, match=r"from 0 to 0\.05"):
            read(draw_digit(3), false_rejection_rate=0.06)
    with pytest.raises(dc.errors.UsageError, match="Name the label"):
        model.decode(np.zeros(model.latent_dim))
    with pytest.raises(dc.errors.ImageProblem):
        model.read([pictures / "1.png", pictures / "notes.txt"])
    with pytest.raises(dc.errors.ImageProblem, match="Nothing was found"):
        model.reconstruct(np.ones((30, 30)))
    with pytest.raises(dc.errors.MissingLabels):
        plain.read(draw_digit(3))
    assert plain.generate(count=2).shape == (2, 28, 28)
    assert plain.decode(np.zeros(plain.latent_dim)).shape == (28, 28)
    output = tmp_path / "studio.onnx"
    assert model.export_onnx(output) == output
    with pytest.raises(dc.errors.UsageError, match="overwrite=True"):
        model.export_onnx(output)
    model.export_onnx(output, overwrite=True)
    with pytest.raises(dc.errors.UsageError, match="recogniser, generator"):
        model.export_onnx(tmp_path / "x.onnx", network="writer")


def test_a_model_is_trained_into_the_library_and_answers(tmp_path: Path) -> None:
    data, said = write_noise(tmp_path / "noise.npz"), []
    settings = {"epochs": 1, "batch_size": 20, "latent_dim": 2}
    model = dc.train("conv_cvae", data, name="mine", report=said.append, **settings)
    assert model.name == "mine"
    assert "mine" in dc.list_models()
    assert model.latent_dim == 2
    assert "accuracy" in model.metrics
    assert any("epoch" in sentence for sentence in said)
    assert model.read(draw_digit(3)).evidence.keys() == set("0123456789")
    keras_model = model.to_keras()
    buffer = io.StringIO()
    keras_model.summary(print_fn=lambda line, **_: buffer.write(line))
    assert "decoder" in buffer.getvalue()
    with pytest.raises(dc.errors.UsageError, match="overwrite=True"):
        dc.train("conv_cvae", data, name="mine", **settings)


def test_an_interrupted_training_names_its_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: Training) -> Iterator[object]:
        os.kill(os.getpid(), signal.SIGINT)
        yield from original(self)

    original = Training.run
    monkeypatch.setattr(Training, "run", interrupt)
    data = write_noise(tmp_path / "noise.npz")
    before = dc.list_models()
    with pytest.raises(KeyboardInterrupt) as raised:
        dc.train("conv_cvae", data, report=None, epochs=2, batch_size=20, latent_dim=2)
    named = re.search(r"--resume (\S+)”", str(raised.value))
    assert named is not None
    assert find_run(named[1]).resumable
    assert dc.list_models() == before


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"preset": "nonsense"}, "no preset"),
        ({"epoch": 3}, "no setting “epoch”"),
        ({"epochs": 0}, "[Ee]pochs"),
        ({"latent_dim": 9999}, "latent"),
    ],
)
def test_settings_are_checked_before_the_training(
    changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(dc.errors.UsageError, match=sentence):
        dc.train(**changes)
