<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>MNIST is not on this computer; File ▸ Data sets… (Ctrl+D) downloads it, or choose other data.</source>
        <translation>MNIST немає на цьому комп’ютері; Файл ▸ Набори даних… (Ctrl+D) завантажить його, або виберіть інші дані.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Data</source>
        <translation>Дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>The data that the model learns from</source>
        <translation>Дані, на яких навчається модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>The data set no longer exists.</source>
        <translation>Цього набору даних уже немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>A file…</source>
        <translation>Файл…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>A folder…</source>
        <translation>Тека…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/estimate.py"/>
        <source>Estimate: about {duration} and {gigabytes} GB of memory with {count} pictures; {weights} weights.</source>
        <translation>Оцінка: приблизно {duration} і {gigabytes} ГБ пам’яті; зображень: {count}, ваг: {weights}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/estimate.py"/>
        <source>Estimate: about {duration} and {gigabytes} GB of memory if there are {count} pictures; {weights} weights.</source>
        <translation>Оцінка: приблизно {duration} і {gigabytes} ГБ пам’яті, якщо зображень {count}; ваг: {weights}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Originals and reconstructions</source>
        <translation>Оригінали й реконструкції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Originals above, the model’s reconstructions below</source>
        <translation>Угорі — оригінали, внизу — реконструкції моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Canvas</source>
        <translation>Полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Validation digits</source>
        <translation>Валідаційні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Nothing is being trained</source>
        <translation>Нічого не навчається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>KL per latent dimension</source>
        <translation>KL за латентними вимірами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>KL(q ‖ p) of each latent dimension, mean over the validation digits</source>
        <translation>KL(q ‖ p) кожного латентного виміру, середнє за валідаційними цифрами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Dimension {index}: {nats} nats</source>
        <translation>Вимір {index}: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>now</source>
        <translation>зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>to come</source>
        <translation>попереду</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Training ends with this batch; then the weights are saved.</source>
        <translation>Навчання завершиться цим пакетом; потім ваги буде збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Training ends with this batch; then the weights of the best epoch, {best}, are saved.</source>
        <translation>Навчання завершиться цим пакетом; потім буде збережено ваги найкращої епохи, {best}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Training is done. Once the model is saved, it can be used from the library; the next steps measure and calibrate it:</source>
        <translation>Навчання завершено. Щойно модель буде збережено, її можна взяти з бібліотеки; наступні кроки вимірюють і калібрують її:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Training is done; the weights of the best epoch, {best}, are kept. Once the model is saved, it can be used from the library; the next steps measure and calibrate it:</source>
        <translation>Навчання завершено; збережено ваги найкращої епохи, {best}. Щойно модель буде збережено, її можна взяти з бібліотеки; наступні кроки вимірюють і калібрують її:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Term of the loss</source>
        <translation>Доданок втрат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Progress of the training</source>
        <translation>Перебіг навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Starting {name} …</source>
        <translation>Починається навчання {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>Training {name}</source>
        <translation>Навчається {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{name} is paused</source>
        <translation>{name}: пауза</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Saving and measuring {name} …</source>
        <translation>Збереження й вимірювання {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Cancelling {name} …</source>
        <translation>Скасування {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{name} is ready</source>
        <translation>{name}: готово</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{name} stopped</source>
        <translation>{name}: зупинено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{name} was cancelled</source>
        <translation>{name}: скасовано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>batch {batch} of {batches}</source>
        <translation>пакет {batch} з {batches}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>epoch {epoch} of {epochs}</source>
        <translation>епоха {epoch} з {epochs}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{speed} images/s</source>
        <translation>{speed} зображень/с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{accuracy} % of the test digits read correctly</source>
        <translation>правильно прочитано {accuracy} % тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{duration} left</source>
        <translation>залишилося {duration}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>training {train} · validation {validation}</source>
        <translation>навчання {train} · валідація {validation}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>best epoch {epoch}</source>
        <translation>найкраща епоха {epoch}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{active} of {all} active</source>
        <translation>активних {active} з {all}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Trains a small model on {count} digits of MNIST, so that you can watch it learn. It takes about {duration} on this computer and stops by itself.</source>
        <translation>Навчає невелику модель на цифрах MNIST ({count}), щоб ви побачили, як іде навчання. На цьому комп’ютері це приблизно {duration}, потім воно зупиниться саме.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Trains a small model on {count} digits of your data set, so that you can watch it learn. It takes about {duration} on this computer and stops by itself.</source>
        <translation>Навчає невелику модель на цифрах вашого набору даних ({count}), щоб ви побачили, як іде навчання. На цьому комп’ютері це приблизно {duration}, потім воно зупиниться саме.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Quick try</source>
        <translation>Швидка спроба</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Train a small model now</source>
        <translation>Навчити невелику модель зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Starts at once; you can stop it at any time</source>
        <translation>Починається одразу; зупинити можна будь-коли</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Quick try: train a small model now</source>
        <translation>Швидка спроба: навчити невелику модель зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>New weights</source>
        <translation>Нові ваги</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>With labels</source>
        <translation>З мітками</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Without</source>
        <translation>Без міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Constant</source>
        <translation>Стала</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Cosine</source>
        <translation>Косинус</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>number of digits to learn from, counted from the first</source>
        <translation>кількість цифр для навчання, рахуючи від першої</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>all</source>
        <translation>усі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Preset</source>
        <translation>Заготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>The architecture, with settings that suit it</source>
        <translation>Архітектура з відповідними налаштуваннями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Name of the model</source>
        <translation>Назва моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Name of the new model</source>
        <translation>Назва нової моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Conditional: the model is given the label</source>
        <translation>Умовна: модель знає мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>The same network as a plain VAE</source>
        <translation>Та сама мережа як звичайний VAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Schedule of the learning rate</source>
        <translation>Розклад швидкості навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Start from</source>
        <translation>Почати з</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Start from new weights, or continue to train a model</source>
        <translation>Почати з нових ваг або продовжити навчання моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Reset to preset</source>
        <translation>Повернути заготовку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Reset all settings to those of the preset</source>
        <translation>Повернути всі налаштування до значень заготовки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Advanced settings</source>
        <translation>Додаткові налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Train on at least two digits.</source>
        <translation>Навчайте щонайменше на двох цифрах.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Your own training</source>
        <translation>Ваше власне навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>passes over the digits</source>
        <translation>проходів по цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Epochs</source>
        <translation>Епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Latent dimensions</source>
        <translation>Латентні виміри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>of {images}</source>
        <translation>з {images}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Quit, resume later</source>
        <translation>Вийти, продовжити згодом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Cancel the training</source>
        <translation>Скасувати навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>If you quit now, the training is paused and kept. The program offers to resume it at the next start and in the list of runs.</source>
        <translation>Якщо вийти зараз, навчання призупиниться й збережеться. Програма запропонує продовжити його під час наступного запуску та у списку запусків.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>You can also stop it now and keep its best epoch.</source>
        <translation>Можна також зупинити навчання зараз і залишити найкращу епоху.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Stop and keep the best</source>
        <translation>Зупинити й залишити найкраще</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Training is still running</source>
        <translation>Навчання триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>“{name}” is still being trained.</source>
        <translation>Модель «{name}» ще навчається.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Continue training</source>
        <translation>Продовжити навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Its last checkpoint is kept.</source>
        <translation>Останню контрольну точку збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Nothing was saved yet.</source>
        <translation>Ще нічого не збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_command.py"/>
        <source>Resume {name} …</source>
        <translation>Продовжити {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Train a model</source>
        <translation>Навчити модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Stop without a model; the last checkpoint is kept</source>
        <translation>Зупинити без моделі; остання контрольна точка залишиться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Pause the training; nothing is lost</source>
        <translation>Призупинити навчання; нічого не втрачається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Stop now and keep the best epoch as the model</source>
        <translation>Зупинити зараз; моделлю стане найкраща епоха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Use it</source>
        <translation>Використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Use the new model in the main window</source>
        <translation>Використати нову модель у головному вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Epochs…</source>
        <translation>Епохи…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Show how the network changed from epoch to epoch</source>
        <translation>Показати, як мережа змінювалася з епохи в епоху</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Start</source>
        <translation>Почати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Train with the settings on the left</source>
        <translation>Навчати з налаштуваннями ліворуч</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Resume</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>In use</source>
        <translation>Використовується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Use {name}</source>
        <translation>Використати {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Start again</source>
        <translation>Почати знову</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>“{name}” is in use now.</source>
        <translation>Тепер використовується «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Continue from its last checkpoint</source>
        <translation>Продовжити з останньої контрольної точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Stop this training and start again with: {cure}</source>
        <translation>Зупинити це навчання й почати знову з: {cure}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Start again with: {cure}</source>
        <translation>Почати знову з: {cure}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Start again with the suggested change</source>
        <translation>Почати знову із запропонованою зміною</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>The training of “{name}” was interrupted after epoch {done} of {epochs}.{why}</source>
        <translation>Навчання моделі «{name}» перервалося після епохи {done} з {epochs}.{why}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Looking for trainings</source>
        <translation>Пошук навчань</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>“{name}” is being trained; only one training can run at a time.</source>
        <translation>«{name}» зараз навчається; одночасно можливе лише одне навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Use “{name}” in the main window</source>
        <translation>Використати «{name}» у головному вікні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Compare</source>
        <translation>Порівняти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Compare it with the current model</source>
        <translation>Порівняти з поточною моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>“{name}” is trained and is now in the list of models.</source>
        <translation>Модель «{name}» навчено; вона є у списку моделей.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>The program could not check for interrupted trainings.</source>
        <translation>Програма не змогла перевірити, чи є перервані навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Show the training</source>
        <translation>Показати навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_notices.py"/>
        <source>Opening the models</source>
        <translation>Відкриваються моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>Give the model a name.</source>
        <translation>Дайте моделі назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>A name can have at most {max_name} characters.</source>
        <translation>Назва може мати щонайбільше {max_name} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>A name must not begin with “.” or “-” or contain any of {forbidden}</source>
        <translation>Назва не може починатися з «.» чи «-» або містити будь-що з {forbidden}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>A name must not contain control characters.</source>
        <translation>Назва не може містити керівних символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>There is already a model “{name}”; choose another name.</source>
        <translation>Модель «{name}» уже є; виберіть іншу назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>saving the model</source>
        <translation>збереження моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>encoding the style of each digit</source>
        <translation>кодування стилю кожної цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>learning the styles of each label (the prior)</source>
        <translation>вивчення стилів кожної мітки (апріорний розподіл)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>measuring the model on test digits</source>
        <translation>вимірювання на тестових цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>drawing the latent map</source>
        <translation>малювання латентної карти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>calibrating its probabilities</source>
        <translation>калібрування ймовірностей</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>saving</source>
        <translation>збереження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>encoding</source>
        <translation>кодування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>fitting</source>
        <translation>підбір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>measuring</source>
        <translation>вимірювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>mapping</source>
        <translation>карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>calibrating</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} хв</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} год {minutes} хв</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{hours} h</source>
        <translation>{hours} год</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{done} of {total}</source>
        <translation>{done} з {total}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>Training {name} · starting</source>
        <translation>Навчання {name} · починається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>Paused {name}</source>
        <translation>Пауза {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>Saving and measuring {name}</source>
        <translation>Збереження й вимірювання {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>Saving {name}</source>
        <translation>Збереження {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>Cancelling {name}</source>
        <translation>Скасування {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>{name} is ready · use it</source>
        <translation>{name}: готово · використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>epoch {epoch}/{epochs}</source>
        <translation>епоха {epoch}/{epochs}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_status.py"/>
        <source>ETA {duration}</source>
        <translation>ще {duration}</translation>
    </message>
    <message>
        <source>Close and resume later</source>
        <translation type="vanished">Закрити й продовжити згодом</translation>
    </message>
    <message>
        <source>You can stop it now and keep its best epoch.</source>
        <translation type="vanished">Його можна зупинити зараз і залишити найкращу епоху.</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation type="vanished">Показати або сховати</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="vanished">розгорнуто</translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="vanished">згорнуто</translation>
    </message>
</context>
</TS>
