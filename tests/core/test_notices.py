"""Licences of the libraries: those of a package's folder, or of what is installed."""

from __future__ import annotations

import sys
from email.message import Message
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_cvae.core import notices
from desktop_cvae.core.notices import LibraryNotice, all_notices, licence_name, version_of


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ([("License-Expression", "MIT"), ("License", "long")], "MIT"),
        ([("License", " BSD ")], "BSD"),
        (
            [("License", ""), ("Classifier", "License :: OSI Approved :: MIT License")],
            "MIT License",
        ),
        (
            [
                ("License", "All\n of it"),
                ("Classifier", "Topic :: Software"),
                ("Classifier", "License :: Apache License"),
            ],
            "Apache License",
        ),
        ([("License", "First line\n second"), ("Classifier", "Topic :: Software")], "First line"),
        ([], ""),
    ],
)
def test_a_licence_is_named_in_a_line(fields: list[tuple[str, str]], name: str) -> None:
    about = Message()
    for field, value in fields:
        about[field] = value
    assert licence_name(SimpleNamespace(metadata=about)) == name  # type: ignore[arg-type]


def test_licence_files_are_those_of_the_information_and_at_the_top(tmp_path: Path) -> None:
    wanted = ["a-1.dist-info/LICENSE", "a-1.dist-info/licenses/AUTHORS.md", "a/NOTICE.txt"]
    others = [
        "a/inner/LICENSE",
        "a-1.dist-info/METADATA",
        "a/licence.py",
        "b.dist-info/gone/COPYING",
    ]
    for name in (*wanted, *others[:3]):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = SimpleNamespace(
        files=[Path(name) for name in (*wanted, *others)],
        locate_file=lambda file: tmp_path / file,
    )
    assert [*notices.licence_files(found)] == [tmp_path / name for name in wanted]  # type: ignore[arg-type]
    assert [*notices.licence_files(SimpleNamespace(files=None))] == []  # type: ignore[arg-type]


def test_what_is_installed_is_listed_once_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "LIBRARIES", ("requests", "Requests", "no-such-library", "numpy"))
    listed = all_notices()
    found = {notice.name.lower(): notice for notice in listed}
    assert [notice.name.lower() for notice in listed] == sorted(found)
    assert found["python"].version == "{}.{}.{}".format(*sys.version_info[:3])
    assert found["numpy"].version == version_of("numpy") == version("numpy")
    assert "Redistribution" in found["numpy"].text()
    assert "urllib3" in found  # needed by Requests alone
    assert version_of("no-such-library") == ""


def test_a_package_has_its_licences_in_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, about in (("b", "B Library 2.0\nMIT\n"), ("a", "a 1.0"), ("c", ""), ("d", None)):
        folder = tmp_path / "licences" / name
        folder.mkdir(parents=True)
        (folder / "LICENSE").write_text(f"text of {name}\n\n")
        if about is not None:
            (folder / notices.ABOUT).write_text(about)
    (tmp_path / "licences" / "b" / "AUTHORS").write_text("people")
    (tmp_path / "licences" / "b" / "about.txt").write_text("B 2.0\nMIT\nhttps://b")
    (tmp_path / "licences" / "stray").write_text("")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program"))
    assert notices.packaged_folder() is None
    monkeypatch.setattr(notices, "is_packaged", lambda: True)
    found = all_notices()
    assert [(one.name, one.version, one.licence) for one in found] == [
        ("a", "1.0", ""),
        ("B", "2.0", "MIT"),
        ("c", "", ""),
        ("d", "", ""),
    ]
    assert found[1].text() == "people\n\n\ntext of b"
    assert (version_of("B"), version_of("x")) == ("2.0", "")
    assert LibraryNotice("x", "1", "", ()).text() == "Its files contain no licence text."
