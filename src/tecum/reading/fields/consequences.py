"""What a demand says will follow if it is not obeyed, in its own words (READING 12).

Three things make such a sentence: that somebody does not obey, what may then be done to him,
or a word that is used of nothing else ("subject you to", "fail not at your peril").
"""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["read_consequences"]

_CONSEQUENCE = re.compile(
    r"(?P<quote>(?:(?:your |any |a |the )?(?:failure|refusal"
    r"|neglect)\b[^.;\n]{0,60}(?:\n[^.;\n]{0,90})?\b(?:may|will|shall|is|could|can"
    r"|subjects?)\b[^.]{0,160}"
    r"|\bif (?:you|the \w{3,14}|it|they) (?:fails?|neglects?|refuses?|do(?:es)? not)\b[^.]{0,200}"
    r"|\bif (?:nothing|no (?:answer|reply|response))\b[^.;]{0,60}"
    r"\b(?:will|shall|may|must)\b[^.;]{0,80}"
    r"|\bfailing (?:this|which|that)\b[^.;]{0,90}"
    r"|\bmay (?:presume|assume|conclude|infer) that\b[^.;]{0,90}"
    r"|\b(?:treat|take|regard) (?:your )?(?:silence|no (?:answer|reply)) as\b[^.;]{0,60}"
    r"|\b(?:matter|case|file) (?:will|may|shall) be (?:referred|reported|turned over"
    r"|forwarded) to\b[^.;]{0,40}"
    r"\b(?:counsel|attorney|prosecut\w{2,3}|court|enforcement|general|authorit\w{1,3})\b"
    r"|\bcommits an? (?:\w{3,12} )?(?:offen[cs]e|crime|misdemeanou?r)\b[^.;]{0,40}"
    r"|\b(?:is |are |be )?punish(?:able|ed|ment)\b[^.]{0,100}\bcontempt\b"
    r"|\bcontempt of (?:this )?court\b"
    r"|\bfail not at your peril\b|\bmay be (?:subpoenaed|held in contempt|fined"
    r"|withheld|suspended|terminated)\b[^.]{0,120}"
    r"|\bunder penalty of (?:contempt|law|fine)\b[^.]{0,60}"
    r"|\b(?:payments?|reimbursements?|draw-?downs?|funds?|funding"
    r"|grants?)\b[^.;\n]{0,60}\b(?:stop|withheld"
    r"|suspended|terminated|withholding|suspension)\b[^.]{0,80}"
    r"|\b(?:may|will|could) (?:ask|petition|request|apply to|seek"
    r"|refer)\b(?:[^.\n]|U\.S\.){0,60}(?:\n[^.\n]{0,60})?\b(?:court|enforcement|subpoena|attorney"
    r"|judge|inspector general)\b[^.]{0,80}"
    r"|\b(?:non-?compliance|failing to (?:comply|respond|produce))\b[^.]{0,160}"
    r"|\b(?:civil|criminal) (?:penalt(?:y|ies)|fines?)\b[^.]{0,80}"
    r"|\ba matter for the\b[^.]{0,60}\bcourt\b[^.]{0,40}"
    r"|\b(?:bajo|so) (?:pena|apercibimiento)\b[^.]{0,80}|\bas a contempt\b"
    r"|\bpenalty of (?:a )?fine\b"
    r"|\bwill result in\b[^.]{0,100}))",
    re.IGNORECASE,
)
_SANCTION = (
    r"(?:contempt|penalt(?:y|ies)|fine[ds]?|sanction\w{0,3}|punish\w{0,5}|imprison\w{0,4}|jail"
    r"|misdemeanou?r|felony|crime|offen[cs]e|forfeit\w{0,4}|liable|liability|disciplin\w{0,5}"
    r"|arrest\w{0,2}|enforce\w{0,4}|compel\w{0,4}|legal action|court order|default|adverse"
    r"|suspen\w{0,5}|revo\w{0,7}|terminat\w{0,4}|withh\w{0,6}|den(?:y|ied|ial)|disallow\w{0,4}"
    r"|recoup\w{0,4}|dealt with|obstruct\w{0,4}|district courts?|superior court|circuit court"
    r"|attorney general|unsuitable|multas?|desacato|sanci\w{0,7}|tribunal)"
)
_DISOBEYS = (
    r"(?:fail(?:s|ed|ing|ures?)?|refus(?:e[sd]?|ing|al)|neglect(?:s|ed|ing)?"
    r"|disobe(?:ys?|yed|ying|dience)"
    r"|non-?compliance|(?:does|do|did) not (?:comply|obey|appear|respond|answer|produce|cooperate)"
    r"|unless you|violat(?:e[sd]?|ing|ions?|ors?)|breach|false|destr(?:oy|uction)\w{0,4}"
    r"|incumpl\w{1,9}"
    r"|de no \w{3,12})"
)
_DISOBEDIENCE = re.compile(
    rf"(?P<quote>\b{_DISOBEYS}\b(?:[^.;]|\.(?=\S)|(?<=U\.S)\."
    rf"|(?<=U\.S\.C)\.){{0,220}}?\b{_SANCTION}\b"
    r"[^.;\n]{0,60})",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?P<quote>\bfail not\b[^.\n]{0,40}"
    r"|\b(?:will|shall|may|could|can) (?:be )?(?:subject(?:ed)?|render|expose) (?:you|a person"
    r"|anyone|it"
    r"|him|the \w{3,14})?[^.;]{0,90}"
    r"|\b(?:may|will|shall|can) be (?:deemed|treated as|considered|held|found|adjudged)"
    r"(?: to be)?(?: guilty)?(?: of| in)?(?: an?)? (?:contempt|refusal|waiver|default|admission"
    r"|violation|non-?compliance)\b[^.;]{0,60}"
    r"|\b(?:subpoena|summons|order|demand|request|directive|citation|may|will|can)\b[^.;\n]{0,20}"
    r"\b(?:is|be) (?:judicially )?(?:enforced|enforceable)\b[^.;]{0,80}"
    r"|\b(?:may|will|shall|can|could) (?:\w{2,12} ){0,2}be (?:fined|imprisoned|punished|arrested"
    r"|prosecuted|disciplined|dealt with|attached)\b[^.;]{0,90}"
    r"|\bsubject to (?:an? |the |any )?(?:civil |criminal |monetary |administrative |court )?"
    r"(?:penalt(?:y|ies)|fines?|sanctions?|forfeiture|contempt|disciplin\w{1,6}|prosecution|arrest"
    r"|enforcement|suspension|revocation|imprisonment)\b[^.;]{0,80}"
    r"|\b(?:a )?(?:bench )?warrant (?:for|of) (?:your |the "
    r"|his )?(?:\w{3,12} )?arrest\b[^.;]{0,20}"
    r"\b(?:may|will|shall) (?:be )?issue\w{0,1}\b"
    r"|\badverse inference\b[^.;]{0,60}|\bcourt may infer\b[^.;]{0,90}"
    r"|\bsanctions for\b[^.;]{0,60}"
    r"|\bgrounds? for (?:discipline|disciplinary|suspension|revocation|denial|termination"
    r"|dismissal"
    r"|sanctions|default)\b[^.;]{0,60}"
    r"|\b(?:may|might|would|will) (?:itself )?violate (?:\d{1,2} U|sections? \d|§)[^;\n]{0,80}"
    r"|\b(?:place|put) a hold on\b[^.;]{0,80}|\bnotice of intent to (?:withdraw|revoke|suspend"
    r"|deny|fine)"
    r"\b[^.;]{0,60}|\b(?:claims?|application|payment|benefits|licen[cs]e|permit|registration"
    r"|charter)"
    r"\b[^.;\n]{0,30}\b(?:may|will|shall|can) be (?:denied|revoked|suspended|cancel\w{2,4}"
    r"|closed|reduced"
    r"|recouped|disallowed|rejected|dismissed|withdrawn)\b[^.;]{0,80}"
    r"|\b(?:we|i|this office|the \w{3,14}|counsel) (?:will|may|shall|intends? to"
    r"|reserves? the right to) "
    r"(?:\w{3,14} ){0,3}(?:move|sue|file|seek|pursue|bring|commence|take|apply|institute"
    r"|refer)\b[^.;]{0,50}"
    r"\b(?:compel|court|suit|legal action|sanctions|relief|remed(?:y|ies)|fees|enforcement"
    r"|prosecution"
    r"|contempt|complaint|damages|injunction|judge)\b[^.;]{0,60}"
    r"|\b(?:podr[áa] (?:acudir|recurrir|imponer\w{0,3})|se (?:le )?impondr[áa]\w{0,2}"
    r"|ser[áa] sancionad[oa]"
    r"|incurrir[áa]\w{0,1} en|so pena de|bajo (?:pena|apercibimiento) de"
    r"|con apercibimiento)\b[^.;]{0,90})",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?P<quote>(?<!you )\b(?:may|will|shall|can|could|might) (?:\w{3,12} )?(?:withhold|hold back"
    r"|disallow"
    r"|stop|freeze|suspend|revoke|cancel|recoup) (?:the |any |all |your |this |further "
    r"|future )*(?:\w{3,10} ){0,2}?"
    r"(?:payments?|draws?|draw-?downs?|funds?|funding|costs?|awards?|reimbursements?|grants?"
    r"|benefits?"
    r"|services?|account|licen[cs]e|permit|registration|certificate)\b[^.;]{0,60}"
    r"|(?<!you )\b(?:may|will|can|could|might) (?:\w{3,12} )?(?:obtain|issue|serve|seek"
    r"|apply for) (?:an? )"
    r"(?:\w{3,14} )?(?:subpoena|warrant|summons|court order)s?\b[^.;]{0,60}"
    r"|\bmay hold (?:you |him |the witness )?in contempt\b[^.;]{0,80}"
    r"|\b(?:may|will|can) be (?:requested|asked|petitioned) to (?:report|order|compel|enforce"
    r"|adjudge|punish)"
    r"\b[^.;]{0,80}"
    r"|\binvoke the aid of (?:any|the|an?)\b[^.;]{0,30}\bcourt\b(?:[^.;]|\.(?=\S)){0,60}"
    r"|\b(?:may|will|can|could) (?:be asked to )?(?:infer that|draw (?:the"
    r"|an) (?:adverse )?inference)\b"
    r"[^.;]{0,80}|\binstruction on spoliation\b|\bshow cause why\b[^.;]{0,80}"
    r"|\ban order to show cause\b"
    r"|\bliquidated damages (?:of|at|in|computed|for)\b[^.;]{0,80}"
    r"|\ba (?:civil |daily )?(?:fine|penalty) of (?:up to |not (?:more|less) than |at least )?"
    r"(?:\$\s?\d|\d{1,3} percent)[^.;]{0,40}"
    r"|\bforfeits? (?:the|its|their|your|all) (?:rights?|charter|licen[cs]e|privileges?"
    r"|claims?)\b[^.;]{0,80}"
    r"|\bsuspension of (?:the|your|this) (?:award|payments?|licen[cs]e|permit|grant)\b[^.;]{0,40}"
    r"|\b(?:debarment|desacato)\b|\bthe use of compulsory process\b)",
    re.IGNORECASE,
)
"""What is done to who does not obey, in words that are used of little else."""
_MOST = 5


def read_consequences(paper: Paper) -> tuple[Read[str], ...]:
    """What the document says happens if it is not obeyed, as it says it."""
    found = sorted(
        (
            match.span("quote")
            for pattern in (_CONSEQUENCE, _DISOBEDIENCE, _SAID, _FOLLOWS)
            for match in paper.find(pattern)
        ),
        key=lambda span: (span[0], -span[1]),
    )
    out: list[Read[str]] = []
    ends = 0
    for start, end in found:
        if start < ends or len(out) == _MOST:
            continue
        ends = end
        quote = " ".join(paper.words[start:end].split())
        out.append(paper.read(quote, paper.spans(start, end), "terms.consequence/1", Band.LIKELY))
    return tuple(out)
