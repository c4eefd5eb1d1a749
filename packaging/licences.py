"""Copy the licences of everything that is packaged."""

from __future__ import annotations

import shutil
from importlib.metadata import Distribution, distributions
from pathlib import Path

from desktop_cvae.core.notices import ABOUT, licence_files, licence_name, python_licences


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
    for path in python_licences():
        _copy_file(path, folder / "Python")
    return sorted(found)


def _modules(distribution: Distribution) -> set[str]:
    return {file.parts[0].partition(".")[0] for file in distribution.files or ()}


def _copy(distribution: Distribution, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    about = distribution.metadata
    licence = licence_name(distribution) or "see the files here"
    page = ", ".join(about.get_all("Home-page") or about.get_all("Project-URL") or ())
    (folder / ABOUT).write_text(
        f"{about['Name']} {distribution.version}\n{licence}\n{page}\n", encoding="utf-8"
    )
    for path in licence_files(distribution):
        _copy_file(path, folder)


def _copy_file(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / path.name)
