"""The data sets: what is there, getting more, removing."""
