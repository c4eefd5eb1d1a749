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
        <source>Close the lesson and go back to your own drawing</source>
        <translation>Закрити урок і повернутися до свого малюнка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Leave</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Opening the model</source>
        <translation>Відкривається модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>“{title}” was made with the model “{name}”, which is not installed on this computer.</source>
        <translation>«{title}» створено з моделлю «{name}», якої немає на цьому комп’ютері.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>another model</source>
        <translation>іншою моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Continue with {name}</source>
        <translation>Продовжити з {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Show the lesson with this model; the answers will differ from those of the author</source>
        <translation>Показати урок із цією моделлю; відповіді відрізнятимуться від авторських</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Not now</source>
        <translation>Не зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Do not open the lesson</source>
        <translation>Не відкривати урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Opening the picture</source>
        <translation>Відкривається зображення</translation>
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
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Close the window; your lesson is saved and will be here next time</source>
        <translation>Закрити вікно; урок збережено, і він буде тут наступного разу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Save the lesson</source>
        <translation>Зберегти урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Lessons</source>
        <translation>Уроки</translation>
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
</context>
</TS>
