<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/web/answers.py"/>
        <source>take the label “{name}”</source>
        <translation>взяти мітку «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/answers.py"/>
        <source>There is no label “{name}”; there are {known}.</source>
        <translation>Мітки «{name}» немає; є такі: {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/answers.py"/>
        <source>There is no latent map of “{model}” yet; the window makes one.</source>
        <translation>Латентної карти моделі «{model}» ще немає; її створює вікно програми.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>The fields belong into the form, not into the address.</source>
        <translation>Поля мають бути у формі, а не в адресі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>The request should be JSON (Content-Type: application/json).</source>
        <translation>Запит має бути у форматі JSON (Content-Type: application/json).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>Send one picture, in the field “picture”.</source>
        <translation>Надішліть одне зображення в полі «picture».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
        <source>A picture may have {limit} MB at most.</source>
        <translation>Зображення може мати щонайбільше {limit} МБ.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/api.py"/>
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
        <source>Many are asking at once; please try again in a moment.</source>
        <translation>Зараз питають багато людей; спробуйте ще раз за мить.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/engine_pool.py"/>
        <source>The answer took too long, and was given up.</source>
        <translation>Відповідь тривала надто довго, її припинено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/engine_pool.py"/>
        <source>The model “{name}” cannot be read.</source>
        <translation>Модель «{name}» неможливо прочитати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/guard.py"/>
        <source>This server is not called that; open its own address.</source>
        <translation>Цей сервер називається інакше; відкрийте його власну адресу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/guard.py"/>
        <source>Open the whole link that the program shows: it ends with a token.</source>
        <translation>Відкрийте повне посилання, яке показує програма: воно закінчується токеном.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/guard.py"/>
        <source>A page of another site may not ask this server.</source>
        <translation>Сторінці іншого сайту не дозволено питати цей сервер.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/guard.py"/>
        <source>The page is out of date; load it again.</source>
        <translation>Сторінка застаріла; завантажте її знову.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/models.py"/>
        <source>There is no model “{name}” (there are: {known}).</source>
        <translation>Моделі «{name}» немає (є такі: {known}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/models.py"/>
        <source>conditional VAE</source>
        <translation>умовний VAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/models.py"/>
        <source>VAE without labels</source>
        <translation>VAE без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/models.py"/>
        <source>{kind}, trained on {data}</source>
        <translation>{kind}, навчений на {data}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/models.py"/>
        <source>{kind}, trained on {data}; reads {share} % of its test digits right</source>
        <translation>{kind}, навчений на {data}; правильно читає {share} % тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Read a digit</source>
        <translation>Прочитати цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/page_texts.py"/>
        <source>Read</source>
        <translation>Прочитане</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/server.py"/>
        <source>This machine has no address “{host}”.</source>
        <translation>Ця машина не має адреси «{host}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/server.py"/>
        <source>{host}:{port} cannot be served: {reason}; --port names another port.</source>
        <translation>Адресу {host}:{port} неможливо зайняти: {reason}; --port називає інший порт.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/service.py"/>
        <source>The request makes no sense.</source>
        <translation>Запит не має сенсу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/service.py"/>
        <source>There is nothing at this address.</source>
        <translation>За цією адресою нічого немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/service.py"/>
        <source>This address cannot be asked that way.</source>
        <translation>Цю адресу так не питають.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/service.py"/>
        <source>Something went wrong here; please try again.</source>
        <translation>Тут щось пішло не так; спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>“{field}” lies between {low} and {high}.</source>
        <translation>«{field}» має бути між {low} і {high}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>There is no verdict “{name}”.</source>
        <translation>Висновку «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The archive is downloaded as csv or jsonl, not as “{name}”.</source>
        <translation>Архів завантажується як csv або jsonl, а не як «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>There is no field “{field}”.</source>
        <translation>Поля «{field}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The field “{field}” is there twice.</source>
        <translation>Поле «{field}» є двічі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The field “{field}” is too long.</source>
        <translation>Поле «{field}» задовге.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The field “{field}” makes no sense.</source>
        <translation>Поле «{field}» не має сенсу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The request is no JSON: {reason}.</source>
        <translation>Запит — не JSON: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The request is no JSON object.</source>
        <translation>Запит — не об’єкт JSON.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/web/wishes.py"/>
        <source>The hand is not of this model; read the drawing again.</source>
        <translation>Почерк не від цієї моделі; прочитайте малюнок ще раз.</translation>
    </message>
</context>
</TS>
