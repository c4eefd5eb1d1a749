"""What a packaged copy knows about itself."""

import sys

import pytest

from desktop_cvae.core import installation
from desktop_cvae.core.installation import VIEWER, is_viewer, missing_tensorflow


@pytest.fixture
def packaged(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    is_viewer.cache_clear()
    yield monkeypatch
    is_viewer.cache_clear()


def test_an_installed_copy_is_no_viewer_and_gives_its_own_advice():
    is_viewer.cache_clear()
    assert not is_viewer()
    assert missing_tensorflow("Install it.") == "Install it."


def test_a_package_with_tensorflow_is_no_viewer(packaged):
    packaged.setattr(installation, "find_spec", lambda name: object())
    assert not is_viewer()


def test_a_package_without_tensorflow_names_the_full_one(packaged):
    packaged.setattr(installation, "find_spec", lambda name: None)
    assert missing_tensorflow("Install it.") == VIEWER
    assert VIEWER.count(".") == 1
