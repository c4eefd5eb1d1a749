from desktop_cvae.core import errors as errors
from desktop_cvae.public_library import Model as Model
from desktop_cvae.public_library import Reading as Reading
from desktop_cvae.public_library import list_models as list_models
from desktop_cvae.public_library import load as load
from desktop_cvae.public_library import train as train

__version__: str
__all__ = ["Model", "Reading", "__version__", "errors", "list_models", "load", "train"]
