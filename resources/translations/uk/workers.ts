<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/workers/cluster.py"/>
        <source>“{address}” is no cluster: name “local”, tcp://127.0.0.1:8786 or tls://HOST:8786.</source>
        <translation>«{address}» — не кластер: назвіть «local», tcp://127.0.0.1:8786 або tls://HOST:8786.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/cluster.py"/>
        <source>“{address}” would leave this machine unencrypted, and Dask runs what its peers send: start scheduler and workers with --tls-ca-file, --tls-cert and --tls-key, and name it tls://{place} with --certificates FOLDER.</source>
        <translation>«{address}» вийшло б за межі цього комп’ютера без шифрування, а Dask виконує те, що йому надсилають: запустіть планувальник і робочі процеси з --tls-ca-file, --tls-cert і --tls-key, тоді назвіть його tls://{place} разом із --certificates ТЕКА.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/cluster.py"/>
        <source>A cluster needs Dask, which is not installed: pip install &apos;desktop-cvae[cluster]&apos; brings it.</source>
        <translation>Для кластера потрібен Dask, якого тут немає: його встановлює pip install &apos;desktop-cvae[cluster]&apos;.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/cluster.py"/>
        <source>tls:// needs certificates: --certificates FOLDER with {files}, or Dask&apos;s configuration distributed.comm.tls.</source>
        <translation>tls:// потребує сертифікатів: --certificates ТЕКА з файлами {files} або налаштування Dask distributed.comm.tls.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/cluster.py"/>
        <source>There is no file “{name}”.</source>
        <translation>Файлу «{name}» немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/cluster.py"/>
        <source>No Dask scheduler answers at “{address}”, or not with these certificates.</source>
        <translation>За адресою «{address}» не відповідає жоден планувальник Dask, або не з цими сертифікатами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/fooling_process.py"/>
        <source>The search could not be carried out; the log has more.</source>
        <translation>Пошук не вдалося виконати; більше — у журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>MNIST could not be downloaded; the log has more.</source>
        <translation>Не вдалося завантажити MNIST; подробиці — у журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training could not be started: {reason}.</source>
        <translation>Не вдалося почати навчання: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training ended without a model (exit code {code}).</source>
        <translation>Навчання закінчилося без моделі (код виходу {code}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training process was ended, perhaps for want of memory; its last checkpoint is kept.</source>
        <translation>Процес навчання завершено примусово, можливо, через брак пам’яті; останню контрольну точку збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/processes.py"/>
        <source>The training process was ended, perhaps for want of memory; nothing was kept yet.</source>
        <translation>Процес навчання завершено примусово, можливо, через брак пам’яті; зберегти ще нічого не встигли.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/server_process.py"/>
        <source>The web page could not be served; the log has more.</source>
        <translation>Не вдалося запустити вебсторінку; подробиці — у журналі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/workers/sweep_process.py"/>
        <source>The sweep could not be carried out; the log has more.</source>
        <translation>Перебір не вдалося виконати; докладніше в журналі.</translation>
    </message>
    <message>
        <source>The download could not be started.</source>
        <translation type="vanished">Не вдалося почати завантаження.</translation>
    </message>
</context>
</TS>
