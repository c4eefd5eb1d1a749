"""What the main window is told of a training, with a button for what can be done."""

from __future__ import annotations

from collections.abc import Callable

from desktop_cvae.gui.session import Session
from desktop_cvae.gui.training.setting_ranges import NUMBERS
from desktop_cvae.gui.values import Notice, NoticeAction

Act = Callable[[], object]


class TrainingNotices:
    """One notice at a time: a newer one, or another training, takes the last one's place.

    Args:
        session: raises and withdraws them.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: Notice | None = None

    def tell_saved(self, name: str, use: Act, compare: Act | None) -> None:
        """The model is there; ``compare`` is None where there is nothing to compare it with."""
        actions = [NoticeAction("Use it", use, f"Let “{name}” answer the canvas")]
        if compare is not None:
            actions.append(NoticeAction("Compare", compare, "Beside the model in use"))
        sentence = f"“{name}” is trained and stands in the list of models."
        self._raise(sentence, "", False, *actions)

    def tell_failure(self, sentence: str, details: str, resume: Act | None) -> None:
        """The training ended without a model; ``resume`` is None if nothing was kept."""
        tip = "Go on from the last checkpoint"
        actions = [NoticeAction("Resume", resume, tip)] if resume else []
        self._raise(sentence, details, True, *actions)

    def tell_offer(self, sentence: str, resume: Act) -> None:
        """A training broke off before."""
        action = NoticeAction("Resume", resume, "Go on from its last checkpoint")
        self._raise(sentence, "", False, action)

    def tell_advice(self, sentence: str, cure: str, apply: Act | None, show: Act) -> None:
        """The doctor's sentence; ``apply`` is None where nothing can be set otherwise."""
        actions = [NoticeAction("Show", show, "Show the training")]
        if apply is not None:
            actions.insert(0, NoticeAction(CURE, apply, cure))
        self._raise(sentence, "", True, *actions)

    def tell_busy(self, name: str, show: Act) -> None:
        """One training at a time."""
        sentence = f"“{name}” is being trained; one training at a time."
        self._raise(sentence, "", False, NoticeAction("Show", show, "Show the training"))

    def withdraw(self) -> None:
        """What was told is past."""
        if self._last is not None:
            self._session.withdraw_notice(self._last)
            self._last = None

    def _raise(self, sentence: str, details: str, is_warning: bool, *actions: NoticeAction) -> None:
        self._last = self._session.raise_notice(
            sentence, details, is_warning=is_warning, actions=actions
        )


CURE = "Start again with the cure"


def cure_text(cure: dict[str, float | int | str | bool]) -> str:
    """Settings in words: "Learning rate 0.00025, Stop early 5 epochs"."""
    parts = []
    for field, value in cure.items():
        numbers = NUMBERS.get(field)
        if numbers is None or isinstance(value, str):
            parts.append(f"{field} {value}")
        else:
            parts.append(f"{numbers.name} {value * numbers.scale:g}{numbers.suffix}")
    return ", ".join(parts)
