"""The guide: eleven chapters on the drawing at hand, and what their buttons do."""

from __future__ import annotations

import pytest
from fakes import draw_digit
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.explanations.chapters import CHAPTERS
from desktop_cvae.gui.explanations.guide import Guide
from desktop_cvae.gui.explanations.sample_pictures import LETTER, NUMBER, SAMPLE_PICTURES
from desktop_cvae.gui.explanations.topics import TOPICS
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style


def opened(desk: Desk, chapter: str = "") -> Guide:
    guide = desk.window.explainer.show_guide(chapter)
    desk.settle()
    return guide


def press(desk: Desk, guide: Guide, words: str) -> None:
    (button,) = (button for button in guide.page.buttons if button.text() == words)
    button.click()
    desk.settle()


@pytest.mark.parametrize("model", ["studio", "plain"])
def test_all_chapters_are_live(make_desk: MakeDesk, model: str) -> None:
    desk = make_desk(model=model)
    desk.draw(7)
    guide = opened(desk)
    guide.resize(720, 520)
    assert len(guide.list.texts) == len(CHAPTERS) == 11
    for row, chapter in enumerate(CHAPTERS):
        guide.list.set_row(row)
        desk.settle()
        page = guide.page
        assert page.chapter is chapter
        assert page.buttons
        assert all(button.toolTip() for button in page.buttons)
        assert page.minimumSizeHint().width() <= guide._scroll.viewport().width()
        for view in page.views:
            assert view.text.text(), chapter.key
        before = [view.text.text() for view in page.views]
        desk.session.set_image(draw_digit(row % 10), None)
        desk.settle()
        # Figures of training, writing and unlabelled models are not the drawing's.
        if chapter.key in ("evidence", "rebuilding", "noise"):
            assert [view.text.text() for view in page.views] != before
    guide.close()


def test_every_topic_that_has_a_chapter_leads_there() -> None:
    keys = {chapter.key for chapter in CHAPTERS}
    assert {topic.chapter for topic in TOPICS.values()} <= keys
    assert {key for chapter in CHAPTERS for key in chapter.topics} <= set(TOPICS)


def test_an_empty_canvas_gets_a_sample(desk: Desk) -> None:
    guide = opened(desk)
    assert desk.session.reply is not None
    assert desk.window.input.canvas.drawing.history.stack.canUndo()
    guide.close()


def test_a_drawing_is_left_alone(desk: Desk) -> None:
    desk.draw(3)
    image = desk.session.image
    guide = opened(desk)
    assert desk.session.image is image
    guide.close()


def test_buttons_do_things(desk: Desk) -> None:
    desk.draw(7)
    guide = opened(desk, "noise")
    press(desk, guide, "Add noise")
    assert desk.session.noise.level > 0.3
    press(desk, guide, "No noise")
    assert desk.session.noise.level == 0
    guide.show_chapter("evidence")
    press(desk, guide, "Show the second best")
    assert desk.session.looked_at not in (None, desk.answer.label)
    press(desk, guide, "Back to the answer")
    assert desk.session.looked_at is None
    guide.show_chapter("writing")
    press(desk, guide, "Write random digits")
    assert desk.window.results.generated.mode_choice.value == "samples"
    guide.show_chapter("training")
    press(desk, guide, "Show the loss")
    assert desk.session.panel == "loss"
    guide.show_chapter("rejection")
    image = desk.session.image
    press(desk, guide, "Try a letter")
    assert desk.session.image is not image
    guide.close()


def test_keys_open_it_and_turn_its_pages(desk: Desk) -> None:
    desk.draw(7)
    desk.key(Qt.Key.Key_F1)
    (guide,) = desk.window.findChildren(Guide)
    assert guide.isVisible()
    QTest.keyClick(guide.list, Qt.Key.Key_Down)
    assert guide.page.chapter is CHAPTERS[1]
    guide.next.click()
    assert guide.page.chapter is CHAPTERS[2]
    guide.back.click()
    assert guide.page.chapter is CHAPTERS[1]
    assert desk.window.explainer.show_guide("latent") is guide
    desk.settle()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_card_leads_to_its_chapter(desk: Desk) -> None:
    desk.draw(7)
    desk.window.explainer.explain("kl", desk.window.answer.bars)
    card = desk.window.explainer.card
    link = next(label for label in card.findChildren(QLabel) if "More in the guide" in label.text())
    link.linkActivated.emit("guide")
    desk.settle()
    (guide,) = desk.window.findChildren(Guide)
    assert guide.page.chapter.key == "latent"
    assert desk.window.explainer.card is None
    guide.close()


def test_it_fits_a_small_screen(desk: Desk) -> None:
    guide = opened(desk)
    assert guide.minimumSizeHint().expandedTo(guide.minimumSize()).width() <= 720
    assert guide.minimumSize().boundedTo(QSize(720, 520)) == guide.minimumSize()
    guide.close()


def test_sample_pictures_are_in_the_menu_and_are_no_recent_files(desk: Desk) -> None:
    menus = {menu.title(): menu for menu in desk.window.menuBar().findChildren(QMenu)}
    menu = menus["Sample p&ictures"]
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert titles == [picture.title for picture in SAMPLE_PICTURES if picture]
    menu.actions()[0].trigger()
    desk.settle()
    assert desk.session.reply is not None
    assert desk.window.remembered().recent == ()


@pytest.mark.parametrize("picture", [p for p in SAMPLE_PICTURES if p], ids=lambda p: p.title)
def test_every_sample_holds_ink(picture) -> None:  # type: ignore[no-untyped-def]
    assert to_mnist_style(read_image(picture.path)).found
    assert picture.path.stat().st_size < 60_000
    assert (picture in (LETTER, NUMBER)) is not picture.path.name[0].isdigit()
