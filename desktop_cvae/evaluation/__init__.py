"""Held-out results: scorecard, sweeps, calibration, rejection, comparison; NumPy in, NumPy out."""
