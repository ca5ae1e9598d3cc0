"""The witness that an office runs for the logs of the bodies it deals with."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tecum.errors import UsageError
from tecum.ledger.config import LogConfig
from tecum.ledger.errors import Malformed
from tecum.ledger.folder import replace_durably
from tecum.ledger.note import WITNESS
from tecum.ledger.signing import SigningKey
from tecum.ledger.witness.endpoint import Witness

__all__ = ["own_witness", "witness_key"]


def witness_key(directory: Path, config: LogConfig) -> SigningKey:
    """The key of the office's witness, made when it is first asked for.

    Raises:
        UsageError: the key's file cannot be read, or the log has no signer to take a name from.
    """
    path = directory / "private" / "keys" / "witness.key"
    if not path.exists():
        if not config.signers:
            raise UsageError("The log has no signers.", code="log.witness-key")
        name = f"{config.signers[0].name.partition('/')[0]}/witness"
        made = SigningKey(name, WITNESS, secrets.token_bytes(32))
        replace_durably(path, f"{made.private}\n".encode(), 0o600)
    try:
        key = SigningKey.parse(path.read_text("utf-8"))
        if key.type != WITNESS:
            raise Malformed("key.type")
    except (OSError, UnicodeDecodeError, Malformed):
        raise UsageError(
            "The witness's key cannot be read.",
            why="Nothing can be cosigned without it.",
            do="Restore private/keys/witness.key from its own backup.",
            code="log.witness-key",
        ) from None
    return key


def own_witness(
    directory: Path,
    *,
    clock: Callable[[], datetime],
    is_synchronised: Callable[[], bool],
    tell: Callable[[str], None] = lambda _: None,
) -> Witness:
    """The witness of the office whose log lies in a folder.

    Args:
        is_synchronised: Asked where log.toml does not say that the operator keeps the clock.
    """
    config = LogConfig.read(directory)
    return Witness(
        witness_key(directory, config),
        config.watched,
        directory / "private" / "witnessed",
        directory / "evidence",
        clock=clock,
        is_synchronised=(lambda: True) if config.clock == "kept" else is_synchronised,
        tell=tell,
    )
