"""Memory of processes (Linux)."""

from __future__ import annotations

from pathlib import Path


def memory_mb(name: str, process: int | str = "self") -> float:
    """Return a process's resident memory: now (``VmRSS``), or its peak (``VmHWM``); 0 if gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)
