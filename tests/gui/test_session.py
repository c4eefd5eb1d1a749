"""What the session takes and forgets, and which jobs outlive a change of the model."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest
from fakes import FakeEngine, FakeSource, draw_digit, fake_entry, fake_map, fake_model
from PySide6.QtWidgets import QApplication
from window_desk import HeldRunner

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.results import Box, NoiseSetting, PreparedDigit
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import NoticeAction, Question, Reply, Session, Spread
from desktop_cvae.workers.job_runner import JobRunner


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session()
    session.set_model(fake_model())
    return session


def reply_to(digit: int, label: int | None = None) -> Reply:
    """What the fake model says of a digit."""
    prepared = PreparedDigit(draw_digit(digit), True, Box(0, 0, 28, 28), 1.0, (0, 0), False)
    question = Question(prepared.image, prepared, NoiseSetting(), label)
    return Reply(question, fake_model().answer(prepared, NoiseSetting(), label))


def heard(signal: Any) -> list[tuple[Any, ...]]:
    """What a signal says from now on."""
    said: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: said.append(values))
    return said


@pytest.mark.parametrize(
    ("signal", "set_up", "values"),
    [
        ("label_changed", "set_label", (4, 2, None)),
        ("looked_at_changed", "look_at", (4, 2, None)),
        ("number_changed", "set_number", ("31", "4", "")),
        ("panel_changed", "set_panel", ("latent", "a", "loss")),
        ("reply_changed", "set_reply", (reply_to(4), reply_to(4), None)),
    ],
)
def test_a_change_is_told_once(
    session: Session, signal: str, set_up: str, values: tuple[object, ...]
) -> None:
    said = heard(getattr(session, signal))
    change = getattr(session, set_up)
    for count, value in enumerate(values, start=1):
        change(value)
        change(value)
        assert len(said) == count


def test_what_is_set_is_held_and_told(session: Session) -> None:
    model_map, samples, entries = fake_map(FakeEngine()), cast("Any", object()), [fake_entry()]
    spread = Spread(reply_to(4), 4, np.zeros((28, 28), np.float32))
    for signal, change, held in (
        (session.models_changed, lambda: session.set_models(entries), lambda: session.models),
        (session.spread_changed, lambda: session.set_spread(spread), lambda: session.spread),
        (session.samples_changed, lambda: session.set_samples(samples), lambda: session.samples),
        (
            session.latent_map_changed,
            lambda: session.set_latent_map(model_map, "far"),
            lambda: (session.latent_map, session.latent_message),
        ),
    ):
        said = heard(signal)
        change()
        assert len(said) == 1
        assert held() in (tuple(entries), spread, samples, (model_map, "far"))
    said = heard(session.samples_changed)
    session.set_samples(samples)
    assert said == []
    said = heard(session.data_sets_changed)
    session.tell_of_data_sets()
    assert len(said) == 1


def test_a_new_session_holds_nothing(qapp: QApplication) -> None:
    session = Session()
    assert (session.number, session.latent_message, session.panel) == ("", "", "generated")
    assert (session.label_names, session.models) == ((), ())
    assert (session.reading_label, session.shown_label) == (None, None)


def test_an_image_is_taken(session: Session) -> None:
    picture = Picture(draw_digit(3), "three")
    changed = heard(session.image_changed)
    session.set_image(None)  # the canvas was empty before
    assert changed == []
    prepared = reply_to(3).answer.prepared
    session.set_image(picture.image, prepared)
    assert (session.image is picture.image, session.prepared) == (True, prepared)
    session.set_image(None)
    assert (session.image, session.prepared, len(changed)) == (None, None, 2)


def test_a_moving_slider_keeps_the_seed(session: Session) -> None:
    said = heard(session.noise_changed)
    session.renew_noise()
    session.renew_noise()
    session.set_noise("salt and pepper", 0.25)
    assert session.noise == NoiseSetting("salt and pepper", 0.25, 2)
    session.set_noise("salt and pepper", 0.25)
    assert len(said) == 3


def test_what_is_chosen_or_looked_at_goes_before_what_was_recognised(session: Session) -> None:
    session.set_reply(reply_to(4))
    assert (session.reading_label, session.shown_label) == (4, 4)
    session.set_label(0)
    session.look_at(0)
    assert (session.reading_label, session.shown_label) == (0, 0)


def test_a_model_without_labels_is_looked_at_under_none(qapp: QApplication) -> None:
    session = Session()
    session.look_at(2)
    assert session.shown_label is None
    session.set_model(fake_model(FakeEngine(CONV_VAE), name="plain"))
    session.look_at(2)
    assert session.shown_label is None
    session.set_reply(reply_to(4))
    assert session.shown_label == 4


def test_a_spread_belongs_to_one_answer_under_one_label() -> None:
    reply, other = reply_to(4), reply_to(4)
    spread = Spread(reply, 4, np.zeros((28, 28), np.float32))
    asked = [(reply, 4), (reply, 9), (reply, 3), (reply, None), (other, 4), (None, 4)]
    assert [spread.is_of(*one) for one in asked] == [True, False, False, False, False, False]


def test_a_notice_is_raised_and_withdrawn(session: Session) -> None:
    raised, withdrawn = heard(session.notice_raised), heard(session.notice_withdrawn)
    action = NoticeAction("Undo", lambda: None)
    notice = session.raise_notice("Gone.", "Why", is_warning=False, actions=(action,))
    assert (notice.sentence, notice.details, notice.is_warning) == ("Gone.", "Why", False)
    assert notice.actions == (action,)
    session.withdraw_notice(notice)
    assert raised == withdrawn == [(notice,)]


@pytest.mark.parametrize(("label", "taken"), [(0, 0), (9, 9), (10, None), (None, None)])
def test_a_label_is_taken_if_the_model_has_it(
    session: Session, label: int | None, taken: int | None
) -> None:
    session.set_label(label)
    assert session.label == taken


def test_another_model_forgets_what_the_old_one_said(session: Session) -> None:
    (known,) = fake_model().read(draw_digit(3)[None])
    session.set_image(draw_digit(3), None, known)
    session.set_label(3)
    session.look_at(4)
    session.set_latent_map(fake_map(FakeEngine()), "")
    session.set_reply(reply_to(3))
    session.set_samples(cast("Any", object()))
    session.set_model(fake_model())
    assert (session.reply, session.samples, session.latent_message) == (None, None, "")
    held = (session.known, session.label, session.looked_at, session.latent_map)
    assert held == (None,) * 4


def test_no_job_of_the_old_model_answers_for_the_new_one(session: Session) -> None:
    runner = HeldRunner()
    controller = Controller(session, cast("JobRunner", runner), FakeSource())
    session.set_image(draw_digit(4))
    session.set_latent_map(fake_map(FakeEngine()), "")
    controller.find_map()
    assert set(runner.jobs) == {"answer", "map"}
    session.set_model(fake_model(FakeEngine(CONV_VAE), name="plain"))
    runner.run()
    assert session.latent_map is None
    assert session.reply is not None
    recognition = session.reply.answer.recognition
    assert recognition is not None
    assert recognition.label is None
