<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>CSV, for a spreadsheet</source>
        <translation>CSV, для електронної таблиці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>JSON lines, as “recognize” writes</source>
        <translation>JSON lines, як пише «recognize»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Drop pictures or a folder here. Each is read; what should be looked at is marked, and you can correct it before you save the table.</source>
        <translation>Перетягніть сюди зображення або теку. Кожне буде прочитано; те, на що варто глянути, позначено, і ви зможете виправити його, перш ніж зберегти таблицю.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>This model names no digits; choose one that was trained with labels.</source>
        <translation>Ця модель не називає цифр; виберіть навчену з мітками.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>A number where there is one, else one digit</source>
        <translation>Число, якщо воно є, інакше одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Every picture holds exactly one digit</source>
        <translation>На кожному зображенні рівно одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Every picture holds a number, a line or a page of digits</source>
        <translation>На кожному зображенні число, рядок або сторінка цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Every page is a form whose fields are read; choose its file</source>
        <translation>Кожна сторінка — бланк, поля якого читаються; виберіть його файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Read many pictures</source>
        <translation>Прочитати багато зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Your corrections are not saved.</source>
        <translation>Ваші виправлення не збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Add pictures…</source>
        <translation>Додати зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Choose pictures to read</source>
        <translation>Вибрати зображення для читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Add a folder…</source>
        <translation>Додати теку…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Read all pictures of a folder</source>
        <translation>Прочитати всі зображення теки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>What a picture holds</source>
        <translation>Що на зображенні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Only those to check</source>
        <translation>Лише для перевірки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Hide what was read without doubt</source>
        <translation>Сховати прочитане без сумніву</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>How much is read</source>
        <translation>Скільки прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Read no more; what is read stays</source>
        <translation>Більше не читати; прочитане залишиться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Next to check</source>
        <translation>Далі на перевірку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Go to the next row with a remark (F3)</source>
        <translation>До наступного рядка із зауваженням (F3)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>As it was read</source>
        <translation>Як прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Take the correction back (Delete)</source>
        <translation>Скасувати виправлення (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Open in the window</source>
        <translation>Відкрити у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Look at this picture (Ctrl+Enter)</source>
        <translation>Переглянути це зображення (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Copy the chosen rows, or all (Ctrl+C)</source>
        <translation>Копіювати вибрані рядки або всі (Ctrl+C)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Save the table as CSV or JSON lines (Ctrl+S)</source>
        <translation>Зберегти таблицю як CSV або JSON lines (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Archive</source>
        <translation>Архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Keep these pictures, what was read and your corrections in the archive</source>
        <translation>Зберегти в архіві ці зображення, прочитане й ваші виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Close this table (Esc)</source>
        <translation>Закрити цю таблицю (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Looking for pictures … {n} found</source>
        <translation>Пошук зображень … знайдено {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Archiving … {done} of {total}</source>
        <translation>Архівування … {done} із {total}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{n} pictures are in the archive.</source>
        <extracomment>For 1: {n} picture is in the archive.</extracomment>
        <translation>
            <numerusform>{n} зображення вже в архіві.</numerusform>
            <numerusform>{n} зображення вже в архіві.</numerusform>
            <numerusform>{n} зображень уже в архіві.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{n} rows are on the clipboard.</source>
        <extracomment>For 1: {n} row is on the clipboard.</extracomment>
        <translation>
            <numerusform>У буфері обміну {n} рядок.</numerusform>
            <numerusform>У буфері обміну {n} рядки.</numerusform>
            <numerusform>У буфері обміну {n} рядків.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Save the table</source>
        <translation>Зберегти таблицю</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{n} rows are saved as “{name}”.</source>
        <extracomment>For 1: {n} row is saved as “{name}”.</extracomment>
        <translation>
            <numerusform>{n} рядок збережено як «{name}».</numerusform>
            <numerusform>{n} рядки збережено як «{name}».</numerusform>
            <numerusform>{n} рядків збережено як «{name}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Choose a form</source>
        <translation>Вибрати бланк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Forms</source>
        <translation>Бланки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Add pictures</source>
        <translation>Додати зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Add a folder</source>
        <translation>Додати теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Go on</source>
        <translation>Далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{read} of {rows} read</source>
        <translation>прочитано {read} з {rows}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{count} to check</source>
        <translation>перевірити: {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{count} corrected</source>
        <translation>виправлено: {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>The file, and what is in it</source>
        <translation>Файл і що в ньому</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Reading</source>
        <translation>Прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>What is written there; type to correct it</source>
        <translation>Що там написано; введіть, щоб виправити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Probability</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>That all of the reading is right, as the model has it</source>
        <translation>Що все прочитано правильно, на думку моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Remark</source>
        <translation>Зауваження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>What should be looked at, and what was corrected</source>
        <translation>На що варто глянути і що було виправлено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>not read yet</source>
        <translation>ще не прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>corrected, was “{text}”</source>
        <translation>виправлено, було «{text}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>corrected, was empty</source>
        <translation>виправлено, було порожньо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Take back</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reader.py"/>
        <source>These files cannot be looked through; the log has more.</source>
        <translation>Ці файли неможливо переглянути; докладніше в журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>One digit each</source>
        <translation>По одній цифрі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>By a form</source>
        <translation>За бланком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>to check</source>
        <translation>перевірити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>nothing found</source>
        <translation>нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>or</source>
        <translation>або</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/reading.py"/>
        <source>Something went wrong with this picture; the log has more.</source>
        <translation>З цим зображенням щось пішло не так; докладніше в журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/table_view.py"/>
        <source>Pictures and their readings</source>
        <translation>Зображення та їхні прочитання</translation>
    </message>
</context>
</TS>
