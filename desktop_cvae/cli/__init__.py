"""The command line: parses first, imports what a command needs only then."""
