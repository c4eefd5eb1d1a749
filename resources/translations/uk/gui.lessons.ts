<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/composition.py"/>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Draw a {label} first.</source>
        <translation>Спершу намалюйте {label}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Set the noise to 0: only changes to the drawing count.</source>
        <translation>Установіть шум на 0: зараховуються лише зміни малюнка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>This is read as {label}. Change it until it is read as {other}.</source>
        <translation>Це прочитано як {label}. Змінюйте малюнок, доки його не буде прочитано як {other}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>This is not read as {label} yet.</source>
        <translation>Це ще не прочитано як {label}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>{share} of the ink changed.</source>
        <translation>Змінилося {share} чорнила.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Read as {label}, but {share} of the ink changed; at most {most} may.</source>
        <translation>Прочитано як {label}, але змінилося {share} чорнила, а можна не більше {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Move the noise slider.</source>
        <translation>Рухайте повзунок шуму.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Read correctly up to {level}; from which level is it misread?</source>
        <translation>До {level} прочитано правильно; від якого рівня — хибно?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Misread at {level}; up to which level is it read correctly?</source>
        <translation>За {level} прочитано хибно; до якого рівня — правильно?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Read correctly at {low}, misread at {high}.</source>
        <translation>За {low} прочитано правильно, за {high} — хибно.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/experiments.py"/>
        <source>Continue until the two levels are at most {distance} apart.</source>
        <translation>Продовжуйте, доки рівні не відрізнятимуться щонайбільше на {distance}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <source>Hand in the answers</source>
        <translation>Здати відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <source>Your name</source>
        <translation>Ваше ім’я</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <source>Your teacher sees it with your answers</source>
        <translation>Викладач побачить його біля ваших відповідей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <source>Questions and answers</source>
        <translation>Запитання та відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <source>Save the lesson with your answers as a file for your teacher (Ctrl+S)</source>
        <translation>Зберегти урок із вашими відповідями як файл для викладача (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>{right} of {asked} right</source>
        <translation>{right} з {asked} правильно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <source>“{name}” is saved; give it to your teacher.</source>
        <translation>Файл «{name}» збережено; передайте його викладачеві.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/hand_in_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Not answered.</source>
        <translation>Без відповіді.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Notes of this step</source>
        <translation>Нотатки до цього кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>The author&apos;s notes on this step</source>
        <translation>Нотатки автора до цього кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Step of the lesson</source>
        <translation>Крок уроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Go to any step of the lesson</source>
        <translation>Перейти до будь-якого кроку уроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Previous step (Alt+Left)</source>
        <translation>Попередній крок (Alt+Left)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Next</source>
        <translation>Далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Next step (Alt+Right)</source>
        <translation>Наступний крок (Alt+Right)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Play the strokes</source>
        <translation>Показати штрихи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Watch the strokes of this step being drawn</source>
        <translation>Подивитися, як малюються штрихи цього кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Edit…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Edit this lesson or add steps to it</source>
        <translation>Змінити цей урок або додати до нього кроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Hand in…</source>
        <translation>Здати…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Save your answers as a file for your teacher</source>
        <translation>Зберегти ваші відповіді як файл для викладача</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Close the lesson and go back to your own drawing</source>
        <translation>Закрити урок і повернутися до свого малюнка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Leave</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>answers of {name}</source>
        <translation>відповіді: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Unnamed</source>
        <translation>без імені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>Opening the model</source>
        <translation>Відкривається модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>“{title}” was made with the model “{name}”, which is not installed on this computer.</source>
        <translation>«{title}» створено з моделлю «{name}», якої немає на цьому комп’ютері.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>another model</source>
        <translation>іншою моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>Continue with {name}</source>
        <translation>Продовжити з {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>Show the lesson with this model; the answers will differ from those of the author</source>
        <translation>Показати урок із цією моделлю; відповіді відрізнятимуться від авторських</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>Not now</source>
        <translation>Не зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>Do not open the lesson</source>
        <translation>Не відкривати урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_player.py"/>
        <source>Opening the picture</source>
        <translation>Відкривається зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>No question</source>
        <translation>Без запитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Multiple choice</source>
        <translation>Вибір відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>A number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>A drawing that is misread</source>
        <translation>Малюнок, прочитаний хибно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The noise level at which it fails</source>
        <translation>Рівень шуму, за якого читання хибне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Question of the step</source>
        <translation>Запитання кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Kind of question</source>
        <translation>Вид запитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>What the student does, and how the program checks it</source>
        <translation>Що робить учень і як програма це перевіряє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Question</source>
        <translation>Запитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The question, in plain text</source>
        <translation>Запитання простим текстом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The answers to choose from, one on each line; at most {most}</source>
        <translation>Варіанти відповіді, по одному в рядку; щонайбільше {most}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Answers, one on each line</source>
        <translation>Варіанти, по одному в рядку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Right answer</source>
        <translation>Правильна відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The answer that is right</source>
        <translation>Варіант, який є правильним</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Right number</source>
        <translation>Правильне число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The number that is right</source>
        <translation>Число, яке є правильним</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Tolerance</source>
        <translation>Допуск</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>How far from the right number an answer may be</source>
        <translation>Наскільки відповідь може відрізнятися від правильного числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Label to draw</source>
        <translation>Що намалювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The digit that the student draws</source>
        <translation>Цифра, яку малює учень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>To be read as</source>
        <translation>Як має бути прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The digit that the model must then read</source>
        <translation>Цифра, яку потім має прочитати модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Ink that may change</source>
        <translation>Скільки чорнила можна змінити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>How much ink may be added or removed, in per cent of the first drawing</source>
        <translation>Скільки чорнила можна додати чи прибрати, у відсотках від першого малюнка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Right label</source>
        <translation>Правильна мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>The label that is right without noise</source>
        <translation>Мітка, правильна без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Tolerance of the level</source>
        <translation>Допуск рівня</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>How close together a level that is read correctly and one that is misread must be</source>
        <translation>Наскільки близькими мають бути рівень із правильним прочитанням і рівень із хибним</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Shown after the right answer (optional)</source>
        <translation>Показується після правильної відповіді (необов’язково)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Explanation</source>
        <translation>Пояснення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Give the step this question</source>
        <translation>Додати це запитання до кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Use</source>
        <translation>Використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_dialog.py"/>
        <source>“{name}” needs a number.</source>
        <translation>У полі «{name}» має бути число.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Your answer, a number</source>
        <translation>Ваша відповідь, число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>A number, such as 0.25</source>
        <translation>Число, наприклад 0,25</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Check</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Check your answer (Enter)</source>
        <translation>Перевірити вашу відповідь (Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Right: {answer}.</source>
        <translation>Правильно: {answer}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Not right: {answer}. Try again.</source>
        <translation>Неправильно: {answer}. Спробуйте ще.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>{n} tries</source>
        <extracomment>For 1: {n} try</extracomment>
        <translation>
            <numerusform>{n} спроба</numerusform>
            <numerusform>{n} спроби</numerusform>
            <numerusform>{n} спроб</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Right: {answer} ({tries}).</source>
        <translation>Правильно: {answer} ({tries}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/question_view.py"/>
        <source>Wrong: {answer} ({tries}).</source>
        <translation>Неправильно: {answer} ({tries}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Record a lesson</source>
        <translation>Записати урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>The name of the lesson</source>
        <translation>Назва уроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>The author of the lesson (optional)</source>
        <translation>Автор уроку (необов’язково)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>What the lesson is about (optional)</source>
        <translation>Про що урок (необов’язково)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>About the lesson</source>
        <translation>Про урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>The topic of this step in one line</source>
        <translation>Тема цього кроку одним рядком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Title of the step</source>
        <translation>Назва кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>What to look at or think about in this step (plain text)</source>
        <translation>На що подивитися чи що обміркувати в цьому кроці (простий текст)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Notes of the step</source>
        <translation>Нотатки до кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Ask the student something that the program checks itself</source>
        <translation>Поставити учневі запитання, яке програма перевірить сама</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Question…</source>
        <translation>Запитання…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Include the model</source>
        <translation>Додати модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Add what the window shows now as a step: drawing, noise, label, panel and card</source>
        <translation>Додати як крок те, що зараз показує вікно: малюнок, шум, мітку, панель і картку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Add step</source>
        <translation>Додати крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Replace this step with what the window shows now; its title and notes stay</source>
        <translation>Замінити цей крок тим, що зараз показує вікно; назва й нотатки залишаться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Show this step in the window</source>
        <translation>Показати цей крок у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Up</source>
        <translation>Вище</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Move this step up (Alt+Up)</source>
        <translation>Пересунути цей крок вище (Alt+Up)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Down</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Move this step down (Alt+Down)</source>
        <translation>Пересунути цей крок нижче (Alt+Down)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Delete this step; you can undo this</source>
        <translation>Видалити цей крок; це можна скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Start a new lesson; Undo brings this one back</source>
        <translation>Почати новий урок; «Скасувати» поверне цей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>New lesson</source>
        <translation>Новий урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>Скасувати останню зміну (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Save the lesson as a file that you can share (Ctrl+S)</source>
        <translation>Зберегти урок як файл, яким можна поділитися (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Close the window; your lesson is saved and will be here next time</source>
        <translation>Закрити вікно; урок збережено, і він буде тут наступного разу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Save the lesson</source>
        <translation>Зберегти урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>“{name}” is saved ({size} kB).</source>
        <translation>«{name}» збережено ({size} кБ).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>A lesson is being recorded in another window, so this one is not saved as a draft.</source>
        <translation>В іншому вікні записують урок, тож цей не зберігається як чернетка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Include the model “{name}” in the file, for computers that do not have it. Otherwise, the lesson only refers to the model.</source>
        <translation>Додати модель «{name}» у файл для комп’ютерів, на яких її немає. Інакше урок лише посилається на модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>How the model reads a digit</source>
        <translation>Як модель читає цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>When the model is unsure</source>
        <translation>Коли модель не впевнена</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>The latent space</source>
        <translation>Латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>KL divergence</source>
        <translation>Розбіжність KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>Fooling the model</source>
        <translation>Як обдурити модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>en</source>
        <translation>uk</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/step_list.py"/>
        <source>Step {place}</source>
        <translation>Крок {place}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/step_list.py"/>
        <source>Steps</source>
        <translation>Кроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/step_list.py"/>
        <source>The steps, in order</source>
        <translation>Кроки за порядком</translation>
    </message>
    <message>
        <source>○ {question} Not answered.</source>
        <translation type="vanished">○ {question} Без відповіді.</translation>
    </message>
</context>
</TS>
