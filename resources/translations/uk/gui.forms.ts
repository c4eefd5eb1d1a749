<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>The fields, in the order of their columns</source>
        <translation>Поля в порядку їхніх стовпців</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Name of the field</source>
        <translation>Назва поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Name of its column (F2)</source>
        <translation>Назва його стовпця (F2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>What the field holds</source>
        <translation>Що містить поле</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>A number, exactly one digit, or one of the values of a list</source>
        <translation>Число, рівно одна цифра або одне зі значень списку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Remove this field (Delete)</source>
        <translation>Вилучити це поле (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Values of the field</source>
        <translation>Значення поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>One value a line, such as a customer number; typed or pasted</source>
        <translation>По одному значенню в рядку, наприклад номери клієнтів; можна ввести або вставити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>One value a line</source>
        <translation>По одному значенню в рядку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Column</source>
        <translation>Стовпець</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Column of the file with the values</source>
        <translation>Стовпець файлу, у якому стоять значення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>From a CSV file…</source>
        <translation>З файлу CSV…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Take the values from a column of a CSV file</source>
        <translation>Узяти значення зі стовпця файлу CSV</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/forms/field_pane.py"/>
        <source>{n} values</source>
        <extracomment>For 1: {n} value</extracomment>
        <translation>
            <numerusform>{n} значення</numerusform>
            <numerusform>{n} значення</numerusform>
            <numerusform>{n} значень</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Draw a box around each field; name it on the right.</source>
        <translation>Обведіть рамкою кожне поле; назвіть його праворуч.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Form editor</source>
        <translation>Редактор бланків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Opening {name} …</source>
        <translation>Відкривається {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Form</source>
        <translation>Бланк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Draw a box for each field; then save the sheet to print.</source>
        <translation>Обведіть рамкою місце кожного поля, тоді збережіть аркуш для друку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Your form is not saved.</source>
        <translation>Ваш бланк не збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Open a sample…</source>
        <translation>Відкрити зразок…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>An empty form, as a picture or PDF file (Ctrl+O)</source>
        <translation>Порожній бланк, зображення або файл PDF (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Open a sample</source>
        <translation>Відкрити зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Open a form…</source>
        <translation>Відкрити бланк…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Edit a saved form</source>
        <translation>Редагувати збережений бланк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Empty page</source>
        <translation>Порожня сторінка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Draw a form of your own on an empty A4 page</source>
        <translation>Створити власний бланк на порожній сторінці A4</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Sheet to print…</source>
        <translation>Аркуш для друку…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Save a sheet with these fields as boxes for single digits, as PDF or picture</source>
        <translation>Зберегти аркуш із цими полями у вигляді клітинок для окремих цифр: PDF або зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Title of the form</source>
        <translation>Заголовок бланка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Name of the form</source>
        <translation>Назва бланка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Read this page</source>
        <translation>Прочитати сторінку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Try the form at once (Ctrl+R)</source>
        <translation>Одразу випробувати бланк (Ctrl+R)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Try another page…</source>
        <translation>Інша сторінка…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Read a filled-in page with this form</source>
        <translation>Прочитати заповнену сторінку за цим бланком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Try another page</source>
        <translation>Випробувати іншу сторінку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Read many pages…</source>
        <translation>Багато сторінок…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Read pages into a table with this form</source>
        <translation>Прочитати сторінки в таблицю за цим бланком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Save the form (Ctrl+S)</source>
        <translation>Зберегти бланк (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Close the editor (Esc)</source>
        <translation>Закрити редактор (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>{n} fields</source>
        <extracomment>For 1: {n} field</extracomment>
        <translation>
            <numerusform>{n} поле</numerusform>
            <numerusform>{n} поля</numerusform>
            <numerusform>{n} полів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>The sheet is saved as “{name}”. Print it without scaling. The form now expects this sheet, so save the form too.</source>
        <translation>Аркуш збережено як «{name}». Друкуйте його без масштабування. Тепер бланк очікує саме цей аркуш, тож збережіть і бланк.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Reading …</source>
        <translation>Читання …</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>{n} fields read</source>
        <extracomment>For 1: {n} field read</extracomment>
        <translation>
            <numerusform>{n} поле прочитано</numerusform>
            <numerusform>{n} поля прочитано</numerusform>
            <numerusform>{n} полів прочитано</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>{count} to check</source>
        <translation>перевірити: {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Saved as “{name}”.</source>
        <translation>Збережено як «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Save the form</source>
        <translation>Зберегти бланк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>PDF page</source>
        <translation>Сторінка PDF</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>PNG picture</source>
        <translation>Зображення PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Sheet to print</source>
        <translation>Аркуш для друку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>CSV files</source>
        <translation>Файли CSV</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Forms</source>
        <translation>Бланки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_dialog.py"/>
        <source>Open a form</source>
        <translation>Відкрити бланк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>field {number}</source>
        <translation>поле {number}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>new field</source>
        <translation>нове поле</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>removed field</source>
        <translation>вилучене поле</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>moved field</source>
        <translation>переміщене поле</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>Another field has this name.</source>
        <translation>Інше поле вже має таку назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>named field</source>
        <translation>назва поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>rule of a field</source>
        <translation>правило поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_draft.py"/>
        <source>values of a field</source>
        <translation>значення поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_view.py"/>
        <source>Open an empty form, as a scan or a PDF file. Then draw a box around each of its fields.</source>
        <translation>Відкрийте порожній бланк: сканований або у файлі PDF. Тоді обведіть рамкою кожне його поле.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_view.py"/>
        <source>The sample form with the boxes of its fields</source>
        <translation>Зразок бланка з рамками його полів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_view.py"/>
        <source>Arrow keys move the box; with Shift, they resize it. Insert adds a box, Delete removes it, Page Up and Page Down select another.</source>
        <translation>Стрілки рухають рамку, із Shift — змінюють її розмір. Insert додає рамку, Delete вилучає її, Page Up і Page Down вибирають іншу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/forms/form_view.py"/>
        <source>Draw a box around each field; drag the box, its sides or its corners</source>
        <translation>Обведіть рамкою кожне поле; тягніть її, її боки або кути</translation>
    </message>
    <message>
        <source>Any number of digits, or as the rule requires</source>
        <translation type="vanished">Будь-яка кількість цифр або як вимагає правило</translation>
    </message>
    <message>
        <source>One of the values below: all digits together decide which</source>
        <translation type="vanished">Одне зі значень нижче: яке саме, вирішують усі цифри разом</translation>
    </message>
</context>
</TS>
