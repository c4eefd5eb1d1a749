"""Sizes, names, archives and what desktops read."""

import configparser
import hashlib
import os
import struct
import subprocess
import sys
import tarfile
import tomllib
from xml.etree import ElementTree

import archive
import build
import licences
import make_icons
import pytest
import smoke_test
import stripping
from PIL import Image

from desktop_cvae import __version__
from desktop_cvae.datasets.loading import load_dataset

DESKTOP = build.HERE / "desktop"
linux = pytest.mark.skipif(sys.platform != "linux", reason="for Linux desktops")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out" / "desktop-cvae"
    (made / "_internal").mkdir(parents=True)
    (made / "desktop-cvae").write_bytes(b"x" * 2_000_000)
    (made / "desktop-cvae-gui").hardlink_to(made / "desktop-cvae")
    (made / "_internal" / "data").write_bytes(b"y" * 500_000)
    (made / "_internal" / "link").symlink_to("data")
    return made


def test_a_file_with_two_names_and_a_link_are_counted_once(folder):
    assert build.size_mb(folder) == 2.5


@pytest.mark.parametrize(
    ("kind", "sizes", "is_too_large"),
    [
        ("viewer", (260, 87), False),
        ("viewer", (260.1, 80), True),
        ("viewer", (200, 87.1), True),
        ("full", (1000, 350), False),
        ("full", (1001, 300), True),
    ],
)
def test_a_package_that_is_too_large_is_refused(kind, sizes, is_too_large):
    assert bool(build.oversize(kind, *sizes)) is is_too_large


def test_the_names_of_the_archives_tell_them_apart():
    assert "viewer" in build.archive_name("viewer")
    assert "viewer" not in build.archive_name("full")


@linux
def test_the_same_folder_gives_the_same_archive_that_unpacks_to_it(folder, tmp_path):
    first = hashlib.sha256(archive.pack(folder, "one").read_bytes()).digest()
    os.utime(folder / "desktop-cvae", (1, 1))
    packed = archive.pack(folder, "two")
    assert hashlib.sha256(packed.read_bytes()).digest() == first
    with tarfile.open(packed) as tar:
        tar.extractall(tmp_path / "there", filter="data")
    again = tmp_path / "there" / "desktop-cvae"
    assert (again / "desktop-cvae-gui").read_bytes() == (folder / "desktop-cvae").read_bytes()
    assert (again / "_internal" / "link").is_symlink()
    assert build.size_mb(again) == 2.5


@pytest.mark.parametrize(("address", "loads"), [(0x3000, True), (0x3010, False)])
def test_a_library_whose_segments_are_misplaced_is_not_loadable(tmp_path, address, loads):
    header = stripping.ELF64.ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 1, 64, 0, 0
    )
    segment = struct.pack("<IIQQQQQQ", 1, 5, 0x1000, address, address, 16, 16, 0x1000)
    library = tmp_path / "library.so"
    library.write_bytes(header + segment)
    assert stripping.is_loadable(library) is loads


def test_the_smoke_tests_digits_are_a_data_set(tmp_path):
    smoke_test.write_digits(tmp_path / "digits")
    assert len(load_dataset(str(tmp_path / "digits"), "train").labels) == 400
    assert len(load_dataset(str(tmp_path / "digits"), "test").labels) == 40


def test_icons_have_every_size(tmp_path, qapp):
    make_icons.make_icons(tmp_path)
    pictures = list(tmp_path.glob("hicolor/*/apps/desktop-cvae.png"))
    sizes = {path.parents[1].name: path for path in pictures}
    assert {"16x16", "32x32", "48x48", "128x128", "256x256", "512x512"} <= set(sizes)
    for name, path in sizes.items():
        with Image.open(path) as picture:
            assert name == f"{picture.width}x{picture.height}"
    with Image.open(tmp_path / "desktop-cvae.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "desktop-cvae.icns") as icon:
        assert (512, 512, 1) in icon.info["sizes"]


def test_licences_of_what_is_inside_are_copied(tmp_path):
    names = licences.copy_licences({"PIL", "desktop_cvae"}, tmp_path)
    assert {"pillow"} <= set(names)
    assert "numpy" not in names
    assert (tmp_path / "pillow" / "LICENSE").is_file()


def test_the_window_opens_the_programs_own_files():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(DESKTOP / "desktop-cvae.desktop", encoding="utf-8")
    types = ElementTree.parse(DESKTOP / "desktop-cvae.xml").getroot()
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kinds = types.findall("m:mime-type", namespace)
    patterns = [kind.find("m:glob", namespace).get("pattern") for kind in kinds]
    assert patterns == ["*.cvae", "*.cvae-lesson"]
    for kind in kinds:
        assert kind.get("type") in entry["Desktop Entry"]["MimeType"].split(";")
    # Several files at once, which the window reads into a table.
    assert entry["Desktop Entry"]["Exec"] == "desktop-cvae-gui %F"
    assert entry["Desktop Action safe-mode"]["Exec"] == "desktop-cvae-gui --safe-mode"
    assert entry["Desktop Entry"]["Actions"] == "safe-mode;"


def test_software_centres_are_told_what_the_program_is():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(DESKTOP / "desktop-cvae.desktop", encoding="utf-8")
    told = ElementTree.parse(DESKTOP / "desktop-cvae.metainfo.xml").getroot()
    project = tomllib.loads((build.HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert told.get("type") == "desktop-application"
    assert told.findtext("project_license") == project["license"]
    assert told.findtext("metadata_license") == "CC0-1.0"
    assert told.findtext("name") == entry["Desktop Entry"]["Name"]
    assert told.find("releases")[0].get("version") == __version__ == project["version"]
    assert told.findtext("launchable") == "desktop-cvae.desktop"
    assert told.findtext("icon") == entry["Desktop Entry"]["Icon"]
    assert {one.text for one in told.iter("binary")} == {build.CONSOLE, build.WINDOW}
    assert {one.text for one in told.iter("category")} == set(
        entry["Desktop Entry"]["Categories"].rstrip(";").split(";")
    )
    for kind in told.iter("mediatype"):
        assert kind.text in entry["Desktop Entry"]["MimeType"].split(";")


@linux
def test_the_menu_entry_starts_the_program_in_any_folder_and_goes_again(tmp_path):
    here = tmp_path / 'Meine "Ziffern" $HOME & 100% | größer\\'
    for place, name in (("applications", "desktop"), ("mime/packages", "xml")):
        (here / "share" / place).mkdir(parents=True)
        (here / "share" / place / f"desktop-cvae.{name}").write_bytes(
            (DESKTOP / f"desktop-cvae.{name}").read_bytes()
        )
    (here / "share" / "icons").mkdir()
    script = here / "add-to-menu.sh"
    script.write_bytes((DESKTOP / "add-to-menu.sh").read_bytes())
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    subprocess.run(["sh", str(script)], env=environment, check=True, capture_output=True)
    entry = tmp_path / ".local" / "share" / "applications" / "desktop-cvae.desktop"
    lines = [line for line in entry.read_text("utf-8").splitlines() if line.startswith("Exec=")]
    assert len(lines) == 2
    for line in lines:
        assert program_of(line.removeprefix("Exec=")) == str(here / "desktop-cvae-gui")
    subprocess.run(["sh", str(script), "--remove"], env=environment, check=True)
    assert not entry.exists()


def program_of(value):
    """The first word of an ``Exec`` line, as the Desktop Entry Specification reads it."""
    text = value.replace("\\\\", "\\")
    assert text.startswith('"')
    word, rest = "", text[1:]
    while not rest.startswith('"'):
        rest = rest.removeprefix("\\")
        word, rest = word + rest[0], rest[1:]
    return word.replace("%%", "%")
