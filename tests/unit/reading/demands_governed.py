# ruff: noqa: E501 - a printed sentence stays on one line
"""Demands with several lists of which one is asked for, and with series inside a sentence."""

from __future__ import annotations

__all__ = ["GOVERNED"]

GOVERNED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "facts-before",
        "Three facts trouble the Committee:\n1. Crews were released early.\n2. The map was down.\n3. Two homes were not on the list.\n\nPlease supply by January 30, 2026:\n1. all messages with contractors\n2. the restoration plan\n",
        ("all messages with contractors", "the restoration plan"),
    ),
    (
        "what-we-do-after",
        "Kindly see to it that these are laid out for me:\n- payroll journals\n- time cards\n\nDuring the visit I shall wish to:\n- tour the plant\n- speak with workers\n",
        ("payroll journals", "time cards"),
    ),
    (
        "reasons-after",
        "I request copies of:\n- the pursuit policy\n- dashboard video of March 14\n\nI ask that fees be waived, because:\n- I write for a newspaper\n- nobody here will profit\n",
        ("the pursuit policy", "dashboard video of March 14"),
    ),
    (
        "not-wanted",
        "Please let me have:\n- the card activity since May 1\n- video of each cash-out\n\nI already have these, so do not send:\n- the hotel folio\n- parking video\n",
        ("the card activity since May 1", "video of each cash-out"),
    ),
    (
        "persons-first",
        "We ask for records of these recipients:\n1. Patient AA\n2. Patient BB\n\nFor each of them, within ten days, please forward:\n- the treatment chart\n- the claim history\n",
        ("the treatment chart", "the claim history"),
    ),
    (
        "rights-after",
        "The employer is ordered to bring to the hearing:\n- the written warnings\n- time records\n\nParties have the right to:\n- be represented\n- question witnesses\n",
        ("the written warnings", "time records"),
    ),
    (
        "sheet-named",
        "You are commanded to produce the following documents: See Schedule B. Schedule A defines terms.\fSCHEDULE A\n1. Crew of Foreman H, lettuce\n2. Crew of Foreman I, broccoli\fSCHEDULE B\n1. Pay records for each crew.\n2. Instructions given to you on rounding of hours.",
        ("Pay records for each crew.", "Instructions given to you on rounding of hours."),
    ),
    (
        "pointed-at-from-above",
        'You are requested to produce within 30 days the materials enumerated below. As used here, "unit" means unit 118.\n1. The rental agreement for the unit.\n2. Gate logs for November 14.\n',
        ("The rental agreement for the unit.", "Gate logs for November 14."),
    ),
    (
        "only-one-meant",
        "We request that Glint answer in writing the numbered inquiries in this letter.\n\n1. Name each company to which sleep scores went.\n2. How is age checked?\n3. Describe the opt-out.\n",
        (
            "Name each company to which sleep scores went.",
            "How is age checked?",
            "Describe the opt-out.",
        ),
    ),
    (
        "part-of-unknown-title",
        'ATTACHMENT\nI. Definitions\nA. "Notes" means the notes of 2024.\nB. "You" means the bank.\nII. What to produce, for 2024\nA. Trade tickets for each purchase.\nB. Letters that mention the Notes.\n',
        ("Trade tickets for each purchase.", "Letters that mention the Notes."),
    ),
    (
        "board-needs-lines",
        "For its review of the complaint the Board needs:\n\nbody-worn camera video of each officer\n\ndispatch audio\n\ncomplaint history of the officers\n\nThe Board meets June 24.\n",
        (
            "body-worn camera video of each officer",
            "dispatch audio",
            "complaint history of the officers",
        ),
    ),
    (
        "negative-order-after",
        "The establishment is to furnish the Program with:\n(1) its recall plan;\n(2) swab results since June.\n\nIn the meantime the establishment shall not:\n(a) ship product;\n(b) resume slicing.\n",
        ("its recall plan", "swab results since June."),
    ),
    (
        "articles-make-members",
        "You are summoned and commanded to bring and produce at that time and place the tow ticket for the truck, any photographs made at the scene, and the release sheet.\n",
        ("the tow ticket for the truck", "any photographs made at the scene", "the release sheet"),
    ),
    (
        "two-things",
        "Could you send us the booking sheet and any detainer for the file?\n",
        ("the booking sheet", "any detainer for the file"),
    ),
    (
        "name-and-address-is-one",
        "Please provide the name and address of each tenant.\n",
        ("the name and address of each tenant",),
    ),
    (
        "described-not-cut",
        "We request an itemized bill showing codes, charges and the balance.\n",
        ("an itemized bill showing codes, charges and the balance",),
    ),
    (
        "body-subpoenas",
        "The Board hereby subpoenas the full record of the patient, together with the films in their original format.\n",
        ("the full record of the patient", "the films in their original format"),
    ),
    (
        "writ-of-old",
        "WE COMMAND YOU that you bring with you and produce the treatment record of Claimant F; an itemized statement of charges, now in your custody, and all other deeds, evidences and writings which you have concerning the premises.\n",
        ("the treatment record of Claimant F", "an itemized statement of charges"),
    ),
    (
        "why-and-whither",
        "Please send the fire report to this office so that we can close the claim.\n",
        ("the fire report",),
    ),
    (
        "grateful-for",
        "We would be grateful for an itemized statement of the stay, the UB-04 form, and the operative report.\n",
        ("an itemized statement of the stay", "the UB-04 form", "the operative report"),
    ),
)
