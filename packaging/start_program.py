"""Start of the packaged program: ``python -m desktop_cvae`` in a repaired environment."""

from __future__ import annotations

import os
import sys
from multiprocessing import freeze_support


def _leave_no_trace_in_the_environment() -> None:
    # PyInstaller's bootloader and hooks put the package's libraries into the environment. Other
    # programs that it starts (a file manager, a browser) must not load those.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    os.environ.pop("QML2_IMPORT_PATH", None)
    if plugins := os.environ.pop("QT_PLUGIN_PATH", ""):
        from PySide6.QtCore import QCoreApplication

        # Otherwise Qt would take it from the qt.conf that PyInstaller's hook makes of the folder's
        # name without quotes, and fail where the name has a comma.
        QCoreApplication.addLibraryPath(plugins)


def _keep_the_font_list() -> None:
    # PyInstaller's hook names a new temporary folder, and every start would list all fonts again.
    from desktop_cvae.core.paths import cache_dir

    os.environ["MPLCONFIGDIR"] = str(cache_dir() / "matplotlib")


# Worker processes are this executable again; freeze_support runs their work and exits.
freeze_support()
_leave_no_trace_in_the_environment()
_keep_the_font_list()

from desktop_cvae.pictures.pdf_pages import START_ARGUMENT  # noqa: E402 - as below

if sys.argv[1:] == [START_ARGUMENT]:
    from desktop_cvae.pictures.pdf_process import main as draw_pdf_pages

    sys.exit(draw_pdf_pages())

from desktop_cvae.cli.main import main  # noqa: E402 - nothing of ours before the above

sys.exit(main())
