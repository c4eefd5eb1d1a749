"""Library of models: those that come with the program and the user's own."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically, write_new_file
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import SUFFIX, read_manifest, read_model_file

_NAME = re.compile(r"[\w(][\w .()-]{0,79}")
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ModelEntry:
    """A model of the library.

    Attributes:
        name: unique within the library.
        path: its file.
        builtin: True if it came with the program and cannot be removed.
        manifest: its description.
    """

    name: str
    path: Path
    builtin: bool
    manifest: Manifest


def list_models() -> list[ModelEntry]:
    """Return all readable models, the program's own first, each group by name.

    A file that cannot be read is logged and left out.
    """
    entries: dict[str, ModelEntry] = {}
    for path, builtin in _files():
        try:
            manifest = read_manifest(path)
        except DesktopCvaeError as error:
            _logger.warning("%s", error)
            continue
        # An update may bring a model whose name a user's model has already.
        name = f"{path.stem} (yours)" if path.stem in entries else path.stem
        entries[name] = ModelEntry(name, path, builtin, manifest)
    return list(entries.values())


def find_model(name_or_path: str) -> ModelEntry:
    """Return the library's model of that name, or the model file at that path.

    Raises:
        UsageError: there is no such model or file.
        ModelFileError: the file is no model file, damaged, …
        InputOutputError: the file is missing or cannot be read.
    """
    entries = {entry.name: entry for entry in list_models()}
    if name_or_path in entries:
        return entries[name_or_path]
    path = Path(name_or_path)
    if path.suffix == SUFFIX or len(path.parts) > 1 or path.exists():
        return ModelEntry(path.stem, path, builtin=False, manifest=read_manifest(path))
    known = ", ".join(entries) or tr("none yet; “desktop-cvae models import FILE” adds one")
    raise UsageError(
        tr("There is no model “{name}” (there are: {known}).", name=name_or_path, known=known)
    )


def import_model(path: Path) -> ModelEntry:
    """Check a model file and copy it into the library, under a name of its own.

    A file that is there already under its name, or came with the program, is not copied again.

    Raises:
        ModelFileError: the file is no model file, damaged, …
        InputOutputError: it cannot be read or written.
    """
    manifest = read_model_file(path).manifest
    data = read_file(path)
    builtin_files = [file for file, builtin in _files() if builtin]
    for file in builtin_files:
        if file.stat().st_size == len(data) and read_file(file) == data:
            return ModelEntry(file.stem, file, builtin=True, manifest=manifest)
    taken = {file.stem for file in builtin_files}
    for name in _free_names(path.stem):
        target = paths.models_dir() / f"{name}{SUFFIX}"
        if name in taken:
            continue
        if write_new_file(target, data) or read_file(target) == data:
            return ModelEntry(name, target, builtin=False, manifest=manifest)
    raise AssertionError("the names are endless")


def export_model(name: str, path: Path) -> None:
    """Copy a model of the library to a file, replacing what is there.

    Raises:
        UsageError: there is no such model.
        InputOutputError: the file cannot be written.
    """
    write_atomically(path, read_file(find_model(name).path))


def require_model_name(name: str) -> None:
    """Raise :class:`UsageError` if a model of the library cannot have that name."""
    if not _NAME.fullmatch(name):
        raise UsageError(
            tr("A model's name must be 1 to 80 letters, digits, spaces, dots, hyphens or brackets.")
        )


def rename_model(name: str, new_name: str) -> ModelEntry:
    """Rename one of the user's models.

    Raises:
        UsageError: there is no such model, it came with the program, or the new name is
            taken or cannot be a file's.
        InputOutputError: the file cannot be written.
    """
    entry = _own_entry(
        name, mark("The model “{name}” comes with the program and cannot be renamed.")
    )
    chosen = new_name.strip()
    require_model_name(chosen)
    # A copy and a removal: a rename would replace a file that another process gives this name now.
    target = entry.path.with_name(f"{chosen}{SUFFIX}")
    if chosen in {other.name for other in list_models()} or not write_new_file(
        target, read_file(entry.path)
    ):
        raise UsageError(tr("There is already a model “{name}”.", name=chosen))
    remove_model(name)
    return ModelEntry(chosen, target, builtin=False, manifest=entry.manifest)


def remove_model(name: str) -> None:
    """Delete one of the user's models from the library.

    Raises:
        UsageError: there is no such model, or it came with the program.
        InputOutputError: the file cannot be removed.
    """
    entry = _own_entry(
        name, mark("The model “{name}” comes with the program and cannot be removed.")
    )
    try:
        entry.path.unlink(missing_ok=True)
    except OSError as error:
        raise InputOutputError(
            tr("The model “{name}” could not be removed.", name=name), str(error)
        ) from error


def _own_entry(name: str, refusal: str) -> ModelEntry:
    entries = {entry.name: entry for entry in list_models()}
    if name not in entries:
        raise UsageError(tr("There is no model “{name}” in the library.", name=name))
    if entries[name].builtin:
        raise UsageError(tr(refusal, name=name))
    return entries[name]


def _files() -> Iterator[tuple[Path, bool]]:
    for folder, builtin in ((paths.pretrained_dir(), True), (paths.models_dir(), False)):
        if folder.is_dir():
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                yield path, builtin


def _free_names(stem: str) -> Iterator[str]:
    # Printable and short, for any file system and terminal.
    name = re.sub(r"[^\w .()-]", "_", stem).strip(" .")[:80] or "model"
    return itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))


def new_model_file(name: str) -> Path:
    """Return the file of a new model in the library, numbered if a model has the name already."""
    taken = {path.stem for path, _ in _files()}
    free = next(free for free in _free_names(name) if free not in taken)
    return paths.models_dir() / f"{free}{SUFFIX}"


def read_file(path: Path) -> bytes:
    """Return the bytes of a model's file; raises :class:`InputOutputError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputOutputError(
            tr("“{name}” could not be read.", name=path.name), str(error)
        ) from error
