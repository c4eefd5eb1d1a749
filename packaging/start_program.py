"""Where the packaged program begins: the same as ``python -m desktop_cvae``, put right first."""

from __future__ import annotations

import os
import sys
from multiprocessing import freeze_support


def _leave_no_trace_in_the_environment() -> None:
    # The bootloader and PyInstaller's hooks tell this process where its libraries are. Other
    # programs that it starts (a file manager, a browser) must not look for theirs here.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    os.environ.pop("QML2_IMPORT_PATH", None)
    if plugins := os.environ.pop("QT_PLUGIN_PATH", ""):
        from PySide6.QtCore import QCoreApplication

        # Qt's other source, settings made from the folder's name without quoting it, fails
        # where that has a comma in it.
        QCoreApplication.addLibraryPath(plugins)


def _keep_the_font_list() -> None:
    # The hook names a new temporary folder, so that every start would look at all fonts again.
    from desktop_cvae.core.paths import cache_dir

    os.environ["MPLCONFIGDIR"] = str(cache_dir() / "matplotlib")


# A packaged program starts its other processes as itself; this turns them into those.
freeze_support()
_leave_no_trace_in_the_environment()
_keep_the_font_list()

from desktop_cvae.pictures.pdf_pages import START_ARGUMENT  # noqa: E402 - as below

if sys.argv[1:] == [START_ARGUMENT]:
    from desktop_cvae.pictures.pdf_process import main as draw_pdf_pages

    sys.exit(draw_pdf_pages())

from desktop_cvae.cli.main import main  # noqa: E402 - nothing of ours before the above

sys.exit(main())
