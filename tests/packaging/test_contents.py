"""What stays out of the package."""

import importlib.util
import sys

import contents
import pytest


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/imageformats/qjpeg.dll",
        "libcups.so.2",
        "matplotlib/mpl-data/sample_data/goog.npz",
        "tensorflow/include/Eigen/Core",
        "tensorflow/compiler/mlir/stablehlo/stablehlo_extension.so",
        "onnxruntime/capi/libonnxruntime.so.1.31.1",
    ],
)
def test_what_nobody_uses_is_left_out(place):
    assert contents.wanted_files([(place, "/there", "BINARY")]) == []


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_uk.qm",
        "PySide6/translations/qtbase_uk.qm",
        "desktop_cvae/resources/translations/uk.qm",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/plugins/imageformats/qsvg.dll",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/QtPrintSupport.abi3.so",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans-Bold.ttf",
        "desktop_cvae/resources/models/studio.cvae",
        "desktop_cvae/resources/icons/check.svg",
        "tensorflow/libtensorflow_cc.so.2",
        "onnxruntime/capi/onnxruntime_pybind11_state.so",
    ],
)
def test_what_is_used_stays(place):
    entry = (place, "/there", "BINARY")
    assert contents.wanted_files([entry]) == [entry]


def test_figures_can_be_saved_and_printed():
    backends = (
        "backend_qtagg",
        "backend_qt",
        "qt_compat",
        "qt_editor",
        "backend_pdf",
        "backend_svg",
    )
    used = [f"matplotlib.backends.{name}" for name in backends]
    for module in (*used, "PySide6.QtPrintSupport", "fontTools"):
        assert module not in contents.NEVER_MODULES


def test_libraries_of_what_was_left_out_go_too():
    needs = {
        "/xcb.so": ["libX11.so.6", "libc.so.6"],
        "/X11": ["libxcb.so.1"],
        "/gtk": ["libX11.so.6", "libgdk-3.so.0"],
    }
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/xcb.so", "BINARY"),
        ("libX11.so.6", "/X11", "BINARY"),
        ("libxcb.so.1", "/xcb", "BINARY"),
        ("libgtk-3.so.0", "/gtk", "BINARY"),
        ("libgdk-3.so.0", "/gdk", "BINARY"),
        ("pillow.libs/libavif.so.16", "/avif", "BINARY"),
        ("libavif.so.16", "pillow.libs/libavif.so.16", "SYMLINK"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
        ("README", "/readme", "DATA"),
    ]
    kept = contents.needed_libraries(entries, lambda file: needs.get(file, []))
    assert [entry[0].rpartition("/")[2] for entry in kept] == [
        "libqxcb.so",
        "libX11.so.6",
        "libxcb.so.1",
        "libpython3.11.so.1.0",
        "README",
    ]


def test_a_link_stays_with_what_it_leads_to():
    entries = [
        ("PySide6/QtGui.abi3.so", "/gui", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/qt", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
    ]
    assert contents.needed_libraries(entries, lambda _: ["libQt6Gui.so.6"]) == entries


def test_the_viewer_leaves_out_what_trains_and_nothing_of_the_window():
    assert {"tensorflow", "keras"} <= set(contents.TRAINING_MODULES)
    left_out = {*contents.TRAINING_MODULES, *contents.NEVER_MODULES}
    assert not left_out & {"PySide6", "numpy", "PIL", "matplotlib", "onnxruntime", "requests"}


@pytest.mark.skipif(sys.platform != "linux", reason="ELF files")
def test_only_the_libraries_that_a_file_names_itself_count():
    extension = importlib.util.find_spec("PySide6.QtPrintSupport").origin
    named = contents.imports(extension)
    assert "libQt6PrintSupport.so.6" in named
    assert not any("icudata" in name for name in named), "needed by Qt's core in turn"
    assert contents.imports(__file__) == set()
