"""Packages for Linux: contents, and the same bytes from two builds in two folders."""

import hashlib
import json
import os
import subprocess
import sys

import make_packages
import pytest
from make_packages import NAME, SUMS, WINDOW
from packaged_program import Failure

from desktop_cvae import __version__
from desktop_cvae.core.notices import ABOUT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux")


def built_folder(parent, *, reverse=False, umask_bits=0):
    """Write a small folder of the form that build.py leaves; order and rights may differ."""
    folder = parent / NAME
    files = {
        NAME: b"\x7fELF\0GLIBC_2.4\0GLIBC_2.29\0GLIBC_PRIVATE\0",
        "_internal/lib.so": b"\x7fELF\0GLIBC_2.34\0",
        "_internal/note.txt": b"\0GLIBC_2.99\0",
        "LICENSE.txt": b"Apache-2.0\n",
        "README.txt": b"read me\n",
        "add-to-menu.sh": b"#!/bin/sh\n",
        f"share/applications/{NAME}.desktop": b"[Desktop Entry]\n",
        f"share/mime/packages/{NAME}.xml": b"<mime-info/>\n",
        f"share/icons/hicolor/256x256/apps/{NAME}.png": b"png",
        f"licences/Zlib_Thing/{ABOUT}": b"Zlib_Thing 2.1+cpu\nMIT\n\n",
        f"licences/numpy/{ABOUT}": b"numpy 2.1.0\nBSD\nhttps://numpy.org\n",
    }
    for name, content in sorted(files.items(), reverse=reverse):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod((0o755 if name == NAME else 0o644) & ~umask_bits)
        os.utime(path, (1_700_000_000 + reverse, 1_700_000_000))
    (folder / WINDOW).hardlink_to(folder / NAME)
    (folder / "_internal" / "link.so").symlink_to("lib.so")
    return folder


def tree(folder):
    """Return what a folder holds: rights and contents, or targets of links."""
    return {
        path.relative_to(folder).as_posix(): path.readlink()
        if path.is_symlink()
        else (path.stat().st_mode, path.is_file() and path.read_bytes())
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """Two builds in two folders, of equal contents written in another order by another user."""
    outputs = []
    for reverse in (False, True):
        parent = tmp_path_factory.mktemp("elsewhere" if reverse else "here")
        folder = built_folder(parent, reverse=reverse, umask_bits=0o077 if reverse else 0)
        before = tree(folder)
        make_packages.make_packages(folder, parent / "made")
        assert tree(folder) == before
        outputs.append(parent / "made")
    return outputs


def the(folder, pattern):
    (found,) = folder.glob(pattern)
    return found


@pytest.mark.parametrize("pattern", ["*.deb", "*.run", "*.cdx.json", SUMS])
def test_two_builds_are_bit_equal(builds, pattern):
    first, second = (the(output, pattern).read_bytes() for output in builds)
    assert first == second


def test_two_app_dirs_are_equal_and_start_the_window(builds):
    first, second = (output / f"{NAME}.AppDir" for output in builds)
    assert tree(first) == tree(second)
    assert (first / "AppRun").resolve() == first / "usr" / "lib" / NAME / WINDOW
    assert (first / f"{NAME}.desktop").is_file()
    assert (first / ".DirIcon").read_bytes() == b"png"


def test_the_deb_belongs_to_root_and_has_menu_entry_types_and_icons(builds):
    deb = str(the(builds[0], "*.deb"))
    listed = subprocess.run(
        ["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {line.split()[1] for line in listed} == {"root/root"}
    assert {line.split()[3] for line in listed} == {"1980-01-01"}
    names = {line.split()[5].removeprefix("./") for line in listed}
    assert names >= {
        f"usr/bin/{NAME}",
        f"usr/lib/{NAME}/{WINDOW}",
        f"usr/share/applications/{NAME}.desktop",
        f"usr/share/mime/packages/{NAME}.xml",
        f"usr/share/icons/hicolor/256x256/apps/{NAME}.png",
        f"usr/share/doc/{NAME}/copyright",
    }
    assert f"usr/lib/{NAME}/add-to-menu.sh" not in names


def test_the_deb_names_version_and_what_it_needs(builds):
    fields = subprocess.run(
        ["dpkg-deb", "--field", str(the(builds[0], "*.deb")), "Package", "Version", "Depends"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert fields[:2] == [f"Package: {NAME}", f"Version: {__version__}"]
    assert "libc6 (>= 2.34)" in fields[2]
    assert "libegl1" in fields[2]


def test_the_run_file_unpacks_itself(builds, tmp_path):
    run = the(builds[0], "*.run")
    command = ["sh", str(run), "--quiet", "--target", str(tmp_path / "target")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    target = tmp_path / "target"
    assert (target / NAME).samefile(target / WINDOW)
    assert os.access(target / NAME, os.X_OK)
    assert (target / "_internal" / "link.so").read_bytes() == b"\x7fELF\0GLIBC_2.34\0"


def test_the_sbom_lists_the_distributions_in_the_folder(builds):
    bom = json.loads(the(builds[0], "*.cdx.json").read_text(encoding="utf-8"))
    assert (bom["bomFormat"], bom["metadata"]["component"]["version"]) == ("CycloneDX", __version__)
    assert [component["purl"] for component in bom["components"]] == [
        "pkg:pypi/zlib-thing@2.1%2Bcpu",
        "pkg:pypi/numpy@2.1.0",
    ]
    assert bom["components"][1]["licenses"] == [{"license": {"name": "BSD"}}]


def test_the_checksums_are_those_of_the_files(builds):
    lines = (builds[0] / SUMS).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((builds[0] / name).read_bytes()).hexdigest() == digest


def test_newest_glibc_is_read_from_programs_only(tmp_path):
    folder = built_folder(tmp_path)
    assert make_packages.newest_glibc(folder) == (2, 34)
    (folder / NAME).write_bytes(b"")
    (folder / "_internal" / "lib.so").write_bytes(b"")
    with pytest.raises(Failure, match="needs the C library"):
        make_packages.newest_glibc(folder)


def test_a_missing_program_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Failure, match="“makeself” is missing"):
        make_packages.make_run(built_folder(tmp_path), tmp_path, tmp_path / "work")


def test_makensis_accepts_the_installer_for_windows(tmp_path):
    folder = built_folder(tmp_path)
    installer = tmp_path / "installer.exe"
    values = {"VERSION": __version__, "FOLDER": folder, "OUTPUT": installer}
    defined = [f"-D{name}={value}" for name, value in values.items()]
    script = make_packages.HERE / "desktop" / f"{NAME}.nsi"
    # WX: a warning is an error.
    subprocess.run(["makensis", "-V2", "-WX", *defined, script], check=True)
    assert installer.read_bytes().startswith(b"MZ")
