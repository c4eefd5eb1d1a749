"""Row-by-row complaints: the sentence names the first, the details list the first twenty."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_cvae.core.errors import UnfitRows

MAX_LISTED = 20


def refuse_rows(name: str, complaints: Sequence[str], total: int | None = None) -> None:
    """Refuse a data set if there is anything to complain about.

    Args:
        name: the data set's.
        complaints: one a row, such as ``"row 3 has no label"``; so many as are known.
        total: how many rows do not fit, if that is more than are given.

    Raises:
        UnfitRows: there is at least one complaint.
    """
    if not complaints:
        return
    count = max(total or 0, len(complaints))
    rest = "" if count == 1 else f" ({count - 1:,} more in all do not fit)"
    listed = [complaint[:1].upper() + complaint[1:] for complaint in complaints[:MAX_LISTED]]
    if count > len(listed):
        listed.append(f"… and {count - len(listed):,} more.")
    raise UnfitRows(f"“{name}”: {complaints[0].rstrip('.')}{rest}.", listed)
