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
        <source>Nothing in the archive fits.</source>
        <translation>В архіві немає нічого такого.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>kept</source>
        <translation>збережено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>sure</source>
        <translation>певність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>you say</source>
        <translation>ви кажете</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
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
        <source>{shown} of {total}; --limit shows more.</source>
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
        <translation>висновок</translation>
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
        <source>--trust-readings is for --format dataset.</source>
        <translation>--trust-readings стосується --format dataset.</translation>
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
        <source>{n} entries are gone for good.</source>
        <extracomment>For 1: {n} entry is gone for good.</extracomment>
        <translation>
            <numerusform>{n} запис знищено назавжди.</numerusform>
            <numerusform>{n} записи знищено назавжди.</numerusform>
            <numerusform>{n} записів знищено назавжди.</numerusform>
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
        <source>None of these numbers is in the archive.</source>
        <translation>Жодного з цих номерів в архіві немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>None of these numbers was removed of late.</source>
        <translation>Жодного з цих номерів останнім часом не видаляли.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/archive.py"/>
        <source>{n} entries are back.</source>
        <extracomment>For 1: {n} entry is back.</extracomment>
        <translation>
            <numerusform>{n} запис повернуто.</numerusform>
            <numerusform>{n} записи повернуто.</numerusform>
            <numerusform>{n} записів повернуто.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>“{text}” is no date; write it as 2026-11-22 or 2026-11-22T18:30</source>
        <translation>«{text}» — не дата; пишіть так: 2026-11-22 або 2026-11-22T18:30</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>List, show, export, remove what was read and kept.</source>
        <translation>Перелічити, показати, експортувати, видалити прочитане й збережене.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>actions</source>
        <translation>дії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>ACTION</source>
        <translation>ДІЯ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>All of one entry.</source>
        <translation>Усе про один запис.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>NUMBER</source>
        <translation>НОМЕР</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>as “archive list” says it</source>
        <translation>як його показує «archive list»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>Remove entries; “restore” undoes it for a day.</source>
        <translation>Видалити записи; протягом доби їх поверне «restore».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>overwrite them now; nothing brings them back</source>
        <translation>затерти їх одразу; повернути вже не вдасться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>Bring removed entries back.</source>
        <translation>Повернути видалені записи.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>What was read, the newest first.</source>
        <translation>Що було прочитано, найновіше — спершу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>so many at most (default: {count})</source>
        <translation>не більше стількох (типово: {count})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>Write entries to a file or a folder.</source>
        <translation>Записати записи у файл чи теку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>csv: a table; jsonl: all of each entry, with its pictures; png: a folder of pictures; dataset: a file that “data import” and “--data” take</source>
        <translation>csv: таблиця; jsonl: усе про кожен запис, із зображеннями; png: тека із зображеннями; dataset: файл, який беруть «data import» і «--data»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>in a data set, take as labels also what was read, where nobody said what it is</source>
        <translation>у наборі даних брати за мітку й прочитане, якщо ніхто не сказав, що це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>PATH</source>
        <translation>ШЛЯХ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>as “archive list” says them</source>
        <translation>як їх показує «archive list»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>TEXT</source>
        <translation>ТЕКСТ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>words in name, reading, label, note or model</source>
        <translation>слова в назві, прочитаному, мітці, нотатці чи моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>LABEL</source>
        <translation>МІТКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>what it is taken for: as you said, else as read</source>
        <translation>за що це вважається: як сказали ви, інакше як прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>NAME</source>
        <translation>НАЗВА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>the model that read it</source>
        <translation>модель, яка прочитала</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>DATE</source>
        <translation>ДАТА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>kept then or later</source>
        <translation>збережено тоді або пізніше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>kept then or earlier</source>
        <translation>збережено тоді або раніше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>smallest probability, 0 to 1</source>
        <translation>найменша ймовірність, від 0 до 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>largest probability, 0 to 1</source>
        <translation>найбільша ймовірність, від 0 до 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>only those with a star</source>
        <translation>лише із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archive_parser.py"/>
        <source>only those of which you said what they are</source>
        <translation>лише ті, про які ви сказали, що це</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/archiving.py"/>
        <source>{sentence} The pictures are read all the same, but not archived.</source>
        <translation>{sentence} Зображення все одно читаються, але в архів не потрапляють.</translation>
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
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>Attacking</source>
        <translation>Атака</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>still right, %</source>
        <translation>досі правильно, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>none: most withstood</source>
        <translation>немає: більшість вистояла</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>attacked: {n} digits, each changed as little as could be found until it is misread</source>
        <extracomment>For 1: attacked: {n} digit, changed as little as could be found until it is misread</extracomment>
        <translation>
            <numerusform>атаковано {n} цифру: її змінено якнайменше, доки її не прочитано хибно</numerusform>
            <numerusform>атаковано {n} цифри: кожну змінено якнайменше, доки її не прочитано хибно</numerusform>
            <numerusform>атаковано {n} цифр: кожну змінено якнайменше, доки її не прочитано хибно</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>(and the wrong answer is not called unsure)</source>
        <translation>(і хибну відповідь не названо непевною)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>median distance {median} (Analysis by Synthesis: {reference}); misread as they are {misread}, withstood {withstood}</source>
        <translation>медіана відстані {median} (Analysis by Synthesis: {reference}); хибно прочитано без змін: {misread}, вистояло: {withstood}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>of the {fooled} that are misread then, refused as no digit: {refused}, called unsure: {unsure}; read right again over the views of a close call: {saved}</source>
        <translation>з {fooled} хибно прочитаних тоді відхилено як не цифру: {refused}, названо непевними: {unsure}; знову правильно прочитано за виглядами близького вибору: {saved}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/attack_report.py"/>
        <source>“{name}” is never unsure; “models calibrate” fits when it is.</source>
        <translation>«{name}» ніколи не буває непевною; «models calibrate» визначає, коли вона непевна.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/batches.py"/>
        <source>“{name}” ended every process that read it, perhaps for want of memory.</source>
        <translation>«{name}» завершило кожен процес, який його читав, можливо, через брак пам’яті.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/cluster_reading.py"/>
        <source>The cluster has no workers yet; this waits for the first.</source>
        <translation>У кластері ще немає робочих процесів; чекаємо на перший.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/cluster_reading.py"/>
        <source>A worker of the cluster cannot keep the model&apos;s file.</source>
        <translation>Робочий процес кластера не може зберегти файл моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/cluster_reading.py"/>
        <source>The cluster&apos;s scheduler has gone; what was read before is kept.</source>
        <translation>Планувальник кластера зник; прочитане раніше збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/cluster_reading.py"/>
        <source>A worker of the cluster cannot read pictures ({reason}). Is desktop-cvae {version} installed there?</source>
        <translation>Робочий процес кластера не може читати зображення ({reason}). Чи встановлено там desktop-cvae {version}?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/cluster_reading.py"/>
        <source>A worker of the cluster has desktop-cvae {theirs}, and this is {ours}: their answers might differ.</source>
        <translation>Робочий процес кластера має desktop-cvae {theirs}, а тут {ours}: їхні відповіді можуть відрізнятися.</translation>
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
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Compared on {data}.</source>
        <translation>Порівняно на даних: {data}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/output.py"/>
        <source>images</source>
        <translation>зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>read by evidence</source>
        <translation>прочитано за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>−ELBO in nats</source>
        <translation>−ELBO у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>reconstruction</source>
        <translation>реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>KL divergence</source>
        <translation>Розбіжність KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>−ELBO at the mean</source>
        <translation>−ELBO у середньому</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>calibration error</source>
        <translation>похибка калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>part</source>
        <translation>частина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>setting</source>
        <translation>налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Held-out results</source>
        <translation>Результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Grey-pixel BCE, one posterior sample an image, under the true label. The calibration error is that of the probabilities shown, calibrated where the model is.</source>
        <translation>BCE сірих пікселів, один апостеріорний зразок на зображення, за правильної мітки. Похибка калібрування — це похибка показаних імовірностей, каліброваних, якщо модель калібровано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Originals and reconstructions</source>
        <translation>Оригінали й реконструкції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>The same held-out digits, each decoded from its posterior&apos;s mean.</source>
        <translation>Ті самі відкладені цифри, кожну декодовано із середнього її апостеріорного розподілу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Latent spaces</source>
        <translation>Латентні простори</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Held-out digits in the plane of the two main directions, coloured by label.</source>
        <translation>Відкладені цифри на площині двох головних напрямків, кольори — за мітками.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Lines: validation; dots: training. Total loss over the epochs.</source>
        <translation>Лінії — перевірка, точки — навчання. Загальні втрати за епохами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>None of the models has a history.</source>
        <translation>Жодна з моделей не має історії.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>Settings that differ</source>
        <translation>Налаштування, що різняться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/compare.py"/>
        <source>The models were made alike.</source>
        <translation>Моделі зроблено однаково.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete.py"/>
        <source>“{wish}” is neither X,Y,W,H in pixels nor a picture&apos;s file.</source>
        <translation>«{wish}» — не X,Y,Ш,В у пікселях і не файл зображення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/complete.py"/>
        <source>“{wish}” holds none of the {side}×{side} pixels.</source>
        <translation>«{wish}» не охоплює жодного з {side}×{side} пікселів.</translation>
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
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>labels</source>
        <translation>мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>MNIST is not on this computer; “desktop-cvae data download mnist” fetches it.</source>
        <translation>MNIST немає на цьому комп’ютері; його завантажить команда «desktop-cvae data download mnist».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/data.py"/>
        <source>MNIST lies in {folder}</source>
        <translation>MNIST лежить у {folder}</translation>
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
        <source>“{name}” has {train} pictures to train with and {test} held out, of {labels} labels</source>
        <translation>«{name}»: зображень для навчання — {train}, відкладених — {test}, міток — {labels}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>grey-pixel BCE</source>
        <translation>BCE сірих пікселів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>{model} on {data}, {count} images; {scale}, true label, one posterior sample</source>
        <translation>{model}: {data}, зображень: {count}; {scale}, правильна мітка, один апостеріорний зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>refused</source>
        <translation>відмов</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>speed</source>
        <translation>швидкість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>{speed} images/s</source>
        <translation>{speed} зображень/с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>{nats} nats</source>
        <translation>{nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>true ↓ read →</source>
        <translation>насправді ↓ прочитано →</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>read right, %</source>
        <translation>прочитано правильно, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>before calibration</source>
        <translation>до калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>– (no labels)</source>
        <translation>– (без міток)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>may be refused, %</source>
        <translation>можна відхилити, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>of these digits, %</source>
        <translation>відхилено цих цифр, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>of what is none, %</source>
        <translation>відхилено не цифр, %</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>no digits: {name}, {n} images; AUC {auc}</source>
        <extracomment>For 1: no digits: {name}, {n} image; AUC {auc}</extracomment>
        <translation>
            <numerusform>не цифри: {name}, {n} зображення; AUC {auc}</numerusform>
            <numerusform>не цифри: {name}, {n} зображення; AUC {auc}</numerusform>
            <numerusform>не цифри: {name}, {n} зображень; AUC {auc}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>“{name}” refuses nothing, so --not-digits has no use; “models calibrate” fits its refusal.</source>
        <translation>«{name}» нічого не відхиляє, тож --not-digits зайвий; відхиляти навчить команда «models calibrate».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>--sweep brings its own noise and shifts; leave out --noise and --shift.</source>
        <translation>--sweep має власний шум і власні зсуви; приберіть --noise і --shift.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>--samples is for what a model writes: add --generation.</source>
        <translation>--samples стосується того, що пише модель: додайте --generation.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/evaluate.py"/>
        <source>--digits and --until are for attacks: add --attack.</source>
        <translation>--digits і --until потрібні для атак: додайте --attack.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>No change was found that is misread.</source>
        <translation>Не знайдено зміни, яку прочитано хибно.</translation>
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
        <source>It is read as “{name}” already.</source>
        <translation>Її вже прочитано як «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/fool.py"/>
        <source>“{name}” is no picture of 28 × 28 numbers from 0 to 1.</source>
        <translation>«{name}» не є зображенням із 28 × 28 чисел від 0 до 1.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{text}” written to {output}</source>
        <translation>«{text}» записано в {output}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>, {count} drawn again</source>
        <translation>, написано заново: {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <location filename="../../../desktop_cvae/cli/records.py"/>
        <source> or </source>
        <translation> або </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{name}” should end in {suffixes} for a line.</source>
        <translation>Назва «{name}» для рядка має закінчуватися на {suffixes}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{name}” should end in {suffixes}, or be a folder.</source>
        <translation>Назва «{name}» має закінчуватися на {suffixes}, або це має бути тека.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>“{name}” should end in {suffix}.</source>
        <translation>Назва «{name}» має закінчуватися на {suffix}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>--text is written in a hand: --style IMAGE names it.</source>
        <translation>--text пишеться певним почерком: назвіть його через --style ЗОБРАЖЕННЯ.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>--text says what is written: name no count, no probability and no report.</source>
        <translation>--text каже, що писати: не вказуйте ні кількості, ні ймовірності, ні звіту.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>--text holds nothing to write.</source>
        <translation>У --text немає чого писати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generate.py"/>
        <source>write some of every label</source>
        <translation>написати по кілька кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>real digits</source>
        <translation>справжні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>samples, judged by a classifier of {digits} training digits (seed {seed}; it reads {share} % of the test digits)</source>
        <translation>зразки, які оцінив класифікатор, навчальних цифр: {digits} (зерно {seed}; він читає {share} % тестових цифр)</translation>
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
        <source>learner, %</source>
        <translation>учень, %</translation>
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
        <source>Fréchet distance, precision and recall (k = {k}): features of the judge, to the test digits</source>
        <translation>відстань Фреше, влучність і повнота (k = {k}): за ознаками судді, до тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>learner: a classifier that has seen those samples alone, on the test digits</source>
        <translation>учень: класифікатор, який бачив лише ці зразки, на тестових цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>nearest: median distance to a training digit (of test digits); nearer: samples nearer than 99 % of test digits</source>
        <translation>найближча: медіана відстані до навчальної цифри (для тестових цифр); ближчі: зразки, ближчі за 99 % тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>NLL: nats of binarised test digits under their label, by the number of importance samples</source>
        <translation>NLL: нати бінаризованих тестових цифр за їхньої мітки, за кількістю зразків за значущістю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>A report needs {least} digits at least.</source>
        <translation>Для звіту потрібно щонайменше {least} цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>“{name}” has no training part beside its test part; a judge needs both.</source>
        <translation>У «{name}» немає навчальної частини окремо від тестової; судді потрібні обидві.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>“{name}” has too few digits to judge samples by: {learned} to learn from and {test} of its test part are the least.</source>
        <translation>У «{name}» замало цифр, щоб за ними оцінювати зразки: треба щонайменше {learned} для навчання і {test} у тестовій частині.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/generation_report.py"/>
        <source>the judge is not kept: {reason}</source>
        <translation>суддю не збережено: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/gui.py"/>
        <source>The window needs the library libxcb-cursor; install it with “apt install libxcb-cursor0” or what your system has for that.</source>
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
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>No picture matches {wishes}.</source>
        <translation>Жодне зображення не відповідає {wishes}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>Nothing was found in “{name}”.</source>
        <translation>У «{name}» нічого не знайдено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>“-” reads a picture from standard input, but there is none.</source>
        <translation>«-» читає зображення зі стандартного введення, а його немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>The picture on standard input is too large.</source>
        <translation>Зображення на стандартному введенні завелике.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>“--list -” reads names from standard input, but there is none.</source>
        <translation>«--list -» читає назви зі стандартного введення, а його немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>The list “{name}” is no file.</source>
        <translation>Список «{name}» — не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/inputs.py"/>
        <source>The list “{name}” cannot be read: {reason}.</source>
        <translation>Не вдається прочитати список «{name}»: {reason}.</translation>
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
        <source>“{name}” is whole: {count}; {model}.</source>
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
        <source>for any model</source>
        <translation>для будь-якої моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/lesson.py"/>
        <source>it brings its model “{name}” ({size} MB)</source>
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
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>The system refused: {reason}.</source>
        <translation>Система відмовила: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>standard output is closed</source>
        <translation>стандартне виведення закрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/main.py"/>
        <source>Something unexpected went wrong ({summary}); DESKTOP_CVAE_DEBUG=1 in the environment shows where.</source>
        <translation>Сталося щось несподіване ({summary}); де саме, покаже DESKTOP_CVAE_DEBUG=1 у змінних середовища.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{writer}” has other labels than “{reader}”.</source>
        <translation>«{writer}» має інші мітки, ніж «{reader}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” reads as {reader} and writes as {writer}</source>
        <translation>«{name}» читає як {reader}, а пише як {writer}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>, </source>
        <translation>; </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” has the mean weights of {names}; “models calibrate” fits its doubts to them</source>
        <translation>«{name}» має середні ваги моделей {names}; «models calibrate» припасує до них її сумніви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>not measured: this is not the data it was trained on, or has no test part of its own</source>
        <translation>не виміряно: це не ті дані, на яких її навчено, або вони не мають власної тестової частини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>prior: N(0, I)</source>
        <translation>апріорний розподіл: N(0, I)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>prior: {n} Gaussians for each label</source>
        <extracomment>For 1: prior: {n} Gaussian for each label</extracomment>
        <translation>
            <numerusform>апріорний розподіл: {n} гаусіан на кожну мітку</numerusform>
            <numerusform>апріорний розподіл: {n} гаусіани на кожну мітку</numerusform>
            <numerusform>апріорний розподіл: {n} гаусіанів на кожну мітку</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>fitted on {n} digits that the model has not learned from</source>
        <extracomment>For 1: fitted on {n} digit that the model has not learned from</extracomment>
        <translation>
            <numerusform>підібрано на {n} цифрі, на якій модель не вчилася</numerusform>
            <numerusform>підібрано на {n} цифрах, на яких модель не вчилася</numerusform>
            <numerusform>підібрано на {n} цифрах, на яких модель не вчилася</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>temperature {temperature}; unsure if a second label is nearer than {margin} nats</source>
        <translation>температура {temperature}; непевно, якщо друга мітка ближча за {margin} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>refuses nothing: too few digits, or other labels than digits</source>
        <translation>нічого не відхиляє: замало цифр або мітки — не цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>refuses {share} % of digits under {limit}</source>
        <translation>відхиляє {share} % цифр з оцінкою нижче {limit}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” was trained on other data; all of this counts as unseen</source>
        <translation>«{name}» навчено на інших даних; усе це вважається небаченим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>network</source>
        <translation>мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>training</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>held-out results</source>
        <translation>результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>prior</source>
        <translation>апріорний розподіл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>calibration</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>made with</source>
        <translation>створено за допомогою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>command</source>
        <translation>команда</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>{n} latent dimensions</source>
        <extracomment>For 1: {n} latent dimension</extracomment>
        <translation>
            <numerusform>{n} латентний вимір</numerusform>
            <numerusform>{n} латентні виміри</numerusform>
            <numerusform>{n} латентних вимірів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>conditional variational autoencoder</source>
        <translation>умовний варіаційний автокодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>variational autoencoder</source>
        <translation>варіаційний автокодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>trained weights</source>
        <translation>навчених ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>created</source>
        <translation>створено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>data</source>
        <translation>дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>encoder</source>
        <translation>кодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>decoder</source>
        <translation>декодувальник</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>mixture of {n} for each label</source>
        <extracomment>For 1: mixture of {n} for each label</extracomment>
        <translation>
            <numerusform>суміш з {n} на кожну мітку</numerusform>
            <numerusform>суміш із {n} на кожну мітку</numerusform>
            <numerusform>суміш із {n} на кожну мітку</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>temperature</source>
        <translation>температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>unsure under</source>
        <translation>непевно нижче</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>fitted on</source>
        <translation>підібрано на</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>{n} validation digits</source>
        <extracomment>For 1: {n} validation digit</extracomment>
        <translation>
            <numerusform>{n} перевірочній цифрі</numerusform>
            <numerusform>{n} перевірочних цифрах</numerusform>
            <numerusform>{n} перевірочних цифрах</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>{shares} % of digits</source>
        <translation>{shares} % цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>nothing</source>
        <translation>нічого</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>refuses</source>
        <translation>відхиляє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>latent</source>
        <translation>латентних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>weights</source>
        <translation>ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>There is no model yet; “desktop-cvae models import FILE” adds one.</source>
        <translation>Моделей ще немає; додати можна командою «desktop-cvae models import ФАЙЛ».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>you</source>
        <translation>ви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>{name}, what writes</source>
        <translation>{name}, частина, що пише</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/models.py"/>
        <source>“{name}” should end in .{suffix}.</source>
        <translation>Назва «{name}» має закінчуватися на .{suffix}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{text}” is no whole number</source>
        <translation>«{text}» — не ціле число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>must lie between {low} and {high}, not {text}</source>
        <translation>має бути від {low} до {high}, а не {text}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{text}” is no number</source>
        <translation>«{text}» — не число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{name}” should end in .cvae</source>
        <translation>назва «{name}» має закінчуватися на .cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{name}” should end in .png</source>
        <translation>назва «{name}» має закінчуватися на .png</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{name}” should end in .png or .svg</source>
        <translation>назва «{name}» має закінчуватися на .png або .svg</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>“{name}” should end in .gif or .png</source>
        <translation>назва «{name}» має закінчуватися на .gif або .png</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>local|ADDRESS</source>
        <translation>local|АДРЕСА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>FOLDER</source>
        <translation>ТЕКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>ca.pem, cert.pem and key.pem for a cluster past this machine</source>
        <translation>ca.pem, cert.pem і key.pem для кластера за межами цієї машини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>processes that share many pictures (default: one a core)</source>
        <translation>скільки процесів ділять між собою багато зображень (типово: по одному на ядро)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>onnx: instant (default); keras: the reference, needs TensorFlow</source>
        <translation>onnx: миттєво (типово); keras: еталон, потрібен TensorFlow</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>read on Dask workers: local, or a scheduler&apos;s tls://HOST:8786</source>
        <translation>читати робочими процесами Dask: local або tls://HOST:8786 планувальника</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>MODEL</source>
        <translation>МОДЕЛЬ</translation>
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
        <source>one of “data list”, an IDX, NPZ or CSV file, or a folder of labels (default: mnist)</source>
        <translation>щось із «data list», файл IDX, NPZ чи CSV або тека з мітками (типово: mnist)</translation>
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
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>(default: {value})</source>
        <translation>(типово: {value})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>where to write</source>
        <translation>куди записати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>replace what is there</source>
        <translation>замінити те, що там є</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>keep the latent map there instead of in this machine&apos;s cache</source>
        <translation>зберегти латентну карту там, а не в кеші цього комп’ютера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>SHARE</source>
        <translation>ЧАСТКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>say “not a digit” of what is odder than this share of digits, at most {most}; 0 reads everything (default: {default})</source>
        <translation>казати «не цифра» про те, що дивніше за таку частку цифр, щонайбільше {most}; 0 читає все (типово: {default})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>take every picture for that, whatever the evidence says: {names}</source>
        <translation>вважати кожне зображення саме таким, хоч би що казали свідчення: {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>length:N, postal:N, phone, card, date, amount or decimal</source>
        <translation>length:N, postal:N, phone, card, date, amount або decimal</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>read lines and pages of digits, not one digit; ? stands for what is no digit</source>
        <translation>читати рядки й сторінки цифр, а не одну цифру; ? означає не цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>RULE</source>
        <translation>ПРАВИЛО</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>what every line must be, with --numbers: {rules}</source>
        <translation>яким має бути кожен рядок, разом з --numbers: {rules}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>FORM.json</source>
        <translation>БЛАНК.json</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>read the fields of this form on every page; the window draws such forms</source>
        <translation>читати поля цього бланка на кожній сторінці; такі бланки креслять у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>--preparation goes with neither --numbers nor --form.</source>
        <translation>--preparation не поєднується ні з --numbers, ні з --form.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>--rule is for whole numbers: add --numbers.</source>
        <translation>--rule стосується цілих рядків цифр: додайте --numbers.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>take the label “{name}”</source>
        <translation>взяти мітку «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/options.py"/>
        <source>There is no label “{name}”; choose {free} or one of {known}.</source>
        <translation>Мітки «{name}» немає; виберіть {free} або щось із {known}.</translation>
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
        <source>All data sets at hand.</source>
        <translation>Усі наявні набори даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Fetch MNIST (12 MB), checked by its SHA-256.</source>
        <translation>Завантажити MNIST (12 МБ) і перевірити за SHA-256.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>fetch it anew</source>
        <translation>завантажити заново</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>progress as one JSON object a line</source>
        <translation>перебіг — по одному об’єкту JSON у рядку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Check a data set and keep it under a name.</source>
        <translation>Перевірити набір даних і зберегти під назвою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>IDX, NPZ or CSV, or a folder of labels</source>
        <translation>IDX, NPZ чи CSV або тека з мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>the labels&apos; names in order; labels may count from 0 or from 1</source>
        <translation>назви міток за порядком; мітки можуть рахуватися від 0 або від 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>swap rows and columns, as EMNIST&apos;s files need</source>
        <translation>поміняти місцями рядки й стовпці, як треба для файлів EMNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>swap light and dark, for dark ink on white</source>
        <translation>поміняти місцями світле й темне, для темного чорнила на білому</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Let a model write a data set.</source>
        <translation>Дати моделі написати набір даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Delete one of your data sets.</source>
        <translation>Видалити один із ваших наборів даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>what to call it, also for --data</source>
        <translation>як його назвати, також для --data</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>replace one of that name</source>
        <translation>замінити наявний із такою назвою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>what a picture holds: one digit</source>
        <translation>що є на зображенні: одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>IMAGE</source>
        <translation>ЗОБРАЖЕННЯ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>a file, a folder, or - for standard input</source>
        <translation>файл, тека або - для стандартного введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>read the pictures that this file names, one a line; - for standard input</source>
        <translation>читати зображення, які називає цей файл, по одному в рядку; - для стандартного введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>read the folders in the folders too</source>
        <translation>читати й вкладені теки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>(default: text)</source>
        <translation>(типово: text)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>go on with the output file: leave out the pictures that it has, add the others</source>
        <translation>продовжити вихідний файл: зображення, які в ньому є, пропустити, інші додати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>keep each picture with its answer, for “archive” and the window’s archive</source>
        <translation>зберігати кожне зображення з відповіддю для «archive» та архіву у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>write results as they come, not in the pictures’ order</source>
        <translation>записувати результати в міру надходження, а не в порядку зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
</source>
        <translation>без команди відкривається вікно: desktop-cvae [ЗОБРАЖЕННЯ або МОДЕЛЬ.cvae]
коди виходу: 0 усе зроблено, 1 щось не вдалося прочитати, 2 хибні аргументи, 3 середовище,
             4 поганий файл моделі, 5 введення-виведення, 130/143 перервано
</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>{message} (“{prog} --help” shows how).</source>
        <translation>{message} (як треба, покаже «{prog} --help»).</translation>
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
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>commands</source>
        <translation>команди</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Open the window (also without any command).</source>
        <translation>Відкрити вікно (так само без жодної команди).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>image</source>
        <translation>зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>a picture or a .cvae file to open; several, or a folder, are read into a table</source>
        <translation>зображення чи файл .cvae, який відкрити; кілька зображень або тека читаються в таблицю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>a model&apos;s name or .cvae file</source>
        <translation>назва моделі або файл .cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>show the window, wait for the first answer, save what it looks like, exit</source>
        <translation>показати вікно, дочекатися першої відповіді, зберегти його вигляд і вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>as at a first start: default settings, model and engine, no recent files, nothing is looked up or remembered; your own settings stay as they are</source>
        <translation>як за першого запуску: типові налаштування, модель і рушій, без недавніх файлів, нічого не шукати й не запам’ятовувати; ваші власні налаштування не змінюються</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Read the digit in every picture.</source>
        <translation>Прочитати цифру на кожному зображенні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Draw input, noisy input, reconstruction and difference side by side.</source>
        <translation>Намалювати поряд вхід, вхід із шумом, реконструкцію й різницю.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>a picture, or - for standard input</source>
        <translation>зображення або - для стандартного введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>the label that conditions the model; auto takes the recognised one (default)</source>
        <translation>мітка, яка є умовою для моделі; auto бере розпізнану (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Train a model, validate, save and measure it.</source>
        <translation>Навчити модель, перевірити, зберегти й виміряти її.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>progress as JSON lines on standard output</source>
        <translation>перебіг — рядками JSON на стандартному виведенні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>RUN</source>
        <translation>ЗАПУСК</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>go on with an interrupted training</source>
        <translation>продовжити перерване навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>keep the run there (default: among runs)</source>
        <translation>зберігати запуск там (типово: серед запусків)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Train many models from one file: a grid, by chance or a list of settings.</source>
        <translation>Навчити багато моделей за одним файлом: сітка, випадкові значення або список налаштувань.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Teach a copy of a model your own hand, or new signs, from a few examples.</source>
        <translation>Навчити копію моделі вашого почерку або нових знаків на кількох прикладах.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>DATA</source>
        <translation>ДАНІ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>a folder with one sub-folder of pictures a label, or data as --data takes it</source>
        <translation>тека з вкладеною текою зображень на кожну мітку або дані, як для --data</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>everything in the archive that you gave a label</source>
        <translation>усе в архіві, чому ви дали мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>the model&apos;s name (default: the output file&apos;s)</source>
        <translation>назва моделі (типово: як у вихідного файлу)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Measure a model on held-out digits.</source>
        <translation>Виміряти модель на відкладених цифрах.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Find the smallest change of a digit that is read as another.</source>
        <translation>Знайти найменшу зміну цифри, за якої її прочитано як іншу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Put models side by side: pictures, tables, a page.</source>
        <translation>Порівняти моделі: зображення, таблиці, сторінка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>names of models, .cvae files, or names or ids of runs; two at least</source>
        <translation>назви моделей, файли .cvae, назви чи ідентифікатори запусків; щонайменше два</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>only the first N images</source>
        <translation>лише перші N зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>List, show, move, fit models.</source>
        <translation>Перелічити, показати, перенести, підлаштувати моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>All models at hand.</source>
        <translation>Усі наявні моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Everything about one model.</source>
        <translation>Усе про одну модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Check model files and add them to the library.</source>
        <translation>Перевірити файли моделей і додати їх до бібліотеки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Copy a model of the library to a file.</source>
        <translation>Скопіювати модель із бібліотеки у файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>cvae: the model file (default); onnx: its network and weights, for other programs</source>
        <translation>cvae: файл моделі (типово); onnx: її мережа й ваги для інших програм</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Delete one of your models.</source>
        <translation>Видалити одну з ваших моделей.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Fit how far a model&apos;s answers can be believed, and keep it in its file.</source>
        <translation>Підібрати, наскільки можна вірити відповідям моделі, і зберегти це в її файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Fit a prior to the codes of each label, calibrate again, and keep both in the file.</source>
        <translation>Підібрати апріорний розподіл за кодами кожної мітки, заново калібрувати й зберегти все у файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Gaussians a label; 0 goes back to N(0, I) (default: {default})</source>
        <translation>гаусіанів на мітку; 0 повертає N(0, I) (типово: {default})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>scale their deviations: digits nobody wrote come more often (default: 1)</source>
        <translation>помножити їхні відхилення: частіше траплятимуться цифри, яких ніхто не писав (типово: 1)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Make one model of two: one reads, the other writes.</source>
        <translation>Зробити з двох моделей одну: одна читає, друга пише.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>READER</source>
        <translation>ЧИТАЄ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>reads; a model&apos;s name or .cvae file</source>
        <translation>читає; назва моделі або файл .cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>WRITER</source>
        <translation>ПИШЕ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>writes; has the same labels</source>
        <translation>пише; має ті самі мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Average the weights of models that went on from the same training.</source>
        <translation>Усереднити ваги моделей, що продовжили те саме навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>of one network</source>
        <translation>з однією мережею</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>List, download, import, make, remove data sets.</source>
        <translation>Перелічити, завантажити, імпортувати, створити, видалити набори даних.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Show and check lessons: sessions with notes, in one file.</source>
        <translation>Показати й перевірити уроки: сеанси з нотатками в одному файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>What a lesson holds.</source>
        <translation>Що містить урок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Whether a lesson is whole, its model too.</source>
        <translation>Чи цілий урок разом з його моделлю.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>a .cvae-lesson file</source>
        <translation>файл .cvae-lesson</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Serve a web page on which visitors draw and read digits, and its JSON API.</source>
        <translation>Показувати вебсторінку, на якій відвідувачі малюють і читають цифри, з її JSON API.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>ADDRESS</source>
        <translation>АДРЕСА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>whom to serve; 0.0.0.0 is everybody in the network (default: this machine alone)</source>
        <translation>для кого; 0.0.0.0 — для всіх у мережі (типово: лише для цієї машини)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>0 takes any that is free (default: {value})</source>
        <translation>0 бере будь-який вільний (типово: {value})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>threads that read (default: one a core, but one)</source>
        <translation>потоки, що читають (типово: по одному на ядро, крім одного)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>let others in the network use your archive too</source>
        <translation>дати іншим у мережі користуватися й вашим архівом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>leave the archive closed</source>
        <translation>лишити архів закритим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>TOKEN</source>
        <translation>ТОКЕН</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>what the link ends with, 16 letters or more (default: made at random)</source>
        <translation>чим закінчується посилання, 16 або більше літер (типово: випадковий)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>JSON lines on standard output; ends when standard input is closed</source>
        <translation>рядки JSON у стандартному виведенні; завершується, коли закрито стандартне введення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>open the page in the browser</source>
        <translation>відкрити сторінку у браузері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/parser.py"/>
        <source>Try everything an installed copy needs.</source>
        <translation>Випробувати все, що потрібно встановленій програмі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/reading_processes.py"/>
        <source>A process that read pictures ended unexpectedly, perhaps for want of memory; what was read before it is kept.</source>
        <translation>Процес, який читав зображення, несподівано завершився, можливо, через брак пам’яті; прочитане раніше збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>pictures</source>
        <translation>зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>“{name}” names no picture.</source>
        <translation>«{name}» не називає жодного зображення.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
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
        <source>Name pictures, a folder, or --list FILE.</source>
        <translation>Назвіть зображення, теку або --list ФАЙЛ.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>Standard input is either a picture or the list, not both.</source>
        <translation>Стандартне введення — це або зображення, або список, але не обидва.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/recognize.py"/>
        <source>A cluster reads with --engine onnx.</source>
        <translation>Кластер читає з --engine onnx.</translation>
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
        <location filename="../../../desktop_cvae/cli/reconstruct.py"/>
        <source>input | noisy | reconstruction | difference</source>
        <translation>вхід | із шумом | реконструкція | різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/reconstruct.py"/>
        <source>{columns}: read as {read} ({probability} %), drawn as {used}</source>
        <translation>{columns}: прочитано як {read} ({probability} %), намальовано як {used}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/record_files.py"/>
        <source>“{name}” is being written by another process.</source>
        <translation>У «{name}» саме пише інший процес.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/record_files.py"/>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>Не вдалося прочитати «{name}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/record_files.py"/>
        <source>“{name}” is no result of these settings (line {line}); name another --output.</source>
        <translation>«{name}» — не результат із цими налаштуваннями (рядок {line}); назвіть інший --output.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/records.py"/>
        <source>--form goes with neither --numbers nor --archive.</source>
        <translation>--form не поєднується ні з --numbers, ні з --archive.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/records.py"/>
        <source>nothing found</source>
        <translation>нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/records.py"/>
        <source>digit {place} {verdict}</source>
        <translation>цифра {place}: {verdict}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/cli/records.py"/>
        <source>, and {n} more</source>
        <extracomment>For 1: , and {n} more</extracomment>
        <translation>
            <numerusform>, і ще {n}</numerusform>
            <numerusform>, і ще {n}</numerusform>
            <numerusform>, і ще {n}</numerusform>
        </translation>
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
        <source>The models that should come with the program are missing.</source>
        <translation>Бракує моделей, які мають постачатися з програмою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>a sample reads {label} ({probability} %)</source>
        <translation>зразок читається як {label} ({probability} %)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>one step, loss {loss} nats</source>
        <translation>один крок, втрати {loss} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/self_test.py"/>
        <source>The archive does not find what it has kept.</source>
        <translation>Архів не знаходить того, що зберіг.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>The web page needs Flask; install it with “pip install &apos;desktop-cvae[web]&apos;”.</source>
        <translation>Вебсторінці потрібен Flask; встановіть його командою «pip install &apos;desktop-cvae[web]&apos;».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>A token has {least} letters, figures, hyphens or points at least.</source>
        <translation>Токен має щонайменше {least} літер, цифр, дефісів або крапок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>Only this machine is served. Ctrl+C ends it.</source>
        <translation>Сторінка доступна лише на цій машині. Ctrl+C завершує.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/serve.py"/>
        <source>Everybody in your network who has this link can use the page, and what is sent is not encrypted: use it where you trust the network. Ctrl+C ends it.</source>
        <translation>Кожен у вашій мережі, хто має це посилання, може користуватися сторінкою, а надіслане не шифрується: вмикайте її там, де довіряєте мережі. Ctrl+C завершує.</translation>
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
        <source>The sweep “{name}” has not begun yet.</source>
        <translation>Перебір «{name}» ще не розпочато.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>Another process works on the sweep “{name}”.</source>
        <translation>Над перебором «{name}» працює інший процес.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>stopped; “desktop-cvae sweep {name}” goes on with it.</source>
        <translation>зупинено; «desktop-cvae sweep {name}» продовжить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>best: {number}, {value}; --install best puts it among your models</source>
        <translation>найкраще: {number}, {value}; --install best додасть його до ваших моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>There is no model of training “{number}” yet.</source>
        <translation>Моделі навчання «{number}» ще немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>“{name}” is among your models now</source>
        <translation>«{name}» тепер серед ваших моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>The sweep has no training “{number}”.</source>
        <translation>У переборі немає навчання «{number}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>epochs</source>
        <translation>епох</translation>
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
        <source>{trainings}, {done} done already</source>
        <translation>{trainings}, уже зроблено {done}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>{trainings}; {jobs} at once, threads each: {threads}</source>
        <translation>{trainings}; одночасно {jobs}, потоків на кожне: {threads}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>the worker’s</source>
        <translation>скільки має виконавець</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/sweep.py"/>
        <source>{done}/{total}  {name} ({settings}): {outcome}</source>
        <translation>{done}/{total}  {name} ({settings}): {outcome}</translation>
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
        <source>looking what was forgotten</source>
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
        <source>The archive holds no example yet: correct an answer, or draw and label some.</source>
        <translation>В архіві ще немає прикладів: виправте якусь відповідь або намалюйте й підпишіть кілька цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>your examples</source>
        <translation>ваші приклади</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>saved {file}</source>
        <translation>збережено {file}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/teach.py"/>
        <source>Teaching makes a copy; name another file than the model’s own.</source>
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
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>Name the model&apos;s file: --output FILE.cvae.</source>
        <translation>Назвіть файл моделі: --output ФАЙЛ.cvae.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>The folder “{name}” holds a run already; --resume goes on with it.</source>
        <translation>У теці «{name}» вже є запуск; --resume його продовжить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>--start-from keeps the model&apos;s network; leave out its other settings.</source>
        <translation>--start-from лишає мережу моделі; приберіть інші її налаштування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>epoch {epoch}/{epochs}  loss {loss}  validation {validation}  (reconstruction {reconstruction}, KL {kl})  {speed} images/s  {seconds} s</source>
        <translation>епоха {epoch}/{epochs}  втрати {loss}  перевірка {validation}  (реконструкція {reconstruction}, KL {kl})  {speed} зображень/с  {seconds} с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>{share} % read, </source>
        <translation>прочитано {share} %, </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/train.py"/>
        <source>−ELBO {nats} nats</source>
        <translation>−ELBO {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>{presets} (default: studio)</source>
        <translation>{presets} (типово: studio)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>go on from a model&apos;s network and weights, on other data or with other settings</source>
        <translation>продовжити з мережею й вагами моделі, на інших даних або з іншими налаштуваннями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>the same network as a plain VAE</source>
        <translation>та сама мережа як звичайний VAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>FILE.toml</source>
        <translation>ФАЙЛ.toml</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>what to train; see docs/sweep_format.md</source>
        <translation>що навчати; див. docs/sweep_format.md</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>trainings at once (default: as many as cores and memory suit)</source>
        <translation>навчань одночасно (типово: скільки дозволяють ядра й пам’ять)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>train on the workers of a Dask cluster that have --resources TRAIN=1</source>
        <translation>навчати на виконавцях кластера Dask, що мають --resources TRAIN=1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>only show how far it is; trains nothing</source>
        <translation>лише показати, скільки зроблено; нічого не навчати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>put the model of training N, or of the “best”, among your models at the end</source>
        <translation>наприкінці додати модель навчання N або найкращу («best») до ваших моделей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>begin those anew that have failed</source>
        <translation>почати спочатку ті, що зазнали невдачі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>move every picture by exactly PX pixels, in one of 8 directions by chance</source>
        <translation>зсунути кожне зображення рівно на PX пікселів в одному з 8 випадкових напрямків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>centre and scale as an opened file; auto does so if the pictures were shifted</source>
        <translation>відцентрувати й змасштабувати, як відкритий файл; auto робить так, якщо зображення зсунуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>read again under noise of σ 0 to 0.5, or after shifts of 0 to 3 pixels; may be twice</source>
        <translation>читати ще раз крізь шум σ від 0 до 0.5 або після зсувів на 0–3 пікселі; можна двічі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>what should be refused: “made” (letters, signs and outlines drawn by the program), or data as --data takes it, its labels unread</source>
        <translation>що слід відхиляти: «made» (літери, знаки й контури, які малює програма) або дані, як для --data, мітки яких не читаються</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>judge what the model writes, by a classifier that knows only the training digits and learns once, in a minute or two; --seed decides which (needs TensorFlow)</source>
        <translation>оцінити написане моделлю класифікатором, який знає лише навчальні цифри і вчиться один раз, за хвилину чи дві; який саме, вирішує --seed (потрібен TensorFlow)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>how many are judged, with --generation (default: 10000)</source>
        <translation>скільки оцінювати, разом з --generation (типово: 10000)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>find for some digits the smallest change that they are misread by, in that norm (needs TensorFlow and Foolbox, the extra “attack”)</source>
        <translation>знайти для кількох цифр найменшу в цій нормі зміну, за якої їх прочитано хибно (потрібні TensorFlow і Foolbox, додаток «attack»)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>how many are attacked; --seed chooses them (default: 500)</source>
        <translation>скільки атакувати; вибирає --seed (типово: 500)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>a picture, - for standard input, or 28×28 numbers from 0 to 1 as .npy</source>
        <translation>зображення, - для стандартного входу або 28×28 чисел від 0 до 1 як .npy</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>what it should be read as (default: any other)</source>
        <translation>як її має бути прочитано (типово: як будь-яку іншу)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>what is kept small: all changes together (default), the largest, their number</source>
        <translation>що тримати малим: усі зміни разом (типово), найбільшу, їхню кількість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/training_parser.py"/>
        <source>with “sure” a change counts once the wrong answer is not called unsure</source>
        <translation>з «sure» зміна зараховується, коли хибну відповідь не названо непевною</translation>
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
        <source>“{wish}” is neither a picture nor one of {known}.</source>
        <translation>«{wish}» — не зображення і не одне з {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>Write new digits.</source>
        <translation>Написати нові цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>0-9, or all in turn (default)</source>
        <translation>0-9 або all — усі по черзі (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>how many (default: 100)</source>
        <translation>скільки (типово: 100)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>so many of every label</source>
        <translation>по стільки кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>draw again what the model does not read as its label with that probability at least (default: {default} if one network reads what another one writes, else unchecked)</source>
        <translation>писати заново те, що модель не читає як його мітку щонайменше з такою ймовірністю (типово: {default}, якщо одна мережа читає написане іншою, інакше без перевірки)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>take what comes</source>
        <translation>брати все, що вийде</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>spread of the latent samples: 1 is the prior, or how one hand varies (default), 0 its mean</source>
        <translation>розкид латентних зразків: 1 — апріорний розподіл або те, як змінюється один почерк (типово), 0 — його середнє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>write in the hand of this picture: every digit once, or what else is wished</source>
        <translation>писати почерком цього зображення: кожну цифру по разу або що ще бажано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>write this number in one line (“0171 23”), in the hand of --style, as PNG or SVG</source>
        <translation>написати це число одним рядком («0171 23») почерком із --style, як PNG чи SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>a sheet, arrays, MNIST&apos;s files or single pictures (default: by the output&apos;s ending)</source>
        <translation>аркуш, масиви, файли як у MNIST чи окремі зображення (типово: за закінченням назви)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>judge them beside real digits, and show the training digits most like them</source>
        <translation>оцінити їх поряд зі справжніми цифрами й показати найподібніші навчальні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>PNG|SVG|NPZ|FOLDER</source>
        <translation>PNG|SVG|NPZ|ТЕКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>Show what a latent space holds, as one of four sheets.</source>
        <translation>Показати, що є в латентному просторі, одним із чотирьох аркушів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>an even walk through the latent square, random latent vectors, samples from the prior, or decoded test digits below their originals</source>
        <translation>рівномірна прогулянка латентним квадратом, випадкові латентні вектори, зразки з апріорного розподілу або декодовані тестові цифри під оригіналами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>0-9, or all (default)</source>
        <translation>0-9 або all — усі (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>about how many digits (default: 400 for uniform, 50 for reconstructions, else 100)</source>
        <translation>приблизно скільки цифр (типово: 400 для uniform, 50 для reconstructions, інакше 100)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>Propose what a missing part of a digit may have been.</source>
        <translation>Запропонувати, якою могла бути відсутня частина цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>X,Y,W,H|MASK</source>
        <translation>X,Y,Ш,В|МАСКА</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>what is missing of the 28×28 pixels that the model sees: left, top, width and height, or a picture that is white there</source>
        <translation>чого бракує з 28×28 пікселів, які бачить модель: ліворуч, згори, ширина й висота або зображення, біле в тому місці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>what the digit is; auto takes what explains the rest best (default)</source>
        <translation>яка це цифра; auto бере ту, що найкраще пояснює решту (типово)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>Go from one digit to another through the latent space.</source>
        <translation>Пройти від однієї цифри до іншої латентним простором.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>a picture, a label (a digit of it is drawn by the seed), or “sample” without labels</source>
        <translation>зображення, мітка (її цифру пише зерно) або «sample», якщо міток немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>FROM</source>
        <translation>ЗВІДКИ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>TO</source>
        <translation>КУДИ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>the same</source>
        <translation>те саме</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/cli/writing_parser.py"/>
        <source>the shortest way, or one that stays where the prior&apos;s codes are (default)</source>
        <translation>найкоротший шлях або той, що тримається місць, де лежать коди апріорного розподілу (типово)</translation>
    </message>
    <message>
        <source>“{name}” has the mean weights of {names}</source>
        <translation type="vanished">«{name}» має середні ваги моделей {names}</translation>
    </message>
    <message>
        <source>length:N, postal:N, phone or card</source>
        <translation type="vanished">length:N, postal:N, phone або card</translation>
    </message>
    <message>
        <source>read on the workers of a Dask cluster: local, or a scheduler&apos;s tls://HOST:8786</source>
        <translation type="vanished">читати робочими процесами кластера Dask: local або tls://HOST:8786 планувальника</translation>
    </message>
    <message>
        <source>ca.pem, cert.pem and key.pem for tls:// (default: as Dask is configured)</source>
        <translation type="vanished">ca.pem, cert.pem і key.pem для tls:// (типово: як налаштовано Dask)</translation>
    </message>
    <message>
        <source>read on Dask workers: local (one a core), or a scheduler&apos;s tcp://127.0.0.1:8786 or tls://HOST:8786</source>
        <translation type="vanished">читати робочими процесами Dask: local (по одному на ядро) або планувальник tcp://127.0.0.1:8786 чи tls://HOST:8786</translation>
    </message>
    <message>
        <source>made</source>
        <translation type="vanished">створені програмою</translation>
    </message>
</context>
</TS>
