"""A letter that tells of the subpoena it encloses, and the subpoena behind it (READING 7)."""

from __future__ import annotations

from tests.unit.reading.sheet import read_text

LETTER = (
    "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nSample Regional Office\n\n"
    "August 12, 2021\n\nExample Partners, LP, Attn: General Counsel\n200 Sample Avenue\n\n"
    "Re: In the Matter of Example Partners, LP (FW-00000)\n\nDear Counsel:\n\n"
    "The staff is conducting a non-public investigation. {encloses} "
    "It requires you to provide documents to us by September 2, 2021.\n"
    "Preserve everything described in the attachment; do not alter or discard it.\n\n"
    "Sincerely,\n\n/s/ Attorney W\nAttorney W\nSenior Counsel, Division of Enforcement\n"
)
SUBPOENA = (
    "SUBPOENA\nUNITED STATES OF AMERICA\nSECURITIES AND EXCHANGE COMMISSION\n\n"
    "TO: Example Partners, LP\nIn the Matter of Example Partners, LP (FW-00000)\n\n"
    "YOU MUST PRODUCE everything specified in the Attachment to officers of the Commission, at\n"
    "1 Sample Point Place, on September 2, 2021 at 5:00 p.m.\n\n"
    "FEDERAL LAW REQUIRES YOU TO COMPLY WITH THIS SUBPOENA.\n\n"
    "/s/ Attorney W\nAttorney W\nSenior Counsel\nDate: August 12, 2021\n\n"
    "Documents to be produced:\n1. A list of all investors, with dates of each subscription.\n"
    "2. Monthly valuation memoranda.\n3. Bank and brokerage statements.\n"
    "4. The compliance manual and every annual review of it.\n"
)


def test_the_subpoena_comes_before_the_letter_that_encloses_it() -> None:
    letter = LETTER.format(encloses="The enclosed subpoena has been issued as part of it.")
    reading = read_text(letter, SUBPOENA)
    assert reading.document_pages == (2,)
    assert len(reading.items) == 4
    assert [other.document_pages for other in reading.others] == [(1,)]
