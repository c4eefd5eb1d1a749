"""The curves of ``figures``, under the name that the window's panels know."""

from desktop_cvae.figures.loss_curves import TERMS, Curve, LossCurves, joint_ranges, loss_curves

__all__ = ["TERMS", "Curve", "LossCurves", "joint_ranges", "loss_curves"]
