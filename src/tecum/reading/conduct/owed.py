"""What is owed after a paper is read: things named, by a day, from the one who is addressed.

Three things are told by build rather than by phrase (READING 8): that a paper names records to
somebody and says when; that what it asks for is no record; and that it asks its reader for his
own papers, so that he gets something himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.compiled import led
from tecum.instruments.sought import find_first
from tecum.provenance import Span
from tecum.reading.conduct.standing import Standing
from tecum.reading.conduct.weights import act_weights
from tecum.reading.paper.paper import Paper
from tecum.reading.speech.directives import GIVING
from tecum.reading.speech.named_things import Build, count_things
from tecum.reading.text.matching import units_where
from tecum.words import Conduct

__all__ = ["for_its_reader", "idle_sentences", "names_what_is_wanted", "owed"]

_ENOUGH = 2
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,9}\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} (?:de )?{_MONTH}|\d{{1,2}}/\d{{1,2}}|{_WEEKDAY}|tomorrow"
    r"|noon|tonight|close of business|end of (?:the )?(?:day|week|month|business)|cob\b"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th)\b)"
)
_NUMBER = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty"
    r"|twenty-one|thirty|forty-eight|seventy-two|sixty|dos|tres|cinco|siete|ocho|diez|quince|veinte)"
)
_UNTIL = led(
    rf"\b(?:by|before|due|no later than|not later than|on or before|at the latest|deadline|needed"
    rf"|wants? (?:it|them)|antes del?|a mas tardar(?: el)?)\b[^.;\n]{{0,30}}?{_DAY}"
    rf"|\b(?:within|in|en|dentro de|plazo de|gives?|allows?)\s{{1,4}}(?:the next )?{_NUMBER}"
    r"(?:\s{1,4}\(\d{1,3}\))?\s{1,4}(?:\w{4,9}\s{1,4})?(?:hours?|days?|weeks?|dias|horas)\b"
    rf"|\b{_WEEKDAY} (?:would|works|at)\b"
)
_HARDLY = 0.34
_TO = re.compile(
    r"(?:^|\n)\W{0,6}(?:to|para|attn|attention|issued to|directed to|employer|licensee|respondent"
    r"|provider|custodian|al?)\s{0,3}:\s{0,60}\S",
    re.IGNORECASE,
)
"""A field that names the addressee."""
_OWN_GOOD = re.compile(
    r"\b(?:to|so (?:that )?(?:we|you) (?:can|may)) (?:\w{3,10} ){0,2}(?:pay|process|renew|go on"
    r"|activate|approve|enrol\w?|register|ship|be (?:paid|considered))\b[^.;:]{0,30}\b(?:your"
    r"|being paid|paid|payments?)\b|\bto apply[,:]"
    r"|\byour (?:application(?! (?:certified|stated|promised|was\b|for (?:the )?(?:award|grant)))"
    r"|enrol\w{2,6}|membership|renewal|new position|offer letter"
    r"|reimbursement|benefits|coverage|subscription|w-9|first day|start date)\b(?! (?:records?"
    r"|files?|cards?|forms?|logs?|lists?|polic))"
    r"|\bin order for us to (?:assist|help|serve|process|review) you"
    r"|\bso (?:that )?you (?:are|get|will be|can be) (?:paid|covered|enrolled|insured)\b"
    r"|\bto (?:pay|process) (?:your |this |the )?invoices?\b"
    r"|\byour (?:appointment|visit|check-?up|reservation) (?:is|with|on|has)\b"
    r"|\boffer you (?:the|a) (?:position|job|place)\b"
    r"|\b(?:choosing|retaining|engaging|hiring) (?:us|me|(?:this|our) (?:firm|office))\b"
    r"|\b(?:terms of (?:our|this) (?:engagement|representation)|our engagement (?:letter|agreement)"
    r"|(?:our|my) (?:hourly )?rate (?:is|will be))\b"
    r"|\bdear (?:applicants?|vendors?|policy ?holder|borrower|candidate|guest|cardholder"
    r"|shareholder|member(?! of)|residents?|customers?|neighbou?rs?|patrons?)\b"
    r"|\byour (?:water |gas |electric |utility )?meter (?:could|will|may|must|is|was|has|needs)\b"
    r"|\byour (?:[a-z]{3,12} )?(?:certificate|password|subscription|membership|domain|warranty"
    r"|badge) (?:expires|is expiring|(?:will|has) expired?|is about to)\b"
    r"|\b(?:your |or )(?:access|login) (?:will|may) be (?:suspended|locked|disabled)\b"
)
"""What one is asked for so that one gets something oneself: paid, insured, hired, represented."""
_OR_ELSE = re.compile(
    r"\b(?:may|will|shall|can) (?:be (?:rejected|denied|refused|dismissed|suspended|revoked"
    r"|cancell?ed|terminated)|(?:deny|reject|refuse|dismiss|suspend|revoke|cancel|terminate|decline|withhold|recover|bar|debar)\b)"
    r"|\bwithout (?:which|it|them)\b|\bcannot (?:go (?:on|forward)|be (?:renewed|granted"
    r"|approved|considered|processed))"
    r"|\bfail(?:ure|s|ing)? to (?:do so|comply|respond|produce|provide|appear|submit)\b"
)
"""Papers that one must hand over or lose what one has: that is a demand, whoever profits."""
_UNDER_LAW = re.compile(
    r"\b(?:under oath or affirmation|code of federal regulations)\b|\b\d{1,2} c\.?f\.?r\b"
)
"""A regulator's question about a licence is answered under its rules, whoever wants it."""
_OF_RECORDS_LAW = re.compile(
    r"\baccess to (?:documents|information|records)\b|\bfreedom of information\b"
    r"|\bofficial information\b"
)
"""Who handles an application for records asks its maker who he is: that is an answer."""
_OF_NO_RECORDS = led(
    r"\b(?:from (?:here|now) on|going forward|(?:all |any )?future (?:notices|papers|mail"
    r"|correspondence|communications|pleadings))\b"
    r"|\b(?:keep|retain|save|bring|show) (?:this|your) (?:slip|receipt|letter|notice|copy|page|card"
    r"|stub|half|approval|permit|ticket|form|sheet|certificate|summons)\b"
    r"|\bwants?\s{1,4}(?:the|my|this|that|our|his|her) \w{3,12} (?:forgiven|waived|corrected|fixed"
    r"|removed|paid|reduced|refunded|dropped|erased|cleared)\b"
    r"|\b(?:how|where|to whom|whom) (?:do|can|could|should|would|may) (?:i|we|one|someone)"
    r" (?:\w{3,9} )?(?:request|ask|get|obtain|order|file|submit|see|apply)\b"
    r"|\bhold off\b"
    r"|\ba (?:corrected|replacement) (?:bill|invoice|card|check|statement|licen[cs]e|permit)\b"
    r"|\b(?:have|has|got) (?:all|everything|what) (?:that )?(?:we|i) (?:need|wanted|asked)"
    r"|\bknow (?:that )?you (?:got|have|received) (?:this|it)\b"
    r"|\b(?:bring|show|present|carry)\s{1,4}(?:an? |your |his |her )?(?:\w{4,10} )?"
    r"(?:picture|photo|valid|government-issued) (?:id|identification)\b"
    r"|\b(?:ask|request|urge|beg|want)\s{1,4}(?:that )?you (?:to |please )?(?:vote|support|oppose"
    r"|reject|sponsor|co-sponsor|table|sign|endorse)\b"
    r"|\b(?:ask|request|urge|beg)\s{1,4}the (?:committee|board|council|commission|legislature|house"
    r"|senate|assembly) to (?:vote|support|oppose|pass|adopt|reject)\b"
    r"|\btell\s{1,4}(?:us|me) (?:under )?(?:which|what)"
    r" (?:section|statute|law|authority|provision)\b"
    r"|\b(?:am|are) asking (?:the|our|another|his|her|their|my) [a-z]{3,14} (?:about|for|whether"
    r"|to)\b"
)
"""Where later papers go, what one asks of a third, and by what a visitor shows who he is.

Nor does one who asks for a vote, or by what right he is asked. What one must do to have
something oneself ("to have a copy sent, fill in …") is told for one's own good, and who wants a
bill forgiven or an entry corrected wants no record."""


_ASKED_OF_ALL = re.compile(
    r"\b(?:(?:all|any|each|every|such|your|the|a) )?(?:requests?|legal process|process"
    r"|applications?|claims?|notices?|notifications?|submissions?|petitions?|complaints?|appeals?|requesters?"
    r"|applicants?|agencies|law enforcement|officers?)\b[^.;:]{0,60}"
    r"\b(?:must|should|needs? to|ha(?:s|ve) to|(?:is|are) required to)\b[^.;:]{0,60}:\s{0,4}$"
    r"|\bin the form (?:noted|shown|set out|described) below:\s{0,4}$"
)
"""What leads on what everybody's request must hold: it asks for nothing by itself."""
_FOR_ONESELF = re.compile(
    r"to (?:have|get|obtain|receive|order|apply|appeal|object|stop|cancel|enrol|opt|look|ask"
    r"|subscribe|unsubscribe|join|post|register|donate|vote|learn|find out|renew|book)\b"
    r"[^.;:]{3,90}, (?:please )?(?:fill|complete|send|use|write|call|go|sign|submit|visit|bring"
    r"|file|ask|put|follow|reply|click|contact|come|apply)\b"
)
"""A sentence that tells what one must do to have something oneself."""
_IS_GIVEN = re.compile(
    r"\bbe (?:submitted|produced|delivered|returned|disclosed|filed|handed over|made available)\b"
)


def for_its_reader(build: Build) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """That the addressee is asked for papers of his own, for a good of his own."""
    match = find_first(_OWN_GOOD, build.text)
    if match is not None and (_UNDER_LAW.search(build.text) or _OF_RECORDS_LAW.search(build.text)):
        return
    listed = any(row.is_asked for row in build.lists)
    if match is not None and not (listed and _OR_ELSE.search(build.text)):
        yield "for_your_own_good", act_weights()["own_good"], build.paper.spans(*match.span())


def idle_sentences(build: Build) -> tuple[tuple[int, int], ...]:
    """Sentences that ask, but for no records.

    They lead a list of repairs, posts or sums of money, say where later papers go, or tell what
    is asked of a third.
    """
    text = build.text
    leads = (
        row.lead
        for row in build.lists
        if row.share <= _HARDLY
        and not row.is_given
        and not count_things(text[slice(*row.lead)])
        and not any(GIVING.search(text, *part) for part in (row.lead, *row.entries))
        and not _IS_GIVEN.search(text, *row.lead)
    )
    none = units_where(text, build.sentences, _OF_NO_RECORDS)
    theirs = (
        entry
        for row in build.lists
        if _ASKED_OF_ALL.search(text, *row.lead)
        for entry in row.entries
    )
    others = (
        *theirs,
        *((u.start, u.end) for u in none if _OF_NO_RECORDS.search(text, u.start, u.end)),
        *((u.start, u.end) for u in build.sentences if _FOR_ONESELF.match(text, u.start, u.end)),
    )
    return (*leads, *others)


def owed(build: Build, standing: Standing) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """What the build of a paper says for its asking: its lists, its bare names, its day."""
    paper, weights = build.paper, act_weights()
    if not _reaches_somebody(paper, standing):
        return
    titled = standing.titled
    told = next((row for row in build.lists if row.is_asked), None)
    if titled is not None and titled.genre.conduct not in (None, Conduct.ISSUES):
        at = paper.start_of(titled.line)
        if told is None or not any(a <= at < b for a, b in told.entries):
            return
    if told is not None:
        yield "says_lists_things", weights["lists_things"], paper.spans(*told.entries[0])
    else:
        bare = build.bare_names
        if not bare or (
            len(bare) < _ENOUGH and count_things(build.text[slice(*bare[0])]) < _ENOUGH
        ):
            return
        yield "says_names_things", weights["names_things"], paper.spans(*bare[0])
    day = _day_of_answer(build)
    if day is not None:
        yield "says_sets_a_day", weights["sets_a_day"], paper.spans(*day.span())


_OTHER_ACT = re.compile(
    r"\b(?:appeal|protest|grievance|hearing|object|objection|dispute|contest|pay|payments?|repay"
    r"|instal+ments?|vote|bids?|proposals?|quotes?|apelar|apelacion|pagar|pago|votar)\b"
)
"""What else has a day: a remedy of the reader's, a sum, a vote, a bid."""


def _day_of_answer(build: Build) -> re.Match[str] | None:
    """The first day that is set for an answer rather than for an appeal or a payment."""
    for unit in units_where(build.text, build.sentences, _UNTIL):
        day = _UNTIL.search(build.text, unit.start, unit.end)
        if day is not None and not _OTHER_ACT.search(build.text, unit.start, day.start()):
            return day
    return None


def _reaches_somebody(paper: Paper, standing: Standing) -> bool:
    """Whether it is a mail or letter to somebody, or a form that names its addressee."""
    letter = standing.letter
    if standing.speaks_to_all or standing.is_to_many or standing.is_to_own_staff:
        return False
    if standing.has_headline and letter.salutation is None and not standing.blocks:
        return False
    if paper.is_mail or letter.salutation is not None or bool(letter.address):
        return True
    return (standing.is_titled and standing.is_addressed) or paper.search(_TO) is not None


_MANY_THINGS = 3


def names_what_is_wanted(build: Build, standing: Standing, *, tells: bool = False) -> bool:
    """Whether a paper to somebody lists something, or names records and a day beside them.

    Or it has all that an issued paper has, a day, an addressee and a hand, and names records,
    unless it ``tells`` what was done, asks for something else, or stays in the house.

    A demand in words that the rules do not know looks so; where nothing else tells what a paper
    does, it must not be passed by as one that does nothing.
    """
    if not standing.is_addressed or standing.is_to_many or standing.is_to_own_staff:
        return False
    if any(not row.is_given and len(row.entries) >= _ENOUGH for row in build.lists):
        return True
    things = count_things(build.text)
    if things >= _ENOUGH and standing.is_dated and standing.blocks and not tells:
        return True
    return things >= _MANY_THINGS and _day_of_answer(build) is not None
