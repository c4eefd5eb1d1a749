"""What is kept on disk: model files, the library of models, latent maps."""
