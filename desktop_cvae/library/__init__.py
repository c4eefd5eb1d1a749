"""Everything that is kept on disk: models, runs, checkpoints, archive, lessons and sweeps."""
