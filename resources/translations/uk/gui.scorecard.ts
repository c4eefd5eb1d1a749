<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_matrix.py"/>
        <source>{n} digits “{label}” read correctly</source>
        <extracomment>For 1: {n} digit “{label}” read correctly</extracomment>
        <translation>
            <numerusform>{n} цифру «{label}» прочитано правильно</numerusform>
            <numerusform>{n} цифри «{label}» прочитано правильно</numerusform>
            <numerusform>{n} цифр «{label}» прочитано правильно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_matrix.py"/>
        <source>{n} digits “{label}” read as “{read}”</source>
        <extracomment>For 1: {n} digit “{label}” read as “{read}”</extracomment>
        <translation>
            <numerusform>{n} цифру «{label}» прочитано як «{read}»</numerusform>
            <numerusform>{n} цифри «{label}» прочитано як «{read}»</numerusform>
            <numerusform>{n} цифр «{label}» прочитано як «{read}»</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_matrix.py"/>
        <source>Confusion matrix</source>
        <translation>Матриця помилок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>Choose a cell to see its digits.</source>
        <translation>Виберіть клітинку, щоб побачити її цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>This model has no labels, so it has nothing to confuse.</source>
        <translation>Ця модель не має міток, тож плутати їй нічого.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>Digits of the cell with their reconstructions</source>
        <translation>Цифри клітинки з їхніми реконструкціями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>best</source>
        <translation>краща</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>True label ↓, label read →</source>
        <translation>Справжня мітка ↓, прочитана мітка →</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>These digits could not be shown; see the log.</source>
        <translation>Ці цифри не вдалося показати; подробиці в журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>{words}; {shown} shown.</source>
        <translation>{words}; показано {shown}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>Below each: nats behind the best.</source>
        <translation>Під кожною: на скільки нат відстає від найкращої.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/confusion_pane.py"/>
        <source>Blue: the true label. Red: the label read.</source>
        <translation>Синє: справжня мітка. Червоне: прочитана мітка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>MNIST&apos;s test digits are not on this computer; File ▸ Data sets… (Ctrl+D) downloads them.</source>
        <translation>Тестових цифр MNIST немає на цьому комп’ютері; їх завантажить Файл ▸ Набори даних… (Ctrl+D).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Accuracy, calibration, −ELBO, and how noise and shifts change them.</source>
        <translation>Точність, калібрування, −ELBO і як їх змінюють шум та зсуви.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Number of test digits</source>
        <translation>Кількість тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Measure</source>
        <translation>Виміряти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Models</source>
        <translation>Моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Test digits of MNIST</source>
        <translation>Тестові цифри MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Scorecard</source>
        <translation>Оцінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Reading the test digits …</source>
        <translation>Читаються тестові цифри …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>{percent} % measured</source>
        <translation>виміряно {percent} %</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Measured on {n} digits.</source>
        <extracomment>For 1: Measured on {n} digit.</extracomment>
        <translation>
            <numerusform>Виміряно на {n} цифрі.</numerusform>
            <numerusform>Виміряно на {n} цифрах.</numerusform>
            <numerusform>Виміряно на {n} цифрах.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_dialog.py"/>
        <source>Stopped after {n} digits.</source>
        <extracomment>For 1: Stopped after {n} digit.</extracomment>
        <translation>
            <numerusform>Зупинено після {n} цифри.</numerusform>
            <numerusform>Зупинено після {n} цифр.</numerusform>
            <numerusform>Зупинено після {n} цифр.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>digits</source>
        <translation>цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>right</source>
        <translation>правильно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>as read</source>
        <translation>як прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>rejected</source>
        <translation>відхилено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>recon.</source>
        <translation>рекон.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Answers grouped by their probability. On the dashed line, answers with 90 % are right nine times in ten. Larger dots stand for more answers.</source>
        <translation>Відповіді згруповано за ймовірністю. На пунктирі відповіді з 90 % правильні дев’ять разів із десяти. Більші точки означають більше відповідей.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Right: read correctly in one pass. As read: read correctly with the program&apos;s preparations and test-time augmentation, measured on one digit in four. ECE: expected calibration error, 15 bins. Rejected: answered “not a digit” at a false rejection rate of {percent} %. −ELBO in nats per image: grey-pixel BCE, true label, one posterior sample; its reconstruction and KL parts. Dashed: {sources}.</source>
        <translation>Правильно: прочитано правильно за один прохід. Як прочитано: прочитано правильно з підготовками програми та аугментацією під час тестування, виміряно на кожній четвертій цифрі. ECE: очікувана похибка калібрування, 15 інтервалів. Відхилено: відповідь «не цифра» за частки хибних відхилень {percent} %. −ELBO в натах на зображення: BCE сірих пікселів, справжня мітка, один зразок апостеріорного розподілу; його частини — реконструкція та KL. Пунктир: {sources}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>A picture is rejected as “not a digit” if its score is below the threshold. Lines: test digits. Dashed: letters, signs, outlines and areas that the program draws; a few of them happen to be digits. Dots: the current setting.</source>
        <translation>Зображення відхиляється як «не цифра», якщо його оцінка нижча за поріг. Лінії: тестові цифри. Пунктир: літери, знаки, контури й плями, які малює програма; дещо з них випадково є цифрами. Точки: чинне налаштування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Gaussian noise on the 28×28 pixels that the model reads.</source>
        <translation>Гаусів шум на 28×28 пікселях, які читає модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Digits shifted in one of eight directions, then prepared like every opened picture: found, scaled, centred.</source>
        <translation>Цифри, зсунуті в одному з восьми напрямів, а тоді підготовлені, як кожне відкрите зображення: знайдено, масштабовано, вирівняно по центру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Results on held-out digits</source>
        <translation>Результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>−ELBO and its parts</source>
        <translation>−ELBO та його частини</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Calibration curves</source>
        <translation>Криві калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Rejection</source>
        <translation>Відхилення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Accuracy under noise</source>
        <translation>Точність із шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Accuracy after shifts</source>
        <translation>Точність після зсувів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Results</source>
        <translation>Результати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Confusions</source>
        <translation>Помилки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>What does “calibrated” mean?</source>
        <translation>Що означає «калібровано»?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>When is a drawing rejected?</source>
        <translation>Коли малюнок відхиляється?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Calibration</source>
        <translation>Калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Shift</source>
        <translation>Зсув</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>the digits</source>
        <translation>цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/scorecard/scorecard_panes.py"/>
        <source>Dashed: {sources}.</source>
        <translation>Пунктир: {sources}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} digits “{label}” read right</source>
        <extracomment>For 1: {n} digit “{label}” read right</extracomment>
        <translation type="vanished">
            <numerusform>{n} цифру «{label}» прочитано правильно</numerusform>
            <numerusform>{n} цифри «{label}» прочитано правильно</numerusform>
            <numerusform>{n} цифр «{label}» прочитано правильно</numerusform>
        </translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits are not here; see File ▸ Data sets…</source>
        <translation type="vanished">Тестових цифр MNIST тут немає; див. Файл ▸ Набори даних…</translation>
    </message>
    <message>
        <source>Right: read correctly in one pass. As read: read correctly as the program reads pictures, with its preparations and views; of one digit in four. ECE: expected calibration error, 15 bins. Rejected: answered “not a digit” at a false rejection rate of {percent} %. −ELBO in nats per image: grey-pixel BCE, true label, one posterior sample; its reconstruction and KL parts. Dashed: {sources}.</source>
        <translation type="vanished">Правильно: прочитано правильно за один прохід. Як прочитано: правильно прочитано так, як програма читає зображення, — з її підготовками й видами; для кожної четвертої цифри. ECE: очікувана похибка калібрування, 15 інтервалів. Відхилено: відповідь «не цифра» за частки хибних відхилень {percent} %. −ELBO в натах на зображення: BCE сірих пікселів, справжня мітка, один зразок апостеріорного розподілу; його частини — реконструкція та KL. Пунктир: {sources}.</translation>
    </message>
</context>
</TS>
