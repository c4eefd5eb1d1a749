"""Texts about an entry, the same on its tile, in its details and for screen readers."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from desktop_cvae.core.language import number, percent_text, tr
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE
from desktop_cvae.gui.widgets.readings_table import one_line
from desktop_cvae.library.archive_entries import ArchiveEntry, ArchiveSummary

NOTHING_READ = "–"


def read_text(entry: ArchiveSummary | ArchiveEntry) -> str:
    """Return the model's reading in one line."""
    return one_line(entry.text) or NOTHING_READ


def is_corrected(entry: ArchiveSummary | ArchiveEntry) -> bool:
    """True if the user corrected the reading."""
    return entry.given_label is not None and entry.given_label != entry.text


def answer_text(entry: ArchiveSummary | ArchiveEntry) -> str:
    """Return the user's correction, else the model's reading."""
    return read_text(entry) if entry.given_label is None else entry.given_label


def certainty_text(entry: ArchiveSummary | ArchiveEntry) -> str:
    """Return the probability of the reading; for a corrected entry, the reading itself."""
    if is_corrected(entry):
        return tr("read as {text}", text=read_text(entry))
    if entry.verdict == NO_DIGIT:
        return tr("not a digit")
    return percent_text(entry.probability) if entry.text else ""


def verdict_text(verdict: str) -> str:
    """Return a verdict in words; "" for a model without labels."""
    words = {DIGIT: tr("a digit"), UNSURE: tr("unsure"), NO_DIGIT: tr("not a digit")}
    return words.get(verdict, "")


def short_date(moment: datetime) -> str:
    """Return date and time in the user's short format."""
    return QLocale().toString(_local(moment), QLocale.FormatType.ShortFormat)


def long_date(moment: datetime) -> str:
    """Return date and time with the name of the month."""
    local, locale, forms = _local(moment), QLocale(), QLocale.FormatType
    # The day of the week would not fit beside the evidence in every language.
    day = locale.toString(local.date(), "d MMMM yyyy")
    return f"{day}, {locale.toString(local.time(), forms.ShortFormat)}"


def spoken(entry: ArchiveSummary) -> str:
    """Return everything on a tile as text, for tooltips and screen readers."""
    parts = [answer_text(entry), certainty_text(entry), short_date(entry.kept_at), entry.model]
    parts += [tr("starred")] if entry.is_starred else []
    parts += [entry.note] if entry.note else []
    return ", ".join(part for part in parts if part)


def nats_difference(value: float) -> str:
    """Format a difference with its sign; negative numbers have a real minus."""
    return number(value, "+.1f").replace("-", "\N{MINUS SIGN}")


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(1000 * moment.timestamp()))


def source_text(source: str) -> str:
    """Return in words how the entry came into the archive."""
    words = {
        "drawing": tr("drawn"),
        "picture": tr("opened"),
        "table": tr("read in a batch"),
        "command line": tr("read on the command line"),
        "taught": tr("drawn for teaching"),
        "web page": tr("read on the web page"),
    }
    return words.get(source, "")
