<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/bulk/batch_reader.py"/>
        <source>“{name}” needs more memory than there is.</source>
        <translation>Для «{name}» бракує пам’яті.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/batch_reader.py"/>
        <source>“{name}” cannot be read: every attempt crashed, perhaps for lack of memory.</source>
        <translation>«{name}» не вдалося прочитати: кожна спроба завершилася аварійно, можливо, через брак пам’яті.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>“{address}” is not a cluster. Use “local”, tcp://127.0.0.1:8786 or tls://HOST:8786.</source>
        <translation>«{address}» — не кластер. Укажіть «local», tcp://127.0.0.1:8786 або tls://HOST:8786.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>The connection to “{address}” would leave this machine unencrypted, and Dask runs any code that its peers send. Start scheduler and workers with --tls-ca-file, --tls-cert and --tls-key, and use tls://{place} with --certificates FOLDER.</source>
        <translation>З’єднання з «{address}» вийшло б за межі цього комп’ютера без шифрування, а Dask виконує будь-який код, що йому надсилають. Запустіть планувальник і робочі процеси з --tls-ca-file, --tls-cert і --tls-key та вкажіть tls://{place} разом із --certificates ТЕКА.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>A cluster needs Dask; install it with “pip install &apos;.[cluster]&apos;” in the program’s source folder.</source>
        <translation>Для кластера потрібен Dask; встановіть його командою «pip install &apos;.[cluster]&apos;» у теці з кодом програми.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>The cluster on this machine could not be started.</source>
        <translation>Не вдалося запустити кластер на цьому комп’ютері.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>tls:// needs certificates: --certificates FOLDER with {files}, or Dask&apos;s setting distributed.comm.tls.</source>
        <translation>tls:// потребує сертифікатів: --certificates ТЕКА з файлами {files} або налаштування Dask distributed.comm.tls.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>There is no file “{name}”.</source>
        <translation>Файлу «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_connection.py"/>
        <source>No Dask scheduler answers at “{address}”, or it does not accept these certificates.</source>
        <translation>За адресою «{address}» не відповідає жоден планувальник Dask, або він не приймає цих сертифікатів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_executor.py"/>
        <source>A worker of the cluster cannot store the model file.</source>
        <translation>Робочий процес кластера не може зберегти файл моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_executor.py"/>
        <source>The connection to the cluster was lost; the readings so far are kept.</source>
        <translation>З’єднання з кластером утрачено; прочитане раніше збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_executor.py"/>
        <source>A worker of the cluster cannot read pictures ({reason}). Is desktop-cvae {version} installed there?</source>
        <translation>Робочий процес кластера не може читати зображення ({reason}). Чи встановлено там desktop-cvae {version}?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/cluster_worker.py"/>
        <source>A worker of the cluster runs desktop-cvae {theirs}, but this is {ours}: the answers might differ.</source>
        <translation>На робочому процесі кластера desktop-cvae {theirs}, а тут — {ours}: відповіді можуть відрізнятися.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/folder_watch.py"/>
        <source>“{name}” is not a folder.</source>
        <translation>«{name}» — не тека.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/output_files.py"/>
        <source>“{path}” exists; --overwrite replaces it.</source>
        <translation>«{path}» уже є; --overwrite замінить його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/output_files.py"/>
        <source>“{name}” is being written by another process.</source>
        <translation>У «{name}» саме пише інший процес.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>No picture matches {patterns}.</source>
        <translation>Жодне зображення не відповідає {patterns}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>“-” reads a picture from standard input, but nothing is connected to it.</source>
        <translation>«-» читає зображення зі стандартного введення, але до нього нічого не під’єднано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>The picture on standard input is too large.</source>
        <translation>Зображення на стандартному введенні завелике.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>“--list -” reads names from standard input, but nothing is connected.</source>
        <translation>«--list -» читає назви зі стандартного введення, але до нього нічого не під’єднано.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>The list “{name}” is not a file.</source>
        <translation>Список «{name}» — не файл.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/picture_names.py"/>
        <source>The list “{name}” cannot be read: {reason}.</source>
        <translation>Не вдається прочитати список «{name}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/process_executor.py"/>
        <source>A process that read pictures ended unexpectedly, perhaps for lack of memory; the readings so far are kept.</source>
        <translation>Процес, що читав зображення, несподівано завершився, можливо, через брак пам’яті; прочитане раніше збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/record_formats.py"/>
        <source>nothing found</source>
        <translation>нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/record_formats.py"/>
        <source>digit {place} {verdict}</source>
        <translation>цифра {place}: {verdict}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/bulk/record_formats.py"/>
        <source>, and {n} more</source>
        <extracomment>For 1: , and {n} more</extracomment>
        <translation>
            <numerusform>, і ще {n}</numerusform>
            <numerusform>, і ще {n}</numerusform>
            <numerusform>, і ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/record_formats.py"/>
        <source> or </source>
        <translation> або </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/record_formats.py"/>
        <source>to check</source>
        <translation>перевірити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/record_formats.py"/>
        <source>then {value}, {nats} nats behind</source>
        <translation>далі {value}, на {nats} нат менше</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/resuming.py"/>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>Не вдалося прочитати «{name}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/bulk/resuming.py"/>
        <source>“{name}” was not written with these settings (line {line}); choose another --output.</source>
        <translation>«{name}» записано не з цими налаштуваннями (рядок {line}); виберіть інший --output.</translation>
    </message>
    <message>
        <source>A cluster needs Dask, which is not installed. Install it with: pip install &apos;desktop-cvae[cluster]&apos;</source>
        <translation type="vanished">Для кластера потрібен Dask, якого тут немає. Установіть його: pip install &apos;desktop-cvae[cluster]&apos;</translation>
    </message>
</context>
</TS>
