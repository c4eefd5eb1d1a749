<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>A number where there is one, else one digit</source>
        <translation>Число, якщо воно є, інакше одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>One digit each</source>
        <translation>По одній цифрі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Every picture holds exactly one digit</source>
        <translation>На кожному зображенні рівно одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Every picture holds a number, a line or a page of digits</source>
        <translation>На кожному зображенні число, рядок або сторінка цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>By a form</source>
        <translation>За бланком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Every page is a filled-in form; choose the form&apos;s file</source>
        <translation>Кожна сторінка — заповнений бланк; виберіть його файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Drop pictures or a folder here. The program reads each picture and marks doubtful readings, and you can correct them before you save the table.</source>
        <translation>Перетягніть сюди зображення або теку. Програма прочитає кожне зображення й позначить сумнівні прочитання, а ви зможете виправити їх, перш ніж зберегти таблицю.</translation>
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
        <source>Watch a folder…</source>
        <translation>Стежити за текою…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Read every picture that arrives in a folder</source>
        <translation>Читати кожне зображення, що з’являється в теці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Contents of the pictures</source>
        <translation>Що на зображеннях</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Reading progress</source>
        <translation>Перебіг читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Stop reading; what has been read stays</source>
        <translation>Зупинити читання; прочитане залишиться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Save the table as CSV, Excel workbook or JSON lines (Ctrl+S)</source>
        <translation>Зберегти таблицю як CSV, книгу Excel або JSON lines (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Archive</source>
        <translation>Архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Keep the pictures, their readings and your corrections in the archive</source>
        <translation>Зберегти зображення, прочитане та ваші виправлення в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Restore</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Restore the corrections and checks that were not saved</source>
        <translation>Відновити незбережені виправлення та перевірки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Discard</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Delete the corrections and checks that were not saved</source>
        <translation>Видалити незбережені виправлення та перевірки</translation>
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
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>{n} pictures were corrected or checked, but not saved.</source>
        <extracomment>For 1: {n} picture was corrected or checked, but not saved.</extracomment>
        <translation>
            <numerusform>{n} зображення виправлено або перевірено, але не збережено.</numerusform>
            <numerusform>{n} зображення виправлено або перевірено, але не збережено.</numerusform>
            <numerusform>{n} зображень виправлено або перевірено, але не збережено.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Changed by: {people}.</source>
        <translation>Хто змінював: {people}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Watch a folder</source>
        <translation>Стежити за текою</translation>
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
        <source>JSON lines, as “recognize” writes</source>
        <translation>JSON lines, як пише «recognize»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>the table</source>
        <translation>таблицю</translation>
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
        <source>Add pictures</source>
        <translation>Додати зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Add a folder</source>
        <translation>Додати теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Stop watching</source>
        <translation>Більше не стежити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>Continue</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_dialog.py"/>
        <source>watching “{folder}”</source>
        <translation>стежу за «{folder}»</translation>
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
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Pictures and their readings</source>
        <translation>Зображення та їхні прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Only those to check</source>
        <translation>Лише для перевірки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Hide the rows that need no check</source>
        <translation>Сховати рядки, які не треба перевіряти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Doubtful first</source>
        <translation>Спершу сумнівні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Sort by doubt, the least probable first</source>
        <translation>Упорядкувати за сумнівністю: найменш імовірні спершу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Next to check</source>
        <translation>Далі на перевірку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Go to the next reading or field to check (F3); Enter accepts this one first</source>
        <translation>Перейти до наступного сумнівного прочитання або поля (F3); Enter спершу підтверджує поточне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Original reading</source>
        <translation>Початкове прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Undo the correction or the check (Delete)</source>
        <translation>Скасувати виправлення або позначку перевірки (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Open in the window</source>
        <translation>Відкрити у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Open this picture in the main window (Ctrl+Enter)</source>
        <translation>Відкрити це зображення в головному вікні (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>Copy the selected rows, or all (Ctrl+C)</source>
        <translation>Копіювати вибрані рядки або всі (Ctrl+C)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/batch/batch_view.py"/>
        <source>{n} rows are on the clipboard.</source>
        <extracomment>For 1: {n} row is on the clipboard.</extracomment>
        <translation>
            <numerusform>У буфері обміну {n} рядок.</numerusform>
            <numerusform>У буфері обміну {n} рядки.</numerusform>
            <numerusform>У буфері обміну {n} рядків.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>The file and its picture</source>
        <translation>Файл і його зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Reading</source>
        <translation>Прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>What was read; type to correct it</source>
        <translation>Що прочитано; щоб виправити, введіть інше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Probability</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Probability that the whole reading is right, according to the model</source>
        <translation>Імовірність того, що все прочитано правильно, на думку моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Remark</source>
        <translation>Зауваження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>What to check, and what you corrected; sorted by doubt</source>
        <translation>Що перевірити і що ви виправили; упорядковується за сумнівністю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>not read yet</source>
        <translation>ще не прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>checked</source>
        <translation>перевірено</translation>
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
        <source>Undo the correction</source>
        <translation>Скасувати виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>Restore the review</source>
        <translation>Відновлення перевірки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>nothing found</source>
        <translation>нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>or</source>
        <translation>або</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/picture_table.py"/>
        <source>to check</source>
        <translation>перевірити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/review_file.py"/>
        <source>review</source>
        <translation>перевірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/review_view.py"/>
        <source>The picture of the current row, with the boxes of its digits</source>
        <translation>Зображення поточного рядка з рамками навколо цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/review_view.py"/>
        <source>Whole picture</source>
        <translation>Усе зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/batch/review_view.py"/>
        <source>Show all of the picture instead of what is in doubt</source>
        <translation>Показати все зображення, а не лише сумнівне місце</translation>
    </message>
    <message>
        <source>Go to the next row with a remark (F3)</source>
        <translation type="vanished">До наступного рядка із зауваженням (F3)</translation>
    </message>
    <message>
        <source>Undo the correction (Delete)</source>
        <translation type="vanished">Скасувати виправлення (Delete)</translation>
    </message>
    <message>
        <source>What to check, and what you corrected</source>
        <translation type="vanished">Що слід перевірити та що ви виправили</translation>
    </message>
    <message>
        <source>CSV, for a spreadsheet</source>
        <translation type="vanished">CSV, для електронної таблиці</translation>
    </message>
    <message>
        <source>Save the table as CSV or JSON lines (Ctrl+S)</source>
        <translation type="vanished">Зберегти таблицю як CSV або JSON lines (Ctrl+S)</translation>
    </message>
</context>
</TS>
