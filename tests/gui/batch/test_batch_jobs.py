"""Tasks of the table of pictures, without a window; the rest in test_batch_dialog.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.gui.batch import batch_jobs
from desktop_cvae.gui.batch.batch_jobs import find_names


def test_names_are_found_in_all_folders_with_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_jobs, "NAMES_A_STEP", 2)
    (tmp_path / "inner").mkdir()
    pictures = [tmp_path / f"{at}.png" for at in range(3)]
    pictures += [tmp_path / "inner" / f"{at}.png" for at in range(2)]
    for path in pictures:
        path.touch()
    steps = list(find_names([str(tmp_path)]))
    assert steps == [Progress(2, 0), Progress(4, 0)]
    assert sorted(result_of(find_names([str(tmp_path)]))) == sorted(map(str, pictures))


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        result_of(find_names([str(tmp_path)]))
