"""Chinese drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, HeadingForm
from treatydiff.language.words.printed.bodies import BODY_OPENERS
from treatydiff.language.words.rule_words import rule_words
from treatydiff.model import ProvisionKind
from treatydiff.patterns import pattern_of

_NUMERAL = r"[零〇一二三四五六七八九十百两]+|\d+"
_STEPS = r"(?:\d{1,3}|[A-Z]{1,3})(?:[.\-–](?:\d{1,3}|[A-Z]{1,2})){1,3}"
"""Numbers in steps, as trade agreements have them: 第20.1条, 第QQ.A.1条."""
_NUMBER = rf"{_STEPS}|(?:{_NUMERAL})\s?[A-Za-z]?|[XYZ]{{1,3}}|[A-Z]"
_AGAIN = r"之\s*[一二三四五六七八九十]+|(?:bis|ter|quater)(?![^\W\d_])"
_WORDS: tuple[tuple[ProvisionKind, str], ...] = (
    ("article", "条"),
    ("part", "部分"),
    ("title", "编"),
    ("chapter", "章"),
    ("subsection", "分节|小节"),
    ("section", "节"),
)


_GLUED = (
    r"(?<=[一二三四五六七八九十])(?=[\u4e00-\u9fff])"
    r"(?![一二三四五六七八九十百年般些样起切致定者所的中内规和与及或应款])"
)
"""Where a title follows a numeral without a space; signs that make a reference or another word do not."""


def _heading_forms() -> tuple[HeadingForm, ...]:
    """第…条 and its kin; an annex is 附件 with or without a numeral, but not in 附件的 or 附件中.

    Behind the numeral of an annex its title may follow without a space (附件一水井清单).
    """
    numbered = tuple(
        HeadingForm(
            kind,
            pattern_of(
                rf"第\s*+(?:[\[［]\s*+)?(?P<number>(?:{_NUMBER})(?:\s*(?:{_AGAIN}))?)"
                rf"\s*+(?:[\]］]\s*+)?(?:{word})"
                rf"(?:\s*(?P<suffix>{_AGAIN}))?(?P<rest>.*)",
                re.S,
            ),
        )
        for kind, word in _WORDS
    )
    annex = HeadingForm(
        "annex",
        pattern_of(
            rf"(?:附件|附录)\s*(?P<number>(?:{_NUMERAL}|[IVX]+|[A-Z])(?:(?![\w年])|{_GLUED}))(?P<rest>.*)",
            re.S,
        ),
    )
    lone = HeadingForm("annex", pattern_of(r"(?:附件|附录)(?P<number>)(?=\s*(?:$|[:：—]))(?P<rest>.*)", re.S))
    word = rule_words("zh")
    rules = HeadingForm(
        "rule",
        pattern_of(
            rf"(?:(?P<word>{word})\s*(?P<number>(?:{_NUMERAL}|[A-Z]\.\d+|[IVX]+)(?:\.\d+)*)(?![\w年])|"
            rf"第\s*(?P<ordinal>{_NUMERAL})\s*(?:项\s?|条)(?P<last>{word})(?=\W|$))(?P<rest>.*)",
            re.S,
        ),
    )
    return (rules, *numbered, annex, lone)


GRAMMAR = Grammar(
    code="zh",
    headings=_heading_forms(),
    preamble=pattern_of(r"(?:序\s*言|前\s*言|序\s*文)(?!部分|中|所)\s*+[:：]?\s*+"),
    preamble_opener=pattern_of(
        rf"\s*+(?:{BODY_OPENERS['zh']}|"
        r"(?:本|各)(?:公约|协定|议定书|条约|宪章)?(?:各)?缔约(?:国|方)|各?缔约(?:各|双)?(?:国|方)|.{0,12}缔约(?:国|方)[，,:：]|"
        r"我们?.{0,10}人民|.{0,20}政府.{0,40}[，,]|.{0,8}缔约方会议[，,]|大会[，,]|各成员国)"
    ),
    preamble_closer=pattern_of(
        r"\s*(?:兹?(?:议定|协议|商定|协定|决定)(?:条款)?如下|达成协议如下|达成如下协议).{0,20}$", re.S
    ),
    recital_opener=pattern_of(
        r"\s*(?:回顾|强调|确认|认识到|深知|意识到|铭记|考虑到|注意到|承认|希望|决心|渴望|愿|致力于|深信|相信|"
        r"关切|重申|鉴于|有鉴于|尊重|念及|力求|申明|又|还|并|欲|认为)"
    ),
    closing_opener=pattern_of(
        r"\s*(?:为此[，,]?\s*(?:下列|以下|下开)|为此.{0,20}代表.{0,12}(?:签字|签署|署名)|下列.{0,12}代表.{0,30}(?:签|署)|.{0,12}年.{0,12}订于)"
    ),
    instrument_title=pattern_of(
        r"(?:[A-Z一二三四五六七八九十]+[.、]\s*)?(?:.{0,40}(?:协定|公约|决定|议定书|条约|决议|宣言)草案.{0,20}|最后文件.{0,40})$",
        re.S,
    ),
    instrument_name=pattern_of(
        r"(?:条约|公约|协定|议定书|规约|宪章|盟约|宣言|决议|原则|准则|规章|规则|决定|章程|条例|安排|备忘录|框架)"
    ),
    option=pattern_of(
        r"[\[［【(（{]*\s*(?P<label>(?:备选案文|备选方案|备选|选项|方案)\s*(?P<number>\d{1,3}|[一二三四五六七八九十]+|[A-Z]|[甲乙丙丁]))"
        r"(?P<rest>\s*(?:$|[:：.。\]］】)）}–—-].*|[\[［【(（{].*))",
        re.S,
    ),
    placeholder=pattern_of(r"\W*(?:删除|已删除|保留|待拟订|待定|移至.{0,30}|并入.{0,30}|无案文)\W*$", re.S),
    reference_follower=pattern_of(
        r"\s*(?:[，,；;、]|的|和|或|至|第|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|所|规定|中|之|不|应|款)"
    ),
    reference_word=pattern_of(r"(?:第|条|款|项|和|或|至|在|与|及|据|按照|依照|根据)\s*$"),
    function_words=frozenset(("的", "和", "在", "应", "或", "及", "为", "其")),
    joins_without_space=True,
)
