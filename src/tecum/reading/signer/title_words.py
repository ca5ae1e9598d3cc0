"""The words of titles, role by role: the table that ``titles`` looks lines up in.

Order matters: of several roles that fit a line, the one that stands first here wins.
"""

from __future__ import annotations

from tecum.words import JudgeKind, SignatoryRole

__all__ = ["TITLES"]

_R = SignatoryRole
_J = JudgeKind
TITLES: tuple[tuple[SignatoryRole, JudgeKind | None, str], ...] = (
    (_R.AGENCY_OFFICER, _J.IMMIGRATION, r"(?:assistant chief |chief )?immigration judge"),
    (
        _R.AGENCY_OFFICER,
        _J.ADMINISTRATIVE_LAW,
        (
            r"(?:chief )?administrative (?:law |hearings? )?(?:judge|magistrate)"
            r"|hearing (?:officer|examiner)"
            r"|(?:administrative|unemployment law|benefits|hearings?|board|contract appeals"
            r"|administrative patent|compensation) judge|workers['’]? comp(?:ensation)?"
            r" (?:law )?(?:judge|magistrate|referee)|judge of (?:compensation|industrial) claims"
            r"|(?:appeals|tax|unemployment|deputy) referee|presiding officer"
            r"|juez(?:a)? (?:administrativ[oa]|de inmigraci[oó]n)"
        ),
    ),
    (
        _R.AGENCY_OFFICER,
        None,
        r"(?:county )?judge[/ -](?:executive|pro exec)\w*|judge of elections?",
    ),
    (
        _R.CLERK,
        None,
        (
            r"(?:judicial|courtroom|chambers) (?:assistant|secretary|deputy|coordinator|aide)"
            r"(?:,? (?:to|for) .{0,40})?|(?:assistant|secretary|(?:law )?clerk) to (?:the )?"
            r"(?:hon(?:orable|\.)?|chief|presiding|judge|justice|magistrate)\b.{0,40}"
            r"|court (?:administrator|executive|coordinator|reporter)|bailiff"
            r"|register of (?:wills|probate)"
        ),
    ),
    (_R.ATTORNEY, None, r"(?:staff |command )?judge advocate(?: general)?"),
    (_R.JUDGE, _J.MILITARY, r"military judge"),
    (_R.JUDGE, _J.TRIBAL, r"(?:chief )?tribal (?:court )?judge|judge of the tribal court"),
    (
        _R.JUDGE,
        _J.MAGISTRATE,
        r"(?:chief )?(?:united states |u\. ?s\. |us )?magistrate judge|u\.? ?s\.? ?m\.? ?j\.?",
    ),
    (
        _R.JUDGE,
        _J.ARTICLE_III,
        (
            r"(?:chief |senior |presiding )?(?:united states|u\. ?s\."
            r"|us) (?:senior )?(?:district|circuit) (?:court )?judge"
            r"|judge,? (?:of the )?(?:united states|u\. ?s\.) district court"
            r"|u\.? ?s\.? ?d\.? ?j\.?"
        ),
    ),
    (_R.JUDGE, _J.UNKNOWN, r"(?:united states|u\. ?s\.) bankruptcy judge"),
    (
        _R.CLERK,
        None,
        (
            r"(?:(?:chief )?deputy |district |circuit |superior |acting )?(?:court )?clerk"
            r"(?:,? of (?:the )?(?:[a-z]+ ){0,4}courts?)"
            r"|(?:chief )?deputy (?:court )?clerk|clerk of courts?"
            r"|clerk (?:to|of) the (?:[a-z]+ ){0,2}(?:board|council|commission|jury|house|senate)"
            r"|court clerk|(?:signature of )?clerk or deputy clerk|district clerk"
            r"|circuit clerk|prothonotary|(?<!.)clerk(?= ?$)"
            r"|clerk,? (?:united states|u\. ?s\.|superior|circuit|district)[a-z ]{0,20} court"
        ),
    ),
    (
        _R.AGENCY_OFFICER,
        None,
        (
            r"(?:(?:assistant|deputy|acting|chief) ){0,3}(?:city|town|township|village|borough"
            r"|municipal) clerk"
        ),
    ),
    (
        _R.PROSECUTOR,
        None,
        (
            r"(?:(?:special |first )?assistant |deputy |chief assistant "
            r"|acting )?(?:united states|u\. ?s\.) attorney(?! general)"
            r"|\bAUSA\b|(?:(?:senior |chief |first )?(?:assistant |deputy |acting )?(?:deputy )?)"
            r"(?:district|prosecuting|state['’]s|state|states|commonwealth['’]s"
            r"|county prosecuting) attorney(?! general)"
            r"|(?:(?:assistant|deputy|county|special|chief|city|state|acting) ){0,6}prosecutor"
            r"|(?:(?:assistant|deputy|chief) ){0,3}(?:circuit solicitor"
            r"|solicitor,? (?:for the )?(?:[a-z]+ )?(?:judicial )?circuit)"
            r"|(?:substitut du )?procureur(?: (?:g[ée]n[ée]ral|de la r[ée]publique))?"
            r"|(?:ober)?staatsanw[aä]lt(?:in)?|procurador(?:a)? da rep[uú]blica"
            r"|pubblico ministero|officier van justitie"
            r"|fiscal(?: (?:auxiliar|especial|adjunt[oa]|superior|de distrito|general)\b){1,2}"
            r"|fiscal(?! (?:year|agent|officer|court|services|impact|period|quarter|note|analyst"
            r"|manager|committee|effects?|policy|matters|affairs|intermediary|\d))"
        ),
    ),
    (
        _R.LEGISLATOR,
        None,
        (
            r"(?<![a-z] )(?:(?:vice|acting|(?:sub)?committee|council) |co-?)?"
            r"chair(?:man|woman|person)?(?! of the (?:board|commission))"
            r"|ranking member|(?<![a-z] )speaker"
            r"|(?:state )?senator|(?:state|u\.? ?s\.?|united states) representative"
            r"|representative,? (?:\d{1,3}(?:st|nd|rd|th) )?district"
            r"|council ?(?:member|man|woman|president)"
            r"|president (?:pro tem(?:pore)? )?of the (?:council|senate)|member of congress"
            r"|alder(?:man|woman|person)|assembly ?(?:member|man|woman)|legislative auditor"
        ),
    ),
    (
        _R.ATTORNEY,
        None,
        (
            r"attorneys? (?:for|of record|at law)|counsel (?:for|of record|to)|of counsel"
            r"|(?:(?:deputy|assistant|senior|chief|acting) ){0,6}(?:county|city|town|village"
            r"|general|corporation|legal|district|university|staff) (?:counsel|attorney)"
            r"|(?:deputy |assistant )?counsel|attorney['’]s signature|esq\.?|esquire"
            r"|attorney(?! general)"
            r"|(?:(?:assistant|deputy|chief|village|city|town|county|borough|regional) ){0,3}"
            r"solicitor(?! general)(?: of labor)?"
            r"|abogad[oa]|public defender|(?:issuing )?officer of the court"
        ),
    ),
    (
        _R.JUDGE,
        _J.UNKNOWN,
        r"magistrad[oa](?:[ -]juez(?:a)?)?",
    ),
    (
        _R.JUDGE,
        _J.STATE,
        (
            r"(?:(?:presiding|associate|acting|chief|senior|administrative|supervising) ){0,6}"
            r"(?:(?:superior|district|circuit|municipal|county|probate|family|juvenile"
            r"|general sessions|justice|appellate|trial|city|criminal) )?"
            r"(?:court )?(?:judge|(?<!of )(?<!criminal )(?<!juvenile )justice(?! (?:center"
            r"|programs|department|division|system|building|complex|statistics"
            r"|assistance)))(?: pro tem(?:pore)?)?(?: of the [a-z ]{0,40}(?:court|peace))?"
            r"|(?:family |superior )?court (?:commissioner|referee|magistrate)|judge/commissioner"
            r"|(?:district |county |state )?magistrate|a?\.?j\.s\.c\.?|j\.(?:c|f|d|m|t)\.c\.?"
            r"|surrogate|juez(?:a)?|commissioner of the superior(?: court)?"
        ),
    ),
    (
        _R.PRIVATE,
        None,
        (
            r"(?:(?:senior|regional|national|key|inside|chief|vice president of|head of) ){0,3}"
            r"(?:(?:account|sales|business development|customer success|marketing|brand)"
            r" (?:executive|manager|director|representative|associate|engineer|specialist|lead)"
            r"|(?<=chief )(?:executive|operating|financial|technology|revenue|marketing|privacy)"
            r" officer"
            r"|sales|(?:co-?)?founder|c[eofmt]o)(?=\W*$|,)"
        ),
    ),
    (
        _R.AGENCY_OFFICER,
        None,
        (
            r"(?:(?:acting|assistant|associate|deputy|senior|supervisory|special|chief"
            r"|principal|executive|regional|district|area|field|state|county|resident|lead"
            r"|program|compliance|immigration|deportation|detention and deportation"
            r"|enforcement|forensic|revenue|labor standards|border patrol|patrol|customs"
            r"|inspection|records|public|freedom of information|foia|postal|investigative"
            r"|tax|grants?|authorized|issuing|homeland security|intelligence|criminal"
            r"|investigations|unit|group|section|division|branch|port|bureau|department"
            r"|office|civil rights|health|wage and hour|safety and health|and) ){0,6}"
            r"(?:attorney general|directors?|officers?|agents?|administrators?"
            r"|commissioners?|supervisors?|superintendents?"
            r"|inspectors?|investigators?|auditors?|examiners?|analysts?|specialists?"
            r"|planners?|sheriff|undersheriff|chief|captain"
            r"|lieutenant|sergeant|detective|deput(?:y|ies)|trooper|secretary|manager"
            r"|coordinators?|registrar|marshal"
            r"|warden|(?:vice[- ])?chancellor|constable|commander|(?:vice[- ]?)?c[oó]nsul"
            r"(?: (?:adscrit|titular|honorari)[oa]?)?|agregad[oa]|canciller|embajador(?:a)?"
            r"|custodian|monitor"
            r"|technician|liaison"
            r"|advis[eo]r|representative|attaché"
            r"|inspector general|comptroller|treasurer|ombudsman|major|colonel|corporal|ranger"
            r"|(?:deputy )?coroner|medical examiner|archivist|surveyor|case ?worker|social worker"
            r"|victim advocate|(?:presiding|state|racing) stewards?)"
            r"(?:[ -]in[ -]charge| general)?(?: (?:de|of) [a-zà-ü]{2,14}(?: [a-zà-ü]{2,14})?)?"
            r"|(?:procurador|investigador|inspector|director|administrador|auditor|coordinador"
            r"|registrador|contralor)a?(?: auxiliar| general| principal)?"
            r"|(?:secretari|comisionad)[oa]|alguacil|trabajadora? social"
            r"|board (?:member|chair(?:man|woman|person)?|president)"
            r"|chair(?:man|woman|person)? of the (?:board|commission)"
            r"|\b(?:SDDO|AFOD|SAC|ASAC|RAC|IEA|SSA|FOD|SDO|Lt|Sgt|Capt|Det|Cpl|Insp|Cmdr|Dep)\b\.?"
        ),
    ),
    (
        _R.PRIVATE,
        None,
        (
            r"(?:(?:staff|senior|chief|lead|investigative|managing|claims?"
            r"|property|leasing) ){0,3}"
            r"(?:reporter|journalist|correspondent|staff writer|periodista|reporter[oa]|adjust[eo]r"
            r"|(?:shop|union|chief) steward|paralegal"
            r"|(?:news|managing|city|features) editor|(?:associate |assistant )?professor"
            r"|(?:registered |licensed )?process server|columnist"
            r"|(?<=property )manager|(?<=leasing )agent)"
        ),
    ),
)
