"""Letting things out of the window: files, the clipboard, the printer, a drag."""
