"""Short invented papers that make a demand, with what they are."""

from __future__ import annotations

from tests.unit.reading.papers_agencies import DEMANDS_OF_AGENCIES
from tests.unit.reading.papers_courts import PROCESS_OF_COURTS
from tests.unit.reading.papers_letters import LETTERS_THAT_ASK
from tests.unit.reading.papers_process import PROCESS
from tests.unit.reading.papers_varied import VARIED_DEMANDS
from tests.unit.reading.sheet import Paper

DEMANDS: tuple[Paper, ...] = (
    *DEMANDS_OF_AGENCIES,
    *PROCESS_OF_COURTS,
    *LETTERS_THAT_ASK,
    *PROCESS,
    *VARIED_DEMANDS,
)
