<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/training/adversarial_attacks.py"/>
        <source>“{name}” is never unsure; “models calibrate” fits the limit.</source>
        <translation>«{name}» ніколи не буває непевною; межу підбирає «models calibrate».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/checkpoint_schedule.py"/>
        <source>No checkpoint could be written ({reason}); training continues.</source>
        <translation>Не вдалося записати контрольну точку ({reason}); навчання триває.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/diagnostics.py"/>
        <source>Only {active} of {count} latent dimensions carry information (posterior collapse); a smaller β, or a slow warm-up, can revive them.</source>
        <translation>Інформацію несуть лише {active} з {count} латентних вимірів (колапс апостеріорного розподілу); їх розбудить менше β або таке, що зростає повільно.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/training/diagnostics.py"/>
        <source>The validation loss has risen for {n} epochs while the training loss falls: the network is overfitting; stop early or use more augmentation.</source>
        <extracomment>For 1: The validation loss has risen for {n} epoch while the training loss falls: the network is overfitting; stop early or use more augmentation.</extracomment>
        <translation>
            <numerusform>Уже {n} епоху втрати валідації зростають, а втрати навчання спадають: мережа перенавчається; зупиніться раніше або посильте аугментацію.</numerusform>
            <numerusform>Уже {n} епохи втрати валідації зростають, а втрати навчання спадають: мережа перенавчається; зупиніться раніше або посильте аугментацію.</numerusform>
            <numerusform>Уже {n} епох втрати валідації зростають, а втрати навчання спадають: мережа перенавчається; зупиніться раніше або посильте аугментацію.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/diagnostics.py"/>
        <source>The training loss does not fall as it should; the learning rate is probably too high.</source>
        <translation>Втрати на навчанні спадають не так, як мали б; мабуть, швидкість навчання завелика.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/diagnostics.py"/>
        <source>no epoch was finished</source>
        <translation>жодної епохи не завершено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/diagnostics.py"/>
        <source>the best epoch so far ({epoch}) is kept</source>
        <translation>найкращу дотепер епоху ({epoch}) збережено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/diagnostics.py"/>
        <source>The loss is no longer a number; {kept}. Try a lower learning rate.</source>
        <translation>Втрати перестали бути числом; {kept}. Спробуйте меншу швидкість навчання.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/training/event_sentences.py"/>
        <source>training {preset} on {n} images, {held_out} held out; seed {seed}; run {run}</source>
        <extracomment>For 1: training {preset} on {n} image, {held_out} held out; seed {seed}; run {run}</extracomment>
        <translation>
            <numerusform>{preset} навчається на {n} зображенні, ще {held_out} відкладено; зерно {seed}; запуск {run}</numerusform>
            <numerusform>{preset} навчається на {n} зображеннях, ще {held_out} відкладено; зерно {seed}; запуск {run}</numerusform>
            <numerusform>{preset} навчається на {n} зображеннях, ще {held_out} відкладено; зерно {seed}; запуск {run}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/event_sentences.py"/>
        <source>saved {file}</source>
        <translation>збережено {file}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/event_sentences.py"/>
        <source>epoch {epoch}/{epochs}  loss {loss}  validation {validation}  (reconstruction {reconstruction}, KL {kl})  {speed} images/s  {seconds} s</source>
        <translation>епоха {epoch}/{epochs}  втрати {loss}  валідація {validation}  (реконструкція {reconstruction}, KL {kl})  {speed} зображень/с  {seconds} с</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/event_sentences.py"/>
        <source>{share} % read, </source>
        <translation>прочитано {share} %, </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/event_sentences.py"/>
        <source>−ELBO {nats} nats</source>
        <translation>−ELBO {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/events.py"/>
        <source>The window or program that started this training is gone; the training can be resumed.</source>
        <translation>Вікна чи програми, що запустили це навчання, більше немає; навчання можна продовжити.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>measuring</source>
        <translation>вимірювання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>mapping</source>
        <translation>карта</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>“{name}” is saved without its measurements: {reason}</source>
        <translation>«{name}» збережено, але без результатів вимірювання: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>calibrating</source>
        <translation>калібрування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>saving</source>
        <translation>збереження</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>encoding</source>
        <translation>кодування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>fitting</source>
        <translation>підбір</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>fitting the prior to the codes of {n} training images</source>
        <extracomment>For 1: fitting the prior to the codes of {n} training image</extracomment>
        <translation>
            <numerusform>апріорний розподіл підбирається за кодами {n} навчального зображення</numerusform>
            <numerusform>апріорний розподіл підбирається за кодами {n} навчальних зображень</numerusform>
            <numerusform>апріорний розподіл підбирається за кодами {n} навчальних зображень</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>not measured: {reason}</source>
        <translation>не виміряно: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>not measured: the data set has no separate test part</source>
        <translation>не виміряно: набір даних не має власної тестової частини</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>measuring on {n} held-out images</source>
        <extracomment>For 1: measuring on {n} held-out image</extracomment>
        <translation>
            <numerusform>вимірювання на {n} відкладеному зображенні</numerusform>
            <numerusform>вимірювання на {n} відкладених зображеннях</numerusform>
            <numerusform>вимірювання на {n} відкладених зображеннях</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>the latent map was not saved: {reason}</source>
        <translation>латентну карту не збережено: {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/training/finalization.py"/>
        <source>calibrating on {n} validation images</source>
        <extracomment>For 1: calibrating on {n} validation image</extracomment>
        <translation>
            <numerusform>калібрування на {n} валідаційному зображенні</numerusform>
            <numerusform>калібрування на {n} валідаційних зображеннях</numerusform>
            <numerusform>калібрування на {n} валідаційних зображеннях</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/loop.py"/>
        <source>The data set does not have the labels that the network expects.</source>
        <translation>Набір даних не має тих міток, яких очікує мережа.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/loop.py"/>
        <source>The checkpoint belongs to another network.</source>
        <translation>Контрольна точка належить іншій мережі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/loop.py"/>
        <source>The loss is no longer a number; try a lower learning rate.</source>
        <translation>Втрати перестали бути числом; спробуйте меншу швидкість навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/previews.py"/>
        <source>“{name}” is not an array of 28 × 28 bytes.</source>
        <translation>«{name}» — не зображення з 28 × 28 байтів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/previews.py"/>
        <source>canvas ignored: {reason}</source>
        <translation>полотно пропущено: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/rehearsal.py"/>
        <source>learn a handwriting</source>
        <translation>навчитися почерку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/rehearsal.py"/>
        <source>There are too few examples of “{name}”: a new label needs at least {n}; twenty are better.</source>
        <translation>Замало прикладів «{name}»: нова мітка потребує щонайменше {n}; двадцять — краще.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/rehearsal.py"/>
        <source>A model can have at most {n} labels.</source>
        <translation>Модель може мати щонайбільше {n} мітки.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/run_request.py"/>
        <source>The run “{name}” is {state}; it cannot be resumed.</source>
        <translation>Запуск «{name}» продовжити не можна; його стан: {state}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/sweep_cluster.py"/>
        <source>No worker of the cluster accepts trainings; start some with “dask worker … --resources {resource}=1”.</source>
        <translation>Жоден робочий процес кластера не приймає навчань; запустіть кілька з «dask worker … --resources {resource}=1».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/sweep_cluster.py"/>
        <source>The worker at {place} does not see “{folder}”: set DESKTOP_CVAE_HOME to a folder that all machines share under one path.</source>
        <translation>Робочий процес на {place} не бачить «{folder}»: нехай DESKTOP_CVAE_HOME буде спільною для всіх комп’ютерів текою з тим самим шляхом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/sweep_cluster.py"/>
        <source>The workers that trained it were killed.</source>
        <translation>Робочі процеси, що його навчали, було примусово завершено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/sweep_cluster.py"/>
        <source>The connection to the cluster was lost ({reason}).</source>
        <translation>З’єднання з кластером втрачено ({reason}).</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/sweep_run.py"/>
        <source>Another process is running the sweep “{name}”.</source>
        <translation>Перебір «{name}» виконує інший процес.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/sweep_worker.py"/>
        <source>The training could not be started: {reason}.</source>
        <translation>Не вдалося почати навчання: {reason}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/teaching.py"/>
        <source>The loss is no longer a number.</source>
        <translation>Втрати перестали бути числом.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/teaching_run.py"/>
        <source>MNIST is not on this computer; the model’s own digits were used instead.</source>
        <translation>MNIST на цьому комп’ютері немає: його замінили власні цифри моделі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/teaching_run.py"/>
        <source>{share} of what was learned is kept; with all of it, the model would misread too many other digits.</source>
        <translation>З вивченого збережено {share}; з усім вивченим модель хибно читала б забагато інших цифр.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/teaching_run.py"/>
        <source>The model no longer rejects anything as “not a digit”: such a sign may now be a new label.</source>
        <translation>Модель більше нічого не відхиляє як «не цифра»: такий знак тепер може бути новою міткою.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/teaching_run.py"/>
        <source>Measured on the examples that it learned from, as there are too few to hold some out.</source>
        <translation>Виміряно на прикладах, на яких вона вчилася: їх замало, щоб частину відкласти.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_run.py"/>
        <source>There is not enough memory for this training; its last checkpoint is kept. Close other programs, or use a smaller batch size.</source>
        <translation>Для цього навчання бракує пам’яті; останню контрольну точку збережено. Закрийте інші програми або навчайте з меншим розміром пакета.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_run.py"/>
        <source>The data set has changed since the run began.</source>
        <translation>Набір даних уже не той, з яким запуск починався.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_run.py"/>
        <source>loading TensorFlow</source>
        <translation>завантажується TensorFlow</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_run.py"/>
        <source>The data set does not have the labels of the model “{start_from}”.</source>
        <translation>Набір даних не має міток моделі «{start_from}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_run.py"/>
        <source>ignoring lines on standard input that are not training commands</source>
        <translation>рядки стандартного введення, які не є командами навчання, пропущено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_run.py"/>
        <source>the run&apos;s description could not be updated: {reason}</source>
        <translation>опис запуску не оновлено: {reason}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/training/training_session.py"/>
        <source>another program has written “{name}” in the meantime; this model is “{other}”</source>
        <translation>«{name}» тим часом записала інша програма; цей файл — «{other}»</translation>
    </message>
</context>
</TS>
