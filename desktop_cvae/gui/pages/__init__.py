"""Files of several pages: one is chosen."""
