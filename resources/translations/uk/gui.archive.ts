<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>{problem} What you draw is answered, but not archived.</source>
        <translation>{problem} Програма відповідає на те, що ви малюєте, але в архіві цього не зберігає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>Turn the archive off</source>
        <translation>Вимкнути архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>Nothing is archived any more; Preferences turn it on again</source>
        <translation>Більше нічого не архівувати; знову увімкнути можна в налаштуваннях</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/archive/keeper.py"/>
        <source>Open folder</source>
        <translation>Відкрити теку</translation>
    </message>
</context>
</TS>
