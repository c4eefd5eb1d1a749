<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Sum (L2)</source>
        <translation>Сума (L2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Minimise the sum of the squared changes (L2)</source>
        <translation>Мінімізувати суму квадратів змін (L2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Largest (L∞)</source>
        <translation>Найбільша (L∞)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Minimise the largest change of a pixel (L∞)</source>
        <translation>Мінімізувати найбільшу зміну пікселя (L∞)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Number (L0)</source>
        <translation>Кількість (L0)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Minimise the number of changed pixels (L0)</source>
        <translation>Мінімізувати кількість змінених пікселів (L0)</translation>
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
        <source>misread confidently</source>
        <translation>хибно й упевнено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Another label explains the picture better, and the answer is not “unsure”</source>
        <translation>Інша мітка пояснює зображення краще, і відповідь не «непевно»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>How small a change makes the model misread this digit? The search follows the evidence of every label and takes about half a minute.</source>
        <translation>Наскільки малої зміни досить, щоб модель прочитала цю цифру хибно? Пошук іде за свідченням кожної мітки й триває близько пів хвилини.</translation>
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
        <source>Press “Fool it” to see the changed picture, the evidence of both labels, and whether the program would notice.</source>
        <translation>Натисніть «Обдурити», щоб побачити змінене зображення, свідчення обох міток і чи помітила б зміну програма.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Searching …</source>
        <translation>Пошук …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Added ink (striped) and removed ink, in two colours</source>
        <translation>Додане чорнило (смугасте) і прибране, двома кольорами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>No change was found that makes the model misread this drawing.</source>
        <translation>Не знайдено зміни, через яку модель прочитала б цей малюнок хибно.</translation>
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
        <source>Minimise</source>
        <translation>Мінімізувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Until</source>
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
        <source>Search settings</source>
        <translation>Налаштування пошуку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/adversarial_dialog.py"/>
        <source>Result</source>
        <translation>Результат</translation>
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
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>The model still reads {name}</source>
        <translation>Модель досі читає {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>{was} is now read as {now}</source>
        <translation>{was} тепер прочитано як {now}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>The program would notice: it rejects the picture as “not a digit”.</source>
        <translation>Програма помітила б: вона відхиляє зображення як «не цифра».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>The program would notice: it is unsure ({names}).</source>
        <translation>Програма помітила б: непевно ({names}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>The program would not notice: it gives the wrong answer a probability of {share}.</source>
        <translation>Програма не помітила б цього: хибній відповіді вона надає ймовірність {share}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>Like a digit: {before} before, {after} after.</source>
        <translation>Схоже на цифру: {before} до, {after} після.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>{n} pixels changed</source>
        <extracomment>For 1: {n} pixel changed</extracomment>
        <translation>
            <numerusform>змінено {n} піксель</numerusform>
            <numerusform>змінено {n} пікселі</numerusform>
            <numerusform>змінено {n} пікселів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>L2 {all} · L∞ {largest} · {pixels}</source>
        <translation>L2 {all} · L∞ {largest} · {pixels}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>Evidence, nats</source>
        <translation>Свідчення, нати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>after</source>
        <translation>після</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/adversarial/findings_pane.py"/>
        <source>change</source>
        <translation>зміна</translation>
    </message>
    <message>
        <source>The program would not notice: the wrong answer is {share} probable by evidence.</source>
        <translation type="vanished">Програма не помітила б: імовірність хибної відповіді за свідченням — {share}.</translation>
    </message>
</context>
</TS>
