"""Drawings with matplotlib, for the window, the command line and studies; knows no Qt."""
