"""The templates of the workbench, and the files that its pages load: known by name, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from whosays.export.html.page import CONTROL, asset
from whosays.web.figure_plot import plot
from whosays.web.map_plot import map_plot
from whosays.web.situation_plot import situation_plot

TYPES = {
    "workbench.css": "text/css; charset=utf-8",
    "workbench.js": "text/javascript; charset=utf-8",
    "htmx.min.js": "text/javascript; charset=utf-8",
    "idiomorph.min.js": "text/javascript; charset=utf-8",
    "idiomorph-htmx.js": "text/javascript; charset=utf-8",
    "inter-latin-wght-normal.woff2": "font/woff2",
    "source-serif-4-latin-wght-normal.woff2": "font/woff2",
}
"""All that can be asked for below /static, and what it is."""


_HYPHENED = {"government": "govern\xadment", "intelligence": "intelli\xadgence", "parliament": "parlia\xadment"}
"""Where the heads of narrow columns may break: browsers have no dictionary for it."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = lambda words: str(words).translate(CONTROL)
    environment.filters["hyphened"] = lambda words: _HYPHENED.get(words, words)
    environment.filters["begun"] = lambda words: words[:1].upper() + words[1:]
    environment.globals["version_of"] = version_of
    environment.globals["style"] = style
    environment.globals["figure_plot"] = plot
    environment.globals["map_plot"] = map_plot
    environment.globals["situation_plot"] = situation_plot
    return environment


def template(name: str) -> Template:
    """The template NAME. All it is given is escaped; its filter ``shown`` drops control characters."""
    return _environment().get_template(name)


def whole(name: str, **given: object) -> str:
    """A screen in one piece."""
    return template(name).render(screen=_screen(name), topped=False, **given)


def parts(name: str, view: Callable[[], object], **given: object) -> Iterator[str]:
    """A screen in two: the frame, which a browser shows at once, then what the view holds, which is made only then."""
    yield template("top.html").render(screen=_screen(name), **given)
    yield template(name).render(screen=_screen(name), topped=True, v=view(), **given)


def _screen(name: str) -> str:
    return name.removesuffix(".html")


@lru_cache(maxsize=1)
def style() -> Markup:
    """The style goes with each page: to fetch it would cost a reader more than to read it again."""
    return Markup(static("workbench.css").decode())


def _template(name: str) -> str:
    return files("whosays.web").joinpath("templates", name).read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def static(name: str) -> bytes:
    """The bytes of one of `TYPES`. The style is the report's own, and the workbench's laid over it."""
    folder = files("whosays.web").joinpath("static")
    if name == "workbench.css":
        return (asset("style.css") + folder.joinpath(name).read_text(encoding="utf-8")).encode()
    inside = folder if name == "workbench.js" else folder.joinpath("vendor")
    return inside.joinpath(name).read_bytes()


@lru_cache(maxsize=16)
def version_of(name: str) -> str:
    """Stands in the file's address, so that it can be kept until it changes."""
    return hashlib.sha256(static(name)).hexdigest()[:10]
