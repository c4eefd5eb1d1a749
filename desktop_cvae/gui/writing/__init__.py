"""Digits that the model writes: samples, numbers, sheets, completed drawings, walks."""
