"""The models and trainings at hand: search, use, compare, rename, delete."""
