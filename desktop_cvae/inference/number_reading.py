"""Whole numbers: the digits of a line or a page, read by the evidence of the pieces."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import (
    DIGIT,
    UNSURE,
    Box,
    Candidate,
    FloatArray,
    LabelScores,
    PreparedDigit,
    Recognition,
    Verdict,
)
from desktop_cvae.inference.evidence import average_over_views, score_evidence
from desktop_cvae.inference.field_rules import FieldRule, Separators, with_separators
from desktop_cvae.inference.line_decoding import LineFrames, likely_texts
from desktop_cvae.inference.line_hypotheses import (
    Choice,
    ListedValue,
    choose_hypothesis,
    worth_reading,
)
from desktop_cvae.inference.line_network import GREYS, HEIGHT, STRIDE, is_ink_dark, read_frames
from desktop_cvae.inference.piece_scores import log_odds
from desktop_cvae.inference.recogniser import Recogniser
from desktop_cvae.pictures.line_pieces import FieldPiece, PiecedLine, find_fields

NO_DIGIT_SIGN = "?"
"""Stands in a text for a piece that is not a digit."""
SURE = 0.98
"""Probability of a digit's label, or of its cuts, below which it is unsure."""
LENIENCE = 0.2
"""Fraction of the false rejection rate that applies within a number.

A strange sign between digits is more often a digit than a lone one. A piece that would be rejected
alone is unsure here."""
DIGITS = set("0123456789")
"""Labels of the models that the line network can read beside."""
NETWORK_SURE, FEWEST_ADMITTED = 0.2, 3
"""Probability of a line's text by the line network, and number of its digits, from which none of
them is rejected: ink on printed paper explains itself badly digit by digit, and is unsure instead.

The network has seen no letters, and takes a lone one for one or two digits."""
NUMBER_SURE = 0.9
"""Probability of a line's text by the line network from which a picture is a number: no letter,
scribble, texture or single digit of 320 has it, 12 in 100 amounts on cheques need it."""
NETWORK_DOUBTS = 0.5
"""Probability by the line network from which another text makes the digits unsure that differ."""
CONFIRMING = 0.5
"""Probability of a digit's label by its evidence from which it confirms the line network."""
WEIGHTS, DOUBTED_WEIGHTS = (1.0, 0.67), (0.1, 1.0)
"""Weights of the pieces and of the line network where the ink is clear, and where it is doubtful.

Of composed numbers the pieces read more, of amounts on printed paper the network."""
DOUBTFUL_ODDS = 2.0
"""Mean log odds of a line's digits above the rejection threshold below which ink is doubtful."""
NETWORK_LEADS = 0.8
"""Probability of the line network's likeliest text from which it decides, whatever the ink: it is
right then in 95 of 100 lines, composed or real."""
MOST_LINES_READ_AS_ONE = 3
"""Most lines of a picture that the line network reads as one once more."""
BESIDE = (0.45, 0.3, 0.7)
"""Paper beside the middles of the outermost digits in which their ink is searched, over the
picture's height, in this order."""
APART = 1.6
"""White between two digits, over the line's height, from which they may be two numbers."""
RULE, RULED_ROWS = 0.3, 25
"""Least darkness of a rule between two numbers, over the ink's; and the percentile of a column's
rows that is so dark."""
AT_SIDE_PX = 2
"""Distance from the picture's side within which a digit beyond a rule is a neighbour's, cut off."""
TOUCHING = 0.02
"""Fraction of the line's height in ink that the cut between touching digits crosses."""
MIN_DIGITS = 2
ALONE, ROOM = 0.4, 0.2
"""Height of a lone line over its picture's from which the line network sees the whole picture, and
the paper around other lines that it sees, over the line's height."""
ALIKE = 0.5
"""Least height of a number's digit as a fraction of the highest; blots are lower."""
SAME_INK, SAME_REJECTED_INK = 0.7, 0.95
"""Least overlap of the boxes of a sign that is read in a line and alone, over their union; and of
one that is rejected alone, perhaps for a piece of a rule in its box."""
WIDE = 1.5
"""Least width over height of a number whose ink is all one piece."""


@dataclass(frozen=True, eq=False)
class DigitReading:
    """One digit of a line.

    Attributes:
        box: around its ink, in pixels of the picture given.
        prepared: the digit as the model read it.
        recognition: how each label explains it, and the verdict in the context of its
            neighbours.
        label: index of the chosen label: the one of largest evidence, or the one that the
            field's rule asks for.
        label_name: its name.
        is_joined: True if it was cut off the digit before it through ink.
        is_bent: True if the line would have another digit here without the field's rule.
        cut_probability: in [0, 1], that the line is cut here as it was.
        is_clear: True if its evidence alone leaves no doubt, whatever the cuts do.
    """

    box: Box
    prepared: PreparedDigit
    recognition: Recognition
    label: int
    label_name: str
    is_joined: bool = False
    is_bent: bool = False
    cut_probability: float = 1.0
    is_clear: bool = True

    @property
    def probability(self) -> float:
        """Probability of the chosen label and of the cuts around it, in [0, 1]."""
        return min(float(self.recognition.probabilities[self.label]), self.cut_probability)

    @property
    def is_rejected(self) -> bool:
        """True if it is not a digit."""
        verdict = self.recognition.verdict
        return verdict is not None and not verdict.is_digit

    @property
    def sign(self) -> str:
        """The label's name, or ``?`` for what is not a digit."""
        return NO_DIGIT_SIGN if self.is_rejected else self.label_name


@dataclass(frozen=True, eq=False)
class LineReading:
    """One line, left to right.

    Attributes:
        digits: what was found, at least one.
        probability: in [0, 1], that this is the line's text, among all ways to cut and read it.
        warning: a sentence if the best reading breaks the field's rule, or "".
        separators: what stands before which digit, as the field's rule has it.
        network_probability: in [0, 1], of this text by the line network alone; 0 without it.
        listed: the value of the rule's list that was chosen; None for other rules, and if none
            fits.
        parts: indices of the digits with which another number may begin: far from the digit
            before, or beyond a rule.
    """

    digits: tuple[DigitReading, ...]
    probability: float
    warning: str = ""
    separators: Separators = ()
    network_probability: float = 0.0
    listed: ListedValue | None = None
    parts: tuple[int, ...] = ()

    @property
    def numbers(self) -> list[tuple[str, Box]]:
        """Text and box of each number that may stand in the line; one without :attr:`parts`."""
        return _numbers(self.digits, self.parts)

    @property
    def text(self) -> str:
        """The names of the labels and the separators, joined; ``?`` for rejected digits.

        A listed value stands as the list has it.
        """
        if self.listed is not None:
            return self.listed.text
        return with_separators([digit.sign for digit in self.digits], self.separators)


@dataclass(frozen=True, eq=False)
class PageReading:
    """A page, top to bottom; without lines if nothing was found."""

    lines: tuple[LineReading, ...]

    @property
    def text(self) -> str:
        """The lines' texts, joined by line ends."""
        return "\n".join(line.text for line in self.lines)

    @property
    def digits(self) -> list[DigitReading]:
        """The digits of all lines."""
        return [digit for line in self.lines for digit in line.digits]

    @property
    def probability(self) -> float:
        """Probability that all lines are right, in [0, 1]; 0 without lines."""
        return math.prod(line.probability for line in self.lines) if self.lines else 0.0

    @property
    def warning(self) -> str:
        """The lines' warnings, joined; "" if no line breaks the rule."""
        return " ".join(line.warning for line in self.lines if line.warning)


def read_page(
    recogniser: Recogniser,
    picture: FloatArray,
    rule: FieldRule | None = None,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
    limit: int = 500,
) -> PageReading:
    """Read all numbers of a picture.

    Args:
        recogniser: an opened model with labels.
        picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
        rule: what every line must be; None takes any number.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.
        limit: most digits that are read, from the first lines.

    Raises:
        MissingLabels: the model was trained without labels.
    """
    if not recogniser.has_labels:
        raise MissingLabels(recogniser.spec.preset)
    clean = np.clip(np.nan_to_num(np.asarray(picture, np.float32)), 0, 1)
    lines = _read_fields(recogniser, clean, find_fields(clean, limit), rule, false_rejection_rate)
    found = _found_by_network(recogniser, clean, lines, rule, false_rejection_rate)
    return PageReading(tuple(_within(limit, found or lines)))


def _read_fields(
    recogniser: Recogniser,
    picture: FloatArray,
    found: list[PiecedLine],
    rule: FieldRule | None,
    false_rejection_rate: float,
) -> list[LineReading]:
    fields = [_worth_reading(field) for field in found]
    views = _line_views(picture, [field for field, _ in fields])
    pieces = [piece for field, _ in fields for piece in field.pieces]
    if not pieces:
        return []
    images = np.stack([piece.prepared.image for piece in pieces])
    scores = score_evidence(recogniser.engine, images)
    lines, start = [], 0
    for (field, odds), view in zip(fields, views, strict=True):
        part = slice(start, start + len(field.pieces))
        frames = LineFrames(read_frames(view)) if _reads_digits(recogniser) else None
        lines.append(
            _read_line(
                recogniser,
                field,
                odds,
                images[part],
                scores.at(part),
                rule,
                false_rejection_rate,
                frames,
            )
        )
        start = part.stop
    return [_told_apart(picture, line, rule) for line in lines]


def _told_apart(picture: FloatArray, line: LineReading, rule: FieldRule | None) -> LineReading:
    """Return a line that says so if it may hold several numbers, one beside the other.

    A register's cell may show a piece of the next column, which is read with the number.
    """
    if rule is not None and not line.warning:
        return line
    boxes = [digit.box for digit in line.digits]
    height = float(np.median([box.height for box in boxes]))
    parts = tuple(
        index
        for index in range(1, len(boxes))
        if boxes[index].x - boxes[index - 1].right > APART * height
        or _is_ruled_off(picture, boxes, index)
    )
    if not parts:
        return line
    texts = [f"“{text}”" for text, _ in _numbers(line.digits, parts)]
    told = tr("These may be several numbers: {numbers}.", numbers=", ".join(texts))
    return replace(line, warning=f"{line.warning} {told}".strip(), parts=parts)


def _is_ruled_off(picture: FloatArray, boxes: list[Box], index: int) -> bool:
    """True if a rule parts a digit from the one before, and the picture cuts one side off."""
    before, after = boxes[index - 1], boxes[index]
    is_cut_off = boxes[-1].right > picture.shape[1] - AT_SIDE_PX or boxes[0].x < AT_SIDE_PX
    if not is_cut_off or after.x <= before.right:
        return False
    top, bottom = min(before.y, after.y), max(before.bottom, after.bottom)
    between = picture[top:bottom, before.right : after.x]
    low, paper, high = np.percentile(picture, GREYS)
    if is_ink_dark(picture):
        darkness, ink = paper - between, paper - low
    else:
        darkness, ink = between - paper, high - paper
    return bool(np.percentile(darkness, RULED_ROWS, axis=0).max() > RULE * ink)


def _numbers(digits: tuple[DigitReading, ...], parts: tuple[int, ...]) -> list[tuple[str, Box]]:
    numbers = []
    for start, stop in itertools.pairwise((0, *parts, len(digits))):
        part = digits[start:stop]
        boxes = [digit.box for digit in part]
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
        box = Box(x, y, right - x, bottom - y)
        numbers.append(("".join(digit.sign for digit in part), box))
    return numbers


def _reads_digits(recogniser: Recogniser) -> bool:
    """True if the line network can read beside the model."""
    return set(recogniser.label_names) == DIGITS


def _found_by_network(
    recogniser: Recogniser,
    picture: FloatArray,
    lines: list[LineReading],
    rule: FieldRule | None,
    false_rejection_rate: float,
) -> list[LineReading]:
    """Return the line that the line network is sure to see in the picture and no other has found.

    A page's edge, a rule, or a shadow hides the ink of a small picture. The network says where its
    digits are, and ink that stands out there is read again. The reading counts only if the
    evidence of its pieces says what the network says.
    """
    if not _reads_digits(recogniser) or len(lines) > MOST_LINES_READ_AS_ONE:
        return []
    # Rejected digits may be clearer in other ink.
    is_accepted = not any(digit.is_rejected for line in lines for digit in line.digits)
    if len(lines) == 1 and lines[0].network_probability > NETWORK_LEADS and is_accepted:
        return []
    frames = read_frames(picture)
    ((labels, nats),) = likely_texts(frames, 1)
    wanted = "".join(map(str, labels))
    read = "".join(digit.sign for line in lines for digit in line.digits)
    if not wanted or math.exp(nats) <= NETWORK_LEADS or read == wanted:
        return []
    step = STRIDE * len(picture) / HEIGHT
    middles = step * (np.flatnonzero(frames.argmax(1)) + 0.5)
    is_dark = is_ink_dark(picture)
    for beside in BESIDE:
        left = max(0, int(middles[0] - beside * len(picture)))
        right = min(picture.shape[1], math.ceil(middles[-1] + beside * len(picture)))
        part = np.ascontiguousarray(picture[:, left:right])
        fields = find_fields(part, is_dark=is_dark)
        again = _read_fields(recogniser, part, fields, rule, false_rejection_rate)
        if [[digit.sign for digit in line.digits] for line in again] == [list(wanted)]:
            return [_moved(line, left) for line in again if not line.warning]
    return []


def _moved(line: LineReading, x: int) -> LineReading:
    """Return a line of a part of a picture in the whole picture's pixels."""
    digits = []
    for digit in line.digits:
        prepared = replace(digit.prepared, box=digit.prepared.box.moved(x, 0))
        digits.append(replace(digit, box=digit.box.moved(x, 0), prepared=prepared))
    return replace(line, digits=tuple(digits))


def _line_views(picture: FloatArray, fields: list[PiecedLine]) -> list[FloatArray]:
    """Return what the line network sees of each line: its box, or all of a picture of one line."""
    rows, columns = picture.shape
    if len(fields) == 1 and fields[0].box.height >= ALONE * rows:
        return [picture]
    views = []
    for field in fields:
        box, room = field.box, max(2, round(ROOM * field.box.height))
        top, bottom = max(0, box.y - room), min(rows, box.bottom + room)
        left, right = max(0, box.x - room), min(columns, box.right + room)
        views.append(np.ascontiguousarray(picture[top:bottom, left:right]))
    return views


def _worth_reading(field: PiecedLine) -> tuple[PiecedLine, FloatArray]:
    """Return a line with the pieces that may be digits, and their log odds."""
    odds = log_odds(field.pieces)
    kept = worth_reading(field, odds)
    return replace(field, pieces=tuple(field.pieces[number] for number in kept)), odds[kept]


def _within(limit: int, lines: list[LineReading]) -> Iterator[LineReading]:
    """Yield the lines up to a number of digits; the last line may be cut short."""
    for line in lines:
        digits = line.digits[:limit]
        limit -= len(digits)
        if digits:
            parts = tuple(part for part in line.parts if part < len(digits))
            yield replace(line, digits=digits, parts=parts)


def _read_line(
    recogniser: Recogniser,
    field: PiecedLine,
    odds: FloatArray,
    images: FloatArray,
    scores: LabelScores,
    rule: FieldRule | None,
    false_rejection_rate: float,
    frames: LineFrames | None,
) -> LineReading:
    strange = -np.inf
    if recogniser.calibration is not None:
        strange = recogniser.calibration.rejection_threshold(false_rejection_rate)
    names = recogniser.label_names
    views = np.zeros(len(images), np.int64)
    for weights in (WEIGHTS, DOUBTED_WEIGHTS):
        while True:
            choice = choose_hypothesis(
                field, odds.tolist(), scores.evidence_nats, names, rule, frames, weights
            )
            chosen = np.array([edge.piece for edge in choice.hypothesis.edges])
            unseen = chosen[views[chosen] == 0]
            if not len(unseen):
                break
            # A close call costs ten more scores, so only chosen pieces are averaged. Their new
            # evidence may lead to another choice, whose pieces are averaged in turn.
            averaged, views[unseen] = average_over_views(
                recogniser.engine, images[unseen], scores.at(unseen)
            )
            scores = scores.with_nats(unseen, averaged)
        chosen = np.array([edge.piece for edge in choice.digits])
        labels = np.array([edge.label for edge in choice.digits])
        readings = recogniser.recognise(
            scores.at(chosen),
            images[chosen],
            views[chosen],
            LENIENCE * false_rejection_rate,
            labels,
            are_neighbours=True,
        )
        leads = choice.network_best > NETWORK_LEADS or _are_doubtful(readings, strange)
        if frames is None or not leads:
            break
    digits = _digits(field, choice, readings, names, strange)
    line = LineReading(
        digits,
        choice.probability,
        choice.warning,
        choice.separators,
        choice.network_probability,
        choice.listed,
    )
    if rule is not None and not line.warning and NO_DIGIT_SIGN in line.text:
        return replace(
            line, warning=tr("“?” is not a digit, so this is not {rule}.", rule=rule.title)
        )
    return line


def _are_doubtful(readings: list[Recognition], strange: float) -> bool:
    """Tell whether pieces look so little like digits that the line network should decide."""
    odds = [
        reading.verdict.digit_log_odds
        for reading in readings
        if reading.verdict is not None and reading.verdict.digit_log_odds is not None
    ]
    return bool(odds) and float(np.mean(odds)) - strange < DOUBTFUL_ODDS


def _digits(
    field: PiecedLine,
    choice: Choice,
    readings: list[Recognition],
    names: tuple[str, ...],
    strange: float,
) -> tuple[DigitReading, ...]:
    edges = choice.digits
    pieces = [field.pieces[edge.piece] for edge in edges]
    is_confirmed = _is_confirmed(choice, readings)
    doubted = _doubted_by_network(choice, names)
    # All digits of a listed value are as sure as the value, strange ones among them.
    is_sure = choice.listed is not None and choice.probability >= SURE
    digits: list[DigitReading] = []
    for edge, piece, reading, is_joined, probability, others in zip(
        edges,
        pieces,
        readings,
        _joined(pieces),
        choice.probabilities,
        choice.others,
        strict=True,
    ):
        if is_sure:
            shown = _confirmed(reading, edge.label, choice.probability)
            probability = choice.probability
        elif is_confirmed and (reading.verdict is None or reading.verdict.is_digit):
            shown = _confirmed(reading, edge.label, choice.network_probability)
            probability = float(shown.probabilities[edge.label])
        else:
            if len(digits) in doubted:
                probability = min(probability, choice.network_probability)
            shown = _doubted(_admitted(reading, edge.label, choice), probability, others, strange)
        verdict = reading.verdict
        digits.append(
            DigitReading(
                piece.prepared.box,
                piece.prepared,
                shown,
                edge.label,
                names[edge.label],
                is_joined,
                edge in choice.bent,
                probability,
                verdict is None or (verdict.kind == DIGIT and not _is_strange(verdict, strange)),
            )
        )
    return tuple(digits)


def _doubted_by_network(choice: Choice, names: tuple[str, ...]) -> set[int]:
    """Return the indices of the digits where the line network is sure of another text."""
    if choice.bent or not choice.network_probability < NETWORK_DOUBTS < choice.network_best:
        return set()
    text = [names[edge.label] for edge in choice.digits]
    doubted: set[int] = set()
    changes = SequenceMatcher(None, text, list(choice.network_text), autojunk=False)
    for kind, start, stop, _, _ in changes.get_opcodes():
        if kind == "insert":
            doubted |= {start - 1, start}
        elif kind != "equal":
            doubted |= set(range(start, stop))
    return doubted


def _is_confirmed(choice: Choice, readings: list[Recognition]) -> bool:
    """True if the line network is sure of the text, and the evidence reads every digit alike.

    The two make different errors: of 207 such lines, real and composed, one was wrong.
    """
    if choice.network_probability < SURE or len(readings) < FEWEST_ADMITTED or choice.bent:
        return False
    return all(
        float(reading.probabilities[edge.label]) > CONFIRMING
        for edge, reading in zip(choice.digits, readings, strict=True)
    )


def _confirmed(reading: Recognition, label: int, probability: float) -> Recognition:
    """Return the reading of a digit whose label the line network confirms.

    Its probabilities are those of the line: the label's is at least the network's.

    Args:
        reading: of the piece alone.
        label: what both read.
        probability: of the line's text by the network, in [0, 1].
    """
    probabilities = (1 - np.float32(probability)) * reading.probabilities
    probabilities[label] += np.float32(probability)
    odds = None if reading.verdict is None else reading.verdict.digit_log_odds
    verdict = Verdict(DIGIT, (label,), float(probabilities[label]), odds)
    return replace(reading, probabilities=probabilities, verdict=verdict)


def _admitted(reading: Recognition, label: int, choice: Choice) -> Recognition:
    """Return a rejected digit as unsure where the line network is sure of the line's text."""
    verdict = reading.verdict
    if verdict is None or verdict.is_digit:
        return reading
    if choice.network_probability < NETWORK_SURE or len(choice.digits) < FEWEST_ADMITTED:
        return reading
    probability = float(reading.probabilities[label])
    return replace(reading, verdict=Verdict(UNSURE, (label,), probability, verdict.digit_log_odds))


def _doubted(
    reading: Recognition, cut_probability: float, others: tuple[int, ...], strange: float
) -> Recognition:
    """Return a reading that is unsure if its label, its digit score or its cuts are.

    Args:
        reading: of the piece, which takes the cuts for granted.
        cut_probability: in [0, 1], that they are right.
        others: labels that other readings of the line have there.
        strange: log odds of a digit below which a lone sign is rejected.
    """
    verdict = reading.verdict
    if verdict is None or not verdict.is_digit:
        return reading
    labels, probability = verdict.labels, min(verdict.probability, cut_probability)
    if (probability < SURE or _is_strange(verdict, strange)) and len(labels) == 1:
        by_evidence = np.argsort(-reading.evidence_nats, kind="stable").tolist()
        labels += tuple(k for k in (*others, *by_evidence) if k != labels[0])[:1]
    # An admitted digit scores below every threshold, so it has a second label by now.
    kind = UNSURE if labels[1:] else verdict.kind
    doubted = Verdict(kind, labels, probability, verdict.digit_log_odds)
    return replace(reading, verdict=doubted)


def _is_strange(verdict: Verdict, strange: float) -> bool:
    return verdict.digit_log_odds is not None and verdict.digit_log_odds < strange


def _joined(pieces: list[FieldPiece]) -> list[bool]:
    """Tell which pieces were cut off the one before through ink."""
    joined, left = [], 0.0
    for piece in pieces:
        joined.append(left > TOUCHING)
        # `crossed` is the ink of both cuts together; the line begins with a cut through nothing.
        left = max(0.0, piece.crossed - left)
    return joined


def with_lone_sign(page: PageReading, alone: Candidate, names: tuple[str, ...]) -> PageReading:
    """Return a page of one sign as it is read alone, if that is the same ink.

    Args:
        page: of one digit.
        alone: the selected preparation of the same picture, and its reading.
        names: names of the labels.
    """
    (digit,) = page.digits
    reading, box = alone.recognition, alone.prepared.box
    if reading is None or reading.label is None or reading.verdict is None:
        return page
    least = SAME_INK if reading.verdict.is_digit or digit.is_rejected else SAME_REJECTED_INK
    if digit.box.overlap(box) < least:
        return page
    is_clear = reading.verdict.kind == DIGIT
    name = names[reading.label]
    lone = DigitReading(box, alone.prepared, reading, reading.label, name, is_clear=is_clear)
    (line,) = page.lines
    return PageReading((replace(line, digits=(lone,), probability=lone.probability),))


def holds_a_number(page: PageReading) -> bool:
    """True if a picture of unknown content is a number rather than one sign or no writing.

    A number has two digits of alike height or more, most of its pieces are digits, and it falls
    apart into signs that do not touch or is too wide for one sign: a lone H can be cut into two
    1s, but it need not. On printed paper, where single pieces look little like digits, a line of
    three digits or more that the line network reads with hardly a doubt is a number, too.

    Args:
        page: as read.
    """
    if any(
        line.network_probability > NUMBER_SURE and len(line.digits) >= FEWEST_ADMITTED
        for line in page.lines
    ):
        return True
    digits = page.digits
    tallest = max((digit.box.height for digit in digits), default=0)
    alike = [digit for digit in digits if digit.box.height >= ALIKE * tallest]
    certain = [digit for digit in alike if not digit.is_rejected]
    sure = [digit for digit in digits if digit.is_clear]
    if len(certain) < MIN_DIGITS or 2 * len(sure) < len(digits):
        return False
    signs = sum(not digit.is_joined for digit in alike)
    width = max(digit.box.right for digit in alike) - min(digit.box.x for digit in alike)
    return signs >= MIN_DIGITS or width > WIDE * tallest
