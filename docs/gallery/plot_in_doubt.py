"""
A digit in doubt
================

Half a 4 and half a 9 in the same handwriting: the program names both instead of guessing.
"""

import matplotlib.pyplot as plt
import numpy as np

import desktop_cvae as dc

writer, reader = dc.load("conv_cvae"), dc.load("studio")
four = writer.generate("4", 1, seed=0)[0]
style = writer.posterior(four, "4").mean
as_four, as_nine = (writer.decode(style, label) for label in "49")

shares = np.linspace(0, 1, 11)
pictures = [(1 - share) * as_four + share * as_nine for share in shares]
readings = reader.read(pictures)
for share, reading in zip(shares, readings, strict=True):
    print(f"{share:.0%} of the 9: {reading.verdict}, {' or '.join(reading.labels)}")

# %%
# The pictures, and the probability of both labels. Probabilities are the soft-max of the evidence,
# divided by a temperature that was fitted to held-out digits, so that they mean what they say.

figure, (above, below) = plt.subplots(
    2, 1, figsize=(7, 3.6), height_ratios=(1, 3), layout="constrained"
)
above.imshow(1 - np.hstack(pictures), cmap="gray")
above.axis("off")
for label in "49":
    below.plot(shares, [100 * r.probabilities[label] for r in readings], "o-", label=label)
below.set(xlabel="share of the 9", ylabel="probability, %")
below.legend(title="label")
plt.show()
