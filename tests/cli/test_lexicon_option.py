from __future__ import annotations

from pathlib import Path

import pytest

from treatydiff.align.across.lexicon import encode_lexicon, shipped_lexicon
from treatydiff.cli.lexicons import read_lexicons
from treatydiff.errors import ReferenceDataError, UsageError
from treatydiff.settings import Settings


def test_lexicons_are_read_one_a_language(tmp_path: Path) -> None:
    lexicon = shipped_lexicon("fr")
    assert lexicon is not None
    (tmp_path / "own.tsv.gz").write_bytes(encode_lexicon(lexicon))
    (tmp_path / "none.gz").write_bytes(b"no lexicon")
    assert read_lexicons([tmp_path / "own.tsv.gz"], Settings()) == {"fr": lexicon}
    assert read_lexicons(None, Settings()) == {}
    with pytest.raises(UsageError, match="two lexicons are of one language"):
        read_lexicons([tmp_path / "own.tsv.gz"] * 2, Settings())
    with pytest.raises(ReferenceDataError, match="is no lexicon"):
        read_lexicons([tmp_path / "none.gz"], Settings())
