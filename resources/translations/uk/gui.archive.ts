<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Archive</source>
        <translation>Архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Undo this (Ctrl+Z)</source>
        <translation>Скасувати це (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Show all</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Clear the search and show all entries</source>
        <translation>Очистити пошук і показати всі записи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Open this entry on the canvas (Enter)</source>
        <translation>Відкрити цей запис на полотні (Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Read again…</source>
        <translation>Прочитати знову…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Let another model read the entries and compare (Ctrl+R)</source>
        <translation>Дати прочитати записи іншій моделі й порівняти (Ctrl+R)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Save as…</source>
        <translation>Зберегти як…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Save the selected entries, or all that were found (Ctrl+S)</source>
        <translation>Зберегти вибрані записи або всі знайдені (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Delete the selected entries (Delete)</source>
        <translation>Видалити вибрані записи (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Close the archive (Esc)</source>
        <translation>Закрити архів (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Nothing matches your search.</source>
        <translation>За цим запитом нічого не знайдено.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>{n} entries</source>
        <extracomment>For 1: {n} entry</extracomment>
        <translation>
            <numerusform>{n} запис</numerusform>
            <numerusform>{n} записи</numerusform>
            <numerusform>{n} записів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>{n} of {total} found</source>
        <translation>Знайдено {n} із {total}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} selected</source>
        <translation>Вибрані: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>from the archive</source>
        <translation>з архіву</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>At most</source>
        <translation>Не більше</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete all {n} archived entries?</source>
        <extracomment>For 1: Delete the {n} archived entry?</extracomment>
        <translation>
            <numerusform>Видалити {n} запис архіву?</numerusform>
            <numerusform>Видалити всі {n} записи архіву?</numerusform>
            <numerusform>Видалити всі {n} записів архіву?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>This also deletes starred entries, your notes and your corrections. You cannot undo it. Models that were taught with them do not change.</source>
        <translation>Це видалить також записи із зіркою, ваші нотатки та виправлення. Скасувати це не можна. Моделі, яких на них навчено, не зміняться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete everything</source>
        <translation>Видалити все</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Save what I draw and open, with the answers</source>
        <translation>Зберігати намальоване й відкрите з відповідями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>File ▸ Archive… shows what was saved; turning this off keeps the existing entries</source>
        <translation>Знайти збережене можна у Файл ▸ Архів…; вимкнення не видаляє наявних записів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Largest number of entries</source>
        <translation>Найбільша кількість записів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>When the archive is full, the oldest entries are deleted; starred and corrected entries always stay</source>
        <translation>Коли архів заповнено, найстаріші записи видаляються; записи із зіркою чи виправленням залишаються завжди</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_writer.py"/>
        <source>Open folder</source>
        <translation>Відкрити теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>Open the folder that contains the archive</source>
        <translation>Відкрити теку, у якій лежить архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete everything…</source>
        <translation>Видалити все…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete the whole archive after a confirmation</source>
        <translation>Видалити весь архів після підтвердження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>{mb} MB</source>
        <translation>{mb} МБ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Nothing leaves this computer.</source>
        <translation>Ніщо не залишає цього комп’ютера.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>Preferences…</source>
        <translation>Налаштування…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>Turn the archive on</source>
        <translation>Увімкнути архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>Try to open the archive again</source>
        <translation>Спробувати відкрити архів ще раз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>The archive is empty.

Draw a digit or open a picture, and you can find it here later, together with the answer. Nothing leaves this computer.</source>
        <translation>Архів порожній.

Намалюйте цифру або відкрийте зображення, і згодом ви знайдете їх тут разом із відповіддю. Ніщо не залишає цього комп’ютера.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_welcome.py"/>
        <source>The archive is turned off and empty.

Turn it on in the preferences to save what you draw and open, together with the answers. Nothing leaves this computer.</source>
        <translation>Архів вимкнено, і він порожній.

Увімкніть його в налаштуваннях, щоб зберігати те, що ви малюєте й відкриваєте, разом із відповідями. Ніщо не залишає цього комп’ютера.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_writer.py"/>
        <source>{problem} Your drawings are still read, but not archived.</source>
        <translation>{problem} Ваші малюнки й далі читаються, але в архіві не зберігаються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_writer.py"/>
        <source>Turn the archive off</source>
        <translation>Вимкнути архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_writer.py"/>
        <source>Stop archiving; you can turn it on again in the preferences</source>
        <translation>Більше не архівувати; знову увімкнути можна в налаштуваннях</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archived_evidence.py"/>
        <source>Evidence for each label</source>
        <translation>Свідчення для кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archived_evidence.py"/>
        <source>{name}: {nats} nats</source>
        <translation>{name}: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Saving progress</source>
        <translation>Перебіг збереження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>It is</source>
        <translation>Це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Original reading</source>
        <translation>Початкове прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Remove star</source>
        <translation>Зняти зірку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Star</source>
        <translation>Зірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Copy the picture</source>
        <translation>Копіювати зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Save the picture…</source>
        <translation>Зберегти зображення…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>Save {n} entries</source>
        <extracomment>For 1: Save {n} entry</extracomment>
        <translation>
            <numerusform>Зберегти {n} запис</numerusform>
            <numerusform>Зберегти {n} записи</numerusform>
            <numerusform>Зберегти {n} записів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>archive</source>
        <translation>архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>the picture</source>
        <translation>зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>PNG picture</source>
        <translation>Зображення PNG</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_actions.py"/>
        <source>{n} entries are saved as “{name}”.</source>
        <extracomment>For 1: {n} entry is saved as “{name}”.</extracomment>
        <translation>
            <numerusform>{n} запис збережено як «{name}».</numerusform>
            <numerusform>{n} записи збережено як «{name}».</numerusform>
            <numerusform>{n} записів збережено як «{name}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>{n} entries deleted</source>
        <extracomment>For 1: {n} entry deleted</extracomment>
        <translation>
            <numerusform>Видалено {n} запис</numerusform>
            <numerusform>Видалено {n} записи</numerusform>
            <numerusform>Видалено {n} записів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>star</source>
        <translation>зірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>remove star</source>
        <translation>зняття зірки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>note</source>
        <translation>нотатка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>{n} entries use the model’s reading again.</source>
        <extracomment>For 1: {n} entry uses the model’s reading again.</extracomment>
        <translation>
            <numerusform>{n} запис знову має прочитання моделі.</numerusform>
            <numerusform>{n} записи знову мають прочитання моделі.</numerusform>
            <numerusform>{n} записів знову мають прочитання моделі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_edits.py"/>
        <source>{n} entries are now “{label}”.</source>
        <extracomment>For 1: {n} entry is now “{label}”.</extracomment>
        <translation>
            <numerusform>{n} запис тепер «{label}».</numerusform>
            <numerusform>{n} записи тепер «{label}».</numerusform>
            <numerusform>{n} записів тепер «{label}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_list.py"/>
        <source>Archived pictures</source>
        <translation>Зображення в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_model.py"/>
        <source>Entry {n}</source>
        <translation>Запис {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Original</source>
        <translation>Оригінал</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>The drawing or picture as it was</source>
        <translation>Малюнок або зображення, як було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Note</source>
        <translation>Нотатка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Your note about this entry; you can search for it (F2)</source>
        <translation>Ваша нотатка до цього запису; за нею можна шукати (F2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Star this entry to find it again; starred entries are never deleted automatically (S)</source>
        <translation>Позначити зіркою, щоб знайти знову; такі записи ніколи не видаляються автоматично (S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>As read</source>
        <translation>Прочитане</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>What the model read: 28 × 28 pixels, centred, with noise</source>
        <translation>Що прочитала модель: 28 × 28 пікселів, по центру, з шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>The model&apos;s reconstruction of the picture under this label</source>
        <translation>Реконструкція зображення моделлю за цієї мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>What it is</source>
        <translation>Що це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Correct a wrong reading; you can teach the model with it later (0 – 9)</source>
        <translation>Виправити хибне прочитання; згодом на цьому можна навчити модель (0 – 9)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>From</source>
        <translation>Від</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Select a picture to see how it was read.</source>
        <translation>Виберіть зображення, щоб побачити, як його прочитано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>{kind}, {level} %</source>
        <translation>{kind}, {level} %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>as read</source>
        <translation>як прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>read as {text}</source>
        <translation>прочитано як {text}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>not a digit</source>
        <translation>не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>a digit</source>
        <translation>цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>unsure</source>
        <translation>непевно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>starred</source>
        <translation>із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>drawn</source>
        <translation>малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>opened</source>
        <translation>відкрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>read in a batch</source>
        <translation>прочитано серед багатьох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>read on the command line</source>
        <translation>прочитано командою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>drawn for teaching</source>
        <translation>намальовано для навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_texts.py"/>
        <source>read on the web page</source>
        <translation>прочитано на вебсторінці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>The picture that was read</source>
        <translation>Прочитане зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Before</source>
        <translation>Було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Now</source>
        <translation>Стало</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>The reading of this model</source>
        <translation>Прочитання цієї моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Corrected</source>
        <translation>Виправлено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Your correction</source>
        <translation>Ваше виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Prob. before</source>
        <translation>Було, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Probability of the original reading</source>
        <translation>Імовірність початкового прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Prob. now</source>
        <translation>Стало, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Probability of the new reading</source>
        <translation>Імовірність нового прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Change in evidence, in nats</source>
        <translation>Зміна свідчення, у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Read again</source>
        <translation>Прочитати знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Choose a model to read the entries again. The archive is not changed.</source>
        <translation>Виберіть модель, яка прочитає записи знову. Архів не зміниться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Stopped. {words}</source>
        <translation>Зупинено. {words}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Opening the model</source>
        <translation>Відкривається модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>The model that reads the entries again</source>
        <translation>Модель, яка читає записи знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>All {n} found</source>
        <translation>Усі знайдені: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Which entries</source>
        <translation>Які записи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Read only the selected entries</source>
        <translation>Прочитати лише вибрані записи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Read all entries found by the search</source>
        <translation>Прочитати всі записи, знайдені пошуком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Start or stop reading</source>
        <translation>Почати або зупинити читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Only changed readings</source>
        <translation>Лише змінені прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Hide entries that both models read alike</source>
        <translation>Приховати записи, які обидві моделі читають однаково</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Reading progress</source>
        <translation>Перебіг читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Original and new readings</source>
        <translation>Початкові й нові прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Save the table</source>
        <translation>Зберегти таблицю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>the table</source>
        <translation>таблицю</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} read again</source>
        <extracomment>For 1: {n} read again</extracomment>
        <translation>
            <numerusform>{n} прочитано знову</numerusform>
            <numerusform>{n} прочитано знову</numerusform>
            <numerusform>{n} прочитано знову</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} changed</source>
        <extracomment>For 1: {n} changed</extracomment>
        <translation>
            <numerusform>{n} змінено</numerusform>
            <numerusform>{n} змінено</numerusform>
            <numerusform>{n} змінено</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} now match your corrections</source>
        <translation>тепер збігаються з вашими виправленнями: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} no longer match your corrections</source>
        <translation>уже не збігаються з вашими виправленнями: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Any verdict</source>
        <translation>Усі вердикти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Unsure</source>
        <translation>Непевно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Not digits</source>
        <translation>Не цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Any time</source>
        <translation>Будь-коли</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>The last 7 days</source>
        <translation>Останні 7 днів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>The last 30 days</source>
        <translation>Останні 30 днів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>The last year</source>
        <translation>Останній рік</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>From … to …</source>
        <translation>Від … до …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Any probability</source>
        <translation>Будь-яка ймовірність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Over 99 %</source>
        <translation>Понад 99 %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>90 to 99 %</source>
        <translation>Від 90 до 99 %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>50 to 90 %</source>
        <translation>Від 50 до 90 %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Less than 50 %</source>
        <translation>Менше ніж 50 %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Newest first</source>
        <translation>Спершу нові</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Oldest first</source>
        <translation>Спершу старі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Most probable first</source>
        <translation>Спершу найімовірніші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Least probable first</source>
        <translation>Спершу найменш імовірні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Any digit</source>
        <translation>Будь-яка цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Any model</source>
        <translation>Будь-яка модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Search the archive</source>
        <translation>Пошук в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>A reading, a correction, a file name or part of a note (Ctrl+F)</source>
        <translation>Прочитання, виправлення, назва файлу або частина нотатки (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Search for a digit, number, name or note</source>
        <translation>Шукати цифру, число, назву або нотатку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Digit or label</source>
        <translation>Цифра або мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only entries with this label</source>
        <translation>Лише записи з цією міткою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only entries with this verdict</source>
        <translation>Лише записи з цим вердиктом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only entries from this period</source>
        <translation>Лише записи за цей час</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Probability</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only entries with this probability</source>
        <translation>Лише записи з такою ймовірністю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only answers of this model</source>
        <translation>Лише відповіді цієї моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Which entries come first</source>
        <translation>Які записи йдуть першими</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Starred</source>
        <translation>Із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only entries that you starred</source>
        <translation>Лише записи, які ви позначили зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only entries that you corrected</source>
        <translation>Лише записи, які ви виправили</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>First day</source>
        <translation>Перший день</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Last day</source>
        <translation>Останній день</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>This day is included</source>
        <translation>Цей день входить у пошук</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
</TS>
