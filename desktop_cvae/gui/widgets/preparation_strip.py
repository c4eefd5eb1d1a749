"""The preparation of the picture: tiles of the likely ones, and a menu of all.

The model reads every hypothesis about a picture's preparation and selects one of them
(``inference.preparation_selection``). A click or an arrow key chooses another one. A click on the
selected one, or a second click on the chosen one, leaves the choice to the evidence again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QMenu,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QWidget,
)

from desktop_cvae.core.language import mark, number, percent_text, tr
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import Candidate
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.evidence_scale import nats_text

LEAST, MOST = 0.01, 4
"""Smallest probability, and largest number, of hypotheses shown as tiles."""
GAP = SPACING // 2
RISE = 11
"""Pixels by which the strip is higher than its line of text."""
BY_EVIDENCE = mark("Chosen by the evidence")


def ranked(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, the likeliest first."""
    return sorted(candidates, key=lambda one: -one.share)


def are_told(candidates: Sequence[Candidate], wish: str) -> bool:
    """Return True if the preparation is worth mentioning: another likely one is read otherwise.

    Args:
        candidates: of an answer, the one that was read first.
        wish: the user's; "" for none.
    """
    if len(candidates) < 2:
        return False
    likely = (candidates[0], *(one for one in candidates[1:] if one.share >= LEAST))
    labels = {one.recognition.label for one in likely if one.recognition is not None}
    return bool(wish) or len(labels) > 1


def share_text(share: float) -> str:
    """Return whole per cent, for a small tile."""
    if share > 0.995:
        return f"> {number(99)} %"
    return f"< {number(1)} %" if share < 0.005 else f"{number(100 * share, '.0f')} %"


def choose(session: Session, name: str) -> None:
    """Choose a preparation; choosing the evidence's own, or the chosen one again, returns to it."""
    reply = session.reply
    best = ranked(reply.answer.candidates)[0].name if reply and reply.answer.candidates else ""
    session.set_preparation("" if name in (best, session.preparation) else name)


class Tile(QRadioButton):
    """A hypothesis: its small picture and, where there is room, its probability."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.candidate: Candidate | None = None
        self._is_believed = False
        self._image: QImage | None = None

    def set_candidate(self, candidate: Candidate, tip: str, *, is_believed: bool) -> None:
        """Set the candidate.

        Args:
            candidate: what the picture may be.
            tip: what is said of it.
            is_believed: no other has a larger share.
        """
        self.candidate, self._is_believed = candidate, is_believed
        self._image = digit_image(candidate.prepared.image)
        title, share = tr(PREPARATIONS[candidate.name]), percent_text(candidate.share)
        self.setAccessibleName(f"{title}, {share}")
        self.setAccessibleDescription(tip)
        self.setToolTip(f"{title}\n{tip}")
        font = tabular_font(self.font())
        font.setWeight(QFont.Weight.DemiBold if is_believed else QFont.Weight.Normal)
        self.setFont(font)
        self.update()

    def wide(self, side: int) -> int:
        text = share_text(self.candidate.share) if self.candidate else ""
        return side + GAP + self.fontMetrics().horizontalAdvance(text) + 2

    def hitButton(self, pos: object) -> bool:
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self.candidate is not None:
            self._image = digit_image(self.candidate.prepared.image)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.candidate is None or self._image is None:
            return
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = self.height()
        square = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(0, 0, side, side))
        painter.drawImage(square, self._image)
        is_active = self.isChecked() or self.hasFocus() or self.underMouse()
        pen = QPen(QColor(theme.accent if is_active else theme.border), 1 + self.isChecked())
        if self.hasFocus():
            pen = QPen(QColor(theme.accent), 3)
        painter.setPen(pen)
        inset = pen.widthF() / 2
        painter.drawRect(QRectF(square).adjusted(inset, inset, -inset, -inset))
        if self.width() > side:
            beside = self.rect().adjusted(side + GAP, 0, 0, 0)
            beside = QStyle.visualRect(self.layoutDirection(), self.rect(), beside)
            painter.setPen(QColor(theme.text if self._is_believed else theme.muted))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(beside, flags, share_text(self.candidate.share))


class PreparationMenu(QMenu):
    """Menu of all preparations; the evidence's choice is on top.

    Args:
        session: its wish is set.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Read the picture &as"), parent)
        self._session = session
        self.setObjectName("preparations_menu")
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        session = self._session
        self.clear()
        self._add(tr(BY_EVIDENCE), "", partial(session.set_preparation, ""))
        self.addSeparator()
        answer = session.reply.answer if session.reply else None
        if answer is None or len(answer.candidates) < 2:
            # The model examines the other preparations only in doubt, or once one is chosen.
            for name, title in PREPARATIONS.items():
                self._add(tr(title), name, partial(session.set_preparation, name))
            return
        for one in ranked(answer.candidates):
            text = f"{tr(PREPARATIONS[one.name])}\t{percent_text(one.share)}"
            self._add(text, one.name, partial(session.set_preparation, one.name), one)

    def _add(
        self, text: str, name: str, choose_it: partial[None], candidate: Candidate | None = None
    ) -> None:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(name == self._session.preparation)
        if candidate is not None:
            action.setIcon(QIcon(QPixmap.fromImage(digit_image(candidate.prepared.image))))
        action.triggered.connect(lambda _=False: choose_it())


class PreparationStrip(QWidget):
    """Tiles beside the heading; empty where all likely ones are read alike.

    Args:
        session: its answer is shown, its wish set.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("preparations")
        self.setAccessibleName(tr("How the picture is read"))
        # It takes the room that is left and asks for little: a doubt must not make a pane wider.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._tiles = [Tile(self) for _ in range(MOST + 1)]
        for tile in self._tiles:
            self._group.addButton(tile)
            tile.clicked.connect(partial(self._on_clicked, tile))
            tile.hide()
        self._count = 0
        tip = tr("All ways to read the picture (P)")
        self.more = ToolButton("chevron", tr("All ways to read the picture"), tip, self)
        self.more.setObjectName("more_preparations")
        self.more.set_flat()
        self.menu = PreparationMenu(session, self)
        self.more.clicked.connect(self._show_menu)
        self.more.hide()
        session.reply_changed.connect(self._show)

    @property
    def tiles(self) -> list[Tile]:
        return self._tiles[: self._count]

    def sizeHint(self) -> QSize:
        """Return the size of one tile, so that the height never changes."""
        height = self._height()
        return QSize(SPACING + height if self._count else 0, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._show()

    def _height(self) -> int:
        return self.fontMetrics().height() + RISE

    def _show(self) -> None:
        session = self._session
        answer = session.reply.answer if session.reply else None
        candidates = answer.candidates if answer else ()
        # The reply belongs to the preparation of its own question; another may be on its way.
        wish = session.reply.question.preparation if session.reply else ""
        shown = _shown(candidates) if are_told(candidates, wish) else []
        self._count = len(shown)
        for tile, one in zip(self._tiles, shown, strict=False):
            tip = _tip(one, shown[0], candidates[0], wish)
            tile.set_candidate(one, tip, is_believed=one is shown[0])
            if one is candidates[0]:
                tile.setChecked(True)
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        """Place the tiles at the far end, with as many probabilities as fit."""
        height = self._height()
        # The button for all others comes after the one that is read.
        end = height if self._count and self.width() >= SPACING + 2 * height + GAP else 0
        room = self.width() - SPACING - end
        tiles = _fitting(self.tiles, room, height)
        for with_share in (len(tiles), 1, 0):
            widths = [t.wide(height) if at < with_share else height for at, t in enumerate(tiles)]
            gap = 2 * GAP if with_share > 1 else GAP
            used = sum(widths) + gap * (len(tiles) - (not end))
            if used <= room:
                break
        left = SPACING + room - used
        for tile, width in zip(tiles, widths, strict=True):
            self._put(tile, left, width)
            left += width + gap
        for tile in self._tiles:
            tile.setVisible(tile in tiles)
        self._put(self.more, self.width() - end, end)
        self.more.setVisible(end > 0)

    def _put(self, widget: QWidget, left: int, width: int) -> None:
        place = QRect(left, 0, width, self._height())
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _show_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_clicked(self, tile: Tile) -> None:
        if tile.candidate is not None:
            choose(self._session, tile.candidate.name)


def _shown(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the likeliest candidates and the one that is read."""
    order = ranked(candidates)
    few = [one for one in order[:MOST] if one is order[0] or one.share >= LEAST]
    return few if candidates[0] in few else [*few, candidates[0]]


def _fitting(tiles: list[Tile], room: int, side: int) -> list[Tile]:
    """Return the tiles that fit without probabilities, always with the one that is read."""
    most = max(1, (room + GAP) // (side + GAP))
    kept = tiles[:most]
    read = [tile for tile in tiles if tile.isChecked()]
    if read and kept and read[0] not in kept:
        kept[-1] = read[0]
    return kept


def _tip(one: Candidate, best: Candidate, read: Candidate, wish: str) -> str:
    share = percent_text(one.share)
    if one is best:
        said = [tr("Selected, with probability {share}", share=share)]
    else:
        nats = nats_text(best.nats - one.nats)
        said = [tr("Probability {share}, {nats} nats behind the best", share=share, nats=nats)]
    if one is read and wish:
        said.append(tr("Chosen by you; click to let the evidence decide again"))
    elif one is not read:
        said.append(tr("Click to read the picture this way"))
    return "\n".join(said)
