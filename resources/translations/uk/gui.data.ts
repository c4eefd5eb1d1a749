<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_dialog.py"/>
        <source>Cancelled; nothing was saved.</source>
        <translation>Скасовано; нічого не збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/data/data_fields.py"/>
        <location filename="../../../desktop_cvae/gui/data/dataset_list.py"/>
        <source>Data sets</source>
        <translation>Набори даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_dialog.py"/>
        <source>Import…</source>
        <translation>Імпорт…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_dialog.py"/>
        <source>Import a file or a folder</source>
        <translation>Імпортувати файл або теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_dialog.py"/>
        <source>Make…</source>
        <translation>Створити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_dialog.py"/>
        <source>Let a model write a data set</source>
        <translation>Нехай модель напише набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_fields.py"/>
        <source>Name of the data set</source>
        <translation>Назва набору даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_fields.py"/>
        <source>Name of the data set, also for “desktop-cvae train --data”</source>
        <translation>Назва набору даних, також для «desktop-cvae train --data»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_fields.py"/>
        <source>Choose data</source>
        <translation>Вибрати дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>The variable DESKTOP_CVAE_MNIST names “{folder}”, but MNIST&apos;s files are not there; put them there, or start the program without the variable.</source>
        <translation>Змінна DESKTOP_CVAE_MNIST вказує на «{folder}», але файлів MNIST там немає; покладіть їх туди або запустіть програму без цієї змінної.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{n} pictures</source>
        <extracomment>For 1: {n} picture</extracomment>
        <translation>
            <numerusform>{n} зображення</numerusform>
            <numerusform>{n} зображення</numerusform>
            <numerusform>{n} зображень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{n} labels</source>
        <extracomment>For 1: {n} label</extracomment>
        <translation>
            <numerusform>{n} мітка</numerusform>
            <numerusform>{n} мітки</numerusform>
            <numerusform>{n} міток</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>partly downloaded</source>
        <translation>частково завантажено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>not on this computer</source>
        <translation>немає на цьому комп’ютері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>Made by the model {model}, seed {seed}</source>
        <translation>Створено моделлю {model}, зерно {seed}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>From {source}</source>
        <translation>З {source}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>70,000 handwritten digits of ten labels, by Yann LeCun and Corinna Cortes</source>
        <translation>70 000 рукописних цифр із десятьма мітками, Ян Лекун і Корінна Кортес</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{count} to train with</source>
        <translation>{count} для навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{count} held out</source>
        <translation>{count} відкладено</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{n} pictures of {kinds} labels</source>
        <extracomment>For 1: {n} picture of {kinds} labels</extracomment>
        <translation>
            <numerusform>{n} зображення, міток: {kinds}</numerusform>
            <numerusform>{n} зображення, міток: {kinds}</numerusform>
            <numerusform>{n} зображень, міток: {kinds}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{text}, and {more} more for testing.</source>
        <translation>{text}, і ще {more} для тестування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{text}; a tenth of them will be held out for testing.</source>
        <translation>{text}; десяту частину буде відкладено для тестування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>MNIST is no longer on this computer.</source>
        <translation>MNIST більше немає на цьому комп’ютері.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>write a labelled data set</source>
        <translation>написати набір даних із мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>Give the data set a name.</source>
        <translation>Дайте набору даних назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>There is already a data set “{name}”; choose another name.</source>
        <translation>Набір даних «{name}» уже є; виберіть іншу назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/data_jobs.py"/>
        <source>{folder} (by DESKTOP_CVAE_MNIST)</source>
        <translation>{folder} (за DESKTOP_CVAE_MNIST)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>MNIST is not on this computer.

Its 70,000 digits are downloaded once (11.6 MB) and checked. The program trains and measures with them.</source>
        <translation>MNIST немає на цьому комп’ютері.

Його 70 000 цифр завантажуються один раз (11,6 МБ) і перевіряються. На них програма навчає й вимірює.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Cancelled; the downloaded part is kept, and the next download continues from there.</source>
        <translation>Скасовано; завантажену частину збережено, і наступне завантаження продовжить звідти.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Download MNIST</source>
        <translation>Завантажити MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Download its four files (11.6 MB) and check their SHA-256</source>
        <translation>Завантажити чотири його файли (11,6 МБ) і перевірити їхні SHA-256</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Stop the download; the downloaded part is kept</source>
        <translation>Зупинити завантаження; отримане збережеться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Download of MNIST</source>
        <translation>Завантаження MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Continue the download</source>
        <translation>Продовжити завантаження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>{size} MB are already here.</source>
        <translation>{size} МБ уже тут.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Looking for a server …</source>
        <translation>Пошук сервера …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>downloading …</source>
        <translation>завантаження …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Cancelling …</source>
        <translation>Скасування …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>{done} of {total} MB · {percent}</source>
        <translation>{done} з {total} МБ · {percent}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>downloading · {percent}</source>
        <translation>завантаження · {percent}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Delete…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Delete this data set from your computer</source>
        <translation>Видалити цей набір даних із вашого комп’ютера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Keep it</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Keep the data set</source>
        <translation>Залишити набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Delete it</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Delete it permanently</source>
        <translation>Видалити назавжди</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Reading …</source>
        <translation>Читання …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/dataset_page.py"/>
        <source>Permanently delete “{name}”?</source>
        <translation>Видалити «{name}» назавжди?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Correct these in the file, then choose it again:</source>
        <translation>Виправте це у файлі, тоді виберіть його знову:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Choose a file or a folder, or drop one here.

IDX, NPZ (x, y) or CSV (label and pixels on every line), or a folder with one sub-folder of pictures per label; 2 to 62 labels.</source>
        <translation>Виберіть файл чи теку або перетягніть сюди.

IDX, NPZ (x, y) або CSV (мітка й пікселі в кожному рядку), або тека з окремою підтекою зображень для кожної мітки; від 2 до 62 міток.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Nothing chosen yet</source>
        <translation>Ще нічого не вибрано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Rows that do not fit</source>
        <translation>Рядки, що не підходять</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>File…</source>
        <translation>Файл…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>An IDX, NPZ or CSV file</source>
        <translation>Файл IDX, NPZ або CSV</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Folder…</source>
        <translation>Тека…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>IDX files, or one sub-folder of pictures per label</source>
        <translation>Файли IDX або окрема підтека зображень для кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Swap light and dark</source>
        <translation>Поміняти світле й темне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>For dark ink on white: the program needs white ink on black</source>
        <translation>Для темного чорнила на білому: програмі потрібне біле на чорному</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Swap rows and columns</source>
        <translation>Поміняти рядки й стовпці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>For digits that lie on their side, as in EMNIST&apos;s files</source>
        <translation>Для цифр, що лежать на боці, як у файлах EMNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Import nothing</source>
        <translation>Нічого не імпортувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Save the data under this name</source>
        <translation>Зберегти ці дані під цією назвою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Importing …</source>
        <translation>Імпортується …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>Import a data set</source>
        <translation>Імпортувати набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/data/import_page.py"/>
        <source>{n} pictures are left out:</source>
        <extracomment>For 1: {n} picture is left out:</extracomment>
        <translation>
            <numerusform>Пропущено {n} зображення:</numerusform>
            <numerusform>Пропущено {n} зображення:</numerusform>
            <numerusform>Пропущено {n} зображень:</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>number of digits; labels take turns</source>
        <translation>кількість цифр; мітки чергуються</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>the same seed writes the same digits</source>
        <translation>те саме зерно пише ті самі цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>The model writes all its labels in turn; a tenth is held out for testing.</source>
        <translation>Модель пише всі свої мітки по черзі; десяту частину відкладено для тестування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>None of your models has labels; train one with labels first.</source>
        <translation>Жодна з ваших моделей не має міток; спершу навчіть модель із мітками.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>The model that writes the digits; it needs labels</source>
        <translation>Модель, яка пише цифри; вона потребує міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Make</source>
        <translation>Створити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Write the digits and save them</source>
        <translation>Написати цифри й зберегти їх</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Saving them …</source>
        <translation>Збереження …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>{done} of {total} digits</source>
        <translation>{done} з {total} цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Opening the model …</source>
        <translation>Відкривається модель …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Make a data set</source>
        <translation>Створити набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>made by {model}</source>
        <translation>від {model}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/make_page.py"/>
        <source>Writing …</source>
        <translation>Пишеться …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/preview_pane.py"/>
        <source>Pictures by label</source>
        <translation>Зображення за мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/preview_pane.py"/>
        <source>{label}: {count} for training</source>
        <translation>{label}: {count} для навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/preview_pane.py"/>
        <source>{label}: {count} for training and {held_out} held out</source>
        <translation>{label}: {count} для навчання, {held_out} відкладено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/preview_pane.py"/>
        <source>the preview</source>
        <translation>перегляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/data/preview_pane.py"/>
        <source>the counts</source>
        <translation>кількості</translation>
    </message>
</context>
</TS>
