<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
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
        <source>Edit the name in the list</source>
        <translation>Змінити назву в списку</translation>
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
        <source>Open the folder that contains it</source>
        <translation>Відкрити теку, у якій це лежить</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/entries_page.py"/>
        <source>Nothing matches your search.</source>
        <translation>За цим запитом нічого не знайдено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Opening the saved epochs …</source>
        <translation>Відкриваються збережені епохи …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>The map needs MNIST&apos;s test digits; File ▸ Data sets… (Ctrl+D) downloads them.</source>
        <translation>Для карти потрібні тестові цифри MNIST; їх завантажить Файл ▸ Набори даних… (Ctrl+D).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>The labels of this network are not MNIST&apos;s digits.</source>
        <translation>Мітки цієї мережі — не цифри MNIST.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Draw a digit in the main window to see its reconstruction in each epoch.</source>
        <translation>Намалюйте цифру в головному вікні, щоб побачити її реконструкцію в кожній епосі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Latent map of this epoch</source>
        <translation>Латентна карта цієї епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Test digits, shown in the plane of the last epoch; the ring marks your drawing</source>
        <translation>Тестові цифри в площині останньої епохи; кільце позначає ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Epochs of {name}</source>
        <translation>Епохи {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Samples of this epoch</source>
        <translation>Зразки цієї епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>The same latent vectors, decoded in every epoch; click a digit to let the model read it</source>
        <translation>Ті самі латентні вектори, декодовані в кожній епосі; клацніть цифру, щоб модель її прочитала</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Input</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>What the network reads</source>
        <translation>Що читає мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Your drawing as the network of this epoch reconstructs it</source>
        <translation>Ваш малюнок, як його реконструює мережа цієї епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Epoch</source>
        <translation>Епоха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Choose one of the saved epochs</source>
        <translation>Виберіть одну зі збережених епох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Play the epochs one after another</source>
        <translation>Показати епохи одну за одною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>the samples</source>
        <translation>зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Latent map</source>
        <translation>Латентна карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Your drawing</source>
        <translation>Ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>the map</source>
        <translation>карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>a digit from epoch {epoch}</source>
        <translation>цифра епохи {epoch}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Епоха {epoch} з {epochs}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>validation −ELBO: {nats} nats, including {kl} nats KL</source>
        <translation>−ELBO валідації: {nats} нат, з них {kl} — KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Reconstructed without a label</source>
        <translation>Реконструйовано без мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Read as {name}, {probability} %</source>
        <translation>Прочитано як {name}, {probability} %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/epoch_history_dialog.py"/>
        <source>Opening the training</source>
        <translation>Відкривається навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>Models</source>
        <translation>Моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Select two or more models or runs to compare them.</source>
        <translation>Виберіть дві чи більше моделей або запусків, щоб порівняти їх.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Models and comparison</source>
        <translation>Моделі та порівняння</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Show only entries with these words in their name, network or data</source>
        <translation>Показати лише записи з цими словами в назві, мережі чи даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Search by name, network or data</source>
        <translation>Шукати за назвою, мережею чи даними</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Compare</source>
        <translation>Порівняти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Compare the selected entries side by side; Ctrl+click selects more</source>
        <translation>Порівняти вибрані поруч; Ctrl+клацання додає до вибраного</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>You can compare {most} at most.</source>
        <translation>Можна порівняти щонайбільше {most}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/library_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>name</source>
        <translation>назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>network</source>
        <translation>мережа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>latent dim.</source>
        <translation>лат. вимірів</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>accuracy</source>
        <translation>точність</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>created</source>
        <translation>створено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>from</source>
        <translation>звідки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>There are no models yet.</source>
        <translation>Моделей ще немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>Use</source>
        <translation>Використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>Use this model in the main window</source>
        <translation>Використати цю модель у головному вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>In use</source>
        <translation>Використовується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>Permanently delete the model “{name}” and its file?</source>
        <translation>Видалити модель «{name}» та її файл назавжди?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>program</source>
        <translation>програма</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/models_page.py"/>
        <source>you</source>
        <translation>ви</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>data</source>
        <translation>дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>state</source>
        <translation>стан</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>epochs</source>
        <translation>епох</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>best −ELBO</source>
        <translation>найкращий −ELBO</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>started</source>
        <translation>почато</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>running</source>
        <translation>триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>finished</source>
        <translation>завершено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>interrupted</source>
        <translation>перервано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>failed</source>
        <translation>невдача</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>stopped</source>
        <translation>зупинено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>cancelled</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>There are no training runs yet. Model ▸ Train… starts one.</source>
        <translation>Запусків навчання ще немає. Щоб почати: Модель ▸ Навчити….</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Resume</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Resume from the last checkpoint</source>
        <translation>Продовжити з останньої контрольної точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Show how the network changed from epoch to epoch: latent map, samples and your drawing</source>
        <translation>Показати, як мережа змінювалася з епохи в епоху: латентна карта, зразки й ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Epochs…</source>
        <translation>Епохи…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Permanently delete the run “{name}” and its checkpoints? Its model stays.</source>
        <translation>Видалити запуск «{name}» і його контрольні точки назавжди? Його модель залишиться.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>Permanently delete the run “{name}” and its checkpoints?</source>
        <translation>Видалити запуск «{name}» і його контрольні точки назавжди?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/library/runs_page.py"/>
        <source>{done} of {epochs}</source>
        <translation>{done} з {epochs}</translation>
    </message>
</context>
</TS>
