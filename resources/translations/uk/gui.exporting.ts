<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_code.py"/>
        <source>Save the drawing as “{name}” first; it is not a file yet.</source>
        <translation>Спершу збережіть малюнок як «{name}»: це ще не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_code.py"/>
        <source>It reads the picture without the noise.</source>
        <translation>Зображення читатиметься без шуму.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_code.py"/>
        <source>The Python code is on the clipboard.</source>
        <translation>Код Python у буфері обміну.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_code.py"/>
        <source>The command is on the clipboard.</source>
        <translation>Команда в буфері обміну.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>the answer</source>
        <translation>відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>There is no answer yet; draw a digit first.</source>
        <translation>Відповіді ще немає; спершу намалюйте цифру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>For each label, the model writes the digit that explains the drawing best. The evidence in nats (ELBO) counts what this leaves unexplained, pixel by pixel (recon.), and how unusual the handwriting would be (KL): evidence = −(recon. + KL). Closer to 0 is better.</source>
        <translation>Для кожної мітки модель пише цифру, яка найкраще пояснює малюнок. Свідчення в натах (ELBO) враховує, що лишається непоясненим, піксель за пікселем (рекон.), і наскільки незвичним був би почерк (KL): свідчення = −(рекон. + KL). Ближче до 0 — краще.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Spread: dark where the model is unsure. Difference: red with dots marks missing ink, blue marks extra ink.</source>
        <translation>Розкид: темно там, де модель не впевнена. Різниця: червоне з крапками — чорнило, якого бракує, синє — зайве чорнило.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Green with crosses marks foreign ink, which does not count against any label.</source>
        <translation>Зелене з хрестиками — чуже чорнило, яке не свідчить проти жодної мітки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Probabilities are calibrated: of answers given with 90 %, nine in ten are right.</source>
        <translation>Імовірності калібровано: з відповідей із 90 % правильні дев’ять із десяти.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Probabilities are the softmax of the evidence; they are not calibrated.</source>
        <translation>Імовірності — це softmax свідчень; вони не калібровані.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>PDF page that explains it</source>
        <translation>Сторінка PDF із поясненням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <location filename="../../../desktop_cvae/gui/exporting/export.py"/>
        <source>PNG picture</source>
        <translation>Зображення PNG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <location filename="../../../desktop_cvae/gui/exporting/export.py"/>
        <source>SVG drawing</source>
        <translation>Рисунок SVG</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>PNG of the small pictures in a row</source>
        <translation>PNG малих зображень у ряд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>desktop_cvae {version} · model {name} · {when}</source>
        <translation>desktop_cvae {version} · модель {name} · {when}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Noisy</source>
        <translation>Із шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Spread</source>
        <translation>Розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Difference</source>
        <translation>Різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>The best label is {gap}. The shorter a bar, the further its label is behind.</source>
        <translation>Найкраща мітка — {gap}. Що коротша смуга, то більше відстає її мітка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Preparation of the picture: {title} ({share}).</source>
        <translation>Підготовка зображення: {title} ({share}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>automatic</source>
        <translation>автоматично</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>{name}, chosen</source>
        <translation>{name}, вибрано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Weights</source>
        <translation>Ваги</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Trained on</source>
        <translation>Навчено на</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Engine</source>
        <translation>Рушій</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Label</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Like a digit</source>
        <translation>Схоже на цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Rejection</source>
        <translation>Відхилення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Views</source>
        <translation>Копії</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>{n} of the drawing (test-time augmentation)</source>
        <extracomment>For 1: {n} of the drawing (test-time augmentation)</extracomment>
        <translation>
            <numerusform>{n} копія малюнка (аугментація під час тестування)</numerusform>
            <numerusform>{n} копії малюнка (аугментація під час тестування)</numerusform>
            <numerusform>{n} копій малюнка (аугментація під час тестування)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>{time} ms</source>
        <translation>{time} мс</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>{kind}, {level} %, seed {seed}</source>
        <translation>{kind}, {level} %, зерно {seed}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>PNG picture, large</source>
        <translation>Зображення PNG, велике</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>PNG picture, 28 × 28</source>
        <translation>Зображення PNG, 28 × 28</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>PNG picture, 28 × 28, white on black as MNIST</source>
        <translation>Зображення PNG, 28 × 28, біле на чорному, як у MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/answer_export.py"/>
        <source>the drawing</source>
        <translation>малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/export.py"/>
        <source>PDF page</source>
        <translation>Сторінка PDF</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/export.py"/>
        <source>CSV table</source>
        <translation>Таблиця CSV</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/export.py"/>
        <source>CSV for Excel</source>
        <translation>CSV для Excel</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/export.py"/>
        <source>Excel workbook</source>
        <translation>Книга Excel</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>There is nothing to export here yet.</source>
        <translation>Тут ще нема чого експортувати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Something went wrong; see the log (Help ▸ Open the log folder).</source>
        <translation>Щось пішло не так; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Save {title}…</source>
        <translation>Зберегти: {title}…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Copy picture</source>
        <translation>Копіювати зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Copy as text</source>
        <translation>Копіювати як текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Print…</source>
        <translation>Друкувати…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Save {title}</source>
        <translation>Зберегти: {title}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Saved as “{name}”.</source>
        <translation>Збережено як «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>{what} is on the clipboard, as a picture.</source>
        <translation>{what}: зображення в буфері обміну.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>{what} is on the clipboard, as text.</source>
        <translation>{what}: текст у буфері обміну.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Print {title}</source>
        <translation>Друкувати: {title}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>{what} was sent to the printer.</source>
        <translation>{what}: надіслано на друк.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>Preparing the export</source>
        <translation>Підготовка експорту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>PNG picture as shown</source>
        <translation>Зображення PNG, як на екрані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/exporter.py"/>
        <source>The printer did not accept the page; is it switched on?</source>
        <translation>Принтер не прийняв сторінку; чи ввімкнено його?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/number_export.py"/>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/number_export.py"/>
        <source>PNG picture with boxes</source>
        <translation>Зображення PNG із рамками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/number_export.py"/>
        <location filename="../../../desktop_cvae/gui/exporting/samples_export.py"/>
        <source>the number</source>
        <translation>число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/plot_exports.py"/>
        <source>the loss</source>
        <translation>втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/plot_exports.py"/>
        <source>the latent map</source>
        <translation>латентна карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/plot_exports.py"/>
        <source>the confusion matrix</source>
        <translation>матриця помилок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/samples_export.py"/>
        <source>GIF animation</source>
        <translation>Анімація GIF</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/samples_export.py"/>
        <source>the walk</source>
        <translation>прогулянка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/exporting/samples_export.py"/>
        <source>PNG strip</source>
        <translation>Стрічка PNG</translation>
    </message>
</context>
</TS>
