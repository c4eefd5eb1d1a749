"""The networks in Keras; imported by the training process and the reference engine only."""
