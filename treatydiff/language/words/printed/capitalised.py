"""English words that treaties print in capitals and that nobody need define: data for undefined terms.

Read off the drafts and final texts of a dozen conventions on climate, the sea, crime and trade, and the
Charter: what stood there in capitals inside a sentence and was the name of something outside the text.
"""

from __future__ import annotations

_GENERIC = (
    "state states party parties article articles chapter chapters part parts section sections annex annexes "
    "appendix appendices paragraph paragraphs subparagraph schedule table figure note option alternative "
    "rule rules regulation regulations preamble title supplement act final decision resolution "
    "government governments member members contracting signatory signatories depositary plenipotentiaries "
    "ministers minister heads head excellency majesty president vice chair chairperson chairman chairpersons "
    "chiefs staff faith whereof group groups "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday "
    "english french spanish russian arabic chinese portuguese german italian "
    "earth mother god greenwich celsius fahrenheit internet latin the this "
    "north south east west northern southern eastern western africa african asia asian america american "
    "americas europe european pacific atlantic indian arctic antarctic mediterranean caribbean baltic "
    "geneva new york vienna paris kyoto rome nairobi montreal bonn rio janeiro lima doha warsaw cancun "
    "copenhagen durban marrakesh bali poznan stockholm johannesburg montego bay kingston hague london merida "
    "brussels washington addis ababa glasgow rotterdam basel aarhus sendai hyogo san francisco moscow "
    "under upon where others second third considering recognizing recalling "
    "peoples secretary requests also decides invites urges recalls notes affirms pending"
)
GENERIC = frozenset(_GENERIC.split())
"""Words of every treaty, of dates, languages and places; a term needs another word than these."""

INSTRUMENTS = frozenset(
    ("convention", "conventions", "protocol", "protocols", "agreement", "agreements", "treaty", "treaties",
     "covenant", "charter", "declaration", "statute", "constitution", "accord", "pact", "instrument",
     "instruments", "agenda", "programme", "amendment", "plan", "framework")
)  # fmt: skip
"""What instruments are called: words in capitals around one are the name of another instrument."""

INSTITUTIONS = (
    "united nations",
    "secretary-general",
    "general assembly",
    "security council",
    "economic and social council",
    "human rights council",
    "trusteeship council",
    "court of justice",
    "international court",
    "court of arbitration",
    "tribunal for the law of the sea",
    "international criminal court",
    "international law commission",
    "seabed authority",
    "maritime organization",
    "labour organization",
    "labour office",
    "health organization",
    "trade organization",
    "food and agriculture organization",
    "civil aviation organization",
    "meteorological organization",
    "customs organization",
    "intellectual property organization",
    "telecommunication union",
    "postal union",
    "atomic energy agency",
    "world bank",
    "bank for reconstruction",
    "monetary fund",
    "green climate fund",
    "adaptation fund",
    "developed countries fund",
    "special climate change fund",
    "environment facility",
    "environment programme",
    "development programme",
    "oceanographic commission",
    "panel on climate change",
    "conference of the parties",
    "criminal police organization",
    "hydrographic organization",
    "european union",
    "european community",
    "african union",
    "council of europe",
    "organization of american states",
    "economic integration organization",
    "red cross",
    "red crescent",
    "holy see",
    "heads of state",
    "universal declaration",
    "sustainable development goal",
    "least developed countr",
    "small island developing",
    "law of the sea",
    "rights of the child",
    "ocean affairs",
    "cultural organization",
    "customs cooperation council",
    "economic cooperation and development",
    "office on drugs and crime",
    "european communities",
    "subsidiary body for",
    "financial mechanism",
    "technology mechanism",
    "technology executive committee",
    "climate technology centre",
    "standing committee on finance",
    "adaptation committee",
    "warsaw international mechanism",
    "ad hoc working group",
    "assessment report",
    "indigenous people",
    "north-south",
    "south-south",
    "united states",
    "republic of",
    "permanent court",
    "world war",
)
"""Institutions and groups that are known without a definition, in lower case; part of a name will do."""
