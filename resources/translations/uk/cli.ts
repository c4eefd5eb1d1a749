<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>a drawing</source>
        <translation>малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>an opened picture</source>
        <translation>відкрите зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>a table of many pictures</source>
        <translation>таблиця з багатьох зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>the command line</source>
        <translation>командний рядок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>teaching</source>
        <translation>навчання почерку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>the web page</source>
        <translation>вебсторінка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>No archive entry matches.</source>
        <translation>Жоден запис архіву не підходить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>archived</source>
        <translation>збережено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>answer</source>
        <translation>відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>probability</source>
        <translation>імовірність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>your label</source>
        <translation>ваша мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>name</source>
        <translation>назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>note</source>
        <translation>нотатка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{shown} of {total} shown; use --limit to show more.</source>
        <translation>{shown} з {total}; більше покаже --limit.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{label}: {nats} nats</source>
        <translation>{label}: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>from</source>
        <translation>звідки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>verdict</source>
        <translation>вердикт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>like a digit</source>
        <translation>схоже на цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>evidence</source>
        <translation>свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>noise</source>
        <translation>шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>star</source>
        <translation>зірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>program</source>
        <translation>програма</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>--trust-readings needs --format dataset.</source>
        <translation>--trust-readings потребує --format dataset.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{n} entries are in “{path}”.</source>
        <extracomment>For 1: {n} entry is in “{path}”.</extracomment>
        <translation>
            <numerusform>У «{path}» {n} запис.</numerusform>
            <numerusform>У «{path}» {n} записи.</numerusform>
            <numerusform>У «{path}» {n} записів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{n} entries are permanently deleted.</source>
        <extracomment>For 1: {n} entry is permanently deleted.</extracomment>
        <translation>
            <numerusform>{n} запис видалено назавжди.</numerusform>
            <numerusform>{n} записи видалено назавжди.</numerusform>
            <numerusform>{n} записів видалено назавжди.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{n} entries are removed; “archive restore” brings them back.</source>
        <extracomment>For 1: {n} entry is removed; “archive restore” brings it back.</extracomment>
        <translation>
            <numerusform>{n} запис видалено; повернути його можна командою «archive restore».</numerusform>
            <numerusform>{n} записи видалено; повернути їх можна командою «archive restore».</numerusform>
            <numerusform>{n} записів видалено; повернути їх можна командою «archive restore».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>No archive entry has any of these numbers.</source>
        <translation>Жодного з цих номерів в архіві немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>No recently removed entry has any of these numbers.</source>
        <translation>Жодного з цих номерів останнім часом не видаляли.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{n} entries are restored.</source>
        <extracomment>For 1: {n} entry is restored.</extracomment>
        <translation>
            <numerusform>{n} запис повернуто.</numerusform>
            <numerusform>{n} записи повернуто.</numerusform>
            <numerusform>{n} записів повернуто.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>List, show, export, remove or restore archived readings.</source>
        <translation>Перелічити, показати, експортувати, видалити прочитане й збережене.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>List readings, newest first.</source>
        <translation>Перелічити прочитане, найновіше — спершу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>show at most N entries (default: {count})</source>
        <translation>показати не більше N записів (типово: {count})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>Write entries to a file or a folder.</source>
        <translation>Записати записи у файл чи теку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>Show one entry in full.</source>
        <translation>Показати все про один запис.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>NUMBER</source>
        <translation>НОМЕР</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>as shown by “archive list”</source>
        <translation>як їх показує «archive list»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>Remove entries; “restore” can undo this for a day.</source>
        <translation>Видалити записи; протягом доби їх поверне «restore».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>delete them permanently; this cannot be undone</source>
        <translation>видалити їх назавжди; цього не скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>Restore removed entries.</source>
        <translation>Повернути видалені записи.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>“{text}” is not a date; write it as 2026-11-22 or 2026-11-22T18:30</source>
        <translation>«{text}» — не дата; пишіть так: 2026-11-22 або 2026-11-22T18:30</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>csv: a table; xlsx: an Excel workbook; jsonl: all of each entry, with its pictures; png: a folder of pictures; dataset: a file that “data import” and “--data” take</source>
        <translation>csv: таблиця; xlsx: книга Excel; jsonl: усе про кожен запис, із зображеннями; png: тека із зображеннями; dataset: файл, який беруть «data import» і «--data»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>in a data set, use the reading as the label where you gave none</source>
        <translation>у наборі даних брати прочитане за мітку там, де ви її не дали</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>PATH</source>
        <translation>ШЛЯХ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>TEXT</source>
        <translation>ТЕКСТ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>words in name, reading, label, note or model</source>
        <translation>слова в назві, прочитаному, мітці, нотатці чи моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/fool_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>LABEL</source>
        <translation>МІТКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>the label you gave, or else the one that was read</source>
        <translation>мітка, яку дали ви, а без неї — прочитана</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/presets_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>NAME</source>
        <translation>НАЗВА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>the model that read it</source>
        <translation>модель, яка прочитала</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>DATE</source>
        <translation>ДАТА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>archived at this time or later</source>
        <translation>збережено в цей час або пізніше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>archived at this time or earlier</source>
        <translation>збережено в цей час або раніше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>smallest probability, 0 to 1</source>
        <translation>найменша ймовірність, від 0 до 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>largest probability, 0 to 1</source>
        <translation>найбільша ймовірність, від 0 до 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>only starred entries</source>
        <translation>лише записи із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_arguments.py"/>
        <source>only entries that you labelled</source>
        <translation>лише записи, яким ви дали мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>usage: </source>
        <translation>використання: </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>positional arguments</source>
        <translation>позиційні аргументи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>options</source>
        <translation>параметри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>show this help message and exit</source>
        <translation>показати цю довідку й вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>аргумент %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>the following arguments are required: %s</source>
        <translation>потрібні ще такі аргументи: %s</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>unrecognized arguments: %s</source>
        <translation>невідомі аргументи: %s</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>one of the arguments %s is required</source>
        <translation>потрібен один з аргументів %s</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>not allowed with argument %s</source>
        <translation>не поєднується з аргументом %s</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>ignored explicit argument %r</source>
        <translation>зайве значення %r</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>expected one argument</source>
        <translation>потрібне одне значення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>expected at most one argument</source>
        <translation>потрібне щонайбільше одне значення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>expected at least one argument</source>
        <translation>потрібне щонайменше одне значення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>значення %(value)r не підходить (виберіть із таких: %(choices)s)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>значення %(value)r не підходить (тип %(type)s)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>unknown parser %(parser_name)r (choices: %(choices)s)</source>
        <translation>невідома команда %(parser_name)r (є такі: %(choices)s)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>неоднозначний параметр: %(option)s може бути %(matches)s</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/argparse_texts.py"/>
        <source>expected %s arguments</source>
        <extracomment>For 1: expected %s argument</extracomment>
        <translation>
            <numerusform>потрібно стільки значень: %s</numerusform>
            <numerusform>потрібно стільки значень: %s</numerusform>
            <numerusform>потрібно стільки значень: %s</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Name 2 to {most} models to compare, not {count}.</source>
        <translation>Щоб порівняти, назвіть від 2 до {most} моделей, а не {count}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>The model “{name}” is named twice.</source>
        <translation>Модель «{name}» названо двічі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare_arguments.py"/>
        <source>Compare models side by side: pictures, tables and a page.</source>
        <translation>Порівняти моделі: зображення, таблиці, сторінка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>MODEL</source>
        <translation>МОДЕЛЬ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare_arguments.py"/>
        <source>two or more model names, .cvae files, or run names or ids</source>
        <translation>назви моделей, файли .cvae, назви чи ідентифікатори запусків; щонайменше два</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>FOLDER</source>
        <translation>ТЕКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_page.py"/>
        <source>Compared on {data}.</source>
        <translation>Порівняно на даних: {data}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>images</source>
        <translation>зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>read by evidence</source>
        <translation>прочитано за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>−ELBO in nats</source>
        <translation>−ELBO у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>reconstruction</source>
        <translation>реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>KL divergence</source>
        <translation>Розбіжність KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>−ELBO at the mean</source>
        <translation>−ELBO для середнього</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>calibration error</source>
        <translation>похибка калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>part</source>
        <translation>частина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>setting</source>
        <translation>налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Held-out results</source>
        <translation>Результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Grey-pixel BCE with one posterior sample per image, under the true label. The calibration error is that of the displayed probabilities, which are calibrated if the model is.</source>
        <translation>BCE сірих пікселів, один апостеріорний зразок на зображення, за правильної мітки. Похибка калібрування — це похибка показаних імовірностей, каліброваних, якщо модель калібровано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Originals and reconstructions</source>
        <translation>Оригінали й реконструкції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>The same held-out digits, each decoded from its posterior&apos;s mean.</source>
        <translation>Ті самі відкладені цифри, кожну декодовано із середнього її апостеріорного розподілу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Latent spaces</source>
        <translation>Латентні простори</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Held-out digits in the plane of the two main directions, coloured by label.</source>
        <translation>Відкладені цифри на площині двох головних напрямків, кольори — за мітками.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Lines: validation; dots: training. Total loss over the epochs.</source>
        <translation>Лінії — валідація, точки — навчання. Загальні втрати за епохами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>None of the models has a training history.</source>
        <translation>Жодна з моделей не має історії навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>Settings that differ</source>
        <translation>Налаштування, що різняться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/comparison_report.py"/>
        <source>The models have the same settings.</source>
        <translation>Моделі мають однакові налаштування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete.py"/>
        <source>“{part}” is neither X,Y,W,H in pixels nor a picture file.</source>
        <translation>«{part}» — це ні X,Y,W,H у пікселях, ні файл зображення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete.py"/>
        <source>“{part}” contains none of the {side}×{side} pixels.</source>
        <translation>«{part}» не містить жодного з {side}×{side} пікселів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete_arguments.py"/>
        <source>Fill in a missing part of a digit.</source>
        <translation>Доповнити відсутню частину цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete_arguments.py"/>
        <source>X,Y,W,H|MASK</source>
        <translation>X,Y,Ш,В|МАСКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete_arguments.py"/>
        <source>the missing part of the 28×28 pixels that the model sees: left, top, width and height, or a picture that is white there</source>
        <translation>чого бракує з 28×28 пікселів, які бачить модель: ліворуч, згори, ширина й висота або зображення, біле в тому місці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete_arguments.py"/>
        <source>the digit&apos;s label; auto takes the one that explains the rest best (default)</source>
        <translation>мітка цифри; auto бере ту, що найкраще пояснює решту (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>(default: {value})</source>
        <translation>(типово: {value})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>train</source>
        <translation>навчальних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>test</source>
        <translation>тестових</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>labels</source>
        <translation>мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>MNIST is not on this computer; “desktop-cvae data download mnist” downloads it.</source>
        <translation>MNIST немає на цьому комп’ютері; його завантажить команда «desktop-cvae data download mnist».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>MNIST is in {folder}</source>
        <translation>MNIST лежить у {folder}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>Interrupted; the downloaded part is kept. The same command downloads the rest.</source>
        <translation>Перервано; уже завантажене збережено. Та сама команда довантажить решту.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>left out: {complaint}</source>
        <translation>пропущено: {complaint}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>write a labelled data set</source>
        <translation>написати набір даних із мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>made by the model {model}, seed {seed}</source>
        <translation>створила модель {model}, зерно {seed}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>“{name}” has {train} training pictures and {test} held out, with {labels} labels</source>
        <translation>«{name}»: зображень для навчання — {train}, відкладених — {test}, міток — {labels}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>List, download, import, generate or remove data sets.</source>
        <translation>Перелічити, завантажити, імпортувати, створити, видалити набори даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>List all data sets.</source>
        <translation>Перелічити всі набори даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>Download MNIST (12 MB) and check its SHA-256.</source>
        <translation>Завантажити MNIST (12 МБ) і перевірити за SHA-256.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>download it again</source>
        <translation>завантажити заново</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>Check a data set and store it under a name.</source>
        <translation>Перевірити набір даних і зберегти під назвою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>IDX, NPZ or CSV, or a folder of labels</source>
        <translation>IDX, NPZ чи CSV або тека з мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>the names of the labels in order; labels may start at 0 or 1</source>
        <translation>назви міток за порядком; мітки можуть рахуватися від 0 або від 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>swap rows and columns, as EMNIST&apos;s files need</source>
        <translation>поміняти місцями рядки й стовпці, як треба для файлів EMNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>swap light and dark, for dark ink on white</source>
        <translation>поміняти місцями світле й темне, для темного чорнила на білому</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>Generate a data set with a model.</source>
        <translation>Створити набір даних за допомогою моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>Delete one of your data sets.</source>
        <translation>Видалити один із ваших наборів даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>its name, also for --data</source>
        <translation>як його назвати, також для --data</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data_arguments.py"/>
        <source>replace a data set of that name</source>
        <translation>замінити наявний із такою назвою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>--sweep sets its own noise and shifts; omit --noise and --shift.</source>
        <translation>--sweep має власний шум і власні зсуви; приберіть --noise і --shift.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>--samples needs --generation.</source>
        <translation>--samples потребує --generation.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>--digits and --until need --attack.</source>
        <translation>--digits і --until потребують --attack.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>“{name}” rejects nothing, so --not-digits has no effect; “models calibrate” fits its rejection thresholds.</source>
        <translation>«{name}» нічого не відхиляє, тож --not-digits нічого не змінює; пороги відхилення підбирає «models calibrate».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>Measure a model on held-out digits.</source>
        <translation>Виміряти модель на відкладених цифрах.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>also read the pictures as “recognize” does, with preparations, test-time augmentation and verdicts; of a folder, read the files themselves</source>
        <translation>також прочитати зображення так, як це робить «recognize»: з підготовками, аугментацією під час тестування й вердиктами; у теці — самі файли</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>also think about each digit for up to N steps; with --attack, attack the reader that thinks</source>
        <translation>також обдумати кожну цифру, щонайбільше N кроків; з --attack атакувати читання з роздумами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>estimate log p(x) of binarised digits from N importance samples a label ({n} if N is omitted)</source>
        <translation>оцінити log p(x) бінаризованих цифр за N вибірками за значущістю на мітку ({n}, якщо N не вказано)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <source>DATA</source>
        <translation>ДАНІ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>pictures to be rejected: “made” (letters, signs and outlines drawn by the program), or data as for --data, without its labels</source>
        <translation>зображення, які слід відхиляти: «made» (літери, знаки й контури, які малює програма) або дані, як для --data, без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>shift every picture by exactly PX pixels in one of 8 random directions</source>
        <translation>зсунути кожне зображення рівно на PX пікселів в одному з 8 випадкових напрямків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>centre and scale pictures like opened files; auto does so if they were shifted</source>
        <translation>відцентрувати й змасштабувати, як відкритий файл; auto робить так, якщо зображення зсунуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>also read under noise of σ 0 to 0.5, or after shifts of 0 to 3 pixels; can be repeated</source>
        <translation>читати ще й із шумом σ від 0 до 0.5 або після зсувів на 0–3 пікселі; можна повторити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>judge generated digits with a classifier trained on the training digits alone, in a minute or two; --seed selects it (needs TensorFlow)</source>
        <translation>оцінити написані цифри класифікатором, навченим лише на навчальних цифрах, за хвилину чи дві; його вибирає --seed (потрібен TensorFlow)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>number of digits to judge, with --generation (default: 10000)</source>
        <translation>скільки цифр оцінювати, разом з --generation (типово: 10000)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>find the smallest change, in this norm, that makes digits misread (needs TensorFlow and Foolbox, the extra “attack”)</source>
        <translation>знайти найменшу в цій нормі зміну, через яку цифри читаються хибно (потрібні TensorFlow і Foolbox, додаток «attack»)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate_arguments.py"/>
        <source>number of digits to attack, chosen by --seed (default: 500)</source>
        <translation>скільки цифр атакувати; їх вибирає --seed (типово: 500)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>grey-pixel BCE</source>
        <translation>BCE сірих пікселів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>false rejection rate, %</source>
        <translation>частка хибних відхилень, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>rejected digits, %</source>
        <translation>відхилено цифр, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>rejected others, %</source>
        <translation>відхилено іншого, %</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>not digits: {name}, {n} images; AUC {auc}</source>
        <extracomment>For 1: not digits: {name}, {n} image; AUC {auc}</extracomment>
        <translation>
            <numerusform>не цифри: {name}, {n} зображення; AUC {auc}</numerusform>
            <numerusform>не цифри: {name}, {n} зображення; AUC {auc}</numerusform>
            <numerusform>не цифри: {name}, {n} зображень; AUC {auc}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>{model} on {data}, {count} images; {scale}, true label, one posterior sample</source>
        <translation>{model}: {data}, зображень: {count}; {scale}, правильна мітка, один апостеріорний зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>rejected</source>
        <translation>відхилено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>speed</source>
        <translation>швидкість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>{speed} images/s</source>
        <translation>{speed} зображень/с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>read correctly</source>
        <translation>правильно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>unsure</source>
        <translation>непевно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>wrong, not marked unsure</source>
        <translation>хибно, без «непевно»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>as “recognize” reads {n} pictures</source>
        <extracomment>For 1: as “recognize” reads {n} picture</extracomment>
        <translation>
            <numerusform>як «recognize» читає {n} зображення</numerusform>
            <numerusform>як «recognize» читає {n} зображення</numerusform>
            <numerusform>як «recognize» читає {n} зображень</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>in one pass</source>
        <translation>за один прохід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>after thinking</source>
        <translation>після роздумів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>mended</source>
        <translation>виправлено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>spoiled</source>
        <translation>зіпсовано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>time</source>
        <translation>час</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>{s} s a digit</source>
        <translation>{s} с на цифру</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>{n} digits, thought about for up to {steps} steps</source>
        <extracomment>For 1: {n} digit, thought about for up to {steps} steps</extracomment>
        <translation>
            <numerusform>{n} цифра, обдумана щонайбільше за {steps} кроків</numerusform>
            <numerusform>{n} цифри, обдумані щонайбільше за {steps} кроків</numerusform>
            <numerusform>{n} цифр, обдуманих щонайбільше за {steps} кроків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>−log p(x | y), true label</source>
        <translation>−log p(x | y), правильна мітка</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>{n} binarised digits, {samples} importance samples a label</source>
        <extracomment>For 1: {n} binarised digit, {samples} importance samples a label</extracomment>
        <translation>
            <numerusform>{n} бінаризована цифра, {samples} вибірок за значущістю на мітку</numerusform>
            <numerusform>{n} бінаризовані цифри, {samples} вибірок за значущістю на мітку</numerusform>
            <numerusform>{n} бінаризованих цифр, {samples} вибірок за значущістю на мітку</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>before calibration</source>
        <translation>до калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>true ↓ read →</source>
        <translation>насправді ↓ прочитано →</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>read correctly, %</source>
        <translation>прочитано правильно, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>{nats} nats</source>
        <translation>{nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluation_report.py"/>
        <source>– (no labels)</source>
        <translation>– (без міток)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>No change was found that makes the model misread this digit.</source>
        <translation>Не знайдено зміни, через яку модель прочитала б цю цифру хибно.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>{when}: {label}, {verdict}</source>
        <translation>{when}: {label}, {verdict}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>after</source>
        <translation>після</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>{n} pixels</source>
        <extracomment>For 1: {n} pixel</extracomment>
        <translation>
            <numerusform>{n} піксель</numerusform>
            <numerusform>{n} пікселі</numerusform>
            <numerusform>{n} пікселів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>L∞</source>
        <translation>L∞</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>L0</source>
        <translation>L0</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>It is already read as “{name}”.</source>
        <translation>Її вже прочитано як «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>“{name}” is not an array of 28 × 28 numbers from 0 to 1.</source>
        <translation>«{name}» не є зображенням із 28 × 28 чисел від 0 до 1.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool_arguments.py"/>
        <source>Find the smallest change that makes a digit read as another.</source>
        <translation>Знайти найменшу зміну цифри, за якої її прочитано як іншу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>IMAGE</source>
        <translation>ЗОБРАЖЕННЯ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool_arguments.py"/>
        <source>a picture, - for standard input, or 28×28 numbers from 0 to 1 as .npy</source>
        <translation>зображення, - для стандартного входу або 28×28 чисел від 0 до 1 як .npy</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool_arguments.py"/>
        <source>the label it should be read as (default: any other)</source>
        <translation>як її має бути прочитано (типово: як будь-яку іншу)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool_arguments.py"/>
        <source>what to minimise: l2 all changes together (default), linf the largest change, l0 the number of changed pixels</source>
        <translation>що мінімізувати: l2 — усі зміни разом (типово), linf — найбільшу зміну, l0 — кількість змінених пікселів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{text}” written to {output}</source>
        <translation>«{text}» записано в {output}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>, {count} redrawn</source>
        <translation>, написано заново: {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>Interrupted; the report is not complete.</source>
        <translation>Перервано; звіт неповний.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source> or </source>
        <translation> або </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{name}” must end in {suffixes} for a line.</source>
        <translation>Назва «{name}» для рядка має закінчуватися на {suffixes}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{name}” must end in {suffixes}, or be a folder.</source>
        <translation>Назва «{name}» має закінчуватися на {suffixes}, або це має бути тека.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{name}” must end in {suffix}.</source>
        <translation>Назва «{name}» має закінчуватися на {suffix}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>--text needs --style IMAGE, the handwriting to write in.</source>
        <translation>--text пишеться певним почерком: назвіть його через --style ЗОБРАЖЕННЯ.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>--text cannot be combined with --count, --per-label, --min-probability or --report.</source>
        <translation>--text не поєднується з --count, --per-label, --min-probability чи --report.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>--text is empty.</source>
        <translation>У --text немає чого писати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>write digits of every label</source>
        <translation>написати по кілька кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>Write new digits.</source>
        <translation>Написати нові цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>0-9, or all in turn (default)</source>
        <translation>0-9 або all — усі по черзі (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>number of digits (default: 100)</source>
        <translation>кількість цифр (типово: 100)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>number of digits per label</source>
        <translation>кількість цифр на мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>redraw digits that the model does not read as their label with at least this probability (default: {default} if one network reads and another writes, otherwise unchecked)</source>
        <translation>писати заново те, що модель не читає як його мітку щонайменше з такою ймовірністю (типово: {default}, якщо одна мережа читає написане іншою, інакше без перевірки)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>keep every digit, whatever label the model reads</source>
        <translation>залишати кожну цифру, хоч би яку мітку прочитала модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>spread of the latent samples: 1 is the prior, or the variation of one handwriting (default), 0 its mean</source>
        <translation>розкид латентних зразків: 1 — апріорний розподіл або те, як змінюється один почерк (типово), 0 — його середнє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>write in the handwriting of this picture: each digit once, unless told otherwise</source>
        <translation>писати почерком цього зображення: кожну цифру один раз, якщо не вказано інше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>write this number in one line (“0171 23”) in the handwriting of --style, as PNG or SVG</source>
        <translation>написати це число одним рядком («0171 23») почерком із --style, як PNG чи SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>a contact sheet, arrays, MNIST&apos;s files or single pictures (default: by the output&apos;s ending)</source>
        <translation>аркуш, масиви, файли як у MNIST чи окремі зображення (типово: за закінченням назви)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>compare them with real digits, and show the most similar training digits</source>
        <translation>порівняти їх зі справжніми цифрами й показати найподібніші навчальні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate_arguments.py"/>
        <source>PNG|SVG|NPZ|FOLDER</source>
        <translation>PNG|SVG|NPZ|ТЕКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>samples</source>
        <translation>зразків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>label right, %</source>
        <translation>правильна мітка, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>Fréchet</source>
        <translation>Фреше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>precision</source>
        <translation>влучність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>recall</source>
        <translation>повнота</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>CAS, %</source>
        <translation>CAS, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>nearest (test)</source>
        <translation>найближча (тест)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>nearer, %</source>
        <translation>ближчі, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>Fréchet distance, precision and recall (k = {k}): from the test digits, in the classifier&apos;s features</source>
        <translation>відстань Фреше, влучність і повнота (k = {k}): до тестових цифр, за ознаками класифікатора</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>CAS (classification accuracy score): accuracy on the test digits of a classifier trained on these samples alone</source>
        <translation>CAS (classification accuracy score): точність на тестових цифрах класифікатора, навченого лише на цих зразках</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>nearest: median distance to the nearest training digit (for test digits); nearer: samples nearer than 99 % of test digits</source>
        <translation>найближча: медіана відстані до навчальної цифри (для тестових цифр); ближчі: зразки, ближчі за 99 % тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>NLL: nats of binarised test digits under their label, by the number of importance samples</source>
        <translation>NLL: нати бінаризованих тестових цифр за їхньої мітки, за кількістю зразків за значущістю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>real digits</source>
        <translation>справжні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>samples, judged by a classifier trained on {digits} digits (seed {seed}; it reads {share} % of the test digits)</source>
        <translation>зразки, які оцінив класифікатор, навчений на стількох цифрах: {digits} (зерно {seed}; він читає {share} % тестових цифр)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>A report needs at least {least} digits.</source>
        <translation>Для звіту потрібно щонайменше {least} цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>“{name}” needs both a training and a test part to judge samples.</source>
        <translation>Щоб оцінювати зразки, «{name}» потребує і навчальної, і тестової частини.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>“{name}” has too few digits to judge samples: at least {learned} training and {test} test digits are needed.</source>
        <translation>У «{name}» замало цифр, щоб оцінювати зразки: потрібно щонайменше {learned} навчальних і {test} тестових.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>the classifier could not be cached: {reason}</source>
        <translation>класифікатор не збережено в кеші: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui.py"/>
        <source>The window needs the library libxcb-cursor; install it with “apt install libxcb-cursor0” or your system&apos;s equivalent.</source>
        <translation>Вікну потрібна бібліотека libxcb-cursor; встановіть її командою «apt install libxcb-cursor0» або так, як заведено у вашій системі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui.py"/>
        <source>The window needs PySide6; install it with “pip install PySide6-Essentials”.</source>
        <translation>Вікну потрібен PySide6; встановіть його командою «pip install PySide6-Essentials».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui.py"/>
        <source>There is no command and no file “{file}” (“desktop-cvae --help” lists the commands).</source>
        <translation>Немає ні команди, ні файлу «{file}» (команди перелічує «desktop-cvae --help»).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui.py"/>
        <source>Two models were named: “{first}” and “{second}”.</source>
        <translation>Названо дві моделі: «{first}» і «{second}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <source>Open the window (the default command).</source>
        <translation>Відкрити вікно (так само без жодної команди).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <source>image</source>
        <translation>зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <source>a picture or a .cvae file to open; several, or a folder, are read into a table</source>
        <translation>зображення чи файл .cvae, який відкрити; кілька зображень або тека читаються в таблицю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>a model&apos;s name or .cvae file</source>
        <translation>назва моделі або файл .cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <source>show the window, wait for the first answer, save what it looks like, exit</source>
        <translation>показати вікно, дочекатися першої відповіді, зберегти знімок і вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui_arguments.py"/>
        <source>start as if for the first time: default settings, model and engine, no recent files, nothing looked up or remembered; your own settings are kept</source>
        <translation>як за першого запуску: типові налаштування, модель і рушій, без недавніх файлів, нічого не шукати й не запам’ятовувати; ваші власні налаштування не змінюються</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>Nothing was found in “{name}”.</source>
        <translation>У «{name}» нічого не знайдено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>This model learned from “{name}”, which is not in the library; name its data with --data.</source>
        <translation>Ця модель навчалася на «{name}», а цього набору в бібліотеці немає; вкажіть дані через --data.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>{n} steps</source>
        <extracomment>For 1: {n} step</extracomment>
        <translation>
            <numerusform>{n} крок</numerusform>
            <numerusform>{n} кроки</numerusform>
            <numerusform>{n} кроків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>“{name}” is intact: {count}; {model}.</source>
        <translation>«{name}» — цілий: {count}; {model}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>by {author}</source>
        <translation>автор: {author}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>Question: {text}</source>
        <translation>Запитання: {text}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>answers of {name}: {right} of {asked} right</source>
        <translation>відповіді: {name}; {right} з {asked} правильно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>Unnamed</source>
        <translation>без імені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>Not answered.</source>
        <translation>Без відповіді.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>{n} tries</source>
        <extracomment>For 1: {n} try</extracomment>
        <translation>
            <numerusform>{n} спроба</numerusform>
            <numerusform>{n} спроби</numerusform>
            <numerusform>{n} спроб</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>Right: {answer} ({tries}).</source>
        <translation>Правильно: {answer} ({tries}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>Wrong: {answer} ({tries}).</source>
        <translation>Неправильно: {answer} ({tries}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>for any model</source>
        <translation>для будь-якої моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>includes its model “{name}” ({size} MB)</source>
        <translation>містить свою модель «{name}» ({size} МБ)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>its model “{name}” is on this computer</source>
        <translation>його модель «{name}» є на цьому комп’ютері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>its model “{name}” is not on this computer</source>
        <translation>його моделі «{name}» на цьому комп’ютері немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>picture “{name}”</source>
        <translation>зображення «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>a picture</source>
        <translation>зображення</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>{n} strokes</source>
        <extracomment>For 1: {n} stroke</extracomment>
        <translation>
            <numerusform>{n} штрих</numerusform>
            <numerusform>{n} штрихи</numerusform>
            <numerusform>{n} штрихів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>noise {level}</source>
        <translation>шум {level}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>label {label}</source>
        <translation>мітка {label}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>read as a number</source>
        <translation>читається як число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson_arguments.py"/>
        <source>Show or check lessons: files of sessions with notes.</source>
        <translation>Показати й перевірити уроки: сеанси з нотатками в одному файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson_arguments.py"/>
        <source>Show the contents of a lesson.</source>
        <translation>Показати вміст уроку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson_arguments.py"/>
        <source>Check that a lesson and its model are intact.</source>
        <translation>Перевірити, чи цілі урок і його модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson_arguments.py"/>
        <source>a .cvae-lesson file</source>
        <translation>файл .cvae-lesson</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>The operating system reported an error: {reason}.</source>
        <translation>Помилка операційної системи: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>standard output is closed</source>
        <translation>стандартне виведення закрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>This needs the Python package “{name}”, which is not installed.</source>
        <translation>Для цього потрібен пакунок Python «{name}», а його не встановлено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>Something unexpected went wrong ({summary}); set DESKTOP_CVAE_DEBUG=1 in the environment to see where.</source>
        <translation>Сталося щось несподіване ({summary}); де саме, покаже DESKTOP_CVAE_DEBUG=1 у змінних середовища.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>command</source>
        <translation>команда</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>Limits</source>
        <translation>Обмеження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>Tells which of its labels explains a picture of 28 × 28 pixels best, by the evidence (the ELBO, in nats), and generates pictures of a label. For learning, research and reading handwriting that a person checks.</source>
        <translation>Визначає за свідченням (ELBO, у натах), яка з міток найкраще пояснює зображення 28 × 28 пікселів, і створює зображення з обраною міткою. Для навчання, досліджень і розпізнавання почерку під контролем людини.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>Encodes pictures of 28 × 28 pixels and generates new ones. For learning and research.</source>
        <translation>Кодує зображення 28 × 28 пікселів і створює нові. Для навчання й досліджень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>It has learned from the data named above. It reads other handwriting, pens and paper less well: measure it on your own pictures with “desktop-cvae evaluate”.</source>
        <translation>Модель навчено на даних, названих вище. Інший почерк, інше перо чи інший папір вона читає гірше: перевірте її на власних зображеннях командою «desktop-cvae evaluate».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>It has learned from the data named above and draws nothing else.</source>
        <translation>Модель навчено на даних, названих вище; нічого іншого вона не малює.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>It is not calibrated: its probabilities are often too high, and it rejects nothing.</source>
        <translation>Модель не калібровано: її ймовірності часто завищені, і вона нічого не відхиляє.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>Its calibration was fitted on validation digits; on other pictures it is only approximate.</source>
        <translation>Калібрування підібрано на валідаційних цифрах; для інших зображень воно лише наближене.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>Someone who knows its weights can make it misread a digit with a small change.</source>
        <translation>Той, хто знає її ваги, може невеликою зміною змусити її прочитати цифру хибно.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <source>network</source>
        <translation>мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>training</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>held-out results</source>
        <translation>результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>prior</source>
        <translation>апріорний розподіл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>calibration</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>made with</source>
        <translation>створено за допомогою</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>{n} latent dimensions</source>
        <extracomment>For 1: {n} latent dimension</extracomment>
        <translation>
            <numerusform>{n} латентний вимір</numerusform>
            <numerusform>{n} латентні виміри</numerusform>
            <numerusform>{n} латентних вимірів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>conditional variational autoencoder</source>
        <translation>умовний варіаційний автокодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>variational autoencoder</source>
        <translation>варіаційний автокодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>trained weights</source>
        <translation>навчених ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>created</source>
        <translation>створено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>data</source>
        <translation>дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>encoder</source>
        <translation>кодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>decoder</source>
        <translation>декодувальник</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>mixture of {n} for each label</source>
        <extracomment>For 1: mixture of {n} for each label</extracomment>
        <translation>
            <numerusform>суміш з {n} на кожну мітку</numerusform>
            <numerusform>суміш із {n} на кожну мітку</numerusform>
            <numerusform>суміш із {n} на кожну мітку</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>temperature</source>
        <translation>температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>unsure under</source>
        <translation>непевно нижче</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>fitted on</source>
        <translation>підібрано на</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>{n} validation digits</source>
        <extracomment>For 1: {n} validation digit</extracomment>
        <translation>
            <numerusform>{n} валідаційній цифрі</numerusform>
            <numerusform>{n} валідаційних цифрах</numerusform>
            <numerusform>{n} валідаційних цифрах</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>, </source>
        <translation>; </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>{shares} % of digits</source>
        <translation>{shares} % цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>nothing</source>
        <translation>нічого</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_card.py"/>
        <source>rejects</source>
        <translation>відхиляє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>not measured: this is not the model&apos;s training data, or it has no separate test part</source>
        <translation>не виміряно: це не ті дані, на яких її навчено, або вони не мають власної тестової частини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>“{name}” was trained on other data, so all of this data is unseen</source>
        <translation>«{name}» навчено на інших даних, тож усі ці дані — небачені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>prior: N(0, I)</source>
        <translation>апріорний розподіл: N(0, I)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>prior: {n} Gaussians for each label</source>
        <extracomment>For 1: prior: {n} Gaussian for each label</extracomment>
        <translation>
            <numerusform>апріорний розподіл: {n} гаусіан на кожну мітку</numerusform>
            <numerusform>апріорний розподіл: {n} гаусіани на кожну мітку</numerusform>
            <numerusform>апріорний розподіл: {n} гаусіанів на кожну мітку</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>fitted on {n} digits that the model has not learned from</source>
        <extracomment>For 1: fitted on {n} digit that the model has not learned from</extracomment>
        <translation>
            <numerusform>підібрано на {n} цифрі, на якій модель не вчилася</numerusform>
            <numerusform>підібрано на {n} цифрах, на яких модель не вчилася</numerusform>
            <numerusform>підібрано на {n} цифрах, на яких модель не вчилася</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>temperature {temperature}; unsure if a second label is within {margin} nats</source>
        <translation>температура {temperature}; непевно, якщо друга мітка ближча за {margin} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>rejects nothing: too few digits, or labels other than digits</source>
        <translation>нічого не відхиляє: замало цифр або мітки — не цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/model_fitting.py"/>
        <source>rejects {share} % of digits below {limit}</source>
        <translation>відхиляє {share} % цифр з оцінкою нижче {limit}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <source>latent</source>
        <translation>латентних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <source>weights</source>
        <translation>ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>accuracy</source>
        <translation>точність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>There are no models yet; “desktop-cvae models import FILE” adds one.</source>
        <translation>Моделей ще немає; додати можна командою «desktop-cvae models import ФАЙЛ».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>you</source>
        <translation>ви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>{name}, the generator</source>
        <translation>{name}, генератор</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” must end in .{suffix}.</source>
        <translation>Назва «{name}» має закінчуватися на .{suffix}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>--half needs --format cvae.</source>
        <translation>--half потребує --format cvae.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{writer}” and “{reader}” have different labels; choose two models with the same labels.</source>
        <translation>«{writer}» і «{reader}» мають різні мітки; виберіть дві моделі з однаковими мітками.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” reads with {reader} and writes with {writer}</source>
        <translation>«{name}» читає моделлю {reader}, а пише моделлю {writer}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” has the average weights of {names}; now run “models calibrate” to recalibrate it</source>
        <translation>«{name}» має середні ваги моделей {names}; тепер запустіть «models calibrate», щоб калібрувати її заново</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>List, show, copy, calibrate or combine models.</source>
        <translation>Перелічити, показати, копіювати, калібрувати чи поєднати моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>List all models.</source>
        <translation>Перелічити всі моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Show everything about one model.</source>
        <translation>Показати все про одну модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Print a model card in Markdown.</source>
        <translation>Вивести картку моделі у форматі Markdown.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Check model files and add them to the library.</source>
        <translation>Перевірити файли моделей і додати їх до бібліотеки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Copy a model from the library to a file.</source>
        <translation>Скопіювати модель із бібліотеки у файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>cvae: the model file (default); onnx: its network and weights, for other programs; keras: the same of Keras&apos; own layers</source>
        <translation>cvae: файл моделі (типово); onnx: її мережа й ваги для інших програм; keras: те саме з власних шарів Keras</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>for onnx and keras: the network that reads (default), or the one that writes, in onnx with its prior to draw new digits from</source>
        <translation>для onnx і keras: мережа, що читає (типово), або та, що пише, — в onnx разом з апріорним розподілом, з якого беруться нові цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>for cvae: store the weights as float16, in a file half as large</source>
        <translation>для cvae: зберегти ваги як float16 у вдвічі меншому файлі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Delete your models.</source>
        <translation>Видалити ваші моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Calibrate a model&apos;s probabilities, and store the calibration in its file.</source>
        <translation>Калібрувати ймовірності моделі й зберегти калібрування в її файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Fit a prior to each label&apos;s latent codes, recalibrate, and store both in the file.</source>
        <translation>Підібрати апріорний розподіл за кодами кожної мітки, заново калібрувати й зберегти все у файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Join two models into one that reads with the first and writes with the second.</source>
        <translation>Поєднати дві моделі в одну, яка читає першою, а пише другою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>READER</source>
        <translation>ЧИТАЄ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>the model that reads, by name or .cvae file</source>
        <translation>модель, яка читає: назва або файл .cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>WRITER</source>
        <translation>ПИШЕ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>the model that writes; it needs the same labels</source>
        <translation>модель, яка пише; у неї мають бути ті самі мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Average the weights of models that continued from the same training.</source>
        <translation>Усереднити ваги моделей, що продовжили те саме навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>models of the same network</source>
        <translation>моделі з однією мережею</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>Gaussians per label; 0 restores N(0, I) (default: {default})</source>
        <translation>гаусіанів на мітку; 0 повертає N(0, I) (типово: {default})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models_arguments.py"/>
        <source>scale the standard deviations; more than 1 gives more unusual digits (default: 1)</source>
        <translation>помножити стандартні відхилення; понад 1 — незвичніші цифри (типово: 1)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/option_checks.py"/>
        <source>--preparation cannot be combined with --numbers or --form.</source>
        <translation>--preparation не поєднується ні з --numbers, ні з --form.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/option_checks.py"/>
        <source>--fast cannot be combined with --numbers, --form or --preparation.</source>
        <translation>--fast не поєднується з --numbers, --form чи --preparation.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/option_checks.py"/>
        <source>--think cannot be combined with --numbers, --form or --fast.</source>
        <translation>--think не поєднується з --numbers, --form або --fast.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/option_checks.py"/>
        <source>--rule needs --numbers.</source>
        <translation>--rule потребує --numbers.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/option_checks.py"/>
        <source>use the label “{name}”</source>
        <translation>використати мітку «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/option_checks.py"/>
        <source>There is no label “{name}”; choose {free} or one of {known}.</source>
        <translation>Мітки «{name}» немає; виберіть {free} або щось із {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>{message}. Did you mean “{name}”? See “{prog} --help”.</source>
        <translation>{message}. Можливо, ви мали на увазі «{name}»? Див. «{prog} --help».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>{message} (see “{prog} --help”).</source>
        <translation>{message} (див. «{prog} --help»).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>actions</source>
        <translation>дії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>ACTION</source>
        <translation>ДІЯ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>examples</source>
        <translation>приклади</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>no progress and no notes, only errors</source>
        <translation>без перебігу та приміток, лише помилки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>also name files, data, versions and timings</source>
        <translation>називати також файли, дані, версії та тривалість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{text}” is not a whole number</source>
        <translation>«{text}» — не ціле число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{text}” is not a number</source>
        <translation>«{text}» — не число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>must be between {low} and {high}, not {text}</source>
        <translation>має бути від {low} до {high}, а не {text}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{name}” must end in {suffixes}</source>
        <translation>назва «{name}» має закінчуватися на {suffixes}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>a picture, or - for standard input</source>
        <translation>зображення або - для стандартного введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>a model&apos;s name or .cvae file (default: {default})</source>
        <translation>назва моделі або файл .cvae (типово: {default})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>mnist|NAME|PATH</source>
        <translation>mnist|НАЗВА|ШЛЯХ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>a data set from “data list”, an IDX, NPZ or CSV file, or a folder with one sub-folder per label (default: {default})</source>
        <translation>набір даних із «data list», файл IDX, NPZ чи CSV або тека з підтекою на кожну мітку (типово: {default})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>the one that the model learned from, or mnist</source>
        <translation>той, на якому навчалася модель, або mnist</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>use only the first N images</source>
        <translation>брати лише перші N зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>KIND:LEVEL</source>
        <translation>ВИД:РІВЕНЬ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>gaussian, salt-and-pepper, speckle or occlusion; level 0 to 1</source>
        <translation>gaussian, salt-and-pepper, speckle чи occlusion; рівень від 0 до 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>progress as JSON lines on standard output</source>
        <translation>перебіг — рядками JSON на стандартному виведенні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>where to write</source>
        <translation>куди записати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>replace an existing file</source>
        <translation>замінити наявний файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>SHARE</source>
        <translation>ЧАСТКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>false rejection rate: the share of real digits that may be rejected as “not a digit”, at most {most}; 0 rejects nothing (default: {default})</source>
        <translation>частка хибних відхилень: яку частку справжніх цифр можна відхилити як «не цифра», щонайбільше {most}; 0 нічого не відхиляє (типово: {default})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>{text} ({n} if N is omitted)</source>
        <translation>{text} ({n}, якщо N не вказано)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>when a change counts: “sure” requires that the wrong answer is not called unsure</source>
        <translation>з «sure» зміна зараховується, коли хибну відповідь не названо непевною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>prepare every picture in this way, regardless of the evidence: {names}</source>
        <translation>підготувати кожне зображення саме так, хоч би що казало свідчення: {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>local|ADDRESS</source>
        <translation>local|АДРЕСА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>folder of ca.pem, cert.pem and key.pem, for a cluster on other machines</source>
        <translation>тека з ca.pem, cert.pem і key.pem для кластера на інших машинах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>saved {file}</source>
        <translation>збережено {file}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>Interrupted; nothing was written. The same command starts again.</source>
        <translation>Перервано; нічого не записано. Та сама команда почне спочатку.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>{n} digits written to {output}</source>
        <extracomment>For 1: {n} digit written to {output}</extracomment>
        <translation>
            <numerusform>{n} цифру записано в {output}</numerusform>
            <numerusform>{n} цифри записано в {output}</numerusform>
            <numerusform>{n} цифр записано в {output}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>“{path}” is a folder; name a file.</source>
        <translation>«{path}» — тека; назвіть файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>“{path}” exists; --overwrite replaces it.</source>
        <translation>«{path}» уже є; --overwrite замінить його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>“{path}” is a file; name a folder.</source>
        <translation>«{path}» — файл; назвіть теку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>The folder “{path}” is not empty; --overwrite writes into it.</source>
        <translation>Тека «{path}» не порожня; --overwrite запише в неї.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>window, page and lessons</source>
        <translation>вікно, вебсторінка й уроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>read digits</source>
        <translation>читання цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>write digits</source>
        <translation>написання цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>train models</source>
        <translation>навчання моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>measure models</source>
        <translation>вимірювання моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>set up</source>
        <translation>налаштувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
help of a command: desktop-cvae help COMMAND
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
</source>
        <translation>без команди відкривається вікно: desktop-cvae [ЗОБРАЖЕННЯ або МОДЕЛЬ.cvae]
довідка про команду: desktop-cvae help КОМАНДА
коди виходу: 0 усе зроблено, 1 щось не вдалося прочитати, 2 хибні аргументи, 3 середовище,
             4 поганий файл моделі, 5 введення-виведення, 130/143 перервано
</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>There is no command “{word}”. Did you mean “{name}”?</source>
        <translation>Команди «{word}» немає. Можливо, ви мали на увазі «{name}»?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>There is no command “{word}” (see “desktop-cvae --help”).</source>
        <translation>Команди «{word}» немає (див. «desktop-cvae --help»).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Draw or open a handwritten digit and watch a conditional variational autoencoder think.</source>
        <translation>Намалюйте чи відкрийте рукописну цифру й дивіться, як думає умовний варіаційний автокодувальник.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>show program&apos;s version number and exit</source>
        <translation>показати версію програми й вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>epochs</source>
        <translation>епох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/presets.py"/>
        <source>training settings, and the options of “train” that change them</source>
        <translation>налаштування навчання та параметри «train», які їх змінюють</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/presets_arguments.py"/>
        <source>List or show the networks that can be trained, with their settings.</source>
        <translation>Перелічити чи показати мережі, які можна навчати, з налаштуваннями.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/presets_arguments.py"/>
        <source>List all presets.</source>
        <translation>Перелічити всі заготовки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/presets_arguments.py"/>
        <source>Show a preset&apos;s network and training settings.</source>
        <translation>Показати мережу заготовки та налаштування навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/presets_arguments.py"/>
        <source>as shown by “presets list”</source>
        <translation>як показує «presets list»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>--form cannot be combined with --numbers or --archive.</source>
        <translation>--form не можна поєднувати з --numbers чи --archive.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>Name pictures, a folder, or --list FILE.</source>
        <translation>Назвіть зображення, теку або --list ФАЙЛ.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>Standard input can be a picture or the list, but not both.</source>
        <translation>Стандартне введення може бути зображенням або списком, але не обома водночас.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>A cluster needs --engine onnx.</source>
        <translation>Кластер потребує --engine onnx.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>--skip-existing needs --output and --format jsonl or csv.</source>
        <translation>Для --skip-existing потрібні --output і --format jsonl або csv.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>--skip-existing adds to the output, --overwrite replaces it: choose one.</source>
        <translation>--skip-existing доповнює вихідний файл, а --overwrite замінює його: виберіть одне.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>--values needs --form.</source>
        <translation>--values потребує --form.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>The form has no field “{name}”.</source>
        <translation>На бланку немає поля «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>pictures</source>
        <translation>зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>The list “{name}” is empty.</source>
        <translation>Список «{name}» порожній.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <location filename="../../../desktop_cvae/cli/watch.py"/>
        <source>{n} pictures are in the output already.</source>
        <extracomment>For 1: {n} picture is in the output already.</extracomment>
        <translation>
            <numerusform>{n} зображення вже є у вихідному файлі.</numerusform>
            <numerusform>{n} зображення вже є у вихідному файлі.</numerusform>
            <numerusform>{n} зображень уже є у вихідному файлі.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>The cluster has no workers yet; waiting for the first one.</source>
        <translation>У кластері ще немає робочих процесів; очікуємо на перший.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>Interrupted after {n} pictures.</source>
        <extracomment>For 1: Interrupted after {n} picture.</extracomment>
        <translation>
            <numerusform>Перервано після {n} зображення.</numerusform>
            <numerusform>Перервано після {n} зображень.</numerusform>
            <numerusform>Перервано після {n} зображень.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>Interrupted; {output} has the results of {n} pictures.</source>
        <extracomment>For 1: Interrupted; {output} has the result of {n} picture.</extracomment>
        <translation>
            <numerusform>Перервано; у {output} є результат {n} зображення.</numerusform>
            <numerusform>Перервано; у {output} є результати {n} зображень.</numerusform>
            <numerusform>Перервано; у {output} є результати {n} зображень.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>The same command reads the rest.</source>
        <translation>Та сама команда прочитає решту.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>The same command with --skip-existing instead of --overwrite reads the rest.</source>
        <translation>Та сама команда з --skip-existing замість --overwrite прочитає решту.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>The same command with --skip-existing reads the rest.</source>
        <translation>Та сама команда з --skip-existing прочитає решту.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>{sentence} The pictures are still read, but not archived.</source>
        <translation>{sentence} Зображення все одно читаються, але не архівуються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>Read the digit in every picture.</source>
        <translation>Прочитати цифру на кожному зображенні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>length:N, postal:N, phone, card, date, amount or decimal</source>
        <translation>length:N, postal:N, phone, card, date, amount або decimal</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>read on Dask workers: local, or a scheduler&apos;s tls://HOST:8786</source>
        <translation>читати робочими процесами Dask: local або tls://HOST:8786 планувальника</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>a file, a folder, or - for standard input</source>
        <translation>файл, тека або - для стандартного введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>read the pictures listed in this file, one per line; - for standard input</source>
        <translation>читати зображення, які називає цей файл, по одному в рядку; - для стандартного введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>read sub-folders too</source>
        <translation>читати й вкладені теки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>read lines and pages of digits instead of one digit; ? stands for anything that is not a digit</source>
        <translation>читати рядки й сторінки цифр, а не одну цифру; ? означає не цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>RULE</source>
        <translation>ПРАВИЛО</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>format of every line, with --numbers: {rules}</source>
        <translation>яким має бути кожен рядок, разом з --numbers: {rules}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>FORM.json</source>
        <translation>БЛАНК.json</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>read the fields of this form on every page; the window draws such forms</source>
        <translation>читати поля цього бланка на кожній сторінці; такі бланки креслять у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>FIELD=FILE.csv[:COLUMN]</source>
        <translation>ПОЛЕ=ФАЙЛ.csv[:СТОВПЕЦЬ]</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>with --form: this field is one of the values of a CSV file&apos;s column, instead of what the form says; can be given once for each field</source>
        <translation>разом із --form: у цьому полі — одне зі значень стовпця файлу CSV, а не те, що вказано в бланку; можна задати по разу для кожного поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>resume the output file: skip the pictures that it contains, and add the others</source>
        <translation>продовжити вихідний файл: зображення, які в ньому є, пропустити, інші додати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>keep each picture and its reading in the archive</source>
        <translation>зберігати кожне зображення та його прочитання в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>write results as they arrive, not in the order of the pictures</source>
        <translation>записувати результати в міру надходження, а не в порядку зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>number of processes (default: one per core)</source>
        <translation>кількість процесів (типово: по одному на ядро)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>read each digit once, as the rules prepare it: for clean pictures; three times as fast, but without test-time augmentation of close calls</source>
        <translation>прочитати кожну цифру один раз, як її готують правила: для чистих зображень; утричі швидше, але без аугментації сумнівних цифр під час тестування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>think about each digit for up to N steps before answering</source>
        <translation>обдумати кожну цифру, щонайбільше N кроків, перш ніж відповісти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize_arguments.py"/>
        <source>onnx: instant (default); keras: the reference, needs TensorFlow</source>
        <translation>onnx: миттєво (типово); keras: еталон, потрібен TensorFlow</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/reconstruct.py"/>
        <source>input | noisy | reconstruction | difference</source>
        <translation>вхід | із шумом | реконструкція | різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/reconstruct.py"/>
        <source>{columns}: read as {read} ({probability}), drawn as {used}</source>
        <translation>{columns}: прочитано як {read} ({probability}), намальовано як {used}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/reconstruct_arguments.py"/>
        <source>Draw input, noisy input, reconstruction and difference side by side.</source>
        <translation>Намалювати поряд вхід, вхід із шумом, реконструкцію й різницю.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/reconstruct_arguments.py"/>
        <source>label that conditions the model; auto uses the recognised one (default)</source>
        <translation>мітка, яка є умовою для моделі; auto бере розпізнану (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>Attacking</source>
        <translation>Атака</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>still correct, %</source>
        <translation>досі правильно, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>none: most digits cannot be fooled</source>
        <translation>немає: більшість цифр вистояла</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>attacked {n} digits, each changed as little as possible until it is misread</source>
        <extracomment>For 1: attacked {n} digit, changed as little as possible until it is misread</extracomment>
        <translation>
            <numerusform>атаковано {n} цифру: її змінено якнайменше, доки її не прочитано хибно</numerusform>
            <numerusform>атаковано {n} цифри: кожну змінено якнайменше, доки її не прочитано хибно</numerusform>
            <numerusform>атаковано {n} цифр: кожну змінено якнайменше, доки її не прочитано хибно</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>(and the wrong answer is not called unsure)</source>
        <translation>(і хибну відповідь не названо непевною)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>median distance {median} (Analysis by Synthesis: {reference}); misread without a change: {misread}, not fooled: {withstood}</source>
        <translation>медіана відстані {median} (Analysis by Synthesis: {reference}); хибно прочитано без змін: {misread}, не вдалося обдурити: {withstood}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/robustness_report.py"/>
        <source>of the {fooled} misread after the change, rejected: {rejected}, unsure: {unsure}, read correctly with test-time augmentation: {saved}</source>
        <translation>з {fooled} хибно прочитаних після зміни відхилено: {rejected}, непевно: {unsure}, правильно прочитано з аугментацією під час тестування: {saved}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>There are no runs yet; “desktop-cvae train” begins one.</source>
        <translation>Запусків ще немає; «desktop-cvae train» почне перший.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>run</source>
        <translation>запуск</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>state</source>
        <translation>стан</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>preset</source>
        <translation>заготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>last validation loss</source>
        <translation>останні втрати валідації</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>folder</source>
        <translation>тека</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>“desktop-cvae train --resume {run}” continues it.</source>
        <translation>Продовжити: «desktop-cvae train --resume {run}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs.py"/>
        <source>removed {name}</source>
        <translation>видалено {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs_arguments.py"/>
        <source>List, show or remove trainings.</source>
        <translation>Перелічити, показати чи видалити навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs_arguments.py"/>
        <source>List all runs, newest first.</source>
        <translation>Перелічити всі запуски, найновіші спершу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs_arguments.py"/>
        <source>Show a run&apos;s settings, state and last epoch.</source>
        <translation>Показати налаштування, стан і останню епоху запуску.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs_arguments.py"/>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>RUN</source>
        <translation>ЗАПУСК</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs_arguments.py"/>
        <source>a run&apos;s id or name</source>
        <translation>ідентифікатор або назва запуску</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/runs_arguments.py"/>
        <source>Delete runs with their checkpoints; their models stay.</source>
        <translation>Видалити запуски з контрольними точками; їхні моделі залишаться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>models</source>
        <translation>моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>recognition</source>
        <translation>розпізнавання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>archive</source>
        <translation>архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>figures</source>
        <translation>рисунки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>window</source>
        <translation>вікно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>ok</source>
        <translation>гаразд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>FAILED</source>
        <translation>ЗБІЙ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>The program&apos;s own models are missing.</source>
        <translation>Бракує моделей, які мають постачатися з програмою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>a sample is read as {label} ({probability})</source>
        <translation>зразок прочитано як {label} ({probability})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>one step, loss {loss} nats</source>
        <translation>один крок, втрати {loss} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>The archive cannot find an entry that it has just stored.</source>
        <translation>Архів не знаходить запису, який щойно зберіг.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test_arguments.py"/>
        <source>Check that this installation works.</source>
        <translation>Перевірити, чи працює ця встановлена програма.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>The web page needs Flask; install it with “pip install &apos;.[web]&apos;” in the program’s source folder.</source>
        <translation>Вебсторінці потрібен Flask; встановіть його командою «pip install &apos;.[web]&apos;» у теці з кодом програми.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>A token needs at least {least} characters: letters, digits, hyphens, underscores or dots.</source>
        <translation>У токені має бути щонайменше {least} символів: літер, цифр, дефісів, підкреслень або крапок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>Only this computer can open the page. Press Ctrl+C to stop.</source>
        <translation>Сторінку можна відкрити лише на цьому комп’ютері. Щоб зупинити, натисніть Ctrl+C.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>Anyone on your network who has this link can use the page, and nothing is encrypted: use it only on a network you trust. Press Ctrl+C to stop.</source>
        <translation>Кожен у вашій мережі, хто має це посилання, може користуватися сторінкою, і нічого не шифрується: користуйтеся нею лише в мережі, якій довіряєте. Щоб зупинити, натисніть Ctrl+C.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>Serve a web page on which visitors draw and read digits, and its JSON API.</source>
        <translation>Запустити вебсторінку, на якій відвідувачі малюють і читають цифри, та її JSON API.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>ADDRESS</source>
        <translation>АДРЕСА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>address to listen on; 0.0.0.0 serves everyone on the network (default: this computer only)</source>
        <translation>адреса сторінки; 0.0.0.0 — для всіх у мережі (типово: лише для цього комп’ютера)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>0 picks a free port (default: {value})</source>
        <translation>0 вибирає вільний порт (типово: {value})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>number of reading threads (default: one per core, less one)</source>
        <translation>кількість потоків, що читають (типово: по одному на ядро, крім одного)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>let others on the network use your archive</source>
        <translation>дати іншим у мережі користуватися й вашим архівом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>do not use the archive</source>
        <translation>не користуватися архівом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>TOKEN</source>
        <translation>ТОКЕН</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>secret at the end of the link, at least 16 characters (default: random)</source>
        <translation>секрет наприкінці посилання, щонайменше 16 символів (типово: випадковий)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>write a line for every request to standard error</source>
        <translation>писати рядок про кожен запит у стандартне виведення помилок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>JSON lines on standard output; ends when standard input is closed</source>
        <translation>рядки JSON у стандартному виведенні; завершується, коли закрито стандартне введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve_arguments.py"/>
        <source>open the page in the browser</source>
        <translation>відкрити сторінку у браузері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sheet_arguments.py"/>
        <source>Show a latent space as one of four grids of digits.</source>
        <translation>Показати латентний простір як одну з чотирьох сіток цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sheet_arguments.py"/>
        <source>an even grid over the latent square, random latent vectors, samples from the prior, or decoded test digits below their originals</source>
        <translation>рівномірна прогулянка латентним квадратом, випадкові латентні вектори, зразки з апріорного розподілу або декодовані тестові цифри під оригіналами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sheet_arguments.py"/>
        <source>0-9, or all (default)</source>
        <translation>0-9 або all — усі (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sheet_arguments.py"/>
        <source>about how many digits (default: 400 for uniform, 50 for reconstructions, else 100)</source>
        <translation>приблизно скільки цифр (типово: 400 для uniform, 50 для reconstructions, інакше 100)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/shell_completion_arguments.py"/>
        <source>Print a script that completes commands, options and files in a shell.</source>
        <translation>Вивести сценарій, за яким оболонка доповнює команди, параметри й файли.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/shell_completion_arguments.py"/>
        <source>which shell the script is for</source>
        <translation>для якої оболонки цей сценарій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>In “{name}”, with {settings}: {sentence}</source>
        <translation>У «{name}», з {settings}: {sentence}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>no settings</source>
        <translation>без налаштувань</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>The sweep “{name}” has not started yet.</source>
        <translation>Перебір «{name}» ще не розпочато.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>Another process is running the sweep “{name}”.</source>
        <translation>Перебір «{name}» виконує інший процес.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>stopped; “desktop-cvae sweep {name}” resumes it.</source>
        <translation>зупинено; «desktop-cvae sweep {name}» продовжить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>best: {number}, {value}; --install best adds it to your models</source>
        <translation>найкраще: {number}, {value}; --install best додасть його до ваших моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>Training “{number}” has no model yet.</source>
        <translation>Моделі навчання «{number}» ще немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>“{name}” was added to your models</source>
        <translation>«{name}» тепер серед ваших моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>The sweep has no training “{number}”.</source>
        <translation>У переборі немає навчання «{number}».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>{n} trainings</source>
        <extracomment>For 1: {n} training</extracomment>
        <translation>
            <numerusform>{n} навчання</numerusform>
            <numerusform>{n} навчання</numerusform>
            <numerusform>{n} навчань</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>{trainings}, {done} already done</source>
        <translation>{trainings}, уже зроблено {done}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>{trainings}; {jobs} at once, threads per training: {threads}</source>
        <translation>{trainings}; одночасно {jobs}, потоків на кожне: {threads}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>the worker’s</source>
        <translation>скільки має робочий процес</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>{done}/{total}  {name} ({settings}): {outcome}</source>
        <translation>{done}/{total}  {name} ({settings}): {outcome}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>Train many models from one file: a grid, a random sample or a list of settings.</source>
        <translation>Навчити багато моделей за одним файлом: сітка, випадкові значення або список налаштувань.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>FILE.toml</source>
        <translation>ФАЙЛ.toml</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>the trainings; see docs/sweep_format.md</source>
        <translation>що навчати; див. docs/sweep_format.md</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>trainings at once (default: as many as cores and memory allow)</source>
        <translation>навчань одночасно (типово: скільки дозволяють ядра й пам’ять)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>train on the workers of a Dask cluster that have --resources TRAIN=1</source>
        <translation>навчати в робочих процесах кластера Dask, що мають --resources TRAIN=1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>only show the progress, and train nothing</source>
        <translation>лише показати, скільки зроблено; нічого не навчати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>at the end, add the model of training N, or of the “best”, to your models</source>
        <translation>наприкінці додати модель навчання N або найкращу («best») до ваших моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep_arguments.py"/>
        <source>restart failed trainings</source>
        <translation>почати заново навчання, що зазнали невдачі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>looking for hard digits</source>
        <translation>пошук важких цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>learning</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>learning to write</source>
        <translation>навчання писати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>fitting the prior</source>
        <translation>підбір апріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>checking for forgetting</source>
        <translation>перевірка, що забулося</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>calibrating</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>measuring</source>
        <translation>вимірювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>saving</source>
        <translation>збереження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>The archive has no examples yet: correct an answer, or draw and label some.</source>
        <translation>В архіві ще немає прикладів: виправте якусь відповідь або намалюйте й підпишіть кілька цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>your examples</source>
        <translation>ваші приклади</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>Teaching makes a copy; choose a file other than the model’s own.</source>
        <translation>Навчання створює копію; назвіть інший файл, не самої моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>MNIST’s test digits</source>
        <translation>тестові цифри MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>{nats} nats of evidence</source>
        <translation>{nats} нат свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <source>Teach a copy of a model your handwriting, or new signs, from a few examples.</source>
        <translation>Навчити копію моделі вашого почерку або нових знаків на кількох прикладах.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <source>a folder with one sub-folder of pictures per label, or data as for --data</source>
        <translation>тека з вкладеною текою зображень на кожну мітку або дані, як для --data</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <source>use every archived picture that you labelled</source>
        <translation>брати кожне зображення з архіву, якому ви дали мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach_arguments.py"/>
        <source>the model&apos;s name (default: the output file&apos;s)</source>
        <translation>назва моделі (типово: як у вихідного файлу)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>The folder “{name}” already contains a run; use --resume to continue it.</source>
        <translation>У теці «{name}» вже є запуск; --resume його продовжить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>--start-from keeps the model&apos;s network; omit --latent-dim and --no-labels.</source>
        <translation>--start-from зберігає мережу моделі; приберіть --latent-dim і --no-labels.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>epoch {epoch}/{epochs}, loss {loss}</source>
        <translation>епоха {epoch}/{epochs}, втрати {loss}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>Interrupted; the training so far is kept. “desktop-cvae train --resume {run}” continues it.</source>
        <translation>Перервано; навчене дотепер збережено. Продовжити: «desktop-cvae train --resume {run}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>Train, validate, save and measure a model.</source>
        <translation>Навчити модель, перевірити, зберегти й виміряти її.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>{presets} (default: studio)</source>
        <translation>{presets} (типово: studio)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>start from a model&apos;s network and weights, with other data or settings</source>
        <translation>продовжити з мережею й вагами моделі, на інших даних або з іншими налаштуваннями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>the model&apos;s name (default: the output file&apos;s, else the preset&apos;s)</source>
        <translation>назва моделі (типово: як у вихідного файлу, інакше як у заготовки)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>the same network as a plain VAE</source>
        <translation>та сама мережа як звичайний VAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>store the latent map there instead of in this computer&apos;s cache</source>
        <translation>зберегти латентну карту там, а не в кеші цього комп’ютера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>resume an interrupted training</source>
        <translation>продовжити перерване навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>store the run there (default: among your runs)</source>
        <translation>зберегти запуск там (типово: серед ваших запусків)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train_arguments.py"/>
        <source>where to write (default: among your models)</source>
        <translation>куди записати (типово: серед ваших моделей)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/walk.py"/>
        <source>{n} steps written to {output}</source>
        <extracomment>For 1: {n} step written to {output}</extracomment>
        <translation>
            <numerusform>{n} крок записано в {output}</numerusform>
            <numerusform>{n} кроки записано в {output}</numerusform>
            <numerusform>{n} кроків записано в {output}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk.py"/>
        <source>“{name}” is neither a picture nor one of {known}.</source>
        <translation>«{name}» — це ні зображення, ні одне з: {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>Walk from one digit to another through the latent space.</source>
        <translation>Пройти від однієї цифри до іншої латентним простором.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>a picture, a label (the model writes a digit of it, chosen by --seed), or “sample” for a model without labels</source>
        <translation>зображення, мітка (модель напише таку цифру; яку саме — вибирає --seed) або «sample», якщо міток немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>FROM</source>
        <translation>ЗВІДКИ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>TO</source>
        <translation>КУДИ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>the same</source>
        <translation>те саме</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/walk_arguments.py"/>
        <source>the shortest path, or one that stays where the prior&apos;s codes are (default)</source>
        <translation>найкоротший шлях або той, що тримається місць, де лежать коди апріорного розподілу (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch.py"/>
        <source>--form cannot be combined with --numbers.</source>
        <translation>--form не поєднується з --numbers.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch.py"/>
        <source>The same command continues where this one stopped.</source>
        <translation>Та сама команда продовжить з цього місця.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch.py"/>
        <source>Watching {folder}; press Ctrl+C to stop.</source>
        <translation>Стежу за {folder}; щоб зупинити, натисніть Ctrl+C.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/watch.py"/>
        <source>{n} pictures were read.</source>
        <extracomment>For 1: {n} picture was read.</extracomment>
        <translation>
            <numerusform>Прочитано {n} зображення.</numerusform>
            <numerusform>Прочитано {n} зображення.</numerusform>
            <numerusform>Прочитано {n} зображень.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/watch.py"/>
        <source>{n} could not be read.</source>
        <extracomment>For 1: {n} could not be read.</extracomment>
        <translation>
            <numerusform>{n} не вдалося прочитати.</numerusform>
            <numerusform>{n} не вдалося прочитати.</numerusform>
            <numerusform>{n} не вдалося прочитати.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>Read every picture that arrives in a folder.</source>
        <translation>Читати кожне зображення, що з’являється в теці.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>where the pictures arrive</source>
        <translation>куди надходять зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>a .csv or .jsonl file to add the results to; the same command resumes it</source>
        <translation>файл .csv або .jsonl, до якого додаються результати; та сама команда його продовжує</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>SECONDS</source>
        <translation>СЕКУНДИ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/watch_arguments.py"/>
        <source>time between two checks of the folder (default: {value})</source>
        <translation>час між двома перевірками теки (типово: {value})</translation>
    </message>
    <message>
        <source>a data set from “data list”, an IDX, NPZ or CSV file, or a folder with one sub-folder per label (default: mnist)</source>
        <translation type="vanished">щось із «data list», файл IDX, NPZ чи CSV або тека з мітками (типово: mnist)</translation>
    </message>
    <message>
        <source>commands</source>
        <translation type="vanished">команди</translation>
    </message>
    <message>
        <source>Name the model&apos;s file with --output FILE.cvae.</source>
        <translation type="vanished">Назвіть файл моделі: --output ФАЙЛ.cvae.</translation>
    </message>
    <message>
        <source>without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
</source>
        <translation type="vanished">без команди відкривається вікно: desktop-cvae [ЗОБРАЖЕННЯ або МОДЕЛЬ.cvae]
коди виходу: 0 усе зроблено, 1 щось не вдалося прочитати, 2 хибні аргументи, 3 середовище,
             4 поганий файл моделі, 5 введення-виведення, 130/143 перервано
</translation>
    </message>
    <message>
        <source>The web page needs Flask; install it with “pip install &apos;desktop-cvae[web]&apos;”.</source>
        <translation type="vanished">Вебсторінці потрібен Flask; встановіть його командою «pip install &apos;desktop-cvae[web]&apos;».</translation>
    </message>
    <message>
        <source>csv: a table; jsonl: all of each entry, with its pictures; png: a folder of pictures; dataset: a file that “data import” and “--data” take</source>
        <translation type="vanished">csv: таблиця; jsonl: усе про кожен запис, із зображеннями; png: тека із зображеннями; dataset: файл, який беруть «data import» і «--data»</translation>
    </message>
</context>
</TS>
