"""``tecum verify``: check receipts offline, with nothing but Python and ``cryptography``."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tecum import __version__
from tecum.errors import DataUnusable, TecumError
from tecum.ledger import ed25519, page
from tecum.ledger.merkle import NodeReader
from tecum.ledger.policy import Policy
from tecum.ledger.tiles import node_reader
from tecum.ledger.verify import Outcome, verify

__all__ = ["main"]

_EXIT = """exit status: 0 WITNESSED, 10 TIMESTAMPED, 11 LOGGED, 20 UNKNOWN_KEYS,
30 CONFLICT, 40 INVALID; 2 usage, 3 a file or the trust file cannot be used"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tecum verify",
        description="Check a receipt against a trust file. Nothing is sent anywhere.",
        epilog=_EXIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("receipts", nargs="+", metavar="RECEIPT", help="a .tlog-proof file, or -")
    add("--policy", required=True, help="the trust file")
    add("--file", action="append", default=[], help="must be one of the opened values")
    add("--known", action="append", default=[], help="a head of the log that was kept elsewhere")
    add("--tiles", help="folder of the log's tiles, to compare kept heads")
    add("--at-least", choices=("witnessed", "timestamped", "logged"), default="witnessed")
    add("--json", action="store_true", help="one tecum.verdict/1 a line")
    add("--report", metavar="OUT", help="write one HTML page for people")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Check every receipt named; give the highest exit status."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    try:
        return _run(options)
    except TecumError as error:
        print(f"tecum verify: {_shown(error.diagnostics())}", file=sys.stderr)
        return error.exit_status


def _run(options: argparse.Namespace) -> int:
    policy = Policy.parse(_read(options.policy))
    files = {name: _sha256(name) for name in options.file}
    known = {name: _read(name) for name in options.known}
    verifier = {"version": __version__, "sha256": _own_sha256(), "engine": ed25519.ENGINE}
    tiles = partial(_tiles, options.tiles) if options.tiles is not None else None
    found: list[tuple[str, dict[str, Any]]] = []
    status = 0
    for name in options.receipts:
        verdict = verify(_read(name), policy, files=files, known=known, tiles=tiles)
        accepted = verdict.outcome <= Outcome[options.at_least.upper()]
        found.append((name, verdict.as_json(verifier)))
        print(json.dumps(found[-1][1]) if options.json else _text(*found[-1]))
        if accepted and verdict.outcome and not options.json:
            print(f"Accepted, because --at-least {options.at_least} was given.")
        status = max(status, 0 if accepted else int(verdict.outcome))
    if options.report:
        _write(options.report, page.report(found))
    return status


def _text(name: str, verdict: dict[str, Any]) -> str:
    lines = [f"{verdict['verdict']}  {name}", verdict["sentence"], ""]
    lines += [f"  {word:<18} {value}" for word, value in page.rows(verdict)]
    lines += ["", "This does not prove:", *(f"  - {limit}" for limit in page.LIMITS)]
    return _shown("\n".join(lines))


def _shown(text: str) -> str:
    """Text that any terminal takes: what it cannot show is written as an escape."""
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _tiles(folder: str, size: int) -> NodeReader:
    def fetch(path: str) -> bytes | None:
        try:
            return (Path(folder) / path).read_bytes()
        except OSError:
            return None

    return node_reader(fetch, size)


@contextmanager
def _usable(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DataUnusable(
            f'The file "{name}" cannot be used: {error.strerror}.',
            do="Check the name and the rights.",
            code="file.unreadable",
        ) from None


def _read(name: str) -> bytes:
    with _usable(name):
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _write(name: str, text: str) -> None:
    with _usable(name):
        Path(name).write_text(text, encoding="utf-8", errors="backslashreplace")


def _sha256(name: str) -> bytes:
    with _usable(name), Path(name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _own_sha256() -> str:
    """SHA-256 of the one-file verifier, or of the sources that make the check."""
    archive = next((folder for folder in Path(__file__).parents if folder.is_file()), None)
    if archive:
        return _sha256(str(archive)).hex()
    ours = [module for name, module in sys.modules.items() if name.startswith("tecum.ledger")]
    loaded = {__file__, *(str(one.__file__) for one in ours if getattr(one, "__file__", None))}
    return hashlib.sha256(b"".join(map(_sha256, sorted(loaded)))).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
