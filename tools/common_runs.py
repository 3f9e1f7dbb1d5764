"""Write the table of runs that many treaties have, from the reference table of a language.

`python -m tools.common_runs en`; a test holds the two together.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from treatydiff.language.runs import common
from treatydiff.score.reference import shipped_reference


def table_of(language: str) -> bytes:
    """The bytes of the table that the shipped reference of a language gives.

    Args:
        language: code of the language.

    Raises:
        SystemExit: no reference is shipped for it.
    """
    reference = shipped_reference(language)
    if reference is None or reference.gram_size != common.RUN_LENGTH:
        raise SystemExit(f"no reference of runs of {common.RUN_LENGTH} words is shipped for {language}")
    table = reference.table
    shared = table.code_df[table.gram_codes] >= common.COMMON_TREATIES
    return np.asarray(table.gram_keys[shared], dtype="<u4").tobytes()


def main() -> None:
    """Write the tables of the languages named."""
    for language in sys.argv[1:]:
        name = f"common_runs_{language}.bin"
        path = Path(common.__file__).parent / "data" / name
        path.write_bytes(table_of(language))
        print(f"{name}: {path.stat().st_size // 4:,} runs")


if __name__ == "__main__":
    main()
