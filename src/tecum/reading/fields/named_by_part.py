"""Persons whom a paper calls by their part and a letter: "Employee L", "Patient Doe".

Such a name is its own label: it says as what somebody is meant and that the name is held back,
as is done for children, patients, witnesses and in papers made public. Who is so called where
records "of", "about" or "concerning" somebody are asked for is whom the demand is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.reading.paper.paper import Paper

__all__ = ["PART_AND_LETTER", "asked_about"]

_PART = (
    r"Subject|Person|Individual|Patient|Employee|Student|Pupil|Child|Minor|Juvenile|Youth|Inmate"
    r"|Detainee|Prisoner|Offender|Parolee|Probationer|Resident|Tenant|Customer|Subscriber|Patron"
    r"|Taxpayer|Claimant|Applicant|Decedent|Beneficiary|Licensee|Worker|Driver|User|Obligor|Debtor"
    r"|Client|Member|Insured|Nurse|Physician|Doctor|Therapist|Teacher|Alien|Noncitizen|Spouse"
    r"|Parent"
    r"|Persona|Sujeto|Paciente|Emplead[oa]|Funcionari[oa]|Estudiante|Alumn[oa]|Detenid[oa]"
)
_PARTY = r"Respondent|Defendant|Plaintiff|Petitioner|Complainant|Charging Party|(?:Child )?Witness"
_LETTER = r"[ -](?:[A-Z]|[1-9]\d?|Doe|DOE|Roe|ROE)"
_CALLED = rf"(?:{_PART}|(?:{_PART.upper()})){_LETTER}"
PART_AND_LETTER = re.compile(rf"{_CALLED}(?:, [A-Z][a-z]{{2,20}})?")
"""Such a name and nothing else."""
_WHO = (
    r"customer|account ?holder|subscriber|taxpayer|patient|student|pupil|employee|worker|inmate"
    r"|detainee"
    r"|prisoner|person|individual|defendant|child|minor|resident|tenant|member|insured|body of"
    r"|national|(?:con)?nacional(?:\s{1,4}\w{4,16})?|ciudadan[oa](?:\s{1,4}\w{4,16})?"
    r"|consumer|respondent|claimant|decedent|juvenile|youth|alien|noncitizen|debtor|obligor|client"
)
_ABOUT = re.compile(
    r"\b(?i:of|about|regarding|concern(?:s|ing)?|on|for|with|by|that|in|to|from|before|del|de"
    r"|sobre|"
    r"(?:pertaining|relating|related|referring|relative) to|named?|names|against|between"
    r"|bring|deliver|detain|release|interview|keep|hold|take|arrest|apprehend|means)\s{1,9}"
    rf"(?i:the\s{{1,9}}|your\s{{1,9}}|la\s{{1,9}}|el\s{{1,9}})?"
    rf"(?:(?i:{_WHO}|(?:plaintiff|defendant|petitioner),)\s{{1,9}})?(?:(?:Dr|Mrs?|Ms|Dra|Sra?)\.\s{{1,9}})?"
    rf"(?P<name>{_CALLED})(?![\w-])(?:,?\s{{1,9}}and\s{{1,9}}(?P<second>{_CALLED})(?![\w-]))?"
)
_OF_PARTY = re.compile(
    r"\b(?i:records?|charts?|files?|statements?|results?|accounts?|notes?|documents?|histor(?:y"
    r"|ies)"
    r"|information|sheets?|papers|logs?|data|images?|recordings?|video|interviews?|plans?|wages"
    r"|everything)"
    r"\b[^.;\n]{0,60}?\s(?i:of|about|regarding|concerning|on|for|held by|showing what)\s{1,9}"
    rf"(?i:the\s{{1,9}})?(?P<name>(?:{_PARTY}){_LETTER})(?![\w-])"
)
"""Parties are whom a demand is about only where records of theirs are asked for."""
_IN_ROW = re.compile(
    rf"^[ ]{{0,40}}(?P<name>{_CALLED})[ ]{{1,40}}(?=[0-9]{{1,2}}[/-][0-9]{{1,2}}[/-]"
    rf"|[A-Z][a-z]{{2,8}} [0-9])",
    re.MULTILINE,
)
"""A row of a table that names persons with days of theirs."""
_IN_BRACKETS = re.compile(
    r"\b(?i:records?|files?|information|documents?|data)(?i:\s(?:wanted|requested|sought|needed|asked))?"
    rf"\s?\((?P<name>{_CALLED})(?![\w-])(?:,?\s(?:and\s)?(?P<second>{_CALLED})(?![\w-]))?"
)
"""Whose records are asked for, in brackets behind the word for them."""
_ANYBODY = re.compile(rf"(?:{_CALLED}|(?:{_PARTY}){_LETTER})(?![\w-])")
"""Somebody so called, wherever it is: without one, no words are about one."""
_OF_THE_PARTY = re.compile(
    r"\b(?i:records?|charts?|files?|statements?|results?|accounts?|notes?|documents?|histor(?:y|ies)"
    r"|information|sheets?|papers|logs?|data|images?|recordings?|video|wages|earnings|earned"
    r"|everything|calls|images|photographs?)\b[^.;\n]{0,90}?\s(?i:of|about|regarding|concerning|for"
    r"|between|and|to|with)\s{1,9}(?i:the\s{1,9}(?P<part>defendant|respondent|plaintiff|petitioner"
    r"|decedent|claimant|applicant))(?![\w-])"
    r"|\b(?i:the|said)\s{1,9}(?P<owner>(?i:defendant|respondent|plaintiff|petitioner|decedent"
    r"|claimant|applicant))['’]s\s{1,9}(?:[\w-]{2,14}\s{1,9}){0,4}?"
    r"(?i:records?|charts?|files?|statements|medical|account|history|wages|earnings|images|photographs?)\b"
)
"""Records of a party, whom only the caption names ("statements of the defendant")."""
_CAPTIONED = re.compile(
    rf"(?m)^[ ]{{0,60}}(?P<name>{_CALLED}),?(?:[ ]{{0,30}}\n[ )x|]{{0,40}}){{0,3}}[ ]{{0,9}}"
    r"(?P<part>(?i:defendant|respondent|plaintiff|petitioner|decedent|claimant|applicant))s?\b"
)
"""A party of a caption, over the word for its part in the case."""
_FOR_WHOM = re.compile(
    rf"\b(?:I|[Ww]e|[Tt]his\s(?:firm|office))\s{{1,9}}represents?\s{{1,9}}(?P<name>{_CALLED})(?![\w-])"
    rf"|(?P<debtor>{_CALLED}),?\s{{1,9}}(?i:judgment[ -]debtor)\b"
)
"""Whose evidence a lawyer wants kept, and whose means an information subpoena asks for."""
_COUNSEL = re.compile(
    r"\b(?:on behalf of|counsel for|attorneys? for|signed by|represents?)\s{0,3}$", re.I
)
_MOST = 6


def asked_about(paper: Paper) -> Iterator[tuple[str, int]]:
    """Where somebody so called is what a paper's words are about; whoever signs it is not.

    Names in capitals stand in captions, whose parties need not be whom the demand is about.
    """
    alone: dict[str, int] = {}
    for i in paper.lines_where(PART_AND_LETTER):
        text = paper.lines[i].text.strip()
        if PART_AND_LETTER.fullmatch(text):
            alone[text.casefold()] = paper.start_of(i)
    count = 0
    patterns = (_ABOUT, _OF_PARTY, _IN_ROW, _IN_BRACKETS) if paper.search(_ANYBODY) else ()
    for match in sorted(
        (m for pattern in patterns for m in paper.find(pattern)),
        key=lambda m: m.start("name"),
    ):
        if _COUNSEL.search(paper.words[: match.start("name")][-30:]):
            continue
        for group in ("name", "second"):
            name = match.groupdict().get(group)
            # Behind the words a name on a line of its own is a signature, before them a caption.
            signs = name is not None and alone.get(name.casefold(), -1) > match.start()
            if name and not signs and not name.isupper() and count < _MOST:
                count += 1
                yield name, match.start(group)
    yield from _parties(paper)
    for match in paper.find(_FOR_WHOM):
        group = "name" if match["name"] else "debtor"
        yield match[group], match.start(group)


def _parties(paper: Paper) -> Iterator[tuple[str, int]]:
    """The parties of whom records are asked for by their part in the case alone."""
    asked = {(match["part"] or match["owner"]).lower() for match in paper.find(_OF_THE_PARTY)}
    if not asked:
        return
    named: dict[str, list[re.Match[str]]] = {}
    for match in paper.find(_CAPTIONED):
        named.setdefault(match["part"].lower(), []).append(match)
    for part in sorted(asked & named.keys()):
        if len({match["name"] for match in named[part]}) == 1:
            yield named[part][0]["name"], named[part][0].start("name")
