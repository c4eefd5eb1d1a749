"""Count how many small breaks of the program are noticed by the tests that ``.ci/check`` runs.

``python tests/mutation/mutate.py --count 300 --seed 1 [--room inference …] [--jobs 2]`` draws a
seeded sample of breaks over all rooms (Cosmic Ray's operators), each room weighed by its lines,
puts one at a time into a copy of the checkout, runs the tests that ``tests/selection.py`` chooses
for that file, and prints the share that was noticed and every break that was not. Needs
``pip install cosmic-ray``; a break takes 5 to 60 s. Breaks that nobody could notice are left out:
type hints, decorators, messages of log and errors, and comparisons by identity turned to equality.
"""

from __future__ import annotations

import argparse
import ast
import collections
import contextlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray import commands
from cosmic_ray.mutating import apply_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("RemoveDecorator", "ExceptionReplacer", "VariableReplacer", "VariableInserter", "_Is")
TIMEOUT_S = 900
"""A break that makes a test hang counts as noticed; a slow machine needs minutes for a file."""


def main() -> int:
    """Draw the sample, break the copy, count what was noticed."""
    rooms = sorted(path.name for path in (ROOT / "desktop_cvae").iterdir() if path.is_dir())
    rooms = [room for room in rooms if any((ROOT / "desktop_cvae" / room).glob("*.py"))]
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=rooms, action="append")
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder, str(job)) for job in range(arguments.jobs)]
        for copy in copies:
            copy_checkout(copy)
        os.chdir(copies[0])
        sample = sampled(arguments.room or rooms, arguments.count, arguments.seed)
        noticed, tried = collections.Counter[str](), collections.Counter[str]()
        free: SimpleQueue[Path] = SimpleQueue()
        for copy in copies:
            free.put(copy)
        with ThreadPoolExecutor(arguments.jobs) as pool, contextlib.suppress(KeyboardInterrupt):
            trials = {pool.submit(trial, spec, free): (room, spec) for room, spec in sample}
            for done in as_completed(trials):
                room, spec = trials[done]
                tried[room] += 1
                noticed[room] += done.result()
                if not done.result():
                    print(f"survived: {shown(spec)}", flush=True)
    for room in tried:
        print(f"{room}: {noticed[room]} of {tried[room]} noticed")
    share = noticed.total() / max(1, tried.total())
    print(f"all: {noticed.total()} of {tried.total()} ({share:.1%}), seed {arguments.seed}")
    return 0


def sampled(rooms: list[str], count: int, seed: int) -> list[tuple[str, MutationSpec]]:
    """Return breaks of lines drawn at random from all rooms, one for a file's line."""
    random_ = random.Random(seed)
    files = [file for room in rooms for file in sorted(Path("desktop_cvae", room).rglob("*.py"))]
    sizes = [len(file.read_text(encoding="utf-8").splitlines()) for file in files]
    found: dict[Path, list[MutationSpec]] = {}
    sample: dict[tuple[Path, int], tuple[str, MutationSpec]] = {}
    for _ in range(20 * count):
        if len(sample) == count:
            break
        file = random_.choices(files, sizes)[0]
        if file not in found:
            found[file] = list(breaks(file))
        if found[file]:
            spec = random_.choice(found[file])
            sample.setdefault((file, spec.start_pos[0]), (file.parts[1], spec))
    return list(sample.values())


def copy_checkout(target: Path) -> None:
    """Copy the tracked files as they are now, so that the checkout itself is never broken."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)


def breaks(file: Path) -> Iterator[MutationSpec]:
    """Yield the breaks of a file that tests could notice."""
    with use_db(":memory:") as found:
        commands.init([file], found, {})
        specs = [mutation for item in found.work_items for mutation in item.mutations]
    silent = silent_lines(file)
    for spec in specs:
        is_seen = spec.start_pos[0] not in silent
        if is_seen and not any(word in spec.operator_name for word in LEFT_OUT):
            yield spec


def silent_lines(path: Path) -> set[int]:
    """Return the lines of type hints, decorators, signatures, imports, log calls and errors."""
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


def trial(spec: MutationSpec, free: SimpleQueue[Path]) -> bool:
    """Return whether a test fails, or hangs, with the break in a free copy."""
    copy = free.get()
    try:
        return is_noticed(spec, copy)
    finally:
        free.put(copy)


def is_noticed(spec: MutationSpec, copy: Path) -> bool:
    """Return whether the tests chosen for the broken file notice the break."""
    broken_file = copy / spec.module_path
    whole = broken_file.read_text(encoding="utf-8")
    operator = get_operator(spec.operator_name)(**spec.operator_args)
    _, broken = apply_mutation(broken_file, operator, spec.occurrence)
    if broken is None:
        return True
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(copy), str(copy / "tests")]),
        "QT_QPA_PLATFORM": "offscreen",
        "DESKTOP_CVAE_MNIST": str(ROOT.parent / "shared" / "mnist"),
        "DESKTOP_CVAE_HANDWRITING": str(ROOT.parent / "shared" / "handwriting"),
    }
    choose = f"import selection; print(*selection.choose_tests(['{spec.module_path}']))"
    try:
        # The break stands while the tests are chosen: a file that no longer parses is noticed.
        chosen = _run([sys.executable, "-c", choose], copy, environment)
        tests = chosen.stdout.split()
        if chosen.returncode or not tests:
            return bool(chosen.returncode)
        return _fails(tests, copy, environment, broken_file, whole)
    except subprocess.TimeoutExpired:
        return True
    finally:
        broken_file.write_text(whole, encoding="utf-8")


def _fails(
    tests: list[str], copy: Path, environment: dict[str, str], broken_file: Path, whole: str
) -> bool:
    """Return whether a test fails because of the break, and not in the whole copy as well."""
    broken, excluded = broken_file.read_text(encoding="utf-8"), list[str]()
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
    while True:
        done = _run([*command, "--tb=no", "-rfE", *tests, *excluded], copy, environment)
        failed = re.findall(r"^(?:FAILED|ERROR) (\S+?\.py(?:::\S+)?)", done.stdout, re.MULTILINE)
        if done.returncode == 0 or not failed:
            return bool(done.returncode)
        broken_file.write_text(whole, encoding="utf-8")
        if _run([*command, *failed[:1]], copy, environment).returncode == 0:
            return True
        broken_file.write_text(broken, encoding="utf-8")
        excluded += ["--deselect", failed[0]]


def _run(
    command: list[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


def shown(spec: MutationSpec) -> str:
    """Return one line that names where and what."""
    line = (ROOT / spec.module_path).read_text(encoding="utf-8").splitlines()[spec.start_pos[0] - 1]
    where = f"{spec.module_path}:{spec.start_pos[0]}:{spec.start_pos[1]}"
    return f"{where} {spec.operator_name.removeprefix('core/')}: {line.strip()}"


if __name__ == "__main__":
    raise SystemExit(main())
