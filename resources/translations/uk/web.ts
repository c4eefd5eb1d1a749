<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/web/admission.py"/>
        <source>Wrong host name; open the server’s own address.</source>
        <translation>Неправильне ім’я хоста; відкрийте власну адресу сервера.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/admission.py"/>
        <source>Open the whole link that the program shows; it ends with a token.</source>
        <translation>Відкрийте повне посилання, яке показує програма; воно закінчується токеном.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/admission.py"/>
        <source>Requests from pages of other sites are not allowed.</source>
        <translation>Запити зі сторінок інших сайтів не дозволені.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/admission.py"/>
        <source>The page is out of date; reload it.</source>
        <translation>Сторінка застаріла; перезавантажте її.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/answers.py"/>
        <source>There is no latent map of “{model}” yet; open the model in the window to make one.</source>
        <translation>Латентної карти моделі «{model}» ще немає; щоб її створити, відкрийте модель у вікні програми.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>Send the fields in the form, not in the address.</source>
        <translation>Надсилайте поля у формі, а не в адресі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>Send the request as JSON (Content-Type: application/json).</source>
        <translation>Надішліть запит у форматі JSON (Content-Type: application/json).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>Send one picture, in the field “picture”.</source>
        <translation>Надішліть одне зображення в полі «picture».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>Send one to {most} pictures, all in the field “picture”.</source>
        <translation>Надішліть від одного до {most} зображень, усі в полі «picture».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>A picture may have at most {limit} MB.</source>
        <translation>Зображення може мати щонайбільше {limit} МБ.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>There is no field “{field}”.</source>
        <translation>Поля «{field}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>The field “{field}” is given twice.</source>
        <translation>Поле «{field}» задано двічі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>The field “{field}” has an invalid value.</source>
        <translation>Поле «{field}» має недопустиме значення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>content</source>
        <translation>вміст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>The request is not valid JSON: {reason}.</source>
        <translation>Запит містить недійсний JSON: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>The request is not a JSON object.</source>
        <translation>Запит не є об’єктом JSON.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api_requests.py"/>
        <source>This handwriting belongs to another model; read the drawing again.</source>
        <translation>Цей почерк належить іншій моделі; прочитайте малюнок ще раз.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/application.py"/>
        <location filename="../../../desktop_cvae/web/server.py"/>
        <source>Bad request.</source>
        <translation>Хибний запит.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/application.py"/>
        <source>Page not found.</source>
        <translation>Сторінку не знайдено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/application.py"/>
        <source>Method not allowed.</source>
        <translation>Метод не дозволено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/application.py"/>
        <source>The form has too many fields, or fields that are too long.</source>
        <translation>У формі забагато полів або вони задовгі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/application.py"/>
        <source>Something went wrong on the server; please try again.</source>
        <translation>На сервері щось пішло не так; спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/archive_api.py"/>
        <source>The archive is not open on this server.</source>
        <translation>Архів на цьому сервері закрито.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/archive_api.py"/>
        <source>There is no entry {number} in the archive.</source>
        <translation>Запису {number} в архіві немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/engine_pool.py"/>
        <source>The answer took too long and was cancelled.</source>
        <translation>Відповідь тривала надто довго, її скасовано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/engine_pool.py"/>
        <source>The model “{name}” cannot be read.</source>
        <translation>Модель «{name}» неможливо прочитати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/engine_pool.py"/>
        <source>Too many requests at once; please try again in a moment.</source>
        <translation>Забагато одночасних запитів; спробуйте ще раз за мить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/model_cache.py"/>
        <source>There is no model “{name}” (there are: {known}).</source>
        <translation>Моделі «{name}» немає (є такі: {known}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/model_cache.py"/>
        <source>conditional VAE</source>
        <translation>умовний VAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/model_cache.py"/>
        <source>VAE without labels</source>
        <translation>VAE без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/model_cache.py"/>
        <source>{kind}, trained on {data}</source>
        <translation>{kind}, навчений на {data}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/model_cache.py"/>
        <source>{kind}, trained on {data}; reads {share} % of its test digits right</source>
        <translation>{kind}, навчений на {data}; правильно читає {share} % тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Light or dark</source>
        <translation>Світла чи темна тема</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>What to do</source>
        <translation>Що робити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Digit</source>
        <translation>Цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Latent space</source>
        <translation>Латентний простір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Archive</source>
        <translation>Архів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Close this notice</source>
        <translation>Закрити це повідомлення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Noise and label</source>
        <translation>Шум і мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Kind of noise</source>
        <translation>Вид шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Amount of noise</source>
        <translation>Сила шуму</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>New noise of this kind</source>
        <translation>Новий шум цього виду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Label</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Use the recognised label (A)</source>
        <translation>Брати розпізнану мітку (A)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Draw a digit</source>
        <translation>Намалюйте цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Save it in the archive</source>
        <translation>Зберегти в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>or open a picture; it is read at once</source>
        <translation>або відкрийте зображення; його буде прочитано відразу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>What the model sees</source>
        <translation>Що бачить модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Difference</source>
        <translation>Різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>missing</source>
        <translation>бракує</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>extra</source>
        <translation>зайве</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>How the picture is read</source>
        <translation>Як прочитано зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>foreign ink</source>
        <translation>чуже чорнило</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Foreign ink</source>
        <translation>Чуже чорнило</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>No label explains it, so it does not belong to the digit and does not count against any label.</source>
        <translation>Жодна мітка його не пояснює, тож воно не належить цифрі й не свідчить проти жодної мітки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>How digit-like the picture is; the probabilities only compare the labels with each other</source>
        <translation>Наскільки зображення схоже на цифру; ймовірності лише порівнюють мітки між собою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Like a digit: {share}</source>
        <translation>Схоже на цифру: {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>How well each label explains the picture</source>
        <translation>Наскільки добре кожна мітка пояснює зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Length</source>
        <translation>Довжина</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Cost of the reconstruction in nats</source>
        <translation>Вартість реконструкції в натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>recon.</source>
        <translation>рекон.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>KL divergence from the prior in nats</source>
        <translation>Розбіжність KL від апріорного розподілу в натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Evidence: the higher, the better the label explains the picture</source>
        <translation>Свідчення: що більше, то краще мітка пояснює зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>nats</source>
        <translation>нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Probability of the label</source>
        <translation>Імовірність мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>prob.</source>
        <translation>ймов.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>In this handwriting</source>
        <translation>Цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Draw a digit to see all digits in its handwriting.</source>
        <translation>Намалюйте цифру, щоб побачити всі цифри її почерком.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Next seed</source>
        <translation>Наступне зерно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Full screen</source>
        <translation>На весь екран</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Leave full screen (Esc)</source>
        <translation>Вийти з повноекранного режиму (Esc)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Read as</source>
        <translation>Прочитано як</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Write a number, or open a picture of one.</source>
        <translation>Напишіть число або відкрийте його зображення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Any number</source>
        <translation>Будь-яке</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A number of digits</source>
        <translation>Кількість цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A postal code</source>
        <translation>Поштовий індекс</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A phone number</source>
        <translation>Номер телефону</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A card number</source>
        <translation>Номер картки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>An amount of money</source>
        <translation>Грошова сума</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A decimal number</source>
        <translation>Десятковий дріб</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>How many digits</source>
        <translation>Скільки цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Copy text</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Test digits</source>
        <translation>Тестові цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Map of the latent space</source>
        <translation>Карта латентного простору</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>What the model writes there</source>
        <translation>Що модель там пише</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Decoded digit</source>
        <translation>Декодована цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Point at the map, or move with the arrow keys, to see what the decoder writes there.</source>
        <translation>Наведіть на карту або рухайтеся клавішами зі стрілками, щоб побачити, що декодувальник там пише.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Search the archive</source>
        <translation>Пошук в архіві</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Which label</source>
        <translation>Яка мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Which verdict</source>
        <translation>Який вердикт</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Any verdict</source>
        <translation>Усі вердикти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Unsure</source>
        <translation>Непевно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Not digits</source>
        <translation>Не цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Starred</source>
        <translation>Із зіркою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>The archive is empty.</source>
        <translation>Архів порожній.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Newer</source>
        <translation>Новіші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Older</source>
        <translation>Старіші</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Remove this entry?</source>
        <translation>Вилучити цей запис?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>This also removes it from the archive in the window.</source>
        <translation>Його буде вилучено і з архіву у вікні.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Drawing canvas</source>
        <translation>Полотно для малювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Draw with a mouse, a pen or a finger.</source>
        <translation>Малюйте мишею, пером або пальцем.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>With the keyboard: the arrow keys move the pen, and the space bar puts it down and lifts it.</source>
        <translation>З клавіатури: стрілки рухають перо, пробіл опускає й підіймає його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Pens</source>
        <translation>Пера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Thin pen</source>
        <translation>Тонке перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Medium pen</source>
        <translation>Середнє перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Broad pen</source>
        <translation>Товсте перо</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Eraser</source>
        <translation>Гумка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Undo (Ctrl+Z)</source>
        <translation>Скасувати (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Повторити (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Redo</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Clear (Delete)</source>
        <translation>Очистити (Delete)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Open a picture…</source>
        <translation>Відкрити зображення…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>There is no model.</source>
        <translation>Моделі немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Only the first of {n} files was opened.</source>
        <translation>З {n} файлів відкрито лише перший.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Any label</source>
        <translation>Усі мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Entries: {n}</source>
        <translation>Записів: {n}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Archived picture, read as {name}</source>
        <translation>Зображення з архіву, прочитане як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Remove this entry</source>
        <translation>Вилучити цей запис</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Remove {name}</source>
        <translation>Вилучити: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Removed.</source>
        <translation>Вилучено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>an {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>a {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Draw a digit here</source>
        <translation>Намалюйте тут цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Read, reconstruct and write as {name}</source>
        <translation>Читати, реконструювати й писати як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Saved in the archive.</source>
        <translation>Збережено в архіві.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>There is no drawing whose handwriting could be used.</source>
        <translation>Немає малюнка, почерком якого можна писати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>All labels in the handwriting of the drawing.</source>
        <translation>Усі мітки почерком малюнка.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>as {name}</source>
        <translation>як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A sample</source>
        <translation>Зразок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A written {name}</source>
        <translation>Написане: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Answered in {n} ms by {model}.</source>
        <translation>Відповідь за {n} мс, модель {model}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>There is no ink in the picture.</source>
        <translation>На зображенні немає чорнила.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Reconstructed</source>
        <translation>Відтворено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>This model names no digits.</source>
        <translation>Ця модель не називає цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Not a digit</source>
        <translation>Не цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>It looks most like {nearest}, but not enough like a digit.</source>
        <translation>Найбільше схоже на {nearest}, але недостатньо схоже на цифру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>It is {name}</source>
        <translation>Це {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Probability: {share}</source>
        <translation>Імовірність: {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Unsure: {names}</source>
        <translation>Непевно: {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{first} or {last}</source>
        <translation>{first} або {last}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Probability of {name}: {share}</source>
        <translation>Імовірність, що це {name}: {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{line}; read as {name} below</source>
        <translation>{line}; нижче прочитано як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>The picture as it is read</source>
        <translation>Зображення, як його прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Reconstruction as {name}</source>
        <translation>Реконструкція як {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{name} as the model would write it here</source>
        <translation>{name}, як модель написала б тут</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Encoding test digits…</source>
        <translation>Кодування тестових цифр…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>The two principal directions, which hold {share} of the variance</source>
        <translation>Два головні напрямки, у яких {share} дисперсії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>The latent dimensions {first} and {second}, which hold {share} of the variance</source>
        <translation>Латентні виміри {first} і {second}, у яких {share} дисперсії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>at {x}, {y}</source>
        <translation>у {x}; {y}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>A decoded {name}</source>
        <translation>Декодоване: {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Write a number here</source>
        <translation>Напишіть тут число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Digits: {n} · {share} probable as a whole</source>
        <translation>Цифр: {n} · імовірність усього: {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Digit {k} of {n}: {name}, {share}</source>
        <translation>Цифра {k} з {n}: {name}, {share}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Copied.</source>
        <translation>Скопійовано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{kinds}; up to {most}. Or drop it, or paste it.</source>
        <translation>{kinds}; до {most}. Або перетягніть чи вставте.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>“{name}” has {size}; pictures up to {most} are read.</source>
        <translation>«{name}» має {size}; читаються зображення до {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>pasted picture</source>
        <translation>вставлене зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>This browser cannot show the picture, but the picture is still read.</source>
        <translation>Цей браузер не може показати зображення, але його все одно прочитано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>The server does not answer. Is the program still running?</source>
        <translation>Сервер не відповідає. Чи програма ще працює?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{n} kB</source>
        <translation>{n} кБ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>{n} MB</source>
        <translation>{n} МБ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/server.py"/>
        <source>The request’s headers are too long.</source>
        <translation>Заголовки запиту задовгі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/server.py"/>
        <source>This computer has no address “{host}”.</source>
        <translation>Цей комп’ютер не має адреси «{host}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/server.py"/>
        <source>Cannot serve at {host}:{port}: {reason}. Choose another port with --port.</source>
        <translation>Не вдалося відкрити {host}:{port}: {reason}. Виберіть інший порт за допомогою --port.</translation>
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
