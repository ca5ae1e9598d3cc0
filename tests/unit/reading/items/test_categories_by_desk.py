"""Categories of what further desks keep: the door, the pharmacy, the yard, the payroll."""

from __future__ import annotations

import pytest

from tecum.reading.items.categories import category_of

KEPT = [
    ("Access card data for the pharmacy door on June 3", "account_records"),
    ("Reports of badge use at Gate 4 for the week", "account_records"),
    ("Your staff guide to nuisance calls as it stood in May", "policies_and_directives"),
    ("Front and back of every check above $2,500 drawn on the account", "financial"),
    ("items over $5,000 deposited to the account in 2022", "financial"),
    ("refill history for the opioids filled on the order of Dr. Subject C", "medical"),
    ("the patient profile kept by the pharmacy", "medical"),
    ("gate codes issued to the tenant of unit 14", "account_records"),
    ("the door code log for the server room, with the names of the holders", "account_records"),
    (
        "use of an office at the jail on Tuesdays so that officers may speak with inmates",
        "access_or_interview",
    ),
    ("a private room for interviews with the two residents", "access_or_interview"),
    ("the steps your dispatchers follow when a tracker alarm comes in", "policies_and_directives"),
    (
        "the instruction that your tellers work from when a levy is served",
        "policies_and_directives",
    ),
    ("mortality reviews for each inmate who died since 2019", "medical"),
    ("review following any suicide in the facility", "medical"),
    ("who approved the dismissal and on what date", "employment"),
    ("who recommended her termination, and in what meeting", "employment"),
    ("what is done when a detainer arrives after hours", "policies_and_directives"),
    ("tests for drugs after each crash", "medical"),
    ("post-accident alcohol testing results", "medical"),
    ("la fecha de salida del penal", "release_date"),
    ("los cargos que se le imputan", "arrest_or_booking"),
    ("the marriage license application of both spouses", "identity"),
    ("application for a passport filed at your office", "identity"),
    ("application for water service at 12 Mill Road", "account_records"),
    ("application to open the account, with the agreement", "account_records"),
    ("loan applications with all attachments", "financial"),
    ("application for a line of credit", "financial"),
    ("toolbox talks held on the site in April", "training"),
    ("sign-in sheet of the tailgate meeting on ladders", "training"),
    ("adjusting journal entries made after December 31", "financial"),
    ("entries in the general ledger for account 2100", "financial"),
    ("an account of all moneys received for the ward", "financial"),
    ("account of the expenses of the estate", "financial"),
    ("When did he last work for you?", "employment"),
    ("Did the claimant quit, and why?", "employment"),
    ("Why did the work end?", "employment"),
    ("confirm in writing that the records were deleted", "certification"),
    ("let us know in writing when you have done so", "certification"),
    ("visits to the dentist and the orthodontist", "medical"),
    ("reports of the chiropractor", "medical"),
    ("name and address of the present employer", "employment"),
    ("intake forms and family history", "medical"),
    ("tips declared for the weeks in question", "financial"),
    ("value of lodging furnished to the crew", "financial"),
    ("the employee's application and references", "employment"),
    ("nurse's application and licence", "employment"),
    ("licenses of those who gave the injections", "employment"),
    ("fecha de ingreso, puesto y salario del trabajador", "employment"),
    ("visitar al detenido y entrevistarlo en privado", "access_or_interview"),
    ("safety briefing attendance for the crane crew", "training"),
    ("the instructions given to guards about visitors", "policies_and_directives"),
    ("surgeon's notes and the operative report", "medical"),
    ("oncology referrals", "medical"),
    ("both sides of all cashier's checks", "financial"),
    ("the turnstile log for the north tower", "account_records"),
    ("any written rule under which bags are searched", "policies_and_directives"),
    ("copies of cleared checks and deposit items for the trust account", "financial"),
    ("wire confirmations for outgoing transfers", "financial"),
    ("compounding logs of the pharmacy", "medical"),
    ("drug utilization review for the patient", "medical"),
    ("the breathalyzer calibration record", "other"),
    ("la fecha y hora en que sera puesto en libertad", "release_date"),
    ("a private visit with our national", "access_or_interview"),
    ("una visita consular al detenido", "access_or_interview"),
    ("proof that you trained the forklift operator", "training"),
    ("rosters of the annual refresher on restraint", "training"),
    ("the reason given for letting him go", "employment"),
    ("last paycheck and any severance", "financial"),
    ("was the claimant offered other work", "employment"),
    ("the tip pool sheets", "financial"),
    ("birth record used to get the licence", "identity"),
    ("forwarding address left by the tenant", "home_address"),
    ("number of accounts disconnected each month", "statistics"),
    ("a count of calls for service by beat", "statistics"),
    ("the memorandum of agreement with the federal task force", "contracts"),
    ("bus camera recording for route 6", "video"),
    ("text messages between the two supervisors", "communications"),
    ("discipline of the two officers", "discipline"),
    ("letters of reprimand", "discipline"),
    ("vaccination card", "medical"),
    ("dental chart", "medical"),
    ("transcript of grades", "education"),
    ("daily attendance for the pupil", "education"),
    ("confirmation by letter that nothing was found", "certification"),
    ("sworn statement of the custodian", "certification"),
    ("preserve the mailbox", "preserve"),
    ("stop publishing the picture", "other"),
    ("minutes of the safety committee", "other"),
]


@pytest.mark.parametrize(("text", "category"), KEPT)
def test_the_thing_asked_for_has_its_category(text: str, category: str) -> None:
    assert category_of(text)[0].value == category


@pytest.mark.parametrize("text", ["the application", "applications with each paper attached"])
def test_an_application_alone_tells_little(text: str) -> None:
    weak, also, _ = category_of(text + " and the photographs taken for it")
    assert weak.value == "photograph" or "photograph" in {c.value for c in also}
