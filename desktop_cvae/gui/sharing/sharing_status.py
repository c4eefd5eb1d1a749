"""Request and state of a shared web page, as its command keeps them and its dialog shows them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_cvae.core.web_address import DEFAULT_PORT, EVERYWHERE

STARTING, SERVING = "starting", "serving"


@dataclass(frozen=True)
class SharingRequest:
    """Settings of the shared page.

    Attributes:
        is_open: True for other devices in the network, with the link's token; False for this
            computer only.
        port: of the server.
        shows_archive: the archive can be seen and searched.
    """

    is_open: bool = False
    port: int = DEFAULT_PORT
    shows_archive: bool = True

    def arguments(self, model: str) -> list[str]:
        """Return the command that serves the page with a model's file."""
        archive = "--with-archive" if self.shows_archive else "--no-archive"
        host = ["--host", EVERYWHERE] if self.is_open else []
        return ["serve", *host, "--port", str(self.port), "--model", model, archive]


@dataclass(frozen=True)
class SharingStatus:
    """State of the shared page.

    Attributes:
        phase: "", ``STARTING`` or ``SERVING``.
        link: opens the page.
        is_open: True if other devices can open it.
        visitors: number of visitors so far.
        answers: number of answers given to them.
        problem: why it ended.
    """

    phase: str = ""
    link: str = ""
    is_open: bool = False
    visitors: int = 0
    answers: int = 0
    problem: str = ""
