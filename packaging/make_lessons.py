"""Write the lessons of ``resources/lessons``, in the strokes of ``make_samples.py``.

Run ``python packaging/make_lessons.py [FOLDER]`` to write them again. The lessons are for the model
``studio``, which comes with the program, so that their files do not contain it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from checked_lessons import ABOUT as CHECKED_ABOUT
from checked_lessons import TITLES as CHECKED_TITLES
from checked_lessons import Questions, Words, checked_lessons
from make_samples import PATHS, curve

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.library.lesson_content import Lesson, LessonModel, LessonStep, Provenance
from desktop_cvae.library.lesson_file import SUFFIX, lesson_bytes
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.session_record import SessionRecord

WRITTEN = Provenance("2026-11-23T00:00:00+00:00", "")
AUTHOR = "desktop_cvae"
PEN = 0.075
POINTS_A_PIECE = 9
WIDE = 2.6
# A 4 that one stroke over the top turns into a 9.
OPEN_FOUR = [[(36, 8), (24, 40), (22, 64), (40, 72), (84, 62)], [(76, 4), (74, 62), (64, 136)]]
Lines = list[list[tuple[float, float]]]


def strokes(
    path: str | Lines, x: float = 0.5, y: float = 0.5, height: float = 0.66
) -> list[StrokeRecord]:
    """Return the strokes of a digit, centred at a point of the canvas.

    Args:
        path: the name of a digit in ``PATHS``, or its lines.
        x: of the point, as a fraction of the canvas' height.
        y: likewise.
        height: of the digit, as a fraction of the canvas.
    """
    unit = height / 140
    return [
        StrokeRecord(
            PEN * min(1.0, height / 0.5),
            False,
            tuple(
                (round(x + unit * (px - 50), 4), round(y + unit * (py - 70), 4))
                for px, py in curve(line, POINTS_A_PIECE).tolist()
            ),
        )
        for line in (PATHS[path] if isinstance(path, str) else path)
    ]


def digit(path: str, x: float = 0.5, y: float = 0.5, height: float = 0.66) -> DrawingRecord:
    """Return one digit on a square canvas."""
    return DrawingRecord(tuple(strokes(path, x, y, height)))


def number(text: str) -> DrawingRecord:
    """Return several digits side by side on a wide canvas."""
    step = WIDE / (len(text) + 0.5)
    lines = [strokes(c, step * (k + 0.75), 0.5, 0.6) for k, c in enumerate(text)]
    return DrawingRecord(tuple(stroke for line in lines for stroke in line), WIDE)


TITLES = {
    "first-steps": {"en": "How the model reads a digit", "uk": "Як модель читає цифру"},
    "doubts": {"en": "When the model is unsure", "uk": "Коли модель не впевнена"},
}
ABOUT = {
    "first-steps": {
        "en": "Six steps from a drawing to its answer; twenty minutes.",
        "uk": "Шість кроків від малюнка до відповіді; двадцять хвилин.",
    },
    "doubts": {
        "en": "Five drawings that are hard to read, and their answers; twenty minutes.",
        "uk": "П’ять малюнків, які важко прочитати, і відповіді на них; двадцять хвилин.",
    },
}
FIRST: list[tuple[SessionRecord, Words]] = [
    (
        SessionRecord(digit("7")),
        {
            "en": (
                "Ten explanations",
                "The model tries to explain the drawing as each of the ten digits. The best "
                "explanation is its answer.\nLook at the rows under Evidence: which digit comes "
                "second, and what does it have in common with a 7?",
            ),
            "uk": (
                "Десять пояснень",
                "Модель намагається пояснити малюнок як кожну з десяти цифр. Найкраще пояснення "
                "і є відповіддю.\nПогляньте на рядки під «Свідчення»: яка цифра друга, і що в неї "
                "спільного із сімкою?",
            ),
        },
    ),
    (
        SessionRecord(digit("7", 0.22, 0.25, 0.3)),
        {
            "en": (
                "What the model sees",
                "The same 7, small and in a corner. The model always reads 28 × 28 pixels with the "
                "digit in the middle: look at Input.\nClear the canvas (Delete) and draw a 7 "
                "yourself, as small as you can. When does the model misread it?",
            ),
            "uk": (
                "Що бачить модель",
                "Та сама сімка, мала й у куті. Модель завжди читає 28 × 28 пікселів із цифрою "
                "посередині: погляньте на «Вхід».\nОчистьте полотно (Delete) і намалюйте свою "
                "сімку, якомога меншу. Коли модель читає її хибно?",
            ),
        },
    ),
    (
        SessionRecord(digit("7"), topic="evidence"),
        {
            "en": (
                "Evidence",
                "The card explains the bars. Keep drawing while it is open: it follows the pen.\n"
                "Add a crossbar to the 7. Is that evidence for it, or against it?",
            ),
            "uk": (
                "Свідчення",
                "Картка каже, що означають смужки. Малюйте далі, поки вона відкрита: вона стежить "
                "за пером.\nДодайте сімці риску. Це свідчить за неї чи проти?",
            ),
        },
    ),
    (
        SessionRecord(digit("3"), NoiseSetting("gaussian", 0.45, 7)),
        {
            "en": (
                "Noise",
                "The model reads this 3 under noise and reconstructs what was probably there: "
                "compare Noisy with Reconstruction.\nMove the slider. At which level does the "
                "answer become wrong, and what is it then?",
            ),
            "uk": (
                "Шум",
                "Модель читає цю трійку крізь шум і реконструює те, що там, імовірно, було: "
                "порівняйте «Із шумом» з «Реконструкцією».\nРухайте повзунок. За якого рівня "
                "відповідь стає хибною, і яка вона тоді?",
            ),
        },
    ),
    (
        SessionRecord(digit("4"), label="9"),
        {
            "en": (
                "Under another label",
                "Here the model must explain a 4 as a 9. The picture Difference shows missing ink "
                "and extra ink.\nChoose other labels (keys 0 to 9). Which one leaves the least "
                "ink missing? Press A to let the model choose again.",
            ),
            "uk": (
                "Під іншою міткою",
                "Тут модель мусить пояснити четвірку як дев’ятку. Зображення «Різниця» показує "
                "чорнило, якого бракує, і зайве чорнило.\nОберіть інші мітки (клавіші 0–9). З якою "
                "бракує найменше? Натисніть A, щоб знову вибирала модель.",
            ),
        },
    ),
    (
        SessionRecord(digit("2"), panel="latent"),
        {
            "en": (
                "Where the drawing lies",
                "Every dot is a test digit, placed by its latent code of a few numbers. Your "
                "drawing lies among them and moves while you draw.\nTurn the 2 into a 7, stroke "
                "by stroke: which way does it move?",
            ),
            "uk": (
                "Де лежить малюнок",
                "Кожна точка — тестова цифра, розміщена за її латентним кодом із кількох чисел. "
                "Ваш малюнок лежить серед них і рухається, поки ви малюєте.\nПеретворіть двійку "
                "на сімку, штрих за штрихом: куди вона рухається?",
            ),
        },
    ),
]
DOUBTS: list[tuple[SessionRecord, Words]] = [
    (
        SessionRecord(digit("4or9")),
        {
            "en": (
                "A 4, or a 9?",
                "Two explanations are almost equally good. How probable is each?\nClose the gap "
                "at the top with one stroke, then undo it (Ctrl+Z) and make the gap wider. How "
                "much ink decides?",
            ),
            "uk": (
                "4 чи 9?",
                "Два пояснення майже однаково добрі. Наскільки ймовірне кожне?\nЗамкніть "
                "просвіт угорі одним штрихом, тоді скасуйте (Ctrl+Z) і зробіть його ширшим. "
                "Скільки чорнила вирішує?",
            ),
        },
    ),
    (
        SessionRecord(digit("A"), topic="likeness"),
        {
            "en": (
                "Not a digit",
                "A letter, too, has a label that explains it best, but poorly. “Like a digit” "
                "shows how digit-like it is.\nUnfold “Rejection” and move its slider. How many "
                "real digits does a higher threshold reject?",
            ),
            "uk": (
                "Не цифра",
                "Літеру теж якась мітка пояснює найкраще, але погано. «Схоже на цифру» показує, "
                "наскільки вона схожа на цифру.\nРозгорніть «Відхилення» й порухайте повзунок. "
                "Скільки справжніх цифр відхиляє вищий поріг?",
            ),
        },
    ),
    (
        SessionRecord(digit("8"), NoiseSetting("occlusion", 0.4, 3)),
        {
            "en": (
                "A part is hidden",
                "A grey square hides a part of this 8. Move it at random (Space) a few times: "
                "which part does the model need?\nThe reconstruction shows what the model cannot "
                "see.",
            ),
            "uk": (
                "Частину сховано",
                "Сірий квадрат ховає частину цієї вісімки. Кілька разів змініть його місце "
                "(пробіл): яка частина потрібна моделі?\nРеконструкція показує те, чого модель не "
                "бачить.",
            ),
        },
    ),
    (
        SessionRecord(digit("1"), NoiseSetting("salt and pepper", 0.3, 5), looked_at="7"),
        {
            "en": (
                "The second best",
                "The window shows the explanation as a 7. What is the evidence against it?\nPoint "
                "at other rows, or go through them with the arrow keys.",
            ),
            "uk": (
                "Друга за якістю",
                "Вікно показує пояснення як сімки. Що свідчить проти нього?\nНаведіть вказівник "
                "на інші рядки або пройдіть їх клавішами зі стрілками.",
            ),
        },
    ),
    (
        SessionRecord(number("2047"), reads_number=True),
        {
            "en": (
                "A whole number",
                "The model reads each digit on its own, and the program joins them. Click a box "
                "to see the reason; type a digit to correct it.\nPress Esc to go back to the "
                "canvas: let two digits touch, and read again (N).",
            ),
            "uk": (
                "Ціле число",
                "Модель читає кожну цифру окремо, а програма складає з них число. Клацніть рамку, "
                "щоб побачити причину; наберіть цифру, щоб виправити.\nНатисніть Esc, щоб "
                "повернутися на полотно: нехай дві цифри торкнуться, і прочитайте знову (N).",
            ),
        },
    ),
]
NO_QUESTIONS: Questions = {}
LESSONS = {
    name: [(window, words, NO_QUESTIONS) for window, words in steps]
    for name, steps in (("first-steps", FIRST), ("doubts", DOUBTS))
} | checked_lessons(digit, DrawingRecord(tuple(strokes(OPEN_FOUR))))
TITLES |= CHECKED_TITLES
ABOUT |= CHECKED_ABOUT
LANGUAGES = ("en", "uk")


def lesson(name: str, language: str, manifest: Manifest) -> Lesson:
    """Return one of ``LESSONS`` in a language."""
    steps = tuple(
        LessonStep(*words[language], window, questions.get(language))
        for window, words, questions in LESSONS[name]
    )
    model = LessonModel(manifest.name, manifest.weights_sha256)
    title, about = TITLES[name][language], ABOUT[name][language]
    return Lesson(title, AUTHOR, about, steps, model, WRITTEN)


def files() -> dict[str, bytes]:
    """Return all files by their names."""
    manifest = find_model("studio").manifest
    return {
        f"{name}.{language}{SUFFIX}": lesson_bytes(lesson(name, language, manifest))
        for name in LESSONS
        for language in LANGUAGES
    }


def main() -> None:
    """Write all lessons."""
    default = Path(__file__).resolve().parents[1] / "resources" / "lessons"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (folder / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
