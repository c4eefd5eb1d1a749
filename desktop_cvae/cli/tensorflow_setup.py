"""TensorFlow, loaded late, quietly, and with one sentence if it is not there."""

from __future__ import annotations

import os

from desktop_cvae.core.errors import EnvironmentProblem


def require_tensorflow() -> str:
    """Load TensorFlow and Keras.

    Returns:
        TensorFlow's version.

    Raises:
        EnvironmentProblem: it is missing or broken.
    """
    # Both are read when the packages are imported; the second may name another backend.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    try:
        import keras  # noqa: F401 - half of what is asked for
        import tensorflow
    # A broken installation fails in any of these ways.
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        from desktop_cvae.inference.engines import NO_TENSORFLOW

        raise EnvironmentProblem(NO_TENSORFLOW, str(error)) from error
    return str(tensorflow.__version__)
