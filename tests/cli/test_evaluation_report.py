"""The scorecard as people, scripts and tables get it, from results that are made up."""

from __future__ import annotations

import dataclasses
import json
from argparse import Namespace

import numpy as np
import pytest
from fake_calibration import fake_calibration

from desktop_cvae.cli.evaluation_report import (
    EvaluatedRejection,
    Evaluation,
    curve_rows,
    evaluation_json,
    evaluation_text,
)
from desktop_cvae.cli.robustness_report import AttackReport
from desktop_cvae.core.results import Scorecard
from desktop_cvae.evaluation.adversarial_robustness import MISREAD, SURE, AttackResult
from desktop_cvae.evaluation.as_read import AsRead
from desktop_cvae.evaluation.corruption_curves import CurvePoint
from desktop_cvae.evaluation.likelihood import Likelihood
from desktop_cvae.evaluation.rejection import RejectionScores
from desktop_cvae.evaluation.thinking_gain import ThinkingGain

CARD = Scorecard(
    n=1200,
    accuracy=0.98765,
    neg_elbo_nats=101.234,
    reconstruction_nats=80.5,
    kl_nats=20.734,
    neg_elbo_at_mean_nats=95.1,
    expected_calibration_error=0.0123,
    rejected_fraction=0.005,
    confusion=np.array([[590, 10], [0, 600]]),
    images_per_second=12345.6,
    uncalibrated_error=0.0456,
)
ARGUMENTS = Namespace(noise=None, shift=2, prepare="auto", refuse=0.01, seed=7)
ATTACKED = AttackResult("l2", np.array([0, 0.6, 1.2, 2.0, np.inf]), rejected=1, unsure=2, saved=3)
REJECTION = EvaluatedRejection(
    RejectionScores(np.array([-2.0, -0.5, 0.5, 2.0]), np.array([-3.0, 1.5])),
    fake_calibration(),
    0.01,
    "doodles",
)
ALONE = Evaluation(
    model="studio",
    label_names=("0", "Ж"),
    data="mnist test",
    arguments=ARGUMENTS,
    card=CARD,
    found=None,
    curves={},
    rejection=None,
    generation=None,
    attack=None,
)
WHOLE = dataclasses.replace(
    ALONE,
    curves={"noise": [CurvePoint(0.0, 30, 30), CurvePoint(0.5, 30, 12)]},
    rejection=REJECTION,
    attack=AttackReport(ATTACKED, SURE, 7),
    as_read=AsRead(200, 190, 6, 4, 3),
    thinking=ThinkingGain(20, 50, 45, 47, 3, 1, 6, 2, 62.5),
    likelihood=Likelihood(1000, np.array([80.0, 90.0, 100.0]), np.array([81.0, 92.0, 103.0])),
)


def test_a_scorecard_is_a_text_for_people() -> None:
    expected = """\
studio on mnist test, 1,200 images; grey-pixel BCE, true label, one posterior sample

read by evidence       98.77 %
−ELBO                 101.23 nats
  reconstruction       80.50 nats
  KL divergence        20.73 nats
−ELBO at the mean      95.10 nats
calibration error       1.23 %
  before calibration    4.56 %
rejected                0.50 %
speed                 12,346 images/s

as “recognize” reads 200 pictures
read correctly            95.00 %
unsure                     3.00 %
rejected                   2.00 %
wrong, not marked unsure   1.50 %

50 digits, thought about for up to 20 steps
in one pass               90.00 %
after thinking            94.00 %
  mended                      3
  spoiled                     1
unsure                    12.00 %
wrong, not marked unsure   4.00 %
time                       1.25 s a digit

3 binarised digits, 1,000 importance samples a label
−log p(x)                  90.00 nats ± 5.77
−log p(x | y), true label  92.00 nats

true ↓ read →    0    Ж
0              590   10
Ж                ·  600

false rejection rate, %    0.1      1      5
rejected digits, %       25.00  50.00  75.00
rejected others, %       50.00  50.00  50.00
not digits: doodles, 2 images; AUC 0.6250

gaussian noise, σ           0    0.5
read correctly, %      100.00  40.00
Analysis by Synthesis   96.67  51.20
Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190): ten class-conditional VAEs, by evidence, one encoder pass, MNIST test

attacked 5 digits, each changed as little as possible until it is misread (and the wrong answer is not called unsure)
median distance 1.2 (Analysis by Synthesis: 2.2); misread without a change: 1, not fooled: 1
L2: root of the squared changes   0.5     1   1.5     2     3
still correct, %                 80.0  60.0  40.0  20.0  20.0
of the 3 misread after the change, rejected: 1, unsure: 2, read correctly with test-time augmentation: 3
"""  # noqa: E501 (as printed)
    assert evaluation_text(WHOLE) + "\n" == expected


def test_what_a_model_without_labels_lacks_is_left_out() -> None:
    card = dataclasses.replace(
        CARD,
        accuracy=None,
        expected_calibration_error=None,
        confusion=None,
        uncalibrated_error=None,
    )
    text = evaluation_text(dataclasses.replace(ALONE, card=card))
    assert text.count("– (no labels)") == 2
    assert "before calibration" not in text
    assert "true ↓ read →" not in text


def test_a_scorecard_is_an_object_for_scripts() -> None:
    found = json.loads(evaluation_json(WHOLE))
    card = dataclasses.asdict(CARD) | {"confusion": [[590, 10], [0, 600]]}
    card["refused_fraction"] = card.pop("rejected_fraction")
    asked = {"noise": None, "shift_px": 2, "prepare": "auto", "refuse": 0.01, "seed": 7}
    about = {"scale": "grey-pixel BCE", "model": "studio", "data": "mnist test"}
    assert json.loads(evaluation_json(ALONE)) == card | asked | about
    others = {name: found[name] for name in found if name not in card | asked | about}
    attack = others.pop("attack")
    assert attack == json.loads(json.dumps(ATTACKED.to_json())) | {"until": SURE, "seed": 7}
    likelihood = others.pop("likelihood")
    assert likelihood.pop("standard_error") == pytest.approx(10 / 3**0.5)
    assert likelihood == {"n": 3, "samples": 1000, "nats": 90.0, "nats_of_label": 92.0}
    assert others == {
        "refusals": {
            "may_be_refused": [0.001, 0.01, 0.05],
            "thresholds": [-1.0, 0.0, 1.0],
            "digits": [0.25, 0.5, 0.75],
            "not_digits": {
                "data": "doodles",
                "n": 2,
                "auc": 0.625,
                "refused": [0.5, 0.5, 0.5],
            },
        },
        "as_read": dataclasses.asdict(WHOLE.as_read),
        "thinking": dataclasses.asdict(WHOLE.thinking),
        "sweeps": {
            "noise": [
                {"level": 0.0, "n": 30, "right": 30, "accuracy": 1.0},
                {"level": 0.5, "n": 30, "right": 12, "accuracy": 0.4},
            ]
        },
    }


def test_a_curve_is_a_table_with_the_published_values() -> None:
    heading, *rows = curve_rows("noise", [CurvePoint(0.1, 30, 12), CurvePoint(0.15, 30, 3)])
    assert heading == ("noise", "images", "right", "accuracy", "Analysis by Synthesis")
    assert rows[0][:4] == (0.1, 30, 12, 0.4)
    assert isinstance(rows[0][4], float)
    assert rows[1] == (0.15, 30, 3, 0.1, None)


def test_digits_that_cannot_be_fooled_have_no_median() -> None:
    withstood = dataclasses.replace(ATTACKED, distances=np.array([0.5, np.inf, np.inf]))
    text = AttackReport(withstood, MISREAD, 0).text()
    assert "median distance none: most digits cannot be fooled" in text
    assert "misread without a change: 0, not fooled: 2" in text
    assert "not called unsure" not in text
    heading, *rows = AttackReport(withstood, MISREAD, 0).rows
    assert heading == ("l2", "still right")
    assert [share for _, share in rows] == [withstood.still_right(radius) for radius, _ in rows]
