"""Who else acts in the clause of a due phrase: the sender, an officer, a party that asks.

What the sender will do by a day, or a requester may, is not the recipient's time to comply.

Authority: READING 11 (``owed_by``).
"""

from __future__ import annotations

from tecum.reading.speech.asked_outright import hopes_to_have
from tecum.reading.text.matching import spaced
from tecum.words import OwedBy

__all__ = ["begins_another_clause", "other_actor"]

_WILL = r"(?:will|intends?\sto|plans?\sto|expects?\sto|may|would|can)"
_OTHERS = spaced(
    r"(?<![a-z])(?:(?:(?P<issuer>we|i|this\s(?:office|agency|bureau|department|unit)|our\s(?:office"
    r"|agents?|officers?|auditors?|examiners?|investigators?|inspectors?|reviewers?|staff|team)|the\s(?:agents?|government|united\sstates|undersigned|plaintiff|petitioner|clerk"
    r"|court)"
    r"|ice|hsi|ero|dhs|cbp|fbi|doj|dea|atf|irs|uscis|counsel\sfor\sthe\sunited\sstates)"
    r"|(?P<officer>(?:the|any|said)\s(?:executing\s)?(?:peace\s|immigration\s|law\senforcement\s"
    r"|deportation\s)?officers?(?:\s\w{1,12}){0,4}?)"
    r"|(?P<requester>(?:the|a|any)\s(?:(?:subpoenaing|requesting|issuing|serving|moving|objecting)"
    r"\s(?:party|agency|officer|attorney)|requester|requestor|applicant|complainant|parent|consumer"
    rf"|patient|customer|subscriber)|(?:the\s)?parties|(?:defen[cs]e|opposing|plaintiff's"
    rf"|defendant's"
    rf"|petitioner's)\scounsel|(?:the\s)?(?:movant|guardian\sad\slitem)))\s{{1,3}}(?:{_WILL}"
    rf"|shall|must|is\sto|has|have|to)"
    r"|(?P<body>the\s(?:agency|bureau|department|commission|committee|subcommittee|division"
    rf"|inspector\sgeneral))\s{{1,3}}{_WILL}"
    r"|the\s(?:agency|bureau|department|commission|committee|subcommittee|division|board|council"
    r"|legislature|grand\sjury)\s{1,3}(?:must|shall|has\sto|needs\sto)\s(?:make\s(?:its|a|any)\s\w{3,14}"
    r"|rule|decide|report\sto\sthe|determine|vote|issue|publish|close\sits|finish|complete\sits))"
    r"\b(?!\s(?:you|receive))"
)
_ORDERED_TOO = spaced(
    r"\bthat\s(?:the\s)?(?:united\sstates|government|petitioner|plaintiff|movants?|clerk|parties|(?:requesting|issuing)\sparty)\s"
    r"(?:file|serve|submit|report|provide|give|pay|notify|return|mail)\b[^.;]{0,120}$"
)
"""What the same order lays on the other side ("and that plaintiff file a report by …")."""
_WANTS = spaced(
    r"(?:,\s(?:\w{1,12}\s){1,3}?\w{2,14},)?\s{1,3}(?:\w{1,12}\s){0,2}(?:ask|request|require|direct|order|need|expect|invite|urge"
    r"|appreciate|like|hope|command|have\s(?:your|the|all|these|this|them|it|a|an)|receive|get"
    r"|hear|see|know|learn|be\s(?:most\s|very\s)?(?:grateful|obliged|pleased|glad|happy|thankful|delighted)|want|seek|insist"
    r"|demand|accept(?!ed))"
)
_YOU_ACT = spaced(
    r"\b(?:you|respondent|recipient|your\s\w{2,14})\s(?:must|shall|are|should|will|have|may"
    r"|need)\b|\bplease\b|\b(?:is|are)\s(?:hereby\s|further\s)?(?:required|directed|ordered"
    r"|commanded)\sto\b|\b(?:which|who)\s(?:shall|must|is\s(?:hereby\s)?(?:ordered|directed))\b"
)
_YOU_GET = spaced(
    r"\b(?:will|shall|should)\s(?:now\s|then\s)?(?:reach|be\s(?:sent|mailed|given)\sto)\syou\b|\byou\s(?:will|shall|should|may|can)\s(?:(?:receive|hear|get)\b|be\s(?:notified|contacted"
    r"|paid"
    r"|informed|advised|reimbursed|billed|sent)\b)"
)


_SEE_THAT = spaced(
    r"\b(?:unless\s(?:the|all|your|these|those|it|they)\b|(?:see(?:\sto\sit)?|ensure|make\ssure"
    r"|sure|so)\sthat\s(?:we|i|this\s\w{4,12}|my\s\w{4,12}"
    r"|our\s\w{4,12}|the\s\w{4,12})\s(?:have|has|had|receives?|gets?)\b)"
)
"""What the recipient is to see to ("see that we have the chart by …")."""
_YOUR_REPLY = spaced(
    r"\b(?:having|receiving|to\s(?:have|receive|get|see))\s(?:your|the|all|these|those|them|it)\b"
    r"|\bhear(?:ing)?\sfrom\syou\b"
)
_WE_NEED = spaced(
    r"\sand\s(?:(?:so|therefore|thus|hence|accordingly)\s)?(?:ask|request|need|require)\b"
    r"|\sand\s(?:should|would)\s(?:\w{3,8}\s)?(?:like|appreciate|be\s(?:glad|grateful|obliged))\b|,\s(?:(?:we|i|this\s(?:office|agency))\s(?:hereby\s)?(?:need|ask|require|request|want)"
    r"|please|kindly|(?:submit|send|provide|produce|deliver|furnish|return|complete|upload|forward"
    r"|give|make|bring|supply|mail|transmit)\s(?:\w{2,14}\s){0,2}?(?:the|all|us|me|your|this"
    r"|these|it"
    r"|them|a|any|to))\b"
)
"""Behind a clause of purpose ("so that we may finish, we need …") the recipient acts."""


_NEW_CLAUSE = spaced(
    r"[,;]\s(?:and\s)?(?:so|therefore|thus|hence|accordingly),?\s{0,3}"
    r"(?:(?:within|in|by|before|on(?:\sor\sbefore)?|(?:no|not)\slater\sthan)\s{0,3})?$"
)
_BIDS_NEXT = spaced(
    r"[^.;:]{0,60}?\b(?:please|kindly|you\s(?:must|shall|should|are|will|need)|(?:we|i)\s(?:ask|need"
    r"|request|require)|(?:can|could|would|will)\syou)\b"
)


def begins_another_clause(left: str, right: str) -> bool:
    """Whether a phrase opens a clause that bids the reader, whoever acts in the one before.

    >>> begins_another_clause("i must report soon, so ", " of this letter please send the log")
    True
    """
    return _NEW_CLAUSE.search(left[-60:]) is not None and _BIDS_NEXT.match(right) is not None


def other_actor(left: str) -> OwedBy | None:
    """Another body that acts in the clause nearest to the phrase, or None."""
    if _YOU_GET.search(left[-120:]):
        return OwedBy.ISSUER
    if _SEE_THAT.search(left[-160:]):
        return None
    if _ORDERED_TOO.search(left[-200:]):
        return OwedBy.ISSUER
    last = None
    for match in _OTHERS.finditer(left[-220:]):
        last = match
    if last is None:
        return None
    ahead = left[-220:][: last.start()]
    if ahead.rstrip().endswith(" by") or hopes_to_have(ahead):
        return None
    behind = left[-220:][last.end() :]
    if _YOU_ACT.search(behind) or _WE_NEED.search(behind) or _YOUR_REPLY.search(behind):
        return None
    if _WANTS.match(behind):
        return None
    group = last.lastgroup
    if group == "requester":
        return OwedBy.REQUESTER
    return OwedBy.OTHER if group == "officer" else OwedBy.ISSUER
