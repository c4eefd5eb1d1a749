<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/number_page.py"/>
        <source>This model names no digits; choose one that was trained with labels.</source>
        <translation>Ця модель не називає цифр; виберіть навчену з мітками.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/number_page.py"/>
        <source>This is not {title}.</source>
        <translation>Це не {title}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/number_page.py"/>
        <source>Line {line}: {words}</source>
        <translation>Рядок {line}: {words}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/number_page.py"/>
        <source>or</source>
        <translation>або</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/number_page.py"/>
        <source>{n} unsure</source>
        <extracomment>For 1: {n} unsure</extracomment>
        <translation>
            <numerusform>{n} непевна</numerusform>
            <numerusform>{n} непевні</numerusform>
            <numerusform>{n} непевних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/number_page.py"/>
        <source>{n} not a digit</source>
        <extracomment>For 1: {n} not a digit</extracomment>
        <translation>
            <numerusform>{n} не цифра</numerusform>
            <numerusform>{n} не цифри</numerusform>
            <numerusform>{n} не цифр</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/number_views.py"/>
        <source>The number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/number_views.py"/>
        <source>The picture, with a box around every digit</source>
        <translation>Зображення з рамкою навколо кожної цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Click a digit or use the arrow keys; type to correct it, press Backspace to undo the correction.</source>
        <translation>Клацніть цифру або скористайтеся стрілками; введіть іншу, щоб виправити; Backspace скасує виправлення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>No digits were found.</source>
        <translation>Цифр не знайдено.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>the first {n} digits</source>
        <extracomment>For 1: the first {n} digit</extracomment>
        <translation>
            <numerusform>перша {n} цифра</numerusform>
            <numerusform>перші {n} цифри</numerusform>
            <numerusform>перші {n} цифр</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>{n} digits</source>
        <extracomment>For 1: {n} digit</extracomment>
        <translation>
            <numerusform>{n} цифра</numerusform>
            <numerusform>{n} цифри</numerusform>
            <numerusform>{n} цифр</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>in {n} lines</source>
        <extracomment>For 1: in {n} line</extracomment>
        <translation>
            <numerusform>у {n} рядку</numerusform>
            <numerusform>у {n} рядках</numerusform>
            <numerusform>у {n} рядках</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>{count} corrected by hand</source>
        <translation>виправлено вручну: {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>by hand</source>
        <translation>вручну</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>not a digit; most like {label}</source>
        <translation>не цифра; найбільше схожа на {label}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>by the rule, {reason}</source>
        <translation>за правилом, {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Digit {index} of {count}: {label}, {reason}</source>
        <translation>Цифра {index} з {count}: {label}, {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Copy text</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Copy the number as text (Ctrl+C)</source>
        <translation>Копіювати число як текст (Ctrl+C)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Back to the canvas</source>
        <translation>До полотна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Show the canvas again (Esc)</source>
        <translation>Знову показати полотно (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Read without the rule</source>
        <translation>Прочитати без правила</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Accept any number and use the most probable digits</source>
        <translation>Прийняти будь-яке число з найімовірнішими цифрами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Reading the digits …</source>
        <translation>Читаються цифри …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>({n} more lines do not fit either.)</source>
        <extracomment>For 1: ({n} more line does not fit either.)</extracomment>
        <translation>
            <numerusform>(Ще {n} рядок теж не підходить.)</numerusform>
            <numerusform>(Ще {n} рядки теж не підходять.)</numerusform>
            <numerusform>(Ще {n} рядків теж не підходять.)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Read one alone:</source>
        <translation>Прочитати окремо:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_card.py"/>
        <source>Read only the number {text}</source>
        <translation>Прочитати лише число {text}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_mode.py"/>
        <source>Open a picture of a number, or draw one, to read its digits one by one.</source>
        <translation>Відкрийте зображення числа або намалюйте його, щоб прочитати цифри одну за одною.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/numbers/numbers_mode.py"/>
        <source>{n} digits are on the clipboard.</source>
        <extracomment>For 1: {n} digit is on the clipboard.</extracomment>
        <translation>
            <numerusform>У буфері обміну {n} цифра.</numerusform>
            <numerusform>У буфері обміну {n} цифри.</numerusform>
            <numerusform>У буфері обміну {n} цифр.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/numbers_mode.py"/>
        <source>Reading the numbers</source>
        <translation>Читаються числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Any number</source>
        <translation>Будь-яке</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Fixed length</source>
        <translation>Стала довжина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Postal code</source>
        <translation>Індекс</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Card number</source>
        <translation>Картка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Amount of money</source>
        <translation>Грошова сума</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Decimal number</source>
        <translation>Десятковий дріб</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Format of the number</source>
        <translation>Формат числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Among the likely readings, choose one that follows this rule</source>
        <translation>Серед імовірних прочитань вибрати те, що відповідає цьому правилу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Number of digits</source>
        <translation>Кількість цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>Number of digits that the number has</source>
        <translation>Скільки цифр має число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/numbers/rule_chooser.py"/>
        <source>digits</source>
        <translation>цифр</translation>
    </message>
</context>
</TS>
