"""With which weights the compared models answer now: saved ones, or those of an epoch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_cvae.gui.comparison.contenders import Contender, Wish
from desktop_cvae.gui.comparison.opener import Opener
from desktop_cvae.gui.values import LoadedModel


class ShownWeights(QObject):
    """Follows the shared slider; what has been opened once is there at once.

    Signals:
        changed(int): the contender at this place answers with other weights.

    Args:
        contenders: what is compared.
        opener: brings the weights of epochs.
    """

    changed = Signal(int)

    def __init__(
        self, contenders: Sequence[Contender], opener: Opener, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._contenders, self._opener = tuple(contenders), opener
        self.models = [contender.model for contender in contenders]
        self.epochs: list[int | None] = [None] * len(self.models)
        self._wanted: list[int | None] = [None] * len(self.models)
        self._opened: dict[tuple[int, int], LoadedModel] = {}
        opener.opened.connect(self._on_opened)

    def choose(self, stop: int | None) -> None:
        """Show a stop of the slider; ``changed`` follows for each model, perhaps later."""
        self._wanted = [contender.epoch_at(stop) for contender in self._contenders]
        wishes = []
        for index, epoch in enumerate(self._wanted):
            model = self._at_hand(index, epoch)
            run = self._contenders[index].run
            if model is not None:
                self._show(index, epoch, model)
            elif run is not None:
                wishes.append(Wish(index, run, epoch))
        self._opener.want(wishes)

    def name(self, index: int, name: str) -> str:
        """A contender's name with the epoch that it shows."""
        epoch = self.epochs[index]
        return name if epoch is None else f"{name} · epoch {epoch}"

    def _at_hand(self, index: int, epoch: int | None) -> LoadedModel | None:
        if epoch is None:
            return self._contenders[index].model
        return self._opened.get((index, epoch))

    def _show(self, index: int, epoch: int | None, model: LoadedModel) -> None:
        if self.epochs[index] != epoch:
            self.models[index], self.epochs[index] = model, epoch
            self.changed.emit(index)

    def _on_opened(self, wish: Wish, contender: Contender) -> None:
        if wish.epoch is not None:
            self._opened[wish.index, wish.epoch] = contender.model
            if self._wanted[wish.index] == wish.epoch:
                self._show(wish.index, wish.epoch, contender.model)
