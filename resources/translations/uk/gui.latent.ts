<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
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
        <source>Nearest test digits to the pinned place</source>
        <translation>Найближчі до позначки цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>Nearest test digits to the prior&apos;s mean</source>
        <translation>Найближчі до середнього цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/digit_strip.py"/>
        <source>End the selection</source>
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
        <source>{n} test digits picked out</source>
        <extracomment>For 1: {n} test digit picked out</extracomment>
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
        <source>Around the pinned place</source>
        <translation>Довкола позначеного місця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Around the prior&apos;s mean</source>
        <translation>Довкола апріорного середнього</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Each latent dimension, those with the most nats first: its pictures from −3σ to +3σ of the label&apos;s prior, all else as it is</source>
        <translation>Кожен латентний вимір, спершу ті, де найбільше нат: його зображення від −3σ до +3σ апріорного розподілу мітки, решта без змін</translation>
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
        <source>as it is</source>
        <translation>як є</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>What the code is decoded to as it is</source>
        <translation>У що декодується код без змін</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>moved</source>
        <translation>зсунуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>What it is decoded to where the sliders stand</source>
        <translation>У що він декодується там, де стоять повзунки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>Reset</source>
        <translation>Скинути</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/dimension_sliders.py"/>
        <source>All sliders back to the code as it is</source>
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
        <source>What the model writes over the map</source>
        <translation>Що модель пише по всій карті</translation>
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
        <source>as it is read</source>
        <translation>прочитана</translation>
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
        <source>Label under which places are decoded</source>
        <translation>Мітка, під якою декодуються місця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/latent_window.py"/>
        <source>Under which label the drawing is read and all places are decoded</source>
        <translation>Під якою міткою читається малюнок і декодуються всі місця</translation>
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
        <source>a place of the latent map</source>
        <translation>місце латентної карти</translation>
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
        <source>What the model writes all over the part that is seen</source>
        <translation>Що модель пише по всій видимій частині</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>The test digits over what the model writes</source>
        <translation>Тестові цифри поверх того, що пише модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Point: see what the model writes there
Click: pin the place
Wheel: zoom
Drag: move the map
Shift+drag: pick digits out
W, then drag: walk along the line

Arrows: move the pin, with Shift the map
+, −, Home: zoom
S: pick out the digits around the pin
Enter: make the pinned digit the input
Esc: let go</source>
        <translation>Навести: побачити, що модель там пише
Клацнути: позначити місце
Коліщатко: масштаб
Тягнути: зсунути карту
Shift+тягнути: вибрати цифри
W, тоді тягнути: прогулятися вздовж лінії

Стрілки: зсунути позначку, із Shift — карту
+, −, Home: масштаб
S: вибрати цифри довкола позначки
Enter: зробити позначену цифру входом
Esc: відпустити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Horizontal axis</source>
        <translation>Горизонтальна вісь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>What lies along the map: principal directions (PCA) or one latent dimension; the nats are its mean KL</source>
        <translation>Що лежить уздовж карти: головні напрями (PCA) чи один латентний вимір; нати — його середній KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Vertical axis</source>
        <translation>Вертикальна вісь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/plane_chooser.py"/>
        <source>Which latent dimension goes up</source>
        <translation>Який латентний вимір іде вгору</translation>
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
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Clouds of digits, though the label is given: z says what is written, too.</source>
        <translation>Хмари цифр, хоча мітку дано: z каже також, що написано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>z says what is written, too, but on a single plane the labels overlap.</source>
        <translation>z каже також, що написано, але на одній площині мітки накладаються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>No clouds of digits: the label is given, so z says only how it is written.</source>
        <translation>Хмар цифр немає: мітку дано, тож z каже лише, як написано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Clouds of digits: without a label, z must say what is written, too.</source>
        <translation>Хмари цифр: без мітки z має казати також, що написано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Without a label z must say what is written, but this plane does not show it.</source>
        <translation>Без мітки z має казати, що написано, але ця площина цього не показує.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Where β is low in training, it costs little if the codes of the labels lie apart; and where the prior is a mixture fitted to each label&apos;s codes, it costs nothing. So nothing presses them onto each other, and z tells what is written a second time: the decoder can nearly do without the label. A hand is carried from one label to another by moving its code from the one label&apos;s place to the other&apos;s.</source>
        <translation>Коли β під час навчання мале, майже нічого не коштує, якщо коди міток лежать нарізно; а коли апріорний розподіл — суміш, підібрана до кодів кожної мітки, це не коштує нічого. Тож ніщо не притискає їх одне до одного, і z удруге каже, що написано: декодувальник майже може обійтися без мітки. Почерк переносять з однієї мітки на іншу, пересуваючи його код із місця однієї мітки на місце іншої.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>A model without labels has nothing but z to rebuild a digit from. Digits that look alike lie together, so that the labels, of which it knows nothing, come out as clouds; 4, 7 and 9 overlap where people write them alike.</source>
        <translation>Модель без міток не має нічого, крім z, щоб відтворити цифру. Схожі цифри лежать разом, тож мітки, про які вона нічого не знає, виходять хмарами; 4, 7 і 9 накладаються там, де люди пишуть їх схоже.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>A plane is only the shadow of a space of many dimensions: what lies apart in it may overlap here. Choose other dimensions.</source>
        <translation>Площина — лише тінь простору з багатьма вимірами: те, що в ньому лежить нарізно, тут може накладатися. Виберіть інші виміри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>A conditional model gives encoder and decoder the label y. What is written is known already; every nat of KL that z would spend on it again is wasted. So the codes of all ten labels fill the same space, and a place of the map means a manner: slant, width, weight. Choose another label (keys 0 to 9): the same place is then decoded in the same hand.</source>
        <translation>Умовна модель дає кодувальникові й декодувальникові мітку y. Що написано, вже відомо; кожен нат KL, який z витратив би на це знову, змарновано. Тож коди всіх десяти міток заповнюють той самий простір, і місце на карті означає манеру: нахил, ширину, товщину. Виберіть іншу мітку (клавіші від 0 до 9): те саме місце буде декодовано тим самим почерком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>See a map that does fall into clouds: a model without labels.</source>
        <translation>Подивіться на карту, що таки розпадається на хмари: модель без міток.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Why the map looks as it does</source>
        <translation>Чому карта має такий вигляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Why?</source>
        <translation>Чому?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>What is this map?</source>
        <translation>Що це за карта?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Why the map looks like this</source>
        <translation>Чому карта має такий вигляд</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Counted: {on_plane} % of the digits have a nearest neighbour of the same label on this plane, {of_codes} % in the whole latent space; by chance it would be {chance} %.</source>
        <translation>Підраховано: на цій площині найближчого сусіда з тією самою міткою мають {on_plane} % цифр, у всьому латентному просторі — {of_codes} %; випадково було б {chance} %.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Open {name}</source>
        <translation>Відкрити {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Take the model “{name}”, which knows no labels, into use</source>
        <translation>Використати модель «{name}», яка не знає міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Train one…</source>
        <translation>Навчити таку…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/latent/understanding.py"/>
        <source>Train the preset dense_vae: no labels, two latent dimensions</source>
        <translation>Навчити заготовку dense_vae: без міток, два латентні виміри</translation>
    </message>
</context>
</TS>
