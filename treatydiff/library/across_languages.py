"""Questions on drafts in different languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from treatydiff.library.texts import SettingsFields, Text, reading_of

if TYPE_CHECKING:
    from treatydiff.settings import Settings
    from treatydiff.studies.across.model import AcrossComparison


def across(
    a: Text,
    b: Text,
    *,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> AcrossComparison:
    """Compare two drafts in different languages, without translating them.

    Args:
        a: the earlier draft.
        b: the later one, in another language.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read; the defaults if None.
        options: fields of the settings by name.

    Raises:
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: both drafts are in one language.
    """
    from treatydiff.studies.across.compare import compare_across

    reading = reading_of([a, b], settings, options, media_type=media_type, label=label)
    one, other = reading.drafts([a, b])
    return compare_across(one, other, settings=reading.settings.changed())
