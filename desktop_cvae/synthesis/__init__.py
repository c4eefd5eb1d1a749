"""Training data made by rules: damaged and restyled digits, drawn digits and letters, outliers."""
