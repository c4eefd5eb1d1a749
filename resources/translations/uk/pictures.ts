<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>a folder</source>
        <translation>тека</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>a pipe</source>
        <translation>канал</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>a socket</source>
        <translation>сокет</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>a device</source>
        <translation>пристрій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>a special file</source>
        <translation>спеціальний файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>“{name}” is {kind}, not a file.</source>
        <translation>«{name}» — це {kind}, а не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>There is no file “{name}”.</source>
        <translation>Файлу «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>You do not have permission to read “{name}”.</source>
        <translation>Вам не дозволено читати «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>“{name}” cannot be read.</source>
        <translation>Не вдається прочитати «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/bounded_files.py"/>
        <source>“{name}” is larger than the limit of {limit} MB.</source>
        <translation>«{name}» більший за {limit} МБ — більші файли не читаються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/contact_sheets.py"/>
        <source>“{name}” cannot be written.</source>
        <translation>Не вдається записати «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/file_formats.py"/>
        <source>PNG, JPEG, BMP, GIF, TIFF and WebP</source>
        <translation>PNG, JPEG, BMP, GIF, TIFF і WebP</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/file_formats.py"/>
        <source>icon (ICO)</source>
        <translation>ICO (значок)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/grey_values.py"/>
        <source>The picture holds values that are not numbers.</source>
        <translation>У зображенні є значення, які не є числами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>gaussian</source>
        <translation>гаусів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>salt and pepper</source>
        <translation>сіль і перець</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>speckle</source>
        <translation>спекл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>occlusion</source>
        <translation>затулення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>Noise is written KIND:LEVEL, such as gaussian:0.3, not “{text}”; kinds: {kinds}.</source>
        <translation>Шум записують як ВИД:РІВЕНЬ, наприклад gaussian:0.3, а не «{text}»; види: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>Unknown noise “{kind}”; the kinds are {kinds}.</source>
        <translation>Шуму «{kind}» немає; є такі: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>The noise level must be between 0 and 1, not {level}.</source>
        <translation>Рівень шуму має бути від 0 до 1, а не {level}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/noise.py"/>
        <source>The noise seed must be a whole number, 0 or more.</source>
        <translation>Зерно шуму має бути цілим числом, не меншим за 0.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pages.py"/>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pages.py"/>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>{name} has more than {most} pages, too many to open; split it.</source>
        <translation>{name} має понад {most} сторінок, забагато, щоб відкрити; поділіть файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pages.py"/>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} has no such page.</source>
        <translation>У {name} немає такої сторінки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is damaged or cut short.</source>
        <translation>{name}: файл пошкоджено або обрізано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>{name} is locked with a password; save it without one to open it.</source>
        <translation>{name} захищено паролем; збережіть файл без пароля, щоб відкрити його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>{name} would take too much memory to draw.</source>
        <translation>Щоб накреслити {name}, знадобилося б забагато пам’яті.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>{name} takes too long to draw.</source>
        <translation>{name} креслиться надто довго.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>{name} cannot be drawn: the PDF library crashed.</source>
        <translation>{name} не вдається накреслити: бібліотека PDF аварійно завершилася.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>This is the viewer, which opens no PDF files; the full package does.</source>
        <translation>Це переглядач, який не відкриває файлів PDF; їх відкриває повний пакет.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/pdf_pages.py"/>
        <source>PDF files need another library: pip install pypdfium2</source>
        <translation>Для файлів PDF потрібна ще одна бібліотека: pip install pypdfium2</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>The picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is empty.</source>
        <translation>{name}: файл порожній.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>the end mark is missing</source>
        <translation>бракує позначки кінця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is not a picture that can be read; {supported} can.</source>
        <translation>{name}: це не зображення, яке можна прочитати; читаються {supported}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is an {known} file, which cannot be read; {supported} can.</source>
        <translation>{name}: це файл {known}, такі не читаються; читаються {supported}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is a {known} file, which cannot be read; {supported} can.</source>
        <translation>{name}: це файл {known}, такі не читаються; читаються {supported}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is {side} pixels long; at most {most} can be opened. Shrink or crop it first.</source>
        <translation>{name}: довжина {side} пікселів, а відкрити можна щонайбільше {most}. Спершу зменште або обріжте його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} is a progressive JPEG with too many scans to open; save it as PNG first.</source>
        <translation>{name}: у цьому прогресивному JPEG забагато проходів, щоб його відкрити; спершу збережіть його як PNG.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} would take {needed} MB of memory, too much to open; shrink or crop it first.</source>
        <translation>{name}: щоб відкрити, знадобилося б {needed} МБ пам’яті — це забагато; спершу зменште або обріжте його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_files.py"/>
        <source>{name} has more than {most} million pixels, too many to open; shrink or crop it first.</source>
        <translation>{name}: понад {most} млн пікселів — забагато, щоб відкрити; спершу зменште або обріжте його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_sources.py"/>
        <source>A picture must be a file name, bytes, a Pillow image or a NumPy array, not “{kind}”.</source>
        <translation>Зображення має бути назвою файлу, байтами, зображенням Pillow або масивом NumPy, а не «{kind}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/pictures/picture_sources.py"/>
        <source>An array of shape {shape} and type {dtype} is not one picture; one has the shape (height, width) or (height, width, 3).</source>
        <translation>Масив форми {shape} і типу {dtype} не є одним зображенням; воно має форму (висота, ширина) або (висота, ширина, 3).</translation>
    </message>
</context>
</TS>
