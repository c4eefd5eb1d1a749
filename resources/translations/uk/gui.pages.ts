<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Pages of {name}</source>
        <translation>Сторінки {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Pages</source>
        <translation>Сторінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Choose the page to open; Enter opens it</source>
        <translation>Вибрати сторінку, яку відкрити; Enter відкриває її</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>{n} pages</source>
        <extracomment>For 1: {n} page</extracomment>
        <translation>
            <numerusform>{n} сторінка</numerusform>
            <numerusform>{n} сторінки</numerusform>
            <numerusform>{n} сторінок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Read all</source>
        <translation>Прочитати всі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Read every page into a table</source>
        <translation>Прочитати кожну сторінку в таблицю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Open the chosen page (Enter)</source>
        <translation>Відкрити вибрану сторінку (Enter)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/pages/page_dialog.py"/>
        <source>Open no page (Esc)</source>
        <translation>Не відкривати сторінок (Esc)</translation>
    </message>
</context>
</TS>
