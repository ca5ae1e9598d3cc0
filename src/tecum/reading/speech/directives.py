"""The words of directives: who speaks, to whom, in which mood, and about what things.

Patterns for text made plain (lower case, no accents), used sentence by sentence by
:mod:`tecum.reading.speech.acts`. A white space may be a line's end.
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = [
    "AND_GIVES",
    "ASKED_OF",
    "COMMAND",
    "DEMAND_MADE",
    "GIVES_US",
    "GIVING",
    "IMPERATIVE",
    "LET_US",
    "OBLIGED",
    "PARTY_ASKS",
    "PASSIVE",
    "PLEASE",
    "RESPONSE_DUE",
    "THING",
    "THIRD",
    "WE_ASK",
]

_THINGS = (
    r"records?|documents?|files?|copy|copies|information|data|correspondence|communications?"
    r"|e-?mails?|messages|logs?|polic(?:y|ies)|procedures|videos?|footage|recordings?|photographs?"
    r"|images|statements?|invoices?|receipts|charts?|contracts?|agreements?|lists?|roster"
    r"|i-9s?|materials?|evidence|reports?|memoranda|schedules?|certifications?|certificates?"
    r"|assurances?|ordinances?|attestations?|(?:general|special|standing)\sorders?"
    r"|certify|histor(?:y|ies)|address(?:es)?|names?|numbers?\sof|dates?\sof|release\sdates?"
    r"|ledgers?|accounts?|payroll|transcripts?|personnel|following|items|things|books"
    r"|papers|interrogator(?:y|ies)|testimony|testify|location|call\sdetail|subscriber|originals"
    r"|time\s?cards|sheets|listed|described|specified|below|identity|directives|narrative"
    r"|questionnaire|this\sinquiry|(?:both|all)\spages|whether|status|registers?|tapes?|x-?rays?"
    r"|snapshots?|profiles?|backups?|films?|samples|spreadsheets?|packets?|databases?|census|binders?"
    r"|mou|memorandum\sof\sunderstanding|drives?|devices?|leases?|applications?|filings?"
    r"|complaints|photos?|mug\s?shots?|all\s\w{3,16}|any\sand\sall|slides|manuals?|returns|bills?"
    r"|billing|claims?|attendance|content|everything|answers"
    r"|cameras?|stills|clips?|audio|know\s(?:which|who|what|when|where|how\smany)|(?:registration"
    r"|signature|time|index)\scards?|sheet|notes?|protocols?|minutes\sof|(?:the|meeting"
    r"|board)\sminutes|figures|counts?|stubs?|tickets?|paperwork|write-?ups"
    r"|expedientes?|documentos?|registros|copias?|informacion|archivos|listas?|informes?"
    r"|what(?:ever)?\sis\s(?:ticked|checked|marked|circled|set\sout)"
    r"|what\sthe\s(?:last|third|fourth|right)\s\w{3,9}\s(?:says|names|lists)"
    r"|(?:complete|fill\s(?:in|out))\s[^.;:\n]{2,30}?\sand\s(?:return|send|mail|fax)"
    r"|a\sletter\s(?:saying|stating|showing|confirming)|bodycams?|dashcams?|body-?worn|911\scalls?|evaluaciones|calificaciones|radiografias|recetas|facturas|nominas|grabacion(?:es)?"
    r"|take\s\w{2,5}\s(?:down|offline)|correos|datos|nombres?|citas?|actas?|comprobantes|contratos"
)
_PERSON = (
    r"let\s(?:out|go|loose)|bonds?\s(?:out|posts)|set\sfree|custody|detain(?:ed|er)?"
    r"|detention\sof|inmates?|arrest(?:ed)?|alien|noncitizen|released?|hold"
    r"|(?:he|she|they)\s(?:goes|go|gets|walks|leaves|is\slet|are\slet)\s(?:out|free|go|home)"
    r"|interview|booking|transfer|detenid\w|recluid\w|internad\w|saldra|libera\w{1,6}|ciudadano"
)
_LINKS = (
    r"https?://|\b(?:urls?|infringing|posts?|listings?)\b"
    r"|\b(?:off|from)\s(?:of\s)?your\s(?:web\s?sites?|sites?|platform|pages?|servers?)\b"
)
THING = spaced(rf"(?<![\w-])(?:{_THINGS}|{_PERSON})(?![\w-])|{_LINKS}")
_GIVE = (
    r"sending|giving|hand\sback|ring|call|talk|sharing|telling|providing|letting|produce|provide"
    r"|furnish|send|submit|deliver|disclose|supply|forward|release|transmit"
    r"|upload|surrender|bring|give|make|turn\sover|hand\sover|report|identify|notify|advise"
    r"|inform|tell|let|preserve|retain|keep|hold|maintain|detain|permit|allow|grant|certify"
    r"|answer|complete|return|appear|attend|testify|come|remove|disable|delete|take|e-?mail"
    r"|mail|fax|have|confirm|explain|describe|state|list|search|arrest|respond|reply|comply"
    r"|cooperate|open|show|present|exhibit|ensure|verify|assemble|gather|copy|treat|consider"
    r"|cause|serve|execute|seize|transfer|review|check|indicate|share|attach|include|pull"
    r"|not\s(?:destroy|delete|discard|overwrite|release|disclose|alter|erase|dispose)"
    r"|refrain|suspend|cease|stop|see|inspect|obtain|receive|get|access|receiving|obtaining"
    r"|file(?=\s(?:through|with|by|in|the|a|all|your|this|it)\b)|lodge|return"
    r"|inspecting|copies|access|mailed|sent|gave|provided|forwarded|furnished|supplied"
)
GIVING = spaced(
    rf"(?<![\w-])(?:{_GIVE})(?![\w-])"
    r"|\b(?:remit\w{1,5}|envi\w{1,5}|inform(?:ar|e|en|arnos)|entreg\w{1,5}|proporcion\w{1,5}"
    r"|facilit\w{1,5}|conserv\w{1,5}|notifi\w{2,6}|present\w{1,4}|comparez\w{1,4}|traiga\w?"
    r"|exhib\w{1,4}|ver|revisar|obtener|recibir|hac\w{2,7}\sllegar|hag[ae]n?\s(?:llegar|entrega)|nos\sde\b|expid\w{1,4})\b"
)
GIVES_US = spaced(
    r"(?<![\w-])(?:(?:send|give|get|e-?mail|mail|fax|forward|provide|furnish|supply|show|bring"
    r"|hand|pass|shoot|deliver|submit)(?:\s(?:over|along|back))?"
    r"\s(?:(?:it|them|this|these|those)\s)?(?:to\s)?(?:us|me|my\soffice|this\soffice"
    r"|our\soffice)(?:\swith)?"
    r"|let\s(?:us|me|(?:my|this)\s\w{3,14})\shave|(?:hand|turn)\sover"
    r"|(?:hoping|trying|looking|like|love|need|want|wish)\sto\s(?:get|obtain|see|have"
    r"|receive)(?:\sfrom\syou)?)\s"
    r"(?!(?:a\s)?(?:call|line|note|word|hand|ring|minute|moment|time|feedback|shout|text|e-?mail"
    r"|message|reply|heads|yes|no|answer|decision|draft|(?:five|ten|fifteen|twenty|thirty|\d{1,2}"
    r"|a\sfew)\s(?:minutes|hours|days|more)|check|payment|money|know|back)\b)"
)
"""To give the speaker something: whatever it is, but for a call, a note, or money."""
_ADV = (
    r"(?:,?\s(?:hereby|just|really|also|further|therefore|each|then|now|either|promptly|immediately"
    r"|forthwith|respectfully|formally|kindly|again|additionally|accordingly|specifically"
    r"|otherwise|still|please|thus)){0,3}"
)
_YOUR_BODY = (
    r"your\s(?:office|agency|facility|company|department|firm|organization|institution|staff"
    r"|jail|school|hospital|bank|client|county|city|municipality|business|custodian|district"
    r"|administration|bureau|platform|service|clinic|board|legal\sdepartment|records\sofficer)"
)
_YOU = (
    rf"(?:you(?:\sand\seach\sof\syou)?|{_YOUR_BODY}|the\srecipient|recipients|grantees"
    r"|employers|the\switness|the\swithin\snamed|usted(?:es)?)"
)
_SPEAKER = (
    r"(?:i|we|(?:my|our)\sclient|the\sundersigned|(?:this|our"
    r"|the)\s(?:[\w'’.&-]{1,16}\s){0,4}?(?:office|agency"
    r"|department|committee|subcommittee|commission|board|bureau|division|unit|firm|council"
    r"|company|service|authority|inspector\sgeneral|auditor|comptroller|attorney\sgeneral"
    r"|district\sattorney|consulate|consulado|embassy|investigator|sheriff|police|section"
    r"|administration|newspaper|newsroom|union|center|court|coroner|secretary|commissioner"
    r"|project|institute|association|foundation|coalition|clinic|alliance|society|fund|network"
    r"|initiative|university|bank|hospital|insurer|carrier|registrar|superintendent|examiner"
    r"|director|government|prosecutor|team|desk|agent|officer|task\sforce)(?:\s(?:of|for|on)"
    r"\s[^,.;]{3,50}?)?|ice|dhs|hsi|ero|eoir|cbp|fbi"
    r"|ojp|bja|doj|dea|irs|uscis|atf|osha|eeoc|nlrb|hhs|oig|cops|investigators?"
    r"|(?:ice|ero|hsi|cbp|dhs)\s(?:officers|agents))"
)
COMMAND = spaced(
    rf"(?<!\w)(?:{_YOU}{_ADV}\s(?:are|is|be){_ADV}\s(?:(?:and\s)?directed\s)?"
    r"(?:commanded|required|ordered|directed|summoned|subpoenaed|instructed|called\supon|cited"
    r"|prohibited)"
    rf"|(?:i|we|the\scourt){_ADV}\s(?:command|order|direct|require|summon|commands|orders"
    r"|directs)\syou"
    r"|(?:commands?|orders|summons)\syou|se\sles?\s(?:ordena|requiere|cita|emplaza)|se\sordena\s(?:que|al?"
    r"|entregar|producir|remitir|presentar|suministrar|proveer|exhibir|preservar|comparecer)"
    r"|queda\s(?:usted\s)?citado)(?!\w)"
    r"|\b(?:committee|council|commission|board|court|assembly|senate|house|panel)\b[^.;:]{0,120}?"
    r"\s(?:commands?|summons)\s(?:the\s)?[\w\s,'&.-]{3,60}?\sto\s(?:lay|produce|bring|appear|deliver"
    r"|furnish|attend)(?!\w)"
)
OBLIGED = spaced(
    rf"(?<!\w){_YOU}{_ADV}\s(?:must|shall|should|(?:are|is)\sto|needs?\sto|ha(?:ve|s)\sto"
    r"|will\sneed\sto|(?:are|is)\s(?:\w{4,12}ly\s)?(?:requested|asked|invited|urged"
    r"|obliged|obligated|expected)(?:,\s[^.;:]{3,70}[,:])?(?:\s(?:\[\s?x?\s?\]\s)?to|\n\(a\)|\s\((?:a|1|i)\)\s(?:not\s)?to)|may\snot"
    r"|(?:are|is)\s(?:hereby\s)?(?:(?:put|placed)\s)?on\snotice\sto)(?!\w)"
    rf"|(?<!\w)(?:{_YOU}|the\s(?:employer|licensee|permittee|respondent|provider|custodian)){_ADV}"
    r"\s(?:ha(?:ve|s)|will\shave|(?:is|are)\s(?:given|allowed|afforded|granted))\s(?:only\s)?(?:until\b"
    r"|up\sto\b|\d|(?:three|five|seven|eight|ten|twelve|fourteen|fifteen|twenty|thirty)\b)[^.;:]{2,70}?"
    r"\sto\s(?=(?:either\s[^.;:]{3,60}?\sor\s)?(?:produce|provide|furnish|submit|return|send|deliver"
    r"|supply|upload|bring|turn\sover|give\sus|complete\sand\sreturn)\s)"
    r"(?![^.;:]{0,110}\b(?:appeals?|objections?|comments?|rebuttal|bids?|proposals?|applications?"
    r"|claims?\sform|payments?|fees?)\b)"
    r"|\b(?:each|every|all)\s(?:[\w-]{2,14}\s){1,6}?(?:shall|must|will|(?:is|are)\sto)\s(?:return"
    r"|submit|send|report|furnish|provide|file|forward)"
    r"\s(?:[\w,]{1,12}\s){0,5}?(?:to|with)\s(?:this|our|us\b|the\sundersigned)"
    r"|\b(?:each|every|all)\s(?:[\w-]{2,14}\s){0,2}?(?:insurer|licensee|grantee|recipient|employer|provider"
    r"|carrier|bank|district|vendor|contractor|operator|registrant|permittee|member|institution"
    r"|compan(?:y|ies)|agenc(?:y|ies)|facilit(?:y|ies)|jurisdictions?)s?\s(?:shall|must|(?:is|are)\sto)"
    r"\s(?=(?:file|submit|send|return|report|furnish|provide|upload|produce)\s[^.;:]{0,70}?"
    r"(?:by|before|no\slater\sthan|on)\s(?:\w{3,9}day,?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)[a-z.]{0,7}\s\d)"
    r"|\beach\s(?:[\w-]{2,14}\s){0,2}?(?:district|agency|grantee|recipient|employer|licensee"
    r"|provider"
    r"|institution|facility|school|hospital|bank|county|city"
    r"|department)\s(?:[\w-]{2,14}\s){0,5}?is\sto(?!\w)"
    rf"|\b(?:requires?|obliges?|obligates?|directs?|asks?|requests?){_ADV}\s(?:that\s)?{_YOU}(?!\w)"
    r"|\b(?:asks|requests|directs|requires)\s(?:that\s)?[^.;:]{3,70}?\s(?:to\s)?(?:let|notify|tell|inform"
    r"|advise|give|send|furnish|provide|allow)\s(?=(?:us|me|this\soffice|our\soffice)\b)"
    r"|\bdebera(?:n)?\s(?:usted(?:es)?\s)?(?=\w{4,14}r\b)"
    r"|\byour\s(?:answer|response|reply)\s(?:is\sto|must|should|shall"
    r"|needs\sto)\s(?:also\s)?(?:include|contain|attach)(?!\w)"
    r"|\b(?:should|must|shall)\shave\s(?:the\sfollowing|these)\s(?:\w{3,14}\s){0,3}(?=ready"
    r"|available|at\shand|out)"
)
PLEASE = spaced(
    r"(?<!\w)(?:(?:please|pls|plz)(?!\s(?:take\snotice|find|see|note|be\sadvised|refer|join"
    r"|visit|(?:let|accept|consider|allow)\sthis\s(?:\w{4,8}\s)?(?:to\s)?(?:serve\s)?(?:as\s)?(?:an?|my|our|the)?\s?"
    r"(?:formal\s|final\s)?(?:order|response|reply|answer|decision|acknowledge?ment|resignation|confirmation)\b))|kindly|be\sso\skind|favor\sde|se\ssirvan?(?=\s\w{4,12}r\b)|seria(?:n)?\stan\samables?|sirvase(?:n)?|sirvanse|teng[ae]n?\sa\sbien|les?\s(?:pido"
    r"|pedimos|ruego|rogamos|agradecere(?:mos)?|solicit\w{1,4}))(?!\w)"
)
WE_ASK = spaced(
    rf"(?<!\w){_SPEAKER}(?:'(?:m|d|re|ll|ve))?(?:,\s[^,;.]{{2,60}},)?{_ADV}(?!\sto\s)"
    r"(?:\s(?:is|are|am|do|does|must|would|will|should|writing|write|to|in\sorder|once\sagain"
    r"|going\sto)){0,4}"
    rf"{_ADV}\s(?!(?:require|need|want|ask\sfor|demand)s?\s(?:an?|the)\s(?:[\w-]{{3,12}}\s){{0,2}}"
    r"(?:warrant|subpoena|(?:court\s|judicial\s)order)\b)(?:requests?|requesting|asks?|asking"
    r"|seeks?|seeking|demands?|demanding|directs?|directing|requires?|requiring|needs?|wants?"
    r"|apply|like(?!\sto\s(?:remind|draw|wish|thank|congratulate|point\sout|note|express|welcome"
    r"|apologi[sz]e|assure|add|say|tell|inform|emphasi[sz]e|introduce|invite|stress|report|mention"
    r"|take\sthis))|urges?|wish(?:es)?(?!\sto\s(?:remind|draw|thank|congratulate|express|note|inform"
    r"|assure|clarify))|calls?\s(?:up)?on|appl(?:y|ies)\sto"
    r"|instructs?)(?!\w)"
    r"|(?<!\w)(?:we|i)(?:\sam|\sare|'m|'re)\s(?:hoping|looking|trying)\s(?:to\s(?:get|obtain|see"
    r"|have|receive)|for)(?!\w)"
    r"|(?<!\w)(?:we|i)(?:\sshall|\swill)?\slook\sfor(?!ward)(?!\w)"
    r"|(?:^|(?<=[.,:;!?] )|(?<=\n))(?:still\s|also\s|just\s){0,2}(?:need|needs|needed"
    r"|(?:looking|waiting)\s(?:for|on))\s(?=(?:these|the|those|all|any|copies|a\s(?:few|copy)|this|some|your)\b)"
    r"|(?:^|(?<=[.?!:] )|(?<=\n))(?:still\s|also\s)?(?:need|needs|needed|wanted)\s(?:today"
    r"|immediately"
    r"|(?:with)?in\s(?:\d{1,2}|an|one|two|three|four|six|eight|twenty-four|forty-eight)\s(?:hours?|days?)"
    r"|tomorrow|tonight|asap|right\saway|at\sonce|urgently|by\s(?:noon|fax|e-?mail|cob"
    r"|\w{3,6}day))(?!\w)"
    r"|(?<!\w)would\sbe\s(?:\w{4,6}\s)?(?:helpful|useful|good)\sto\s(?:know|have|see|get|learn)(?!\w)"
    r"|(?<!\w)(?:i|we)'d\s(?:like|love|need|appreciate|welcome)(?!\w)"
    r"(?!\sto\s(?:remind|draw|wish|thank|congratulate|note|express|welcome|add|say|tell|invite))"
    r"|\bagradecer(?:e|emos|ia|iamos)\b(?=\s(?:\w{3,9}mente\s)?(?:que\s)?(?:se\s\w{5,7}\s)?(?:nos|me)\s)"
    r"|\bquisier(?:a|amos)\b|\b(?:quiero|queremos|necesito|necesitamos)\b|\bdese(?:o|amos)\b|\bsolicit(?:o|amos|a)\b|\bse\s(?:les?\s)?(?:solicita|pide|ruega)\b|\bpid(?:o|iendo)\b"
    r"|\b(?:les?\s)?requerimos\b|(?<!\w)[a-z]{2,6}\s(?:needs|requires|requests|directs|demands"
    r"|asks)"
    r"\s(?:the\sfollowing|that\syou|that\syour|you\sto|copies|all\s|your\s)"
    r"|\b(?:i|we|(?:this|our)\s\w{3,14}|the\s\w{3,14})(?:\swill|\sdo|\sdoes)?\sexpects?\s(?:to\s(?:see"
    r"|receive|have|get|find)|you|your|(?:the|all|these)\s[^.;]{2,40}?\sto\sbe)\b"
    r"|\bhonou?r\s(?:to\s(?:request|ask)|of\s(?:requesting|asking))\b"
    r"|\b(?:i|we)(?:\sam|\sare|'m|'re)\s(?:writing|submitting|filing|making)\s(?:this|a|an"
    r"|to(?!\s(?:tell|inform|let|advise|notify|thank|say|report|confirm|apologi[sz]e|remind"
    r"|introduce)\b))(?!\w)"
    r"|\b(?:i|we)\b(?!\s(?:asked|received|got|read|counted|looked|found|reviewed))[^.;:\n]{3,50}?\sand"
    r"\s(?:need|want|request|ask|seek|look\sfor|would\slike)\b"
    r"|\bthis\s(?:letter\s|e-?mail\s|message\s|notice\s|fax\s)?(?:is|constitutes|serves\sas)"
    r"\s(?:a|an|our|my|the)\s(?:[\w-]{2,14}\s){0,3}?(?:request|demand|notice)\b"
    r"|(?<!\w)(?:i|we)\s(?:should|would|shall)\sbe\s(?:\w{4,5}\s)?(?:glad|grateful|pleased|happy"
    r"|obliged)\s(?:to\s(?:have|receive|see|get|borrow|copy|inspect|examine|learn|know)|for)(?!\w)"
    r"|(?<!\w)(?:i|we)\s(?:still\shave\snot|have\sstill\snot)\s(?:yet\s)?(?:received|got|had"
    r"|seen)(?!\w)"
    r"|\b(?:dentro\sdel?|en\s(?:el|un)\s(?:plazo|termino)\sde|a\smas\startar|antes\sdel?)\b[^.;:]{3,40}?"
    r"\s(?:presente|entregue|remita|envie|proporcione|exhiba|facilite|aporte)n?\b"
    r"|\bpodria(?:n|s)?\s(?:usted(?:es)?\s)?(?=\w{4,10}r(?:nos|me|le|les)?\b)"
)
ASKED_OF = spaced(
    r"(?<!\w)(?:it\sis(?:\s\w{4,12}){0,2}\s(?:requested|asked|desired)|(?:is|are)\s(?:hereby\s|also"
    r"\s|respectfully\s){0,2}(?:requested|asked|needed|required|sought)"
    r"|(?:do\syou\s|would\syou\s)?mind(?=\s(?:sending|giving|sharing|telling|providing|letting))"
    r"|any\schance\s(?:you|we|i)\s(?:can|could|might)|(?:is|would)\sit\s(?:be\s)?possible\s(?:to"
    r"|for\syou\sto)|are\syou\sable\sto"
    r"|(?:could|would|will|can|might|(?<!in )(?<!of )(?<!by )(?<!on )(?<!since )(?<!until )"
    r"(?<!for )(?<!last )(?<!this )may)\s(?:you|u|(?:i|we)(?!\s(?:tell|give|release|send|hand"
    r"|share|disclose|provide|show|refuse|keep|hold|detain|charge)\b)|someone|your\s\w{2,12})"
    r"|would\sappreciate|(?:would|will)\sbe\s(?:greatly\s|much\s|very\smuch\s)?appreciated"
    r"|(?:be|are)\s(?:\w{2,5}\s)?(?:grateful|obliged|glad|thankful)\sif|be\sgrateful"
    r"|would\sbe\s(?:\w{4,6}\s)?(?:helpful|useful|of\s(?:\w{4,6}\s)?(?:help|use)|good\sto\s(?:know|have|see))"
    r"|(?:would|will)\shelp\s(?:\w{1,5}\s){0,5}if\s(?:you|we|i))(?!\w)"
)
PASSIVE = spaced(
    r"(?<!\w)(?:it\sis\s(?:hereby\s)?required\sthat|(?:is|are)\s(?:hereby\s|also\s|now\s|therefore\s|respectfully\s){0,2}(?:needed"
    r"|requested|sought|demanded|wanted|required\sto\sbe\s\w{4,12})(?!\s(?:by\s(?:law|statute|rule"
    r"|section|the\scourt)))"
    r"|(?:is|are)\sto\sbe\s(?:presented|produced|delivered|submitted|brought|furnished|provided"
    r"|sent|preserved|retained|made\savailable)|(?:would"
    r"|will)\sbe\s(?:\w{4,9}\s)?appreciated)(?!\w)"
)
RESPONSE_DUE = spaced(
    r"(?<!\w)(?:your|a|any|all|written|complete|the"
    r"|client's)\s(?:[\w'-]{2,14}\s){0,2}(?:responses?|reply"
    r"|answers?|submissions?|position|evidence|information|documents|records|materials|data"
    r"|files?|items)\b"
    r"[^.;:]{0,80}?\s(?:(?:must|should|shall|is\sto|are\sto)\s(?:reach|arrive|be\s(?:received"
    r"|submitted|delivered|returned|postmarked|filed|sent|mailed|forwarded|uploaded|with|in|at"
    r"|here))|(?:is|are)\s(?:now\s)?due)(?!\w)"
)
PARTY_ASKS = spaced(
    r"(?<!\w)by\s(?:and\sthrough\s)?(?:its|his|her|their|the"
    r"|undersigned)\s(?:undersigned\s)?(?:attorneys?|counsel|lawyers?|solicitors?)"
    r"[^.;:\n]{0,60}?,?\s(?:hereby\s)?(?:demands?|requests?|requires?|calls\supon)(?!\w)|"
    r"(?<!\w)(?:plaintiffs?|defendants?|petitioners?|respondents?|claimants?|movants?"
    r"|complainants?)"
    r"(?:\s[\w.,'-]{2,24}){0,4}?\s(?:hereby\s)?(?:demands?|requests?|requires?"
    r"|calls\supon)\s(?:that\s)?(?:the\s)?"
    r"(?:plaintiffs?|defendants?|petitioners?|respondents?|claimants?|non-?part(?:y|ies)|you)(?!\w)"
)
LET_US = spaced(
    r"(?<!\w)let\s(?:us|me|(?:my|this)\s\w{3,14}|the\s\w{3,14}|our\s\w{3,14})\shave(?!\w)"
    r"(?!\s(?:until|till|through|time|more\stime|an?\sextension|another\s\w{3,6})\b)"
)
DEMAND_MADE = spaced(
    r"(?<!\w)hereby\s(?:presents?|makes?|submits?|serves?|issues?|delivers?|gives?)\s(?:you\s|upon\syou\s)?"
    r"(?:this|its|his|her|a|an|the\sfollowing)\s(?:(?:written|formal|first)\s)?(?:request|demand)(?!\w)"
    r"|(?<!\w)(?:demand|request)\sis\s(?:hereby\s|further\s|also\s){0,2}made(?!\w)"
    r"|(?<!\w)(?:have|in)\s(?:\w{3,8}\s)?need\sof(?!\w)"
    r"|(?<!\w)(?:i|we)\s(?:have|am|are)\s(?:\w{4,12},?\s){0,2}(?:been\s)?asked\sto\s"
    r"(?:repeat|renew|reiterate|make)\s(?:the|our|this|my|its)\srequest(?!\w)"
    r"|(?<!\w)(?:i|we)\s(?:hereby\s)?(?:repeat|renew|reiterate)\s(?:the|our|this|my)\srequest(?!\w)"
    r"|please\s(?:extend|renew|continue)\s(?:it|(?:the|your)\s(?:\w{3,12}\s)?(?:hold|freeze"
    r"|preservation))(?!\w)"
)
IMPERATIVE = spaced(
    r"(?:[(\[]?[a-z0-9]{1,3}[.)\]]\s|[-*\u2022]\s)?(?:either\s[^.;:]{2,60}?,?\sor\s)?"
    r"(?:(?:under|pursuant|pending|until|following|in|within|no|not|by|on|as|for|to|with|upon"
    r"|before|after|also|and"
    r"|so|since|because|during|given|then|second|first|finally|further|furthermore|additionally"
    r"|accordingly|therefore)\b"
    r"(?:[^;:]|(?<=\d):(?=\d)){2,170}?[,:]\s|with\s(?:your|the)\s(?:response|answer|reply)\s|(?:under|pursuant\sto|within|by|before|(?:no"
    r"|not)\slater\sthan)\s(?![^;:,]{0,60}\s(?:you|they|he|she|we|i)\s)"
    r"(?:[^;:,]|,(?=\s\d{4}\s)){4,70}?\s)?"
    r"(?:(?:also|then|instead|\w{4,14}ly),?\s)?"
    r"(?:produce|provide|furnish|send|submit"
    r"|deliver|disclose|supply|forward|transmit|upload|surrender|bring|identify|notify|preserve"
    r"|retain|detain|hold|maintain\scustody|complete\sand\sreturn|appear|permit|remove|kindly"
    r"|fill\s(?:in|out)|(?:delist|ping|unpublish|deactivate|disable|block|freeze|take\sdown|scan"
    r"|photograph|export"
    r"|download|gather|assemble|collect|pull|run|check|confirm|verify|explain|describe|supply"
    r"|attach"
    r"|include|return|mail|fax|arrange|allow|grant|suspend)(?=\s(?:all|any|the|your|each|every"
    r"|these|those"
    r"|this|us|me|them|it|copies|a|for)\s|:\s)"
    r"|(?:load|upload|post)\s(?:to|into|in)\sthe(?=\s)"
    r"|advise\s(?:this|our|us|the)|inform\s(?:this|our|us|the)|let\sus|tell\sus|give\sus"
    r"|(?:turn|hand)\sover|(?:send|give|get)\s(?:us|me)|make\savailable|list\s(?:all|each|every)"
    r"|state\s(?:the|all|whether)"
    r"|do\snot\s(?:destroy|delete|discard|alter|erase|overwrite|throw|dispose|shred|wipe)"
    r"|have\s(?:ready|waiting|on\shand|the\sfollowing|available|your|these|all\s(?:of\s)?the)|ask\s(?:that|for)"
    r"|(?:reply|respond)\s(?:to\s(?:this|these|it|the\sfollowing)|in\swriting|with|by|within)|make\s(?:all|the"
    r"|any)|search|seize|e-?mail\s(?:us|me)"
    r"|(?:fax|send|mail|e-?mail|upload)\s(?:us\s|me\s)?(?:today|now|asap|at\sonce|tonight)(?=\s?:))(?!\w)"
    r"(?!\s(?:of|is|and\sappear))"
)
THIRD = spaced(
    r"(?<!\w)(?:(?:is|are)\s(?:hereby\s|further\s|also\s){0,2}(?:commanded|directed|required"
    r"|ordered|summoned|compelled)\sto"
    r"|ordered,?\s(?:and\sadjudged\s|adjudged\s|directed\s|decreed\s){0,2}(?:that|to)\b"
    r"|(?:shall|must)(?:,\s(?:within|by|before|on\sor\sbefore|(?:no|not)\slater\sthan)\s[^;:]{3,90}?,)?"
    r"(?=\s(?:[\w,]{2,14}\s){0,4}?(?:(?:return|send|report|submit|file"
    r"|furnish)\s(?:\w{1,12}\s){0,3}?(?:to|with)\s(?:this|our|the\sundersigned)|produce|disclose"
    r"|deliver|furnish|provide"
    r"|turn\sover|make\savailable|release|preserve|appear|comply|submit|transfer"
    r"|give\s(?:us|the|this|our)\s?(?:examiners?|auditors?|inspectors?|investigators?|department"
    r"|commissioner|board|commission|office|bureau|division))\b)"
    r"|(?:shall|must)\sbe\s(?:\w{3,12}ly\s)?(?:produced|preserved|provided|disclosed|submitted"
    r"|delivered"
    r"|returned|furnished|retained|received))(?!\w)"
)
AND_GIVES = spaced(
    r"\b(?:and|then)\s(?:(?:please|then|to|also)\s)?(?:send|produce|provide|furnish|deliver|submit"
    r"|upload|forward|bring)\s(?!it\b|them\b|this\b|payment|(?:any|all)\s(?:further|future|other)\b|(?:a|the|your|one)\s(?:\w{4,9}\s)?(?:check"
    r"|payment|fee|signed|copy)\b)"
)
"""A second deed of one sentence ("acknowledge receipt and send the ledger")."""
