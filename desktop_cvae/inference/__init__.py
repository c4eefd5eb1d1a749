"""Questions to a loaded model: NumPy in, NumPy out; knows neither Qt nor TensorFlow."""
