<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>Total</source>
        <translation>Разом</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>Reconstruction</source>
        <translation>Реконструкція</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>Training minimises this: reconstruction + β · KL</source>
        <translation>Це мінімізує навчання: реконструкція + β · KL</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>−log p(x | z, y): how far the reconstruction is from the digit</source>
        <translation>−log p(x | z, y): наскільки реконструкція далека від цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>KL(q ‖ p): how much the latent vector tells beyond the prior</source>
        <translation>KL(q ‖ p): скільки латентний вектор каже понад апріорний розподіл</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>The loss appears here while the model learns, from the first batches on.
You can keep drawing: after every epoch, your digit is reconstructed here too.</source>
        <translation>Тут з’являються втрати, доки модель навчається, починаючи з перших пакетів.
Можна малювати далі: після кожної епохи тут реконструюється і ваша цифра.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>Loss over the epochs</source>
        <translation>Втрати за епохами</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>No epoch is finished yet.</source>
        <translation>Жодної епохи ще не завершено.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_chart.py"/>
        <source>Validation after epoch {epoch}: {value} nats per image.</source>
        <translation>Валідація після епохи {epoch}: {value} нат на зображення.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>training</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>validation</source>
        <translation>валідація</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>This model has no training history.</source>
        <translation>Ця модель не має історії навчання.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>An average of several models. The file has only the epochs of the last one.</source>
        <translation>Середнє кількох моделей. У файлі є лише епохи останньої з них.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>The average of {names}. The file has only the epochs of the last one.</source>
        <translation>Середнє моделей {names}. У файлі є лише епохи останньої з них.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>Continued from {name}, whose epochs are not in the file.</source>
        <translation>Навчання продовжує {name}; епох цієї моделі у файлі немає.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>Continued from {names} after epoch {epoch}, at the dashed line.</source>
        <translation>Навчання продовжує {names} після епохи {epoch}: межу позначено пунктиром.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>Values of the epoch</source>
        <translation>Значення епохи</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>epoch {epoch}</source>
        <translation>епоха {epoch}</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>epoch</source>
        <translation>епоха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>Term of the loss</source>
        <translation>Доданок втрат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/loss_panel.py"/>
        <source>What is this?</source>
        <translation>Що це?</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/gui/plots/plot_picture.py"/>
        <source>Drawing …</source>
        <translation>Малюється …</translation>
    </message>
</context>
</TS>
