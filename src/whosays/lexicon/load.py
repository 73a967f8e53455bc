"""Reads a lexicon file of the package into its typed form."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

T = TypeVar("T")

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def load(name: str, type_: type[T]) -> T:
    """The data of ``lexicon/NAME.yaml`` as `type_`.

    `type_` is a frozen ``msgspec.Struct`` (or a tuple of them): it is the schema, and a file that does not fit it raises
    ``msgspec.ValidationError`` naming the entry.
    """
    text = files("whosays.lexicon").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=_Loader), type_)
