"""Attack the command line: two writers, closed streams, hostile names, a reader that goes away.

Usage: ``python tests/attacks/command_line.py [--count N] [--seed N] [--only NAME …] [--quick]``;
Linux. Every attack is a function that yields faults; ``--count`` says how often those with chance
in them are repeated, ``--quick`` leaves out those that train. The exit code is 1 if there is any.
Nobody may meet a traceback, an exit code that is not documented, or an exit code 0 with a loss.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PROGRAM = [sys.executable, "-m", "desktop_cvae"]
DOCUMENTED = (0, 1, 2, 3, 4, 5, 130, 143)
PATIENCE_S = 120
LINE_BYTES = 50_000_000
MOST_MEMORY = 8 << 30
"""Address space of a command, so that one without bounds does not take the machine along."""
Faults = Iterator[str]


def run(*arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
    """One command, to its end; one that never comes to it ends with 124."""
    return run_process([*PROGRAM, *arguments], stdin=subprocess.DEVNULL)


def run_process(
    command: Sequence[str | bytes], **streams: Any
) -> subprocess.CompletedProcess[bytes]:
    """The same for any process."""
    limits = {"timeout": PATIENCE_S, "preexec_fn": _limit_memory}
    try:
        return subprocess.run(command, check=False, capture_output=True, **limits, **streams)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, b"", b"no end within two minutes")


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def ends_badly(
    code: int, complaint: bytes, allowed: Sequence[int] = DOCUMENTED, lines: int = 1
) -> Faults:
    """What is wrong with an end: a traceback, a bug owned up to, a code, too many words."""
    text = complaint.decode(errors="replace")
    if "Traceback" in text or "Something unexpected" in text:
        yield f"ends with a bug: {text.strip().splitlines()[-1][:200]}"
    elif code not in allowed:
        yield f"ends with {code} instead of {'/'.join(map(str, allowed))}: {text.strip()[:200]}"
    elif code not in (0, 1) and len(text.strip().splitlines()) > lines:
        yield f"needs {len(text.strip().splitlines())} lines to say that it failed: {text[:200]!r}"


def pictures(folder: Path, count: int, start: str) -> list[str]:
    """Copies of sample pictures with names of their own."""
    folder.mkdir(exist_ok=True)
    samples = sorted(SAMPLES.iterdir())
    names = []
    for number in range(count):
        sample = samples[number % len(samples)]
        names.append(str(folder / f"{start}{number:04}{sample.suffix}"))
        shutil.copyfile(sample, names[-1])
    return names


# -- two runs to one output ------------------------------------------------------------------------


def two_writers(place: Path, random: Random) -> Faults:
    """The first is held amid its work while the second comes; later both just start together."""
    kind = random.choice(("jsonl", "csv"))
    options = random.choice(((), ("--skip-existing",), ("--overwrite",)))
    output = place / f"out.{kind}"
    count = 60
    while True:
        with contextlib.suppress(FileNotFoundError):
            output.unlink()
        runs = [pictures(place / who, count, who) for who in ("a", "b")]
        if options == ("--overwrite",):
            output.write_text("old\n")
        results = _overlapping(place, output, kind, options)
        if results is not None:
            break
        count *= 2
    written = _names_in(output, kind)
    for who, names, (code, complaint) in zip("ab", runs, results, strict=True):
        case = f"run {who} of two with {' '.join(options) or 'a new output'} ({kind})"
        for fault in ends_badly(code, complaint, (0, 5) if who == "a" else (0, 2, 5)):
            yield f"{case}: {fault}"
        lost = len(set(names) - set(written)) if code == 0 else 0
        if lost:
            yield f"{case}: ends with 0, and {lost} of {len(names)} lines are lost"
    if len(written) != len(set(written)):
        yield f"{kind}: lines are there twice"


def _overlapping(
    place: Path, output: Path, kind: str, options: Sequence[str]
) -> list[tuple[int, bytes]] | None:
    """Both ends; None if the first came to its end before it could be held."""
    common = ["--format", kind, "--output", str(output), "--workers", "1", *options]
    before = set(place.iterdir())
    first = _start("recognize", str(place / "a"), *common)
    # A new file, or one beside it that shall take its place.
    while not set(place.iterdir()) - before and first.poll() is None:
        time.sleep(0.001)
    first.send_signal(signal.SIGSTOP)
    if first.poll() is not None:
        first.communicate()
        return None
    second = _start("recognize", str(place / "b"), *common)
    with contextlib.suppress(subprocess.TimeoutExpired):
        second.wait(PATIENCE_S / 4)
    first.send_signal(signal.SIGCONT)
    return [(p.returncode, p.communicate()[1]) for p in (first, second) if p.wait() is not None]


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    null, pipe = subprocess.DEVNULL, subprocess.PIPE
    return subprocess.Popen([*PROGRAM, *arguments], stdin=null, stdout=null, stderr=pipe)


def _names_in(output: Path, kind: str) -> list[str]:
    text = output.read_text(encoding="utf-8")
    if kind == "csv":
        return [row[0] for row in csv.reader(text.splitlines()[1:])]
    return [json.loads(line)["file"] for line in text.splitlines()]


# -- closed streams --------------------------------------------------------------------------------


def closed_streams(place: Path, random: Random) -> Faults:
    """Standard input, output and error closed, alone and together."""
    sample, output = str(SAMPLES / "9-off-centre.png"), place / "out.jsonl"
    recognize = ["recognize", sample, "--format", "jsonl"]
    to_file = [*recognize, "--output", str(output)]
    cases: list[tuple[list[str], str, tuple[int, ...]]] = [
        (recognize, "<&- >&-", (5,)),
        (recognize, "<&- >&- 2>&-", (5,)),
        (recognize, ">/dev/full", (5,)),
        (["recognize", "-"], "<&-", (1, 2, 5)),
        (to_file, ">&-", (0,)),
        (to_file, "2>&-", (0,)),
        *(
            (command, ">&-", (0, 5))
            for command in (["models", "list"], ["--help"], ["data", "list"])
        ),
    ]
    chosen = random.sample(cases, 2)
    always = [(recognize, ">&-", (5,)), (recognize, "2>&-", (0,)), (to_file, "<&- >&- 2>&-", (0,))]
    for command, closed, allowed in [*always, *chosen]:
        output.unlink(missing_ok=True)
        done = _with_streams(command, closed)
        case = f"{' '.join(command[:1])}{' --output' * (command is to_file)} {closed}"
        for fault in ends_badly(done.returncode, done.stderr, allowed):
            yield f"{case}: {fault}"
        # A library that writes to a closed standard error would write into the output.
        if command is to_file:
            yield from _foreign_lines(case, output.read_bytes() if output.exists() else b"")
        elif command is recognize and allowed == (0,):
            yield from _foreign_lines(case, done.stdout)


def _with_streams(
    arguments: Sequence[str], redirections: str
) -> subprocess.CompletedProcess[bytes]:
    shell = ["sh", "-c", f'exec "$@" {redirections}', "sh"]
    return run_process([*shell, *PROGRAM, *arguments])


def _foreign_lines(case: str, data: bytes) -> Faults:
    if data.count(b"\n") != 1 or not _is_json(data):
        yield f"{case}: this is not one line of JSON: {data[:200]!r}"


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


# -- names -----------------------------------------------------------------------------------------

ODD_NAMES = (
    *(b"new\nline.png", b"no text \xff\xfe.png", b"-7.png", b" .png", b"[7].png", b"*.png"),
    *("right \u202e left.png".encode(), "😀.png".encode(), b'a,"b";c.png', b"\x1b[31mred.png"),
    *(b"x" * 251 + b".png", b"\r.png", b"\t\x7f.png", b"%s%n{0}.png", "ﬁ\u0301.png".encode()),
)
"""Names that a disk takes."""
IMPOSSIBLE_NAMES = (b"y" * 296 + b".png", b"z/" * 3000 + b"7.png", b"missing.png", b"[.png")
"""Names of files that cannot be."""


def hostile_names(place: Path, random: Random) -> Faults:
    """One bad name among many pictures: it is told, and the others are done."""
    folder = os.fsencode(place / "names")
    os.makedirs(folder)  # noqa: PTH103 - names that are no text
    good = [os.path.join(folder, name) for name in ODD_NAMES]  # noqa: PTH118
    for path in good:
        shutil.copyfile(os.fsencode(SAMPLES / "9-off-centre.png"), path)
    bad = [os.path.join(folder, name) for name in IMPOSSIBLE_NAMES]  # noqa: PTH118
    named = [*good, *bad]
    random.shuffle(named)
    kind = random.choice(("jsonl", "csv", "text"))
    yield from _named(f"names as {kind}", kind, len(named), len(bad), *named)
    yield from _named("a folder of names", "jsonl", len(good), 0, folder)
    lines = [path for path in named if b"\n" not in path and b"\r" not in path]
    listed = [*lines, b"with\0in.png", b"w" * 1_000_000, b""]
    random.shuffle(listed)
    file = place / "list.txt"
    file.write_bytes(b"\n".join(listed))
    yield from _named(
        "names of a list", "jsonl", len(lines) + 2, len(bad) + 2, b"--list", bytes(file)
    )


def _named(case: str, kind: str, count: int, bad: int, *arguments: bytes) -> Faults:
    done = run("recognize", "--format", kind, *arguments)
    yield from (
        f"{case}: {f}" for f in ends_badly(done.returncode, done.stderr, (1 if bad else 0,))
    )
    said = [line for line in done.stderr.splitlines() if line.startswith(b"desktop-cvae: ")]
    if len(said) != bad or len(done.stderr.splitlines()) > bad + 2:
        yield f"{case}: {bad} names are bad, {len(said)} lines say so"
    text = done.stdout.decode()
    if kind == "jsonl":
        records = [json.loads(line) for line in text.splitlines()]
        results = [record["error"] is None for record in records]
    elif kind == "csv":
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        place = rows[0].index("error") if rows else 0
        results = [not row[place] for row in rows[1:]]
    else:
        return
    if len(results) != count or sum(results) != count - bad:
        expected = f"{count - bad} of {count}"
        yield f"{case}: {sum(results)} of {len(results)} lines are readings, not {expected}"


def hostile_values(place: Path, random: Random) -> Faults:
    """A name that cannot be, wherever a command takes one."""
    sample = str(SAMPLES / "9-off-centre.png")
    name = random.choice(
        ("n" * 300, "n/" * 3000, "\udcff" * 5, "a\nb", "\u202e", "~" * 300, "/dev/full")
    )
    path = str(place / "no folder" / name)
    commands = (
        ("recognize", sample, "--model", name),
        ("recognize", sample, "--output", path, "--format", "jsonl"),
        ("recognize", "--list", path),
        ("recognize", "--list", random.choice(("/dev/zero", "/dev/full", "/", "/dev/null"))),
        ("reconstruct", path, "--output", str(place / "a.png")),
        ("reconstruct", sample, "--output", path),
        ("generate", "--count", "1", "--output", path),
        ("generate", "--style", path, "--output", str(place / "b.png")),
        ("evaluate", name),
        ("evaluate", "studio", "--data", path),
        ("compare", name, name, "--output", path),
        ("models", "info", name),
        ("models", "import", path),
        ("models", "export", "studio", "--output", path),
        ("models", "remove", name),
        ("data", "import", path),
        ("train", "--preset", "conv_cvae", "--data", path, "--output", str(place / "c.cvae")),
        ("train", "--resume", name, "--output", str(place / "d.cvae")),
    )
    for command in commands:
        done = run(*command)
        # /dev/full and strange names may be taken; then all went well.
        allowed = (0, 1, 2, 3, 4, 5)
        lines = 40 if done.returncode == 2 else 1
        for fault in ends_badly(done.returncode, done.stderr, allowed, lines):
            yield f"{' '.join(command[:2])} … {name[:20]!r}: {fault}"


# -- what a training is told, and who hears it -----------------------------------------------------

LISTENER = """
import resource, sys, time
from desktop_cvae.training.input_commands import CommandReader
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
reader, heard = CommandReader(lambda: None, lambda: print('nonsense', file=sys.stderr)), []
while not reader.has_ended():
    command = reader.next(wait=True)
    heard += [] if command is None else [command]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
longest = max(map(len, heard), default=0)
print(time.process_time() - start, peak / 1024, longest, "stop" in heard)
"""


def _noise(random: Random) -> bytes:
    """A line of 50 MB, a thousand of chance, and one that means something."""
    lines = [random.randbytes(random.randrange(1, 200)).replace(b"\n", b"") for _ in range(1000)]
    return b"x" * LINE_BYTES + b"\n" + b"\n".join(lines) + b"\nstop\n"


def endless_lines(place: Path, random: Random) -> Faults:
    """What comes on a training's standard input costs little, and one line says so."""
    done = run_process([sys.executable, "-c", LISTENER], input=_noise(random))
    if done.returncode:
        yield f"the listener ends with {done.returncode}: {done.stderr.decode()[-300:]}"
        return
    seconds, megabytes, longest, has_stopped = done.stdout.split()
    if float(seconds) > 5:
        yield f"50 MB cost {float(seconds):.0f} s of processor time"
    if float(megabytes) > 30:
        yield f"50 MB cost {float(megabytes):.0f} MB of memory"
    if int(longest) > 10_000:
        yield f"a command of {int(longest):,} characters was taken for one"
    if has_stopped != b"True":
        yield "the command after the noise was not heard"
    if len(done.stderr.splitlines()) != 1:
        yield f"{len(done.stderr.splitlines())} lines, not one, say that lines were ignored"


TRAIN = (
    "train",
    "--preset",
    "dense_cvae",
    "--latent-dim",
    "2",
    "--epochs",
    "400",
    "--batch-size",
    "20",
)


def _train(place: Path, random: Random, **streams: Any) -> subprocess.Popen[bytes]:
    import numpy as np

    numbers = np.random.default_rng(random.randrange(100))
    images = numbers.integers(0, 256, (60, 28, 28), np.uint8)
    np.savez(place / "noise.npz", x=images, y=np.arange(60) % 10)
    paths = ["--data", str(place / "noise.npz"), "--output", str(place / "a.cvae")]
    return subprocess.Popen([*PROGRAM, *TRAIN, *paths, "--events", "jsonl"], **streams)


def _state(home: Path) -> str:
    (description,) = home.glob("runs/*/run.json")
    return str(json.loads(description.read_text())["state"])


def reader_goes_away(place: Path, random: Random) -> Faults:
    """``train … | head -1``: not finished, not failed, and to be resumed."""
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    training = _train(place, random, stdin=null, stdout=pipe, stderr=pipe)
    assert training.stdout is not None
    assert training.stderr is not None
    for _ in range(random.choice((1, 1, 5, 20))):
        training.stdout.readline()
    training.stdout.close()
    complaint = training.stderr.read()
    code = training.wait(PATIENCE_S)
    yield from ends_badly(code, complaint, (5, 130, 143))
    state = _state(Path(os.environ["DESKTOP_CVAE_HOME"]))
    if state != "interrupted":
        yield f"a training that nobody hears any more is {state}, not interrupted"
    (run_folder,) = Path(os.environ["DESKTOP_CVAE_HOME"]).glob("runs/*")
    command = [*PROGRAM, "train", "--resume", run_folder.name, "--events", "jsonl"]
    again = subprocess.Popen(command, stdin=null, stdout=pipe, stderr=pipe)
    assert again.stdout is not None
    has_started = _is_json(again.stdout.readline())
    again.send_signal(signal.SIGINT)
    refusal = again.communicate()[1]
    if not has_started or again.returncode != 130:
        yield f"it cannot be resumed ({again.returncode}): {refusal.decode().strip()[-200:]}"


def noise_while_training(place: Path, random: Random) -> Faults:
    """The same noise to a real training, which then stops as it is told."""
    pipe = subprocess.PIPE
    training = _train(place, random, stdin=pipe, stdout=pipe, stderr=pipe)
    out, complaint = training.communicate(_noise(random), timeout=5 * PATIENCE_S)
    yield from ends_badly(training.returncode, complaint, (0,))
    foreign = [line for line in out.splitlines() if not _is_json(line)]
    if foreign:
        yield f"{len(foreign)} lines are no events: {foreign[0][:100]!r}"
    state = _state(Path(os.environ["DESKTOP_CVAE_HOME"]))
    if state != "stopped":
        yield f"the training is {state}, not stopped"


Attack = Callable[[Path, Random], Faults]
QUICK: tuple[Attack, ...] = (two_writers, closed_streams, hostile_names, endless_lines)
SLOW: tuple[Attack, ...] = (hostile_values, reader_goes_away, noise_while_training)


def main() -> int:
    """All attacks, each in a folder and a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=3, help="rounds")
    parser.add_argument("--seed", type=int, default=1)
    names = [attack.__name__ for attack in (*QUICK, *SLOW)]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    parser.add_argument("--quick", action="store_true", help="leave out what takes long")
    arguments = parser.parse_args()
    # A shell starts background work with SIGINT ignored, and the commands would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    attacks = QUICK if arguments.quick else (*QUICK, *SLOW)
    known: set[str] = set()
    for number in range(arguments.count):
        for attack in attacks:
            if attack.__name__ in arguments.only:
                known |= _attack(attack, Random(f"{arguments.seed} {number}"), known)
    print(f"{len(known)} different faults")
    return 1 if known else 0


def _attack(attack: Attack, random: Random, known: set[str]) -> set[str]:
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        os.environ["DESKTOP_CVAE_HOME"] = str(Path(name) / "home")
        place = Path(name) / "place"
        place.mkdir()
        faults = set(attack(place, random))
    for fault in sorted(faults - known):
        print(f"FAULT {attack.__name__}: {fault}")
    print(f"{attack.__name__}: {len(faults)} faults, {time.monotonic() - start:.0f} s", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(main())
