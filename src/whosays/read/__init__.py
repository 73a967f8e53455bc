"""Bytes -> Documents: one module a format, each a `Reader`. Offsets count in the text as decoded."""
