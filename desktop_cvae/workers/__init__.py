"""Work beside the window: QtCore only."""
