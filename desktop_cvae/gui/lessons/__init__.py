"""Lessons: recorded in a dialog, played with a bar above the window's panes."""
