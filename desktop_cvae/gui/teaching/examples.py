"""The user's examples in the archive: plain functions for the worker.

The user saves each example, so they are stored even where nothing else is archived. The archive is
imported by the functions that need it, because the window opens with this module.

Tested in tests/gui/teaching/test_teaching_dialog.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_cvae.core import paths
from desktop_cvae.core.errors import InvalidData, UsageError
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import FEWEST_OF_NEW

if TYPE_CHECKING:
    from desktop_cvae.gui.drawing import Snapshot
    from desktop_cvae.gui.session import Reply
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.archive_entries import ArchiveEntry
    from desktop_cvae.library.reading_archive import Archive, Examples

ENOUGH = 20
"""Number of examples that make a clear difference."""
MAX_NAME = 40


def read_examples() -> Examples:
    """Return the examples in the archive.

    Raises:
        ArchiveProblem: it cannot be read.
    """
    from desktop_cvae.library.reading_archive import Archive

    with Archive(paths.archive_file()) as archive:
        return archive.examples()


def keep_example(image: FloatArray, snapshot: Snapshot, label: str) -> int:
    """Store a drawing with its label, and return the entry's id.

    Raises:
        UsageError: nothing was drawn.
        ArchiveProblem: it cannot be kept.
    """
    from desktop_cvae import __version__
    from desktop_cvae.library.archive_entries import TAUGHT, ArchiveEntry, pixels_of
    from desktop_cvae.library.reading_archive import Archive
    from desktop_cvae.pictures.preparation import to_mnist_style

    prepared = to_mnist_style(image)
    if not prepared.found:
        raise UsageError(tr("Draw something first."))
    kind, data = _input(snapshot)
    entry = ArchiveEntry(
        source=TAUGHT,
        text="",
        image=pixels_of(prepared.image),
        program=__version__,
        input=data,
        input_kind=kind,
        given_label=label,
    )
    with Archive(paths.archive_file()) as archive:
        return archive.add(entry)


def correct(model: OpenedModel, reply: Reply, snapshot: Snapshot, label: str) -> tuple[int, str]:
    """Store an answer with its true label.

    Returns:
        The entry's id, and the label that it had been given before, or "".

    Raises:
        ArchiveProblem: it cannot be kept.
    """
    from desktop_cvae.inference.archiving import answer_entry
    from desktop_cvae.library.archive_entries import DRAWING
    from desktop_cvae.library.reading_archive import Archive

    kind, data = _input(snapshot)
    with Archive(paths.archive_file()) as archive:
        number = archive.find_input(data)
        known = None if number is None else _entry(archive, number)
        if known is not None:
            archive.set_given_label(known.id, label)
            return known.id, known.given_label or ""
        entry = answer_entry(model, reply.answer, reply.question.noise, DRAWING)
        return archive.add(replace(entry, input=data, input_kind=kind, given_label=label)), ""


def give_label(number: int, label: str) -> None:
    """Give an entry another label; "" removes the label."""
    from desktop_cvae.library.reading_archive import Archive

    with Archive(paths.archive_file()) as archive:
        archive.set_given_label(number, label or None)


def remove(ids: Sequence[int]) -> None:
    """Delete examples; :func:`restore` brings them back."""
    from desktop_cvae.library.reading_archive import Archive

    with Archive(paths.archive_file()) as archive:
        archive.remove(ids)


def restore(ids: Sequence[int]) -> None:
    """Bring deleted examples back."""
    from desktop_cvae.library.reading_archive import Archive

    with Archive(paths.archive_file()) as archive:
        archive.restore(ids)


def _entry(archive: Archive, number: int) -> ArchiveEntry | None:
    """Return the entry, or None if the user has deleted it."""
    try:
        return archive.get(number)
    except UsageError:
        return None


def _input(snapshot: Snapshot) -> tuple[str, bytes]:
    try:
        return "drawing", snapshot.record().to_bytes()
    except InvalidData:
        # It is too large to be opened again; its picture is stored all the same.
        return "", b""


def next_label(label: str, names: Sequence[str], counts: Counter[str]) -> str:
    """Return the label to draw next: a new label again, else the one with the fewest examples."""
    if label not in names:
        return label
    start = names.index(label) + 1
    return min([*names[start:], *names[:start]], key=lambda name: counts[name])


def missing_examples_text(names: Sequence[str], counts: Counter[str]) -> str:
    """Return a sentence about missing examples.

    Args:
        names: the model's labels.
        counts: number of examples by label.
    """
    total = sum(counts.values())
    if not total:
        return tr("No examples yet. Draw each label once or twice, then teach.")
    parts = [tr_n("{n} example.", "{n} examples.", total)]
    if total < ENOUGH:
        parts.append(tr("Twenty make a clear difference."))
    few = [name for name in counts if name not in names and counts[name] < FEWEST_OF_NEW]
    parts += [
        tr(
            "“{name}” is new and needs at least {n}; twenty are better.",
            name=name,
            n=FEWEST_OF_NEW,
        )
        for name in few
    ]
    without = [name for name in names if not counts[name]]
    if without and len(without) < len(names):
        parts.append(tr("No examples yet of: {names}.", names=", ".join(without[:12])))
    return " ".join(parts)


def problem_of(text: str, taken: Sequence[str]) -> str:
    """Return why a new label cannot have this name, or ""."""
    if not text.strip() or not text.isprintable():
        return tr("Give the new label a name.")
    if len(text) > MAX_NAME:
        return tr("A label’s name can have at most {n} characters.", n=MAX_NAME)
    return tr("This label already exists.") if text in taken else ""
