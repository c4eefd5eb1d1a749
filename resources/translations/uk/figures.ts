<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>recon.</source>
        <translation>рекон.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>nats</source>
        <translation>нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>prob.</source>
        <translation>ймов.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>How the model reads this drawing</source>
        <translation>Як модель читає цей малюнок</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>What the model sees</source>
        <translation>Що бачить модель</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>The {shown} best of {all} labels; the CSV table has all.</source>
        <translation>Найкращі мітки: {shown} з {all}; у таблиці CSV є всі.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/answer_figure.py"/>
        <source>Evidence</source>
        <translation>Свідчення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/comparison_figures.py"/>
        <source>originals</source>
        <translation>оригінали</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/confusion_figure.py"/>
        <source>true ↓
read →</source>
        <translation>правда ↓
чит. →</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/latent_figure.py"/>
        <source>latent dimension {dimension} · {nats} nats</source>
        <translation>латентний вимір {dimension} · {nats} нат</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/latent_figure.py"/>
        <source>principal direction 1</source>
        <translation>головний напрям 1</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/latent_figure.py"/>
        <source>principal direction 2</source>
        <translation>головний напрям 2</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/latent_figure.py"/>
        <source>principal direction 1 · both hold {percent} % of the variance</source>
        <translation>головний напрям 1 · обидва містять {percent} % дисперсії</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/loss_figure.py"/>
        <source>epoch</source>
        <translation>епоха</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/loss_figure.py"/>
        <source>nats per image</source>
        <translation>нат на зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/loss_figure.py"/>
        <source>training</source>
        <translation>навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/loss_figure.py"/>
        <source>validation</source>
        <translation>валідація</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>nats per image: reconstruction (full colour), KL divergence (faded)</source>
        <translation>нат на зображення: реконструкція (яскраво), KL (блідо)</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>calibration error {percent} %</source>
        <translation>похибка калібрування {percent} %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>probability given, %</source>
        <translation>дана ймовірність, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>right, %</source>
        <translation>правильно, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>false rejection rate {percent} %, rejected:</source>
        <translation>хибних відхилень {percent} %, відхилено:</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>{percent} % of digits</source>
        <translation>{percent} % цифр</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>{percent} % of others</source>
        <translation>{percent} % іншого</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>rejection threshold, log odds of “digit”</source>
        <translation>поріг відхилення, логарифм шансів «цифри»</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>rejected, %</source>
        <translation>відхилено, %</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/figures/scorecard_figures.py"/>
        <source>read correctly, %</source>
        <translation>прочитано правильно, %</translation>
    </message>
</context>
</TS>
