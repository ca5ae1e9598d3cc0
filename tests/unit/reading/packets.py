"""Invented packets with their borders and roles; a page without a role goes on with the last.

``other`` is a document of its own whose role has no name.
"""

from __future__ import annotations

from tests.unit.reading import packets_parts as p
from tests.unit.reading.packets_parts import long_page

Page = tuple[str | None, str]


def _footed(text: str, foot: str) -> str:
    return f"{text.rstrip()}\n\n{foot}\n"


def _filed(text: str, document: str, page: str) -> str:
    line = f"|Case 1:20-mc-00055 Document {document} Filed 06/15/20 Page {page}"
    return f"{line}\n\n{text.strip()}\n"


def _long(first: str, role: str, count: int, topic: str, *inside: str) -> list[Page]:
    pages: list[Page] = [(role, first)]
    pages += [(None, long_page(n, topic)) for n in range(2, count - len(inside) + 1)]
    return pages + [(None, text) for text in inside]


COVER_SET: list[Page] = [("cover_letter", p.COVER), ("instrument", p.SUBPOENA)]
PACKETS: dict[str, list[Page]] = {
    "cover, subpoena, attachment": [*COVER_SET, ("schedule", p.ATTACHMENT)],
    "cover, subpoena, attachment, proof": [
        *COVER_SET, ("schedule", p.ATTACHMENT), ("proof_of_service", p.PROOF),
    ],
    "all six": [
        *COVER_SET, ("schedule", p.ATTACHMENT), ("notice_to_subject", p.CONSUMER_NOTICE),
        ("proof_of_service", p.PROOF), ("rule_text", p.RULE_TEXT),
    ],
    "agency cover, subpoena, schedule of two pages": [
        ("cover_letter", p.AGENCY_COVER), ("instrument", p.AGENCY_SUBPOENA),
        ("schedule", p.SCHEDULE), (None, p.SCHEDULE_ON),
    ],
    "agency subpoena, definitions, schedule": [
        ("instrument", p.AGENCY_SUBPOENA), ("definitions", p.DEFINITIONS), ("schedule", p.SCHEDULE),
    ],
    "agency subpoena, statute on the back": [
        ("instrument", p.AGENCY_SUBPOENA), ("rule_text", p.STATUTE),
    ],
    "grand jury, titled schedule": [
        ("instrument", p.GRAND_JURY), ("schedule", p.TITLED_SCHEDULE),
    ],
    "two subpoenas": [("instrument", p.SUBPOENA), ("instrument", p.SECOND_SUBPOENA)],
    "two subpoenas, each with its papers": [
        ("instrument", p.SUBPOENA), ("schedule", p.ATTACHMENT), ("proof_of_service", p.PROOF),
        ("instrument", p.SECOND_SUBPOENA), ("proof_of_service", p.AFFIDAVIT),
    ],
    "cover, two subpoenas, certificate": [
        *COVER_SET, ("instrument", p.SECOND_SUBPOENA), ("proof_of_service", p.CERTIFICATE),
    ],
    "subpoena, return, rule": [
        ("instrument", p.SUBPOENA), ("proof_of_service", p.RETURN), ("rule_text", p.RULE_TEXT),
    ],
    "subpoena, acknowledgment": [
        ("instrument", p.SUBPOENA), ("proof_of_service", p.ACKNOWLEDGMENT),
    ],
    "affidavit dated before service": [
        ("instrument", p.SUBPOENA), ("proof_of_service", p.EARLY_AFFIDAVIT),
    ],
    "customer notice": [
        ("instrument", p.AGENCY_SUBPOENA), ("notice_to_subject", p.CUSTOMER_NOTICE),
        ("schedule", p.SCHEDULE),
    ],
    "fax, detainer, warrant": [
        ("fax_cover", p.FAX), ("instrument", p.DETAINER), ("instrument", p.WARRANT),
    ],
    "transmittal, detainer": [("fax_cover", p.TRANSMITTAL), ("instrument", p.DETAINER)],
    "detainer, warrant": [("instrument", p.DETAINER), ("instrument", p.WARRANT)],
    "envelope, cover, subpoena": [("envelope", p.ENVELOPE), *COVER_SET],
    "cover, blank, subpoena": [
        ("cover_letter", p.COVER), ("blank", p.BARE), ("instrument", p.SUBPOENA),
    ],
    "subpoena, left blank, attachment": [
        ("instrument", p.SUBPOENA), ("blank", p.SEPARATOR), ("schedule", p.ATTACHMENT),
    ],
    "records request with an earlier letter": [
        ("instrument", p.REQUEST), ("other", p.EARLIER_LETTER),
    ],
    "warrant with two attachments": [
        ("instrument", p.SEARCH_WARRANT), ("schedule", p.ATTACHMENT), ("schedule", p.ATTACHMENT_B),
    ],
    "preservation and subpoena": [("instrument", p.PRESERVATION), ("instrument", p.SUBPOENA)],
    "motion with exhibits by filing line": [
        ("other", _filed(p.MOTION, "12", "1 of 2")), (None, _filed(p.MOTION_ON, "12", "2 of 2")),
        ("exhibit", _filed(p.EXHIBIT_1, "12-1", "1 of 3")),
        (None, _filed(p.AGENCY_SUBPOENA, "12-1", "2 of 3")),
        (None, _filed(p.SCHEDULE, "12-1", "3 of 3")),
        ("other", _filed(p.DECLARATION, "12-2", "1 of 1")),
        ("other", _filed(p.ORDER, "12-3", "1 of 1")),
    ],
    "filing line decides against the look": [
        ("other", _filed(p.MOTION, "7", "1 of 3")),
        (None, _filed(p.SUBPOENA, "7", "2 of 3")), (None, _filed(p.MOTION_ON, "7", "3 of 3")),
    ],
    "filing line decides without a title": [
        ("other", _filed(p.MOTION, "7", "1 of 1")),
        ("other", _filed(long_page(2, "The log"), "7-1", "1 of 2")),
        (None, _filed(long_page(3, "The log"), "7-1", "2 of 2")),
    ],
    "motion, exhibits by title": [
        ("other", p.MOTION), (None, p.MOTION_ON), ("exhibit", p.EXHIBIT_B),
    ],
    "motion, proposed order": [("other", p.MOTION), (None, p.MOTION_ON), ("other", p.ORDER)],
    "page numbers begin again": [
        ("cover_letter", _footed(p.COVER, "Page 1 of 1")),
        ("instrument", _footed(p.AGENCY_SUBPOENA, "Page 1 of 2")),
        (None, _footed(long_page(2, "The duty to produce"), "Page 2 of 2")),
    ],
    "numbers begin again without a title": [
        ("instrument", _footed(p.AGENCY_SUBPOENA, "Page 1 of 2")),
        (None, _footed(long_page(2, "The duty to produce"), "Page 2 of 2")),
        ("other", _footed("June 4, 2024\n\n" + long_page(3, "The visit"), "Page 1 of 2")),
        (None, _footed(long_page(4, "The visit"), "Page 2 of 2")),
    ],
    "letter of three pages": [
        ("instrument", p.REQUEST.replace("Sincerely,\nRequester D\n", "")),
        (None, "Records Custodian\nApril 2, 2024\nPage 2\n\n" + long_page(2, "The request")),
        (None, "Records Custodian\nApril 2, 2024\nPage 3\n\n" + long_page(3, "The request")
         + "\nSincerely,\nRequester D\n"),
    ],
    "letter with its signature on a page of its own": [
        ("instrument", p.REQUEST.replace("Sincerely,\nRequester D\n", "")),
        (None, "Sincerely,\n\nRequester D\nSample Newsroom\ncc: counsel\n"),
    ],
    "subpoena of twelve pages": _long(
        p.SUBPOENA, "instrument", 12, "The production",
        "APPENDIX TECHNIQUES ARE NOT TO BE USED\n" + long_page(12, "The form of production"),
    ),
    "long subpoena with headings inside": _long(
        p.AGENCY_SUBPOENA, "instrument", 5, "The production",
        "Schedule of production. Deliveries shall be made each week, as the officer says.\n"
        + long_page(5, "The deliveries"),
    ),
    "opinion that quotes a title": [
        ("other", ("UNITED STATES COURT OF APPEALS\nFOR THE EXAMPLE CIRCUIT\n\nNo. 20-1234\n\n"
         "OPINION\n\nThe agency served an administrative subpoena.\n")),
        (None, long_page(2, "The subpoena")),
        (None, "The paper was headed as follows:\n\nADMINISTRATIVE SUBPOENA\n\n"
         + long_page(3, "The heading")),
        (None, long_page(4, "The remedy")),
    ],
    "report that lists exhibits": [
        ("other", "County of Example\nInternal Audit Report\n\nWhat was found in the year.\n"),
        (None, long_page(2, "The audit")),
        (None, "List of exhibits\nExhibit A is the log.\nExhibit B is the policy.\n"
         + long_page(3, "The list")),
    ],
    "contract": [
        ("other", "AGREEMENT BETWEEN THE COUNTY OF EXAMPLE AND A CONTRACTOR\n\n"
         "The parties agree as follows.\n" + long_page(1, "The services")),
        (None, "7. Order of precedence. If the papers differ, this agreement governs.\n"
         + long_page(2, "The price")),
        (None, "12. Notices. Exhibit A to this agreement names the officers.\n"
         + long_page(3, "The term")),
    ],
    "subpoena that goes on": [("instrument", p.SUBPOENA), (None, long_page(2, "The production"))],
    "sentence that begins with an exhibit": [
        ("other", p.MOTION),
        (None, "Exhibit 4 shows that the county was served on May 2 and did not answer, and\n"
         "that nobody objected in time.\n" + long_page(2, "The service")),
    ],
    "order that goes on with a sentence": [
        ("other", p.ORDER.replace("United States District Judge\n", "")),
        (None, "ORDER of this Court was entered on May 1, and the county did not obey it.\n"
         + long_page(2, "The motion") + "\nUnited States District Judge\n"),
    ],
    "schedule that goes on under its own head": [
        ("instrument", p.AGENCY_SUBPOENA), ("schedule", p.SCHEDULE),
        (None, "SCHEDULE A (continued)\n" + p.SCHEDULE_ON),
    ],
    "same letter sent to two": [
        ("instrument", p.PRESERVATION),
        ("instrument", p.PRESERVATION.replace("Example Police", "Sample Police")),
    ],
}  # fmt: skip
