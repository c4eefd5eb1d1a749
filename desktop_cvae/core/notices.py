"""Licences and versions of the libraries that the program uses.

In a package they lie beside the program, put there by ``packaging/build.py``; else they are read
from what pip installed, without importing any of the libraries.

Tested in tests/gui/about/test_about_dialog.py.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import is_packaged

LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
PYTHON_FILES = ("LICENSE.txt", "LICENSE")
ABOUT = "about.txt"
"""File with name, version, licence and pages of each library in a package."""
LIBRARIES = (
    *("PySide6-Essentials", "shiboken6", "numpy", "onnxruntime", "Pillow", "matplotlib"),
    "pypdfium2",
    *(
        "contourpy",
        "safetensors",
        "platformdirs",
        "requests",
        "tqdm",
        "shtab",
        "XlsxWriter",
        "keras",
    ),
    *("tensorflow-cpu", "tensorflow", "Flask", "waitress", "segno"),
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class LibraryNotice:
    """One library and its licence.

    Attributes:
        name: its name for pip.
        version: the installed version.
        licence: in a few words; may be empty.
        files: the files whose whole text is shown.
    """

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """Text of all licence files, one after the other."""
        parts = (path.read_text("utf-8", errors="replace").rstrip() for path in self.files)
        return "\n\n\n".join(parts) or tr("Its files contain no licence text.")


def all_notices() -> tuple[LibraryNotice, ...]:
    """Return the notices of Python and all installed libraries, by name, read from the disk."""
    folder = packaged_folder()
    found = [*_packaged(folder)] if folder else [_python(), *_installed()]
    return tuple(sorted(found, key=lambda notice: notice.name.lower()))


def packaged_folder() -> Path | None:
    """Return the folder of a package's licences; None outside a package."""
    folder = Path(sys.executable).parent / "licences"
    return folder if is_packaged() and folder.is_dir() else None


def version_of(name: str) -> str:
    """Return a library's version; "" if it is not installed."""
    folder = packaged_folder()
    if folder:
        return next((one.version for one in _packaged(folder) if one.name == name), "")
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""


def licence_files(found: Distribution) -> Iterator[Path]:
    """Return the licence files of a distribution."""
    for file in found.files or ():
        path = Path(str(found.locate_file(file)))
        is_information = any(part.endswith((".dist-info", ".egg-info")) for part in file.parts)
        # Some put their licence at the top of the package itself, as ONNX Runtime does.
        is_on_top = len(file.parts) == 2 and file.suffix in ("", ".txt", ".md")
        is_licence = LICENCE.search("/".join(file.parts[1:]))
        if (is_information or is_on_top) and is_licence and path.is_file():
            yield path


def licence_name(found: Distribution) -> str:
    """Return the licence's name in its metadata, in one line."""
    about = found.metadata
    # Not by “[]”: where the backport of importlib.metadata is loaded, that raises KeyError.
    fields = about.get_all("License-Expression") or about.get_all("License") or [""]
    named = str(fields[0])
    # Some put the whole text of the licence into this field.
    if not named or "\n" in named.strip():
        classifiers = (c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or ())
        licences = [name for name in classifiers if "License" in name]
        named = licences[0] if licences else named.partition("\n")[0]
    return named.strip()


def python_licences() -> list[Path]:
    """Return the notice of Python itself."""
    paths = (Path(sysconfig.get_paths()["stdlib"]) / name for name in PYTHON_FILES)
    return [path for path in paths if path.is_file()]


def _python() -> LibraryNotice:
    version = ".".join(map(str, sys.version_info[:3]))
    return LibraryNotice("Python", version, "PSF-2.0", tuple(python_licences()))


def _installed() -> Iterator[LibraryNotice]:
    """Return our libraries and their dependencies."""
    waiting, seen = list(LIBRARIES), set[str]()
    while waiting:
        name = waiting.pop()
        # Requirements spell a name as they like (PEP 503).
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        files = tuple(licence_files(found))
        yield LibraryNotice(found.metadata["Name"], found.version, licence_name(found), files)
        needs = (need for need in found.requires or () if "extra ==" not in need)
        waiting += [match[0] for match in map(_NAME.match, needs) if match]


def _packaged(folder: Path) -> Iterator[LibraryNotice]:
    for library in sorted(filter(Path.is_dir, folder.iterdir())):
        about, lines = library / ABOUT, [library.name]
        if about.is_file():
            lines = about.read_text("utf-8", errors="replace").splitlines() or lines
        name, _, version = lines[0].partition(" ")
        files = tuple(sorted(path for path in library.iterdir() if path.name != ABOUT))
        yield LibraryNotice(name, version, lines[1] if len(lines) > 1 else "", files)
