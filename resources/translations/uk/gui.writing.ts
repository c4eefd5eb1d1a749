<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Thin</source>
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
        <source>Drag over the drawing to erase a part. The model suggests what may have been there.</source>
        <translation>Проведіть по малюнку, щоб стерти частину. Модель запропонує, що там могло бути.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Draw or open a digit in the main window, then erase a part of it here.</source>
        <translation>Намалюйте або відкрийте цифру в головному вікні, а тоді зітріть тут її частину.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Six suggestions will appear here.</source>
        <translation>Тут з’являться шість пропозицій.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Erase and complete</source>
        <translation>Стерти й доповнити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Save the suggestions as PNG or SVG</source>
        <translation>Зберегти пропозиції як PNG або SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Copy the suggestions as a picture</source>
        <translation>Копіювати пропозиції як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Eraser</source>
        <translation>Гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Restore all</source>
        <translation>Відновити все</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Undo all erasing</source>
        <translation>Повернути все стерте</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>Label</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>The label of the digit; Auto uses the one that best explains what is left</source>
        <translation>Мітка цифри; «Авто» бере ту, що найкраще пояснює решту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Suggestions</source>
        <translation>Пропозиції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>Click a suggestion to use it as the drawing</source>
        <translation>Клацніть пропозицію, щоб зробити її малюнком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/completion_dialog.py"/>
        <source>the suggestions</source>
        <translation>пропозиції</translation>
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
        <source>a completed digit</source>
        <translation>доповнена цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_player.py"/>
        <source>Play</source>
        <translation>Відтворити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_player.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>Film strip</source>
        <translation>Стрічка кадрів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/film_strip.py"/>
        <source>Every step with its reading; click a step to enlarge it</source>
        <translation>Кожен крок із прочитанням; клацніть крок, щоб збільшити його</translation>
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
        <source>number of digits; leave empty to fill the panel</source>
        <translation>кількість цифр; порожнє поле заповнює панель</translation>
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
        <source>This model was trained without labels, so it cannot write a particular digit.</source>
        <translation>Цю модель навчено без міток, тож вона не може написати певну цифру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>The ten digits in your handwriting.</source>
        <translation>Десять цифр вашим почерком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>A random handwriting. Draw a digit to see yours.</source>
        <translation>Випадковий почерк. Намалюйте цифру, щоб побачити свій.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>How much the digits of a number vary: 0 writes every 7 alike, 1 varies them as a person does</source>
        <translation>Наскільки різняться цифри числа: 0 пише всі 7 однаково, 1 — як пише людина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>0 writes typical digits, 1 samples from the prior, values above 1 write stranger and stranger digits</source>
        <translation>0 пише типові цифри, 1 бере з апріорного розподілу, понад 1 — дедалі дивніші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>sets how the digits of a number vary; until you draw, it also sets the handwriting</source>
        <translation>визначає, як різняться цифри числа, а доки ви не малюєте, — і почерк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>the same seed gives the same digits</source>
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
        <source>Keep my style</source>
        <translation>Мій стиль</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Write in the style of your drawing instead of varying the style</source>
        <translation>Писати в стилі вашого малюнка, а не різними стилями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Write only the chosen or recognised label, or all labels in turn</source>
        <translation>Писати лише вибрану чи розпізнану мітку або всі мітки по черзі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>My handwriting</source>
        <translation>Мій почерк</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>What the model writes</source>
        <translation>Що пише модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generated_panel.py"/>
        <source>Variation</source>
        <translation>Варіативність</translation>
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
        <source>The ten digits and any number in your handwriting</source>
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
        <source>Click a digit to let the model read it, or drag it to another program</source>
        <translation>Клацніть цифру, щоб модель її прочитала, або перетягніть її в іншу програму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>New seed</source>
        <translation>Нове зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>Choose a new random seed</source>
        <translation>Узяти нове випадкове зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>temperature {value}</source>
        <translation>температура {value}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>seed {value}</source>
        <translation>зерно {value}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/generation_controls.py"/>
        <source>Choose a new random seed: {seed}</source>
        <translation>Узяти нове випадкове зерно: {seed}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/missing_part.py"/>
        <source>Drawing with a missing part</source>
        <translation>Малюнок, якому бракує частини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/missing_part.py"/>
        <source>Drag to erase a part; drag with the right button to restore it</source>
        <translation>Проведіть, щоб стерти частину; права кнопка відновлює її</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Write a number</source>
        <translation>Написати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Drag it to another program, or save or copy it.</source>
        <translation>Перетягніть його в іншу програму, збережіть або скопіюйте.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Type a number above.</source>
        <translation>Введіть число вище.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>You can write digits and spaces, {most} characters at most.</source>
        <translation>Можна написати цифри й пропуски, щонайбільше {most} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>You can write {characters} and spaces, {most} characters at most.</source>
        <translation>Можна написати {characters} і пропуски, щонайбільше {most} символів.</translation>
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
        <source>“{text}” in this handwriting</source>
        <translation>«{text}» цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>Digits and spaces; the model writes them in this handwriting</source>
        <translation>Цифри й пропуски: модель пише їх цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/number_line.py"/>
        <source>The number in this handwriting</source>
        <translation>Число цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>approximate number of digits on the sheet</source>
        <translation>приблизна кількість цифр на аркуші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>MNIST&apos;s test digits are not on this computer; File ▸ Data sets… (Ctrl+D) downloads them.</source>
        <translation>Тестових цифр MNIST немає на цьому комп’ютері; їх завантажить Файл ▸ Набори даних… (Ctrl+D).</translation>
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
        <source>Kind of sheet</source>
        <translation>Вид аркуша</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>The label of the digits</source>
        <translation>Мітка цифр</translation>
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
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>the sheet</source>
        <translation>аркуш</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/sheet_dialog.py"/>
        <source>a digit from the sheet</source>
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
        <source>number of pictures, including both ends</source>
        <translation>кількість зображень з обома кінцями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Draw a digit in the main window to start the walk there, or choose a sample.</source>
        <translation>Намалюйте цифру в головному вікні, щоб почати прогулянку з неї, або виберіть зразок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Computing the walk …</source>
        <translation>Обчислюється прогулянка …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The shortest path between the two codes</source>
        <translation>Найкоротший шлях між двома кодами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>An arc that keeps the typical distance of codes from the centre</source>
        <translation>Дуга, що тримається типової відстані кодів від центра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Walk between digits</source>
        <translation>Прогулянка між цифрами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Save the walk as a GIF animation or a PNG strip</source>
        <translation>Зберегти прогулянку як анімацію GIF або стрічку PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Copy the strip as a picture</source>
        <translation>Копіювати стрічку як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>From</source>
        <translation>Від</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The digit at the start of the walk</source>
        <translation>Цифра на початку прогулянки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The digit at the end of the walk</source>
        <translation>Цифра наприкінці прогулянки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The current step</source>
        <translation>Поточний крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Step</source>
        <translation>Крок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>The step that is shown enlarged</source>
        <translation>Крок, який показано збільшеним</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Path</source>
        <translation>Шлях</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_dialog.py"/>
        <source>Play the steps forwards and backwards</source>
        <translation>Показати кроки туди й назад</translation>
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
        <source>a step of the walk</source>
        <translation>крок прогулянки</translation>
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
        <source>No digit was found in “{name}”.</source>
        <translation>У «{name}» не знайдено цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>{title}: source of the digit</source>
        <translation>{title}: джерело цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>{title}: label of the sample</source>
        <translation>{title}: мітка зразка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>The label of the sample</source>
        <translation>Мітка зразка</translation>
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
    <message>
        <location filename="../../../desktop_cvae/gui/writing/walk_ends.py"/>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/writing_dialog.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/writing_dialog.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/writing_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/writing/writing_dialog.py"/>
        <source>No labels</source>
        <translation>Без міток</translation>
    </message>
</context>
</TS>
