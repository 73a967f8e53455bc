"""What is vendored is what the lock says, and nothing of it runs words as code under the policy."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from whosays.web.pages import TYPES


def test_every_vendored_file_is_as_locked() -> None:
    folder = files("whosays.web").joinpath("static", "vendor")
    lines = folder.joinpath("vendor.lock").read_text(encoding="utf-8").splitlines()
    locked = {line.split()[0]: line.split()[-1] for line in lines if line and not line.startswith("#")}
    there = {f.name for f in folder.iterdir()} - {"vendor.lock"}
    assert set(locked) == there
    for name, sha256 in locked.items():
        assert hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest() == sha256
        assert name in TYPES or name.endswith("-OFL.txt")


def test_the_earth_is_as_locked() -> None:
    folder = files("whosays.web").joinpath("static", "earth")
    lines = folder.joinpath("earth.lock").read_text(encoding="utf-8").splitlines()
    locked = {line.split()[0]: line.split()[-1] for line in lines if line and not line.startswith("#")}
    assert set(locked) == {f.name for f in folder.iterdir()} - {"earth.lock", "disputed.json"}
    for name, sha256 in locked.items():
        assert hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest() == sha256
