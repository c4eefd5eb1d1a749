"""The scorecard: what models reach on held-out digits, and where they fail."""
