from __future__ import annotations

import pytest

from tests.score.invented_drafts import SEVEN_TREATIES
from treatydiff.score.reference import ReferenceTable, read_reference, shipped_reference
from treatydiff.score.reference_build import build_reference


@pytest.fixture(scope="session")
def seven_treaties() -> ReferenceTable:
    """The reference of the worked example in docs/consonance.md: ln(1 + 7) makes round numbers."""
    return read_reference(build_reference(SEVEN_TREATIES, reference_id="seven", language="en"))


@pytest.fixture(scope="session")
def shipped() -> ReferenceTable:
    """The English table that comes with the package."""
    reference = shipped_reference("en")
    assert reference is not None
    return reference
