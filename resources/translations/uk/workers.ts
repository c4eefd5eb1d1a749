<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>The command could not be started: {reason}.</source>
        <translation>Не вдалося запустити команду: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>The training ended without a model; see the log (Help ▸ Open the log folder).</source>
        <translation>Навчання закінчилося без моделі; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>The training process was killed, perhaps because memory ran out.</source>
        <translation>Процес навчання завершено примусово, можливо, через брак пам’яті.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>The sweep failed; see the log (Help ▸ Open the log folder).</source>
        <translation>Перебір не вдалося виконати; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>The web page could not be shared; see the log (Help ▸ Open the log folder).</source>
        <translation>Не вдалося відкрити доступ до вебсторінки; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>The search failed; see the log (Help ▸ Open the log folder).</source>
        <translation>Пошук не вдалося виконати; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/command_process.py"/>
        <source>MNIST could not be downloaded; see the log (Help ▸ Open the log folder).</source>
        <translation>Не вдалося завантажити MNIST; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
</context>
</TS>
