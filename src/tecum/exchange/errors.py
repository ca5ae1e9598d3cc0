"""Why a message of another office is not taken in; one class a reason to act on.

ExchangeError (tecum.errors)
├── NotAMessage      bytes that are no message in the required form
├── ContentDiffers   a document, hash or opening that does not fit what was signed
├── SignatureFails   a signature that the key it names did not make
├── UnknownSender    a signer or log that our trust file does not list
│   └── KeyChanged   a name that we know, with a key that nobody rotated to
├── ProofFails       a head or receipt in the message that does not hold
└── ExchangeStopped  exchange with that office rests until a person has looked
"""

from __future__ import annotations

from tecum.errors import ExchangeError
from tecum.worded import worded as _

__all__ = [
    "ContentDiffers",
    "ExchangeStopped",
    "KeyChanged",
    "NotAMessage",
    "ProofFails",
    "SignatureFails",
    "UnknownSender",
]


class NotAMessage(ExchangeError):
    """Bytes that are no message in the required form; nothing of them was kept."""

    code = "message.form"

    def __init__(self, code: str, what: str) -> None:
        super().__init__(
            _("This is not a message in the required form: {what}.", what=what),
            why=_("What can be read in two ways, or reaches outside its place, is not taken in."),
            do=_("Ask the sender for the .tecum file again, as an attachment, unchanged."),
            code=code,
        )


class ContentDiffers(ExchangeError):
    """A document, hash or opening that does not fit what was signed."""

    code = "message.content"

    def __init__(self, code: str, what: str) -> None:
        super().__init__(
            _("The message does not hold what its sender signed: {what}.", what=what),
            why=_(
                "The documents were changed, left out or mixed up after the statement was signed."
            ),
            do=_(
                "Send the reply that was made to the sender, and ask for the whole message again."
            ),
            code=code,
        )


class SignatureFails(ExchangeError):
    """A signature that the key it names did not make."""

    code = "message.signature"

    def __init__(self, code: str = "message.signature") -> None:
        super().__init__(
            _("The statement's signature does not verify."),
            why=_("The statement was changed, or somebody else wrote it under this name."),
            do=_("Ask the office that is named, by another way, whether it sent this."),
            code=code,
        )


class UnknownSender(ExchangeError):
    """A signer or log that our trust file does not list."""

    code = "message.sender"

    def __init__(self, code: str, what: str) -> None:
        super().__init__(
            _("The sender is not known here: {what}.", what=what),
            why=_("Whoever makes a key can write any name beside it."),
            do=_(
                "Compare the key with that office by another way; if it is theirs, add it to "
                "the trust file and take the message in again."
            ),
            code=code,
        )


class KeyChanged(UnknownSender):
    """A name that we know, with a key that nobody rotated to."""

    code = "message.key-changed"

    def __init__(self) -> None:
        super().__init__(
            "message.key-changed",
            _("a name in the trust file signs with another key, and no rotation was shown"),
        )


class ProofFails(ExchangeError):
    """A head or receipt in the message that does not hold."""

    code = "message.proof"

    def __init__(self, code: str, what: str) -> None:
        super().__init__(
            _("A proof in the message does not hold: {what}.", what=what),
            why=_("Nothing shows that the sender's log contains what the message says."),
            do=_("Ask the sender for the message again with a new receipt."),
            code=code,
        )


class ExchangeStopped(ExchangeError):
    """Exchange with that office rests until a person has looked."""

    code = "exchange.stopped"
    exit_status = 5

    def __init__(self) -> None:
        super().__init__(
            _("Exchange with this office rests: its own log holds statements under a changed key."),
            why=_("Either the office changed its key without saying so, or its log is misused."),
            do=_(
                "Ask the office by another way; put its rotation or its new key into the trust "
                "file, then: tecum exchange resume."
            ),
        )
