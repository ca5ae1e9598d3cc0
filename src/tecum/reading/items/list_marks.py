"""Which lists demand something, and which define, instruct, recite or number a form.

Authority: READING 12.
"""

from __future__ import annotations

import re

from tecum.instruments.sought import find_first
from tecum.reading.items.categories import names_a_thing
from tecum.reading.items.list_view import ListView, contents_of
from tecum.reading.items.markers import MarkedList
from tecum.reading.speech.operative import (
    POINTING,
    Lead,
    asks,
    is_statement,
    lead_kind,
    leads_on,
)
from tecum.reading.text.matching import plain, spaced, unit_at

__all__ = [
    "INCLUDING", "are_requests", "is_of_manner", "is_of_rules", "leads_strongly", "score_of",
]  # fmt: skip

_LEAD = spaced(
    r"(?:produc\w{1,4}|provid\w{1,4}|furnish\w{0,3}|bring\w{0,3}|deliver\w{0,3}|send\w{0,3}"
    r"|submit\w{0,4}|forward\w{0,3}|suppl(?:y|ied)|disclos\w{1,4}|seiz\w{1,4}|transmit\w{0,4}"
    r"|upload\w{0,3}|records?|documents?"
    r"|items?|papers|materials?|following|requests?(?:ed|ing|s)?|asks?|respond|reply|answer"
    r"|available|at\shand|have\sready|information|copies|data|needed|required|includ\w{1,3}"
    r"|listed|below|inform\w{1,4}|proporcion\w{1,4}|entreg\w{1,4}|remit\w{1,4}|envi\w{1,4}"
    r"|siguientes?|lleg(?:ar|uen)|missing|turn\sin|requires|directs|preserv\w{1,4}"
    r"|discard\w{0,3}|need|for|shall|reveal|that\syou"
    r"|your\sagency|with)\b"
)
_STRONG_LEAD = spaced(
    r"(?:produc\w{1,4}|provid\w{1,4}|furnish\w{0,3}|bring\w{0,3}|deliver\w{0,3}|send\w{0,3}"
    r"|submit\w{0,4}|forward\w{0,3}|disclos\w{1,4}|seiz\w{1,4}|transmit\w{0,4}|upload\w{0,3}"
    r"|requests?(?:ed|ing|s)?|asks?"
    r"|commanded|required|directed|ordered|please|at\shand|inform(?:e|ar)|proporcion\w{1,4}"
    r"|entreg\w{1,4}|remit\w{1,4}|hag[ae]n?\sllegar|sirvan?se|preserv(?:e|ing)|keep|retain|discard"
    r"|requires|missing|direct(?:s|ing)|turn\s(?:in|over)|include|need(?=\s(?:these|the|this"
    r"|a\sfew|some|your|by|from)\b)|lacking|reply|respond|needed"
    r"|make\savailable|allow|will\sreveal)\b"
)
INCLUDING = re.compile(
    r"including,?\s{1,3}(?:but\s{1,3}(?:is\s{1,3})?not\s{1,3}limited\s{1,3}to"
    r"|without\s{1,3}limitation)[^.;:]{0,40}:?\s{0,3}$"
)
"""The end of a lead-in whose list stays inside the item."""
_BAD_LEAD = spaced(
    r"(?:following\s(?:named\s)?(?:persons?|individuals?|subjects?|inmates?|aliens?|people|names"
    r"|detainees?)\b|\b(?:these|those|the|following|named|listed|each\sof|of"
    r"|for)\s(?:[\w-]{3,14}\s){0,2}"
    r"(?:persons|individuals|people|subjects|inmates|aliens|detainees|employees|officers|deputies"
    r"|patients|recipients|residents|students|clients|customers|subscribers|members|witnesses"
    r"|custodians|contractors|companies|entities|users|drivers|workers|claimants|beneficiaries"
    r"|providers|physicians|vehicles|premises|parcels|addresses|accounts|numbers|devices)"
    r"(?:\s(?:below|named|listed|are|is|as\sfollows|at\sissue|whose\s[^:;]{3,40}|who\s[^:;]{3,60}"
    r"|on\s[^:;]{3,40}))?\s?:$"
    r"|shall\sforward\seach|staff\sshall"
    r"|(?<!electronic )(?<!by )(?<!any )(?<!other )(?<!that )(?<!this )(?<!which )\bmeans\b(?!\sof)"
    r"|defined|terms\sapply"
    r"|from\snow\son"
    r"|objects?\sto"
    r"|on\sthe\s(?:following\s)?grounds|relies\son|finds(?:\sthat|\sas\sfollows)?\s?:|finds\sthat|as\sfollows:\s?the\scourt|argues"
    r"|because|(?<!for these )(?<!for the )(?<!for the foregoing )reasons?"
    r"|rights?\b(?!-to-know|\sto\s(?:know|inspect|copy|see|examine|review|receive|obtain|have)\b)"
    r"|penalt|enclosed\sare|attached\sare|we\sare\senclosing"
    r"|(?:has|have)\sfound:$|whereas|recitals?|considering|determined\sthat|probable\scause"
    r"|based\s(?:on|upon)|basis|following\sfacts"
    r"|you\smay\b[^.]{0,60}\b(?:object|move|file)|\byou\smay(?:\seither)?\s?:?$"
    r"|\b(?:if|should)\syou\s(?:fail|refuse|neglect|do\snot|are\sunable|cannot)\b[^.;]{0,60}$"
    r"|mark\sat\sleast\sone|check\sone"
    r"|enclosed\s(?:please|you\swill|herewith)|please\sfind\s(?:enclosed|attached|herewith)"
    r"|\bdiscuss\sthe\sfollowing\b[^.;:]{0,50}:$"
    r"|\b(?:section|article|rule|act|statute|law|code|regulations?)\b[^.;:]{0,30}\s(?:provides?|requires?|says|states?)"
    r"\sthat\s(?:an?|any|each|every|no|all)\b[^:]{0,60}:$"
    r"|\b(?:have|raise|raised|note|share|express|state)\s(?:[a-z]{2,10}\s){0,3}?(?:concerns|reservations|misgivings|doubts|reasons)\b"
    r"[^.;:]{0,60}:$)"
)
_DEFINES = spaced(
    r"^[\"']?(?:the\s)?(?:terms?\s)?[\"']?[A-Za-z][^.;]{0,60}?[\"']?,?\s(?:means?|refers?\sto"
    r"|shall\smean|includes?\s(?:but|without)|is\sdefined|are\sdefined|shall\sinclude"
    r"|has\sthe\smeaning|significa)\b|^[\"'][A-Za-z][^.;\"]{0,50}[\"'],?\s(?:is|are|has|have)\b"
)
_SENTENCE = spaced(
    r"^(?:(?:appear|testify|produce|permit|come|bring)\s(?:before|and|the\srecords|entry"
    r"|inspection|at\sthe)|name\s|date\s|by\s(?:delivering|making|mailing|sending)|you\s(?:are"
    r"|may|must|shall|have|will|need)|if\s|this\s|these\s|it\s(?:is|seeks)|unless|when\s"
    r"|in\s(?:the\s)?(?:event|responding|producing|lieu)|failure|no\s|your\s(?:failure|response"
    r"|obligation)|each\sdocument\sshall|all\sdocuments\s(?:shall|must|should|produced)"
    r"|documents\s(?:shall|must|should)|the\s(?:court|motion|parties|subject|undersigned"
    r"|plaintiff|defendant|government|respondent|petitioner)\b"
    r"|on\s(?:or\sabout\s)?[a-z]{3,9}\.?\s[0-9]|respondent\b|plaintiff\b|defendant\b|petitioner\b"
    r"|pursuant|electronic(?:ally)?\s(?:stored\sinformation\s)?(?:shall|must|should"
    r"|records\sshall)|(?:read\s(?:the|this)|call\s(?:us|me|the|our|this|if|before|ahead)"
    r"(?![^.;]{0,110}\b(?:releas|let\s(?:out|go)|bond|leav|discharg))"
    r"|sign\s(?:the|this|below)|(?:mark|label)\s(?:each|all|the|any|it)|log\s(?:in|on)|click"
    r"|follow\s(?:the|these)|park\s(?:in|at)|organi[sz]e|contact\s(?:us|me|the|our)|make\ssure"
    r"|arrive\s(?:at|by|early)|staple|redact)\s"
    r"|produce\s(?:documents\sas"
    r"|all\sdocuments\sin\sthe)"
    r"|to\sthe\sextent(?![^.;,]{3,90},\s(?:copies\sof\s|(?:all|any|each)\s(?:\w{3,14}\s){0,2}?(?:documents|records"
    r"|communications|correspondence|e-?mails|materials?)\s(?!shall|must|should))))"
)
_BLOCK_WORDS = spaced(
    r"^(?:(?:to(?!\sthe\sextent)|from)\b|in\s(?:reference|the\smatter|re)\b|(?:\(a\)\s)?(?:(?:cbp|ice"
    r"|uscis),?\s){1,3}"
    r"|official\b|authorized\b|date\b|time\b|place\b|name\b|address\b|records\s(?:required"
    r"|to\sbe)|title\b|signature|before\b|where\b|when\b|subject\b|subpoena\sn|case\b|file\sn"
    r"|entry\s(?:no|number|date)\b|country\sof\b|merchandise\b|invoice(?:\sno\.?|\snumber)?\s?:"
    r"|importer\b|port\sof\b|manufacturer\b|remarks\b|requesting\b|agency\b|person\sor\sentity"
    r"|witness\b|fees?\b|issued\b|phone|telephone)"
)
_BLOCK = re.compile(r"^[A-Z][A-Z /&.'()-]{3,60}(?:[:.]|$)")


def leads_strongly(words: str) -> bool:
    """Whether plain words ask for what follows them."""
    tail = words[-260:]
    asks = _STRONG_LEAD.search(tail) is not None and _LEAD.search(tail) is not None
    return asks and not _is_bad_lead(tail) and INCLUDING.search(tail) is None


_THINGS_FOLLOW = spaced(
    r"following\s(?:\w{3,14}\s)?(?:things|items|records|documents|property|materials|information)"
    r"[^:]{0,40}:$"
)


def _is_bad_lead(tail: str) -> bool:
    """Whether a lead introduces persons, findings or grounds, not things that are asked for."""
    return _BAD_LEAD.search(tail) is not None and _THINGS_FOLLOW.search(tail) is None


_POINTS = spaced(
    r"(?:appear|testify|produce|permit|bring|give\stestimony)\b[^;]{0,160}?(?:indicated|described"
    r"|listed|specified|named|set\sforth)\s(?:in|on|below|above)|^(?:appear|testify)\b[^;]{0,120}"
    r"(?:at\sthe\splace|date,?\sand\stime|time\sand\splace)"
)


_TABLE_HEAD = spaced(
    r"(?:^|\s)(?:no\.?|item|#|number)\s{1,4}(?:data|records?|documents?|information|description)"
    r"(?:\s(?:of\s\w{4,12}|requested|required|sought|needed))?(?:\s\w{4,12}){0,3}$"
)
"""The head of a table, read as one line, that numbers and names what is asked for."""


_TABLE_LINE = spaced(
    r"(?<=[:.])\s(?:no\.?|nr\.?|#|item|line|ref\.?|number)\s{1,12}[a-z][a-z ,'/|-]{2,70}$"
)
"""The head of a table behind the sentence that leads to it: the sentence leads, not the head."""


def score_of(view: ListView, marked: MarkedList) -> float:
    """What supports a list as one of things asked for: its lead, its heading, its members."""
    contents = contents_of(view, marked)
    lead = _TABLE_LINE.sub("", view.lead(marked))
    scheduled = view.heading_before(marked.start) == "items"
    score = 3.0 if scheduled else 0.0
    if leads_on(lead):
        score += _lead_score(lead)
    elif not scheduled:
        score += max(_lead_score(lead), _POINTED if _is_pointed_at(view, marked) else _LEAST)
    if marked.style == "request":
        score += 4
    asking = n_of_requests(contents) == len(contents) > 1
    score += _SELF_STANDING if asking else 0
    before = view.low[max(0, marked.start - 500) : marked.start]
    headed = _TABLE_HEAD.search(lead) is not None and leads_strongly(before)
    score += 2 if headed else 0
    n = len(contents)
    if n == 1:
        score -= 0 if lead.endswith(":") else 3
    named = sum(names_a_thing(c[:200]) for c in contents)
    score += 2 * named / n
    score -= 6 * sum(_DEFINES.match(c) is not None for c in contents) / n
    plainly = [plain(c) for c in contents]
    score -= 5 * sum(_SENTENCE.match(c) is not None for c in plainly) / n
    kind = lead_kind(lead)
    if kind is not Lead.ASKS:
        score -= 3 * sum(is_statement(c) for c in plainly) / n
    score -= 8 * sum(find_first(_POINTS, c[:300]) is not None for c in plainly) / n
    score -= 7 * sum(_BLOCK.match(c) is not None for c in contents) / n
    blocks = sum(_BLOCK_WORDS.match(c) is not None for c in plainly)
    led = lead.endswith(":") and _STRONG_LEAD.search(lead[-260:]) is not None
    score -= _REFERENCES * any(_ONLY_REFERS.match(c) is not None for c in plainly[:2])
    numbered = scheduled or marked.style == "request"
    late = marked.first > 1 and not (numbered or led or kind is Lead.ASKS or asking)
    if late or (2 * blocks >= n + 1 and not led):
        score -= 8
    if marked.style.startswith("bare"):
        score -= 5 if n < 2 else 1.5 if not (scheduled or led or headed) else 0
    return score


_SELF_STANDING = 2.5
"""What it supports a list that each member is an order to give or tell, or a question."""
_REQUEST = spaced(
    r"(?:please\s|kindly\s|also\s|then\s)?(?:(?:state|give|list|identify|describe|explain|provide"
    r"|produce|supply|submit|furnish|send|attach|show|tell|name|indicate|specify|confirm|set\sforth"
    r"|break\sdown|itemi[sz]e|say)\b(?!\s(?:your\s(?:answers?|response)|documents?\s(?:as|in|by)\b"
    r"|(?:each|every)\s(?:page|document|answer|record)\b|(?:all|the)\s(?:documents|records|pages"
    r"|files)"
    r"\s(?:as|in|by)\b|originals?\b|copies\s(?:in|by)\b|this\s(?:form|page|letter)|it\b|them\b))"
    r"|refer(?:ring)?\sto\s[^;]{3,80}[.,;]\s|(?:for|regarding|as\sto|with\srespect\sto)\s(?:each"
    r"|every"
    r"|the|any|all|your)\b[^;]{3,200}[:,]"
    r"|(?:to\sthe\sextent\s[^.;,]{3,90},\s)?(?:copies\sof\s)?(?:(?:any\sand\s)?all|any|each|every)\s(?:\w{3,14}\s){0,2}?"
    r"(?:documents?|records?|communications?|correspondence|e-?mails?|memoranda)\s(?:\w{3,14}\s){0,4}?(?:relat|referring|regarding"
    r"|concerning|reflecting|between|pertaining|showing|discussing|describing)"
    r"|if\s[^;]{3,120},\s(?:please\s)?(?:attach|give|state|send"
    r"|provide|explain|list|say)\b|[^;]{8,300}\?)"
)
"""A member that needs no lead: an order to give or to tell, or a question."""


def n_of_requests(contents: list[str]) -> int:
    """How many members of a list ask by themselves for something.

    >>> n_of_requests(["State the reason.", "Produce each form.", "Label every page."])
    2
    """
    return sum(_REQUEST.match(plain(words)) is not None for words in contents)


def are_requests(view: ListView, marked: MarkedList) -> bool:
    """Whether most members of a list are orders to give or tell, questions or named things."""
    contents = contents_of(view, marked)
    asked = n_of_requests(contents)
    told = [_DEFINES.match(c) or _SENTENCE.match(plain(c)) for c in contents]
    return asked > 0 and not any(told) and 2 * asked >= len(contents)


_REFERENCES = 8
_ONLY_REFERS = re.compile(
    r"(?:and|or|to|through|thru|above|below|hereof|of this)\b[^a-z]{0,3}(?:$|[(\[])"
)
"""The words between marks that only refer ("items (1) and (2)")."""


def is_of_rules(view: ListView, marked: MarkedList) -> bool:
    """Whether half or more of a nested list's members define or state something."""
    told = [_DEFINES.match(c) or is_statement(plain(c)) for c in contents_of(view, marked)]
    return 2 * sum(bool(each) for each in told) >= len(told)


_MANNER = spaced(
    r"(?:please\s)?(?:put|mark|number|label|stamp|encrypt|scan|save|name\s(?:each|the|every)\sfile"
    r"|organi[sz]e|sort|group|staple|bind|redact|log|keep\s(?:the|a|them|it|each)|use|write|sign"
    r"|initial"
    r"|do\snot|don't|never|call"
    r"(?![^.;]{0,110}\b(?:releas|let\s(?:out|go)|bond|leav|discharg))"
    r"|e-?mail|mail|upload|attend\sthe|address|quote|refer\sto\sthis|answer\s(?:each"
    r"|under|in)"
    r"|(?:produce|send|provide|submit)\s(?:originals?|copies\s(?:in|as|by)|(?:the\s)?(?:documents"
    r"|records"
    r"|files)\s(?:as|in|by)|them|it|everything|what\sis|(?:a\scopy|copies)\sof\sthese)"
    r"|a\scopy\sof\sthis)\b"
)


def is_of_manner(view: ListView, marked: MarkedList) -> bool:
    """Whether most members of a list say how to answer, not what to give."""
    manner = [_MANNER.match(plain(words)) is not None for words in contents_of(view, marked)]
    return 2 * sum(manner) > len(manner)


_ASKED = 3.5
_NEAR_THE_LIST = 110
"""How much of an asking sentence says what its list holds; what stands before may give reasons."""
_POINTED = 3.0
_LEAST = -1.0
_REACH_OF_POINTING = 6
"""How many sentences back the one may stand that points to a list."""


def _is_pointed_at(view: ListView, marked: MarkedList) -> bool:
    """Whether a sentence not far above asks for what is "listed below", with no list between."""
    at = unit_at(view.cut, max(0, marked.start - 1))
    for unit in reversed(view.cut[max(0, at - _REACH_OF_POINTING) : at + 1]):
        if unit.start >= marked.start:
            continue
        words = view.low[unit.start : min(unit.end, marked.start)]
        if unit.is_item or words.endswith(":"):
            return False
        if POINTING.search(words) and asks(words):
            return True
    return False


def _lead_score(lead: str) -> float:
    tail = lead[-260:]
    score = 0.0
    if _LEAD.search(tail):
        score += 1.0
    if _STRONG_LEAD.search(tail):
        score += 1.5
    if leads_on(lead):
        score += 1.0
        if lead_kind(lead.rstrip(" ,-:") + ":") is Lead.ASKS:
            score = max(score, _ASKED)
            tail = re.split(r"(?<=[a-z0-9)])\.\s{1,4}", tail)[-1][-_NEAR_THE_LIST:]
    if _is_bad_lead(tail) or INCLUDING.search(tail):
        score -= 6
    return score
