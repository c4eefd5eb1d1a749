"""The window: Qt widgets over one session; computes nothing itself."""

from desktop_cvae.core.immortal_singletons import make_singletons_immortal

# Before the first call into Qt.
make_singletons_immortal()
