"""Many pictures to records: names, batches, executors, formats and resuming; no Qt, no argparse."""
