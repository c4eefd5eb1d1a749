"""Any benchmark with other values of one constant: how a tuned constant is found again.

Usage: ``python tests/benchmarks/vary.py ROOM.MODULE.CONSTANT VALUE... -- PROGRAM.py [OPTION...]``,
for example ``… vary.py pictures.ink.NEAR_INK 0.06 0.12 0.5 -- hard_set.py --each 50``

Runs the benchmark once for every value, as Python writes it, in a process of its own, where the
module gets the value before anything imports or computes with it. ``docs/constants.md`` names the
benchmark of every constant.
"""

from __future__ import annotations

import ast
import importlib.util
import runpy
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """One run a value; each starts this program again."""
    if "--" not in sys.argv:
        sys.exit(__doc__)
    at = sys.argv.index("--")
    constant, *values = sys.argv[1:at]
    benchmark, *options = sys.argv[at + 1 :]
    program = Path(__file__).with_name(benchmark)
    if len(values) == 1:
        change(constant, values[0])
        sys.argv = [benchmark, *options]
        runpy.run_path(str(program), run_name="__main__")
        return
    for value in values:
        print(f"{constant} = {value}", flush=True)
        command = [sys.executable, __file__, constant, value, *sys.argv[at:]]
        subprocess.run(command, check=True)


def change(constant: str, value: str) -> None:
    """Import a module of the program in which a constant has another value.

    Args:
        constant: such as ``pictures.ink.NEAR_INK``.
        value: an expression, in which the module's own names may stand.

    Raises:
        SystemExit: the module has no such constant.
    """
    name, _, own_name = f"desktop_cvae.{constant}".rpartition(".")
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    assert name not in sys.modules, "what has imported it keeps the old value"
    source = Path(spec.origin).read_text(encoding="utf-8")
    ends = [end for known, end in constants(source) if known == own_name]
    if not ends:
        sys.exit(f"{name} has no constant {own_name}.")
    lines = source.splitlines()
    lines.insert(ends[0], f"{own_name} = {value}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    exec(compile("\n".join(lines), spec.origin, "exec"), module.__dict__)
    room, _, last = name.rpartition(".")
    setattr(sys.modules[room], last, module)


def constants(source: str) -> list[tuple[str, int]]:
    """Names that a module gives numbers to, and the line in which each assignment ends."""
    found = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        inside = (part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant))
        if any(type(value) in (int, float) for value in inside):
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            found += [(ast.unparse(name), node.end_lineno or 0) for name in names]
    return found


if __name__ == "__main__":
    main()
