"""The templates of the pages and what they stand on."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), "�")
"""Characters that a page may not hold; one for one, so that nothing moves."""


def page(name: str) -> Template:
    """The template NAME of this package. All it is given is escaped; its filter ``shown`` drops control characters."""
    environment = Environment(
        loader=FunctionLoader(asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = lambda words: words.translate(CONTROL)
    return environment.get_template(name)


def let(content: str) -> str:
    """What a page's policy must name so that a style or a script of just this content is let in."""
    return "'sha256-" + b64encode(sha256(content.encode()).digest()).decode() + "'"


def asset(name: str) -> str:
    """The text of a file that lies beside this module."""
    return files("whosays.export.html").joinpath(name).read_text(encoding="utf-8")
