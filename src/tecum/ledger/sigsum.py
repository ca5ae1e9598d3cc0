"""Export of a receipt to the Sigsum proof format, which the Sigsum project's own tool verifies.

Only the proof format is shared: the log is not a public Sigsum log.

Authority: sigsum-go, doc/sigsum-proof.md (versions 1 and 2).
"""

from __future__ import annotations

import base64

from tecum.errors import UsageError
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.note import Key
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt

__all__ = ["policy_text", "proof", "submitter"]


def proof(receipt: Receipt, policy: Policy, version: int) -> str:
    """The receipt's entry as a Sigsum proof; the message is the statement, byte for byte.

    Raises:
        UsageError: code ``sigsum.version``; Sigsum has the versions 1 and 2.
    """
    if version not in (1, 2):
        raise UsageError("Sigsum proofs have the versions 1 and 2.", code="sigsum.version")
    head = Checkpoint.parse(receipt.note.text)
    log = policy.logs[head.origin]
    signed = SignedCheckpoint.verify(receipt.note, log, policy.witnesses.values())
    checksum, signature, key_hash = receipt.leaf[:32], receipt.leaf[32:96], receipt.leaf[96:]
    short = f"{checksum[:2].hex()} " if version == 1 else ""
    own = next(line for line in receipt.note.lines if line.is_by(log))
    rows = [
        f"version={version}",
        f"log={log.hash.hex()}",
        f"leaf={short}{key_hash.hex()} {signature.hex()}",
        "",
        f"size={head.size}",
        f"root_hash={head.root.hex()}",
        f"signature={own.signature.hex()}",
    ]
    for line in receipt.note.lines:
        for one in signed.cosignatures:
            if line.is_by(one.key) and int.from_bytes(line.signature[:8], "big") == one.at:
                rows.append(f"cosignature={one.key.hash.hex()} {one.at} {line.signature[8:].hex()}")
    if head.size > 1:
        rows += ["", f"leaf_index={receipt.index}"]
        rows += [f"node_hash={one.hex()}" for one in receipt.path]
    return "\n".join(rows) + "\n"


def submitter(key: Key) -> str:
    """The first signer's public key in OpenSSH form."""
    kind, role = b"ssh-ed25519", key.name.rpartition("/")[2]
    blob = len(kind).to_bytes(4, "big") + kind + len(key.public).to_bytes(4, "big") + key.public
    return f"ssh-ed25519 {base64.b64encode(blob).decode()} {role}\n"


def policy_text(policy: Policy) -> str:
    """The trust file with raw keys, as the Sigsum tools read it."""
    rows = [f"log {key.public.hex()}" for key in policy.logs.values()]
    rows += [f"witness {name} {key.public.hex()}" for name, key in policy.witnesses.items()]
    for name, (least, members) in policy.groups.items():
        number = "all" if least == len(members) else str(least)
        rows.append(" ".join(["group", name, number, *members]))
    return "\n".join([*rows, f"quorum {policy.quorum or 'none'}"]) + "\n"
