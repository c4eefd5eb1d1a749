"""``desktop-cvae`` whose sweeps start the fake training; to be killed by a test."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fake_training import COMMAND

from desktop_cvae.cli.main import main
from desktop_cvae.training import sweep_worker

if __name__ == "__main__":
    sweep_worker.program_command = lambda: list(COMMAND)
    sys.exit(main(sys.argv[1:]))
