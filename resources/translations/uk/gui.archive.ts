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
        <source>Take it back (Ctrl+Z)</source>
        <translation>Повернути, як було (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Show all</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Search for nothing, and show all entries</source>
        <translation>Нічого не шукати й показати всі записи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>How much is written</source>
        <translation>Скільки вже записано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Put it onto the canvas as it was (Enter)</source>
        <translation>Повернути на полотно таким, як було (Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Read again…</source>
        <translation>Прочитати знову…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Let another model read them, and see what changes (Ctrl+R)</source>
        <translation>Дати прочитати іншій моделі й побачити, що зміниться (Ctrl+R)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Save as…</source>
        <translation>Зберегти як…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Save those chosen, or all that were found (Ctrl+S)</source>
        <translation>Зберегти вибрані або всі знайдені (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Remove those chosen (Delete)</source>
        <translation>Вилучити вибрані (Delete)</translation>
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
        <source>Preferences…</source>
        <translation>Налаштування…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Turn the archive on</source>
        <translation>Увімкнути архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Open the archive again</source>
        <translation>Відкрити архів ще раз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Open its folder</source>
        <translation>Відкрити теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Show where the archive lies</source>
        <translation>Показати, де лежить архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Nothing like that is kept.</source>
        <translation>Нічого такого не збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>Nothing is kept yet.

Draw a digit or open a picture: it is kept here with its answer, to be found again. Nothing leaves this computer.</source>
        <translation>Ще нічого не збережено.

Намалюйте цифру або відкрийте зображення: воно збережеться тут разом із відповіддю, щоб його можна було знайти знову. Ніщо не залишає цього комп’ютера.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>The archive is turned off, and empty.

Turn it on in the preferences, and what you draw and open is kept here with its answer. Nothing leaves this computer.</source>
        <translation>Архів вимкнено, і він порожній.

Увімкніть його в налаштуваннях, і все, що ви малюєте й відкриваєте, зберігатиметься тут разом із відповіддю. Ніщо не залишає цього комп’ютера.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>{n} kept</source>
        <translation>Збережено: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>{n} of {total} found</source>
        <translation>Знайдено {n} із {total}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_dialog.py"/>
        <source>{n} chosen</source>
        <translation>Вибрано: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>At most</source>
        <translation>Не більше</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete all {n} kept entries?</source>
        <extracomment>For 1: Delete the {n} kept entry?</extracomment>
        <translation>
            <numerusform>Видалити {n} збережений запис?</numerusform>
            <numerusform>Видалити всі {n} збережені записи?</numerusform>
            <numerusform>Видалити всі {n} збережених записів?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Those with a star, your notes and your corrections go too, for good. Models that were taught with them stay as they are.</source>
        <translation>Записи із зіркою, ваші нотатки та виправлення теж зникнуть назавжди. Моделі, яких на них навчено, залишаться такими, як є.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete everything</source>
        <translation>Видалити все</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Keep what I draw and open, with its answer</source>
        <translation>Зберігати намальоване й відкрите з відповіддю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>File ▸ Archive… shows it again; what is kept already stays</source>
        <translation>Файл ▸ Архів… показує це знову; уже збережене залишається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Largest number of entries</source>
        <translation>Найбільша кількість записів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Then the oldest go; those with a star or a correction always stay</source>
        <translation>Потім зникають найстаріші; записи із зіркою чи виправленням залишаються завжди</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete everything…</source>
        <translation>Видалити все…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>Delete all that is kept, after a question</source>
        <translation>Видалити все збережене після запитання</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>{n} entries</source>
        <extracomment>For 1: {n} entry</extracomment>
        <translation>
            <numerusform>{n} запис</numerusform>
            <numerusform>{n} записи</numerusform>
            <numerusform>{n} записів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/archive_preferences.py"/>
        <source>{n} entries are kept</source>
        <extracomment>For 1: {n} entry is kept</extracomment>
        <translation>
            <numerusform>Збережено {n} запис</numerusform>
            <numerusform>Збережено {n} записи</numerusform>
            <numerusform>Збережено {n} записів</numerusform>
        </translation>
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
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>{n} entries removed</source>
        <extracomment>For 1: {n} entry removed</extracomment>
        <translation>
            <numerusform>Вилучено {n} запис</numerusform>
            <numerusform>Вилучено {n} записи</numerusform>
            <numerusform>Вилучено {n} записів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>star</source>
        <translation>зірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>star taken away</source>
        <translation>зняття зірки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>note</source>
        <translation>нотатка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>{n} count as they were read.</source>
        <extracomment>For 1: It counts as it was read.</extracomment>
        <translation>
            <numerusform>{n} запис вважається таким, як прочитано.</numerusform>
            <numerusform>{n} записи вважаються такими, як прочитано.</numerusform>
            <numerusform>{n} записів вважаються такими, як прочитано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/changes.py"/>
        <source>{n} are kept as “{label}”.</source>
        <extracomment>For 1: It is kept as “{label}”.</extracomment>
        <translation>
            <numerusform>{n} запис збережено як «{label}».</numerusform>
            <numerusform>{n} записи збережено як «{label}».</numerusform>
            <numerusform>{n} записів збережено як «{label}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_list.py"/>
        <source>Kept pictures</source>
        <translation>Збережені зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Take the star away</source>
        <translation>Зняти зірку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Star</source>
        <translation>Зірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>It is</source>
        <translation>Це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>As it was read</source>
        <translation>Як прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Copy the picture</source>
        <translation>Копіювати зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Save the picture…</source>
        <translation>Зберегти зображення…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>Save {n} entries</source>
        <extracomment>For 1: Save {n} entry</extracomment>
        <translation>
            <numerusform>Зберегти {n} запис</numerusform>
            <numerusform>Зберегти {n} записи</numerusform>
            <numerusform>Зберегти {n} записів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>archive</source>
        <translation>архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>the picture</source>
        <translation>зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>PNG picture</source>
        <translation>Зображення PNG</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/archive/entry_menu.py"/>
        <source>{n} entries are saved as “{name}”.</source>
        <extracomment>For 1: {n} entry is saved as “{name}”.</extracomment>
        <translation>
            <numerusform>{n} запис збережено як «{name}».</numerusform>
            <numerusform>{n} записи збережено як «{name}».</numerusform>
            <numerusform>{n} записів збережено як «{name}».</numerusform>
        </translation>
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
        <source>What was drawn or opened</source>
        <translation>Що було намальовано або відкрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Note</source>
        <translation>Нотатка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Your own words about it; they can be searched for (F2)</source>
        <translation>Ваші власні слова про це; за ними можна шукати (F2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Star it, to find it again; it is never dropped (S)</source>
        <translation>Позначити зіркою, щоб знайти знову; такий запис ніколи не зникає сам (S)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Seen</source>
        <translation>Побачене</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>What the model read: 28 × 28, centred, with the noise</source>
        <translation>Що прочитала модель: 28 × 28, по центру, з шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>What the model wrote when it explained the picture by the label</source>
        <translation>Що написала модель, пояснюючи зображення міткою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>What it is</source>
        <translation>Що це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_pane.py"/>
        <source>Say what it is if it was read wrong; the model can be taught with it (0 – 9)</source>
        <translation>Скажіть, що це, якщо прочитано неправильно; на цьому можна навчити модель (0 – 9)</translation>
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
        <source>Choose a picture to see how it was read.</source>
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
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>read as {text}</source>
        <translation>прочитано як {text}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>no digit</source>
        <translation>не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>a digit</source>
        <translation>цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>unsure</source>
        <translation>непевно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>not a digit</source>
        <translation>не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>starred</source>
        <translation>із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>drawn</source>
        <translation>малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>opened</source>
        <translation>відкрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>read with many</source>
        <translation>прочитано серед багатьох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>read by a command</source>
        <translation>прочитано командою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>drawn to teach</source>
        <translation>намальовано для навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/entry_words.py"/>
        <source>read on the web page</source>
        <translation>прочитано на вебсторінці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>{problem} What you draw is answered, but not archived.</source>
        <translation>{problem} Програма відповідає на те, що ви малюєте, але в архіві цього не зберігає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>Turn the archive off</source>
        <translation>Вимкнути архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>Nothing is archived any more; Preferences turn it on again</source>
        <translation>Більше нічого не архівувати; знову увімкнути можна в налаштуваннях</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>Open folder</source>
        <translation>Відкрити теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/kept_evidence.py"/>
        <source>Evidence for each label</source>
        <translation>Свідчення для кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/kept_evidence.py"/>
        <source>{name}: {nats} nats</source>
        <translation>{name}: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>What was read</source>
        <translation>Що було прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Was</source>
        <translation>Було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Is</source>
        <translation>Стало</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>As this model reads it</source>
        <translation>Як це читає ця модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>You say</source>
        <translation>Ви кажете</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>What you said it is</source>
        <translation>Що це, на вашу думку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Sure then</source>
        <translation>Тоді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>How probable the old reading was</source>
        <translation>Наскільки ймовірним було старе прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Sure now</source>
        <translation>Тепер</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>How probable the new reading is</source>
        <translation>Наскільки ймовірне нове прочитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>By how many nats the reading&apos;s evidence is more than it was</source>
        <translation>На скільки нат свідчення прочитання більше, ніж було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Read again</source>
        <translation>Прочитати знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Choose a model: it reads them again, and nothing kept is changed.</source>
        <translation>Виберіть модель: вона прочитає їх знову, а збережене не зміниться.</translation>
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
        <source>The model that reads them again</source>
        <translation>Модель, яка читає їх знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>The {n} chosen</source>
        <translation>Вибрані: {n}</translation>
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
        <source>Read those that are chosen</source>
        <translation>Прочитати вибрані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Read all that the search found</source>
        <translation>Прочитати всі знайдені пошуком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Let the model read them, or stop it</source>
        <translation>Дати моделі прочитати їх або зупинити її</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Only what is read differently</source>
        <translation>Лише прочитане інакше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Leave out what both models read alike</source>
        <translation>Не показувати те, що обидві моделі читають однаково</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>How much is read</source>
        <translation>Скільки прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>Readings old and new</source>
        <translation>Старі й нові прочитання</translation>
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
        <source>Close this (Esc)</source>
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
        <source>{n} differently</source>
        <extracomment>For 1: {n} differently</extracomment>
        <translation>
            <numerusform>{n} інакше</numerusform>
            <numerusform>{n} інакше</numerusform>
            <numerusform>{n} інакше</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} now as you say</source>
        <translation>тепер, як ви кажете: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/rereading_dialog.py"/>
        <source>{n} no longer as you say</source>
        <translation>вже не так, як ви кажете: {n}</translation>
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
        <translation>Невпевнено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>No digits</source>
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
        <source>However sure</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Surer than 99 %</source>
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
        <source>Surest first</source>
        <translation>Спершу впевнені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Least sure first</source>
        <translation>Спершу невпевнені</translation>
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
        <source>Search for a digit, a number, a name or a note</source>
        <translation>Шукати цифру, число, назву або нотатку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Search the archive</source>
        <translation>Пошук в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>What was read, what you say it is, a file&apos;s name, or a part of a note (Ctrl+F)</source>
        <translation>Прочитане, те, що кажете ви, назва файлу або частина нотатки (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Digit or label</source>
        <translation>Цифра або мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what is this</source>
        <translation>Лише те, що є цим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what the model judged so</source>
        <translation>Лише те, про що модель судила так</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what was kept then</source>
        <translation>Лише збережене тоді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>How sure</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what was so probable</source>
        <translation>Лише настільки ймовірне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what this model answered</source>
        <translation>Лише відповіді цієї моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>What stands first</source>
        <translation>Що стоїть першим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Starred</source>
        <translation>Із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what you starred</source>
        <translation>Лише позначене зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Corrected</source>
        <translation>Виправлені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>Only what you said what it is</source>
        <translation>Лише те, про що ви сказали, що це</translation>
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
        <source>This day is searched too</source>
        <translation>Цей день теж входить у пошук</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/search_bar.py"/>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
</TS>
