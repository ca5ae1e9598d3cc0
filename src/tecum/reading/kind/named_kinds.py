"""Whether a paper names itself what a kind of instrument names itself.

A letter that speaks of a subpoena which may come is none: process prints its name at its head,
or commands in so many words (READING 9).
"""

from __future__ import annotations

import re

from tecum.instruments.region import Region
from tecum.reading.paper.paper import Paper
from tecum.words import Kind

__all__ = ["is_named"]

_NAMES = {
    Kind.ADMINISTRATIVE_SUBPOENA: re.compile(
        r"\b(?:subpoena|demand|summon|command|citaci|requerimiento|examine|duces|directed|order)",
        re.IGNORECASE,
    ),
    Kind.CIVIL_SUBPOENA: re.compile(r"\b(?:subpoena|citaci|duces|command)", re.IGNORECASE),
    Kind.CRIMINAL_SUBPOENA: re.compile(
        r"\b(?:subpoena|citaci|duces|command|summon)", re.IGNORECASE
    ),
    Kind.PROSECUTOR_SUBPOENA: re.compile(
        r"\b(?:subpoena|citaci|command|summon|inquisition)", re.IGNORECASE
    ),
    Kind.STORED_COMMUNICATIONS_ORDER: re.compile(
        r"\b2703\b|\bstored\b|\barticulable\b|\belectronic communication", re.IGNORECASE
    ),
    Kind.GRAND_JURY_SUBPOENA: re.compile(r"\bgrand jury|\bgran jurado", re.IGNORECASE),
    Kind.COURT_ORDER: re.compile(
        r"\b(?:court|judge|justice|magistrate|tribunal|juez|chambers)\b", re.IGNORECASE
    ),
    Kind.ARREST_WARRANT: re.compile(r"\b(?:warrant|arrest|capias|orden)\b", re.IGNORECASE),
}


_PROCESS = frozenset(
    {
        Kind.ADMINISTRATIVE_SUBPOENA, Kind.CIVIL_SUBPOENA, Kind.CRIMINAL_SUBPOENA,
        Kind.PROSECUTOR_SUBPOENA,
    }
)  # fmt: skip
_COMMANDS = re.compile(
    r"\b(?:you|se le|witness|custodian)\b[^.;:]{0,40}\b(?:commanded|summoned|subpoenaed|directed"
    r"|required|ordered|cited|ordena|cita|emplaza|requiere)\b"
    r"|\b(?:command|summon|subpoena|order|direct|require)s? you\b"
    r"|\b(?:this|the within|the attached|esta|este|la presente) (?:\w{3,16} ){0,2}(?:subpoena"
    r"|summons|demand|citation|order|command|citaci[oó]n|requerimiento)\b"
    r"|\bserved with a subpoena\b|\bby (?:authority|virtue) of\b",
    re.IGNORECASE,
)
"""What process says of itself; a letter speaks of process that may come, or that there was."""


def is_named(paper: Paper, kind: Kind, aside: tuple[tuple[int, int], ...]) -> bool:
    """Whether a paper has any of the words that every instrument of a kind prints of itself."""
    words = _NAMES.get(kind)
    if words is None:
        return True
    if kind not in _PROCESS:
        return paper.search(words) is not None
    own = [m for m in paper.find(words) if not any(a <= m.start() < b for a, b in aside)]
    if not own:
        return False
    head = {Region.TITLE, Region.CAPTION, Region.HEADER}
    return paper.search(_COMMANDS) is not None or any(
        head & paper.regions[paper.index_at(m.start())] for m in own
    )
