"""How final clauses are headed and worded: consent to be bound, entry into force, reservations, ...

For each language rows of (kind, heading, words): a pattern for the heading of a unit and one for the
words of a clause, both in printed text without regard to case.
"""

from __future__ import annotations

from typing import Literal, get_args

FinalClauseKind = Literal[
    "consent", "entry_into_force", "reservations", "amendment", "withdrawal", "disputes", "depositary",
    "authentic_texts",
]  # fmt: skip
FINAL_CLAUSE_KINDS: tuple[FinalClauseKind, ...] = get_args(FinalClauseKind)

FINAL_PROVISIONS: dict[str, str] = {
    "en": r"\bfinal\b"
         r"|\bmiscellaneous\b", "fr": r"\bfinales?\b", "es": r"\bfinales\b", "ru": r"заключительн",
    "zh": r"最后|附则", "ar": r"ختامية",
}  # fmt: skip
"""Headings under which final clauses of any kind may stand."""

DEFINITION_HEADINGS: dict[str, str] = {
    "en": r"^\W*(?:definitions?|use of terms|terms used|interpretation)\b",
    "fr": r"^\W*(?:définitions?|terminologie|emploi des termes|expressions employées)\b",
    "es": r"^\W*(?:definici(?:ón|ones)|terminología|términos empleados|uso de (?:los )?términos)\b",
    "ru": r"^\W*(?:определени|термин|употребление терминов|использование терминов)",
    "zh": r"定义|用语|术语",
    "ar": r"تعاريف|التعاريف|المصطلحات|تعريفات",
}
"""Headings of the provision that says what words mean."""

_OF_THIS = {
    "en": r"(?: of (?:this|the(?: present)?) (?:convention|agreement|protocol|treaty|charter))?",
    "fr": r"(?: (?:de la|du) (?:présente? )?(?:convention|accord|protocole|traité|charte)"
          r"| de l[’']accord)?",
    "es": r"(?: (?:de la|del|de el) (?:presente )?(?:convención|convenio|acuerdo|protocolo|tratado|carta))?",
    "ru": r"(?: (?:настоящ\w+ )?(?:конвенции|соглашения|протокола|договора|устава))?",
}  # fmt: skip

PURPOSE_HEADINGS: dict[str, str] = {
    "en": r"^\W*(?:(?:statement|declaration) of )?(?:general |overall |main )?"
          r"(?:purposes?|objectives?|aims?|objects?)"
          r"(?:(?: and |, )(?:purposes?|objectives?|aims?|objects?|scope|principles))*"
          + _OF_THIS["en"] + r"\W*$",
    "fr": r"^\W*(?:(?:énoncé|déclaration) (?:de l[’']|d[’']|des |du ))?"
          r"(?:objets?|objectifs?|buts?|finalités?)(?: général| généraux)?"
          r"(?: et (?:objets?|objectifs?|buts?|champ d[’']application|principes))?"
          + _OF_THIS["fr"] + r"\W*$",
    "es": r"^\W*(?:objetos?|objetivos?|finalidad(?:es)?|propósitos?|fines)(?: general(?:es)?)?"
          r"(?: y (?:objetos?|objetivos?|finalidad|propósitos?|fines|ámbito de aplicación|principios))?"
          + _OF_THIS["es"] + r"\W*$",
    "ru": r"^\W*(?:общ(?:ая|ие) )?цел[ьи](?: и (?:задачи|сфера применения|принципы))?"
          + _OF_THIS["ru"] + r"\W*$",
    "zh": r"^\W*(?:本?(?:公约|协定|议定书|条约|宪章)的?)?(?:一般|总体)?(?:宗旨|目的|目标)"
          r"(?:(?:和|与|及)(?:范围|原则|目标|适用范围))?\W*$",
    "ar": r"^\W*(?:بيان )?(?:ال)?(?:غرض|أغراض|هدف|أهداف|غاية|غايات|مقصد|مقاصد)(?: العامة| العام)?"
          r"(?: (?:من )?هذ[اه] (?:ال)?(?:اتفاقية|اتفاق|بروتوكول|معاهدة))?(?: والنطاق| والمبادئ)?\W*$",
}  # fmt: skip
"""Headings of the provision that says what an instrument is for, whole: "Purpose of the request" is none."""

FINAL_CLAUSE_WORDS: dict[str, tuple[tuple[FinalClauseKind, str, str], ...]] = {
    "en": (
        ("consent", r"\b(?:signature|ratification|acceptance|accession|consent to be bound)\b",
         r"\b(?:be|is|remain) (?:also )?(?:open(?:ed)? (?:for|to) (?:signature|accession|acceptance)"
         r"|subject to (?:ratification|acceptance|approval|accession))"),
        ("entry_into_force", r"\b(?:entry|coming) into (?:force|effect)\b",
         r"(?<!to )\b(?:this|the(?: present)?) (?:convention|agreement|protocol|treaty|charter"
         r"|statute|instrument)"
         r" (?:shall|will) (?:enter|come) into (?:force|effect)"
         # a sentence of its own, and not "once this Convention enters into force"
         r"|(?<![^.;:)] )(?:this|the(?: present)?) (?:convention|agreement|protocol|treaty|charter"
         r"|statute|instrument) (?:enters|comes) into (?:force|effect)"),
        ("reservations", r"\breservations?\b",
         r"\breservations?\b.{0,80}\b(?:made|permitted|allowed|formulated|admitted|withdrawn"
         r"|incompatible)\b"
         r"|\b(?:make|formulate|enter|avail itself of)\b.{0,60}\breservations?\b"),
        ("amendment", r"\b(?:amendments?|revision|modification)\b",
         r"\bpropose\b.{0,60}\b(?:amendments?|revision)\b|\bamendments? to (?:this|the present)\b"
         r"|\bmay be amended\b"),
        ("withdrawal", r"\b(?:denunciation|withdrawal|termination)\b(?! of reservations)",
         r"\b(?:may|shall be free to) (?:at any time )?(?:denounce|withdraw from|terminate)\b"
         r"|\b(?:denunciation|withdrawal) (?:shall|will) (?:take|become) effect"),
        ("disputes", r"\bsettlement of disputes?\b|\bdispute settlement\b|\bdisputes?\b",
         r"\b(?:disputes?|differences?)\b.{0,90}\b(?:interpretation|application)\b"),
        ("depositary", r"\bdeposit(?:ar(?:y|ies)|ory|ories)\b",
         r"\bdesignated\b.{0,20}\bdeposit[ao]ry\b|\bshall be (?:the )?deposit[ao]ry\b"
         r"|\bdeposit[ao]ry (?:of|for) (?:this|the present)\b"),
        ("authentic_texts", r"\bauthentic texts?\b|\blanguages?\b",
         r"\bequally authentic\b|\btexts? (?:of which )?(?:are|is|being) (?:\w+ )?authentic\b"),
    ),
    "fr": (
        ("consent", r"\b(?:signature|ratification|acceptation|adhésion|consentement)\b",
         r"\bouverte?s? à (?:la signature|l[’']adhésion)"
         r"|\bprésente?\b.{0,60}\bsoumise?s? à (?:la )?(?:ratification|l[’']approbation|acceptation)"),
        ("entry_into_force", r"\bentrée en vigueur\b",
         r"\b(?:la présente convention|le présent accord|le présent protocole|le présent traité"
         r"|la présente charte)"
         r" entre(?:ra)? en vigueur"),
        ("reservations", r"\bréserves?\b",
         r"\bréserves?\b.{0,80}\b(?:formulée?s?|admise?s?|autorisée?s?|retirée?s?)\b"
         r"|n[’']admet ni réserves"),
        ("amendment", r"\b(?:amendements?|révision|modification)\b",
         r"\bproposer\b.{0,80}\bamendements?\b"),
        ("withdrawal", r"\b(?:dénonciation|retrait|extinction)\b",
         r"\bpeut (?:à tout moment )?(?:dénoncer|se retirer d)"),
        ("disputes", r"\b(?:règlement des )?(?:différends?|litiges)\b",
         r"\bdifférends?\b.{0,90}\b(?:interprétation|application)\b"),
        ("depositary", r"\bdépositaires?\b", r"\b(?:est|désigné) (?:le )?dépositaire\b"),
        ("authentic_texts", r"\btextes? (?:faisant foi|authentiques?)\b|\blangues\b",
         r"\b(?:font|feront|faisant) également foi\b"),
    ),
    "es": (
        ("consent", r"\b(?:firma|ratificación|aceptación|adhesión|consentimiento)\b",
         r"\babiert[oa]s? a la (?:firma|adhesión)"
         r"|\bpresente\b.{0,60}\bsujet[oa]s? a (?:la )?(?:ratificación|aprobación|aceptación)"),
        ("entry_into_force", r"\bentrada en vigor\b",
         r"\b(?:la presente convención|el presente (?:acuerdo|convenio|protocolo|tratado)"
         r"|la presente carta) entrará en vigor"),
        ("reservations", r"\breservas?\b",
         r"\breservas?\b.{0,80}\b(?:formular|formulada|permitid|autorizad|admit)|formular reservas"),
        ("amendment", r"\b(?:enmiendas?|revisión|modificación)\b", r"\bproponer\b.{0,80}\benmiendas?\b"),
        ("withdrawal", r"\b(?:denuncia|retiro|terminación)\b",
         r"\bpodrá denunciar\b|\bpodrá retirarse de"),
        ("disputes", r"\b(?:solución|arreglo) de (?:las )?controversias\b|\bcontroversias\b",
         r"\bcontroversias?\b.{0,90}\b(?:interpretación|aplicación)\b"),
        ("depositary", r"\bdepositari[oa]\b", r"\b(?:será|designado) (?:el |el/la )?depositari[oa]\b"),
        ("authentic_texts", r"\btextos? auténticos?\b|\bidiomas\b", r"\bigualmente auténticos\b"),
    ),
    "ru": (
        ("consent", r"\b(?:подписание|ратификация|принятие|присоединение|согласие на обязательность)\b",
         r"\bоткрыт[оа]? для (?:подписания|присоединения)|\bподлежит ратификации"),
        ("entry_into_force", r"\bвступление в силу\b",
         r"\bнастоящ(?:ее соглашение|ая конвенция|ий протокол|ий договор|ий устав) вступ(?:ает|ит) в силу"),
        ("reservations", r"\bоговорки?\b",
         r"\bоговорк\w+\b.{0,80}\b(?:не допускаются|допускаются|сделан\w+|разреш\w+)"),
        ("amendment", r"\bпоправк\w+\b|\bпересмотр\b",
         r"\bпредлагать\b.{0,80}\bпоправк\w+|\bпредложить поправк"),
        ("withdrawal", r"\b(?:денонсация|выход|прекращение действия)\b",
         r"\bможет\b.{0,120}\b(?:денонсировать|выйти из)\b"),
        ("disputes", r"\b(?:урегулирование|разрешение) споров\b|\bспоры\b",
         r"\bспор\w*\b.{0,90}\b(?:толкован|применен)\w+"),
        ("depositary", r"\bдепозитарий\b", r"\bдепозитарием\b.{0,80}\b(?:является|назначается)\b"),
        ("authentic_texts", r"\bаутентичные тексты\b|\bязыки\b",
         r"\bравно аутентичн\w+|\bявляются аутентичными"),
    ),
    "zh": (
        ("consent", r"签署|批准|核准|接受|加入",
         r"开放供.{0,20}(?:签署|加入)|须经.{0,12}(?:批准|核准)|应经.{0,20}(?:批准|核准)"),
        ("entry_into_force", r"生效",
         r"本(?:公约|协定|议定书|条约|宪章)(?:应|将|自|于).{0,60}(?:生效|发生效力)"),
        ("reservations", r"保留", r"不得作出.{0,6}保留|(?:作出|提出|撤回).{0,4}保留"),
        ("amendment", r"修正|修订|修改", r"提出.{0,12}修正"),
        ("withdrawal", r"退出|退约|废止", r"(?:退出|退约)本(?:公约|协定|议定书)|退出应自"),
        ("disputes", r"争端", r"(?:解释|适用).{0,12}争端"),
        ("depositary", r"保存人|保存者|保管人", r"为本.{0,20}(?:保存人|保存者|保管人)"),
        ("authentic_texts", r"作准文本|语文|有效文本", r"同等作准|同一作准|具有同等效力"),
    ),
    "ar": (
        ("consent", r"التوقيع|التصديق|القبول|الانضمام",
         r"باب التوقيع|يخضع .{0,30}للتصديق|تخضع .{0,30}للتصديق"),
        ("entry_into_force", r"بدء النفاذ|دخول .{0,12}حيز النفاذ",
         r"يبدأ نفاذ هذا|يبدأ نفاذ هذه|(?:يدخل|تدخل) هذ[اه] .{0,20}حيز النفاذ"),
        ("reservations", r"التحفظات|تحفظات", r"التحفظ على|إبداء .{0,12}تحفظ"),
        ("amendment", r"التعديل|التعديلات", r"يقترح .{0,80}تعديل"),
        ("withdrawal", r"الانسحاب|النقض", r"انسحابه|(?:تنسحب|ينسحب) من|نقض هذه"),
        ("disputes", r"تسوية المنازعات|المنازعات", r"(?:منازعة|نزاع|المنازعات).{0,60}(?:تفسير|تطبيق)"),
        ("depositary", r"الوديع", r"الوديع ل|وديع هذ"),
        ("authentic_texts", r"النصوص ذات الحجية|حجية النصوص|اللغات",
         r"متساوية في الحجية|متساوية .{0,12}الحجية"),
    ),
}  # fmt: skip

FURTHER_CLAUSE_KINDS = (
    "provisional_application", "territorial_application", "declarations", "regional_organizations",
)  # fmt: skip
"""Final clauses that often stand inside others, so that no signal of a comparison names them."""

FURTHER_CLAUSE_WORDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "en": (
        ("provisional_application", r"\bprovisional (?:application|entry into force)\b",
         r"\bprovisional application\b|\bappl(?:y|ied|ies)\b.{0,40}\bprovisionally\b"
         r"|\bprovisionally (?:appl|in force)"),
        ("territorial_application",
         r"\bterritorial (?:application|extent|scope|extension)\b|\bterritories\b",
         r"\bextend(?:ed)? to\b.{0,80}\bterritor|\bterritor(?:y|ies)\b.{0,60}\bto which this\b.{0,60}\bappl"
         r"|\binternational relations\b.{0,60}\bresponsible\b"
         r"|\bresponsible\b.{0,40}\binternational relations\b"
         r"|\bshall apply\b.{0,60}\bto the territor(?:y|ies)\b"),
        ("declarations", r"\bdeclarations?\b",
         r"\b(?:signing|signature|ratif\w+|accept\w+|acced\w+|accession|depositing)\b.{0,160}"
         r"\bdeclar(?:e|es|ation|ations)\b.{0,40}\b(?:that|or statements?|however)\b"),
        ("regional_organizations", r"\bregional (?:economic )?(?:integration )?organi[sz]ations?\b",
         r"\bregional (?:economic )?integration organi[sz]ations?\b"
         r"|\bregional (?:economic )?organi[sz]ations?\b.{0,120}\b(?:sign|ratif|acced|become|part(?:y"
         r"|ies) to)"),
    ),
    "fr": (
        ("provisional_application", r"\bapplication (?:à titre )?provisoire\b",
         r"\bappliqu\w+\b.{0,60}\bprovisoire(?:ment)?\b|\bapplication provisoire\b|\bà titre provisoire\b"),
        ("territorial_application", r"\bapplication territoriale\b", r"\bétend\w*\b.{0,80}\bterritoires?\b"),
        ("declarations", r"\bdéclarations?\b", r"\b(?:signature|ratif\w+"
                         r"|adhésion)\b.{0,160}\bdéclarations?\b"),
        ("regional_organizations", r"\borganisations? (?:régionales?|d[’']intégration)",
         r"\borganisations? (?:régionales? )?d[’']intégration"),
    ),
    "es": (
        ("provisional_application", r"\baplicación provisional\b",
         r"\baplica\w*\b.{0,60}\bprovisional(?:mente)?\b"),
        ("territorial_application", r"\baplicación territorial\b", r"\bextend\w+\b.{0,80}\bterritorios?\b"),
        ("declarations", r"\bdeclaraciones\b", r"\b(?:firma\w*|ratif\w+|adhesión)\b.{0,160}\bdeclaraci"),
        ("regional_organizations", r"\borganizaci(?:ón|ones) regional(?:es)?\b",
         r"\borganizaci(?:ón|ones) regional(?:es)? de integración"),
    ),
    "ru": (
        ("provisional_application", r"\bвременное применение\b", r"\bприменя\w+\b.{0,60}\bвременн\w+"),
        ("territorial_application", r"\bтерриториальное применение\b",
         r"\bраспростран\w+\b.{0,80}\bтерритори\w+"),
        ("declarations", r"\bзаявления\b|\bдекларации\b",
         r"\b(?:подписани\w+|ратификаци\w+)\b.{0,160}\bзаявлени\w+"),
        ("regional_organizations", r"\bрегиональн\w+ организаци",
         r"\bрегиональн\w+ организаци\w+ (?:экономической )?интеграции"),
    ),
    "zh": (
        ("provisional_application", r"临时适用", r"临时适用|暂时适用"),
        ("territorial_application", r"领土适用|适用领土", r"扩展.{0,20}领土|领土.{0,20}适用"),
        ("declarations", r"声明", r"(?:签署|批准|加入).{0,40}声明"),
        ("regional_organizations", r"区域.{0,6}一体化组织", r"区域.{0,6}一体化组织"),
    ),
    "ar": (
        ("provisional_application", r"التطبيق المؤقت", r"تطبيق.{0,30}مؤقت|بصفة مؤقتة"),
        ("territorial_application", r"التطبيق الإقليمي", r"تمديد.{0,60}(?:إقليم|أقاليم)"),
        ("declarations", r"الإعلانات|البيانات", r"(?:التوقيع|التصديق).{0,80}(?:إعلان|بيان)"),
        ("regional_organizations", r"منظمات التكامل", r"منظم\w{1,20} (?:إقليمية ل)?لتكامل"),
    ),
}  # fmt: skip
"""Rows as above; their words are looked for in every final clause, and in units without a heading."""

AUTHENTIC_ANYWHERE = (
    r"\bequally (?:authentic|authoritative|valid)\b|\bauthentic (?:texts?|versions?|languages?)\b"
    r"|\b(?:texts?|versions?|languages?|copies|originals)\b.{0,120}"
    r"\b(?:is|are|being|shall be) (?:\w+ )?(?:authentic|authoritative)\b"
    r"|\b(?:text|version)\b.{0,40}\bshall prevail\b"
)
"""Words by which English texts say which of their languages are authentic, under any heading."""

ALSO_SAID: dict[str, dict[str, str]] = {
    "en": {
        "consent": r"\b(?:be|is) approved by the\b|\bsubject to (?:ratification|approval)\b"
        r"|\bshall be (?:signed|ratified)\b",
        "entry_into_force": r"\bit (?:shall|will) (?:enter|come) into (?:force|effect)\b",
        "withdrawal": r"\bdenounce (?:this|the)\b|\bdenunciation (?:takes|shall take) effect\b"
        r"|\b(?:agreement|convention|treaty|protocol) (?:shall|will) cease to\b|\bmay be terminated\b"
        r"|\bterminate (?:this|the present) (?:agreement|convention|treaty|protocol)\b",
        "depositary": r"\b(?:be|is|as) (?:the )?deposit[ao]ry\b",
    },
    "fr": {
        "consent": r"\bser(?:a|ont) ratifiée?s?\b",
        "amendment": r"\bamendements? (?:à la|au) présent|\bpeut être (?:amendé|révisé|modifié)e?\b",
        "withdrawal": r"\bla dénonciation (?:prend|prendra) effet\b",
        "depositary": r"\bgouvernements? dépositaires?\b",
    },
    "es": {
        "consent": r"\bser(?:á|án) ratificad[oa]s?\b",
        "amendment": r"\b(?:enmiendas|reformas) (?:a la|al) presente"
        r"|\bpodrá ser (?:enmendad|modificad)[oa]\b",
        "withdrawal": r"\bla denuncia surtirá efecto\b",
        "depositary": r"\bgobiernos? depositarios?\b",
    },
    "ru": {
        "consent": r"\bподлежит ратификации\b",
        "amendment": r"\bпоправк\w+ к настоящ\w+|\bможет быть (?:изменен|пересмотрен)\w*",
        "withdrawal": r"\bденонсация вступает в силу\b",
        "depositary": r"\bправительств\w+-депозитари\w+",
    },
    "zh": {
        "consent": r"应(?:由|经).{0,30}批准",
        "amendment": r"本(?:公约|协定|议定书|条约|宪章)(?:之|的)?(?:各项)?修正",
        "withdrawal": r"(?:退出|退约)应?(?:在|于|自).{0,40}生效",
    },
    "ar": {
        "amendment": r"التعديلات (?:التي )?(?:\w+ )?(?:على|في) هذ",
        "withdrawal": r"(?:الانسحاب|النقض) نافذا",
    },
}  # fmt: skip
"""Further wordings of the kinds above, inside units that hold some final clause or have no heading."""

MUST_SAY: dict[str, str] = {
    "consent": r"\b(?:this|the present) (?:agreement|convention|treaty|protocol|charter|statute|instrument"
    r"|covenant)\b|\bopen(?:ed)? (?:also )?(?:for|to) (?:signature|accession)"
    r"|\b(?:the|it|\]) ?(?:agreement |convention |treaty |protocol |instrument )?(?:shall be|is) subject to",
    "reservations": r"\bno reservations?\b"
    r"|\breservations?\b[^.]{0,120}\b(?:made|formulated|admitted|permitted|allowed)\b"
    r"|\b(?:make|formulate|enter|sign\w*|ratif\w+)\b[^.]{0,160}\breservations?\b"
    r"|\breservations? (?:to|in respect of|concerning|under) (?:this|articles?|annex)",
    "amendment": r"\bamend\w*[^.]{0,80}\b(?:this|the(?: present)?) (?:agreement|convention|treaty"
    r"|protocol|charter|statute)\b"
    r"|\b(?:agreement|convention|treaty|protocol|charter|statute)\b[^.]{0,60}\bamend\w*"
    r"|\bpropos\w+[^.]{0,60}\bamend\w*|\bamendments?\b[^.]{0,160}\b(?:adopted|enter|come"
    r"|approv\w+)\b"
    r"|\b(?:revis|modif)\w+ (?:of |to )?(?:this|the present)\b",
    "withdrawal": r"\bdenounc\w+|\bdenunciation\b|\bwithdraw\w* from\b"
    r"|\b(?:agreement|convention|treaty|protocol) (?:shall|will) cease to\b"
    r"|\bterminat\w+ (?:of )?(?:this|the(?: present)?) (?:agreement|convention|treaty|protocol)\b"
    r"|\b(?:agreement|convention|treaty|protocol)\b[^.]{0,80}\bterminat\w+"
    r"|\bwithdrawal (?:shall|will|takes?)\b",
    "authentic_texts": r"\bauthentic\b|\bauthoritative\b|\bequally valid\b|\bdrawn up in\b|\bprevail\b"
    r"|\blanguages? of (?:this|the) (?:agreement|convention|treaty|protocol)\b",
}
"""What a unit under the heading of a kind must say in English to be of it: the termination of proceedings,
the languages of submissions and the reservations of schedules are none."""
