"""Why the map looks as it does."""

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEngine, flat_map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.gui.latent.cluster_explanation import (
    HIDDEN,
    MIXED,
    REASONS,
    SEEN,
    SENTENCES,
    ClusterExplanation,
    case_of,
)

RNG = np.random.default_rng(3)
LABELS = np.arange(400) % 10
NOISE = RNG.normal(size=(400, 2)).astype(np.float32)
CLOUDS = NOISE * 0.1 + 9 * np.stack([np.cos(LABELS), np.sin(LABELS)], axis=1).astype(np.float32)


def explained(make_room, qtbot, spec, points, where=MIXED):
    room = make_room(FakeEngine(spec))

    def find_map(model):
        latent_map = flat_map(points, LABELS, model.spec.latent_dim)
        if where == HIDDEN:
            latent_map.codes[:, 3] = 20 * LABELS
        return latent_map

    room.source.latent_map = find_map
    room.explorer.watch("test", True)
    room.runner.run()
    sentence = ClusterExplanation(room.explorer)
    qtbot.addWidget(sentence)
    return room, sentence


@pytest.mark.parametrize("spec", [STUDIO, CONV_VAE], ids=["labels", "none"])
@pytest.mark.parametrize("where", [SEEN, HIDDEN, MIXED])
def test_each_case_has_its_sentence_and_its_reason(make_room, qtbot, spec, where):
    spec = replace(spec, latent_dim=5)
    room, sentence = explained(make_room, qtbot, spec, CLOUDS if where == SEEN else NOISE, where)
    case = (spec.conditional, where)
    assert case_of(room.explorer) == case
    assert SENTENCES[case] in sentence.text()
    card = sentence.explain()
    told = [label.text() for label in card.findChildren(QLabel)]
    assert " ".join(REASONS[case]) in told
    assert any("by chance, it would be 10 %" in text for text in told)
    offers = [b for b in card.findChildren(QPushButton) if b.text().replace("&", "") != "Close"]
    assert bool(offers) == case[0]
    card.close()


def test_nothing_is_said_before_it_is_known(make_room, qtbot):
    sentence = ClusterExplanation(make_room().explorer)
    qtbot.addWidget(sentence)
    assert sentence.text() == ""
    assert sentence.explain() is None


def press(qtbot, card, text):
    (button,) = [b for b in card.findChildren(QPushButton) if b.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_model_without_labels_is_one_click_away(make_room, qtbot):
    room, sentence = explained(make_room, qtbot, STUDIO, NOISE)
    room.session.set_models(room.source.models())
    press(qtbot, sentence.explain(), "Open plain")
    room.runner.run()
    assert room.session.model.name == "plain"


def test_without_one_a_training_is_offered(make_room, qtbot):
    room, sentence = explained(make_room, qtbot, STUDIO, NOISE)
    with qtbot.waitSignal(room.explorer.training_requested):
        press(qtbot, sentence.explain(), "Train one…")
