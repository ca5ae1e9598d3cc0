"""What an instrument tells about who signed it, where the title leaves two roles open.

A county attorney prosecutes in some states and advises the county's offices in others. One who
commands by subpoena in an investigation has the power of a prosecutor (for instance K.S.A.
22-3101, Minn. Stat. 388.23); an officer who only advises has none. So it is with the deputies of
an attorney general: before a grand jury they prosecute.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tecum.provenance import Read
from tecum.reading.result import ReadSignatory
from tecum.words import Band, Kind, SignatoryRole

__all__ = ["role_by_instrument"]

_COUNTY = re.compile(r"\bcounty attorney\b", re.IGNORECASE)
_OF_GENERAL = re.compile(r"\b(?:deputy|assistant)\b.{0,20}\battorney general\b", re.IGNORECASE)
_BY_PROSECUTORS = frozenset(
    {Kind.PROSECUTOR_SUBPOENA, Kind.ADMINISTRATIVE_SUBPOENA, Kind.CRIMINAL_SUBPOENA}
)


def role_by_instrument(signatory: ReadSignatory, kind: Read[Kind]) -> ReadSignatory:
    """The signatory, a prosecutor where the county's attorney commands by such a subpoena.

    Likewise a deputy of the attorney general who signs the subpoena of a grand jury.
    """
    role, title = signatory.role, signatory.title.value or ""
    if role.value is SignatoryRole.AGENCY_OFFICER and _OF_GENERAL.search(title):
        if kind.value is Kind.GRAND_JURY_SUBPOENA:
            role = replace(role, value=SignatoryRole.PROSECUTOR)
        return replace(signatory, role=role)
    if role.value is not SignatoryRole.ATTORNEY or not _COUNTY.search(title):
        return signatory
    band = max(role.band, Band.LIKELY, key=list(Band).index)
    value = SignatoryRole.PROSECUTOR if kind.value in _BY_PROSECUTORS else role.value
    return replace(signatory, role=replace(role, value=value, band=band))
