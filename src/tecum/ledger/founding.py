"""The folder of a new log: its key, its signers' keys, its configuration, its trust file."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from tecum.errors import UsageError
from tecum.ledger.errors import Malformed
from tecum.ledger.folder import replace_durably
from tecum.ledger.note import ED25519, is_key_name
from tecum.ledger.policy import Policy
from tecum.ledger.sequencer import origin_of
from tecum.ledger.signing import SigningKey

__all__ = [
    "config_text",
    "key_file",
    "lay_out",
    "make_key",
    "make_signers",
    "new_log_key",
    "operator_of",
    "private_keys",
    "require_empty",
    "trust_file",
]


def make_key(name: str, kind: int = ED25519, seed: bytes | None = None) -> SigningKey:
    """A new key from the operating system's randomness (or from a given seed)."""
    return SigningKey(name, kind, seed or secrets.token_bytes(32))


def new_log_key() -> SigningKey:
    """A new log's key; the log's name is made from it."""
    seed = secrets.token_bytes(32)
    return make_key(origin_of(make_key("x", seed=seed).key.public), seed=seed)


def require_empty(directory: Path) -> None:
    """Refuse a folder that holds anything.

    Raises:
        UsageError: code ``log.not-empty``.
    """
    if directory.exists() and any(directory.iterdir()):
        raise UsageError(
            f'The folder "{directory.name}" is not empty.',
            do="Name an empty or new folder.",
            code="log.not-empty",
        )


def make_signers(roles: Sequence[str]) -> list[SigningKey]:
    """A new key for each role.

    Raises:
        UsageError: a name that is not ``<office domain>/<role>``.
    """
    if not roles or not all(is_key_name(role) and "/" in role for role in roles):
        raise UsageError(
            "A signer is named <office domain>/<role>.",
            why="Key names stand in every statement; a role, never a person's name.",
            do="For instance: --signer records.city.example/intake.",
            code="log.role",
        )
    return [make_key(role) for role in roles]


def operator_of(signers: Iterable[SigningKey]) -> SigningKey:
    """Who signs statements about the log itself: ``…/operator``, or else the first signer."""
    known = list(signers)
    return next((one for one in known if one.name.endswith("/operator")), known[0])


def key_file(keys: Path, key: SigningKey, *, mark: str = "") -> Path:
    """Where a private key is kept; ``mark`` sets a second key of one name apart."""
    return keys / (key.name.replace("/", "_") + mark + ".key")


def private_keys(directory: Path) -> list[SigningKey]:
    """Every private key in the log's folder; none that cannot be read."""
    found = []
    for path in sorted((directory / "private" / "keys").glob("*.key")):
        with suppress(OSError, UnicodeDecodeError, Malformed):
            found.append(SigningKey.parse(path.read_text("utf-8")))
    return found


def lay_out(
    directory: Path, log_key: SigningKey, private: Iterable[SigningKey], config: str, trusted: str
) -> None:
    """Write the folder of a log that has no entries yet; the configuration comes last."""
    keys = directory / "private" / "keys"
    directory.mkdir(parents=True, exist_ok=True)
    keys.parent.mkdir(mode=0o700)
    keys.mkdir(mode=0o700)
    (directory / "public").mkdir()
    (directory / "evidence").mkdir()
    for one in private:
        replace_durably(key_file(keys, one), f"{one.private}\n".encode(), 0o600)
    replace_durably(keys / "log.key", f"{log_key.private}\n".encode(), 0o600)
    replace_durably(directory / "trust.policy", trusted.encode())
    replace_durably(directory / "log.toml", config.encode())


def config_text(origin: str, name: str, signers: Iterable[str]) -> str:
    """The configuration of a new log."""
    rows = "".join(f'  "{vkey}",\n' for vkey in signers)
    shown = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'origin = "{origin}"\nname = "{shown}"\nsigners = [\n{rows}]\n'


def trust_file(log_vkey: str, name: str, signers: Iterable[str]) -> str:
    """The trust file by which others check this office's receipts; to be handed out on paper.

    Without witnesses: the best verdict it allows is a dated or a logged one.

    Raises:
        PolicyRefused: a key or the name cannot stand in a trust file.
    """
    origin = log_vkey.partition("+")[0]
    rows = [f"log {log_vkey}", "quorum none", "#tecum policy 1", f"#tecum name {origin} {name}"]
    text = "\n".join([*rows, *(f"#tecum signer {vkey}" for vkey in signers)]) + "\n"
    Policy.parse(text.encode())
    return text
