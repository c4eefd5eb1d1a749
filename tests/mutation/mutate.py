"""How many small breaks of the program its tests notice: a seeded sample, room by room.

``python tests/mutation/mutate.py --count 300 --seed 1 [--room inference …]`` breaks one place at a
time in a copy of the checkout (Cosmic Ray's operators), runs the tests of that room, those that
name the module first, and prints the share that was noticed and every break that was not. Needs
``pip install cosmic-ray``; a break takes 5–30 s. Left out are breaks that nobody could notice:
type hints, decorators, messages of log and errors, and comparisons by identity turned to equality.
"""

from __future__ import annotations

import argparse
import ast
import collections
import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray import commands
from cosmic_ray.mutating import apply_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "inference": ("desktop_cvae/inference", "tests/inference"),
    "pictures": ("desktop_cvae/pictures", "tests/pictures"),
    "training loop": ("desktop_cvae/training/loop.py", "tests/training/test_loop.py"),
    "session": ("desktop_cvae/gui/session.py", "tests/gui/test_session.py"),
    "strokes": ("desktop_cvae/gui/drawing.py", "tests/gui/test_drawing.py"),
    "library": ("desktop_cvae/library", "tests/library"),
}
"""Which code, and the tests that should notice."""
LEFT_OUT = ("RemoveDecorator", "ExceptionReplacer", "VariableReplacer", "VariableInserter", "_Is")
TIMEOUT_S = 900
"""A break that takes for ever is noticed; a whole room on a busy machine takes minutes."""


def main() -> int:
    """Sample, break, count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=ROOMS, action="append")
    arguments = parser.parse_args()
    rooms = arguments.room or list(ROOMS)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copy_checkout(copy)
        os.chdir(copy)
        places = [(room, spec) for room in rooms for spec in breaks(ROOMS[room][0])]
        random.Random(arguments.seed).shuffle(places)
        sample = one_a_place(places)[: arguments.count]
        print(f"{len(places)} breaks possible, {len(sample)} tried, seed {arguments.seed}")
        noticed = collections.Counter[str]()
        tried = collections.Counter[str]()
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C counts what was tried
            for room, spec in sample:
                killed = is_noticed(spec, ROOMS[room][1])
                tried[room] += 1
                noticed[room] += killed
                if not killed:
                    print(f"survived: {told(spec)}", flush=True)
    for room in rooms:
        print(f"{room}: {noticed[room]} of {tried[room]} noticed")
    print(
        f"all: {noticed.total()} of {tried.total()} ({noticed.total() / max(1, tried.total()):.1%})"
    )
    return 0


def copy_checkout(target: Path) -> None:
    """The tracked files as they are now, so that the checkout itself is never broken."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)


def breaks(place: str) -> Iterator[MutationSpec]:
    """All breaks of a file or of the files of a folder that tests could notice."""
    path = Path(place)
    files = [path] if path.suffix == ".py" else sorted(path.glob("*.py"))
    with use_db(":memory:") as found:
        commands.init(files, found, {})
        specs = [mutation for item in found.work_items for mutation in item.mutations]
    silent = {file: silent_lines(file) for file in files}
    for spec in specs:
        is_seen = spec.start_pos[0] not in silent[spec.module_path]
        if is_seen and not any(word in spec.operator_name for word in LEFT_OUT):
            yield spec


def silent_lines(path: Path) -> set[int]:
    """Lines of type hints, decorators, signatures, imports, log calls and raised sentences."""
    lines: set[int] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines |= {decorator.lineno for decorator in node.decorator_list}
        if isinstance(node, ast.FunctionDef):
            lines |= set(range(node.lineno, node.body[0].lineno))
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Raise):
            lines |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            lines.add(node.lineno)
        if isinstance(node, ast.AnnAssign):
            hint = node.annotation
            lines |= set(range(hint.lineno, (hint.end_lineno or hint.lineno) + 1))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_log"):
            lines |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def one_a_place(places: list[tuple[str, MutationSpec]]) -> list[tuple[str, MutationSpec]]:
    """The first break of every place, in the order given."""
    first: dict[object, tuple[str, MutationSpec]] = {}
    for room, spec in places:
        first.setdefault((spec.module_path, spec.start_pos), (room, spec))
    return list(first.values())


def is_noticed(spec: MutationSpec, tests: str) -> bool:
    """Whether a test fails, or takes for ever, with the break in place."""
    whole = spec.module_path.read_text(encoding="utf-8")
    operator = get_operator(spec.operator_name)(**spec.operator_args)
    _, broken = apply_mutation(spec.module_path, operator, spec.occurrence)
    if broken is None:
        return True
    stem = spec.module_path.stem
    files = sorted(Path(tests).glob("test_*.py"), key=lambda file: stem not in file.read_text())
    where = [str(path) for path in files or [tests]]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *where]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "QT_QPA_PLATFORM": "offscreen"}
    try:
        return bool(
            subprocess.run(
                command,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=TIMEOUT_S,
                check=False,
            ).returncode
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        spec.module_path.write_text(whole, encoding="utf-8")


def told(spec: MutationSpec) -> str:
    """One line of where and what."""
    line = spec.module_path.read_text(encoding="utf-8").splitlines()[spec.start_pos[0] - 1]
    where = f"{spec.module_path}:{spec.start_pos[0]}:{spec.start_pos[1]}"
    return f"{where} {spec.operator_name.removeprefix('core/')}: {line.strip()}"


if __name__ == "__main__":
    raise SystemExit(main())
