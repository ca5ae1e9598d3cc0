"""Which words ask for what follows them: the operative request, told from talk about other things.

A list is asked for where the sentence that governs it turns to the addressee ("you shall
furnish", "kindly let us have", "the Board needs", "must reach us"), or names the things as
wanted ("records to be produced"). A sentence that tells, reasons or discusses governs a list of
facts, reasons or topics; a lead without a verb ("Electronic records:") asks for nothing itself
and takes what stands above it.

Authority: READING 12 (items are found in the sentence that asks).
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from tecum.instruments.compiled import led
from tecum.reading.speech.directives import (
    ASKED_OF,
    COMMAND,
    DEMAND_MADE,
    GIVING,
    IMPERATIVE,
    LET_US,
    OBLIGED,
    PARTY_ASKS,
    PASSIVE,
    PLEASE,
    RESPONSE_DUE,
    THIRD,
    WE_ASK,
)
from tecum.reading.text.matching import spaced

__all__ = ["POINTING", "Lead", "asks", "is_statement", "lead_kind", "leads_on", "turns_to_reader"]


class Lead(Enum):
    """What the words before a list do."""

    ASKS = "asks"
    TELLS = "tells"
    TOPIC = "topic"
    NONE = "none"


_TURNS_TO_READER = (
    COMMAND, OBLIGED, WE_ASK, DEMAND_MADE, PASSIVE, LET_US, PARTY_ASKS, THIRD, RESPONSE_DUE,
)  # fmt: skip
_NEED_A_VERB = (PLEASE, ASKED_OF)
_MORE = spaced(
    r"(?<!\w)(?:have\s(?:them|these|those|it|ready|at\shand|available|to\shand|laid\sout|waiting)"
    r"|see\s(?:to\sit\s)?that\s[^.;:]{0,60}\b(?:laid\sout|ready|available|at\shand|here|sent|given)"
    r"|(?:subpoenas|summons|calls\sfor|needs|requires|wants|awaits|lacks|demands|requests|seeks"
    r"|asks(?:\sfor)?)(?=[\s:])"
    r"|(?:i|we)(?:'d|'ll|\swill|\sshall|\swould|\sshould|\smust|\sstill|\salso)*\s(?:be\sneeding"
    r"|need|want|require|request|ask|have\sto\s(?:see|have|get)|like\sto\s(?:see|have|receive|get))"
    r"|(?:i|we)\slook\sfor|(?:are|is|were|was)\s(?:still\s|now\s)?(?:missing|lacking|outstanding|wanting|overdue)"
    r"|(?:could|would|can|will|shall|must)\s(?:be|have\sto\sbe)\s(?:shown|given|sent|handed|turned"
    r"|delivered|produced|furnished)\s(?:to|over)"
    r"|(?:place|put|load|upload|post|file|deposit|leave|drop|bring|carry|lay|set)\s[^.;:]{0,40}"
    r"\b(?:following|these|below|in\sthe|into\sthe|at\sthe|before)"
    r"|(?:bring|carry|take|have)\s(?:with\syou|along|then\sand\sthere)"
    r"|(?:answer|respond\sto|address|reply\sto|explain|state|describe|identify|list|give|show"
    r"|supply"
    r"|furnish|produce|provide|submit|send|forward|file|attach"
    r"|enclose)\s(?:in\swriting\s)?(?:to\s)?"
    r"(?:each\sof\s|all\sof\s|us\s|me\s|with\s|for\s(?:each|every)\s)?(?:the\s|these\s|this\s"
    r"|what\s"
    r"|(?:each|every|all)\s)"
    r"|(?:property|items|things|evidence|articles|goods)\b[^.;:]{0,60},?\sto\swit(?=:)"
    r"|answers?\s[^.;:]{0,60}\bto\sthese\squestions"
    r"|(?:tell|inform|advise|show|give|send|get|hand|pass|mail|fax|e-?mail)\s(?:us|me"
    r"|this\s\w{3,12}"
    r"|the\sundersigned)(?=[\s:,])"
    r"|for\s(?:each|every)\s[^.;:]{2,80}?,?\s(?:state|give|provide|list|identify|describe|show"
    r"|set\sforth)"
    r"|please\s(?:prepare|gather|assemble|get\sready|have\sready)\s"
    r"|(?:our|the)\s(?:staff|office|team|auditors?|examiners?)\swould\slike\s(?:to\s(?:see|have"
    r"|receive|get)\b)?"
    r"|(?:(?:is|are)\sto|shall|must|should|will\sneed\sto|has\sto|have\sto)\s(?:also\s|then\s"
    r"|promptly\s)?"
    r"(?:furnish|provide|submit|send|produce|deliver|file|supply|give|answer|bring|include"
    r"|contain|address"
    r"|hand\s(?:in|over)|turn\s(?:in|over)|disclose|forward|upload|present|attach|come\swith)"
    r"|(?:our|my|the|law|act|records?|information|this)\s(?:requests?|demands?)(?=:$)"
    r"|on\snotice\s(?:that|to)|(?:this|which|it|that|these)\s(?:takes?\sin|includes?|covers?"
    r"|extends?\sto)(?=\W{0,3}$)"
    r"|(?:orders|ordered|directs|directed|commands|requires"
    r"|adjudged)\sthat\s[^.;:]{3,110}?\s(?:give"
    r"|deliver|produce|provide|furnish|release|hand|send|submit|disclose|turn|make|file|lodge)"
    r"|(?:have|has|allow(?:s|ed)?|give[sn]?)\s[^.;:]{0,40}?\b(?:days|hours|weeks)\b[^.;:]{0,60}?"
    r"\sto\s(?:hand|turn|give|produce|provide|furnish|deliver|send|submit|supply|present|answer"
    r"|make\savailable|gather|bring)\b"
    r"|(?:is|are)\sto\s(?:be\s(?:shown|given|handed)|see|receive|inspect|find|be\sallowed)"
    r"|(?:write|writing|come|coming|apply|turn|turning)\sto\syou\sfor"
    r"|(?:glad|pleased|grateful|obliged|happy)\sto\s(?:receive|have|see|get)"
    r"|(?:do\snot|don't|never)\s(?:[a-z]{3,9}(?:\s(?:away"
    r"|out))?,\s){0,4}(?:[a-z]{3,9}\s(?:away\s)?or\s)?"
    r"(?:throw\s(?:away|out)|destroy|delete|discard|lose|alter|erase|overwrite|shred|dispose\sof)"
    r"|(?:may|might|can|could)\s(?:we|i)\s(?:please\s)?(?:have|get|see|receive|inspect)"
    r"|(?:renew|repeat|reissue|restate)s?\s(?:the|our|my|this|that)\s(?:\w{3,12}\s)?(?:request"
    r"|demand)"
    r"|(?:pido|pedimos|ruego|rogamos|solicito|solicitamos|necesito|necesitamos|quisiera|requerimos)"
    r"|lo\ssiguiente|los\ssiguientes|las\ssiguientes)(?!\w)"
)
"""Further ways to ask, in plain or official words, than those that tell a whole paper's act."""
_NAMED_AS_WANTED = spaced(
    r"(?<!\w)(?:records?|documents?|items?|things|papers|materials?|information|files?|data|copies"
    r"|evidence|specifications?|questions|topics|subjects|matters|books|objects|property|those)\s"
    r"(?:[\w-]{2,14}\s){0,3}?(?:(?:that\s(?:we|i|this\s\w{4,12})\s|which\s(?:we|i)\s|we\s"
    r"|i\s)?(?:are\s"
    r"|is\s)?(?:to\sbe\s(?:\w{4,9}\s)?(?:produced|provided|submitted|furnished|preserved|kept|sent"
    r"|brought|answered|seized|searched|disclosed|examined|retained|turned\sover|made\savailable"
    r"|covered|inspected|delivered)|requested|required|sought|demanded|needed|wanted|subpoenaed"
    r"|called\sfor|asked\sfor|need\b|want\b|ask\sfor|requiring\sproduction|to\s(?:produce|bring"
    r"|provide|send|preserve|keep)))(?!\w)"
)
_SPEAKS_OF_OTHERS = spaced(
    r"(?<!\w)(?:(?:to|and|or|will|shall|can|may|please|must|we|i)\s(?:also\s)?(?:discuss"
    r"|consider|note"
    r"|waive|agree|learn|tour|remember|understand|confer|interview|speak|talk|observe|point\sout"
    r"|remind|explain\sthat|be\saware|know\sthat|see\sthat\s(?:the|you|your)|choose\sfrom|choose)"
    r"(?!\s(?:in\swriting|the\sfollowing\squestions))|waived|discuss(?:ed)?|consider(?:ed)?)(?!\w)"
)
"""Verbs that govern topics of talk, reasons or advice; what is given is not what they name."""
_TELLS_LAST = spaced(
    r"(?<!\w)(?:because|since|as|that|was|were|has|had|(?<!to )(?<!me )(?<!us )(?<!must )"
    r"(?<!should )(?<!shall )(?<!office )(?<!will )(?<!may we )(?<!can we )(?<!could we )"
    r"(?<!may i )(?<!can i )(?<!could i )have|been|found|noted|learned|alleges?|finds"
    r"|concludes?|states?\sthat|reasons?|facts|grounds|findings|violations?|allegations|steps"
    r"|issues|charges|contentions|arguments|(?:shall|must|may|should|will|can)\snot|(?:it|they"
    r"|we|i)\s(?:may"
    r"|will|can|shall)"
    r"|rights?(?:\sto)?|points|advantages|ways|options|exemptions?|exceptions?|deficienc(?:y|ies)"
    r"|(?:seen|noted|observed|found|heard|reported)\s(?:that\sday|then|there)\s(?:are|were))"
    r"(?:\s(?:are|were)(?=\s(?:these|this|the\sfollowing)))?(?:\s(?:follows?|these|this|the\sfollowing|(?:in|by|of|for|on)\s[^:;.]{2,40}))?\W{0,3}$"
)
_REASONS = spaced(
    r"(?<!\w)(?:for\s(?:these|the\sfollowing|three|two|several|the)\s(?:\w{3,10}\s)?reasons"
    r"|because:"
    r"|(?:ways|means|methods|places|times)\sto\s|(?:open|available)\sto\syou:"
    r"|the\s(?:facts|grounds|reasons)\s(?:showing|are|for|that|why)"
    r"|(?:you|consumers|witnesses|employees)\s(?:also\s)?have\s(?:the\s|a\s|these\s)?(?:right"
    r"|option)"
    r"|you\s(?:may|can|might)\s(?!have\sto)(?:[^.;:]{0,60})?(?:ways|methods|means|by|either"
    r"|in\sone\sof)"
    r"|(?:keep|bear|have)\sin\smind|be\saware|remember\sthat|(?:the|these|following)\srules"
    r"|\bnot\s(?:concerned|needed|required|wanted|covered|included|asked|at\sissue)\b"
    r"|(?:do|does|did|have)(?:n't|\snot)\s(?:want|need|have\sto)"
    r"|(?:does|do|did|need|should|must|may)\snot\s(?:apply|include|extend|cover|need|send"
    r"|produce))(?!\w)"
)
_WITHHELD = spaced(
    r"\W{0,3}(?:if|should|where|unless|to\sthe\sextent|for\s(?:each|any)\s(?:document|record"
    r"|item))\b[^:]{0,200}?"
    r"\b(?:privileged?|withh(?:e|o)ld|object(?:ion|s|ed)?|destroyed|lost|no\slonger)\b"
)
"""What is to be told of things that are not given: how to answer, not what to give."""
_CLAUSE = spaced(
    r"^(?:\W{0,3}(?:and|but|so|thus|however|also|in\saddition|according\sto\s[^,]{2,60}),?\s)?"
    r"(?:(?:during|since|on|in|at|before|after|under|by|for|when|as|while|with"
    r"|if)\s[^:;]{3,120}?,?\s)?"
    r"(?:(?:in\s\w{3,9}\s)?(?:we|i|you|they|he|she|it)\s[a-z]{2,14}(?!\w)|(?:we|i|you|they|he"
    r"|she|it|this|these|those|there|that|two|three|four|five|several|some|crews"
    r"|(?:the|our|your|my|his|her|its|their|a|an|each|any|no)\s(?:[\w'’-]{2,18}\s){1,7}?)\s?"
    r"(?:'ve|(?:\w{2,10}ly\s)?(?:is|are|was|were|has|have|had|will|would|shall|should|may|might|can"
    r"|could|must|does|did|trouble|include[sd]?|note[sd]?|found|find|remind|wish|see|saw|believe"
    r"|understand|show[s]?|held|made|took)))(?!\w)"
)
"""A main clause: its subject at the head, and a verb that is no participle."""
POINTING = spaced(
    r"(?<!\w)(?:following|below|beneath|numbered\s(?:inquiries|questions|paragraphs|requests"
    r"|items|list)"
    r"|in\s(?:the\s)?paragraphs?\s[0-9]{1,2}\s(?:through|to|-)|(?:items|questions|requests"
    r"|inquiries|matters"
    r"|things|documents|records)\s(?:in|of)\sthis\s(?:letter|notice|request)|(?:set\s(?:out"
    r"|forth)|listed|described|specified|named|stated"
    r"|identified|enumerated|shown|itemi[sz]ed)\s(?:here\w{0,5}|below|in|on|next|overleaf|at|by)"
    r"|(?:these|those)(?=[\s:.])|listed(?=[.:])|what\sfollows|(?:that|which)\sfollow\b"
    r"|as\sfollows|(?:attached|enclosed"
    r"|annexed)\s(?:hereto\s)?"
    r"(?:list|schedule|sheet|rider|page|request|table|exhibit|attachment|appendix|addendum)"
    r"|(?:schedule|attachment|exhibit|appendix|annex|rider|addendum|enclosure|table"
    r"|list)(?:\s\"?[a-z0-9]{1,2}"
    r"\"?)?(?=[\s.,;:]))"
)
"""Words of a request that point to a list, schedule or table for what is asked."""


@lru_cache(maxsize=64)
def asks(sentence: str) -> bool:
    """Whether a sentence, made plain, asks its reader for what follows or is named in it.

    Lists, tables and sheets of a paper ask it of the same few sentences.
    """
    low = sentence[-700:]
    if any(pattern.search(low) for pattern in _TURNS_TO_READER):
        return True
    for pattern in _NEED_A_VERB:
        found = pattern.search(low)
        if found and GIVING.search(low, found.start()):
            return True
    return (
        IMPERATIVE.match(low) is not None
        or _MORE.search(low) is not None
        or _NAMED_AS_WANTED.search(low) is not None
    )


_THINGS_GIVEN = spaced(
    r"\b(?:records?|documents?|information|files?|copies|materials?|answers?|responses?|data|items"
    r"|(?:everything|all)\s[^.;:]{3,40}?|production|compliance|it|they|these|those)\s[^.;:]{0,40}?"
    r"\b(?:must|shall|should|(?:is|are)\sto|(?:needs?|has|have)\sto)\sbe\s(?:made\savailable"
    r"|produced"
    r"|provided|furnished|delivered|submitted|received|sent|returned|uploaded|here|ready|presented"
    r"|with\sus|in\s(?:our|my|this))"
)
"""Things that have to be given, whoever is named as giving them."""


_ORDERS_OR_BIDS = (COMMAND, OBLIGED, PLEASE, RESPONSE_DUE, WE_ASK, _THINGS_GIVEN)


def turns_to_reader(sentence: str) -> bool:
    """Whether a sentence, made plain, orders or bids its reader to do something."""
    ordered = any(p.search(sentence) for p in _ORDERS_OR_BIDS)
    return ordered or IMPERATIVE.match(sentence) is not None


def lead_kind(lead: str) -> Lead:
    """What the words that stand before a list do.

    >>> lead_kind("kindly let us have, by march 4:").value
    'asks'
    >>> lead_kind("we note that since the last review the city has:").value
    'tells'
    >>> lead_kind("electronic records:").value
    'topic'
    """
    low = lead.strip()
    if not low:
        return Lead.NONE
    last = re.split(r"(?<=[a-z0-9)\"'][.;?!])\s{1,4}(?=\S)", low)[-1] if low.endswith(":") else low
    if _QUESTIONS_PUT.search(last):
        return Lead.ASKS
    if _REASONS.search(last) or _TELLS_LAST.search(last) or _WITHHELD.match(last):
        return Lead.TELLS
    if asks(last):
        talk = [found.end() for found in _SPEAKS_OF_OTHERS.finditer(last)]
        if talk and not _gives_behind(last, talk[-1]):
            return Lead.TELLS
        return Lead.ASKS
    if last is not low and asks(low) and len(last) < _SHORT:
        return Lead.ASKS
    return Lead.TELLS if _CLAUSE.match(last) else Lead.TOPIC


_QUESTIONS_PUT = spaced(
    r"\bquestions\b[^.;:]{0,80}?\b(?:wish(?:es)?|wants?|would\slike|should\slike|needs?)\b[^.;:]{0,40}?"
    r"\b(?:answer(?:s|ed)?|ask|put|pose|address(?:ed)?|repl(?:y|ies))\b[^.;:]{0,60}:$"
    r"|(?:^|\s)(?:my|our)\s(?:\w{4,12}\s)?questions\b[^.;:]{0,60}\bare\s(?:as\sfollows|these|the\sfollowing|(?:set\sout|listed)\s"
    r"(?:\w{2,5}\s)?below):$"
)
"""Questions of the writer's own that he wants answered, though the clause only says which."""
_SHORT = 60
_LEFT_OPEN = re.compile(r"[\w),]\s*-{0,2}$")


def leads_on(lead: str) -> bool:
    """Whether the words before a list lead to it: with a colon, or asking and left open.

    >>> leads_on("kindly confirm")
    True
    >>> leads_on("the tables that we asked for are listed.")
    False
    """
    if lead.endswith(":"):
        return True
    if _LEFT_OPEN.search(lead[-4:]) is None:
        return False
    return lead_kind(lead.rstrip(" ,-") + ":") is Lead.ASKS


def _gives_behind(sentence: str, at: int) -> bool:
    """Whether a verb of giving, or a thing named as wanted, follows a verb of talk."""
    return (
        GIVING.search(sentence, at) is not None or _NAMED_AS_WANTED.search(sentence, at) is not None
    )


_FINITE = led(
    r"\b(?:is|are|was|were|has|had|have|does|did|will|would|shall|should|must"
    r"|(?<!in )(?<!of )(?<!since )(?<!from )may(?!\.?\s[0-9])"
    r"|might|can|could|do)\b"
)
_SUBORDINATES = re.compile(
    r"\b(?:who|whom|whose|which|that|what|when|where|why|how|whether|if|as|than|because|while"
    r"|before"
    r"|after|since|until|once|unless|though|although|so|you|we|i|they|it|he|she|each|anyone"
    r"|everyone"
    r"|any\sother|to)\b"
)
_STOP = re.compile(r"[.;](?<=[a-z0-9)\"'].)\s")
_LAW_TOLD = spaced(
    r"\b(?:an?|any|the)\s(?:subpoenas?|person|party|attorney|court|motion|objection|witness"
    r"|custodian"
    r"|recipient|requester|agency)\s(?:\w{2,14}\s){0,2}?(?:may|must|shall|need\snot)\b"
)
"""The words of a rule printed with a form ("a subpoena may command …")."""
_QUESTION = re.compile(
    r"(?:who|whom|whose|which|what|when|where|why|how|is|are|was|were|has|have|had|does|did|do|will"
    r"|would|can|could|if)\b"
)


def is_statement(words: str) -> bool:
    """Whether the words of a list's member, made plain, are a sentence that states something.

    A thing asked for is a name with its qualities, a question, or an order to give or say; a
    fact, a finding or a rule is a main clause.

    >>> is_statement("crews from other states were released on december 17.")
    True
    >>> is_statement("the risk analysis in effect when the laptop was taken")
    False
    """
    if _LAW_TOLD.search(words[:260]):
        return True
    low = words.strip()[:260]
    stop = _STOP.search(low)
    low = low if stop is None else low[: stop.start() + 1]
    if low.endswith("?") or "?" in low or _QUESTION.match(low):
        return False
    verb = _FINITE.search(low, 0, 130)
    if verb is None:
        return False
    before = low[: verb.start()]
    return _SUBORDINATES.search(before) is None and IMPERATIVE.match(low) is None
