"""What one signal takes from another: a paper's words weighed by the rest of what it says.

A word that means a motion, a bill or a blank by itself means less beside an order, a box of
records or a letter's address (READING 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tecum.provenance import Span
from tecum.reading.conduct.blank import blankness
from tecum.reading.conduct.genres import says_order
from tecum.reading.conduct.standing import Standing
from tecum.reading.conduct.surety import Row
from tecum.reading.conduct.weights import act_weights
from tecum.reading.paper.letter import is_greeted
from tecum.reading.paper.paper import Paper
from tecum.words import Conduct

__all__ = [
    "ASKS_ITSELF", "add", "answers_on_its_cover", "blanks", "covers_nothing", "drop",
    "drop_subject", "drop_thanks_for_a_part",
    "drop_what_is_fought", "handles_yours", "keep_the_rest", "stand", "writes_back",
]  # fmt: skip


_TOLD = re.compile(
    r"\b(?:we|I) (?:have |had |already |just |then |now ){0,2}(?:[a-z]{3,12}ed|found|went|took|gave"
    r"|sent|made|kept|held|read|saw|got|put|told|left|met|wrote|spoke)\b"
    r"|\b(?:he|she|they) (?:has|have|had|is|are|was|were|began|left|worked|came|went)\b"
    r"|^\W{0,3}(?:handed|delivered|mailed|sent)\b"
    r"|\bhas (?:now )?(?:concluded|closed|completed|finished|ended) (?:its|our|the|this)\b"
    r"|\byour (?:form|letter|request|application|message|inquiry|note|petition|submission|check)\b"
    r"[^.;\n]{0,50}\b(?:is|was|has been|are|were) [a-z]{3,12}(?:ed|en|ken|wn)\b"
    r"|\b(?:is|are|was|were) (?:behind|below|on the back|on the table|with this|in the (?:folder"
    r"|box|envelope|link))\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What somebody tells of his own doing, or where he lays something before another."""


def writes_back(paper: Paper, standing: Standing) -> bool:
    """Whether one writes to another what was done, and asks him for nothing."""
    letter = standing.letter
    sent = bool(letter.address) and letter.date is not None
    return (sent or standing.is_posted) and paper.search(_TOLD) is not None


ASKS_ITSELF = 5.0
"""What a sheet's asking weighs at the least, for it to be more than a cover."""
_ENCLOSES_ANOTHER = frozenset({"carries", "passes_on"})
_MORE_PAGES = re.compile(
    r"\bpages?\b[^\n]{0,30}?\b(?:[2-9]|\d\d|two|three|four|five|six)\b"
    r"|\b(?:[2-9]|\d\d|two|three|four|five|six) pages\b|\b(?:following|attached|enclosed)\b",
    re.IGNORECASE,
)


_LISTED = re.compile(r"\W{0,3}(?:\d{1,2}|[a-h])[.)]\s{1,3}\w")


def covers_nothing(paper: Paper, found: Sequence[Row]) -> bool:
    """Whether a sheet that is headed "Fax", and no more, has no pages behind it."""
    rows = {row[0] for row in found}
    if "fax_word" not in rows or "fax_cover" in rows:
        return False
    lists = sum(_LISTED.match(line.text) is not None for line in paper.lines) > 1
    covers = bool(rows & _ENCLOSES_ANOTHER) or paper.search(_MORE_PAGES) is not None
    return lists or not covers


def answers_on_its_cover(paper: Paper, found: Sequence[Row]) -> bool:
    """Whether a fax's cover names what of its addressee's it answers, and no pages lie behind."""
    rows = {row[0] for row in found}
    if "re_yours" not in rows or rows & _ENCLOSES_ANOTHER:
        return False
    return paper.search(_MORE_PAGES) is None


_OF_WHAT_IS_REPEATED = ("act_command", "act_request", "act_order_of_third", "records_law_request")


def drop_repeated(totals: dict[Conduct, float], found: list[Row]) -> None:
    """An answer that sets out each request above its answer does not make them."""
    names = {row[0] for row in found}
    if "repeats_yours" in names and names & (_HANDLING - {"repeats_yours"}):
        for name in _OF_WHAT_IS_REPEATED:
            drop(name, totals, found)


def drop_subject(
    paper: Paper, standing: Standing, totals: dict[Conduct, float], found: list[Row]
) -> None:
    """What a letter's subject names is what its writer asks for, where he asks and answers none."""
    subject = standing.letter.subject
    names = {row[0] for row in found}
    asks = "act_request" in names and not names & _OUTRIGHT
    if subject is None or not asks or not is_greeted(paper, standing.letter):
        return
    line = paper.line_spans(subject)[0]
    for name, conduct, _, spans in list(found):
        if conduct not in (Conduct.REPORTS, Conduct.ANSWERS) or not spans:
            continue
        if all(s.page == line.page and line.start <= s.start < line.end for s in spans):
            drop(name, totals, found)


_OF_WHAT_WAS_GIVEN = re.compile(r"\b(?:production|response|records|documents)\b")
_MY_REQUEST = re.compile(r"\b(?:my|our) (?:\w{4,10} )?request\b|\bthe request (?:listed|asked)\b")


def drop_thanks_for_a_part(paper: Paper, totals: dict[Conduct, float], found: list[Row]) -> None:
    """Who thanks for a production and speaks of his request asks for the rest of it."""
    rows = [row for row in found if row[0] == "we_have_yours"]
    thanks = any(_OF_WHAT_WAS_GIVEN.search(_words(row)) for row in rows)
    asks = any(row[0] == "act_request" for row in found)
    if thanks and asks and paper.search(_MY_REQUEST) is not None:
        drop("we_have_yours", totals, found)


def drop_what_is_fought(totals: dict[Conduct, float], found: list[Row]) -> None:
    """Who asks a court to undo a demand names it in the line on his subject."""
    names = {row[0] for row in found}
    if {"moves", "says_asks_a_court_to_undo"} <= names and "act_command" not in names:
        for name in ("instrument_title", "titled_demand"):
            drop(name, totals, found)


def drop(
    name: str,
    totals: dict[Conduct, float],
    found: list[Row],
) -> None:
    """Take every row of a signal away, with its weight."""
    for row in [row for row in found if row[0] == name]:
        totals[row[1]] -= row[2]
        found.remove(row)


def keep_the_rest(totals: dict[Conduct, float], found: list[Row]) -> None:
    """What commands and takes a part of an earlier command back still commands the rest."""
    names = {row[0] for row in found}
    if "act_command" in names:
        drop("closes", totals, found)
        drop("your_request_is", totals, found)
    elif "closes" in names:
        # What takes a demand back names it.
        for name in ("instrument_title", "titled_demand", "order_title"):
            drop(name, totals, found)
    money = next((row for row in found if row[0] == "money"), None)
    if money is None:
        return
    sends = bool(names & _ENCLOSING) and _says(money, "remit")
    pays = not names.isdisjoint(_ASKING) and _COST_OF_COPIES.fullmatch(_words(money)) is not None
    if sends or pays:
        # What sends records may ask for its costs, and what asks for them offers to bear them.
        drop("money", totals, found)


def _words(row: Row) -> str:
    """A signal's words in small letters."""
    return row[3][0].quote.lower() if row[3] else ""


def _says(row: Row, word: str) -> bool:
    """Whether a signal's words begin so."""
    return _words(row).startswith(word)


_ASKING = frozenset({"act_command", "act_request"})
_COST_OF_COPIES = re.compile(r"invoice|payment (?:of|within)|balance (?:due|owed|of)")
"""Words of a bill that stand as well where one pays for the copies that one asks for."""
_ENCLOSING = frozenset({"encloses_production", "accompanies", "searched", "custodian_certifies"})
_HANDLING = frozenset(
    {
        "speaks_of_yours",
        "we_have_yours",
        "received_yours",
        "in_response",
        "re_yours",
        "repeats_yours",
    }
)


def handles_yours(found: Iterable[Row]) -> bool:
    """Whether a paper handles what its addressee asked for."""
    return any(row[0] in _HANDLING for row in found)


def blanks(paper: Paper, standing: Standing) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """The signs of a blank; the line for a hand under a letter to somebody is none."""
    letter = standing.letter
    sent = bool(letter.address) and letter.date is not None and standing.caption is None
    for row in blankness(paper):
        if row[0] == "unsigned_line" and sent and not standing.is_titled:
            continue
        yield row


_BEARS_OUT = frozenset({"form_asks", "says_lists_things", "believes_in_good_faith"})
"""What shows beside words of asking that they are meant for somebody."""
_COMMANDS = re.compile(r"\b(?:command|summon|order|direct)(?:s|ed)?\b")
"""Words by which a paper that names no addressee still commands whoever holds it."""
_OUTRIGHT = frozenset(
    {"we_have_yours", "received_yours", "in_response", "repeats_yours", "re_yours"}
)
"""What answers somebody."""
_OF_ANY_READERS = (
    "cease_and_desist", "declines", "not_able", "says_may_be_had", "speaks_of_yours",
    "what_you_asked", "your_request_is",
)  # fmt: skip
"""What a text to nobody in particular says of "your request" is said to every reader."""
_OF_A_DEMAND = re.compile(
    r"\b(?:records?|documents?|request\w{0,3}|subpoena|summons|warrants?|detainers?|demand|orders?"
    r"|inquir|enquir|informa|data|files?\b|produc|cop(?:y|ies)\b|disclos|foi|preserv|take-?down|notice"
    r"|complain|appeal|appli|claim|account|report|statement|certif|questions?|ask|evidence|logs?\b"
    r"|footage|video|transcript|invoice|custod|releas|hold\b|inmate|jail|court"
    r"|petici|solicit|orden|pidi|pide)",
    re.IGNORECASE,
)
_SOME_SENTENCES = 80
_ORDERED = re.compile(r"\bIT IS (?:HEREBY |SO |FURTHER |THEREFORE )?ORDERED\b")
_IN_COURT = re.compile(
    r"\b(?:court|judge|justice|magistrate|plaintiffs?|defendants?|petitioner|motion)\b",
    re.IGNORECASE,
)
_FOR_ME = re.compile(
    r"\b(?:send|give|provide|supply|forward) (?:me|us)\b"
    r"|\b(?:I|we) (?:would be grateful|request|would like|am requesting|hereby)\b"
    r"|\bbe grateful if you\b",
    re.IGNORECASE,
)
"""Who asks for himself asks somebody, though he names nobody."""
_NEWS = frozenset({"byline", "said"})
_RULES = ("says_speaks_of_a_case", "says_lays_down_rules")
"""What a handbook says; in a letter it is the writer's position."""


def _is_of_something_else(paper: Paper) -> bool:
    """Whether a letter of some sentences names nothing that is asked for or given in this field."""
    return len(paper.words.split()) >= _SOME_SENTENCES and paper.search(_OF_A_DEMAND) is None


def _orders(paper: Paper, standing: Standing, found: Iterable[Row]) -> bool:
    """Whether a paper without addressee is a court's order that tells somebody to do something."""
    told = standing.titled is not None and standing.titled.genre.conduct is Conduct.REPORTS
    if told or paper.search(_IN_COURT) is None:
        return False
    if paper.search(_ORDERED) is not None:
        return True
    titled = standing.titled is not None and says_order(standing.titled)
    return titled and any(row[0] == "act_order_of_third" for row in found)


def _told_to_all(
    paper: Paper, standing: Standing, totals: dict[Conduct, float], found: list[Row]
) -> None:
    """Weigh less what is asked, answered and contested where nobody in particular is spoken to."""
    weights = act_weights()
    asked, many = totals.get(Conduct.ISSUES, 0.0), standing.is_to_many
    names = {row[0] for row in found}
    for_me = any(row[0] == "act_request" and _FOR_ME.search(_words(row)) for row in found)
    meant = _orders(paper, standing, found) or (for_me and not many and not names & _NEWS)
    if asked and not meant:
        titled = standing.titled is not None and standing.titled.genre.conduct is Conduct.ISSUES
        commands = any(row[0] == "act_command" and _COMMANDS.search(_words(row)) for row in found)
        free = titled or commands or bool(names & _BEARS_OUT) or many
        most = asked if free else weights["asked_of_nobody_at_most"]
        totals[Conduct.ISSUES] = min(asked * weights["asks_nobody"], most)
        add(Conduct.REPORTS, [("tells_everybody", weights["tells_everybody"], ())], totals, found)
    if not many and handles_yours(found):
        return
    for conduct in (Conduct.ANSWERS, Conduct.CONTESTS):
        said = totals.get(conduct, 0.0)
        says_so = standing.titled is not None and standing.titled.genre.conduct is conduct
        free = many or conduct is Conduct.CONTESTS or says_so
        most = said if free else weights["asked_of_nobody_at_most"]
        totals[conduct] = min(said * weights["asks_nobody"], most)


def stand(
    paper: Paper,
    standing: Standing,
    totals: dict[Conduct, float],
    found: list[Row],
) -> None:
    """Weigh a paper's words by how it stands between people.

    What is neither addressed nor dated nor signed nor any court's asks nobody: it tells
    everybody. A letter that is all three is no report of a newspaper, whoever "said" what.
    """
    weights = act_weights()
    asked = totals.get(Conduct.ISSUES, 0.0)
    if standing.speaks_to_all or standing.is_to_many:
        _told_to_all(paper, standing, totals, found)
    if standing.is_unsent and not any(row[0] in _OUTRIGHT for row in found):
        for name in _OF_ANY_READERS:
            drop(name, totals, found)
    if totals.get(Conduct.ANSWERS) and _is_of_something_else(paper):
        totals[Conduct.ANSWERS] = 0.0
    if standing.is_to_own_staff:
        built = sum(row[2] for row in found if row[1] is Conduct.ANSWERS and "says_" in row[0])
        totals[Conduct.ANSWERS] = totals.get(Conduct.ANSWERS, 0.0) - built / 2
        # What is said to colleagues reports, once for answering and once for asking.
        told = [("to_own_staff", weights["to_own_staff"], ())] * (bool(built) + bool(asked))
        add(Conduct.REPORTS, told, totals, found)
        if asked:
            totals[Conduct.ISSUES] = min(asked * weights["in_a_memo"], totals[Conduct.ISSUES])
    if standing.is_posted:
        for name in _RULES:
            drop(name, totals, found)
    if standing.is_posted or is_greeted(paper, standing.letter):
        news = sum(row[2] for row in found if row[0] in _NEWS)
        if news:
            totals[Conduct.REPORTS] -= news * (1 - weights["news_in_a_letter"])


def add(
    conduct: Conduct,
    rows: Iterable[tuple[str, float, tuple[Span, ...]]],
    totals: dict[Conduct, float],
    found: list[Row],
) -> None:
    """Put rows (signal, weight, spans) to a conduct."""
    for id_, weight, spans in rows:
        totals[conduct] = totals.get(conduct, 0.0) + weight
        found.append((id_, conduct, weight, spans))
