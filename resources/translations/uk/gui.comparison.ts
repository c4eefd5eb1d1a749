<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/checkpoint_bar.py"/>
        <source>saved</source>
        <translation>збережені</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/checkpoint_bar.py"/>
        <source>Move the slider to see the drawing and the ten digits with the weights that each model had after that epoch. “Saved” stands for the weights in the model file.</source>
        <translation>Посуньте повзунок, щоб побачити малюнок і десять цифр із вагами, які кожна модель мала після тієї епохи. «Збережені» — ваги у файлі моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/checkpoint_bar.py"/>
        <source>Weights after epoch</source>
        <translation>Ваги після епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Digits, latent spaces and results need MNIST&apos;s test digits, which are not on this computer; File ▸ Data sets… (Ctrl+D) downloads them.</source>
        <translation>Для цифр, латентних просторів і результатів потрібні тестові цифри MNIST, а на цьому комп’ютері їх немає; їх завантажить Файл ▸ Набори даних… (Ctrl+D).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Comparison — {names}</source>
        <translation>Порівняння — {names}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_dialog.py"/>
        <source>Opening the models</source>
        <translation>Відкриваються моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>images</source>
        <translation>зображень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>read correctly</source>
        <translation>правильно</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>−ELBO (nats)</source>
        <translation>−ELBO (нат)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>reconstruction</source>
        <translation>реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>For the saved weights: the slider changes only the drawing and the digits.</source>
        <translation>Для збережених ваг: повзунок змінює лише малюнок і цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Originals and reconstructions</source>
        <translation>Оригінали й реконструкції</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Latent spaces</source>
        <translation>Латентні простори</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Loss over the epochs</source>
        <translation>Втрати за епохами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Held-out results</source>
        <translation>Результати на відкладених цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Settings that differ</source>
        <translation>Налаштування, що різняться</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Digits</source>
        <translation>Цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Loss</source>
        <translation>Втрати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Results and settings</source>
        <translation>Результати й налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>setting</source>
        <translation>налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Lines: validation. Dots: training.</source>
        <translation>Лінії: валідація. Крапки: навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/comparison_panes.py"/>
        <source>Digits learned from: {counts}.</source>
        <translation>Цифр для навчання: {counts}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Draw in the main window: every model answers here.</source>
        <translation>Малюйте в головному вікні: тут відповідає кожна модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Probability, calibrated on validation digits</source>
        <translation>Імовірність, калібрована на валідаційних цифрах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Probability, not calibrated: these weights may be overconfident.</source>
        <translation>Імовірність, некалібрована: ці ваги можуть бути надто впевнені.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>The model&apos;s reconstruction of the drawing</source>
        <translation>Реконструкція малюнка моделлю</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Difference</source>
        <translation>Різниця</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Red stripes: ink missing from the drawing; blue: extra ink</source>
        <translation>Червоне, смугасте: чорнило, якого малюнку бракує; синє: чорнило, що в ньому зайве</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Against the first</source>
        <translation>Проти першої</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Where this reconstruction has more or less ink than the first model&apos;s</source>
        <translation>Де ця реконструкція має більше чи менше чорнила, ніж у першої моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Read</source>
        <translation>Прочитане</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>The drawing as all models read it</source>
        <translation>Малюнок, як його читають усі моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>Your drawing</source>
        <translation>Ваш малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>{nats} nats</source>
        <translation>{nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/drawing_card.py"/>
        <source>A model without labels names no digit.</source>
        <translation>Модель без міток не називає цифри.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/parallel_plot.py"/>
        <source>The first finished training appears here, with its settings and results.</source>
        <translation>Щойно завершиться перше навчання, тут з’являться його налаштування й результати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/parallel_plot.py"/>
        <source>Each line is a training: the stronger its colour, the better; on the axes of results, better is higher. Drag along an axis to keep only a range of it, and click it to keep everything again. Keys: Up and Down select a training, Left and Right an axis, Shift+Up and Shift+Down narrow the axis&apos;s range, and Backspace clears it.</source>
        <translation>Кожна лінія — навчання: що сильніший колір, то краще; на осях результатів краще — вище. Потягніть уздовж осі, щоб розглянути її частину, клацніть її, щоб знову бачити все. Клавіші: вгору й униз вибирають навчання, ліворуч і праворуч — вісь, Shift зі стрілками вгору й униз звужують її проміжок, Backspace скасовує його.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/parallel_plot.py"/>
        <source>Trainings in parallel coordinates</source>
        <translation>Навчання в паралельних координатах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>preset</source>
        <translation>заготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>conditional</source>
        <translation>умовна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>heads_see_label</source>
        <translation>голови бачать мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>label_names</source>
        <translation>назви міток</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>trained weights</source>
        <translation>навчених ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>encoder</source>
        <translation>кодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>decoder</source>
        <translation>декодувальник</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>data set</source>
        <translation>набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>digits learned from</source>
        <translation>цифр для навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/setting_names.py"/>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_command.py"/>
        <source>A sweep is still running</source>
        <translation>Перебір ще триває</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_command.py"/>
        <source>“{name}” is still training its models.</source>
        <translation>«{name}» ще навчає моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_command.py"/>
        <source>Continue the sweep</source>
        <translation>Продовжити перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_command.py"/>
        <source>Quit, resume later</source>
        <translation>Вийти, продовжити згодом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_command.py"/>
        <source>If you quit now, every training saves a checkpoint and ends. “Continue” in the sweeps resumes them.</source>
        <translation>Якщо вийти зараз, кожне навчання збереже контрольну точку й завершиться. Кнопка «Продовжити» у переборах відновить їх.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>A sweep trains many models with different settings and shows which settings helped. “New sweep…” opens a form to fill in; “Start a file…” starts a sweep that a text file describes.</source>
        <translation>Перебір навчає багато моделей із різними налаштуваннями й показує, які налаштування допомогли. «Новий перебір…» відкриває форму, «Запустити файл…» починає перебір, описаний у текстовому файлі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Point at a line, or click a column’s title to sort.</source>
        <translation>Наведіть на лінію або клацніть заголовок стовпця, щоб упорядкувати за ним.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Sweeps</source>
        <translation>Перебори</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Sweep</source>
        <translation>Перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Which sweep is shown</source>
        <translation>Який перебір показано</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Ranked by</source>
        <translation>Упорядковано за</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>The metric that colours the lines and ranks the trainings</source>
        <translation>Що забарвлює лінії та яке навчання найкраще</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>ranked by</source>
        <translation>за</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>New sweep…</source>
        <translation>Новий перебір…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Choose what varies, and start</source>
        <translation>Вибрати, що змінюється, і почати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Start a file…</source>
        <translation>Запустити файл…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Start the sweep that a TOML file describes</source>
        <translation>Почати перебір, описаний у файлі TOML</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Continue</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Train the remaining models; interrupted trainings are resumed</source>
        <translation>Навчити решту моделей; перервані навчання буде продовжено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Stop every training once it has saved a checkpoint</source>
        <translation>Зупинити кожне навчання, щойно воно збереже контрольну точку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Add its model to the library and use it</source>
        <translation>Додати модель до бібліотеки й використати її</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>the sweep</source>
        <translation>перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>{done} of {count} done</source>
        <translation>зроблено {done} з {count}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>{done} · stopping …</source>
        <translation>{done} · зупиняється …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>{done} · training</source>
        <translation>{done} · навчається</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>“{name}” is in use now.</source>
        <translation>Тепер використовується «{name}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>In use</source>
        <translation>Використовується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Use the best</source>
        <translation>Узяти найкращу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Use number {number}</source>
        <translation>Узяти № {number}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_dialog.py"/>
        <source>Start a sweep</source>
        <translation>Запустити перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>every combination</source>
        <translation>усі поєднання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>random samples</source>
        <translation>випадкові зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>width and beta</source>
        <translation>ширина і beta</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Separate values by spaces: 2 8 16. Random samples can also be drawn from a range, 0.001..0.1, or on a logarithmic scale, 0.001..0.1 log.</source>
        <translation>Розділяйте значення пробілами: 2 8 16. Випадкові зразки можна брати і з діапазону, 0,001..0,1, або за логарифмічною шкалою, 0,001..0,1 log.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>“{name}” contains more than the form can show; use “Start a file…” to run it as it is.</source>
        <translation>У «{name}» більше, ніж може показати форма; запустіть його без змін кнопкою «Запустити файл…».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>New sweep</source>
        <translation>Новий перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>The sweep&apos;s name</source>
        <translation>Назва перебору</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Preset</source>
        <translation>Заготовка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>The network and settings to start from</source>
        <translation>Мережа та налаштування, з яких починати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>How many digits each model learns from</source>
        <translation>На скількох цифрах навчається кожна модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Epochs</source>
        <translation>Епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>How many epochs each model is trained</source>
        <translation>Скільки епох навчається кожна модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>all</source>
        <translation>усі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>set by the preset</source>
        <translation>як у заготовці</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <location filename="../../../desktop_cvae/gui/comparison/training_table.py"/>
        <source>Trainings</source>
        <translation>Навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Train every combination of the values, or random samples of them</source>
        <translation>Навчити всі поєднання значень або їх випадкові зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Samples</source>
        <translation>Зразки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>How many random samples are trained</source>
        <translation>Скільки випадкових зразків навчати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>The metric that chooses the best model</source>
        <translation>Показник, за яким вибирають найкращу модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Values</source>
        <translation>Значення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>The values of this setting</source>
        <translation>Значення цього налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Open…</source>
        <translation>Відкрити…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Fill the form from a sweep&apos;s file</source>
        <translation>Заповнити форму з файлу перебору</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Save the sweep as a TOML file</source>
        <translation>Зберегти перебір як файл TOML</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Start</source>
        <translation>Почати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Train these models</source>
        <translation>Навчити ці моделі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>“{name}” is listed twice.</source>
        <translation>«{name}» указано двічі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>saved {path}</source>
        <translation>збережено {path}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Data</source>
        <translation>Дані</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>What varies</source>
        <translation>Що змінюється</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>{n} trainings</source>
        <extracomment>For 1: {n} training</extracomment>
        <translation>
            <numerusform>{n} навчання</numerusform>
            <numerusform>{n} навчання</numerusform>
            <numerusform>{n} навчань</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Open a sweep</source>
        <translation>Відкрити перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Save a sweep</source>
        <translation>Зберегти перебір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>Setting</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>A setting that differs between the trainings</source>
        <translation>Налаштування, яке відрізняється між навчаннями</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/sweep_form.py"/>
        <source>nothing more</source>
        <translation>більше нічого</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/weights_opener.py"/>
        <source>Opening {name} …</source>
        <translation>Відкривається {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/weights_opener.py"/>
        <source>Opening epoch {epoch} of {name} …</source>
        <translation>Відкривається епоха {epoch} моделі {name} …</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/comparison/weights_opener.py"/>
        <source>{name} · epoch {epoch}</source>
        <translation>{name} · епоха {epoch}</translation>
    </message>
    <message>
        <source>A sweep trains many models with different settings: a grid, random values or a list in a text file. “Start a file…” starts one; “Save an example…” saves this one to edit:</source>
        <translation type="vanished">Перебір навчає багато моделей із різними налаштуваннями: сітка, випадкові значення або їх список у текстовому файлі. «Запустити файл…» починає його; «Зберегти приклад…» записує цей, щоб його змінити:</translation>
    </message>
    <message>
        <source>Save an example…</source>
        <translation type="vanished">Зберегти приклад…</translation>
    </message>
    <message>
        <source>Save a file to start from</source>
        <translation type="vanished">Записати файл, з якого можна почати</translation>
    </message>
    <message>
        <source>Save an example</source>
        <translation type="vanished">Зберегти приклад</translation>
    </message>
    <message>
        <source>Probability by evidence, calibrated on validation digits</source>
        <translation type="vanished">Імовірність за свідченням, калібрована на валідаційних цифрах</translation>
    </message>
    <message>
        <source>Probability by evidence, not calibrated: these weights may be overconfident.</source>
        <translation type="vanished">Імовірність за свідченням, некалібрована: ці ваги можуть бути надто впевнені.</translation>
    </message>
</context>
</TS>
