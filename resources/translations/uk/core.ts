<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/core/atomic_files.py"/>
        <source>“{name}” could not be written: {reason}.</source>
        <translation>Не вдалося записати «{name}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration” needs one threshold per share, at most 100.</source>
        <translation>У «calibration» має бути по одному порогу на частку, щонайбільше 100.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration.shapes” names an unknown network.</source>
        <translation>«calibration.shapes» називає невідому мережу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration” has thresholds without a digit score.</source>
        <translation>«calibration» має пороги без оцінки цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration.scales” has the wrong length.</source>
        <translation>«calibration.scales» має хибну довжину.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration.means” has the wrong length.</source>
        <translation>«calibration.means» має хибну довжину.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration.hidden” has the wrong length.</source>
        <translation>«calibration.hidden» має хибну довжину.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/calibration.py"/>
        <source>“calibration.{name}” must be in ascending order.</source>
        <translation>Числа в «calibration.{name}» мають зростати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/checked_json.py"/>
        <source>its {part} is too long</source>
        <translation>завелика частина: {part}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/checked_json.py"/>
        <source>its {part} is nested too deeply</source>
        <translation>надто глибоко вкладена частина: {part}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/checked_json.py"/>
        <source>its {part} cannot be read ({reason})</source>
        <translation>не вдається прочитати частину: {part} ({reason})</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/checked_json.py"/>
        <source>an entry is repeated</source>
        <translation>запис повторюється</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/checked_json.py"/>
        <source>{name} is not a number</source>
        <translation>{name} — не число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/checked_json.py"/>
        <source>a number has too many digits</source>
        <translation>у числі забагато цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>a pen&apos;s width</source>
        <translation>товщина пера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>a stroke&apos;s number of points</source>
        <translation>кількість точок штриха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>a coordinate</source>
        <translation>координата</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the number of pressures</source>
        <translation>кількість натисків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>a pressure</source>
        <translation>сила натиску</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the number of strokes</source>
        <translation>кількість штрихів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the number of points</source>
        <translation>кількість точок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the canvas&apos;s shape</source>
        <translation>форма полотна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the name</source>
        <translation>назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the picture</source>
        <translation>зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>content</source>
        <translation>вміст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the version</source>
        <translation>версія</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the strokes</source>
        <translation>штрихи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the picture&apos;s name</source>
        <translation>назва зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>In a drawing, {what} is out of range.</source>
        <translation>У малюнку щось поза межами: {what}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the picture&apos;s size</source>
        <translation>розмір зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>the eraser</source>
        <translation>гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>a stroke</source>
        <translation>штрих</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>an entry</source>
        <translation>запис</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/drawing_record.py"/>
        <source>In a drawing, the picture is not valid Base64.</source>
        <translation>У малюнку зображення не є дійсним Base64.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Permission denied</source>
        <translation>немає дозволу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Operation not permitted</source>
        <translation>дія не дозволена</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>No such file or directory</source>
        <translation>такого файлу чи теки немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>No space left on device</source>
        <translation>на диску не лишилося місця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Disk quota exceeded</source>
        <translation>вичерпано дискову квоту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Read-only file system</source>
        <translation>файлова система лише для читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Input/output error</source>
        <translation>помилка введення-виведення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>File name too long</source>
        <translation>задовга назва файлу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Is a directory</source>
        <translation>це тека</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Not a directory</source>
        <translation>це не тека</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>File too large</source>
        <translation>файл завеликий</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Too many open files</source>
        <translation>відкрито забагато файлів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Cannot allocate memory</source>
        <translation>бракує пам’яті</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Bad file descriptor</source>
        <translation>файл закрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Address already in use</source>
        <translation>адреса вже зайнята</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>Cannot assign requested address</source>
        <translation>такої адреси тут немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>standard output is closed</source>
        <translation>стандартне виведення закрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The model “{model}” was trained without labels (a plain VAE), so it cannot {action}; it can reconstruct, generate and map.</source>
        <translation>Модель «{model}» навчено без міток (звичайний VAE), тому вона не може {action}; вона може реконструювати, створювати нові зразки й показувати карту.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>name a digit</source>
        <translation>назвати цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The JSON data cannot be used: {details}.</source>
        <translation>Дані JSON непридатні: {details}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>“{name}” is not a model file.</source>
        <translation>«{name}» — не файл моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The model file “{name}” is damaged: {details}.</source>
        <translation>Файл моделі «{name}» пошкоджено: {details}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The model file “{name}” cannot be used: {reason}</source>
        <translation>Файл моделі «{name}» непридатний: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The weights in “{name}” do not fit its network: {mismatch}.</source>
        <translation>Ваги у «{name}» не підходять до його мережі: {mismatch}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>“{name}” was made by a newer version of the program (format {version}); update desktop-cvae to open it.</source>
        <translation>«{name}» створено новішою версією програми (формат {version}); щоб відкрити його, оновіть desktop-cvae.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>“{name}” is not a lesson.</source>
        <translation>«{name}» — не урок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The lesson “{name}” is damaged or was altered and cannot be opened.</source>
        <translation>Урок «{name}» пошкоджено або змінено, його неможливо відкрити.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>“{name}” was made by a newer version of the program (lesson format {version}); update desktop-cvae to open it.</source>
        <translation>«{name}» створено новішою версією програми (формат уроку {version}); щоб відкрити його, оновіть desktop-cvae.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The form “{name}” cannot be used: {details}.</source>
        <translation>Бланк «{name}» використати не можна: {details}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The picture holds too much to be read in time; crop it first.</source>
        <translation>На зображенні забагато всього, щоб прочитати його вчасно; спершу обріжте його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/errors.py"/>
        <source>The stored drawing is damaged and was skipped.</source>
        <translation>Збережений малюнок пошкоджено, його пропущено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/layers.py"/>
        <source>A network has a layer of unknown kind “{kind}”.</source>
        <translation>У мережі є шар невідомого виду «{kind}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/layers.py"/>
        <source>A layer cannot reshape {shape} to {target}.</source>
        <translation>Шар не може перетворити {shape} на {target}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/layers.py"/>
        <source>A dense layer without the label cannot have a label gain.</source>
        <translation>Повнозв’язний шар без мітки не може мати підсилення за міткою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/layers.py"/>
        <source>“{kind}” needs a multiple of {count} channels.</source>
        <translation>Для «{kind}» кількість каналів має ділитися на {count}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/layers.py"/>
        <source>A “{kind}” layer needs {rank} axes per image, not {count}.</source>
        <translation>Шар «{kind}» потребує {rank} осей на зображення, а не {count}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/layers.py"/>
        <source>A layer of the network would output {shape} values per image.</source>
        <translation>Шар мережі видавав би {shape} значень на зображення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>The default: strided convolutions, label in encoder and decoder</source>
        <translation>Типова: згортки з кроком, мітка в кодувальнику й декодувальнику</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>This project; strided convolutions after Radford et al. 2016 (arXiv:1511.06434)</source>
        <translation>Цей проєкт; згортки з кроком за Radford et al. 2016 (arXiv:1511.06434)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>For writing: many latent dimensions and a light KL term, with a prior fitted to the codes</source>
        <translation>Для письма: багато латентних вимірів і легкий доданок KL, апріорний розподіл підібрано за кодами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>This project; a prior fitted afterwards after Ghosh et al. 2020 (arXiv:1903.12436)</source>
        <translation>Цей проєкт; апріорний розподіл підбирається згодом, за Ghosh et al. 2020 (arXiv:1903.12436)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>For likelihood: at most a million weights, its prior included</source>
        <translation>Для правдоподібності: щонайбільше мільйон ваг разом з апріорним розподілом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>Small convolutional CVAE with pooling and up-sampling</source>
        <translation>Невеликий згортковий CVAE з об’єднанням і збільшенням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>After the Keras convolutional autoencoder (blog.keras.io, Chollet 2016) with the label given to encoder and decoder (Sohn et al. 2015)</source>
        <translation>За згортковим автокодувальником Keras (blog.keras.io, Chollet 2016) з міткою в кодувальнику й декодувальнику (Sohn et al. 2015)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>Multilayer CVAE with dropout and batch normalisation</source>
        <translation>Багатошаровий CVAE з dropout і пакетною нормалізацією</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>The published multilayer (C)VAE study in Keras; label as in Sohn et al. 2015</source>
        <translation>Опубліковане дослідження багатошарового (C)VAE в Keras; мітка як у Sohn et al. 2015</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>Multilayer VAE, two latent dimensions, no labels</source>
        <translation>Багатошаровий VAE, два латентні виміри, без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>The published multilayer VAE study in Keras, its second decoder layer chained</source>
        <translation>Опубліковане дослідження багатошарового VAE в Keras, другий шар декодувальника ввімкнено послідовно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>Small convolutional VAE, two latent dimensions, no labels</source>
        <translation>Невеликий згортковий VAE, два латентні виміри, без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>The convolutional CVAE without its label</source>
        <translation>Згортковий CVAE без мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>Wide VAE 784–2000–256–2, no labels</source>
        <translation>Широкий VAE 784–2000–256–2, без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>The published wide VAE study in Keras (2,083,284 + 2,083,552 trained weights)</source>
        <translation>Опубліковане дослідження широкого VAE в Keras (2 083 284 + 2 083 552 навчені ваги)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/network_presets.py"/>
        <source>There is no preset “{name}”; choose from {known}.</source>
        <translation>Заготовки «{name}» немає; виберіть із таких: {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/notices.py"/>
        <source>Its files contain no licence text.</source>
        <translation>Його файли не містять тексту ліцензії.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/paths.py"/>
        <source>This is the viewer, which cannot train; to train, download the full package, whose name has no “viewer” in it.</source>
        <translation>Це переглядач, він не вміє навчати; щоб навчати, завантажте повний пакет, у назві якого немає слова «viewer».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>Ink on paper: the background is removed</source>
        <translation>Чорнило на папері: тло прибрано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>Unchanged: light ink on dark paper</source>
        <translation>Без змін: світле чорнило на темному папері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>Unchanged: dark ink on light paper</source>
        <translation>Без змін: темне чорнило на світлому папері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>The lines are ink</source>
        <translation>Лінії є чорнилом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>The lines belong to the paper</source>
        <translation>Лінії належать паперу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>Part of the paper has the opposite colour</source>
        <translation>Частина паперу має протилежний колір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>The light is uneven</source>
        <translation>Освітлення нерівномірне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>The specks are dirt</source>
        <translation>Цятки — це бруд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>Other ink lies over the digit</source>
        <translation>На цифрі лежить чуже чорнило</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>Only the largest piece is the digit</source>
        <translation>Цифра — лише найбільша частина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>A missing stripe is bridged</source>
        <translation>Пропущену смугу з’єднано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>The strokes are too thin</source>
        <translation>Штрихи надто тонкі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/preparation_names.py"/>
        <source>The strokes are too thick</source>
        <translation>Штрихи надто товсті</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/priors.py"/>
        <source>The prior&apos;s tensors do not fit together.</source>
        <translation>Тензори апріорного розподілу не узгоджені між собою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/priors.py"/>
        <source>The prior holds values that are not finite.</source>
        <translation>В апріорному розподілі є нескінченні або невизначені значення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/priors.py"/>
        <source>The prior&apos;s weights must be positive and add up to 1.</source>
        <translation>Ваги апріорного розподілу мають бути додатні й у сумі давати 1.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/priors.py"/>
        <source>The prior&apos;s covariances cannot be used.</source>
        <translation>Коваріації апріорного розподілу непридатні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/results.py"/>
        <source>digit</source>
        <translation>цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/results.py"/>
        <source>unsure</source>
        <translation>непевно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/results.py"/>
        <source>not a digit</source>
        <translation>не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>true or false</source>
        <translation>true або false</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>a whole number</source>
        <translation>ціле число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>a finite number</source>
        <translation>скінченне число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{where}” is too long.</source>
        <translation>Значення «{where}» задовге.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{name}” has a number outside {low} to {high}.</source>
        <translation>У «{name}» є число поза межами від {low} до {high}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{name}” must lie between {low} and {high}, not {value}.</source>
        <translation>Значення «{name}» має бути від {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source> or </source>
        <translation> або </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{name}” must be {allowed}.</source>
        <translation>Значення «{name}» має бути {allowed}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{where}” should be an object, not {kind}.</source>
        <translation>«{where}» має бути об’єктом, а не {kind}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{where}” has an unknown entry “{key}”.</source>
        <translation>У «{where}» є невідомий запис «{key}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{where}” lacks the entry “{name}”.</source>
        <translation>У «{where}» бракує запису «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{where}” should be {wanted}.</source>
        <translation>Значення «{where}» має бути таке: {wanted}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/schemas.py"/>
        <source>“{where}” has the wrong type ({kind}).</source>
        <translation>Значення «{where}» має хибний тип ({kind}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Latent dimensions</source>
        <translation>Латентні виміри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>number of values that describe a digit&apos;s style</source>
        <translation>скільки чисел описують стиль цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>A model needs 2 to 62 labels with different names.</source>
        <translation>Модель потребує від 2 до 62 міток із різними назвами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>A model without labels has a layer that sees the label.</source>
        <translation>Модель без міток має шар, який бачить мітку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>A conditional model&apos;s decoder must see the label.</source>
        <translation>Декодувальник умовної моделі має бачити мітку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>The decoder does not end in 28 × 28 values.</source>
        <translation>Декодувальник видає не 28 × 28 значень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>The network has {count} weights; the limit is {most}.</source>
        <translation>Мережа має {count} ваг; межа — {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Epochs</source>
        <translation>Епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>passes over the training digits</source>
        <translation>скільки разів пройти всі навчальні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Batch size</source>
        <translation>Розмір пакета</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>digits per step</source>
        <translation>цифр за крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Learning rate</source>
        <translation>Швидкість навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Adam&apos;s first step size</source>
        <translation>початковий розмір кроку Adam</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Schedule</source>
        <translation>Розклад</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>how the learning rate changes over the training</source>
        <translation>як швидкість навчання змінюється впродовж навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>The same learning rate to the end</source>
        <translation>Однакова швидкість навчання до кінця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Falls to zero over the training</source>
        <translation>Спадає до нуля за час навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>weight of the KL term; 1 is the ELBO</source>
        <translation>вага доданка KL; 1 — це ELBO</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>β warm-up</source>
        <translation>Розгін β</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>epochs over which β rises from 0</source>
        <translation>за скільки епох β зростає від 0</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>epochs</source>
        <translation>епох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Augmentation</source>
        <translation>Аугментація</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>strength of small random rotations, shears and shifts</source>
        <translation>сила невеликих випадкових поворотів, нахилів і зсувів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Bending</source>
        <translation>Вигини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>strength of smooth random bending</source>
        <translation>сила плавних випадкових вигинів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Pen</source>
        <translation>Перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>strength of changes of stroke width, softness and contrast</source>
        <translation>сила змін товщини, м’якості й контрасту штриха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Crossed digits</source>
        <translation>Перекреслені цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>share of the 7s that get a crossbar and of the 0s that get a slash</source>
        <translation>частка сімок, що дістають риску, і нулів, що дістають скісну риску</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Noisy digits</source>
        <translation>Цифри із шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>share of the digits that get noise</source>
        <translation>частка цифр, що дістають шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Noise level</source>
        <translation>Рівень шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>highest noise level; each digit gets a random level up to it</source>
        <translation>найвищий рівень шуму; кожна цифра дістає випадковий, не вищий за нього</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Damaged digits</source>
        <translation>Пошкоджені цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>share of the digits that get lines, blots, shadows or other damage</source>
        <translation>частка цифр, що дістають лінії, плями, тіні чи інші пошкодження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Label contrast</source>
        <translation>Контраст міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>step size of the contrastive loss, relative to the learning rate; 0 is the plain ELBO</source>
        <translation>крок контрастивних втрат відносно швидкості навчання; 0 — це звичайний ELBO</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>a higher value asks for a larger margin of the true label in the contrastive loss</source>
        <translation>більше значення вимагає більшої переваги правильної мітки в контрастивних втратах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>nats</source>
        <translation>нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Contrast after</source>
        <translation>Контраст після</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>epochs before the contrastive loss starts; after that, each epoch takes twice as long</source>
        <translation>скільки епох минає, перш ніж діють контрастивні втрати; відтоді кожна епоха триває вдвічі довше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Stop early</source>
        <translation>Рання зупинка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>stop after this many epochs without improvement</source>
        <translation>зупинитися після стількох епох без поліпшення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>never</source>
        <translation>ніколи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Validation</source>
        <translation>Валідація</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>share of the training data that is held out to measure progress</source>
        <translation>частка навчальних даних, відкладена для оцінювання поступу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/specs.py"/>
        <source>the same seed trains the same model</source>
        <translation>з тим самим зерном навчається та сама модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/xlsx_tables.py"/>
        <source>Excel workbooks need the package XlsxWriter; save as CSV for Excel instead.</source>
        <translation>Для книг Excel потрібен пакет XlsxWriter; натомість збережіть як CSV для Excel.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/core/xlsx_tables.py"/>
        <source>An Excel sheet has at most {most} rows; save the table as CSV.</source>
        <translation>Аркуш Excel має щонайбільше {most} рядків; збережіть таблицю як CSV.</translation>
    </message>
    <message>
        <source>“calibration.{name}” should ascend.</source>
        <translation type="vanished">Числа в «calibration.{name}» мають зростати.</translation>
    </message>
    <message>
        <source>The lines are ruling</source>
        <translation type="vanished">Лінії є розліновкою</translation>
    </message>
    <message>
        <source>For likelihood: a smaller writer whose KL term weighs more</source>
        <translation type="vanished">Для правдоподібності: менша мережа для письма з вагомішою складовою KL</translation>
    </message>
</context>
</TS>
