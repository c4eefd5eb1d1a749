"""One line about a number: how many digits, how many unsure, how many corrected."""

from __future__ import annotations

from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.numbers.work import MOST_DIGITS, NO_DIGIT
from desktop_cvae.gui.theme import Theme
from desktop_cvae.gui.widgets.evidence_scale import percent_text


def summary_of(page: NumberPage, theme: Theme) -> str:
    """“10 digits · 2 unsure · 1 not a digit · 1 corrected by hand”, in the colours of their marks.

    Args:
        page: what was read.
        theme: gives the colours.

    Returns:
        rich text; empty while nothing was read.
    """
    if page.answer is None:
        return ""
    if not page.digits:
        return "No digits were found."
    count = len(page.digits) - page.refused
    parts = [f"{count} digit{'' if count == 1 else 's'}"]
    if len(page.digits) >= MOST_DIGITS:
        parts[0] = f"the first {count} digits"
    if len(page.lines) > 1:
        parts[0] += f" in {len(page.lines)} lines"
    for doubtful, words in ((page.unsure, "unsure"), (page.refused, NO_DIGIT)):
        if doubtful:
            parts.append(f'<span style="color:{theme.warning}">{doubtful} {words}</span>')
    if page.corrections:
        words = f"{page.corrections} corrected by hand"
        parts.append(f'<span style="color:{theme.accent}">{words}</span>')
    return " · ".join(parts)


def position_of(page: NumberPage) -> str:
    """“Digit 3 of 10: 7, 99.8 %”, and what else it might be; empty if none is looked at."""
    index = page.current
    if index is None:
        return ""
    digit, trust = page.digits[index], page.trust_of(index)
    reason = percent_text(trust.probability)
    if page.is_corrected(index):
        reason = "by hand"
    elif page.is_refused(index):
        reason = f"{NO_DIGIT}; the likest is {digit.label_name}"
    elif digit.label != digit.recognition.label:
        reason = f"by the rule, {reason}"
    elif trust.doubt:
        reason += f" ({trust.doubt})"
    return f"Digit {index + 1} of {len(page.digits)}: {page.name_of(index)}, {reason}"
