"""Work beside the window: QtCore only."""

from desktop_cvae.core.immortal_singletons import make_singletons_immortal

# Before the first call into Qt.
make_singletons_immortal()
