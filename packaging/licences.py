"""The licences of everything that is packaged, beside it."""

from __future__ import annotations

import re
import shutil
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
PYTHON = ("LICENSE.txt", "LICENSE")


def copy_licences(names: set[str], folder: Path) -> list[str]:
    """Copy the licence files of the distributions that have one of the modules.

    Args:
        names: top-level modules in the package.
        folder: gets a folder for each distribution.

    Returns:
        the distributions, sorted.
    """
    found = []
    for distribution in distributions():
        name = distribution.metadata["Name"]
        if _modules(distribution) & names:
            found.append(name)
            _copy(distribution, folder / name)
    python = (Path(sysconfig.get_paths()["stdlib"]) / name for name in PYTHON)
    for path in filter(Path.is_file, python):
        _copy_file(path, folder / "Python")
    return sorted(found)


def _modules(distribution: Distribution) -> set[str]:
    return {file.parts[0].partition(".")[0] for file in distribution.files or ()}


def _copy(distribution: Distribution, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    about = distribution.metadata
    licence = about["License-Expression"] or about["License"] or "see the files here"
    page = about["Home-page"] or ", ".join(about.get_all("Project-URL") or ())
    (folder / "about.txt").write_text(
        f"{about['Name']} {distribution.version}\n{licence}\n{page}\n", encoding="utf-8"
    )
    for file in distribution.files or ():
        path = Path(str(distribution.locate_file(file)))
        is_information = any(part.endswith((".dist-info", ".egg-info")) for part in file.parts)
        # Some put their licence at the top of the package itself, as ONNX Runtime does.
        is_on_top = len(file.parts) == 2 and file.suffix in ("", ".txt", ".md")
        is_licence = LICENCE.search("/".join(file.parts[1:]))
        if (is_information or is_on_top) and is_licence and path.is_file():
            _copy_file(path, folder)


def _copy_file(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / path.name)
