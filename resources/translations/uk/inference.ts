<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/inference/completion.py"/>
        <source>complete a chosen digit</source>
        <translation>доповнити вибрану цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/completion.py"/>
        <source>Mark a part of a digit as missing, and leave some of its ink.</source>
        <translation>Позначте частину цифри як відсутню й лишіть трохи чорнила.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/completion.py"/>
        <source>refining</source>
        <translation>уточнення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/engine.py"/>
        <source>TensorFlow is needed for this and cannot be loaded here; install it with “pip install tensorflow”. Drawing and opening models work without it.</source>
        <translation>Для цього потрібен TensorFlow, а тут його не вдається завантажити; встановіть його командою «pip install tensorflow». Малювати й відкривати моделі можна й без нього.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/engine.py"/>
        <source>it was replaced while it was being opened</source>
        <translation>його замінили, поки він відкривався</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/engine.py"/>
        <source>its weights give numbers that are not finite</source>
        <translation>його ваги дають нескінченні або невизначені числа</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/epoch_history.py"/>
        <source>No epochs of “{name}” were kept.</source>
        <translation>З епох «{name}» нічого не збережено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/evidence.py"/>
        <source>The model’s answer is not a number: its weights are damaged or far too large. Choose another model.</source>
        <translation>Відповідь моделі не є числом: її ваги пошкоджені або завеликі. Виберіть іншу модель.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>a postal code of {n} digits</source>
        <extracomment>For 1: a postal code of {n} digit</extracomment>
        <translation>
            <numerusform>поштовий індекс з {n} цифри</numerusform>
            <numerusform>поштовий індекс з {n} цифр</numerusform>
            <numerusform>поштовий індекс з {n} цифр</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>{n} digits</source>
        <extracomment>For 1: {n} digit</extracomment>
        <translation>
            <numerusform>{n} цифра</numerusform>
            <numerusform>{n} цифри</numerusform>
            <numerusform>{n} цифр</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>There is no rule “{name}”; rules are {rules}.</source>
        <translation>Правила «{name}» немає; є такі правила: {rules}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>the list of values is empty</source>
        <translation>список значень порожній</translation>
    </message>
    <message numerus="yes">
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>one of {n} listed values</source>
        <extracomment>For 1: one of {n} listed value</extracomment>
        <translation>
            <numerusform>одне з {n} значення у списку</numerusform>
            <numerusform>одне з {n} значень у списку</numerusform>
            <numerusform>одне з {n} значень у списку</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>the list has more than {most} values</source>
        <translation>у списку більше ніж {most} значень</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>“{value}” is not a number</source>
        <translation>«{value}» — не число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>the digits of “{value}” are listed twice</source>
        <translation>цифри «{value}» є у списку двічі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>a phone number of 7 to 15 digits</source>
        <translation>номер телефону з 7–15 цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>a card number with its check digit</source>
        <translation>номер картки з контрольною цифрою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>a date as 31.12.2026 or 2026-12-31</source>
        <translation>дата, як-от 31.12.2026 чи 2026-12-31</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>an amount as 1234.50</source>
        <translation>сума, як-от 1234.50</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>a number with one decimal point or comma at most</source>
        <translation>число щонайбільше з однією десятковою крапкою чи комою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/field_rules.py"/>
        <source>“{name}” needs a number of digits from {least} to {most}, as in “{example}:{usual}”.</source>
        <translation>Для «{name}» вкажіть кількість цифр від {least} до {most}, наприклад «{example}:{usual}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>A number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>One digit</source>
        <translation>Одна цифра</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>One of a list</source>
        <translation>Одне зі списку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>a field&apos;s name is empty, too long or not printable</source>
        <translation>назва поля порожня, задовга або не друкується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>a field may not be called “{name}”</source>
        <translation>поле не може називатися «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>the box of “{name}” is not four fractions of the page</source>
        <translation>рамка поля «{name}» — не чотири частки сторінки</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>the box of “{name}” is not on the page</source>
        <translation>рамка поля «{name}» лежить поза сторінкою</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>“{name}” is not a number, so it has no rule</source>
        <translation>«{name}» — не число, тож правила не має</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>“{name}” has values, but does not hold one of them</source>
        <translation>«{name}» має список значень, але містить не одне з них</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>the title is too long or not printable</source>
        <translation>заголовок задовгий або не друкується</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>there are more than {most} fields</source>
        <translation>полів більше ніж {most}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>two fields have the same name</source>
        <translation>два поля мають однакову назву</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>a field has the name of another one&apos;s column</source>
        <translation>назва поля збігається зі стовпцем іншого поля</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>“{name}” has no values to choose from</source>
        <translation>для «{name}» немає значень, з яких вибирати</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>a newer version of the program made it; update desktop-cvae</source>
        <translation>його створила новіша версія програми; оновіть desktop-cvae</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>its sample is damaged</source>
        <translation>його зразок пошкоджено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_file.py"/>
        <source>its lists of values are too long</source>
        <translation>його списки значень задовгі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_reading.py"/>
        <source>This page does not show the form “{title}”.</source>
        <translation>На цій сторінці немає бланка «{title}».</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/form_reading.py"/>
        <source>There is more than one line in this field.</source>
        <translation>У цьому полі більше ніж один рядок.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>write a chosen digit</source>
        <translation>написати вибрану цифру</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <source>{failed} of {count} digits were never read as their label in {draws} draws each; try a smaller probability or another temperature.</source>
        <translation>Цифри ({failed} з {count}) жодного разу не прочитано як їхню мітку за стільки спроб кожна: {draws}; задайте меншу ймовірність або іншу температуру.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <source>write other digits in this style</source>
        <translation>написати інші цифри цим почерком</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <source>write a number</source>
        <translation>написати число</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <source>“{character}” cannot be written, only {known} and spaces.</source>
        <translation>«{character}» написати не можна, лише {known} і пробіли.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <source>At most {most} characters can be written at once.</source>
        <translation>За один раз можна написати щонайбільше {most} символів.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/generation.py"/>
        <source>reading</source>
        <translation>читання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Uniform walk</source>
        <translation>Рівномірна прогулянка</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Even steps through the square of two latent directions, by the prior&apos;s quantiles.</source>
        <translation>Рівні кроки квадратом двох латентних напрямків, за квантилями апріорного розподілу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Random vectors</source>
        <translation>Випадкові вектори</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Latent vectors drawn evenly from the box of two standard deviations around the mean.</source>
        <translation>Латентні вектори, рівномірно взяті з області у два стандартні відхилення навколо середнього.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Prior samples</source>
        <translation>Зразки з апріорного розподілу</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Digits decoded from samples of the prior.</source>
        <translation>Цифри, декодовані зі зразків апріорного розподілу.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Test digits</source>
        <translation>Тестові цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>Test digits, each above the digit decoded from its latent vector.</source>
        <translation>Тестові цифри, а під кожною — цифра, декодована з її латентного вектора.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>There are no test digits of that label to decode.</source>
        <translation>Немає тестових цифр із цією міткою, щоб їх декодувати.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/latent_grids.py"/>
        <source>looking for directions</source>
        <translation>пошук напрямків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/line_hypotheses.py"/>
        <source>This is not {rule}, and cannot be read as one.</source>
        <translation>Це не {rule} і не може так прочитатися.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/line_hypotheses.py"/>
        <source>Without the rule, this is read as {text}, which is not {rule}.</source>
        <translation>Без правила тут прочитано {text}, а це не {rule}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/line_hypotheses.py"/>
        <source>This is none of the listed values.</source>
        <translation>Такого значення у списку немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/number_reading.py"/>
        <source>These may be several numbers: {numbers}.</source>
        <translation>Можливо, це кілька чисел: {numbers}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/number_reading.py"/>
        <source>“?” is not a digit, so this is not {rule}.</source>
        <translation>«?» — не цифра, тож це не {rule}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/opened_model.py"/>
        <source>use the label “{name}”</source>
        <translation>використати мітку «{name}»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/opened_model.py"/>
        <source>There is no label “{name}”; there are {known}.</source>
        <translation>Мітки «{name}» немає; є такі: {known}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/opened_model.py"/>
        <source>use a label</source>
        <translation>використати мітку</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/picture_records.py"/>
        <source>nothing found</source>
        <translation>нічого не знайдено</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/thinking.py"/>
        <source>Thinking</source>
        <translation>Роздуми</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/value_columns.py"/>
        <source>“{name}” is not a CSV file.</source>
        <translation>«{name}» — не файл CSV.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/value_columns.py"/>
        <source>“{name}” has no column of numbers.</source>
        <translation>У «{name}» немає стовпця чисел.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/value_columns.py"/>
        <source>Name one of the columns of “{file}”: {names}.</source>
        <translation>Назвіть один зі стовпців «{file}»: {names}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/value_columns.py"/>
        <source>“{file}” has no column “{name}” of numbers; it has {names}.</source>
        <translation>У «{file}» немає стовпця чисел «{name}»; є {names}.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/walks.py"/>
        <source>Straight</source>
        <translation>Пряма</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/walks.py"/>
        <source>Spherical</source>
        <translation>Сферична</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/inference/walks.py"/>
        <source>Draw a longer curve on the map to walk along it.</source>
        <translation>Щоб пройти вздовж кривої, накресліть на карті довшу.</translation>
    </message>
    <message>
        <source>“{name}” is a single digit, which cannot have a rule</source>
        <translation type="vanished">«{name}» — одна цифра, для неї не може бути правила</translation>
    </message>
</context>
</TS>
