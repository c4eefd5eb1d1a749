"""Why a map falls into clouds of its labels or does not: a sentence, and a card that says more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import text_label

CLOUDS = 0.5
"""Share of nearest neighbours with the same label from which one sees clouds: `studio` has 0.11 and
`dense_cvae` 0.15 with a chance of 0.10, a model without labels 0.6 and more."""

SENTENCES = {
    (True, False): "No clouds of digits: the label is given, so z says only how it is written.",
    (True, True): "Clouds of digits, though the label is given: z says what is written, too.",
    (False, True): "Clouds of digits: without a label, z must say what is written, too.",
    (False, False): "Without a label z must say what is written, too, but not on this plane.",
}
"""By whether the model knows labels, and whether the map falls into clouds."""

REASONS = {
    (True, False): (
        "A conditional model gives encoder and decoder the label y. What is written is known "
        "already; every nat of KL that z would spend on it again is wasted. So the codes of all "
        "ten labels fill the same space, and a place of the map means a manner: slant, width, "
        "weight. Choose another label (keys 0 to 9): the same place is then decoded in the same "
        "hand."
    ),
    (True, True): (
        "Here β was so low in training, or the prior is a mixture fitted to each label's codes, "
        "that it costs little or nothing if the labels' codes lie apart. So nothing presses them "
        "onto each other, and z tells what is written a second time. This decoder can nearly do "
        "without the label; a hand is carried from one label to another by moving its code from "
        "the one cloud to the other."
    ),
    (False, True): (
        "A model without labels has nothing but z to rebuild a digit from. Digits that look alike "
        "lie together, so that the labels, of which it knows nothing, come out as clouds; 4, 7 and "
        "9 overlap where people write them alike."
    ),
    (False, False): (
        "A model without labels has nothing but z to rebuild a digit from. In more than two "
        "dimensions a plane shows a shadow of it: the labels lie apart in directions that "
        "are not on this map. Choose other dimensions."
    ),
}
INVITATION = "See a map that does fall into clouds: a model without labels."


class Understanding(QLabel):
    """The sentence under the map, with a link to the card.

    Args:
        explorer: its map is explained.
    """

    def __init__(self, explorer: LatentExplorer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setAccessibleName("Why the map looks as it does")
        self.linkActivated.connect(lambda _: self.explain())
        explorer.agreement_changed.connect(self._show)
        explorer.map_changed.connect(self._show)
        self._show()

    def explain(self) -> QDialog | None:
        """Open the card beside the window."""
        case = case_of(self._explorer)
        return None if case is None else WhyCard(self._explorer, case, self.window()).opened()

    def _show(self) -> None:
        case = case_of(self._explorer)
        if case is not None:
            self.setText(f'{SENTENCES[case]} <a href="why">Why?</a>')


def case_of(explorer: LatentExplorer) -> tuple[bool, bool] | None:
    """Whether the model knows labels and the map falls into clouds; None while it is not known."""
    if explorer.agreement is None or explorer.session.model is None:
        return None
    return explorer.session.model.has_labels, explorer.agreement[0] >= CLOUDS


class WhyCard(QDialog):
    """The reason, what was counted, and a model whose map is different.

    Args:
        explorer: its map is explained.
        case: see :func:`case_of`.
        parent: the window.
    """

    def __init__(self, explorer: LatentExplorer, case: tuple[bool, bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("why_map")
        self.setWindowTitle("Why the map looks like this")
        self._explorer = explorer
        down = QVBoxLayout(self)
        down.setContentsMargins(*(3 * SPACING,) * 3, 2 * SPACING)
        down.setSpacing(2 * SPACING)
        assert explorer.agreement is not None
        share, chance = explorer.agreement
        counted = (
            f"Counted on this plane: {100 * share:.0f} % of the digits have a nearest neighbour of "
            f"the same label; by chance it would be {100 * chance:.0f} %."
        )
        for text, role in ((SENTENCES[case], "title"), (REASONS[case], ""), (counted, "muted")):
            label = text_label(text, role)
            label.setWordWrap(True)
            label.setFixedWidth(440)
            down.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        if case[0]:
            down.addWidget(text_label(INVITATION, ""))
            self._add_models(buttons)
        down.addWidget(buttons)

    def opened(self) -> QDialog:
        """Show it without stopping the window."""
        self.finished.connect(self.deleteLater)
        self.open()
        return self

    def _add_models(self, buttons: QDialogButtonBox) -> None:
        """The library's models without labels, or else a training."""
        role = QDialogButtonBox.ButtonRole.ActionRole
        plain = [m.name for m in self._explorer.session.models if not m.manifest.spec.conditional]
        for name in plain[:2]:
            button = buttons.addButton(f"Open {name}".replace("&", "&&"), role)
            button.setToolTip(f"Take the model “{name}”, which knows no labels, into use")
            button.clicked.connect(lambda _=False, name=name: self._open(name))
        if not plain:
            button = buttons.addButton("Train one…", role)
            button.setToolTip("Train a model with one of the presets dense_vae or conv_vae")
            button.clicked.connect(self._train)

    def _open(self, name: str) -> None:
        self.close()
        self._explorer.open_model(name)

    def _train(self) -> None:
        self.close()
        self._explorer.training_wanted.emit()
