"""Blanks, drafts and placeholders: the signs that a paper has not been issued (READING 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.compiled import led
from tecum.instruments.region import Region
from tecum.provenance import Span
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.titles import find_title, name_in
from tecum.words import SignatoryRole

__all__ = ["blankness"]

_PLACEHOLDER = re.compile(
    r"(?<![/@])\[(?!(?:SEALED|X|x|REDACTED|CORRECTED|STAMP|PROPOSED|SIGNED|SIC|ENCLOSURE|SEAL"
    r"|UNDER SEAL|FILED|(?:ANCHOR|ROLL|SOT|VO|MUSIC|APPLAUSE|LAUGHTER|CROSSTALK|INAUDIBLE"
    r"|PAUSE|CUT TO)[^\]\n]{0,24})\])"
    r"(?:[A-Z][A-Z /'’.-]{1,40}|[A-Z](?!\]\w|(?<=[AI])\] [a-z])"
    r"|(?i:insert|name|date|address|title|your|agency"
    r"|number|describe|recipient|custodian|case|number of|list|specify|city|county|state"
    r"|telephone|signature|fecha|nombre|provider|account|officer|company|place|plaintiff"
    r"|defendant|witness|office|department|e-?mail(?! (?:address|protected)\])|phone"
    r"|confirm|tbd|tk|to be|tbc)\b[^\]\n]{0,50})\]"
    r"|\[\d{1,3} (?:days|hours)[^\]\n]{0,30}\]"
    r"|\[[^\[\]\n]{4,80}\?(?: ?[\u2013-] ?[A-Z]{1,3})?\]"
    r"|\bwithin _{2,20} (?:business |calendar )?(?:days|hours)\b"
    r"|\{\{[^}\n]{0,80}\}\}|<<[^>\n]{0,60}>>"
    r"|«[A-Z][a-z]{1,14}(?:[ _]?[A-Z][a-z]{1,14}|_[a-z]{1,14}){0,3}\d?»"
    r"|\{(?:name|date|number|address|title|agency)[^}\n]{0,30}\}"
    r"|\{[A-Z][A-Z0-9 _@./'’-]{2,80}\}"
    r"|<(?:name|date|insert|agency|recipient|address|number|title)[^>\n]{0,40}>"
    r"|<(?!redacted|private|removed|omitted)[a-z][a-z'’]{1,14}(?:,? [a-z'’]{1,14}){0,9}>"
    r"|(?<=: )\[(?!(?:x|private|redacted|removed|withheld|omitted|e-?mail address|personal)\b)"
    r"[a-z][a-z0-9 /'-]{0,40}\](?=\s{0,4}(?:\n|$))"
    r"|(?:(?<=^)|(?<=\n))\W{0,4}\d{1,2}[.)] \[[a-z][a-z0-9 /'-]{0,40}\](?=\s{0,4}(?:\n|$))"
    r"|(?:(?<=^)|(?<=\n))\s{0,4}\[(?!(?:SEAL|SIGN|STAMP|FILED|RECEIVED))[A-Z][A-Za-z ,/'’-]{2,40}\]"
    r"(?=\s{0,3}(?:\n|$))"
    r"|\[(?:matter|attorney|client|party|project|employee|letterhead|subject)\b[^\]\n]{0,30}\]"
    r"|\b(?:on|at|in|by|to|of|before) \((?:date|time|place|name|address|city|county|court|number)\)"
    r"|\((?i:insert|enter|fill in|(?:your|own|full|last|first|recipient) (?:own )?(?:full )?name)\b"
    r"[^()\n]{0,90}\)"
    r"|\bdear (?:[a-z]{2,9} )?\((?:last |full )?name\)"
    r"|\[[A-Z][\w./'’-]{0,20}(?: [\w./'’-]{1,20}){0,3}? "
    r"(?:Name|Date|Address|Number|Title|Agency|Department|City|State|Email|Phone|Amount|Reference)\]"
    r"|\bX{4,}\b|\b20XX\b"
    r"|\bYOUR_[A-Z_]{4,20}\b"
    r"|(?<=: )YOUR (?:(?:FULL|OWN|FIRST|LAST) )?"
    r"(?:NAME|E-?MAIL|ADDRESS|PHONE|CITY|TITLE|AGENCY)(?=\s{0,4}(?:\n|$|<))",
)
_NAME_OF_NOBODY = re.compile(
    r"^\W{0,3}(?:dear|to|attn|attention)\b:?[^\n\[{<(]{0,20}[\[{<]\s?[a-z' ]{0,30}"
    r"(?:name|agency|council|department|officer|recipient|organi[sz]ation|company)"
    r"[a-z' ]{0,20}[\]}>]"
    r"|^\s{0,9}[\[{<](?:date|today'?s date|month[^\]})>\n]{0,20})[\]}>]\s{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A greeting to a name that somebody has to put in, or such a day: nobody was written to yet."""
_LABEL = re.compile(r"(?:(?<=^)|(?<=\s\s)|(?<=_\s))[A-Z][A-Za-z'’#./() -]{1,44}?:(?=\s|_|$)")
_BARE_LABEL = re.compile(
    r"^\W{0,3}(?:to|date|dated|name|place|date and time|time|from|file no|case no|subject id|event"
    r"|issued|served|warrant no|subpoena no|address|telephone|phone|e-?mail|city"
    r"|signature(?: of \w{4,12})?|applicant|requester|clerk)[.#]?\s{0,20}$",
    re.IGNORECASE,
)
_OF_FIGURES = re.compile(
    r"\b(?:dated?|time|no|number|id|event|dob|birth|telephone|phone|zip)\b|#", re.IGNORECASE
)
_VALUE = re.compile(r"\s{0,6}(?![A-Z][A-Za-z'’#./() -]{1,30}?:)[^\s_.,/(][^\s_]")
_CAPTION_OF_BLANK = re.compile(
    r"\s{0,30}\((?:(?i:signature|name|title|date|place|type or print|print(?:ed)?|full name|address"
    r"|telephone|officer|alien|city|county|location|issuing)[^()]{0,90})\)"
    r"(?:\s{1,60}\([^()]{3,60}\)){0,3}\s{0,30}"
)
_MOSTLY = 0.6
_MANY_FIELDS = 4
_HAND, _REACH = 8.0, 260.0
_RULE_ALONE = re.compile(r"^\s{0,40}_{5,300}[\s_]{0,40}$")
_SIGNED = re.compile(r"(?:^|\s)(?:/s/|s/)\s{0,60}\w", re.IGNORECASE)
_RULE = led(r"_{4,}")
_DATE = led(
    r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_EMPTY_DATE = re.compile(
    r"\b(?:this|the) {1,4}day of\b|\bday of ?, ?(?:19|20)\d\d"
    r"|^\W{0,3}dated(?:,? at [^\n]{3,40})?:\s{0,8},?\s{0,4}(?:19|20)\d\d\W{0,4}$"
    r"|\bday of\s{1,60}_{3,}|(?<!_)_{2,60}\s{0,4}day of|,?\s{0,60}20_{2,}|\bdated?:?\s{0,60}_{4,}"
    r"|_{1,4}/_{1,4}/_{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
_OPEN_ORDER = re.compile(
    r"\b(?:it is (?:so ordered|hereby ordered)?|ordered|entered|dated|done|signed)\W{0,3}"
    r"(?:(?:on )?this|the|this the)\s{1,3}_{2,40}\s{0,3}(?:st|nd|rd|th)?\s{0,3}day of"
    r"\s{1,3}(?:_{2,40}|[a-z]{3,9},?\s{1,3}(?:\d{4}|20_))"
    r"|\b(?:given|issued|witness|executed)\b[^.;\n]{0,80}\bthis\s{1,3}_{2,40}"
    r"\s{0,3}day of\s{1,3}_{2,40}"
    r"|^\W{0,3}this the\s{1,3}_{2,40}\s{0,3}day of\b"
    r"|\b(?:entered|so ordered)\b\W{0,3}_{4,40}|\bhon(?:orable\b|\.)\s{0,3}_{4,40}",
    re.IGNORECASE | re.MULTILINE,
)
"""An order that waits for its day: no judge has made it yet."""
_EMPTY_LABEL = re.compile(
    r"^\W{0,3}(?:to|file no|date|dated|name|place|subpoena no|case no|file"
    r"|date and time|from|subject id|event #?"
    r"|issued|served|warrant no|no)\s{0,60}[.#]?\s{0,60}:?\s{0,60}_*\s{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)


_PROPOSED = re.compile(
    r"\[\s?(?:PROPOSED|Proposed)\s?\]"
    r"|^\W{0,6}\(?(?:PROPOSED|Proposed)\)? (?:ORDER|Order|SUBPOENA|Subpoena|WARRANT|Warrant|WRIT)\b"
    r"|\b(?:ORDER|Order) [\[(]?\s?(?:PROPOSED|Proposed|proposed)\b|\(proposed (?:order|subpoena)\)",
    re.MULTILINE,
)
_NOT_REAL = re.compile(
    r"^\W{0,6}(?:DRAFT|SAMPLE|SPECIMEN|TEMPLATE|UNSIGNED(?: COPY| DRAFT)?)\b(?:\W|$)"
    r"(?! ?[A-Z]{2,20}(?:,| v\b))"
    r"|^\W{0,6}(?:MODEL|Model|SAMPLE|Sample) [A-Za-z ]{3,30}"
    r"(?i:letter|request|subpoena|order|notice)\b"
    r"|^[^\n]{0,40}\b(?:SUBMITTED|CIRCULATED|SENT|FOR) (?:FOR )?"
    r"(?:REVIEW|COMMENT|SIGNATURE|APPROVAL) (?:BY|OF|AND|ONLY)\b"
    r"|^\W{0,4}(?:FORM|Form) (?:LETTER|Letter|letter)\b"
    r"|\b(?:you (?:can|may|could)|feel free to|please) (?:use|adapt|copy|modify|customi[sz]e)"
    r" (?:this|our|the(?: following| below)?) (?:sample|template|model|form letter|letter as a)\b"
    r"|^\W{0,6}(?:PATTERN|Pattern) (?:FORM|Form)\b"
    r"|^\W{0,6}(?i:appendix|annex)\b[^\n]{0,20}\b(?i:specimens?|samples?|model forms)\W{0,3}$"
    r"|\((?i:proposed|lodged|submitted for (?:issuance|signature|entry|approval))\)"
    r"|\b(?:MODEL FORM|EXAMPLE ONLY|SAMPLE ONLY|FORM ONLY|NOT ISSUED|UNISSUED|FOR DISCUSSION"
    r"|NOT FOR (?:SERVICE|FILING|ISSUANCE|EXECUTION)|DO NOT SERVE|NOT A REAL [A-Z]{3,14}"
    r"|(?:FOR|EXHIBIT FOR) (?:TRAINING|CLASSROOM|INSTRUCTIONAL|TEACHING|ILLUSTRATION|DEMONSTRATION)"
    r"|TRAINING (?:EXHIBIT|COPY|SAMPLE|AID|MATERIAL|EXERCISE|USE ONLY))\b"
    r"|\b(?i:draft|sample|specimen|template|model)(?: (?:only|v\d|version|\d{1,2}\b(?!-))"
    r"|(?: (?i:subpoena|letter|form|order|request|notice|summons|warrant|detainer)\b))"
    r"|\b(?:not yet|to be) (?:issued|signed|approved|served) (?:until|after|by counsel|on)\b"
    r"|\b(?i:status): (?i:draft|not (?:yet )?(?:sent|filed)|unsent)\b"
    r"|[\u2013\u2014(-] ?DRAFT\)?\W{0,3}$"
    r"|\b(?:redline|sign-?off|note to (?:file|draft))\b"
    r"|\bnot yet (?:issued|signed|approved)\b|\bBORRADOR\b",
    re.MULTILINE,
)


_PRESENTS = re.compile(
    r"(?:presented|(?<!respectfully )submitted|prepared|proposed|form approved|consented to"
    r"|approved (?:as to form|for entry|as to form and (?:content|substance))"
    r"|(?:agreed|stipulated)(?: to)?)"
    r"(?: by| for)?[^\w]{0,12}$"
    r"|\bI (?:hereby )?certify\b[^/]{0,240}$",
    re.IGNORECASE,
)
"""Who signs there puts an order before a judge, or swears that he sent it; he does not make it."""


def _named_unissued(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """A paper's own word that it is a draft, sample or proposal.

    A word at the head of a paper that is filled in and signed is a stamp or the name of a file:
    it decides nothing alone, and everything where the signature is not there.
    """
    signed = _is_signed(paper)
    places = {Region.TITLE, Region.HEADER, Region.FOOTER}
    for id_, pattern, weight in (("proposed", _PROPOSED, 14.0), ("draft", _NOT_REAL, 14.0)):
        for match in paper.find(pattern):
            if places & paper.regions[paper.index_at(match.start())]:
                yield id_, 3.0 if signed else weight, paper.spans(*match.span())
                break


def _is_signed(paper: Paper) -> bool:
    """Whether somebody signed who does not only present the paper or swear to its sending."""
    return any(
        not _PRESENTS.search(paper.words, max(0, m.start() - _SWORN), m.start())
        for m in paper.find(_SIGNED)
    )


_SWORN = 280
_TO_NOBODY = re.compile(
    r"(?:^|\n)\W{0,3}TO\s?:[\W_]{0,200}\n"
    r"(?:\W{0,4}(?:Address|Name|Phone|Telephone|City)\s?:[\W_]{0,80}\n){0,3}"
    r"\W{0,4}(?:YOU ARE|You are|GREETING)",
    re.MULTILINE,
)
"""Process that speaks to its addressee and has none, though a clerk has signed and dated it."""
_COMMANDS_NOBODY = re.compile(
    r"\byou are (?:hereby )?(?:commanded|ordered|summoned|required|directed)\b[^.]{0,80}?"
    r"_{4,}[^.]{0,60}?_{3,}",
    re.IGNORECASE,
)
"""A command whose place and day are rules to write on."""
_ADAPTED = re.compile(
    r"\bcan be (?:copied|cut) and pasted\b|\bcopy (?:and paste|verbatim)\b"
    r"|\b(?:modified|adapted|edited|customi[sz]ed) to (?:meet|suit|fit) your\b"
    r"|\b(?:review and )?edit (?:this |the letter )?before (?:sending|filing|mailing)\b"
    r"|\b(?:use|adapt) (?:this|the following) (?:sample|template|model)\b",
    re.IGNORECASE,
)
"""What tells its reader to make a letter of his own of it."""
_IN_BLANK = re.compile(
    r"\b(?:issued|signed|sealed) in blank\b"
    r"|\bto be (?:filled in|filled out|completed) by (?:the )?"
    r"(?:party|attorney|requesting|applicant)"
    r"|\b(?:party|attorney|person|litigant) who (?:obtains|requests|receives|uses|serves)"
    r" (?:this|the)"
    r" (?:form|subpoena|blank)[^.\n]{0,40}\b(?:fills?|completes?)\b",
    re.IGNORECASE,
)
"""A paper's own word that somebody else fills it in before it is served."""


def blankness(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """Signals that a paper is a blank, with their weights and words.

    Two signs of different sorts on a paper that nobody signed outweigh the words of command that
    every blank of an instrument prints.
    """
    rows = list(_signs(paper))
    yield from rows
    if len(rows) > 1 and not _is_signed(paper):
        heavy = max(rows, key=lambda row: row[1])
        yield "nothing_filled_in", 8.0, heavy[2]


def _signs(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    yield from _named_unissued(paper)
    places = list(paper.find(_PLACEHOLDER))
    if places:
        spans = paper.spans(*places[0].span())
        yield "placeholders", 4.0 * min(len(places), 5), spans
    to_nobody = paper.search(_NAME_OF_NOBODY)
    if to_nobody:
        yield "to_be_named", 14.0, paper.spans(*to_nobody.span())
    texts = [f for f in paper.text.fields if not f.is_checkbox]
    empty = [f for f in texts if not (f.value or "").strip()]
    if len(texts) >= 2 and len(empty) == len(texts):
        yield "empty_form_fields", 16.0 if len(empty) < _MANY_FIELDS else 20.0, paper.line_spans(0)
    dated = bool(_DATE.search(_without_form_lines(paper)))
    unaddressed = paper.search(_TO_NOBODY) is not None
    if (not dated or unaddressed) and not any((f.value or "").strip() for f in texts):
        yield from _empty_labels(paper)
    rules = list(_RULE.finditer(paper.words))
    if len(rules) >= 4 and not dated:
        yield "empty_lines", 10.0, paper.spans(*rules[0].span())
    adapted = paper.search(_ADAPTED)
    if adapted:
        yield "to_be_adapted", 14.0, paper.spans(*adapted.span())
    in_blank = paper.search(_IN_BLANK)
    if in_blank and (not dated or unaddressed or places):
        yield "issued_in_blank", 16.0, paper.spans(*in_blank.span())
    commanded = paper.search(_COMMANDS_NOBODY) if unaddressed else None
    if commanded:
        yield "commands_nobody", 14.0, paper.spans(*commanded.span())
    unsigned = _unsigned_line(paper)
    if unsigned is not None:
        yield "unsigned_line", 6.0, paper.line_spans(unsigned)
    open_order = paper.search(_OPEN_ORDER)
    if open_order and not paper.text.ink and not _is_signed(paper):
        yield "open_order", 18.0, paper.spans(*open_order.span())
    open_date = paper.search(_EMPTY_DATE)
    if open_date and (not dated or unsigned is not None):
        yield "empty_date", 6.0, paper.spans(*open_date.span())
    elif open_date and len(rules) >= 5:
        yield "many_blanks", 4.0, paper.spans(*open_date.span())


def _empty_labels(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """Labels without a value, where most of a form's labels have none.

    A label's value stands behind it, or on the next line where that is no label itself; what is
    written by hand behind a label is ink. Lines drawn in a picture need not have been read.
    """
    empty: list[int] = []
    filled = 0
    for i, line in enumerate(paper.lines):
        found = [*_LABEL.finditer(line.text), *_BARE_LABEL.finditer(line.text)]
        for match in found:
            if _is_filled(paper, i, match):
                filled += 1
            else:
                empty.append(i)
        if not found and _CAPTION_OF_BLANK.fullmatch(line.text):
            empty.append(i)
    if len(empty) >= 3 and len(empty) >= _MOSTLY * (len(empty) + filled):
        yield "empty_labels", 20.0, paper.line_spans(empty[0])
    elif len(list(paper.find(_EMPTY_LABEL))) >= 2 and len(empty) > filled:
        yield "empty_labels", 9.0, paper.line_spans(empty[0])


def _is_filled(paper: Paper, i: int, label: re.Match[str]) -> bool:
    """Whether a value stands behind a label or below it; a date or a number has a figure."""
    behind = paper.lines[i].text[label.end() :]
    counted = _OF_FIGURES.search(label[0]) is not None
    if _TO_BE_SIGNED.match(behind):
        return False
    if _VALUE.match(behind):
        return not counted or any(c.isdigit() for c in behind)
    if behind.strip(" _.:") == "" and _below_is_value(paper, i, counted):
        return True
    return _has_ink_behind(paper, i)


_NO_VALUE = re.compile(r"\[ ?\]|\(|v(?:s)?\.\s|OR:", re.IGNORECASE)
"""A box to tick, a form's direction or the next side: no value of the label above."""
_TO_BE_SIGNED = re.compile(
    r"\s{0,3}(?:signature of\b|(?:attorney|clerk|judge|officer)['’]?s? signature\b|\(signature)",
    re.IGNORECASE,
)


def _below_is_value(paper: Paper, i: int, counted: bool) -> bool:
    """Whether the next line of letters fills the blank above it."""
    for line in paper.lines[i + 1 : i + 3]:
        text = line.text.strip()
        if not re.search(r"[^\W_]{2}", text):
            continue
        if (
            _LABEL.match(text)
            or _BARE_LABEL.match(text)
            or _CAPTION_OF_BLANK.fullmatch(text)
            or line.is_capital
        ):
            return False
        if _NO_VALUE.match(text):
            return False
        return not counted or any(c.isdigit() for c in text)
    return False


def _has_ink_behind(paper: Paper, i: int) -> bool:
    """Whether something is written by hand behind a label, on its line."""
    line = paper.lines[i]
    for page, box in paper.text.ink or ():
        if line.box is None or page != line.page:
            continue
        level = line.box[1] - _HAND < (box[1] + box[3]) / 2 < line.box[3] + _HAND
        if level and line.box[2] - _HAND < box[0] < line.box[2] + _REACH:
            return True
    return False


def _unsigned_line(paper: Paper) -> int | None:
    """An empty signature line over a bare title, where nothing on the paper is signed.

    In a picture that was looked at for ink, the bare title alone tells: a drawn line is no letter.
    """
    if _is_signed(paper):
        return None
    for i, line in enumerate(paper.lines[:-1]):
        under = paper.lines[i + 1].text.strip()
        drawn = _RULE_ALONE.match(line.text) is not None
        lost = paper.knows_ink and Region.SIGNATURE in paper.regions[i + 1]
        if not (drawn or lost) or paper.has_ink_near(i, i + 1):
            continue
        title = find_title(under)
        if title is None or len(under.split()) > 8 or name_in(under) is not None:
            continue
        if _TITLE_AND_NAME.fullmatch(under):
            continue
        judge = title.role is SignatoryRole.JUDGE and title.start == 0
        if drawn or (judge and _ends_before(line.text)):
            return i
    return None


_TITLE_AND_NAME = re.compile(
    r"(?:(?:The )?Hon(?:orable|\.)? )?(?:[A-Z][a-z]{2,14} ){0,2}"
    r"(?:Judge|Justice|Magistrate|Clerk|Commissioner|Referee|Chancellor) (?:[A-Z]\.? ?){1,2}"
)
"""A title with the first letter of a name, as papers without private names print it."""


def _ends_before(text: str) -> bool:
    """Whether the line above a bare title is no name: an order's last words, or its date."""
    return name_in(text.strip()) is None and _NO_NAME.search(text) is not None


_NO_NAME = re.compile(
    r"[.;:]\s{0,4}$|(?:19|20)\d\d\W{0,3}$|\bday of\b|\b(?:dated?|so ordered|entered)\b",
    re.IGNORECASE,
)


_EDITION = re.compile(r"\b(?:rev|form|edition|exp|AO \d)\b|\(\d{1,2}/\d{2,4}\)", re.IGNORECASE)


def _without_form_lines(paper: Paper) -> str:
    """The text without edition marks: a form's own date dates no paper."""
    lines = paper.lines
    marked = {i for i in paper.lines_where(_EDITION) if _EDITION.search(lines[i].text)}
    return "\n".join([line.text for i, line in enumerate(lines) if i not in marked])
