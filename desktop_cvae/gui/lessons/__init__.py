"""Lessons: recorded in a dialog, played in a bar over the window's panes."""
