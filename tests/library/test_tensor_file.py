"""Row 31: what a stranger's tensors are called stays inside one line of ours."""

import numpy as np
import pytest

from desktop_cvae.core.errors import MismatchedWeights
from desktop_cvae.library.tensor_file import pack_tensors, unpack_tensors


def test_a_tensor_that_no_layer_has_is_named_on_one_line():
    data = pack_tensors({"a\nb\x1b[2J\r": np.zeros(1, np.float32)})
    with pytest.raises(MismatchedWeights, match="belongs to no layer") as caught:
        unpack_tensors(data, {}, "m.cvae")
    assert str(caught.value).isprintable()


def test_a_tensor_of_another_type_is_named_on_one_line():
    data = pack_tensors({"a\nb": np.zeros(1, np.float32)}).replace(b'"F32"', b'"F\\n"')
    with pytest.raises(MismatchedWeights, match="instead of F32") as caught:
        unpack_tensors(data, {"a\nb": (1,)}, "m.cvae")
    assert str(caught.value).isprintable()
