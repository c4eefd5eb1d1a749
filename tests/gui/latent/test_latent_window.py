"""The latent space in a window of its own."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from desktop_cvae.gui.latent.latent_window import LatentWindow
from desktop_cvae.gui.latent.plane_view import PlaneView


@pytest.fixture
def window(desk):
    desk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    (window,) = desk.window.findChildren(LatentWindow)
    desk.qtbot.waitUntil(lambda: desk.window.latent.map is not None)
    return window


def test_all_parts_follow_the_drawing(desk, window):
    desk.draw(4)
    explorer = desk.window.latent
    desk.qtbot.waitUntil(lambda: explorer.drawing is not None and explorer.drawing.label == 4)
    desk.qtbot.waitUntil(lambda: window.manifold.manifold is not None)
    desk.qtbot.waitUntil(lambda: "drawing" in window.strip.title.text())
    desk.qtbot.waitUntil(lambda: window.sliders.rows[0]._images is not None)
    assert window.strip.grid.count == 12


def test_there_is_one_and_it_is_gone_when_closed(desk, window):
    desk.window.run("latent_space")
    assert desk.window.findChildren(LatentWindow) == [window]
    window.close()
    assert "window" not in desk.window.latent._watchers
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.window.findChildren(LatentWindow) == []
    # What it listened to goes on without it.
    desk.draw(3)
    desk.window.latent.set_legend(frozenset({1}), None)
    desk.window.latent.choose_plane((0, 1))
    desk.settle()
    assert desk.notices == []


def test_map_and_manifold_show_the_same_part(desk, window):
    place = PlaneView(0.5, -0.25, 300.0)
    window.map.view.show_view(place)
    window.map.view.view_changed.emit()
    seen, other = window.map.view.frame, window.manifold.frame
    assert sum(other.x_range) == pytest.approx(sum(seen.x_range))
    assert other.x_range[0] <= seen.x_range[0] + 1e-6
    assert other.y_range[0] <= seen.y_range[0] + 1e-6
    window.manifold.whole.click()
    assert window.map.view._view is None


def test_the_label_is_the_sessions(desk, window):
    window.label.setCurrentIndex(8)
    window.label.activated.emit(8)
    assert desk.session.label == 7
    desk.session.set_label(None)
    assert window.label.currentText() == "recognised label"
    desk.settle()


def test_a_model_without_labels_has_none_to_choose(desk, window):
    desk.controller.load_model("plain")
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.window.latent.map is not None)
    assert not window.label.isVisibleTo(window)


def test_the_tab_opens_it(desk):
    desk.window.results.show_panel("latent")
    desk.settle()
    desk.window.results.latent.map.view.tools[-1].click()
    assert len(desk.window.findChildren(LatentWindow)) == 1
    desk.settle()


def test_the_card_leads_to_a_training_without_labels(desk, window):
    desk.window.latent.training_requested.emit()
    dialog = desk.window.training.dialog
    assert dialog.isVisible()
    assert dialog.form.request.preset == "dense_vae"
    dialog.close()


def test_the_legend_has_room_for_all_labels_in_a_narrow_window(desk, window):
    window.resize(window.minimumSizeHint().width(), 640)
    window.grab()
    legend = window.map.legend
    assert legend.height() >= legend.heightForWidth(legend.width())


def test_it_fits_a_small_screen(desk, window):
    assert window.minimumSizeHint().width() <= 0.96 * 1024
    assert window.minimumSizeHint().height() <= 0.9 * 600
