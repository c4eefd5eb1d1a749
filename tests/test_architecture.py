"""The rules of the house: who may import whom, what stays out of the window's process."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from selection import circles, package_imports

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_cvae"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "resources" not in path.parts)
TEST_FOLDERS = sorted(path for path in (ROOT / "tests").rglob("*") if path.is_dir())
VAGUE_NAMES = ("util", "helper", "common", "manager", "misc")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported_by(statement: str) -> set[str]:
    """The modules that are loaded after a statement, in a fresh interpreter."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_contracts_are_kept() -> None:
    # In a process of its own: import-linter keeps its settings in global state.
    code = (
        "import sys; from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(config_filename='pyproject.toml', no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_starts_without_heavy_modules() -> None:
    loaded = imported_by("import desktop_cvae.gui.main_window")
    assert "PySide6" in loaded
    assert not loaded & {"tensorflow", "keras", "matplotlib", "PIL", "sqlite3", "xlsxwriter"}
    # Built when they are first wanted; the first answer comes sooner.
    folders = ["batch", "numbers", "training", "comparison", "data", "scorecard", "lessons"]
    late = [f"desktop_cvae.gui.{folder}" for folder in [*folders, "explanations"]]
    assert not loaded & {*late, "desktop_cvae.core.command_events"}


def test_the_first_answer_needs_few_modules_of_the_library() -> None:
    # Opening a model and reading with it; each of these is imported where it is first used.
    read = "add_noise(numpy.zeros((28, 28)), NoiseSetting())"
    modules = "import numpy, desktop_cvae.inference.opened_model"
    noise = "from desktop_cvae.pictures.noise import add_noise, NoiseSetting"
    loaded = imported_by(f"{modules}; {noise}; {read}")
    late = ("completion", "latent_grids", "walks", "number_reading", "line_network")
    assert not loaded & {f"desktop_cvae.inference.{name}" for name in late}
    assert not loaded & {"email", "statistics", "importlib.metadata", "numpy.random"}


def test_modules_of_the_window_are_imported_without_their_source() -> None:
    # PySide's import hook would read the text of each, and keep it in linecache.
    statement = "import desktop_cvae.gui.main_window, linecache; print(*linecache.cache)"
    assert not [name for name in imported_by(statement) if "desktop_cvae/" in name]


def test_the_command_line_parses_without_third_party_modules() -> None:
    loaded = imported_by("from desktop_cvae.cli.parser import parse; parse(['models', 'list'])")
    assert not loaded & {"numpy", "PySide6", "PIL", "safetensors", "tensorflow", "matplotlib"}


@pytest.mark.parametrize(
    "module",
    [
        "inference.engine",
        "inference.opened_model",
        "library.model_library",
        "pictures.picture_files",
    ],
)
def test_the_common_ground_knows_neither_wing(module: str) -> None:
    loaded = imported_by(f"import desktop_cvae.{module}")
    assert not loaded & {"tensorflow", "keras", "PySide6", "matplotlib", "safetensors"}


def test_no_modules_import_each_other_in_a_circle() -> None:
    # Imports of types and late imports count: what two modules both need belongs below them.
    assert circles(package_imports()) == []


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_every_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].strip()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_module_is_vaguely_named(path: Path) -> None:
    assert not any(word in path.stem for word in VAGUE_NAMES)


def test_no_two_modules_or_classes_share_a_name() -> None:
    # A name in an import, a traceback or a search then means one file.
    modules = Counter(path.stem for path in MODULES if not path.stem.startswith("__"))
    classes = Counter(
        node.name
        for path in MODULES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in (modules + classes).items() if count > 1] == []


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_nothing_runs_strangers_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (
            node.names if isinstance(node, ast.Import) else [ast.alias(node.module or "")]
        )
    }
    assert not imported & {"pickle", "marshal", "shelve", "dill", "joblib"}
    names = {node.func.id for node in ast.walk(tree) if _is_plain_call(node)}
    assert not names & {"eval", "exec", "compile", "__import__"}


def _is_plain_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_pyplot_stays_out(path: Path) -> None:
    # It would keep figures alive in global state and choose a backend for the whole process.
    assert "matplotlib.pyplot" not in path.read_text(encoding="utf-8")


def test_the_common_ground_of_third_parties() -> None:
    """``core`` uses the standard library, NumPy and, in a module each, two small libraries."""
    allowed = sys.stdlib_module_names | {"numpy", "desktop_cvae"}
    extras = {"paths": {"platformdirs"}, "xlsx_tables": {"xlsxwriter"}}
    for path in (PACKAGE / "core").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                extra = extras.get(path.stem, set())
                assert name.partition(".")[0] in allowed | extra, f"{path.name}: {name}"


@pytest.mark.parametrize("path", TEST_FOLDERS, ids=relative)
def test_test_folders_are_no_packages(path: Path) -> None:
    # With importmode=importlib an __init__.py would let equal file names collide.
    assert not (path / "__init__.py").exists()
