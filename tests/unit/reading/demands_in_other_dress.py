# ruff: noqa: E501 - a printed sentence stays on one line
"""Lists and series in the dress that papers give them, with what each asks for."""

from __future__ import annotations

__all__ = ["IN_OTHER_DRESS"]

IN_OTHER_DRESS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "org-requests-under-law",
        "August 5, 2025\nDear Custodian:\nTenants' Voice of Ashbury requests, under the Freedom of Information Law, the inspection reports for Linden Court for 2023; the elevator service contract now in force; a tally of heat complaints by building; and any notice to staff on how complaints are logged.\n\nIf any part is denied, cite the exemption.",
        (
            "the inspection reports for Linden Court for 2023",
            "the elevator service contract now in force",
            "a tally of heat complaints by building",
            "any notice to staff on how complaints are logged",
        ),
    ),
    (
        "withdrawn",
        "You are required to produce, within twenty-one (21) days after service, the following:\nRequest 1. Loan files for borrowers 114 and 120.\nRequest 2. [WITHDRAWN]\nRequest 3. E-mail between the loan desk and the guarantee office.\nRequest 4. Reserved.\nRequest 5. The credit policy in force in 2022.",
        (
            "Loan files for borrowers 114 and 120.",
            "E-mail between the loan desk and the guarantee office.",
            "The credit policy in force in 2022.",
        ),
    ),
    (
        "omitted",
        "Please produce the following documents:\n1. The lease for Unit 4.\n2. Intentionally omitted.\n3. The rent ledger for 2023.",
        ("The lease for Unit 4.", "The rent ledger for 2023."),
    ),
    (
        "parts-with-titles",
        'RIDER 1\nA. Terms used\nI. "The Vessel" is the tug Kestrel.\nII. "The Incident" is the contact with Berth 7 on June 11, 2022.\nB. How to produce\nI. Records kept electronically may be delivered on a drive.\nII. Please mark each page with a number.\nC. What is to be produced\nI. The berth assignment log for June 2022;\nII. Camera footage of Berth 7;\nIII. Invoices for the repair of Berth 7.',
        (
            "The berth assignment log for June 2022",
            "Camera footage of Berth 7",
            "Invoices for the repair of Berth 7.",
        ),
    ),
    (
        "and-to-bring",
        "You are commanded to search the office of Kettle Pawn, 90 Rail Street, for\n1. pawn tickets for March 2025\n2. the camera recorder\n3. the serial number ledger\nand to bring them before this court. This warrant is to be executed within five days of its date.\nGiven under my hand April 25, 2025.",
        ("pawn tickets for March 2025", "the camera recorder", "the serial number ledger"),
    ),
    (
        "and-send",
        "Within 48 hours please tell me:\n- a number at which families reach a nurse\n- how many aides were on the floor\n- how many residents are ill today\nand send it by e-mail. I have a right of access.",
        (
            "a number at which families reach a nurse",
            "how many aides were on the floor",
            "how many residents are ill today",
        ),
    ),
    (
        "of-receiving",
        "You are asked to send me, within ten business days of receiving this letter, receipts or card statements for your fare and hotel, your e-mail with the builder for the month before you left, and a corrected disclosure form.",
        (
            "receipts or card statements for your fare and hotel",
            "your e-mail with the builder for the month before you left",
            "a corrected disclosure form",
        ),
    ),
    (
        "set-out-here",
        "Under Rule 8210 you are required to give us what is set out here by November 23, 2021: a signed statement that tells how your customer came to buy the notes; statements for each bank account; and the number of each mobile phone.",
        (
            "a signed statement that tells how your customer came to buy the notes",
            "statements for each bank account",
            "the number of each mobile phone",
        ),
    ),
    (
        "title-then-to",
        "SUBPOENA TO APPEAR AND PRODUCE\nTO: Broker B, Lowell & Finch Realty\n\nYOU ARE COMMANDED to be at the office of the Commission on June 1, 2018, at 1:30 p.m., then and there to give evidence, and to produce the trust account register for the year 2017, the listing agreement and the two offers on 9 Cholla Circle, and texts between you and the buyers.",
        (
            "the trust account register for the year 2017",
            "the listing agreement and the two offers on 9 Cholla Circle",
            "texts between you and the buyers",
        ),
    ),
    (
        "fax-head",
        "FAX - Harborview Cardiology\nTo: Medical Records, Tri-Rivers Hospital\n\nBefore that visit please send the discharge summary of the January stay, the last echo report and the medication list.",
        (
            "the discharge summary of the January stay",
            "the last echo report",
            "the medication list",
        ),
    ),
    (
        "three-with-complements",
        "Under section 119.07 I ask to inspect the spray logs for April, the contract with the helicopter company and complaints that beekeepers sent you since January 2017.",
        (
            "the spray logs for April",
            "the contract with the helicopter company",
            "complaints that beekeepers sent you since January 2017",
        ),
    ),
    (
        "pair-lease",
        "I need you to send me by January 20, 2026 a copy of my lease and the water bills you say I owe.",
        ("a copy of my lease", "the water bills you say I owe"),
    ),
    (
        "pair-video",
        "I also want the cafeteria video and the statements other students wrote.",
        ("the cafeteria video", "the statements other students wrote"),
    ),
    (
        "see-everything",
        "Before the meeting I need to see everything in my child's file about the cafeteria incident.",
        ("everything in my child's file about the cafeteria incident",),
    ),
    (
        "enclose",
        "Within ten (10) days of receiving this letter, enclose the signed contract with all change orders, proof of the payments you received, and the building permit.",
        (
            "the signed contract with all change orders",
            "proof of the payments you received",
            "the building permit",
        ),
    ),
    (
        "both-by",
        "Could you send me the gate code log for unit 114, plus the rental agreement with the copy of the ID you made? I'd like to have both by Friday if you can.",
        ("the gate code log for unit 114", "the rental agreement with the copy of the ID you made"),
    ),
    (
        "an-answer",
        "Please send the current registration list with all fields. We ask for an answer within 15 days of the date of this letter.",
        ("the current registration list with all fields",),
    ),
    (
        "file-under-seal",
        "It is ORDERED that the Department of Child Welfare file with the Clerk under seal, within ten (10) court days after service of this Order, the complete agency file of Subject A, including but not limited to intake notes, home visit notes and photographs. The caseworker need not attend.",
        (
            "the complete agency file of Subject A, including but not limited to intake notes, home visit notes and photographs",
        ),
    ),
    (
        "remaining-numbers",
        "Thank you for what came. The following have not come yet and I would ask you to let me have them by noon on July 1, 2022:\n(3) payroll change notices for the two lieutenants\n(6) texts between the undersheriff and the county manager\n(7) the promotion policy that was in force before 2020\n\nNumbers 1, 2, 4 and 5 we regard as done.",
        (
            "payroll change notices for the two lieutenants",
            "texts between the undersheriff and the county manager",
            "the promotion policy that was in force before 2020",
        ),
    ),
    (
        "from-two",
        "One week earlier, that is by June 17, 2019, please deliver:\n2. tax returns for 2016, 2017 and 2018\n3. your telephone bills for March and April\n4. the mortgage statement\n\nIf you fail to do so the company may deny the claim.",
        (
            "tax returns for 2016, 2017 and 2018",
            "your telephone bills for March and April",
            "the mortgage statement",
        ),
    ),
    (
        "subheads",
        "We ask for these records:\nBefore the storm\n1. The vegetation plan that the Company filed for 2025 and the comments of the staff on it\n2. Mutual aid agreements in force on December 1, 2025\nDuring the storm\n3. Situation reports that the Company sent to the Commission or to the state operations center\n4. The Company's own count of homes without power, hour by hour\nAfter the storm\n5. Drafts and the final text of the after-action paper\n6. Slides and recordings of the December workshop",
        (
            "The vegetation plan that the Company filed for 2025 and the comments of the staff on it",
            "Mutual aid agreements in force on December 1, 2025",
            "Situation reports that the Company sent to the Commission or to the state operations center",
            "The Company's own count of homes without power, hour by hour",
            "Drafts and the final text of the after-action paper",
            "Slides and recordings of the December workshop",
        ),
    ),
    (
        "do-not-lose",
        "You are on notice: do not throw away, change or lose\n1) pictures and drone clips your people took\n2) messages between the foreman and the office that week\n3) the torn underlayment that was carried off in your truck\n\nKeep them until you hear from me.",
        (
            "pictures and drone clips your people took",
            "messages between the foreman and the office that week",
            "the torn underlayment that was carried off in your truck",
        ),
    ),
    (
        "write-to-you-for",
        "I served from 1969 to 1972. The county office told me to write to you for\n\nmy separation paper (all pages)\n\nthe entrance and the exit physical\n\nunit orders that show I was at the range\n\nMy copy burned with the house. Whatever you can find will help an old man.",
        (
            "my separation paper (all pages)",
            "the entrance and the exit physical",
            "unit orders that show I was at the range",
        ),
    ),
    (
        "glad-to-receive",
        "We should be glad to receive, within three weeks of this letter's date,\n\nthe transcript\n\nthe statement of account for the last two terms, with any refund due\n\ncorrespondence with the bursar\n\n/s/ Counsel for the Estate",
        (
            "the transcript",
            "the statement of account for the last two terms, with any refund due",
            "correspondence with the bursar",
        ),
    ),
    (
        "spanish-lines",
        "Mi hijo estuvo con ustedes y salió enfermo. Les pido por favor\n\nlos papeles de la enfermería y las medicinas que le dieron\n\nel video del pasillo la noche del 6\n\nuna constancia de la fecha en que entró\n\nYo no manejo computadora.",
        (
            "los papeles de la enfermería y las medicinas que le dieron",
            "el video del pasillo la noche del 6",
            "una constancia de la fecha en que entró",
        ),
    ),
    (
        "second-limb",
        "ORDERED that Defendant shall produce, within ten days of this Order,\na) germination test sheets for lots 40 through 58;\nand, within twenty-one (21) days of this Order,\nb) e-mail of the seed lab about those lots; and\nc) refunds paid to growers.\nRequest 9 is denied.",
        (
            "germination test sheets for lots 40 through 58",
            "e-mail of the seed lab about those lots",
            "refunds paid to growers.",
        ),
    ),
    (
        "table-by",
        "To begin, we need what is in this table by the day in the last column.\n#   We need   By\n1   List of take-home vehicles   September 15, 2023\n2   The take-home policy   September 15, 2023\n3   Fuel card transactions   September 29, 2023",
        ("List of take-home vehicles", "The take-home policy", "Fuel card transactions"),
    ),
    (
        "table-part",
        "The Board commands you to give to its inspector what the table names, on or before the day beside it.\nPart   Records   On or before\n(a)   Compounding logs for eye drops, original   July 11, 2025\n(b)   Sterility test results   July 11, 2025",
        ("Compounding logs for eye drops, original", "Sterility test results"),
    ),
    (
        "bring-and-tell",
        "It is ordered that the Sheriff bring Subject A before a camera in the jail at 1:30 p.m. on March 24, 2026, so that the small claim may be heard, and tell the clerk beforehand if Subject A has been let go or moved.",
        (
            "bring Subject A before a camera in the jail at 1:30 p.m. on March 24, 2026",
            "tell the clerk beforehand if Subject A has been let go or moved",
        ),
    ),
    (
        "where-lot",
        "Our roof man must know where the lot ends. Kindly send us the deed from 1930.",
        ("the deed from 1930",),
    ),
    (
        "pair-one-thing",
        "Please send the name and address of each owner.",
        ("the name and address of each owner",),
    ),
    (
        "relating-pair",
        "Please produce all documents concerning the hiring and the firing of the clerk.",
        ("all documents concerning the hiring and the firing of the clerk",),
    ),
    (
        "contract-between",
        "Please send the contract between the city and the county.",
        ("the contract between the city and the county",),
    ),
    (
        "letters-to",
        "Send me the letters to the tenant and the owner.",
        ("the letters to the tenant and the owner",),
    ),
    (
        "records-of",
        "Please furnish the records of the clinic and the pharmacy for 2023.",
        ("the records of the clinic and the pharmacy for 2023",),
    ),
    (
        "defs-numbered",
        'DEFINITIONS\n1. "Document" means any writing.\n2. "You" means the company.\n\nDOCUMENTS TO BE PRODUCED\n1. The lease.\n2. The ledger for 2023.\n\nINSTRUCTIONS\n1. Number each page.\n2. State what is withheld.',
        ("The lease.", "The ledger for 2023."),
    ),
    (
        "council-demands",
        "The Riverside Neighborhood Council demands, pursuant to the Open Records Act: the bid tabulation for the pool; the contract with the low bidder; and every change order.",
        (
            "the bid tabulation for the pool",
            "the contract with the low bidder",
            "every change order",
        ),
    ),
    (
        "estate-seeks",
        "Counsel for the estate seeks the brokerage statements for 2022, the account application and the beneficiary designation.",
        (
            "the brokerage statements for 2022",
            "the account application",
            "the beneficiary designation",
        ),
    ),
    (
        "one-withdrawn-nested",
        "Produce the following:\n1. Personnel records:\n(a) the application\n(b) [Deleted]\n(c) each evaluation\n2. The training file.",
        ("the application", "each evaluation", "The training file."),
    ),
    (
        "parts-arabic",
        'ATTACHMENT A\nI. Definitions\n1. "Company" means the carrier.\n2. "Record" means any writing.\nII. Instructions\n1. Number each page.\n2. Send a log of what is withheld.\nIII. Documents Requested\n1. The bill of lading for load 441.\n2. The driver\'s hours of service logs for May 2023.',
        ("The bill of lading for load 441.", "The driver's hours of service logs for May 2023."),
    ),
    (
        "statute-behind",
        "You are commanded to produce the following:\n1. The lease.\n2. The ledger for 2023.\n\nRule 45(c) Place of Compliance. (1) For a trial, hearing, or deposition. A subpoena may command a person to attend a trial only as follows: (A) within 100 miles; or (B) within the state.",
        ("The lease.", "The ledger for 2023."),
    ),
    (
        "certificate-behind",
        "Please provide:\n1. The accident report.\n2. The repair estimate.\n\nCERTIFICATE OF SERVICE\nI certify that on May 1, 2024 I served:\n1. Counsel for plaintiff\n2. Counsel for defendant",
        ("The accident report.", "The repair estimate."),
    ),
    (
        "subheads-two",
        "Please produce:\nPersonnel\n1. The application of the driver and his references\n2. Each evaluation since 2019\nVehicle\n3. The maintenance log for truck 12\n4. The post-crash inspection",
        (
            "The application of the driver and his references",
            "Each evaluation since 2019",
            "The maintenance log for truck 12",
            "The post-crash inspection",
        ),
    ),
    (
        "and-let-us",
        "Kindly send us\n- the lease\n- the move-in checklist\n- photographs taken at move-out\nand let us know who holds the deposit.",
        ("the lease", "the move-in checklist", "photographs taken at move-out"),
    ),
    (
        "still-need",
        "From your first production we still need:\n4. the dispatch audio\n7. the body camera video of Officer B\n9. the supplement report",
        ("the dispatch audio", "the body camera video of Officer B", "the supplement report"),
    ),
    (
        "three-bare",
        "Please forward payroll records for 2023, time cards for the same year and the employee handbook.",
        ("payroll records for 2023", "time cards for the same year", "the employee handbook"),
    ),
    (
        "pair-two-records",
        "Please send the lease for Unit 4 and the ledger of payments since 2021.",
        ("the lease for Unit 4", "the ledger of payments since 2021"),
    ),
    (
        "not-split-describes",
        "Send me all e-mails about the lease, the deposit and the keys.",
        ("all e-mails about the lease, the deposit and the keys",),
    ),
    (
        "not-split-people",
        "Send the notes of the interview with the driver, the owner and the passenger.",
        ("the notes of the interview with the driver, the owner and the passenger",),
    ),
    (
        "copies-of",
        "We request copies of the title, the registration and the lien release for the vehicle below.",
        ("the title", "the registration", "the lien release for the vehicle below"),
    ),
    (
        "letter-then-pointer",
        "Please send the documents listed below.\n\nThe 2022 audit report\n\nThe management letter\n\nThe reply of the board",
        ("The 2022 audit report", "The management letter", "The reply of the board"),
    ),
    (
        "no-answer-item",
        "Please send the lease. We look forward to a reply by May 1, 2024. Please send a reply to this office.",
        ("the lease",),
    ),
    (
        "table-we-want",
        "Please let us have what the table names.\n#   We want   Return by\n1   Bank statements   May 1, 2024\n2   Loan agreements   May 8, 2024",
        ("Bank statements", "Loan agreements"),
    ),
    (
        "roman-rider",
        "RIDER\ni. the claim file for policy 88;\nii. recorded statements;\niii. the adjuster's notes.",
        ("the claim file for policy 88", "recorded statements", "the adjuster's notes."),
    ),
    (
        "spanish-pido",
        "Estimados señores: Les solicito\n\nla copia del contrato\n\nlos recibos de pago de 2023\n\nGracias por su ayuda.",
        ("la copia del contrato", "los recibos de pago de 2023"),
    ),
    (
        "destroy",
        "Please do not destroy, delete or alter\n• the surveillance video of May 3\n• the sweep logs for that week\n\nSincerely,",
        ("the surveillance video of May 3", "the sweep logs for that week"),
    ),
    (
        "enclose-series",
        "Please enclose the deed, a survey of the lot and proof of the taxes paid.",
        ("the deed", "a survey of the lot", "proof of the taxes paid"),
    ),
    (
        "pair-whatever",
        "I'm asking for the overtime call-out sheets for October and November and whatever email changed the order of the list.",
        (
            "the overtime call-out sheets for October and November",
            "whatever email changed the order of the list",
        ),
    ),
    (
        "pair-spanish",
        "Por este medio solicito copia del contrato de recogido de basura y los pagos hechos desde enero de 2025.",
        ("copia del contrato de recogido de basura", "los pagos hechos desde enero de 2025"),
    ),
    (
        "if-any-series",
        "Please send the full crash report with the diagram and, if there are any, the scene photographs and 911 audio.",
        ("the full crash report with the diagram", "the scene photographs", "911 audio"),
    ),
)
