"""“Fool it”: the smallest change that makes the model misread the drawing."""
