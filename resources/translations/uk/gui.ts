<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>ONNX Runtime (fast)</source>
        <translation>ONNX Runtime (швидко)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Keras (the reference, slow to load)</source>
        <translation>Keras (еталон, завантажується повільно)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Uniform walk…</source>
        <translation>&amp;Рівномірна прогулянка…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Random latent vectors…</source>
        <translation>&amp;Випадкові латентні вектори…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Samples from the prior…</source>
        <translation>&amp;Зразки з апріорного розподілу…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Decoded &amp;test digits…</source>
        <translation>&amp;Декодовані тестові цифри…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Input pane</source>
        <translation>Панель &amp;входу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Answer pane</source>
        <translation>Панель в&amp;ідповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Generated, latent and loss pane</source>
        <translation>Панель створеного, &amp;латентного простору та втрат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Follow the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Light</source>
        <translation>Світла</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Dark</source>
        <translation>Темна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Налаштування…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Cr&amp;op and turn…</source>
        <translation>О&amp;брізати й повернути…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Open a picture…</source>
        <translation>&amp;Відкрити зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Read &amp;many pictures…</source>
        <translation>Прочитати &amp;багато зображень…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Open &amp;recent</source>
        <translation>Відкрити &amp;недавні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Sample p&amp;ictures</source>
        <translation>&amp;Приклади зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Paste a picture</source>
        <translation>Вст&amp;авити зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Save the answer…</source>
        <translation>&amp;Зберегти відповідь…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>P&amp;rint the answer…</source>
        <translation>&amp;Друкувати відповідь…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Data sets…</source>
        <translation>Набори &amp;даних…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Quit</source>
        <translation>Ви&amp;йти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Copy the number</source>
        <translation>&amp;Копіювати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Copy the answer as a &amp;picture</source>
        <translation>Копіювати відповідь як &amp;зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Copy the answer as &amp;text</source>
        <translation>Копіювати відповідь як &amp;текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Clear</source>
        <translation>&amp;Очистити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;New noise</source>
        <translation>&amp;Новий шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>N&amp;o noise</source>
        <translation>&amp;Без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Choose</source>
        <translation>&amp;Вибрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Train…</source>
        <translation>&amp;Навчити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Open a model file…</source>
        <translation>Ві&amp;дкрити файл моделі…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Models and comparison…</source>
        <translation>&amp;Моделі та порівняння…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Scorecard…</source>
        <translation>&amp;Оцінки…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Engine</source>
        <translation>&amp;Рушій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Write</source>
        <translation>&amp;Створення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Erase and complete…</source>
        <translation>&amp;Стерти й доповнити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Walk between digits…</source>
        <translation>&amp;Прогулянка між цифрами…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Several digits</source>
        <translation>&amp;Кілька цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Wide canvas</source>
        <translation>&amp;Широке полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Latent space…</source>
        <translation>&amp;Латентний простір…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Larger text</source>
        <translation>&amp;Більший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>S&amp;maller text</source>
        <translation>&amp;Менший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Usual size of text</source>
        <translation>&amp;Звичайний розмір тексту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Light or dark</source>
        <translation>Світла чи &amp;темна тема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Full screen</source>
        <translation>На весь &amp;екран</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Guide</source>
        <translation>&amp;Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Tour</source>
        <translation>&amp;Ознайомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Explain</source>
        <translation>П&amp;ояснити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Keys</source>
        <translation>&amp;Клавіші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Open the &amp;log folder</source>
        <translation>Відкрити теку &amp;журналу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Copy a report</source>
        <translation>Копіювати &amp;звіт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;About desktop_cvae</source>
        <translation>Пр&amp;о desktop_cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Automatic label</source>
        <translation>Автоматична мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Label {name}</source>
        <translation>Мітка {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Thinner pen</source>
        <translation>Тонше перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Broader pen</source>
        <translation>Товще перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>Denoise</source>
        <translation>Прибрати шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Eraser</source>
        <translation>Гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Скасувати: {step}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/actions.py"/>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Повторити: {step}</translation>
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
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Read as that label</source>
        <translation>Прочитати з цією міткою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Label automatic</source>
        <translation>Мітка автоматично</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>New noise</source>
        <translation>Новий шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Denoise: the reconstruction becomes the input</source>
        <translation>Прибрати шум: реконструкція стає входом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Thinner, broader pen</source>
        <translation>Тонше, товще перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Clear the canvas</source>
        <translation>Очистити полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Redo, as Ctrl+Y does</source>
        <translation>Повторити, так само як Ctrl+Y</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Open a picture</source>
        <translation>Відкрити зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Read many pictures into a table</source>
        <translation>Прочитати багато зображень у таблицю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Paste a picture</source>
        <translation>Вставити зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Several digits: read a number</source>
        <translation>Кілька цифр: прочитати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Copy the number</source>
        <translation>Копіювати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Wide canvas, to write a number on</source>
        <translation>Широке полотно, щоб написати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>No noise</source>
        <translation>Без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Fold the input pane, or bring it back</source>
        <translation>Згорнути панель входу або повернути її</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>The same with the answer</source>
        <translation>Те саме з відповіддю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>The same with what the model writes</source>
        <translation>Те саме з тим, що пише модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Larger text</source>
        <translation>Більший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Smaller text</source>
        <translation>Менший текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Usual size of text</source>
        <translation>Звичайний розмір тексту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Full screen</source>
        <translation>На весь екран</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Close the message, leave the number</source>
        <translation>Закрити повідомлення, вийти з режиму числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Save the answer</source>
        <translation>Зберегти відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Print the answer</source>
        <translation>Друкувати відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Copy the answer as a picture</source>
        <translation>Копіювати відповідь як зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Data sets</source>
        <translation>Набори даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Erase and complete</source>
        <translation>Стерти й доповнити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Walk between digits</source>
        <translation>Прогулянка між цифрами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Open a model file</source>
        <translation>Відкрити файл моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Train a model</source>
        <translation>Навчити модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Models and comparison</source>
        <translation>Моделі та порівняння</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Scorecard</source>
        <translation>Оцінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Latent space</source>
        <translation>Латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Light or dark</source>
        <translation>Світла чи темна тема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Preferences</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Guide</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>What the evidence is, in the evidence list</source>
        <translation>Що таке свідчення (у списку свідчень)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>These keys, as Ctrl+/ does</source>
        <translation>Ці клавіші, так само як Ctrl+/</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/dialogs.py"/>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
</context>
</TS>
