"""Compiles the networks of all presets, so that their models open at once and without TensorFlow.

Usage: ``python packaging/make_graphs.py`` after a change of a preset or of the compiling; what it
leaves in ``resources/models/compiled`` is committed.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.model.tensorflow_setup import require_tensorflow

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "models" / "compiled"


def make_graphs(folder: Path) -> None:
    """Replace the graphs in a folder."""
    require_tensorflow()
    from desktop_cvae.core.presets import PRESETS
    from desktop_cvae.inference.compiled_graphs import keep_template
    from desktop_cvae.model.compiling import compile_template

    for old in folder.glob("*.template.npz*"):
        old.unlink()
    for name, preset in PRESETS.items():
        template = compile_template(preset.spec)
        if template is None:
            raise SystemExit(f"{name} cannot be compiled apart from its weights")
        keep_template(template, preset.spec, folder)
        print(f"{name}: {len(template.rest):,} bytes")


if __name__ == "__main__":
    make_graphs(FOLDER)
