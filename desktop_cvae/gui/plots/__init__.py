"""Matplotlib figures in the window."""
