"""The library of models and training runs: search, use, compare, rename, delete."""
