"""The words in which running text asks for things: its commands, its objects, what ends them.

Authority: READING 12 (unnumbered demands).
"""

from __future__ import annotations

import re

from tecum.reading.text.matching import spaced

__all__ = [
    "ABOUT_THE_FOLLOWING",
    "ADVERB",
    "AND_ACT",
    "ASKS",
    "ASKS_FOR",
    "BIDS",
    "CATCH_ALL",
    "CHAIN",
    "COMMANDED",
    "CONDITIONAL",
    "COUNTED",
    "DENIED",
    "DESCRIBED",
    "FIELD",
    "GOES_ON",
    "IMPERATIVE",
    "INCLUDING",
    "INCLUDING_AT",
    "INLINE_COLON",
    "LAW_TOLD",
    "MAY_OBJECT",
    "NEXT_FIELD",
    "NOTHING",
    "NO_OBJECT",
    "PORTAL",
    "PURPOSE",
    "SAID_BEFORE",
    "SPLIT",
    "TESTIFY",
    "THE_FOLLOWING",
    "TIMED_ACT",
    "TO_GIVE",
    "TO_WHOM",
    "TRAILING",
]

_COMMAND = (
    r"(?:you\s(?:are|must|shall|should)(?:\s(?:hereby|also|further|therefore"
    r"|now)){0,2}(?:\s(?:commanded|ordered|directed|required|summoned|requested"
    r"|asked))?(?:\sand\s(?:commanded|ordered|directed"
    r"|required))?(?:,[^,\n]{1,120},)?(?:\sto)?(?:\s(?:appear|attend)[^.;]{0,80}?\sand\sto)?"
    r"|(?:is|are)\s(?:hereby\s)?(?:ordered|directed|commanded|required|requested)\sto|(?:we"
    r"|i)\s(?:hereby\s)?(?:ask|request|require|would\slike|write\sto\s(?:request|ask)"
    r"|am\s(?:writing\sto\s)?(?:request|ask|seek)(?:ing)?"
    r"|respectfully\srequest)(?:\s(?:that\s)?(?:you|your\s\w{2,14}|the\s\w{2,14}))?(?:\sto)?"
    r"|(?:can|could|would|will)\s(?:you|your\s\w{3,12}|the\s(?:jail|facility|office|county|department"
    r"|agency|sheriff|company|school|hospital|clinic|bank|clerk|custodian|warden|registrar))"
    r"(?:\s(?:please|kindly|also))?|(?:we|i)\s(?:need|want"
    r"|would\slike|expect)\syou\sto"
    r"|(?:we|i)(?:'d|\swould|\sshould"
    r"|\sshall|\swill|\sdo)?(?:\salso|\sstill|\sonly){0,2}\s(?:like|need|want|wish|have|hope)\sto"
    r"|(?<!\bi )(?<!\bwe )must(?:\s(?:also|then))?|command\syou\sto"
    r"|if\syou\s(?:would|could|can|will|might)(?:\s(?:please|kindly))?"
    r"|(?:we|i)\scommand(?=\s(?:you|that\syou)\b)(?:\syou)?(?:\s(?:to|that\syou))?|please|kindly|shall|it\sis\s(?:hereby\s)?(?:requested"
    r"|ordered)\sthat\s(?:you\s)?|ordered\sthat(?:(?!\bnot\b)[^.;]){1,80}?(?:\sshall|\smust)?|(?:is"
    r"|are)\srequested"
    r"|(?<=\n)requests?\s(?:that\s)?you"
    r"|(?:requests?|asks?|directs?|requires?|orders?)\sthat\s(?:you|your\s\w{2,14})"
    r"|(?:requests?|asks?)\sthat\sthe\s(?:bank|board|city|clinic|college|company|county|department"
    r"|district|employer|facility|hospital|jail|library|provider|school|sheriff|town|university)|se\s(?:le\s"
    r"|les\s)?(?:ordena|requiere|solicita"
    r"|pide)(?:\s(?:que|a\susted))?|sirvan?se|sirvase(?:n)?|favor\sde|pls|plz"
    r"|(?:can|could|may|might)\s(?:i|we)(?:\splease|\salso)?|(?:i|we)'d\slike\sto"
    r"|(?:our|my)\sclient\s(?:would\slike|asks|requests)(?:\s(?:that\syou|you))?(?:\sto)?)"
)
_GIVING = (
    r"(?:have\swith\syou|have\sthen\sand\sthere"
    r"|have(?=\s(?:(?:the\sfollowing|these)\b|[^.;:]{3,60}?\s(?:ready|at\shand|on\shand)\b))"
    r"|get(?=\s(?:to\s(?:my|our|this|the|us|me)|me|us)\b)"
    r"|bring\salong|lay\sbefore|hand(?=\s(?:to|us|me"
    r"|in)\b)"
    r"|(?:put|copy|burn|load|place|drop)(?=\s(?:the|an?|all|any|your|each|every|copies)\s)"
    r"|(?:pull|print(?:\sout)?|dig\s(?:out|up)|look\sup|track\sdown|share|lend(?:\sus"
    r"|\sme)?)(?=\s(?:the|all|any|your"
    r"|each|every|copies|whatever)\s)|let\s(?:us|me|(?:this|the|our"
    r"|my)\s(?:[\w'-]{3,14}\s){0,2}?\w{4,12})"
    r"\shave(?:\sa\scopy\sof|\scopies\sof)?"
    r"|(?:send|pass|bring|hand)\s(?:along|over|on)|look\s(?:at|over|through)|know(?=\s(?:when"
    r"|who|whom|what|where|whether|how|which|why)\b)|fax(?:\sback)?"
    r"|file(?=\swith\s(?:the|this)\s(?:clerk|court|board|commission)\b)"
    r"|(?:enclose|attach)(?=\s(?:the|an?|all|any|copies|proof|your|each|every)\s)"
    r"|see(?=\s(?:the|an?|all|any|everything|whatever|anything"
    r"|your|each|every)\s)|review|examine|show(?:\s(?:us|me))?|assemble|produce|furnish|provide"
    r"|deliver|send|submit|bring|forward|supply|disclose"
    r"|turn\sover|hand\sover"
    r"|give|lodge|make\savailable|transmit|mail|e-?mail|release|surrender|exhibit|upload|seize|report"
    r"|permit\sinspection(?:\sand\scopying)?\sof|obtain|receive|inspect|copy|proporcion\w{1,4}"
    r"|entreg\w{1,4}|remit\w{1,4}|envi\w{1,4}|exhib\w{1,4}|presentar|facilit\w{1,4}"
    r"|(?:access\sto\sand\s)?copies\sof|access\sto)"
)
_ACTING = (
    r"(?:(?:deliver|produce|bring|surrender|transport|transfer|have|convey)(?=\s(?:the"
    r"|said)\sbod(?:y|ies)\sof)"
    r"|(?:deliver|produce|bring|surrender|transport|transfer)\s(?:[\w.,'-]{1,20}\s){1,6}?(?:to"
    r"|into"
    r"|before)\s(?:the\s|this\s|an?\s)?(?:custody|sheriff|warden|marshal|united\sstates\smarshal"
    r"|jail|camera"
    r"|court|judge)\b"
    r"|take\s(?:\w{1,12}\s){1,3}down|have\sthe\sbody\sof|let\s(?:us|me|this\soffice|ero"
    r"|ice)\sknow|interview|confirm"
    r"|(?:call|telephone|ring|phone)\s(?:us|me|our|this|the)\b(?=[^.;]{0,110}\b(?:releas"
    r"|let\s(?:out|go)|bond|leav|discharg))"
    r"|(?:file|serve)(?:\sand\s(?:serve|file))?(?=\s(?:an?|its|his|her|their)\s(?:\w{4,10}\s)?(?:declaration"
    r"|certificat\w{1,4}|affidavit|inventory|accounting|response|log)\b)"
    r"|take\s(?:[\w.'-]{1,20}\s){1,8}?into\s(?:[a-z]{2,10}\s)?custody\b|take\s(?:into\scustody|the\sbody\sof)\b"
    r"|(?:set\sup|arrange|schedule)(?=\s[^.;\n]{0,50}?\b(?:interview|speak|talk|meet|visit)\b)"
    r"|save(?=\s(?:the|all|any|every|each|both|immediately|for)\b)|(?:give|phone)\s(?:us|me|ice"
    r"|ero|this\soffice)\s(?:a\s|as\smuch\s|some\s|advance\s|prior\s"
    r"|[a-z0-9-]{1,8}\s(?:hours|days)['’]?\s){1,2}(?:call|ring|heads[ -]?up|notice|warning|word)"
    r"|meet\swith|speak\swith|remove|preserve"
    r"|retain|hold|maintain|detain|notify|inform"
    r"|tell|advise|allow|transfer|cease|delete|disable|suspend|refrain|keep|arrest|conservar"
    r"|notificar|informar|(?:provide|give)\snotice)"
)
ASKS = spaced(
    rf"(?<![a-z])(?P<cmd>{_COMMAND})(?:\s(?:search|review|check|look\s(?:in|into|through)|gather"
    rf"|pull"
    rf"|locate|collect|assemble|copy|find|print"
    rf"|complete)\b[^.;,]{{0,50}}?\sand)?"
    rf"(?:\stake\s(?:all|any|every|such|whatever)\s(?:\w{{4,11}}\s){{0,2}}steps(?:\s\w{{4,11}})?\sto)?"
    rf"(?:,?\s(?:and\s)?(?:also|immediately|promptly|forthwith"
    rf"|then"
    rf"|further))?(?:,[^,\n]{{1,90}},)?\s(?:(?P<acting>{_ACTING})|(?P<giving>{_GIVING}))(?![a-z])"
)
TIMED_ACT = re.compile(
    r"notif|inform|tell|advise|hold|maintain|detain|keep|give|phone|let|preserve|retain|conservar"
    r"|notificar|informar|provide|interview"
)
"""Acts whose own time belongs to what is asked ("notify us 48 hours before release")."""
AND_ACT = spaced(
    r"(?:,\s|;\s|,?\s)and\s(?:to\s|that\syou\s|please\s|also\s)?(?P<act>tell\s(?:us|me|it|this"
    r"|them|the\s(?:clerk|court|office))\b"
    r"|let\s(?:us|me)\sknow|call\s(?:us|me|the|this)\b|ring\s(?:us|me|the|this)\b"
    r"|(?:give|send)\s(?:us|me)\b|maintain\scustody\b|(?:keep|let|retain|maintain)\s(?:the|all"
    r"|any|him|her|them|us|our|its|two|his)\b|confirm|certify|notify|inform|provide\s(?:us|this)"
    r"|advise|preserve|suspend|disable|remove|receive\s\w{2,16}\s\w|return\s(?:him|her|them"
    r"|the\s(?:person"
    r"|prisoner|inmate|defendant))|hold\s(?:him|her|them)|transport\s)(?=\s|\w)"
)
IMPERATIVE = spaced(
    r"(?P<cmd>)(?:(?:\[\s?[x\u2713]\s?\]|[\u2611\u2612])\s"
    r"(?=(?:produce|provide|furnish|deliver|submit|preserve|retain)\s))?(?:if\s(?:at\sall\s)?possible,?\s)?(?:(?:under|pursuant\sto|in\saccordance\swith"
    r"|as\sprovided\sin|pending|until|for\sthe\s[a-z]{3,8}\stime|within"
    r"|no\slater\sthan|by)(?:\s(?:[^;\n]|\n(?!\n)){3,110}?)?[,:)\s]\s?)?(?:(?P<acting>preserve"
    r"|retain|notify|(?<!on )hold"
    r"|maintain|(?:keep|save|set\saside|hold\son\sto)(?=\s(?:all|any|every|each|the|both"
    r"|your)\s)|(?:give|phone)\s(?:us|me|this\soffice)\sa\scall|let\s(?:us|me)\sknow"
    r"|(?:provide|give)\snotice)|(?P<giving>produce|provide|furnish|deliver|send|submit"
    r"|enclose(?=\s(?:the|an?|all|any|copies|proof|your|each|every)\s)|get(?=\sto\s(?:my|our|this"
    r"|the|us|me)\b)|(?<!by )(?<!via )(?<!us )(?<!u\.s\. )(?<!class )(?<!certified )"
    r"(?<!registered )(?<!express )(?<!priority )(?<!and )(?:fax|mail|e-?mail|copy|supply"
    r"|return)(?!\s(?:is|are|or|to|at|address|this|it|us|me|them|no|number|cover|back)\b"
    r"|\s{0,3}[-:#(+0-9])|(?:send|pass|fax|mail)\s(?:along|over|back)|hand\sover|turn\sover"
    r"|forward))(?![a-z])"
)
ASKS_FOR = spaced(
    r"(?<![a-z])(?P<cmd>(?:we|i)\s(?:(?:hereby|respectfully|further|also|again|now|therefore"
    r"|accordingly|only|just)\s){0,2}(?:request|ask\sfor|seek|(?:am|are)\s(?:(?!not)\w{3,12}\s)?"
    r"(?:requesting|seeking|asking\sfor)|(?:(?:am|are)\s(?:(?!not)\w{3,12}\s)?writing|write|(?:would\slike|wish))"
    r"(?:\s(?:today|now|you))?\sto\s(?:\w{6,12}ly\s)?(?:request|ask\sfor|seek|make\sa\srequest\sfor))|(?:i'm|we're)\s(?:requesting|seeking|asking\sfor))"
    r"(?:\s(?:immediately|urgently|promptly|forthwith))?"
    r"(?P<giving>)(?P<acting>(?!))?(?=\s(?:(?:the|all|any|copies|access|your|an?|each|every|both"
    r"|whatever|these|this|that|those)\s|(?:[a-z-]{3,14}\s){0,2}?(?:documents|records|e-?mails|correspondence|information|data"
    r"|communications|reports)\s(?:sufficient|relat|regard|concern|about|pertain|show|reflect|between|that|which|on\s|of\s|from\s)))"
)
BIDS = spaced(
    r"(?<![a-z])(?P<cmd>you\s(?:must|shall|should|are\sto|will\splease|(?:are"
    r"|is)\s(?:\w{3,12}\s){0,2}"
    r"(?:commanded|ordered|directed|required|requested|asked|summoned))|please|kindly"
    r"|(?:can|could|would|will)\syou|(?:we|i|the\s\w{4,14})\s(?:hereby\s)?(?:directs?|asks?"
    r"|requests?"
    r"|requires?|demands?|orders?)\s(?:that|you)|ordered\sthat|shall|must)"
    rf"(?![^.;:]{{0,60}}(?:\bnot|n't)\b)[^.;:?]{{0,150}}?\s(?P<giving>{_GIVING})(?P<acting>(?!))?(?![a-z])"
)
"""Any order or bidding with the verb of giving that it governs, whatever stands between them."""
TO_GIVE = spaced(
    rf"(?P<cmd>)\W{{0,4}}(?:(?:first|second|third|fourth|fifth|next|lastly|finally"
    rf"|[(\[]?[0-9a-z]{{1,3}}"
    rf"[.)\]])[,:]?\s)?to\s(?:also\s|then\s)?(?P<giving>{_GIVING})(?P<acting>(?!))?(?![a-z])"
)
"""A further act of a command that stands open before it ("First, to deliver …")."""
CHAIN = spaced(
    r"(?:commanded|required|directed|ordered|summoned|subpoenaed|command\syou"
    r"|(?:se\sles?|le)\s(?:ordena|manda|cita|requiere)"
    r"|(?:you|employer|licensee|recipient|respondent)\s(?:ha(?:ve|s)|will\shave|(?:are|is)\sgiven))\b(?:[ap]\.\s?m\."
    r"|a\.\s?d\."
    r"|[^.;:]"
    r"|:(?=[0-9])|\.(?=[0-9])|(?<=\bhon)\.|(?<=\bdept)\.){0,330}?(?:\b(?:to|and|y|a)|(?:\bthat|,)\syou)\s"
    r"(?P<cmd>)(?P<giving>have\swith\syou|bring|produce|furnish|deliver|provide"
    r"|submit|tra(?:er|iga)(?:\sconsigo)?|producir|exhibir)(?![a-z])(?P<acting>(?!))?"
)
INLINE_COLON = re.compile(
    r"(?:following|certain|materials?|documents?|records?|items?|wit|described"
    r"|information|objects|property|things|(?:set\s{1,4}(?:out|forth)|listed|named)\s{1,4}(?:here"
    r"|below|next))"
    r"[^:.]{0,60}:\s{1,3}(?=[a-z0-9(\"])"
)
ABOUT_THE_FOLLOWING = spaced(
    r"(?:associated\swith|relating\sto|related\sto|regarding|concerning|about|pertaining\sto|for)\s"
    r"(?:any\sof\s)?the\sfollowing[^:.]{0,60}:\s{1,3}$"
)
TESTIFY = spaced(
    r"(?<![a-z])(?:(?:to|must|shall)\s)?(?P<verb>appear|attend|testify|come\sbefore"
    r"|comparecer)(?![a-z])"
)
COMMANDED = spaced(
    r"(?:commanded|ordered|directed|required|summoned|subpoenaed|must|shall|cited|ordena|cita)\b"
)
TO_WHOM = spaced(
    r"\s{0,3}to\s(?:petitioners?|respondents?|plaintiffs?|defendants?|movants?|claimants?|relators?"
    r"|(?:the\s)?(?:government|undersigned))(?:['’]s?\scounsel)?(?=\s(?:all|any|the|each|every|copies|a"
    r"|an|its|complete|unredacted|documents|records)\b),?|"
    r"[\s,:]{0,3}(?:for\s(?:us|me|my\soffice|this\soffice|our\sfiles?)(?![a-z])"
    r"|to\s(?:(?:[a-z.'’-]{1,14}\s?){1,5}),(?=\s(?:on\sor\sbefore|by|no\slater|not\slater"
    r"|within|at)\s)|(?:and|or|then)\s(?:deliver|produce|copy|send|submit"
    r"|permit\sinspection(?:\sand\scopying)?(?:\sof)?|e-?mail|bring\swith\syou"
    r"|testify)[\s,]{0,2})?(?:with\syou[\s,]{0,3})?(?:(?:to|for|before|at|with)\s(?:this|the|our"
    r"|my|said|these)\s(?:[a-z'&.-]{1,16}\s?){1,7}?(?:\([a-z]{2,8}\)\s)?(?=,|:|within|by\s|on\s"
    r"|no\slater|all\s|any\s|the\s|copies|records|documents|a\s)"
    r"|(?:to|before|at)\s(?:the|this|that|said|our"
    r"|my)\s(?:[a-z'&.-]{1,16}\s){1,4}?(?=(?:[a-z'-]{2,16}\s){0,2}"
    r"(?:records|cards|statements|slips|reports|logs|files|copies|notes|photographs|e-?mails"
    r"|receipts|lists"
    r"|invoices|schedules|footage|minutes|ledgers|registers)\b)"
    r"|(?:to\s)?(?:the|our|my)\s(?:[a-z]{3,12}\s){0,2}?(?:guardian(?:\sad\slitem)?|officers?|agents?"
    r"|inspectors?|investigators?|detectives?|auditors?|examiners?|trustee|receiver|monitor"
    r"|commissioner|director|secretary|applicant|plaintiff|defendant|petitioner|respondent|movant"
    r"|undersigned|clerk)(?=\s(?:the|all|any|an?|copies|each|every|your|its|his|her|their)\s)"
    r"|(?:my|our|this)\s(?:office|department|agency|unit|committee|bureau|firm|division)(?=,"
    r"|\sby\s|\swith\s|\swithin\s|\s(?:the|all|any|an?|copies|each|every|your|its|his|her|their)\s)"
    r"(?:\swith)?|(?:to\s)?(?:us|me|him|her|them"
    r"|undersigned)(?![a-z])|(?:to\s)?(?:(?:the|agents\sof\sthe)\s)?(?:hsi|ice|ero|dhs|cbp"
    r"|fbi|dea|irs)(?:\swith)?(?![a-z]))?"
)
ADVERB = spaced(
    r"[\s,:]{0,3}(?:(?:to\swit|as\s(?:soon|early|quickly)\sas\s(?:possible|practicable|(?:you"
    r"|it)\scan)|forthwith|immediately|promptly|instanter"
    r"|without\sdelay|(?:along|over|back)(?=\s(?:the|an?|all|any|your|copies)\s)"
    r"|at\s(?:that|said|the\ssame|such)\stime\sand\splace|then\sand\sthere|in\s(?:electronic"
    r"|digital|native|paper)\s(?:form|format)|by\s(?:mail"
    r"|e-?mail|fax)|also|at\sthe\stime,?\sdate,?\sand\splace\s(?:set\sforth|shown"
    r"|stated)\sbelow)[\s,:]{0,3})"
)
THE_FOLLOWING = spaced(
    r"[\s,]{0,3}(?:(?:with|including)\s)?(?:the\s|all\sthe\s|all\s)?following(?:\s(?:and|or"
    r"|documents?|records?|items?|information|materials?|things|objects?|persons?|described"
    r"|listed|electronically|stored|tangible|data|categories|of|books"
    r"|papers)){0,8}[^.:\n]{0,60}?[:.]?\s{0,3}$"
)
TRAILING = spaced(
    r"(?:\sto\s(?:me|us|my\soffice|this\soffice))?[\s,]{0,3}(?:(?:no|not)\slater\sthan|on\sor\sbefore|within|by(?=\s(?:[a-z]{3,9}\.?\s[0-9]"
    r"|[0-9]|noon|close|the\sclose|midnight|tomorrow|[a-z]{3,6}day\b))"
    r"|(?<!days )(?<!weeks )(?<!months )(?<!years )before(?=\s[a-z]{3,9}\.?\s[0-9])"
    r"|at\syour\searliest"
    r"|as\ssoon\sas|for\suse\sin|pursuant\sto)\b[^;]{0,120}$"
)
PURPOSE = spaced(
    r"(?:\.\s(?:how|when|where|can|could|please|thanks|thank|i|we|let|if|call|who)\s[^;]{0,120}|[\s,]{0,3}\b(?:so\s(?:that\s)?(?:we|i|he|she|they|this|the|it|our|my)\b"
    r"|in\sorder\s(?:to|that)\b"
    r"|pending\s(?:legal|the|receipt|issuance|further|service|process|our|a|an|any)\b"
    r"|now\sin\syour\b|if\s(?!any\b)(?:you|it|they|at\sall|possible|available|the\ssystem|so)\b)"
    r"[^;]{0,140}|,?\sand\s(?:upon|on|after|when)\s[^;]{3,60}\b(?:shall|will|must"
    r"|is\sto)\b[^;]{3,90}"
    r"|,?\s(?:then\sand\s)?there\sto\s(?:testify|give|be|answer|attend|remain|abide)\b[^;]{0,260}"
    r"|,?\sand\s(?:(?:we|i)\s)?(?:would|will|shall|should)\s[^;]{3,110}|,\s(?:under\sthe"
    r"|per\sthe|public\srecords\s(?:act|law|request)|freedom\sof|foia|pdf|electronic\s(?:is|copies"
    r"|format)|e-?mail\sis)\b[^;]{0,80}"
    r"|[\s,]{1,3}(?:forthwith|immediately|promptly|without\sdelay|right\saway|too|as\swell|also"
    r"|thanks"
    r"|thx|please|all\sby\s[^;]{3,60}|to\s(?:this|our|my|the)\s(?:\w{3,12}\s)?(?:office|station"
    r"|address"
    r"|undersigned|desk|attention|e-?mail)(?:\s(?:above|below|shown|given))?))[\s.!?]{0,3}$"
)
"""What follows the thing asked for and only says why, whither or how soon."""
CATCH_ALL = spaced(
    r"(?:and\s)?(?:any\sand\s)?all\sother\s(?:deeds|books|documents|records|papers|writings"
    r"|evidences?"
    r"|things|information|materials)\b[^;]{0,70}\b(?:which\syou\shave|in\syour\s(?:custody"
    r"|possession)"
    r"|concerning\sthe\spremises|touching|relating\sto\sthis\smatter)"
)
"""The writ's old closing words, which name nothing that is asked for."""
SPLIT = spaced(
    r";\s(?:and\s)?|,?\sand\s(?P<all>all)\s"
    r"|,?\sand\s(?P<for>for)\s(?=(?:an?|any|all|the|each|every|copies|access)\s)"
)
DENIED = spaced(r"(?:\W{0,3}(?:but\s|and\s)?(?:nothing|none|no\s(?:one|part)|neither|nowhere)\b)")
"""A sentence that says what is not asked."""
GOES_ON = spaced(
    r"\W{0,3}(?:(?:also|plus|as\swell\sas|besides|further|lastly|finally|then|and)(?:\salso"
    r"|\sthen|\slastly)?,?\s"
    r"|(?:and\s)?for\s[^,.;:]{2,44},\s|\+\s)(?=(?:the|any|all|each|every|both|whatever|an?|your"
    r"|his|her|their|copies)\s)"
)
"""A sentence without a verb that adds to what the one before asks for."""
COUNTED = spaced(r"(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?,\s")


NO_OBJECT = spaced(
    r"(?:dated?\b|place\b|issued|signed|signature|clerk|by:|/s/|_{2,}|name\b|title\b|telephone"
    r"|your\sfailure|failure|if\syou|you\s(?:are|may|must)|this\s|attorney|sincerely"
    r"|[a-z .]{3,30}:\s?$)"
)
CONDITIONAL = spaced(
    r"(?:if(?!\s(?:possible|you\scan|practicable|feasible))|should|in\sthe\sevent|in\scase|unless"
    r"|where|when)\s"
)
SAID_BEFORE = spaced(
    r"(?:all\s(?:of\s)?)?(?:this|it|them|that|these|those)(?=\s?(?:[.;,?!]|$)|\s(?:before|by|as"
    r"|in|on|when|at|so"
    r"|to|within|no|not|back|over|with|for|please|soon|today|tomorrow|now|early)\b)"
    r"|(?:the\s)?(?:records|documents|information)\sresponsive\sto\sthis|(?:the|such|these|those"
    r"|said|all|any|your)\s(?:requested\s|responsive\s|above\s|listed\s|required\s)?(?:records"
    r"|documents|information|materials?|items|production|response|copies|data|answers?"
    r"|certificat\w{1,3})(?:\sand\s(?:records|documents|information|materials"
    r"|certificat\w{1,3}))?\s?(?:(?:to|by|within|in\s(?:electronic|person|the|a)|at|on|no\slater"
    r"|via|with|without|electronically|directly|personally|may|above|shall|must|should|requested"
    r"|and\ssign)\b|[.;:]|,(?!\s[a-z]{4,20}(?:,|\sand|\sor)\s)|$)"
)
LAW_TOLD = spaced(
    r"(?<![a-z])(?:an?|any|no|each)\s(?:person|party|witness|custodian|nonparty"
    r"|non-party)\s(?:\w{2,14}\s)?"
    r"(?:commanded|subpoenaed|served|required|ordered|who|may|must|responding|withholding)\b"
)
DESCRIBED = spaced(
    r"(?:(?:records?|documents?|items?|things|materials?|papers|property"
    r"|information)\b[^.;:\n]{0,70}?"
    r"\b(?:is|are)\s(?:described\s|listed\s|identified\s|specified\s)?as\sfollows"
    r"|\b(?:records?|documents?|items?|materials?|information|documentos|informacion|registros)\s"
    r"(?:to\sbe\sproduced|requested|sought|required|needed|demanded"
    r"|(?:required\s)?to\sbe\sproduced\sfor\s(?:inspection|examination)|solicitad[oa]s?"
    r"|requerid[oa]s?))\s?(?:\([^)\n]{1,60}\)\s?)?:(?:[ ]{1,4}|\n[ ]{0,8})(?=[a-z0-9(\"])"
)
FIELD = re.compile(
    r"(?:^|\n)[ |]{0,12}(?:(?:request|records?)[ ])?(?:description(?:[ ]of[ ](?:the[ ])?(?:records?"
    r"|requests?|documents))?|(?:records?|documents?|information)[ ](?:requested|sought|wanted)"
    r"|request[ ]details|details[ ]of[ ](?:the[ ])?request|describe[ ](?:the[ ])?(?:records?"
    r"|documents?|information)[^\n:]{0,60}|descripcion(?:[ ]de[ ]la[ ]solicitud)?)"
    r"[ ]{0,3}(?::|\||[ ]{2,}|\n)[ \n]{0,8}(?=[^\n]{8})"
)
NEXT_FIELD = re.compile(r"\n[ |]{0,12}(?:[a-z][a-z /#'-]{2,30}(?::|[ ]{2,}|\n|\|)|\n)")
PORTAL = re.compile(r"\bportal\b|request (?:number|no|id)\b|\brequester\b|solicitante")
MAY_OBJECT = spaced(r"\bmay\s(?:serve|file|object|move|petition)\b")
NOTHING = spaced(
    r"(?:[.\"'(\s]{0,3})(?:please\s)?(?:see|refer\sto|as\sset\sforth\sin|as\s(?:described|listed"
    r"|specified)\sin|listed\s(?:in|on)|attached|(?:the\s)?(?:attached\s)?(?:attachment|schedule"
    r"|exhibit|rider|appendix)\b)"
)
INCLUDING = re.compile(
    r"including,?\s{1,3}(?:but\s{1,3}not\s{1,3}limited\s{1,3}to"
    r"|without\s{1,3}limitation)[^.;:]{0,40}:$"
)
INCLUDING_AT = re.compile(
    r"including,?\s{1,3}(?:but\s{1,3}not\s{1,3}limited|without\s{1,3}limitation)"
)
