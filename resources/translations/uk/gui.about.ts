<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Draw or open a handwritten digit and watch a conditional variational autoencoder read it by evidence, reconstruct it, write new digits, and show where they lie in its latent space. Everything runs on this computer: the program sends nothing and does not look for updates.</source>
        <translation>Намалюйте або відкрийте рукописну цифру й спостерігайте, як умовний варіаційний автокодувальник читає її за свідченням, реконструює, пише нові цифри й показує, де вони лежать у його латентному просторі. Усе працює на цьому комп’ютері: програма нічого не надсилає й не шукає оновлень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Kingma and Welling 2014 (arXiv:1312.6114), Sohn, Lee and Yan 2015; label colours by Petroff 2021 (arXiv:2107.02270); digits of the MNIST database. Apache License 2.0.</source>
        <translation>Kingma і Welling 2014 (arXiv:1312.6114), Sohn, Lee і Yan 2015; кольори міток за Petroff 2021 (arXiv:2107.02270); цифри з бази MNIST. Ліцензія Apache 2.0.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>About desktop_cvae</source>
        <translation>Про desktop_cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Libraries</source>
        <translation>Бібліотеки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Versions</source>
        <translation>Версії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Model in use: {used}</source>
        <translation>Модель у роботі: {used}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Libraries in this program</source>
        <translation>Бібліотеки, що є частиною програми</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Copy a report</source>
        <translation>Копіювати звіт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Versions, system and the end of the log, for the person who helps you</source>
        <translation>Версії, система й кінець журналу для того, хто вам допомагає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Open the log folder</source>
        <translation>Відкрити теку журналу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Show where the log is</source>
        <translation>Показати, де журнал</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Copy this text</source>
        <translation>Копіювати цей текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Copy this licence</source>
        <translation>Копіювати цю ліцензію</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/about_dialog.py"/>
        <source>This could not be read; see the log.</source>
        <translation>Це не вдалося прочитати; подробиці в журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>desktop_cvae crashed last time. Nothing that you had saved is lost.</source>
        <translation>Минулого разу desktop_cvae завершилася аварійно. Нічого зі збереженого не втрачено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>The report is on the clipboard. It contains none of your file names; read it before you send it.</source>
        <translation>Звіт у буфері обміну. У ньому немає назв ваших файлів; прочитайте його, перш ніж надсилати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Copy the folder&apos;s name</source>
        <translation>Копіювати назву теки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>The log is in “{folder}”.</source>
        <translation>Журнал у «{folder}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>No report: the log could not be read.</source>
        <translation>Звіту немає: журнал не вдалося прочитати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Collecting the report</source>
        <translation>Збирається звіт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Copy the report</source>
        <translation>Копіювати звіт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Put versions and the place of the crash on the clipboard; nothing is sent</source>
        <translation>Покласти версії й місце збою в буфер обміну; нічого не надсилається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Open the folder</source>
        <translation>Відкрити теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Show the folder of the log</source>
        <translation>Показати теку журналу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Dismiss</source>
        <translation>Сховати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support.py"/>
        <source>Do not mention this crash again</source>
        <translation>Більше не повідомляти про цей збій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/about/support_report.py"/>
        <source>not installed</source>
        <translation>не встановлено</translation>
    </message>
</context>
</TS>
