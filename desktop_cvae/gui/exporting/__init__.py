"""Exports: files, the clipboard, the printer, drag and drop."""
