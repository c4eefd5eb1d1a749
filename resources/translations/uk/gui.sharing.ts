<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/sharing/sharing_command.py"/>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>{n} visitors</source>
        <extracomment>For 1: {n} visitor</extracomment>
        <translation>
            <numerusform>{n} відвідувач</numerusform>
            <numerusform>{n} відвідувачі</numerusform>
            <numerusform>{n} відвідувачів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_command.py"/>
        <source>Shared · {visitors}</source>
        <translation>Спільний доступ · {visitors}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>A web page on which visitors draw, read and write digits with the current model. Everything stays between the browser and this computer.</source>
        <translation>Вебсторінка, на якій відвідувачі малюють, читають і пишуть цифри з поточною моделлю. Усе лишається між браузером і цим комп’ютером.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Only browsers on this computer can open the page.</source>
        <translation>Сторінку можуть відкрити лише браузери на цьому комп’ютері.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Phones, tablets and computers on your network can open it with its link or QR code.</source>
        <translation>Телефони, планшети й комп’ютери у вашій мережі можуть відкрити її за посиланням або QR-кодом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Anyone with the link can open the page while it is shared, and the connection is not encrypted: share it only on a network that you trust.</source>
        <translation>Кожен, хто має посилання, може відкрити сторінку, доки вона спільна, і дані передаються без шифрування: відкривайте доступ лише в мережі, якій довіряєте.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Sharing ends when you stop it or close this window.</source>
        <translation>Доступ закривається, коли ви його зупините або закриєте це вікно.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>QR code of the link</source>
        <translation>QR-код посилання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Point the camera of a phone or tablet at it</source>
        <translation>Наведіть на нього камеру телефона чи планшета</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Share as a web page</source>
        <translation>Відкрити доступ через вебсторінку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>This computer</source>
        <translation>Цей комп’ютер</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>My network</source>
        <translation>Моя мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Who can open it</source>
        <translation>Хто може її відкрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Nobody else can reach the page</source>
        <translation>Ніхто інший не має доступу до сторінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>A phone or tablet becomes the drawing pad</source>
        <translation>Телефон або планшет стає полотном для малювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>The page shows the archive and can delete from it</source>
        <translation>Сторінка показує архів і може видаляти з нього</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Visitors can search, open and delete earlier readings</source>
        <translation>Відвідувачі можуть шукати, відкривати й видаляти прочитане раніше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>If another program uses this port, choose another one</source>
        <translation>Якщо цей порт зайняла інша програма, виберіть інший</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Link of the page</source>
        <translation>Посилання на сторінку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Open this address in a browser</source>
        <translation>Відкрийте цю адресу в браузері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Open in a browser</source>
        <translation>Відкрити в браузері</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Show the page in this computer’s browser</source>
        <translation>Показати сторінку в браузері цього комп’ютера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Copy link</source>
        <translation>Копіювати посилання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Copy the link to the clipboard</source>
        <translation>Копіювати посилання в буфер обміну</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Share</source>
        <translation>Відкрити доступ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Start the page</source>
        <translation>Запустити сторінку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Stop sharing</source>
        <translation>Закрити доступ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Close the page for everybody</source>
        <translation>Закрити сторінку для всіх</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Close (Esc); the page stays shared</source>
        <translation>Закрити (Esc); сторінка лишається доступною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>What it shows</source>
        <translation>Що вона показує</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>The page is shared</source>
        <translation>Доступ до сторінки відкрито</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>Starting …</source>
        <translation>Запуск …</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/sharing/sharing_dialog.py"/>
        <source>{n} answers</source>
        <extracomment>For 1: {n} answer</extracomment>
        <translation>
            <numerusform>{n} відповідь</numerusform>
            <numerusform>{n} відповіді</numerusform>
            <numerusform>{n} відповідей</numerusform>
        </translation>
    </message>
</context>
</TS>
