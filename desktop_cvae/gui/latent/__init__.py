"""The latent space: its map, what is decoded there, its dimensions."""
