"""Data sets of labelled digits: MNIST and what users bring."""
