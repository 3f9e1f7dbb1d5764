"""What a delegation asks: made of several studies and the texts themselves."""

from __future__ import annotations

from treatydiff.desk.terms import RENDERINGS as _TERMS
from treatydiff.desk.watch import RENDERINGS as _WATCH

RENDERINGS = (*_WATCH, *_TERMS)
