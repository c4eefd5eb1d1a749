"""Contents of the package: which modules, files and libraries stay out of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Of PyInstaller's lists: where in the package, from where (or a link's target), its kind."""

NEVER_MODULES = (
    # Other windows, other Qt bindings, other Keras backends.
    *("tkinter", "_tkinter", "PyQt5", "PyQt6", "PySide2", "gi", "wx", "cairo", "cairocffi"),
    *("jax", "jaxlib", "torch", "openvino", "cupy", "pandas", "scipy", "sklearn", "tensorboard"),
    # Tests, and the tools that run or build us.
    *("pytest", "_pytest", "hypothesis", "mypy", "ruff", "grimp", "importlinter", "setuptools"),
    *("pkg_resources", "pip", "wheel", "PyInstaller", "IPython", "jedi", "numpy.tests"),
    *("matplotlib.tests", "matplotlib.testing", "mpl_toolkits", "numpy.f2py", "lib2to3"),
    # Figures are saved as PNG, SVG and PDF; pictures are read in the formats of docs/window.md.
    *("matplotlib.backends.backend_ps", "matplotlib.backends.backend_pgf", "PIL.ImageTk"),
    *("PIL._avif", "PIL.AvifImagePlugin", "PIL._imagingft", "PIL._imagingcms"),
    # fontTools puts fonts into a PDF; its other formats and curve conversions are not used.
    *("fontTools.cu2qu", "fontTools.qu2cu", "fontTools.ufoLib", "fontTools.merge"),
    *("fontTools.voltLib", "fontTools.mtiLib", "fontTools.t1Lib", "fontTools.svgLib"),
    # Old model formats that are never written here; servers that nobody starts.
    *("h5py", "grpc", "clang", "PySide6.QtNetwork"),
    # Clusters are for users who have Python.
    *("distributed", "dask", "cryptography", "sqlalchemy", "aiohttp", "fsspec"),
    # The program makes its graphs itself and needs no tools for other formats.
    *("onnx", "onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.transformers"),
    *("onnxruntime.backend", "onnxruntime.datasets"),
    "pypdfium2_cli",
    # Python's help texts; what NumPy's tests would ask the system.
    *("pydoc_data", "psutil", "threadpoolctl"),
)
"""Modules that are never collected: each is optional where it is imported."""

TRAINING_MODULES = (
    *("tensorflow", "keras", "optree", "ml_dtypes", "namex", "rich", "pygments", "google"),
    *("gast", "astunparse", "opt_einsum", "wrapt", "absl", "termcolor", "markdown_it"),
    # Adversarial search follows Keras' gradients; Foolbox brings the rest.
    *("foolbox", "eagerpy", "git", "gitdb", "smmap", "yaml"),
)
"""Modules that are not collected into the viewer, like :data:`PDF_MODULES`."""

PDF_MODULES = ("pypdfium2", "pypdfium2_raw", "pypdfium2_cfg")
"""Not collected into the viewer: they take 8.4 MB of its 9 MB to spare unpacked, and 3.0 MB of 2
packed."""

NEVER_FILES = (
    # Qt: what needs no desktop, or serves programs that are not this one. Pillow reads pictures.
    *("*/translations/*", "*/qml/*", "*/plugins/egldeviceintegrations/*", "*/plugins/generic/*"),
    *("*/plugins/networkinformation/*", "*/plugins/tls/*", "*/plugins/qmltooling/*"),
    *("*/plugins/platforms/*eglfs*", "*/plugins/platforms/*vnc*", "*/plugins/platforms/*minimal*"),
    *("*/plugins/platforms/*linuxfb*", "*/plugins/platforms/*vkkhr*"),
    *("*/plugins/imageformats/*[!g].so", "*/plugins/imageformats/*jpeg*"),
    *("*/plugins/platforminputcontexts/*virtualkeyboard*", "*/plugins/sqldrivers/*"),
    *("*/wayland-graphics-integration-client/*server.so", "*/wayland-shell-integration/*ivi*"),
    # GTK's dialogs would bring all of GTK; desktops offer theirs through the portal.
    "*/plugins/platformthemes/*gtk*",
    # Printers: the system's own, with all that it is bound to; without it one prints to a PDF file.
    "libcups.so*",
    # Matplotlib: fonts of formulas and of other programs, toolbar pictures, examples' data.
    *("matplotlib/mpl-data/fonts/afm/*", "matplotlib/mpl-data/fonts/pdfcorefonts/*"),
    *("matplotlib/mpl-data/fonts/ttf/cm*", "matplotlib/mpl-data/fonts/ttf/STIX*"),
    *("matplotlib/mpl-data/fonts/ttf/DejaVuSerif*", "matplotlib/mpl-data/images/*"),
    *("matplotlib/mpl-data/fonts/ttf/*Oblique.ttf", "matplotlib/mpl-data/fonts/ttf/*Mono*"),
    "matplotlib/mpl-data/fonts/ttf/*Display.ttf",
    "matplotlib/mpl-data/sample_data/*",
    # TensorFlow: another compiler's language.
    "*/stablehlo_extension.*",
    # ONNX Runtime: the whole of it once more, for programs in C++.
    "onnxruntime/capi/libonnxruntime.so*",
    # For compilers.
    *("*/include/*", "*.h", "*.lib", "*.a", "*.pyx", "*.pxd", "*.cmake", "*/tests/*"),
)
"""Patterns of paths in the package; ``*`` matches any text, slashes included."""

ALWAYS_FILES = (
    "desktop_cvae/resources/*",
    "desktop_cvae/web/page/*",
    "*/translations/qtbase_uk.qm",
)
"""Patterns that win over :data:`NEVER_FILES`: our files, and Qt's own texts in our languages."""

LIBRARY_FOLDERS = (".", "*.libs", "PySide6/Qt/lib")
"""Folders of libraries that only serve other files."""

LOADED = ("BINARY", "EXTENSION")
"""PyInstaller's kinds of files that the system's loader reads."""

ALWAYS_LIBRARIES = ("libpython*",)
"""Needed by the executables themselves."""


def wanted_files(entries: Iterable[Entry], unwanted: Sequence[str] = NEVER_FILES) -> list[Entry]:
    """Leave out what matches a pattern, except :data:`ALWAYS_FILES`."""

    def matches(entry: Entry, patterns: Sequence[str]) -> bool:
        path = PurePosixPath(Path(entry[0])).as_posix()
        return any(fnmatchcase(path, pattern) for pattern in patterns)

    return [e for e in entries if matches(e, ALWAYS_FILES) or not matches(e, unwanted)]


def needed_libraries(
    entries: Iterable[Entry], imports: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """Leave out libraries that nothing in the package needs any more.

    PyInstaller has collected them for plugins that were left out afterwards.

    Args:
        entries: all that is collected.
        imports: the names of the libraries that a file on this machine needs.
    """
    entries = list(entries)
    needs = {entry[1]: set(imports(entry[1])) for entry in entries if entry[2] in LOADED}
    while True:
        needed = set().union(*(needs[entry[1]] for entry in entries if entry[1] in needs))
        targets = {entry[0] for entry in entries}
        kept = [entry for entry in entries if _is_needed(entry, needed, targets)]
        if len(kept) == len(entries):
            return kept
        entries = kept


def imports(file: str) -> set[str]:
    """Return the libraries that a file on this machine names itself, not what those need in turn.

    PyInstaller's own function adds the latter, which keeps what only left-out libraries need.
    """
    command = ["readelf", "--dynamic", "--wide", file]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"\(NEEDED\)[^\[]*\[([^\]]+)\]", output))


def _is_needed(entry: Entry, needed: set[str], targets: set[str]) -> bool:
    path, name = PurePosixPath(entry[0]), PurePosixPath(entry[0]).name
    if entry[2] == "SYMLINK":
        # Links lie in the top folder; their targets are relative to it.
        return entry[1] in targets and name in needed
    is_for_others = any(fnmatchcase(str(path.parent), folder) for folder in LIBRARY_FOLDERS)
    if entry[2] != "BINARY" or not is_for_others:
        return True
    return name in needed or any(fnmatchcase(name, known) for known in ALWAYS_LIBRARIES)
