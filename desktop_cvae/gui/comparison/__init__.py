"""Models side by side, and sweeps of trainings."""
