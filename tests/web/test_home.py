"""The data folder and its settings: private, durable, and unforgiving of misspellings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tecum.errors import CheckFailed, DataUnusable, UsageError
from tecum.variables import strange_in
from tecum.web.config import load_config
from tecum.web.home import Home, write_durably
from tests.shared import ROOT


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").make()


def test_the_folder_is_its_owners_alone(home: Home) -> None:
    home.secret("web")
    assert home.root.stat().st_mode & 0o777 == 0o700
    assert home.keys.stat().st_mode & 0o777 == 0o700
    assert (home.keys / "web").stat().st_mode & 0o777 == 0o600


def test_a_secret_is_made_once_and_stays(home: Home) -> None:
    first = home.secret("office")
    assert len(first) == 32
    assert Home(home.root).secret("office") == first
    assert home.secret("web", 48) != first


def test_a_secret_that_others_can_read_is_refused(home: Home) -> None:
    home.secret("office")
    (home.keys / "office").chmod(0o640)
    with pytest.raises(CheckFailed, match="keys/office"):
        Home(home.root).secret("office")


def test_a_damaged_secret_is_not_replaced(home: Home) -> None:
    write_durably(home.keys / "office", b"abc\n")
    with pytest.raises(DataUnusable):
        home.secret("office")
    assert (home.keys / "office").read_bytes() == b"abc\n"


def test_a_folder_is_held_by_one(home: Home) -> None:
    with home.held(), pytest.raises(CheckFailed, match="in use"), home.held():
        pass
    with home.held():
        pass


def test_writing_once_keeps_what_is_there(home: Home) -> None:
    path = home.root / "x"
    assert write_durably(path, b"one", once=True)
    assert not write_durably(path, b"two", once=True)
    assert path.read_bytes() == b"one"
    assert write_durably(path, b"two")
    assert path.read_bytes() == b"two"
    assert sorted(p.name for p in home.root.iterdir() if p.name.startswith(".")) == []


def test_defaults_bind_to_this_machine_alone(home: Home) -> None:
    config = load_config(home, {})
    assert config.is_loopback
    assert not config.is_secure
    assert config.url == "http://127.0.0.1:8710"


def test_the_environment_overrides_the_file(home: Home) -> None:
    home.settings.write_text('address = "127.0.0.1:9000"\nthreads = 3\n', "utf-8")
    config = load_config(home, {"TECUM_ADDRESS": "[::1]:9001", "TECUM_PROXY": "false"})
    assert (config.host, config.port, config.threads) == ("::1", 9001, 3)


def test_an_unknown_key_names_the_nearest(home: Home) -> None:
    home.settings.write_text('adress = "127.0.0.1:9000"\n', "utf-8")
    with pytest.raises(DataUnusable, match='Nearest: "address"'):
        load_config(home, {})


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("threads = '8'", DataUnusable),
        ("proxy = 1", DataUnusable),
        ("threads = [", DataUnusable),
        ("threads = 0", UsageError),
        ("address = 'nowhere'", UsageError),
        ("public_url = 'ftp://x'", UsageError),
    ],
)
def test_a_bad_value_is_refused(home: Home, text: str, error: type[Exception]) -> None:
    home.settings.write_text(text, "utf-8")
    with pytest.raises(error):
        load_config(home, {})


@pytest.mark.parametrize("address", ["0.0.0.0:80", "192.0.2.1:80", "[::]:80", "example.test:80"])
def test_an_open_address_needs_tls(home: Home, address: str) -> None:
    with pytest.raises(UsageError, match="without TLS"):
        load_config(home, {"TECUM_ADDRESS": address})
    with pytest.raises(UsageError, match="without TLS"):
        load_config(home, {"TECUM_ADDRESS": address, "TECUM_PUBLIC_URL": "https://x.test"})
    config = load_config(
        home,
        {"TECUM_ADDRESS": address, "TECUM_PUBLIC_URL": "https://x.test", "TECUM_PROXY": "1"},
    )
    assert config.is_secure


def test_no_setting_is_undocumented() -> None:
    from dataclasses import fields

    from tecum.web.config import Config

    text = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    missing = [f.name for f in fields(Config) if f"`{f.name}`" not in text]
    assert missing == []
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r"\"(TECUM_[A-Z_]*[A-Z])\"", path.read_text("utf-8"))
    }
    assert {"TECUM_HOME", "TECUM_PACKS"} <= read
    assert [name for name in sorted(read) if strange_in({name: ""})] == []
    assert [name for name in sorted(read) if f"`{name}`" not in text] == []
