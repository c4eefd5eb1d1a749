"""desktop_cvae: draw a digit and watch a conditional variational autoencoder think."""

import os

__version__ = "0.1.0"

# Official builds of ONNX Runtime (1.31 is one) keep an identifier of the machine and send events
# to their maker unless this is set before they are loaded (Privacy.md in its wheel). Everything
# here runs on the user's machine and stays there.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
