"""Pictures: reading untrusted files, making them look like MNIST, noise, contact sheets."""
