"""The cards: every topic with and without a drawing, live, closed by keys and by clicks."""

from __future__ import annotations

import pytest
from fakes import fake_map
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.explanations.explanation_card import EDGE, ExplanationCard, card_position
from desktop_cvae.gui.explanations.nats_picture import NatsPicture
from desktop_cvae.gui.explanations.sentences import INVITATION, gap_text
from desktop_cvae.gui.explanations.small_charts import BarList, DimensionBars
from desktop_cvae.gui.explanations.topics import TOPICS
from desktop_cvae.gui.latent.cluster_explanation import ClusterExplanation
from desktop_cvae.gui.latent.latent_window import LatentWindow
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading


def opened(desk: Desk, key: str) -> ExplanationCard:
    desk.window.explainer.explain(key, desk.window.answer.bars)
    desk.settle()
    card = desk.window.explainer.card
    assert card is not None
    return card


def text(card: ExplanationCard) -> str:
    return card.view.text.text()


def heading(desk: Desk, words: str) -> ExplainedHeading:
    found = [h for h in desk.window.findChildren(ExplainedHeading) if h.text() == words]
    return found[0]


@pytest.mark.parametrize("model", ["studio", "plain"])
def test_every_topic_is_explained(make_desk: MakeDesk, model: str) -> None:
    desk = make_desk(model=model)
    desk.session.set_latent_map(fake_map(desk.session.model.engine), "")
    desk.settle()
    before = {}
    for key in TOPICS:
        card = opened(desk, key)
        before[key] = text(card)
        assert len(before[key]) > 60
        assert desk.window.rect().contains(card.geometry())
    desk.draw(7)
    for key in TOPICS:
        card = opened(desk, key)
        assert INVITATION not in text(card), key
        assert "None" not in text(card)
        assert card.view.graphic is not None
        # Without labels nothing is probable, nobody behind; the fakes refuse nothing, and are
        # in no doubt about a picture.
        nameless = ("probability", "calibrated", "nats") if model == "plain" else ()
        hidden = {"likeness", "preparation", *nameless}
        if desk.answer.recognition is None or desk.answer.recognition.foreign is None:
            hidden.add("foreign")
        assert card.view.graphic.isVisible() is (key not in hidden), key
    desk.window.explainer.explain("loss", desk.window.answer.bars)
    assert desk.window.explainer.card is None


def test_the_evidence_is_that_of_the_list_and_follows_the_pen(desk: Desk) -> None:
    card = opened(desk, "evidence")
    assert INVITATION in text(card)
    desk.draw(7)
    reading = desk.answer.recognition
    assert reading is not None
    label = reading.label
    assert f"<b>{nats_text(float(reading.evidence_nats[label]))}</b>" in text(card)
    picture = card.findChild(NatsPicture)
    assert picture.isVisible()
    first = picture.total_nats
    other = (label + 1) % 10
    desk.window.answer.bars.label_looked_at.emit(other)
    desk.settle()
    assert f"<b>{nats_text(float(reading.evidence_nats[other]))}</b>" in text(card)
    assert picture.total_nats != first
    desk.window.input.canvas.clear()
    desk.settle()
    assert INVITATION in text(card)
    assert not picture.isVisible()


def test_a_pixel_is_read_by_pointer_and_keys(desk: Desk) -> None:
    desk.draw(7)
    picture = opened(desk, "reconstruction").findChild(NatsPicture)
    assert picture.readout.startswith("All 784 pixels")
    QTest.mouseMove(picture, QPoint(1 + 8 * 3 + 2, 1 + 8 * 5 + 2))
    assert picture.readout.startswith("Row 6, column 4")
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.readout.startswith("Row 6, column 5")
    assert picture.accessibleDescription() == picture.readout


def test_the_bars_of_the_kl_add_up(desk: Desk) -> None:
    desk.draw(7)
    card = opened(desk, "kl")
    model = desk.session.model
    posterior = model.engine.encode(desk.answer.noisy[None], None)
    exact = model.engine.prior.kl_nats(posterior.mean[:, None], posterior.log_var[:, None])[0, 0]
    assert sum(card.findChild(DimensionBars).values) == pytest.approx(float(exact), abs=1e-3)


def test_probability_stands_beside_the_soft_max(desk: Desk) -> None:
    desk.draw(7)
    bars = opened(desk, "probability").findChild(BarList).bars
    label = desk.answer.recognition.label
    assert [bar.name for bar in bars[:2]] == [f"{label}, raw", f"{label}, calibrated"]
    # The fake is not calibrated.
    assert bars[0].text == bars[1].text
    assert "never calibrated" in text(desk.window.explainer.card)


def test_a_heading_opens_its_card_by_mouse_and_by_key(desk: Desk) -> None:
    seen = heading(desk, "What the model sees")
    QTest.mouseClick(seen, Qt.MouseButton.LeftButton)
    card = desk.window.explainer.card
    assert card is not None
    assert card.topic.key == "seen"
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert desk.window.explainer.card is None
    assert desk.window.focusWidget() is seen
    QTest.keyClick(seen, Qt.Key.Key_Return)
    assert desk.window.explainer.card is not None


def test_the_headings_of_the_evidence_open_theirs(desk: Desk) -> None:
    bars = desk.window.answer.bars
    for topic, place in bars.headings().items():
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place.center())
        assert desk.window.explainer.card is not None
        assert desk.window.explainer.card.topic.key == topic
    QTest.keyClick(bars, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.explainer.card.topic.key == "evidence"


def test_a_click_outside_closes_but_not_one_on_the_canvas(desk: Desk) -> None:
    card = opened(desk, "evidence")
    window, handle = desk.window, desk.window.windowHandle()

    def click(widget: QWidget) -> None:
        at = widget.mapTo(window, widget.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    click(window.input.canvas)
    click(card)
    assert window.explainer.card is card
    click(window.findChild(QLabel, "verdict_headline"))
    assert window.explainer.card is None


@pytest.mark.parametrize("size", [(960, 600), (500, 500)])
def test_a_card_stays_in_a_small_window(desk: Desk, size: tuple[int, int]) -> None:
    desk.draw(7)
    card = opened(desk, "evidence")
    desk.window.resize(*size)
    assert desk.window.rect().contains(card.geometry())


def test_places() -> None:
    window, card = QSize(1240, 740), QSize(420, 400)
    anchor, host = QRect(400, 100, 80, 20), QRect(380, 80, 400, 600)
    canvas = QRect(30, 100, 300, 300)
    assert card_position(window, card, anchor, host, canvas).x() > host.right()
    last, right_host = QRect(850, 100, 80, 20), QRect(830, 80, 400, 600)
    left = card_position(window, card, last, right_host, canvas)
    assert left.x() + card.width() < right_host.left()
    small = card_position(
        QSize(700, 420), card, QRect(300, 90, 80, 20), QRect(290, 80, 400, 330), canvas
    )
    assert QRect(0, 0, 700, 420).contains(QRect(small, card))


def test_odds() -> None:
    assert gap_text(10.0) == "1 : 22\N{NO-BREAK SPACE}026"
    assert gap_text(74.0) == "1 : 10³²"


def test_captions_and_the_menu_open_cards(desk: Desk) -> None:
    desk.draw(7)
    view = desk.window.answer.views["Reconstruction"]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    assert "explainer" not in vars(desk.window)
    under = QPoint(view.width() // 2, view.height() - 3)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=under)
    assert desk.window.explainer.card.topic.key == "reconstruction"
    menus = {menu.title(): menu for menu in desk.window.menuBar().findChildren(QMenu)}
    menu = menus["&Explain"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [t.title for t in TOPICS.values()]
    menu.actions()[list(TOPICS).index("nats")].trigger()
    assert desk.window.explainer.card.topic.key == "nats"


@pytest.mark.parametrize("panel", ["generated", "latent", "loss"])
def test_every_tab_has_a_heading_to_ask(desk: Desk, panel: str) -> None:
    desk.window.results.show_panel(panel)
    desk.settle()
    asked = {"generated": "temperature", "latent": "latent_map", "loss": "loss"}[panel]
    if panel == "latent":
        desk.window.findChild(ClusterExplanation).linkActivated.emit("map")
    else:
        topics = {h.topic: h for h in desk.window.results.findChildren(ExplainedHeading)}
        QTest.mouseClick(topics[asked], Qt.MouseButton.LeftButton)
    assert desk.window.explainer.card.topic.key == asked


def test_a_card_of_a_dialog_leaves_it_open(desk: Desk) -> None:
    desk.draw(7)
    desk.window.run("latent_space")
    desk.settle()
    (dialog,) = desk.window.findChildren(LatentWindow)
    asked = {h.topic: h for h in dialog.findChildren(ExplainedHeading)}
    QTest.mouseClick(asked["posterior"], Qt.MouseButton.LeftButton)
    desk.settle()
    card = desk.window.explainer.card
    assert card.window() is dialog
    assert dialog.rect().contains(card.geometry())
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert desk.window.explainer.card is None
    assert dialog.isVisible()
    dialog.close()


def test_cards_and_their_pictures_grow_with_the_text(desk: Desk, qapp: QApplication) -> None:
    desk.draw(7)
    desk.window.resize(1240, 1000)
    usual = opened(desk, "reconstruction")
    before, picture = usual.width(), usual.findChild(NatsPicture).sizeHint()
    desk.appearance.set_text_scale(1.5)
    try:
        desk.window.explainer.explain("reconstruction", desk.window.answer.bars)
        large = opened(desk, "reconstruction")
        assert large.width() == round(1.5 * before)
        shown = large.findChild(NatsPicture)
        assert shown.sizeHint().width() > 1.4 * picture.width()
        QTest.mouseMove(shown, QPoint(round(1.5 * (1 + 8 * 3 + 2)), round(1.5 * (1 + 8 * 5 + 2))))
        assert shown.readout.startswith("Row 6, column 4")
    finally:
        desk.appearance.set_text_scale(1.0)


def test_a_card_avoids_the_canvas_and_the_edges() -> None:
    window, card = QSize(1000, 700), QSize(300, 200)
    host, low = QRect(400, 80, 250, 600), QRect(420, 690, 80, 20)
    away = QRect(0, 0, 10, 10)
    assert card_position(window, card, low, host, away) == QPoint(host.right() + EDGE, 500 - EDGE)
    high = QRect(420, -50, 80, 20)
    assert card_position(window, card, high, host, away).y() == EDGE
    # The canvas lies on the right, then on both sides.
    right, both = QRect(700, 0, 300, 700), QRect(0, 0, 1000, 400)
    anchor = QRect(420, 100, 80, 20)
    left = card_position(window, card, anchor, host, right)
    assert left == QPoint(host.left() - EDGE - 300, 100)
    under = QRect(420, 430, 80, 20)
    covered = QRect(0, 0, 1000, 440)
    wide = QRect(0, 80, 1000, 600)
    assert card_position(window, card, under, wide, covered) == QPoint(
        420, under.bottom() + EDGE // 2
    )
    # Where it cannot avoid the canvas it covers it, but stays in the window.
    assert card_position(window, card, anchor, host, both).x() == host.right() + EDGE
    tiny = QSize(200, 150)
    assert card_position(tiny, card, anchor, host, away) == QPoint(EDGE, EDGE)


def test_a_key_that_is_not_escape_leaves_the_card(desk: Desk) -> None:
    card = opened(desk, "evidence")
    QTest.keyClick(card, Qt.Key.Key_Down)
    assert desk.window.explainer.card is card
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Escape)
    assert desk.window.explainer.card is None
