<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <source>“{name}” claims to hold {size} MB but is far too small; it was not read.</source>
        <translation>«{name}» нібито містить {size} МБ, але файл для цього замалий; його не прочитано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <source>“{name}”: {member} uses an unsupported compression method.</source>
        <translation>«{name}»: {member} стиснуто способом, який не підтримується.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>“{name}” is not a file.</source>
        <translation>«{name}» — не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <source>“{name}” is larger than the limit of {limit} MB.</source>
        <translation>«{name}» більший за {limit} МБ — більші файли не читаються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <source>“{name}” contains more than {most} arrays.</source>
        <translation>У «{name}» понад {most} масивів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <source>it</source>
        <translation>вміст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>“{name}” is damaged.</source>
        <translation>«{name}» пошкоджено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/array_files.py"/>
        <source>“{name}”: {what} is not an array of numbers.</source>
        <translation>«{name}»: {what} — не масив чисел.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}” contains no pictures.</source>
        <translation>У «{name}» немає зображень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>The pictures of “{name}” are not 28 × 28 bytes.</source>
        <translation>Зображення у «{name}» мають розмір не 28 × 28 байтів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}” has {images} pictures but {labels} labels.</source>
        <translation>У «{name}» зображень {images}, а міток {labels}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}”: row {row} has the label {label}; labels are 0 to {last}.</source>
        <translation>«{name}»: у рядку {row} мітка {label}; мітки — від 0 до {last}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source> ({n} more in all are invalid)</source>
        <extracomment>For 1:  ({n} more in all are invalid)</extracomment>
        <translation>
            <numerusform> (загалом не підходить ще {n})</numerusform>
            <numerusform> (загалом не підходять ще {n})</numerusform>
            <numerusform> (загалом не підходить ще {n})</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>… and {count} more.</source>
        <translation>… і ще {count}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}”: {complaint}{rest}.</source>
        <translation>«{name}»: {complaint}{rest}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}”: the labels are not one whole number or name per picture.</source>
        <translation>«{name}»: мітки — не по одному цілому числу чи назві на зображення.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}” has {n} labels; 2 to {most} can be used.</source>
        <extracomment>For 1: “{name}” has {n} label; from 2 to {most} can be used.</extracomment>
        <translation>
            <numerusform>У «{name}» {n} мітка; можна від 2 до {most}.</numerusform>
            <numerusform>У «{name}» {n} мітки; можна від 2 до {most}.</numerusform>
            <numerusform>У «{name}» {n} міток; можна від 2 до {most}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>“{name}”: every label needs a unique name of 1 to {most} characters.</source>
        <translation>«{name}»: кожна мітка потребує власної назви довжиною від 1 до {most} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>row {row} has the label {label}; labels are whole numbers from 0 to {last}</source>
        <translation>рядок {row} має мітку {label}; мітки — цілі числа від 0 до {last}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>row {row} has the unknown label “{label}”</source>
        <translation>рядок {row} має невідому мітку «{label}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>row {row} has no label</source>
        <translation>рядок {row} не має мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/dataset.py"/>
        <source>The data set “{name}” has the label “{label}”, which the model does not know.</source>
        <translation>У наборі даних «{name}» є мітка «{label}», якої модель не знає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/download.py"/>
        <source>“{name}” could not be downloaded.</source>
        <translation>Не вдалося завантажити «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/download.py"/>
        <source>its content is wrong (SHA-256 mismatch)</source>
        <translation>вміст не такий, як має бути (SHA-256)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/download.py"/>
        <source>the server sent a web page instead of the file (is a login needed?)</source>
        <translation>замість файлу надійшла вебсторінка (можливо, треба ввійти?)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/download.py"/>
        <source>the download is longer than the file</source>
        <translation>надійшло більше, ніж довжина файлу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>PNG sheet</source>
        <translation>Аркуш PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>SVG sheet</source>
        <translation>Аркуш SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>NumPy arrays with labels</source>
        <translation>Масиви NumPy з мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>Folder of MNIST&apos;s files, with labels</source>
        <translation>Тека з файлами як у MNIST, з мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>Folder of PNG files</source>
        <translation>Тека з файлами PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>PNG picture</source>
        <translation>Зображення PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>SVG drawing of outlines</source>
        <translation>Рисунок SVG з контурів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/generated_files.py"/>
        <source>IDX files need a label for every picture; these pictures have none.</source>
        <translation>Файли IDX потребують мітки для кожного зображення; у цих зображень міток немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>row {row}</source>
        <translation>рядок {row}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>{place} is blank</source>
        <translation>{place}: порожньо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” contains more than {most} pictures that are not 28 × 28.</source>
        <translation>У «{name}» понад {most} зображень, розмір яких не 28 × 28.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>All pictures of “{name}” have the label {label}; training needs at least two labels.</source>
        <translation>Усі зображення у «{name}» мають мітку {label}; для навчання треба щонайменше дві.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>The pictures of “{name}” are not numbers.</source>
        <translation>Зображення у «{name}» — не числа.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” contains {shape} values, which are not square pictures.</source>
        <translation>У «{name}» {shape} значень — це не квадратні зображення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>row {row} has a pixel that is not a number from 0 to 255</source>
        <translation>у рядку {row} є піксель, який не є числом від 0 до 255</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>“{name}” is not a readable NPZ file.</source>
        <translation>«{name}» — не файл NPZ, який можна прочитати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” contains neither x and y nor x_{part} and y_{part}.</source>
        <translation>У «{name}» немає ні x та y, ні x_{part} та y_{part}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” has no sub-folders with pictures, one per label.</source>
        <translation>У «{name}» немає вкладених тек із зображеннями, по одній на мітку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” contains more than {most} pictures.</source>
        <translation>У «{name}» понад {most} зображень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}”: names is not a list of texts.</source>
        <translation>«{name}»: names — не список текстів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” is not a text file.</source>
        <translation>«{name}» — не текстовий файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>“{name}” cannot be read.</source>
        <translation>Не вдається прочитати «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” has more than {most} characters.</source>
        <translation>У «{name}» понад {most} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” has a line of more than {most} characters.</source>
        <translation>У «{name}» є рядок, довший за {most} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” has more than {most} lines.</source>
        <translation>У «{name}» понад {most} рядків.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” contains no rows.</source>
        <translation>У «{name}» немає рядків.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” has {n} columns; a label and the pixels are needed.</source>
        <extracomment>For 1: “{name}” has {n} column; a label and the pixels are needed.</extracomment>
        <translation>
            <numerusform>У «{name}» {n} стовпець; потрібні мітка й пікселі.</numerusform>
            <numerusform>У «{name}» {n} стовпці; потрібні мітка й пікселі.</numerusform>
            <numerusform>У «{name}» {n} стовпців; потрібні мітка й пікселі.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>“{name}” was truncated while it was being read.</source>
        <translation>«{name}» став коротшим, поки його читали.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>row {row} has {n} columns instead of {expected}</source>
        <extracomment>For 1: row {row} has {n} column instead of {expected}</extracomment>
        <translation>
            <numerusform>у рядку {row} є {n} стовпець замість {expected}</numerusform>
            <numerusform>у рядку {row} є {n} стовпці замість {expected}</numerusform>
            <numerusform>у рядку {row} є {n} стовпців замість {expected}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>row {row} has an entry that is not a number</source>
        <translation>у рядку {row} є запис, який не є числом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/importing.py"/>
        <source>rows {first} to {last} cannot be read as numbers</source>
        <translation>рядки від {first} до {last} не читаються як числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>A data set has the parts train and test, not “{part}”.</source>
        <translation>Набір даних має частини train і test, а не «{part}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>There is no data set named “{name}”.</source>
        <translation>Набору даних «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>“{name}” is not an IDX, .npz or .csv file or a folder.</source>
        <translation>«{name}» — не файл IDX, .npz чи .csv і не тека.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>“{name}” has the part {other} but not {part}.</source>
        <translation>У «{name}» є частина {other}, а частини {part} немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/loading.py"/>
        <source>“{name}” is not an IDX file of pictures (…images-idx3…).</source>
        <translation>«{name}» — не файл IDX із зображеннями (…images-idx3…).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>MNIST train</source>
        <translation>MNIST, навчальна частина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>MNIST test</source>
        <translation>MNIST, тестова частина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>MNIST could not be downloaded; check the connection, or put its four files into “{folder}”.</source>
        <translation>Не вдалося завантажити MNIST; перевірте з’єднання або покладіть чотири його файли в «{folder}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>“{name}” is not an IDX file.</source>
        <translation>«{name}» — не файл IDX.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>“{name}” contains {count}-dimensional data of type {kind}; {expected}-dimensional bytes (type 8) were expected.</source>
        <translation>У «{name}» дані типу {kind}, вимірів: {count}; очікувалися байти (тип 8), вимірів: {expected}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>“{name}” has a damaged header.</source>
        <translation>У «{name}» пошкоджено заголовок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>“{name}” is truncated.</source>
        <translation>«{name}» обрізано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>“{name}” has trailing data.</source>
        <translation>У «{name}» є зайві дані наприкінці.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/mnist.py"/>
        <source>MNIST in “{target}” cannot be deleted.</source>
        <translation>Не вдається видалити MNIST з «{target}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>“{name}” cannot name a data set; use up to 60 letters, digits, spaces, dots and dashes, and not “mnist”.</source>
        <translation>«{name}» не може бути назвою набору даних; візьміть до 60 літер, цифр, пробілів, крапок і дефісів, але не «mnist».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>A data set named “{name}” already exists.</source>
        <translation>Набір даних «{name}» уже є.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>description</source>
        <translation>опис</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>You have no data set named “{name}”.</source>
        <translation>Вашого набору даних «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>“{name}” cannot be deleted.</source>
        <translation>Не вдається видалити «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>The data set “{name}” is damaged.</source>
        <translation>Набір даних «{name}» пошкоджено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>The parts train and test of “{name}” have different labels.</source>
        <translation>Частини train і test у «{name}» мають різні мітки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/datasets/stored.py"/>
        <source>“{name}” was not stored: {reason}.</source>
        <translation>«{name}» не збережено: {reason}.</translation>
    </message>
</context>
</TS>
