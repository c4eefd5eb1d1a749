"""The guide: chapters on the left, on the right a page that follows the drawing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.explanations.chapters import CHAPTERS, Chapter, GuideTools
from desktop_cvae.gui.explanations.cvae_panel import CvaePanel
from desktop_cvae.gui.explanations.sample_pictures import CLEAR
from desktop_cvae.gui.explanations.situation import Situation, SituationFollower, find_passes
from desktop_cvae.gui.explanations.small_charts import DigitRow
from desktop_cvae.gui.explanations.topic_view import PARAGRAPH, TopicView
from desktop_cvae.gui.explanations.topics import TOPICS
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.theme import SPACING, enlarge_text, tabular_font, text_scale
from desktop_cvae.gui.widgets.card import Rule, row, text_label
from desktop_cvae.gui.widgets.text_list import ListEntry, TextList
from desktop_cvae.gui.widgets.verdict import short_verdict
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, make_close
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(960, 720)
LEAST = QSize(480, 320)
LIST_WIDTH, MOST_LIST_WIDTH, DRAWING_WIDTH = 216, 290, 220
TRIES_ACROSS = 2


class GuidePage(QWidget):
    """A chapter.

    Args:
        chapter: its content.
        tools: what its buttons use.
        runner: the worker.
    """

    def __init__(
        self,
        chapter: Chapter,
        tools: GuideTools,
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chapter = chapter
        self.network = CvaePanel(tools.session, runner) if chapter.shows_network else None
        self.setObjectName("column")
        self.views = [TopicView(TOPICS[key]) for key in chapter.topics]
        self.buttons: list[QPushButton] = []
        self._drawing = DigitRow(tr("The drawing and its reconstruction"), self)
        self._fit()
        self._answer = QLabel(self)
        self._answer.setFont(tabular_font(self.font()))
        enlarge_text(self._answer, 2)
        self._answer.setWordWrap(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(2 * SPACING, 0, 2 * SPACING, SPACING)
        down.setSpacing(SPACING + 4)
        down.addWidget(_title(tr(chapter.title)))
        down.addWidget(_paragraphs(chapter.text))
        across = row(self._drawing, self._answer, fills=self._answer)
        if self.network is None:
            down.addLayout(across)
        else:
            # It shows the drawing and its reconstruction itself.
            self._drawing.hide()
            self._answer.hide()
            down.addWidget(self.network)
        down.addLayout(self._tries(tools))
        for view in self.views:
            down.addWidget(Rule())
            if len(self.views) > 1:
                down.addWidget(text_label(tr(view.topic.title), "title"))
            down.addWidget(view)
        down.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._drawing.setFixedWidth(round(DRAWING_WIDTH * text_scale()))

    def show_situation(self, situation: Situation) -> None:
        if self.network is not None:
            self.network.show_situation(situation)
            return
        reply, reading, model = situation.reply, situation.reading, situation.model
        # The first chapter's own chart shows the same.
        shows_it_below = "seen" in self.chapter.topics
        self._drawing.setVisible(reading is not None and not shows_it_below)
        if reply is None or reading is None or model is None:
            waiting = tr("Draw a digit on the canvas.") if model else tr("No model is open yet.")
            self._answer.setText(waiting)
        else:
            images = [reply.answer.prepared.image, reading.reconstructions[situation.index]]
            captions = [tr("drawn")]
            captions.append(
                tr("as {name}", name=situation.name) if model.has_labels else tr("reconstruction")
            )
            if reply.question.noise.level > 0:
                images.insert(1, reply.answer.noisy)
                captions.insert(1, tr("noisy"))
            self._drawing.set_digits(images, captions)
            verdict = short_verdict(reply, model.label_names)
            sentence = verdict[:1].upper() + verdict[1:]
            self._answer.setText(sentence or tr("This model has no labels."))
        for view in self.views:
            view.show_situation(situation)

    def _tries(self, tools: GuideTools) -> QGridLayout:
        across = QGridLayout()
        across.setHorizontalSpacing(SPACING)
        across.setVerticalSpacing(SPACING)
        for index, attempt in enumerate(self.chapter.tries):
            act = partial(attempt.do, tools)
            button = make_button(attempt.words, tr(attempt.tip), on_click=act)
            across.addWidget(button, *divmod(index, TRIES_ACROSS))
            self.buttons.append(button)
        across.setColumnStretch(TRIES_ACROSS, 1)
        return across


class Guide(WorkDialog):
    """The list of chapters and the current page.

    Args:
        parent: the window.
        tools: what the chapters' buttons use.
        runner: the worker.
        explorer: the latent map in use.
    """

    def __init__(
        self,
        parent: QWidget,
        tools: GuideTools,
        runner: JobRunner,
        explorer: LatentExplorer,
    ) -> None:
        super().__init__(parent, "guide", tr("Guide"), runner)
        self._tools, self._explorer, self._jobs = tools, explorer, runner
        self.page: GuidePage | None = None
        self.list = TextList()
        self._scroll = QScrollArea()
        self.back = make_button(tr("Back"), on_click=lambda: self._step(-1))
        self.next = make_button(tr("Next"), on_click=lambda: self._step(1))
        self._lay_out_guide()
        titles = [f"{n}.  {tr(chapter.title)}" for n, chapter in enumerate(CHAPTERS)]
        self.list.entries.set_lines([ListEntry(title) for title in titles])
        self._fit_list()
        self.list.row_changed.connect(self._on_row_changed)
        for key, step in (
            (QKeySequence.StandardKey.MoveToPreviousPage, -1),
            (QKeySequence.StandardKey.MoveToNextPage, 1),
        ):
            QShortcut(QKeySequence(key), self, partial(self._step, step))
        self.list.set_row(0)
        if tools.session.image is None and tools.session.model is not None:
            # Show an example at once; the user can undo it.
            tools.open_sample(CLEAR)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # The list gets its font after the dialog.
            QTimer.singleShot(0, self, self._fit_list)

    def _fit_list(self) -> None:
        """Make room for long titles in other languages."""
        usual, most = (round(px * text_scale()) for px in (LIST_WIDTH, MOST_LIST_WIDTH))
        # With large text, the list leaves most of a small screen to the page.
        most = min(most, max(LIST_WIDTH, self.width() // 3))
        needed = self.list.sizeHintForColumn(0) + 3 * SPACING
        self.list.setFixedWidth(min(max(usual, needed), most))

    def show_chapter(self, key: str) -> None:
        """Open a chapter by its key; ignore an unknown key."""
        rows = [at for at, chapter in enumerate(CHAPTERS) if chapter.key == key]
        if rows:
            self.list.set_row(rows[0])

    def _step(self, step: int) -> None:
        self.list.set_row(min(max(self.list.row + step, 0), len(CHAPTERS) - 1))

    def _on_row_changed(self, index: int) -> None:
        self.page = page = GuidePage(CHAPTERS[index], self._tools, self._jobs)
        finders = {finder: None for view in page.views for finder in view.topic.finders}
        if page.network is not None:
            finders[find_passes] = None
        follower = SituationFollower(
            self._tools.session, self._jobs, self._explorer, tuple(finders), page
        )
        follower.found.connect(page.show_situation)
        # The scroll area deletes the previous page.
        self._scroll.setWidget(page)
        self._scroll.setAccessibleName(tr(CHAPTERS[index].title))
        self.back.setEnabled(index > 0)
        self.next.setEnabled(index < len(CHAPTERS) - 1)
        follower.follow()

    def _lay_out_guide(self) -> None:
        self.list.setObjectName("chapters")
        self.list.setAccessibleName(tr("Chapters"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = row(self.list, self._scroll, fills=self._scroll)
        self.lay_out(across, row(self.back, self.next, None, make_close(self)), SIZE)
        self.setMinimumSize(LEAST)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    enlarge_text(label, 7, QFont.Weight.DemiBold)
    label.setWordWrap(True)
    return label


def _paragraphs(texts: tuple[str, ...]) -> QLabel:
    label = QLabel("".join(PARAGRAPH.format(text=tr(text)) for text in texts))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label
