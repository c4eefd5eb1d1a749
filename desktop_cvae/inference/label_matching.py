"""A data set's labels as a model counts them."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import IntArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.datasets.digit_dataset import DigitDataset


def labels_of_model(dataset: DigitDataset, spec: ModelSpec) -> IntArray:
    """A data set's labels as the model counts them, matched by name.

    Returns:
        int64, (N,); zeros for a model without labels.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    if not spec.conditional:
        return np.zeros(len(dataset.labels), np.int64)
    known = {name: index for index, name in enumerate(spec.label_names)}
    unknown = [name for name in dataset.label_names if name not in known]
    if unknown:
        raise DatasetProblem(
            f"The data set “{dataset.name}” has the label “{unknown[0]}”, which the model does "
            "not know."
        )
    index_of = np.array([known[name] for name in dataset.label_names], np.int64)
    return index_of[dataset.labels]
