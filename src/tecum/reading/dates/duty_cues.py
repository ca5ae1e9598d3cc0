"""The words that say what a due phrase limits, the more telling sort first.

Authority: READING 11 (``for``).
"""

from __future__ import annotations

__all__ = ["CUES"]

CUES: tuple[tuple[str, str], ...] = (
    (
        "secrecy",
        (
            r"(?:(?<!does )(?<!did )(?<!has )(?<!have )not|never|nor|refrain\sfrom"
            r"|neither)\s{1,3}(?:\w{1,14}\s{1,3}){0,3}?"
            r"(?:disclos\w{0,4}|notify\w{0,3}|inform\w{0,3}|reveal\w{0,3}|tell|discuss\w{0,3}"
            r"|advise)"
            r"|non-?disclosure|keep\s(?:\w{1,14}\s){0,6}(?:confidential|secret)|no\s(?:revel"
            r"|divulg)\w{0,5}|confidential(?:ity|ly)?\b"
            r"|(?:remain|kept|held|is|be|placed|stay)\sunder\sseal"
        ),
    ),
    (
        "objection",
        (
            r"(?<!or[ \n])(?<!and[ \n])(?<!tangible[ \n])(?<!without[ \n])"
            r"object(?:s|ions?|ing)?\b|quash"
            r"|(?<!to[ \n]the[ \n])(?<!to[ \n]his[ \n])(?<!in[ \n]the[ \n])(?<!of[ \n]the[ \n])"
            r"petition(?:s|ing)?\b(?!\s(?:date|dated|filed|was|no\b|number"
            r"|of\s[a-z]{1,12}\sdated))"
            r"|notices?\sof\sappeal|(?<!of[ \n])appeal(?:s|ed|ing)?\b(?!\s(?:board|court|unit"
            r"|division|judge|officer|tribunal|panel|commission|bureau|of\s(?!th)))|contest(?:s"
            r"|ing)?\b|challeng\w{1,4}|(?<!excuses[ \n])(?<!excuse[ \n])set\s(?:it\s)?aside"
            r"|vacate|(?<!be[ \n])modif\w{1,6}|revoke|reconsider\w{0,5}|rehear\w{0,3}|protest\b"
            r"|(?:request(?:s|ing)?|ask(?:s|ing)?\sfor|demand)\s(?:a"
            r"|an)\s(?:\w{3,14}\s)?(?:hearing|review"
            r"|appeal|extension|conference)|meet\sand\sconfer|confer\b"
            r"|seek\s(?:judicial\s)?(?:review|relief|protective)|protective\sorder|intervene"
            r"|(?<!capitol )(?<!county )(?<!telephone )extensions?\b"
            r"(?!,?\s(?:room|suite|office|service|agents?|number|[0-9]))"
            r"|privilege[d]?\b|(?<!the[ \n])withh(?:e|o)ld\w{0,3}"
            r"|apel\w{1,5}|recurso|impugn\w{1,5}|opon\w{1,6}"
            r"|oposicion|(?<!subject[ \n]of[ \n]the[ \n])(?<!subject[ \n]of[ \n]its[ \n])"
            r"(?<!in[ \n]the[ \n])(?<!in[ \n]its[ \n])(?<!in[ \n]their[ \n])(?<!by[ \n]the[ \n])"
            r"motion\b"
        ),
    ),
    (
        "preservation",
        (
            r"preserv\w{1,6}|retain(?:ed|ing)?\b|retention|conserv(?:ar|en|e)\b|litigation\shold"
            r"|remain\sin\s(?:effect|force)|keep\s(?:such|these|all|the|your)\s(?:records|documents"
            r"|files)"
        ),
    ),
    (
        "execution",
        (
            r"execut(?:e|ed|ion)\b|to\ssearch\b|serve\sthis\swarrant|return\s(?:of\s)?(?:this"
            r"|the)\s(?:warrant|writ)|inventory|to\sarrest\b"
            r"|arrest\s(?:him|her|the|and)|make\s(?:due\s|prompt\s|proper\s)?return"
            r"|return\sof\sservice|proof\sof\sservice|registrar\b|seize"
        ),
    ),
    (
        "hold",
        (
            r"(?:maintain|keep|hold|retain|remain|held|kept)\b(?:\s\w{1,12}){0,4}?\s"
            r"(?:in\s)?custody"
            r"|detain(?:ing)?\b|(?:be|remain)\sdetained\b|hold(?:s|ing)?\sth(?:e|at|is)\s(?:person"
            r"|alien|individual"
            r"|subject"
            r"|inmate|prisoner)|keep\sth(?:e|at|is)\s(?:person|alien|individual|subject|inmate"
            r"|prisoner|noncitizen)|(?:hold|keep)\s(?:him|her|them)\b|(?:hold"
            r"|keep)\s(?:(?:the\s)?(?:subject|inmate|prisoner|detainee))\s[a-z]\b"
            r"|continued\sdetention"
            r"|mant\w{1,6}\s(?:bajo|en)\scustodia"
        ),
    ),
    (
        "notification",
        (
            r"notif(?:y|ies|ied|ication|ique\w?|icar|icarnos)\b|inform(?:s|ed|ing|ar|e)?\b|tell\b"
            r"|advis(?:e|ed|ing)\b|alert\b|let\s(?:this|our)\s\w{3,10}\sknow|(?:give|provide"
            r"|with)\s(?:\w{1,12}\s){0,3}notice|call\b"
            r"|telephone\b|contact\b|avis(?:e|ar|en)\b"
        ),
    ),
    (
        "testimony",
        (
            r"appear(?:s|ance|ing)?\b(?!\s(?:at\sthe\stop|above|below|on\s(?:(?:the|its)\s(?:face"
            r"|letterhead|first|cover|reverse|page"
            r"|top|back)|page|this\s(?:letter|page|notice))|in\sthe\s(?:caption|heading|letterhead"
            r"|margin)"
            r"|to\sbe|hereon))|testif(?:y|ies|ying)\b|testimony"
            r"|be\s(?:present|in\s(?:this|the|said)\scourt|before\s(?:me|us|it|the|this)"
            r"|at\sthe\shearing)\b"
            r"|summoned\sto\b|attend(?:s|ance|ing)?\b|deposition(?!\sofficer)|presence\b"
            r"|\b(?:examination|interview|statement|testimony|deposition)\s(?:under\soath\s)?"
            r"(?:will|shall|is\sto)\sbe\s(?:taken|held|conducted|given)"
            r"|your\s(?:examination|interview|deposition)\s(?:under\soath\s)?(?:is"
            r"|has\sbeen)\s(?:\w{2,9}\s)?"
            r"(?:set|scheduled|noticed)\b"
            r"|come\s(?:before|and\sbe\sheard|forward)|be\s(?:heard|examined|questioned|sworn)\b"
            r"|present\syourself|compare(?:cer|zca|cencia)\w{0,2}|testificar|declarar"
        ),
    ),
    (
        "production",
        (
            r"(?:appreciate|grateful(?:\sfor)?|glad|like|hope|hoping)\s(?:to\s)?(?:hav(?:e|ing)"
            r"|receiv(?:e|ing)|get(?:ting)?|see(?:ing)?)\b|"
            r"be\sin\s(?:the|our|my)\s(?:\w{2,12}\s)?(?:portal|inbox|hands|office|folder|mail)\b|"
            r"produc(?:e|es|ed|ing|tion)\b|deliver(?:s|ed|y|ing)?\b|furnish(?:ed|ing)?\b|provid(?:e"
            r"|es|ed|ing)\b|send(?:ing)?\b|sent\b|submit(?:s|ted|ting)?\b|submission"
            r"|bring(?:ing)?\b"
            r"|make\s(?:\w{1,12}\s){0,6}available|forward(?:ed|ing)?\b|mail(?:ed|ing)?\b"
            r"|fax(?:ed|ing|\s(?:(?:to\s)?(?:us|me|over|back|to)\s)?(?=(?:the|these|this|your|all"
            r"|any|a|copies"
            r"|it|them|us|me|back)\b))"
            r"|transmit\w{0,4}|turn(?:ed)?\s(?:\w{1,12}\s){0,2}?over|lodge[ds]?\b"
            r"|tender(?:ed)?\b|share\b"
            r"|drop\s(?:it|them|the|these|those|this|off)\b|hand\s(?:it|them|the|to|us|me|our)\b"
            r"|supply|supplied|release\s(?:to|the)\b|disclos(?:e|es|ed"
            r"|ures?|ing)\b"
            r"|surrender"
            r"|hand\sover|upload(?:ed)?|give\b|permit\b|allow\b|inspect(?:ion|s|ed|ors?(?!\sgeneral))?\b"
            r"|copies\b|ready\b"
            r"|(?:should|shall|must|to)\sfollow\b"
            r"|(?:will|shall)\s(?:visit|call\sat|come\sto)\b|lay\s(?:\w{1,12}\s){0,3}?before"
            r"|carry\swith"
            r"|(?:have|has)\s(?:\w{1,12}\s){0,5}?(?:at\shand|out|ready|waiting|laid\sout)\b"
            r"|pick(?:ed)?(?:-|\s)?up|collect(?:ed|ion)?\b|retriev(?:e|ed|al)\b|upload\w{0,3}"
            r"|turn(?:ed)?\sin\b|turn(?:ed)?\s(?:(?:it|this|these|them|that)\s)?around\b"
            r"|take\s(?:\w{1,8}\s)?down\b|(?:disable|block)\s(?:\w{2,6}\s)?access\b|remov(?:e|al)\b"
            r"|serve\s(?:the|your|all|its|full|complete|written)\s(?:\w{1,12}\s){0,4}?(?:responses?|answers?"
            r"|file|files|records|documents|log|production)\b"
            r"|return\s(?:the|this|it)\b|complete(?:d)?\b|begin\b|start\b|commence\b|implement\b"
            r"|initiate\b|file\b|filed\b|entreg\w{1,8}"
            r"|somet(?:er|a|an)(?:l[oa]s?|nos)?\b|radicar\b|rendir\b|proporcion\w{1,9}|presentar?\b|presente\b|envi(?:ar|e|en)(?:me|nos|le|les|se|l[oa]s?){0,2}\b|remit\w{1,9}"
            r"|exhib(?:ir|a"
            r"|an|icion)\b|facilit\w{1,8}|permit(?:ir|a|an)\b|poner\sa|ponga\sa|someta\b|suministr\w{1,8}|grant\b|admit\b|available"
        ),
    ),
    (
        "response",
        (
            r"(?:to|shall|must)\sshow\scause\b|respond(?:s|ed|ing)?\b|responses?\b|reply|replies|answer(?:s|ed|ing)?\b|compl(?:y"
            r"|iance"
            r"|ied|ies|ying)\b|confirm(?:ed|ation|ing)?\b|receiv(?:e|ed)\b|determination"
            r"|acknowledg\w{0,5}|act\s(?:up)?on\b|grant\sor\sdeny|certif(?:y|ication)\b"
            r"|return(?:able|\sdate)|due\b|cure\b"
            r"|correct\b|remedy\b|scheduled\b"
            r"|action\s(?:is\s)?(?:needed|required|requested)"
            r"|let\s(?:me|us|the\s\w{3,14})\sknow|write\sback|(?:must|have\sto|need\sto)\sknow\b"
            r"|in\s(?:our|my|this\soffice's|the\s\w{3,16}(?:'s?)?)\s(?:hands|possession|office)\b"
            r"|here(?=\s(?:by|before|on\sor|no\slater|not\slater|within)\b)"
            r"|hear(?:d|ing)?\sfrom\syou|reach(?:es)?\s(?:us|this|our|the|me)\b"
            r"|arrives?\b"
            r"|(?:must|shall|should)\sbe\sreported\b|report\s(?:back\b)?|execute\sthe\senclosed"
            r"|contest(?:e|ar|acion)\w{0,2}|respuesta"
            r"|respond(?:a|er|an)\b|cumpl\w{1,8}|informe\b|ha(?:ga|cer)\sllegar|deadline|records\b"
            r"|documents\b|information\b|data\b"
        ),
    ),
)
"""Sort of duty and the pattern of its words, over lower case without accents."""
