"""desktop_cvae: draw a digit and watch a conditional variational autoencoder think.

From Python::

    import desktop_cvae as dc

    model = dc.load("studio")
    print(model.read("seven.jpg").text)

The names in ``__all__`` are the public library; everything else may change. ``docs/python.md``
shows them at work, ``desktop_cvae.sklearn`` holds the estimators for scikit-learn.
"""

import os
from importlib import import_module

__version__ = "1.0.0"
__all__ = ["Model", "Reading", "__version__", "errors", "list_models", "load", "train"]

# Official builds of ONNX Runtime (1.31 is one) keep an identifier of the machine and send events
# to their maker unless this is set before they are loaded (Privacy.md in its wheel). Everything
# here runs on the user's machine and stays there.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


def __getattr__(name: str) -> object:
    # Every import of any module runs this file, so the library itself is loaded only when it is
    # used. __init__.pyi declares the names for editors and type checkers.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "errors":
        return import_module("desktop_cvae.core.errors")
    return getattr(import_module("desktop_cvae.public_library"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
