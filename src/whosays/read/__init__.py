"""Bytes -> Documents: one module a format, each a `Reader`. Offsets count in the text as decoded.

Called as `whosays.read(path)`, it reads one document: see `whosays.api.read`.
"""
