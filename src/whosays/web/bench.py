"""What all addresses of the workbench work on."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.case.case import OpenCase
from whosays.web.adding import Adding
from whosays.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Bench:
    """``who`` is the name that decisions bear where a person gives none."""

    case: OpenCase
    desk: Desk
    adding: Adding
    who: str
