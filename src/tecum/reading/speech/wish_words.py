"""The words in which a body, a paper or a plain wish asks, without a command to anybody.

Authority: READING 12 (unnumbered demands).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["BODY_ASKS", "BODY_SEEKS", "WISHES"]

BODY_ASKS = spaced(
    r"(?<![a-z])(?P<cmd>(?:hereby\s(?:subpoenas?|demands?|requests?|seeks?|calls\sfor|requires)"
    r"|(?:this|our|the)\s(?:[\w'-]{2,16}\s){0,4}?(?:office|agency|department|board|bureau|division"
    r"|commission|committee|council|unit|court|auditors?|examiners?|team|subpoena|request|letter"
    r"|demand"
    r"|notice|order|summons)(?:,\s[^,;.]{3,60},|\s(?:of|for|on)\s[^,;.]{3,40}?)?\s(?:also\s"
    r"|therefore\s)?"
    r"(?:subpoenas|demands|requests|seeks|calls\sfor|asks\sfor|needs|requires\sthe\sproduction\sof"
    r"|directs\sthe\sproduction\sof|covers)"
    r"|what\s(?:i|we)(?:'m|'re|\sam|\sare|\swould|\sdo)?\s(?:after|need|want|looking\sfor"
    r"|asking\sfor"
    r"|seeking|seek|ask\sfor|require|like|hoping\sfor)(?:\sto\s(?:see|have|get))?\s(?:is|are)"
    r"|(?:i|we)\sstill\s(?:lack|miss|await)"
    r"|(?:needed|wanted|required|requested|sought|called\sfor|asked\sfor)\s(?:now\s"
    r"|here\s)?(?:are|is)"
    r"|(?:owed|outstanding|missing|lacking|wanting|not\s(?:yet\s)?(?:been\s)?(?:received|sent"
    r"|provided"
    r"|produced|answered))\.\s(?:they|these|those)\sare))"
    r"(?:,?\s(?:first(?:\sof\sall)?|simply|mainly|above\sall|only|just),?)?"
    r"(?P<giving>)(?P<acting>(?!))?(?=\s(?:(?:the|all|any|copies|access|your|an?|each|every|both"
    r"|whatever)\s))"
)
"""A body, a paper or a plain wish that names what is asked for: "The Board hereby subpoenas …"."""
BODY_SEEKS = spaced(
    r"(?<![a-z])(?<!the )(?<!these )(?<!those )(?<!such )(?<!your )(?<!our )(?<!my )(?<!document )"
    r"(?<!who )(?<!which )(?<!that )(?P<cmd>(?:(?:hereby|now|also|respectfully|therefore)\s){0,2}"
    r"(?:requests|demands|seeks|asks\sfor|calls\sfor|needs))(?P<giving>)(?P<acting>(?!))?"
    r"(?=(?:,\s[^,;:\n]{3,70}[,:]|:)?,?\s(?:from\s(?:you|your\s\w{3,12})\s)?(?:the|all|any|copies"
    r"|access|your|an?|each|every|both)\s)(?:,\s[^,;:\n]{3,70}[,:])?"
)
"""Any body in the third person that asks for things: "the tenants' union requests the logs …"."""
_OWN = (
    r"(?:the|an?|all|any|both|each|every|your|my|our|his|her|its|their|this|that|these|those|copies"
    r"|access|copia|copias|los|las|el|la|un|una|todos?|todas?)"
)
WISHES = spaced(
    r"(?<![a-z])(?:(?P<cmd>(?:(?:can|could|may|might)\s(?:i|we)|(?:can|could|would|will)\syou"
    r"|(?:i|we)\s(?:should|must|shall)\salso|any\schance\s(?:you|we|i)\s(?:can|could)|(?:i"
    r"|we)(?:'d|\swould)?\s(?:like|love|want|wish|need"
    r"|hope)\sto(?:\s(?:come|stop|drop)\s(?:(?:in|by|over)\s)?and)?|(?:i'm|i\sam|we're|we\sare)\s(?:hoping|looking|trying)\sto|(?:i|we)\s(?:should"
    r"|would)"
    r"\sbe\s(?:glad|pleased|happy|grateful)\sto)(?:\splease|\salso)?)\s(?P<giving>get|see|have"
    r"|receive"
    r"|obtain|inspect|look\sat|review|go\sthrough|pull|find|dig\sout|save\sand\ssend(?:\sover)?|send\sover|show|share|shoot"
    r"|pass\salong)"
    r"(?:\s(?:me|us|(?:to|with)\s(?:me|us)|from\syou(?:\sis)?|a\scopy\sof|copies\sof)){0,2}"
    r"(?P<acting>(?!))?|(?:(?:i|we|(?:our|my)\sclient)(?:\s[^.;:\n]{3,60}?\sand(?=\sneed)|'d"
    r"|\swould"
    r"|\swill|\sdo)?(?:\salso|\sstill|\sreally)?\s(?:need|like|love|appreciate|welcome|want)"
    r"|(?:i|we)"
    r"(?:'m|'re|\sam|\sare)\sgoing\sto\sneed|(?:i|we)\s(?:still\shave\snot"
    r"|have\sstill\snot)\s(?:yet\s)?"
    r"(?:received|got|had)|(?:i|we)(?:'d|\swould|\sshould|\sshall)\sbe\s(?:\w{4,5}\s)?(?:glad"
    r"|grateful"
    r"|obliged|thankful|pleased)\s(?:for|to\s(?:have|see|get|receive))"
    r"|would\shelp\s(?:[a-z]{1,5}\s){0,5}if\syou\s(?:could\s)?(?:mailed|sent|gave"
    r"|forwarded|provided|furnished|shared|faxed|mail|send|give|forward|provide)(?:\s(?:me|us))?"
    r"|this\s(?:letter\s)?(?:is|constitutes)\s(?:a|our|my)\s(?:[a-z]{4,10}\s)?(?:request"
    r"|demand)\sfor"
    r"\s(?:the\s)?(?:preservation|production|disclosure|release)\sof|honou?r\s(?:to\s(?:request"
    r"|ask(?:\sfor)?)|of\s(?:requesting|asking\sfor))(?:,\s[^,;:]{2,60}){0,2},?"
    r"|\bsolicit(?:o|amos)"
    r"|\bme\sinteresa\sobtener|\bpodria(?:n|s)?\s(?:usted(?:es)?\s)?[a-z]{4,10}r(?:nos|me|le"
    r"|les)?))"
    r"(?=\s(?!your\s(?:help|time|cooperation|assistance|attention|prompt|patience|response|reply"
    r"|thoughts|views)|the\s(?:chance|opportunity|favor)|an?\s(?:copy\sof\sthis|chance|call|word"
    rf"|minute|moment|reply|response|answer|extension))(?:{_OWN}"
    rf"|(?:[a-z-]{{2,14}}\s){{0,2}}(?:attendance|body[\s-]?(?:worn\s)?cam\w{0, 4}"
    rf"|dash\s?cam\w{0, 4}|audio|emails?"
    r"|footage|videos?|records|documents|information|data|results|reports|statements|receipts"
    r"|photos"
    r"|pictures|minutes|invoices|logs|e-?mails|names|dates|figures|notes))\s)"
)
"""A wish to have something: "could I get …", "we would appreciate …", "our client would like …"."""
