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
    r"|Taxpayer|Claimant|Applicant|Decedent|Beneficiary|Licensee|Worker|Driver|User"
    r"|Persona|Sujeto|Paciente|Emplead[oa]|Funcionari[oa]|Estudiante|Alumn[oa]|Detenid[oa]"
)
_CALLED = rf"(?:{_PART}|(?:{_PART.upper()}))[ -](?:[A-Z]|[1-9]\d?|Doe|DOE|Roe|ROE)"
PART_AND_LETTER = re.compile(rf"{_CALLED}(?:, [A-Z][a-z]{{2,20}})?")
"""Such a name and nothing else."""
_ABOUT = re.compile(
    r"\b(?i:of|about|regarding|concerning|on|for|with|by|that|del|de|sobre|"
    r"(?:pertaining|relating|related|referring|relative) to|named?|against|between)\s{1,9}"
    rf"(?i:the\s{{1,9}}|your\s{{1,9}}|la\s{{1,9}}|el\s{{1,9}})?(?P<name>{_CALLED})(?![\w-])"
)
_COUNSEL = re.compile(
    r"\b(?:on behalf of|counsel for|attorneys? for|signed by|represents?)\s{0,3}$", re.I
)
_MOST = 6


def asked_about(paper: Paper) -> Iterator[re.Match[str]]:
    """Where somebody so called is what a paper's words are about; whoever signs it is not.

    Names in capitals stand in captions, whose parties need not be whom the demand is about.
    """
    own = {
        line.text.strip().casefold()
        for line in paper.lines
        if PART_AND_LETTER.fullmatch(line.text.strip())
    }
    count = 0
    for match in paper.find(_ABOUT):
        said = match["name"].casefold()
        if _COUNSEL.search(paper.words[: match.start("name")][-30:]):
            continue
        if said not in own and not match["name"].isupper() and count < _MOST:
            count += 1
            yield match
