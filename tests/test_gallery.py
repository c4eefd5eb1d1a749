"""The gallery's programs and the notebook run as they stand in the documents."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import matplotlib as mpl
import nbclient
import nbformat
import pytest
from matplotlib import pyplot as plt

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted((ROOT / "docs" / "gallery").glob("*.py"))
NOTEBOOK = ROOT / "docs" / "first_look.ipynb"


def test_there_are_twelve_examples() -> None:
    # Sphinx-Gallery runs only files of this name.
    assert [path.name for path in EXAMPLES if path.name.startswith("plot_")] == [
        path.name for path in EXAMPLES
    ]
    assert len(EXAMPLES) == 12


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_draws(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    # Only the programs of the gallery draw with pyplot, and its figures stay open until here.
    with mpl.rc_context({"backend": "agg"}):
        plt.close("all")
        plt.switch_backend("agg")
        monkeypatch.setattr(plt, "show", lambda: None)
        runpy.run_path(str(path), run_name="__main__")
        figures = [plt.figure(number) for number in plt.get_fignums()]
        assert figures
        for figure in figures:
            figure.canvas.draw()
            assert any(axis.has_data() for axis in figure.axes)
        plt.close("all")


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    # Outputs are made by running it, not committed.
    assert not any(cell.outputs for cell in cells)
    nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": ROOT / "docs"}}
    ).execute()
    shown = [dict(output.get("data", {})) for cell in cells for output in cell.outputs]
    assert sum("image/png" in data for data in shown) == 2
    pages = [data["text/html"] for data in shown if "text/html" in data]
    assert pages[0].count("<img") == 11
    assert any("2047" in page for page in pages)
