"""The functions of the library: what they take for a draft, what they refuse, and what they answer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import treatydiff
from treatydiff.model import Comparison, Draft

OLD = """Article 1

Lamps

Each Party should keep its lamps alight from dusk to dawn under article 2.

Article 2

Oil

1. The Council shall buy the oil for the lamps every year.

2. The keepers shall [report] [answer] to the Council within thirty days.
"""
NEW = OLD.replace("should keep", "shall keep").replace("[report] [answer]", "report")
FRENCH = """Article premier

Lampes

Chaque Partie maintient ses lampes allumées de la tombée de la nuit jusqu’à l’aube, conformément à l’article 3.

Article 2

Huile

1. Le Conseil achète chaque année l’huile destinée aux lampes.

2. Les gardiens font rapport au Conseil dans les soixante jours.
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def relations(comparison: Comparison) -> list[str]:
    return [row.pairing.relation for row in comparison.units]


def test_paths_bytes_and_drafts_say_the_same(drafts: Path) -> None:
    expected = relations(treatydiff.compare(drafts / "old.txt", drafts / "new.txt"))
    assert expected == ["amended", "amended"]
    assert relations(treatydiff.compare(str(drafts / "old.txt"), NEW.encode())) == expected
    old, new = treatydiff.read(OLD.encode()), treatydiff.read(drafts / "new.txt")
    assert relations(treatydiff.compare(old, new)) == expected
    assert relations(treatydiff.compare(bytearray(OLD.encode()), new)) == expected  # type: ignore[arg-type]


def test_labels_of_bytes() -> None:
    assert treatydiff.read(OLD.encode()).source.label == "draft"
    assert treatydiff.read(OLD.encode(), label="lamps.txt").source.label == "lamps.txt"
    both = treatydiff.compare(OLD.encode(), NEW.encode(), label="lamps")
    assert (both.a.source.label, both.b.source.label) == ("lamps 1", "lamps 2")


def test_a_media_type_decides_how_bytes_are_read() -> None:
    marked = b"# Article 1\n\nThe lamps *shall* burn.\n"
    assert "*" not in str(treatydiff.read(marked, media_type="md").rows())
    assert "*" in str(treatydiff.read(marked, media_type="txt").rows())


def test_a_path_can_be_narrowed(drafts: Path) -> None:
    part = treatydiff.read(f"{drafts / 'old.txt'}#art_2")
    assert [row["id"] for row in part.rows()] == ["art_2"]
    compared = treatydiff.compare(f"{drafts / 'old.txt'}#art_2", f"{drafts / 'new.txt'}#art_2")
    assert len(compared.units) == 1
    assert compared.whole is not None


def test_a_file_whose_name_has_the_sign_of_narrowing(drafts: Path) -> None:
    shutil.copy(drafts / "old.txt", drafts / "old#art_2")
    assert len(treatydiff.read(str(drafts / "old#art_2")).rows()) == 2


def test_options_are_fields_of_the_settings(drafts: Path) -> None:
    old, new = drafts / "old.txt", drafts / "new.txt"
    assert dict(treatydiff.compare(old, new, reference="none").settings) == {"reference": "none"}
    chosen = treatydiff.Settings(reference="none", ngram=4)
    both = treatydiff.compare(old, new, settings=chosen, ngram=5)
    assert dict(both.settings) == {"reference": "none", "ngram": 5}


def test_brackets_can_be_read_out_of_a_draft_that_was_read_as_printed(drafts: Path) -> None:
    old = treatydiff.read(drafts / "old.txt")
    assert "[report] [answer]" in old.rows()[1]["text"]
    assert relations(treatydiff.compare(old, old, brackets="out")) == ["identical", "identical"]
    assert "[" not in treatydiff.read(old, brackets="out").rows()[1]["text"]


@pytest.mark.parametrize(
    ("text", "fault", "message"),
    [
        ("no-such-draft.txt", treatydiff.ReadError, "no such file"),
        (OLD, treatydiff.UsageError, "a text is the path of a file; hint: give what a file says as bytes"),
        (b"", treatydiff.ReadError, "the file is empty"),
        (7, treatydiff.UsageError, "a draft is a path, bytes or a Draft, not int"),
        (["a.txt", "b.txt"], treatydiff.UsageError, "not list; hint: several drafts are several arguments"),
        ("#art_2", treatydiff.UsageError, "no file is named before the #"),
        ("x" * 5000 + "#art_2", treatydiff.ReadError, "the file cannot be read"),
    ],
)
def test_what_is_no_draft_is_refused(text: Any, fault: type[Exception], message: str) -> None:
    with pytest.raises(fault) as caught:
        treatydiff.read(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_cannot_be_asked_is_refused(drafts: Path) -> None:
    old = treatydiff.read(drafts / "old.txt")
    with pytest.raises(treatydiff.SettingsError, match="there is no setting 'lenguage'"):
        treatydiff.read(drafts / "old.txt", lenguage="fr")  # type: ignore[call-arg]
    with pytest.raises(treatydiff.UsageError, match="revisions says how a draft is read"):
        treatydiff.compare(old, old, revisions="reject")
    with pytest.raises(treatydiff.UsageError, match="media_type is said of bytes, and none are given"):
        treatydiff.read(drafts / "old.txt", media_type="md")
    with pytest.raises(treatydiff.UsageError, match="only a draft can be narrowed"):
        treatydiff.proposals(f"{drafts / 'new.txt'}#art_1", old)
    for ask in (treatydiff.brackets, treatydiff.chain, treatydiff.final_clauses, treatydiff.languages):
        with pytest.raises(treatydiff.UsageError):
            ask()
    with pytest.raises(treatydiff.UsageError, match="no source"):
        treatydiff.derive(old)
    with pytest.raises(treatydiff.ReadError, match="the reference table cannot be read"):
        treatydiff.compare(old, old, reference=str(drafts / "none.table"))
    with pytest.raises(treatydiff.ReadError, match="the themes cannot be read"):
        treatydiff.compare(old, old, themes=str(drafts / "none.toml"))
    with pytest.raises(treatydiff.LanguageError):
        treatydiff.compare(old, FRENCH.encode())


def test_every_question_is_answered(drafts: Path) -> None:
    old, new = treatydiff.read(drafts / "old.txt"), treatydiff.read(drafts / "new.txt")
    derivation = treatydiff.derive(new, old, reference="none")
    assert [row["source"] for row in derivation.rows()] == ["old.txt"]
    assert [row["code"] for row in treatydiff.check(OLD.replace("article 2", "article 9").encode()).rows()][
        :1
    ] == ["reference_to_nothing"]
    fates = {row["text"]: row["fate"] for row in treatydiff.brackets(old, new).rows()}
    assert fates == {"report": "adopted", "answer": "dropped"}
    assert [row["kind"] for row in treatydiff.final_clauses(
        b"Article 1\n\nThis Convention shall enter into force on the day of the third ratification.\n"
    ).rows()] == ["entry_into_force"]  # fmt: skip
    codes = {row["code"] for row in treatydiff.languages(new, FRENCH.encode()).rows()}
    assert len(codes) == 2, codes


def test_a_chain_answers_with_its_concordance_trace_and_blame(drafts: Path) -> None:
    chain = treatydiff.chain(drafts / "old.txt", drafts / "new.txt", reference="none")
    assert [row["new"] for row in chain.rows()] == ["art_1", "art_2"]
    assert chain.to_dict() == chain.concordance().to_dict()
    assert chain.to_dict()["settings"] == {"reference": "none"}
    assert treatydiff.render(chain, "csv") == treatydiff.render(chain.concordance(), "csv")
    assert chain.concordance(base="old.txt").base == 0
    assert [row["relation"] for row in chain.trace("art_1").rows()] == ["amended"]
    words = chain.blame().rows()[0]
    assert words["words: old"] == words["words"] - 1


def test_proposals_and_what_became_of_them() -> None:
    base = b"Article 1\n\nLamps\n\nEach Party shall keep its lamps alight from dusk to dawn on every coast.\n"
    later = base.replace(b"from dusk to dawn", b"through the night")
    compilation = (
        b"ARTICLE 1\n\nCanada\n\nEach Party shall keep its lamps alight through the night on every coast.\n"
    )
    found = treatydiff.proposals(compilation, base, later, label="lamps")
    assert [(row["who"], row["fate"]) for row in found.rows()] == [("Canada", "taken up")]
    assert found.to_dict()["source"]["label"] == "lamps"


def test_an_archive_answers(drafts: Path) -> None:
    (drafts / "treatydiff.toml").write_text('reference = "none"\n[archive]\ntitle = "Lamps"\n')
    (drafts / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    archive = treatydiff.Archive(drafts, index=drafts / "own.sqlite")
    assert repr(archive) == f"Archive({str(drafts)!r}, files=3)"
    assert archive.title == "Lamps"
    assert [each.file for each in archive.update().failures] == ["broken.pdf"]
    assert [entry.file for entry in archive.entries()] == ["new.txt", "old.txt"]
    assert isinstance(archive.draft("old.txt"), Draft)
    with pytest.raises(treatydiff.ReadError):
        archive.draft("none.txt")
    assert {row["file"] for row in archive.search("oil for the lamps").rows()} == {"new.txt", "old.txt"}
    assert archive.like(f"{drafts / 'old.txt'}#art_2").rows()[0]["provision"] == "art_2"
    (pair,) = archive.matrix(threshold=0).rows()
    assert pair["carried"] > 0.8
    assert archive.matrix().to_dict()["settings"] == {"reference": "none"}
    broken = [(row["rule"], row["file"]) for row in archive.check().rows() if not row["passed"]]
    assert broken[0] == ("readable", "broken.pdf")
    assert archive.precedents(drafts / "new.txt").rows()
    (drafts / "third.txt").write_text(NEW)
    assert archive.update().read == ("third.txt",)
    with pytest.raises(treatydiff.ReadError, match="is no folder"):
        treatydiff.Archive(drafts / "nowhere")


def test_the_drafts_of_a_call_are_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from treatydiff.library import texts

    calls: list[list[str]] = []
    read = texts.read_drafts

    def counted(sources: Any, settings: Any, **options: Any) -> Any:
        calls.append([getattr(source, "label", None) or source.name for source in sources])
        return read(sources, settings, **options)

    monkeypatch.setattr(texts, "read_drafts", counted)
    (tmp_path / "old.txt").write_text(OLD)
    known = treatydiff.read(NEW.encode(), media_type="txt")
    calls.clear()
    treatydiff.chain(tmp_path / "old.txt", OLD.encode(), known, NEW.encode())
    assert calls == [["old.txt", "draft 2", "draft 4"]]
