"""``docs/constants.md`` has every constant of the rooms in which constants are tuned."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_cvae"
BENCHMARKS = ROOT / "tests" / "benchmarks"
TABLE = (ROOT / "docs" / "constants.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([\w.]+)` \| (.+?) \| (.+?) \|$", TABLE, re.MULTILINE)
ROOMS = [
    *(
        path
        for room in ("pictures", "synthesis", "inference", "evaluation")
        for path in PACKAGE.glob(f"{room}/*.py")
    ),
    PACKAGE / "core" / "calibration.py",
]
constants = runpy.run_path(str(BENCHMARKS / "vary.py"))["constants"]


def test_every_constant_says_how_it_is_found() -> None:
    listed = [f"{module}.{name}" for module, names, _ in ROWS for name in re.findall(r"\w+", names)]
    known = {
        f"{path.parent.name}.{path.stem}.{name}"
        for path in ROOMS
        for name, _ in constants(path.read_text(encoding="utf-8"))
    }
    public = {name for name in known if not name.rpartition(".")[2].startswith("_")}
    assert len(listed) == len(set(listed))
    assert set(listed) - known == set()
    assert public - set(listed) == set()


def test_every_benchmark_that_is_named_exists() -> None:
    named = {file for _, _, command in ROWS for file in re.findall(r"[\w/]+\.py", command)}
    assert "hard_set.py" in named
    places = {ROOT / file if "/" in file else BENCHMARKS / file for file in named}
    assert {place for place in places if not place.is_file()} == set()


def test_a_constant_is_varied_wherever_it_goes() -> None:
    code = (
        "import vary; vary.change('pictures.ink.FAINTEST', 'FAINTEST / 2');"
        "from desktop_cvae.pictures import ink, line_pieces;"
        "print(ink.FAINTEST, line_pieces.FAINTEST)"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path[:0] = sys.argv[1:]; {code}",
            ROOT,
            BENCHMARKS,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["0.05", "0.05"], done.stderr
