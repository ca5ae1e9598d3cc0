"""Titles under which people sign, and the role and sort of judge that each means.

An immigration judge or a hearing officer is not a judge of a court, and an officer's title
may hold the word "magistrate" or "clerk" without being one (READING 10).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tecum.instruments.sought import Several
from tecum.reading.signer.title_words import TITLES
from tecum.words import JudgeKind, SignatoryRole

__all__ = ["NAME", "Title", "find_title", "is_name", "name_in", "offers_choice", "whole_name_in"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in a line: its role, and where in the line it stands."""

    role: SignatoryRole
    judge_kind: JudgeKind | None
    start: int
    end: int


_COMPILED = tuple(
    (role, kind, re.compile(rf"(?<![\w-])(?:{text})(?![\w-])", re.IGNORECASE))
    for role, kind, text in TITLES
)
_PATTERNS = Several(pattern for _, _, pattern in _COMPILED)

_WORD = r"(?:[A-ZÀ-Þ][\w'’]{1,40}(?:-[A-ZÀ-Þ][\w'’]{1,40})?|O['’][A-Z]\w{1,40}|Mc[A-Z]\w{1,40})"
NAME = (
    rf"(?:(?:Hon\.?|HON\.?|Honorable|HONORABLE|Dr\.|Mr\.|Ms\.|Mrs\.|Rev\.)\s{{1,60}})?"
    rf"(?:{_WORD}|[A-Z]\.)(?:\s{{1,60}}[A-Z]\.){{0,2}}(?:\s{{1,60}}(?:de|la|del|van|von|der|bin|al|y))?"
    rf"(?:\s{{1,60}}{_WORD}){{1,3}}(?:,?\s{{1,60}}(?:Jr|Sr|II|III|IV|Esq)\.?)?"
)
"""A person's name as it stands in a signature block."""

_NAME = re.compile(NAME)
_WHOLE = re.compile(rf"(?:By:?\s{{1,60}})?(?P<name>{NAME})\s{{0,60}},?$")
_NOT_A_NAME = re.compile(
    r"\b(?:Vorsitzender|Court|County|Department|Office|Bureau|Division|Street|Avenue|Ave|Road|Suite|Floor|Box|"
    r"United|States|State|City|District|Sincerely|Respectfully|Yours|Dated?|Sheriff|Police|Judge|"
    r"Clerk|Attorney|Agency|Service|Services|Building|Plaza|Unit|Form|Page|Subpoena|Order|Warrant|"
    r"Commission|Committee|Press|LLP|LLC|Inc|Company|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|The|"
    r"Records|Custodian|Enclosures?|Attachment|Exhibit|Schedule|Homeland|Security|Immigration|"
    r"Signature|Approved|Request|Notice|Very|Truly|Dear|Regards|Field|Special|Desk|Bank|Trust|"
    r"Village|Town|Law|University|Hospital|School|Schools|Authority|Thank|Please|Motion|Mail|Express|"
    r"Certified|Priority|Clinic|Demands|Answers|Subpoenas|Counsel|Director|Prosecutor|"
    r"Senior|Assistant|Deputy|Federal|Regional|Authorized|Member|Board|Wage|Labor|Audit|Review|"
    r"Region|Group|Corp|Corporation|PLLC|LLLP|Transit|Terminal|Section|Fund|Storage|Delivery|"
    r"Institutional|Background|Agente|Medical|Casualty|Insurance|Associates|Foundation|Council|"
    r"Center|Centre|Systems|Solutions|Hotel|Dear|Act|Code|Rule|Privacy|Freedom|Information|Public|"
    r"Party|Parties|Plaintiff|Defendant|Petitioner|Respondent|Creditor|Debtor|Deponent|Judgment|"
    r"Logistics|Union|Tenants|Industries|Partners|Holdings|Enterprises|Cooperative|Society|League|"
    r"Alliance|Network|Institute|Academy|College|Church|Farms|Foods|Motors|Properties|Realty|"
    r"Management|Consulting|Technologies|Media|Radio|Courier|Gazette|Herald|Tribune|Diario|Revista|Noticias|Prensa|Gaceta|"
    r"Ledger|Sentinel|Observer|Chronicle|Examiner|Journal|News|Times|Weekly|Tribune|Dispatch|ID|Badge|"
    r"Software|Hosting|Broadband|Wireless|Telecom|Payroll|Labs|Analytics|Airlines|Brewing|Bakery|"
    r"Towing|Laundry|Linen|Freight|Trucking|Electric|Plumbing|Roofing|Paving|Staffing|Catering|"
    r"Pharmacy|Brokerage|Leasing|Rentals|Cafe|Diner|Grill|Dairy|Ranch|Orchards|Nursery|Kennels|"
    r"Cell|Block|Of|And|For|Fiscal|Year|Preferred|Method|Apartments?|Tenant|Probation|Pawn|Log|Invoice|Report|Form)\b"
    r"|\b(?:SIGNATURE|COURT|UNITED|STATES|SUBPOENA|ORDER|WARRANT|NOTICE|OFFICE|SECURITY|JUZGADO|TRIBUNAL"
    r"|COMMITTEE|VIA|FAX|PRESERVED|PRODUCED|IMMEDIATE|RELEASE)\b"
    r"|\b(?:CERTIFICATE|SERVICE|UNIT|MOTION|SUBPOENAS|MAIL|COUNSEL|DIRECTOR)\b"
    r"|\b(?:DISTRICT|SUPERIOR|CIRCUIT|COUNTY|JUDGE|JUSTICE|CLERK|ATTORNEY|MAGISTRATE)\b",
)


@lru_cache(maxsize=512)
def find_title(line: str) -> Title | None:
    """The most telling title in a line: the role that stands first in the list wins."""
    for k in _PATTERNS.likely(line):
        role, kind, pattern = _COMPILED[k]
        found = pattern.search(line)
        if found:
            return Title(role, kind, found.start(), found.end())
    return None


_RANK = (
    r"(?:(?:Ofc|Sgt|Det|Lt|Capt|Cpl|Dep|Insp|Agt|Tpr|Cmdr|Maj|Col|Hon|Atty|Lic|Lcd[ao]|Ing|Dra?|Sra?|Prof)\.|Sergeant|Detective"
    r"|Lieutenant|Captain|Corporal|Inspector|Trooper|Deputy|Officer|Agent|Judge|Justice|Magistrate)"
)
_RANKED = re.compile(rf"(?:{_RANK}\s{{1,4}}){{1,2}}(?P<name>{NAME})")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,3}(?:,?\s(?:Jr|Sr)\.)?")
_ANONYMOUS = re.compile(
    r"(?P<part>(?!Dear\b)"
    r"(?:[A-ZÀ-Þ][\w'’-]{1,20},?\s(?:(?:of|and|in|for|the|to|de|del)\s(?:the\s)?)?){1,6})[A-Z]\.?"
)
_PARTS = frozenset(
    {
        "subject", "person", "resident", "citizen", "witness", "requester", "employee", "member",
        "parent", "reporter", "tenant", "inmate", "client", "patient", "complainant", "owner",
        "custodian", "requestor", "commissioner", "investigador", "investigadora", "oficial",
        "agente",
        "advocate", "alcaide", "clerk", "columnist", "declarant", "foreperson", "jueza", "juez",
        "licenciado", "licenciada", "notary", "organizer", "president", "principal", "researcher",
        "secretaria", "secretario", "server", "visitor", "writer", "affiant", "buyer", "teacher",
        "steward", "neighbor", "rider", "customer", "consumer", "shareholder", "photographer",
        "student", "volunteer", "passenger", "driver", "landlord", "borrower", "taxpayer", "father",
        "mother", "madre", "padre", "guardian", "fellow", "editor", "associate", "author", "voter",
    }
)  # fmt: skip
"""Words behind which a letter stands for a person who is not named."""


_SIGNERS = (
    re.compile(r"\b(?:judge|magistrate|justice|commissioner)\b", re.IGNORECASE),
    re.compile(r"\bclerk\b", re.IGNORECASE),
    re.compile(r"\b(?:attorney|counsel|lawyer)\b", re.IGNORECASE),
    re.compile(r"\bnotary\b", re.IGNORECASE),
)
_SEVERAL = re.compile(r"\b\w{2,12}/\w{2,12}/\w{2,12}\b")
"""Parts that a form prints side by side, whatever was recognised of them."""
_CHOICE = re.compile(r"/|\bor\b|\(check one\)|\s{3,}|signature\b.{3,60}\bsignature", re.IGNORECASE)


def offers_choice(line: str) -> bool:
    """Whether a form prints several who may sign there, so that it names none of them.

    >>> offers_choice("Judge / Clerk of Court"), offers_choice("Clerk or Deputy Clerk")
    (True, False)
    """
    if re.search(r"\bOR\W*$", line):
        return True
    if _CHOICE.search(line) is None:
        return False
    told = sum(pattern.search(line) is not None for pattern in _SIGNERS)
    return told > 1 or (told == 1 and _SEVERAL.search(line) is not None)


def is_name(line: str) -> str | None:
    """The name, if a line is a person's name and nothing else: in full, as initials, by a letter.

    >>> is_name("Sgt. Pat Example"), is_name("R. B."), is_name("Deputy Clerk C")
    ('Sgt. Pat Example', 'R. B.', 'Deputy Clerk C')
    >>> is_name("Contract Manager"), is_name("Appendix C")
    (None, None)
    """
    said = line.strip().rstrip(",").strip()
    if _INITIALS.fullmatch(said) or _is_anonymous(said):
        return said
    found = _WHOLE.match(line.strip())
    if found and _may_be_name(found["name"]):
        return found["name"]
    ranked = _RANKED.fullmatch(said)
    return said if ranked and _may_be_name(ranked["name"]) else None


_OF_SUBJECT = re.compile(r"\s(?:for|to)\s(?:Subject|Resident|Patient|Person|Client)$")


def _is_anonymous(said: str) -> bool:
    found = _ANONYMOUS.fullmatch(said)
    if found is None:
        return False
    part = found["part"].strip()
    if _OF_SUBJECT.search(part):
        return False  # "Attorney for Subject A": the letter is the client's
    return part.split()[-1].lower() in _PARTS or find_title(part) is not None


def name_in(text: str) -> re.Match[str] | None:
    """The first person's name in a piece of a line."""
    return next((found for found in _NAME.finditer(text) if _may_be_name(found[0])), None)


def whole_name_in(text: str) -> re.Match[str] | None:
    """The first person's name in a piece of a line that is no piece of a longer name.

    >>> whole_name_in("Keystone Pawn and Loan"), whole_name_in("Pat Example,")[0]
    (None, 'Pat Example')
    """
    for found in _NAME.finditer(text):
        before = _RANK_BEFORE.sub("", text[: found.start()])
        cut = _RUNS_INTO.search(before) or _RUNS_ON.match(text, found.end())
        if cut is None and _may_be_name(found[0]):
            return found
    return None


_RANK_BEFORE = re.compile(rf"(?<![\w.]){_RANK}\s{{1,4}}$")
_RUNS_INTO = re.compile(r"(?:\b[A-Z][\w&'’-]*\.?\s?|\b(?:of|the|and|&|for)\s)$")
_RUNS_ON = re.compile(r"\s(?:and|of|&|for)\s|\s[A-Z][\w&'’-]{2,}")


_SHORT_FOR = re.compile(
    r"\b(?!(?:II|III|IV|JR|SR|ESQ|MD|DE|LA|DEL|VAN|VON|AL|BIN)\b)[A-Z]{2,5}\s{1,4}(?:[A-Z]{2,5}\s{1,4})?"
    r"[A-Z][a-z]"
)
"""Capitals that are short for an office, before a word that is not: "ICE ERO Newark"."""


def _may_be_name(words: str) -> bool:
    """Whether words that look like a name do not end in a title ("Deportation Officer")."""
    if _NOT_A_NAME.search(words) or _NOT_A_NAME.search(words.title()) or _SHORT_FOR.search(words):
        return False
    title = find_title(words)
    if title is not None and _GRADE.fullmatch(words, title.end):
        return False
    return title is None or title.end < len(words)


_GRADE = re.compile(r"\s(?:I{1,3}|IV|V|VI)")
"""The grade behind a title: "Auditor IV"."""
