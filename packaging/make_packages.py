"""Make what people install on Linux from a built folder; the same folder gives the same bytes.

Usage: ``python packaging/make_packages.py FOLDER [--output DIR] [--sign KEY]``. FOLDER is what
``build.py`` leaves. Writes into DIR, an existing or new folder: a ``.deb``, a one-file ``.run``, an
AppDir for an AppImage runtime, a CycloneDX SBOM and ``SHA256SUMS``. Needs dpkg-deb and makeself;
minisign too, to sign. Tested in ``tests/packaging/test_make_packages.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from archive import EPOCH
from bare_debian import INSTALLATION, named_packages
from packaged_program import CONSOLE, WINDOW, Failure

from desktop_cvae import __version__
from desktop_cvae.core.notices import ABOUT

HERE = Path(__file__).resolve().parent
NAME = "desktop-cvae"
SUMMARY = "Reads handwritten digits with a conditional variational autoencoder"
SUMS = "SHA256SUMS"
GLIBC_SYMBOL = re.compile(rb"\0GLIBC_(\d+)\.(\d+)(?:\.\d+)?(?=\0)")
"""Version of a symbol that a program or library takes from the C library."""

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: The authors of desktop_cvae <desktop-cvae@localhost>
Installed-Size: {size_kib}
Depends: {depends}
Section: education
Priority: optional
Description: {summary}
 Draw or open a handwritten digit, read numbers and forms, and watch the
 network think. Nothing is sent from this computer.
"""

FIXED_ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": str(EPOCH),
    "LC_ALL": "C",
    "TZ": "UTC",
    # With more threads xz cuts its blocks by the number of cores and free memory.
    "XZ_OPT": "--threads=1",
}


def make_packages(folder: Path, output: Path) -> list[Path]:
    """Make every package of a built folder.

    Args:
        folder: what ``build.py`` leaves; stays as it is.
        output: gets the files; what it has of the same names is replaced.

    Returns:
        the files that ``SHA256SUMS`` lists, and this file last.

    Raises:
        Failure: a program is missing or fails.
    """
    output.mkdir(parents=True, exist_ok=True)
    app_dir = output / f"{NAME}.AppDir"
    shutil.rmtree(app_dir, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="desktop-cvae-packages-") as temporary:
        work = Path(temporary)
        made = [make_deb(folder, output, work), make_run(folder, output, work)]
    make_app_dir(folder, app_dir)
    made.append(write_sbom(folder, output))
    return [*made, write_sums(made, output)]


def make_deb(folder: Path, output: Path, work: Path) -> Path:
    """Write the package for Debian and what descends from it."""
    tree = work / "deb"
    lay_out(folder, tree)
    documents = tree / "usr" / "share" / "doc" / NAME
    documents.mkdir(parents=True)
    shutil.copy(folder / "LICENSE.txt", documents / "copyright")
    machine = _run(["dpkg", "--print-architecture"], work).strip()
    depends = [f"libc6 (>= {'.'.join(map(str, newest_glibc(folder)))})"]
    depends += named_packages(INSTALLATION.read_text(encoding="utf-8"))
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = {path.stat().st_ino: path.stat().st_size for path in files}
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(
        CONTROL.format(
            name=NAME,
            version=__version__,
            machine=machine,
            size_kib=-(-sum(sizes.values()) // 1024),
            depends=", ".join(depends),
            summary=SUMMARY,
        ),
        encoding="utf-8",
    )
    normalize(tree)
    path = output / f"{NAME}_{__version__}_{machine}.deb"
    options = ["--root-owner-group", "-Zxz", "--threads-max=1"]
    _run(["dpkg-deb", *options, "--build", str(tree), str(path)], work)
    return path


def make_run(folder: Path, output: Path, work: Path) -> Path:
    """Write one file that unpacks itself into ``./desktop-cvae``, or where ``--target`` says.

    Its header holds the command that made it, so the command has no absolute path.
    """
    _copy(folder, work / NAME)
    normalize(work / NAME)
    path = output / f"{NAME}-{__version__}.run"
    sort = f"--sort=name --mtime=@{EPOCH} --owner=0 --group=0 --numeric-owner"
    # Not gzip, which writes the time into its header.
    options = ["--xz", "--complevel", "6", "--sha256", "--nox11", "--notemp", "--tar-format", "gnu"]
    options += ["--packaging-date", "1980-01-01", "--tar-extra", sort]
    _run(["makeself", *options, NAME, path.name, f"{NAME} {__version__}"], work)
    shutil.move(work / path.name, path)
    return path


def make_app_dir(folder: Path, target: Path) -> None:
    """Write a folder that an AppImage runtime can take."""
    lay_out(folder, target)
    shutil.copy(target / "usr/share/applications" / f"{NAME}.desktop", target)
    shutil.copy(target / "usr/share/icons/hicolor/256x256/apps" / f"{NAME}.png", target)
    (target / ".DirIcon").symlink_to(f"{NAME}.png")
    (target / "AppRun").symlink_to(f"usr/bin/{WINDOW}")
    normalize(target)


def lay_out(folder: Path, root: Path) -> None:
    """Copy a built folder to where Linux systems keep programs, menu entries, types and icons."""
    program = root / "usr" / "lib" / NAME
    _copy(folder, program)
    # The system's own share/ has them; add-to-menu.sh is for a folder that is just unpacked.
    shutil.move(program / "share", root / "usr" / "share")
    (program / "add-to-menu.sh").unlink(missing_ok=True)
    (root / "usr" / "bin").mkdir()
    for name in (CONSOLE, WINDOW):
        (root / "usr" / "bin" / name).symlink_to(f"../lib/{NAME}/{name}")


def normalize(root: Path) -> None:
    """Give every file and folder the same time, and rights that depend on no umask."""
    for path in sorted([root, *root.rglob("*")], reverse=True):
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)
        os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)


def newest_glibc(folder: Path) -> tuple[int, int]:
    """Return the newest version of a symbol that the folder's programs take from the C library.

    Raises:
        Failure: no file takes one.
    """
    found = set()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if content.startswith(b"\x7fELF"):
                found |= {(int(m[1]), int(m[2])) for m in GLIBC_SYMBOL.finditer(content)}
    if not found:
        raise Failure(f"no file in “{folder}” needs the C library")
    return max(found)


def write_sbom(folder: Path, output: Path) -> Path:
    """Write the software bill of materials (CycloneDX 1.6) of the distributions in the folder.

    It lists those whose licences the folder has, and neither a time nor a serial number.
    """
    components = []
    for about in sorted(folder.glob(f"licences/*/{ABOUT}")):
        first, licence, *_ = about.read_text(encoding="utf-8").splitlines()
        name, version = first.rsplit(" ", 1)
        components.append({**_component("library", name, version), **_licence(licence)})
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                **_component("application", NAME, __version__),
                **_licence("Apache-2.0"),
            }
        },
        "components": components,
    }
    path = output / f"{NAME}-{__version__}.cdx.json"
    path.write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def write_sums(files: list[Path], output: Path) -> Path:
    """Write the files' checksums in the form that ``sha256sum --check`` reads."""
    path = output / SUMS
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def sign(sums: Path, key: Path) -> None:
    """Sign the checksums with minisign, which asks for the key's password if it has one."""
    # A comment of our own: minisign's holds the time.
    comment = f"{NAME} {__version__}"
    command = ["minisign", "-S", "-s", str(key), "-m", str(sums), "-t", comment]
    try:
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"minisign: {error}") from error


def _component(kind: str, name: str, version: str) -> dict[str, str]:
    normal = re.sub(r"[-_.]+", "-", name).lower()
    purl = f"pkg:pypi/{normal}@{quote(version)}"
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}


def _licence(text: str) -> dict[str, list[dict[str, dict[str, str]]]]:
    return {"licenses": [{"license": {"name": text}}]}


def _copy(folder: Path, target: Path) -> None:
    shutil.copytree(folder, target, symlinks=True)
    if (target / WINDOW).is_file() and (folder / WINDOW).samefile(folder / CONSOLE):
        (target / WINDOW).unlink()
        (target / WINDOW).hardlink_to(target / CONSOLE)


def _run(command: list[str], folder: Path) -> str:
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **FIXED_ENVIRONMENT},
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise Failure(f"“{command[0]}” is missing; install it with apt") from error
    if done.returncode != 0:
        raise Failure(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout


def main() -> None:
    """Read the arguments, make the packages, say what they need."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, metavar="DIR", help="default: beside FOLDER")
    parser.add_argument("--sign", type=Path, metavar="KEY", help="minisign's secret key")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    try:
        made = make_packages(folder, (arguments.output or folder.parent).resolve())
        if arguments.sign is not None:
            sign(made[-1], arguments.sign)
        newest = newest_glibc(folder)
    except (Failure, OSError) as failure:
        raise SystemExit(f"make_packages FAILED: {failure}") from None
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    print(f"newest glibc symbol needed: {newest[0]}.{newest[1]}")


if __name__ == "__main__":
    main()
