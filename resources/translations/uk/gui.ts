<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/command_palette.py"/>
        <source>Find a command</source>
        <translation>Знайти команду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/command_palette.py"/>
        <source>Type words from a command&apos;s name, menu or description</source>
        <translation>Введіть слова з назви, меню або опису команди</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/command_palette.py"/>
        <source>Type a command: open, noise, theme …</source>
        <translation>Введіть команду: відкрити, шум, тема …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/command_palette.py"/>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/command_palette.py"/>
        <source>Enter runs the command</source>
        <translation>Enter виконує команду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/command_palette.py"/>
        <source>No command matches these words.</source>
        <translation>Жодна команда не відповідає цим словам.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>ONNX Runtime (fast)</source>
        <translation>ONNX Runtime (швидко)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Keras (the reference, slow to load)</source>
        <translation>Keras (еталон, завантажується повільно)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Follow the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Light</source>
        <translation>Світла</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Dark</source>
        <translation>Темна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Uniform walk…</source>
        <translation>&amp;Рівномірна прогулянка…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Random vectors…</source>
        <translation>&amp;Випадкові вектори…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Prior samples…</source>
        <translation>&amp;Зразки з апріорного розподілу…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Test digits…</source>
        <translation>&amp;Тестові цифри…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Close the message or the number view</source>
        <translation>Закрити повідомлення або перегляд числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Next step of a lesson</source>
        <translation>Наступний крок уроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Previous step of a lesson</source>
        <translation>Попередній крок уроку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Explain the evidence (in the evidence list)</source>
        <translation>Пояснити свідчення (у списку свідчень)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Open a picture…</source>
        <translation>&amp;Відкрити зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Open a picture</source>
        <translation>Відкрити зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Paste a picture</source>
        <translation>Вст&amp;авити зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Paste a picture</source>
        <translation>Вставити зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Open &amp;recent</source>
        <translation>Відкрити &amp;недавні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Sample p&amp;ictures</source>
        <translation>&amp;Приклади зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Read &amp;many pictures…</source>
        <translation>Прочитати &amp;багато зображень…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Read many pictures into a table</source>
        <translation>Прочитати багато зображень у таблицю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Form &amp;editor…</source>
        <translation>Ре&amp;дактор бланків…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Mark the fields of a printed form, and read filled-in pages with it</source>
        <translation>Позначити поля друкованого бланка й читати за ним заповнені сторінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Save the answer…</source>
        <translation>&amp;Зберегти відповідь…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Save the answer</source>
        <translation>Зберегти відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>P&amp;rint the answer…</source>
        <translation>&amp;Друкувати відповідь…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Print the answer</source>
        <translation>Друкувати відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Arc&amp;hive…</source>
        <translation>Ар&amp;хів…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Archive of earlier readings</source>
        <translation>Архів прочитаного раніше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Data sets…</source>
        <translation>Набори &amp;даних…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Data sets</source>
        <translation>Набори даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Lessons</source>
        <translation>&amp;Уроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Record a lesson…</source>
        <translation>&amp;Записати урок…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Record a lesson</source>
        <translation>Записати урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Open a lesson…</source>
        <translation>&amp;Відкрити урок…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Open a lesson from a file and play it</source>
        <translation>Відкрити урок із файлу й показати його</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>S&amp;hare as a web page…</source>
        <translation>&amp;Відкрити доступ через вебсторінку…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Share a web page that reads digits with this model</source>
        <translation>Відкрити доступ до вебсторінки, яка читає цифри цією моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Quit</source>
        <translation>Ви&amp;йти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Redo (also Ctrl+Y)</source>
        <translation>Повторити (також Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Copy the number</source>
        <translation>&amp;Копіювати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the number</source>
        <translation>Копіювати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the answer as a &amp;picture</source>
        <translation>Копіювати відповідь як &amp;зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the answer as a picture</source>
        <translation>Копіювати відповідь як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the answer as &amp;text</source>
        <translation>Копіювати відповідь як &amp;текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the probabilities and the evidence, for a spreadsheet</source>
        <translation>Скопіювати ймовірності та свідчення для електронної таблиці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy as P&amp;ython</source>
        <translation>Копі&amp;ювати як Python</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the lines of Python that read this picture in the same way</source>
        <translation>Копіювати рядки Python, які так само прочитають це зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy as co&amp;mmand</source>
        <translation>Копіювати як ко&amp;манду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy the command that reads this picture in the same way</source>
        <translation>Копіювати команду, яка так само прочитає це зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Read the picture &amp;as</source>
        <translation>Прочитати зображення &amp;як</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Cr&amp;op and turn…</source>
        <translation>О&amp;брізати й повернути…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Choose the part of the picture to read</source>
        <translation>Вибрати частину зображення, яку слід прочитати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Clear</source>
        <translation>&amp;Очистити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Clear the canvas</source>
        <translation>Очистити полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;New noise</source>
        <translation>&amp;Новий шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>New noise</source>
        <translation>Новий шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>N&amp;o noise</source>
        <translation>&amp;Без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>No noise</source>
        <translation>Без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Налаштування…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Preferences</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Choose</source>
        <translation>&amp;Вибрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Train…</source>
        <translation>&amp;Навчити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Train a model</source>
        <translation>Навчити модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Teac&amp;h…</source>
        <translation>&amp;Довчити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Teach a model your handwriting</source>
        <translation>Навчити модель вашого почерку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Open a model file…</source>
        <translation>Ві&amp;дкрити файл моделі…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Open a model file</source>
        <translation>Відкрити файл моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Models and comparison…</source>
        <translation>&amp;Моделі та порівняння…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Models and comparison</source>
        <translation>Моделі та порівняння</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Fool it…</source>
        <translation>О&amp;бдурити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Fool it: find the smallest change that makes the model misread a digit</source>
        <translation>Обдурити: знайти найменшу зміну, через яку модель прочитає цифру хибно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>S&amp;weeps…</source>
        <translation>&amp;Перебори…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Train many models that a file describes, and compare them</source>
        <translation>Навчити багато моделей, описаних у файлі, і порівняти їх</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Scorecard…</source>
        <translation>&amp;Оцінки…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Scorecard</source>
        <translation>Оцінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Think &amp;longer</source>
        <translation>Думати &amp;довше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Think longer: search for better explanations under every label, step by step</source>
        <translation>Думати довше: крок за кроком шукати кращі пояснення для кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Engine</source>
        <translation>&amp;Рушій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Let this engine run the model in use</source>
        <translation>Запускати поточну модель цим рушієм</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Write</source>
        <translation>&amp;Створення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Let the model write a sheet of digits</source>
        <translation>Нехай модель напише аркуш цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Erase and complete…</source>
        <translation>&amp;Стерти й доповнити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Erase and complete</source>
        <translation>Стерти й доповнити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Walk between digits…</source>
        <translation>&amp;Прогулянка між цифрами…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Walk between digits</source>
        <translation>Прогулянка між цифрами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Colours of the window</source>
        <translation>Кольори вікна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Several digits</source>
        <translation>&amp;Кілька цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Several digits: read a number</source>
        <translation>Кілька цифр: прочитати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Wide canvas</source>
        <translation>&amp;Широке полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Wide canvas, to write a number on</source>
        <translation>Широке полотно, щоб написати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Latent space…</source>
        <translation>&amp;Латентний простір…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Latent space</source>
        <translation>Латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Input pane</source>
        <translation>Панель &amp;входу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Show or hide the input pane</source>
        <translation>Показати або сховати панель входу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Answer pane</source>
        <translation>Панель в&amp;ідповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Show or hide the answer pane</source>
        <translation>Показати або сховати панель відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Generated, latent and loss pane</source>
        <translation>Панель створеного, &amp;латентного простору та втрат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Show or hide the generated digits and plots</source>
        <translation>Показати або сховати написані цифри й графіки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Larger text</source>
        <translation>&amp;Більший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Larger text</source>
        <translation>Більший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>S&amp;maller text</source>
        <translation>&amp;Менший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Smaller text</source>
        <translation>Менший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Default text size</source>
        <translation>&amp;Звичайний розмір тексту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Default text size</source>
        <translation>Звичайний розмір тексту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Light or dark</source>
        <translation>Світла чи &amp;темна тема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Light or dark</source>
        <translation>Світла чи темна тема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Full screen</source>
        <translation>На весь &amp;екран</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Full screen</source>
        <translation>На весь екран</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Guide</source>
        <translation>&amp;Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Guide</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;How a CVAE works</source>
        <translation>&amp;Як працює CVAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>A live picture of the network, with your drawing running through it</source>
        <translation>Жива схема мережі, крізь яку проходить ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Tour</source>
        <translation>&amp;Ознайомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Take the tour of the window again</source>
        <translation>Ознайомитися з вікном іще раз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Explain</source>
        <translation>П&amp;ояснити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Find a c&amp;ommand…</source>
        <translation>Знайти ко&amp;манду…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Find and run any command</source>
        <translation>Знайти й виконати будь-яку команду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Гарячі &amp;клавіші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>List of keyboard shortcuts</source>
        <translation>Список гарячих клавіш</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Open the &amp;log folder</source>
        <translation>Відкрити теку &amp;журналу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Show where the log is</source>
        <translation>Показати, де журнал</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;Copy a report</source>
        <translation>Копіювати &amp;звіт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Copy versions, system and the end of the log, for the person who helps you</source>
        <translation>Скопіювати версії, систему й кінець журналу для того, хто вам допомагає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>&amp;About desktop_cvae</source>
        <translation>Пр&amp;о desktop_cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Version, libraries and their licences</source>
        <translation>Версія, бібліотеки та їхні ліцензії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Label {name}</source>
        <translation>Мітка {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <location filename="../../../desktop_cvae/gui/shortcuts_dialog.py"/>
        <source>Read as this label</source>
        <translation>Прочитати з цією міткою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Automatic label</source>
        <translation>Автоматична мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Thinner pen</source>
        <translation>Тонше перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Broader pen</source>
        <translation>Товще перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Eraser</source>
        <translation>Гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Denoise</source>
        <translation>Знешумити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Denoise: replace the drawing with the reconstruction</source>
        <translation>Знешумити: замінити малюнок реконструкцією</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Correct the answer</source>
        <translation>Виправити відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Correct the answer: choose the right label</source>
        <translation>Виправити відповідь: вибрати правильну мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>Read the picture as …</source>
        <translation>Прочитати зображення як …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/commands.py"/>
        <source>How the picture is read</source>
        <translation>Як прочитано зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>The map needs MNIST&apos;s test digits, which are not on this computer; File ▸ Data sets… (Ctrl+D) downloads them.</source>
        <translation>Для карти потрібні тестові цифри MNIST, а на цьому комп’ютері їх немає; їх завантажить Файл ▸ Набори даних… (Ctrl+D).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>The map was cancelled; switch to another tab and back to compute it.</source>
        <translation>Побудову карти скасовано; щоб побудувати її, перейдіть на іншу вкладку й назад.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Loading TensorFlow for the Keras engine; this takes a few seconds.</source>
        <translation>Завантажується TensorFlow для рушія Keras; це триває кілька секунд.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Opening the model</source>
        <translation>Відкривається модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Checking the model file</source>
        <translation>Перевіряється файл моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Mapping the test digits …</source>
        <translation>Тестові цифри наносяться на карту …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Mapping the test digits</source>
        <translation>Тестові цифри наносяться на карту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Something went wrong; see the log (Help ▸ Open the log folder).</source>
        <translation>Щось пішло не так; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Writing digits</source>
        <translation>Пишуться цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/controller.py"/>
        <source>Opening the picture</source>
        <translation>Відкривається зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/drawing.py"/>
        <location filename="../../../desktop_cvae/gui/session_restore.py"/>
        <source>opening</source>
        <translation>відкриття</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/drawing.py"/>
        <source>clearing</source>
        <translation>очищення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/drawing.py"/>
        <source>blank canvas</source>
        <translation>чисте полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/drawing.py"/>
        <source>erasing</source>
        <translation>стирання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/drawing.py"/>
        <source>stroke</source>
        <translation>штрих</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/file_dialogs.py"/>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/job_status.py"/>
        <source> {seconds} s</source>
        <translation> {seconds} с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>{program} (safe mode)</source>
        <translation>{program} (безпечний режим)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>Six short hints, one after the other; Help ▸ Tour shows them at any time</source>
        <translation>Шість підказок одна за одною; будь-коли їх покаже Довідка ▸ Ознайомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>New here? Take a short tour of the window.</source>
        <translation>Ви тут уперше? Коротке ознайомлення покаже, що де є.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>Show me around</source>
        <translation>Покажіть</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>How a CVAE works</source>
        <translation>Як працює CVAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>A live picture of the network, with a digit running through it</source>
        <translation>Жива схема мережі, крізь яку проходить цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>No, thanks</source>
        <translation>Ні, дякую</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>Help ▸ Tour shows it at any time</source>
        <translation>Будь-коли його покаже Довідка ▸ Ознайомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>Crop and turn…</source>
        <translation>Обрізати й повернути…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>Choose the part to read</source>
        <translation>Вибрати частину для читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/main_window.py"/>
        <source>“{name}” is large; you can crop it to the part with the writing.</source>
        <translation>Зображення «{name}» велике; його можна обрізати до частини з написаним.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/menus.py"/>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/menus.py"/>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Скасувати: {step}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/menus.py"/>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Повторити: {step}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>There is no picture on the clipboard; copy one first.</source>
        <translation>У буфері обміну немає зображення; спершу скопіюйте його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Web addresses are not opened, and nothing was downloaded; save the picture as a file first.</source>
        <translation>Вебадреси не відкриваються, і нічого не завантажено; спершу збережіть зображення як файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>the clipboard&apos;s picture</source>
        <translation>зображення з буфера обміну</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Only the first of {n} models is opened: “{name}”.</source>
        <extracomment>For 1: Only the first of {n} models is opened: “{name}”.</extracomment>
        <translation>
            <numerusform>Відкрито лише першу з {n} моделі: «{name}».</numerusform>
            <numerusform>Відкрито лише першу з {n} моделей: «{name}».</numerusform>
            <numerusform>Відкрито лише першу з {n} моделей: «{name}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Model files among pictures are left out; drop one alone to open it.</source>
        <translation>Файли моделей серед зображень пропущено; щоб відкрити модель, перетягніть її окремо.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Open a lesson</source>
        <translation>Відкрити урок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/opening.py"/>
        <source>Models</source>
        <translation>Моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Last used model</source>
        <translation>Остання використана модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Same as the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Settings and recent files are kept on this computer only. The program never sends anything and never looks for updates.</source>
        <translation>Налаштування й недавні файли зберігаються лише на цьому комп’ютері. Програма ніколи нічого не надсилає й не шукає оновлень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Text size in per cent</source>
        <translation>Розмір тексту у відсотках</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Size of all texts in the window</source>
        <translation>Розмір усіх текстів у вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Language of all texts and numbers</source>
        <translation>Мова всіх текстів і чисел</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Takes effect at the next start.</source>
        <translation>Діятиме після наступного запуску.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Restart now</source>
        <translation>Перезапустити зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Restart the program; your drawing is kept</source>
        <translation>Перезапустити програму; ваш малюнок збережеться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Width of the pen</source>
        <translation>Товщина пера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Model to start with</source>
        <translation>Модель для початку роботи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>The model that is opened at the start</source>
        <translation>Модель, яка відкривається під час запуску</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Engine</source>
        <translation>Рушій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>The engine that runs the networks; both give the same answer</source>
        <translation>Рушій, що виконує мережі; обидва дають однакову відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Thinking steps</source>
        <translation>Кроки роздумів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Upper limit for Model ▸ Think longer; eight steps are enough for most digits</source>
        <translation>Скільки кроків щонайбільше шукає команда «Модель ▸ Думати довше»; більшості цифр вистачає восьми</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Remember opened files for the File menu</source>
        <translation>Пам’ятати відкриті файли для меню «Файл»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Keep the names of the last ten files that were opened</source>
        <translation>Зберігати назви десяти останніх відкритих файлів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Clear the list</source>
        <translation>Очистити список</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Clear the list of recent files now</source>
        <translation>Очистити список недавніх файлів зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Show the tour</source>
        <translation>Показати ознайомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Reset to defaults</source>
        <translation>Скинути до стандартних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Reset all preferences to their defaults</source>
        <translation>Скинути всі налаштування до стандартних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Close; changes are saved (Esc)</source>
        <translation>Закрити; усе збережено (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Appearance</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Text size</source>
        <translation>Розмір тексту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Drawing and reading</source>
        <translation>Малювання й читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Pen</source>
        <translation>Перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Start with</source>
        <translation>Починати з</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>Privacy</source>
        <translation>Приватність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/preferences_dialog.py"/>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/recent_files.py"/>
        <source>&amp;Clear this list</source>
        <translation>&amp;Очистити цей список</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/screenshot.py"/>
        <source>The window did not answer in time, so there is no screenshot.</source>
        <translation>Вікно не відповіло вчасно, тому знімка екрана немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/screenshot.py"/>
        <source>The screenshot “{path}” could not be written: {reason}.</source>
        <translation>Не вдалося записати знімок екрана «{path}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/session_restore.py"/>
        <source>The program ended unexpectedly last time; your drawing is back.</source>
        <translation>Минулого разу програма завершилася несподівано; ваш малюнок повернуто.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/session_restore.py"/>
        <source>Your drawing cannot be saved for the next start. Everything else still works.</source>
        <translation>Ваш малюнок не вдається зберегти до наступного запуску. Усе інше працює.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/settings.py"/>
        <source>Your settings could not be read, so the defaults are used.</source>
        <translation>Не вдалося прочитати ваші налаштування, тому діють стандартні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/settings.py"/>
        <source>Your settings were damaged, so the defaults are used.</source>
        <translation>Ваші налаштування були пошкоджені, тому діють стандартні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/settings.py"/>
        <source>Your settings were damaged and are kept as “{name}”.</source>
        <translation>Ваші налаштування були пошкоджені; їх збережено як «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/settings_undo.py"/>
        <source>noise</source>
        <translation>шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/settings_undo.py"/>
        <source>label</source>
        <translation>мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/settings_undo.py"/>
        <source>preparation</source>
        <translation>підготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/several_digits.py"/>
        <source>Several digits: read them as a number?</source>
        <translation>Кілька цифр: прочитати їх як число?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/several_digits.py"/>
        <source>Find the digits and read each of them (N)</source>
        <translation>Знайти цифри й прочитати кожну з них (N)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/several_digits.py"/>
        <source>Read the number</source>
        <translation>Прочитати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/shortcuts_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Гарячі клавіші</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="vanished">Роздуми</translation>
    </message>
</context>
</TS>
