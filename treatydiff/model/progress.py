"""How work under way says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, steps done and steps in all (0 where unknown)."""

StepProgress = Callable[[int, int], None]
"""Called after each step of one stage: steps done, steps in all."""
