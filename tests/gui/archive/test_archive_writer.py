"""What is drawn and answered goes into the archive, once a drawing, and holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from archived_answers import some_entry
from fakes import draw_digit
from window_desk import Desk, MakeDesk

from desktop_cvae.core import paths
from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.archive.archive_writer import ArchiveWriter
from desktop_cvae.gui.settings import Settings
from desktop_cvae.library.archive_entries import ArchiveEntry, Query, pixels_of
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.contact_sheets import encode_png

Keep = Callable[[Desk], ArchiveWriter]


@pytest.fixture
def keep(home: Path) -> Iterator[Keep]:
    """Archives what a window answers, as the program does."""
    keepers: list[ArchiveWriter] = []

    def begin(desk: Desk) -> ArchiveWriter:
        window = desk.window
        archive = Archive(paths.archive_file())
        where = (window.input.canvas, window.several, window.preferences, archive)
        keeper = ArchiveWriter(desk.session, *where, window)
        keepers.append(keeper)
        return keeper

    yield begin
    for keeper in keepers:
        keeper.close()


def rest(desk: Desk, keeper: ArchiveWriter) -> None:
    """Let the drawing lie until it has been archived."""
    desk.settle()
    keeper._rest.timeout.emit()
    written(desk, keeper)


def written(desk: Desk, keeper: ArchiveWriter) -> None:
    desk.qtbot.waitUntil(lambda: not keeper.is_busy)


def entries() -> list[ArchiveEntry]:
    with Archive(paths.archive_file()) as archive:
        found = archive.search(Query(order="oldest"))
        return [archive.get(summary.id) for summary in found]


def texts() -> list[str]:
    return [entry.text for entry in entries()]


def test_a_drawing_that_rests_is_archived_with_its_answer(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(3)
    assert keeper._rest.isActive()
    assert entries() == []
    desk.session.set_noise("speckle", 0.3)
    desk.session.set_label(8)
    rest(desk, keeper)
    [entry] = entries()
    answer, names = desk.answer, desk.session.label_names
    reading = answer.recognition
    assert reading is not None
    assert reading.verdict is not None
    assert (entry.source, entry.name, entry.verdict) == ("drawing", "", reading.verdict.kind)
    assert entry.text in ("", names[reading.label or 0])
    assert entry.noise == NoiseSetting("speckle", 0.3)
    assert entry.chosen_label == "8"
    assert entry.label_names == names
    assert entry.evidence_nats == tuple(map(float, reading.evidence_nats))
    assert np.array_equal(entry.image, pixels_of(answer.prepared.image))
    assert entry.noisy is not None
    assert np.array_equal(entry.noisy, pixels_of(answer.noisy))
    assert entry.reconstruction is not None
    assert answer.reconstruction is not None
    assert np.array_equal(entry.reconstruction, pixels_of(answer.reconstruction))
    assert (entry.model, entry.model_digest) == ("studio", "0" * 64)
    record = DrawingRecord.from_bytes(entry.input)
    assert record == desk.window.input.canvas.drawing.record()


def test_a_growing_drawing_is_one_entry(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(1)
    rest(desk, keeper)
    first = entries()[0]
    desk.stroke([(0.1, 0.1), (0.9, 0.1)])
    rest(desk, keeper)
    [entry] = entries()
    assert entry.id == first.id
    assert len(entry.input) > len(first.input)
    desk.window.input.canvas.undo()
    rest(desk, keeper)
    assert entries()[0].input == first.input
    assert len(entries()) == 1


def test_what_another_takes_the_place_of_is_archived_at_once(
    make_desk: MakeDesk, keep: Keep
) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(1)
    desk.window.input.canvas.clear()
    written(desk, keeper)
    assert texts() == ["1"]
    desk.draw(4)
    keeper.close()
    assert texts() == ["1", "4"]


def test_a_drawing_that_comes_back_is_its_old_entry(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    canvas = desk.window.input.canvas
    desk.draw(1)
    canvas.clear()
    desk.draw(7)
    canvas.undo()
    canvas.undo()
    desk.settle()
    desk.stroke([(0.3, 0.9), (0.7, 0.9)])
    rest(desk, keeper)
    assert len(entries()) == 2
    assert len(DrawingRecord.from_bytes(entries()[1].input).strokes) == 2


def test_all_strokes_undone_another_drawing_is_another_entry(
    make_desk: MakeDesk, keep: Keep
) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(1)
    desk.window.input.canvas.undo()
    desk.draw(4)
    rest(desk, keeper)
    assert texts() == ["1", "4"]


def test_a_picture_is_archived_with_its_file(
    make_desk: MakeDesk, keep: Keep, tmp_path: Path
) -> None:
    desk = make_desk()
    keeper = keep(desk)
    path = tmp_path / "four.png"
    path.write_bytes(encode_png(pixels_of(draw_digit(4))))
    desk.window.opening.open_file(path)
    desk.settle()
    rest(desk, keeper)
    [entry] = entries()
    assert (entry.source, entry.name, entry.text) == ("picture", "four.png", "4")
    assert (entry.input_kind, entry.input) == ("picture", path.read_bytes())
    desk.stroke([(0.1, 0.1), (0.2, 0.1)])
    rest(desk, keeper)
    [entry] = entries()
    assert entry.input_kind == "drawing"
    assert DrawingRecord.from_bytes(entry.input).name == "four.png"


def test_what_the_model_wrote_itself_is_not_archived(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(3)
    rest(desk, keeper)
    assert desk.session.denoise()
    rest(desk, keeper)
    assert len(entries()) == 1


def test_a_number_takes_the_place_of_its_digit(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(3)
    desk.window.several.enter()
    rest(desk, keeper)
    [entry] = entries()
    assert entry.is_number
    assert entry.text == desk.session.number != ""
    assert entry.given_label is None
    desk.window.several.mode.page.correct("8")
    rest(desk, keeper)
    [entry] = entries()
    assert (entry.text, entry.given_label) == ("3", "8")


def test_the_last_starts_drawing_is_not_archived_again(make_desk: MakeDesk, keep: Keep) -> None:
    first = make_desk()
    keeper = keep(first)
    first.draw(3)
    record = first.window.input.canvas.drawing.record()
    keeper.close()
    [kept] = entries()
    second = make_desk()
    keeper = keep(second)
    second.session.reopen(record, None)
    rest(second, keeper)
    [entry] = entries()
    assert entry.kept_at == kept.kept_at
    # Under other noise it is said anew of the same entry.
    second.session.set_noise("gaussian", 0.2)
    rest(second, keeper)
    [entry] = entries()
    assert (entry.id, entry.noise.level) == (kept.id, 0.2)


def test_what_the_user_removed_does_not_come_back(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(3)
    rest(desk, keeper)
    with Archive(paths.archive_file()) as archive:
        archive.remove([1])
    desk.session.set_noise("gaussian", 0.2)
    rest(desk, keeper)
    assert entries() == []
    desk.stroke([(0.1, 0.1), (0.9, 0.1)])
    rest(desk, keeper)
    assert len(entries()) == 1


def test_it_can_be_turned_off_and_on(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk(Settings(keeps_archive=False))
    keeper = keep(desk)
    desk.draw(1)
    rest(desk, keeper)
    keeper.close()
    assert not paths.archive_file().exists()
    desk.window.preferences.change(keeps_archive=True)
    rest(desk, keeper)
    assert texts() == ["1"]
    desk.window.input.canvas.clear()
    desk.draw(4)
    desk.window.preferences.request("keeps_archive", False)
    rest(desk, keeper)
    keeper.close()
    assert texts() == ["1"]


def test_the_limit_of_the_settings_is_kept(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk(Settings(archive_limit=100))
    keeper = keep(desk)
    with Archive(paths.archive_file()) as archive:
        for number in range(101):
            archive.add(some_entry(number))
    desk.draw(1)
    rest(desk, keeper)
    assert len(entries()) == 100
    assert [entries()[0].name, entries()[-1].text] == ["drawing 2", "1"]


def test_trouble_is_told_once_and_the_answer_comes(make_desk: MakeDesk, keep: Keep) -> None:
    paths.archive_file().mkdir(parents=True)
    desk = make_desk()
    keeper = keep(desk)
    for digit in (1, 4, 3):
        desk.draw(digit)
        rest(desk, keeper)
        assert desk.answer.label == digit
        desk.window.input.canvas.clear()
    written(desk, keeper)
    [notice] = desk.notices
    assert notice.sentence == (
        "The archive “archive.sqlite” is not a file. "
        "Your drawings are still read, but not archived."
    )
    off, folder = notice.actions
    assert folder.text == "Open folder"
    off.run()
    assert not desk.window.preferences.settings.keeps_archive
    # Its cause gone, and turned on again, it is as before.
    paths.archive_file().rmdir()
    desk.window.preferences.change(keeps_archive=True)
    desk.draw(4)
    rest(desk, keeper)
    assert texts() == ["4"]


def test_damage_is_told_and_a_new_archive_takes_the_answer(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(1)
    rest(desk, keeper)
    keeper._archive.close()
    paths.archive_file().write_bytes(b"spoilt" * 1000)
    desk.stroke([(0.1, 0.1), (0.9, 0.1)])
    rest(desk, keeper)
    [notice] = desk.notices
    assert "is kept as “archive.bad.sqlite”; a new one was created" in notice.sentence
    [entry] = entries()
    assert entry.id == 1


def test_a_model_without_labels_is_archived_too(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk(model="plain")
    keeper = keep(desk)
    desk.draw(3)
    rest(desk, keeper)
    [entry] = entries()
    assert (entry.text, entry.verdict, entry.evidence_nats) == ("", "", ())
    assert entry.reconstruction is not None


def test_no_answer_waits_for_the_disk(
    make_desk: MakeDesk, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    real = Archive.add
    monkeypatch.setattr(
        Archive, "add", lambda archive, entry: held.wait(20) and real(archive, entry)
    )
    desk = make_desk()
    keeper = keep(desk)
    desk.draw(1)
    desk.window.input.canvas.clear()
    desk.draw(4)
    assert desk.answer.label == 4
    assert keeper.is_busy
    held.set()
    rest(desk, keeper)
    assert texts() == ["1", "4"]


def test_the_example_is_not_archived(make_desk: MakeDesk, keep: Keep) -> None:
    desk = make_desk()
    keeper = keep(desk)
    desk.window.show_example()
    desk.settle()
    assert desk.answer.recognition is not None
    rest(desk, keeper)
    assert entries() == []
