"""The form editor: boxes drawn on a sample form, named, given rules, tried and saved."""
