"""What the model writes beside the window: sheets, completed drawings, walks."""
