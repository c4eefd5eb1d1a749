"""Whole numbers in the window: boxes over the picture, the text below, each digit to inspect."""
