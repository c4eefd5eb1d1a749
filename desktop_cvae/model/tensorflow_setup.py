"""Late and quiet loading of TensorFlow, with one sentence if it is missing."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Iterator

from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.language import tr
from desktop_cvae.inference.engine import NO_TENSORFLOW

_log = logging.getLogger(__name__)


def require_tensorflow() -> str:
    """Load TensorFlow and Keras.

    Returns:
        TensorFlow's version.

    Raises:
        EnvironmentProblem: it is missing or broken.
    """
    # Both are read when the packages are imported. The user's environment may name another Keras
    # backend, which would not work here, so it is overwritten.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    begun = time.perf_counter()
    try:
        with _quiet_libraries():
            import keras  # noqa: F401 - may be broken even if TensorFlow is not
            import tensorflow
    # Broken installations raise any of these.
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        raise EnvironmentProblem(tr(NO_TENSORFLOW), str(error)) from error
    version = str(tensorflow.__version__)
    _log.info("TensorFlow %s, loaded in %.1f s", version, time.perf_counter() - begun)
    return version


@contextlib.contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Hold back C++ output on standard error.

    While it is loaded, TensorFlow announces its choice of operations there, whatever the log level
    (“oneDNN custom operations are on”), and our own lines would be hard to find. The descriptor is
    replaced because C++ does not write through ``sys.stderr``.
    """
    if os.environ.get("DESKTOP_CVAE_DEBUG"):
        yield
        return
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
