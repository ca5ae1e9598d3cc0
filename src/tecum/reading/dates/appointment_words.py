"""The words by which a date binds: qualifiers, commands, and what makes it another's date.

Authority: READING 11.
"""

from __future__ import annotations

import re

from tecum.reading.dates.calendar_words import MONTH
from tecum.reading.text.matching import spaced

__all__ = [
    "ABOUT",
    "BYGONE",
    "COMES",
    "COMMAND",
    "DEFINED",
    "EITHER",
    "EVENT_SET",
    "ITSELF",
    "NAMED_BEHIND",
    "NAMES_DUTY",
    "NOT",
    "NOT_THIS_DATE",
    "OFFERED",
    "PARTICIPLE",
    "QUALIFIER",
    "RANGE_BEHIND",
    "RANGE_OF_DAYS",
    "RECURS",
    "REVIEW",
    "SUPERSEDED",
    "TOO_LATE",
    "TO_COME",
    "VISIT_BEHIND",
    "VISIT_OF",
    "WEAK_CUES",
    "WEAK_ON",
]

QUALIFIER = spaced(
    r"(?P<q>if\s(?:it|they|these|those|this|any|some|your\s\w{3,14}|the\s\w{3,14})\s(?:\w{2,8}\s)?"
    r"(?:comes?|arrives?|(?:is|are)\s(?:received|postmarked|filed)|reach(?:es)?\s(?:us|this\soffice))"
    r"\s(?:in\s)?(?:any\s)?(?:later\sthan|after)"
    r"|in\sno\s(?:event|case)\slater\sthan|no\slater\sthan|not\slater\sthan|\bnlt|no\slater"
    r"|on\sor\sbefore|on\sor\sby"
    r"|at\sthe\s(?:very\s)?latest(?:\sby)?|\bcob|\beod|close\sof\sbusiness"
    r"|end\sof\s(?:the\s)?(?:business\s)?day"
    r"|at\sor\sbefore"
    r"|by\sor\sbefore|by\sno\slater\sthan|(?:by\s)?the\s(?:earlier|later|sooner)\sof|by|before"
    r"|prior\sto|until|\btill"
    r"|in\sadvance\sof|(?:(?<=is )|(?<=are )|(?<=be )|(?<=now ))due\sto\s(?:us|me"
    r"|(?:the|this|our|my)\s\w{4,12})\s(?:on|by)"
    r"|due(?:\sin\s(?:our|this)\s(?:hands|office))?(?:\s(?:on|by|is))?"
    r"|returnable(?:\s(?:before|to|in)\s[^.;]{2,60}?)?(?:\s(?:on|at))?|(?:deadline|(?:return|due|response|compliance)\sdate"
    r"|(?:time|date)\s(?:for|of)\s(?:compliance|appearance|production|response))"
    r"(?:\s[a-z]{1,14}){0,6}\s(?:is|of|remains|(?:shall|will)\sbe|falls\son|expires|ends)"
    r"|(?:response|reply|return|compliance|production|answer)\s(?:date\s)?(?:is|due)"
    r"|extend(?:ed|s|ing)?\b[^.;]{0,44}?\s(?:to|until|through)(?:\sand\sincluding)?"
    r"|(?:deadline|(?:return|due|response|compliance|production)\sdate)\s(?:\w{2,10}\s){0,4}?(?:adjourned"
    r"|postponed|continued|moved|reset|changed)\s(?:[^.;]{0,30}?\s)?(?:to|until)"
    r"|(?:inspection|visit|audit|review|interview|appearance|deposition|examination|production)\s"
    r"(?:[^.;]{0,44}?\s)?(?:adjourned|postponed|continued|moved|reset|rescheduled|put\sover)\s(?:to|until)"
    r"|(?:instal?lments?|tranches|batches|rolling\sbasis),?\s(?:beginning|starting|commencing)"
    r"|the\snew\s(?:due\s|return\s)?date(?:\s(?:is|will\sbe|being))?"
    r"|(?:submissions?|responses?|records|documents|answers|anything|materials?|copies|forms?|returns?)\s"
    r"(?:received|postmarked|filed|arriving|submitted|sent|returned)\s(?:later\sthan|after)"
    r"|no\smas\starde\sdel?|a\smas\stardar(?:\sel(?:\sdia)?|\sal)?|antes\sdel?|hasta\sel"
    r"|vence(?:\sel)?|with\sa\sreturn\sdate\sof|return\sdate\sof)"
    r"[:,]?\s{0,3}(?:(?:the|el|a|on|at|of|day|dia|this|next|coming"
    r"|and\sincluding|(?:the\s)?close\sof\s(?:business|play)(?:\son)?"
    r"|cob|eod|noon|or\sbefore|end\sof(?:\sthe\sday)?(?:\son)?|lunes|martes|miercoles|jueves"
    r"|viernes"
    r"|del|la|las|that\sis|(?:next|this)?\s?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|[a-z0-9]{1,7}\so'clock(?:\sin\sthe\s(?:morning|afternoon"
    r"|evening))?(?:\s\()?)[\s,(]{0,3}){0,3}$"
)
EITHER = spaced(
    r"(?P<q>(?:the\s)?(?:earlier|earliest|later|latest|sooner)\sof)\b[^.;]{0,160}?\b(?:or|and)"
    r"\s(?:\([a-z0-9]{1,3}\)\s)?(?:(?:on|by|the)\s){0,2}$"
)
"""The second limb of "the earlier of … and …", far from its qualifier."""
NOT = re.compile(r"\b(?:not|nor|never)\s{1,3}(?:be\s{1,3}\w{2,14}\s{1,3})?$")
WEAK_ON = spaced(
    r"(?:(?:\bon|\bat|\bon\ssite|the|el(?:\sdia)?|\bthis|,|\bfor|para|@|-|:"
    r"|\bcommencing|\b(?:appear|attend|report)|\()\s{0,3}(?:or\sabout\s)?(?:the\s)?|^\s{0,60}|\bis\s(?:required|requested|commanded)\s)$"
)
COMMAND = spaced(
    r"(?:(?:commands?|orders?|requires?|directs?|summons)\s(?:that\s)?you\s(?:to|that|have)"
    r"|(?:requires?|orders?|directs?|commands?)\s(?:the|said|all)\s(?:[\w'-]{2,16}\s){1,4}?to\b"
    r"|\blet\s(?:the\s|said\s)?(?:[\w'-]{2,16}\s){1,4}?(?:show\scause|appear|attend|produce|answer)\b"
    r"|(?:we|i)\s(?:wish|want|intend|propose|plan|would\slike)\sto\s(?:inspect|visit|examine|come|call"
    r"|review|collect|copy)\b|you\s(?:are|must|shall|will"
    r"|should)|are\s(?:\w{1,12}\s)?(?:commanded|ordered|directed"
    r"|required|summoned|requested|subpoenaed|cited)"
    r"|is\s(?:\w{1,12}\s)?(?:ordered|directed|commanded|required|summoned|requested)|please"
    r"|we\s(?:request|ask|require)|i\s(?:request|ask|require)|shall|must|to\s(?:appear|produce"
    r"|testify|attend|bring|deliver)"
    r"|appear\b|be\sbefore\b|testify\b|attend\b|(?:inspection|review|audit|interview|appointment"
    r"|visit)\s[^.;]{0,80}?(?:scheduled|set|arranged)"
    r"|(?:scheduled|set|arranged|noticed)\s(?:your|the)\s(?:\w{3,12}\s)?(?:interview|examination|deposition|appointment)\b"
    r"|will\s(?:\w{1,12}\s){0,3}(?:inspect|visit"
    r"|arrive|collect|pick|conduct|interview|be\sat|be\sheld|take\splace|begin|commence|retrieve)"
    r"|(?:will|shall)\s(?:\w{2,12}\s)?(?:call\s(?:at|in|for|on|upon)|come\b|visit|stop\sby|attend)"
    r"|(?:are|is)\sto\sbe\s(?:at|in|on|ready|available|waiting|brought|laid\sout|on\shand)\b"
    r"|(?:have|keep)\s(?:the|your|all|these|those)\s[^.;]{3,90}?\s(?:at\syour|ready|available|on\shand)\b"
    r"|(?:will|shall|is\sto)\sbe\s(?:taken|examined|heard|deposed|conducted)"
    r"|when\s(?:i|we|he|she|they|(?:our|the)\s\w{3,14})\s(?:come|call|visit|arrive|attend"
    r"|inspect|examine)s?\b"
    r"|(?:we|i)\s(?:start|begin|arrive|come)\s(?:(?:field)?work\s|our\s\w{4,12}\s)?(?:on-?\s?site"
    r"|at\syour|in\syour|with\syou)\b"
    r"|confirms?\s(?:my|our)\s(?:visit|call|appointment|inspection)"
    r"|(?:production|inspection|hearing|deposition|examination|review)s?(?:\sunder\soath)?\s(?:will|shall|is)"
    r"|(?:your\s(?:deposition|examination|interview|eou|euo)(?:\sunder\soath)?|appearance"
    r"|attendance"
    r"|presence|testimony)\s(?:is|has\sbeen)\s(?:hereby\s|now\s)?(?:set"
    r"|scheduled|required|noticed|requested|commanded)"
    r"|in\slieu\sof\s(?:\w{2,12}\s){0,2}(?:appear\w{3,4}|attend\w{2,4})"
    r"|commanded|directed|summoned|required\s(?:and\sdirected\s)?to|request(?:s|ed)?\sthat"
    r"|se\s(?:le\s|les\s)?(?:ordena|requiere|solicita|cita|pide)|debera|sirvanse|sirvase|favor\sde"
    r"|necesit(?:o|amos)|produce\b"
    r"|deliver\b|send\b|furnish\b|provide\b|bring\b)"
)
BYGONE = spaced(
    r"\b(?!(?:requir|request|need|expect|schedul|order|command|direct|produc|deliver|submit"
    r"|receiv|return|provid"
    r"|furnish|suppli|mail|fil)ed)[a-z]{3,12}ed\s(?:on|at)\s(?:the\s)?$"
)
"""What happened on a day: the day of a thing asked for, not the day for giving it."""
_VISITORS = (
    r"(?:i|we|(?:(?:our|the|an?|this|one|two|three|some|several|special|both)\s){0,2}"
    r"(?:[\w'-]{3,16}\s){0,2}?(?:agents?|officers?|auditors?|inspectors?|investigators?|examiners?"
    r"|reviewers?|staff|representatives?|deput(?:y|ies)|detectives?|monitors?|teams?|someone"
    r"|somebody|couriers?|messengers?|surveyors?|specialists?|officials?|accountants?|process"
    r"\sservers?|(?:our|the|this)\s(?:office|bureau|unit|department|agency|division|firm)"
    r"|our\s\w{3,14}))"
)
COMES = spaced(
    rf"\b(?:{_VISITORS}(?:\s(?:from|of)\s[^,.;]{{3,40}}?)?\s(?:will|shall)\s(?:\w{{2,12}}\s)?"
    r"(?:come\b|stop\sby|call\s(?:in|at|for|on|upon)\b|visit|be\s(?:there|at\syour|on\ssite|at\b)"
    r"|inspect|interview|collect|pick|attend)|\b(?:we|i)\s(?:start|begin|arrive|come)\s(?:(?:field)?work\s"
    r"|our\s\w{4,12}\s)?(?:on-?\s?site|at\syour|in\syour|with\syou)\b|when\s(?:i|we|he|she|they|(?:our|the)\s\w{3,14})\s(?:come|call"
    r"|visit|arrive|attend|inspect|examine)s?)\b[^.;]{0,90}$"
)
"""The sender's own coming, for which the things are to be ready."""
REVIEW = spaced(
    r"\b(?:inspection|review|audit|visit|examination|pick-?up"
    r"|survey)\s(?:of\s[^.;]{3,60}?\s)?(?:will|shall|is\sto)\s"
    r"(?:take\splace|be\s(?:held|made|conducted)|begin|start|occur|commence)\b[^.;]{0,90}$"
)
"""The looking over of what is asked for, on the day by which it must be there."""
VISIT_OF = spaced(
    r"\b(?:confirm|arrang|schedul|agreed|appointed|announc)\w{0,3}\b[^.;]{0,30}\b(?:my|our|his"
    r"|her|a|the)\s(?:\w{3,12}\s)?"
    r"(?:visit|call|inspection|appointment|review|audit|examination)\s(?:of|on|for"
    r"|set\sfor)\s(?:the\s)?$"
)
NOT_THIS_DATE = spaced(
    r"(?:\b(?:dated|since|from|between|of|through|thru|to|during|after|beginning|starting|issued"
    r"|signed|born|filed|received|entered|executed|served|sent|mailed|occurr(?:ed|ing)"
    r"|taken|held|made|ending|ended|arrested|committed|created|hired|executed|adopted|effective"
    r"|incident|event|collision|accident|arrest|crash|letter|subpoena|request|order|notice|booked"
    r"|released|amended|revised|approved|published|on\sfile|in\s(?:force|effect|use|place)|existing"
    r"|so\sordered(?:\sthis)?|as|pending|outstanding|current|desde|hasta|entre|fechad[oa]|del?)"
    r"\s{0,2}(?:(?:on|in|of|as\sof|el|at)\s{1,2})?(?:or\sabout\s)?(?:the\s|el\s)?)$"
    r"|\b(?:service|receipt|issuance|release|date|day|entry)\s\($"
)
TO_COME = spaced(
    r"\b(?:will|shall|must|to|is|are)\sbe\s(?:held|taken|made|executed)\s(?:(?:on"
    r"|at)\s)?(?:the\s)?$"
)
VISIT_BEHIND = spaced(
    r",?\s(?:[a-z'.]{1,16}\s){0,6}?(?:agents?|auditors?|inspectors?|investigators?|officers?"
    r"|deputies"
    r"|representatives?|examiners?|staff|team"
    r"|we)\s(?:\w{2,12}\s){0,6}?will\s(?:\w{2,12}\s){0,2}?(?:begin|come\b|call\s(?:at|for|on)"
    r"|pick\sup|stop\sby|inspect|visit|arrive|conduct|commence|review|collect|audit|examine|retrieve|be\sat|start)\b"
)
OFFERED = spaced(
    r"if\s(?:this\s(?:date|time)|the\s(?:date|time)|you\s(?:have\s(?:any\s)?questions|cannot"
    r"|are\sunable|wish|believe|need|object|want|would|intend|expect))"
)
PARTICIPLE = spaced(
    r"(?P<be>\b(?:be|is|are|been|being|due|please)\s{1,3}(?:\w{1,14}\s{1,3}){0,3})?"
    r"(?P<verb>\b(?:\w{2,12}ed|sent|made|kept|held|written|paid|taken|sold|bought|born|given"
    r"|built)\b)\s{1,3}$"
)
WEAK_CUES = ("records", "documents", "information", "data")
RANGE_OF_DAYS = spaced(
    r"\s?(?:-|through|thru)\s?(?:and\sincluding\s)?(?:the\s)?"
    rf"(?:{MONTH}\.?\s[0-9]|[0-9]{{1,2}}(?:[,/]|\s{MONTH}))|\s(?:through|thru"
    rf"|to)\s(?:the\s)?(?:present|date\b)"
)
RANGE_BEHIND = spaced(
    r"(?:\s{0,3}(?:through|thru|to|until|-|and|al?)\s{1,3}(?:the\s)?"
    rf"(?:{MONTH}\.?\s[0-9]|[0-9]|present|date)|-[0-9]{{1,2}}\b)"
)
NAMED_BEHIND = spaced(
    r"\s?,?\s?(?:(?:which|that)\s)?(?:is|shall\sbe|will\sbe)\s(?:hereby\s)?(?:the|your)\s"
    r"(?:final\s|last\s|new\s|extended\s)?(?P<label>due\sdate|deadline|return\sdate|response\sdate"
    r"|date\s(?:of|for)\s(?:production|return|compliance))\b"
    r"|,?\s(?P<does>(?:will|would)\s(?:do|suffice|serve|suit\sus|be\s(?:fine|soon\senough"
    r"|early\senough"
    r"|in\stime|acceptable|time\senough))|is\s(?:fine|soon\senough|early\senough|the\slatest))\b"
)
"""Words behind a date that name it as the due date."""
EVENT_SET = spaced(
    r"\b(?:days?|hours?|weeks?|months?)\s(?:before|prior\sto|in\sadvance\sof|ahead\sof|preceding)\s"
    r"(?:the\s|any\s|your\s)?(?:\w{3,14}\s){0,2}?(?:hearing|trial|deposition|conference|meeting"
    r"|examination|inspection|session)\s(?:on|of)\s|"
    r"\b(?:days?|hours?|weeks?|months?)'?\s(?:before|prior\sto|in\sadvance\sof|ahead\sof|preceding)\s"
    r"(?:the\s|any\s|your\s|his\s|her\s|their\s|each\s|an?\s)(?:[\w'-]{2,16}\s){0,4}?[\w'-]{3,16}"
    r"(?:\s(?:on|of|set\sfor|scheduled\sfor)|,|\s\()\s?(?:the\s)?$|"
    r"(?:before|prior\sto|in\sadvance\sof|ahead\sof|preceding)\s(?:the\s|any\s"
    r"|your\s)?(?:\w{3,14}\s)?"
    r"(?:hearing|trial|deposition|conference|meeting|examination|inspection)\s(?:now\s)?"
    r"(?:set|scheduled|noticed|fixed|calendared)\s(?:for|on)\s"
)
"""The day of an event before which something is due: the event's date, not the due date."""
DEFINED = spaced(
    r"\W{0,4}(?:[0-9a-z]{1,3}[.)]\s)?\W{0,3}(?:&?[a-z]{2,5};)?[\w' -]{2,40}[,.]?"
    r"(?:[\"']|&?[a-z]{2,5};)[,\s]{0,3}(?:means?|refers?\sto|shall\smean)\b"
)
"""A sentence that defines a word; the dates in it limit nothing."""
NAMES_DUTY = re.compile(
    r"due|return|deadline|compliance|appearance|production|response|inspection|visit|audit|review|interview"
    r"|deposition|examination"
)
ABOUT = spaced(
    r"(?:relating|related|regarding|concerning|pertaining|reflecting|showing|involving|about"
    r"|during|between|incident|stop|meeting|that\soccurred|described\sin(?!\s(?:the\s)?(?:item"
    r"|paragraph|schedule|attachment|exhibit|appendix|box"
    r"|section|attached|annex|rider))|which|who|whose|when"
    r"|where)\b"
)
ITSELF = spaced(
    r"(?<!from )\b(?:the|its|your)\s(?:(?:return|due|compliance|production|response)\sdate"
    r"|(?:time|date)\sfor\s(?:compliance|production|appearance))(?:,?\s(?:which|that)\sis|,|\s\()\s?(?:on\s)?$"
)
"""A due date named in passing, in whatever sentence ("before the return date, May 1")."""
SUPERSEDED = spaced(
    r",?\s(?:has|have|is|are|was|were)\s(?:been\s)?(?:now\s|hereby\s)?(?:moved|changed|postponed|adjourned"
    r"|rescheduled|continued|extended|put\s(?:off|over)|vacated|cancel\w{2,4}|withdrawn)\b"
)
"""What is said of a day that no longer holds."""
RECURS = spaced(
    r",?\s(?:of\s)?(?:each|every)\s(?:calendar\s|fiscal\s)?(?:year|month|quarter)\b|,?\sannually\b"
)
TOO_LATE = spaced(
    r"[,)]?\s(?:will|shall|may|can|cannot|are|is)\s?(?:not\s)?(?:be\s)?(?:\w{2,12}\s){0,2}?"
    r"(?:late|rejected|returned|considered|accepted|untimely|disregarded|counted|processed|reviewed)\b"
)
"""What becomes of things that come after a day."""
