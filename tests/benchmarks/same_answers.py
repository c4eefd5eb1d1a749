"""The web page's answer, the window's and the command line's to the same pictures: are they one?

Usage: ``python tests/benchmarks/same_answers.py [COUNT]``: all samples and the first COUNT (500)
digits of MNIST's test part (``DESKTOP_CVAE_MNIST``), as PNG files. The page's API is asked through
a socket, the command line in its process, the window through what its worker calls. Compared are
the text, the verdict, its labels, the probability to six decimals and the evidence under each label
to a thousandth of a nat.
"""

from __future__ import annotations

import argparse
import http.client
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from served_program import CONTENT_TYPE, PROGRAM, ROOT, SAMPLES, form_data, serve

from desktop_cvae.bulk.record_formats import record_fields
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.gui.jobs import answer_question
from desktop_cvae.gui.session import Question
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.picture_records import picture_record
from desktop_cvae.pictures.contact_sheets import encode_png
from desktop_cvae.pictures.picture_files import read_image

Answer = dict[str, Any]


def of_the_page(connection: http.client.HTTPConnection, picture: Path) -> Answer:
    """What the API says, in the records' form."""
    headers = {"Content-Type": CONTENT_TYPE}
    connection.request("POST", "/api/v1/read", form_data(picture.read_bytes()), headers)
    answer = json.loads(connection.getresponse().read())
    return {
        "text": answer["text"],
        "verdict": answer["verdict"]["kind"],
        "labels": [int(label) for label in answer["verdict"]["labels"]],
        "probability": answer["verdict"]["probability"],
        "evidence_nats": [label["evidence_nats"] for label in answer["labels"]],
    }


def of_the_window(model: OpenedModel, picture: Path) -> Answer:
    """What the window's worker answers."""
    question = Question(read_image(picture), None, NoiseSetting(), None)
    answer = answer_question(model, question, writes_digits=False).answer
    assert answer.recognition is not None
    return of_a_record(
        record_fields(picture_record("", answer.prepared, answer.recognition, model))
    )


def of_a_record(record: Answer) -> Answer:
    """What the command line says of one picture."""
    (digit,) = record["digits"]
    names = ("verdict", "labels", "probability", "evidence_nats")
    return {"text": record["text"], **{n: _plain(digit[n]) for n in names}}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def main() -> None:
    """Ask all three, print what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=500)
    count = parser.parse_args().count
    folder = Path(tempfile.mkdtemp())
    digits = load_dataset("mnist", "test").limit(count)
    for number, image in enumerate(digits.images):
        (folder / f"{number:05d}.png").write_bytes(encode_png(image))
    pictures = [*SAMPLES, *sorted(folder.iterdir())]
    names = [str(picture) for picture in pictures]
    command = [*PROGRAM, "recognize", *names, "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    command_line = [of_a_record(json.loads(line)) for line in done.stdout.splitlines()]
    model = open_model("studio")
    window = [of_the_window(model, picture) for picture in pictures]
    server, port = serve()
    connection = http.client.HTTPConnection("127.0.0.1", port)
    page = [of_the_page(connection, picture) for picture in pictures]
    connection.close()
    server.communicate()
    different: Counter[str] = Counter()
    for of_page, of_window, of_command in zip(page, window, command_line, strict=True):
        for name, value in of_page.items():
            different[f"page and window, {name}"] += value != of_window[name]
            different[f"page and command line, {name}"] += value != of_command[name]
    print(f"{len(pictures)} pictures")
    for what, times in different.items():
        print(f"  {times:5d} differ: {what}")
    sys.exit(1 if different.total() else 0)


if __name__ == "__main__":
    main()
