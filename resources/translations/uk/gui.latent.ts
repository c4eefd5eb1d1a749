<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Clusters of digits, although the label is given: z also encodes what is written.</source>
        <translation>Кластери цифр, хоча мітку дано: z кодує й те, що написано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>z also encodes what is written, but on a single plane the labels overlap.</source>
        <translation>z кодує й те, що написано, але на одній площині мітки накладаються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>No clusters of digits: the label is given, so z encodes only how the digit is written.</source>
        <translation>Кластерів цифр немає: мітку дано, тож z кодує лише те, як цифру написано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Clusters of digits: without a label, z must also encode what is written.</source>
        <translation>Кластери цифр: без мітки z має кодувати й те, що написано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Without a label, z must encode what is written, but this plane does not show it.</source>
        <translation>Без мітки z має кодувати те, що написано, але ця площина цього не показує.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>If β is low in training, it costs little when the codes of different labels lie apart; if the prior is a mixture fitted to each label&apos;s codes, it costs nothing. So nothing pushes the codes together, z repeats what is written, and the decoder can almost do without the label. To carry a handwriting from one label to another, the program moves its code from the region of the first label to that of the second.</source>
        <translation>Якщо β під час навчання мале, коди різних міток можуть лежати окремо майже без витрат, а якщо апріорний розподіл — суміш, підібрана до кодів кожної мітки, — зовсім без витрат. Тож ніщо не зближує коди, z повторює, що написано, і декодувальник майже може обійтися без мітки. Щоб перенести почерк з однієї мітки на іншу, програма пересуває його код з області першої мітки в область другої.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>A model without labels has only z to reconstruct a digit from. Digits that look alike lie together, so the labels, which the model does not know, appear as clusters; 4, 7 and 9 overlap where people write them alike.</source>
        <translation>Модель без міток реконструює цифру лише за z. Схожі цифри лежать разом, тож мітки, яких модель не знає, утворюють кластери; 4, 7 і 9 накладаються там, де люди пишуть їх схоже.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>A plane is only a projection of a space with many dimensions: codes that lie apart there may overlap here. Choose other dimensions.</source>
        <translation>Площина — лише проєкція багатовимірного простору: коди, які в ньому лежать окремо, тут можуть накладатися. Виберіть інші виміри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>A conditional model gives the label y to its encoder and decoder. So it already knows what is written, and every nat of KL that z spends on it is wasted. The codes of all ten labels therefore fill the same space, and a point of the map stands for a style: slant, width, weight. Choose another label (keys 0 to 9) to decode the same point in the same handwriting.</source>
        <translation>Умовна модель дає мітку y кодувальникові й декодувальникові. Тож вона вже знає, що написано, і кожен нат KL, який z на це витрачає, змарновано. Тому коди всіх десяти міток заповнюють той самий простір, а точка карти означає стиль: нахил, ширину, товщину. Виберіть іншу мітку (клавіші від 0 до 9), щоб декодувати ту саму точку тим самим почерком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>For a map with clusters, see a model without labels.</source>
        <translation>Карту з кластерами показує модель без міток.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Why the map looks like this</source>
        <translation>Чому карта має такий вигляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Why?</source>
        <translation>Чому?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>What is this map?</source>
        <translation>Що це за карта?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>On this plane, the nearest neighbour of {on_plane} % of the digits has the same label; in the whole latent space, of {of_codes} %; by chance, it would be {chance} %.</source>
        <translation>На цій площині найближчий сусід має ту саму мітку в {on_plane} % цифр, у всьому латентному просторі — у {of_codes} %; випадково було б {chance} %.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Open {name}</source>
        <translation>Відкрити {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Use the model “{name}”, which has no labels</source>
        <translation>Використати модель «{name}», яка не має міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Train one…</source>
        <translation>Навчити таку…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/cluster_explanation.py"/>
        <source>Train the preset dense_vae: no labels, two latent dimensions</source>
        <translation>Навчити заготовку dense_vae: без міток, два латентні виміри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>decoded from their codes</source>
        <translation>декодовані з їхніх кодів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Nearest test digits to the drawing</source>
        <translation>Найближчі до малюнка цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Nearest test digits to the pinned point</source>
        <translation>Найближчі до позначеної точки цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Nearest test digits to the prior&apos;s mean</source>
        <translation>Найближчі до середнього цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Clear the selection</source>
        <translation>Зняти вибір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Back to the nearest digits</source>
        <translation>Назад до найближчих цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Digits beside the map</source>
        <translation>Цифри поруч із картою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Click a digit to make it the input</source>
        <translation>Клацніть цифру, щоб вона стала входом</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>{n} test digits selected</source>
        <extracomment>For 1: {n} test digit selected</extracomment>
        <translation>
            <numerusform>вибрано {n} тестову цифру</numerusform>
            <numerusform>вибрано {n} тестові цифри</numerusform>
            <numerusform>вибрано {n} тестових цифр</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>{shown} of them here</source>
        <translation>тут {shown} з них</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>a test digit</source>
        <translation>тестова цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Around the drawing</source>
        <translation>Довкола малюнка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Around the pinned point</source>
        <translation>Довкола позначеної точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Around the prior&apos;s mean</source>
        <translation>Довкола апріорного середнього</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Each latent dimension, those with the most nats first: pictures from −3σ to +3σ of the label&apos;s prior, with the other dimensions unchanged</source>
        <translation>Кожен латентний вимір, спершу ті, де найбільше нат: зображення від −3σ до +3σ апріорного розподілу мітки, інші виміри без змін</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Latent dimension {dimension}</source>
        <translation>Латентний вимір {dimension}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Digits along latent dimension {dimension}</source>
        <translation>Цифри вздовж латентного виміру {dimension}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Drag, use the arrow keys, or click a picture; double-click resets</source>
        <translation>Тягніть, користуйтеся стрілками або клацніть зображення; подвійне клацання скидає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>The picture decoded from the unchanged code</source>
        <translation>Зображення, декодоване з незміненого коду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>moved</source>
        <translation>зсунуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>The picture decoded from the values of the sliders</source>
        <translation>Зображення, декодоване зі значень повзунків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Reset</source>
        <translation>Скинути</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Move all sliders back to the unchanged code</source>
        <translation>Повернути всі повзунки до незміненого коду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Make it the input</source>
        <translation>Зробити входом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Let the model read the moved digit</source>
        <translation>Нехай модель прочитає зсунуту цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>More dimensions</source>
        <translation>Більше вимірів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Sliders for the dimensions with fewer nats</source>
        <translation>Повзунки для вимірів, де нат менше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>{nats} nats</source>
        <translation>{nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>a moved digit</source>
        <translation>зсунута цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/explorer.py"/>
        <source>Measuring the map</source>
        <translation>Вимірюється карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/explorer.py"/>
        <source>Reading the test digits</source>
        <translation>Читаються тестові цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/label_legend.py"/>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/label_legend.py"/>
        <source>Point at a label to see its digits; click to hide them, Shift+click to see only them</source>
        <translation>Наведіть на мітку, щоб побачити її цифри; клацання ховає їх, Shift+клацання лишає тільки їх</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/label_legend.py"/>
        <source>{name}, hidden</source>
        <translation>{name}, сховано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_panel.py"/>
        <source>The map of the latent space appears here when a model is loaded.</source>
        <translation>Карта латентного простору з’явиться тут, коли завантажиться модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_panel.py"/>
        <source>Open the latent space</source>
        <translation>Відкрити латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_panel.py"/>
        <source>Open the latent space in a window (Ctrl+Shift+L)</source>
        <translation>Відкрити латентний простір у вікні (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>Latent space</source>
        <translation>Латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>Generated digits all over the map</source>
        <translation>Створені цифри по всій карті</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>Test digits</source>
        <translation>Тестові цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>What the model writes</source>
        <translation>Що пише модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>Latent dimensions</source>
        <translation>Латентні виміри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>recognised label</source>
        <translation>розпізнана мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <location filename="../../../desktop_cvae/gui/latent/map_canvas.py"/>
        <source>as {name}</source>
        <translation>як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>the digits</source>
        <translation>цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>the dimensions</source>
        <translation>виміри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>Label for decoding the points</source>
        <translation>Мітка для декодування точок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>The label for encoding the drawing and decoding all points</source>
        <translation>Мітка, з якою кодується малюнок і декодуються всі точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_canvas.py"/>
        <source>Latent map</source>
        <translation>Латентна карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Draw a line around digits to see them (L)</source>
        <translation>Обведіть цифри лінією, щоб побачити їх (L)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Lasso</source>
        <translation>Ласо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Walk</source>
        <translation>Прогулянка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Draw a line to walk along it (W)</source>
        <translation>Проведіть лінію, щоб прогулятися вздовж неї (W)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Whole map</source>
        <translation>Уся карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Show the whole map again (Home)</source>
        <translation>Знову показати всю карту (Home)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/map_view.py"/>
        <source>a point of the latent map</source>
        <translation>точка латентної карти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Both</source>
        <translation>Разом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>The test digits, coloured by label</source>
        <translation>Тестові цифри, розфарбовані за мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Generated digits all over the visible part</source>
        <translation>Створені цифри по всій видимій частині</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>The test digits over the generated digits</source>
        <translation>Тестові цифри поверх створених</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Point: see what the model writes there
Click: pin the point
Wheel: zoom
Drag: move the map
Shift+drag: select digits
W, then drag: walk along the line

Arrows: move the pin, with Shift the map
+, −, Home: zoom
S: select the digits around the pin
Enter: make the pinned digit the input
Esc: clear the selection or the pin</source>
        <translation>Навести: побачити, що модель там пише
Клацнути: позначити точку
Коліщатко: масштаб
Тягнути: зсунути карту
Shift+тягнути: вибрати цифри
W, тоді тягнути: прогулятися вздовж лінії

Стрілки: зсунути позначку, із Shift — карту
+, −, Home: масштаб
S: вибрати цифри довкола позначки
Enter: зробити позначену цифру входом
Esc: зняти вибір або позначку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Horizontal axis</source>
        <translation>Горизонтальна вісь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>The direction from left to right: principal directions (PCA) or one latent dimension; the nats are its mean KL</source>
        <translation>Напрям зліва направо: головні напрями (PCA) чи один латентний вимір; нати — його середня KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Vertical axis</source>
        <translation>Вертикальна вісь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>The latent dimension from bottom to top</source>
        <translation>Латентний вимір знизу вгору</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>What the map shows</source>
        <translation>Що показує карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>latent dimension {dimension}: {nats} nats</source>
        <translation>латентний вимір {dimension}: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_view.py"/>
        <source>{x}, {y}</source>
        <translation>{x}; {y}</translation>
    </message>
    <message>
        <source>Clusters of digits, although the label is given: z also tells what is written.</source>
        <translation type="vanished">Кластери цифр, хоча мітку дано: z каже й те, що написано.</translation>
    </message>
    <message>
        <source>z also tells what is written, but on a single plane the labels overlap.</source>
        <translation type="vanished">z каже й те, що написано, але на одній площині мітки накладаються.</translation>
    </message>
    <message>
        <source>No clusters of digits: the label is given, so z tells only how it is written.</source>
        <translation type="vanished">Кластерів цифр немає: мітку дано, тож z каже лише, як написано.</translation>
    </message>
    <message>
        <source>Clusters of digits: without a label, z must also tell what is written.</source>
        <translation type="vanished">Кластери цифр: без мітки z має казати й те, що написано.</translation>
    </message>
    <message>
        <source>Without a label, z must tell what is written, but this plane does not show it.</source>
        <translation type="vanished">Без мітки z має казати, що написано, але ця площина цього не показує.</translation>
    </message>
</context>
</TS>
