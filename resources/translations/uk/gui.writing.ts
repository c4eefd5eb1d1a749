<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Fine</source>
        <translation>Тонке</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Medium</source>
        <translation>Середнє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Broad</source>
        <translation>Товсте</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Drag over the drawing to rub out a part. The model proposes what it may have been.</source>
        <translation>Проведіть по малюнку, щоб стерти частину. Модель запропонує, що там могло бути.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Draw a digit in the window, or open one, to rub out a part of it here.</source>
        <translation>Намалюйте цифру у вікні або відкрийте її, щоб стерти тут частину.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Six proposals will appear here.</source>
        <translation>Тут з’являться шість пропозицій.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Erase and complete</source>
        <translation>Стерти й доповнити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Eraser</source>
        <translation>Гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Bring all back</source>
        <translation>Повернути все</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>New seed</source>
        <translation>Нове зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Throw a new seed</source>
        <translation>Узяти нове випадкове зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>the proposals</source>
        <translation>пропозиції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Label</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>What the digit is; Auto takes what explains the rest best</source>
        <translation>Яка це цифра; «Авто» бере ту, що найкраще пояснює решту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Nothing is missing any more</source>
        <translation>Нічого більше не бракуватиме</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Proposals</source>
        <translation>Пропозиції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Click a proposal to make it the drawing</source>
        <translation>Клацніть пропозицію, щоб вона стала малюнком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Save the proposals as PNG or SVG</source>
        <translation>Зберегти пропозиції як PNG або SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Copy the proposals as a picture</source>
        <translation>Копіювати пропозиції як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Drawing</source>
        <translation>Малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>No labels</source>
        <translation>Без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>a completed digit</source>
        <translation>доповнена цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>Film strip</source>
        <translation>Кінострічка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>Every step, and what the model reads in it; click one to see it large</source>
        <translation>Кожен крок і що модель у ньому читає; клацніть, щоб побачити великим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>Read as {names}</source>
        <translation>Прочитано як {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>step {step}</source>
        <translation>крок {step}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>step {step}, read as {name}</source>
        <translation>крок {step}, прочитано як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>how many are written; empty fills the panel</source>
        <translation>скільки написати; порожнє поле заповнює панель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Fill</source>
        <translation>Заповнити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>The digits that the model writes will appear here.</source>
        <translation>Тут з’являться цифри, які напише модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>This model was trained without labels, so it cannot write a wished digit.</source>
        <translation>Цю модель навчено без міток, тож вона не може написати бажану цифру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>The ten digits in your hand.</source>
        <translation>Десять цифр вашим почерком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>A hand that nobody has. Draw a digit to see yours.</source>
        <translation>Почерк, якого ні в кого немає. Намалюйте цифру, щоб побачити свій.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>How much the number&apos;s digits vary: 0 writes every 7 alike, 1 as one writer does</source>
        <translation>Наскільки різняться цифри числа: 0 пише всі 7 однаково, 1 — як пише одна людина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>0 writes typical digits, 1 samples the prior, above 1 gets wild</source>
        <translation>0 пише типові цифри, 1 бере з апріорного розподілу, понад 1 — дивовижні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>decides how the number&apos;s digits vary, and the hand until you draw</source>
        <translation>визначає, як різняться цифри числа, а доки ви не малюєте, — і почерк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>the same seed writes the same digits</source>
        <translation>те саме зерно пише ті самі цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Labels of the samples</source>
        <translation>Мітки зразків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>One label</source>
        <translation>Одна мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>All labels</source>
        <translation>Усі мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Keep the style</source>
        <translation>Той самий стиль</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Write in the style of the drawing, not in all hands</source>
        <translation>Писати в стилі малюнка, а не всіма почерками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Digits of the label that is chosen or read, or of all in turn</source>
        <translation>Цифри мітки, яку вибрано чи прочитано, або всіх по черзі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>In this hand</source>
        <translation>Цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>What is written</source>
        <translation>Що пишеться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Save digits</source>
        <translation>Зберегти цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Save the digits as pictures or data…</source>
        <translation>Зберегти цифри як зображення або дані…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Copy digits</source>
        <translation>Копіювати цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Copy the digits as a picture</source>
        <translation>Копіювати цифри як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>The ten digits and any number, in your hand</source>
        <translation>Десять цифр і будь-яке число вашим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>As many new digits as you like</source>
        <translation>Скільки завгодно нових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>the digits</source>
        <translation>цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Digits that the model wrote</source>
        <translation>Цифри, які написала модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Click a digit to let the model read it, or drag it out</source>
        <translation>Клацніть цифру, щоб модель її прочитала, або перетягніть її назовні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>Throw a new seed: {seed}</source>
        <translation>Узяти нове випадкове зерно: {seed}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/missing_part.py"/>
        <source>Drawing with a missing part</source>
        <translation>Малюнок, якому бракує частини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/missing_part.py"/>
        <source>Drag to rub out a part; the right button brings it back</source>
        <translation>Проведіть, щоб стерти частину; права кнопка повертає її</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Write a number</source>
        <translation>Написати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Drag it out of the window, or save or copy it.</source>
        <translation>Перетягніть його з вікна, збережіть або скопіюйте.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Type a number above.</source>
        <translation>Введіть число вище.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Only digits and spaces can be written, {most} at most.</source>
        <translation>Можна написати лише цифри й пропуски, щонайбільше {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Only {characters} and spaces can be written, {most} at most.</source>
        <translation>Можна написати лише {characters} і пропуски, щонайбільше {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Save number</source>
        <translation>Зберегти число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Save the number as PNG or SVG…</source>
        <translation>Зберегти число як PNG або SVG…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Copy number</source>
        <translation>Копіювати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Copy the number as a picture</source>
        <translation>Копіювати число як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>“{text}” in this hand</source>
        <translation>«{text}» цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Digits and spaces: the model writes them in this hand</source>
        <translation>Цифри й пропуски: модель пише їх цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>The number in this hand</source>
        <translation>Число цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>about how many digits stand on the sheet</source>
        <translation>скільки приблизно цифр на аркуші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>MNIST&apos;s test digits are not here; see File ▸ Data sets…</source>
        <translation>Тестових цифр MNIST тут немає; див. Файл ▸ Набори даних…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Writing …</source>
        <translation>Пишеться …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Sheets of digits</source>
        <translation>Аркуші цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Which sheet</source>
        <translation>Який аркуш</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>The sheet</source>
        <translation>Аркуш</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Click a digit to let the model read it</source>
        <translation>Клацніть цифру, щоб модель її прочитала</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>the sheet</source>
        <translation>аркуш</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Under which label the digits are written</source>
        <translation>Під якою міткою написано цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Save the sheet as PNG or SVG</source>
        <translation>Зберегти аркуш як PNG або SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Copy the sheet as a picture</source>
        <translation>Копіювати аркуш як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>a digit of the sheet</source>
        <translation>цифра з аркуша</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/writing/sheet_view.py"/>
        <source>{n} digits</source>
        <extracomment>For 1: {n} digit</extracomment>
        <translation>
            <numerusform>{n} цифра</numerusform>
            <numerusform>{n} цифри</numerusform>
            <numerusform>{n} цифр</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_view.py"/>
        <source>digit {place}</source>
        <translation>цифра {place}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Steps</source>
        <translation>Кроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>pictures of the walk, with both ends</source>
        <translation>зображень прогулянки, з обома кінцями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Draw a digit in the window to begin the walk there, or choose a sample.</source>
        <translation>Намалюйте цифру у вікні, щоб почати прогулянку звідти, або виберіть зразок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Walking …</source>
        <translation>Триває прогулянка …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The shortest way between the two codes</source>
        <translation>Найкоротший шлях між двома кодами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>A turn that stays at the distance where the prior&apos;s codes are</source>
        <translation>Поворот, що не віддаляється від місць, де лежать коди апріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Walk between digits</source>
        <translation>Прогулянка між цифрами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>From</source>
        <translation>Від</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The digit where the walk begins</source>
        <translation>Цифра, з якої прогулянка починається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The digit where the walk ends</source>
        <translation>Цифра, якою прогулянка закінчується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The present step</source>
        <translation>Поточний крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Which way</source>
        <translation>Яким шляхом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Play</source>
        <translation>Відтворити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Which step is shown large</source>
        <translation>Який крок показано великим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Show the steps one after the other, there and back</source>
        <translation>Показати кроки один за одним, туди й назад</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Save the walk as a GIF film or a PNG strip</source>
        <translation>Зберегти прогулянку як фільм GIF або стрічку PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Copy the strip as a picture</source>
        <translation>Копіювати стрічку як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Click to let the model read this step</source>
        <translation>Клацніть, щоб модель прочитала цей крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Step {step} of {steps}</source>
        <translation>Крок {step} з {steps}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>read as {name}, {percent} %</source>
        <translation>прочитано як {name}, {percent} %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>a step of the walk</source>
        <translation>крок прогулянки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>Nothing was found in “{name}”.</source>
        <translation>У «{name}» нічого не знайдено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>The drawing</source>
        <translation>Малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>Keep this drawing</source>
        <translation>Залишити цей малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>A sample</source>
        <translation>Зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>A picture…</source>
        <translation>Зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>{title}: where the digit comes from</source>
        <translation>{title}: звідки береться цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>{title}: label of the sample</source>
        <translation>{title}: мітка зразка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>The label under which the sample is written</source>
        <translation>Мітка, під якою пишеться зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>{title}: another sample</source>
        <translation>{title}: інший зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>Draw another sample</source>
        <translation>Узяти інший зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>{title}: open a picture</source>
        <translation>{title}: відкрити зображення</translation>
    </message>
</context>
</TS>
