"""Check that the package index has a wheel of each direct dependency for Windows and macOS.

Usage: ``python packaging/platform_wheels.py [--python 3.12]``. Asks the index that pip uses for
lists of versions and downloads none. Ends with 1 if a wheel is missing. Dependencies of
dependencies are not looked at. Tested in ``tests/packaging/test_platform_wheels.py``.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
PLATFORMS = {
    "Windows": ("win_amd64", {"sys_platform": "win32", "platform_machine": "AMD64"}),
    "macOS": ("macosx_14_0_arm64", {"sys_platform": "darwin", "platform_machine": "arm64"}),
}
"""pip's tag and the markers' values of each platform."""
QUESTIONS = 6
"""Questions to the index at a time."""


def requirements(markers: dict[str, str], python: str) -> list[Requirement]:
    """Return the dependencies, with those of the page, that hold where the markers do."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["web"]]
    values = {**markers, "python_version": python}
    parsed = map(Requirement, lines)
    return [one for one in parsed if one.marker is None or one.marker.evaluate(values)]


def newest_fitting(requirement: Requirement, output: str) -> str:
    """Return the newest version in the output of ``pip index versions`` that a requirement allows.

    The text is empty if there is none.
    """
    listed = re.search(r"^Available versions: (.+)$", output, re.MULTILINE)
    versions = listed[1].split(", ") if listed else []
    return next(iter(requirement.specifier.filter(versions)), "")


def newest_wheel(requirement: Requirement, tag: str, python: str) -> str:
    """Return the newest allowed version that has a wheel, or an empty text."""
    command = [sys.executable, "-m", "pip", "index", "versions", requirement.name]
    options = ["--only-binary=:all:", f"--platform={tag}", f"--python-version={python}"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    return newest_fitting(requirement, done.stdout)


def main() -> None:
    """Read the arguments and print a line for each dependency and platform."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default="3.12", metavar="VERSION")
    python = parser.parse_args().python
    missing = 0
    with ThreadPoolExecutor(QUESTIONS) as pool:
        for platform, (tag, markers) in PLATFORMS.items():
            wanted = requirements(markers, python)
            versions = pool.map(lambda one, tag=tag: newest_wheel(one, tag, python), wanted)
            for requirement, version in zip(wanted, versions, strict=True):
                missing += not version
                print(f"{platform}: {requirement.name} {version or 'has NO wheel'}", flush=True)
    raise SystemExit(1 if missing else 0)


if __name__ == "__main__":
    main()
