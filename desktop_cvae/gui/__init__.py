"""The window: Qt widgets over one session; computes nothing itself."""
