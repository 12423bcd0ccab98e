"""The JSON Schema of the file format, generated from the classes of the model and the labels on them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from govdisclosure.interchange.migrate import VERSION, VERSION_KEY
from govdisclosure.model.statutory import EditionName

if TYPE_CHECKING:
    from govdisclosure.model.label import Label

__all__ = ["Dialect", "json_schema"]
