"""The headings under which definitions, instructions and items stand, and how far each reaches.

Authority: READING 12 (definitions and instructions are sections apart).
"""

from __future__ import annotations

import re

__all__ = ["HEADING", "sections_of"]

_DEFINITIONS = r"DEFINITIONS(?:[ ](?:AND|OF)[ ][A-Z ]{3,30})?|DEFINED[ ]TERMS|DEFINICIONES"
_INSTRUCTIONS = (
    r"(?:(?:GENERAL|SPECIFIC|ADDITIONAL|IMPORTANT|SCHEDULE|DOCUMENT|PRODUCTION)[ ])?INSTRUCTIONS"
    r"(?:[ ](?:AND|FOR"
    r"|TO)[ ][A-Z ]{3,40})?|HOW[ ]TO[ ](?:COMPLY|RESPOND)|MANNER[ ]OF[ ]PRODUCTION"
    r"|FORM[ ]OF[ ]PRODUCTION|PRODUCTION[ ](?:FORMAT|SPECIFICATIONS)|INSTRUCCIONES"
    r"|PRIVACY[ ]ACT[ ](?:STATEMENT|NOTICE)|NOTICE[ ]TO[ ](?:THE[ ])?(?:CONSUMER|EMPLOYEE"
    r"|CUSTODIAN|RECIPIENT|PERSON|WITNESS|CUSTOMER|PATIENT|SUBJECT)[A-Z ]{0,40}"
    r"|YOUR[ ]RIGHTS[A-Z ]{0,40}|RIGHTS[ ]AND[ ]DUTIES[A-Z ]{0,40}"
)
_ITEMS = (
    r"(?:SCHEDULE|ATTACHMENT|EXHIBIT|APPENDIX|ANNEX|ANEXO|RIDER|ADDENDUM"
    r"|ENCLOSURE)(?:[ ]\"?[A-Z0-9]{1,3}\"?)?(?:[ ]?[-:.][ ]?[A-Z ,]{3,60})?"
    r"|SCHEDULE[ ]OF[ ](?:DOCUMENTS|RECORDS|REQUESTS|ITEMS|INFORMATION)"
    r"|(?:THE[ ])?(?:DOCUMENTS?|RECORDS?|ITEMS|MATERIALS?|INFORMATION|THINGS|PAPERS"
    r"|PROPERTY)(?:[ ](?:AND|OR)[ ][A-Z]{4,14}){0,2}(?:[ ](?:TO[ ]BE[ ](?:PRODUCED|SEIZED"
    r"|PROVIDED|DISCLOSED|SEARCHED)|REQUESTED|REQUIRED|SOUGHT|DEMANDED|SUBPOENAED|NEEDED))?"
    r"|(?:(?:FIRST|SECOND|THIRD|INITIAL|SUPPLEMENTAL)[ ])?(?:DOCUMENT[ ]|RECORDS?[ ]|SPECIFIC[ ]"
    r"|DATA[ ]|INFORMATION[ ])?(?:REQUESTS?|DEMANDS?"
    r"|SPECIFICATIONS)(?:[ ]FOR[ ](?:PRODUCTION|DOCUMENTS|RECORDS|MATERIALS?"
    r"|INFORMATION)(?:[ ]OF[ ][A-Z ]{3,30})?)?|LIST[ ]OF[ ][A-Z ]{4,40}"
    r"|(?:EVIDENCE[ ]|THINGS[ ]|ITEMS[ ])?TO[ ]BE[ ](?:PRODUCED|PRESERVED|PROVIDED|SEIZED"
    r"|RETAINED|KEPT)"
    r"|WHAT[ ](?:TO[ ]SEND|WE[ ](?:NEED|ASK[ ]FOR|REQUEST)|YOU[ ]MUST[ ](?:PRODUCE|SEND))"
    r"|DOCUMENTARY[ ]MATERIALS?(?:[ ]DEMANDED)?"
    r"|(?<=\n)(?:PATIENT|BUSINESS|FINANCIAL|PERSONNEL|EMPLOYMENT|EMPLOYEE|PAYROLL|MEDICAL|BILLING|BANK|TAX"
    r"|CUSTOMER|ACCOUNT|ELECTRONIC|CORPORATE|STUDENT|INMATE|VEHICLE|TRAINING|SAFETY|SALES|OTHER"
    r"|CONTRACT)"
    r"[ ](?:RECORDS|DOCUMENTS|FILES|INFORMATION|MATERIALS)(?![ ]{0,4}[:.])"
    r"|DOCUMENTOS(?:[ ][A-Z ]{3,30})?|INFORMACION[ ]SOLICITADA"
    r"|(?:WRITTEN[ ]|SPECIFIC[ ])?(?:INTERROGATORIES|QUESTIONS)|TOPICS[ ](?:OF|FOR)[ ][A-Z ]{4,40}"
)
_OTHERS = (
    r"(?:CERTIFICAT(?:E|ION)|PROOF|AFFIDAVIT|DECLARATION|RETURN"
    r"|ACKNOWLEDGMENT)(?:[ ]OF[ ](?:THE[ ])?(?:(?-i:[A-Z ]{3,40})|(?:PERSONAL[ ])?SERVICE|RECEIPT"
    r"|MAILING|COMPLIANCE|(?:BUSINESS[ ])?RECORDS|CUSTODIAN[A-Z ]{0,30}|AUTHENTICITY"
    r"|NO[ ]RECORDS))?|CLAIMS?[ ]OF[ ]PRIVILEGE|PRIVILEGE(?:[ ]LOG)?"
    r"|CONFIDENTIALITY|NON-?DISCLOSURE|PENALT(?:Y|IES)"
    r"|FEES(?:[ ]AND[ ][A-Z]{4,14})?|AUTHORITY|BACKGROUND|CONTACT(?:[ ][A-Z ]{3,30})?|NOTICES?"
    r"|QUESTIONS[ ]ABOUT[ ][A-Z ]{3,40}|WARNINGS?|COMPLIANCE|ENFORCEMENT|RECITALS"
    r"|SUSPENSION[ ]OF[ ]DOCUMENT[ ]DESTRUCTION|PRESERVATION(?:[ ][A-Z ]{3,40})?"
)
_PART = (
    r"(?:(?:PART|SECTION)[ ])?[IVX0-9A-Z|!]{1,4}[.):,][ ]{1,4}"
    r"|(?-i:I[IL]{1,2}|l{1,3})[ ]{1,4}(?=[A-Z])"
    r"|(?:PART|SECTION)[ ][IVX0-9A-Z]{1,4}[ ]{0,2}[-:.]?[ ]{1,4}"
)
HEADING = re.compile(
    rf"(?m)^[ ]{{0,60}}(?:{_PART})?(?-i:(?![a-z]))(?:(?P<definitions>{_DEFINITIONS})"
    rf"|(?P<instructions>{_INSTRUCTIONS})|(?P<items>{_ITEMS})"
    rf"|(?P<other>{_OTHERS}))[ ]{{0,4}}[:.]?[ ]{{0,20}}$",
    re.IGNORECASE,
)
"""A line that is a heading of definitions, instructions or items."""


def sections_of(
    folded: str, marks: list[re.Match[str]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The stretches of definitions and of instructions: from their heading to the next."""
    definitions: list[tuple[int, int]] = []
    instructions: list[tuple[int, int]] = []
    for i, match in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(folded)
        end = _next_part(folded, match, end)
        if match.lastgroup == "definitions":
            definitions.append((match.start(), end))
        elif match.lastgroup == "instructions":
            instructions.append((match.start(), end))
    return definitions, instructions


_PART_MARK = re.compile(r"\s{0,60}(?:(?:PART|SECTION)[ ])?(?P<n>[IVX]{1,4}|[A-Z]|[0-9])[.)]?[ ]")
_NEXT_PART = {"I": "II", "II": "III", "III": "IV", "IV": "V", "V": "VI", "VI": "VII"}
_TITLE_LINE = re.compile(r"[.):]?[ ]{1,4}[A-Z][^\n.;?!]{2,90}(?<![,;])[ ]{0,4}\n")


def _next_part(folded: str, head: re.Match[str], end: int) -> int:
    """Where the next part begins, if a title that no list of headings knows stands over it.

    "I. Definitions" ends at "II." and a title, whatever the title says.
    """
    mark = _PART_MARK.match(head[0])
    if mark is None:
        return end
    n = mark["n"]
    value = str(int(n) + 1) if n.isdecimal() else _NEXT_PART.get(n) or chr(ord(n[-1]) + 1)
    named = mark[0][: mark.start("n") - mark.start()].strip()
    lead = rf"{re.escape(named)}[ ]{{1,4}}" if named else ""
    for found in re.finditer(rf"(?m)^[ ]{{0,60}}{lead}{value}(?=[.) ])", folded[head.end() : end]):
        if _TITLE_LINE.match(folded, head.end() + found.end()):
            return head.end() + found.start()
    return end
