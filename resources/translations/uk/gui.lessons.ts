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
        <source>What the lesson&apos;s author wrote about this step</source>
        <translation>Що автор уроку написав про цей крок</translation>
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
        <source>The step before (Alt+Left)</source>
        <translation>Попередній крок (Alt+Left)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Next</source>
        <translation>Далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>The next step (Alt+Right)</source>
        <translation>Наступний крок (Alt+Right)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Write it again</source>
        <translation>Написати знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Watch the strokes of this step being written</source>
        <translation>Подивитися, як пишуться штрихи цього кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Change…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Change this lesson, or add steps</source>
        <translation>Змінити цей урок або додати кроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Close the lesson and show what was there before</source>
        <translation>Закрити урок і показати те, що було до нього</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <source>Leave</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lesson_bar.py"/>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Step {place}</source>
        <translation>Крок {place}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>“{title}” was made with the model “{name}”, which is not on this computer.</source>
        <translation>«{title}» створено з моделлю «{name}», якої немає на цьому комп&apos;ютері.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>another model</source>
        <translation>іншою моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Go on with {name}</source>
        <translation>Продовжити з {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Show the lesson; its answers will differ from those it was made with</source>
        <translation>Показати урок; його відповіді відрізнятимуться від тих, з якими його створено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Not now</source>
        <translation>Не зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/lessons.py"/>
        <source>Leave everything as it is</source>
        <translation>Залишити все як є</translation>
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
        <source>What the lesson is called</source>
        <translation>Як називається урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Who made the lesson; may be empty</source>
        <translation>Хто створив урок; може бути порожнім</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>What the lesson is about; may be empty</source>
        <translation>Про що урок; може бути порожнім</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>About the lesson</source>
        <translation>Про урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Steps</source>
        <translation>Кроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>The steps, in the order in which they are shown</source>
        <translation>Кроки в тому порядку, у якому їх показано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>One line that says what this step is about</source>
        <translation>Один рядок про те, що в цьому кроці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Title of the step</source>
        <translation>Назва кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>What one is to see or think in this step; plain text</source>
        <translation>Що треба побачити чи обміркувати в цьому кроці; простий текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Notes of the step</source>
        <translation>Нотатки до кроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Bring the model along</source>
        <translation>Додати модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Make a step of what the window shows now: drawing, noise, label, panel and card</source>
        <translation>Зробити крок із того, що зараз показує вікно: малюнок, шум, мітка, панель і картка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Add what is shown</source>
        <translation>Додати показане</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Let this step show what the window shows now; its words stay</source>
        <translation>Нехай цей крок показує те, що зараз у вікні; його тексти залишаться</translation>
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
        <source>This step one place earlier (Alt+Up)</source>
        <translation>Цей крок на одне місце раніше (Alt+Up)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Down</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>This step one place later (Alt+Down)</source>
        <translation>Цей крок на одне місце пізніше (Alt+Down)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Delete this step; can be undone</source>
        <translation>Видалити цей крок; можна скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Begin another lesson; undo brings this one back</source>
        <translation>Почати інший урок; скасування поверне цей</translation>
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
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Скасувати останню зміну (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Write the lesson into a file that can be handed out (Ctrl+S)</source>
        <translation>Записати урок у файл, який можна роздати (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Close; what you made is kept and is here again the next time</source>
        <translation>Закрити; створене збережено, і воно буде тут наступного разу</translation>
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
        <source>Another window makes a lesson; what you make here is not kept.</source>
        <translation>В іншому вікні створюють урок; створене тут не зберігається.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/recorder.py"/>
        <source>Put the model “{name}” into the file, for computers that do not have it; without it the lesson names it, and the program knows it by its weights</source>
        <translation>Покласти модель «{name}» у файл для комп&apos;ютерів, на яких її немає; без цього урок лише називає її, а програма впізнає її за вагами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>How it reads a digit</source>
        <translation>Як вона читає цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>When it doubts</source>
        <translation>Коли вона сумнівається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/lessons/sample_lessons.py"/>
        <source>en</source>
        <translation>uk</translation>
    </message>
</context>
</TS>
