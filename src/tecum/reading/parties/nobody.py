"""Words that stand where a name should, and name nobody: a date, a headline, a sentence's piece."""

from __future__ import annotations

import re

from tecum.instruments.compiled import led

__all__ = ["NO_DAY", "breaks_off", "is_dateline", "is_form_label", "is_instrument", "names_nobody"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
NO_DAY = (
    r"(?!(?i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
"""Ahead of a word behind "on" that is part of a name, and no day or month."""
_DATE = re.compile(
    rf"(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} (?:de )?{_MONTH})(?:,? (?:de )?\d{{4}})?"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"(?:[^\W\d_][\w.'’]{{1,20}} ){{0,4}}[^\W\d_][\w.'’]{{1,20}},(?: [\w.]{{2,20}},?)? (?:a )?"
    rf"(?:{_DATE.pattern})(?: de \d{{4}})?",
    re.IGNORECASE,
)
"""Where and when a letter was written ("San Juan, 4 de mayo de 2025")."""
_SALUTES = re.compile(
    r"(?:dear|to whom|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)"
    r"|estimad[oa]s?|hola|buen[oa]s (?:d[ií]as|tardes|noches)|a quien (?:corresponda|pueda))\b",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    r"(?:(?:administrative|immigration(?: enforcement)?|civil|criminal|trial|deposition|court"
    r"|grand jury|judicial|search|arrest|hearing|third[- ]party|records) ){0,3}"
    r"(?:subpoenas?|summons|warrants?|orders?|citaci[oó]n|orden|requerimiento|petition|motion)"
    r"(?: (?:duces tecum|ad testificandum))?",
    re.IGNORECASE,
)
"""What a paper is called, standing alone."""
_PART_OF_CODE = re.compile(
    r"(?:chapter|article|title|section)\s\d{1,4}(?:\.\d{1,4})+", re.IGNORECASE
)
"""The heading of a part of a code: "Chapter 2.04 RECORDS"."""
_FORM_OR_FAX = re.compile(
    r"(?:[A-Z]{2,6} )?(?:form|FORM|Form) [A-Z]{0,4}-?\d[\w.-]{0,12}\b.{0,30}"
    r"|(?![KW][A-Z]{2,3}\b|AFSCME|SEIU|IBEW|UAW|CWA|UFCW|ATU|IAFF|FOP|PBA|AFT|VFW)"
    r"[A-Z]{2,4}(?:-[A-Z]{1,3})?[ -]\d{3,5}[A-Z]?"
    r"|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d\b.{0,80}"
)
"""A form's number (no union's local, no station), and the line that a fax machine prints."""
_TABLE_HEAD = re.compile(r"(?:nos?\.|#) (?=[A-Za-z])\D{3,80}", re.IGNORECASE)
"""The first row of a table, which names its columns."""
_ADDRESSES = re.compile(
    r"(?:encl(?:osures?)?|attachments?|anexos?|cc|to|attn|(?:requested|prepared|presented"
    r"|submitted) by)\b.?:",
    re.IGNORECASE,
)
"""A field of a letter: whom it goes to, who gets a copy or asked for it, what goes with it."""
_PLACE_OR_LABEL = re.compile(
    r"(?:g?po|p\.\s?o\.)\sbox\b.{0,30}|[a-z .'-]{3,30},? [A-Z]{2,3} {1,4}\d{4}"
    r"|(?:our|your|my) ref(?:erence)?\b.{0,60}|filing \d{1,4}|client copy|e-?mail:.{0,80}"
    r"|(?:sender|recipient|contact|delivery) information|caption of (?:document|case).{0,120}"
    r"|members of the public.{0,40}|.{3,120}\((?:draft|copy)\).{0,80}",
    re.IGNORECASE,
)
"""A post box, a place with its code, a field that is headed so, a draft's name."""
_LEFT_OUT = re.compile(
    r"[\[{<]{1,2}[^\]}>]{1,60}[\]}>]{1,2}|[A-Z]{2,20}(?:_[A-Z0-9]{1,20}){1,5}|[_.…█X*]{3,80}"
)
"""What stands for a name that was taken out, or that is still to be put in: "[private]"."""
_BEGINS_WITH_DATE = re.compile(rf"{_MONTH}\.? \d{{1,2}},? \d{{4}}\b", re.IGNORECASE)
_OF_CASE = re.compile(
    r"(?:(?:[Cc]ase|[Cc]ause|[Dd]ocket|[Cc]itation|[Ff]ile|[Mm]atter|[Ww]arrant|[Ii]ndex|[Nn]o|"
    r"[Nn]umber)[.:#]?\s{0,2}){1,3}[A-Z]{0,6}[-\s]?\d[\w:./-]*"
    r"|[A-Z]{1,6}[-\s]?\d{1,4}(?:[-:/][A-Z0-9]{1,8})+"
    r"|[A-Z]{2,6}-\d{1,6}|\d{1,4}(?:[-:][A-Za-z0-9]{1,8}){1,4}"
)
_CAPTION = re.compile(r"\w\s{1,3}(?:v|vs)\.\s{1,3}\w", re.IGNORECASE)
_HEADLINE = re.compile(
    r"(?:for immediate release|(?:press|news|media) release|comunicado de prensa|compel|special"
    r"|memorandum|(?:the )?(?:undersigned|petitioner|respondent|plaintiff|defendant)s?"
    r"|(?:the )?(?:office|commission|board|department|agency|court|bureau|county|city|village|town"
    r"|district|university|hospital|school|company|bank|state|legislature|organi[sz]er)"
    r"|(?:verification|certification|affidavit|notice|writ|return) of [a-z ,]{3,80}"
    r"|(?:un)?reported|(?:not )?(?:for )?(?:un)?(?:published|publication)|filed(?: under seal)?"
    r"|(?:in re|in the (?:matter|interest) of)\b.{0,40}|privilege log|invoice\b.{0,12}"
    r"|(?:general |special )?(?:instructions?|definitions?|objections?|responses?)(?: \d{1,3})?"
    r"|(?:folleto|bolet[ií]n|hoja|gu[ií]a) informativ[oa]|(?:information(?:al)? |fact )(?:sheet"
    r"|leaflet|brochure|handout)"
    r"|(?:official|protect|unclassified|restricted|confidential|top secret|secret)"
    r"(?:\W{1,4}(?:sensitive|internal|privileged|confidential|cabinet|and|not for release)){0,3}"
    r"|by the (?:court|commission|board)|(?:it is )?so ordered|done and signed.{0,40}"
    r"|(?:the )?(?:local|union|association|newspaper|provider|witness|custodian|employer|facility"
    r"|clinic|college|cent(?:er|re)|authority|institute|firm|foundation|tribe|bank|fund|library)"
    r"|(?:anexo|annex|appendix|schedule|exhibit|attachment|enclosure)\s[A-Z0-9]{1,4}"
    r"|(?:the )?(?:requesting|subpoenaing|demanding|propounding|serving|moving) part(?:y|ies)"
    r"|description of [a-z ]{3,30}|(?:report|audit|executive) (?:highlights|summary)"
    r"|(?:the )?(?:person|officer)s? authori[sz]ed (?:by law )?to (?:serve|execute)\b.{0,30}"
    r"|for (?:[\w'’]{2,12} ){1,3}use(?: only)?|(?:post office|p\.? ?o\.?) box \d.{0,40}"
    r"|(?:public )?notice|opinion|letter|memo|correspondence|related correspondence"
    r"|(?:page|document|doc\.?) \d{1,4}(?:-\d{1,4})?(?: (?:of|filed)\b.{0,40})?"
    r"|filed:? (?:on )?\d.{0,60}|received:? \d.{0,40}"
    r"|.{0,24}\b(?:production|responses?|answers?|reply|replies) due|at|to|because)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:REQUEST|RECEIPT|STANDARD FORM|APPLICATION|AUTHORIZATION|LOG|RECORD|REPORT|STATEMENT|LIST)"
    r" (?:FOR|OF|TO) [A-Z ,/&'’—–-]{3,80}|[A-Z ,/&'’—–-]{3,60} (?:CARD|RECEIPT|LOG|CHECKLIST"
    r"|WORKSHEET|QUESTIONNAIRE|SURVEY|MINUTES|AGENDA|POLICY|PROCEDURE|SLIP|DIGEST|SHEET)S?"
    r"|(?:CERTIFICADO|REQUERIMIENTO|SOLICITUD|ORDEN|MANDAMIENTO|CITACI[OÓ]N)"
    r" (?:DE|PARA|Y|O) [A-ZÀ-Þ ]{3,60}"
    r"|[* ]{0,6}TRANSMISSION (?:VERIFICATION )?REPORT[* ]{0,6}"
    r"|(?:PERSONAL|SUBSTITUTED|POSTED|RETURN OF|PROOF OF) SERVICE.{0,20}"
    r"|[A-Z ]{3,30} RECORDS? ?[—–-] ?[A-Z ]{3,40}"
)
"""The title of a form or a list, in capitals."""
_LABEL = re.compile(
    r"(?:section [a-m]\W{1,4}|[a-m][.)]?\s)?(?:issuing|validating|competent|enforcing)"
    r"(?:/validating)? (?:authority|state)"
    r"|(?:[a-m][.)]?\s)?autoridad (?:emisora|validadora|requirente|competente)(?:/validadora)?"
    r"|estado emisor"
    r"|(?:submitted to )?(?:agency|company|facility|institution|business) name"
    r"|attorney or party without attorney.{0,60}",
    re.IGNORECASE,
)
"""Labels of forms that read like names of bodies."""
_BREAKS_OFF = led(
    r"\b(?:of|the|and|for|to|at|by|from|with|or|de|del|la|(?-i:y)|para|you|your|they)$",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"(?:any|all|every|each)\b", re.IGNORECASE)
"""Whom a warrant addresses at large: the words that limit them may run on."""
_NO_NAME_BEGINS = re.compile(
    r"(?:because|accordingly|therefore|whereas|wherefore|pursuant|unless|it is|you are|please"
    r"|and|but|or|if|when|where|while|for an?\b|to (?:appear|attend|produce|testify|answer|be)"
    r"|(?:appear|complete|return|sign|answer|read) (?:and|at|before|both|this|the|all)"
    r"|in the name of|submitted to|urgent (?:legal )?(?:matter|notice)"
    r"|time[- ]sensitive)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten) (?:[\w.'’-]{1,16} ){1,3}"
    r"(?:street|st\.?|avenue|ave\.?|plaza|road|rd\.?|drive|boulevard|blvd\.?|lane|hill|square|court"
    r"|way|parkway)(?:,|$)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:(?:many |with )?thanks(?: (?:again|in advance))?|thank you(?: (?:very much|again))?"
    r"|(?:(?:with )?(?:best|kind|warm)(?:est)? )?(?:regards|wishes)|cheers"
    r"|(?:yours )?(?:very )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?"
    r"|respectfully submitted|atentamente|cordialmente|gracias)",
    re.IGNORECASE,
)
"""How a letter closes, above the name of its writer."""
_UNKNOWN_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4}")
"""What was a date before a recogniser read it."""
_SUFFIX_ALONE = re.compile(r"(?:inc|llc|l\.l\.c|corp|co|ltd|llp|pllc|p\.c|n\.a)\.?", re.IGNORECASE)
_POSTED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]{1,20},? ){1,4}(?:[A-Z]{2}|D\. ?C\.?|[A-Z][a-z]{3,12}),? \d{5}(?:-\d{4})?"
)
"""A place with its post code: where somebody is reached."""
_CLAUSE = led(
    r"\b(?:it is|(?:you|we|they) (?:are|have|will|shall|must)|i (?:am|have|need|ask|request)"
    r"|(?:is|are) (?:hereby |therefore )?(?:ordered|directed|commanded|requested|required)"
    r"|(?:person|subject|individual|alien) (?:identified|named|described|listed) (?:above|below)"
    r"|in (?:your|our|its|their) (?:custody|possession|control))\b"
    r"|(?-i:[a-z]{4}\.\s(?:The|This|It"
    r"|We|You|Your|Please|Provide|If)\b)",
    re.IGNORECASE,
)
"""A subject with its verb, or words that point to what stands elsewhere: a sentence's piece."""


def names_nobody(value: str) -> bool:
    """Whether words are no name: a date, a case, a headline, a label, or a piece of a sentence.

    >>> names_nobody("April 30"), names_nobody("SW 23-0144"), names_nobody("The Commission")
    (True, True, True)
    >>> names_nobody("Fact sheet"), names_nobody("Hoja informativa")
    (True, True)
    >>> names_nobody("COMPLETE AND RETURN"), names_nobody("One Example Plaza, Springfield")
    (True, True)
    >>> names_nobody("Dear requester"), names_nobody("Ponce, 4 mayo 2025")
    (True, True)
    >>> names_nobody("Page 2"), names_nobody("Many thanks,"), names_nobody("Ponce, PR 00716")
    (True, True, True)
    >>> names_nobody("GPO Box 700"), names_nobody("Canberra ACT 2601"), names_nobody("Our ref: 7")
    (True, True, True)
    >>> names_nobody("[private]"), names_nobody("EMAIL_FROM"), names_nobody("{{ office }}")
    (True, True, True)
    >>> names_nobody("State Racing Commission"), names_nobody("Local 1199"), names_nobody("3M")
    (False, False, False)
    """
    said = " ".join(value.split()).strip(" ,;:.–-")
    return bool(
        _DATE.fullmatch(said)
        or _OF_CASE.fullmatch(said)
        or _HEADLINE.fullmatch(said)
        or _TITLE.fullmatch(said)
        or _BEGINS_WITH_DATE.match(said)
        or _ADDRESSES.match(said)
        or _FORM_OR_FAX.fullmatch(said)
        or _PLACE_OR_LABEL.fullmatch(said)
        or _LEFT_OUT.fullmatch(said)
        or _TABLE_HEAD.fullmatch(said)
        or _PART_OF_CODE.match(said)
        or is_dateline(said)
        or _SALUTES.match(said)
        or is_form_label(said)
        or _NO_NAME_BEGINS.match(said)
        or _STREET.match(said)
        or _POSTED.fullmatch(said)
        or _UNKNOWN_DATE.fullmatch(said)
        or _SUFFIX_ALONE.fullmatch(said)
        or sum(map(said.count, '\u201c\u201d"')) % 2
        or _CLOSES.fullmatch(said)
        or (_BREAKS_OFF.search(said) and not _ANYBODY.match(said))
        or _CLAUSE.search(said)
        or _CAPTION.search(said)
    )


def breaks_off(value: str) -> bool:
    """Whether a name goes on in the next line: its last word asks for another."""
    return _BREAKS_OFF.search(" ".join(value.split()).strip(" ,;:.–-")) is not None


def is_form_label(value: str) -> bool:
    """Whether words are a form's label that reads like a body's name.

    >>> is_form_label("SECTION A: Issuing authority"), is_form_label("Port Authority")
    (True, False)
    """
    return _LABEL.fullmatch(" ".join(value.split()).strip(" ,;:.–-")) is not None


def is_instrument(value: str) -> bool:
    """Whether words are only what a paper is called, which names no party.

    >>> is_instrument("SUBPOENA"), is_instrument("Warrant Division")
    (True, False)
    """
    return _INSTRUMENT.fullmatch(" ".join(value.split()).strip(" ,;:.–-")) is not None


def is_dateline(value: str) -> bool:
    """Whether words say where and when a letter was written.

    >>> is_dateline("Ponce, 4 de mayo de 2025"), is_dateline("Ponce Trust Company")
    (True, False)
    """
    return _DATELINE.fullmatch(" ".join(value.split()).strip(" ,;:.–-")) is not None
