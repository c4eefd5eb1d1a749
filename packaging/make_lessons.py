"""Write the lessons of ``resources/lessons``, in the strokes of ``make_samples.py``.

Run ``python packaging/make_lessons.py [FOLDER]`` to write them again. The lessons are for the model
``studio``, which comes with the program, so that their files do not contain it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from make_samples import PATHS, curve

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.library.lesson import Lesson, LessonModel, LessonStep, Written
from desktop_cvae.library.lesson_file import SUFFIX, lesson_bytes
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.session_record import SessionRecord

WRITTEN = Written("2026-11-23T00:00:00+00:00", "")
AUTHOR = "desktop_cvae"
PEN = 0.075
POINTS_A_PIECE = 9
WIDE = 2.6
Words = dict[str, tuple[str, str]]
"""Title and notes by language."""


def strokes(path: str, x: float = 0.5, y: float = 0.5, height: float = 0.66) -> list[StrokeRecord]:
    """Return the strokes of a digit, centred at a point of the canvas."""
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
        for line in PATHS[path]
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
    "first-steps": {"en": "How it reads a digit", "uk": "Як вона читає цифру"},
    "doubts": {"en": "When it doubts", "uk": "Коли вона сумнівається"},
}
ABOUT = {
    "first-steps": {
        "en": "Six steps from a drawing to its answer; twenty minutes.",
        "uk": "Шість кроків від малюнка до відповіді; двадцять хвилин.",
    },
    "doubts": {
        "en": "Five drawings that are hard to read, and what is said of them; twenty minutes.",
        "uk": "П'ять малюнків, які важко прочитати, і що про них сказано; двадцять хвилин.",
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
                "second, and what has it in common with a 7?",
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
                "What it sees",
                "The same 7, small and in a corner. What the model reads is always 28 × 28 squares "
                "with the digit in the middle: look at Input.\nClear the canvas (Delete) and draw "
                "one yourself, as small as you can. When is it misread?",
            ),
            "uk": (
                "Що вона бачить",
                "Та сама сімка, мала й у куті. Модель завжди читає 28 × 28 квадратиків із цифрою "
                "посередині: погляньте на «Вхід».\nОчистьте полотно (Delete) і намалюйте свою, "
                "якомога меншу. Коли її прочитано хибно?",
            ),
        },
    ),
    (
        SessionRecord(digit("7"), topic="evidence"),
        {
            "en": (
                "Evidence",
                "The card says what the bars mean. Draw on while it is open: it follows the pen.\n"
                "Give the 7 a bar. Does that speak for it, or against it?",
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
                "The model reads this 3 under noise and writes what it believes was there: compare "
                "Noisy with Reconstruction.\nMove the slider. From which level on is the answer "
                "wrong, and what is it then?",
            ),
            "uk": (
                "Шум",
                "Модель читає цю трійку крізь шум і пише те, що, на її думку, там було: порівняйте "
                "«Із шумом» з «Реконструкцією».\nРухайте повзунок. Від якого рівня відповідь "
                "хибна, і якою вона тоді стає?",
            ),
        },
    ),
    (
        SessionRecord(digit("4"), label="9"),
        {
            "en": (
                "Under another label",
                "Here a 4 must be explained as a 9. The picture Difference shows what is missing "
                "and what is too much.\nChoose other labels (keys 0 to 9). Under which one is "
                "least missing? A gives the choice back to the model.",
            ),
            "uk": (
                "Під іншою міткою",
                "Тут четвірку треба пояснити як дев'ятку. Зображення «Різниця» показує, "
                "чого бракує і що зайве.\nОберіть інші мітки (клавіші 0–9). Під якою бракує "
                "найменше? A повертає вибір моделі.",
            ),
        },
    ),
    (
        SessionRecord(digit("2"), panel="latent"),
        {
            "en": (
                "Where it lies",
                "Every dot is a test digit as a few numbers, its latent code. Your drawing lies "
                "among them and moves while you draw.\nTurn the 2 into a 7, stroke by stroke: "
                "which way does it go?",
            ),
            "uk": (
                "Де вона лежить",
                "Кожна крапка — тестова цифра у вигляді кількох чисел, її латентний код. Ваш "
                "малюнок лежить серед них і рухається, поки ви малюєте.\nПеретворіть двійку на "
                "сімку, штрих за штрихом: якою дорогою вона йде?",
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
                "Two explanations are almost as good. How probable is each?\nClose the gap at the "
                "top with one stroke, then undo it (Ctrl+Z) and make it wider. How much ink "
                "decides?",
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
                "No digit at all",
                "A letter has a best digit too, but a poor one. “Like a digit” says how poor.\n"
                "Move Strictness. What is the price of being stricter?",
            ),
            "uk": (
                "Зовсім не цифра",
                "У літери теж є найкраща цифра, але погана. «Схоже на цифру» каже, наскільки "
                "погана.\nПорухайте повзунок суворості. Яка ціна більшої суворості?",
            ),
        },
    ),
    (
        SessionRecord(digit("8"), NoiseSetting("occlusion", 0.4, 3)),
        {
            "en": (
                "A part is hidden",
                "A grey square hides a part of this 8. Throw it anew (Space) a few times: which "
                "part does the model need?\nIn the reconstruction it writes what it cannot see.",
            ),
            "uk": (
                "Частину сховано",
                "Сірий квадрат ховає частину цієї вісімки. Киньте його знову (пробіл) кілька "
                "разів: яка частина потрібна моделі?\nУ реконструкції вона пише те, чого "
                "не бачить.",
            ),
        },
    ),
    (
        SessionRecord(digit("1"), NoiseSetting("salt and pepper", 0.3, 5), looked_at="7"),
        {
            "en": (
                "The second best",
                "The explanation as a 7 is looked at. What speaks against it?\nPoint at other "
                "rows, or go through them with the arrow keys.",
            ),
            "uk": (
                "Друга за якістю",
                "Показано пояснення як сімки. Що свідчить проти нього?\nНаведіть вказівник на інші "
                "рядки або пройдіть їх клавішами зі стрілками.",
            ),
        },
    ),
    (
        SessionRecord(number("2047"), reads_number=True),
        {
            "en": (
                "A whole number",
                "Each digit is read alone, and the number from all. Click a box to see why it was "
                "read so; type a digit to correct it.\nEsc goes back to the canvas: let two digits "
                "touch, and read again (N).",
            ),
            "uk": (
                "Ціле число",
                "Кожну цифру прочитано окремо, а число — з усіх. Клацніть рамку, щоб побачити, "
                "чому прочитано саме так; наберіть цифру, щоб виправити.\nEsc повертає на полотно: "
                "нехай дві цифри торкнуться, і прочитайте знову (N).",
            ),
        },
    ),
]
LESSONS = {"first-steps": FIRST, "doubts": DOUBTS}
LANGUAGES = ("en", "uk")


def lesson(name: str, language: str, manifest: Manifest) -> Lesson:
    """Return one of ``LESSONS`` in a language."""
    steps = tuple(LessonStep(*words[language], window) for window, words in LESSONS[name])
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
