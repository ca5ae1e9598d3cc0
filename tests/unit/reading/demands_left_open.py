# ruff: noqa: E501 - a printed sentence stays on one line
"""Demands whose request stays open, whose things are ticked, stacked, or told in a row."""

from __future__ import annotations

__all__ = ["LEFT_OPEN"]

LEFT_OPEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "no-colon-before-bullets",
        "Client R. J. signed the release. When you have a minute, kindly confirm\n• start date and usual hours\n• whether wages are being garnished\nThere is no deadline.\n",
        ("start date and usual hours", "whether wages are being garnished"),
    ),
    (
        "no-object-before-lines",
        "The pupil has enrolled with us in grade eight this month, as the parents wrote.\nWithin ten days please forward\nCumulative file\nImmunization card\nThe last evaluation\nRegistrar\n",
        ("Cumulative file", "Immunization card", "The last evaluation"),
    ),
    (
        "numbers-with-a-dash",
        "Answer each request below within ten days.\n2-1) Give the year of installation of the main.\n2-2) Provide leak survey results for that block.\n",
        (
            "Give the year of installation of the main.",
            "Provide leak survey results for that block.",
        ),
    ),
    (
        "roman-numbers-in-a-sentence",
        "The pharmacist shall turn over (I) the cabinet record; (II) the lot numbers; (III) the anesthesia sheet; and (IV) the badge names. What is left shall be kept cold.\n",
        ("the cabinet record", "the lot numbers", "the anesthesia sheet", "the badge names."),
    ),
    (
        "cells-on-lines",
        "Fill the checklist and send it with these no later than June 19, 2026:\n\nNo.\n\nWhat we need\n\n1\n\nTime sheets of the advocates\n\n2\n\nYour confidentiality policy\n\nDo not send names.\n",
        ("Time sheets of the advocates", "Your confidentiality policy"),
    ),
    (
        "terms-below-the-last",
        'Please deliver the papers set out here:\n(1) temperature charts for Room 4;\n(2) invoices sent for the harvest.\n\nTerms used\n1. "You" means your foremen.\n2. "Room" means a cold room.\n',
        ("temperature charts for Room 4", "invoices sent for the harvest."),
    ),
    (
        "governed-again",
        "To find out I would be grateful for the call-light report for Room 208, for the staffing sheet of that month, and for her care plan.\n",
        ("the call-light report for Room 208", "the staffing sheet of that month", "her care plan"),
    ),
    (
        "kept-things",
        "Keep all camera views of that escalator from 5:30 to 7 p.m. and also the escalator's fault log.\n",
        ("all camera views of that escalator from 5:30 to 7 p.m", "the escalator's fault log"),
    ),
    (
        "said-what-is-not-asked",
        "We ask for every order that was sent to police employees. Nothing in this letter asks for the name of any person.\n",
        ("every order that was sent to police employees",),
    ),
)
