"""What a delegation asks: made of several studies and the texts themselves."""

from __future__ import annotations

from treatydiff.desk.brief import RENDERINGS as _BRIEF
from treatydiff.desk.definitions import RENDERINGS as _DEFINITIONS
from treatydiff.desk.positions import RENDERINGS as _POSITIONS
from treatydiff.desk.terms import RENDERINGS as _TERMS
from treatydiff.desk.unproposed import RENDERINGS as _UNPROPOSED
from treatydiff.desk.watch import RENDERINGS as _WATCH

RENDERINGS = (*_BRIEF, *_WATCH, *_TERMS, *_POSITIONS, *_DEFINITIONS, *_UNPROPOSED)
