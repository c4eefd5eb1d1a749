"""Parts of the window: plots."""
