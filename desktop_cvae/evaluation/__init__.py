"""Measurements on held-out digits: scorecard, corruption curves, calibration, comparison."""
