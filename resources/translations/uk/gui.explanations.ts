<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Puts a sample picture onto the canvas; undo takes it away</source>
        <translation>Кладе приклад зображення на полотно; скасування його прибирає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Take {name}</source>
        <translation>Узяти: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Back to the answer</source>
        <translation>Назад до відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows the explanation of the label that was read</source>
        <translation>Показує пояснення прочитаної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Look at the second best</source>
        <translation>Поглянути на другу за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows how the second best label explains the drawing, as pointing at its row does</source>
        <translation>Показує, як малюнок пояснює друга за свідченням мітка; те саме робить наведення на її рядок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>What does it see?</source>
        <translation>Що вона бачить?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Draw a digit on the canvas, open a picture or paste one. While you draw, the program reads; this guide follows your drawing too.</source>
        <translation>Намалюйте цифру на полотні, відкрийте або вставте зображення. Поки ви малюєте, програма читає; цей посібник теж стежить за вашим малюнком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Open a picture…</source>
        <translation>Відкрити зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Chooses a file</source>
        <translation>Вибирає файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>It draws your digit again</source>
        <translation>Вона знову малює вашу цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The model is a &lt;i&gt;variational autoencoder&lt;/i&gt;: one half packs the picture into a note of a few numbers, the other half draws it again from the note. What it cannot draw, it has not understood.</source>
        <translation>Модель — це &lt;i&gt;варіаційний автокодувальник&lt;/i&gt;: одна половина згортає зображення в нотатку з кількох чисел, друга знову малює його за нотаткою. Чого вона не може намалювати, того не зрозуміла.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Which label fits best?</source>
        <translation>Яка мітка пасує найкраще?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The model was never taught to name digits. It was taught to draw each of them. To read, it draws your picture as every label in turn and compares.</source>
        <translation>Модель ніколи не вчили називати цифри. Її вчили малювати кожну з них. Щоб прочитати, вона малює ваше зображення з кожною міткою по черзі й порівнює.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>How sure is it?</source>
        <translation>Наскільки вона впевнена?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The figure under the answer can be taken at its word: of a hundred answers with “90 %”, about ninety are right.</source>
        <translation>Числу під відповіддю можна вірити: зі ста відповідей із «90 %» правильні близько дев’яноста.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>What is not a digit?</source>
        <translation>Що не є цифрою?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A program that names a digit for every scribble would be of little use.</source>
        <translation>Програма, яка називає цифру для будь-якої карлючки, була б мало корисною.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Seeing through noise</source>
        <translation>Бачити крізь шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Add noise, and watch the reconstruction: the note has no room for specks, so they are left out. &lt;i&gt;Denoise&lt;/i&gt; takes the reconstruction for the drawing.</source>
        <translation>Додайте шуму й подивіться на реконструкцію: у нотатці немає місця для цяток, тож вони зникають. &lt;i&gt;Знешумити&lt;/i&gt; бере реконструкцію за малюнок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The picture shows where the nats come from. Nobody blames the model for a speck: each pixel is allowed to be wrong by chance.</source>
        <translation>Рисунок показує, звідки беруться нати. Ніхто не винуватить модель за цятку: кожен піксель може бути хибним випадково.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Add noise</source>
        <translation>Додати шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Sets the noise slider</source>
        <translation>Пересуває повзунок шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Throw it anew</source>
        <translation>Кинути знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The same noise, other pixels</source>
        <translation>Той самий шум, інші пікселі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Denoise</source>
        <translation>Знешумити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The reconstruction becomes the drawing</source>
        <translation>Реконструкція стає малюнком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>No noise</source>
        <translation>Без шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Sets the noise slider to 0</source>
        <translation>Ставить повзунок шуму на 0</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A note of a few numbers</source>
        <translation>Нотатка з кількох чисел</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The note is the &lt;i&gt;latent vector&lt;/i&gt; z. It does not say which digit it is, the label does; it says how you write it. On the map, drawings with similar notes lie together.</source>
        <translation>Нотатка — це &lt;i&gt;латентний вектор&lt;/i&gt; z. Яка це цифра, каже не він, а мітка; він каже, як ви її пишете. На карті малюнки зі схожими нотатками лежать поруч.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Show the map</source>
        <translation>Показати карту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The tab “Latent”</source>
        <translation>Вкладка «Латентний простір»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Open the latent space…</source>
        <translation>Відкрити латентний простір…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The map in a window of its own, to walk about in</source>
        <translation>Карта в окремому вікні, де можна прогулюватися</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>It writes by itself</source>
        <translation>Вона пише сама</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Whoever can draw a digit from a note can draw new ones from new notes: from your note under every label, the ten digits in your hand; from notes drawn at random, digits that nobody wrote.</source>
        <translation>Хто може намалювати цифру за нотаткою, той може малювати нові за новими нотатками: за вашою нотаткою з кожною міткою — десять цифр вашим почерком; за випадковими нотатками — цифри, яких ніхто не писав.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Write in my hand</source>
        <translation>Писати моїм почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The tab “Generated”: the ten digits, and any number</source>
        <translation>Вкладка «Створене»: десять цифр і будь-яке число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Write samples</source>
        <translation>Писати зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The tab “Generated”: as many new digits as you like</source>
        <translation>Вкладка «Створене»: скільки завгодно нових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Walk between digits…</source>
        <translation>Прогулянка між цифрами…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>From your digit to another, step by step</source>
        <translation>Від вашої цифри до іншої, крок за кроком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>More than one digit</source>
        <translation>Більше ніж одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A house number, a postal code, a whole page: the program finds the digits, cuts where the evidence is best, and reads each as you have seen. Press N, or take the picture below; Esc leaves.</source>
        <translation>Номер будинку, поштовий індекс, ціла сторінка: програма знаходить цифри, розрізає там, де свідчення найкраще, і читає кожну так, як ви бачили. Натисніть N або візьміть зображення нижче; Esc — вихід.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>What is shown here is how a single digit would be seen, so that several digits in one picture are refused.</source>
        <translation>Тут показано, як виглядала б одна цифра, тому кілька цифр на одному зображенні відхиляються.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Several digits</source>
        <translation>Кілька цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Reads the picture as a number, or as one digit again (N)</source>
        <translation>Читає зображення як число або знову як одну цифру (N)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Train your own</source>
        <translation>Навчіть свою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A model is made by showing it written digits, thousands of times: pack, draw again, compare, get a little better. &lt;i&gt;Quick try&lt;/i&gt; makes a small one in two minutes.</source>
        <translation>Модель створюють, тисячі разів показуючи їй написані цифри: згорнути, знову намалювати, порівняти, стати трохи кращою. &lt;i&gt;Швидка спроба&lt;/i&gt; робить маленьку за дві хвилини.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Train…</source>
        <translation>Навчити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Opens the training dialog</source>
        <translation>Відкриває вікно навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Show the loss</source>
        <translation>Показати втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The tab “Loss”</source>
        <translation>Вкладка «Втрати»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Scorecard…</source>
        <translation>Оцінки…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>What a model reaches on digits that it never saw</source>
        <translation>Чого модель досягає на цифрах, яких ніколи не бачила</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Models and comparison…</source>
        <translation>Моделі та порівняння…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>All models at hand, side by side</source>
        <translation>Усі наявні моделі поруч</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/explanation_card.py"/>
        <source>{title}, explained</source>
        <translation>{title}: пояснення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/explanation_card.py"/>
        <source>Close the card</source>
        <translation>Закрити картку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/explanation_card.py"/>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/explanation_card.py"/>
        <source>More in the guide</source>
        <translation>Більше в посібнику</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/graphics.py"/>
        <source>{name}: {value} nats</source>
        <translation>{name}: {value} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/graphics.py"/>
        <source>{value}, over the threshold of {threshold}</source>
        <translation>{value}, вище за поріг {threshold}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/graphics.py"/>
        <source>{value}, under the threshold of {threshold}</source>
        <translation>{value}, нижче за поріг {threshold}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/graphics.py"/>
        <source>threshold</source>
        <translation>поріг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>The drawing and its reconstruction</source>
        <translation>Малюнок і його реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>Draw a digit on the canvas.</source>
        <translation>Намалюйте цифру на полотні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>There is no model yet.</source>
        <translation>Моделей ще немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>drawn</source>
        <translation>малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>as {name}</source>
        <translation>як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>rebuilt</source>
        <translation>відтворено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>noisy</source>
        <translation>із шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>This model names no digits.</source>
        <translation>Ця модель не називає цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>Guide</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Next</source>
        <translation>Далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>Chapters</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>How far from the usual the digits are that the model writes.</source>
        <translation>Наскільки далекі від звичайних цифри, які пише модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>A new digit begins with a note that is drawn at random. The temperature says how far from the usual it may be: 0 writes the most usual digit, 1 the variety that people have, more gets wild.</source>
        <translation>Нова цифра починається з випадкової нотатки. Температура каже, наскільки далеко від звичайного вона може бути: 0 пише найзвичайнішу цифру, 1 — так розмаїто, як люди, а більше — дедалі дикіше.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>Here {name} is written four times from the same chance, with four temperatures.</source>
        <translation>Тут {name} написано чотири рази за тієї самої випадковості, з чотирма температурами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>It has nothing to do with the T that calibrates probabilities, but the idea is the same: more heat, more disorder.</source>
        <translation>Вона не пов’язана з T, що калібрує ймовірності, але ідея та сама: більше тепла — більше безладу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>What the model believes about the note before it has seen anything: how people usually write. New digits are written from it, and the KL counts how far the drawing&apos;s note departs.</source>
        <translation>Що модель думає про нотатку, перш ніж щось побачила: як люди пишуть зазвичай. З нього пишуться нові цифри, а KL рахує, наскільки відхиляється нотатка малюнка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>Here it is the same for every label: each number is 0 ± 1, the bell curve.</source>
        <translation>Тут він однаковий для кожної мітки: кожне число — 0 ± 1, дзвоноподібна крива.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>Here each label has its own: {n} bell curves laid over each other, fitted to the notes of many written digits.</source>
        <extracomment>For 1: Here each label has its own: {n} bell curve, fitted to the notes of many written digits.</extracomment>
        <translation>
            <numerusform>Тут кожна мітка має свій: {n} дзвоноподібна крива, підігнана до нотаток багатьох написаних цифр.</numerusform>
            <numerusform>Тут кожна мітка має свій: {n} накладені одна на одну дзвоноподібні криві, підігнані до нотаток багатьох написаних цифр.</numerusform>
            <numerusform>Тут кожна мітка має свій: {n} накладених одна на одну дзвоноподібних кривих, підігнаних до нотаток багатьох написаних цифр.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>Five draws from it, written as {name}:</source>
        <translation>П’ять зразків із нього, написаних як {name}:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>Every dot is a test digit, placed by its note: what lies together is written alike.</source>
        <translation>Кожна точка — тестова цифра, розміщена за її нотаткою: що лежить поруч, те написано схоже.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>The map appears in the tab “Latent”.</source>
        <translation>Карта з’являється на вкладці «Латентний простір».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>A note has {n} numbers, the map only two directions: it holds {share} of the variety. It is a shadow: dots that touch may lie far apart, but dots that lie apart are apart.</source>
        <extracomment>For 1: A note has {n} number, the map only two directions: it holds {share} of the variety. It is a shadow: dots that touch may lie far apart, but dots that lie apart are apart.</extracomment>
        <translation>
            <numerusform>У нотатці {n} число, на карті лише два напрямки: вона містить {share} розмаїття. Це тінь: точки, що торкаються, можуть лежати далеко, але розділені точки справді розділені.</numerusform>
            <numerusform>У нотатці {n} числа, на карті лише два напрямки: вона містить {share} розмаїття. Це тінь: точки, що торкаються, можуть лежати далеко, але розділені точки справді розділені.</numerusform>
            <numerusform>У нотатці {n} чисел, на карті лише два напрямки: вона містить {share} розмаїття. Це тінь: точки, що торкаються, можуть лежати далеко, але розділені точки справді розділені.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>What a digit costs on average, reconstruction and KL together, after every epoch. Lower is better; the validation digits are ones that it never learns from.</source>
        <translation>Скільки в середньому коштує цифра, реконструкція й KL разом, після кожної епохи. Менше — краще; цифри для перевірки — ті, на яких модель ніколи не вчиться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>This model comes without a history of its training.</source>
        <translation>Ця модель не має історії свого навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>In the last epoch training says {training}, validation {validation}. It is no mistake that training is worse: {reasons}.</source>
        <translation>В останній епосі навчання показує {training}, перевірка — {validation}. Те, що навчання гірше, не помилка: {reasons}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>In the last epoch training says {training}, validation {validation}. What has been practised goes a little better; if the gap widens while validation rises, the model learns by heart.</source>
        <translation>В останній епосі навчання показує {training}, перевірка — {validation}. Що відпрацьовано, те вдається трохи краще; якщо розрив ширшає, а перевірка зростає, модель заучує напам’ять.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>units are switched off at random (dropout)</source>
        <translation>нейрони випадково вимикаються (dropout)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>digits are turned, bent or drawn with another pen</source>
        <translation>цифри повертаються, вигинаються або малюються іншим пером</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>some sevens and zeros have a stroke across</source>
        <translation>деякі сімки й нулі перекреслено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>some are read under noise</source>
        <translation>деякі читаються крізь шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>some are read under lines, blots, shadows or other damage</source>
        <translation>деякі читаються під лініями, плямами, тінями чи іншими пошкодженнями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>the training&apos;s value is a mean over the whole epoch, in which the model was still worse</source>
        <translation>значення навчання — середнє за всю епоху, протягом якої модель іще була гіршою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>{first} and {last}</source>
        <translation>{first} та {last}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/model_sentences.py"/>
        <source>while it trains, {reasons}, which validation spares it; also, {mean}</source>
        <translation>під час навчання {reasons}, а перевірка цього не робить; крім того, {mean}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>Reconstruction, nats of each pixel</source>
        <translation>Реконструкція, нати кожного пікселя</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>Point at a pixel, or use the arrow keys, to read its nats</source>
        <translation>Наведіть на піксель або скористайтеся клавішами зі стрілками, щоб прочитати його нати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>All 784 pixels: {nats} nats. Point at one to read it.</source>
        <translation>Усі 784 пікселі: {nats} нат. Наведіть на піксель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>Row {row}, column {column}: drawn {drawn} %, expected {expected} % ink: {nats} nats</source>
        <translation>Рядок {row}, стовпець {column}: є {drawn} %, очікувано {expected} %: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>expected for {name}</source>
        <translation>очікувано: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>nats</source>
        <translation>нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A clear 7</source>
        <translation>Чітка 7</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Read without any doubt</source>
        <translation>Читається без жодного сумніву</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 4, or a 9?</source>
        <translation>4 чи 9?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Two labels explain it</source>
        <translation>Її пояснюють дві мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A letter</source>
        <translation>Літера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Which is not a digit</source>
        <translation>Тобто не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Several digits, on cardboard</source>
        <translation>Кілька цифр на картоні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 7 in thin ballpoint</source>
        <translation>7 тонкою кульковою ручкою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>With a bar</source>
        <translation>З рискою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 2 in chalk</source>
        <translation>2 крейдою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Light on dark</source>
        <translation>Світле на темному</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 5 on ruled paper</source>
        <translation>5 на папері в лінійку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>The lines are taken out</source>
        <translation>Лінійки прибираються</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 4 in the shade</source>
        <translation>4 в тіні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Half of it is dark</source>
        <translation>Половина темна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 1 out of focus</source>
        <translation>1 не у фокусі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A blurred photograph</source>
        <translation>Розмита фотографія</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>An 8 in noise</source>
        <translation>8 у шумі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>It is read through the noise</source>
        <translation>Читається крізь шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>Whatever you draw is moved to the middle and made small: 28 × 28 grey pixels, 784 numbers. That is all the model gets.</source>
        <translation>Що б ви не намалювали, воно пересувається в середину й зменшується: 28 × 28 сірих пікселів, 784 числа. Це все, що отримує модель.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>It packs them into a note of {n} numbers and draws {name} again from the note alone: the reconstruction.</source>
        <extracomment>For 1: It packs them into a note of {n} number and draws {name} again from the note alone: the reconstruction.</extracomment>
        <translation>
            <numerusform>Вона згортає їх у нотатку з {n} числа й лише за нотаткою знову малює {name}: це реконструкція.</numerusform>
            <numerusform>Вона згортає їх у нотатку з {n} чисел і лише за нотаткою знову малює {name}: це реконструкція.</numerusform>
            <numerusform>Вона згортає їх у нотатку з {n} чисел і лише за нотаткою знову малює {name}: це реконструкція.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>It packs them into a note of {n} numbers and draws it again from the note alone: the reconstruction.</source>
        <extracomment>For 1: It packs them into a note of {n} number and draws it again from the note alone: the reconstruction.</extracomment>
        <translation>
            <numerusform>Вона згортає їх у нотатку з {n} числа й лише за нотаткою знову малює цифру: це реконструкція.</numerusform>
            <numerusform>Вона згортає їх у нотатку з {n} чисел і лише за нотаткою знову малює цифру: це реконструкція.</numerusform>
            <numerusform>Вона згортає їх у нотатку з {n} чисел і лише за нотаткою знову малює цифру: це реконструкція.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>“Difference” shows where the two depart: ink that is missing, and ink too much.</source>
        <translation>«Різниця» показує, де вони розходяться: чорнило, якого бракує, і зайве чорнило.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>Before it is read, a picture is made into 28 × 28 pixels, and for that it must be guessed what in it is ink: which of two colours is paper, whether a line is ruling or written. Where that is in doubt, every guess is read: one under which it looks like a digit, and that others agree with, is believed.</source>
        <translation>Перед читанням зображення стає 28 × 28 пікселями, і для цього треба здогадатися, що в ньому чорнило: який із двох кольорів є папером, чи лінія є розліновкою, чи написана. Де це сумнівно, читається кожен здогад: віра надається тому, за якого воно схоже на цифру і з яким згодні інші.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>Here there was no doubt: “{title}”.</source>
        <translation>Тут сумніву не було: «{title}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>Believed here: “{title}”, {share}. Next comes “{other}”, {other_share}, {nats} nats behind.</source>
        <translation>Тут прийнято: «{title}», {share}. Далі йде «{other}», {other_share}, на {nats} нат позаду.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>You chose “{title}”: all that is shown is read so.</source>
        <translation>Ви обрали «{title}»: усе показане прочитано так.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>The small pictures beside “What the model sees” choose another (P); the same again leaves it to the evidence.</source>
        <translation>Маленькі зображення біля «Що бачить модель» обирають інше (P); те саме ще раз залишає вибір свідченню.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>A line through the digit, a stamp, a frame, a hidden corner: not all that is seen belongs to the digit. So each pixel may be foreign. What no label can explain, and what hangs together, is taken for that; it is held against no label, and the digit is read from the rest.</source>
        <translation>Лінія крізь цифру, штамп, рамка, закритий кут: не все, що видно, належить цифрі. Тому кожен піксель може бути чужим. Чужим вважається те, чого не пояснює жодна мітка і що тримається купи; воно не свідчить проти жодної мітки, а цифра читається з решти.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>In this drawing nothing is taken for foreign.</source>
        <translation>На цьому малюнку нічого не вважається чужим.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/seeing_sentences.py"/>
        <source>In this drawing {n} of 784 pixels are more likely foreign than not; they are hatched.</source>
        <extracomment>For 1: In this drawing {n} of 784 pixels is more likely foreign than not; it is hatched.</extracomment>
        <translation>
            <numerusform>На цьому малюнку {n} піксель із 784 радше чужий, ніж ні; він заштрихований.</numerusform>
            <numerusform>На цьому малюнку {n} пікселі з 784 радше чужі, ніж ні; вони заштриховані.</numerusform>
            <numerusform>На цьому малюнку {n} пікселів із 784 радше чужі, ніж ні; вони заштриховані.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Draw a digit, and this card takes it apart while you draw.</source>
        <translation>Намалюйте цифру, і ця картка розбере її, поки ви малюєте.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Two labels were close, so the list has the mean over {n} slightly turned and moved views, {listed} for the reconstruction. The drawing as it stands costs {own}: that is what is shown here.</source>
        <extracomment>For 1: Two labels were close, so the list has the mean over {n} slightly turned and moved view, {listed} for the reconstruction. The drawing as it stands costs {own}: that is what is shown here.</extracomment>
        <translation>
            <numerusform>Дві мітки були близькі, тож у списку середнє за {n} трохи повернутим і зсунутим виглядом, {listed} для реконструкції. Сам малюнок коштує {own}: саме це тут показано.</numerusform>
            <numerusform>Дві мітки були близькі, тож у списку середнє за {n} трохи повернутими й зсунутими виглядами, {listed} для реконструкції. Сам малюнок коштує {own}: саме це тут показано.</numerusform>
            <numerusform>Дві мітки були близькі, тож у списку середнє за {n} трохи повернутими й зсунутими виглядами, {listed} для реконструкції. Сам малюнок коштує {own}: саме це тут показано.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The picture is noisy, so each pixel counts as flipped by chance in {share} % of cases; a lone speck then costs little.</source>
        <translation>Зображення із шумом, тож кожен піксель вважається випадково зміненим у {share} % випадків; тоді самотня цятка коштує мало.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>How well does a label explain the drawing? The model writes that digit as closely as it can and counts what is left over, in nats. The label with the highest evidence wins.</source>
        <translation>Наскільки добре мітка пояснює малюнок? Модель пише цю цифру якнайближче до нього й рахує в натах те, що лишилося. Перемагає мітка з найбільшим свідченням.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>{sum}: reconstruction and KL.</source>
        <translation>{sum}: реконструкція і KL.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>For {name}: {sum}: reconstruction and KL.</source>
        <translation>Для {name}: {sum}: реконструкція і KL.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The picture shows which pixels the reconstruction&apos;s nats come from. A perfect copy would cost {nats}, since a grey pixel is a coin that is tossed.</source>
        <translation>Рисунок показує, з яких пікселів беруться нати реконструкції. Досконала копія коштувала б {nats}, бо сірий піксель — це підкинута монета.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>What the model writes when a label and its note of the drawing are all it has. Its nats say how surprising the drawing is, pixel by pixel: nothing where both agree for sure, much where they contradict.</source>
        <translation>Що пише модель, коли має лише мітку й свою нотатку про малюнок. Її нати кажуть, наскільки малюнок неочікуваний, піксель за пікселем: нічого там, де обидва напевно згодні, багато там, де суперечать.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>As {name} the list says {nats} nats. The dearest pixel, row {row}, column {column}, costs {dearest}; the dearest hundred make up {share} %.</source>
        <translation>Для {name} у списку {nats} нат. Найдорожчий піксель — рядок {row}, стовпець {column} — коштує {dearest}; на сто найдорожчих припадає {share} %.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Point at another label in the list, and you see its pixels.</source>
        <translation>Наведіть на іншу мітку у списку, і побачите її пікселі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>To draw your digit again the model keeps a note, the latent vector: how slanted, how wide, how bold. The KL is the price of the note: how much more it says than that the digit is written as usual.</source>
        <translation>Щоб знову намалювати вашу цифру, модель тримає нотатку — латентний вектор: наскільки вона похила, широка, жирна. KL — це ціна нотатки: наскільки більше вона каже, ніж те, що цифру написано як зазвичай.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>For {name} it is {nats} nats, shared among the numbers of the note.</source>
        <translation>Для {name} це {nats} нат, розподілених між числами нотатки.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>That is the mean over {n} views of the drawing; as it stands, it is {nats}.</source>
        <extracomment>For 1: That is the mean over {n} view of the drawing; as it stands, it is {nats}.</extracomment>
        <translation>
            <numerusform>Це середнє за {n} виглядом малюнка; для самого малюнка — {nats}.</numerusform>
            <numerusform>Це середнє за {n} виглядами малюнка; для самого малюнка — {nats}.</numerusform>
            <numerusform>Це середнє за {n} виглядами малюнка; для самого малюнка — {nats}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The model knows {n} groups of hands for each label. What it takes to say which one is the grey bar; with such a mixture the sum is an upper bound of the KL.</source>
        <extracomment>For 1: The model knows {n} group of hands for each label. What it takes to say which one is the grey bar; with such a mixture the sum is an upper bound of the KL.</extracomment>
        <translation>
            <numerusform>Для кожної мітки модель знає {n} групу почерків. Ціна того, щоб сказати, яка це група, — сірий стовпчик; за такої суміші сума є верхньою межею KL.</numerusform>
            <numerusform>Для кожної мітки модель знає {n} групи почерків. Ціна того, щоб сказати, яка це група, — сірий стовпчик; за такої суміші сума є верхньою межею KL.</numerusform>
            <numerusform>Для кожної мітки модель знає {n} груп почерків. Ціна того, щоб сказати, яка це група, — сірий стовпчик; за такої суміші сума є верхньою межею KL.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>A nat measures surprise, as a bit does: one bit is 0.69 nats. Each nat that a label is behind makes it 2.7 times less probable, ten nats 22 000 times.</source>
        <translation>Нат вимірює неочікуваність, як і біт: один біт — це 0,69 ната. Кожен нат відставання робить мітку у 2,7 раза менш імовірною, десять нат — у 22 000 разів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The bars say how far each label is behind, and the numbers what that would mean if the nats were taken at their word. They are not: see “Probability”.</source>
        <translation>Смуги кажуть, наскільки кожна мітка відстає, а числа — що це означало б, якби натам вірити на слово. Але їм так не вірять: див. «Імовірність».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>If it must be one of the labels, how probable is each? The soft-max turns nats into shares that add up to 100 %.</source>
        <translation>Якщо це неодмінно одна з міток, наскільки ймовірна кожна? Softmax перетворює нати на частки, що в сумі дають 100 %.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>A forecast is calibrated if of all days with “70 % rain” it rains on 70 in 100. So here: of all digits that are called 90 % probable, nine in ten should be right.</source>
        <translation>Прогноз калібрований, якщо з усіх днів із «дощ 70 %» дощить у 70 зі 100. Так і тут: з усіх цифр, названих імовірними на 90 %, правильними мають бути дев’ять із десяти.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model knows no labels, so there is nothing to be probable.</source>
        <translation>Ця модель не знає міток, тож імовірним бути нічому.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model was never calibrated, so its nats are taken at their word: {share} for {name}.</source>
        <translation>Цю модель не калібрували, тож її натам вірять на слово: {share} для {name}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Taken at their word, the nats would say {share} for {name}. But pixels hang together, and a model that counts each by itself is too sure of itself.</source>
        <translation>На слово нати сказали б {share} для {name}. Але пікселі пов’язані між собою, і модель, що рахує кожен окремо, надто впевнена в собі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Taken at their word, the nats would say {share} for {name}. But pixels hang together, and a model that counts each by itself is too timid.</source>
        <translation>На слово нати сказали б {share} для {name}. Але пікселі пов’язані між собою, і модель, що рахує кожен окремо, надто несмілива.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>On {digits} digits that it had not learnt from, its claims came true when all nats were divided by T = {temperature}. So it says {share}.</source>
        <translation>На {digits} цифрах, на яких вона не вчилася, її твердження справджувалися, коли всі нати ділили на T = {temperature}. Тому вона каже {share}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Probabilities only share out 100 % among the labels: a letter gets a winner too. So a second question is asked: is it like any digit at all? It looks at what is left over, where, and whether the note is one that digits have.</source>
        <translation>Імовірності лише ділять 100 % між мітками: переможець знайдеться і для літери. Тому ставиться друге запитання: чи схоже це взагалі на якусь цифру? Враховується, що лишилося, де саме й чи буває така нотатка в цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model has not learnt to tell; it takes everything for a digit.</source>
        <translation>Ця модель не навчилася розрізняти; вона все вважає цифрою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This drawing scores {score}. What scores under the threshold is “not a digit”; the slider “Strictness” moves it. Where it stands now, {share} % of real digits are refused by mistake.</source>
        <translation>Цей малюнок набирає {score}. Що набирає менше за поріг, те «не цифра»; повзунок «Суворість» пересуває поріг. За теперішнього помилково відхиляється {share} % справжніх цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The note is not known exactly: each of its numbers has a mean and a ±. Sixteen notes are drawn at random from there and written out; where they differ, the model is unsure.</source>
        <translation>Нотатка відома не точно: кожне її число має середнє й ±. Звідти випадково беруться шістнадцять нотаток і виписуються; де вони різняться, там модель не впевнена.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>On the strokes a pixel varies by ± {usual} % of the ink, at most by ± {most} % (row {row}, column {column}): usually at the edges and at the ends of strokes.</source>
        <translation>На штрихах піксель коливається на ± {usual} % чорнила, щонайбільше на ± {most} % (рядок {row}, стовпець {column}): зазвичай на краях і на кінцях штрихів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Evidence lower bound. How probable the drawing is under a label would be a sum over all notes that there could be, and nobody can add those up. The ELBO uses the few that fit the drawing; the truth is never less.</source>
        <translation>Нижня межа свідчення (evidence lower bound). Імовірність малюнка за мітки була б сумою за всіма можливими нотатками, а їх нікому не додати. ELBO бере ті небагато, що пасують до малюнка; правда ніколи не менша.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>It is what the model learnt to make large, and what the evidence list shows. Strictly, the reconstruction is a mean over notes from the posterior; the program takes the one in the middle, {nats} nats, because it is quicker and steadier. Over sixteen notes the mean is {mean}.</source>
        <translation>Саме це модель навчилася збільшувати, і саме це показує список свідчень. Строго кажучи, реконструкція — середнє за нотатками з апостеріорного розподілу; програма бере серединну, {nats} нат, бо так швидше й стабільніше. Середнє за шістнадцятьма нотатками — {mean}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>What the model believes about the note after it has seen the drawing: for each number a mean and how far off it may be. The better the drawing settles a number, the shorter its line.</source>
        <translation>Що модель думає про нотатку, побачивши малюнок: для кожного числа — середнє й можливе відхилення. Що краще малюнок визначає число, то коротша його лінія.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Of {n} numbers, your drawing settles {known} to within ± 0.5. A number that stays at 0 ± 1 is one that the model makes no use of here.</source>
        <extracomment>For 1: Of {n} number, your drawing settles {known} to within ± 0.5. A number that stays at 0 ± 1 is one that the model makes no use of here.</extracomment>
        <translation>
            <numerusform>З {n} числа ваш малюнок визначає з точністю ± 0,5: {known}. Число, що лишається 0 ± 1, модель тут не використовує.</numerusform>
            <numerusform>З {n} чисел ваш малюнок визначає з точністю ± 0,5: {known}. Число, що лишається 0 ± 1, модель тут не використовує.</numerusform>
            <numerusform>З {n} чисел ваш малюнок визначає з точністю ± 0,5: {known}. Число, що лишається 0 ± 1, модель тут не використовує.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/situation.py"/>
        <source>digit</source>
        <translation>цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Drawing, what is read, reconstruction</source>
        <translation>Малюнок, те, що читається, реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>What the picture may be, the likeliest first</source>
        <translation>Чим може бути зображення, найімовірніше першим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>What is read, foreign ink in it, reconstruction</source>
        <translation>Що читається, чуже чорнило в ньому, реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>as read</source>
        <translation>як прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>foreign</source>
        <translation>чуже</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>KL of each number of the note, in nats</source>
        <translation>KL кожного числа нотатки, у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>group</source>
        <translation>група</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Nats behind the best label, and the odds that they would mean</source>
        <translation>Нати відставання від найкращої мітки й відповідні шанси</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Probability from the raw nats, and calibrated</source>
        <translation>Імовірність із сирих нат і калібрована</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>{name} raw</source>
        <translation>{name} сира</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>{name} calibrated</source>
        <translation>{name} калібрована</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>not a digit</source>
        <translation>не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>a digit</source>
        <translation>цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>How like a digit the drawing is</source>
        <translation>Наскільки малюнок схожий на цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Samples of the posterior, and their spread</source>
        <translation>Зразки апостеріорного розподілу та їхній розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>note {number}</source>
        <translation>нотатка {number}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>spread</source>
        <translation>розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>The same chance at four temperatures</source>
        <translation>Та сама випадковість за чотирьох температур</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Draws from the prior</source>
        <translation>Зразки з апріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>draw {number}</source>
        <translation>зразок {number}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Reconstruction, in nats</source>
        <translation>Реконструкція, у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>note in the middle</source>
        <translation>серединна нотатка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>mean over 16 notes</source>
        <translation>середнє за 16 нотатками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Each number of the note: mean, and ± one standard deviation</source>
        <translation>Кожне число нотатки: середнє й ± одне стандартне відхилення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Digits whose nearest neighbour has the same label</source>
        <translation>Цифри, чий найближчий сусід має ту саму мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>on this map</source>
        <translation>на цій карті</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>in the whole space</source>
        <translation>у всьому просторі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>by chance</source>
        <translation>випадково</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Loss in the last epoch, in nats an image</source>
        <translation>Втрати в останній епосі, у натах на зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>training</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>validation</source>
        <translation>перевірка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>log p(x | y) ≥ ELBO ≈ −(reconstruction + KL)</source>
        <translation>log p(x | y) ≥ ELBO ≈ −(реконструкція + KL)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>What the model sees</source>
        <translation>Що бачить модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Preparation</source>
        <translation>Підготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Foreign ink</source>
        <translation>Чуже чорнило</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>x is the drawing, y the label.</source>
        <translation>x — малюнок, y — мітка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>summed over all pixels; x is the ink drawn, p the ink expected.</source>
        <translation>сума за всіма пікселями; x — намальоване чорнило, p — очікуване.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>KL divergence</source>
        <translation>Розбіжність KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>q is the note after seeing the drawing, p the usual one.</source>
        <translation>q — нотатка після перегляду малюнка, p — звичайна.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Nats</source>
        <translation>Нати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>odds = e&lt;sup&gt;−nats behind&lt;/sup&gt;</source>
        <translation>шанси = e&lt;sup&gt;−нати відставання&lt;/sup&gt;</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Probability</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>E is the evidence, T the calibration&apos;s temperature.</source>
        <translation>E — свідчення, T — температура калібрування.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Calibrated</source>
        <translation>Калібровано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>T is fitted on digits kept aside.</source>
        <translation>T підібрано на відкладених цифрах.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Like a digit?</source>
        <translation>Схоже на цифру?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Spread</source>
        <translation>Розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>μ and σ are the note&apos;s mean and ±, ε is chance.</source>
        <translation>μ і σ — середнє нотатки та ±, ε — випадковість.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>z = μ + temperature · σ·ε</source>
        <translation>z = μ + температура · σ·ε</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>μ and σ are the prior&apos;s, ε is chance.</source>
        <translation>μ і σ — апріорного розподілу, ε — випадковість.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>q is the note after seeing the drawing x.</source>
        <translation>q — нотатка після перегляду малюнка x.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Posterior</source>
        <translation>Апостеріорний розподіл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>one μ and one σ for each number of the note z.</source>
        <translation>одне μ й одне σ для кожного числа нотатки z.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Prior</source>
        <translation>Апріорний розподіл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Latent map</source>
        <translation>Латентна карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>loss = reconstruction + β · KL</source>
        <translation>втрати = реконструкція + β · KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>in nats an image; the chart counts the KL whole.</source>
        <translation>у натах на зображення; графік рахує KL повністю.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Draw here</source>
        <translation>Малюйте тут</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Write a digit with mouse, pen or finger. Or open, paste or drop a picture; File ▸ Sample pictures has some.</source>
        <translation>Напишіть цифру мишею, пером чи пальцем. Або відкрийте, вставте чи перетягніть зображення; кілька є у Файл ▸ Приклади зображень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>It follows while you draw: which digit, how probable, or that it is none.</source>
        <translation>Вона змінюється, поки ви малюєте: яка цифра, наскільки ймовірна, або що це не цифра.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Why that digit?</source>
        <translation>Чому саме ця цифра?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Every label explains the drawing as well as it can; the best one wins. Point at a row to see how, and click a word underlined by dots to learn what it means.</source>
        <translation>Кожна мітка пояснює малюнок як може; найкраща перемагає. Наведіть на рядок, щоб побачити як, і клацніть слово, підкреслене крапками, щоб дізнатися, що воно означає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Make it harder</source>
        <translation>Ускладніть</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Add noise, and see what the model makes of it. “Denoise” keeps what it made.</source>
        <translation>Додайте шуму й подивіться, що з цього зробить модель. «Знешумити» лишає те, що вона зробила.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>It writes, too</source>
        <translation>Вона ще й пише</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The ten digits in your hand, a map of all digits, and how the model learnt.</source>
        <translation>Десять цифр вашим почерком, карта всіх цифр і те, як модель навчалася.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Whenever you wonder</source>
        <translation>Коли виникне запитання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>F1 opens a guide of ten short chapters about your own drawing. Help ▸ Tour comes back here.</source>
        <translation>F1 відкриває посібник із десяти коротких розділів про ваш власний малюнок. Довідка ▸ Ознайомлення повертає сюди.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Skip</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>End the tour (Esc)</source>
        <translation>Завершити ознайомлення (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The bubble before (Left)</source>
        <translation>Попередня підказка (ліворуч)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The next bubble (Right)</source>
        <translation>Наступна підказка (праворуч)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>{number} of {count}</source>
        <translation>{number} з {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Before it is read, a picture is made into 28 × 28 pixels, and for that it must be guessed what in it is ink: which of two colours is paper, whether a line is ruling or written. Where that is in doubt, every guess is read, and the one under which the picture looks most like a digit is believed.</source>
        <translation type="vanished">Перед читанням зображення стає 28 × 28 пікселями, і для цього треба здогадатися, що в ньому чорнило: який із двох кольорів є папером, чи лінія є розліновкою, чи написана. Де це сумнівно, читається кожен здогад, і віра надається тому, за якого зображення найбільше схоже на цифру.</translation>
    </message>
    <message>
        <source>it</source>
        <translation type="vanished">її</translation>
    </message>
</context>
</TS>
