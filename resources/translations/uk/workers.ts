<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>MNIST could not be downloaded; the log has more.</source>
        <translation>Не вдалося завантажити MNIST; подробиці — у журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The download could not be started.</source>
        <translation>Не вдалося почати завантаження.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training could not be started: {reason}.</source>
        <translation>Не вдалося почати навчання: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training process was ended, perhaps for want of memory; its last checkpoint is kept.</source>
        <translation>Процес навчання завершено примусово, можливо, через брак пам’яті; останню контрольну точку збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training process was ended, perhaps for want of memory; nothing was kept yet.</source>
        <translation>Процес навчання завершено примусово, можливо, через брак пам’яті; зберегти ще нічого не встигли.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training ended without a model (exit code {code}).</source>
        <translation>Навчання закінчилося без моделі (код виходу {code}).</translation>
    </message>
</context>
</TS>
