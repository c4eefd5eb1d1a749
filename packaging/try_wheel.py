"""Builds the wheel, installs it the lean way into an empty environment, and runs the library there.

``python packaging/try_wheel.py``. The lines are the first ones of ``docs/python.md``; afterwards
neither Qt, TensorFlow nor matplotlib may be loaded, or even installed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOO_MUCH = ("PySide6", "tensorflow", "keras", "matplotlib")
CHECK = f"""
import importlib.util, sys
import desktop_cvae
assert "site-packages" in desktop_cvae.__file__, desktop_cvae.__file__
for name in {TOO_MUCH}:
    assert name not in sys.modules, f"{{name}} was loaded"
    assert importlib.util.find_spec(name) is None, f"{{name}} is installed"
"""
PAGE = """
from PIL import Image
Image.open("number.jpg").convert("L").save("scan.pdf")
"""


def main() -> int:
    """Try it in a temporary folder; return the exit code."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", name, ROOT]
        subprocess.run(pip, check=True)
        (wheel,) = folder.glob("*.whl")
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")

        venv.create(folder / "lean", with_pip=True)
        python = folder / "lean" / ("Scripts" if os.name == "nt" else "bin") / "python"
        install = [python, "-m", "pip", "install", "--quiet"]
        subprocess.run([*install, "-r", ROOT / "packaging/requirements-lean.txt"], check=True)
        subprocess.run([*install, "--no-deps", wheel], check=True)

        document = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
        lines = re.findall(r"```python\n(.*?)```", document, re.DOTALL)[0]
        resources = ROOT / "resources"
        for source, copy in (
            ("samples/7-thin-blue-pen.jpg", "seven.jpg"),
            ("puzzles/number-2047.jpg", "number.jpg"),
        ):
            (folder / copy).write_bytes((resources / source).read_bytes())
        # Neither a display nor this checkout can be found from there.
        environment = {"DESKTOP_CVAE_HOME": str(folder / "home"), "PATH": ""}
        environment |= {k: os.environ[k] for k in ("SYSTEMROOT",) if k in os.environ}
        done = subprocess.run(
            [python, "-c", PAGE + lines + CHECK],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        print(done.stdout, done.stderr, sep="", end="")
        has_passed = done.returncode == 0 and done.stdout.startswith("7 ") and "2047" in done.stdout
    outcome = "passed" if has_passed else "FAILED"
    print(f"{outcome} after {time.monotonic() - began:.0f} s")
    return 0 if has_passed else 1


if __name__ == "__main__":
    sys.exit(main())
