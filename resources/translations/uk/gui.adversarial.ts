<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>All together</source>
        <translation>Усі разом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The sum of all changes, squared (L2)</source>
        <translation>Суму всіх змін у квадраті (L2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The largest</source>
        <translation>Найбільшу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>No pixel may change by much (L∞)</source>
        <translation>Жоден піксель не може змінитися сильно (L∞)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Their number</source>
        <translation>Їхню кількість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Few pixels, each by any amount (L0)</source>
        <translation>Мало пікселів, кожен наскільки потрібно (L0)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>misread</source>
        <translation>хибно прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Another label explains the picture better</source>
        <translation>Інша мітка пояснює зображення краще</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>misread for sure</source>
        <translation>хибно й певно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The wrong answer is also not called unsure</source>
        <translation>Хибну відповідь не названо навіть непевною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>How small a change makes the model read something else? The search follows the evidence of every label and takes about half a minute.</source>
        <translation>Як мало треба змінити, щоб модель прочитала щось інше? Пошук іде за свідченням кожної мітки близько пів хвилини.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Draw a digit in the window, or open one, to fool the model with it.</source>
        <translation>Намалюйте цифру у вікні або відкрийте її, щоб обдурити нею модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>This model names no digits, so it cannot be fooled.</source>
        <translation>Ця модель не називає цифр, тож її не обдурити.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Press “Fool it”: the changed picture, both labels&apos; evidence and whether the program would notice are shown here.</source>
        <translation>Натисніть «Обдурити»: тут з’являться змінене зображення, свідчення обох міток і чи помітила б програма.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Searching …</source>
        <translation>Пошук …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Added ink (striped) and removed ink, in two colours</source>
        <translation>Що додано і що прибрано, двома кольорами; додане заштриховано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>No change was found: this drawing resists.</source>
        <translation>Зміни не знайдено: цей малюнок вистояв.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Fool it</source>
        <translation>Обдурити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Drawing</source>
        <translation>Малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The drawing as the model sees it</source>
        <translation>Малюнок, яким його бачить модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Changed</source>
        <translation>Змінений</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The drawing with the smallest change found</source>
        <translation>Малюнок із найменшою знайденою зміною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The change</source>
        <translation>Зміна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Read as</source>
        <translation>Прочитано як</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The label that the model should read instead</source>
        <translation>Що модель має прочитати натомість</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Keep small</source>
        <translation>Тримати малим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Until it is</source>
        <translation>Доки не буде</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Search for the smallest change</source>
        <translation>Шукати найменшу зміну</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>End the search</source>
        <translation>Припинити пошук</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Save both pictures as PNG or SVG</source>
        <translation>Зберегти обидва зображення як PNG або SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Copy both pictures as one image</source>
        <translation>Скопіювати обидва зображення як одне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>the fooled digit</source>
        <translation>обдурену цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>What to search for</source>
        <translation>Що шукати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>What came of it</source>
        <translation>Що з цього вийшло</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Any other</source>
        <translation>Будь-яка інша</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>The change, {times} ×</source>
        <translation>Зміна, {times} ×</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>It still reads {name}</source>
        <translation>Вона досі читає {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>{was} has become {now}</source>
        <translation>{was} тепер {now}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>It would notice: it says that this is no digit.</source>
        <translation>Вона помітила б: каже, що це не цифра.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>It would notice: unsure, {names}.</source>
        <translation>Вона помітила б: непевно, {names}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>It would not notice: {share} probable by evidence.</source>
        <translation>Вона не помітила б: {share} ймовірно за свідченням.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>How digit-like: {before} before, {after} after.</source>
        <translation>Наскільки схоже на цифру: {before} до, {after} після.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>{n} pixels changed</source>
        <extracomment>For 1: {n} pixel changed</extracomment>
        <translation>
            <numerusform>змінено {n} піксель</numerusform>
            <numerusform>змінено {n} пікселі</numerusform>
            <numerusform>змінено {n} пікселів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>L2 {all} · L∞ {largest} · {pixels}</source>
        <translation>L2 {all} · L∞ {largest} · {pixels}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>Evidence, nats</source>
        <translation>Свідчення, нати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>after</source>
        <translation>після</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings.py"/>
        <source>change</source>
        <translation>зміна</translation>
    </message>
</context>
</TS>
