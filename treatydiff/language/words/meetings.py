"""What resolutions print behind their text: the meeting that adopted them, and its date."""

from __future__ import annotations

import re

from treatydiff.patterns import pattern_of

MEETING = pattern_of(
    r"\W*(?:\d{1,5}(?:st|nd|rd|th)\s+(?:\(?closed\)?\s+)?(?:plenary\s+)?meeting"
    r"|\d{1,5}(?:re|e|ème)\s+séance(?:\s+plénière)?"
    r"|\d{1,5}[aª.]{1,2}\s+sesión(?:\s+plenaria)?"
    r"|\d{1,5}-е\s+(?:пленарное\s+)?заседание"
    r"|(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*)?第\s*\d{1,5}\s*次(?:全体)?会议"
    r"|الجلسة(?:\s+العامة)?\s+\d{1,5})(?P<rest>.{0,60})$",
    re.IGNORECASE | re.S,
)
"""The line "58th plenary meeting" in six languages, the date perhaps behind it."""
DATE = pattern_of(
    r"\W*(?:(?:le\s+|el\s+)?\d{1,2}(?:er|º)?\.?\s+(?:de\s+)?[^\W\d_]+\.?\s+(?:de\s+)?\d{4}(?:\s*(?:года|г\.))?"
    r"|\d{1,2}\s+[^\W\d_]+(?:\s[^\W\d_]+)?/[^\W\d_]+\s+\d{4}"
    r"|[^\W\d_]+\s+\d{1,2},?\s+\d{4}|\d{4}\s*年.{0,12})\W*"
)
"""A date alone on its line."""
