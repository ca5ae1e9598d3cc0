"""Trust files: what they grant, and each refusal under its own code and line."""

from __future__ import annotations

import pytest

from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import PolicyRefused
from tecum.ledger.founding import trust_file
from tecum.ledger.note import WITNESS
from tecum.ledger.policy import Policy
from tests.unit.ledger.office import AGENCY, ARCHIVE, COUNSEL, INTAKE, key, log_key

LOG = log_key().key.vkey
GOOD = f"""# a comment, with text of any kind: é
log {LOG} https://log.example/
\twitness agency {AGENCY.key.vkey}
witness archive {ARCHIVE.key.vkey}
group both all agency archive
quorum both
#tecum policy 1
#tecum name {log_key().name} City of Example,  Records
#tecum signer {INTAKE.key.vkey} from 2026-01-01T00:00:00Z until 2026-12-31T00:00:00Z
#tecum signer {COUNSEL.key.vkey}
#tecum tsa tsa.example MAA=
#tecum tsa tsa.example MAE=
#tecum operator archive
#tecum domain {log_key().name} office.example
"""


def edited(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_good_trust_file_is_read() -> None:
    policy = Policy.parse(GOOD.encode())
    assert policy.logs == {log_key().name: log_key().key}
    assert policy.names[log_key().name] == "City of Example,  Records"
    assert policy.operators == {"archive"}
    assert policy.domains == {log_key().name: "office.example"}
    assert policy.is_own("office.example/intake", log_key().name) is True
    assert policy.is_own("office.example.org/intake", log_key().name) is False
    assert policy.is_own("office.example/intake", "another log") is None
    assert policy.authorities["tsa.example"] == (b"0\0", b"0\x01")
    signer = policy.signers[INTAKE.name, INTAKE.key.id]
    assert signer.since is not None
    assert signer.until is not None
    assert signer.since.year == signer.until.year == 2026
    assert policy.signers[COUNSEL.name, COUNSEL.key.id].until is None


def test_plain_policies_of_other_tools_are_read_too() -> None:
    policy = Policy.parse(f"log {LOG}\nquorum none\n".encode())
    assert policy.signers == {}
    assert not policy.is_quorum({"anything"})


@pytest.mark.parametrize(
    ("least", "cosigned", "met"),
    [
        ("all", {"agency", "archive"}, True),
        ("all", {"agency"}, False),
        ("any", {"archive"}, True),
        ("any", set(), False),
        ("1", {"agency"}, True),
        ("2", {"agency"}, False),
    ],
)
def test_groups_are_thresholds(least: str, cosigned: set[str], *, met: bool) -> None:
    policy = Policy.parse(edited("both all", f"both {least}").encode())
    assert policy.is_quorum(cosigned) is met


def test_groups_nest() -> None:
    third = key("third.example/witness", WITNESS).key.vkey
    text = edited("quorum both", f"witness third {third}\ngroup top any third both\nquorum top")
    policy = Policy.parse(text.encode())
    assert policy.is_quorum({"third"})
    assert policy.is_quorum({"agency", "archive"})
    assert not policy.is_quorum({"agency"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (edited("quorum both\n", ""), "policy.quorum"),
        (edited("quorum both", "quorum both\nquorum none"), "policy.quorum"),
        (edited("quorum both", "quorum nobody"), "policy.undefined"),
        (edited("quorum both", "quorum both agency"), "policy.line"),
        (edited("quorum both", "quorom both"), "policy.line"),
        (edited("agency archive", "agency archiv"), "policy.undefined"),
        (edited("agency archive", "agency agency"), "policy.member"),
        (edited("group both all", "group both 3"), "policy.group"),
        (edited("group both all", "group both 0"), "policy.group"),
        (edited("group both all", "group both 01"), "policy.group"),
        (edited("group both all", "group both most"), "policy.group"),
        (edited("group both", "group agency"), "policy.duplicate_name"),
        (edited("group both", "group none"), "policy.duplicate_name"),
        (edited("witness archive", "witness agency"), "policy.duplicate_name"),
        (edited("witness archive", f"log {LOG}\nwitness archive"), "policy.duplicate_key"),
        (edited(ARCHIVE.key.vkey, AGENCY.key.vkey), "policy.duplicate_key"),
        (edited(COUNSEL.key.vkey, INTAKE.key.vkey), "policy.duplicate_key"),
        (edited(COUNSEL.key.vkey, COUNSEL.key.vkey.replace("+", "+0", 1)), "policy.key"),
        (edited(COUNSEL.key.vkey, AGENCY.key.vkey), "policy.key"),
        (edited(AGENCY.key.vkey, COUNSEL.key.vkey), "policy.key"),
        (edited("#tecum policy 1", "#tecum policy 2"), "policy.version"),
        (edited("#tecum policy 1\n", ""), "policy.version"),
        (edited("#tecum policy 1", "#tecum policy 1\n#tecum policy 1"), "policy.version"),
        (edited("#tecum operator", "#tecum allow everything\n#tecum operator"), "policy.directive"),
        (edited("#tecum operator archive", "#tecum operator nobody"), "policy.undefined"),
        (edited("#tecum operator archive", "#tecum operator"), "policy.directive"),
        (edited(f"#tecum domain {log_key().name}", "#tecum domain x"), "policy.undefined"),
        (edited(" office.example\n", "\n"), "policy.directive"),
        (edited(" office.example\n", " office example\n"), "policy.directive"),
        (GOOD + f"#tecum domain {log_key().name} other.example\n", "policy.duplicate_name"),
        (edited("until 2026-12-31", "until 2025-12-31"), "policy.period"),
        (edited("until 2026-12-31T00:00:00Z", "until"), "policy.period"),
        (edited("until 2026-12-31T00:00:00Z", "until 2026-12-31"), "policy.period"),
        (edited("from 2026", "since 2026"), "policy.period"),
        (edited("MAA=", "MAA"), "policy.tsa"),
        (edited("é", "\x01"), "policy.control"),
        (edited("é", "\r"), "policy.control"),
        (GOOD[:-1], "policy.control"),
        (GOOD + "#" * 262_144 + "\n", "policy.limit"),
        (
            edited(
                "quorum both",
                "quorum both\n"
                + "".join(
                    f"group g{n} any both\n" if not n else f"group g{n} any g{n - 1}\n"
                    for n in range(64)
                ),
            ),
            "policy.limit",
        ),
    ],
)
def test_each_refusal_has_its_own_code(text: str, code: str) -> None:
    with pytest.raises(PolicyRefused) as caught:
        Policy.parse(text.encode())
    assert caught.value.code == code
    assert caught.value.exit_status == 3


def test_the_line_at_fault_is_named() -> None:
    with pytest.raises(PolicyRefused, match="in line 6") as caught:
        Policy.parse(edited("quorum both", "quorum nobody").encode())
    assert caught.value.fields["line"] == 6


def test_octets_above_ascii_are_kept_apart_and_never_crash() -> None:
    text = (
        edited("agency", "\udcff")
        .replace("agency", "\udcff")
        .replace("\udcff.example", "agency.example")
    )
    raw = text.encode("utf-8", "surrogateescape")
    assert not Policy.parse(raw).is_quorum({"agency", "archive"})
    bad = GOOD.encode().replace(b"#tecum signer office", b"#tecum signer \xff")
    with pytest.raises(PolicyRefused, match=r"policy\.key"):
        Policy.parse(bad)


def test_the_trust_file_handed_out_is_one_that_is_accepted() -> None:
    text = trust_file(LOG, "City of Example", [INTAKE.key.vkey, COUNSEL.key.vkey])
    policy = Policy.parse(text.encode())
    assert policy.names == {log_key().name: "City of Example"}
    assert len(policy.signers) == 2
    assert policy.quorum is None
    with pytest.raises(PolicyRefused):
        trust_file(LOG, "City", [LOG])
    with pytest.raises(PolicyRefused):
        trust_file(LOG, "City\nquorum none", [])


def test_a_certificate_in_a_trust_file_may_be_long() -> None:
    text = edited("MAA=", to_base64(b"0" * 2000))
    assert Policy.parse(text.encode()).authorities["tsa.example"][0] == b"0" * 2000
