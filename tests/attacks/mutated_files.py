"""Attack every loader with spoiled and crafted files; only values and our own errors may come out.

Usage: ``python tests/attacks/mutated_files.py [--count N] [--seed N] [--only NAME …] [--quick]
[--case N] [--keep FOLDER]``; Linux. First come the crafted files (``crafted.py``; with ``--quick``
those that take no time), then ``--count`` mutations for each door (``doors.py``). Faults are:

* an exception that is none of ours, or one of ours with another exit code than 4 or 5;
* a value that must not come in (NaN where something is counted, pixels beyond white, …);
* more than 5 s of processor time (ended at 20 s), or 400 MB more memory than before;
* the end of the process.

The exit code is 1 if there is any fault; each is printed once, with the case that shows it again:
``--only DOOR --case N --seed N``. ``--keep`` writes that case's files into a folder.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import logging
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import TextIO

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy: a fork keeps no threads

from crafted import CRAFTED
from doors import DOORS, Door, lay_out
from mutation import Files, spoiled

from desktop_cvae.core.errors import DesktopCvaeError

CPU_S, MOST_CPU_S, MOST_S = 5.0, 20.0, 300
"""What a file may cost in time; where it is ended, by the processor's clock and by the wall's."""
MEMORY_MB, ADDRESS_SPACE_MB = 400, 3000
"""What a file may cost in memory; and where the system ends what goes far beyond."""
BATCH = 200
"""Cases that one process does, before a fresh one goes on."""


@dataclass(frozen=True)
class Case:
    """One attack.

    Attributes:
        name: what shows it again.
        door: where the files are brought.
        lay: puts the files into a folder.
        expected: ``value`` or ``refused`` where only that is right, else empty.
    """

    name: str
    door: str
    lay: Callable[[Path], None]
    expected: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of it: ``kind`` is ``value``, ``refused`` or ``fault``."""

    case: str
    kind: str
    what: str = ""
    details: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0


def crafted_cases(only: list[str], *, quick: bool) -> list[Case]:
    """The crafted files, those that were asked for."""
    return [
        Case(f"crafted: {name}", one.door, one.make, "refused" if one.must_be_refused else "")
        for name, one in CRAFTED.items()
        if (one.is_quick or not quick) and (not only or name in only or one.door in only)
    ]


def sound_cases(door: str) -> list[Case]:
    """Files that nobody has spoiled; who refuses these refuses everything."""
    return [
        Case(f"sound {door}: {name}", door, partial(lay_out, files), "value")
        for name, files in DOORS[door].sound().items()
    ]


def mutated_cases(door: str, seed: int, numbers: range) -> list[Case]:
    """Mutations of a door's sound files; each depends on its own number alone."""
    sound = DOORS[door].sound()
    return [_mutated(door, sound, seed, number) for number in numbers]


def _mutated(door: str, sound: dict[str, Files], seed: int, number: int) -> Case:
    def lay(folder: Path) -> None:
        random = Random(f"{seed} {door} {number}")
        lay_out(spoiled(sound[random.choice(sorted(sound))], random), folder)

    return Case(f"{door} {number}", door, lay)


# -- in the process that is attacked ---------------------------------------------------------------


def _attack(case: Case, folder: Path, last_words: TextIO) -> Outcome:
    lay_out({}, folder)
    folder.mkdir()
    case.lay(folder)
    _forget_peak()
    before, start = _memory_mb("VmRSS"), time.process_time()
    faulthandler.dump_traceback_later(MOST_S, exit=True, file=last_words)
    signal.setitimer(signal.ITIMER_PROF, MOST_CPU_S)
    try:
        kind, what, details = _enter(DOORS[case.door], folder)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
    seconds, megabytes = time.process_time() - start, _memory_mb("VmHWM") - before
    if kind != "fault" and case.expected not in ("", kind):
        kind, what = "fault", f"{kind} instead of {case.expected}"
    if kind != "fault" and seconds > CPU_S:
        kind, what = "fault", f"too slow, then {what or kind}"
    if kind != "fault" and megabytes > MEMORY_MB:
        kind, what = "fault", f"too much memory, then {what or kind}"
    return Outcome(case.name, kind, what, details, seconds, megabytes)


def _enter(door: Door, folder: Path) -> tuple[str, str, str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            value = door.enter(folder)
        wrong = door.fault(value)
    except DesktopCvaeError as error:
        sentence = error.sentence
        if error.exit_code not in (4, 5):
            return "fault", f"exit code {error.exit_code}", sentence
        if "\n" in sentence or len(sentence) > 600:
            return "fault", "a sentence of more than a line", sentence[:1000]
        return "refused", type(error).__name__, sentence
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return "fault", f"{type(error).__name__} in {_where(error)}", traceback.format_exc(limit=-3)
    if wrong:
        return "fault", f"came in: {wrong}", ""
    return "value", "", ""


def _where(error: BaseException) -> str:
    """The innermost function of the program's own."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "desktop_cvae" in frame.filename] or frames
    file = own[-1].filename.rpartition("desktop_cvae/")[2]
    return f"{file}:{own[-1].name}"


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def _memory_mb(entry: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{entry}:"))


def _attacked_process(cases: list[Case], report: TextIO, last_words: TextIO) -> None:
    logging.disable()
    faulthandler.enable(last_words)
    # Says where it was, then ends the process as the signal does by itself.
    faulthandler.register(signal.SIGPROF, last_words, all_threads=False, chain=True)
    limit = int((_memory_mb("VmSize") + ADDRESS_SPACE_MB) * 2**20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    with tempfile.TemporaryDirectory() as name:
        for case in cases:
            outcome = _attack(case, Path(name) / "attacked", last_words)
            report.write(json.dumps(outcome.__dict__) + "\n")
            report.flush()


# -- in the process that watches -------------------------------------------------------------------


def outcomes_of(cases: list[Case], batch: int) -> Iterator[Outcome]:
    """Attack in a process for every batch; where one dies, another goes on behind that case."""
    done = 0
    while done < len(cases):
        for outcome in _in_a_fork(cases[done : done + batch]):
            yield outcome
            done += 1


def _in_a_fork(cases: list[Case]) -> Iterator[Outcome]:
    read_end, write_end = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        code = 1
        # On standard error libtiff writes what Pillow says again.
        last_words = os.fdopen(os.dup(2), "w")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            with os.fdopen(write_end, "w") as report:
                _attacked_process(cases, report, last_words)
            code = 0
        except BaseException:  # noqa: BLE001 - nothing may return from a fork
            traceback.print_exc(file=last_words)
            last_words.flush()
        os._exit(code)
    os.close(write_end)
    count = 0
    with os.fdopen(read_end) as report:
        for line in report:
            count += 1
            yield Outcome(**json.loads(line))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if count < len(cases):
        ended = signal.Signals(-status).name if status < 0 else f"exit code {status}"
        yield Outcome(cases[count].name, "fault", f"the process ended ({ended})")


class Report:
    """Counts outcomes, and prints every fault once."""

    def __init__(self, keep: Path | None) -> None:
        self._faults: Counter[str] = Counter()
        self._first: dict[str, Outcome] = {}
        self._keep = keep

    def take(self, cases: list[Case], outcomes: Iterator[Outcome], title: str) -> None:
        """All outcomes of some cases."""
        kinds: Counter[str] = Counter()
        slowest = largest = 0.0
        for case, outcome in zip(cases, outcomes, strict=True):
            kinds[outcome.kind] += 1
            slowest = max(slowest, outcome.seconds)
            largest = max(largest, outcome.megabytes)
            if outcome.kind == "fault":
                self._take_fault(case, outcome)
        print(
            f"{title}: {kinds['value']} came in, {kinds['refused']} were refused, "
            f"{kinds['fault']} faults; at most {slowest:.1f} s and {largest:.0f} MB",
            flush=True,
        )

    def _take_fault(self, case: Case, outcome: Outcome) -> None:
        what = f"{case.door}: {outcome.what}"
        self._faults[what] += 1
        if what in self._first:
            return
        self._first[what] = outcome
        print(
            f"FAULT {what}\n  {outcome.case}: {outcome.seconds:.1f} s, {outcome.megabytes:.0f} MB"
        )
        if outcome.details:
            print("  " + outcome.details.strip().replace("\n", "\n  "))
        if self._keep is not None:
            case.lay(self._keep / outcome.case.replace("/", "-"))

    def summary(self) -> int:
        """Print how often each fault was met; the exit code."""
        print(f"\n{len(self._faults)} different faults")
        for what, count in self._faults.most_common():
            print(f"{count:6}  {what}  ({self._first[what].case})")
        return 1 if self._faults else 0


def main() -> int:
    """The whole attack."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="mutations a door")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[], help="doors or crafted files")
    parser.add_argument("--quick", action="store_true", help="leave slow crafted files out")
    parser.add_argument("--case", type=int, help="only this mutation")
    parser.add_argument("--keep", type=Path, help="folder for the files that showed a fault")
    arguments = parser.parse_args()
    report = Report(arguments.keep)
    crafted = crafted_cases(arguments.only, quick=arguments.quick)
    if arguments.case is None and crafted:
        # One by one: what an allocator keeps would hide what the next one costs.
        report.take(crafted, outcomes_of(crafted, 1), "crafted")
    first = arguments.case or 0
    numbers = range(first, first + (arguments.count if arguments.case is None else 1))
    for door in DOORS if not arguments.only else [d for d in DOORS if d in arguments.only]:
        cases = mutated_cases(door, arguments.seed, numbers)
        cases = cases if arguments.case is not None else [*sound_cases(door), *cases]
        report.take(cases, outcomes_of(cases, BATCH), door)
    return report.summary()


if __name__ == "__main__":
    sys.exit(main())
