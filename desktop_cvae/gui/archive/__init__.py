"""The archive of readings in the window: search, view, correct and reopen entries."""
