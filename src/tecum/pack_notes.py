"""Signatures of packs: made with a key of the office, checked whenever packs are loaded.

A pack without a signature, or signed by a key that nobody here knows, is shown as such and used,
unless the office's profile says otherwise. A signature that does not fit its pack is refused.

Authority: LAW section 13; C2SP signed-note v1.0.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tecum.errors import DataUnusable, LawError, LedgerError
from tecum.law import Pack, Packs, load_packs
from tecum.law.signature import Signature, SignatureStanding, signed_text
from tecum.ledger import ed25519
from tecum.ledger.note import ED25519, Key, Note, SignatureLine
from tecum.ledger.signing import SigningKey
from tecum.office import Office
from tecum.worded import worded as _

__all__ = [
    "NO_KEYS",
    "Keys",
    "OtherVersion",
    "PackNotSigned",
    "PackSignatureBad",
    "check_signature",
    "key_from",
    "keys_of",
    "load_for",
    "load_signed",
    "sign_pack",
    "signature_of",
]


class PackSignatureBad(LawError):
    """The signature of a pack does not fit it."""

    code = "law.signature-bad"


class PackNotSigned(LawError):
    """The office wants packs signed by a key it knows, and this one is not."""

    code = "law.signature-wanted"


class OtherVersion(LawError):
    """The office's profile names another version of a pack than the one that is there."""

    code = "law.other-version"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys whose signatures an office knows, and whether every pack must bear one."""

    known: tuple[Key, ...] = ()
    required: bool = False


NO_KEYS = Keys()


def keys_of(office: Office | None, more: Iterable[str] = ()) -> Keys:
    """The keys of an office's profile, with others named beside them.

    Raises:
        DataUnusable: a key that cannot be read.
    """
    words = [*(office.pack_keys if office else ()), *more]
    return Keys(tuple(_key(word) for word in words), bool(office and office.packs_signed))


def _key(word: str) -> Key:
    try:
        return Key.parse(word.strip(), ED25519)
    except LedgerError as error:
        raise DataUnusable(
            _('"{word}" is not a public key: {what}', word=word, what=error.what),
            why=_("A signature can be checked only against a key that is read without doubt."),
            do=_("Write it as its owner gives it: name+key id+base64."),
            code="packs.key",
        ) from error


def key_from(path: Path) -> SigningKey:
    """The private key that a file holds.

    Raises:
        DataUnusable: no such file, or no key in it. The message does not repeat what is in it.
    """
    try:
        text = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise DataUnusable(
            _("{file} cannot be read as a key.", file=path.name),
            do=_("Name the file that holds one private key."),
            code="packs.key",
        ) from error
    try:
        signer = SigningKey.parse(text)
    except LedgerError as error:
        signer = None
        code = error.code
    if signer is None or signer.type != ED25519:
        raise DataUnusable(
            _("{file} holds no private key for signing packs.", file=path.name)
            if signer is not None
            else _(
                "{file} holds no private key for signing packs ({reason}).",
                file=path.name,
                reason=code,
            ),
            why=_("A pack is signed with an Ed25519 key in the form of a signed note."),
            do=_("Make one with: tecum packs key NAME --file FILE"),
            code="packs.key",
        )
    return signer


def sign_pack(pack: Pack, signer: SigningKey) -> bytes:
    """The signed note over a pack's digest; signatures of others on the same text are kept."""
    text = signed_text(pack)
    lines: list[SignatureLine] = []
    if pack.note is not None:
        try:
            note = Note.parse(pack.note)
        except LedgerError:
            note = None
        if note is not None and note.text == text:
            lines = [line for line in note.lines if not line.is_by(signer.key)]
    made = SignatureLine(signer.name, signer.key.id, signer.sign(text.encode()))
    return Note(text, (*lines, made)).raw


def signature_of(pack: Pack, keys: Keys = NO_KEYS) -> Signature:
    """How a pack's signature stands; nothing is refused here."""
    if pack.note is None:
        return Signature(SignatureStanding.UNSIGNED)
    try:
        note = Note.parse(pack.note)
    except LedgerError as error:
        return Signature(SignatureStanding.BAD, (), f"the file is no signed note ({error.code})")
    if note.text != signed_text(pack):
        return Signature(SignatureStanding.BAD, (), "it was made over another text of the pack")
    by: list[str] = []
    wrong: list[str] = []
    for line in note.lines:
        key = next((key for key in keys.known if line.is_by(key)), None)
        if key is not None:
            good = ed25519.check(key.public, line.signature, note.text.encode())
            (by if good else wrong).append(key.name)
    if wrong:
        return Signature(SignatureStanding.BAD, tuple(wrong), "the key did not make it")
    if by:
        return Signature(SignatureStanding.SIGNED, tuple(by))
    return Signature(SignatureStanding.UNKNOWN_KEY, tuple(line.name for line in note.lines))


def check_signature(pack: Pack, keys: Keys = NO_KEYS) -> Signature:
    """How a pack's signature stands, where the pack may be used.

    Raises:
        PackSignatureBad: it does not fit the pack.
        PackNotSigned: the office wants a signature of a key it knows, and there is none.
    """
    found = signature_of(pack, keys)
    if found.standing is SignatureStanding.BAD:
        raise PackSignatureBad(
            _(
                'The signature of the pack "{pack}" is bad: {wrong}.',
                pack=pack.id,
                wrong=found.wrong,
            ),
            why=_("Somebody changed the pack after it was signed, or the signature is not theirs."),
            do=_(
                "Get the pack again from whoever signed it; or, if you changed it yourself, "
                "have it signed again (tecum packs sign) or remove pack.sig."
            ),
            pack=pack.id,
        )
    if keys.required and found.standing is not SignatureStanding.SIGNED:
        raise PackNotSigned(
            _(
                'The pack "{pack}" bears no signature of a key that this office knows.',
                pack=pack.id,
            ),
            why=_("The office's profile lets only signed packs act (packs_signed)."),
            do=_("Have it signed by a key listed under pack_keys, or add the key there."),
            pack=pack.id,
        )
    return found


def load_signed(
    ids: Sequence[str], roots: Sequence[Path] | None = None, keys: Keys = NO_KEYS
) -> Packs:
    """Load packs as :func:`tecum.law.load_packs` does, and refuse what is badly signed.

    Raises:
        PackNotFound, PackRefused: as there.
        PackSignatureBad, PackNotSigned: see :func:`check_signature`.
    """
    packs = load_packs(ids, roots)
    for pack in packs.packs:
        check_signature(pack, keys)
    return packs


def load_for(
    office: Office, ids: Sequence[str] | None = None, roots: Sequence[Path] | None = None
) -> Packs:
    """Load the packs of an office's profile, with its keys and in the versions that it names.

    Args:
        office: The profile.
        ids: Other packs than those of the profile.
        roots: Folders that are searched before the shipped packs.

    Raises:
        PackNotFound, PackRefused, PackSignatureBad, PackNotSigned: as :func:`load_signed`.
        OtherVersion: the profile pins a digest, and the pack that is there has another.
    """
    names = tuple(office.packs if ids is None else ids)
    packs = load_signed(names, roots, keys_of(office))
    for pack in packs.packs:
        pinned = office.packs.get(pack.id, "*")
        if pinned not in ("*", pack.sha256):
            raise OtherVersion(
                _(
                    'The profile names the version {pinned} of "{pack}"; {here} is here.',
                    pinned=pinned[:16],
                    pack=pack.id,
                    here=pack.sha256[:16],
                ),
                why=_("Findings would rest on another text than the office decided on."),
                do=_('Install that version, or write the new digest or "*" in the profile.'),
                pack=pack.id,
            )
    return packs
