"""The Flatpak manifest: what it copies, starts and exports is there, and named after it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import make_packages
import pytest
import yaml
from make_packages import NAME

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux")

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "packaging" / "desktop"
(MANIFEST,) = DESKTOP.glob("*.yml")
CONTENT = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
ID = CONTENT["id"]
ICONS = ("hicolor/256x256/apps/desktop-cvae.png", "hicolor/scalable/apps/desktop-cvae.svg")


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """What the manifest's commands make of an AppDir."""
    folder = tmp_path / NAME
    program = folder / NAME
    program.parent.mkdir()
    program.write_bytes(b"program")
    program.with_name(make_packages.WINDOW).hardlink_to(program)
    share = folder / "share"
    for suffix, target in (
        ("desktop", "applications"),
        ("xml", "mime/packages"),
        ("metainfo.xml", "metainfo"),
    ):
        (share / target).mkdir(parents=True)
        shutil.copy(DESKTOP / f"{NAME}.{suffix}", share / target)
    for icon in ICONS:
        (share / "icons" / icon).parent.mkdir(parents=True)
        (share / "icons" / icon).write_bytes(b"icon")
    (module,) = CONTENT["modules"]
    (source,) = module["sources"]
    made = (MANIFEST.parent / source["path"]).resolve().relative_to(ROOT / "dist")
    make_packages.make_app_dir(folder, tmp_path / made.parts[0])
    app = tmp_path / "app"
    app.mkdir()
    for command in module["build-commands"]:
        subprocess.run(
            ["sh", "-ec", command],
            cwd=tmp_path / made,
            env={**os.environ, "FLATPAK_ID": ID, "FLATPAK_DEST": str(app)},
            check=True,
        )
    return app


def test_it_is_named_as_software_centres_know_the_program() -> None:
    assert MANIFEST.stem == ID
    component = ElementTree.parse(DESKTOP / f"{NAME}.metainfo.xml").getroot()
    assert component.findtext("id") == ID


def test_its_command_starts_a_program_of_the_project(app: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert CONTENT["command"] in project["gui-scripts"]
    assert (app / "bin" / CONTENT["command"]).read_bytes() == b"program"


def test_the_modules_inside_the_program_are_not_stripped() -> None:
    assert CONTENT["build-options"] == {"strip": False, "no-debuginfo": True}


def test_all_that_is_exported_has_its_name_and_is_valid(app: Path) -> None:
    share = app / "share"
    exported = [path for path in share.rglob("*") if path.is_file()]
    assert len(exported) == 3 + len(ICONS)
    assert {path.name.removeprefix(ID)[:1] for path in exported} == {"."}
    entry, metainfo = share / f"applications/{ID}.desktop", share / f"metainfo/{ID}.metainfo.xml"
    assert f"\nIcon={ID}\n" in entry.read_text(encoding="utf-8")
    component = ElementTree.parse(metainfo).getroot()
    assert component.findtext("launchable") == entry.name
    assert component.findtext("icon") == ID
    binaries = [binary.text for binary in component.iter("binary")]
    assert binaries == [make_packages.WINDOW, make_packages.CONSOLE]
    types = (share / f"mime/packages/{ID}.xml").read_text(encoding="utf-8")
    assert set(re.findall(r'<icon name="(.+)"/>', types)) == {ID}
    subprocess.run(["desktop-file-validate", entry], check=True)
    subprocess.run(["appstreamcli", "validate", "--no-net", metainfo], check=True)
