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
        <source>What the model learns from</source>
        <translation>На чому модель навчається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>The data set is not there any more.</source>
        <translation>Цього набору даних уже немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>A file …</source>
        <translation>Файл …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/data_choice.py"/>
        <source>A folder …</source>
        <translation>Тека …</translation>
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
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>The training of “{name}” was interrupted after epoch {done} of {epochs}.{why}</source>
        <translation>Навчання моделі «{name}» перервалося після епохи {done} з {epochs}.{why}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Start again with the cure</source>
        <translation>Почати знову з виправленням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>“{name}” is being trained; one training at a time.</source>
        <translation>«{name}» зараз навчається; одночасно можливе лише одне навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Use it</source>
        <translation>Використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Let “{name}” answer the canvas</source>
        <translation>Нехай «{name}» відповідає на полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Compare</source>
        <translation>Порівняти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Beside the model in use</source>
        <translation>Поруч із моделлю, що використовується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Replay</source>
        <translation>Переглянути</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Look back at its epochs</source>
        <translation>Переглянути її епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>“{name}” is trained and stands in the list of models.</source>
        <translation>Модель «{name}» навчено; вона є у списку моделей.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Whether a training broke off could not be found out.</source>
        <translation>Не вдалося з’ясувати, чи не перервалося якесь навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Resume</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Go on from its last checkpoint</source>
        <translation>Продовжити з останньої контрольної точки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Show the training</source>
        <translation>Показати навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Training goes on</source>
        <translation>Навчання триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>“{name}” is still being trained.</source>
        <translation>Модель «{name}» ще навчається.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Go on training</source>
        <translation>Навчати далі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>It can be stopped here and its best epoch kept.</source>
        <translation>Його можна зупинити тут і залишити найкращу епоху.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Stop and keep the best</source>
        <translation>Зупинити й залишити найкраще</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Close and resume later</source>
        <translation>Закрити й продовжити згодом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/outcome.py"/>
        <source>Cancel the training</source>
        <translation>Скасувати навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Originals and reconstructions</source>
        <translation>Оригінали й реконструкції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Above what was given, below what the model makes of it</source>
        <translation>Угорі — що було дано, внизу — що з цього робить модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Canvas</source>
        <translation>Ваша</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/picture_pairs.py"/>
        <source>Validation digits</source>
        <translation>Перевірочні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>KL per latent dimension</source>
        <translation>KL за латентними вимірами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Dimension {index}: {nats} nats</source>
        <translation>Вимір {index}: {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>KL(q ‖ p) of each latent dimension, mean over the validation digits</source>
        <translation>KL(q ‖ p) кожного латентного виміру, середнє за перевірочними цифрами</translation>
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
        <source>Learning ends with this batch; then the weights are saved.</source>
        <translation>Навчання завершиться цим пакетом; потім ваги буде збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Learning ends with this batch; then the weights of epoch {best}, the best, are saved.</source>
        <translation>Навчання завершиться цим пакетом; потім буде збережено ваги епохи {best}, найкращої.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Learning is over; the weights are kept. What is left makes the model ready to use:</source>
        <translation>Навчання завершено; ваги збережено. Лишилося підготувати модель до роботи:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Learning is over; the weights of epoch {best}, the best, are kept. What is left makes the model ready to use:</source>
        <translation>Навчання завершено; збережено ваги епохи {best}, найкращої. Лишилося підготувати модель до роботи:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>Nothing is being trained</source>
        <translation>Нічого не навчається</translation>
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
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
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
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
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
        <source>{accuracy} % of the test digits read</source>
        <translation>прочитано {accuracy} % тестових цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>{duration} left</source>
        <translation>залишилося {duration}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/progress_panel.py"/>
        <source>training {train} · validation {validation}</source>
        <translation>навчання {train} · перевірка {validation}</translation>
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
        <source>Trains a small model on {count} digits of MNIST, so that you see how learning goes. About {duration} on this computer, then it stops by itself.</source>
        <translation>Навчає невелику модель на цифрах MNIST ({count}), щоб ви побачили, як іде навчання. На цьому комп’ютері це приблизно {duration}, потім воно зупиниться саме.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Trains a small model on {count} digits of your data set, so that you see how learning goes. About {duration} on this computer, then it stops by itself.</source>
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
        <source>Quick try: train a small model now</source>
        <translation>Швидка спроба: навчити невелику модель зараз</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/quick_try.py"/>
        <source>Starts at once; it can be stopped whenever you like</source>
        <translation>Починається одразу; зупинити можна будь-коли</translation>
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
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Preset</source>
        <translation>Заготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>The architecture, with the training that suits it</source>
        <translation>Архітектура разом із навчанням, яке їй підходить</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Name of the model</source>
        <translation>Назва моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>What the model will be called</source>
        <translation>Як називатиметься модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Conditional: the model is told which label</source>
        <translation>Умовна: моделі кажуть, яка це мітка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>The same network as a plain VAE</source>
        <translation>Та сама мережа як звичайний VAE</translation>
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
        <source>Schedule of the learning rate</source>
        <translation>Розклад швидкості навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Reset to preset</source>
        <translation>Повернути заготовку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>All settings as the preset has them</source>
        <translation>Усі налаштування, як у заготовці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Start from</source>
        <translation>Почати з</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>New weights, or a model that has learned before and goes on from there</source>
        <translation>Нові ваги або модель, що вже навчалася і продовжить звідти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>Show or hide</source>
        <translation>Показати або сховати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>unfolded</source>
        <translation>розгорнуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>folded</source>
        <translation>згорнуто</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>learn from so many, the first ones</source>
        <translation>навчатися на стількох, на перших</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/setting_fields.py"/>
        <source>all</source>
        <translation>усі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Advanced settings</source>
        <translation>Додаткові налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/settings_form.py"/>
        <source>Train with two digits at least.</source>
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
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} хв</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} год {minutes} хв</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>{hours} h</source>
        <translation>{hours} год</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>saving the model</source>
        <translation>збереження моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>looking at how each digit is written</source>
        <translation>вивчення того, як написано кожну цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>learning the hands of each label (the prior)</source>
        <translation>вивчення почерків кожної мітки (апріорний розподіл)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>measuring it on test digits</source>
        <translation>вимірювання на тестових цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>drawing the latent map</source>
        <translation>малювання латентної карти</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>making its percentages honest (calibration)</source>
        <translation>щоб відсотки були чесними (калібрування)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>saving</source>
        <translation>збереження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>encoding</source>
        <translation>кодування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>fitting</source>
        <translation>підбір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>measuring</source>
        <translation>вимірювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>mapping</source>
        <translation>карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>calibrating</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>{done} of {total}</source>
        <translation>{done} з {total}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>Training {name} · starting</source>
        <translation>Навчання {name} · починається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>Paused {name}</source>
        <translation>Пауза {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>Saving and measuring {name}</source>
        <translation>Збереження й вимірювання {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>Saving {name}</source>
        <translation>Збереження {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>Cancelling {name}</source>
        <translation>Скасування {name}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>{name} is ready · use it</source>
        <translation>{name}: готово · використати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>epoch {epoch}/{epochs}</source>
        <translation>епоха {epoch}/{epochs}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/state.py"/>
        <source>ETA {duration}</source>
        <translation>ще {duration}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/studio.py"/>
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
        <source>End without a model; the last checkpoint stays</source>
        <translation>Закінчити без моделі; остання контрольна точка залишиться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Hold the training; nothing is lost</source>
        <translation>Призупинити навчання; нічого не втрачається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>End now with the best epoch as the model</source>
        <translation>Закінчити зараз; моделлю стане найкраща епоха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Let the new model answer the canvas</source>
        <translation>Нехай нова модель відповідає на полотно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Replay…</source>
        <translation>Переглянути…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Look back at the epochs of this training</source>
        <translation>Переглянути епохи цього навчання</translation>
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
        <source>End this training and begin anew with: {cure}</source>
        <translation>Закінчити це навчання й почати заново з: {cure}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_dialog.py"/>
        <source>Begin anew with: {cure}</source>
        <translation>Почати заново з: {cure}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>Give the model a name.</source>
        <translation>Дайте моделі назву.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/training/training_request.py"/>
        <source>A name has {max_name} letters at most.</source>
        <translation>Назва має щонайбільше {max_name} літер.</translation>
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
        <source>There is a model “{name}” already; choose another name.</source>
        <translation>Модель «{name}» уже є; виберіть іншу назву.</translation>
    </message>
</context>
</TS>
