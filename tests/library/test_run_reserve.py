"""Bytes set aside for the last words."""

from desktop_cvae.library.run_reserve import keep_reserve, spend_reserve


def test_bytes_are_set_aside_and_given_back(tmp_path):
    keep_reserve(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_size > 32_000
    spend_reserve(tmp_path)
    spend_reserve(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_run_goes_on_without_them(tmp_path):
    keep_reserve(tmp_path / "missing")
    spend_reserve(tmp_path / "missing")
