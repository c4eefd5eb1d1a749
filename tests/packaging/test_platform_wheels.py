"""Which dependencies each platform has, and what pip's list of versions means."""

import platform_wheels
import pytest
from packaging.requirements import Requirement
from platform_wheels import PLATFORMS, newest_fitting, requirements


def names(platform, python="3.12"):
    return [one.name for one in requirements(PLATFORMS[platform][1], python)]


def test_both_platforms_need_tensorflow_by_its_own_name_and_the_page():
    for platform in PLATFORMS:
        assert {"tensorflow", "onnxruntime", "flask"} <= set(names(platform))
        assert "tensorflow-cpu" not in names(platform)


def test_a_requirement_with_two_markers_holds_once():
    for python in ("3.11", "3.12"):
        assert names("Windows", python).count("PySide6-Essentials") == 1


def test_the_newest_version_that_is_allowed_is_found():
    output = "numpy (3.1.0)\nAvailable versions: 3.1.0, 2.4.1, 2.0.0, 1.9.0\n  LATEST: 3.1.0\n"
    assert newest_fitting(Requirement("numpy>=2.0,<3"), output) == "2.4.1"
    assert newest_fitting(Requirement("numpy>=4"), output) == ""
    assert newest_fitting(Requirement("numpy>=2"), "") == ""


def test_a_missing_wheel_ends_with_one(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["platform_wheels.py"])
    monkeypatch.setattr(
        platform_wheels, "newest_wheel", lambda one, *_: "" if one.name == "keras" else "9"
    )
    with pytest.raises(SystemExit) as ended:
        platform_wheels.main()
    assert ended.value.code == 1
    printed = capsys.readouterr().out
    assert "Windows: keras has NO wheel" in printed
    assert "macOS: numpy 9" in printed
