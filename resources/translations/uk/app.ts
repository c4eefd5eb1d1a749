<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/app.py"/>
        <source>Safe mode: the program starts as if for the first time, and your own settings are not changed.</source>
        <translation>Безпечний режим: програма працює, як після першого запуску; ваші власні налаштування не змінюються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/app.py"/>
        <source>There is no display to show the window on; set DISPLAY, or use “--screenshot” or one of the commands that “desktop-cvae --help” lists.</source>
        <translation>Немає дисплея, на якому можна показати вікно; задайте DISPLAY або скористайтеся «--screenshot» чи однією з команд, які перелічує «desktop-cvae --help».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/app.py"/>
        <source>The display “{display}” does not answer; set DISPLAY to one that does.</source>
        <translation>Дисплей «{display}» не відповідає; задайте в DISPLAY той, який відповідає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/app.py"/>
        <source>Qt cannot show a window because this system lacks “{library}”; install it (on Debian and Ubuntu: “apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0”).</source>
        <translation>Qt не може показати вікно, бо в системі бракує «{library}»; установіть її (у Debian та Ubuntu: «apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0»).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/app.py"/>
        <source>Something went wrong; see the log (Help ▸ Open the log folder).</source>
        <translation>Щось пішло не так; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>picture</source>
        <translation>зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>{nats} nats</source>
        <translation>{nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>There is no preparation “{name}”; there are {known}.</source>
        <translation>Підготовки «{name}» немає; є {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>The number of thinking steps must be between 0 and {most}.</source>
        <translation>Кроків роздумів має бути від 0 до {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>The number of digits, the seed and the temperature cannot be negative.</source>
        <translation>Кількість цифр, зерно та температура не можуть бути від’ємними.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>Latents of shape {shape} cannot be decoded; the model has {size} latent dimensions.</source>
        <translation>Латентні вектори форми {shape} неможливо декодувати; латентних вимірів у моделі: {size}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>Name the label to decode under: {known}.</source>
        <translation>Назвіть мітку, для якої декодувати: {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>There is no network “{name}”; there are {known}.</source>
        <translation>Мережі «{name}» немає; є {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>Nothing was found in “{name}”.</source>
        <translation>У «{name}» нічого не знайдено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>The false rejection rate must be a number from 0 to {most}.</source>
        <translation>Частка хибних відхилень має бути числом від 0 до {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>The training was interrupted; “desktop-cvae train --resume {run}” continues it.</source>
        <translation>Навчання перервано; «desktop-cvae train --resume {run}» продовжить його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>There is no setting “{name}”; there are {known}.</source>
        <translation>Параметра «{name}» немає; є {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/public_library.py"/>
        <source>“{path}” exists; overwrite=True replaces it.</source>
        <translation>«{path}» уже є; overwrite=True замінить його.</translation>
    </message>
    <message>
        <source>The number of digits and the temperature cannot be negative.</source>
        <translation type="vanished">Кількість цифр і температура не можуть бути від’ємними.</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="vanished">нічого не знайдено</translation>
    </message>
</context>
</TS>
