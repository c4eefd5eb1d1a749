"""Work beside the window and past this machine: QtCore only."""
