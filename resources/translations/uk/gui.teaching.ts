<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Not right? Choose the right label; the drawing is saved as an example to teach a model (C)</source>
        <translation>Не так? Виберіть правильну мітку; малюнок збережеться як приклад, на якому можна навчити модель (C)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Correct the answer</source>
        <translation>Виправити відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Not right? It is a …</source>
        <translation>Не так? Це …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Another sign…</source>
        <translation>Інший знак…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Another sign</source>
        <translation>Інший знак</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>What is it? A letter or a name:</source>
        <translation>Що це? Літера або назва:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Remove this label</source>
        <translation>Прибрати цю мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Teach…</source>
        <translation>Довчити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Teach a copy of the model your handwriting</source>
        <translation>Навчити копію моделі вашого почерку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/corrections.py"/>
        <source>Saved as “{name}”: an example to teach a model.</source>
        <translation>Збережено як «{name}»: приклад, на якому можна навчити модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Write as you usually do</source>
        <translation>Пишіть так, як зазвичай</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>What you draw</source>
        <translation>Що ви малюєте</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>The label of the drawing; a card on the right selects it too</source>
        <translation>Мітка малюнка; її можна вибрати й карткою праворуч</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Save, next</source>
        <translation>Зберегти, далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Save the drawing as an example and go to the next (Enter)</source>
        <translation>Зберегти малюнок як приклад і перейти до наступного (Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Clear the drawing (Delete)</source>
        <translation>Очистити малюнок (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Undo the last stroke, or the last example (Ctrl+Z)</source>
        <translation>Скасувати останній штрих або останній приклад (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>A new label</source>
        <translation>Нова мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>A label that the model does not know yet</source>
        <translation>Мітка, якої модель ще не знає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>a letter, a sign …</source>
        <translation>літера, знак …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Draw examples of the new label</source>
        <translation>Малювати приклади нової мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>Draw and label</source>
        <translation>Намалюйте й підпишіть</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>This is a</source>
        <translation>Це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/draw_pane.py"/>
        <source>New label</source>
        <translation>Нова мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Draw something first.</source>
        <translation>Спершу щось намалюйте.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>No examples yet. Draw each label once or twice, then teach.</source>
        <translation>Прикладів ще немає. Намалюйте кожну мітку раз чи двічі, потім довчіть модель.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>{n} examples.</source>
        <extracomment>For 1: {n} example.</extracomment>
        <translation>
            <numerusform>{n} приклад.</numerusform>
            <numerusform>{n} приклади.</numerusform>
            <numerusform>{n} прикладів.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>Twenty make a clear difference.</source>
        <translation>Двадцять дають помітну різницю.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>“{name}” is new and needs at least {n}; twenty are better.</source>
        <translation>«{name}» — нова мітка: потрібно щонайменше {n}, краще двадцять.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>No examples yet of: {names}.</source>
        <translation>Ще немає прикладів: {names}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>Give the new label a name.</source>
        <translation>Дайте новій мітці назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>A label’s name can have at most {n} characters.</source>
        <translation>Назва мітки може мати щонайбільше {n} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples.py"/>
        <source>This label already exists.</source>
        <translation>Така мітка вже є.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>A card for each label</source>
        <translation>Картка для кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Click a card to draw that label, and to see its examples</source>
        <translation>Натисніть картку, щоб малювати цю мітку й бачити її приклади</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>The examples of the label</source>
        <translation>Приклади мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Click an example to select it; Delete removes it</source>
        <translation>Натисніть приклад, щоб вибрати його; Delete його видалить</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Delete the selected example; Undo brings it back</source>
        <translation>Видалити вибраний приклад; «Скасувати» поверне його</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>The current model has no labels; choose another one.</source>
        <translation>Поточна модель не має міток; оберіть іншу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Your examples</source>
        <translation>Ваші приклади</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Examples of “{name}”</source>
        <translation>Приклади «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>None yet: draw one on the left.</source>
        <translation>Ще немає: намалюйте ліворуч.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>Saved: {n} of “{name}”.</source>
        <extracomment>For 1: Saved: {n} of “{name}”.</extracomment>
        <translation>
            <numerusform>Збережено: {n} для «{name}».</numerusform>
            <numerusform>Збережено: {n} для «{name}».</numerusform>
            <numerusform>Збережено: {n} для «{name}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/examples_page.py"/>
        <source>There is nothing to undo.</source>
        <translation>Скасовувати нічого.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>Your examples that the model had not seen</source>
        <translation>Ваші приклади, яких модель не бачила</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>Your examples that the model learned from</source>
        <translation>Ваші приклади, на яких модель вчилася</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>MNIST’s test digits</source>
        <translation>тестові цифри MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>{nats} nats of evidence</source>
        <translation>{nats} нат свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>Draw something in the main window to see its evidence before and after.</source>
        <translation>Намалюйте щось у головному вікні, щоб побачити свідчення до і після.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>What it has learned</source>
        <translation>Чого вона навчилася</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>The drawing in the window</source>
        <translation>Малюнок у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>Before</source>
        <translation>Було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>After</source>
        <translation>Після</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/outcome_pane.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Teaching is still running</source>
        <translation>Навчання триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>A copy of “{name}” is still being taught.</source>
        <translation>Копію «{name}» ще навчають.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Continue teaching</source>
        <translation>Продовжити навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Stop teaching and close</source>
        <translation>Зупинити навчання й закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Show what the model learned and what it forgot</source>
        <translation>Показати, чого модель навчилася й що забула</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Use it</source>
        <translation>Використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Use the taught model in the main window</source>
        <translation>Використати довчену модель у головному вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>The taught model “{name}” is ready.</source>
        <translation>Довчена модель «{name}» готова.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Restore it</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>Put the taught model back into the library</source>
        <translation>Повернути довчену модель у бібліотеку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>“{old}” answers again; the taught copy “{new}” is deleted.</source>
        <translation>Знову відповідає «{old}»; довчену копію «{new}» видалено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_command.py"/>
        <source>“{name}” could not be read.</source>
        <translation>Не вдалося прочитати «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Teach a model your handwriting</source>
        <translation>Навчити модель вашого почерку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Progress of the teaching</source>
        <translation>Перебіг навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Teach</source>
        <translation>Довчити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Teach a copy of the current model; the model itself is not changed</source>
        <translation>Довчити копію поточної моделі; сама модель не зміниться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Stop teaching; nothing is saved</source>
        <translation>Зупинити навчання; нічого не буде збережено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Back to the old model</source>
        <translation>Повернути стару модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Use the old model again, and delete the taught copy</source>
        <translation>Знову взяти стару модель і видалити довчену копію</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Examples</source>
        <translation>Приклади</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Back to the examples, to draw more</source>
        <translation>Назад до прикладів, щоб намалювати ще</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>In use</source>
        <translation>Використовується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>{part} … This takes a few minutes; you can keep using the window.</source>
        <translation>{part} … Це триває кілька хвилин; вікном можна користуватися.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>“{new}” is a taught copy of “{old}”, which is unchanged.</source>
        <translation>«{new}» — довчена копія моделі «{old}»; сама «{old}» не змінилася.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_dialog.py"/>
        <source>“{name}” is in use now.</source>
        <translation>Тепер використовується «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Finding the digits that are hard for the model</source>
        <translation>Пошук цифр, важких для моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Learning</source>
        <translation>Навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Learning to write the new labels</source>
        <translation>Навчання писати нові мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Fitting the prior</source>
        <translation>Підбір апріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Checking what the model has forgotten</source>
        <translation>Перевірка, що модель забула</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Calibrating</source>
        <translation>Калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Measuring on MNIST’s test digits</source>
        <translation>Вимірювання на тестових цифрах MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/teaching/teaching_status.py"/>
        <source>Saving</source>
        <translation>Збереження</translation>
    </message>
</context>
</TS>
