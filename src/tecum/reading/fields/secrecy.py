"""Whether a demand is to be kept quiet: ordered, asked for, or not at all (READING 12).

What must not be told is that the demand is there: "this subpoena", "to the subscriber", "that
the bureau has asked". What parties may do with the records that one of them gives to the other
is the business of a protective order and binds nobody to silence about the demand.
"""

from __future__ import annotations

import re
from itertools import chain

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.reading.result import CheckBox
from tecum.reading.text.matching import spaced
from tecum.words import Band, CheckState, Conduct, Nondisclosure

__all__ = ["read_nondisclosure"]

_PAPER = (
    r"(?:subpoena|order|request|warrant|demand|letter|summons|application|investigation|inquiry"
    r"|process|preservation|message|notice|certificate|matter|writ|search)"
)
_TOLD = (
    r"(?:customers?|subscribers?|users?|account\s?holders?|targets?|persons?|individuals?|suspects?"
    r"|subjects?|members?|borrowers?|depositors?|patients?|tenants?|owners?|employees?|parents?"
    r"|clients?|anyone|anybody|third\spart(?:y|ies)|(?:person|individual)s?\swhose)"
)
_OF_ITSELF = (
    rf"(?:existence|contents?|fact|this|such|it|that\s(?:the|this|we|it|fincen|any)"
    rf"|(?:the\s|any\s|an?\s)?(?:\w{{3,14}}\s)?{_PAPER}"
    rf"|(?:to\s)?(?:the\s|any\s|an?\s|its\s|your\s|their\s)?(?:\w{{3,12}}\s)?{_TOLD})\b"
)
"""What must not be told: that the paper is there, or to whom it must not be told."""
_TELL = (
    r"(?:notify\w*|inform(?:ing)?|tell(?:ing)?|told|advis(?:e|ing)|alert(?:ing)?|notified|informed)"
)
_REVEAL = (
    r"(?:disclos(?:e|ing|ed|ure)|reveal(?:ing|ed)?|divulg(?:e|ing|ed)|discuss(?:ing|ed)?"
    r"|speak(?:ing)?\s(?:of|about)|mention(?:ing|ed)?|shar(?:e|ing|ed)|publish(?:ing)?)"
)
_KNOWN = (
    rf"mak(?:e|ing)\s(?:{_OF_ITSELF}[^.]{{0,40}}?\s(?:known|public)\b|(?:known|public)\s{_OF_ITSELF})"
    r"[^.]{0,60}"
)
_QUIET = rf"(?:{_TELL}\b[^.]{{0,80}}|{_REVEAL}\b[^.]{{0,60}}?\b{_OF_ITSELF}[^.]{{0,60}}|{_KNOWN})"
_BOUND = (
    r"(?:(?:shall|must|may)\s(?:not|never)|(?:shall|must)\srefrain\sfrom|(?:is|are|be)(?:,?\s"
    r"(?:hereby|therefore|thus|further|also|\w{4,14}ly),?)?\s(?:prohibited|barred|enjoined"
    r"|forbidden"
    r"|ordered\snot|directed\snot|commanded\snot|not)(?:\s(?:from|to))?"
    r"|do\snot\shave\spermission\sto)"
)
_ORDERED = spaced(
    rf"(?P<quote>\b{_BOUND}\b[^.]{{0,40}}?\b{_QUIET}"
    rf"|\bneither\b[^.]{{0,90}}\b(?:shall|may|must)\b[^.]{{0,30}}?\b{_QUIET}"
    rf"|\bno\s(?:officer|person|employee|agent|one|institution|provider|bank|company|recipient)\b"
    rf"[^.]{{0,90}}\b(?:shall|may|must)\b[^.]{{0,30}}?\b{_QUIET}"
    r"|\b(?:shall|must)\stell\s(?:no\s?(?:one|body)|nobody)\b[^.]{0,60}"
    rf"|\b(?:prohibits?|forbids?|bars?)\b[^.]{{0,90}}?\b{_QUIET}"
    rf"|\bprohibits?\sdisclosure\b[^.]{{0,60}}"
    rf"|\b(?:shall|must)\s(?:keep|hold|maintain"
    rf"|treat)\s(?:(?:the\sexistence\sof\s)?this\s(?:\w{{3,12}}\s)?"
    rf"{_PAPER}|the\s(?:existence|fact)\b[^.]{{0,50}}?)\s(?:\w{{2,12}}\s)?(?:confidential|secret"
    r"|in\sconfidence|under\sseal)\b[^.]{0,40}"
    rf"|\b(?:{_REVEAL}|reveals|discloses|divulges)\s(?:of\s)?(?:the\s(?:existence|fact|contents?)|this)\b[^.]{{0,60}}?"
    r"\b(?:is|are|constitutes|commits|(?:may|shall|will)\sbe)\s(?:\w{1,12}\s){0,3}?"
    r"(?:crime|criminal|offen[cs]e|felony|misdemeanou?r|unlawful|prohibited|forbidden|punish\w{2,4}|contempt)\b"
    r"|\badmonished\b[^.]{0,120}?\b(?:secret|confidential|not\sto\s(?:disclose|reveal|discuss))\b"
    r"[^.]{0,80}"
    r"|\bnon-?disclosure\s(?:order|requirement)\b[^.]{0,60}|\border(?:s|ed)?\s(?:of\s"
    r"|for\s)?non-?disclosure\b|\b2705\s?\(b\)[^.]{0,40}|\bgag\sorder\b)",
    re.IGNORECASE,
)
_REQUESTED = spaced(
    rf"(?P<quote>\b(?:(?:please|kindly)\s(?:do\s)?not\s|do\snot\s|don['’]t\s"
    rf"|(?:requested|asked)(?:,[^.,]{{1,30}},)?\snot\sto\s|(?:requests?|requested|asks?|asked)\s"
    rf"(?:that\s)?(?:(?:you|the\s\w{{3,14}}|it|your\s\w{{3,14}})\s)(?:do\s|will\s"
    rf"|should\s)?not\s(?:to\s|be\s)?"
    rf"|refrain\sfrom\s|(?:appreciate|help|helpful|grateful"
    rf"|obliged)\b[^.]{{0,30}}\bif\s[^.]{{1,30}}?\s"
    r"(?:do|did|would|will|could)\snot\s)"
    rf"(?:[^.]{{0,40}}?\b)?(?:{_TELL}|{_REVEAL})\b[^.]{{0,80}}"
    rf"|\bwithout\s(?:first\s)?(?:telling|notifying|informing|alerting|advising)\s(?:the|any|your"
    rf"|its"
    rf"|his|her|their)\s(?:\w{{3,12}}\s)?{_TOLD}\b[^.]{{0,40}}"
    r"|\b(?:keep|if\syou\skept|treat|hold|maintain)\b[^.]{0,50}\b(?:confidential"
    r"|in\sconfidence|to\syoursel(?:f|ves)|between\sus|to\s(?:it|them)sel(?:f|ves)|secret|quiet)\b[^.]{0,40}"
    rf"|\b(?:asks?|asked|requests?|requested)\sthat\s[^.]{{3,60}}?\snot\sbe\s{_TELL}\b[^.]{{0,60}}"
    rf"|\b(?:asks?|asked|requests?|requested)\sthat\s(?:the\s(?:existence|fact)|this)\b[^.]{{0,60}}?\snot\sbe\s{_REVEAL}\b[^.]{{0,60}}"
    rf"|\b(?:this\s(?:\w{{3,12}}\s)?{_PAPER}|the\s(?:existence|fact))\b[^.]{{0,60}}?\sshould\snot\sbe\s{_REVEAL}\b[^.]{{0,60}}"
    rf"|\bdo\snot\s(?:contact|approach|speak\s(?:to|with)|talk\s(?:to|with))\s[^.]{{3,40}}?\sabout\s(?:this|the)\s{_PAPER}\b"
    r"|\bnon-?disclosure\s(?:of\s[^.]{1,40}?\s)?is\s(?:\w{4,14}\s)?requested\b[^.]{0,40}"
    r"|\byour\sdiscretion\s[^.]{0,20}\b(?:appreciated|requested)\b|\bdiscreetly\b"
    rf"|\bif\s(?:you|the\s\w{{3,14}}|your\s\w{{3,14}})\s(?:did|do|does|would|could)\snot\s(?:\w{{2,10}}\s)?"
    rf"(?:talk|speak|say\sanything|let\s[^.]{{3,40}}?\sknow|{_TELL}|{_REVEAL})\b[^.]{{0,60}}"
    r"|\bif\s(?:nobody|no\s?one)\s(?:tells?|told|inform(?:s|ed)|mention(?:s|ed)|speaks?|spoke|says?|said)\b"
    r"[^.]{0,60}"
    r"|\b(?:please|kindly)\s(?:\w{2,10}\s)?(?:(?:tell|show)\s(?:no\s?one|nobody)"
    r"|(?:share|discuss)\s(?:(?:it|this|them|these|that|the\s\w{3,14})\s)?with\s(?:no\s?one|nobody)"
    r"|(?:say|mention|speak)\s(?:nothing\s(?:of|about|to)|of\s(?:it|this)\s(?:to|with)\s(?:no\s?one"
    r"|nobody)))\b[^.]{0,50}"
    r"|\b(?:please|kindly)\s(?:be\sdiscreet|use\sdiscretion)\b"
    r"|\b(?:told|notified|informed)\b[^.]{0,60}\b(?:requested|asked)\sthat\s(?:they|he|she)\snot\sbe\b"
    rf"|\bwithout\sletting\s[^.]{{3,40}}?\sknow\b[^.]{{0,30}}|\bnot\sa\sword\sto\b[^.]{{0,40}}"
    r"|\bdisclosure\s(?:of\sthis|could"
    r"|may|would)\b[^.]{0,40}\b(?:impede|interfere|jeopardi[sz]e|obstruct"
    r"|compromise)[^.]{0,40})",
    re.IGNORECASE,
)
_TELL_ES = (
    r"(?:inform|revel|divulg|comuni[cq]|notifi[cq]|avis|advert|alert|adviert)\w{0,8}\s(?:[^.]{0,30}?\s)?"
    r"(?:al?|la\sexistencia|el\scontenido|est[ea]|nadie|terceros)\b"
)
"""To tell somebody, or that this paper is there ("informar a la persona", "revelar esta orden")."""
_ORDERED_ES = spaced(
    r"(?P<quote>\b(?:no\s(?:podr[áa]n?|deber[áa]n?|se\s(?:podr[áa]|deber[áa]))|deber[áa]n?\sabstenerse\sde"
    r"|se\sabstendr[áa]n?\sde|(?:queda|est[áa])n?\sprohibid[oa]\w?|se\s(?:le\s)?proh[íi]be|se\s(?:le\s)?ordena\s"
    rf"(?:que\s)?no)\s(?:(?:usted(?:es)?|se|les?)\s){{0,3}}{_TELL_ES}\b[^.]{{0,80}}"
    r"|\bdeber[áa]n?\s(?:mantener|guardar)(?:se)?\b[^.]{0,50}\b(?:confidencial\w{0,4}|reserva(?:d[oa])?|secreto)\b)",
    re.IGNORECASE,
)
_REQUESTED_ES = spaced(
    r"(?P<quote>\b(?:se\s(?:le\s)?(?:pide|solicita|ruega|agradecer[áa])|(?:les?\s)?(?:pedimos|solicitamos|rogamos"
    r"|pido|ruego|solicito|agradecer[ée](?:mos)?)|favor\sde|s[íi]rvan?se)\b[^.]{0,60}?\b"
    rf"(?:(?:se\s)?abst(?:enga|ener)\w{{0,3}}\sde|que\sno|no)\s(?:(?:se|l[eo]s?|las?)\s){{0,2}}{_TELL_ES}\b[^.]{{0,80}}"
    r"|\b(?:mantenga|guarde|mant[ée]ngase|trate)n?\b[^.]{0,50}\b(?:confidencial\w{0,4}|reserva(?:d[oa])?|secreto)\b)",
    re.IGNORECASE,
)
"""The same in Spanish: that the recipient must not tell, and that he is asked not to."""
_RULE_TEXT = re.compile(
    r"\b(?:grand jury secrecy|not required to keep|no (?:obligation|requirement) of secrecy)\b",
    re.IGNORECASE,
)
_OF_RECORDS = spaced(
    r"\b(?:materials?|information|documents?|records?|discovery|testimony|transcripts?|data"
    r"|source\scode"
    r"|items?|copies|contents?\sof\sthe)\b"
    r"(?!\s(?:about|regarding|concerning|on|that\s(?:would|could|may))\b"
    r"|\srelat\w{2,4}\sto\s(?:this|the\s"
    r"existence))",
    re.IGNORECASE,
)
"""What is given, not that it was asked for."""
_SOUGHT = spaced(
    r"\bthat\s(?:the\s)?(?:\w{2,20}\s){1,4}(?:has|have|had)\s(?:sought|asked|requested|obtained"
    r"|demanded)\b",
    re.IGNORECASE,
)
"""That somebody has sought records (18 U.S.C. 2709(c), 3414): the demand, not what is given."""
_BETWEEN_PARTIES = spaced(
    r"\b(?:parties|counsel|attorneys?|experts?|plaintiffs?|defendants?|petitioners?"
    r"|receiving\sparty"
    r"|opposing\sparty|persons?\s(?:receiving|who\sreceives?))\b[^.]{0,90}$",
    re.IGNORECASE,
)
_NOT_THERE = spaced(
    r"\b(?:no|not|without|absent|unless|if)\b[^.]{0,50}$"
    r"|\b(?:may|will|intends?\sto|can|could|would)\s(?:\w{2,12}\s)?(?:seek|apply|ask|move|request"
    r"|obtain)"
    r"\b[^.]{0,40}$",
    re.IGNORECASE,
)
"""An order of silence that is not there, or that is only thought of."""
_ORDER_NAMED = re.compile(r"non-?disclosure|order|2705|gag", re.IGNORECASE)


_OTHERS_KEEP = spaced(
    r"\b(?:we|i|the\s(?:\w{3,14}\s){1,3}|this\s\w{4,12}|our\s\w{4,12}|parties|counsel)\s?"
    r"(?:shall|will|must|agrees?\sto|undertakes?\sto|promise\sto|is\s(?:required|bound)\sto)\s"
    r"(?:\w{2,10}\s)?$",
    re.IGNORECASE,
)
"""What somebody else keeps to himself ("we will keep your answers confidential") asks nothing."""


_NO_DUTY = spaced(
    r"\b(?:no|not|nor|without)\s(?:\w{2,10}\s){0,3}?(?:obligation|obliged|required|duty|bound|need|asked|request(?:ed)?)\sto\s$"
    r"|\bnothing\b[^.]{0,55}$",
    re.IGNORECASE,
)
"""Leave to tell ("you are under no obligation to keep", "nothing here forbids you to tell")."""
_BIDS_NOT_REVEAL = spaced(
    rf"(?:please|kindly|do|don['’]t)\b[^.]{{0,40}}?\b{_REVEAL}\b", re.IGNORECASE
)
_ITSELF = spaced(rf"\b{_OF_ITSELF}|\b(?:you|we)\b|\b(?:to|with)\s(?:him|her|them)\b", re.IGNORECASE)


def _is_of_a_fact(quote: str) -> bool:
    """Whether what is not to be told is some fact of the records, not that they were asked for.

    >>> _is_of_a_fact("Do not disclose social security numbers in the log")
    True
    >>> _is_of_a_fact("Please do not discuss this with the tenants")
    False
    """
    return _BIDS_NOT_REVEAL.match(quote) is not None and _ITSELF.search(quote) is None


def read_nondisclosure(
    paper: Paper, conduct: Conduct | None, boxes: tuple[CheckBox, ...] = ()
) -> Read[Nondisclosure]:
    """Whether the document asks or orders that it be kept quiet; asking is not ordering.

    Args:
        paper: The document.
        conduct: What it does; only a demand, or the form of one, binds anybody to silence.
        boxes: Its boxes: what stands beside an empty one is not said.
    """
    rule = "terms.nondisclosure/1"
    if conduct not in (Conduct.ISSUES, Conduct.TEMPLATES):
        return paper.nothing(rule)
    marked = tuple(box for box in boxes if box.state is not None)
    if paper.search(_RULE_TEXT) is None:
        for found in chain(paper.find(_ORDERED), paper.find(_ORDERED_ES)):
            if _is_of_this(paper, found) and not _is_unticked(paper, found, marked):
                spans = paper.spans(*found.span())
                return paper.read(Nondisclosure.ORDERED, spans, rule, Band.LIKELY)
    for found in chain(paper.find(_REQUESTED), paper.find(_REQUESTED_ES)):
        before = paper.words[max(0, found.start() - 60) : found.start()]
        if _OTHERS_KEEP.search(before) or _NO_DUTY.search(before) or _is_of_a_fact(found["quote"]):
            continue
        if not _is_unticked(paper, found, marked):
            spans = paper.spans(*found.span())
            return paper.read(Nondisclosure.REQUESTED, spans, rule, Band.LIKELY)
    return paper.nothing(rule)


def _is_of_this(paper: Paper, found: re.Match[str]) -> bool:
    """Whether the words order silence about this demand, not about what parties give each other."""
    before = paper.words[max(0, found.start() - 120) : found.start()]
    if _NO_DUTY.search(before[-60:]):
        return False
    if _ORDER_NAMED.match(found["quote"]):
        return _NOT_THERE.search(before.replace("U.S.C.", "USC")) is None
    if _OF_RECORDS.search(found["quote"]) is None or _SOUGHT.search(found["quote"]):
        return True
    return False if _BETWEEN_PARTIES.search(before) else _OWN.search(found["quote"]) is not None


_OWN = spaced(
    rf"\b(?:existence|fact\sthat|(?:of|about|regarding|concerning)\s(?:this|the)\s{_PAPER}"
    rf"|{_REVEAL}\sthis"
    rf"|{_TELL})\b",
    re.IGNORECASE,
)


def _is_unticked(paper: Paper, found: re.Match[str], boxes: tuple[CheckBox, ...]) -> bool:
    """Whether the words begin in the label of a box that is not ticked, and of no ticked one."""
    if not boxes:
        return False
    spans = paper.spans(*found.span())[:1]
    states = {
        box.state
        for box in boxes
        for label in box.label.spans
        for span in spans
        if span.page == label.page and label.start <= span.start < label.end
    }
    return states == {CheckState.UNCHECKED}
