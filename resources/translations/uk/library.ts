<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive “{name}” is not a file.</source>
        <translation>Архів «{name}» — не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive was made by a newer version of the program (its format is {version}); update desktop-cvae to open it.</source>
        <translation>Архів створено новішою версією програми (формат {version}); щоб відкрити його, оновіть desktop-cvae.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive could not be written: the disk is full.</source>
        <translation>Не вдалося записати архів: на диску не лишилося місця.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive could not be read or written; the disk may be full or disconnected.</source>
        <translation>Не вдалося прочитати або записати архів; можливо, диск заповнений або від’єднаний.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>Another program has been using the archive for too long; try again later.</source>
        <translation>Інша програма надто довго використовує архів; спробуйте пізніше.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive cannot be opened: “{folder}” cannot be written to.</source>
        <translation>Не вдається відкрити архів: у «{folder}» не можна писати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive “{name}” is damaged.</source>
        <translation>Архів «{name}» пошкоджено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive was damaged; it was renamed, and a new one was created.</source>
        <translation>Архів було пошкоджено; його перейменовано, і створено новий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive “{name}” is damaged and will be renamed when all other windows and commands of the program have ended.</source>
        <translation>Архів «{name}» пошкоджено; його буде перейменовано, щойно завершаться всі інші вікна й команди програми.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive was damaged and is kept as “{name}”; a new one was created.</source>
        <translation>Архів було пошкоджено, його збережено як «{name}»; створено новий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_database.py"/>
        <source>The archive “{name}” is damaged and cannot be renamed.</source>
        <translation>Архів «{name}» пошкоджено, і його неможливо перейменувати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_entries.py"/>
        <source>An entry of the archive is inconsistent.</source>
        <translation>Запис архіву суперечливий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_entries.py"/>
        <source>An entry of the archive is damaged.</source>
        <translation>Запис архіву пошкоджено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_export.py"/>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>Таблиця для електронних таблиць (CSV)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_export.py"/>
        <source>Excel workbook</source>
        <translation>Книга Excel</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_export.py"/>
        <source>JSON lines, with the pictures</source>
        <translation>Рядки JSON із зображеннями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_export.py"/>
        <source>Data set to train with (NumPy arrays)</source>
        <translation>Набір даних для навчання (масиви NumPy)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_export.py"/>
        <source>Folder of PNG pictures</source>
        <translation>Тека із зображеннями PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/archive_export.py"/>
        <source>A data set needs pictures of at least two labels, but these have {count}; give some of them a label.</source>
        <translation>Набір даних потребує зображень щонайменше двох міток, а в цих їх {count}; дайте деяким із них мітку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/checkpoint_file.py"/>
        <source>The checkpoint “{name}” cannot be used.</source>
        <translation>Контрольна точка «{name}» непридатна.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/checkpoint_file.py"/>
        <source>header</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/checkpoint_file.py"/>
        <source>The snapshot “{name}” cannot be used.</source>
        <translation>Знімок «{name}» непридатний.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/checkpoint_file.py"/>
        <source>There is no checkpoint of epoch {epoch}.</source>
        <translation>Контрольної точки епохи {epoch} немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/checkpoint_file.py"/>
        <source>A checkpoint has an impossible position.</source>
        <translation>Контрольна точка має неможливу позицію.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/checkpoint_file.py"/>
        <source>A checkpoint&apos;s seeds should be whole numbers.</source>
        <translation>Зерна контрольної точки мають бути цілими числами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A step&apos;s title or notes are too long or not plain text.</source>
        <translation>Назва чи нотатки кроку задовгі або не є простим текстом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <source>A step lacks an entry, or has an unknown one.</source>
        <translation>У кроці бракує запису або є невідомий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A lesson&apos;s model has no printable name.</source>
        <translation>Модель уроку не має назви, яку можна показати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>The SHA-256 of a lesson&apos;s model is invalid.</source>
        <translation>SHA-256 моделі уроку недійсний.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A lesson&apos;s date or version is not plain text.</source>
        <translation>Дата чи версія уроку не є простим текстом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A lesson&apos;s title or author is too long or not plain text.</source>
        <translation>Назва чи автор уроку задовгі або не є простим текстом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A lesson&apos;s title is empty, or its notes are too long.</source>
        <translation>Назва уроку порожня або його нотатки задовгі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A lesson must have 1 to {most} steps.</source>
        <translation>В уроці має бути від 1 до {most} кроків.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A lesson must have as many answers as steps.</source>
        <translation>В уроці має бути стільки відповідей, скільки кроків.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>A step without a question has an answer.</source>
        <translation>Крок без запитання має відповідь.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_content.py"/>
        <source>The lesson lacks an entry, or has an unknown one.</source>
        <translation>В уроці бракує запису або є невідомий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>manifest</source>
        <translation>маніфест</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>Its manifest does not match its members.</source>
        <translation>Його маніфест не відповідає його елементам.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>“{name}” was altered (its SHA-256 differs).</source>
        <translation>«{name}» змінено (інший SHA-256).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <location filename="../../../desktop_cvae/library/sweep_library.py"/>
        <source>content</source>
        <translation>вміст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>answers</source>
        <translation>відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>The lesson is too large for a file; leave out some pictures.</source>
        <translation>Урок завеликий для файлу; приберіть кілька зображень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>Its content is too large.</source>
        <translation>Його вміст завеликий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>It does not state its format.</source>
        <translation>У ньому не вказано формат.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>The description of its model is incomplete.</source>
        <translation>Опис його моделі неповний.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“members” has an invalid SHA-256.</source>
        <translation>У «members» є недійсний SHA-256.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>It contains a model that it does not name.</source>
        <translation>Він містить модель, якої не називає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_file.py"/>
        <source>It contains a different model than it names.</source>
        <translation>Він містить не ту модель, яку називає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A question is empty or not plain text.</source>
        <translation>Запитання порожнє або не є простим текстом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>Only a multiple-choice question has answers to choose from.</source>
        <translation>Варіанти відповіді має лише запитання з вибором.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A drawing question needs two different labels: what to draw, and what it must be read as.</source>
        <translation>У запитанні з малюнком мають бути дві різні мітки: що намалювати і як має бути прочитано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A noise-level question needs a label, and a tolerance from 0.01 to 1.</source>
        <translation>Запитання про рівень шуму потребує мітки й допуску від 0,01 до 1.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A multiple-choice question needs {least} to {most} different answers of at most {letters} characters.</source>
        <translation>У запитанні з вибором має бути від {least} до {most} різних варіантів, не довших за {letters} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>The right answer is not among the answers.</source>
        <translation>Правильної відповіді немає серед варіантів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A question lacks an entry, or has one of another kind.</source>
        <translation>У запитанні бракує запису або є запис іншого виду.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A given answer is not plain text.</source>
        <translation>Дана відповідь не є простим текстом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>A student&apos;s name is too long or not plain text.</source>
        <translation>Ім’я учня задовге або не є простим текстом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/lesson_questions.py"/>
        <source>An answer belongs to no step.</source>
        <translation>Відповідь не належить жодному кроку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“prior” has an unknown kind or size.</source>
        <translation>«prior» має невідомий вид або розмір.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“taught.parent” must be 100 printable characters at most.</source>
        <translation>«taught.parent» має складатися щонайбільше зі 100 друкованих символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“taught” has a number out of range.</source>
        <translation>У «taught» є число поза межами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“taught” has an invalid SHA-256.</source>
        <translation>У «taught» є недійсний SHA-256.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>A model&apos;s name must be 1 to 100 printable characters.</source>
        <translation>Назва моделі має складатися з 1–100 друкованих символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“members” lacks “{name}”.</source>
        <translation>У «members» бракує «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“prior” and “members” contradict each other.</source>
        <translation>«prior» і «members» суперечать одне одному.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“taught” names labels that the model does not have.</source>
        <translation>«taught» називає мітки, яких модель не має.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“created” is not a date.</source>
        <translation>«created» — не дата.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>A model without labels cannot have a “calibration”.</source>
        <translation>Модель без міток не може мати «calibration».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“calibration” was fitted for another number of labels.</source>
        <translation>«calibration» підібрано для іншої кількості міток.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>“calibration” was fitted for another number of latent dimensions.</source>
        <translation>«calibration» підібрано для іншої кількості латентних вимірів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/manifest.py"/>
        <source>it does not state its format</source>
        <translation>у ньому не вказано формат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>its weights are larger than its network</source>
        <translation>його ваги більші за його мережу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>its generator contains another generator</source>
        <translation>у його генераторі є ще один генератор</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>its generator has other labels</source>
        <translation>його генератор має інші мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>its prior cannot be used</source>
        <translation>його апріорний розподіл непридатний</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>its manifest does not match its members</source>
        <translation>його маніфест не відповідає його елементам</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>“{name}” was altered (its SHA-256 differs)</source>
        <translation>«{name}» змінено (інший SHA-256)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>history</source>
        <translation>історія</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>its history cannot be read</source>
        <translation>не вдається прочитати його історію</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>another network than “{name}”</source>
        <translation>інша мережа, ніж у «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_file.py"/>
        <source>“{name}” is too large for a model file.</source>
        <translation>«{name}» завеликий для файлу моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>none yet; “desktop-cvae models import FILE” adds one</source>
        <translation>ще жодної; додати можна командою «desktop-cvae models import ФАЙЛ»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>There is no model “{name}” (there are: {known}).</source>
        <translation>Моделі «{name}» немає (є такі: {known}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>A model&apos;s name must be 1 to 80 letters, digits, spaces, dots, hyphens or brackets.</source>
        <translation>Назва моделі має складатися з 1–80 літер, цифр, пробілів, крапок, дефісів або дужок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>The model “{name}” comes with the program and cannot be renamed.</source>
        <translation>Модель «{name}» постачається з програмою, її не можна перейменувати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>There is already a model “{name}”.</source>
        <translation>Модель «{name}» уже є.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>The model “{name}” comes with the program and cannot be removed.</source>
        <translation>Модель «{name}» постачається з програмою, її не можна видалити.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>The model “{name}” could not be removed.</source>
        <translation>Не вдалося видалити модель «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <source>There is no model “{name}” in the library.</source>
        <translation>Моделі «{name}» у бібліотеці немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_library.py"/>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>“{name}” could not be read.</source>
        <translation>Не вдалося прочитати «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>its contents were altered</source>
        <translation>його вміст змінено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>There is no file “{name}”.</source>
        <translation>Файлу «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>It is not a regular file.</source>
        <translation>Це не звичайний файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>It is too large.</source>
        <translation>Він завеликий.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>It is empty.</source>
        <translation>Він порожній.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>Its first bytes are not those of a model file.</source>
        <translation>Його перші байти не такі, як у файлі моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>it is truncated or was altered</source>
        <translation>його обрізано або змінено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>It is another kind of zip file.</source>
        <translation>Це zip-файл іншого роду.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>it lacks “{name}”</source>
        <translation>у ньому бракує «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>it has an unknown member “{name}”</source>
        <translation>у ньому є невідомий елемент «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>a member is repeated</source>
        <translation>елемент повторюється</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>“{name}” is compressed or encrypted</source>
        <translation>«{name}» стиснуто або зашифровано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>“{name}” has two sizes</source>
        <translation>«{name}» має два розміри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>“{name}” is too large</source>
        <translation>«{name}» завеликий</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>its members overlap or leave gaps</source>
        <translation>його елементи перекриваються або лишають прогалини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>the header of “{name}” is not as expected</source>
        <translation>заголовок «{name}» не такий, як очікувано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>its directory is not as expected</source>
        <translation>його каталог не такий, як очікувано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/model_zip.py"/>
        <source>“{name}” is a Keras file, not a model file of this program; it may carry code and is never opened (use a .cvae file).</source>
        <translation>«{name}» — файл Keras, а не файл моделі цієї програми; він може містити код і ніколи не відкривається (візьміть файл .cvae).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/reading_archive.py"/>
        <source>The archive is full: no row number is left.</source>
        <translation>Архів повний: вільних номерів більше немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/reading_archive.py"/>
        <source>There is no entry {number} in the archive.</source>
        <translation>Запису {number} в архіві немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>running</source>
        <translation>триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>finished</source>
        <translation>завершено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>stopped</source>
        <translation>зупинено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>failed</source>
        <translation>невдача</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>interrupted</source>
        <translation>перервано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>cancelled</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The training&apos;s folder “{folder}” could not be created: {reason}.</source>
        <translation>Не вдалося створити теку навчання «{folder}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The run “{name}” is being trained by another process.</source>
        <translation>Запуск «{name}» саме навчає інший процес.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>There is no run “{name}”.</source>
        <translation>Запуску «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The history of “{name}” is too large.</source>
        <translation>Історія «{name}» завелика.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The history of “{name}” cannot be read.</source>
        <translation>Не вдається прочитати історію «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>description</source>
        <translation>опис</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The run “{name}” cannot be read.</source>
        <translation>Не вдається прочитати запуск «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>A run&apos;s name must be 1 to 100 printable characters.</source>
        <translation>Назва запуску має складатися з 1–100 друкованих символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>Another run already has the name “{value}”.</source>
        <translation>Інший запуск уже має назву «{value}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The run “{name}” is being trained; stop it first.</source>
        <translation>Запуск «{name}» ще навчається; спершу зупиніть його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_library.py"/>
        <source>The run “{name}” could not be removed.</source>
        <translation>Не вдалося видалити запуск «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_models.py"/>
        <source>The run “{name}” has neither a model nor a checkpoint of a whole epoch.</source>
        <translation>Запуск «{name}» не має ні моделі, ні контрольної точки цілої епохи.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_models.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/run_models.py"/>
        <source>There is no model and no run “{name}” (models: {known}).</source>
        <translation>Немає ні моделі, ні запуску «{name}» (моделі: {known}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <source>In a step, the noise is out of range.</source>
        <translation>Шум у кроці поза межами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <source>In a step, a label&apos;s name is invalid.</source>
        <translation>У кроці назва мітки недопустима.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <source>In a step, the panel or the explained topic is unknown.</source>
        <translation>У кроці панель або тема пояснення невідома.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <source>In a step, an entry that should be text is not.</source>
        <translation>У кроці запис, що має бути текстом, ним не є.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/session_record.py"/>
        <source>In a step, “reads_number” should be true or false.</source>
        <translation>«reads_number» у кроці має бути true або false.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>In “{name}”: {sentence}</source>
        <translation>У «{name}»: {sentence}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{name}” is not a file.</source>
        <translation>«{name}» — не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>Не вдалося прочитати «{name}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{name}” is too long for a sweep’s file.</source>
        <translation>«{name}» задовгий для файла перебору.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{name}” is not TOML: {reason}.</source>
        <translation>«{name}» — не TOML: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“name” must be 1 to 60 letters, digits, spaces, dots, hyphens or brackets.</source>
        <translation>«name» має складатися з 1–60 літер, цифр, пробілів, крапок, дефісів або дужок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“best_by” must be one of {known}.</source>
        <translation>«best_by» має бути одним із таких: {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“random.count” must be a whole number from 1 to {most}.</source>
        <translation>«random.count» має бути цілим числом від 1 до {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“random.seed” must be a whole number from 0 to 2³¹ − 1.</source>
        <translation>«random.seed» має бути цілим числом від 0 до 2³¹ − 1.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“list” must be a list of tables: [[list]].</source>
        <translation>«list» має бути списком таблиць: [[list]].</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}” must be a list, or have “low”, “high” and perhaps “scale”.</source>
        <translation>«{key}» має бути списком або мати «low», «high» і, можливо, «scale».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}” has no range of numbers; give a list.</source>
        <translation>«{key}» не має діапазону чисел; задайте список.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}.scale” must be “linear” or “log”.</source>
        <translation>«{key}.scale» має бути «linear» або «log».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}”: “low” must be less than “high”, and more than 0 for “log”.</source>
        <translation>«{key}»: «low» має бути менше за «high», а для «log» — більше за 0.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}” must be a table: [{key}].</source>
        <translation>«{key}» має бути таблицею: [{key}].</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}” is an empty list.</source>
        <translation>«{key}» — порожній список.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>“{key}”: {sentence}</source>
        <translation>«{key}»: {sentence}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>there is no “{key}”; did you mean “{near}”?</source>
        <translation>немає «{key}»; можливо, ви мали на увазі «{near}»?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>there is no “{key}”; there are {known}.</source>
        <translation>немає «{key}»; є {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_file.py"/>
        <source>a sweep may have at most {most} trainings.</source>
        <translation>перебір може мати щонайбільше {most} навчань.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_library.py"/>
        <source>waiting</source>
        <translation>очікує</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_library.py"/>
        <source>The sweep “{name}” belongs to “{file}”; give this sweep another name: name = &quot;…&quot;.</source>
        <translation>Перебір «{name}» належить файлу «{file}»; дайте цьому переборові іншу назву: name = &quot;…&quot;.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/sweep_library.py"/>
        <source>The sweep “{name}” cannot be read.</source>
        <translation>Перебір «{name}» не вдалося прочитати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>“{name}” is missing</source>
        <translation>бракує «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>“{name}” has the shape {shape} instead of {expected}</source>
        <translation>«{name}» має форму {shape} замість {expected}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>“{name}” belongs to no layer</source>
        <translation>«{name}» не належить до жодного шару</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>“{name}” holds values that are not finite</source>
        <translation>у «{name}» є нескінченні або невизначені значення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>its weights have a broken header</source>
        <translation>заголовок його ваг зіпсовано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>table of weights</source>
        <translation>таблиця ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>“{name}” is of type {kind} instead of F32</source>
        <translation>«{name}» має тип {kind} замість F32</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>its weights are not where the header says</source>
        <translation>його ваги не там, де каже заголовок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/library/tensor_file.py"/>
        <source>its weights overlap or leave gaps</source>
        <translation>його ваги перекриваються або лишають прогалини</translation>
    </message>
</context>
</TS>
