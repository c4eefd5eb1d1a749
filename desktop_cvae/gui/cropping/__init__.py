"""Cropping and turning of a picture."""
