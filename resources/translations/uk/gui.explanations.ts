<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Puts a sample picture on the canvas; Undo removes it</source>
        <translation>Ставить приклад зображення на полотно; «Скасувати» його прибирає</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Try {name}</source>
        <translation>Спробувати: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Back to the answer</source>
        <translation>Назад до відповіді</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows the explanation of the recognised label</source>
        <translation>Показує пояснення розпізнаної мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Show the second best</source>
        <translation>Показати другу за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows how the second-best label explains the drawing, just like pointing at its row</source>
        <translation>Показує, як малюнок пояснює друга за свідченням мітка; те саме робить наведення на її рядок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>How a CVAE works</source>
        <translation>Як працює CVAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>CVAE stands for &lt;i&gt;conditional variational autoencoder&lt;/i&gt;. &lt;i&gt;Conditional&lt;/i&gt; means that the encoder and the decoder also get the label: all that they compute is conditioned on the digit being, say, a 3.</source>
        <translation>CVAE — це &lt;i&gt;умовний варіаційний автокодувальник&lt;/i&gt; (conditional variational autoencoder). &lt;i&gt;Умовний&lt;/i&gt; означає, що кодувальник і декодувальник отримують ще й мітку: усе, що вони обчислюють, залежить від умови, що цифра — скажімо, 3.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>What does the model see?</source>
        <translation>Що бачить модель?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Draw a digit on the canvas, or open or paste a picture. The program reads while you draw, and this guide follows your drawing.</source>
        <translation>Намалюйте цифру на полотні або відкрийте чи вставте зображення. Програма читає, поки ви малюєте, а цей посібник стежить за вашим малюнком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Open a picture…</source>
        <translation>Відкрити зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Lets you choose a file</source>
        <translation>Дає вибрати файл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Redrawing your digit</source>
        <translation>Перемальована цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The model is a &lt;i&gt;variational autoencoder&lt;/i&gt;. Its encoder condenses the picture into a short code of a few numbers, and its decoder redraws the picture from that code. If it cannot redraw something, it has not understood it.</source>
        <translation>Модель — це &lt;i&gt;варіаційний автокодувальник&lt;/i&gt;. Її кодувальник стискає зображення в короткий код із кількох чисел, а декодувальник перемальовує його за цим кодом. Чого модель не може перемалювати, того вона не зрозуміла.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Which label fits best?</source>
        <translation>Яка мітка пасує найкраще?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The model does not simply name a digit. It redraws your picture once for each label, compares every version with the original, and picks the label that fits best.</source>
        <translation>Модель не просто називає цифру. Вона перемальовує ваше зображення з кожною міткою, порівнює кожен варіант з оригіналом і обирає мітку, що пасує найкраще.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>&lt;i&gt;Think longer&lt;/i&gt; lets the model search, under each label, for the code that explains the picture best, and shows how the evidence changes at every step.</source>
        <translation>&lt;i&gt;Думати довше&lt;/i&gt; дає моделі шукати для кожної мітки код, що пояснює зображення найкраще, і показує, як із кожним кроком змінюється свідчення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Think longer</source>
        <translation>Думати довше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Thinks about the drawing step by step, or stops thinking longer (Ctrl+K)</source>
        <translation>Обдумує малюнок крок за кроком або припиняє думати довше (Ctrl+K)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>How sure is the model?</source>
        <translation>Наскільки модель упевнена?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The percentage under the answer means what it says: about ninety of a hundred answers with “90 %” are right.</source>
        <translation>Відсоток під відповіддю означає саме те, що каже: зі ста відповідей із «90 %» правильні близько дев’яноста.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>When is it not a digit?</source>
        <translation>Коли це не цифра?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A program that saw a digit in every scribble would be of little use.</source>
        <translation>Програма, яка бачить цифру в кожній карлючці, була б мало корисною.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Seeing through noise</source>
        <translation>Бачити крізь шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Add noise and watch the reconstruction. The default model has learned to find the code of the clean digit in a noisy picture, so the decoder draws your digit without the noise. A model that never saw noise encodes the specks as if you had written them, and may draw another digit: try &lt;i&gt;conv_cvae&lt;/i&gt;.</source>
        <translation>Додайте шуму й подивіться на реконструкцію. Стандартна модель навчилася знаходити в зашумленому зображенні код чистої цифри, тож декодувальник малює вашу цифру без шуму. Модель, яка ніколи не бачила шуму, кодує цятки так, ніби ви їх написали, і може намалювати іншу цифру: спробуйте &lt;i&gt;conv_cvae&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The more noise, the more the model must guess: its digit stays clean, but it may differ from yours. &lt;i&gt;Denoise&lt;/i&gt; replaces the drawing with the reconstruction.</source>
        <translation>Що більше шуму, то більше моделі доводиться вгадувати: її цифра лишається чистою, але може відрізнятися від вашої. &lt;i&gt;Знешумити&lt;/i&gt; замінює малюнок реконструкцією.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The picture shows where the nats come from. A single speck costs little, because the evidence of a noisy picture assumes a &lt;i&gt;noisy channel&lt;/i&gt;, in which noise flips pixels by chance.</source>
        <translation>Рисунок показує, звідки беруться нати. Окрема цятка коштує мало, бо для зашумленого зображення свідчення враховує &lt;i&gt;канал із шумом&lt;/i&gt;, у якому шум випадково змінює пікселі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Add noise</source>
        <translation>Додати шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Moves the noise slider</source>
        <translation>Пересуває повзунок шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>New noise</source>
        <translation>Новий шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The same amount of noise on other pixels</source>
        <translation>Стільки ж шуму на інших пікселях</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Denoise</source>
        <translation>Знешумити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Replaces the drawing with the reconstruction</source>
        <translation>Замінює малюнок реконструкцією</translation>
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
        <source>A code of a few numbers</source>
        <translation>Код із кількох чисел</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The code is the &lt;i&gt;latent vector&lt;/i&gt; z. It describes mainly how you write: slant, width, thickness. The label tells the decoder which digit to draw. Drawings with similar codes lie close together on the map.</source>
        <translation>Код — це &lt;i&gt;латентний вектор&lt;/i&gt; z. Він описує переважно те, як ви пишете: нахил, ширину, товщину. Яку цифру малювати, декодувальнику каже мітка. На карті малюнки зі схожими кодами лежать поруч.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A model with two networks has two codes: the map shows the code of the network that writes, and the charts below show the code of the network that reads.</source>
        <translation>Модель із двох мереж має два коди: карта показує код мережі, що пише, а діаграми нижче — код мережі, що читає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Show the map</source>
        <translation>Показати карту</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Opens the “Latent” tab</source>
        <translation>Відкриває вкладку «Латентний простір»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Open the latent space…</source>
        <translation>Відкрити латентний простір…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Opens the map in its own window, where you can explore it</source>
        <translation>Відкриває карту в окремому вікні, де її можна досліджувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>The model writes</source>
        <translation>Модель пише</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>New codes give new digits. Your own code, decoded with each label, gives the ten digits in your handwriting; random codes give digits that nobody has ever written. In the default model, a second network does the writing; it uses longer codes than the one that reads.</source>
        <translation>Нові коди дають нові цифри. Ваш власний код, декодований із кожною міткою, дає десять цифр вашим почерком; випадкові коди — цифри, яких ніхто ніколи не писав. У стандартній моделі пише друга мережа; її коди довші, ніж у тієї, що читає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Write in my handwriting</source>
        <translation>Писати моїм почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows the ten digits and any number in the “Generated” tab</source>
        <translation>Показує на вкладці «Створене» десять цифр і будь-яке число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Write random digits</source>
        <translation>Писати випадкові цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows as many new digits as you like in the “Generated” tab</source>
        <translation>Показує на вкладці «Створене» скільки завгодно нових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Walk between digits…</source>
        <translation>Прогулянка між цифрами…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Turns your digit into another one, step by step</source>
        <translation>Крок за кроком перетворює вашу цифру на іншу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>More than one digit</source>
        <translation>Більше ніж одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A house number, a postal code, a whole page: the program finds the digits, separates them where the evidence is highest, and reads each one as described. Press N, or try the picture below; Esc goes back.</source>
        <translation>Номер будинку, поштовий індекс, ціла сторінка: програма знаходить цифри, розділяє їх там, де свідчення найбільше, і читає кожну так, як описано. Натисніть N або спробуйте зображення нижче; Esc — назад.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>This page treats the picture as a single digit, so it rejects a picture with several digits.</source>
        <translation>Ця сторінка розглядає зображення як одну цифру, тому зображення з кількома цифрами вона відхиляє.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Several digits</source>
        <translation>Кілька цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Reads the picture as a number, or as a single digit again (N)</source>
        <translation>Читає зображення як число або знову як одну цифру (N)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Train your own model</source>
        <translation>Навчіть власну модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>A model learns from thousands of handwritten digits: it encodes them, redraws them, compares, and improves a little each time. &lt;i&gt;Quick try&lt;/i&gt; trains a small one in about two minutes.</source>
        <translation>Модель вчиться на тисячах рукописних цифр: кодує їх, перемальовує, порівнює й щоразу трохи вдосконалюється. &lt;i&gt;Швидка спроба&lt;/i&gt; навчає маленьку модель приблизно за дві хвилини.</translation>
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
        <source>Opens the “Loss” tab</source>
        <translation>Відкриває вкладку «Втрати»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Scorecard…</source>
        <translation>Оцінки…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Shows how well the model reads digits that it has never seen</source>
        <translation>Показує, як добре модель читає цифри, яких ніколи не бачила</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Models and comparison…</source>
        <translation>Моделі та порівняння…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/chapters.py"/>
        <source>Compares all your models side by side</source>
        <translation>Порівнює всі ваші моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>−log p(x | z, y) = {nats} nats</source>
        <translation>−log p(x | z, y) = {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>−log p(x | z) = {nats} nats</source>
        <translation>−log p(x | z) = {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>picture x</source>
        <translation>зображення x</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>label y, one-hot</source>
        <translation>мітка y, one-hot</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>Encoder</source>
        <translation>Кодувальник</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>{n} dimensions</source>
        <extracomment>For 1: {n} dimension</extracomment>
        <translation>
            <numerusform>{n} вимір</numerusform>
            <numerusform>{n} виміри</numerusform>
            <numerusform>{n} вимірів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>μ and σ</source>
        <translation>μ і σ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_picture.py"/>
        <source>KL(q ‖ p) = {nats} nats</source>
        <translation>KL(q ‖ p) = {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>drag a bar</source>
        <translation>тягніть стовпчик</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>code z</source>
        <translation>код z</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>Decoder</source>
        <translation>Декодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>reconstruction x′</source>
        <translation>реконструкція x′</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_painting.py"/>
        <source>ELBO = {terms_and_sum}</source>
        <translation>ELBO = {terms_and_sum}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>“{model}” is one CVAE with {n} latent dimensions; it reads and writes.</source>
        <translation>«{model}» — це один CVAE (латентних вимірів: {n}); він і читає, і пише.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>“{model}” is a VAE with {n} latent dimensions. It has no labels, so it is not conditional.</source>
        <translation>«{model}» — це VAE (латентних вимірів: {n}). Міток він не має, тому не є умовним.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>“{model}” consists of two CVAEs. This one reads your drawing; the other one writes digits and redraws your drawing in the window.</source>
        <translation>«{model}» складається з двох CVAE. Цей читає ваш малюнок; інший пише цифри й перемальовує ваш малюнок у вікні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>“{model}” consists of two CVAEs. This one writes digits and redraws your drawing in the window; the other one reads it.</source>
        <translation>«{model}» складається з двох CVAE. Цей пише цифри й перемальовує ваш малюнок у вікні; інший читає його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Drag a bar of z, or click another label, and watch the reconstruction follow.</source>
        <translation>Потягніть стовпчик z або клацніть іншу мітку й подивіться, як зміниться реконструкція.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Drag a bar of z and watch the reconstruction follow.</source>
        <translation>Потягніть стовпчик z і подивіться, як зміниться реконструкція.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>&lt;b&gt;x&lt;/b&gt; is your drawing as the network gets it: 28 × 28 = 784 numbers, from 0 for paper to 1 for ink.</source>
        <translation>&lt;b&gt;x&lt;/b&gt; — це ваш малюнок, яким його отримує мережа: 28 × 28 = 784 числа, від 0 (папір) до 1 (чорнило).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>The code &lt;b&gt;z&lt;/b&gt; is drawn from the posterior with random numbers ε; the program takes its centre, z = μ. The KL divergence tells how far the posterior is from the prior: your drawing costs {kl} nats here. Each bar can be dragged.</source>
        <translation>Код &lt;b&gt;z&lt;/b&gt; вибирають з апостеріорного розподілу за допомогою випадкових чисел ε; програма бере його центр, z = μ. Розбіжність KL показує, наскільки апостеріорний розподіл далекий від апріорного: тут ваш малюнок коштує {kl} нат. Кожен стовпчик можна тягнути.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>&lt;b&gt;y&lt;/b&gt; is the label, here {name}, as a one-hot vector: 1 in its own place, 0 in all others. Encoder and decoder both get it. To read a digit, the program tries every label in turn. Click another one.</source>
        <translation>&lt;b&gt;y&lt;/b&gt; — це мітка, тут {name}, як вектор one-hot: 1 на своєму місці, 0 на всіх інших. Її отримують і кодувальник, і декодувальник. Щоб прочитати цифру, програма пробує всі мітки по черзі. Клацніть іншу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>From x and y, the encoder computes a mean &lt;b&gt;μ&lt;/b&gt; (bar) and a standard deviation &lt;b&gt;σ&lt;/b&gt; (line) for each of the {n} latent dimensions: the posterior q(z | x, y). Grey is the prior p(z | y), what is expected before anything is drawn.</source>
        <translation>Із x та y кодувальник обчислює для кожного латентного виміру (усього їх {n}) середнє &lt;b&gt;μ&lt;/b&gt; (стовпчик) і стандартне відхилення &lt;b&gt;σ&lt;/b&gt; (лінія): це апостеріорний розподіл q(z | x, y). Сірим показано апріорний p(z | y) — те, чого чекають, поки нічого не намальовано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>The decoder gets only z and y, never the drawing. From them it computes the reconstruction &lt;b&gt;x′&lt;/b&gt;: how much ink to expect in each of the 784 pixels.</source>
        <translation>Декодувальник отримує лише z та y і ніколи не бачить малюнка. З них він обчислює реконструкцію &lt;b&gt;x′&lt;/b&gt;: скільки чорнила очікувати в кожному з 784 пікселів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Compared pixel by pixel, x under x′ costs {nats} nats. Minus the sum of both costs is the &lt;b&gt;ELBO&lt;/b&gt;, the evidence for {name}. Training makes it as large as possible.</source>
        <translation>Якщо порівняти x з x′ піксель за пікселем, це коштує {nats} нат. Сума обох витрат зі знаком мінус — це &lt;b&gt;ELBO&lt;/b&gt;, свідчення на користь мітки {name}. Навчання робить його якомога більшим.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>From x, the encoder computes a mean &lt;b&gt;μ&lt;/b&gt; (bar) and a standard deviation &lt;b&gt;σ&lt;/b&gt; (line) for each of the {n} latent dimensions: the posterior q(z | x). Grey is the prior p(z), what is expected before anything is drawn.</source>
        <translation>Із x кодувальник обчислює для кожного латентного виміру (усього їх {n}) середнє &lt;b&gt;μ&lt;/b&gt; (стовпчик) і стандартне відхилення &lt;b&gt;σ&lt;/b&gt; (лінія): це апостеріорний розподіл q(z | x). Сірим показано апріорний p(z) — те, чого чекають, поки нічого не намальовано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>The decoder gets only z, never the drawing. From it, it computes the reconstruction &lt;b&gt;x′&lt;/b&gt;: how much ink to expect in each of the 784 pixels.</source>
        <translation>Декодувальник отримує лише z і ніколи не бачить малюнка. З нього він обчислює реконструкцію &lt;b&gt;x′&lt;/b&gt;: скільки чорнила очікувати в кожному з 784 пікселів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Compared pixel by pixel, x under x′ costs {nats} nats. Minus the sum of both costs is the &lt;b&gt;ELBO&lt;/b&gt;. Training makes it as large as possible.</source>
        <translation>Якщо порівняти x з x′ піксель за пікселем, це коштує {nats} нат. Сума обох витрат зі знаком мінус — це &lt;b&gt;ELBO&lt;/b&gt;. Навчання робить його якомога більшим.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Here, z has been moved; at z = μ, the ELBO is {nats} nats.</source>
        <translation>Тут z зсунуто; за z = μ ELBO становить {nats} нат.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>The label with the largest ELBO is the answer.</source>
        <translation>Відповідь — мітка з найбільшим ELBO.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>This network only writes: its ELBO does not decide what is read.</source>
        <translation>Ця мережа лише пише: її ELBO не вирішує, що прочитано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Network shown</source>
        <translation>Показана мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>All at once</source>
        <translation>Усе відразу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Step by step</source>
        <translation>Крок за кроком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>What the picture shows</source>
        <translation>Що показує схема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Previous step of the picture</source>
        <translation>Попередній крок схеми</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Next</source>
        <translation>Далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Next step of the picture</source>
        <translation>Наступний крок схеми</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Centre: z = μ</source>
        <translation>Центр: z = μ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Puts z back to the centre of the posterior</source>
        <translation>Повертає z до центру апостеріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Sample: z = μ + σ·ε</source>
        <translation>Зразок: z = μ + σ·ε</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Draws z at random from the posterior</source>
        <translation>Вибирає випадкове z з апостеріорного розподілу</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Reads: {n} dimensions</source>
        <extracomment>For 1: Reads: {n} dimension</extracomment>
        <translation>
            <numerusform>Читає: {n} вимір</numerusform>
            <numerusform>Читає: {n} виміри</numerusform>
            <numerusform>Читає: {n} вимірів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>Writes: {n} dimensions</source>
        <extracomment>For 1: Writes: {n} dimension</extracomment>
        <translation>
            <numerusform>Пише: {n} вимір</numerusform>
            <numerusform>Пише: {n} виміри</numerusform>
            <numerusform>Пише: {n} вимірів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>{n} of {all}.</source>
        <translation>{n} з {all}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>No model is open yet.</source>
        <translation>Жодної моделі ще не відкрито.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>Draw a digit on the canvas.</source>
        <translation>Намалюйте цифру на полотні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/situation.py"/>
        <source>digit</source>
        <translation>цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>The evidence list shows the evidence after “Think longer”.</source>
        <translation>У списку — свідчення після команди «Думати довше».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/cvae_panel.py"/>
        <source>The evidence list shows the mean over {n} views of the drawing.</source>
        <extracomment>For 1: The evidence list shows the mean over {n} view of the drawing.</extracomment>
        <translation>
            <numerusform>Список свідчень показує середнє за {n} копією малюнка.</numerusform>
            <numerusform>Список свідчень показує середнє за {n} копіями малюнка.</numerusform>
            <numerusform>Список свідчень показує середнє за {n} копіями малюнка.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/cvae_picture.py"/>
        <source>Picture of the CVAE</source>
        <translation>Схема CVAE</translation>
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
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>The drawing and its reconstruction</source>
        <translation>Малюнок і його реконструкція</translation>
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
        <source>reconstruction</source>
        <translation>реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>noisy</source>
        <translation>із шумом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>This model has no labels.</source>
        <translation>Ця модель не має міток.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>Guide</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/guide.py"/>
        <source>Chapters</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>Reconstruction: nats of each pixel</source>
        <translation>Реконструкція: нати кожного пікселя</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>Point at a pixel, or use the arrow keys, to see its nats</source>
        <translation>Наведіть на піксель або скористайтеся клавішами зі стрілками, щоб побачити його нати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>All 784 pixels: {nats} nats. Point at a pixel to see its share.</source>
        <translation>Усі 784 пікселі: {nats} нат. Наведіть на піксель, щоб побачити його частку.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/nats_picture.py"/>
        <source>Row {row}, column {column}: {drawn} % ink drawn, {expected} % expected: {nats} nats</source>
        <translation>Рядок {row}, стовпець {column}: чорнила {drawn} %, очікувано {expected} %: {nats} нат</translation>
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
        <source>Read with certainty</source>
        <translation>Читається впевнено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 4, or a 9?</source>
        <translation>4 чи 9?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Two labels fit well</source>
        <translation>Добре пасують дві мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A letter</source>
        <translation>Літера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>It is not a digit</source>
        <translation>Це не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Several digits on cardboard</source>
        <translation>Кілька цифр на картоні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 7 in thin ballpoint</source>
        <translation>7 тонкою кульковою ручкою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>With a crossbar</source>
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
        <source>The lines are removed</source>
        <translation>Лінійки прибираються</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>A 4 in shadow</source>
        <translation>4 в тіні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Half of it lies in shadow</source>
        <translation>Половина — в тіні</translation>
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
        <source>A noisy 8</source>
        <translation>Зашумлена 8</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sample_pictures.py"/>
        <source>Read in spite of the noise</source>
        <translation>Читається попри шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Draw a digit, and this card explains it as you draw.</source>
        <translation>Намалюйте цифру, і ця картка пояснюватиме її, поки ви малюєте.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The program centres your drawing and shrinks it to 28 × 28 grey pixels. These 784 numbers are all the model sees.</source>
        <translation>Програма центрує ваш малюнок і зменшує його до 28 × 28 сірих пікселів. Ці 784 числа — усе, що бачить модель.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>It condenses them into a code of {n} numbers and redraws {name} from the code and the label alone. That is the reconstruction.</source>
        <extracomment>For 1: It condenses them into a code of {n} number and redraws {name} from the code and the label alone. That is the reconstruction.</extracomment>
        <translation>
            <numerusform>Вона стискає їх у код із {n} числа й перемальовує {name} лише за цим кодом і міткою. Це реконструкція.</numerusform>
            <numerusform>Вона стискає їх у код із {n} чисел і перемальовує {name} лише за цим кодом і міткою. Це реконструкція.</numerusform>
            <numerusform>Вона стискає їх у код із {n} чисел і перемальовує {name} лише за цим кодом і міткою. Це реконструкція.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>It condenses them into a code of {n} numbers and redraws the digit from the code alone. That is the reconstruction.</source>
        <extracomment>For 1: It condenses them into a code of {n} number and redraws the digit from the code alone. That is the reconstruction.</extracomment>
        <translation>
            <numerusform>Вона стискає їх у код із {n} числа й перемальовує цифру лише за цим кодом. Це реконструкція.</numerusform>
            <numerusform>Вона стискає їх у код із {n} чисел і перемальовує цифру лише за цим кодом. Це реконструкція.</numerusform>
            <numerusform>Вона стискає їх у код із {n} чисел і перемальовує цифру лише за цим кодом. Це реконструкція.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>“Difference” shows where the two disagree: ink that is missing and ink that should not be there.</source>
        <translation>«Різниця» показує, де вони розходяться: чорнило, якого бракує, і зайве чорнило.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This is the network that reads. The reconstruction in the window comes from the one that writes, whose code has {n} numbers.</source>
        <translation>Це мережа, що читає. Реконструкцію у вікні малює мережа, що пише; чисел у її коді — {n}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>To turn a picture into 28 × 28 pixels, the program must decide what is ink: which colour is paper, and whether a line was printed or written. If that is unclear, it reads several versions and trusts one that looks like a digit and agrees with the others.</source>
        <translation>Щоб перетворити зображення на 28 × 28 пікселів, програма має вирішити, що є чорнилом: який колір — папір, чи лінію надруковано, чи написано. Якщо це неясно, вона читає кілька варіантів і довіряє тому, що схожий на цифру й узгоджується з іншими.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This picture was clear: “{title}”.</source>
        <translation>Із цим зображенням усе було ясно: «{title}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The best version is “{title}” with {share}. The next is “{other}” with {other_share}, {nats} nats behind.</source>
        <translation>Найкращий варіант — «{title}», {share}. Наступний — «{other}», {other_share}, на {nats} нат позаду.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>You chose “{title}”, so everything here is based on it.</source>
        <translation>Ви обрали «{title}», тож усе тут ґрунтується на цьому варіанті.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Click a small picture beside “What the model sees” to choose another version (P). Click it again to let the evidence decide.</source>
        <translation>Клацніть маленьке зображення біля «Що бачить модель», щоб обрати інший варіант (P). Клацніть ще раз, щоб вирішувало свідчення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Not everything in a picture belongs to the digit: there may be a line, a stamp, a frame or a covered corner. Connected ink that no label can explain counts as foreign. It does not count against any label, and the digit is read from the rest.</source>
        <translation>Не все на зображенні належить цифрі: там може бути лінія, штамп, рамка чи закритий кут. З’єднане чорнило, якого не пояснює жодна мітка, вважається чужим. Воно не свідчить проти жодної мітки, а цифра читається з решти.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This drawing has no foreign ink.</source>
        <translation>На цьому малюнку чужого чорнила немає.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>In this drawing, {n} of 784 pixels are probably foreign. They are hatched.</source>
        <extracomment>For 1: In this drawing, {n} of 784 pixels is probably foreign. It is hatched.</extracomment>
        <translation>
            <numerusform>На цьому малюнку {n} піксель із 784, імовірно, чужий. Його заштриховано.</numerusform>
            <numerusform>На цьому малюнку {n} пікселі з 784, імовірно, чужі. Їх заштриховано.</numerusform>
            <numerusform>На цьому малюнку {n} пікселів із 784, імовірно, чужі. Їх заштриховано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>You let the model think longer: for each label, it searched for the code that explains the drawing best. The evidence in the list is the mean of this search and of the encoder&apos;s evidence over {n} views, which counts twice. This card shows the encoder&apos;s own code, with which the drawing costs {own}.</source>
        <extracomment>For 1: You let the model think longer: for each label, it searched for the code that explains the drawing best. The evidence in the list is the mean of this search and of the encoder&apos;s evidence over {n} view, which counts twice. This card shows the encoder&apos;s own code, with which the drawing costs {own}.</extracomment>
        <translation>
            <numerusform>Ви дали моделі подумати довше: для кожної мітки вона шукала код, що пояснює малюнок найкраще. Свідчення у списку — середнє цього пошуку та свідчення кодувальника за {n} копією, яке враховано двічі. Ця картка показує власний код кодувальника, з яким малюнок коштує {own}.</numerusform>
            <numerusform>Ви дали моделі подумати довше: для кожної мітки вона шукала код, що пояснює малюнок найкраще. Свідчення у списку — середнє цього пошуку та свідчення кодувальника за {n} копіями, яке враховано двічі. Ця картка показує власний код кодувальника, з яким малюнок коштує {own}.</numerusform>
            <numerusform>Ви дали моделі подумати довше: для кожної мітки вона шукала код, що пояснює малюнок найкраще. Свідчення у списку — середнє цього пошуку та свідчення кодувальника за {n} копіями, яке враховано двічі. Ця картка показує власний код кодувальника, з яким малюнок коштує {own}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Two labels were close, so the list shows the average over {n} slightly rotated and shifted views (test-time augmentation): {listed} nats for the reconstruction. This card shows the drawing as it is, which costs {own}.</source>
        <extracomment>For 1: Two labels were close, so the list shows the average over {n} slightly rotated and shifted view (test-time augmentation): {listed} nats for the reconstruction. This card shows the drawing as it is, which costs {own}.</extracomment>
        <translation>
            <numerusform>Дві мітки були близькі, тож список показує середнє за {n} трохи повернутою й зсунутою копією (аугментація під час тестування): {listed} нат за реконструкцію. Ця картка показує сам малюнок, який коштує {own}.</numerusform>
            <numerusform>Дві мітки були близькі, тож список показує середнє за {n} трохи повернутими й зсунутими копіями (аугментація під час тестування): {listed} нат за реконструкцію. Ця картка показує сам малюнок, який коштує {own}.</numerusform>
            <numerusform>Дві мітки були близькі, тож список показує середнє за {n} трохи повернутими й зсунутими копіями (аугментація під час тестування): {listed} нат за реконструкцію. Ця картка показує сам малюнок, який коштує {own}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The picture is noisy, so its evidence assumes a noisy channel that flipped {share} % of the pixels by chance. A lone speck then costs little.</source>
        <translation>Зображення зашумлене, тож свідчення враховує канал із шумом, який випадково змінив {share} % пікселів. Тоді самотня цятка коштує мало.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>How well does a label explain the drawing? The model draws that digit as closely as it can and measures the difference in nats. The label with the highest evidence wins.</source>
        <translation>Наскільки добре мітка пояснює малюнок? Модель малює цю цифру якнайближче до нього й вимірює різницю в натах. Перемагає мітка з найбільшим свідченням.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>{sum}: reconstruction plus KL.</source>
        <translation>{sum}: реконструкція плюс KL.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>For {name}, {sum}: reconstruction plus KL.</source>
        <translation>Для {name} {sum}: реконструкція плюс KL.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The picture shows which pixels the reconstruction&apos;s nats come from. Even a perfect copy would cost {nats}, because a grey pixel is as uncertain as a coin toss.</source>
        <translation>Рисунок показує, з яких пікселів беруться нати реконструкції. Навіть досконала копія коштувала б {nats}, бо сірий піксель такий самий непевний, як підкинута монета.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The reconstruction is what the model draws from a label and the code of your drawing alone. Its nats tell how surprising the drawing is, pixel by pixel: almost none where the two agree, many where they contradict each other.</source>
        <translation>Реконструкція — це те, що модель малює лише за міткою й кодом вашого малюнка. Її нати показують, наскільки малюнок неочікуваний, піксель за пікселем: майже нуль там, де вони збігаються, багато там, де суперечать.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>For {name}, the list shows {nats} nats. The most expensive pixel (row {row}, column {column}) costs {dearest}; the top hundred make up {share} %.</source>
        <translation>Для {name} список показує {nats} нат. Найдорожчий піксель (рядок {row}, стовпець {column}) коштує {dearest}; на сто найдорожчих припадає {share} %.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Point at another label in the list to see its pixels.</source>
        <translation>Наведіть на іншу мітку у списку, щоб побачити її пікселі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>To redraw your digit, the model uses a code, the latent vector: how slanted, how wide, how bold. The KL is the price of this code: how far it departs from typical handwriting.</source>
        <translation>Щоб перемалювати вашу цифру, модель використовує код — латентний вектор: наскільки вона похила, широка, жирна. KL — ціна цього коду: наскільки він відхиляється від типового письма.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>For {name}, it is {nats} nats, spread over the numbers of the code.</source>
        <translation>Для {name} це {nats} нат, розподілених між числами коду.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>You let the model think longer, so this is the cost of the evidence without the reconstruction; the encoder&apos;s own KL is {nats}.</source>
        <translation>Ви дали моделі подумати довше, тож це вартість свідчення без реконструкції; власна KL кодувальника — {nats}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>That is the average over {n} views of the drawing; for the drawing as it is, it is {nats}.</source>
        <extracomment>For 1: That is the average over {n} view of the drawing; for the drawing as it is, it is {nats}.</extracomment>
        <translation>
            <numerusform>Це середнє за {n} копією малюнка; для самого малюнка — {nats}.</numerusform>
            <numerusform>Це середнє за {n} копіями малюнка; для самого малюнка — {nats}.</numerusform>
            <numerusform>Це середнє за {n} копіями малюнка; для самого малюнка — {nats}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>For each label, the model knows {n} groups of handwriting styles. The grey bar is the cost of telling which one. With such a mixture, the sum is an upper bound of the KL.</source>
        <extracomment>For 1: For each label, the model knows {n} group of handwriting styles. The grey bar is the cost of telling which one. With such a mixture, the sum is an upper bound of the KL.</extracomment>
        <translation>
            <numerusform>Для кожної мітки модель знає {n} групу почерків. Сірий стовпчик — ціна того, щоб сказати, яка це група. За такої суміші сума є верхньою межею KL.</numerusform>
            <numerusform>Для кожної мітки модель знає {n} групи почерків. Сірий стовпчик — ціна того, щоб сказати, яка це група. За такої суміші сума є верхньою межею KL.</numerusform>
            <numerusform>Для кожної мітки модель знає {n} груп почерків. Сірий стовпчик — ціна того, щоб сказати, яка це група. За такої суміші сума є верхньою межею KL.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Like a bit, a nat measures surprise: one bit is 0.69 nats. A label that is one nat behind is 2.7 times less probable; ten nats behind, 22 000 times.</source>
        <translation>Нат, як і біт, вимірює неочікуваність: один біт — це 0,69 ната. Мітка, що відстає на один нат, у 2,7 раза менш імовірна; на десять нат — у 22 000 разів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The bars show how far each label is behind, and the numbers show the odds that this would mean if nats were taken literally. They are not: see “Probability”.</source>
        <translation>Смуги показують, наскільки кожна мітка відстає, а числа — які це були б шанси, якби нати розуміти буквально. Але їх так не розуміють: див. «Імовірність».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>If the drawing is one of the labels, how probable is each? The softmax turns nats into probabilities that add up to 100 %.</source>
        <translation>Якщо малюнок — одна з міток, наскільки ймовірна кожна? Softmax перетворює нати на ймовірності, що в сумі дають 100 %.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>A weather forecast is calibrated if it rains on 70 of 100 days with “70 % rain”. It is the same here: nine in ten answers with 90 % should be right.</source>
        <translation>Прогноз погоди калібрований, якщо зі 100 днів із «дощ 70 %» дощить у 70. Так само й тут: дев’ять із десяти відповідей із 90 % мають бути правильними.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model has no labels, so there are no probabilities.</source>
        <translation>Ця модель не має міток, тож імовірностей немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model was never calibrated, so its nats are taken literally: {share} for {name}.</source>
        <translation>Цю модель не калібрували, тож її нати розуміють буквально: {share} для {name}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Taken literally, the nats would mean {share} for {name}. But neighbouring pixels depend on each other, and a model that counts each one separately is overconfident.</source>
        <translation>Буквально нати означали б {share} для {name}. Але сусідні пікселі залежать один від одного, і модель, що рахує кожен окремо, надто впевнена в собі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Taken literally, the nats would mean {share} for {name}. On unseen digits, however, this model proved to be right more often than that.</source>
        <translation>Буквально нати означали б {share} для {name}. Проте на небачених цифрах ця модель виявилася правою частіше.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>On {digits} unseen digits, its probabilities were right once all nats were divided by T = {temperature}. That gives {share}.</source>
        <translation>На {digits} небачених цифрах її ймовірності справджувалися, коли всі нати ділили на T = {temperature}. Це дає {share}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The digit stands in a number, and the number may have to be cut elsewhere. With this doubt {share} are left.</source>
        <translation>Цифра стоїть у числі, а поділити його на цифри, можливо, треба інакше. З урахуванням цього залишається {share}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Probabilities only divide 100 % among the labels, so even a letter has a winner. A second test asks whether the drawing looks like a digit at all. It checks what the reconstruction misses, where, and whether the code is typical of digits.</source>
        <translation>Імовірності лише ділять 100 % між мітками, тож переможець є навіть для літери. Друга перевірка питає, чи малюнок узагалі схожий на цифру. Вона враховує, чого бракує в реконструкції, де саме й чи код типовий для цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model cannot tell; it accepts everything as a digit.</source>
        <translation>Ця модель не вміє розрізняти; вона все приймає за цифру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This drawing scores {score}. Anything below the threshold is rejected as “not a digit”. The slider under “Rejection” sets the threshold; at its current value, {share} % of real digits are rejected by mistake.</source>
        <translation>Цей малюнок набирає {score}. Усе, що нижче за поріг, відхиляється як «не цифра». Поріг задає повзунок під заголовком «Відхилення»; за поточного значення помилково відхиляється {share} % справжніх цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The code is not known exactly: each of its numbers has a mean and a ±. The model draws sixteen random codes from this range and decodes them. Where the results differ, it is unsure.</source>
        <translation>Код відомий не точно: кожне його число має середнє й ±. Модель бере з цього діапазону шістнадцять випадкових кодів і декодує їх. Де результати різняться, там вона не впевнена.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>On the strokes, a pixel varies by ± {usual} % of the ink on average and by ± {most} % at most (row {row}, column {column}). It varies most at the edges and ends of strokes.</source>
        <translation>На штрихах піксель коливається в середньому на ± {usual} % чорнила, щонайбільше на ± {most} % (рядок {row}, стовпець {column}). Найбільше — на краях і кінцях штрихів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>ELBO stands for evidence lower bound. The probability of the drawing under a label is a sum over all possible codes, which cannot be computed. The ELBO uses the codes that fit the drawing; the true value is never lower.</source>
        <translation>ELBO — нижня межа свідчення (evidence lower bound). Імовірність малюнка за мітки — сума за всіма можливими кодами, яку неможливо обчислити. ELBO бере коди, що пасують до малюнка; справжнє значення ніколи не менше.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The model was trained to make it large, and the evidence list shows it. Strictly, the reconstruction is an average over codes from the posterior. The program uses the mean code, {nats} nats, because that is faster and steadier. Over sixteen codes, the average is {mean}.</source>
        <translation>Модель навчали його збільшувати, і саме його показує список свідчень. Строго кажучи, реконструкція — середнє за кодами з апостеріорного розподілу. Програма бере середній код, {nats} нат, бо так швидше й стабільніше. Середнє за шістнадцятьма кодами — {mean}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The posterior is what the model knows about the code after it has seen the drawing: a mean and a margin for each number. The better the drawing determines a number, the shorter its line.</source>
        <translation>Апостеріорний розподіл — це те, що модель знає про код, побачивши малюнок: середнє й похибка для кожного числа. Що краще малюнок визначає число, то коротша його лінія.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Your drawing determines {known} of {n} numbers to within ± 0.5. A number that stays at 0 ± 1 is not used here.</source>
        <extracomment>For 1: Your drawing determines {known} of {n} number to within ± 0.5. A number that stays at 0 ± 1 is not used here.</extracomment>
        <translation>
            <numerusform>Ваш малюнок визначає {known} з {n} числа з точністю ± 0,5. Число, що лишається 0 ± 1, тут не використовується.</numerusform>
            <numerusform>Ваш малюнок визначає {known} з {n} чисел із точністю ± 0,5. Число, що лишається 0 ± 1, тут не використовується.</numerusform>
            <numerusform>Ваш малюнок визначає {known} з {n} чисел із точністю ± 0,5. Число, що лишається 0 ± 1, тут не використовується.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The temperature sets how unusual the digits are that the model writes.</source>
        <translation>Температура визначає, наскільки незвичні цифри пише модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>A new digit starts with a random code. The temperature sets how far the code may stray from the average: 0 gives the most typical digit, 1 the variety of real handwriting, and higher values give stranger and stranger digits.</source>
        <translation>Нова цифра починається з випадкового коду. Температура визначає, наскільки далеко він може відхилитися від середнього: 0 дає найтиповішу цифру, 1 — розмаїття справжніх почерків, а більші значення — дедалі дивніші цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Here is {name} from the same random code at four temperatures.</source>
        <translation>Тут показано {name} за одного випадкового коду й чотирьох температур.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This is not the T that calibrates probabilities, but the idea is the same: more heat, more disorder.</source>
        <translation>Це не та T, що калібрує ймовірності, але ідея та сама: більше тепла — більше безладу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The prior is what the model assumes about the code before it sees a drawing: how people usually write. New digits are drawn from it, and the KL measures how far a drawing&apos;s code departs from it.</source>
        <translation>Апріорний розподіл — це те, що модель припускає про код, перш ніж побачить малюнок: як люди пишуть зазвичай. Із нього беруться нові цифри, а KL вимірює, наскільки код малюнка від нього відхиляється.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model uses the same prior for every label: each number follows a bell curve, 0 ± 1.</source>
        <translation>Ця модель має один апріорний розподіл для всіх міток: кожне число описує дзвоноподібна крива, 0 ± 1.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>In this model, each label has its own prior: a mixture of {n} bell curves, fitted to the codes of many handwritten digits.</source>
        <extracomment>For 1: In this model, each label has its own prior: {n} bell curve, fitted to the codes of many handwritten digits.</extracomment>
        <translation>
            <numerusform>У цій моделі кожна мітка має свій апріорний розподіл: {n} дзвоноподібна крива, підігнана до кодів багатьох рукописних цифр.</numerusform>
            <numerusform>У цій моделі кожна мітка має свій апріорний розподіл: суміш {n} дзвоноподібних кривих, підігнана до кодів багатьох рукописних цифр.</numerusform>
            <numerusform>У цій моделі кожна мітка має свій апріорний розподіл: суміш {n} дзвоноподібних кривих, підігнана до кодів багатьох рукописних цифр.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Five samples from it, drawn as {name}:</source>
        <translation>П’ять зразків із нього, намальованих як {name}:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>Every dot is a test digit, placed by its code. Dots that lie close together are written alike.</source>
        <translation>Кожна точка — тестова цифра, розміщена за її кодом. Точки, що лежать поруч, написано схоже.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The map is in the “Latent” tab.</source>
        <translation>Карта — на вкладці «Латентний простір».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>A code has {n} numbers and the map only two dimensions, which hold {share} of the variation. Like a shadow, the map can make distant dots touch, but dots that are apart on it really are apart.</source>
        <extracomment>For 1: A code has {n} number and the map only two dimensions, which hold {share} of the variation. Like a shadow, the map can make distant dots touch, but dots that are apart on it really are apart.</extracomment>
        <translation>
            <numerusform>У коді {n} число, а карта має лише два виміри, які містять {share} розмаїття. Як тінь, карта може зблизити далекі точки, але точки, розділені на ній, справді розділені.</numerusform>
            <numerusform>У коді {n} числа, а карта має лише два виміри, які містять {share} розмаїття. Як тінь, карта може зблизити далекі точки, але точки, розділені на ній, справді розділені.</numerusform>
            <numerusform>У коді {n} чисел, а карта має лише два виміри, які містять {share} розмаїття. Як тінь, карта може зблизити далекі точки, але точки, розділені на ній, справді розділені.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>The loss is the average cost of a digit after each epoch: reconstruction plus KL. Lower is better. The model never learns from the validation digits.</source>
        <translation>Втрати — це середня вартість цифри після кожної епохи: реконструкція плюс KL. Менше — краще. На валідаційних цифрах модель ніколи не вчиться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>This model has no training history.</source>
        <translation>Ця модель не має історії навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>In the last epoch, the training loss is {training} and the validation loss {validation}. It is normal that training is higher: {reasons}.</source>
        <translation>В останній епосі втрати навчання — {training}, валідації — {validation}. Те, що втрати навчання більші, нормально: {reasons}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>In the last epoch, the training loss is {training} and the validation loss {validation}. A model does slightly better on digits it has practised. If the gap widens while validation rises, the model is memorising them.</source>
        <translation>В останній епосі втрати навчання — {training}, валідації — {validation}. Цифри, на яких модель вправлялася, вдаються їй трохи краще. Якщо розрив ширшає, а втрати валідації зростають, модель заучує цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>units are switched off at random (dropout)</source>
        <translation>нейрони випадково вимикаються (dropout)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>digits are rotated, bent or drawn with another pen</source>
        <translation>цифри повертаються, вигинаються або малюються іншим пером</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>some sevens and zeros are crossed</source>
        <translation>деякі сімки й нулі перекреслено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>some digits are noisy</source>
        <translation>деякі цифри зашумлено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>some digits have lines, blots, shadows or other damage</source>
        <translation>на деяких цифрах є лінії, плями, тіні чи інші пошкодження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>the training loss is an average over the whole epoch, and at its start the model was worse</source>
        <translation>втрати навчання — середнє за всю епоху, а на її початку модель була гіршою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>{first} and {last}</source>
        <translation>{first} та {last}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/sentences.py"/>
        <source>during training, {reasons}, but not during validation; also, {mean}</source>
        <translation>під час навчання {reasons}, а під час валідації — ні; крім того, {mean}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/small_charts.py"/>
        <source>{name}: {value} nats</source>
        <translation>{name}: {value} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/small_charts.py"/>
        <source>{value}, above the threshold of {threshold}</source>
        <translation>{value}, вище за поріг {threshold}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/small_charts.py"/>
        <source>{value}, below the threshold of {threshold}</source>
        <translation>{value}, нижче за поріг {threshold}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/small_charts.py"/>
        <source>threshold</source>
        <translation>поріг</translation>
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
        <source>group</source>
        <translation>група</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>{name}, raw</source>
        <translation>{name}, сира</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>{name}, calibrated</source>
        <translation>{name}, калібрована</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>code {number}</source>
        <translation>код {number}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>spread</source>
        <translation>розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>sample {number}</source>
        <translation>зразок {number}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>mean code</source>
        <translation>середній код</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>mean over 16 codes</source>
        <translation>середнє за 16 кодами</translation>
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
        <source>training</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>validation</source>
        <translation>валідація</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Drawing, what the model reads, reconstruction</source>
        <translation>Малюнок, те, що читає модель, реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Versions of the picture, most probable first</source>
        <translation>Варіанти зображення, найімовірніший першим</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>What the model reads, foreign ink, reconstruction</source>
        <translation>Те, що читає модель, чуже чорнило, реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>KL of each number of the code, in nats</source>
        <translation>KL кожного числа коду, у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Nats behind the best label, and the corresponding odds</source>
        <translation>Нати відставання від найкращої мітки й відповідні шанси</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Probability: raw and calibrated</source>
        <translation>Імовірність: сира й калібрована</translation>
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
        <source>How digit-like the drawing is</source>
        <translation>Наскільки малюнок схожий на цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Samples from the posterior and their spread</source>
        <translation>Зразки з апостеріорного розподілу та їхній розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>The same random code at four temperatures</source>
        <translation>Той самий випадковий код за чотирьох температур</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Samples from the prior</source>
        <translation>Зразки з апріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Reconstruction, in nats</source>
        <translation>Реконструкція, у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Each number of the code: mean ± one standard deviation</source>
        <translation>Кожне число коду: середнє ± одне стандартне відхилення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Digits whose nearest neighbour has the same label</source>
        <translation>Цифри, чий найближчий сусід має ту саму мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topic_view.py"/>
        <source>Loss in the last epoch, in nats per image</source>
        <translation>Втрати в останній епосі, у натах на зображення</translation>
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
        <source>summed over all pixels; x is the ink in the drawing, p the ink that the model expects.</source>
        <translation>сума за всіма пікселями; x — чорнило на малюнку, p — чорнило, якого очікує модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>KL divergence</source>
        <translation>Розбіжність KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>q is the distribution of the code after seeing the drawing, p the one before.</source>
        <translation>q — розподіл коду після перегляду малюнка, p — до нього.</translation>
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
        <source>T was fitted on digits that were not used for training.</source>
        <translation>T підібрано на цифрах, які не використовували для навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Is it a digit?</source>
        <translation>Чи це цифра?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Spread</source>
        <translation>Розкид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>μ and σ are the mean and ± of the code, ε is random.</source>
        <translation>μ і σ — середнє коду та ±, ε — випадкове.</translation>
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
        <source>μ and σ belong to the prior, ε is random.</source>
        <translation>μ і σ — апріорного розподілу, ε — випадкове.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>ELBO</source>
        <translation>ELBO</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>q is the distribution of the code after seeing the drawing x.</source>
        <translation>q — розподіл коду після перегляду малюнка x.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>Posterior</source>
        <translation>Апостеріорний розподіл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/topics.py"/>
        <source>one μ and one σ for each number of the code z.</source>
        <translation>одне μ й одне σ для кожного числа коду z.</translation>
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
        <source>in nats per image; the chart shows the full KL, without β.</source>
        <translation>у натах на зображення; графік показує повну KL, без β.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Draw here</source>
        <translation>Малюйте тут</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Write a digit with a mouse, pen or finger, or open, paste or drop a picture. You can find examples under File ▸ Sample pictures.</source>
        <translation>Напишіть цифру мишею, пером чи пальцем або відкрийте, вставте чи перетягніть зображення. Приклади є у Файл ▸ Приклади зображень.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The answer follows as you draw: which digit it is and how probable, or that it is not a digit.</source>
        <translation>Відповідь змінюється, поки ви малюєте: яка це цифра й наскільки ймовірна, або що це не цифра.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Why that digit?</source>
        <translation>Чому саме ця цифра?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The label that explains the drawing best wins. Point at a row to see how a label explains it, and click a word with a dotted underline to learn what it means.</source>
        <translation>Перемагає мітка, що найкраще пояснює малюнок. Наведіть на рядок, щоб побачити, як його пояснює мітка, і клацніть слово, підкреслене крапками, щоб дізнатися, що воно означає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Make it harder</source>
        <translation>Ускладніть</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Add noise and see what the model makes of it. “Denoise” replaces the drawing with its reconstruction.</source>
        <translation>Додайте шуму й подивіться, що з цього зробить модель. «Знешумити» замінює малюнок її реконструкцією.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>The model writes, too</source>
        <translation>Модель ще й пише</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Here are the ten digits in your handwriting, a map of all digits, and how the model learned.</source>
        <translation>Тут — десять цифр вашим почерком, карта всіх цифр і те, як модель навчалася.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Want to know more?</source>
        <translation>Хочете знати більше?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>F1 opens a guide with short chapters about your own drawing. Help ▸ Tour shows this tour again.</source>
        <translation>F1 відкриває посібник із короткими розділами про ваш власний малюнок. Довідка ▸ Ознайомлення показує ці підказки знову.</translation>
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
        <source>Previous (Left)</source>
        <translation>Попередня підказка (ліворуч)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/explanations/tour.py"/>
        <source>Next (Enter)</source>
        <translation>Наступна підказка (Enter)</translation>
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
        <source>F1 opens a guide with ten short chapters about your own drawing. Help ▸ Tour shows this tour again.</source>
        <translation type="vanished">F1 відкриває посібник із десяти коротких розділів про ваш власний малюнок. Довідка ▸ Ознайомлення показує ці підказки знову.</translation>
    </message>
    <message>
        <source>Next (Right)</source>
        <translation type="vanished">Наступна підказка (праворуч)</translation>
    </message>
    <message>
        <source>This drawing scores {score}. Anything below the threshold is rejected as “not a digit”. The slider “Rejection” sets the threshold; at its current value, {share} % of real digits are rejected by mistake.</source>
        <translation type="vanished">Цей малюнок набирає {score}. Усе, що нижче за поріг, відхиляється як «не цифра». Поріг задає повзунок «Відхилення»; за поточного значення помилково відхиляється {share} % справжніх цифр.</translation>
    </message>
    <message>
        <source>Add noise and watch the reconstruction. The model has learnt what digits look like, so it leaves most of the specks out. &lt;i&gt;Denoise&lt;/i&gt; replaces the drawing with the reconstruction.</source>
        <translation type="vanished">Додайте шуму й подивіться на реконструкцію. Модель знає, який вигляд мають цифри, тож більшість цяток вона пропускає. &lt;i&gt;Знешумити&lt;/i&gt; замінює малюнок реконструкцією.</translation>
    </message>
</context>
</TS>
