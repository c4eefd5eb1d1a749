"""Explanation of why a map does or does not fall into clouds by label: a sentence and a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_jobs import Agreement
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.explained_heading import request_explanation
from desktop_cvae.gui.widgets.work_dialog import close_with_key, make_close
from desktop_cvae.inference.opened_model import OpenedModel

CLOUDS = 0.5
"""Agreement of neighbours on a plane from which one sees clouds: a `dense_vae` of 2 dimensions has
0.58, `conv_cvae` 0.14, where chance gives 0.10."""
TELLING = 0.75
"""Agreement in the whole space from which the codes are said to tell the label: a conditional model
of β = 0.1 and 32 dimensions has 0.83, `conv_cvae` 0.62, `studio` 0.36."""

SEEN, HIDDEN, MIXED = "seen", "hidden", "mixed"
"""Where labels form clouds: on this plane, in the latent space only, nowhere."""

SENTENCES = {
    (True, SEEN): mark(
        "Clusters of digits, although the label is given: z also encodes what is written."
    ),
    (True, HIDDEN): mark(
        "z also encodes what is written, but on a single plane the labels overlap."
    ),
    (True, MIXED): mark(
        "No clusters of digits: the label is given, so z encodes only how the digit is written."
    ),
    (False, SEEN): mark("Clusters of digits: without a label, z must also encode what is written."),
    (False, HIDDEN): mark(
        "Without a label, z must encode what is written, but this plane does not show it."
    ),
    (False, MIXED): mark(
        "Without a label, z must encode what is written, but this plane does not show it."
    ),
}
"""Sentences by whether the model knows labels, and where there are clouds."""

_LOW_BETA = mark(
    "If β is low in training, it costs little when the codes of different labels lie apart; if the "
    "prior is a mixture fitted to each label's codes, it costs nothing. So nothing pushes the "
    "codes together, z repeats what is written, and the decoder can almost do without the label. "
    "To carry a handwriting from one label to another, the program moves its code from the region "
    "of the first label to that of the second."
)
_PLAIN = mark(
    "A model without labels has only z to reconstruct a digit from. Digits that look alike lie "
    "together, so the labels, which the model does not know, appear as clusters; 4, 7 and 9 "
    "overlap where people write them alike."
)
_SHADOW = mark(
    "A plane is only a projection of a space with many dimensions: codes that lie apart there may "
    "overlap here. Choose other dimensions."
)
REASONS = {
    (True, SEEN): (_LOW_BETA,),
    (True, HIDDEN): (_LOW_BETA, _SHADOW),
    (True, MIXED): (
        mark(
            "A conditional model gives the label y to its encoder and decoder. So it already knows "
            "what is written, and every nat of KL that z spends on it is wasted. The codes of all "
            "ten labels therefore fill the same space, and a point of the map stands for a style: "
            "slant, width, weight. Choose another label (keys 0 to 9) to decode the same point in "
            "the same handwriting."
        ),
    ),
    (False, SEEN): (_PLAIN,),
    (False, HIDDEN): (_PLAIN, _SHADOW),
    (False, MIXED): (_PLAIN, _SHADOW),
}
INVITATION = mark("For a map with clusters, see a model without labels.")
Case = tuple[bool, str]


class ClusterExplanation(QLabel):
    """The sentence under the map, with a link to the card.

    Args:
        explorer: its map is explained.
    """

    def __init__(self, explorer: LatentExplorer) -> None:
        super().__init__()
        self._explorer = explorer
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setAccessibleName(tr("Why the map looks like this"))
        self.linkActivated.connect(self._on_link_activated)
        explorer.agreement_changed.connect(self._show)
        explorer.map_changed.connect(self._show)
        self._show()

    def explain(self) -> QDialog | None:
        case = case_of(self._explorer)
        return None if case is None else WhyCard(self._explorer, case, self.window()).opened()

    def _show(self) -> None:
        case = case_of(self._explorer)
        if case is not None:
            links = f'<a href="why">{tr("Why?")}</a> <a href="map">{tr("What is this map?")}</a>'
            self.setText(f"{tr(SENTENCES[case])} {links}")

    def _on_link_activated(self, link: str) -> None:
        if link == "map":
            request_explanation("latent_map", self)
        else:
            self.explain()


def case_of(explorer: LatentExplorer) -> Case | None:
    """Return the case of the explored map; see :func:`case_of_agreement`."""
    return case_of_agreement(explorer.session.model, explorer.agreement)


def case_of_agreement(model: OpenedModel | None, agreement: Agreement | None) -> Case | None:
    """Return whether the model knows labels and where clouds are; None while unknown."""
    if agreement is None or model is None:
        return None
    if agreement.on_plane >= CLOUDS:
        return model.has_labels, SEEN
    return model.has_labels, HIDDEN if agreement.of_codes >= TELLING else MIXED


class WhyCard(QDialog):
    """The reason, the counts behind it, and models whose map differs.

    Args:
        explorer: its map is explained.
        case: see :func:`case_of`.
        parent: the window.
    """

    def __init__(self, explorer: LatentExplorer, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("why_map")
        self.setWindowTitle(tr("Why the map looks like this"))
        self._explorer = explorer
        around = (3 * SPACING, 3 * SPACING, 3 * SPACING, 2 * SPACING)
        down = column(spacing=2 * SPACING, margins=around)
        self.setLayout(down)
        assert explorer.agreement is not None
        agreement = explorer.agreement
        counted = tr(
            "On this plane, the nearest neighbour of {on_plane} % of the digits has the same "
            "label; in the whole latent space, of {of_codes} %; by chance, it would be {chance} %.",
            on_plane=number(100 * agreement.on_plane, ".0f"),
            of_codes=number(100 * agreement.of_codes, ".0f"),
            chance=number(100 * agreement.chance, ".0f"),
        )
        for text, role in (
            (tr(SENTENCES[case]), "title"),
            (" ".join(tr(text) for text in REASONS[case]), ""),
            (counted, "muted"),
        ):
            label = text_label(text, role, wraps=True)
            label.setFixedWidth(440)
            down.addWidget(label)
        buttons = row(None)
        if case[0]:
            down.addWidget(text_label(tr(INVITATION), ""))
            self._add_models(buttons)
        buttons.addWidget(make_close(self))
        close_with_key(self)
        down.addLayout(buttons)

    def opened(self) -> QDialog:
        self.finished.connect(self.deleteLater)
        self.open()
        return self

    def _add_models(self, buttons: QHBoxLayout) -> None:
        """Offer the library's models without labels, or else a training."""
        plain = [m.name for m in self._explorer.session.models if not m.manifest.spec.conditional]
        for name in plain[:2]:
            button = make_button(tr("Open {name}", name=name).replace("&", "&&"))
            buttons.addWidget(button)
            button.setToolTip(tr("Use the model “{name}”, which has no labels", name=name))
            button.clicked.connect(lambda _=False, name=name: self._open(name))
        if not plain:
            button = make_button(tr("Train one…"))
            buttons.addWidget(button)
            button.setToolTip(tr("Train the preset dense_vae: no labels, two latent dimensions"))
            button.clicked.connect(self._train)

    def _open(self, name: str) -> None:
        self.close()
        self._explorer.open_model(name)

    def _train(self) -> None:
        self.close()
        self._explorer.training_requested.emit()
