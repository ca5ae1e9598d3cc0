"""Signatures, hashes, trees and files nobody has seen: the page answers as Python does."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tecum.ledger import ed25519, vocabulary
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import instant_text, to_base64
from tecum.ledger.errors import BadProof, PolicyRefused
from tecum.ledger.log import make_key
from tecum.ledger.merkle import check_consistency, check_inclusion, leaf_hash
from tecum.ledger.policy import Policy
from tecum.ledger.signing import cosign, make_leaf, sign, signed_head, text_of
from tecum.ledger.statement import statement_hash
from tests.browser.two_verifiers import (
    VECTORS,
    agree,
    digest,
    encoded,
    flipped,
    insecure_page,
    offline_page,
)
from tests.unit.ledger.office import (
    AGENCY,
    ARCHIVE,
    COUNSEL,
    INTAKE,
    OPERATOR,
    Office,
    log_key,
    opening,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-verify")]

ROUNDS = int(os.environ.get("TECUM_TEST_PAGE_ROUNDS", "400"))


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """The page from a disk, with the network cut."""
    with offline_page(chromium) as (_, page):
        yield page


@pytest.fixture(scope="module")
def bare(chromium: Browser) -> Iterator[Page]:
    """The page where the browser offers no cryptography."""
    with insecure_page(chromium) as page:
        yield page


# ---------------------------------------------------------------- the mathematics

CHECK_ALL = """async ([name, cases]) => {
  const check = { webCheck, pureCheck, checkSignature }[name], found = [];
  for (const one of cases) found.push(await check(...one.map(fromHex)));
  return found;
}"""


def signatures() -> list[tuple[str, str, str]]:
    """914 and 151 published edge cases: key, signature, message."""
    edge = json.loads((VECTORS / "ed25519-cctv" / "ed25519vectors.json").read_text())
    found = [(one["key"], one["sig"], one["msg"].encode().hex()) for one in edge]
    groups = json.loads((VECTORS / "ed25519-wycheproof" / "ed25519_test.json").read_text())
    for group in groups["testGroups"]:
        found += [(group["publicKey"]["pk"], one["sig"], one["msg"]) for one in group["tests"]]
    return found


@pytest.mark.shared("vectors/ledger/ed25519-cctv")
@pytest.mark.shared("vectors/ledger/ed25519-wycheproof")
@pytest.mark.parametrize("way", ["webCheck", "pureCheck", "checkSignature"])
def test_edge_cases_of_signatures_are_accepted_as_in_python(page: Page, way: str) -> None:
    asked = signatures()
    found = page.evaluate(CHECK_ALL, [way, asked])
    wanted = [ed25519.check(*map(bytes.fromhex, one)) for one in asked]
    assert found == wanted
    assert (sum(found[:914]), sum(found[914:]), len(found)) == (43, 88, 914 + 151)


def test_built_in_hashes_are_those_of_python(bare: Page) -> None:
    chance = random.Random(7)
    texts = [chance.randbytes(size) for size in (*range(130), 200, 255, 256, 1000, 5000)]
    found = bare.evaluate(
        """async (texts) => { const out = [];
        for (const text of texts) for (const name of ["SHA-256", "SHA-384", "SHA-512"])
          out.push(hex(await hash(name, fromBase64(text))));
        return out; }""",
        [encoded(text) for text in texts],
    )
    kinds = (hashlib.sha256, hashlib.sha384, hashlib.sha512)
    assert found == [kind(text).hexdigest() for text in texts for kind in kinds]


# ---------------------------------------------------------------- files nobody has seen


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office whose log holds six statements, cosigned at two, four and six."""
    made = Office.at(tmp_path_factory.mktemp("house") / "log")
    for step, cosigners in enumerate(([AGENCY, ARCHIVE], [AGENCY, ARCHIVE, OPERATOR], [OPERATOR])):
        made.add(2)
        made.cosign(2 * step + 2, *cosigners, at=1_772_442_900 + 3600 * step)
    return made


@pytest.fixture(scope="module")
def honest(house: Office) -> list[bytes]:
    """Receipts of every entry at every head above it, with an opening and without."""
    entries = [row.statement for row in house.log.store.rows(0, 6)]
    return [
        house.log.prove(statement_hash(raw), shown, size=size)
        for index, raw in enumerate(entries)
        for size in (2, 4, 6)
        if index < size
        for shown in ([opening()], [])
    ]


def taken_apart(receipt: bytes) -> tuple[dict[str, Any], bytes]:
    """The members of ``extra``, and everything below it."""
    _, extra, rest = receipt.split(b"\n", 2)
    found: dict[str, Any] = json.loads(base64.b64decode(extra.removeprefix(b"extra ")))
    return found, rest


def put_together(extra: str | bytes, rest: bytes) -> bytes:
    raw = extra if isinstance(extra, bytes) else extra.encode("utf-8", "surrogatepass")
    return b"c2sp.org/tlog-proof@v1\nextra " + base64.b64encode(raw) + b"\n" + rest


def test_honest_receipts_agree_under_every_trust_file(
    page: Page, house: Office, honest: list[bytes]
) -> None:
    files, known = (
        {"act.txt": b"an act"},
        {"head": (house.folder / "public/checkpoint").read_bytes()},
    )
    met = set()
    for policy in (
        house.policy(),
        house.policy("own"),
        house.policy("none"),
        house.policy("agency"),
        house.policy(signer=" until 2026-03-02T09:20:00Z"),
        house.policy(signer=" from 2026-03-02T09:30:00Z until 2026-03-02T11:00:00Z"),
        house.policy(extra=f"#tecum domain {house.log.key.name} agency.example\n"),
        house.policy(extra=f"#tecum domain {house.log.key.name} office.example\n"),
        house.policy("own", extra=f"#tecum domain {house.log.key.name} office.example\n").replace(
            "#tecum operator own\n", ""
        ),
    ):
        met |= agree(page, policy.encode(), honest)
        met |= agree(page, policy.encode(), honest, files=files, known=known)
        met |= agree(page, policy.encode(), honest, files={"other": b"another"}, known={"no": b"x"})
    assert met >= {
        "WITNESSED None", "LOGGED quorum", "LOGGED operator", "INVALID signer.period",
        "UNKNOWN_KEYS signer",
        "INVALID file.mismatch", "file.not_opened: act.txt", "known.not_comparable: head",
        "known.unusable: no (malformed.note)",
    }  # fmt: skip


def test_changed_bytes_agree(page: Page, house: Office, honest: list[bytes]) -> None:
    chance = random.Random(22)
    changed = [flipped(chance.choice(honest), chance) for _ in range(ROUNDS)]
    changed += [one.replace(b"\n", b"\r\n", 1) for one in honest[:2]]
    changed += [b"", b"\n", b"\xff", b"c2sp.org/tlog-proof@v1\n", honest[0] + b"\n", honest[0][:-1]]
    for one in honest[:4]:
        head, _, tail = one.rpartition(b"\n\n")
        rows = tail.splitlines(keepends=True)
        for other in (rows[::-1], rows[:1], rows[1:], rows * 2, rows + rows[:1], rows * 17):
            changed.append(head + b"\n\n" + b"".join(other))
    met = agree(page, house.policy().encode(), changed)
    assert len(met) > 10


def test_changed_members_agree(page: Page, house: Office, honest: list[bytes]) -> None:
    chance, changed = random.Random(20), []
    values: list[object] = [
        None, True, 0, -1.5, "", "x", "AA==", "AAB=", "A", [], {}, [1], [[]], {"a": {"b": {}}},
        "\ud800", "é", base64.b64encode(bytes(31)).decode(), base64.b64encode(bytes(32)).decode(),
        [{"label": "entry", "salt": base64.b64encode(bytes(32)).decode(), "value": "AA=="}],
        [{"tsa": "tsa.example", "token": "AA=="}],
        [{"tsa": "t\u00e9\ud83d\ude00'\"\n", "token": ""}],
    ]  # fmt: skip
    names = [
        "schema", "statement", "leaf", "disclosures", "earlier", "timestamps", "new", "ö'\"\\\n",
        "__proto__", "constructor", "a\ud800b", "x" * 80,
    ]  # fmt: skip
    for _ in range(ROUNDS):
        members, rest = taken_apart(chance.choice(honest))
        place: Any = members
        inner = [members, *members.get("disclosures", []), members.get("earlier", members)]
        place = chance.choice(inner)
        name = chance.choice([*names, *place])
        if chance.random() < 0.2:
            place.pop(name, None)
        else:
            place[name] = chance.choice(values)
        changed.append(put_together(json.dumps(members), rest))
    met = agree(page, house.policy().encode(), changed)
    assert {"INVALID malformed.extra", "INVALID malformed.base64", "WITNESSED None"} <= met
    assert "receipt.member: __proto__" in met


def test_json_is_read_as_strictly_as_in_python(
    page: Page, house: Office, honest: list[bytes]
) -> None:
    members, rest = taken_apart(honest[0])
    whole = json.dumps(members)
    texts: list[str | bytes] = [
        whole[:-1] + f', "new": {one}}}'
        for one in (
            "01", "1.", "-", "-0", "1e5", "1E+5", ".5", "+1", "1e999", "NaN", "Infinity",
            "-Infinity", "tru", "true", "nul", "null", '"\\x41"', '"\\u00e9"', '"\\u00zz"',
            '"\\ud800"', '"a\tb"', '"\\/"', "'a'", "[1,]", "[,1]", "[1 2]", "[]", "{}", '{"a":1,}',
            '{"a" 1}', "{1:2}", '{"a":1,"a":2}', "[[[[[]]]]]", "[[[[[[]]]]]]", '[[[[{"a":[]}]]]]',
            "9" * 4300, "9" * 4301, "-" + "9" * 4300, "-" + "9" * 4301, "1\x0b", "1\u00a0",
            "\ufeff1", "1e", "0x1",
        )
    ]  # fmt: skip
    texts += [
        whole + " ", "\t\n " + whole, whole + "x", "\ufeff" + whole, "[" + whole + "]", "1", "",
        whole[:-1] + ', "schema": "tecum.receipt/1"}', whole[:-1] + ",}", whole.encode() + b"\xff",
        whole[:-1] + ', "new": "' + "x" * (1024 * 1024 - len(whole) - 10) + '"}',
        whole[:-1] + ', "new": "' + "x" * (1024 * 1024 - len(whole) - 11) + '"}',
        "[" * 100_000,
    ]  # fmt: skip
    met = agree(page, house.policy().encode(), [put_together(one, rest) for one in texts])
    assert {one for one in met if one[0].isupper()} == {"INVALID malformed.extra", "WITNESSED None"}


LINES = [
    "type {}", "type entry.recorded", "type demand.delivered", "type log.opened", "type erased",
    "type demand.refused", "log {hash}", "docket {hash}", "docket {}", "seq 0", "seq 1", "seq 01",
    "seq 2", "seq 9223372036854775807", "seq 9223372036854775808", "prev {hash}", "ref {hash}",
    "ref AAAA", "ref {hash}x", "at 2026-02-29T00:00:00Z", "at 2026-02-28T23:59:60Z",
    "at 0000-01-01T00:00:00Z", "at 0001-01-01T00:00:00Z", "at 9999-12-31T23:59:59Z",
    "at 2026-1-01T00:00:00Z", "at 2026-01-01T24:00:00Z", "clock unknown", "clock ntp",
    "clock ntp 5", "clock sun 5", "clock ntp 05", "clock unknown 5",
    "clock ntp 9223372036854775807", "channel email", "channel pigeon", "grade opened",
    "grade handed_over", "grade best", "code other", "code late", "code a-b", "code A", "code -a",
    "code " + "a" * 65, "on 2026-02-29", "on 2026-02-28", "head a 1 {hash}", "head a 1",
    "head a 01 {hash}", "head a 1 AA==", "key x", "key {vkey}", "key {wkey}", "count items 2",
    "count items 02", "count pages 1", "count x 1", "count items", "commit content {hash}",
    "commit content.2 {hash}", "commit content.1 {hash}", "commit entry {hash}", "commit x {hash}",
    "commit manifest AA==", "commit addressee {hash}", "note x", "type", " type x", "type  x",
    "code x ", "", "é x", "code\tx",
]  # fmt: skip
LOOSE = {
    "hash": encoded(digest(b"x")), "vkey": INTAKE.key.vkey, "wkey": AGENCY.key.vkey,
}  # fmt: skip


def alone(house: Office, raw: bytes, seconds: int = 1_772_442_900) -> bytes:
    """A receipt for any statement whatever, as the only entry of a log of this key."""
    entry = make_leaf(raw, INTAKE)
    head = Checkpoint(log_key().name, 1, leaf_hash(entry))
    lines = "".join(cosign(head.text, one, seconds) for one in (AGENCY, ARCHIVE))
    members = {
        "schema": "tecum.receipt/1",
        "statement": raw.decode(),
        "leaf": to_base64(entry),
    }
    return put_together(
        json.dumps(members), b"index 0\n\n" + signed_head(head, log_key()) + lines.encode()
    )


def test_every_form_of_statement_agrees(page: Page, house: Office) -> None:
    chance, made = random.Random(7), []
    start = next(iter(house.log.store.rows(0, 1))).statement.decode().partition("\n\n")[0]
    order = {name: place for place, name in enumerate(vocabulary.KEYS)}
    for _ in range(3 * ROUNDS):
        rows = start.split("\n")[1:]
        for _ in range(chance.randint(0, 6)):
            line = chance.choice(LINES).format("x", **LOOSE)
            kind = chance.random()
            if kind < 0.4:
                rows = [row for row in rows if row.split(" ")[0] != line.split(" ")[0]]
            if kind < 0.9:
                rows.append(line)
            else:
                rows.remove(chance.choice(rows))
            if not rows:
                rows = [line]
        if chance.random() < 0.9:
            rows = sorted(set(rows), key=lambda row: (order.get(row.split(" ")[0], 99), row))
        text = "\n".join(["tecum.statement/1", *rows]) + "\n"
        made.append(alone(house, sign(text, INTAKE, *[COUNSEL] * (chance.random() < 0.1))))
    met = agree(page, house.policy().encode(), made)
    assert "WITNESSED None" in met
    assert len({one for one in met if one.startswith("statement.")}) > 15


def test_every_type_of_statement_is_taken(page: Page, house: Office) -> None:
    made = []
    for name, kind in vocabulary.TYPES.items():
        lines: dict[str, list[str]] = {
            "type": [name], "log": [to_base64(log_key().key.hash)], "clock": ["gnss 7"],
            "at": ["2026-03-02T09:14:00Z"],
        }  # fmt: skip
        if not kind.governance:
            lines |= {"docket": [LOOSE["hash"]], "seq": ["1"]}
        loose = {
            "ref": [LOOSE["hash"]], "channel": ["scan"], "grade": [min(kind.grades)],
            "code": [min(kind.codes, default="an-act")], "on": ["2026-03-02"],
            "head": [f"a {n} {LOOSE['hash']}" for n in range(max(1, kind.heads))],
            "key": [INTAKE.key.vkey],
        }  # fmt: skip
        lines |= {key: loose[key] for key in kind.needs}
        lines["count"] = [f"{label} 3" for label in kind.counts]
        lines["commit"] = [f"{label.split('|')[0]} {LOOSE['hash']}" for label in kind.commits]
        made.append(alone(house, sign(text_of(lines), INTAKE)))
    assert agree(page, house.policy().encode(), made) == {"WITNESSED None"}


READ_POLICIES = """async (all) => {
  const found = [];
  for (const raw of all) {
    try {
      const one = await parsePolicy(fromBase64(raw));
      found.push([one.quorum, [...one.logs.keys()], [...one.names].flat(),
        [...one.witnesses.keys()],
        [...one.groups].map(([name, group]) => [name, group.least, ...group.members]),
        [...one.signers.values()].map((signer) => [signer.key.name, instantOrNull(signer.since),
          instantOrNull(signer.until)]),
        [...one.authorities].map(([name, pins]) => [name, ...pins.map(hex)]),
        [...one.operators].sort(), [...one.domains].flat(), hex(one.sha256)]);
    } catch (error) {
      if (!isA(error, "PolicyRefused")) throw error;
      found.push([error.line, error.code]);
    }
  }
  return found.map((one) => writeJson(one));
}"""


def read_policy(raw: bytes) -> list[object]:
    try:
        one = Policy.parse(raw)
    except PolicyRefused as refused:
        return [refused.fields["line"], refused.code]
    instant = lambda at: instant_text(at) if at else None
    return [
        one.quorum, list(one.logs), [word for pair in one.names.items() for word in pair],
        list(one.witnesses),
        [[name, least, *members] for name, (least, members) in one.groups.items()],
        [[s.key.name, instant(s.since), instant(s.until)] for s in one.signers.values()],
        [[name, *(pin.hex() for pin in pins)] for name, pins in one.authorities.items()],
        sorted(one.operators), [word for pair in one.domains.items() for word in pair],
        one.sha256.hex(),
    ]  # fmt: skip


def test_trust_files_are_taken_and_refused_as_in_python(page: Page, house: Office) -> None:
    chance = random.Random(21)
    base = house.policy(extra="#tecum tsa t.example AAAA\n# a remark\n\n").encode().split(b"\n")
    third = make_key("third.example/witness", 4, digest(b"third"))
    further = [
        b"quorum none", b"quorum agency", b"quorum nobody", b"group two 2 both own",
        b"group g any own", b"group g 0 own", b"group g 2 own", b"group g 01 own",
        b"group g all nobody", b"group none any own", b"group both any own",
        b"group g \xd9\xa1 own", f"witness third {third.key.vkey}".encode(),
        f"witness third {third.key.vkey} https://w.example".encode(),
        f"witness agency {third.key.vkey}".encode(), f"witness third {AGENCY.key.vkey}".encode(),
        f"witness third {INTAKE.key.vkey}".encode(), f"log {third.key.vkey}".encode(), b"log x",
        b"log x+00000000+AAAA", b"logs x", b"#tecum policy 2", b"#tecum policy 1", b"#tecum policy",
        b"#tecum ", b"#tecum x", b"#tecumx", b"#tecum operator nobody",
        b"#tecum operator agency own", b"#tecum operator", b"#tecum name a",
        f"#tecum domain {house.log.key.name} office.example".encode(), b"#tecum domain x y",
        f"#tecum domain {house.log.key.name}".encode(),
        b"#tecum name a  b  c \xc2\xa0", b"#tecum name a \xff\xe2\x82 \xf0\x9f\x98\x80",
        b"#tecum name \xff b", b"#tecum\tname a b", b"#tecum tsa t.example AAAA",
        b"#tecum tsa t.example", b"#tecum tsa u AAA", b"\t log  x ", b"\x0b",
        b"\xc2\x85quorum\xe2\x80\x83none", b"\xef\xbb\xbfquorum none", b"\xc2\xa0", b"\x00",
        b"\x7f", b"\r", f"#tecum signer {third.key.vkey}".encode(),
        f"#tecum signer {INTAKE.key.vkey} until".encode(),
        f"#tecum signer {third.key.vkey} until 2026-01-01T00:00:00Z until".encode(),
        b"group g any agency", b"#tecum signer x\xff+00000000+AAAA", b"\xed\xa0\x80", b"\xc0\x80",
        b"\xf4\x90\x80\x80", b"\xe2\x82",
    ]  # fmt: skip
    period = [
        b" from 2026-03-02T09:00:00Z",
        b" until 2026-03-02T09:00:00Z",
        b" until 2026-03-01T09:00:00Z",
    ]
    made = [b"\n".join(base), b"\n".join(base)[:-1], b"", b"\n", b"x" * (256 * 1024 + 1)]
    made += [b"\n".join([*base[:-1], *[b"#tecum tsa t.example AAAA"] * n, b""]) for n in (63, 64)]
    for _ in range(3 * ROUNDS):
        rows = list(base)
        for _ in range(chance.randint(1, 3)):
            at, kind = chance.randrange(len(rows)), chance.random()
            if kind < 0.5:
                rows.insert(at, chance.choice(further))
            elif kind < 0.65:
                del rows[at]
            elif kind < 0.75:
                rows[at] = flipped(rows[at] or b"x", chance)
            elif kind < 0.85:
                rows.insert(at, chance.choice(rows))
            elif b"signer" in rows[at]:
                rows[at] += b"".join(chance.choices(period, k=chance.randint(1, 2)))
            else:
                rows[at] = rows[at].replace(b" ", b"  \t")
        made.append(b"\n".join(rows))
    found = page.evaluate(READ_POLICIES, [encoded(raw) for raw in made])
    met = set()
    for raw, text in zip(made, found, strict=True):
        wanted = read_policy(raw)
        assert json.loads(text) == json.loads(json.dumps(wanted)), raw
        met.add(wanted[1] if len(wanted) == 2 else "good")
    assert met >= {"good"} | {
        f"policy.{word}"
        for word in (
            "control", "directive", "duplicate_key", "duplicate_name", "group", "key", "limit",
            "line", "member", "period", "quorum", "tsa", "undefined", "version",
        )
    }  # fmt: skip


@pytest.mark.shared("vectors/ledger/merkle")
@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_trees_are_checked_as_in_python(page: Page, kind: str) -> None:
    asked, wanted = [], []
    for path in sorted((VECTORS / "merkle" / kind).rglob("*.json")):
        case = json.loads(path.read_text())
        numbers = ("leafIdx", "treeSize") if kind == "inclusion" else ("size1", "size2")
        hashes = ("leafHash", "root") if kind == "inclusion" else ("root1", "root2")
        sizes, ends = [case[one] for one in numbers], [case[one] or "" for one in hashes]
        asked.append([*map(str, sizes), *ends, case["proof"] or []])
        raw, proof = [base64.b64decode(one) for one in ends], map(base64.b64decode, asked[-1][4])
        try:
            if kind == "inclusion":
                check_inclusion(raw[0], *sizes, list(proof), raw[1])
            else:
                check_consistency(*sizes, *raw, list(proof))
        except BadProof:
            wanted.append(False)
        else:
            wanted.append(True)
    found = page.evaluate(
        """async ([kind, cases]) => {
        const found = [];
        for (const [a, b, x, y, path] of cases) {
          const [first, last, ...proof] = [x, y, ...path].map((one) => fromBase64(one));
          try {
            const [from, to] = [BigInt(a), BigInt(b)];
            if (kind === "inclusion") await checkInclusion(first, from, to, proof, last);
            else await checkConsistency(from, to, first, last, proof);
            found.push(true);
          } catch (error) { if (!isA(error, "BadProof")) throw error; found.push(false); }
        }
        return found; }""",
        [kind, asked],
    )
    assert found == wanted
    assert {*wanted} == {True, False}
    assert len(wanted) == 98
