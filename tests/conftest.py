"""What holds for every test: a machine that is busy with other things is no fault of ours."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("busy", deadline=None)
settings.load_profile("busy")
