"""whosays: who says what in conflict reporting, who denies it, in which exact words."""

__version__ = "0.1.0"
