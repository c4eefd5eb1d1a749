"""Count how many small breaks of the program are noticed by the tests that ``.ci/check`` runs.

``python tests/mutation/mutate.py --count 300 --seed 1 [--room inference …] [--jobs 2]`` draws a
seeded sample of breaks over all rooms (Cosmic Ray's operators), each room weighed by its lines,
puts one at a time into a copy of the checkout, runs the tests that ``tests/selection.py`` chooses
for that file, and prints a running count, every break that was not noticed, and the shares. Needs
``pip install cosmic-ray``; a break takes 5 to 60 s. Ctrl+C or SIGTERM ends it with the shares so
far.

Breaks that nobody could notice are left out: type hints, decorators, messages of log and errors,
and comparisons by identity turned to equality. So are breaks that are no programmer's slip: nobody
types ``<<`` for ``+``, ``**`` for ``-`` or ``~`` for ``-`` (arithmetic is broken by arithmetic,
bits and sets by bits and sets), and nobody types ``<=`` for ``==`` beside a text, whose order means
nothing.

Breaks of sizes and places of what is painted or laid out ("looks") are counted apart, because the
eye judges them and no test can ask for a margin without repeating it; the shares of behaviour, of
looks and of both are printed.
"""

from __future__ import annotations

import argparse
import ast
import collections
import contextlib
import functools
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray import commands
from cosmic_ray.mutating import apply_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("RemoveDecorator", "ExceptionReplacer", "VariableReplacer", "VariableInserter", "_Is")
"""Parts of names of operators that a test cannot notice, or whose break is no slip."""
ARITHMETIC = frozenset({"Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"})
"""Operators that are written for each other by mistake; ``**`` only for what it replaces."""
BITS = frozenset({"BitOr", "BitAnd", "BitXor", "Sub"})
"""Operators of bits and of sets, written for each other by mistake."""
SHIFTS = frozenset({"LShift", "RShift"})
"""Operators that are written for each other only."""
SHAPED_ROOMS = ("gui", "figures")
"""Rooms that lay out and paint."""
LOOKS = re.compile(
    r"\bpainter\.|\bQ(Rect|Point|Size|Line|Margins|Pen|Font)F?\("
    r"|\b(?:[A-Z]+_)*(PX|SPACING|MARGIN|EDGE|SIDE|SIZE|WIDTH|HEIGHT|GAP)\b"
    r"|\b(width|height|left|right|top|bottom|sizeHint|minimumSizeHint)\(\)"
    r"|\.(adjusted|translated|moved|resize|setGeometry|setFixed\w+|setMinimum\w+|setMaximum\w+"
    r"|set\w*Margins|set\w*Spacing|addSpacing|setStretch\w*|horizontalAdvance)\(|^area\.|\barea\."
)
"""What a statement mentions that says how large something is or where it lies."""
POINTED = re.compile(r"\b(pos|position|globalPos|event)\b|\.contains\(")
"""What a statement mentions that looks for the thing under the pointer: behaviour, not looks."""
SIZING = ("NumberReplacer", "ReplaceBinaryOperator", "ReplaceUnaryOperator")
"""Operators that only make something larger, smaller or elsewhere; conditions are behaviour."""
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+?\.py(?:::[\w:]+)?)", re.MULTILINE)
"""The test function of a line of pytest's summary; its case's name may have blanks."""
TIMEOUT_S = 900
"""A break that makes a test hang counts as noticed; a slow machine needs minutes for a file."""
running: set[subprocess.Popen[str]] = set()
"""Processes of tests that run now; they end with this program."""
stopping = threading.Event()
"""Set when no more tests are to begin."""


def main() -> int:
    """Draw the sample, break the copy, count what was noticed."""
    files = (ROOT / "desktop_cvae").rglob("*.py")
    rooms = sorted({room_of(file.relative_to(ROOT)) for file in files})
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=rooms, action="append")
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder, str(job)) for job in range(arguments.jobs)]
        whole = Path(folder, "whole")  # the checkout itself may change meanwhile
        for copy in (whole, *copies):
            copy_checkout(copy)
        os.chdir(whole)
        sample = sampled(arguments.room or rooms, arguments.count, arguments.seed)
        tally = Tally()
        free: SimpleQueue[Path] = SimpleQueue()
        for copy in copies:
            free.put(copy)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        pool = ThreadPoolExecutor(arguments.jobs)
        trials = {pool.submit(trial, spec, free): (room, spec) for room, spec in sample}
        try:
            for done in as_completed(trials):
                room, spec = trials[done]
                tally.add(room, spec, is_noticed=done.result())
        except KeyboardInterrupt:
            print("stopped before the end", flush=True)
        finally:
            stopping.set()
            pool.shutdown(wait=False, cancel_futures=True)
            for process in list(running):
                end(process)
            pool.shutdown()
    tally.print_shares(arguments.seed)
    return 0


class Tally:
    """Counts what was tried and noticed, by room and by kind, and prints it as it goes."""

    def __init__(self) -> None:
        self.tried = collections.Counter[tuple[str, str]]()
        self.noticed = collections.Counter[tuple[str, str]]()

    def add(self, room: str, spec: MutationSpec, *, is_noticed: bool) -> None:
        """Count a break and print the running count."""
        key = (room, "looks" if is_looks(spec) else "behaviour")
        self.tried[key] += 1
        self.noticed[key] += is_noticed
        if not is_noticed:
            print(f"survived ({key[1]}): {shown(spec)}", flush=True)
        tried, noticed = self.tried.total(), self.noticed.total()
        counts = f"tried {tried}, noticed {noticed}, survived {tried - noticed}"
        print(f"{counts}, {noticed / tried:.1%}", flush=True)

    def print_shares(self, seed: int) -> None:
        """Print the shares of every room and of both kinds."""
        for room in sorted({room for room, _ in self.tried}):
            print(self._share(room, [key for key in self.tried if key[0] == room]))
        for kind in ("behaviour", "looks"):
            print(self._share(kind, [key for key in self.tried if key[1] == kind]))
        print(f"{self._share('all', list(self.tried))}, seed {seed}", flush=True)

    def _share(self, name: str, keys: list[tuple[str, str]]) -> str:
        tried = sum(self.tried[key] for key in keys)
        noticed = sum(self.noticed[key] for key in keys)
        return f"{name}: {noticed} of {tried} noticed ({noticed / max(1, tried):.1%})"


def sampled(rooms: list[str], count: int, seed: int) -> list[tuple[str, MutationSpec]]:
    """Return breaks of lines drawn at random from all rooms, one for a file's line."""
    random_ = random.Random(seed)
    files = [file for file in sorted(Path("desktop_cvae").rglob("*.py")) if room_of(file) in rooms]
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
            sample.setdefault((file, spec.start_pos[0]), (room_of(file), spec))
    return list(sample.values())


def room_of(file: Path) -> str:
    """Return the folder of a file of the package; a module beside the folders is its own room."""
    return file.parts[1].removesuffix(".py")


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
        if is_seen and not any(word in spec.operator_name for word in LEFT_OUT) and is_slip(spec):
            yield spec


def is_slip(spec: MutationSpec) -> bool:
    """Return whether a programmer may write the broken operator for the right one."""
    kind, right, wrong = (*spec.operator_name.removeprefix("core/").split("_"), "", "")[:3]
    if kind == "ReplaceBinaryOperator":
        if "Pow" in (right, wrong):
            return (right, wrong) == ("Pow", "Mul")
        return any({right, wrong} <= alike for alike in (ARITHMETIC, BITS, SHIFTS))
    if kind == "ReplaceUnaryOperator":
        return wrong != "Invert"
    if kind == "ReplaceComparisonOperator" and right in ("Eq", "NotEq"):
        is_order = wrong not in ("Eq", "NotEq")
        return not (is_order and _is_beside_text(spec))
    return True


def _is_beside_text(spec: MutationSpec) -> bool:
    """Return whether the comparison has a text written out on one side."""
    for node in ast.walk(_tree(spec.module_path)):
        if isinstance(node, ast.Compare) and _holds(node, spec.start_pos):
            sides = [node.left, *node.comparators]
            if any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in sides):
                return True
    return False


def is_looks(spec: MutationSpec) -> bool:
    """Return whether a break only changes how large something is or where it lies on screen."""
    room = spec.module_path.parts[1]
    if room not in SHAPED_ROOMS or not any(kind in spec.operator_name for kind in SIZING):
        return False
    text = _statement(spec)
    return bool(LOOKS.search(text)) and not POINTED.search(text)


def _statement(spec: MutationSpec) -> str:
    """Return the innermost statement of a break as text, of a compound one only its head."""
    found = ""
    for node in ast.walk(_tree(spec.module_path)):  # outer nodes come first
        if isinstance(node, ast.stmt) and _holds(node, spec.start_pos):
            body = getattr(node, "body", None)
            whole = ast.unparse(node)
            found = whole.split("\n")[0] if body else whole
    return found


def _holds(node: ast.expr | ast.stmt, at: tuple[int, int]) -> bool:
    end_at = (node.end_lineno or node.lineno, node.end_col_offset or 0)
    return (node.lineno, node.col_offset) <= tuple(at) < end_at


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


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
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("_log", "access_log")):
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
        "DESKTOP_CVAE_MNIST": str(ROOT.parent / "shared" / "mnist"),
        "DESKTOP_CVAE_HANDWRITING": str(ROOT.parent / "shared" / "handwriting"),
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(copy), str(copy / "tests")]),
        "QT_QPA_PLATFORM": "offscreen",
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
        failed = FAILED.findall(done.stdout)
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
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # so that it ends with everything that it started
    )
    running.add(process)
    if stopping.is_set():
        end(process)
    try:
        output, _ = process.communicate(timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired:
        end(process)
        raise
    finally:
        running.discard(process)
    if stopping.is_set():
        raise CancelledError
    return subprocess.CompletedProcess(command, process.returncode, output)


def end(process: subprocess.Popen[str]) -> None:
    """End a process and what it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    running.discard(process)


def shown(spec: MutationSpec) -> str:
    """Return one line that names where and what."""
    line = spec.module_path.read_text(encoding="utf-8").splitlines()[spec.start_pos[0] - 1]
    where = f"{spec.module_path}:{spec.start_pos[0]}:{spec.start_pos[1]}"
    return f"{where} {spec.operator_name.removeprefix('core/')}: {line.strip()}"


if __name__ == "__main__":
    raise SystemExit(main())
