"""Many pictures at once: read into a table, corrected, exported."""
