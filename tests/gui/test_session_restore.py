"""Session restore: the drawing is back after a restart or a crash; a full disk is reported once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from window_desk import Desk, MakeDesk

from desktop_cvae.core import paths
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.session_restore import SessionSaver

Keep = Callable[..., SessionSaver]


@pytest.fixture
def keep(home: Path) -> Iterator[Keep]:
    """Lets a window's drawing be kept, as the program does."""
    keepers: list[SessionSaver] = []

    def begin(desk: Desk, *, restores: bool = True) -> SessionSaver:
        window = desk.window
        keeper = SessionSaver(
            window.restorer, desk.session, window.notice, restores=restores, parent=window
        )
        keepers.append(keeper)
        desk.qtbot.waitUntil(lambda: not keeper._runner.is_busy)
        desk.settle()
        return keeper

    yield begin
    for keeper in keepers:
        keeper.close()


def kept_files() -> list[Path]:
    return sorted((paths.data_dir() / "canvas").glob("*.json"))


def sentences(desk: Desk) -> list[str]:
    return [notice.sentence for notice in desk.notices]


def test_a_drawing_is_there_after_the_next_start(make_desk: MakeDesk, keep: Keep) -> None:
    first = make_desk()
    keeper = keep(first)
    first.draw(3)
    first.session.set_noise("speckle", 0.3)
    first.session.set_label(8)
    first.window.results.show_panel("loss")
    first.settle()
    keeper.close()
    second = make_desk()
    keep(second)
    assert second.session.noise == NoiseSetting("speckle", 0.3)
    assert second.session.label == 8
    assert second.window.results.panel == "loss"
    np.testing.assert_array_equal(second.answer.noisy, first.answer.noisy)
    assert second.answer.label == 8
    assert sentences(second) == []
    second.window.input.canvas.undo()
    assert second.session.image is None
    assert second.session.noise == NoiseSetting()
    assert second.session.label is None


@pytest.mark.parametrize("restores", [True, False])
def test_without_a_session_the_window_can_start_with_an_example(
    desk: Desk, home: Path, restores: bool
) -> None:
    window = desk.window
    saver = SessionSaver(
        window.restorer, desk.session, window.notice, restores=restores, parent=window
    )
    saver.nothing_restored.connect(window.show_example)
    desk.qtbot.waitUntil(lambda: not saver._runner.is_busy)
    desk.settle()
    assert window.input.canvas.shows_example == (desk.session.reply is not None) == restores
    saver.close()
    assert not kept_files()


def test_every_stroke_is_on_the_disk_a_moment_later(make_desk: MakeDesk, keep: Keep) -> None:
    first = make_desk()
    keep(first)
    first.draw(4)
    first.qtbot.waitUntil(lambda: bool(kept_files()))
    second = make_desk()
    # The first window holds its own file.
    keep(second)
    assert second.session.image is None
    first.window.input.canvas.clear()
    first.qtbot.waitUntil(lambda: not kept_files())


def test_after_a_crash_a_quiet_word_tells(make_desk: MakeDesk, keep: Keep) -> None:
    first = make_desk()
    keeper = keep(first)
    first.draw(4)
    first.qtbot.waitUntil(lambda: bool(kept_files()))
    crashed = kept_files()[0].read_bytes()
    keeper.close()
    kept_files()[0].write_bytes(crashed)
    second = make_desk()
    keep(second)
    assert second.answer.label == 4
    assert sentences(second) == ["The program ended unexpectedly last time; your drawing is back."]
    assert not second.notices[0].is_warning


def test_a_model_that_comes_late_still_gets_the_label(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.draw(3)
    desk.session.set_label(8)
    record = desk.window.restorer.snapshot().record()
    model = desk.session.model
    assert model is not None
    desk.settle()
    desk.window.input.canvas.clear()
    desk.session.set_label(None)
    desk.settle()
    desk.session.model = None
    desk.window.restorer.show(record, None)
    assert desk.session.label is None
    desk.session.set_model(model)
    desk.settle()
    assert desk.session.label == 8


def test_a_picture_of_the_command_line_wins(make_desk: MakeDesk, keep: Keep) -> None:
    first = make_desk()
    keeper = keep(first)
    first.draw(4)
    keeper.close()
    second = make_desk()
    keep(second, restores=False)
    assert second.session.image is None
    third = make_desk()
    keep(third)
    assert third.answer.label == 4


def test_a_session_does_not_replace_what_was_drawn_meanwhile(
    make_desk: MakeDesk, keep: Keep
) -> None:
    first = make_desk()
    keeper = keep(first)
    first.draw(4)
    keeper.close()
    second = make_desk()
    second.draw(3)
    keep(second)
    assert second.answer.label == 3


def test_the_users_own_model_is_known_while_another_is_shown(make_desk: MakeDesk) -> None:
    desk = make_desk()
    restorer, model = desk.window.restorer, desk.session.model
    assert model is not None
    own = (model.entry.name, model.engine.name)
    assert restorer.own_model == own
    restorer.stash()
    desk.session.model = None
    assert restorer.own_model == own
    restorer.stashed = None
    assert restorer.own_model == ("", "")


def test_a_number_is_read_as_one_again(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.draw(3)
    desk.window.several.enter()
    desk.settle()
    snapshot = desk.window.restorer.snapshot()
    assert snapshot.reads_number
    desk.window.several.leave()
    desk.settle()
    desk.window.restorer.show(snapshot.record(), None)
    desk.settle()
    assert desk.window.several.is_active


def test_a_full_disk_is_told_once_and_stops_nobody(
    make_desk: MakeDesk, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    keep(desk)

    def full(_path: Path, _fill: object) -> None:
        from desktop_cvae.core.errors import InputOutputError

        raise InputOutputError("“1.json” could not be written: No space left on device.")

    monkeypatch.setattr("desktop_cvae.library.session_record.fill_atomically", full)
    desk.draw(3)
    desk.qtbot.waitUntil(lambda: bool(desk.notices))
    desk.draw(1)
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(SessionSaver)[0]._pause.isActive())
    assert len(desk.notices) == 1
    assert desk.session.reply is not None


def test_a_folder_in_the_way_is_told_once(make_desk: MakeDesk, keep: Keep, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "canvas").write_text("in the way")
    desk = make_desk()
    keep(desk)
    desk.draw(3)
    assert len(desk.notices) == 1
    assert desk.answer.label == 3
