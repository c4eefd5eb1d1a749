"""Training: a generator of progress, run in a process of its own."""
