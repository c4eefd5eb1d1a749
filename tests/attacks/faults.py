"""Writing on a disk that fails: what was there, or acknowledged, is there afterwards.

Usage: ``python tests/attacks/faults.py [--count N] [--seed N]``; Linux with a C compiler.
Each fault meets one of the program's writers in a process of its own. The n-th write, rename,
flush or cut fails once, fails from then on, does half or ends the process; or the n-th
allocation of Python does. All calls of every writer have their turn before allocations fill the
count. Afterwards old or new content must be whole, nothing acknowledged lost, nothing left
beside it, and the error one of the program's own, or of an allocation Python's: MemoryError, or
what its own functions sometimes make of it ("disguised"). The exit code is 1 if that is not so.
"""

from __future__ import annotations

import _testcapi  # Python's own tests bring it; it fails an allocation of a given number
import argparse
import collections
import ctypes
import dataclasses
import errno
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).parents[1]))

from archived_answers import some_entry
from doors import DOORS, HOME, lay_out

from desktop_cvae.bulk.output_files import LineWriter, replacing_writer
from desktop_cvae.core import paths
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.gui.settings import Settings, read_settings, write_settings
from desktop_cvae.library.checkpoint_file import kept_epochs, read_checkpoint, write_checkpoint
from desktop_cvae.library.model_file import read_model_file, rewrite_model_file
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.library.run_library import change_run, read_history_lines, read_run, write_history
from desktop_cvae.library.session_record import SessionRecord, take_slot

KINDS = ("write", "rename", "flush", "cut")
MODES = ("once", "from then on", "half", "kill")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT)
ALLOCATION = "allocation"
MOST_ALLOCATIONS = 4000
"""More than most writers make; a later fault meets none, and the writer succeeds."""
KILLED, OWN, NO_MEMORY, DISGUISED, FOREIGN = 99, 10, 11, 12, 13
ENDINGS = {
    0: "done",
    KILLED: "killed",
    OWN: "own error",
    NO_MEMORY: "no memory",
    DISGUISED: "no memory, disguised",
}
OLD_LINES = "".join(f'{{"old": {number}}}\n' for number in range(3))
NEW_LINES = tuple(f'{{"new": {number}, "text": "{"x" * 100 * number}"}}\n' for number in range(5))

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Writer:
    """A writer of the program, in a folder of its own that is also the program's home.

    Attributes:
        prepare: puts the old content there.
        write: writes the new one; tells what is acknowledged.
        fault: what is wrong afterwards, or None; gets what was told, and whether the writer
            returned without an error.
    """

    prepare: Callable[[Path], object]
    write: Callable[[Path, Tell], object]
    fault: Callable[[Path, list[str], bool], str | None]


@dataclass(frozen=True)
class Case:
    """A fault: the ``at``-th call of a kind, as ``mode`` says."""

    writer: str
    kind: str
    at: int
    mode: str = "once"
    number: int = errno.ENOSPC


# -- the writers ---------------------------------------------------------------------------------


def _old_or_new(found: object, old: object, new: object, is_done: bool) -> str | None:
    if found == new or (found == old and not is_done):
        return None
    return f"found {found!r:.200}" + (" after success" if is_done else "")


def _write_model(folder: Path, _: Tell) -> None:
    path = folder / "a.cvae"
    rewrite_model_file(path, read_model_file(path).prior, None, {"accuracy": 0.75})


def _model_fault(folder: Path, _: list[str], is_done: bool) -> str | None:
    found = read_model_file(folder / "a.cvae").manifest.metrics["accuracy"]
    return _old_or_new(found, 0.5, 0.75, is_done)


def _write_run(folder: Path, tell: Tell) -> None:
    run = folder / "runs" / "one"
    (kept,) = (run / "checkpoints").iterdir()
    write_checkpoint(run / "checkpoints", dataclasses.replace(read_checkpoint(kept), epoch=3))
    tell("checkpoint")
    write_history(run, read_history_lines(run)[:1])
    tell("history")
    change_run(run, name="two")


def _run_fault(folder: Path, told: list[str], is_done: bool) -> str | None:
    run = folder / "runs" / "one"
    epochs = sorted(kept_epochs(run / "checkpoints"))
    for path in (run / "checkpoints").iterdir():
        if path.suffix != ".part":
            read_checkpoint(path)
    return (
        _old_or_new(epochs[-1], 2, 3, "checkpoint" in told)
        or _old_or_new(len(read_history_lines(run)), 2, 1, "history" in told)
        or _old_or_new(read_run(run).name, "one", "two", is_done)
    )


def _shown(x: float) -> SessionRecord:
    return SessionRecord(DrawingRecord((StrokeRecord(0.1, False, ((x, 0.5),) * 50),)))


def _save_canvas(x: float) -> None:
    slot = take_slot(prefers_saved=True)
    assert slot is not None
    try:
        slot.save(_shown(x), is_ended=False)
    finally:
        slot.release()


def _canvas_fault(_: Path, __: list[str], is_done: bool) -> str | None:
    slot = take_slot(prefers_saved=True)
    assert slot is not None
    saved = slot.read()
    slot.release()
    return _old_or_new(saved and saved.window, _shown(0.1), _shown(0.9), is_done)


def _settings_fault(_: Path, __: list[str], is_done: bool) -> str | None:
    settings, complaint = read_settings(paths.settings_file())
    return complaint or _old_or_new(settings.theme, "light", "dark", is_done)


def _archive(folder: Path) -> Archive:
    return Archive(folder / "archive.sqlite")


def _fill_archive(folder: Path) -> None:
    with _archive(folder) as archive:
        for number in range(4):
            archive.add(some_entry(number))


def _write_archive(folder: Path, tell: Tell) -> None:
    """Go on after an error, as the window does; raise the first at the end."""
    problems = []
    with _archive(folder) as archive:
        for number in range(10, 14):
            try:
                tell(f"{archive.add(some_entry(number))} {some_entry(number).name}")
            except DesktopCvaeError as error:
                problems.append(error)
        try:
            archive.set_note(2, "seen")
            tell("note")
        except DesktopCvaeError as error:
            problems.append(error)
    if problems:
        raise problems[0]


def _archive_fault(folder: Path, told: list[str], _: bool) -> str | None:
    with _archive(folder) as archive:
        names = {number: archive.get(number).name for number in archive.ids()}
        note = archive.get(2).note
    expected = {number + 1: some_entry(number).name for number in range(4)}
    for line in told:
        if line != "note":
            number, _, name = line.partition(" ")
            expected[int(number)] = name
    lost = {number for number, name in expected.items() if names.get(number) != name}
    return f"lost entries {lost}" if lost else _old_or_new(note, "", "seen", "note" in told)


def _old_lines(folder: Path) -> None:
    (folder / "out.jsonl").write_text(OLD_LINES)


def _append(folder: Path, tell: Tell) -> None:
    with LineWriter(folder / "out.jsonl", kept=len(OLD_LINES)) as writer:
        for number, line in enumerate(NEW_LINES):
            writer.write(line)
            writer.flush()
            tell(str(number))


def _appended_fault(folder: Path, told: list[str], is_done: bool) -> str | None:
    text = (folder / "out.jsonl").read_text()
    # Half a line is cut off by the next run; only a kill may leave it.
    least = len(NEW_LINES) if is_done else len(told)
    for count in range(least, len(NEW_LINES) + 1):
        if text == OLD_LINES + "".join(NEW_LINES[:count]):
            return None
    half = OLD_LINES + "".join(NEW_LINES)
    acknowledged = OLD_LINES + "".join(NEW_LINES[:least])
    if half.startswith(text) and text.startswith(acknowledged):
        return "half a line"
    return f"{len(text)} characters, {least} lines acknowledged"


def _replace_lines(folder: Path, _: Tell) -> None:
    with replacing_writer(folder / "out.jsonl") as writer:
        for line in NEW_LINES[:-1]:
            writer.write(line)
            writer.flush()
        # Left to the end of the block.
        writer.write(NEW_LINES[-1])


def _replaced_fault(folder: Path, _: list[str], is_done: bool) -> str | None:
    text = (folder / "out.jsonl").read_text()
    return _old_or_new(text, OLD_LINES, "".join(NEW_LINES), is_done)


WRITERS = {
    "model": Writer(
        lambda folder: lay_out(DOORS["model"].sound()["model"], folder), _write_model, _model_fault
    ),
    "run": Writer(
        lambda folder: lay_out(DOORS["run"].sound()["run"], folder), _write_run, _run_fault
    ),
    "canvas": Writer(lambda _: _save_canvas(0.1), lambda *_: _save_canvas(0.9), _canvas_fault),
    "settings": Writer(
        lambda _: write_settings(paths.settings_file(), Settings(theme="light")),
        lambda *_: write_settings(paths.settings_file(), Settings(theme="dark")),
        _settings_fault,
    ),
    "archive": Writer(_fill_archive, _write_archive, _archive_fault),
    "output, appended": Writer(_old_lines, _append, _appended_fault),
    "output, replaced": Writer(_old_lines, _replace_lines, _replaced_fault),
}


# -- faults --------------------------------------------------------------------------------------


class Disk:
    """A folder in which faults meet writers."""

    def __init__(self, folder: Path) -> None:
        self._calls = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self._calls.arm.argtypes = (ctypes.c_int, ctypes.c_long, ctypes.c_int, ctypes.c_int)
        self._calls.seen_calls.restype = ctypes.c_long
        self._old, self._home = folder / "old", folder / "home"

    def calls(self, name: str) -> dict[str, int]:
        """Prepare a writer; let it write once, and return how often it calls what."""
        self._lay(self._old)
        WRITERS[name].prepare(self._old)
        self._reset()
        self._arm("", 0)
        told: list[str] = []
        WRITERS[name].write(self._home, told.append)
        counts = {kind: self._calls.seen_calls(number) for number, kind in enumerate(KINDS)}
        if problem := WRITERS[name].fault(self._home, told, True):
            raise SystemExit(f"{name} without a fault: {problem}")
        return counts

    def fault(self, case: Case) -> tuple[str, str | None]:
        """How the writer ended, and what was wrong then."""
        self._reset()
        writer = WRITERS[case.writer]
        reading, writing = os.pipe()
        process = os.fork()
        if not process:
            self._write(writer, case, writing)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            told = pipe.read().splitlines()
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        # Python ends itself where it cannot even raise: to the files that is a kill.
        if code == -signal.SIGABRT and case.kind == ALLOCATION:
            code = KILLED
        if code not in ENDINGS:
            return f"exit code {code}", "\n".join(told)
        ending = ENDINGS[code]
        try:
            problem = writer.fault(self._home, told, code == 0)
        except DesktopCvaeError as error:
            return ending, f"cannot be read: {error} {error.details}"
        if problem == "half a line" and code == KILLED:
            problem = None
        # An allocation may fail between the system's making of a file and Python's knowing of it.
        may_leave = code == KILLED or case.kind == ALLOCATION
        left = [] if may_leave else [path.name for path in self._home.rglob("*.part")]
        return ending, problem or (f"left {left}" if left else None)

    def _write(self, writer: Writer, case: Case, pipe: int) -> None:
        """Write, in the forked process, which ends here."""
        code, said = FOREIGN, ""
        try:
            self._arm(case.kind, case.at, case.mode, case.number)
            writer.write(self._home, lambda text: _tell(pipe, text))
            code = 0
        except DesktopCvaeError:
            code = OWN
        except MemoryError:
            code = NO_MEMORY
        except Exception:  # noqa: BLE001 - whatever it is, the parent is told
            self._arm("", 0)
            # os.stat, for one, makes a TypeError of it.
            code, said = (
                (DISGUISED, "") if case.kind == ALLOCATION else (FOREIGN, traceback.format_exc())
            )
        finally:
            # Never back into what the parent was doing.
            self._arm("", 0)
            if said:
                _tell(pipe, said)
            os._exit(code)

    def _arm(self, kind: str, at: int, mode: str = "once", number: int = 0) -> None:
        if kind == ALLOCATION:
            _testcapi.set_nomemory(at, at + 1)
            return
        _testcapi.remove_mem_hooks()
        place = KINDS.index(kind) if kind else len(KINDS)
        self._calls.arm(place, at, MODES.index(mode), number)

    def _reset(self) -> None:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._old, self._home)
        os.environ[HOME] = str(self._home)

    def _lay(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        os.environ[HOME] = str(folder)


def _tell(pipe: int, text: str) -> None:
    os.write(pipe, f"{text}\n".encode())


def cases_of(name: str, calls: dict[str, int], random: Random) -> Iterator[Case]:
    """Every call of a writer in every way, then allocations without end."""
    for kind, count in calls.items():
        for at in range(1, count + 1):
            for mode in MODES:
                if mode != "half" or kind == "write":
                    yield Case(name, kind, at, mode, random.choice(ERRORS))
    while True:
        yield Case(name, ALLOCATION, int(MOST_ALLOCATIONS ** random.random()))


def attack(count: int, seed: int, folder: Path) -> int:
    """Meet ``count`` faults, the writers one after the other; the exit code."""
    disk, random, faults = Disk(folder), Random(seed), 0
    shares = [count // len(WRITERS) + (n < count % len(WRITERS)) for n in range(len(WRITERS))]
    for name, share in zip(WRITERS, shares, strict=True):
        calls = disk.calls(name)
        cases = list(next_cases(cases_of(name, calls, random), share, random))
        endings: collections.Counter[str] = collections.Counter()
        for case in cases:
            ending, problem = disk.fault(case)
            endings[ending] += 1
            if problem is not None:
                faults += 1
                print(f"FAULT {case}\n  {ending}: {problem}")
        said = ", ".join(f"{number} {ending}" for ending, number in sorted(endings.items()))
        print(f"{name}: {sum(calls.values())} calls, {len(cases)} faults met: {said}", flush=True)
    print(f"faults: {faults} of {count} lost something or were no error of the program")
    return 1 if faults else 0


def next_cases(cases: Iterator[Case], share: int, random: Random) -> Iterator[Case]:
    """So many cases; where they do not suffice for every call, a choice of them."""
    calls = []
    for case in cases:
        if case.kind == ALLOCATION:
            break
        calls.append(case)
    # A tenth is for allocations, however many calls there are.
    yield from random.sample(calls, min(len(calls), share - share // 10))
    for _ in range(share - min(len(calls), share - share // 10)):
        yield next(cases)


def main() -> int:
    """The whole attack."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    logging.disable()
    with tempfile.TemporaryDirectory() as name:
        if "LD_PRELOAD" in os.environ:
            return attack(arguments.count, arguments.seed, Path(name))
        library, source = Path(name) / "calls.so", Path(__file__).with_name("failing_calls.c")
        build = ("cc", "-shared", "-fPIC", "-o", library, source, "-ldl")
        subprocess.run(build, check=True)
        environment = os.environ | {"LD_PRELOAD": str(library)}
        return subprocess.call([sys.executable, *sys.argv], env=environment)


if __name__ == "__main__":
    sys.exit(main())
