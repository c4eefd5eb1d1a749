"""Fool it: the smallest change of the drawing that is read as something else."""
