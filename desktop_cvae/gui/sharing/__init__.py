"""Sharing the web page from the window: its server, its link, its QR code."""
