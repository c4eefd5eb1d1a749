"""The vocabulary of the program: standard library and NumPy only."""
