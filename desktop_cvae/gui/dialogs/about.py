"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_cvae import __version__
from desktop_cvae.gui.style import sized
from desktop_cvae.gui.theme import SPACING

TEXT = (
    "Draw or open a handwritten digit and watch a conditional variational autoencoder read it "
    "by evidence, rebuild it, write digits of its own, and show where they lie in its latent "
    "space. Everything runs on this computer."
)
SOURCES = (
    "Kingma and Welling 2014 (arXiv:1312.6114), Sohn, Lee and Yan 2015; "
    "label colours by Petroff 2021 (arXiv:2107.02270); digits of the MNIST database. "
    "Apache License 2.0."
)


def show_about(parent: QWidget) -> QDialog:
    """Open the dialog without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("about")
    dialog.setWindowTitle("About desktop_cvae")
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 2 * SPACING)
    layout.setSpacing(SPACING)
    name = QLabel(f"desktop_cvae {__version__}")
    name.setFont(sized(parent.font(), 5, parent.font().Weight.DemiBold))
    layout.addWidget(name)
    for text, role in ((TEXT, ""), (SOURCES, "muted")):
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setMinimumWidth(400)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(label)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout.addSpacing(SPACING)
    layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
