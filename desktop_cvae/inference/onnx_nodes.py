"""The nodes, tensors, inputs and outputs of an ONNX graph while it is built.

Tested in tests/inference/test_onnx_engine.py.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from desktop_cvae.core.layers import Shape
from desktop_cvae.core.priors import Numbers
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference import onnx_format


class GraphNodes:
    """Nodes in the order in which they run; each is added with the names of its inputs.

    Attributes:
        tensors: float32, the large tensors by name.
    """

    def __init__(self) -> None:
        self.tensors: dict[str, FloatArray] = {}
        self._constants: dict[str, bytes] = {}
        self._nodes: list[bytes] = []
        self._inputs: dict[str, bytes] = {}
        self._outputs: list[bytes] = []

    def model(
        self,
        name: str,
        tensors: list[bytes],
        doc: str = "",
        metadata: dict[str, str] | None = None,
    ) -> bytes:
        """Return the whole graph, with the given weights in it."""
        return onnx_format.model(
            name,
            self._nodes,
            [*self._constants.values(), *tensors],
            list(self._inputs.values()),
            self._outputs,
            doc,
            metadata,
        )

    def input(
        self, name: str, shape: tuple[int | str, ...], dtype: type[np.generic] = np.float32
    ) -> str:
        """Add an input of the graph, and return its name."""
        self._inputs[name] = onnx_format.value(name, shape, dtype)
        return name

    def answer(self, name: str, rows: str, shape: Shape, operator: str, *inputs: str) -> None:
        """Add an output: the result of a last operator on its inputs."""
        self._nodes.append(onnx_format.node(operator, inputs, name))
        self._outputs.append(onnx_format.value(name, (rows, *shape)))

    def node(self, operator: str, *inputs: str, **attributes: onnx_format.Attribute) -> str:
        """Add an operator, and return the name of its result."""
        name = f"{operator}.{len(self._nodes)}"
        self._nodes.append(onnx_format.node(operator, inputs, name, **attributes))
        return name

    def constant(self, array: np.ndarray[Any, Any] | np.generic) -> str:
        """Add a small constant, each value once, and return its name."""
        array = np.asarray(array)
        name = f"{array.dtype}:{array.tolist()}"
        self._constants[name] = onnx_format.tensor(name, array)
        return name

    def tensor(self, name: str, array: Numbers) -> str:
        """Add a large tensor as float32, and return its name."""
        self.tensors[name] = np.ascontiguousarray(array, np.float32)
        return name

    def reshape(self, value: str, shape: tuple[int, ...]) -> str:
        """Add a ``Reshape``; −1 stands for the dimension that follows from the others."""
        return self.node("Reshape", value, self.constant(np.array(shape)))

    def sum(self, value: str, *axes: int) -> str:
        """Add the sum over axes, which vanish."""
        return self.node("ReduceSum", value, self.constant(np.array(axes)), keepdims=0)
