<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>The picture that the model receives: 28 × 28, centred</source>
        <translation>Зображення, яке отримує модель: 28 × 28, відцентроване</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Noisy</source>
        <translation>Із шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>The picture with noise, as the model reads it</source>
        <translation>Зображення із шумом, яким його читає модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>How the model explains the picture with this label</source>
        <translation>Як модель пояснює зображення цією міткою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Difference</source>
        <translation>Різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Red stripes: ink missing from the drawing; blue: extra ink</source>
        <translation>Червоне, смугасте: чорнило, якого малюнку бракує; синє: чорнило, що в ньому зайве</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Before</source>
        <translation>Було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>The input before denoising; undo brings it back</source>
        <translation>Вхід до знешумлення; скасування його поверне</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Denoised</source>
        <translation>Без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>The reconstruction, now the input</source>
        <translation>Реконструкція, яка тепер є входом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Where reconstructions from samples of the posterior differ: what the model is unsure of</source>
        <translation>Де різняться реконструкції зразків апостеріорного розподілу: у чому модель не впевнена</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>What the model sees</source>
        <translation>Що бачить модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Spread</source>
        <translation>Розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>As {name}</source>
        <translation>Як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>How the model explains this as {name}</source>
        <translation>Як модель пояснює це як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Why not {name}</source>
        <translation>Чому не {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/answer_column.py"/>
        <source>Evidence against {name}: missing ink, extra ink</source>
        <translation>Свідчення проти {name}: чорнило, якого бракує, і зайве</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/correction_step.py"/>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/digit_grid.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/digit_grid.py"/>
        <source>Digit {number} of {count}</source>
        <translation>Цифра {number} з {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/disclosure.py"/>
        <source>Show or hide</source>
        <translation>Показати або сховати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/disclosure.py"/>
        <source>unfolded</source>
        <translation>розгорнуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/disclosure.py"/>
        <source>folded</source>
        <translation>згорнуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/drawing_canvas.py"/>
        <source>Draw a digit here</source>
        <translation>Намалюйте тут цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/drawing_canvas.py"/>
        <source>Write a number here</source>
        <translation>Напишіть тут число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/drawing_canvas.py"/>
        <source>or drop a picture</source>
        <translation>або перетягніть зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/drawing_canvas.py"/>
        <source>Example: draw your own digit</source>
        <translation>Приклад: намалюйте свою цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/drawing_canvas.py"/>
        <source>Drawing canvas</source>
        <translation>Полотно для малювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/drawing_canvas.py"/>
        <source>Draw a digit with the mouse, a pen or a finger.</source>
        <translation>Намалюйте цифру мишею, пером або пальцем.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_bars.py"/>
        <source>Evidence per label</source>
        <translation>Свідчення для кожної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_bars.py"/>
        <source>Draw a digit to see how well each label explains it.</source>
        <translation>Намалюйте цифру, щоб побачити, наскільки добре її пояснює кожна мітка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_bars.py"/>
        <source>{name}: evidence {nats} nats
reconstruction {reconstruction}, KL {kl}</source>
        <translation>{name}: свідчення {nats} нат
реконструкція {reconstruction}, KL {kl}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_bars.py"/>
        <source>Nothing is drawn yet.</source>
        <translation>Ще нічого не намальовано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_bars.py"/>
        <source>{name}: {nats} nats, {share}</source>
        <translation>{name}: {nats} нат, {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_scale.py"/>
        <source>recon.</source>
        <translation>рекон.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_scale.py"/>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_scale.py"/>
        <source>nats</source>
        <translation>нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_scale.py"/>
        <source>prob.</source>
        <translation>ймов.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_table.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_table.py"/>
        <source>nats behind the best</source>
        <translation>відставання, нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/evidence_table.py"/>
        <source>behind best</source>
        <translation>відставання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/explained_heading.py"/>
        <source>What is this? Explained with your drawing</source>
        <translation>Що це? Пояснення на вашому малюнку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Gaussian</source>
        <translation>Гаусів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Salt and pepper</source>
        <translation>Сіль і перець</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Speckle</source>
        <translation>Спекл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Occlusion</source>
        <translation>Затулення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Kind of noise</source>
        <translation>Вид шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Noise added to the image that the model reads</source>
        <translation>Шум, доданий до зображення, яке читає модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Noise level in per cent</source>
        <translation>Рівень шуму у відсотках</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>How much noise: 0 is none</source>
        <translation>Скільки шуму: 0 — немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>New noise</source>
        <translation>Новий шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>New noise of the same kind and level (Space)</source>
        <translation>Новий шум того самого виду й рівня (пробіл)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Denoise</source>
        <translation>Знешумити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Replace the drawing with the reconstruction, without noise (D)</source>
        <translation>Замінити малюнок реконструкцією, без шуму (D)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Open…</source>
        <translation>Відкрити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Open a picture (Ctrl+O)</source>
        <translation>Відкрити зображення (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Paste</source>
        <translation>Вставити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Paste a picture (Ctrl+V)</source>
        <translation>Вставити зображення (Ctrl+V)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Read several digits as a number (N)</source>
        <translation>Прочитати кілька цифр як число (N)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/input_column.py"/>
        <source>Label</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/label_bar.py"/>
        <source>Use the recognised label (A)</source>
        <translation>Брати розпізнану мітку (A)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/label_bar.py"/>
        <source>This model was trained without labels, so there are none to choose from.</source>
        <translation>Цю модель навчено без міток, тож вибирати нема з чого.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/label_bar.py"/>
        <source>Label {name}</source>
        <translation>Мітка {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/label_bar.py"/>
        <source>Read, reconstruct and write as {name}{key}</source>
        <translation>Читати, відтворювати й писати як {name}{key}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/label_bar.py"/>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/label_bar.py"/>
        <source>Automatic label</source>
        <translation>Автоматична мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>The model that answers</source>
        <translation>Модель, яка відповідає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>No model yet</source>
        <translation>Моделі ще немає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <location filename="../../../desktop_cvae/gui/widgets/notice_bar.py"/>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>Guide</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>The guide (F1); “?” lists the keyboard shortcuts</source>
        <translation>Посібник (F1); «?» показує гарячі клавіші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>Toggle theme</source>
        <translation>Змінити тему</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>Light or dark (Ctrl+L)</source>
        <translation>Світла чи темна (Ctrl+L)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>conditional VAE</source>
        <translation>умовний VAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>VAE without labels</source>
        <translation>VAE без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>{read} (to read) and {write} (to write)</source>
        <translation>{read} (для читання) і {write} (для письма)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/model_chooser.py"/>
        <source>{kind} · {size} latent dimensions · trained on {data}</source>
        <translation>{kind} · латентних вимірів: {size} · навчено на {data}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/notice_bar.py"/>
        <source>Show the details</source>
        <translation>Показати подробиці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/notice_bar.py"/>
        <source>Details of the notice</source>
        <translation>Подробиці повідомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/notice_bar.py"/>
        <source>Close notice</source>
        <translation>Закрити повідомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/notice_bar.py"/>
        <source>Close this notice (Esc)</source>
        <translation>Закрити це повідомлення (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Thin</source>
        <translation>Тонке</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Medium</source>
        <translation>Середнє</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Broad</source>
        <translation>Товсте</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>{name} pen</source>
        <translation>{name} перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>{name} pen ([ thinner, ] broader)</source>
        <translation>{name} перо ([ тонше, ] товще)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Eraser</source>
        <translation>Гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Erase instead of drawing (E)</source>
        <translation>Стирати замість малювання (E)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Undo the last stroke (Ctrl+Z)</source>
        <translation>Скасувати останній штрих (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Redo</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Redo (Ctrl+Shift+Z, Ctrl+Y)</source>
        <translation>Повторити (Ctrl+Shift+Z, Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/pen_bar.py"/>
        <source>Clear the canvas (Delete)</source>
        <translation>Очистити полотно (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>Chosen by the evidence</source>
        <translation>Вибрано за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>Read the picture &amp;as</source>
        <translation>Прочитати зображення &amp;як</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>How the picture is read</source>
        <translation>Як прочитано зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>All ways to read the picture (P)</source>
        <translation>Усі способи прочитати зображення (P)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>All ways to read the picture</source>
        <translation>Усі способи прочитати зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>Selected, with probability {share}</source>
        <translation>Вибрано, імовірність {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>Probability {share}, {nats} nats behind the best</source>
        <translation>Імовірність {share}, на {nats} нат позаду найкращого</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>Chosen by you; click to let the evidence decide again</source>
        <translation>Вибрано вами; клацніть, щоб знову вирішувало свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/preparation_strip.py"/>
        <source>Click to read the picture this way</source>
        <translation>Клацніть, щоб прочитати зображення так</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>Hatched: foreign ink. No label explains it, so it does not belong to the digit and does not count against any label.</source>
        <translation>Заштриховане: чуже чорнило. Жодна мітка його не пояснює, тож воно не належить цифрі й не свідчить проти жодної мітки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>The drawing compared with the label&apos;s reconstruction: missing ink and extra ink</source>
        <translation>Малюнок порівняно з реконструкцією за міткою: чорнило, якого бракує, і зайве чорнило</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>foreign ink</source>
        <translation>чуже чорнило</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>The gap in evidence; one nat less means e times less probable</source>
        <translation>Розрив у свідченні; на нат менше — у e разів менш імовірно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>missing</source>
        <translation>бракує</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>extra</source>
        <translation>зайве</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>{nats} nats behind {name}</source>
        <translation>на {nats} нат менше за {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/reason_line.py"/>
        <source>{nats} nats ahead of {name}</source>
        <translation>на {nats} нат більше за {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/rejection_slider.py"/>
        <source>How digit-like a drawing must be. Anything less is rejected as “not a digit”. The higher the threshold, the more real digits are rejected by mistake: {share}.</source>
        <translation>Наскільки малюнок має бути схожим на цифру. Решта відхиляється як «не цифра». Що вищий поріг, то більше справжніх цифр відхиляється помилково: {share}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/rejection_slider.py"/>
        <source>Rejection: share of real digits rejected by mistake</source>
        <translation>Відхилення: частка справжніх цифр, відхилених помилково</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/rejection_slider.py"/>
        <source>Rejection</source>
        <translation>Відхилення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/rejection_slider.py"/>
        <source>Like a digit</source>
        <translation>Схоже на цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/rejection_slider.py"/>
        <source>rejects no picture</source>
        <translation>не відхиляє нічого</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/rejection_slider.py"/>
        <source>rejects {share} of real digits</source>
        <translation>відхиляє {share} справжніх цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Generated</source>
        <translation>Створене</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Latent</source>
        <translation>Латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Digits that the model writes</source>
        <translation>Цифри, які пише модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Where the picture lies among the test digits</source>
        <translation>Де зображення лежить серед тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Loss during the model&apos;s training</source>
        <translation>Втрати під час навчання моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>Generated digits, latent space and loss</source>
        <translation>Створені цифри, латентний простір і втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>a digit that the model wrote</source>
        <translation>цифра, яку написала модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/result_tabs.py"/>
        <source>One moment …</source>
        <translation>Мить …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>No model</source>
        <translation>Немає моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Show the training, or use the model once it is done</source>
        <translation>Показати навчання або використати модель, коли воно завершиться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Training</source>
        <translation>Навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>The web page is shared; show its link, or stop sharing</source>
        <translation>Доступ до вебсторінки відкрито; показати посилання або закрити доступ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Sharing</source>
        <translation>Спільний доступ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Cancel this; everything stays as it was</source>
        <translation>Скасувати це; усе лишиться, як було</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Working …</source>
        <translation>Триває робота …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>{share} % on MNIST test</source>
        <translation>{share} % на тесті MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>Keras engine</source>
        <translation>рушій Keras</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/status_strip.py"/>
        <source>answered in {elapsed_ms} ms</source>
        <translation>відповідь за {elapsed_ms} мс</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>The picture was read in eleven views (test-time augmentation). Then, for every label, the latent space was searched step by step for the code that explains the picture best. The evidence is the mean of both; the views count twice.</source>
        <translation>Зображення прочитано в одинадцяти копіях (аугментація під час тестування). Тоді для кожної мітки в латентному просторі крок за кроком знайдено код, що пояснює зображення найкраще. Свідчення — середнє обох результатів; копії враховано двічі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>or open a picture; it is read at once</source>
        <translation>або відкрийте зображення; його буде прочитано відразу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>or open a picture; it is reconstructed at once</source>
        <translation>або відкрийте зображення; його буде відтворено відразу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Draw a digit</source>
        <translation>Намалюйте цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Loading the model</source>
        <translation>Завантажується модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>you can draw already</source>
        <translation>малювати вже можна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Open a model file from the “Model” menu.</source>
        <translation>Відкрийте файл моделі з меню «Модель».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Two labels were close, so the picture was read again in {n} views (test-time augmentation): slightly turned, slanted, scaled and shifted. The evidence is their mean.</source>
        <extracomment>For 1: Two labels were close, so the picture was read again in {n} view (test-time augmentation): slightly turned, slanted, scaled and shifted. The evidence is their mean.</extracomment>
        <translation>
            <numerusform>Дві мітки були близькі, тож прочитано {n} копію зображення (аугментація під час тестування): трохи повернуту, нахилену, масштабовану чи зсунуту. Свідчення — середнє.</numerusform>
            <numerusform>Дві мітки були близькі, тож прочитано {n} копії зображення (аугментація під час тестування): трохи повернуті, нахилені, масштабовані чи зсунуті. Свідчення — їхнє середнє.</numerusform>
            <numerusform>Дві мітки були близькі, тож прочитано {n} копій зображення (аугментація під час тестування): трохи повернутих, нахилених, масштабованих чи зсунутих. Свідчення — їхнє середнє.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>The picture has no ink.</source>
        <translation>На зображенні немає чорнила.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Reconstructed</source>
        <translation>Відтворено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>{nats} nats of evidence; this model names no digits</source>
        <translation>{nats} нат свідчення; ця модель не називає цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Not a digit</source>
        <translation>Не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>It looks most like {nearest}, but not enough like a digit.</source>
        <translation>Найбільше схоже на {nearest}, але недостатньо схоже на цифру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Probability: {share}</source>
        <translation>Імовірність: {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>It is {name}</source>
        <translation>Це {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Unsure: {names}</source>
        <translation>Непевно: {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>Probability of {name}: {share}</source>
        <translation>Імовірність, що це {name}: {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>{line}; read as {name} below</source>
        <translation>{line}; нижче прочитано як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>; thinking, step {n}</source>
        <translation>; думає, крок {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>; unchanged after {n} steps</source>
        <extracomment>For 1: ; unchanged after {n} step</extracomment>
        <translation>
            <numerusform>; без змін після {n} кроку</numerusform>
            <numerusform>; без змін після {n} кроків</numerusform>
            <numerusform>; без змін після {n} кроків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>; {first} at first</source>
        <translation>; спершу {first}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>; {first} until step {n}</source>
        <translation>; до кроку {n} — {first}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>an {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>a {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/verdict.py"/>
        <source>{names} or {last}</source>
        <translation>{names} або {last}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>Draw</source>
        <translation>Малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>The input of the model (Ctrl+1)</source>
        <translation>Вхід моделі (Ctrl+1)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>The digits of the number, one by one (Ctrl+1)</source>
        <translation>Цифри числа, одна за одною (Ctrl+1)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>Answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>Input, reconstruction and evidence (Ctrl+2)</source>
        <translation>Вхід, реконструкція та свідчення (Ctrl+2)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>Border between two panes</source>
        <translation>Межа між двома панелями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/window_panes.py"/>
        <source>Drag to resize the panes, or to the edge to hide one (Ctrl+1, 2, 3 show it again); double-click for the default widths</source>
        <translation>Перетягніть, щоб змінити розмір панелей, або до краю, щоб сховати одну (Ctrl+1, 2, 3 її повернуть); подвійне клацання — стандартна ширина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/work_dialog.py"/>
        <source>Something went wrong; see the log (Help ▸ Open the log folder).</source>
        <translation>Щось пішло не так; подробиці в журналі (Довідка ▸ Відкрити теку журналу).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/work_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/widgets/work_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message>
        <source>Selected: {share} by evidence</source>
        <translation type="vanished">Вибрано: {share} за свідченням</translation>
    </message>
    <message>
        <source>{share} by evidence, {nats} nats behind the best</source>
        <translation type="vanished">{share} за свідченням, на {nats} нат позаду найкращого</translation>
    </message>
    <message>
        <source>one in {count}</source>
        <translation type="vanished">одна з {count}</translation>
    </message>
    <message>
        <source>none</source>
        <translation type="vanished">немає</translation>
    </message>
    <message>
        <source>rejects none</source>
        <translation type="vanished">не відхиляє жодної</translation>
    </message>
    <message>
        <source>rejects 1 in {count}</source>
        <translation type="vanished">відхиляє 1 з {count}</translation>
    </message>
    <message>
        <source>{share} probable by evidence</source>
        <translation type="vanished">імовірність за свідченням: {share}</translation>
    </message>
    <message>
        <source>{name} is {share} probable by evidence</source>
        <translation type="vanished">{name}: імовірність за свідченням {share}</translation>
    </message>
</context>
</TS>
