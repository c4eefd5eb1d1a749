"""The tests that ``.ci/check`` runs for a change are the ones that would notice a fault in it."""

from __future__ import annotations

from selection import choose_for_module, choose_tests, circles


def test_the_test_of_the_name_comes_first() -> None:
    chosen = choose_for_module("desktop_cvae.core.priors")
    assert chosen[0] == "tests/core/test_priors.py"


def test_a_module_without_a_test_of_its_name_gets_those_that_import_it() -> None:
    assert "tests/core/test_language.py" in choose_for_module("desktop_cvae.core.language")
    assert choose_for_module("desktop_cvae.core.errors")


def test_a_changed_test_runs_itself_and_a_changed_helper_its_users() -> None:
    assert choose_tests(["tests/core/test_priors.py"]) == ["tests/core/test_priors.py"]
    assert "tests/gui/test_dialog_sizes.py" in choose_tests(["tests/every_dialog.py"])


def test_a_helper_in_a_folder_is_followed_too() -> None:
    kept = "tests/pictures/test_kept_pictures.py"
    assert kept in choose_tests(["tests/pictures/kept_pictures.py"])
    assert kept in choose_for_module("desktop_cvae.synthesis.damage")


def test_other_files_choose_nothing() -> None:
    assert choose_tests(["README.md", "desktop_cvae/gone.py"]) == []


def test_circles_are_found_and_chains_are_none() -> None:
    imports = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a", "e"}, "e": set()}
    assert circles(imports) == [{"a", "b", "c"}]
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []
