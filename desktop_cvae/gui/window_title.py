"""What the title bar says."""

from __future__ import annotations

from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.verdict import short_verdict

TITLE = "desktop_cvae"


def window_title(session: Session) -> str:
    """Number or verdict, program and model: "7 · 99.8 % — desktop_cvae — studio"."""
    model = session.model
    parts = (_said(session), TITLE, model.entry.name if model else "")
    return " — ".join(part for part in parts if part)


def _said(session: Session) -> str:
    if session.number:
        first, more, _ = session.number.partition("\n")
        return f"{first} …" if more else first
    return short_verdict(session.reply, session.label_names) if session.reply else ""
