"""Work outside the GUI thread: jobs, processes and clusters; QtCore only."""
