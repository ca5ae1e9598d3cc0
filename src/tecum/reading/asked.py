"""What a sentence asks for where no list does: the object of its command.

Authority: READING 12 (unnumbered demands: split at semicolons or repeated "and all").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.reading.calendar_words import find_dates
from tecum.reading.categories import category_of
from tecum.reading.matching import Unit, spaced, unit_at
from tecum.reading.periods import find_periods
from tecum.reading.times_of_day import time_after
from tecum.words import Category

__all__ = ["Asked", "asked_in"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for in running text: characters ``start`` up to ``end``."""

    start: int
    end: int
    is_testimony: bool = False


_COMMAND = (
    r"(?:you\s(?:are|must|shall|should)(?:\s(?:hereby|also|further|therefore"
    r"|now)){0,2}(?:\s(?:commanded|ordered|directed|required|summoned|requested"
    r"|asked))?(?:\sand\s(?:commanded|ordered|directed"
    r"|required))?(?:,[^,\n]{1,120},)?(?:\sto)?(?:\s(?:appear|attend)[^.;]{0,80}?\sand\sto)?"
    r"|(?:is|are)\s(?:hereby\s)?(?:ordered|directed|commanded|required|requested)\sto|(?:we"
    r"|i)\s(?:hereby\s)?(?:ask|request|require|would\slike|write\sto\srequest"
    r"|am\s(?:writing\sto\s)?(?:request|ask|seek)(?:ing)?"
    r"|respectfully\srequest)(?:\s(?:that\s)?(?:you|your\s\w{2,14}|the\s\w{2,14}))?(?:\sto)?"
    r"|(?:can|could|would|will)\syou(?:\s(?:please|kindly|also))?|(?:we|i)\s(?:would"
    r"|will)\s(?:also\s)?"
    r"(?:like|need|want|wish)\sto|must(?:\s(?:also|then))?"
    r"|(?:we|i)\scommand\syou(?:\sto)?|please|kindly|shall|it\sis\s(?:hereby\s)?(?:requested"
    r"|ordered)\sthat\s(?:you\s)?|ordered\sthat[^.;]{1,80}?\s(?:shall\s)?|(?:is|are)\srequested"
    r"|requests?\sthat\s(?:you|your\s\w{2,14})|se\s(?:le\s|les\s)?(?:ordena|requiere|solicita"
    r"|pide)(?:\s(?:que|a\susted))?|sirvase|favor\sde)"
)
_GIVING = (
    r"(?:have\swith\syou|produce|furnish|provide|deliver|send|submit|bring|forward|supply|disclose"
    r"|turn\sover"
    r"|give|make\savailable|transmit|mail|e-?mail|release|surrender|exhibit|upload|seize|report"
    r"|permit\sinspection(?:\sand\scopying)?\sof|obtain|receive|inspect|copy|proporcion\w{1,4}"
    r"|entreg\w{1,4}|remit\w{1,4}|envi\w{1,4}|exhib\w{1,4}|presentar|facilit\w{1,4}"
    r"|(?:access\sto\sand\s)?copies\sof|access\sto)"
)
_ACTING = (
    r"(?:(?:deliver|produce|bring|surrender|transport|transfer)\s(?:[\w.'-]{1,20}\s){1,5}?(?:to|into"
    r"|before)\s(?:the\s)?(?:custody|sheriff|warden|marshal|united\sstates\smarshal|jail)\b|take\s(?:\w{1,12}\s){1,3}down|have\sthe\sbody\sof|let\s(?:us|me|this\soffice|ero"
    r"|ice)\sknow|interview|confirm"
    r"|(?:give|phone)\s(?:us|me|this\soffice)\sa\scall|meet\swith|speak\swith|remove|preserve"
    r"|retain|hold|maintain|detain|notify|inform"
    r"|tell|advise|allow|transfer|cease|delete|disable|suspend|refrain|keep|arrest|conservar"
    r"|notificar|informar|(?:provide|give)\snotice)"
)
_ASKS = spaced(
    rf"(?<![a-z])(?P<cmd>{_COMMAND})(?:,?\s(?:and\s)?(?:also|immediately|promptly|forthwith|then"
    rf"|further))?(?:,[^,\n]{{1,90}},)?\s(?:(?P<acting>{_ACTING})|(?P<giving>{_GIVING}))(?![a-z])"
)
_TIMED_ACT = re.compile(
    r"notif|inform|tell|advise|hold|maintain|detain|keep|give|phone|let|preserve|retain|conservar"
    r"|notificar|informar|provide|interview"
)
"""Acts whose own time belongs to what is asked ("notify us 48 hours before release")."""
_AND_ACT = spaced(
    r"(?:,\s|;\s|,?\s)and\s(?:to\s)?(?P<act>confirm|certify|notify|inform|provide\s(?:us|this)"
    r"|advise|preserve|suspend|disable|remove|receive\s\w{2,16}\s\w|return\s(?:him|her|them|the\s(?:person"
    r"|prisoner|inmate|defendant))|hold\s(?:him|her|them)|transport\s)(?=\s|\w)"
)
_IMPERATIVE = spaced(
    r"(?P<cmd>)(?:if\s(?:at\sall\s)?possible,?\s)?(?:(?:under|pursuant\sto|in\saccordance\swith"
    r"|as\sprovided\sin|within"
    r"|no\slater\sthan|by)\s[^;\n]{3,90}?[,)\s]\s?)?(?:(?P<acting>preserve|retain|notify|hold"
    r"|maintain|(?:give|phone)\s(?:us|me|this\soffice)\sa\scall|let\s(?:us|me)\sknow"
    r"|(?:provide|give)\snotice)|(?P<giving>produce|provide|furnish|deliver|send|submit"
    r"|forward))(?![a-z])"
)
_ASKS_FOR = spaced(
    r"(?<![a-z])(?P<cmd>(?:we|i)\s(?:hereby\s|respectfully\s)?(?:request|ask\sfor|seek|(?:am"
    r"|are)\s(?:requesting|seeking)))"
    r"(?P<giving>)(?P<acting>(?!))?(?=\s(?:the|all|any|copies|access|your|an?)\s)"
)
_CHAIN = spaced(
    r"(?:commanded|required|directed|ordered|summoned|subpoenaed|command\syou)\b(?:[ap]\.\s?m\.|a\.\s?d\."
    r"|[^.;:]"
    r"|:(?=[0-9])|\.(?=[0-9])){0,330}?\b(?:to|and)\s"
    r"(?P<cmd>)(?P<giving>have\swith\syou|bring|produce|furnish|deliver|provide"
    r"|submit)(?![a-z])(?P<acting>(?!))?"
)
_INLINE_COLON = re.compile(
    r"(?:following|certain|materials?|documents?|records?|items?|wit|described"
    r"|information|objects|property|things)[^:.]{0,60}:\s{1,3}(?=[a-z0-9(\"])"
)
_ABOUT_THE_FOLLOWING = spaced(
    r"(?:associated\swith|relating\sto|related\sto|regarding|concerning|about|pertaining\sto|for)\s"
    r"(?:any\sof\s)?the\sfollowing[^:.]{0,60}:\s{1,3}$"
)
_TESTIFY = spaced(
    r"(?<![a-z])(?:(?:to|must|shall)\s)?(?P<verb>appear|attend|testify|come\sbefore"
    r"|comparecer)(?![a-z])"
)
_COMMANDED = spaced(
    r"(?:commanded|ordered|directed|required|summoned|subpoenaed|must|shall|cited|ordena|cita)\b"
)
_TO_WHOM = spaced(
    r"[\s,:]{0,3}(?:(?:and|or|then)\s(?:deliver|produce|copy|send|submit"
    r"|permit\sinspection(?:\sand\scopying)?(?:\sof)?|e-?mail|bring\swith\syou"
    r"|testify)[\s,]{0,2})?(?:with\syou[\s,]{0,3})?(?:(?:to|for|before|at|with)\s(?:this|the|our"
    r"|my|said|these)\s(?:[a-z'&.-]{1,16}\s?){1,7}?(?:\([a-z]{2,8}\)\s)?(?=,|:|within|by\s|on\s"
    r"|no\slater|all\s|any\s|the\s|copies|records|documents|a\s)"
    r"|(?:to\s)?(?:us|me|him|her|them|undersigned)(?![a-z])|(?:to\s)?(?:(?:the|agents\sof\sthe)\s)?(?:hsi|ice|ero|dhs|cbp"
    r"|fbi|dea|irs)(?:\swith)?(?![a-z]))?"
)
_ADVERB = spaced(
    r"[\s,:]{0,3}(?:(?:to\swit|as\ssoon\sas\spossible|forthwith|immediately|promptly|instanter"
    r"|without\sdelay|in\s(?:electronic|digital|native|paper)\s(?:form|format)|by\s(?:mail"
    r"|e-?mail|fax)|also|at\sthe\stime,?\sdate,?\sand\splace\s(?:set\sforth|shown"
    r"|stated)\sbelow)[\s,:]{0,3})"
)
_THE_FOLLOWING = spaced(
    r"[\s,]{0,3}(?:(?:with|including)\s)?(?:the\s|all\sthe\s|all\s)?following(?:\s(?:and|or"
    r"|documents?|records?|items?|information|materials?|things|objects?|persons?|described"
    r"|listed|electronically|stored|tangible|data|categories|of|books"
    r"|papers)){0,8}[^.:\n]{0,60}?[:.]?\s{0,3}$"
)
_TRAILING = spaced(
    r"[\s,]{0,3}(?:(?:no|not)\slater\sthan|on\sor\sbefore|within|by(?=\s(?:[a-z]{3,9}\.?\s[0-9]"
    r"|[0-9]|noon|close|the\sclose|midnight))|before(?=\s[a-z]{3,9}\.?\s[0-9])|at\syour\searliest"
    r"|as\ssoon\sas|for\suse\sin|pursuant\sto)\b[^;]{0,120}$"
)
_SPLIT = spaced(
    r";\s(?:and\s)?|,?\sand\s(?P<all>all)\s"
    r"|,?\sand\s(?P<for>for)\s(?=(?:an?|any|all|the|each|every|copies|access)\s)"
)
_COUNTED = spaced(r"(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?,\s")


_NO_OBJECT = spaced(
    r"(?:dated?\b|place\b|issued|signed|signature|clerk|by:|/s/|_{2,}|name\b|title\b|telephone"
    r"|your\sfailure|failure|if\syou|you\s(?:are|may|must)|this\s|attorney|sincerely"
    r"|[a-z .]{3,30}:\s?$)"
)
_CONDITIONAL = spaced(
    r"(?:if(?!\s(?:possible|you\scan|practicable|feasible))|should|in\sthe\sevent|in\scase|unless"
    r"|where|when)\s"
)
_SAID_BEFORE = spaced(
    r"(?:the\s)?(?:records|documents|information)\sresponsive\sto\sthis|(?:the|such|these|those"
    r"|said|all|any|your)\s(?:requested\s|responsive\s|above\s|listed\s|required\s)?(?:records"
    r"|documents|information|materials?|items|production|response|copies|data|answers?"
    r"|certificat\w{1,3})(?:\sand\s(?:records|documents|information|materials"
    r"|certificat\w{1,3}))?\s?(?:(?:to|by|within|in\s(?:electronic|person|the|a)|at|on|no\slater"
    r"|via|with|without|electronically|directly|personally|may|above|shall|must|should|requested"
    r"|and\ssign)\b|[.;:]|,(?!\s[a-z]{4,20}(?:,|\sand|\sor)\s)|$)"
)


def asked_in(low: str, cut: tuple[Unit, ...]) -> Iterator[Asked]:
    """The objects of the commands of a text, in printed order; testimony where nothing else.

    Args:
        low: The text, plain.
        cut: Its units.
    """
    found = list(_described(low, cut))
    if found:
        yield from found
        return
    for i, unit in enumerate(cut):
        for match in _asks(low, unit):
            if _is_manner(low, match, unit):
                continue
            found.extend(_objects(low, cut, i, match))
            break
    if found:
        yield from _apart(found)
        return
    for unit in cut:
        sentence = low[unit.start : unit.end]
        testify = _TESTIFY.search(sentence)
        if (
            testify
            and _COMMANDED.search(sentence)
            and not re.search(r"\b(?:may|need)\snot\b|excused", sentence)
        ):
            end = unit.end
            yield Asked(unit.start + testify.start(), end, is_testimony=True)
            return


def _asks(low: str, unit: Unit) -> Iterator[re.Match[str]]:
    if _CONDITIONAL.match(low, unit.start, unit.end) or _LAW_TOLD.search(low, unit.start, unit.end):
        return
    chained = _CHAIN.search(low, unit.start, unit.end)
    if chained is not None and low[unit.end - 1] == ":" and unit.end - chained.end() < 40:
        yield chained
    yield from _ASKS.finditer(low, unit.start, unit.end)
    yield from _ASKS_FOR.finditer(low, unit.start, unit.end)
    if chained is not None:
        yield chained
    bare = _IMPERATIVE.match(low, unit.start, unit.end)
    if bare is not None:
        yield bare


_LAW_TOLD = spaced(
    r"(?<![a-z])(?:an?|any|no|each)\s(?:person|party|witness|custodian|nonparty"
    r"|non-party)\s(?:\w{2,14}\s)?"
    r"(?:commanded|subpoenaed|served|required|ordered|who|may|must|responding|withholding)\b"
)
_DESCRIBED = spaced(
    r"(?:(?:records?|documents?|items?|things|materials?|papers|property"
    r"|information)\b[^.;:\n]{0,70}?"
    r"\b(?:is|are)\s(?:described\s|listed\s|identified\s|specified\s)?as\sfollows"
    r"|\b(?:records?|documents?|items?|materials?|information|documentos|informacion|registros)\s"
    r"(?:to\sbe\sproduced|requested|sought|required|needed|demanded"
    r"|(?:required\s)?to\sbe\sproduced\sfor\s(?:inspection|examination)|solicitad[oa]s?"
    r"|requerid[oa]s?))\s?(?:\([^)\n]{1,60}\)\s?)?:(?:[ ]{1,4}|\n[ ]{0,8})(?=[a-z0-9(\"])"
)
_FIELD = re.compile(
    r"(?:^|\n)[ |]{0,12}(?:(?:request|records?)[ ])?(?:description(?:[ ]of[ ](?:the[ ])?(?:records?"
    r"|requests?|documents))?|(?:records?|documents?|information)[ ](?:requested|sought|wanted)"
    r"|request[ ]details|details[ ]of[ ](?:the[ ])?request|descripcion(?:[ ]de[ ]la[ ]solicitud)?)"
    r"[ ]{0,3}(?::|\||[ ]{2,}|\n)[ \n]{0,8}(?=[^\n]{8})"
)
_NEXT_FIELD = re.compile(r"\n[ |]{0,12}(?:[a-z][a-z /#'-]{2,30}(?::|[ ]{2,}|\n|\|)|\n)")
_PORTAL = re.compile(r"\bportal\b|request (?:number|no|id)\b|\brequester\b|solicitante")
_MAY_OBJECT = spaced(r"\bmay\s(?:serve|file|object|move|petition)\b")
_NOTHING = spaced(
    r"(?:[.\"'(\s]{0,3})(?:please\s)?(?:see|refer\sto|as\sset\sforth\sin|as\s(?:described|listed"
    r"|specified)\sin|listed\s(?:in|on)|attached|(?:the\s)?(?:attached\s)?(?:attachment|schedule"
    r"|exhibit|rider|appendix)\b)"
)


def _described(low: str, cut: tuple[Unit, ...]) -> Iterator[Asked]:
    """What stands behind "… are described as follows:" or in a form's field for it."""
    for match in _DESCRIBED.finditer(low):
        i = unit_at(cut, match.end())
        end = _on(low, cut, i)
        if end - match.end() < 8 or _NOTHING.match(low, match.end()):
            continue
        if _ASKS.match(low, match.end()) or _NO_OBJECT.match(low, match.end(), end):
            continue
        yield from _parts(low, match.end(), end)
        return
    field = _FIELD.search(low) if _PORTAL.search(low) else None
    if field is not None:
        following = _NEXT_FIELD.search(low, field.end())
        stop = following.start() if following else min(len(low), field.end() + 600)
        yield from _parts(low, field.end(), stop)


def _apart(found: list[Asked]) -> Iterator[Asked]:
    reach = -1
    for asked in found:
        if asked.start >= reach:
            yield asked
            reach = asked.end


def _is_manner(low: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether a command is one of manner ("Please call", "send your reply to"), not of object."""
    behind = low[match.end() : unit.end][:60]
    if match["acting"]:
        verb = match["acting"]
        if verb.split()[0] in ("notify", "inform", "tell", "advise") and re.search(
            r"\bif\b|questions|unable|cannot", behind
        ):
            return True
        hidden = re.search(r"\bconfidential\b|\bto\s(?:yourself|yourselves)\b|\bsecret\b", behind)
        return verb in ("keep", "refrain", "retain") and hidden is not None
    return (
        re.match(
            r"\s(?:testimony|evidence|your\s(?:response|reply|answer|questions?|check|payment"
            r"|objection)|(?:the|this|a|your)\s(?:response|reply|completed|enclosed\sform|notice"
            r"|letter|copy\sof\sthis)|further|any\squestions|by\s(?:mail|e-?mail|fax)\."
            r"|responsive|notice\b|it\b|them\b(?!\sdown))",
            behind,
        )
        is not None
    )


def _objects(low: str, cut: tuple[Unit, ...], i: int, match: re.Match[str]) -> Iterator[Asked]:
    unit = cut[i]
    if match["acting"]:
        at = match.start("acting")
        for further in _AND_ACT.finditer(low, match.end(), unit.end):
            keep = _TIMED_ACT.match(low, at) is not None
            yield Asked(at, _trimmed(low, at, further.start(), keep_date=keep))
            at = further.start("act")
        yield Asked(at, _trimmed(low, at, unit.end, keep_date=True))
        return
    start = _object_start(low, match.end(), unit.end)
    colon = _INLINE_COLON.search(low, match.end(), unit.end)
    if colon is not None and unit.end - colon.end() > 8:
        named = _ABOUT_THE_FOLLOWING.search(low, start, colon.end())
        if named is None or category_of(low[start : named.start()])[0] is Category.OTHER:
            start = colon.end()
    rest = low[start : unit.end]
    if _SAID_BEFORE.match(rest):
        return
    if _NOTHING.match(rest) or _MAY_OBJECT.search(rest):
        return
    if not rest.strip(" .:,") or _THE_FOLLOWING.match(rest) or _is_lead(rest) or _only_where(rest):
        if i + 1 < len(cut) and cut[i + 1].start - unit.end < 8:
            behind = cut[i + 1]
            if _NO_OBJECT.match(low, behind.start, behind.end) or _NOTHING.match(low, behind.start):
                return
            if next(_asks(low, behind), None) is not None:
                return
            start = _object_start(low, behind.start, behind.end)
            yield from _parts(low, start, _on(low, cut, i + 1))
        return
    yield from _parts(low, start, _on(low, cut, i))


_INCLUDING = re.compile(
    r"including,?\s{1,3}(?:but\s{1,3}not\s{1,3}limited\s{1,3}to"
    r"|without\s{1,3}limitation)[^.;:]{0,40}:$"
)


_INCLUDING_AT = re.compile(
    r"including,?\s{1,3}(?:but\s{1,3}not\s{1,3}limited|without\s{1,3}limitation)"
)


def _on(low: str, cut: tuple[Unit, ...], i: int) -> int:
    """The end of a sentence that goes on behind semicolons."""
    end = cut[i].end
    if _INCLUDING.search(low, max(cut[i].start, end - 120), end):
        while i + 1 < len(cut) and cut[i + 1].is_item:
            i += 1
            end = cut[i].end
        return end
    while i + 1 < len(cut) and cut[i + 1].after_semicolon and not cut[i + 1].is_item:
        if _ASKS.search(low, cut[i + 1].start, cut[i + 1].end):
            break
        i += 1
        end = cut[i].end
    return end


def _only_where(rest: str) -> bool:
    """Whether a sentence that ends with a colon names only place and time, not what."""
    return rest.rstrip().endswith(":") and category_of(rest)[0] is Category.OTHER


def _is_lead(rest: str) -> bool:
    """Whether an object only leads to what follows ("the following documents in your …")."""
    return re.match(r"[^.;:]{0,60}?\bfollowing\b", rest) is not None


def _object_start(low: str, at: int, end: int) -> int:
    """Behind the persons, dates and manner that stand between a verb and its object."""
    for _ in range(4):
        moved = at
        whom = _TO_WHOM.match(low, at, end)
        if whom:
            at = whom.end()
        adverb = _ADVERB.match(low, at, end)
        if adverb:
            at = adverb.end()
        at = _past_time(low, at, end)
        if at == moved:
            break
    while at < end and low[at] in " ,:\n":
        at += 1
    return at


def _past_time(low: str, at: int, end: int) -> int:
    window = low[at : min(end, at + 140)]
    opening = re.match(
        r"[\s,]{0,3}(?:within|by|on|no\s|not\s|before|in\s(?=[a-z0-9]{1,12}\s(?:days|hours))"
        r"|at\s(?=[0-9]))",
        window,
    )
    if opening is None:
        return at
    for period in find_periods(window):
        if period.start < 40:
            stop = period.end
            comma = re.match(
                r"\s?(?:(?:of|after|from|following|hereof|thereof|by|at"
                r"|before)\b[^,:;.]{0,40})?[,:]",
                window[stop:],
            )
            return at + stop + (comma.end() if comma else 0)
        break
    for day in find_dates(window):
        if day.start < 45:
            timed = time_after(window, day.end)
            stop = timed.end if timed else day.end
            comma = re.match(r"(?:,?\s(?:at|by)\s[^,:;]{1,24})?\s?[,:]", window[stop:])
            return at + stop + (comma.end() if comma else 0)
        break
    return at


def _parts(low: str, start: int, end: int) -> Iterator[Asked]:
    """The parts of an object; what stands behind "including but not limited to" is not split."""
    at = _past_ordinal(low, start, end)
    inside = _INCLUDING_AT.search(low, start, end)
    asked_for = low[max(0, start - 5) : start].endswith("for ")
    for split in _SPLIT.finditer(low, start, inside.start() if inside else end):
        if split.start() - at <= 8 or (split["for"] and not asked_for):
            continue
        yield Asked(at, _trimmed(low, at, split.start()))
        at = _past_ordinal(low, split.end() - len("all " if split["all"] else ""), end)
    if end - at > 3:
        yield Asked(at, _trimmed(low, at, end))


def _past_ordinal(low: str, at: int, end: int) -> int:
    """Behind "first," or "secondly," where the parts of a sentence are counted in words."""
    counted = _COUNTED.match(low, at, end)
    return counted.end() if counted else at


def _trimmed(low: str, start: int, end: int, *, keep_date: bool = False) -> int:
    if not keep_date:
        trailing = _TRAILING.search(low, start, end)
        if trailing and trailing.start() > start + 8:
            end = trailing.start()
    while end > start and low[end - 1] in " \n.,;":
        end -= 1
    return end
