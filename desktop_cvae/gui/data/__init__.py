"""The dialog of data sets: list, download, import, generation, removal."""
