<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>{name} · epoch {epoch}</source>
        <translation>{name} · епоха {epoch}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>saved</source>
        <translation>збережені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Move it to see the drawing and the ten digits through the weights that each training had after that epoch. “Saved” is what the model file holds.</source>
        <translation>Посуньте, щоб побачити малюнок і десять цифр крізь ваги, які кожне навчання мало після тієї епохи. «Збережені» — ті, що у файлі моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Weights after epoch</source>
        <translation>Ваги після епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Digits, latent spaces and results need MNIST&apos;s test digits, which are not here.</source>
        <translation>Для цифр, латентних просторів і результатів потрібні тестові цифри MNIST, яких тут немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Comparison — {names}</source>
        <translation>Порівняння — {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>images</source>
        <translation>зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>read right</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>−ELBO (nats)</source>
        <translation>−ELBO (нат)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>reconstruction</source>
        <translation>реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Of the saved weights: the slider moves only the drawing and the digits.</source>
        <translation>Для збережених ваг: повзунок змінює лише малюнок і цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Originals and reconstructions</source>
        <translation>Оригінали й реконструкції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Latent spaces</source>
        <translation>Латентні простори</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Loss over the epochs</source>
        <translation>Втрати за епохами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Held-out results</source>
        <translation>Результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Settings that differ</source>
        <translation>Налаштування, що різняться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Lines: validation. Dots: training.</source>
        <translation>Лінії: перевірка. Крапки: навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Results and settings</source>
        <translation>Результати й налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>setting</source>
        <translation>налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>preset</source>
        <translation>заготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>conditional</source>
        <translation>умовна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>heads_see_label</source>
        <translation>голови бачать мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>label_names</source>
        <translation>назви міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>trained weights</source>
        <translation>навчених ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>encoder</source>
        <translation>кодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>decoder</source>
        <translation>декодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>data set</source>
        <translation>набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Draw in the main window: every model answers here.</source>
        <translation>Малюйте в головному вікні: тут відповідає кожна модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>How probable that is by evidence, calibrated on validation digits</source>
        <translation>Наскільки це ймовірно за свідченням, калібровано на перевірочних цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>How probable that is by evidence alone: these weights were not calibrated, so they may be too sure.</source>
        <translation>Наскільки це ймовірно лише за свідченням: ці ваги не калібровано, тож вони можуть бути надто впевнені.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Rebuilt</source>
        <translation>Відтворено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>The model&apos;s reconstruction of the drawing</source>
        <translation>Реконструкція малюнка моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Difference</source>
        <translation>Різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Red, striped: ink that the drawing lacks; blue: ink that it has too much</source>
        <translation>Червоне, смугасте: чорнило, якого малюнку бракує; синє: чорнило, що в ньому зайве</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>To the first</source>
        <translation>До першої</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Where it has more or less ink than the first model&apos;s reconstruction</source>
        <translation>Де чорнила більше чи менше, ніж у реконструкції першої моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Read</source>
        <translation>Прочитане</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>The drawing as all models read it</source>
        <translation>Малюнок, як його читають усі моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Your drawing</source>
        <translation>Ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>{nats} nats</source>
        <translation>{nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>A model without labels names no digit.</source>
        <translation>Модель без міток не називає цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/opener.py"/>
        <source>Opening {name} …</source>
        <translation>Відкривається {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/opener.py"/>
        <source>Opening epoch {epoch} of {name} …</source>
        <translation>Відкривається епоха {epoch} моделі {name} …</translation>
    </message>
</context>
</TS>
