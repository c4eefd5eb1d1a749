"""The archive in the window: pictures with their answers, searched, looked at, opened again."""
