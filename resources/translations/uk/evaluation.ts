<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>desktop_cvae</name>
    <message>
        <location filename="../../../desktop_cvae/evaluation/adversarial_robustness.py"/>
        <source>Attacks need Foolbox; install it with “pip install &apos;.[attack]&apos;” in the program’s source folder.</source>
        <translation>Для атак потрібен Foolbox; встановіть його командою «pip install &apos;.[attack]&apos;» у теці з кодом програми.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/adversarial_robustness.py"/>
        <source>L2: root of the squared changes</source>
        <translation>L2: корінь із суми квадратів змін</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/adversarial_robustness.py"/>
        <source>L∞: the largest change</source>
        <translation>L∞: найбільша зміна</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/adversarial_robustness.py"/>
        <source>L0: changed pixels</source>
        <translation>L0: змінені пікселі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/comparison.py"/>
        <source>digits learned from</source>
        <translation>цифр для навчання</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/comparison.py"/>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/comparison.py"/>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/comparison.py"/>
        <source>trained weights</source>
        <translation>навчених ваг</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/comparison.py"/>
        <source>data set</source>
        <translation>набір даних</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/corruption_curves.py"/>
        <source>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190): ten class-conditional VAEs, by evidence, one encoder pass, MNIST test</source>
        <translation>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190): десять VAE, по одному на клас, за свідченням, один прохід кодувальника, тестова частина MNIST</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/corruption_curves.py"/>
        <source>gaussian noise, σ</source>
        <translation>гаусів шум, σ</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/corruption_curves.py"/>
        <source>shift, pixels</source>
        <translation>зсув, пікселі</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/prior_fitting.py"/>
        <source>encoding</source>
        <translation>кодування</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/prior_fitting.py"/>
        <source>fitting</source>
        <translation>підбір</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>Analysis by Synthesis, one pass</source>
        <translation>Analysis by Synthesis, один прохід</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten class-conditional VAEs, one encoder pass</source>
        <translation>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), десять VAE, по одному на клас, один прохід кодувальника</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>– with 8,000 samples</source>
        <translation>– з 8000 зразків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten class-conditional VAEs, 8,000 samples an image</source>
        <translation>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), десять VAE, по одному на клас, 8000 зразків на зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>– and 50 gradient steps</source>
        <translation>– і 50 градієнтних кроків</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten class-conditional VAEs, samples and 50 gradient steps: 6.1 s an image</source>
        <translation>Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), десять VAE, по одному на клас, зразки й 50 градієнтних кроків: 6,1 с на зображення</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>another CVAE program</source>
        <translation>інша програма з CVAE</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>a CVAE demonstration program, by evidence</source>
        <translation>демонстраційна програма з CVAE, за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>CVAE with 2 latent dimensions, public notebook</source>
        <translation>CVAE з 2 латентними вимірами, загальнодоступний зошит</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/published_values.py"/>
        <source>VAE with 2 latent dimensions, public notebook</source>
        <translation>VAE з 2 латентними вимірами, загальнодоступний зошит</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sample_quality.py"/>
        <source>The data set “{name}” lacks the label “{label}”, which the model generates.</source>
        <translation>У наборі даних «{name}» бракує мітки «{label}», яку пише модель.</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sample_quality.py"/>
        <source>precision and recall</source>
        <translation>влучність і повнота</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sample_quality.py"/>
        <source>a classifier learns from the samples</source>
        <translation>класифікатор учиться на зразках</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sample_quality.py"/>
        <source>nearest training digits</source>
        <translation>найближчі навчальні цифри</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sweep_table.py"/>
        <source>read by evidence</source>
        <translation>прочитано за свідченням</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sweep_table.py"/>
        <source>−ELBO in nats</source>
        <translation>−ELBO у натах</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sweep_table.py"/>
        <source>−ELBO, validation</source>
        <translation>−ELBO, валідація</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sweep_table.py"/>
        <source>time</source>
        <translation>час</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sweep_table.py"/>
        <source>state</source>
        <translation>стан</translation>
    </message>
    <message>
        <location filename="../../../desktop_cvae/evaluation/sweep_table.py"/>
        <source>{state}, epoch {epoch}/{epochs}</source>
        <translation>{state}, епоха {epoch}/{epochs}</translation>
    </message>
    <message>
        <source>Attacks need Foolbox; install it with “pip install &apos;desktop-cvae[attack]&apos;”.</source>
        <translation type="vanished">Для атак потрібен Foolbox; встановіть його командою «pip install &apos;desktop-cvae[attack]&apos;».</translation>
    </message>
    <message>
        <source>nearest CVAE program</source>
        <translation type="vanished">найближча програма з CVAE</translation>
    </message>
</context>
</TS>
