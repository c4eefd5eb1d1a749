"""README and docs: commands, links, and the programs in them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from argparse import PARSER, ArgumentParser
from pathlib import Path

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit

import desktop_cvae as dc
from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import build_parser, parse
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.inference.verdicts import calibrated
from desktop_cvae.library.model_file import read_model_file, rewrite_calibration

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
BUILT = DOCS / "built"
"""Made by Sphinx-Gallery when the site is built."""
DOCUMENTS = [
    *(README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"),
    *(path for path in DOCS.rglob("*.md") if BUILT not in path.parents),
]
MOST_WORDS = 900
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(rf"{_FENCED.pattern}|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_TOCTREE = re.compile(r"^```\{toctree\}\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def block(path: Path, language: str, index: int = 0) -> str:
    """Return a fenced block of a language."""
    text = path.read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)[index]


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = _HEADING.findall(_FENCED.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands_of(path: Path) -> list[list[str]]:
    """Return the arguments of the program's commands in a document that can be tried as they are.

    Mere names, such as ``desktop-cvae teach``, and lines with “…” are no commands to try.
    """
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    lines += re.findall(r"`(desktop-cvae [^`\n]* --\w[^`\n]*)`", text)
    parts = [part.strip() for line in lines for part in re.split(r"[|;>&]+", line)]
    found = [part for part in parts if part.startswith("desktop-cvae ")]
    return [
        shlex.split(part)[1:] for part in found if "…" not in part and not part.endswith("--help")
    ]


def test_the_readme_is_short_and_begins_with_two_commands() -> None:
    assert len(README.read_text(encoding="utf-8").split()) <= MOST_WORDS
    # The program of .ci/run takes these from here and runs them.
    assert block(README, "sh").splitlines() == [
        "pip install . && desktop-cvae",
        "pip install '.[test]' && pytest",
    ]


def test_every_file_names_this_version_and_its_day() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == dc.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", changelog, re.MULTILINE)
    version, day = released[0]
    assert version == dc.__version__
    assert re.findall(r"^## (\d\S*)", changelog, re.MULTILINE) == [one for one, _ in released]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {version}\ndate-released: {day}\n" in citation
    metainfo = (ROOT / "packaging/desktop/desktop-cvae.metainfo.xml").read_text(encoding="utf-8")
    assert re.findall(r'<release version="(\S+)" date="(\S+)"', metainfo) == released
    notes = (DOCS / "release_notes.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)$", notes, re.MULTILINE)[0] == version


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
        # The site's builder writes the gallery, and fails where a link to it leads nowhere.
        if target.startswith(("https://", "http://", "../built/")):
            continue
        name, _, anchor = target.partition("#")
        file = _source_of(path.parent / name) if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def _source_of(file: Path) -> Path:
    """Return what a page of the built gallery is made of; other files are themselves."""
    if BUILT / "gallery" not in file.parents:
        return file
    gallery = DOCS / "gallery"
    is_index = file.name == "index.rst"
    return gallery / ("GALLERY_HEADER.rst" if is_index else f"{file.stem}.py")


def test_every_document_is_found_from_the_readme() -> None:
    found, todo = set(), [README]
    while todo:
        path = todo.pop()
        if path in found:
            continue
        found.add(path)
        text = path.read_text(encoding="utf-8")
        links = [link.partition("#")[0] for link in _LINK.findall(text)]
        for tree in _TOCTREE.findall(text):
            links += [f"{line}.md" for line in tree.split() if not line.startswith(":")]
        files = ((path.parent / link).resolve() for link in links)
        todo += [file for file in files if file.suffix == ".md" and file.is_file()]
    assert set(DOCUMENTS) - found == set()


def test_a_document_says_each_thing_in_one_place() -> None:
    """Long lines of two documents are never the same: move text, do not copy it."""
    lines = [
        line.strip()
        for path in DOCUMENTS
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 110 and not line.startswith("|")
    ]
    assert len(lines) > 300
    assert {line for line in lines if lines.count(line) > 1} == set()


def test_every_command_of_the_documents_can_be_parsed() -> None:
    # The changelog names commands of earlier versions.
    documents = set(DOCUMENTS) - {ROOT / "CHANGELOG.md"}
    found = [command for path in documents for command in commands_of(path)]
    assert len(found) > 50
    for command in found:
        # Raises UsageError, with a sentence that names the option.
        assert parse(command).module


def subparsers(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    """Return a parser's commands or actions by name; {} without any."""
    return next((dict(a.choices or {}) for a in parser._actions if a.nargs == PARSER), {})


def test_the_page_names_every_command_and_no_option_that_is_not_there() -> None:
    text = (DOCS / "command_line.md").read_text(encoding="utf-8").replace(r"\|", "/")
    commands = subparsers(build_parser())
    named: dict[str, set[str]] = {}
    for row in re.findall(r"^\| `desktop-cvae .*", text, re.MULTILINE):
        command = "gui"
        for code in re.findall(r"`([^`]*)`", row):
            words = code.removeprefix("desktop-cvae").split()
            if words and words[0] in commands:
                command = words.pop(0)
            known = subparsers(commands[command])
            actions = known.keys() & set(words[0].split("/") if words else [])
            named.setdefault(command, set()).update(actions)
            # An option without an action beside it may be any action's.
            parsers = [commands[command], *(known[name] for name in actions or known)]
            options = {word for word in words if word.startswith("--")}
            assert options <= {name for one in parsers for name in one._option_string_actions}, row
    assert named == {name: set(subparsers(parser)) for name, parser in commands.items()}


@pytest.mark.mnist
def test_the_tutorial_works_from_its_first_step_to_its_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mnist_dir: Path
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(mnist_dir))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    done = []
    for command in commands_of(DOCS / "tutorial.md"):
        if command[0] == "serve":
            done.append("served elsewhere: tests/web")
            continue
        shorter = {"10000": "300", "10": "1"}
        assert main([shorter.get(argument, argument) for argument in command]) == 0, command
        done.append(command[0])
    assert len(done) >= 7
    assert (tmp_path / "digits.png").stat().st_size > 1000
    assert (tmp_path / "first.onnx").stat().st_size > 100_000
    names: dict[str, object] = {}
    exec(block(DOCS / "tutorial.md", "python"), names)
    assert len(names["ten_digits"]) == 10


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
