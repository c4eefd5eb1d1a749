"""The scorecard: results of models on held-out digits, and their errors."""
