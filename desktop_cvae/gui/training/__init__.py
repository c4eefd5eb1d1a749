"""Training in the window: settings, progress, pictures, and the steps that follow."""
