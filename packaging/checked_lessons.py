"""The lessons with questions that the program checks; ``make_lessons.py`` writes them.

A step is what the window shows, its title and notes by language, and its question by language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.library.lesson_questions import LessonQuestion
from desktop_cvae.library.session_record import SessionRecord

Words = dict[str, tuple[str, str]]
"""Title and notes by language."""
Questions = dict[str, LessonQuestion]
Step = tuple[SessionRecord, Words, Questions]
DrawDigit = Callable[[str], DrawingRecord]
DIMENSIONS = 12
"""Numbers in the code of the network of ``studio`` that reads."""


def _choice(
    en: tuple[str, tuple[str, ...], str], uk: tuple[str, tuple[str, ...], str]
) -> Questions:
    """Return a choice; of the answers given here, the first is right."""
    # The same place in both languages, and not always the same one.
    place = len(en[1][0]) % len(en[1])
    return {
        language: LessonQuestion(
            "choice",
            text,
            (*choices[1 : place + 1], choices[0], *choices[place + 1 :]),
            place,
            explanation=explanation,
        )
        for language, (text, choices, explanation) in (("en", en), ("uk", uk))
    }


def _other(kind: str, en: tuple[str, str], uk: tuple[str, str], **entries: Any) -> Questions:
    """Return a question of another kind: text and explanation by language."""
    return {
        language: LessonQuestion(kind, text, explanation=explanation, **entries)
        for language, (text, explanation) in (("en", en), ("uk", uk))
    }


TITLES = {
    "noise": {"en": "Noise", "uk": "Шум"},
    "latent-space": {"en": "The latent space", "uk": "Латентний простір"},
    "temperature": {"en": "Temperature", "uk": "Температура"},
    "kl": {"en": "KL divergence", "uk": "Розбіжність KL"},
    "fooling": {"en": "Fooling the model", "uk": "Як обдурити модель"},
}
ABOUT = {
    "noise": {
        "en": "How much noise can a digit take? Four questions; fifteen minutes.",
        "uk": "Скільки шуму витримує цифра? Чотири запитання; п’ятнадцять хвилин.",
    },
    "latent-space": {
        "en": "A digit as a point among others. Four questions; fifteen minutes.",
        "uk": "Цифра як точка серед інших. Чотири запитання; п’ятнадцять хвилин.",
    },
    "temperature": {
        "en": "How bold the model is when it writes. Four questions; fifteen minutes.",
        "uk": "Наскільки сміливо модель пише. Чотири запитання; п’ятнадцять хвилин.",
    },
    "kl": {
        "en": "What a code costs. Four questions; fifteen minutes.",
        "uk": "Скільки коштує код. Чотири запитання; п’ятнадцять хвилин.",
    },
    "fooling": {
        "en": "A few strokes that change the answer. Four questions; fifteen minutes.",
        "uk": "Кілька штрихів, які змінюють відповідь. Чотири запитання; п’ятнадцять хвилин.",
    },
}


def checked_lessons(digit: DrawDigit, open_four: DrawingRecord) -> dict[str, list[Step]]:
    """Return the steps of each lesson.

    Args:
        digit: returns the drawing of a path of ``make_samples.PATHS``.
        open_four: a 4 that one stroke turns into a 9.
    """
    return {
        "noise": _noise(digit),
        "latent-space": _latent_space(digit),
        "temperature": _temperature(digit),
        "kl": _kl(digit),
        "fooling": _fooling(digit, open_four),
    }


def _noise(digit: DrawDigit) -> list[Step]:
    return [
        (
            SessionRecord(digit("3"), NoiseSetting("gaussian", 0.3, 7)),
            {
                "en": (
                    "Through the noise",
                    "Every pixel gets a random number with the standard deviation σ added. "
                    "Compare Noisy with Reconstruction.",
                ),
                "uk": (
                    "Крізь шум",
                    "До кожного пікселя додано випадкове число зі стандартним відхиленням σ. "
                    "Порівняйте «Із шумом» з «Реконструкцією».",
                ),
            },
            _choice(
                (
                    "Why are there hardly any specks in the reconstruction?",
                    (
                        "The decoder can draw digits, but no specks",
                        "The program blurs the picture first",
                        "The specks are too small to see",
                    ),
                    "The decoder has learned to draw digits only; what it cannot draw gets lost.",
                ),
                (
                    "Чому в реконструкції майже немає цяток?",
                    (
                        "Декодувальник уміє малювати цифри, а не цятки",
                        "Програма спершу розмиває зображення",
                        "Цятки замалі, щоб їх побачити",
                    ),
                    "Декодувальник навчився малювати лише цифри; чого він не вміє, те зникає.",
                ),
            ),
        ),
        (
            SessionRecord(digit("7"), NoiseSetting("gaussian", 0.2, 1)),
            {
                "en": (
                    "How much can it take?",
                    "Move the noise slider. Keep the noise itself: do not press New noise.",
                ),
                "uk": (
                    "Скільки вона витримає?",
                    "Рухайте повзунок шуму. Сам шум не змінюйте: не натискайте «Новий шум».",
                ),
            },
            _other(
                "noise",
                (
                    "Find the σ at which this 7 is misread, to within 0.05.",
                    "Long before that, people find it hard, too.",
                ),
                (
                    "Знайдіть σ, за якого цю сімку прочитано хибно, з точністю до 0,05.",
                    "Людині важко вже набагато раніше.",
                ),
                label="7",
                tolerance=0.05,
            ),
        ),
        (
            SessionRecord(digit("8"), NoiseSetting("salt and pepper", 0.25, 1)),
            {
                "en": (
                    "Salt and pepper",
                    "This noise turns pixels black or white. The level is the share of pixels "
                    "that it hits.",
                ),
                "uk": (
                    "Сіль і перець",
                    "Цей шум робить пікселі чорними або білими. Рівень — це частка пікселів, "
                    "яких він торкається.",
                ),
            },
            _other(
                "number",
                (
                    "How many of the 28 × 28 pixels does it hit at level 0.25?",
                    "A quarter of 784 is 196.",
                ),
                (
                    "Скільки з 28 × 28 пікселів він зачіпає за рівня 0,25?",
                    "Чверть від 784 — це 196.",
                ),
                value=196.0,
                tolerance=4.0,
            ),
        ),
        (
            SessionRecord(digit("8"), NoiseSetting("salt and pepper", 0.25, 1)),
            {
                "en": ("And here?", "The same search with this kind of noise."),
                "uk": ("А тут?", "Той самий пошук із цим видом шуму."),
            },
            _other(
                "noise",
                (
                    "Find the level at which this 8 is misread, to within 0.05.",
                    "Flipped pixels mislead the model more than slightly changed ones.",
                ),
                (
                    "Знайдіть рівень, за якого цю вісімку прочитано хибно, з точністю до 0,05.",
                    "Перевернуті пікселі вводять модель в оману сильніше, ніж трохи змінені.",
                ),
                label="8",
                tolerance=0.05,
            ),
        ),
    ]


def _latent_space(digit: DrawDigit) -> list[Step]:
    return [
        (
            SessionRecord(digit("2"), panel="latent", topic="posterior"),
            {
                "en": (
                    "A short code",
                    "The encoder turns 784 pixels into the code z. The card shows the code of "
                    "the network that reads: one line for each number.",
                ),
                "uk": (
                    "Короткий код",
                    "Кодувальник перетворює 784 пікселі на код z. Картка показує код мережі, яка "
                    "читає: один рядок на кожне число.",
                ),
            },
            _other(
                "number",
                (
                    "How many numbers does z have in the network that reads?",
                    "784 numbers go in, and 12 are enough to redraw a digit.",
                ),
                (
                    "Скільки чисел має z у мережі, яка читає?",
                    "Входить 784 числа, а щоб перемалювати цифру, вистачає 12.",
                ),
                value=float(DIMENSIONS),
            ),
        ),
        (
            SessionRecord(digit("7"), panel="latent"),
            {
                "en": (
                    "What z says",
                    "Encoder and decoder also get the label. So z need not say which digit it is.",
                ),
                "uk": (
                    "Що каже z",
                    "Кодувальник і декодувальник отримують ще й мітку. Тож z не мусить казати, яка "
                    "це цифра.",
                ),
            },
            _choice(
                (
                    "What is left for z to say?",
                    (
                        "How the digit is written",
                        "Which digit it is",
                        "How probable the answer is",
                    ),
                    "Slant, width, thickness and loops: the style, or hand.",
                ),
                (
                    "Що лишається сказати z?",
                    (
                        "Як цифру написано",
                        "Яка це цифра",
                        "Наскільки ймовірна відповідь",
                    ),
                    "Нахил, ширину, товщину й петлі: стиль, тобто почерк.",
                ),
            ),
        ),
        (
            SessionRecord(digit("1"), panel="latent"),
            {
                "en": (
                    "On the move",
                    "Watch the marker on the map while you draw.",
                ),
                "uk": (
                    "У русі",
                    "Стежте за позначкою на карті, поки малюєте.",
                ),
            },
            _other(
                "drawing",
                (
                    "Turn the 1 into a 7: add strokes until it is read as a 7.",
                    "The point moved with every stroke: similar drawings have similar codes.",
                ),
                (
                    "Перетворіть одиницю на сімку: додавайте штрихи, доки її не прочитають як 7.",
                    "Точка рухалася з кожним штрихом: схожі малюнки мають схожі коди.",
                ),
                label="1",
                read_as="7",
                change=1.0,
            ),
        ),
        (
            SessionRecord(digit("9"), panel="latent", topic="prior"),
            {
                "en": (
                    "Where codes are likely",
                    "Training draws the codes together around 0. The card shows the prior that was "
                    "fitted to them afterwards, and samples from it.",
                ),
                "uk": (
                    "Де коди ймовірні",
                    "Навчання збирає коди навколо 0. Картка показує апріорний розподіл, який потім "
                    "підігнали до них, і зразки з нього.",
                ),
            },
            _choice(
                (
                    "What does a code far away from all others decode to?",
                    (
                        "Something that is hardly a digit",
                        "An especially clear digit",
                        "Always the same digit",
                    ),
                    "The decoder has never seen codes from there.",
                ),
                (
                    "На що декодується код, далекий від усіх інших?",
                    (
                        "На щось мало схоже на цифру",
                        "На особливо чітку цифру",
                        "Завжди на ту саму цифру",
                    ),
                    "Декодувальник ніколи не бачив кодів звідти.",
                ),
            ),
        ),
    ]


def _temperature(digit: DrawDigit) -> list[Step]:
    return [
        (
            SessionRecord(digit("5"), topic="temperature"),
            {
                "en": (
                    "From careful to bold",
                    "The card shows the same digit at several temperatures T. Codes are drawn as "
                    "z = μ + T·σ·ε, with ε from a normal distribution.",
                ),
                "uk": (
                    "Від обережного до сміливого",
                    "Картка показує ту саму цифру за кількох температур T. Коди обирають як "
                    "z = μ + T·σ·ε, де ε — з нормального розподілу.",
                ),
            },
            _other(
                "number",
                (
                    "μ = 1, σ = 0.5 and ε = 2. What is z at T = 0.5?",
                    "1 + 0.5 · 0.5 · 2 = 1.5.",
                ),
                (
                    "μ = 1, σ = 0,5 і ε = 2. Чому дорівнює z за T = 0,5?",
                    "1 + 0,5 · 0,5 · 2 = 1,5.",
                ),
                value=1.5,
                tolerance=0.01,
            ),
        ),
        (
            SessionRecord(digit("5")),
            {
                "en": (
                    "Cold",
                    "In the tab Generated, choose Samples, unfold Variation, and move the slider "
                    "Temperature to 0.",
                ),
                "uk": (
                    "Холодно",
                    "На вкладці «Створене» оберіть «Зразки», розгорніть «Варіативність» і посуньте "
                    "повзунок «Температура» до 0.",
                ),
            },
            _choice(
                (
                    "What do the digits of one label look like at temperature 0?",
                    (
                        "All alike",
                        "All different",
                        "Like specks",
                    ),
                    "Without ε, every z is μ: always the most typical digit.",
                ),
                (
                    "Який вигляд мають цифри однієї мітки за температури 0?",
                    (
                        "Усі однакові",
                        "Усі різні",
                        "Як цятки",
                    ),
                    "Без ε кожне z дорівнює μ: завжди найтиповіша цифра.",
                ),
            ),
        ),
        (
            SessionRecord(digit("5")),
            {
                "en": ("Hot", "Now move the temperature to 1.5."),
                "uk": ("Гаряче", "А тепер посуньте температуру до 1,5."),
            },
            _choice(
                (
                    "What is the price of a high temperature?",
                    (
                        "More digits that nobody can read",
                        "Fewer kinds of handwriting",
                        "The model answers more slowly",
                    ),
                    "Bold codes lie far out, where the decoder has seen little.",
                ),
                (
                    "Яка ціна високої температури?",
                    (
                        "Більше цифр, яких ніхто не прочитає",
                        "Менше різних почерків",
                        "Модель відповідає повільніше",
                    ),
                    "Сміливі коди лежать далеко, де декодувальник мало що бачив.",
                ),
            ),
        ),
        (
            SessionRecord(digit("5")),
            {
                "en": (
                    "In between",
                    "A training set that the model writes itself should be varied, but readable.",
                ),
                "uk": (
                    "Посередині",
                    "Навчальний набір, який пише сама модель, має бути різноманітним, але "
                    "читабельним.",
                ),
            },
            _choice(
                (
                    "At which temperature are digits as varied as the codes in training?",
                    ("1", "0", "1.5"),
                    "At T = 1, codes are drawn from the prior itself.",
                ),
                (
                    "За якої температури цифри такі ж різноманітні, як коди під час навчання?",
                    ("1", "0", "1,5"),
                    "За T = 1 коди обирають із самого апріорного розподілу.",
                ),
            ),
        ),
    ]


def _kl(digit: DrawDigit) -> list[Step]:
    return [
        (
            SessionRecord(digit("2"), topic="kl"),
            {
                "en": (
                    "The price of a code",
                    "KL measures, in nats, how far the posterior of this drawing lies from the "
                    "prior. The card shows it for every number of z.",
                ),
                "uk": (
                    "Ціна коду",
                    "KL вимірює в натах, наскільки апостеріорний розподіл цього малюнка далекий "
                    "від апріорного. Картка показує це для кожного числа z.",
                ),
            },
            _other(
                "number",
                (
                    "What is KL if the posterior equals the prior?",
                    "Such a number of z says nothing about the drawing, and costs nothing.",
                ),
                (
                    "Чому дорівнює KL, якщо апостеріорний розподіл збігається з апріорним?",
                    "Таке число z нічого не каже про малюнок і нічого не коштує.",
                ),
                value=0.0,
            ),
        ),
        (
            SessionRecord(digit("2"), topic="kl"),
            {
                "en": (
                    "By hand",
                    "For one number of z and the prior N(0, 1): KL = ½·(μ² + σ² − 1) − ln σ.",
                ),
                "uk": (
                    "Власноруч",
                    "Для одного числа z й апріорного N(0, 1): KL = ½·(μ² + σ² − 1) − ln σ.",
                ),
            },
            _other(
                "number",
                (
                    "How many nats is KL for μ = 2 and σ = 1?",
                    "½·(4 + 1 − 1) − 0 = 2 nats.",
                ),
                (
                    "Скільки нат становить KL для μ = 2 і σ = 1?",
                    "½·(4 + 1 − 1) − 0 = 2 нати.",
                ),
                value=2.0,
                tolerance=0.01,
            ),
        ),
        (
            SessionRecord(digit("1"), topic="kl"),
            {
                "en": (
                    "A plain stroke",
                    "Compare KL of this 1 with that of the 2 in the step before.",
                ),
                "uk": (
                    "Проста риска",
                    "Порівняйте KL цієї одиниці з KL двійки з попереднього кроку.",
                ),
            },
            _choice(
                (
                    "Which of the two has the lower KL?",
                    ("The 1", "The 2", "Both the same"),
                    "A 1 can be written in fewer ways, so its code has less to say.",
                ),
                (
                    "У котрої з двох KL менша?",
                    ("В одиниці", "У двійки", "Однакова"),
                    "Одиницю пишуть меншою кількістю способів, тож її код має менше сказати.",
                ),
            ),
        ),
        (
            SessionRecord(digit("4"), topic="elbo"),
            {
                "en": (
                    "A balance",
                    "ELBO = −(reconstruction + KL). Training makes the sum of both costs small.",
                ),
                "uk": (
                    "Рівновага",
                    "ELBO = −(реконструкція + KL). Навчання зменшує суму обох витрат.",
                ),
            },
            _choice(
                (
                    "What would happen if training ignored KL?",
                    (
                        "Good copies, but random codes give no digits",
                        "Blurred copies of every digit",
                        "Nothing: KL is only for display",
                    ),
                    "Codes would lie anywhere, with gaps that the decoder has never seen.",
                ),
                (
                    "Що сталося б, якби навчання не зважало на KL?",
                    (
                        "Копії добрі, але випадкові коди не дають цифр",
                        "Розмиті копії всіх цифр",
                        "Нічого: KL лише показують",
                    ),
                    "Коди лежали б де завгодно, з прогалинами, яких декодувальник не бачив.",
                ),
            ),
        ),
    ]


def _fooling(digit: DrawDigit, open_four: DrawingRecord) -> list[Step]:
    return [
        (
            SessionRecord(open_four),
            {
                "en": (
                    "One stroke",
                    "You may draw and erase, but only a little: the program compares the ink "
                    "with that of the last drawing that it read as a 4.",
                ),
                "uk": (
                    "Один штрих",
                    "Можна малювати й стирати, але потроху: програма порівнює чорнило з останнім "
                    "малюнком, який прочитала як 4.",
                ),
            },
            _other(
                "drawing",
                (
                    "Draw a 4 that is read as a 9: change at most 25 % of its ink.",
                    "The top decides: an open 4 that is closed explains itself better as a 9.",
                ),
                (
                    "Намалюйте четвірку, яку прочитано як 9: змініть не більше 25 % її чорнила.",
                    "Вирішує верх: замкнену четвірку краще пояснює дев’ятка.",
                ),
                label="4",
                read_as="9",
                change=0.25,
            ),
        ),
        (
            SessionRecord(digit("3")),
            {
                "en": (
                    "Closing loops",
                    "The same with another pair. Undo (Ctrl+Z) takes a stroke back.",
                ),
                "uk": (
                    "Замкнути петлі",
                    "Те саме з іншою парою. Скасувати штрих: Ctrl+Z.",
                ),
            },
            _other(
                "drawing",
                (
                    "Turn the 3 into an 8: change at most 50 % of its ink.",
                    "As an 8, the new loops are explained; as a 3, they are extra ink.",
                ),
                (
                    "Перетворіть трійку на вісімку: змініть не більше 50 % чорнила.",
                    "Вісімка пояснює нові петлі, а для трійки вони зайве чорнило.",
                ),
                label="3",
                read_as="8",
                change=0.5,
            ),
        ),
        (
            SessionRecord(digit("9")),
            {
                "en": (
                    "Changes that nobody sees",
                    "Model ▸ Fool it… searches for the smallest change with the gradient of the "
                    "ELBO. Try it on this 9.",
                ),
                "uk": (
                    "Зміни, яких ніхто не бачить",
                    "«Модель ▸ Обдурити…» шукає найменшу зміну за градієнтом ELBO. Спробуйте на "
                    "цій дев’ятці.",
                ),
            },
            _choice(
                (
                    "Where does the search put the change?",
                    (
                        "Where it shifts the evidence most",
                        "Evenly over all pixels",
                        "Only at the edge of the picture",
                    ),
                    "The gradient says of each pixel how much it shifts the evidence.",
                ),
                (
                    "Де пошук робить зміни?",
                    (
                        "Там, де вони найбільше зсувають свідчення",
                        "Рівномірно на всіх пікселях",
                        "Лише на краю зображення",
                    ),
                    "Градієнт каже про кожен піксель, наскільки він зсуває свідчення.",
                ),
            ),
        ),
        (
            SessionRecord(digit("A"), topic="likeness"),
            {
                "en": (
                    "Not fooled",
                    "The program need not name a digit: it also asks how digit-like the picture "
                    "is.",
                ),
                "uk": (
                    "Не обдуриш",
                    "Програма не мусить називати цифру: вона ще питає, наскільки зображення "
                    "схоже на цифру.",
                ),
            },
            _choice(
                (
                    "What does the program answer for this A?",
                    ("Not a digit", "A 4, for certain", "A 9, for certain"),
                    "A label explains it best, but not well enough.",
                ),
                (
                    "Що програма відповідає на цю літеру A?",
                    ("Не цифра", "Це напевно 4", "Це напевно 9"),
                    "Якась мітка пояснює її найкраще, але недостатньо добре.",
                ),
            ),
        ),
    ]
