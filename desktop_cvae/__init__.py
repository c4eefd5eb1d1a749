"""desktop_cvae: draw a digit and watch a conditional variational autoencoder think."""

__version__ = "0.1.0"
