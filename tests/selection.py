"""Choose the tests of a changed file by what imports what.

``python tests/selection.py [COMMIT]`` prints the test files for everything that changed since a
commit (HEAD if none is named); ``.ci/check`` runs them, and ``tests/mutation/mutate.py`` counts how
many breaks they notice. The whole suite is ``.ci/run``'s.

Tests of a module are, the closest first: the file of its name in the mirrored folder, the files
that its docstring names ("Tested in tests/…"), the tests that import it themselves, and the tests
in its mirrored folder that reach it through other modules. A module that has none of these gets the
tests that reach it in the fewest steps.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
MOST_FILES = 12
"""Most test files for one module: more would take longer than a minute."""
TESTED_IN = re.compile(r"tests/[\w/]+\.py")


def choose_tests(changed: Iterable[str]) -> list[str]:
    """Return the test files for changed files, all as paths from the root, the closest first."""
    chosen: dict[str, None] = {}
    for name in changed:
        if re.fullmatch(r"tests/(.*/)?test_\w+\.py", name):
            chosen[name] = None
        elif name.startswith("tests/") and name.endswith(".py"):
            chosen.update(dict.fromkeys(sorted(_users_of_helper(Path(name).stem))[:MOST_FILES]))
        elif name.startswith("desktop_cvae/") and name.endswith(".py"):
            chosen.update(dict.fromkeys(choose_for_module(module_of(name))))
    return [name for name in chosen if (ROOT / name).is_file()]


def choose_for_module(module: str) -> list[str]:
    """Return the test files of one module, such as ``desktop_cvae.core.specs``."""
    if module not in _graph().modules:
        return []
    distances = _distances(module)
    parts = module.split(".")[1:]
    folder = "/".join(["tests", *parts[:-1]])
    named = f"{folder}/test_{parts[-1]}.py" if parts else "tests/test_app.py"
    told = TESTED_IN.findall(_docstring(module))

    def closeness(test: str) -> tuple[bool, bool, bool, int, int]:
        is_near = str(Path(test).parent) == folder
        return (test != named, test not in told, not is_near, distances[test], _breadth(test))

    near = {
        test
        for test, distance in distances.items()
        if distance == 1 or str(Path(test).parent) == folder
    }
    found = {named, *told} & set(_tests()) | near
    for test in found:
        distances.setdefault(test, 1)
    if not found and distances:
        least = min(distances.values())
        found = {test for test, distance in distances.items() if distance == least}
    return sorted(found, key=closeness)[:MOST_FILES]


def module_of(path: str) -> str:
    """Return the dotted name of a file of the package."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def package_imports() -> dict[str, set[str]]:
    """Return what each module of the package imports of it, types and late imports included."""
    graph = _graph()
    return {
        module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules
    }


def circles(imports: Mapping[str, set[str]]) -> list[set[str]]:
    """Return the groups of modules that import each other in a circle (Kosaraju's algorithm)."""
    order: list[str] = []
    seen: set[str] = set()
    for module in imports:
        order.extend(_visited(module, imports, seen))
    importers: dict[str, set[str]] = {module: set() for module in imports}
    for module, imported in imports.items():
        for name in imported:
            importers[name].add(module)
    seen.clear()
    groups = (set(_visited(module, importers, seen)) for module in reversed(order))
    return [group for group in groups if len(group) > 1]


def _visited(start: str, edges: Mapping[str, set[str]], seen: set[str]) -> list[str]:
    """Walk depth first from a node; return the nodes in the order in which they are left."""
    left: list[str] = []
    if start in seen:
        return left
    seen.add(start)
    stack = [(start, iter(sorted(edges[start])))]
    while stack:
        node, following = stack[-1]
        new = next((name for name in following if name not in seen), None)
        if new is None:
            left.append(node)
            stack.pop()
        else:
            seen.add(new)
            stack.append((new, iter(sorted(edges[new]))))
    return left


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("desktop_cvae", cache_dir=None)


@cache
def _tests() -> dict[str, set[str]]:
    """The modules of the package that each test file imports, through test helpers too."""
    files = {path.stem: path for path in sorted((ROOT / "tests").rglob("*.py"))}
    found = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(("tests/benchmarks", "tests/experiments")):
            found[name] = set(_imports_of(path, files, {path}))
    return found


def _imports_of(path: Path, files: Mapping[str, Path], seen: set[Path]) -> Iterator[str]:
    yield from (name for name in _imported_names(path) if name.startswith("desktop_cvae"))
    for stem in _imported_stems(path) & files.keys():
        helper = files[stem]
        if helper not in seen:
            seen.add(helper)
            yield from _imports_of(helper, files, seen)


@cache
def _imported_names(path: Path) -> frozenset[str]:
    modules = _graph().modules
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            names.update(whole & modules or {node.module})
    return frozenset(names)


@cache
def _imported_stems(path: Path) -> frozenset[str]:
    """Names of the files beside the package that a file imports, in whatever folder they lie."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return frozenset(n.rpartition(".")[2] for n in names if not n.startswith("desktop_cvae"))


def _distances(module: str) -> dict[str, int]:
    """The fewest import steps from each test file that reaches a module."""
    graph, steps = _graph(), {module: 1}
    queue = deque([module])
    while queue:
        name = queue.popleft()
        for importer in graph.find_modules_that_directly_import(name) if name in steps else ():
            if importer not in steps:
                steps[importer] = steps[name] + 1
                queue.append(importer)
    reached = {
        test: min((steps[name] for name in imported if name in steps), default=0)
        for test, imported in _tests().items()
    }
    return {test: distance for test, distance in reached.items() if distance}


def _breadth(test: str) -> int:
    """How many modules a test imports: one that imports few is about them."""
    return len(_tests().get(test, ()))


def _docstring(module: str) -> str:
    path = ROOT / Path(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    if not file.is_file():
        return ""
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def _users_of_helper(stem: str) -> set[str]:
    paths = {name: ROOT / name for name in _tests()}
    return {name for name, path in paths.items() if stem in _imported_stems(path)}


def changed_since(commit: str) -> list[str]:
    """Return the files that differ from a commit, new ones included, deleted ones not."""
    commands = (
        ["git", "diff", "--name-only", "--diff-filter=d", commit],
        ["git", "ls-files", "--others", "--exclude-standard"],
    )
    names: set[str] = set()
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        names.update(done.stdout.split("\n"))
    return sorted(filter(None, names))


if __name__ == "__main__":
    print(*choose_tests(changed_since(sys.argv[1] if len(sys.argv) > 1 else "HEAD")), sep="\n")
