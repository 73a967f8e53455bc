"""whosays: who says what in conflict reporting, who denies it, in which exact words.

    >>> import whosays
    >>> doc = whosays.read("article.txt", published="2025-02-01")
    >>> doc.claims
    >>> case = whosays.Case("news.case")
    >>> case.as_of("2025-02-01").matrix()

`read` takes a path, `read_all` many, `analyse` a text; a `Case` holds many documents and what follows from them. Nothing is
loaded before one of them is called.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Case",
    "Claims",
    "UnreadError",
    "UnreadWarning",
    "__version__",
    "analyse",
    "read",
    "read_all",
    "register_reader",
]

_API = frozenset(__all__) - {"__version__", "read", "Case"}

if TYPE_CHECKING:
    from whosays.api import Article, Claims, UnreadError, UnreadWarning, analyse, read, read_all, register_reader
    from whosays.casebook import Case
else:

    class _Callable(ModuleType):
        """`whosays.read` is the package of readers, and called, it reads: `whosays.api.read`."""

        def __call__(self, *args: Any, **options: Any) -> Any:
            return import_module("whosays.api").read(*args, **options)

    read = import_module("whosays.read")
    read.__class__ = _Callable


def __getattr__(name: str) -> Any:
    if name in _API:
        return getattr(import_module("whosays.api"), name)
    if name == "Case":
        return import_module("whosays.casebook").Case
    raise AttributeError(f"module 'whosays' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_API, "Case"})
