"""What a subject line says about a message's place in an exchange, in several languages."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header, make_header

__all__ = ["decoded_words", "is_forward_subject", "is_reply_subject"]

_TAG = r"\s{0,3}(?:\[[^\]\n]{1,40}\]\s{0,3}){0,3}"
_COUNT = r"(?:\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^?\d{1,2}))?"
# English re, reply; German aw, antw(ort); Spanish rv is a forward, re and resp a reply;
# French ré, rép, tr; Portuguese res, enc; Italian r, rif, i, inol; Nordic sv, vs; Dutch antw, fw.
_REPLY = re.compile(
    rf"{_TAG}(?:re|reply|aw|antw|antwort|sv|vs|resp|respuesta|ré|rép|réponse|res|resposta|r|rif"
    rf"|odp|ynt|回复|答复){_COUNT}\s?[:：]",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    rf"{_TAG}(?:fwd?|forward(?:ed)?|wg|weitergeleitet|rv|reenv(?:iado)?|tr|transf|enc|encam"
    rf"|i|inol(?:trato)?|vb|pd|doorst|vl|转发){_COUNT}\s?[:：]",
    re.IGNORECASE,
)


def is_reply_subject(subject: str) -> bool:
    """Whether a subject begins as an answer's does.

    >>> is_reply_subject("AW: Ihr Schreiben"), is_reply_subject("Re: FW: records")
    (True, True)
    >>> is_reply_subject("Return of records"), is_reply_subject("[EXTERNAL] RE[2]: records")
    (False, True)
    """
    return bool(_REPLY.match(subject))


def is_forward_subject(subject: str) -> bool:
    """Whether a subject begins as that of a message passed on does.

    >>> is_forward_subject("TR : demande"), is_forward_subject("Fwd: x"), is_forward_subject("I: x")
    (True, True, True)
    """
    return bool(_FORWARD.match(subject))


def decoded_words(value: str) -> str:
    """A header's text with its encoded words decoded (RFC 2047); unchanged where they are wrong.

    >>> decoded_words("=?utf-8?q?R=C3=A9ponse?= automatique")
    'Réponse automatique'
    """
    if "=?" not in value:
        return value
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (LookupError, ValueError, TypeError, MessageError):
        return value
