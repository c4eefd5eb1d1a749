"""The live picture of the CVAE in the guide: real numbers, steps, moved codes, two networks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEngine, fake_entry
from layout_faults import faults
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import Desk, MakeDesk

from desktop_cvae.core.network_presets import STUDIO
from desktop_cvae.gui.explanations.cvae_painting import STEPS
from desktop_cvae.gui.explanations.cvae_panel import CvaePanel
from desktop_cvae.gui.explanations.guide import Guide
from desktop_cvae.inference.engine import GeneratorNetwork
from desktop_cvae.inference.opened_model import OpenedModel


def opened(desk: Desk) -> tuple[Guide, CvaePanel]:
    desk.window.run("cvae")
    desk.settle()
    (guide,) = (each for each in desk.window.findChildren(Guide) if each.isVisible())
    assert guide.page is not None
    panel = guide.page.network
    assert panel is not None
    return guide, panel


def test_it_shows_the_numbers_of_the_answer(desk: Desk) -> None:
    desk.draw(3)
    guide, panel = opened(desk)
    reading = desk.session.reply.answer.recognition
    way = panel._way
    assert way.label == reading.label == 3
    np.testing.assert_allclose(way.mean, reading.latent_means[3], rtol=1e-5)
    np.testing.assert_array_equal(way.latents, way.mean)
    assert panel.next.isEnabled()
    assert not panel.back.isEnabled()
    guide.close()


def test_its_steps_name_the_boxes_and_the_users_nats(desk: Desk) -> None:
    desk.draw(3)
    guide, panel = opened(desk)
    seen, way = [], panel._way
    for step in STEPS:
        panel.next.click()
        assert panel.step == step
        assert panel.mode.value == "steps"
        seen.append(panel.text.text())
    assert not panel.next.isEnabled()
    assert "one-hot" in seen[STEPS.index("label")]
    assert f"{way.kl_nats:.1f}" in seen[STEPS.index("code")]
    assert f"{way.reconstruction_nats:.1f}" in seen[STEPS.index("elbo")]
    panel.back.click()
    assert panel.step == "decoder"
    panel.mode.segment("all").click()
    assert panel.step == ""
    guide.close()


def test_a_dragged_bar_changes_the_reconstruction(desk: Desk) -> None:
    desk.draw(3)
    guide, panel = opened(desk)
    before = panel._way
    at = panel.picture.bar_point(0, -2.5).toPoint()
    QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=at)
    desk.settle()
    after = panel._way
    assert after.latents[0] == pytest.approx(-2.5, abs=0.1)
    assert (after.reconstruction != before.reconstruction).any()
    assert after.reconstruction_nats != before.reconstruction_nats
    # The KL is the posterior's, whichever z is taken from it.
    assert after.kl_nats == before.kl_nats
    for _ in STEPS:
        panel.next.click()
    assert "z has been moved" in panel.text.text()
    assert f"{-before.elbo_nats:.1f}" in panel.text.text()
    panel.reset.click()
    np.testing.assert_array_equal(panel._way.latents, before.mean)
    assert "z has been moved" not in panel.text.text()
    panel.draw.click()
    desk.settle()
    assert (panel._way.latents != before.mean).all()
    guide.close()


def test_the_newest_of_many_moves_is_shown(desk: Desk) -> None:
    desk.draw(3)
    guide, panel = opened(desk)
    for value in np.linspace(-2, 2, 9):
        code = panel._way.latents.copy()
        code[0] = value
        panel._decode(code)
    desk.settle()
    expected = FakeEngine().decode(panel._way.latents[None], np.array([3]))[0]
    assert panel._way.latents[0] == 2
    np.testing.assert_array_equal(panel._way.reconstruction, expected)
    guide.close()


def test_a_clicked_label_runs_the_drawing_under_it(desk: Desk) -> None:
    desk.draw(3)
    guide, panel = opened(desk)
    own = panel._way.elbo_nats
    click = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.picture, click, pos=panel.picture.cell_center(8).toPoint())
    desk.settle()
    assert panel._way.label == desk.session.looked_at == 8
    assert panel._way.elbo_nats < own
    QTest.mouseClick(panel.picture, click, pos=panel.picture.cell_center(3).toPoint())
    desk.settle()
    assert desk.session.looked_at is None
    assert panel._way.label == 3
    guide.close()


def test_it_tells_which_of_two_networks_is_shown(desk: Desk) -> None:
    writer = FakeEngine(replace(STUDIO, latent_dim=32))
    entry = fake_entry("two")
    generator = GeneratorNetwork(writer, replace(entry.manifest, spec=writer.spec))
    desk.session.set_model(OpenedModel(entry, desk.engine, (), generator))
    desk.draw(3)
    guide, panel = opened(desk)
    assert panel.networks.isVisible()
    assert "reads your drawing" in panel.header.text()
    assert len(panel._way.mean) == STUDIO.latent_dim
    for width, height in ((1016, 660), (720, 520)):
        guide.resize(width, height)
        assert faults(guide) == [], (width, height)
    panel.networks.segment("writes").click()
    assert "This one writes" in panel.header.text()
    assert len(panel._way.mean) == 32
    assert panel.networks.segment("writes").text() == "Writes: 32 dimensions"
    panel.mode.segment("steps").click()
    for _ in STEPS:
        panel.next.click()
    assert "only writes" in panel.text.text()
    assert "evidence" not in panel.text.text()
    guide.close()


def test_a_model_without_labels_is_not_called_conditional(make_desk: MakeDesk) -> None:
    desk = make_desk(model="plain")
    desk.draw(3)
    guide, panel = opened(desk)
    assert "not conditional" in panel.header.text()
    assert not panel.networks.isVisible()
    for _ in STEPS:
        panel.next.click()
    assert panel.step == "elbo"
    assert panel.text.text().count("5 of 5.") == 1
    guide.close()
