"""What is said of a kept entry, the same on its tile, beside its picture and to screen readers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE
from desktop_cvae.gui.widgets.evidence_scale import percent_text

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveEntry, ArchiveSummary

LINE_JOINT = " / "
"""Between the lines of a page."""
NOTHING_READ = "–"


def read_text(entry: ArchiveSummary | ArchiveEntry) -> str:
    """What the model read, in one line."""
    return entry.text.replace("\n", LINE_JOINT) or NOTHING_READ


def is_corrected(entry: ArchiveSummary | ArchiveEntry) -> bool:
    """True if the user says that it is something else."""
    return entry.given_label is not None and entry.given_label != entry.text


def answer_text(entry: ArchiveSummary | ArchiveEntry) -> str:
    """What it is: as the user says, else as it was read."""
    return read_text(entry) if entry.given_label is None else entry.given_label


def certainty_text(entry: ArchiveSummary | ArchiveEntry) -> str:
    """How likely the reading is; of a corrected one, what it was."""
    if is_corrected(entry):
        return tr("read as {text}", text=read_text(entry))
    if entry.verdict == NO_DIGIT:
        return tr("no digit")
    return percent_text(entry.probability) if entry.text else ""


def verdict_text(verdict: str) -> str:
    """A verdict in words; of a model without labels there is none."""
    words = {DIGIT: tr("a digit"), UNSURE: tr("unsure"), NO_DIGIT: tr("not a digit")}
    return words.get(verdict, "")


def short_date(moment: datetime) -> str:
    """Day and minute as the user's locale writes them."""
    return QLocale().toString(_local(moment), QLocale.FormatType.ShortFormat)


def long_date(moment: datetime) -> str:
    """The same with the name of the month."""
    local, locale, forms = _local(moment), QLocale(), QLocale.FormatType
    # Without the day of the week, which has no room beside the evidence in every language.
    day = locale.toString(local.date(), "d MMMM yyyy")
    return f"{day}, {locale.toString(local.time(), forms.ShortFormat)}"


def spoken(entry: ArchiveSummary) -> str:
    """All that stands on a tile, for a tooltip and for screen readers."""
    parts = [answer_text(entry), certainty_text(entry), short_date(entry.kept_at), entry.model]
    parts += [tr("starred")] if entry.is_starred else []
    parts += [entry.note] if entry.note else []
    return ", ".join(part for part in parts if part)


def nats_difference(value: float) -> str:
    """With its sign, a real minus."""
    return number(value, "+.1f").replace("-", "\N{MINUS SIGN}")


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(1000 * moment.timestamp()))


def source_text(source: str) -> str:
    """From where it came."""
    words = {
        "drawing": tr("drawn"),
        "picture": tr("opened"),
        "table": tr("read with many"),
        "command line": tr("read by a command"),
        "taught": tr("drawn to teach"),
        "web page": tr("read on the web page"),
    }
    return words.get(source, "")
