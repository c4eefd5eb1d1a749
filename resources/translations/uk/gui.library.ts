<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Keep</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Rename</source>
        <translation>Перейменувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Write another name into the list</source>
        <translation>Записати іншу назву в список</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Delete…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Delete it from this computer</source>
        <translation>Видалити з цього комп’ютера</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Open folder</source>
        <translation>Відкрити теку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Show where it lies</source>
        <translation>Показати, де це лежить</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Nothing here has all these words.</source>
        <translation>Тут немає нічого з усіма цими словами.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Models</source>
        <translation>Моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Choose two or more, models or runs, to see them side by side.</source>
        <translation>Виберіть дві чи більше моделей або запусків, щоб побачити їх поруч.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Models and runs</source>
        <translation>Моделі та запуски</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Search by name, network or data</source>
        <translation>Шукати за назвою, мережею чи даними</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Show only what has these words in its name, network or data</source>
        <translation>Показати лише те, у чиїй назві, мережі чи даних є ці слова</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Compare</source>
        <translation>Порівняти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Show what is chosen side by side; Ctrl and a click choose more</source>
        <translation>Показати вибране поруч; Ctrl і клацання додають до вибраного</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>At most {most} stand side by side.</source>
        <translation>Поруч можна показати щонайбільше {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>name</source>
        <translation>назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>network</source>
        <translation>мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>latent</source>
        <translation>латентних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>read right</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>made</source>
        <translation>створено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>from</source>
        <translation>звідки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>There is no model yet.</source>
        <translation>Моделей ще немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Use</source>
        <translation>Використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Let the window answer with this model</source>
        <translation>Нехай вікно відповідає цією моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Delete the model “{name}” and its file for good?</source>
        <translation>Видалити модель «{name}» та її файл назавжди?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>program</source>
        <translation>програма</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>you</source>
        <translation>ви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>data</source>
        <translation>дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>state</source>
        <translation>стан</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>epochs</source>
        <translation>епох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>best −ELBO</source>
        <translation>найкращий −ELBO</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>begun</source>
        <translation>почато</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>running</source>
        <translation>триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>finished</source>
        <translation>завершено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>interrupted</source>
        <translation>перервано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>failed</source>
        <translation>невдача</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>stopped</source>
        <translation>зупинено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>cancelled</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>No training has been started yet; Model ▸ Train… starts one.</source>
        <translation>Жодного навчання ще не починали; Модель ▸ Навчити… почне його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Resume</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Go on from its last checkpoint</source>
        <translation>Продовжити з останньої контрольної точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Look back at the epochs: latent map, samples and your drawing</source>
        <translation>Переглянути епохи: латентну карту, зразки й ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Replay…</source>
        <translation>Переглянути…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Delete the run “{name}” with its checkpoints for good; its model stays?</source>
        <translation>Видалити запуск «{name}» з контрольними точками назавжди? Його модель залишиться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>Delete the run “{name}” with its checkpoints for good?</source>
        <translation>Видалити запуск «{name}» з контрольними точками назавжди?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_pages.py"/>
        <source>{done} of {epochs}</source>
        <translation>{done} з {epochs}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Opening what was kept of the epochs …</source>
        <translation>Відкривається збережене з епох …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>The map needs MNIST&apos;s test digits; see File ▸ Data sets…</source>
        <translation>Карті потрібні тестові цифри MNIST; див. Файл ▸ Набори даних…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>This network knows other labels than MNIST&apos;s digits.</source>
        <translation>Ця мережа знає інші мітки, ніж цифри MNIST.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Draw a digit in the window to see how it was rebuilt.</source>
        <translation>Намалюйте цифру у вікні, щоб побачити, як її відтворювали.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Latent map of this epoch</source>
        <translation>Латентна карта цієї епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Test digits in the plane of the last epoch; the ring is your drawing</source>
        <translation>Тестові цифри в площині останньої епохи; кільце — ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Epochs of {name}</source>
        <translation>Епохи {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Samples of this epoch</source>
        <translation>Зразки цієї епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Digits of the same latent vectors in every epoch; click one to let the model read it</source>
        <translation>Цифри тих самих латентних векторів у кожній епосі; клацніть одну, щоб модель її прочитала</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>What the network reads</source>
        <translation>Що читає мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Rebuilt</source>
        <translation>Відтворено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Your drawing, as the network of this epoch rebuilds it</source>
        <translation>Ваш малюнок, як його відтворює мережа цієї епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Play</source>
        <translation>Відтворити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>the samples</source>
        <translation>зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Epoch</source>
        <translation>Епоха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Which of the epochs that were kept is shown</source>
        <translation>Яку зі збережених епох показано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Show the epochs one after the other</source>
        <translation>Показати епохи одну за одною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Latent map</source>
        <translation>Латентна карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Your drawing</source>
        <translation>Ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>the map</source>
        <translation>карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>a digit of epoch {epoch}</source>
        <translation>цифра епохи {epoch}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Епоха {epoch} з {epochs}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>validation −ELBO {nats} nats, of which {kl} KL</source>
        <translation>перевірка: −ELBO {nats} нат, з них KL {kl}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Rebuilt without a label</source>
        <translation>Відтворено без мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/replay_dialog.py"/>
        <source>Read as {name}, {probability} %</source>
        <translation>Прочитано як {name}, {probability} %</translation>
    </message>
</context>
</TS>
