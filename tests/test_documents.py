"""README and docs: commands, links, and the programs in them."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit

import desktop_cvae as dc
from desktop_cvae.cli.main import main
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.verdicts import calibrated
from desktop_cvae.library.model_file import read_model_file, rewrite_calibration

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCUMENTS = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
MOST_WORDS = 900
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def block(path: Path, language: str, index: int = 0) -> str:
    """Return a fenced block of a language."""
    text = path.read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)[index]


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = _HEADING.findall(_CODE.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_is_short_and_begins_with_two_commands() -> None:
    assert len(README.read_text(encoding="utf-8").split()) <= MOST_WORDS
    # The program of .ci/run takes these from here and runs them.
    assert block(README, "sh").splitlines() == [
        "pip install . && desktop-cvae",
        "pip install '.[test]' && pytest",
    ]


def test_the_citation_is_of_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\nversion: {project['version']}\n" in citation
    assert project["version"] == dc.__version__


def test_the_python_of_the_readme_reads_its_picture() -> None:
    done = subprocess.run(
        [sys.executable, "-c", block(README, "python")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    text, probability, verdict, evidence = done.stdout.split()
    assert (text, verdict) == ("7", "digit")
    assert 0.9 < float(probability) <= 1
    assert float(evidence) < 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    text = _CODE.sub("", path.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if target.startswith(("https://", "http://")):
            continue
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def test_every_document_is_found_from_the_readme() -> None:
    found, todo = set(), [README]
    while todo:
        path = todo.pop()
        if path in found:
            continue
        found.add(path)
        links = _LINK.findall(path.read_text(encoding="utf-8"))
        files = ((path.parent / link.partition("#")[0]).resolve() for link in links)
        todo += [file for file in files if file.suffix == ".md" and file.is_file()]
    assert set(DOCUMENTS) - found == {ROOT / "CHANGELOG.md"}


@pytest.mark.parametrize("is_calibrated", [False, True])
def test_the_runner_reads_with_an_exported_graph_alone(
    tmp_path: Path, tiny_model: Path, *, is_calibrated: bool
) -> None:
    calibration = fake_calibration() if is_calibrated else None
    rewrite_calibration(tiny_model, calibration)
    output = tmp_path / "tiny.onnx"
    command = ["models", "export", str(tiny_model), "--format", "onnx", "--output", str(output)]
    assert main(command) == 0
    images = np.stack([draw_digit(label) for label in range(3)])
    np.save(tmp_path / "digits.npy", images)
    runner = tmp_path / "read_onnx.py"
    runner.write_text(block(ROOT / "docs/onnx.md", "python"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, runner, output, tmp_path / "digits.npy"],
        capture_output=True,
        text=True,
        check=True,
    )
    model = read_model_file(tiny_model)
    evidence = OnnxEngine(model.manifest.spec, model.weights).score(images).evidence_nats
    margin = 0.0 if calibration is None else calibration.unsure_margin
    expected = []
    for nats, shares in zip(evidence, calibrated(evidence, calibration), strict=True):
        near = [k for k in np.argsort(-nats) if k == nats.argmax() or nats.max() - nats[k] < margin]
        expected.append(f"{' or '.join(map(str, near))} {shares.max():.2%}")
    assert done.stdout.splitlines() == expected


def test_the_second_runner_writes_with_an_exported_generator_alone(tmp_path: Path) -> None:
    output = tmp_path / "writer.onnx"
    dc.load("conv_cvae").export_onnx(output, network="generator")
    runner = tmp_path / "write_onnx.py"
    runner.write_text(block(ROOT / "docs/onnx.md", "python", 1), encoding="utf-8")
    arguments = [sys.executable, runner, output, "7", tmp_path / "sevens.npy"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    sevens = np.load(tmp_path / "sevens.npy")
    assert sevens.shape == (20, 28, 28)
    assert [one.text for one in dc.load().read(list(sevens))].count("7") >= 15
