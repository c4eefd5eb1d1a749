import numpy as np
import pytest
from fakes import flat_map
from pointer import leave, move_mouse
from PySide6.QtCore import QPointF, Qt

from desktop_cvae.gui.plots.latent_panel import NO_MODEL, LatentPanel, caption
from desktop_cvae.gui.theme import DARK

NAMES = tuple("0123456789")


def latent_map(points, labels=None):
    points = np.array(points, np.float32).reshape(-1, 2)
    labels = np.arange(len(points)) % 10 if labels is None else np.array(labels)
    return flat_map(points, labels)


def cloud(count=200):
    return np.random.default_rng(0).normal(size=(count, 2))


@pytest.fixture
def panel(qtbot):
    widget = LatentPanel()
    qtbot.addWidget(widget)
    widget.resize(460, 620)
    widget.set_map(latent_map(cloud()), NAMES)
    widget.grab()
    return widget


def at(panel, x, y):
    return panel.canvas.frame.to_widget(x, y, panel.overlay.extent)


def test_without_a_map_there_is_a_sentence(qtbot):
    panel = LatentPanel()
    qtbot.addWidget(panel)
    panel.grab()
    assert panel.message.text() == NO_MODEL
    assert panel.message.isVisibleTo(panel)
    panel.set_message("Mapping the test digits …")
    assert panel.message.text() == "Mapping the test digits …"
    assert panel.canvas.draw_count == 0


def test_moving_the_mouse_picks_places(qtbot, panel):
    with qtbot.waitSignal(panel.place_picked) as picked:
        move_mouse(panel.overlay, at(panel, 0.5, -0.25))
    assert picked.args == pytest.approx([0.5, -0.25], abs=1e-3)


def test_the_margin_is_no_place(qtbot, panel):
    with qtbot.assertNotEmitted(panel.place_picked):
        move_mouse(panel.overlay, QPointF(3, 3))


def test_only_the_overlay_moves(panel):
    digit = np.eye(28, dtype=np.float32)
    before = panel.grab().toImage()
    for step in range(5):
        move_mouse(panel.overlay, at(panel, step / 10, 0.1))
        panel.show_decoded(digit, (step / 10, 0.1))
        panel.set_marker((0.1 * step, 1.0), 3)
        panel.grab()
    assert panel.grab().toImage() != before
    assert panel.canvas.draw_count == 1


def test_a_click_pins_the_place_for_when_the_mouse_leaves(qtbot, panel):
    where = at(panel, 0.5, 0.5)
    qtbot.mouseClick(panel.overlay, Qt.MouseButton.LeftButton, pos=where.toPoint())
    move_mouse(panel.overlay, at(panel, -0.5, -0.5))
    with qtbot.waitSignal(panel.place_picked) as picked:
        leave(panel.overlay)
    assert picked.args == pytest.approx([0.5, 0.5], abs=0.02)
    qtbot.keyClick(panel.overlay, Qt.Key.Key_Escape)
    assert panel.overlay.place is None


def test_without_a_pin_leaving_shows_nothing(panel):
    move_mouse(panel.overlay, at(panel, 0.5, 0.5))
    leave(panel.overlay)
    assert panel.overlay.place is None


def test_arrow_keys_move_the_place_within_the_map(qtbot, panel):
    qtbot.keyClick(panel.overlay, Qt.Key.Key_Right)
    x, y = panel.overlay.place
    qtbot.keyClick(panel.overlay, Qt.Key.Key_Up)
    assert panel.overlay.place[0] == x
    assert panel.overlay.place[1] > y
    for _ in range(60):
        qtbot.keyClick(panel.overlay, Qt.Key.Key_Right)
    assert panel.overlay.place[0] == panel.canvas.frame.x_range[1]
    assert panel.overlay.accessibleDescription() == caption(panel.overlay.place)


def test_a_caption_has_real_minus_signs():
    assert caption((-1.0, 0.256)) == "−1.00, 0.26"


def test_highlighting_a_label_draws_once(qtbot, panel):
    chip = panel.legend.chip_rects(panel.legend.width())[4].center().toPoint()
    before = panel.canvas.grab().toImage()
    qtbot.mouseClick(panel.legend, Qt.MouseButton.LeftButton, pos=chip)
    assert panel.canvas.grab().toImage() != before
    assert panel.canvas.draw_count == 2


def test_a_theme_draws_once_and_is_seen(qtbot, panel, use_theme):
    panel.set_marker((0, 0), None)
    before = panel.grab().toImage()
    with qtbot.waitSignal(panel.canvas.redrawn):
        use_theme(DARK)
        panel.show()
    after = panel.grab().toImage()
    assert panel.canvas.draw_count == 2
    corner = 24, after.height() - 30
    assert after.pixelColor(*corner).lightness() < 80 < before.pixelColor(*corner).lightness()


@pytest.mark.parametrize("place", [(np.nan, 0.0), (0.0, np.inf), None])
def test_a_marker_without_a_place_is_none(panel, place):
    panel.set_marker(place, 3)
    assert panel.overlay.marker is None


def test_a_marker_far_outside_stays_at_the_edge(panel):
    before = panel.grab().toImage()
    panel.set_marker((1e6, -1e6), 3)
    assert panel.grab().toImage() != before


@pytest.mark.parametrize(
    "points",
    [[(0.3, 0.3)], [(2, 2)] * 50, [(1e-30, 0)] * 2, [(0, 0), (1e8, 1e8)], [(np.nan, 0), (1, 1)]],
    ids=["one", "equal", "tiny", "huge", "not finite"],
)
def test_hostile_maps_are_drawn(panel, points):
    panel.set_map(latent_map(points), NAMES)
    panel.grab()
    assert panel.canvas.draw_count == 2
    assert np.isfinite([*panel.canvas.frame.x_range, *panel.canvas.frame.y_range]).all()


@pytest.mark.parametrize("points", [np.zeros((0, 2)), [(np.nan, np.nan)]])
def test_a_map_without_places_shows_the_sentence(panel, points):
    panel.set_map(latent_map(points), NAMES)
    panel.grab()
    assert panel.message.isVisibleTo(panel)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_many_labels_leave_room_for_the_map(panel, direction):
    panel.setLayoutDirection(direction)
    panel.set_map(latent_map(cloud(620), np.arange(620) % 62), [f"n{k}" for k in range(62)])
    panel.set_marker((0, 0), 61)
    panel.grab()
    assert panel.canvas.height() > 300
    assert panel.legend.height() >= panel.legend.heightForWidth(panel.legend.width())


def test_labels_without_names_are_numbered(panel):
    panel.set_map(latent_map(cloud(), None), ())
    assert len(panel.legend.chip_rects(400)) == 10


def test_another_map_forgets_the_place(panel):
    move_mouse(panel.overlay, at(panel, 0.5, 0.5))
    panel.set_map(latent_map(cloud(50)), NAMES)
    assert panel.overlay.place is None


@pytest.mark.parametrize(("width", "lines"), [(380, 2), (520, 1)])
def test_the_title_of_the_axis_fits(panel, width, lines):
    plane = flat_map(cloud(), np.zeros(200), 16, 0.38)
    panel.resize(width, 620)
    panel.set_map(plane, NAMES)
    panel.canvas.resize(width - 32, 500)
    panel.canvas._draw_picture()
    (axes,) = panel.canvas.figure.axes
    assert len(axes.get_xlabel().splitlines()) == lines
    extent = axes.xaxis.label.get_window_extent()
    assert extent.x0 >= 0
    assert extent.y0 >= 0
    assert extent.x1 <= panel.canvas.width()
