"""Parts of the window: the library of models, and models side by side."""
