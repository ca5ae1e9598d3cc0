"""Words that make a command or a wish none of the paper to its reader.

Another asks, it is quoted, reported, supposed or done always, it concerns the mail itself, or
nothing more is wanted. Authority: READING 8 (conduct).
"""

from __future__ import annotations

import re

from tecum.reading.text.matching import spaced

__all__ = [
    "ALWAYS",
    "ANOTHERS",
    "ASIDE",
    "GENERIC",
    "NEGATED",
    "NOTHING_MORE",
    "NOT_OURS",
    "OURSELVES",
    "PRESCRIBES",
    "PRONOUN",
    "QUOTED",
    "REPORTED",
    "SUPPOSES",
    "THEM",
    "WISHED",
]

NOTHING_MORE = spaced(r"(?<!\w)(?:nothing|none|no)\b(?!\slater)[^.;:,]{0,50}$|(?<!\w)not\s$")
NOT_OURS = spaced(
    r"(?<!\w)(?:(?:the|a|an|any|each|that|said|its|their|his|her|such|above)"
    r"\s(?:[\w'’.-]{1,20}\s){0,3}?"
    r"(?:subpoenas?|summons(?:es)?|warrants?|detainers?|letter|petition|motion|statute"
    r"|law|rule|section|policy|bill|act|complaint|ordinance|plaintiffs?|defendants?|respondents?"
    r"|petitioners?|movants?|appellants?|appellees?|lawsuits?|suits?))"
    r"(?:,[^,.;]{2,80},|\s(?:against|dated|of|from|served|issued)\s[^,.;]{2,60}?)?\s(?:also\s|then\s)?"
    r"(?:asks?|asked|requests?|requested|requires?|required|commands?|commanded|directs?"
    r"|directed|demands?|demanded|orders?|ordered|seeks?|sought|calls?|called|says?|said"
    r"|reads?|stated?|states|provides?|moves?|contends?|argues?)(?!\w)"
)
ASIDE = spaced(
    r"\b(?:this\scourt|the\scourt(?!\s(?:orders|directs|commands|requires|hereby))|your\shonor"
    r"|return\sdate|be\s(?:moved|extended|postponed|adjourned|enlarged)|extension"
    r"|additional\stime|more\stime|oral\sargument|a\shearing|judgment"
    r"|whether\syou\s(?:received|got|agree|approve|want|would)|if\syou\sagree|what\syou\sthink"
    r"|your\sthoughts|how\syou\swant"
    r"|remit|\$\s?\d|subscription|your\s(?:billing|payment)"
    r"|(?<!on )deposit(?!\s(?:slips?|books?|records?|tickets?|receipts?))|payment|resume|references"
    r"|(?:to|must|and|should|please|then)\spay\b|times\sthat\swork|resubmit|resend\syour"
    r"|(?:a|the|your|new|another)\s(?:new\s|second\s)?(?:check|cheque|money\sorder)\b"
    r"|(?:a\snew|another)\sone\b|(?:keep|kept)\s(?:us|me)\s(?:informed|posted|advised)"
    r"|change\sof\saddress"
    r"|(?:sign|initial|countersign|date)(?:\sand\s\w{4,7})?\s(?:the|a|one|this|our|both)\s(?:enclosed\s"
    r"|second\s|attached\s)?(?:copy|copies|receipt|duplicate|acknowledge?ment)"
    r"|(?:remove|lift|withdraw|retract|cancel|rescind)\s(?:the|our|my|this|that)\s(?:d[mc]{2}a\s|previous\s|earlier\s)?"
    r"(?:take-?\s?downs?|claims?|strikes?|complaints?)\b"
    r"|copy\sof\sthis\s(?:letter|receipt|transmittal|form|note)"
    r"|whether\s(?:to\s(?:go\son|proceed|continue|start|begin)|(?:that|this)\s(?:works|suits|helps))"
    r"|treat\sthis\s(?:letter|message|e-?mail|matter|offer)"
    r"|(?:a|one|the)\s(?:stamped|conformed|file-stamped|countersigned|signed|executed|endorsed)\s"
    r"(?:copy|copies|original)|direct\s(?:it|(?:your|the)\s(?:subpoena|request|demand))\b"
    r"|know\s(?:if|whether|how)\syou\b|accept\sthis"
    r"|(?:confirm|acknowledge)\s(?:the\s|your\s)?receipt"
    r"|serve\s(?:it|the\s(?:subpoena|summons)|this\sform)\b"
    r"|reverse\s|reconsider|withdraw\b|further\sidentif\w{4,8}|original\s(?:order|subpoena|request)"
    r"|so\s(?:that\s)?we\s(?:can|may|will)\s(?:search|process|proceed|locate|respond|begin)"
    r"|if\syou\s(?:want|wish|would\slike)\sus\sto"
    r"|hold\s(?:off\b|the\s(?:date|day|time)\b|(?:mon|tues|wednes|thurs|fri)day"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"|desist|unauthorized\suse|further\scommunications|your\s(?:questions|patience)"
    r"|(?:\w{3,6}|\d{1,2})\s(?:more|additional|extra|further)\s(?:business\s)?(?:weeks?|days?|months?)"
    r"|copies\sof\s(?:all|any)\s(?:papers|pleadings|notices|filings)"
    r"|have\s(?:until|more\stime|a\sweek|another\s\w{3,6})|(?:give|allow|grant)\sus\suntil"
    r"|have\syour\s(?:\w{3,12}\s)?(?:number|card|id|identification|ticket|badge)"
    r"|(?:the|our|these|all)\soriginals?\sback|counter-?\s?noti(?:ce|fication)s?"
    r"|your\sown\scop(?:y|ies)|photo\sid|ask\sfor\s\w{3,12}\sat\sthe|biograph(?:y|ies)|head\s?shot|a\sprojector"
    r"|sign\s(?:the|this|our|my)\spetition"
    r"|press\s(?:the|congress)|support\s(?:compulsory|public|legislation|measures|this\sbill)"
    r"|representation\sfrom|volunteers"
    r"|a\sdemo|rsvp|register\sfor|the\s(?:training|webinar|meeting|conference)"
    r"|judicial\swarrant|signed\swarrant|warrant\ssigned|court\sorder|narrow|clarif\w{1,8}"
    r"|have\sin\smind|prioriti[sz]e|apply\sfor|applicants?|answer\s(?:with|to\sthe)|the\scomplaint"
    r"|meet(?:ing)?\snext|support\sour|donat\w{1,6}|vote|share\sthis|subscribe"
    r"|to\syour\sattention|confirm\s(?:the|our|my)\s(?:request|attendance|appointment|order|booking)"
    r"|for\s(?:more|further)\s(?:information|details)(?:\son)?|(?:advise|notify|inform|tell)\sthem"
    r"|review\s(?:the|your|our)\s(?:\w{4,12}\sand\s)?(?:disclosures?|terms|agreement|privacy|polic(?:y|ies)|website)"
    r"|contact\s(?:us|me|the|our)|call\s(?:us|me|our|with)(?![^.;]{0,90}\b(?:releas|let\s(?:out"
    r"|go)|bond|leav|discharg))|direct\s(?:any|all|further)"
    r"|be\sadvised|note\sthat|be\saware|see\sthe|refer\sto)\b"
)
GENERIC = spaced(
    r"(?:[(\[]?[a-z0-9]{1,3}[.)\]]\s)?(?:(?!when(?:ever)?\syou\s(?:get|have|find|can)\b)(?:if"
    r"|when|whenever|where|once|unless|upon\sreceipt\sof\sa)"
    r"\s(?:you|anyone|an?|any|staff|the\sperson|someone|no|officers|employees|the\s(?:record"
    r"|request|officer|agent|clerk))\b(?![^.]{0,60}\b(?:please|you\sare\shereby))"
    r"|(?:all\s|any\s|every\s|no\s)?(?:staff|personnel|employees|deputies|officers|clerks"
    r"|managers|supervisors|applicants|members|agencies|a\s(?:person|custodian|party|clerk"
    r"|deputy|law\senforcement|public\sagency|provider|witness|recipient|county|city|sheriff))\b)"
)
PRONOUN = spaced(
    r"\s(?:\w{3,12}ly\s)?(?:send|give|forward|deliver|mail|bring|return|let)\s(?:it|them|that"
    r"|me\sback)\s"
)
THEM = spaced(
    r".{0,40}?\b(?:them|it|these|those|same|both)\b[^.;]{0,60}?\b(?:by|within|before|no\slater"
    r"|not\slater"
    r"|on\sor\sbefore|in\s(?:electronic|native|searchable|pdf)|electronically)\b"
)
ANOTHERS = spaced(
    r"\b(?:appeals?|comments?|objections?|payments?|applications?|bids?|proposals?|complaint|motion"
    r"|petition|training|dues|premium|fees?|exempt)\b"
)
ALWAYS = spaced(r"\b(?:at\sall\stimes|always|never|whenever|as\sa\s(?:general\s)?rule)\b")
WISHED = spaced(
    r"(?:[^.;:]{0,80},\s)?if\s(?:you|the\s(?:requester|agency|officer))\s(?:still\s|would\s){0,2}"
    r"(?:want|wish|like|desire|prefer|disagree|object|believe|feel|have\s(?:any\s"
    r"|further\s)?questions"
    r"|need\s(?:anything|more|further)|can\s(?:give|supply|provide)|are\snot)\b"
)
QUOTED = re.compile(
    r"“[^”\n]{0,200}(?:\n[^”\n]{0,200}){0,4}”|«[^»\n]{0,200}(?:\n[^»\n]{0,200}){0,4}»"
    r"|(?<![^\s(\[:–—-])\"(?=[^\s\"][^\"]{11})[^\"”\n]{1,200}(?:\n[^\"”\n]{1,200}){0,4}?[\"”]"
    r"|(?:(?<=:\n)|(?<=:\n\n))[\s*\u2022-]{0,4}[\"“][^\"”]{60,3000}[\"”](?=[.\s]{0,3}(?:\n|$))"
)
"""Words between quotation marks; a whole text may be quoted below a line that ends with a colon."""
REPORTED = spaced(
    r"(?<!\w)(?:the|a|an|his|her|their|another|he|she|they)\s(?:[\w'’-]{1,16}\s){0,4}?(?:said|told\s(?:us|me|him|her"
    r"|them|the\s\w{3,14})|wrote|replied|explained|claimed|answered|testified|added)(?:\sthat|,|:)(?!\w)"
)
"""What a third person said: it is his word, not the paper's."""
NEGATED = spaced(
    r"\s(?:expect|hear|have\sreceived)\b(?!\s(?:and|or)\b)"
    r"|\s(?:don't|do\snot)\s(?!destroy|delete|discard|alter|overwrite|disclose|dispose|erase"
    r"|release|notify|tell)"
)
SUPPOSES = spaced(
    r"(?:[(\[]?[a-z0-9]{1,3}[.)\]]\s)?(?:if|should\s(?:you|any|the)|in\sthe\sevent|where|whenever"
    r"|unless"
    r"|to\sthe\sextent|for\s(?:each|any|every)|any\s(?:document|record|item|objection|claim"
    r"|request|person"
    r"|information)|each\s(?:document|record)|every|no\sextension|requests\sfor)\b"
)
PRESCRIBES = spaced(
    r"\b(?:shall|must|should|you\s(?:may|will|can|are)|do\snot|may\s(?:serve|object|file))\b"
)
OURSELVES = spaced(r"\b(?:we|i|our|my|us)\b")
