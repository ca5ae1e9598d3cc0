"""The members of a series inside one sentence: "the chart, any films, and an itemized bill".

A member begins with its own article or with the name of a kind of record, and names a record
itself; what only describes a member ("of the driver and the owner", "showing codes and charges")
is not cut. In doubt the series stays whole.

Authority: READING 12 (unnumbered demands: split at semicolons or repeated "and all").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from tecum.reading.items.categories import names_a_thing
from tecum.reading.text.matching import spaced

__all__ = ["is_thing", "names_record", "series_of"]

_RECORDS = (
    r"accounts?|addendum|addenda|addresses|address|affidavits?|agendas?|agreements?|alerts?"
    r"|amounts?"
    r"|analys[ei]s|answers?|applications?|appraisals?|approvals?|assessments?|attendance|audio"
    r"|audits?"
    r"|authorizations?|badge|balances?|bids?|billing|bills?|bookings?|books?|brochures?|budgets?"
    r"|calendars?|calculations?|cameras?|cards?|certificates?|certifications?|charges|charts?"
    r"|checklists?"
    r"|checks|chats?|chronolog(?:y|ies)|citations?|claims?|clearances|clips?|codes|communications?"
    r"|complaints?|confirmations?|consents?|contracts?|copies|copy|correspondence|counts?"
    r"|credentials"
    r"|data|database|dates?|decisions?|declarations?|deeds?|depositions?|descriptions?|detainers?"
    r"|determinations?|devices?|diagrams?|directives?|disclosures?|discs?|displays?|documents?"
    r"|documentation|drawings?|drives?|e-?mails?|entries|entry|estimates?|evaluations?|evidence"
    r"|exhibits?|explanations?|extracts?|faxes|figures|files?|filings?|films?|findings?|folders?"
    r"|footage"
    r"|forms?|grievances?|guidelines?|guides?|handbooks?|histor(?:y|ies)|identit(?:y|ies)|images?"
    r"|indexe?s?|information|inspections?|instructions?|inventor(?:y|ies)|invoices?|itinerar(?:y"
    r"|ies)"
    r"|journals?|keys|labels?|leases?|ledgers?|letters?|licen[cs]es?|lists?|locations?|logs?|mail"
    r"|manifests?|manuals?|maps?|materials?|measurements|memos?|memorand(?:um|a)|messages?|metadata"
    r"|minutes|names?|narratives?|notes?|notices?|numbers?|orders?|originals?|outcomes?|papers?"
    r"|payments?|payroll|permits?|photographs?|photos?|pictures?|plans?|polic(?:y|ies)|posts?"
    r"|prescriptions?|printouts?|procedures?|programs?|proofs?|proposals?|protocols?|purchases?"
    r"|questionnaires?|quotes?|readings?|reasons?|receipts?|recordings?|records?|referrals?"
    r"|registers?"
    r"|registrations?|releases?|reports?|requests?|responses?|results?|resum[ei]s?|returns?"
    r"|reviews?"
    r"|rosters?|rules?|samples?|scans?|schedules?|scores?|scripts?|sheets?|signatures?|slides?"
    r"|slips?"
    r"|specifications?|specimens?|spreadsheets?|standards?|statements?|statistics|status|stubs?"
    r"|stud(?:y|ies)|subpoenas?|summar(?:y|ies)|surveys?|tables?|tags?|tally|tallies|tapes?"
    r"|tests?|texts?"
    r"|tickets?|timesheets?|titles?|totals?|traces?|transactions?|transcripts?|transfers?|vendors?"
    r"|verifications?|versions?|videos?|visits?|vitae|voicemails?|vouchers?|wages?|waivers?"
    r"|warnings"
    r"|warrants?|wires?|witnesses|work\s?papers?|write-?ups|x-?rays?"
    r"|acta|actas|certificado|comprobantes?|contratos?|copias?|correos|cuentas?|documentos?"
    r"|expedientes?|grabaci(?:on|ones)|cintas?|informe|facturas?|fotos?|fotografias?|historial|hojas?|informes?|listas?|nominas?|pagos"
    r"|planos?|polizas?|recibos?|registros?|solicitud(?:es)?|tarjetas?|videos?"
)
_RECORD = re.compile(rf"\b(?:{_RECORDS})\b")
_ARTICLE = (
    r"(?:the|an?|all|any|both|each|every|your|his|her|its|their|this|that|these|those|copies"
    r"|whatever"
    r"|whether|which|who|how|what|when|where|why|(?:at|in|on|by|to|from|for|under)\s(?:what|which"
    r"|whom)|el|la|los|las|un|una"
    r"|todos?|todas?|copias?|cualquier|sus?)"
)
_AGAIN = r"(?:(?:for|of)\s(?=(?:the|an?|all|any|each|every|copies|his|her|your|its|their)\s))?"
"""The preposition that governs a whole series and is said again before each member."""
_PARTS = spaced(
    r"(?P<strong>,?\s(?:and\salso|as\swell\sas|together\swith|along\swith|plus|accompanied\sby"
    r"|asi\scomo"
    r"|junto\scon|with(?=\s(?:copies|a\scopy)\sof)|(?<=[a-z0-9])\s(?:\+"
    r"|&)(?=\s))\s(?:also\s)?(?:for\s(?=(?:the|an?|all|any|each|every|copies)\s))?)"
    rf"|(?P<last>,\s(?:and|y|e)\s{_AGAIN})|(?P<and>\s(?:and|y)\s{_AGAIN})|(?P<comma>,\s{_AGAIN})"
)
_NOT_A_PART = re.compile(
    r"(?:without limitation|but not|(?:if|or|as|in|on|at|by|from|since|dated|with|except|when) )"
)
_DESCRIBES = spaced(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )\b(?:relat\w{3,5}|concern\w{0,3}|regarding|about|between"
    r"|among|pertaining|involving|showing"
    r"|identify\w{0,3}|including|reflecting|describing|containing|such\sas|namely|listing|stating"
    r"|indicating|evidencing|documenting|mentioning|covering|explaining|that\sshow\w{0,1}"
    r"|sent\s(?:to|by)|exchanged\swith|from\sthe|to\sor\sfrom|with\s(?:the|its|all|his|her|their"
    r"|any))\s"
)
"""Words behind which a series most likely goes on inside the one thing that they describe."""
_CLOSED_BEFORE = spaced(
    r"\b(?:about|regarding|concerning|of|on|for|with|to|from)\s(?:it|them|this|that|him|her|me|us)$"
)
"""A pronoun that closes a description ("between the two about it, …")."""
_DESCRIBES_MORE = spaced(_DESCRIBES.pattern.split(r"|with\s{1,4}(?:the")[0] + r")\s")
"""The same but for "with", behind which a parallel thing with an article stands for itself."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a part ends and the next begins, and how surely."""

    end: int
    start: int
    sort: str


def names_record(words: str, *, within: int = 7) -> bool:
    """Whether plain words begin with the name of a record, a fact or a thing that is kept."""
    head = " ".join(words.split()[:within])
    return _RECORD.search(head) is not None or names_a_thing(head)


def series_of(
    low: str, start: int, end: int, *, goes_on: bool = False
) -> Iterator[tuple[int, int]]:
    """The members of a series, or the whole where it is none or in doubt.

    Args:
        low: The text, plain.
        start: Where the series begins.
        end: Where it ends.
        goes_on: Whether a further member stands behind the end ("…, and all …").
    """
    cuts = _members(low, list(_cuts(low, start, end)), end)
    cuts = list(_outside_descriptions(low, start, cuts, end))
    if goes_on and cuts and cuts[-1].sort == "comma" and _has_article(low, cuts[-1], end):
        cuts[-1] = replace(cuts[-1], sort="last")
    if not cuts or (
        all(cut.sort == "comma" for cut in cuts) and not any(map(partial(_is_all, low), cuts))
    ):
        yield start, end
        return
    if {"comma", "last"} <= {cut.sort for cut in cuts}:
        # Where commas part the members, a bare "and" joins what stands inside one of them.
        cuts = [cut for cut in cuts if cut.sort != "and"]
    if len(cuts) > 1:
        bare_first = _WITH_ARTICLE.match(low[start : min(end, start + 30)]) is None
        # A bare name among others borrows the article before it, but for the last of a series.
        sure = [c for c in cuts if c.sort in ("strong", "last") or _has_article(low, c, end)]
        if not any(_has_article(low, cut, end) for cut in cuts):
            sure = [cut for cut in cuts if cut.sort == "strong"]
        elif bare_first:
            joined = [cuts[-1]] if _is_joined_once(cuts) and cuts[-1] not in sure else []
            sure = [c for c in sure if c.sort != "last" or _is_long(low, c, end)] + joined
            sure += [
                c for c in cuts if c.sort == "comma" and _is_long(low, c, end) and c not in sure
            ]
        elif _is_joined_once(cuts) and cuts[-1] not in sure and sure:
            sure.append(cuts[-1])
        elif cuts[-1].sort == "last" and _has_article(low, cuts[-1], end):
            borders = [*(c.end for c in cuts if c.sort != "and"), end]
            sure += [
                c
                for c in cuts
                if c not in sure and _is_complete(low, c, next(b for b in borders if b > c.end))
            ]
        sure.sort(key=lambda cut: cut.start)
        cuts = sure
    if not cuts or (
        all(cut.sort == "comma" for cut in cuts) and not any(map(partial(_is_all, low), cuts))
    ):
        yield start, end
        return
    if cuts[-1].sort == "comma" and not _is_all(low, cuts[-1]):
        last = max(i for i, cut in enumerate(cuts) if cut.sort != "comma" or _is_all(low, cut))
        cuts = cuts[: last + 1]
    if len(cuts) == 1 and not _is_pair(low, start, cuts[0], end):
        yield start, end
        return
    ends = [_without_condition(low, cut.end) for cut in cuts]
    rows = list(zip([start, *(c.start for c in cuts)], [*ends, end], strict=True))
    named = sum(is_thing(low[a:b]) for a, b in rows)
    if 3 * named < 2 * len(rows):
        yield start, end
        return
    yield from rows


_OF_ITS_OWN = spaced(r"(?:the|an?|any|all|each|every|your)\s")


def _members(low: str, cuts: list[_Cut], end: int) -> list[_Cut]:
    """The cuts behind which a member begins; what closes a series need be no known record."""
    found = [cut for cut in cuts if _begins_member(low, cut, end)]
    listed = any(cut.sort == "comma" and _has_article(low, cut, end) for cut in found)
    last = next((cut for cut in reversed(cuts) if cut.sort == "and"), None)
    if not listed or last is None or last in found or last.start < found[-1].start:
        return found
    words = low[last.start : min(end, last.start + 90)]
    if _OF_ITS_OWN.match(words) and not _names_someone(words):
        found.append(last)
    return found


_IF_ANY = spaced(r",?\s(?:and|plus),?\s(?:if|where|to\sthe\sextent)\s[^,;]{3,40}$")


def _without_condition(low: str, end: int) -> int:
    """The end of a member without the "and, if there are any" that leads to the next."""
    found = _IF_ANY.search(low, max(0, end - 64), end)
    return found.start() if found else end


def _is_joined_once(cuts: list[_Cut]) -> bool:
    """Whether one plain "and" before the last member closes a series of commas ("a, b and c")."""
    sorts = [cut.sort for cut in cuts]
    return len(sorts) > 1 and sorts[-1] == "and" and set(sorts[:-1]) == {"comma"}


def _cuts(low: str, start: int, end: int) -> Iterator[_Cut]:
    for found in _PARTS.finditer(low, start, end):
        if not _is_inside_brackets(low, start, found.start()):
            yield _Cut(found.start(), found.end(), found.lastgroup or "comma")


def _is_inside_brackets(low: str, start: int, at: int) -> bool:
    return low.count("(", start, at) > low.count(")", start, at)


_WITH_ARTICLE = spaced(rf"{_ARTICLE}\s")


def _begins_member(low: str, cut: _Cut, end: int) -> bool:
    """Whether what follows a cut names a thing of its own."""
    words = low[cut.start : min(end, cut.start + 90)]
    if _NOT_A_PART.match(words):
        return False
    if _WITH_ARTICLE.match(words):
        if cut.sort == "and":
            record = names_record(words, within=9) and not _begins_with_someone(words)
            return record or _CLAUSE.match(words) is not None
        return not _names_someone(words) or names_record(words, within=9)
    bare = words.split(",", maxsplit=1)[0]
    return names_record(bare, within=3) and len(words.split()) > 1


_SOMEONE = re.compile(
    r"(?:person|people|man|woman|men|women|child|children|parent|mother|father|wife|husband|son"
    r"|daughter"
    r"|driver|owner|tenant|landlord|patient|client|mayor|sheriff|clerk|chief|captain|sergeant"
    r"|deput(?:y|ies)"
    r"|judge|attorney|lawyer|agent|agency|agencies|company|companies|firm|bank|union|board|council"
    r"|committee|commission|clinic|pharmacy|library|jail|prison|church|shop|store|plant|bureau"
    r"|division|authority|district|department|office|court|city|county|state|town|village|school"
    r"|hospital"
    r"|police|government|public|press|media|family|staff|crew|team|witness(?:es)?|victim|suspect"
    r"|party"
    r"|parties|defendant|plaintiff|respondent|applicant|assistant|accountant|consultant|resident"
    r"|president|student|nurse|doctor|guard|relative|spouse|other|others|rest|like|same"
    r"|following|date"
    r"|time|day|week|month|year|hour|period|place|street|road|building|premises|property|area|way"
    r"|reason|law|act|rule|statute|case|matter|subpoena|request|letter|order)s?(?:'s?)?"
    r"|[a-z]{3,24}(?:ers|ors|ees|ists|ants|ians)(?:')?|[a-z]{2,24}(?:ist|ian|eer)"
)
"""A person, body, day, place or paper of the case: what a description names, not a thing asked."""


_ASKS_A_FACT = spaced(
    r"(?:(?:at|in|on|by|to|from|for|under)\s)?(?:whether|which|who|whom|how|what|when|where|why)\s"
)


_CLAUSE = spaced(r"(?:whether|who|how|when|where|why)(?:\s[a-z'-]{1,16}){3,}")
"""A question of its own, not the "and when" that goes with the one before."""


def _names_someone(words: str) -> bool:
    """Whether the head of a phrase with an article is a person, body, time or place."""
    if _ASKS_A_FACT.match(words):
        return False
    phrase = re.split(
        r"[,;.]|\s(?:of|for|from|to|in|on|at|by|with|that|which|who|whose|where|when|as|is|was"
        r"|and|or"
        r"|between|about|under|behind|over|after|before|since|during)\b",
        words,
    )[0].split()
    head = phrase[-1] if len(phrase) > 1 else ""
    return not head or not head[:1].isalpha() or _SOMEONE.fullmatch(head) is not None


def _begins_with_someone(words: str) -> bool:
    """Whether right behind the article stands a body or person, and no record of theirs."""
    first = words.split()[:4]
    if any(word.endswith(("'s", "s'")) for word in first[:2]):
        return False
    return _names_someone(" ".join(first[:2])) and _RECORD.search(" ".join(first)) is None


_ALL = spaced(r"(?:any|all|every|each|copies\sof|a\scopy\sof)\s")


def _is_all(low: str, cut: _Cut) -> bool:
    """Whether a part begins with "any" or "all" and names a record: a thing of its own."""
    words = low[cut.start : cut.start + 60]
    return _ALL.match(words) is not None and _RECORD.search(" ".join(words.split()[:4])) is not None


def _is_long(low: str, cut: _Cut, end: int) -> bool:
    """Whether what follows a cut is a name with its own qualities, or has its own article."""
    part = re.split(r",|\sand\s", low[cut.start : end])[0]
    return _has_article(low, cut, end) or len(part.split()) >= _LONG


def _is_complete(low: str, cut: _Cut, end: int) -> bool:
    """Whether a bare name has a complement of its own ("notes of the school nurse")."""
    part = low[cut.start : end]
    if cut.sort == "and":
        before = re.split(r",|\s(?:and|with|plus)\s", low[max(0, cut.end - 120) : cut.end])[-1]
        if not _COMPLEMENT.search(before.strip()) or not names_record(part, within=2):
            return False
    return cut.sort in ("comma", "and") and _COMPLEMENT.match(part) is not None


_COMPLEMENT = spaced(
    r"(?:[a-z'-]+\s){1,5}(?:of|from|for|in|on|sent|by|that|which|showing)\s[a-z0-9]+(?:\s|$)"
)


def _has_article(low: str, cut: _Cut, end: int) -> bool:
    return _WITH_ARTICLE.match(low[cut.start : min(end, cut.start + 30)]) is not None


def _outside_descriptions(low: str, start: int, cuts: list[_Cut], end: int) -> Iterator[_Cut]:
    """The cuts that do not lie in what only describes the member before."""
    at = start
    parallel = _WITH_ARTICLE.match(low[start : min(end, start + 30)]) is not None and (
        any(cut.sort in ("last", "strong") for cut in cuts) or _is_joined_once(cuts)
    )
    for cut in cuts:
        words = low[cut.start : min(end, cut.start + 60)]
        own = _WITH_ARTICLE.match(words) is not None
        described = _DESCRIBES.search(low, at, cut.end) is not None
        if described and _CLOSED_BEFORE.search(low, max(at, cut.end - 24), cut.end):
            described = False
        told = own or _COMPLEMENT.match(low[cut.start : end]) is not None
        if described and told and parallel and names_record(words, within=5):
            described = _DESCRIBES_MORE.search(low, at, cut.end) is not None
        if described and not (cut.sort == "strong" or (own and cut.sort == "last")):
            continue
        if cut.end - at < 3:
            continue
        yield cut
        at = cut.start


def is_thing(words: str) -> bool:
    """Whether words name a record, or with an article no person, body, time or place."""
    if names_record(words):
        return True
    return _WITH_ARTICLE.match(words) is not None and not _names_someone(words[:90])


def _is_pair(low: str, start: int, cut: _Cut, end: int) -> bool:
    """Whether two things joined by one "and" are each complete by themselves."""
    if cut.sort == "strong":
        return True
    first, second = low[start : cut.end], low[cut.start : end]
    if not names_record(first):
        return False
    if _WITH_ARTICLE.match(second):
        return names_record(second, within=9) or _CLAUSE.match(second) is not None
    # "The name and address of each owner" is one thing: its second part borrows from the first.
    return (
        _WITH_ARTICLE.match(first) is not None
        and len(first.split()) >= _LONG
        and len(second.split()) > _LONG
    )


_LONG = 4
