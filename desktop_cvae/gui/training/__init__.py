"""The training studio: settings, progress, pictures and what to do with the result."""
