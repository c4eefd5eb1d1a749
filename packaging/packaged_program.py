"""A packaged folder, and how to start its programs: here, or inside another Debian's root."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PATIENCE_S = 600.0
USER = 1000
"""User who starts it inside another root, and cannot write to the folder."""
VIEWER_WORDS = "This is the viewer"
CONSOLE, WINDOW = "desktop-cvae", "desktop-cvae-gui"
LEADING_HERE = (
    "PYTHON",
    "DESKTOP_CVAE",
    "XDG_",
    "VIRTUAL_ENV",
    "LD_",
    "QT_",
    "MPL",
    "KERAS",
    "TF_",
)
"""Beginnings of the names of variables that a user of the package would not have."""


class Failure(AssertionError):
    """The package does not do what it should."""


def forget_the_build() -> None:
    """Remove everything from this process's environment that could help the package."""
    for name in [name for name in os.environ if name.startswith(LEADING_HERE)]:
        del os.environ[name]


class PackagedProgram:
    """The executables of one folder, and a user without files.

    Args:
        folder: folder of the executables.
        scratch: folder that is made for the user's files, in a folder of its own; below ``root``
            if there is one.
        root: another system's root that contains the folder; needs administrator's rights.
    """

    def __init__(self, folder: Path, scratch: Path, root: Path | None = None) -> None:
        self.folder, self.scratch, self._root = folder, scratch, root
        self.home = scratch / "home"
        self.home.mkdir(parents=True)
        for made in (scratch.parent, scratch, self.home):
            # Inside another root another user writes here.
            made.chmod(0o777)

    def inside(self, path: Path) -> str:
        """Return a path as the program sees it."""
        return str(path if self._root is None else Path("/") / path.relative_to(self._root))

    def command(self, name: str) -> list[str]:
        """Return the first words of a command."""
        suffix = ".exe" if sys.platform == "win32" else ""
        bundle = self.folder / "desktop_cvae.app" / "Contents" / "MacOS"
        programs = bundle if bundle.is_dir() else self.folder
        program = self.inside(programs / (name + suffix))
        if self._root is None:
            return [program]
        return ["chroot", f"--userspec={USER}:{USER}", str(self._root), program]

    @property
    def variables(self) -> dict[str, str]:
        """A new user's environment variables, which replace those of this process."""
        home = self.inside(self.home)
        names = {"HOME": home, "LANG": "C.UTF-8"}
        if sys.platform == "win32":
            names |= {"LOCALAPPDATA": home, "APPDATA": home, "USERPROFILE": home}
        return names

    def run(self, *arguments: str, expected: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command of the console program to its end.

        Raises:
            Failure: another exit code than expected.
        """
        done = subprocess.run(
            [*self.command(CONSOLE), *arguments],
            env={**os.environ, **self.variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE_S,
            check=False,
        )
        if done.returncode != expected:
            raise Failure(
                f"“{' '.join(arguments)}” ended with {done.returncode}, not {expected}:\n"
                f"{done.stdout}\n{done.stderr}"
            )
        return done

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command of the console program that ends when its standard input is closed."""
        return subprocess.Popen(
            [*self.command(CONSOLE), *arguments],
            env={**os.environ, **self.variables},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
