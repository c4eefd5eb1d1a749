<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Open a picture first; then you can crop and turn it.</source>
        <translation>Спершу відкрийте зображення; тоді можна вирізати його частину й повернути її.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Crop and turn {name}</source>
        <translation>Обрізати й повернути {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Turn left</source>
        <translation>Ліворуч</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Turn 90° to the left (Ctrl+L)</source>
        <translation>На 90° ліворуч (Ctrl+L)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Turn right</source>
        <translation>Праворуч</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Turn 90° to the right (Ctrl+R)</source>
        <translation>На 90° праворуч (Ctrl+R)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Straighten, in half degrees</source>
        <translation>Вирівняти, по пів градуса</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Turn by a few degrees until the writing is level</source>
        <translation>Повернути на кілька градусів, доки написане не стане рівно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Whole picture</source>
        <translation>Усе зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Select the whole picture, not turned</source>
        <translation>Вибрати все зображення без повороту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Leave the picture as it is (Esc)</source>
        <translation>Залишити зображення як є (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Read this part</source>
        <translation>Прочитати цю частину</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Read the part in the frame; undo brings the whole picture back</source>
        <translation>Прочитати частину в рамці; скасування поверне все зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>Straighten</source>
        <translation>Вирівняти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} пікселів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_dialog.py"/>
        <source>cropped</source>
        <translation>обрізано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_view.py"/>
        <source>Picture with the frame of the part to read</source>
        <translation>Зображення з рамкою частини, що читається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_view.py"/>
        <source>Arrow keys move the frame; with Shift, they resize it.</source>
        <translation>Стрілки рухають рамку, із Shift — розтягують.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/cropping/crop_view.py"/>
        <source>Drag the frame, its sides or corners; or draw a new one</source>
        <translation>Тягніть рамку, її сторони чи кути; або намалюйте нову</translation>
    </message>
</context>
</TS>
