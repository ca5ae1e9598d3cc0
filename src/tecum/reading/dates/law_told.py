"""Times that a clause tells of a law, which gives them to everybody, and words that turn to one.

"An agency must respond within …" is what a statute says; it sets this reader no time, unless the
paper counts on that very law, as a records request does.

Authority: READING 11 (a due phrase with its duty).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced
from tecum.words import Kind

__all__ = ["ADDRESSED", "is_law_told"]

ADDRESSED = spaced(
    r"\b(?:you|your|yours|us|our|we|me|my|i\s(?:must|want|wish|expect|have\sto|would"
    r"\slike|(?:\w{4,5}\s)?need)|need(?:ed|s)?|wanted|please|pls|plz|kindly|(?:is"
    r"|are)\s(?:\w{2,12}\s)?(?:requested"
    r"|needed|expected|wanted)|usted|se\sle|nos|nuestr[oa]|favor|debera\w{0,2}|necesit(?:o|amos)"
    r"|solicit(?:o|amos)|pid(?:o|imos)|requerimos|agradec(?:eria|eriamos|ere|eremos))\b"
)
"""Words by which a clause has the reader or the writer in it."""
_INDEFINITE = spaced(
    r"(?<![a-z])(?:(?:public\s)?(?:agencies|bodies|custodians|employers|persons|witnesses"
    r"|providers)\s"
    r"(?:must|have|shall|may|are\srequired)\b|(?:an?|any|no)\s(?:\w{2,14}\s){0,3}?(?:agency|person"
    r"|custodian|body|employer"
    r"|witness|party|officer|individual|official|entity|provider|jurisdiction|licensee|permittee"
    r"|registrant"
    r"|insurer|carrier|taxpayer|facility|company|respondent|recipient|requester|requestor)\b"
    r"(?!\s(?:served|named|subpoenaed|receiving|to\swhom))"
    r"(?:\s[\w']{1,14}){0,6}?\s(?:must|shall|may|is\srequired|who|that|which|has|fails?|will)\b"
    r"|\b(?:gives|allows|affords|grants|allots)\s(?:every|each|any|an?|all)\s[\w'-]{4,14}\s$)"
)
_PENALTY = spaced(
    r"(?:\bfin(?:e|ed|es)\b|guilty|misdemeanor|felony|imprison\w{0,4}|punish\w{0,5}|penalt\w{1,4})"
)
_OF_THIS_PAPER = spaced(
    r"\bthis\s(?:subpoena|order|letter|request|notice|summons|demand|directive|warrant|writ)"
)


_TURNS_TO_YOU = spaced(
    r"\b(?:demands?|requires?|directs?|orders?|commands?|requests?|asks?"
    r"|calls\son)\s(?:that\s)?you\b"
    r"|\byou\s(?:are\s(?:\w{2,12}\s){0,2}(?:commanded|required|directed|ordered|requested|summoned"
    r"|asked)|must|shall)\b"
)


_ANY_SUCH_PAPER = spaced(
    r"(?:\s(?:of|from|after|following)\s(?:(?:the\s)?(?:date\sof\s)?(?:receipt|service)\sof|receiving)|\sof)\san?\s"
    r"(?:\w{4,12}\s)?(?:notice|notification|request|demand|order|subpoena|complaint|letter)\b"
)
_CONCEDES = spaced(
    r"\b(?:although|though|while|whereas|even\sif)\s(?:the\s\w{3,12}|you)\s(?:\w{2,8}\s)?(?:allows?|gives?|permits?|affords?|grants?"
    r"|have|has|provides?\sfor)\b[^.;,]{0,60}$"
)
"""The time that a clause only concedes, to ask for less in the next."""
_OBLIGES = spaced(r"\b(?:shall|must|(?:is|are)\s(?:obliged|required|bound))\b[^.;]{0,160}$")
"""What starts the time of everybody to whom a law gives one ("from receipt of a notice")."""


def is_law_told(left: str, right: str, kind: Kind | None) -> bool:
    """Whether a clause tells what a law says of anybody ("an agency must respond within …").

    A records request that tells the law's time names the time it counts on.
    """
    if _CONCEDES.search(left[-160:]):
        return True
    told = _INDEFINITE.search(left[-240:]) or (
        _INDEFINITE.match(right.lstrip(" ,")) if len(left) < 30 else None
    )
    if told is None:
        general = _ANY_SUCH_PAPER.match(right) and _OBLIGES.search(left)
        return bool(general) and kind is not Kind.RECORDS_REQUEST and not ADDRESSED.search(left)
    if _OF_THIS_PAPER.search(left + right):
        return False
    if told.re is _INDEFINITE and _TURNS_TO_YOU.search(left, max(0, len(left) - 240)):
        return False
    return kind is not Kind.RECORDS_REQUEST or _PENALTY.search(left + right) is not None
